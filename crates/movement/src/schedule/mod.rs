//! The exact clock of trips: when a vehicle is where, given curfews, closures, crew hours, breaks, gates and limits of riders.
//!
//! In: a [`Problem`] and trips per vehicle. Out: times of each stop and stretch ([`TripTimes`]), harm per tier ([`Harm`]), or the first
//! [`Breach`]. Always true: a vehicle does everything as early as it may, except that it holds at the first pick-up where riders
//! who may not ride in the dark, or not for long, could not leave at once. Absent: choice of trips, randomness, clocks.
//!
//! # Rules of driving
//! 1. A stretch is driven whole. It may be entered at `t` only if `[t, t + seconds + breaks inside)` meets no span of
//!    [`Travel::no_drive`](crate::problem::Travel::no_drive) nor of its own [`Stretch::shut`](crate::problem::Stretch::shut) (all spans are `[from, to)`).
//! 2. Driving counts to the local day in which the stretch is entered, and stays within `max_drive_per_day`; breaks are not driving.
//! 3. If some driving was done since the vehicle last stood for `break_seconds`, and the next stretch would bring it above `break_after`, the crew
//!    breaks first, at the stretch's beginning. A stretch of `s > break_after` seconds has `(s - 1) / break_after` breaks inside.
//!    Standing at a stop, at a gate or in a halt is a break if it lasts `break_seconds`.
//! 4. Otherwise the vehicle halts at the stretch's beginning until it may go; halting costs `halt_per_hour` to those on board, except before the
//!    first stretch of a leg, which is waiting at the stop.
//! 5. Everything is over by the horizon and by the vehicle's `until`.
//!
//! # Rules of a stop
//! Boarding begins when the vehicle is there and each household of the stop is `ready`, and takes `boarding` seconds a household. Alighting
//! begins when the vehicle is there and the gate is open, one household after the other in the order of the list, `alighting` seconds each.
//! Between the end of a trip and setting off for the next lies the turnaround.
//!
//! # Harm of a unit
//! `wait_per_hour` x hours until the vehicle leaves its pick-up stop, + `ride_per_hour` x hours from then until its own alighting begins, +
//! `risk_factor` x risk of the stretches and halts between. Someone not moved waits until the horizon.

mod drive;
mod harm;
mod replay;
mod shortest;
mod trip;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub use drive::{CrewClock, Drive, day_of, drive, next_free};
pub(crate) use harm::tier_index;
pub use harm::{Harm, harm_of, unit_harm};
pub use replay::{Breach, Replay, Rule, fits, replay, replay_all};
pub use shortest::Shortest;
pub use trip::{Ride, Run, StopTimes, TripTimes, Visit, arrival_day, boarded, run_trip, time_trip};
