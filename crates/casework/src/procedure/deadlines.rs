//! What is due by when.

use super::facts::Circumstances;
use super::progress::Progress;
use crate::around::{Around, has_ended};
use base::{Instant, TimeOfDay};
use content::expression::{Environment, Outcome, Use, Value, evaluate, outcome};
use content::{Deadline, Event};

/// Something that is due for a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Due<'a> {
    /// The deadline as content has it: name, label, basis.
    pub deadline: &'a Deadline,
    /// When its clock last started.
    pub from: Instant,
    /// When it is due; show it with [`base::LocalZone::show`].
    pub at: Instant,
    /// When it was met, if it was.
    pub met: Option<Instant>,
}

impl Due<'_> {
    /// Whether it was not met in time, or is past and still open.
    pub fn is_late(&self, now: Instant) -> bool {
        self.met.unwrap_or(now) > self.at
    }
}

/// The deadlines of a record whose clocks have started, met or not, the earliest first. Once the record has ended only met ones are left.
pub fn deadlines<'a>(around: &Around<'a>) -> Vec<Due<'a>> {
    let Some(procedure) = around.find_procedure() else { return Vec::new() };
    let progress = Progress::of(around.record);
    let circumstances = Circumstances { around: *around, procedure, reason: None };
    let ended = has_ended(around.content, around.record);
    let mut due: Vec<Due> = procedure.deadlines.iter().filter_map(|deadline| of(deadline, &progress, &circumstances)).collect();
    due.retain(|due| due.met.is_some() || !ended);
    due.sort_by_key(|due| due.at);
    due
}

/// When the next thing is due that has not been done.
pub fn next_due(around: &Around<'_>) -> Option<Instant> {
    deadlines(around).into_iter().find(|due| due.met.is_none()).map(|due| due.at)
}

fn of<'a>(deadline: &'a Deadline, progress: &Progress, circumstances: &Circumstances<'_>) -> Option<Due<'a>> {
    let moment = circumstances.around.moment;
    let from = match &deadline.after {
        Event::State(state) => progress.entered.get(state)?.at,
        Event::Step(step) => progress.took.get(step)?.at,
        Event::Field(field) => match circumstances.value(field.as_str()) {
            Value::Instant(at) => at,
            Value::Date(days) => moment.zone.instant(base::parse_date(&days.lo.to_string())?, TimeOfDay(0)),
            _ => return None,
        },
    };
    // Here a blank counts as yes: a missing answer never hides a deadline. A screener tells a blank from a no.
    let says = deadline.when.as_ref().map(|rule| outcome(Use::Screener, evaluate(&rule.expression, circumstances)));
    if says == Some(Outcome::No) {
        return None;
    }
    let at = deadline.within.due(from, moment.zone, circumstances.around.content.calendar());
    let met = deadline.met_by.iter().filter_map(|step| progress.took.get(step)).map(|mark| mark.at).filter(|met| *met >= from).min();
    Some(Due { deadline, from, at, met })
}
