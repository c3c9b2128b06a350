//! What an expression asks of the record it stands in.

use super::day::Day;
use super::value::Value;
use base::Instant;

/// Answers for the fields of one record at one moment; the same question always gets the same answer.
pub trait Environment {
    /// The field as seen from where the expression stands: its value, or [`Value::Many`] for one inside a repeat that the
    /// expression is outside of; [`Value::Rows`] for a repeat.
    fn value(&self, field: &str) -> Value;

    /// `.`: the value of the field whose rule this is.
    fn here(&self) -> Value {
        Value::UNDEFINED
    }

    /// The field's value in each row of its repeat, also from inside that repeat, for `indexed-repeat`.
    fn rows(&self, field: &str) -> Vec<Value>;

    /// The row that the expression stands in, counted from 1.
    fn position(&self) -> Option<u32> {
        None
    }

    /// The moment of evaluation, handed in.
    fn now(&self) -> Instant;

    /// The day of a moment on the operation's own calendar.
    fn local_date(&self, at: Instant) -> Day;

    /// What a choice is called in a language.
    fn choice_name(&self, field: &str, code: &str, language: &str) -> Option<String>;
}
