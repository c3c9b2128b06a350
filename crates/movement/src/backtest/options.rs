//! What a back-test is asked.

use base::{Finding, Findings, Instant, LocalZone, TimeOfDay};
use jiff::Span;
use jiff::civil::Date;

/// Period, pairs and counting rule; [`Options::over`] gives the defaults for a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// First start day.
    pub from: Date,
    /// No start day is later than this.
    pub to: Date,
    /// Names of origins; if none are given, the 16 most populated places of the home country.
    pub origins: Vec<String>,
    /// Names of destinations; if none are given, seven camps and transit points abroad, the countries in turn, the largest first.
    pub destinations: Vec<String>,
    /// Incidents within this many km of the route count.
    pub radius_km: f64,
    /// Those within this many km of either end don't.
    pub ends_km: f64,
    /// Days from the start day in which an incident must begin.
    pub days: u32,
    /// Amounts of detour to report, in percent, ascending.
    pub detours: Vec<f64>,
}

impl Options {
    /// The defaults for a period: weekly, 7 days, 10 km, ends of 12 km, detours of 0, 3, 5, 10 and 20 percent.
    pub fn over(from: Date, to: Date) -> Self {
        Self {
            from,
            to,
            origins: Vec::new(),
            destinations: Vec::new(),
            radius_km: 10.0,
            ends_km: 12.0,
            days: 7,
            detours: vec![0.0, 3.0, 5.0, 10.0, 20.0],
        }
    }

    /// The same with impossible figures replaced by the defaults, each said as a finding `backtest-option`.
    pub(super) fn checked(&self, findings: &mut Findings) -> Self {
        let defaults = Self::over(self.from, self.to);
        let mut options = self.clone();
        let mut replace = |name: &str, is: String, by: String| {
            let text = format!("{name} can't be {is}; {by} is used");
            findings
                .push(Finding::warning("backtest-option", text, "write a number that is possible").with("name", name).with("value", is));
        };
        for (name, value, default) in
            [("radius-km", &mut options.radius_km, defaults.radius_km), ("ends-km", &mut options.ends_km, defaults.ends_km)]
        {
            if !(value.is_finite() && *value >= 0.0) {
                replace(name, value.to_string(), default.to_string());
                *value = default;
            }
        }
        if !(1..=366).contains(&options.days) {
            replace("days", options.days.to_string(), defaults.days.to_string());
            options.days = defaults.days;
        }
        if options.detours.is_empty() || options.detours.iter().any(|d| !d.is_finite() || *d < 0.0) {
            replace("detours", format!("{:?}", options.detours), format!("{:?}", defaults.detours));
            options.detours = defaults.detours;
        }
        options.detours.sort_by(f64::total_cmp);
        options
    }

    /// Local midnights of the start days, a week apart; at most 2,000.
    pub(super) fn start_days(&self, zone: &LocalZone) -> Vec<Instant> {
        let later = |weeks: i32| self.from.checked_add(Span::new().try_weeks(weeks).ok()?).ok();
        let dates = (0..2_000).map_while(later).take_while(|date| *date <= self.to);
        dates.map(|date| zone.instant(date, TimeOfDay(0))).collect()
    }
}
