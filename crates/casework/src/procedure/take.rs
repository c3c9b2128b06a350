//! Opening a record, taking a step, agreeing to one that waits.

use super::progress::{ASKED, Asked, COMMAND, ENTERED, Mark, Progress, TOOK, UNMET_NEED};
use super::steps::{objections, still_against};
use crate::around::{Around, Under};
use crate::code::DisplayCode;
use crate::known::{card, group};
use crate::refer::{needs_leave, unmet_need};
use crate::refusal::{Decided, Refusal};
use crate::view::{Pen, Standing};
use base::Reason;
use content::{Procedure, Step};
use serde_json::{Value as Json, json};

/// Opens the record that is around: gives it its code, its place and the first state of its procedure, if its kind has one.
///
/// `standing.state` and `standing.merged_into` are not looked at.
pub fn open(around: &Around<'_>, code: DisplayCode, standing: &Standing) -> Decided {
    let (record, now) = (around.record, around.moment.now);
    if record.fields(&group::CARD).any(|field| *field == card::CODE) {
        return Err(Reason::new("record-is-open").into());
    }
    let procedure = around.content.find_procedure_for(&record.kind, &record.area);
    let first = procedure.and_then(|procedure| Some((procedure, procedure.states.first()?)));
    let under = first.map(|(procedure, _)| json!(Under { id: procedure.id.clone(), version: procedure.version }));
    let place = record
        .write(&group::CARD, now)
        .set(&card::CODE, code.to_string())
        .set_or_clear(&card::PROCEDURE, under)
        .set_or_clear(&card::STATE, first.map(|(_, state)| state.name.as_str()))
        .set_or_clear(&card::AGENCY, standing.agency.map(|id| id.to_string()))
        .set_or_clear(&card::TEAM, standing.team.map(|id| id.to_string()))
        .set_or_clear(&card::SITE, standing.site.map(|id| id.to_string()))
        .set_or_clear(&card::PARENT, standing.parent.map(|id| id.to_string()))
        .set(&card::ASSIGNED, json!(standing.assigned))
        .set(&card::WITHHELD_FROM, json!(standing.withheld_from));
    let mut decision = record_command(around, json!({"command": "open"}));
    if let Some((_, state)) = first {
        decision = decision.set(&ENTERED, json!({&state.name: Mark { at: now, by: around.actor.user }}));
    }
    Ok(vec![decision.done(), place.done()])
}

/// Takes a step with a reason, where it needs one. A step that needs approval only asks for it: the record stays where it is. A step that sends a
/// referral goes through [`crate::refer::send`].
pub fn take(around: &Around<'_>, step: &str, reason: Option<&str>) -> Decided {
    let (procedure, step) = find(around, step)?;
    needs_leave(around.record, &step.to)?;
    Refusal::unless_none(objections(around, procedure, step, reason))?;
    if step.approval.is_empty() {
        return Ok(enter(around, step, json!({"command": "take", "step": step.name, "reason": reason})));
    }
    let asked = Asked { step: step.name.clone(), reason: reason.map(str::to_owned), at: around.moment.now, by: around.actor.user };
    let pen = record_command(around, json!({"command": "ask", "step": step.name, "reason": reason}));
    Ok(vec![pen.set(&ASKED, json!(asked)).done()])
}

/// Takes a step that discloses something, once there is leave to.
pub(crate) fn take_with_leave(around: &Around<'_>, step: &str) -> Decided {
    let (procedure, step) = find(around, step)?;
    Refusal::unless_none(objections(around, procedure, step, None))?;
    if step.approval.is_empty() {
        Ok(enter(around, step, json!({"command": "send", "step": step.name})))
    } else {
        // A leave counts for one moment; a step that must wait for approval would use it later.
        Err(Reason::new("referral-needs-leave").into())
    }
}

/// Begins the entry of a decision about the record around.
pub(crate) fn record_command<'a>(around: &Around<'a>, command: Json) -> Pen<'a> {
    around.record.write(&group::DECISION, around.moment.now).set(&COMMAND, command)
}

/// Agrees to the step that waits, which takes it. What stands against it is asked again: the world may have changed.
pub fn agree(around: &Around<'_>) -> Decided {
    let (asked, procedure, step) = waiting(around)?;
    Refusal::unless_none(still_against(around, procedure, step, asked.reason.as_deref()))?;
    let command = json!({"command": "agree", "step": asked.step, "reason": asked.reason, "asked_by": asked.by});
    Ok(enter(around, step, command))
}

/// Turns down the step that waits, and says why; who asked may take it back the same way.
pub fn turn_down(around: &Around<'_>, why: &str) -> Decided {
    let asked = Progress::of(around.record).asked.ok_or_else(|| Refusal::from(Reason::new("approval-not-asked")))?;
    if asked.by != around.actor.user {
        waiting(around)?;
    }
    if why.trim().is_empty() {
        return Err(Reason::new("step-needs-reason").into());
    }
    let command = json!({"command": "turn_down", "step": asked.step, "why": why.trim()});
    Ok(vec![record_command(around, command).clear(&ASKED).done()])
}

/// The step that waits, if the actor is one who may agree to it: never the one who asks.
fn waiting<'a>(around: &Around<'a>) -> Result<(Asked, &'a Procedure, &'a Step), Refusal> {
    let asked = Progress::of(around.record).asked.ok_or_else(|| Refusal::from(Reason::new("approval-not-asked")))?;
    let (procedure, step) = find(around, &asked.step)?;
    if asked.by == around.actor.user {
        return Err(Reason::new("approval-own").into());
    }
    if !around.holds_one_of(&step.approval) {
        return Err(Reason::new("step-not-your-role").with("roles", step.approval.join(", ")).into());
    }
    Ok((asked, procedure, step))
}

fn find<'a>(around: &Around<'a>, step: &str) -> Result<(&'a Procedure, &'a Step), Refusal> {
    let procedure = around.find_procedure().ok_or_else(|| Refusal::from(Reason::new("record-without-procedure")))?;
    let step = procedure.find_step(step).ok_or_else(|| Refusal::from(Reason::new("step-unknown").with("step", step)))?;
    Ok((procedure, step))
}

/// The entries that move a record along a step.
fn enter(around: &Around<'_>, step: &Step, command: Json) -> Vec<journal::Draft> {
    let (record, now) = (around.record, around.moment.now);
    let mark = Mark { at: now, by: around.actor.user };
    let mut progress = Progress::of(record);
    progress.entered.insert(step.to.clone(), mark);
    progress.took.insert(step.name.clone(), mark);
    let decision = record_command(around, command).set(&ENTERED, json!(progress.entered)).set(&TOOK, json!(progress.took));
    let decision = decision.clear(&ASKED).set_or_clear(&UNMET_NEED, unmet_need(record, &step.to)).done();
    let place = record.write(&group::CARD, now).set(&card::STATE, step.to.as_str()).done();
    vec![decision, place]
}
