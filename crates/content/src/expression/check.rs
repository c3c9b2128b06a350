//! Types before answers: every problem of an expression against the fields of its form, at once.

use super::day::period;
use super::problem::{Code, Problem};
use super::tree::{Comparison, Expression, Function, Kind, Node};
use super::value::Blank;
use std::collections::{BTreeMap, BTreeSet};

/// What a field or a part of an expression holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// Yes or no.
    Truth,
    /// A number; an age is a number of completed years.
    Number,
    /// Text.
    Text,
    /// A day, of any precision.
    Date,
    /// A moment.
    Instant,
    /// The code of one choice; stands wherever text can.
    Choice,
    /// The codes of several choices.
    Choices,
    /// An answer of which a rule may only ask whether it is there.
    Present,
    /// A repeat itself, which only `count` and `indexed-repeat` name.
    Repeat,
}

impl Type {
    fn described(self) -> &'static str {
        match self {
            Self::Truth => "yes or no",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::Date => "a date",
            Self::Instant => "a moment",
            Self::Choice => "a choice",
            Self::Choices => "several choices",
            Self::Present => "an answer that rules can't read",
            Self::Repeat => "a repeat",
        }
    }

    /// One choice and text can stand for each other.
    fn fits(self, other: Self) -> bool {
        let class = |ty: Self| if ty == Self::Choice { Self::Text } else { ty };
        class(self) == class(other)
    }
}

/// What a form says of one field or repeat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// What it holds.
    pub ty: Type,
    /// The innermost repeat that it stands in; for a repeat, the one around it.
    pub repeat: Option<String>,
    /// The codes of its list, where rules may be checked against them.
    pub codes: Option<BTreeSet<String>>,
}

/// What an expression may name, and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Declared<'a> {
    /// Every field and repeat of the form.
    pub fields: &'a BTreeMap<String, Declaration>,
    /// The field that `.` means.
    pub here: Option<&'a str>,
    /// The innermost repeat that the expression stands in.
    pub scope: Option<&'a str>,
}

/// Every problem of an expression that is to give `expected`, in the order of its parts.
pub fn check(expression: &Expression, declared: &Declared<'_>, expected: Type) -> Vec<Problem> {
    let mut checker = Checker { declared: *declared, problems: Vec::new() };
    checker.need(&expression.root, &[expected]);
    checker.problems
}

const TEXT: &[Type] = &[Type::Text];
const NUMBER: &[Type] = &[Type::Number];
const DATE: &[Type] = &[Type::Date];
const TRUTH: &[Type] = &[Type::Truth];
const WRITTEN: &[Type] = &[Type::Text, Type::Number, Type::Truth, Type::Date, Type::Instant, Type::Choices];
const SINGLE: &[Type] = &[Type::Text, Type::Number, Type::Truth, Type::Date, Type::Instant];
const ORDERED: [Type; 3] = [Type::Number, Type::Date, Type::Instant];

struct Checker<'a> {
    declared: Declared<'a>,
    problems: Vec<Problem>,
}

impl<'a> Checker<'a> {
    /// The type of a single value; nothing once a problem has been told.
    fn one(&mut self, node: &Node) -> Option<Type> {
        match &node.kind {
            Kind::Number(_) => Some(Type::Number),
            Kind::Text(_) => Some(Type::Text),
            Kind::Field(name) => self.field(node, name),
            Kind::Here => {
                let here = self.declared.here.and_then(|name| self.declared.fields.get(name)).map(|d| d.ty);
                here.or_else(|| self.tell(Code::NoSelf, node, &[]))
            }
            Kind::Or | Kind::And => self.all(&node.parts, TRUTH, Type::Truth),
            Kind::Compare(comparison) => self.compare(*comparison, node),
            Kind::Sum(_) | Kind::Product(_) | Kind::Negative => self.all(&node.parts, NUMBER, Type::Number),
            Kind::Call(function) => self.call(*function, node),
            Kind::Matches(_) => self.all(&node.parts, TEXT, Type::Truth),
        }
    }

    fn field(&mut self, node: &Node, name: &str) -> Option<Type> {
        let declaration = self.declaration(node, name)?;
        match &declaration.repeat {
            _ if declaration.ty == Type::Repeat => self.tell(Code::WrongType, node, &[Type::Repeat.described(), "a single value"]),
            Some(repeat) if !self.at_hand(Some(repeat)) => self.tell(Code::ManyValues, node, &[name, repeat]),
            _ => Some(declaration.ty),
        }
    }

