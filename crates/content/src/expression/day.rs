//! Days of the Gregorian calendar, years 1 to 9999, by arithmetic alone so that the twin counts alike.

use super::value::Between;
use std::fmt;

/// A day, counted from 1970-01-01; never outside the years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// 0001-01-01.
    pub const FIRST: Self = Self(-719_162);
    /// 9999-12-31.
    pub const LAST: Self = Self(2_932_896);

    /// The day with this number, within the years 1 to 9999.
    pub fn from_number(number: i64) -> Option<Self> {
        let day = Self(i32::try_from(number).ok()?);
        (Self::FIRST..=Self::LAST).contains(&day).then_some(day)
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day of a year (1 to 9999), month and day of the month, if the calendar has it.
    pub fn from_civil(year: i32, month: u32, day: u32) -> Option<Self> {
        let valid = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        valid.then(|| Self(number_of(year, month, day)))
    }

    /// Year, month and day of the month.
    pub fn civil(self) -> (i32, u32, u32) {
        // After H. Hinnant, "chrono-compatible low-level date algorithms": years begin in March, eras last 400 years.
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month.unsigned_abs(), day.unsigned_abs())
    }
}

fn number_of(year: i32, month: u32, day: u32) -> i32 {
    let year = year - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let march_month = (month + 9) % 12;
    let of_year = ((153 * march_month + 2) / 5 + day).cast_signed() - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// The days that `2008`, `2008-05` or `2008-05-17` stands for; nothing else is a date.
pub fn period(text: &str) -> Option<Between<Day>> {
    let part = |from: usize, to: usize| -> Option<u32> {
        let digits = text.get(from..to)?;
        if digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok() } else { None }
    };
    let hyphen = |at: usize| text.as_bytes().get(at) == Some(&b'-');
    let year = part(0, 4)?.cast_signed();
    let (first, last) = match text.len() {
        4 => ((1, 1), (12, 31)),
        7 if hyphen(4) => {
            let month = part(5, 7)?;
            ((month, 1), (month, days_in(year, month)))
        }
        10 if hyphen(4) && hyphen(7) => {
            let day = (part(5, 7)?, part(8, 10)?);
            (day, day)
        }
        _ => return None,
    };
    Some(Between { lo: Day::from_civil(year, first.0, first.1)?, hi: Day::from_civil(year, last.0, last.1)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_has_one_name_and_one_number() {
        let mut before = None;
        for number in Day::FIRST.number()..=Day::LAST.number() {
            let day = Day::from_number(i64::from(number)).unwrap();
            let (y, m, d) = day.civil();
            assert_eq!(Day::from_civil(y, m, d), Some(day));
            assert!(before < Some((y, m, d)));
            before = Some((y, m, d));
        }
        assert_eq!(before, Some((9999, 12, 31)));
    }

    #[test]
    fn known_days() {
        assert_eq!(Day::from_civil(1970, 1, 1).map(Day::number), Some(0));
        assert_eq!(Day::from_civil(2000, 3, 1).map(Day::number), Some(11_017));
        for (y, m, d) in [(2026, 2, 29), (1900, 2, 29), (0, 1, 1), (10_000, 1, 1), (2026, 13, 1), (2026, 1, 0), (2026, 4, 31)] {
            assert_eq!(Day::from_civil(y, m, d), None, "{y}-{m}-{d}");
        }
        assert!(Day::from_number(i64::from(Day::LAST.number()) + 1).is_none());
        assert!(Day::from_number(i64::MIN).is_none());
    }
}
