//! An operation: the folder of files a movement officer works from, read and checked.
//!
//! In: the bytes of the files. Out: an [`Operation`] and all findings at once. Always true: every person of `people.csv` is in
//! exactly one household; a row that can't be trusted holds its household back with the reason, and never vanishes.
//! Absent: clocks and files; and from everything but [`Profile`], names, sex, age and origin.

mod blocks;
mod convoy;
mod destinations;
mod fleet;
mod household;
mod load;
mod needs;
mod people;
mod settings;
#[cfg(test)]
mod tests;
mod tiers;

pub use destinations::Destination;
pub use fleet::Vehicle;
pub(crate) use household::demand;
pub use household::{Group, Household, group};
pub use load::{Files, Operation, zone};
pub use needs::Needs;
pub use people::{ChildAge, Consent, Fitness, Person, Profile, Tier};
pub use settings::{Curfew, Driving, Escorts, Hazards, Routing, Season, Settings, Tiers};