    fn declaration(&mut self, node: &Node, name: &str) -> Option<&'a Declaration> {
        let found = self.declared.fields.get(name);
        if found.is_none() {
            self.tell(Code::UnknownField, node, &[name]);
        }
        found
    }

    /// Whether what stands in this repeat has one value here.
    fn at_hand(&self, repeat: Option<&String>) -> bool {
        let Some(repeat) = repeat else { return true };
        let mut scope = self.declared.scope;
        // A form whose repeats stand in a circle ends the walk too.
        for _ in 0..=self.declared.fields.len() {
            match scope {
                Some(name) if name == repeat => return true,
                Some(name) => scope = self.declared.fields.get(name).and_then(|d| d.repeat.as_deref()),
                None => break,
            }
        }
        false
    }

    /// The type, if it is one of these.
    fn need(&mut self, node: &Node, any: &[Type]) -> Option<Type> {
        let found = self.one(node)?;
        if any.iter().any(|wanted| found.fits(*wanted)) {
            return Some(found);
        }
        let wanted: Vec<&str> = any.iter().map(|ty| ty.described()).collect();
        self.tell(Code::WrongType, node, &[found.described(), &wanted.join(" or ")])
    }

    /// Each part is one of these; the whole is `gives`.
    fn all(&mut self, parts: &[Node], any: &[Type], gives: Type) -> Option<Type> {
        for part in parts {
            self.need(part, any);
        }
        Some(gives)
    }

    /// The type that all parts share.
    fn shared(&mut self, parts: &[Node]) -> Option<Type> {
        let mut shared: Option<Type> = None;
        for part in parts {
            match (shared, self.one(part)) {
                (None, found) => shared = found,
                (Some(before), Some(found)) if !before.fits(found) => {
                    self.tell(Code::DifferingTypes, part, &[found.described(), before.described()]);
                }
                (Some(before), Some(found)) if before != found => shared = Some(Type::Text),
                _ => {}
            }
        }
        shared
    }

    fn compare(&mut self, comparison: Comparison, node: &Node) -> Option<Type> {
        let [left, right] = node.parts.as_slice() else { return None };
        let types = if matches!(comparison, Comparison::Equal | Comparison::Unequal) {
            let empty = |part: &&Node| part.kind == Kind::Text(String::new());
            if let Some(part) = [left, right].into_iter().find(empty) {
                self.tell(Code::EmptyText, part, &[]);
                return Some(Type::Truth);
            }
            self.offered(left, std::slice::from_ref(right));
            self.offered(right, std::slice::from_ref(left));
            [self.need(left, SINGLE), self.need(right, SINGLE)]
        } else {
            [self.ordered(left), self.ordered(right)]
        };
        if let [Some(a), Some(b)] = types
            && !a.fits(b)
        {
            self.tell(Code::DifferingTypes, node, &[a.described(), b.described()]);
        }
        Some(Type::Truth)
    }

    fn ordered(&mut self, node: &Node) -> Option<Type> {
        let found = self.one(node)?;
        if ORDERED.contains(&found) { Some(found) } else { self.tell(Code::NoOrder, node, &[found.described()]) }
    }

    /// Texts written beside a field are codes of its list.
    fn offered(&mut self, list: &Node, written: &[Node]) {
        let field = match &list.kind {
            Kind::Field(name) => Some(name.as_str()),
            Kind::Here => self.declared.here,
            _ => None,
        };
        let codes = field.and_then(|name| self.declared.fields.get(name)).and_then(|d| d.codes.as_ref());
        let is_reason = list.kind == Kind::Call(Function::Reason);
        for part in written {
            let Kind::Text(code) = &part.kind else { continue };
            let known = match codes {
                Some(codes) => codes.contains(code),
                None => !is_reason || code == "known" || Blank::find(code).is_some(),
            };
            if !known {
                self.tell(Code::UnknownChoice, part, &[code]);
            }
        }
    }

    fn call(&mut self, function: Function, node: &Node) -> Option<Type> {
        let parts = node.parts.as_slice();
        let (first, rest) = match parts {
            [first, rest @ ..] => (first, rest),
            [] => return self.bare(function, node),
        };
        match function {
            Function::Not => self.all(parts, TRUTH, Type::Truth),
            Function::If => {
                self.need(first, TRUTH);
                self.shared(rest)
            }
            Function::Coalesce => self.shared(parts),
            Function::IsBlank | Function::IsKnown => self.one(first).map(|_| Type::Truth),
            Function::Reason => self.one(first).map(|_| Type::Choice),
            Function::Selected | Function::SelectedAny => {
                self.offered(first, rest);
                self.choices(first);
                self.all(rest, TEXT, Type::Truth)
            }
            Function::CountSelected => {
                self.choices(first);
                Some(Type::Number)
            }
            Function::SelectedAt => {
                self.choices(first);
                self.all(rest, NUMBER, Type::Choice)
            }
            Function::ChoiceName => {
                if let Some(found) = self.one(first).filter(|ty| *ty != Type::Choice) {
                    self.tell(Code::WrongType, first, &[found.described(), Type::Choice.described()]);
                }
                self.all(rest, TEXT, Type::Text)
            }
            Function::Int | Function::Floor | Function::Ceiling | Function::Round => self.all(parts, NUMBER, Type::Number),
            Function::Number => self.all(parts, &[Type::Number, Type::Text, Type::Truth], Type::Number),
            Function::String | Function::Concat => self.all(parts, WRITTEN, Type::Text),
            Function::StringLength => self.all(parts, TEXT, Type::Number),
            Function::Contains | Function::StartsWith => self.all(parts, TEXT, Type::Truth),
            Function::Date => {
                if let Kind::Text(written) = &first.kind
                    && period(written).is_none()
                {
                    self.tell(Code::NotADate, first, &[written]);
                }
                self.all(parts, &[Type::Date, Type::Text, Type::Instant], Type::Date)
            }
            Function::DaysBetween | Function::AgeYears => self.all(parts, DATE, Type::Number),
            Function::HoursBetween => self.all(parts, &[Type::Instant], Type::Number),
            Function::Count => {
                if self.many(first).is_none() && !self.is_repeat(first) {
                    self.not_a_repeat(first);
                }
                Some(Type::Number)
            }
            Function::Sum => match self.many(first) {
                Some(Type::Number) => Some(Type::Number),
                Some(found) => self.tell(Code::WrongType, first, &[found.described(), Type::Number.described()]),
                None => self.not_a_repeat(first),
            },
            Function::Min | Function::Max => self.extreme(parts),
            Function::IndexedRepeat => {
                self.all(rest.get(1..).unwrap_or_default(), NUMBER, Type::Number);
                self.row(first, rest.first()?)
            }
            // None of these has a part.
            Function::True | Function::False | Function::Today | Function::Now | Function::Position | Function::Regex => None,
        }
    }

    /// A function without parts.
    fn bare(&mut self, function: Function, node: &Node) -> Option<Type> {
        match function {
            Function::True | Function::False => Some(Type::Truth),
            Function::Today => Some(Type::Date),
            Function::Now => Some(Type::Instant),
            _ if self.declared.scope.is_none() => self.tell(Code::OutsideRepeat, node, &[]),
            _ => Some(Type::Number),
        }
    }

    fn choices(&mut self, node: &Node) {
        if let Some(found) = self.one(node).filter(|ty| !matches!(ty, Type::Choices | Type::Choice)) {
            self.tell(Code::WrongType, node, &[found.described(), Type::Choices.described()]);
        }
    }

    /// The type of a field that has a value in each row, seen from here.
    fn many(&self, node: &Node) -> Option<Type> {
        let Kind::Field(name) = &node.kind else { return None };
        let declaration = self.declared.fields.get(name)?;
        (declaration.ty != Type::Repeat && !self.at_hand(declaration.repeat.as_ref())).then_some(declaration.ty)
    }

    fn is_repeat(&self, node: &Node) -> bool {
        matches!(&node.kind, Kind::Field(name) if self.declared.fields.get(name).is_some_and(|d| d.ty == Type::Repeat))
    }

    fn not_a_repeat(&mut self, node: &Node) -> Option<Type> {
        match &node.kind {
            Kind::Field(name) if !self.declared.fields.contains_key(name) => self.tell(Code::UnknownField, node, &[name]),
            _ => self.tell(Code::NotARepeat, node, &[]),
        }
    }

    fn extreme(&mut self, parts: &[Node]) -> Option<Type> {
        let mut shared = None;
        for part in parts {
            let found = match self.many(part) {
                Some(found) => Some(found),
                None => self.one(part),
            };
            match (shared, found) {
                (_, Some(found)) if !matches!(found, Type::Number | Type::Date) => {
                    self.tell(Code::WrongType, part, &[found.described(), "a number or a date"]);
                }
                (Some(before), Some(found)) if before != found => {
                    self.tell(Code::DifferingTypes, part, &[found.described(), Type::described(before)]);
                }
                (None, found) => shared = found,
                _ => {}
            }
        }
        shared
    }

    /// A field of a repeat that itself has one list of rows here.
    fn row(&mut self, field: &Node, repeat: &Node) -> Option<Type> {
        let (Kind::Field(field_name), Kind::Field(repeat_name)) = (&field.kind, &repeat.kind) else { return None };
        let declaration = self.declaration(field, field_name);
        let around = self.declaration(repeat, repeat_name)?;
        let declaration = declaration?;
        if around.ty != Type::Repeat || declaration.repeat.as_ref() != Some(repeat_name) || !self.at_hand(around.repeat.as_ref()) {
            return self.tell(Code::NotARepeat, repeat, &[]);
        }
        Some(declaration.ty)
    }

    fn tell(&mut self, code: Code, node: &Node, values: &[&str]) -> Option<Type> {
        self.problems.push(Problem::new(code, (node.start, node.end), values));
        None
    }
}
