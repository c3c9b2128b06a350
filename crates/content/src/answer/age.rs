//! Ages that may be estimated: ranges, the benefit of the doubt, bands (rules R-A1 to R-A4; all but the age of majority are defaults).

use super::Moment;
use super::value::{days, range};
use crate::codelist::{Code, CodeList};
use crate::expression::{Between, Day, Value};
use serde_json::Value as Json;

/// Years that an estimated age may be wrong by on either side, unless a range is given (default: set locally).
pub const AGE_MARGIN: f64 = 1.0;
/// Under this many years a person is a child (Convention on the Rights of the Child, article 1).
const MAJORITY: u32 = 18;
/// The most years anyone can be given.
const MOST_YEARS: f64 = 130.0;

/// Completed years at the moment, of an age with its own date: `{"years": 7, "on": "2026-11-01"}`; `{"years": [6, 8], …}` for somewhere
/// between; with `"estimated": true` and one number, [`AGE_MARGIN`] more on either side.
pub(super) fn age_range(json: &Json, moment: Moment<'_>) -> Option<Between<f64>> {
    let fields = json.as_object()?;
    let estimated = match fields.get("estimated") {
        None => false,
        Some(flag) => flag.as_bool()?,
    };
    if fields.keys().any(|key| !["years", "on", "estimated"].contains(&key.as_str())) {
        return None;
    }
    let mut years =
        range(fields.get("years")?).filter(|r| r.lo >= 0.0 && r.hi <= MOST_YEARS && r.lo.fract() == 0.0 && r.hi.fract() == 0.0)?;
    if estimated && years.exact().is_some() {
        years = Between { lo: (years.lo - AGE_MARGIN).max(0.0), hi: years.hi + AGE_MARGIN };
    }
    let on = days(fields.get("on")?.as_str()?)?.exact()?;
    let birth = Between { lo: years_before(on, years.hi as i32 + 1)?.1, hi: years_before(on, years.lo as i32)?.0 };
    let today = today(moment)?;
    Some(Between { lo: f64::from(completed_years(birth.hi, today)), hi: f64::from(completed_years(birth.lo, today)) })
}

/// The day so many years before, and the one after it; 29 February goes to 28.
fn years_before(day: Day, years: i32) -> Option<(Day, Day)> {
    let (year, month, of_month) = day.civil();
    let before = Day::from_civil(year - years, month, of_month).or_else(|| Day::from_civil(year - years, month, of_month - 1))?;
    Some((before, Day::from_number(i64::from(before.number()) + 1)?))
}

pub(super) fn today(moment: Moment<'_>) -> Option<Day> {
    let date = moment.zone.civil(moment.now).date();
    Day::from_civil(i32::from(date.year()), u32::try_from(date.month()).ok()?, u32::try_from(date.day()).ok()?)
}

/// Whole years from a birth to a day, never below 0; as `age-years` counts them.
fn completed_years(birth: Day, on: Day) -> u32 {
    let ((birth_year, birth_month, birth_day), (year, month, day)) = (birth.civil(), on.civil());
    u32::try_from(year - birth_year - i32::from((month, day) < (birth_month, birth_day))).unwrap_or_default()
}

/// How old someone is on a day, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Completed years at least.
    pub least: u32,
    /// Completed years at most.
    pub most: u32,
}

impl Standing {
    /// From the days on which the person may have been born.
    pub fn on(birth: Between<Day>, day: Day) -> Self {
        Self { least: completed_years(birth.hi, day), most: completed_years(birth.lo, day) }
    }

    /// From what a rule sees of an age.
    pub fn of(age: &Value) -> Option<Self> {
        let Value::Number(Between { lo, hi }) = age else { return None };
        let whole = |n: f64| (0.0..=f64::from(u16::MAX)).contains(&n).then_some(n as u32);
        Some(Self { least: whole(lo.floor())?, most: whole(hi.floor())? })
    }

    /// Whether the person must be treated as a child: everyone who may be under 18 (R-A3, benefit of the doubt).
    pub fn treat_as_child(self) -> bool {
        self.least < MAJORITY
    }

    /// The band of a list with codes like `5-11` and `60+`; nothing if the age reaches over more than one.
    pub fn band(self, bands: &CodeList) -> Option<&Code> {
        let holds = |code: &Code, years: u32| match code.code.strip_suffix('+') {
            Some(from) => from.parse().is_ok_and(|from: u32| years >= from),
            None => code
                .code
                .split_once('-')
                .is_some_and(|(from, to)| from.parse().is_ok_and(|from: u32| years >= from) && to.parse().is_ok_and(|to: u32| years <= to)),
        };
        bands.current().find(|code| holds(code, self.least) && holds(code, self.most))
    }

    /// Whether a change from one to the other needs a supervisor's approval and a reason: it crosses 18 or a band (R-A4).
    pub fn needs_approval(self, after: Self, bands: &CodeList) -> bool {
        self.treat_as_child() != after.treat_as_child() || self.band(bands).map(|c| &c.code) != after.band(bands).map(|c| &c.code)
    }
}

/// The day on which someone completes so many years; nothing unless the day of birth is known (R-A1: no alert on an invented day).
pub fn birthday(birth: Between<Day>, years: u32) -> Option<Day> {
    let (year, month, day) = birth.exact()?.civil();
    let year = year.checked_add_unsigned(years)?;
    Day::from_civil(year, month, day).or_else(|| Day::from_civil(year, 3, 1))
}
