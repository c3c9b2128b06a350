//! Who may be whom: names across scripts, and whole records.
//!
//! In: names as they were written, in any script; records of people of which anything may be missing. Out: how much more likely two are the same person's than
//! two strangers'; lists in that order, with a probability and the evidence in words. Always true: the same input gives the same order; no input panics;
//! nothing is merged or linked. Absent: clock, files, who may see whom.

mod align;
mod alignment;
pub mod columns;
pub mod compare;
pub mod explain;
pub mod find;
mod keys;
mod lexicon;
pub mod list;
pub mod model;
pub mod name;
pub mod pairs;
pub mod rank;
pub mod record;
mod script;
mod symbol;
mod table;
mod vocabulary;

pub use align::Sounds;
pub use name::{Name, Word};
pub use script::Script;
pub use symbol::{SYMBOLS, Symbol};
pub use table::Table;
