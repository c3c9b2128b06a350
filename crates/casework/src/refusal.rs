//! A rule says no: why, and what would lift it.

use base::Reason;
use content::Words;
use journal::Draft;

/// One thing that stands against an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Stable code with values; its message (`reason-<code>`) says what to do.
    pub reason: Reason,
    /// What content says instead, where the rule is content's.
    pub message: Option<Words>,
}

/// All that stands against an act; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub Vec<Objection>);

/// What a command gives: drafts to be appended together, or why not.
pub type Decided = Result<Vec<Draft>, Refusal>;

impl From<Reason> for Objection {
    fn from(reason: Reason) -> Self {
        Self { reason, message: None }
    }
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Self(vec![reason.into()])
    }
}

impl Refusal {
    /// Yes if nothing stands against it.
    pub fn unless_none(objections: Vec<Objection>) -> Result<(), Self> {
        if objections.is_empty() { Ok(()) } else { Err(Self(objections)) }
    }

    /// Whether a code is among the reasons; for tests and callers that treat one apart.
    pub fn has(&self, code: &str) -> bool {
        self.0.iter().any(|objection| objection.reason.code == code)
    }
}
