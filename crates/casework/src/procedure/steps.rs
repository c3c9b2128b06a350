//! What may be done next with a record, and what stands against it.

use super::deadlines::deadlines;
use super::facts::Circumstances;
use super::progress::{Asked, Progress};
use crate::answers::is_complete;
use crate::around::Around;
use crate::refusal::Objection;
use base::{Instant, Reason};
use content::expression::{Outcome, Use, evaluate, outcome, references};
use content::{Procedure, Step};

/// A step that leads on from where a record stands.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStep<'a> {
    /// The step as content has it: name, label, form, approval.
    pub step: &'a Step,
    /// Whether it can be taken now; where a reason must be given, with one of `reasons`.
    pub allowed: bool,
    /// The reasons with which it can be taken now.
    pub reasons: Vec<&'a str>,
    /// What stands against it, or against the reasons that would not do.
    pub why_not: Vec<Objection>,
    /// When it is due, if it meets something that is.
    pub due: Option<Instant>,
    /// Set while it waits for approval.
    pub asked: Option<Asked>,
}

/// The steps that lead on from where the record stands, in the order of content.
pub fn steps<'a>(around: &Around<'a>) -> Vec<NextStep<'a>> {
    let Some(procedure) = around.find_procedure() else { return Vec::new() };
    let state = around.record.standing().state;
    let due = deadlines(around);
    let asked = Progress::of(around.record).asked;
    let next = procedure.steps.iter().filter(|step| step.from.contains(&state)).map(|step| {
        let mut why_not = Vec::new();
        let mut reasons = Vec::new();
        let mut allowed = false;
        for reason in reasons_of(around, step) {
            let against = objections(around, procedure, step, reason);
            if against.is_empty() {
                allowed = true;
                reasons.extend(reason);
            } else if why_not.is_empty() {
                why_not = against;
            }
        }
        let meets = due.iter().filter(|due| due.met.is_none() && due.deadline.met_by.contains(&step.name));
        let due = meets.map(|due| due.at).min();
        NextStep { step, allowed, reasons, why_not, due, asked: asked.clone().filter(|asked| asked.step == step.name) }
    });
    next.collect()
}

/// The reasons that a step may be given; none is one where it needs none.
fn reasons_of<'a>(around: &Around<'a>, step: &Step) -> Vec<Option<&'a str>> {
    match step.reasons.as_ref().and_then(|list| around.content.find_codelist(list)) {
        Some(list) => list.current().map(|code| Some(code.code.as_str())).collect(),
        None => vec![None],
    }
}

/// Everything that stands against taking a step with this reason.
pub(super) fn objections(around: &Around<'_>, procedure: &Procedure, step: &Step, reason: Option<&str>) -> Vec<Objection> {
    let mut against: Vec<Objection> = Vec::new();
    if !step.roles.is_empty() && !around.holds_one_of(&step.roles) {
        against.push(Reason::new("step-not-your-role").with("roles", step.roles.join(", ")).into());
    }
    if let Some(asked) = Progress::of(around.record).asked {
        against.push(Reason::new("step-awaits-approval").with("step", asked.step).into());
    }
    against.extend(still_against(around, procedure, step, reason));
    against
}

/// What stands against a step whoever takes it: asked once when it is taken, and again when it is agreed to.
pub(super) fn still_against(around: &Around<'_>, procedure: &Procedure, step: &Step, reason: Option<&str>) -> Vec<Objection> {
    let mut against: Vec<Objection> = Vec::new();
    let state = around.record.standing().state;
    if !step.from.contains(&state) {
        against.push(Reason::new("step-not-from-here").with("step", &step.name).with("state", &state).into());
    }
    if around.record.standing().merged_into.is_some() {
        against.push(Reason::new("record-is-merged").into());
    }
    match (reason, &step.reasons) {
        (_, Some(_)) if !reasons_of(around, step).contains(&reason) => against.push(Reason::new("step-needs-reason").into()),
        (Some(_), None) => against.push(Reason::new("step-takes-no-reason").into()),
        _ => {}
    }
    if let Some(form) = step.form.as_ref().filter(|form| !is_complete(around, form)) {
        against.push(Reason::new("step-form-incomplete").with("form", form).into());
    }
    let circumstances = Circumstances { around: *around, procedure, reason };
    for guard in &step.guards {
        if outcome(Use::Guard, evaluate(&guard.rule.expression, &circumstances)) != Outcome::Yes {
            let about = circumstances.about(&references(&guard.rule.expression)).join(", ");
            let reason = Reason::new("step-guard").with("step", &step.name);
            let reason = if about.is_empty() { reason } else { reason.with("about", about) };
            against.push(Objection { reason, message: Some(guard.message.clone()) });
        }
    }
    against
}
