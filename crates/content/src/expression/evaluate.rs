//! A tree and an environment to a value.

use super::arguments::{as_number, as_text, as_truth, both};
use super::environment::Environment;
use super::functions::call;
use super::range::step;
use super::tree::{Comparison, Expression, Kind, Node};
use super::value::{Between, Blank, Value};

/// The value of an expression; total: what the checker would have turned away gives undefined.
pub fn evaluate(expression: &Expression, environment: &dyn Environment) -> Value {
    value(&expression.root, environment)
}

pub(super) fn value(node: &Node, environment: &dyn Environment) -> Value {
    let part = |index: usize| node.parts.get(index).map_or(Value::UNDEFINED, |part| value(part, environment));
    match &node.kind {
        Kind::Number(written) => Value::number(*written),
        Kind::Text(written) => Value::Text(written.clone()),
        Kind::Field(name) => environment.value(name).sound(),
        Kind::Here => environment.here().sound(),
        Kind::Or => decided(node.parts.iter().map(|p| as_truth(value(p, environment))), true),
        Kind::And => decided(node.parts.iter().map(|p| as_truth(value(p, environment))), false),
        Kind::Compare(comparison) => compare(*comparison, part(0), part(1)).map(Value::Truth).into(),
        Kind::Sum(steps) | Kind::Product(steps) => {
            let mut total = as_number(part(0));
            for (index, next) in steps.iter().enumerate() {
                total = both(total, as_number(part(index + 1))).and_then(|(a, b)| step(*next, a, b));
            }
            total.map(Value::Number).into()
        }
        Kind::Negative => as_number(part(0)).map_or_else(Value::Blank, |range| Value::between(-range.hi, -range.lo)),
        Kind::Call(function) => call(*function, &node.parts, environment),
        Kind::Matches(pattern) => as_text(part(0)).and_then(|t| pattern.matches(&t).ok_or(Blank::Undefined)).map(Value::Truth).into(),
    }
}

/// Kleene's `or` (decided by a true) and `and` (decided by a false): a blank counts only while nothing has decided.
pub(super) fn decided(truths: impl Iterator<Item = Result<bool, Blank>>, by: bool) -> Value {
    let mut blank = None;
    for truth in truths {
        match truth {
            Ok(truth) if truth == by => return Value::Truth(by),
            Ok(_) => {}
            Err(reason) => blank = blank.max(Some(reason)),
        }
    }
    blank.map_or(Value::Truth(!by), Value::Blank)
}

fn compare(comparison: Comparison, left: Value, right: Value) -> Result<bool, Blank> {
    match (left, right) {
        (Value::Blank(a), b) => Err(b.blank().map_or(a, |b| a.max(b))),
        (_, Value::Blank(b)) => Err(b),
        (Value::Number(a), Value::Number(b)) => ranges(comparison, a, b),
        (Value::Date(a), Value::Date(b)) => ranges(comparison, a, b),
        (Value::Instant(a), Value::Instant(b)) => ranges(comparison, Between::exactly(a), Between::exactly(b)),
        (Value::Text(a), Value::Text(b)) => same(comparison, a == b),
        (Value::Truth(a), Value::Truth(b)) => same(comparison, a == b),
        _ => Err(Blank::Undefined),
    }
}

fn same(comparison: Comparison, equal: bool) -> Result<bool, Blank> {
    match comparison {
        Comparison::Equal => Ok(equal),
        Comparison::Unequal => Ok(!equal),
        _ => Err(Blank::Undefined),
    }
}

/// True or false where every pair from the two ranges says so; else imprecise.
fn ranges<T: PartialOrd + Copy>(comparison: Comparison, a: Between<T>, b: Between<T>) -> Result<bool, Blank> {
    let (always, never) = match comparison {
        Comparison::Equal => (a.lo == b.hi && a.hi == b.lo, a.hi < b.lo || b.hi < a.lo),
        Comparison::Unequal => (a.hi < b.lo || b.hi < a.lo, a.lo == b.hi && a.hi == b.lo),
        Comparison::Less => (a.hi < b.lo, a.lo >= b.hi),
        Comparison::AtMost => (a.hi <= b.lo, a.lo > b.hi),
        Comparison::More => (a.lo > b.hi, a.hi <= b.lo),
        Comparison::AtLeast => (a.lo >= b.hi, a.hi < b.lo),
    };
    if always {
        Ok(true)
    } else if never {
        Ok(false)
    } else {
        Err(Blank::Imprecise)
    }
}
