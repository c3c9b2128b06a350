//! Undoing an act: entries that restore what each field read before it.

use crate::card::Card;
use crate::draft::Draft;
use crate::entry::{Change, Entry, Op};
use base::{ActId, Compartment, EntryId, Field, Finding, Findings, Instant, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// The field by which a record holds what was decided once; see docs/decisions/0005-records.md.
static COMMAND: Field = Field::known("command");

/// Drafts that take back what an act changed, and what of it can't be taken back.
///
/// `entries` are all entries of the compartments that the act touched. A field that someone changed since is left as it is and is a finding; so
/// is a record about which the act decided something, all of it, as its `card` goes with the decision: that is taken back by a decision of its own. Only
/// what an act opened, and nothing decided since, it takes back with everything that it wrote there. What stood in a field before and was replaced by the act alone stands again:
/// one entry for each answer, so that a conflict that the act had settled is a conflict again. An act that is taken back twice changes nothing.
pub fn undo(act: ActId, entries: &[Entry], now: Instant) -> (Vec<Draft>, Findings) {
    let mut drafts = Vec::new();
    let mut findings = Findings::default();
    let mut journals: BTreeMap<(RecordId, Compartment), Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        journals.entry((entry.record, entry.compartment())).or_default().push(entry);
    }
    let decided: BTreeSet<RecordId> = journals.values().flatten().filter(|e| is_decision(e) && e.act == act).map(|e| e.record).collect();
    let decided_else: BTreeSet<RecordId> =
        journals.values().flatten().filter(|e| is_decision(e) && e.act != act).map(|e| e.record).collect();
    let kept: BTreeSet<&RecordId> = decided.intersection(&decided_else).collect();
    for record in &kept {
        let text = "A decision can't be undone like an edit.";
        let finding = Finding::error("undo-decision", text, "Use the step that takes it back: reopen, give back, separate.");
        findings.push(finding.with("record", record));
    }
    for ((record, compartment), journal) in journals.into_iter().filter(|((record, _), _)| !kept.contains(record)) {
        let ours: Vec<&Entry> = journal.iter().copied().filter(|entry| entry.act == act).collect();
        let Some(first) = ours.first() else { continue };
        let before = Card::fold(compartment.clone(), journal.iter().copied().filter(|entry| entry.act != act));
        let after = Card::fold(compartment, journal.iter().copied());
        let mut restored: Vec<BTreeMap<Field, Change>> = Vec::new();
        for field in ours.iter().flat_map(|entry| entry.changes.keys()).collect::<BTreeSet<_>>() {
            match restore(field, &ours, &before, &after) {
                Some(changes) => {
                    for (n, change) in changes.into_iter().enumerate() {
                        if n == restored.len() {
                            restored.push(BTreeMap::new());
                        }
                        if let Some(entry) = restored.get_mut(n) {
                            entry.insert(field.clone(), change);
                        }
                    }
                }
                None => {
                    let text = format!("'{field}' was changed since and stays as it is.");
                    let finding = Finding::warning("undo-changed-since", text, "Look at its history and correct it by hand.");
                    findings.push(finding.with("field", field).with("record", record));
                }
            }
        }
        drafts.extend(
            restored
                .into_iter()
                .map(|changes| Draft { changes, ..Draft::new(record, first.kind.clone(), first.area.clone(), first.group.clone(), now) }),
        );
    }
    (drafts, findings)
}

fn is_decision(entry: &Entry) -> bool {
    entry.changes.contains_key(&COMMAND)
}

/// The changes that restore one field, none if someone changed it since.
fn restore(field: &Field, ours: &[&Entry], before: &Card, after: &Card) -> Option<Vec<Change>> {
    let is_ours = |id: &EntryId| ours.iter().any(|entry| entry.id == *id);
    let stands = after.seen(field);
    let seen: Vec<EntryId> = stands.iter().copied().filter(is_ours).collect();
    let only_cleared = ours.iter().filter_map(|entry| entry.changes.get(field)).all(|change| change.op == Op::Clear);
    if seen.is_empty() && !(only_cleared && stands.is_empty()) {
        return None;
    }
    let lost = before.heads(field).into_iter().filter(|head| !stands.contains(&head.entry));
    let mut changes: Vec<Change> = lost.map(|head| Change { op: head.op.clone(), seen: seen.clone() }).collect();
    if changes.is_empty() && !seen.is_empty() {
        changes.push(Change { op: Op::Clear, seen });
    }
    Some(changes)
}
