//! What the checks say.

use std::fmt;

/// Failures and notes, in the order they were found.
#[derive(Debug, Default)]
pub struct Report {
    failures: Vec<String>,
    notes: Vec<String>,
}

impl Report {
    /// Something that must be put right.
    pub fn fail(&mut self, check: &str, place: impl fmt::Display, text: impl fmt::Display) {
        self.failures.push(format!("{check}: {place}: {text}"));
    }

    /// Something to know.
    pub fn note(&mut self, check: &str, place: impl fmt::Display, text: impl fmt::Display) {
        self.notes.push(format!("{check}: {place}: {text}"));
    }

    /// Whether anything must be put right.
    pub fn failed(&self) -> bool {
        !self.failures.is_empty()
    }

    /// Whether a failure holds this text.
    #[cfg(test)]
    pub fn fails_with(&self, text: &str) -> bool {
        self.failures.iter().any(|f| f.contains(text))
    }

    /// Whether a note holds this text.
    #[cfg(test)]
    pub fn notes_with(&self, text: &str) -> bool {
        self.notes.iter().any(|n| n.contains(text))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for note in &self.notes {
            writeln!(f, "note    {note}")?;
        }
        for failure in &self.failures {
            writeln!(f, "FAILED  {failure}")?;
        }
        writeln!(f, "the house: {} failed, {} noted", self.failures.len(), self.notes.len())
    }
}
