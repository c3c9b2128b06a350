//! The search for a better plan than the officer's.
//!
//! In: a [`Problem`], [`Options`], and a caller that says whether to go on. Out: a [`Solution`] that replays without a breach. Always true: the same
//! problem, options and number of rounds give the same bytes; in mode [`Mode::Tiers`] tier 1 is never worse off than under the officer rule. Absent: clocks.
//!
//! Trips are taken apart and put together again many thousand times (ruin and recreate, whole trips exchanged, the rest of the day of two vehicles
//! exchanged); a little worse is accepted at first, less and less later.

mod anneal;
mod bank;
mod budget;
mod insert;
mod leaf;
mod model;
mod places;
mod route;
mod ruin;
mod saved;
mod solve;
mod state;
#[cfg(test)]
mod tests;
mod whole;

pub use solve::{Options, Progress, Start, solve};
