//! What a decision may look at: the record, what is related to it, content, who acts and when.

use crate::known::{card, field, group};
use crate::view::RecordView;
use base::{Instant, Kind, LocalZone, RecordId, Role, UserId};
use content::expression::Day;
use content::{Content, Moment, Procedure};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The user.
    pub user: UserId,
    /// The roles that they hold for this record.
    pub roles: BTreeSet<Role>,
}

/// Everything that a decision about a record may look at.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// Forms, lists, procedures.
    pub content: &'a Content,
    /// The record.
    pub record: &'a RecordView,
    /// The records of which it is the parent, and for a record about a person the person's consents.
    pub related: &'a [RecordView],
    /// Who acts.
    pub actor: &'a Actor,
    /// When and where.
    pub moment: Moment<'a>,
}

/// The procedure and version that a record stands under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Under {
    pub id: String,
    pub version: u32,
}

impl<'a> Around<'a> {
    /// The procedure that the record stands under, in the version with which it began.
    pub fn find_procedure(&self) -> Option<&'a Procedure> {
        procedure_of(self.content, self.record)
    }

    /// The record's parts of a kind.
    pub fn parts(&self, kind: &Kind) -> impl Iterator<Item = &'a RecordView> {
        let (record, kind) = (self.record.id, kind.clone());
        self.related.iter().filter(move |view| view.kind == kind && view.standing().parent == Some(record))
    }

    /// The person that the record is about: the one it names, or the record itself.
    pub fn person(&self) -> RecordId {
        self.record.one(&group::CARD, &field::PERSON).unwrap_or(self.record.id)
    }

    /// Whether the actor holds one of these roles.
    pub(crate) fn holds_one_of(&self, roles: &[String]) -> bool {
        self.actor.roles.iter().any(|role| roles.iter().any(|name| name == role.as_str()))
    }
}

/// The procedure that a record stands under.
pub(crate) fn procedure_of<'a>(content: &'a Content, record: &RecordView) -> Option<&'a Procedure> {
    let Under { id, version } = record.one(&group::CARD, &card::PROCEDURE)?;
    content.find_procedure(&id, version)
}

/// Whether nothing is due for a record any more; what stands under no known procedure is open.
pub fn has_ended(content: &Content, record: &RecordView) -> bool {
    let state = record.standing().state;
    procedure_of(content, record).and_then(|procedure| procedure.find_state(&state)).is_some_and(|state| state.ends)
}

/// The day of a moment where the operation lives.
pub(crate) fn day_of(zone: &LocalZone, at: Instant) -> Option<Day> {
    let date = zone.civil(at).date();
    Day::from_civil(i32::from(date.year()), u32::try_from(date.month()).ok()?, u32::try_from(date.day()).ok()?)
}

/// How a record is spoken of: its display code, or its identifier where it has none.
pub(crate) fn called(record: &RecordView) -> String {
    record.one(&group::CARD, &card::CODE).unwrap_or_else(|| record.id.to_string())
}
