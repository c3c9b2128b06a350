//! What someone filled in: answers to a form, what they mean for its rules, and what is wrong with them.
//!
//! In: a form, answers as JSON, the moment. Out: values that expressions read; findings; the answers to be kept.
//! Always true: a hidden question keeps no answer; an imprecise date or age is a range at every rule.
//! Absent: journals (`casework` makes entries of what is kept), and who may see what.

mod age;
mod resolve;
mod validate;
mod value;

pub use age::{AGE_MARGIN, Standing, birthday};
pub use resolve::Answers;
pub use validate::{Checked, Stage, validate};
pub use value::{days, value};

use base::{Field, Instant, LocalZone};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why a question that was asked has no answer; one that was not asked is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// Asked, and not known.
    Unknown,
    /// Asked, and the person would rather not say.
    Refused,
}

/// What was given for one question or repeat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A value, in the JSON of its type (docs/formats-content.md).
    Set(serde_json::Value),
    /// Asked and not answered.
    Silent(Silence),
    /// The rows of a repeat, each to become a record of its own.
    Rows(Vec<Payload>),
}

/// Answers by field; what is absent was not asked.
pub type Payload = BTreeMap<Field, Answer>;

/// When and where rules are evaluated.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// The present; when a submission is checked again, the moment it was recorded at.
    pub now: Instant,
    /// The zone the operation lives in.
    pub zone: &'a LocalZone,
}
