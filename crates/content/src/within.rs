//! How long something may take: clock hours, clock days or working days.

use base::{Instant, LocalZone};
use jiff::civil::{Date, Weekday};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A span that a deadline runs for; written `6h`, `7d` or `3wd`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// Hours of the clock.
    Hours(u32),
    /// Days of 24 hours.
    Days(u32),
    /// Days on which the operation works, ending at the same local time.
    WorkingDays(u32),
}

/// The longest span, in days: what is due later than two years is not a deadline.
const MOST_DAYS: u32 = 731;

impl FromStr for Within {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let number = digits.parse::<u32>().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()));
        let (unit, most) = match text.strip_prefix(digits) {
            Some("h") => (Self::Hours as fn(u32) -> Self, MOST_DAYS * 24),
            Some("d") => (Self::Days as fn(u32) -> Self, MOST_DAYS),
            Some("wd") => (Self::WorkingDays as fn(u32) -> Self, MOST_DAYS),
            _ => (Self::Hours as fn(u32) -> Self, 0),
        };
        number
            .filter(|n| (1..=most).contains(n))
            .map(unit)
            .ok_or_else(|| format!("'{text}' is not a span like 6h, 7d or 3wd (working days), of at most {MOST_DAYS} days"))
    }
}

impl fmt::Display for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hours(n) => write!(f, "{n}h"),
            Self::Days(n) => write!(f, "{n}d"),
            Self::WorkingDays(n) => write!(f, "{n}wd"),
        }
    }
}

/// On which days an operation works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Days of the week on which nobody works; never all seven.
    pub weekend: Vec<Weekday>,
    /// Further days on which nobody works.
    pub holidays: BTreeSet<Date>,
}

impl Default for Calendar {
    /// Saturday and Sunday, and no holiday.
    fn default() -> Self {
        Self { weekend: vec![Weekday::Saturday, Weekday::Sunday], holidays: BTreeSet::new() }
    }
}

impl Calendar {
    /// Whether the operation works on this day.
    pub fn works_on(&self, date: Date) -> bool {
        !self.weekend.contains(&date.weekday()) && !self.holidays.contains(&date)
    }
}

impl Within {
    /// When it ends if it begins at `from`.
    pub fn due(self, from: Instant, zone: &LocalZone, calendar: &Calendar) -> Instant {
        let days = match self {
            Self::Hours(hours) => return from.plus_seconds(i64::from(hours) * 3600),
            Self::Days(days) => return from.plus_seconds(i64::from(days) * 86_400),
            Self::WorkingDays(days) => days,
        };
        let start = zone.civil(from);
        let mut date = start.date();
        let mut left = days;
        // A calendar without working days would never end; ten years of days are more than any deadline has.
        for _ in 0..3_660 {
            if left == 0 {
                break;
            }
            let Ok(next) = date.tomorrow() else { break };
            date = next;
            left -= u32::from(calendar.works_on(date));
        }
        let minute = u16::try_from(i32::from(start.hour()) * 60 + i32::from(start.minute())).unwrap_or_default();
        zone.instant(date, base::TimeOfDay(minute)).plus_seconds(i64::from(start.second()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(within: &str, from: &str, calendar: &Calendar) -> String {
        let zone = LocalZone::find("Africa/Bangui").unwrap();
        zone.show(within.parse::<Within>().unwrap().due(zone.parse(from).unwrap(), &zone, calendar))
    }

    #[test]
    fn spans_are_read_and_written_back() {
        for text in ["6h", "7d", "3wd", "731d"] {
            assert_eq!(text.parse::<Within>().map(|w| w.to_string()), Ok(text.to_owned()));
        }
        for bad in ["", "h", "0h", "-1d", "3", "3 d", "3w", "732d", "99999999999h", "+3d", "3dd"] {
            assert!(bad.parse::<Within>().is_err(), "{bad}");
        }
    }

    /// L-CP-DL-1, L-REF-1 and working days over a weekend and a holiday.
    #[test]
    fn due() {
        let calendar = Calendar { holidays: [jiff::civil::date(2026, 12, 1)].into(), ..Calendar::default() };
        for (within, from, expected) in [
            ("24h", "2026-11-02T10:00", "2026-11-03 10:00"),
            ("7d", "2026-11-02T10:00", "2026-11-09 10:00"),
            ("72h", "2026-11-02T10:00", "2026-11-05 10:00"),
            ("3wd", "2026-11-26T16:30", "2026-12-02 16:30"),
            ("1wd", "2026-11-28T09:00", "2026-11-30 09:00"),
        ] {
            assert!(shown(within, from, &calendar).starts_with(expected), "{within} from {from}");
        }
    }

    #[test]
    fn a_calendar_without_work_still_ends() {
        let calendar = Calendar { weekend: (1..=7).map(|d| Weekday::from_monday_one_offset(d).unwrap()).collect(), ..Calendar::default() };
        assert!(!shown("3wd", "2026-11-02T10:00", &calendar).is_empty());
    }
}
