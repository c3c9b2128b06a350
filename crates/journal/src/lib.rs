//! Records as append-only entries (docs/decisions/0005-records.md).
//!
//! In: entries, in any order, some twice. Out: cards (the fold of one record in one compartment), conflicts, the history as acts, what undoes
//! an act, what a device is owed and owes. Always true: an entry replaces exactly what its author had seen; no value is lost.
//! Absent: clocks, storage, who may see, what a field means.

mod card;
mod draft;
mod entry;
mod history;
mod hlc;
pub mod sync;
mod undo;

pub use card::{Answer, Card, Head, Reading, Stamp};
pub use draft::{Draft, Hand};
pub use entry::{Change, Entry, FormVersion, Op, Silence};
pub use history::{Act, Changed, history};
pub use hlc::Hlc;
pub use undo::undo;
