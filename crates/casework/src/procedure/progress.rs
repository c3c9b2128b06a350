//! How far a record has come: the fields of the group `decision` that procedures write.

use crate::known::group;
use crate::view::RecordView;
use base::{Field, Instant, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(crate) static COMMAND: Field = Field::known("command");
pub(crate) static ENTERED: Field = Field::known("entered");
pub(crate) static TOOK: Field = Field::known("took");
pub(crate) static UNMET_NEED: Field = Field::known("unmet_need");
pub(crate) static ASKED: Field = Field::known("asked");

/// When something happened last, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: UserId,
}

/// A step that waits for someone's approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The step.
    pub step: String,
    /// The reason that was given.
    pub reason: Option<String>,
    /// When.
    pub at: Instant,
    /// Who asks.
    pub by: UserId,
}

/// How far a record has come in its procedure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// When each state was last entered.
    pub entered: BTreeMap<String, Mark>,
    /// When each step was last taken.
    pub took: BTreeMap<String, Mark>,
    /// The step that waits for approval.
    pub asked: Option<Asked>,
}

impl Progress {
    /// Reads it from a record.
    pub fn of(record: &RecordView) -> Self {
        Self {
            entered: record.one(&group::DECISION, &ENTERED).unwrap_or_default(),
            took: record.one(&group::DECISION, &TOOK).unwrap_or_default(),
            asked: record.one(&group::DECISION, &ASKED),
        }
    }
}
