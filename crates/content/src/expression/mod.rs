//! The language of rules in forms and procedures: XLSForm's syntax, typed, with three truth values.
//!
//! In: source text, the types of the fields it may name, an [`Environment`] that answers for them.
//! Out: an [`Expression`], all [`Problem`]s with code-point positions, a [`Value`], canonical source.
//! Always true: a parsed expression gives a value in bounded time and stack, whatever the environment says; the twin under
//! `web/src/expression` gives the same value to the bit and the same problems. `content/expressions/language.md` is the specification.
//! Absent: clocks, locales, floating-point functions beyond `+ - * div mod`, the host's regular expressions.

mod arguments;
mod check;
mod day;
mod environment;
mod evaluate;
mod functions;
mod outcome;
mod parse;
mod pattern;
mod print;
mod problem;
mod range;
mod token;
mod tree;
mod value;

pub use check::{Declaration, Declared, Type, check};
pub use day::{Day, period};
pub use environment::Environment;
pub use evaluate::evaluate;
pub use outcome::{Outcome, Use, outcome};
pub use parse::parse;
pub use pattern::Pattern;
pub use print::print;
pub use problem::Problem;
pub use tree::{Comparison, Expression, Function, Kind, Node, Step, references};
pub use value::{Between, Blank, Value};

/// The version of the language, kept beside each stored source.
pub const VERSION: u32 = 1;
/// The most code points of a source.
pub const MAX_LENGTH: usize = 4_000;
/// The most parts: every token but brackets and commas.
pub const MAX_PARTS: usize = 2_000;
/// How deep brackets, calls and signs may stand in each other.
pub const MAX_DEPTH: usize = 60;
