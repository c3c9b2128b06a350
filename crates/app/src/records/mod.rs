//! Records as people use them: list, search, open, fill in a form, correct, undo, see who has seen.
//!
//! Each act goes the same way: authorise, load, decide, append, audit. What someone may not know of is not found.

mod command;
mod decide;
mod forms;
mod history;
mod index;
mod list;
mod many;
mod show;
mod submit;
mod wire;

pub use forms::{ChoiceShown, FormLine, FormShown, ItemShown, QuestionShown, SectionShown};
pub use index::index;
pub use list::Ask;
pub use many::New;
pub use submit::Refused;
pub use wire::{
    Act, Answer, Changed, Command, Given, GroupShown, Likeness, Line, Lines, RecordShown, Saved, Seen, StepShown, Submission, Undone,
    Verified,
};
