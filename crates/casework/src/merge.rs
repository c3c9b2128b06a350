//! Two records of one person: merging them, and taking that back. Both keep their histories; the merged one points to the kept one.

use crate::around::{Around, called};
use crate::known::{card, group, kind};
use crate::procedure::{Mark, record_command};
use crate::refusal::{Decided, Objection, Refusal};
use crate::view::RecordView;
use base::{Field, Reason, RecordId};
use serde_json::json;

/// How the fields of the group `decision` begin that name who was merged into a record.
const ABSORBED: &str = "absorbed_";

/// The persons whose records were merged into this one.
pub fn absorbed(kept: &RecordView) -> Vec<RecordId> {
    kept.beginning(&group::DECISION, ABSORBED).filter_map(|(id, _)| id.parse().ok().map(RecordId)).collect()
}

/// How the fields of the group `decision` begin that name someone who was looked at and is another person.
const DIFFERS: &str = "differs_";

/// The persons of whom someone said that they are others than this one.
pub fn different(record: &RecordView) -> Vec<RecordId> {
    record.beginning(&group::DECISION, DIFFERS).filter_map(|(id, _)| id.parse().ok().map(RecordId)).collect()
}

/// Keeps that these were looked at and are other persons, so that nobody is asked again.
pub fn differ(around: &Around<'_>, others: &[RecordId]) -> Decided {
    let mark = Mark { at: around.moment.now, by: around.actor.user };
    let mut pen = record_command(around, json!({"command": "differ", "records": others}));
    for other in others.iter().filter(|other| **other != around.record.id) {
        pen = pen.set(&named(DIFFERS, *other)?, json!(mark));
    }
    Ok(vec![pen.done()])
}

/// Merges a record into the one around, which is kept. Only a person decides that; `why` says what convinced them.
pub fn merge(around: &Around<'_>, merged: &RecordView, why: &str) -> Decided {
    let kept = around.record;
    let mut against: Vec<Objection> = Vec::new();
    if kept.kind != kind::PERSON || merged.kind != kind::PERSON || kept.id == merged.id || kept.area != merged.area {
        against.push(Reason::new("merge-not-two-persons").into());
    }
    for record in [kept, merged].into_iter().filter(|record| record.standing().merged_into.is_some()) {
        against.push(Reason::new("record-is-merged").with("record", called(record)).into());
    }
    if why.trim().is_empty() {
        against.push(Reason::new("step-needs-reason").into());
    }
    Refusal::unless_none(against)?;
    let of_merged = Around { record: merged, ..*around };
    let mark = Mark { at: around.moment.now, by: around.actor.user };
    let keep = record_command(around, json!({"command": "absorb", "record": merged.id, "why": why.trim()}))
        .set(&named(ABSORBED, merged.id)?, json!(mark));
    let point = merged.write(&group::CARD, around.moment.now).set(&card::MERGED_INTO, kept.id.to_string());
    let decide = record_command(&of_merged, json!({"command": "merge", "into": kept.id, "why": why.trim()}));
    Ok(vec![decide.done(), point.done(), keep.done()])
}

/// Takes a merge back: both records stand as they did, with what was written to each since.
pub fn unmerge(around: &Around<'_>, merged: &RecordView, why: &str) -> Decided {
    let kept = around.record;
    let mut against: Vec<Objection> = Vec::new();
    if merged.standing().merged_into != Some(kept.id) {
        against.push(Reason::new("merge-is-none").into());
    }
    if why.trim().is_empty() {
        against.push(Reason::new("step-needs-reason").into());
    }
    Refusal::unless_none(against)?;
    let of_merged = Around { record: merged, ..*around };
    let release =
        record_command(around, json!({"command": "release", "record": merged.id, "why": why.trim()})).clear(&named(ABSORBED, merged.id)?);
    let point = merged.write(&group::CARD, around.moment.now).clear(&card::MERGED_INTO);
    let decide = record_command(&of_merged, json!({"command": "unmerge", "from": kept.id, "why": why.trim()}));
    Ok(vec![decide.done(), point.done(), release.done()])
}

fn named(prefix: &str, other: RecordId) -> Result<Field, Refusal> {
    format!("{prefix}{}", other.0.simple()).parse().map_err(|_| Reason::new("merge-not-two-persons").into())
}
