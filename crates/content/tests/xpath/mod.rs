//! XPath 1.0 as ODK evaluates it, written from the standard for the tests: no blank, only empty texts and not-a-number.

use content::expression::{Comparison, Function, Kind, Node, Step};
use std::collections::BTreeMap;

enum Value {
    Text(String),
    Number(f64),
    Truth(bool),
}

impl Value {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
        }
    }

    fn number(&self) -> f64 {
        match self {
            Self::Text(text) => text.trim().parse().unwrap_or(f64::NAN),
            Self::Number(number) => *number,
            Self::Truth(truth) => f64::from(u8::from(*truth)),
        }
    }

    fn truth(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Number(number) => *number != 0.0 && !number.is_nan(),
            Self::Truth(truth) => *truth,
        }
    }
}

/// Whether a condition holds for these answers.
pub fn truth(node: &Node, answers: &BTreeMap<&str, &str>) -> bool {
    value(node, answers).truth()
}

fn value(node: &Node, answers: &BTreeMap<&str, &str>) -> Value {
    let at = |index: usize| value(&node.parts[index], answers);
    match &node.kind {
        Kind::Number(number) => Value::Number(*number),
        Kind::Text(text) => Value::Text(text.clone()),
        Kind::Field(name) => Value::Text(answers[name.as_str()].to_owned()),
        Kind::Or => Value::Truth(node.parts.iter().any(|p| truth(p, answers))),
        Kind::And => Value::Truth(node.parts.iter().all(|p| truth(p, answers))),
        Kind::Compare(sign) => Value::Truth(compare(*sign, &at(0), &at(1))),
        Kind::Sum(steps) => Value::Number(steps.iter().enumerate().fold(at(0).number(), |total, (index, step)| {
            let next = at(index + 1).number();
            if *step == Step::Plus { total + next } else { total - next }
        })),
        Kind::Call(Function::Not) => Value::Truth(!at(0).truth()),
        Kind::Call(Function::True) => Value::Truth(true),
        Kind::Call(Function::False) => Value::Truth(false),
        Kind::Call(Function::If) => at(if at(0).truth() { 1 } else { 2 }),
        Kind::Call(Function::Coalesce) => {
            if at(0).text().is_empty() {
                at(1)
            } else {
                at(0)
            }
        }
        Kind::Call(Function::Selected) => Value::Truth(at(0).text().split(' ').any(|code| code == at(1).text())),
        Kind::Call(Function::CountSelected) => Value::Number(at(0).text().split_whitespace().count() as f64),
        Kind::Call(Function::StringLength) => Value::Number(at(0).text().chars().count() as f64),
        Kind::Call(Function::Number) => Value::Number(at(0).number()),
        other => panic!("the tests don't use {other:?}"),
    }
}

fn compare(sign: Comparison, a: &Value, b: &Value) -> bool {
    let equal = match (a, b) {
        (Value::Truth(_), _) | (_, Value::Truth(_)) => a.truth() == b.truth(),
        (Value::Number(_), _) | (_, Value::Number(_)) => a.number() == b.number(),
        _ => a.text() == b.text(),
    };
    match sign {
        Comparison::Equal => equal,
        Comparison::Unequal => !equal,
        Comparison::Less => a.number() < b.number(),
        Comparison::AtMost => a.number() <= b.number(),
        Comparison::More => a.number() > b.number(),
        Comparison::AtLeast => a.number() >= b.number(),
    }
}
