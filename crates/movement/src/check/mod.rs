//! The independent judge of a plan.
//!
//! In: the operation and a plan. Out: every rule broken, each with a stable code ([`RULES`]) and its place (trip, stop, household).
//! Always true: no code is shared with what makes plans; only the types of the operation, the plan and the road network are. A plan with no
//! error has been replayed event by event (every stop and stretch; between two events nothing changes, so this equals minute by minute).
//! Absent: hazards. [`check`] looks at harm as far as can be told without them (sums, weights, bound, the promise to tier 1); [`check_harm`] counts it
//! again from a threat surface.
//!
//! # How times are read
//! - Someone *leaves* when the stop they boarded at is left. Alighting *begins* at the stop's `begin`, while the gate is open; a vehicle that comes early
//!   waits. It takes the alighting time of each household; then those who board get on, which takes the boarding time of each.
//! - The first stop of a trip is where the vehicle stands; boarding there begins after the turnaround.
//! - A ride lasts from leaving the pick-up stop until everyone who alights at the drop-off stop is off.
//! - A stretch is driven whole: from `enter` up to but without `leave`. Driving counts to the local day in which it is entered.
//! - Curfews and closures are widened by the margin at their beginning; roads closed by the officer are closed from the given moment.
//! - A curfew or darkness that begins when it ends lasts all day. A road whose class is not said may not be used by a vehicle that is limited to classes.
//! - A trip that had set off when the plan was made anew has happened: what the officer closed, lost or held since is a warning for those on it.
//! - The tier of a household on a trip, in the queue and in the summaries is that of its group: the most exposed of those tied to it.

mod company;
mod convoy;
mod crew;
mod harm;
mod inversions;
mod people;
mod persons;
mod places;
mod road;
mod rules;
mod summary;
mod unity;
mod vehicle;
mod world;

use crate::operation::Operation;
use crate::plan::Plan;
use base::Findings;
pub use harm::check_harm;
pub use rules::{RULES, Rule};

/// Names every rule the plan breaks; no errors means that it may leave the program.
pub fn check(operation: &Operation, plan: &Plan) -> Findings {
    let mut court = rules::Court::default();
    let world = world::World::new(operation, plan);
    summary::whole(&world, &mut court);
    people::check(&world, &mut court);
    unity::check(&world, &mut court);
    company::check(&world, &mut court);
    convoy::check(&world, &mut court);
    persons::check(&world, &mut court);
    vehicle::check(&world, &mut court);
    places::check(&world, &mut court);
    road::check(&world, &mut court);
    crew::check(&world, &mut court);
    summary::check(&world, &mut court);
    inversions::check(&world, &mut court);
    court.findings
}
