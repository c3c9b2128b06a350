//! A parsed expression.

use super::pattern::Pattern;
use std::collections::BTreeSet;

/// A parsed expression with the source it came from; only [`super::parse`] makes one.
///
/// Two are equal when they mean the same tree, whatever their spacing and redundant brackets.
#[derive(Debug, Clone)]
pub struct Expression {
    pub(super) source: String,
    pub(super) root: Node,
}

impl Expression {
    /// The text as written: the record of truth.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The outermost part.
    pub fn root(&self) -> &Node {
        &self.root
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
    }
}

/// A part of an expression, at code points `start..end` of its source.
#[derive(Debug, Clone)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Operands or arguments, in order.
    pub parts: Vec<Node>,
    /// First code point.
    pub start: usize,
    /// After the last code point.
    pub end: usize,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.parts == other.parts
    }
}

/// What a part of an expression is.
///
/// Chains are flat (`a + b - c` is one sum of three), so that depth grows with brackets only.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A number written out.
    Number(f64),
    /// A text written out.
    Text(String),
    /// `${name}`.
    Field(String),
    /// `.`
    Here,
    /// Parts joined by `or`.
    Or,
    /// Parts joined by `and`.
    And,
    /// Two parts compared.
    Compare(Comparison),
    /// Parts joined by `+` and `-`: the step before each part but the first.
    Sum(Vec<Step>),
    /// Parts joined by `*`, `div` and `mod`, likewise.
    Product(Vec<Step>),
    /// `-` before its part.
    Negative,
    /// A function of its parts; `position` has none.
    Call(Function),
    /// `regex`: whether its part matches as a whole.
    Matches(Pattern),
}

/// A sign of comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Comparison {
    const ALL: [(Self, &str); 6] =
        [(Self::Equal, "="), (Self::Unequal, "!="), (Self::Less, "<"), (Self::AtMost, "<="), (Self::More, ">"), (Self::AtLeast, ">=")];

    pub(super) fn find(sign: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, s)| *s == sign).map(|(c, _)| c)
    }

    /// How it is written.
    pub fn sign(self) -> &'static str {
        Self::ALL.into_iter().find(|(c, _)| *c == self).map_or("", |(_, s)| s)
    }
}

/// A step of a sum or product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `div`
    Div,
    /// `mod`
    Mod,
}

impl Step {
    /// How it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Div => "div",
            Self::Mod => "mod",
        }
    }
}

macro_rules! functions {
    ($($name:ident $text:literal $least:literal $most:literal,)*) => {
        /// A function of the language; `content/expressions/language.md` says what each gives.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Function { $(#[doc = concat!("`", $text, "`")] $name,)* }

        impl Function {
            /// Each function, its name, and the least and most values it takes.
            pub const ALL: &'static [(Self, &'static str, usize, usize)] = &[$((Self::$name, $text, $least, $most),)*];

            /// How it is written.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

functions! {
    AgeYears "age-years" 1 2,
    ChoiceName "choice-name" 2 2,
    Ceiling "ceiling" 1 1,
    Coalesce "coalesce" 2 99,
    Concat "concat" 1 99,
    Contains "contains" 2 2,
    Count "count" 1 1,
    CountSelected "count-selected" 1 1,
    Date "date" 1 1,
    DaysBetween "days-between" 2 2,
    False "false" 0 0,
    Floor "floor" 1 1,
    HoursBetween "hours-between" 2 2,
    If "if" 3 3,
    IndexedRepeat "indexed-repeat" 3 3,
    Int "int" 1 1,
    IsBlank "is-blank" 1 1,
    IsKnown "is-known" 1 1,
    Max "max" 1 99,
    Min "min" 1 99,
    Not "not" 1 1,
    Now "now" 0 0,
    Number "number" 1 1,
    Position "position" 0 0,
    Reason "reason" 1 1,
    Regex "regex" 2 2,
    Round "round" 1 2,
    Selected "selected" 2 2,
    SelectedAny "selected-any" 2 99,
    SelectedAt "selected-at" 2 2,
    StartsWith "starts-with" 2 2,
    String "string" 1 1,
    StringLength "string-length" 1 1,
    Sum "sum" 1 1,
    Today "today" 0 0,
    True "true" 0 0,
}

/// The fields and repeats that an expression names by `${}`.
pub fn references(expression: &Expression) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(&expression.root, &mut found);
    found
}

fn collect(node: &Node, found: &mut BTreeSet<String>) {
    if let Kind::Field(name) = &node.kind {
        found.insert(name.clone());
    }
    node.parts.iter().for_each(|part| collect(part, found));
}
