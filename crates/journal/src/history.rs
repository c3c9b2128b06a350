//! What was done to a record, as a list of acts.

use crate::entry::{Entry, FormVersion, Op};
use crate::hlc::Hlc;
use base::{ActId, Compartment, EntryId, Field, Instant, RecordId, UserId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// One press of a button by one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Act<'e> {
    /// The act.
    pub id: ActId,
    /// Who did it.
    pub author: UserId,
    /// When the device wrote the last of it.
    pub written: Hlc,
    /// When the last of what it records happened.
    pub occurred: Instant,
    /// The form it was filled in, if one was.
    pub form: Option<&'e FormVersion>,
    /// What it changed, in the order of arrival.
    pub changes: Vec<Changed<'e>>,
}

/// One field that an act changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed<'e> {
    /// The record.
    pub record: RecordId,
    /// The compartment.
    pub compartment: Compartment,
    /// The field.
    pub field: &'e Field,
    /// The entry that changed it.
    pub entry: EntryId,
    /// What the author saw in it before, as far as those entries are handed in.
    pub before: Vec<&'e Op>,
    /// What the author did to it.
    pub op: &'e Op,
}

/// The acts of the entries handed in, newest first. Entries come in the order of arrival, so that what an author had seen comes before.
///
/// Ordered by the hybrid clock, except that nothing stands before what its author had seen: a clock that is a year slow can't turn the
/// story round.
pub fn history(entries: &[Entry]) -> Vec<Act<'_>> {
    let mut known: BTreeMap<EntryId, (&Entry, i64)> = BTreeMap::new();
    let mut acts: Vec<(i64, Act)> = Vec::new();
    let mut places: BTreeMap<(ActId, UserId), usize> = BTreeMap::new();
    for entry in entries {
        if known.contains_key(&entry.id) {
            continue;
        }
        let seen: BTreeSet<&EntryId> = entry.changes.values().flat_map(|change| &change.seen).collect();
        let latest = seen.iter().filter_map(|id| known.get(id)).map(|(_, millis)| *millis).max();
        let millis = latest.map_or(entry.written.millis, |latest| latest.max(entry.written.millis));
        let place = *places.entry((entry.act, entry.author)).or_insert(acts.len());
        if place == acts.len() {
            let Entry { act: id, author, written, occurred, .. } = *entry;
            acts.push((millis, Act { id, author, written, occurred, form: entry.form.as_ref(), changes: Vec::new() }));
        }
        if let Some((at, act)) = acts.get_mut(place) {
            *at = millis.max(*at);
            act.written = act.written.max(entry.written);
            act.occurred = act.occurred.max(entry.occurred);
            act.form = act.form.or(entry.form.as_ref());
            for (field, change) in &entry.changes {
                let before = change.seen.iter().filter_map(|id| known.get(id)?.0.changes.get(field)).map(|change| &change.op).collect();
                let (record, compartment) = (entry.record, entry.compartment());
                act.changes.push(Changed { record, compartment, field, entry: entry.id, before, op: &change.op });
            }
        }
        known.insert(entry.id, (entry, millis));
    }
    acts.reverse();
    acts.sort_by_key(|(at, _)| Reverse(*at));
    acts.into_iter().map(|(_, act)| act).collect()
}
