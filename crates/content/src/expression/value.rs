//! Values of the language: an answer, or a blank that says why there is none.

use super::day::Day;
use base::Instant;

/// Why there is no value, from the reason that asking lifts most easily to the one that nothing lifts.
///
/// Where several meet, the last in this order is carried on, so that the order of operands never matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Blank {
    /// Nobody has asked yet, or the question didn't apply.
    NotAsked,
    /// The answer is a range that could go either way.
    Imprecise,
    /// Asked, and not known.
    Unknown,
    /// Asked, and the person would rather not say.
    Refused,
    /// The rule has no answer here: division by zero, a row that isn't there, text that is no number.
    Undefined,
}

impl Blank {
    /// Every reason, weakest first.
    pub const ALL: [Self; 5] = [Self::NotAsked, Self::Imprecise, Self::Unknown, Self::Refused, Self::Undefined];

    /// The name that `reason()` gives and that is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotAsked => "not-asked",
            Self::Imprecise => "imprecise",
            Self::Unknown => "unknown",
            Self::Refused => "refused",
            Self::Undefined => "undefined",
        }
    }

    /// The reason with this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|b| b.name() == name)
    }
}

/// Somewhere from `lo` to `hi`, both included; exact where they are equal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Between<T> {
    /// The least it can be.
    pub lo: T,
    /// The most it can be.
    pub hi: T,
}

impl<T: Copy + PartialEq> Between<T> {
    /// An exact value.
    pub fn exactly(value: T) -> Self {
        Self { lo: value, hi: value }
    }

    /// The value, where it is exact.
    pub fn exact(self) -> Option<T> {
        (self.lo == self.hi).then_some(self.lo)
    }
}

/// What an expression or a field gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No answer, and why.
    Blank(Blank),
    /// Yes or no.
    Truth(bool),
    /// A finite number or a range of them; ages are completed years. Made by [`Value::number`] and [`Value::between`].
    Number(Between<f64>),
    /// Text in NFC, or the code of one choice.
    Text(String),
    /// A day, or the days it may have been.
    Date(Between<Day>),
    /// A moment.
    Instant(Instant),
    /// The codes chosen, in the order chosen; an empty list is the answer "none of them", not a blank.
    Choices(Vec<String>),
    /// An answer whose content no rule reads: a point, a photo, a person.
    Present,
    /// A field inside a repeat, seen from outside: one value per row, in order.
    Many(Vec<Value>),
    /// A repeat: how many rows it has.
    Rows(u32),
}

impl Value {
    /// No answer because the rule has none.
    pub const UNDEFINED: Self = Self::Blank(Blank::Undefined);

    /// An exact number; what isn't finite is undefined, and there is no negative zero.
    pub fn number(value: f64) -> Self {
        Self::between(value, value)
    }

    /// A number from `lo` to `hi`; undefined unless both are finite and in order.
    pub fn between(lo: f64, hi: f64) -> Self {
        if lo.is_finite() && hi.is_finite() && lo <= hi {
            // Adding zero turns -0 into 0 and changes nothing else.
            Self::Number(Between { lo: lo + 0.0, hi: hi + 0.0 })
        } else {
            Self::UNDEFINED
        }
    }

    /// A day from `lo` to `hi`; undefined unless they are in order.
    pub fn days(lo: Day, hi: Day) -> Self {
        if lo <= hi { Self::Date(Between { lo, hi }) } else { Self::UNDEFINED }
    }

    /// Why it is blank, if it is.
    pub fn blank(&self) -> Option<Blank> {
        match self {
            Self::Blank(reason) => Some(*reason),
            _ => None,
        }
    }

    /// The same value with the promises of its kind kept, whoever built it.
    pub(super) fn sound(self) -> Self {
        match self {
            Self::Number(Between { lo, hi }) => Self::between(lo, hi),
            Self::Date(Between { lo, hi }) => Self::days(lo, hi),
            Self::Many(values) => Self::Many(values.into_iter().map(Self::sound).collect()),
            other => other,
        }
    }
}

impl From<Result<Value, Blank>> for Value {
    fn from(result: Result<Value, Blank>) -> Self {
        result.unwrap_or_else(Self::Blank)
    }
}
