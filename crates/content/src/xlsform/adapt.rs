//! Expressions of XLSForm in our language, with the meaning that they have there on a blank.
//!
//! XPath knows no blank: it is an empty text or not-a-number, so that `!= 'no'` and `not(x < 18)` are true on it. Where that shows, the
//! expression is rewritten: `(is-blank(${x}) or ${x} != 'no')`.

use crate::expression::{Comparison, Declaration, Declared, Function, Kind, Node, Problem, Type, check, parse};
use std::collections::BTreeMap;

/// What a blank counts as where a condition stands, so that only what differs is rewritten: no for relevance, yes for a constraint, and the
/// opposite within each `not`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CountsAs(bool);

/// An expression made ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Adapted {
    /// What to store.
    pub source: String,
    /// Whether its words had to change so that its meaning doesn't.
    pub rewritten: bool,
}

/// Where an expression stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'a> {
    pub fields: &'a BTreeMap<String, Declaration>,
    pub here: Option<&'a str>,
    pub scope: Option<&'a str>,
}

impl Standing<'_> {
    fn declared(&self) -> Declared<'_> {
        Declared { fields: self.fields, here: self.here, scope: self.scope }
    }

    /// Relevance, or when an answer is required.
    pub fn condition(&self, source: &str) -> Result<Adapted, Vec<Problem>> {
        self.adapt(source, &[Type::Truth], CountsAs(false)).map(|(adapted, _)| adapted)
    }

    /// A constraint.
    pub fn constraint(&self, source: &str) -> Result<Adapted, Vec<Problem>> {
        self.adapt(source, &[Type::Truth], CountsAs(true)).map(|(adapted, _)| adapted)
    }

    /// A calculation, and the type of what it gives.
    pub fn calculation(&self, source: &str) -> Result<(Adapted, Type), Vec<Problem>> {
        const TYPES: [Type; 6] = [Type::Number, Type::Truth, Type::Text, Type::Date, Type::Instant, Type::Choices];
        self.adapt(source, &TYPES, CountsAs(false))
    }

    /// Tries the types in order; the problems are those of the first.
    fn adapt(&self, source: &str, types: &[Type], blank: CountsAs) -> Result<(Adapted, Type), Vec<Problem>> {
        let expression = parse(source)?;
        let rewriter = Rewriter { standing: self, source: source.chars().collect() };
        let root = expression.root();
        let text = match types {
            [Type::Truth] => rewriter.truth(root, blank),
            _ if rewriter.is_truth(root) => rewriter.decided(root),
            _ => rewriter.value(root),
        };
        let mut first = None;
        let read = parse(&text)?;
        for ty in types {
            let problems = check(&read, &self.declared(), *ty);
            if problems.is_empty() {
                let rewritten = text != source;
                return Ok((Adapted { source: text, rewritten }, *ty));
            }
            first.get_or_insert(problems);
        }
        Err(first.unwrap_or_default())
    }
}

struct Rewriter<'a> {
    standing: &'a Standing<'a>,
    source: Vec<char>,
}

