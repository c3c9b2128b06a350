//! Reading the values that an operator or function was given; each `as_*` gives the value or the reason there is none.

use super::day::Day;
use super::range::Numeric;
use super::value::{Between, Blank, Value};
use base::Instant;

/// What a value of another kind gives: an expression that was checked never meets one.
const OTHER: Blank = Blank::Undefined;

pub(super) fn as_truth(value: Value) -> Result<bool, Blank> {
    match value {
        Value::Truth(truth) => Ok(truth),
        other => Err(other.blank().unwrap_or(OTHER)),
    }
}

pub(super) fn as_number(value: Value) -> Numeric {
    match value {
        Value::Number(range) => Ok(range),
        other => Err(other.blank().unwrap_or(OTHER)),
    }
}

pub(super) fn as_text(value: Value) -> Result<String, Blank> {
    match value {
        Value::Text(text) => Ok(text),
        other => Err(other.blank().unwrap_or(OTHER)),
    }
}

pub(super) fn as_date(value: Value) -> Result<Between<Day>, Blank> {
    match value {
        Value::Date(range) => Ok(range),
        other => Err(other.blank().unwrap_or(OTHER)),
    }
}

pub(super) fn as_instant(value: Value) -> Result<Instant, Blank> {
    match value {
        Value::Instant(at) => Ok(at),
        other => Err(other.blank().unwrap_or(OTHER)),
    }
}

/// The codes chosen; one choice counts as a list of one.
pub(super) fn as_choices(value: Value) -> Result<Vec<String>, Blank> {
    match value {
        Value::Choices(codes) => Ok(codes),
        Value::Text(code) => Ok(vec![code]),
        other => Err(other.blank().unwrap_or(OTHER)),
    }
}

/// A whole exact number from `least` to `most`; a range is imprecise, anything else undefined.
pub(super) fn as_index(value: Value, least: f64, most: f64) -> Result<f64, Blank> {
    let index = as_number(value)?.exact().ok_or(Blank::Imprecise)?;
    if index.trunc() == index && (least..=most).contains(&index) { Ok(index) } else { Err(OTHER) }
}

/// Both, or the stronger of their reasons.
pub(super) fn both<A, B>(a: Result<A, Blank>, b: Result<B, Blank>) -> Result<(A, B), Blank> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(a), Err(b)) => Err(a.max(b)),
        (Err(reason), _) | (_, Err(reason)) => Err(reason),
    }
}

/// All, or the strongest of their reasons.
pub(super) fn every<T>(values: Vec<Result<T, Blank>>) -> Result<Vec<T>, Blank> {
    match values.iter().filter_map(|v| v.as_ref().err()).max() {
        Some(reason) => Err(*reason),
        None => Ok(values.into_iter().flatten().collect()),
    }
}
