//! The text format of benchmark instances, and the JSON answer to it.
//!
//! In: `places vehicles households`; the matrix of seconds; per vehicle `seats wheelchair_bays stretchers`; per household `pickup dropoff seats
//! wheelchairs stretchers weight tier_weight`. Out: a [`Problem`] whose W is weight x hours until the household's own alighting begins, or findings
//! with lines. Always true: vehicles start at place 0, make any number of trips, need not return; boarding takes 180 s, alighting 60 s a household.
//! Absent: windows, risk, ranges.

mod answer;
mod read;
#[cfg(test)]
mod tests;

pub use answer::{to_json, why_unserved};
pub use read::read;
