//! Making a plan, and making it anew when something has happened.
//!
//! In: an operation, a [`Request`], a caller that may say stop. Out: a [`Plan`] whose every trip was replayed by the clock of
//! [`crate::schedule`]. Always true: everyone is on a trip or waits with a reason; a trip that has set off stays as it was, but for
//! the road ahead if that is closed. Absent: clocks, threads.

mod lead;
mod promise;
mod replan;
mod sensitivity;
mod summary;
#[cfg(test)]
mod tests;
mod underway;

pub use replan::replan;
pub use sensitivity::{Shift, sensitivity};

use crate::build::{Built, Terms, build};
use crate::operation::Operation;
use crate::plan::{Changes, Plan, Trip};
use crate::problem::{Mode, Seconds, Solution};
use crate::search::{self, Options, Start};
use crate::{assemble, bound, inversion, officer, reasons, schedule};
use base::Instant;
use std::collections::BTreeSet;

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What is minimised.
    pub mode: Mode,
    /// Reports after this are not known.
    pub as_of: Instant,
    /// Seed of the lots and of the search.
    pub seed: u64,
    /// Rounds of the search; without it the search goes on until told to stop.
    pub iterations: Option<u64>,
    /// Factor on all hazards.
    pub hazard_scale: f64,
    /// What the officer changed.
    pub changes: Changes,
    /// Steps of improving the bound, times units: large operations get a quicker, weaker bound; 0 for the closed form.
    pub bound_steps: usize,
}

/// What the planner is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Choosing ways and building the problem.
    Roads,
    /// Searching.
    Search,
    /// Proving a bound.
    Bound,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// What it is doing.
    pub phase: Phase,
    /// Rounds made.
    pub iterations: u64,
    /// Units of the problem.
    pub total: usize,
    /// Units on a trip in the best plan so far.
    pub served: usize,
    /// W of the best plan so far.
    pub harm: f64,
    /// W of the officer rule.
    pub rule_harm: f64,
}

/// What the caller answers to progress.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pace {
    /// Go on; only rounds count.
    On,
    /// Go on; this share of the time (0 to 1) is used, so that the search can pace itself.
    Spent(f64),
    /// Stop with the best plan so far.
    Stop,
}

/// Who is told of progress and paces the work: the clock stays with the caller.
pub type Watch<'a> = dyn FnMut(&Progress) -> Pace + 'a;

/// The usual [`Request::bound_steps`]: a fraction of a second.
pub const BOUND_STEPS: usize = 200_000;

/// Up to so many units, a plan made anew gets a bound of its own.
const PROVEN_ANEW: usize = 2_000;

/// Makes a plan for an operation in which nothing has happened yet.
pub fn plan(operation: &Operation, request: &Request, keep_going: &mut Watch<'_>) -> Plan {
    let terms = terms(request, operation.starts);
    keep_going(&start_of(Phase::Roads));
    let built = build(operation, terms, &BTreeSet::new());
    finish(operation, request, &built, Vec::new(), Start::default(), Vec::new(), None, keep_going)
}

fn terms(request: &Request, from: Instant) -> Terms {
    Terms { as_of: request.as_of, from, seed: request.seed, hazard_scale: request.hazard_scale, changes: request.changes.clone() }
}

fn start_of(phase: Phase) -> Progress {
    Progress { phase, iterations: 0, total: 0, served: 0, harm: 0.0, rule_harm: 0.0 }
}

/// Searches, and puts the plan together with trips that are kept.
#[expect(clippy::too_many_arguments, reason = "one private call from each of the two ways to a plan")]
fn finish(
    operation: &Operation,
    request: &Request,
    built: &Built,
    kept: Vec<Trip>,
    start: Start,
    promised: Vec<Option<Seconds>>,
    old: Option<&Plan>,
    keep_going: &mut Watch<'_>,
) -> Plan {
    let problem = &built.problem;
    let rule = officer::officer(problem);
    let rule_harm = schedule::replay_all(problem, &rule).map_or(schedule::Harm::default(), |r| r.harm);
    let options = Options {
        mode: request.mode,
        seed: request.seed,
        iterations: request.iterations,
        tolerance_percent: operation.settings.tiers.tolerance_percent,
        start: (!start.trips.is_empty()).then_some(start),
        promised,
        rule: Some(rule.clone()),
    };
    let weights = operation.settings.tiers.weights;
    let mut watch = |p: &search::Progress| {
        let harm = p.tiers.iter().zip(weights).map(|(h, w)| h * w).sum();
        let served = problem.units.len().saturating_sub(p.waiting);
        let told = Progress {
            phase: Phase::Search,
            iterations: p.iterations,
            total: problem.units.len(),
            served,
            harm,
            rule_harm: rule_harm.total,
        };
        match keep_going(&told) {
            Pace::On => true,
            Pace::Spent(share) => {
                p.spent(share);
                share < 1.0
            }
            Pace::Stop => false,
        }
    };
    let mut solution = search::solve(problem, &options, &mut watch);
    if request.mode == Mode::Tiers {
        solution = promise::keep(problem, solution);
    }
    let replayed = schedule::replay_all(problem, &solution).unwrap_or_else(|_| {
        // The rule's plan replays by construction; a search result that does not is dropped, never shipped.
        solution = Solution { iterations: solution.iterations, ..rule.clone() };
        schedule::replay_all(problem, &solution).unwrap_or_default()
    });
    let first_id = kept.iter().map(|t| t.id).max().unwrap_or(0) + 1;
    let new = assemble::trips(operation, built, &solution, first_id).unwrap_or_default();
    let mut trips = kept;
    trips.extend(new);
    if let Some(old) = old {
        replan::keep_numbers(&mut trips, old);
    }
    trips.sort_by_key(|t| (t.departs(), t.id));
    keep_going(&start_of(Phase::Bound));
    // Made anew, a large plan is wanted at once: its bound is the closed form.
    let steps = if old.is_some() && problem.units.len() > PROVEN_ANEW { 0 } else { request.bound_steps };
    let bounds = bound::bound(problem, (steps / problem.units.len().max(1)).min(400) as u32);
    let queue = reasons::queue(operation, &built.groups, &trips);
    let (tiers, total) = summary::measures(operation, built, &queue, &replayed.harm, &rule_harm, &bounds);
    let mut plan = Plan {
        operation: operation.settings.name.clone(),
        inputs: operation.inputs.clone(),
        as_of: request.as_of,
        starts: operation.starts,
        from: built.terms.from,
        ends: operation.ends(),
        mode: request.mode,
        seed: request.seed,
        iterations: solution.iterations,
        hazard_scale: request.hazard_scale,
        changes: request.changes.clone(),
        trips,
        waiting: reasons::waiting(operation, built, &solution),
        queue,
        inversions: Vec::new(),
        tiers,
        total,
    };
    plan.inversions = inversion::find_inversions(operation, &built.groups, &plan);
    plan
}
