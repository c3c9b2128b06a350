//! What journals mean for people: the core of casework.
//!
//! In: records as views folded from cards, what is around them, content, the present. Out: typed readings, what may be done next and what is due,
//! drafts of entries to be appended together, refusals with every reason.
//! Always true: a command looks at the view it is given and nothing else, so that the store can hold it to the revisions that were read; a blank, a
//! silence or a conflict never lets anything pass; nothing is disclosed without a [`consent::MayShare`]; two persons are never merged by the program.
//! Absent: clocks, storage, chance, and who may see or do what (`access`).

mod answers;
mod around;
mod code;
pub mod consent;
pub mod erase;
pub mod known;
pub mod likeness;
pub mod merge;
pub mod names;
mod person;
pub mod procedure;
pub mod refer;
mod refusal;
pub mod seats;
pub mod transfer;
mod view;

pub use answers::{payload, write};
pub use around::{Actor, Around, has_ended};
pub use code::DisplayCode;
pub use person::Person;
pub use refusal::{Decided, Objection, Refusal};
pub use view::{Pen, RecordView, Standing};
