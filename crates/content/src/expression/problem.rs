//! What can be wrong with a source, in words for the person who wrote it.

use base::Finding;

/// Something wrong with an expression, at code points `start..end` of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Stable kebab-case code.
    pub code: &'static str,
    /// What is wrong, in English.
    pub message: String,
    /// What to do, in English.
    pub remedy: &'static str,
    /// First code point.
    pub start: usize,
    /// After the last code point.
    pub end: usize,
}

impl Problem {
    pub(super) fn new(code: Code, (start, end): (usize, usize), values: &[&str]) -> Self {
        let (code, message, remedy) = code.texts();
        let mut message = message.to_owned();
        for (index, value) in values.iter().enumerate() {
            message = message.replace(&format!("{{{index}}}"), value);
        }
        Self { code, message, remedy, start, end }
    }

    /// The same as a finding with code `expression-<code>`; the caller adds file, row and column.
    pub fn finding(&self) -> Finding {
        let code = format!("expression-{}", self.code);
        Finding::error(&code, self.message.clone(), self.remedy).with("start", self.start).with("end", self.end)
    }
}

/// Each kind of problem; `language.md` lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    BadPattern,
    BadReference,
    BareName,
    BracketExpected,
    ChainedComparison,
    DifferingTypes,
    DotsExpected,
    EmptyText,
    LiteralExpected,
    ManyValues,
    NoOrder,
    NoSelf,
    NotADate,
    NotARepeat,
    NumberTooLarge,
    OperandExpected,
    OutsideRepeat,
    ReferenceExpected,
    TooDeep,
    TooLong,
    TooManyParts,
    UnclosedText,
    UnexpectedCharacter,
    UnexpectedPart,
    UnknownChoice,
    UnknownField,
    UnknownFunction,
    WrongCount,
    WrongType,
}

impl Code {
    /// Code, message with `{0}` and `{1}` to fill, remedy.
    fn texts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::BadPattern => (
                "bad-pattern",
                "this pattern can't be read: {0}",
                "use letters, classes, groups, | and * + ? {n,m}; put \\ before a sign meant as itself",
            ),
            Self::BadReference => ("bad-reference", "this is not a reference to a field", "write ${name} with letters, digits, _ . and -"),
            Self::BareName => ("bare-name", "'{0}' is neither a function nor a field", "write ${name} for a field, 'name' for a text"),
            Self::BracketExpected => ("bracket-expected", "a bracket is not closed before this", "close it with )"),
            Self::ChainedComparison => ("chained-comparison", "a comparison follows a comparison", "join two comparisons by and"),
            Self::DifferingTypes => ("differing-types", "{0} can't stand beside {1}", "compare or offer values of one type"),
            Self::DotsExpected => ("dots-expected", "position() counts rows", "write position(..)"),
            Self::EmptyText => ("empty-text", "an answer is never an empty text", "write is-blank() or is-known()"),
            Self::LiteralExpected => ("literal-expected", "a pattern must be written out", "write the pattern between quotes"),
            Self::ManyValues => ("many-values", "${{0}} has a value in each row of ${{1}}", "use count, sum, min, max or indexed-repeat"),
            Self::NoOrder => ("no-order", "{0} has no order", "compare by = or !=, or number() first"),
            Self::NoSelf => ("no-self", "there is no field here that . could mean", "write ${name}"),
            Self::NotADate => ("not-a-date", "'{0}' is not a date", "write it like 2026-05-17, 2026-05 or 2026"),
            Self::NotARepeat => {
                ("not-a-repeat", "this does not fit a repeat that is at hand", "give a field of a repeat, and the repeat that holds it")
            }
            Self::NumberTooLarge => ("number-too-large", "this number is too large", "use a smaller one"),
            Self::OperandExpected => ("operand-expected", "a value is missing here", "put a number, 'text', ${field} or function here"),
            Self::OutsideRepeat => ("outside-repeat", "there is no row here", "use position(..) inside a repeat only"),
            Self::ReferenceExpected => ("reference-expected", "a field must be named here", "write ${name}"),
            Self::TooDeep => {
                ("too-deep", "brackets, calls or signs stand too deep in each other", "split it over several calculated fields")
            }
            Self::TooLong => ("too-long", "the expression is too long", "split it over several calculated fields"),
            Self::TooManyParts => ("too-many-parts", "the expression has too many parts", "split it over several calculated fields"),
            Self::UnclosedText => ("unclosed-text", "this text has no closing quote", "end it with the quote it began with"),
            Self::UnexpectedCharacter => {
                ("unexpected-character", "'{0}' has no meaning here", "use + - * div mod = != < <= > >= and or, straight quotes, ${field}")
            }
            Self::UnexpectedPart => ("unexpected-part", "this follows a complete expression", "join it by an operator, or take it away"),
            Self::UnknownChoice => ("unknown-choice", "'{0}' is not one of the choices", "use a code of the list"),
            Self::UnknownField => ("unknown-field", "there is no field '{0}'", "check the name, or add the field"),
            Self::UnknownFunction => ("unknown-function", "there is no function '{0}'", "see the list of functions"),
            Self::WrongCount => ("wrong-count", "{0} takes another number of values", "see the list of functions"),
            Self::WrongType => ("wrong-type", "this is {0}, and {1} is needed", "convert it, or use another field"),
        }
    }
}
