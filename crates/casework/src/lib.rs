//! What journals mean for people.
//!
//! In: cards, content, the present. Out: views, drafts of entries, refusals with reasons. Always true: two persons are never merged by the
//! program. Absent: clocks, storage, who may see.

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
