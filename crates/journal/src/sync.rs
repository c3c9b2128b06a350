//! What a device has seen, is owed, and gets for what it owes: the decisions, without the wire.

use crate::entry::Entry;
use base::{Compartment, EntryId, Feed, Findings, Instant, RecordId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How far a device's clock may run ahead before someone is told, in seconds.
pub const CLOCK_AHEAD: i64 = 600;

/// How far a device has read: the last number it has of each feed and compartment.
///
/// One counter for each, so that a gap in what a device sees tells nothing of what it doesn't.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cursors(BTreeMap<(Feed, Compartment), u64>);

impl Cursors {
    /// The last number read, 0 when nothing was.
    pub fn at(&self, feed: &Feed, compartment: &Compartment) -> u64 {
        self.0.get(&(feed.clone(), compartment.clone())).copied().unwrap_or(0)
    }

    /// Notes that everything up to `number` was read; never goes back.
    pub fn advance(&mut self, feed: Feed, compartment: Compartment, number: u64) {
        let at = self.0.entry((feed, compartment)).or_insert(0);
        *at = number.max(*at);
    }

    /// Forgets a compartment that the device may no longer see, so that it is read from the start should it come back.
    pub fn forget(&mut self, feed: &Feed, compartment: &Compartment) {
        self.0.remove(&(feed.clone(), compartment.clone()));
    }
}

/// What a device must be told about a record's compartment, besides new entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outgo {
    /// It came into the device's sight: send the card.
    Upsert,
    /// It left the device's sight: the device deletes it and says so.
    Forget,
}

/// What a device holds, or may hold.
pub type Sight = BTreeSet<(RecordId, Compartment)>;

/// What brings a device from what it holds to what it may hold. Forgetting comes first: the device may be cut off before the rest.
pub fn owed(held: &Sight, may: &Sight) -> Vec<(Outgo, RecordId, Compartment)> {
    let forget = held.difference(may).map(|(record, compartment)| (Outgo::Forget, *record, compartment.clone()));
    let upsert = may.difference(held).map(|(record, compartment)| (Outgo::Upsert, *record, compartment.clone()));
    forget.chain(upsert).collect()
}

/// Whether an author may write an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// By the grants of this moment.
    Now,
    /// No longer, but by the grants of the moment when it was written.
    WhenWritten,
    /// Neither.
    Never,
}

/// What the server says of an entry that a device pushed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "verdict")]
pub enum Verdict {
    /// It stands in the journal.
    Accepted,
    /// It is kept aside for a supervisor.
    Quarantined {
        /// Code of the reason.
        reason: String,
    },
    /// It is not taken; the device keeps it under "needs your attention".
    Refused {
        /// Code of the reason.
        code: String,
    },
}

/// Judges a pushed entry. `known` holds the entries of its record and compartment that the server has; `findings` are the form's.
///
/// What is known already is accepted whatever else is true, so that a push can be repeated; `store` sees to it that an identifier stands for
/// one content. An entry that names something the server never saw as
/// seen comes too early: the device sends it again after what it rests on.
pub fn judge(entry: &Entry, known: &BTreeSet<EntryId>, findings: &Findings, permission: Permission) -> Verdict {
    let refused = |code: &str| Verdict::Refused { code: code.to_owned() };
    if known.contains(&entry.id) {
        return Verdict::Accepted;
    }
    if let Some(wrong) = entry.check().into_iter().next() {
        return Verdict::Refused { code: wrong.code };
    }
    match permission {
        // Said before anything that depends on what the journal holds: who may not write learns nothing of it.
        Permission::Never => refused("not-allowed"),
        _ if entry.changes.values().flat_map(|change| &change.seen).any(|seen| !known.contains(seen)) => refused("seen-unknown"),
        _ if findings.has_errors() => refused("answers-refused"),
        Permission::WhenWritten => Verdict::Quarantined { reason: "grant-ended".to_owned() },
        Permission::Now => Verdict::Accepted,
    }
}

/// By how many seconds the device's clock was ahead of the server's, if by more than [`CLOCK_AHEAD`]. A clock that is behind can't be
/// told from a device that was offline.
pub fn clock_ahead(entry: &Entry, received: Instant) -> Option<i64> {
    let ahead = (entry.written.millis / 1000).saturating_sub(received.0);
    (ahead > CLOCK_AHEAD).then_some(ahead)
}
