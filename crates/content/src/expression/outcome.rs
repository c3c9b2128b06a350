//! What a result, and above all a blank, means for each use.

use super::value::{Blank, Value};

/// What an expression is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Use {
    /// Whether a question is shown.
    Relevance,
    /// Whether an answer is accepted.
    Constraint,
    /// The value of a calculated field.
    Calculation,
    /// Whether a step may be taken.
    Guard,
    /// What a screening rule concludes.
    Screener,
}

/// What follows from a result.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Shown, accepted, allowed, or concluded.
    Yes,
    /// Hidden, turned back, refused, or ruled out.
    No,
    /// A screener can't say, and why; to be shown as such, never as a no.
    Indeterminate(Blank),
    /// A calculation gives its value, blank or not.
    Keeps(Value),
}

/// What a result means for a use: on a blank, relevance hides, a constraint passes, a calculation stays blank, a guard refuses and a
/// screener is indeterminate.
///
/// A value that is neither a truth nor blank counts as undefined, except in a calculation.
pub fn outcome(usage: Use, value: Value) -> Outcome {
    if usage == Use::Calculation {
        return Outcome::Keeps(value);
    }
    let reason = match value {
        Value::Truth(true) => return Outcome::Yes,
        Value::Truth(false) => return Outcome::No,
        Value::Blank(reason) => reason,
        _ => Blank::Undefined,
    };
    match usage {
        Use::Constraint => Outcome::Yes,
        Use::Screener => Outcome::Indeterminate(reason),
        Use::Relevance | Use::Guard | Use::Calculation => Outcome::No,
    }
}
