//! Erasing a record: what must be destroyed, and the certificate that stays (sector.md I.4).

use crate::around::{Around, called, has_ended};
use crate::known::group;
use crate::procedure::record_command;
use crate::refusal::{Decided, Objection, Refusal};
use crate::view::RecordView;
use base::{Field, Instant, Reason, RecordId, UserId};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

static LEGAL_HOLD: Field = Field::known("legal_hold");
static ERASURE_ASKED: Field = Field::known("erasure_asked");

/// What an erasure destroys, and what stays to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The records whose salts are destroyed: without them no key can be made again.
    pub records: BTreeSet<RecordId>,
    /// Digests of attachments of theirs; each is destroyed unless another record has it too.
    pub attachments: BTreeSet<String>,
    /// What stays.
    pub certificate: Certificate,
}

/// What was destroyed, why, how, when, by whom and before whom. Holds nothing of what was in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The record's display code.
    pub record: String,
    /// How many records it took with it.
    pub parts: usize,
    /// Why.
    pub why: String,
    /// When.
    pub at: Instant,
    /// Who destroyed it.
    pub by: UserId,
    /// Who agreed and witnessed it.
    pub witness: UserId,
}

/// An erasure that someone asks for and another must agree to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Why.
    pub why: String,
    /// When it was asked for.
    pub at: Instant,
    /// By whom.
    pub by: UserId,
}

/// The erasure that waits for a second person.
pub fn asked(record: &RecordView) -> Option<Wish> {
    record.one(&group::DECISION, &ERASURE_ASKED)
}

/// Asks for an erasure. Refused under what [`erase`] is refused for, so that nobody waits in vain.
pub fn ask(around: &Around<'_>, why: &str) -> Decided {
    let mut against = against(around);
    if asked(around.record).is_some() {
        against.push(Reason::new("erase-waits").into());
    }
    if why.trim().is_empty() {
        against.push(Reason::new("step-needs-reason").into());
    }
    Refusal::unless_none(against)?;
    let wish = Wish { why: why.trim().to_owned(), at: around.moment.now, by: around.actor.user };
    Ok(vec![record_command(around, json!({"command": "ask_erase", "why": wish.why})).set(&ERASURE_ASKED, json!(wish)).done()])
}

/// Turns an erasure down that was asked for; who asked may take it back the same way.
pub fn keep(around: &Around<'_>, why: &str) -> Decided {
    asked(around.record).ok_or_else(|| Refusal::from(Reason::new("approval-not-asked")))?;
    if why.trim().is_empty() {
        return Err(Reason::new("step-needs-reason").into());
    }
    Ok(vec![record_command(around, json!({"command": "keep", "why": why.trim()})).clear(&ERASURE_ASKED).done()])
}

/// What stands against erasing a record and its parts, whoever asks.
fn against(around: &Around<'_>) -> Vec<Objection> {
    let mut against: Vec<Objection> = Vec::new();
    for record in parts(around).chain([around.record]) {
        if !matches!(record.find(&LEGAL_HOLD).one(), None | Some(Json::Bool(false))) {
            against.push(Reason::new("erase-legal-hold").with("record", called(record)).into());
        }
        if !record.standing().state.is_empty() && !has_ended(around.content, record) {
            against.push(Reason::new("erase-open").with("record", called(record)).into());
        }
    }
    against
}

fn parts<'a>(around: &Around<'a>) -> impl Iterator<Item = &'a RecordView> {
    let record = around.record.id;
    around.related.iter().filter(move |part| part.standing().parent == Some(record))
}

/// What erasing the record around destroys: itself and its parts. Refused under a legal hold (R-A6, I.4), while the record or a part of it is open, and
/// without a second person.
pub fn erase(around: &Around<'_>, witness: UserId, why: &str) -> Result<Erasure, Refusal> {
    let parts: Vec<_> = parts(around).collect();
    let all = || parts.iter().copied().chain([around.record]);
    let mut against = against(around);
    if witness == around.actor.user {
        against.push(Reason::new("erase-needs-witness").into());
    }
    if why.trim().is_empty() {
        against.push(Reason::new("step-needs-reason").into());
    }
    Refusal::unless_none(against)?;
    let certificate = Certificate {
        record: called(around.record),
        parts: parts.len(),
        why: why.trim().to_owned(),
        at: around.moment.now,
        by: around.actor.user,
        witness,
    };
    let mut attachments = BTreeSet::new();
    for card in all().flat_map(|record| record.cards()) {
        let values = card.fields().flat_map(|field| card.heads(field)).filter_map(|head| match head.op {
            journal::Op::Set(Json::Object(value)) => value.get("digest")?.as_str().map(str::to_owned),
            _ => None,
        });
        attachments.extend(values);
    }
    Ok(Erasure { records: all().map(|record| record.id).collect(), attachments, certificate })
}
