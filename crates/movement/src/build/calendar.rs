//! Local days, curfews, darkness and opening hours as spans of seconds.

use super::Terms;
use crate::operation::{Curfew, Operation};
use crate::problem::Seconds;
use base::{Instant, TimeOfDay};
use jiff::ToSpan;

/// Spans of the days that are planned, in seconds from the start of the problem.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// Beginnings of local days, the first at or before 0.
    pub days: Vec<Seconds>,
    /// No driving: curfews, each begun earlier by the margin.
    pub no_drive: Vec<(Seconds, Seconds)>,
    /// Dark.
    pub dark: Vec<(Seconds, Seconds)>,
    dates: Vec<jiff::civil::Date>,
    zone: Option<base::LocalZone>,
    from: Instant,
    horizon: Seconds,
}

impl Calendar {
    /// The days from the start of the problem to the end of the operation.
    pub fn new(operation: &Operation, terms: &Terms) -> Self {
        let zone = &operation.zone;
        let mut calendar =
            Self { zone: Some(zone.clone()), from: terms.from, horizon: operation.ends().0 - terms.from.0, ..Self::default() };
        let mut date = zone.civil(terms.from).date();
        while calendar.second(date, TimeOfDay(0)) <= calendar.horizon && calendar.dates.len() < 400 {
            calendar.dates.push(date);
            let Ok(next) = date.checked_add(1.day()) else { break };
            date = next;
        }
        calendar.days = calendar.dates.iter().map(|d| calendar.second(*d, TimeOfDay(0))).collect();
        let margin = i64::from(operation.settings.driving.margin_minutes) * 60;
        let curfews = &operation.settings.driving.curfew;
        calendar.no_drive = calendar.nightly(curfews, margin);
        calendar.dark = calendar.nightly(std::slice::from_ref(&operation.settings.driving.dark), 0);
        calendar
    }

    /// Start of the problem.
    pub fn from(&self) -> Instant {
        self.from
    }

    fn second(&self, date: jiff::civil::Date, time: TimeOfDay) -> Seconds {
        self.zone.as_ref().map_or(0, |zone| zone.instant(date, time).0 - self.from.0)
    }

    /// A daily span on every day (and the night before the first), merged.
    fn nightly(&self, spans: &[Curfew], margin: Seconds) -> Vec<(Seconds, Seconds)> {
        let before = self.dates.first().and_then(|d| d.checked_sub(1.day()).ok());
        let mut all: Vec<(Seconds, Seconds)> = Vec::new();
        for date in before.into_iter().chain(self.dates.iter().copied()) {
            for span in spans {
                let ends_on = if span.to <= span.from { date.checked_add(1.day()).unwrap_or(date) } else { date };
                all.push((self.second(date, span.from) - margin, self.second(ends_on, span.to)));
            }
        }
        merge(all)
    }

    /// Opening hours of every day between two moments.
    pub fn open(&self, opens: TimeOfDay, closes: TimeOfDay, from: Option<Instant>, to: Option<Instant>) -> Vec<(Seconds, Seconds)> {
        let (first, last) = (from.map_or(Seconds::MIN, |at| at.0 - self.from.0), to.map_or(Seconds::MAX, |at| at.0 - self.from.0));
        let spans = self.dates.iter().map(|d| (self.second(*d, opens).max(first), self.second(*d, closes).min(last)));
        merge(spans.filter(|s| s.0 < s.1 && s.1 > 0).collect())
    }
}

/// Sorts spans and joins those that touch.
pub(super) fn merge(mut spans: Vec<(Seconds, Seconds)>) -> Vec<(Seconds, Seconds)> {
    spans.sort_unstable();
    let mut merged: Vec<(Seconds, Seconds)> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
            _ => merged.push(span),
        }
    }
    merged
}
