//! Records as people use them: list, search, open, fill in a form, correct, undo, see who has seen.
//!
//! Each act goes the same way: authorise, load, decide, append, audit. What someone may not know of is not found.

mod command;
mod decidable;
mod decide;
mod erase;
mod forms;
mod handover;
mod history;
mod index;
mod list;
mod many;
mod same;
mod sharing;
mod show;
mod submit;
mod wire;
mod wire_command;

pub use forms::{ChoiceShown, FormLine, FormShown, ItemShown, QuestionShown, SectionShown};
pub use index::index;
pub use list::Ask;
pub use many::New;
pub use same::{Pair, Pairs};
pub use submit::Refused;
pub use wire::{
    Act, Answer, Changed, Given, GroupShown, Likeness, Line, Lines, RecordShown, Saved, Seen, StepShown, Submission, Undone, Verified,
};
pub use wire_command::{Basis, CertificateShown, Colleague, Command, ConsentShown, OfferShown, Order, Received, Share, WishShown};
