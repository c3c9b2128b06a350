//! Why the program decided something, as a code with values, so that every language can say it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use utoipa::ToSchema;

/// A reason: a stable code keying the catalogue message `reason-<code>`, and the values that fill it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
pub struct Reason {
    /// Stable kebab-case code.
    pub code: String,
    /// Values for the message.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub args: BTreeMap<String, String>,
}

impl Reason {
    /// A reason without values.
    pub fn new(code: &str) -> Self {
        Self { code: code.into(), args: BTreeMap::new() }
    }

    /// Adds a value.
    pub fn with(mut self, key: &str, value: impl fmt::Display) -> Self {
        self.args.insert(key.into(), value.to_string());
        self
    }
}
