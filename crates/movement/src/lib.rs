//! Who travels first, with whom, on which vehicle, by which route; who waits and why.
//!
//! In: an operation (places, roads, reports, people, fleet, destinations), a mode, a seed, a limit.
//! Out: a [`plan::Plan`] that an independent [`check`] has replayed, bounds, and the reasons for each wait.
//! Always true: people in = people on a trip + people waiting with a reason; tier 1 is never worse off than under the officer rule.
//! Absent: clocks, files, names, nationality, ethnicity, religion and sex (see [`operation::Profile`], which the planner never reads).

mod assemble;
pub mod backtest;
pub mod boarding;
pub mod bound;
pub mod build;
pub mod cards;
pub mod check;
mod convoy;
pub mod darp;
pub mod difference;
pub mod disparity;
pub mod instance;
pub mod inversion;
pub mod manifest;
pub mod officer;
pub mod operation;
pub mod plan;
pub mod planner;
pub mod problem;
mod reasons;
pub mod schedule;
pub mod search;
