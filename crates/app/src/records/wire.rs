//! What the page asks and is told about records. Field names are the wire's.

use super::wire_command::{ConsentShown, OfferShown, WishShown};
use base::{ActId, Area, EntryId, Field, Group, Instant, Kind, RecordId};
use journal::Silence;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Line {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// Its area of work.
    pub area: Area,
    /// The display code, without meaning, to be read out or written on paper.
    pub code: String,
    /// A name to show, if the asker may see one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// State in its procedure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Level of risk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<String>,
    /// When the next step is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// The record that it was found to be the same as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<RecordId>,
    /// When it last changed.
    pub changed: Instant,
    /// Whether two answers stand in one of its fields that are shown here.
    pub conflict: bool,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Lines {
    /// The lines.
    pub lines: Vec<Line>,
    /// Where the next part begins, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// One answer that stands for a field; more than one is a conflict.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Answer {
    /// The entry it came with.
    pub entry: EntryId,
    /// Every entry that gave this same answer: to be named in `seen` by who changes it.
    pub entries: Vec<EntryId>,
    /// The value, unless there is a silence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<serde_json::Value>,
    /// Asked and not answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub silence: Option<Silence>,
    /// Who wrote it.
    pub by: String,
    /// When what it says happened.
    pub occurred: Instant,
}

/// One field group of a record, as the asker may see it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GroupShown {
    /// The group.
    pub group: Group,
    /// Whether the asker may change it.
    pub may_write: bool,
    /// Roles that can see it, for the chip beside each field.
    pub seen_by: Vec<String>,
    /// Answers by field, newest first; more than one answer is a conflict to be settled.
    pub fields: BTreeMap<Field, Vec<Answer>>,
}

/// A step that a record may be led to.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StepShown {
    /// The command that takes it.
    pub command: String,
    /// What it is called, as something to do.
    pub label: String,
    /// The form that must be complete for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// Reasons, one of which must be given; those with which it can be taken now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<super::forms::ChoiceShown>,
    /// Whether it sends something to others: it is taken by the command `send`.
    pub shares: bool,
    /// Whether another person must agree before it counts.
    pub needs_approval: bool,
    /// Whether it was asked for and waits.
    pub asked: bool,
    /// Whether it can be taken now.
    pub allowed: bool,
    /// What stands against it, as codes with values.
    pub why_not: Vec<base::Reason>,
    /// What content says about that.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub says: Vec<String>,
    /// When it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
}

/// A record, as the asker may see it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RecordShown {
    /// Its line.
    #[serde(flatten)]
    pub line: Line,
    /// The form its answers belong to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<journal::FormVersion>,
    /// Groups the asker may see.
    pub groups: Vec<GroupShown>,
    /// Records that belong to it: members, notes, cases.
    pub parts: Vec<Line>,
    /// The record it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Line>,
    /// Records that were found to be the same as this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub absorbed: Vec<Line>,
    /// Steps of its procedure.
    pub steps: Vec<StepShown>,
    /// What else the asker may decide about it: `offer`, `assign`, `decline`, `share`, `merge`, `erase`, `agree_erase`, `withdraw`.
    pub may: Vec<&'static str>,
    /// The offer that waits, for whoever may make or answer one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer: Option<OfferShown>,
    /// The erasure that waits for a second person, for whoever may ask for one or agree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erasure: Option<WishShown>,
    /// Consents of the person whom it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<ConsentShown>,
    /// Of a consent: what it allowed to be shared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<Line>,
    /// Until when something must be stopped and recalled, because the consent to it was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall_until: Option<Instant>,
}

/// What someone answered to one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// The value; absent with a silence, or to take an answer back.
    #[serde(default)]
    pub value: Option<serde_json::Value>,
    /// Asked and not answered.
    #[serde(default)]
    pub silence: Option<Silence>,
    /// The rows of a repeat, each to become a record of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(no_recursion)]
    pub rows: Option<Vec<BTreeMap<Field, Given>>>,
    /// The answers that the author saw.
    #[serde(default)]
    pub seen: Vec<EntryId>,
}

/// A form that someone filled in: for a new record, or for one that exists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// Made by the sender: the same act sent twice is one.
    pub act: ActId,
    /// Made by the sender for a new record.
    pub record: RecordId,
    /// The form.
    pub form: String,
    /// Its version.
    pub version: u32,
    /// The record that this one belongs to.
    #[serde(default)]
    pub parent: Option<RecordId>,
    /// The area of work, where its form goes with several; that of the record it belongs to, or the author's first, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// When it happened; now if absent.
    #[serde(default)]
    pub occurred: Option<Instant>,
    /// The answers, by field.
    pub answers: BTreeMap<Field, Given>,
    /// Possible duplicates that the author was shown and said to be others; nobody is asked about them again.
    #[serde(default)]
    pub passed_over: Vec<RecordId>,
}

/// A person who may be the one being registered.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Likeness {
    /// The person.
    pub line: Line,
    /// Why.
    pub reasons: Vec<base::Reason>,
}

/// What became of a new record.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Saved {
    /// The record.
    pub record: RecordId,
    /// Its display code.
    pub code: String,
    /// What was noticed: answers that were left out, calculations that differ.
    pub findings: base::Findings,
}

/// One press of a button in a record's history.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Act {
    /// The act.
    pub act: ActId,
    /// When the device wrote it, in milliseconds since 1970 turned to an instant.
    pub at: Instant,
    /// When what it says happened.
    pub occurred: Instant,
    /// Who.
    pub by: String,
    /// The form it was filled in, if one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<journal::FormVersion>,
    /// What changed.
    pub changes: Vec<Changed>,
    /// Whether the asker may take it back.
    pub may_undo: bool,
}

/// One field that an act changed.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Changed {
    /// Its group.
    pub group: Group,
    /// The field.
    pub field: Field,
    /// The entry.
    pub entry: EntryId,
    /// The value given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<serde_json::Value>,
    /// Asked and not answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub silence: Option<Silence>,
    /// Whether an answer was taken back.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cleared: bool,
}

/// What became of taking an act back.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Undone {
    /// Whether anything was restored.
    pub undone: bool,
    /// What could not be taken back.
    pub findings: base::Findings,
}

/// One line of "who has seen or received what about me", and of the audit.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Seen {
    /// Its number in the chain.
    pub n: u64,
    /// When.
    pub at: Instant,
    /// Who; the program itself if empty.
    pub by: String,
    /// What was done.
    pub action: String,
    /// On which record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
    /// In which compartments, as far as the asker may see them.
    #[schema(value_type = Vec<String>)]
    pub groups: Vec<base::Compartment>,
    /// For what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<base::Purpose>,
}

/// What checking the chain of the audit found.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Verified {
    /// How many links it has.
    pub links: u64,
    /// Whether it is whole and unchanged.
    pub ok: bool,
    /// What is wrong with it.
    pub findings: base::Findings,
}
