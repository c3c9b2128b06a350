//! The fold of one record in one compartment: what each field reads now, and what has been replaced.

use crate::entry::{Entry, Op};
use crate::hlc::Hlc;
use base::{Compartment, DeviceId, EntryId, Field, Instant, UserId};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Who wrote an entry and when; kept once for all the fields it gave a value to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Who wrote it.
    pub author: UserId,
    /// On which device.
    pub device: DeviceId,
    /// When the device wrote it.
    pub written: Hlc,
    /// When what is recorded happened, as the author says.
    pub occurred: Instant,
}

/// A field: the answers that stand, and every entry that someone has seen and replaced.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Slot {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    heads: BTreeMap<EntryId, Op>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    replaced: BTreeSet<EntryId>,
}

/// The fold of one record in one compartment.
///
/// The same whatever the order in which entries come, and however often: heads are the entries seen so far that no entry has replaced.
/// An entry that clears a field replaces what its author saw and puts nothing in its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Card {
    compartment: Compartment,
    stamps: BTreeMap<EntryId, Stamp>,
    fields: BTreeMap<Field, Slot>,
}

/// An answer that stands in a field, with who gave it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Head<'a> {
    /// The entry that gave it.
    pub entry: EntryId,
    /// The value or silence; never [`Op::Clear`].
    pub op: &'a Op,
    /// Who and when.
    pub stamp: Stamp,
}

/// One answer, given by one entry or by several that did not see each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer<'a> {
    /// The value or silence; never [`Op::Clear`].
    pub op: &'a Op,
    /// Who gave it, newest first; at least one.
    pub heads: Vec<Head<'a>>,
}

/// What a field reads.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading<'a> {
    /// Not asked, or taken back.
    Absent,
    /// One answer.
    One(Answer<'a>),
    /// Answers that differ, newest first; an entry that has seen them settles it.
    Conflict(Vec<Answer<'a>>),
}

impl Card {
    /// A card to which nothing has been applied.
    pub fn new(compartment: Compartment) -> Self {
        Self { compartment, stamps: BTreeMap::new(), fields: BTreeMap::new() }
    }

    /// The fold of entries of one record; those of another compartment are passed over.
    pub fn fold<'e>(compartment: Compartment, entries: impl IntoIterator<Item = &'e Entry>) -> Self {
        let mut card = Self::new(compartment);
        for entry in entries {
            card.apply(entry);
        }
        card
    }

    /// The compartment it folds.
    pub fn compartment(&self) -> &Compartment {
        &self.compartment
    }

    /// Takes one entry in; an entry of another compartment, or one already taken, changes nothing.
    pub fn apply(&mut self, entry: &Entry) {
        if entry.area != self.compartment.area || entry.group != self.compartment.group {
            return;
        }
        let mut stands = false;
        for (field, change) in &entry.changes {
            let slot = self.fields.entry(field.clone()).or_default();
            for seen in change.seen.iter().filter(|seen| **seen != entry.id) {
                slot.heads.remove(seen);
                slot.replaced.insert(*seen);
            }
            if change.op != Op::Clear && !slot.replaced.contains(&entry.id) {
                slot.heads.insert(entry.id, change.op.clone());
                stands = true;
            }
        }
        if stands {
            let stamp = Stamp { author: entry.author, device: entry.device, written: entry.written, occurred: entry.occurred };
            self.stamps.insert(entry.id, stamp);
        }
        self.forget_stamps();
    }

    /// Takes in another fold of the same record and compartment: the result is the fold of the entries of both.
    pub fn merge(&mut self, other: &Self) {
        if other.compartment != self.compartment {
            return;
        }
        for (field, theirs) in &other.fields {
            let ours = self.fields.entry(field.clone()).or_default();
            ours.replaced.extend(&theirs.replaced);
            ours.heads.extend(theirs.heads.iter().map(|(id, op)| (*id, op.clone())));
            ours.heads.retain(|id, _| !ours.replaced.contains(id));
        }
        self.stamps.extend(&other.stamps);
        self.forget_stamps();
    }

    /// Drops the stamps of entries of which no field shows anything any more.
    fn forget_stamps(&mut self) {
        let fields = &self.fields;
        self.stamps.retain(|id, _| fields.values().any(|slot| slot.heads.contains_key(id)));
    }

    /// What a field reads. Answers that are equal are one answer with several authors.
    pub fn value(&self, field: &Field) -> Reading<'_> {
        let mut answers: Vec<Answer> = Vec::new();
        for head in self.heads(field) {
            match answers.iter_mut().find(|answer| answer.op == head.op) {
                Some(same) => same.heads.push(head),
                None => answers.push(Answer { op: head.op, heads: vec![head] }),
            }
        }
        match answers.len() {
            0 => Reading::Absent,
            1 => answers.pop().map_or(Reading::Absent, Reading::One),
            _ => Reading::Conflict(answers),
        }
    }

    /// The heads of a field, newest first by the hybrid clock.
    pub fn heads(&self, field: &Field) -> Vec<Head<'_>> {
        let Some(slot) = self.fields.get(field) else { return Vec::new() };
        let stamped = slot.heads.iter().filter_map(|(id, op)| Some(Head { entry: *id, op, stamp: *self.stamps.get(id)? }));
        let mut heads: Vec<Head> = stamped.collect();
        heads.sort_by_key(|head| Reverse((head.stamp.written, head.entry)));
        heads
    }

    /// What the next change of a field names as seen by someone who reads this card.
    pub fn seen(&self, field: &Field) -> Vec<EntryId> {
        self.fields.get(field).map(|slot| slot.heads.keys().copied().collect()).unwrap_or_default()
    }

    /// The fields that have been written to, whether or not anything stands in them.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.keys()
    }

    /// The fields with answers that differ.
    pub fn conflicts(&self) -> Vec<&Field> {
        self.fields.keys().filter(|field| matches!(self.value(field), Reading::Conflict(_))).collect()
    }
}

impl<'a> Reading<'a> {
    /// The value, if there is exactly one answer and it is not a silence.
    pub fn one(&self) -> Option<&'a serde_json::Value> {
        match self {
            Self::One(answer) => match answer.op {
                Op::Set(value) => Some(value),
                _ => None,
            },
            _ => None,
        }
    }
}
