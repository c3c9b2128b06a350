//! Names across scripts: read by the rules of each, compared sound by sound, ranked.
//!
//! In: names as they were written, in any script. Out: how much more likely two names are the same person's than two strangers'; lists in that
//! order. Always true: the same input gives the same order; no input panics; nothing is merged or linked. Absent: clock, files, who may see whom.

mod align;
pub mod list;
pub mod name;
pub mod rank;
mod script;
mod symbol;
mod table;
mod vocabulary;

pub use align::Sounds;
pub use name::{Name, Word};
pub use script::Script;
pub use symbol::{SYMBOLS, Symbol};
pub use table::Table;
