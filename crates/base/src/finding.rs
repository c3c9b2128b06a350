//! Something about the data that a person should know, collected rather than thrown.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use utoipa::ToSchema;

/// How far a finding reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing was left out.
    Note,
    /// Part of the input was left out or replaced by a stated default.
    Warning,
    /// The row or file can't be used.
    Error,
}

/// One thing found in the data: code, place, what is wrong and what to do about it.
///
/// `code` is stable and keys the translation `finding-<code>`; `args` fill it; `text` and `remedy` are the English fallback.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Finding {
    /// Stable kebab-case code.
    pub code: String,
    /// How far it reaches.
    pub severity: Severity,
    /// File it was found in, as the user named it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub file: Option<String>,
    /// Line in the file, counting the header as 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub row: Option<u64>,
    /// Column header.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub column: Option<String>,
    /// What is wrong, in English.
    pub text: String,
    /// What to do, in English.
    pub remedy: String,
    /// Values for the translated text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub args: BTreeMap<String, String>,
}

impl Finding {
    fn new(severity: Severity, code: &str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            severity,
            file: None,
            row: None,
            column: None,
            text: text.into(),
            remedy: remedy.into(),
            args: BTreeMap::new(),
        }
    }

    /// A row or file that can't be used.
    pub fn error(code: &str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, text, remedy)
    }

    /// Something left out or replaced by a default.
    pub fn warning(code: &str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, text, remedy)
    }

    /// Something worth knowing.
    pub fn note(code: &str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, text, remedy)
    }

    /// Names the file.
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Names file, row and column.
    pub fn at(mut self, file: impl Into<String>, row: u64, column: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self.row = Some(row);
        self.column = Some(column.into());
        self
    }

    /// Adds a value for the translated text.
    pub fn with(mut self, key: &str, value: impl fmt::Display) -> Self {
        self.args.insert(key.into(), value.to_string());
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, "{level} [{}]", self.code)?;
        if let Some(file) = &self.file {
            write!(f, " {file}")?;
        }
        if let Some(row) = self.row {
            write!(f, ":{row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, " {column}")?;
        }
        write!(f, ": {} -> {}", self.text, self.remedy)
    }
}

/// All findings of one reading, in the order they were met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Findings(pub Vec<Finding>);

impl FromIterator<Finding> for Findings {
    fn from_iter<I: IntoIterator<Item = Finding>>(all: I) -> Self {
        let mut findings = Self::default();
        all.into_iter().for_each(|finding| findings.push(finding));
        findings
    }
}

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds all of another reading.
    pub fn extend(&mut self, other: impl IntoIterator<Item = Finding>) {
        self.0.extend(other);
    }

    /// Whether any is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|f| f.severity == Severity::Error)
    }

    /// Whether a code was found; for tests and guards.
    pub fn has(&self, code: &str) -> bool {
        self.0.iter().any(|f| f.code == code)
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each finding.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter()
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
