//! A draft: what an entry will say, before it has an identifier, an author and a time.

use crate::entry::{Change, Entry, FormVersion, Op};
use crate::hlc::Hlc;
use base::{ActId, Area, DeviceId, EntryId, Field, Group, Instant, Kind, RecordId, UserId};
use std::collections::BTreeMap;

/// What someone wants to write about one record in one compartment.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The record it is about.
    pub record: RecordId,
    /// The record's kind.
    pub kind: Kind,
    /// The record's area of work.
    pub area: Area,
    /// The field group that all its changes belong to.
    pub group: Group,
    /// What changes, by field.
    pub changes: BTreeMap<Field, Change>,
    /// When what is recorded happened.
    pub occurred: Instant,
    /// The form it was filled in.
    pub form: Option<FormVersion>,
}

/// Whose hand turns drafts into entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// The press of a button.
    pub act: ActId,
    /// Who pressed it.
    pub author: UserId,
    /// On which device.
    pub device: DeviceId,
}

impl Draft {
    /// A draft that changes nothing yet.
    pub fn new(record: RecordId, kind: Kind, area: Area, group: Group, occurred: Instant) -> Self {
        Self { record, kind, area, group, changes: BTreeMap::new(), occurred, form: None }
    }

    /// Adds a change of a field, replacing the entries that were seen.
    pub fn with(mut self, field: Field, op: Op, seen: Vec<EntryId>) -> Self {
        self.changes.insert(field, Change { op, seen });
        self
    }

    /// The entry, once it has an identifier and a time; `written` is a reading of the hand's own device.
    pub fn into_entry(self, id: EntryId, hand: Hand, written: Hlc) -> Entry {
        let Self { record, kind, area, group, changes, occurred, form } = self;
        let Hand { act, author, device } = hand;
        Entry { id, act, record, kind, area, group, changes, occurred, written, author, device, form }
    }
}
