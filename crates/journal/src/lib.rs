//! Records as append-only entries (docs/decisions/0005-records.md).
//!
//! In: entries, in any order, some twice. Out: cards (the fold of one record in one compartment), conflicts, order.
//! Always true: an entry replaces exactly what its author had seen; no value is lost. Absent: clocks, storage, what a field means.

mod card;
mod entry;
mod hlc;

pub use card::{Answer, Card, Head, Reading, Stamp};
pub use entry::{Change, Entry, FormVersion, Op, Silence};
pub use hlc::Hlc;
