//! What an outsider reads when something is refused or fails.

use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A refusal or failure: a stable code, what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// Stable code.
    pub code: String,
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub remedy: String,
    /// Values for the translated text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
}

impl Problem {
    /// A problem.
    pub fn new(code: &str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { code: code.into(), text: text.into(), remedy: remedy.into(), args: BTreeMap::new() }
    }
}
