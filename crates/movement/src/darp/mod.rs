//! Dial-a-ride: people who must each be taken from one place to another by a given hour, at the least distance.
//!
//! In: an instance in Cordeau's text format ([`read`]), a seed, and a caller that says how long to go on.
//! Out: a [`DarpPlan`], who is picked up and dropped off by which vehicle in which order, and [`check`], a judge that shares no code with [`solve`].
//! Always true: every route of a plan keeps capacity, windows, ride limits and route duration; a request without a place is listed with a reason;
//! the same instance, seed and number of rounds give the same plan.
//! Absent: clocks, files, roads and threat (distance is Euclidean here), tiers (see the planner of the parent module).

mod accept;
mod check;
mod destroy;
mod insertion;
mod instance;
mod model;
mod plan;
mod pool;
mod read;
mod recombine;
mod repair;
mod route;
mod schedule;
mod solution;
mod solve;
#[cfg(test)]
mod synthetic;
#[cfg(test)]
mod tests;

pub use check::check;
pub use instance::{Darp, Node};
pub use plan::{DarpPlan, Stop, Unserved};
pub use read::read;
pub use solve::{Progress, solve};