impl Rewriter<'_> {
    /// The source of a part with its own parts replaced.
    fn spliced(&self, node: &Node, parts: impl Fn(usize, &Node) -> String) -> String {
        let mut text = String::new();
        let mut at = node.start;
        for (index, part) in node.parts.iter().enumerate() {
            text.extend(self.source.iter().take(part.start).skip(at));
            text.push_str(&parts(index, part));
            at = part.end;
        }
        text.extend(self.source.iter().take(node.end).skip(at));
        text
    }

    /// A condition whose blank counts as `blank` says.
    fn truth(&self, node: &Node, blank: CountsAs) -> String {
        let CountsAs(counts_as) = blank;
        match (&node.kind, node.parts.as_slice()) {
            (Kind::Or | Kind::And, _) => self.spliced(node, |_, part| self.truth(part, blank)),
            (Kind::Call(Function::Not), [part]) if self.is_atom(part) => {
                let opposite = self.value(node);
                self.guarded(part, opposite, !self.on_blank(part), counts_as)
            }
            (Kind::Call(Function::Not), [_]) => self.spliced(node, |_, part| self.truth(part, CountsAs(!counts_as))),
            (Kind::Call(Function::If), [_, _, _]) => {
                self.spliced(node, |index, part| if index == 0 { self.decided(part) } else { self.truth(part, blank) })
            }
            _ if self.is_atom(node) => self.guarded(node, self.value(node), self.on_blank(node), counts_as),
            _ => self.value(node),
        }
    }

    /// A condition that is never blank, where a blank counts as neither.
    fn decided(&self, node: &Node) -> String {
        let text = self.truth(node, CountsAs(false));
        if self.blanks(node).is_empty() { text } else { format!("coalesce({text}, false())") }
    }

    /// `text` with what XPath gives on a blank, unless a blank counts as that already.
    fn guarded(&self, atom: &Node, text: String, gives: bool, counts_as: bool) -> String {
        let blanks = self.blanks(atom);
        if gives == counts_as || blanks.is_empty() {
            return text;
        }
        let (function, join) = if gives { ("is-blank", " or ") } else { ("is-known", " and ") };
        let each: Vec<String> = blanks.iter().map(|blank| format!("{function}({blank})")).collect();
        format!("({}{join}{text})", each.join(join))
    }

    /// What XPath makes of a condition when an answer in it is blank.
    fn on_blank(&self, node: &Node) -> bool {
        matches!(node.kind, Kind::Compare(Comparison::Unequal))
    }

    fn is_atom(&self, node: &Node) -> bool {
        match (&node.kind, node.parts.as_slice()) {
            (Kind::Compare(_), [a, b]) => !is_empty_text(a) && !is_empty_text(b),
            (Kind::Matches(_), _) => true,
            (Kind::Call(function), _) => {
                matches!(function, Function::Selected | Function::SelectedAny | Function::Contains | Function::StartsWith)
            }
            (Kind::Field(_), _) => self.is_truth(node),
            _ => false,
        }
    }

    /// The fields by which a condition can be blank, as they are written; `.` is answered whenever a rule about it is asked.
    fn blanks(&self, node: &Node) -> Vec<String> {
        let mut found = Vec::new();
        self.collect(node, &mut found);
        found
    }

    fn collect(&self, node: &Node, found: &mut Vec<String>) {
        match &node.kind {
            Kind::Field(name) if self.standing.fields.get(name).is_some_and(|d| d.ty != Type::Repeat) => {
                let text = format!("${{{name}}}");
                if !found.contains(&text) {
                    found.push(text);
                }
            }
            // What picks among answers is blank as a whole or not at all.
            Kind::Call(Function::Coalesce | Function::If) => {
                let picked = if matches!(node.kind, Kind::Call(Function::If)) { node.parts.get(1..) } else { Some(node.parts.as_slice()) };
                let mut blanks = picked.into_iter().flatten().map(|part| !self.blanks(part).is_empty());
                let blank = if matches!(node.kind, Kind::Call(Function::If)) { blanks.any(|b| b) } else { blanks.all(|b| b) };
                found.extend(blank.then(|| self.value(node)));
            }
            // These are never blank themselves.
            Kind::Call(
                Function::Count
                | Function::IsBlank
                | Function::IsKnown
                | Function::StringLength
                | Function::CountSelected
                | Function::Sum
                | Function::Min
                | Function::Max,
            ) => {}
            _ => node.parts.iter().for_each(|part| self.collect(part, found)),
        }
    }

    /// A part that isn't rewritten as a condition: literals take the type of what they stand beside, and functions that XPath answers on a blank keep
    /// doing so.
    fn value(&self, node: &Node) -> String {
        match (&node.kind, node.parts.as_slice()) {
            (Kind::Compare(sign), [a, b]) if is_empty_text(b) || is_empty_text(a) => {
                let part = if is_empty_text(b) { a } else { b };
                let function = if *sign == Comparison::Equal { "is-blank" } else { "is-known" };
                format!("{function}({})", self.value(part))
            }
            (Kind::Compare(_), [a, b]) => self.spliced(node, |index, part| self.beside(part, if index == 0 { b } else { a })),
            (Kind::Call(Function::Selected | Function::SelectedAny), [choices, ..]) => {
                self.spliced(node, |_, part| self.beside(part, choices))
            }
            (Kind::Call(Function::StringLength | Function::CountSelected), _) => {
                format!("coalesce({}, 0)", self.spliced(node, |_, part| self.value(part)))
            }
            (Kind::Call(Function::Concat), _) => self.spliced(node, |_, part| match part.kind {
                Kind::Text(_) | Kind::Number(_) => self.value(part),
                _ => format!("coalesce(string({}), '')", self.value(part)),
            }),
            (Kind::Call(Function::If), [_, _, _]) => {
                self.spliced(node, |index, part| if index == 0 { self.decided(part) } else { self.value(part) })
            }
            _ => self.spliced(node, |_, part| self.value(part)),
        }
    }

    /// A literal as the type of what it stands beside: `1` beside a choice is `'1'`, `'18'` beside a number is `18`.
    fn beside(&self, part: &Node, other: &Node) -> String {
        let ty = match &other.kind {
            Kind::Field(name) => self.standing.fields.get(name).map(|d| d.ty),
            Kind::Here => self.standing.here.and_then(|name| self.standing.fields.get(name)).map(|d| d.ty),
            _ => None,
        };
        match (&part.kind, ty) {
            (Kind::Number(_), Some(Type::Choice | Type::Choices | Type::Text)) => format!("'{}'", self.value(part)),
            (Kind::Text(text), Some(Type::Number)) if text.parse::<f64>().is_ok_and(f64::is_finite) => text.trim().to_owned(),
            _ => self.value(part),
        }
    }

    fn is_truth(&self, node: &Node) -> bool {
        match (&node.kind, node.parts.as_slice()) {
            (Kind::Or | Kind::And | Kind::Compare(_) | Kind::Matches(_), _) => true,
            (Kind::Field(name), _) => self.standing.fields.get(name).is_some_and(|d| d.ty == Type::Truth),
            (Kind::Call(Function::If), [_, a, _]) => self.is_truth(a),
            (Kind::Call(function), _) => {
                use Function::{Contains, False, IsBlank, IsKnown, Not, Selected, SelectedAny, StartsWith, True};
                matches!(function, True | False | Not | IsBlank | IsKnown | Selected | SelectedAny | Contains | StartsWith)
            }
            _ => false,
        }
    }
}

fn is_empty_text(node: &Node) -> bool {
    matches!(&node.kind, Kind::Text(text) if text.is_empty())
}
