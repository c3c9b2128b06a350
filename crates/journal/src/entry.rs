//! An entry: one act of one author on one record in one compartment.

use crate::hlc::Hlc;
use base::{ActId, Area, Compartment, DeviceId, EntryId, Field, Finding, Findings, Group, Instant, Kind, RecordId, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why a field that was asked has no answer; a field that was not asked is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// Asked, and the person does not know.
    Unknown,
    /// Asked, and the person would rather not say.
    Refused,
}

/// What an entry does to one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// Gives the field a value.
    Set(serde_json::Value),
    /// Records that it was asked and not answered.
    Silent(Silence),
    /// Takes back what the author saw, as if it had never been answered; puts nothing in its place, so it conflicts with nothing.
    Clear,
}

/// A field's change, and the entries whose value of this field the author had before them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What happens to the field.
    pub op: Op,
    /// The heads that the author saw; exactly these are replaced.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<EntryId>,
}

/// The form and version under which an entry was written, so that a changed form never breaks it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FormVersion {
    /// The form's identifier in content.
    pub form: String,
    /// The version that the author filled in.
    pub version: u32,
}

/// One entry of a journal; it never changes once written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its own identifier, made where it was written: the same entry sent twice is one.
    pub id: EntryId,
    /// The press of a button that it belongs to.
    pub act: ActId,
    /// The record it is about.
    pub record: RecordId,
    /// The record's kind.
    pub kind: Kind,
    /// The record's area of work.
    pub area: Area,
    /// The field group that all its changes belong to.
    pub group: Group,
    /// What changes, by field; never empty.
    pub changes: BTreeMap<Field, Change>,
    /// When what is recorded happened, as the author says.
    pub occurred: Instant,
    /// When the device wrote it: for order and display, never for who wins.
    pub written: Hlc,
    /// Who wrote it.
    pub author: UserId,
    /// On which device.
    pub device: DeviceId,
    /// The form it was written in, if one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<FormVersion>,
}

impl Entry {
    /// What it is seen, sealed and counted with.
    pub fn compartment(&self) -> Compartment {
        Compartment { area: self.area.clone(), group: self.group.clone() }
    }

    /// What is wrong with it in itself, whatever the journal holds.
    pub fn check(&self) -> Findings {
        let mut findings = Findings::default();
        if self.changes.is_empty() {
            findings.push(Finding::error("entry-empty", "The entry changes nothing.", "Leave it out."));
        }
        if self.written.device != self.device {
            findings.push(Finding::error(
                "entry-other-clock",
                "The clock reading is of another device.",
                "Write the entry anew on its own device.",
            ));
        }
        for (field, _) in self.changes.iter().filter(|(_, change)| change.seen.contains(&self.id)) {
            let text = format!("The entry claims to have seen its own value of '{field}'.");
            findings.push(Finding::error("entry-saw-itself", text, "Name only entries that were there before.").with("field", field));
        }
        findings
    }
}
