//! What goes with a plan for people to look at: the checker's word, the headline, who waits, what if the hazard is other.

use crate::Problem;
use base::{Findings, Reason};
use movement::disparity::{Disparity, disparity};
use movement::operation::Operation;
use movement::plan::Plan;
use movement::planner::Shift;
use serde::Serialize;
use utoipa::ToSchema;

/// The report of one plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanReport {
    /// The independent checker found no rule broken; what it only wants looked at is in `breaches` all the same.
    pub checked: bool,
    /// What it found.
    pub breaches: Findings,
    /// What matters, in words.
    pub headline: Vec<Reason>,
    /// Who waits, by group; information, never a quota.
    pub disparity: Vec<Disparity>,
    /// The plan at half and double hazard; empty until it is worked out.
    pub sensitivity: Vec<Shift>,
    /// People in the operation.
    pub people_in: u32,
    /// People on a trip.
    pub people_on_trips: u32,
    /// People waiting with a reason.
    pub people_waiting: u32,
}

/// Checks a plan and says what matters about it. What if the hazard is other takes two more plans: [`movement::planner::sensitivity`].
pub fn report(operation: &Operation, plan: &Plan) -> PlanReport {
    let breaches = movement::check::check(operation, plan);
    let on_trips = plan.queue.iter().filter(|q| q.trip.is_some()).map(|q| q.people).sum();
    let waiting = plan.waiting.iter().map(|w| w.people).sum();
    PlanReport {
        checked: !breaches.has_errors(),
        headline: headline(operation, plan),
        disparity: disparity(operation, plan),
        sensitivity: Vec::new(),
        people_in: operation.people.len() as u32,
        people_on_trips: on_trips,
        people_waiting: waiting,
        breaches,
    }
}

fn headline(operation: &Operation, plan: &Plan) -> Vec<Reason> {
    let days: std::collections::BTreeSet<_> = plan.trips.iter().map(|t| operation.zone.civil(t.departs()).date()).collect();
    let moved: u32 = plan.tiers.iter().map(|t| t.moved).sum();
    let mut lines = vec![Reason::new("headline-trips").with("trips", plan.trips.len()).with("days", days.len()).with("people", moved)];
    if let Some(first) = plan.tiers.iter().find(|t| t.people > 0) {
        let say = Reason::new("headline-first-tier").with("tier", first.tier).with("moved", first.moved).with("people", first.people);
        lines.push(say.with("hours", format!("{:.1}", first.last_wait_hours)));
        let mut why: std::collections::BTreeMap<&str, u32> = std::collections::BTreeMap::new();
        for waiting in plan.waiting.iter().filter(|w| w.tier == first.tier) {
            *why.entry(&waiting.reason.code).or_default() += waiting.people;
        }
        lines.extend(why.into_iter().map(|(code, people)| {
            Reason::new("headline-first-tier-waits").with("tier", first.tier).with("people", people).with("reason", code)
        }));
    }
    let waiting: u32 = plan.waiting.iter().map(|w| w.people).sum();
    if waiting > 0 {
        lines.push(Reason::new("headline-waiting").with("people", waiting).with("households", plan.waiting.len()));
    }
    let held: u32 = plan.tiers.iter().map(|t| t.held).sum();
    if held > 0 {
        lines.push(Reason::new("headline-held").with("people", held).with("harm", format!("{:.1}", plan.total.held)));
    }
    let unassessed = operation.people.iter().filter(|p| !p.tier.assessed).count();
    if unassessed > 0 {
        lines.push(Reason::new("headline-not-assessed").with("people", unassessed));
    }
    lines
}

/// A plan that the checker refuses is not given out.
pub fn refuse_unchecked(report: &PlanReport) -> Result<(), Problem> {
    if report.checked {
        return Ok(());
    }
    let first = report.breaches.iter().next().map(|f| f.text.clone()).unwrap_or_default();
    Err(Problem::new(
        "plan-breaks-a-rule",
        format!("the checker found a broken rule: {first}"),
        "report this with the operation's files; use the officer rule until then",
    ))
}
