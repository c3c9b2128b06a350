//! A tree to its canonical source: single spaces, single quotes where they can be, no bracket that isn't needed.

use super::range::number_text;
use super::tree::{Expression, Function, Kind, Node, Step};

/// The canonical source; reading it gives an equal expression, and printing that gives the same text.
pub fn print(expression: &Expression) -> String {
    let mut text = String::new();
    node(&expression.root, &mut text);
    text
}

/// How tightly a part holds together; a part of a chain needs brackets unless it holds tighter than the chain.
fn tightness(kind: &Kind) -> u8 {
    match kind {
        Kind::Or => 1,
        Kind::And => 2,
        Kind::Compare(_) => 3,
        Kind::Sum(_) => 4,
        Kind::Product(_) => 5,
        Kind::Negative => 6,
        _ => 7,
    }
}

fn node(this: &Node, out: &mut String) {
    match &this.kind {
        Kind::Number(value) => out.push_str(&number_text(*value)),
        Kind::Text(text) => quoted(text, out),
        Kind::Field(name) => {
            out.push_str("${");
            out.push_str(name);
            out.push('}');
        }
        Kind::Here => out.push('.'),
        Kind::Or => chain(this, |_| "or", out),
        Kind::And => chain(this, |_| "and", out),
        Kind::Compare(comparison) => chain(this, |_| comparison.sign(), out),
        Kind::Sum(steps) | Kind::Product(steps) => chain(this, |index| steps.get(index).map_or("", |s| Step::sign(*s)), out),
        Kind::Negative => {
            out.push('-');
            // A sign may follow a sign.
            this.parts.iter().for_each(|part| bracketed(part, 5, out));
        }
        Kind::Call(Function::Position) => out.push_str("position(..)"),
        Kind::Call(function) => {
            call(function.name(), &this.parts, out);
            out.push(')');
        }
        Kind::Matches(pattern) => {
            call(Function::Regex.name(), &this.parts, out);
            out.push_str(", ");
            quoted(pattern.source(), out);
            out.push(')');
        }
    }
}

fn chain<'a>(this: &Node, sign: impl Fn(usize) -> &'a str, out: &mut String) {
    for (index, part) in this.parts.iter().enumerate() {
        if let Some(before) = index.checked_sub(1) {
            out.push(' ');
            out.push_str(sign(before));
            out.push(' ');
        }
        bracketed(part, tightness(&this.kind), out);
    }
}

fn bracketed(part: &Node, tighter_than: u8, out: &mut String) {
    let needed = tightness(&part.kind) <= tighter_than;
    if needed {
        out.push('(');
    }
    node(part, out);
    if needed {
        out.push(')');
    }
}

fn call(name: &str, parts: &[Node], out: &mut String) {
    out.push_str(name);
    out.push('(');
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        node(part, out);
    }
}

fn quoted(text: &str, out: &mut String) {
    let quote = if text.contains('\'') { '"' } else { '\'' };
    out.push(quote);
    out.push_str(text);
    out.push(quote);
}
