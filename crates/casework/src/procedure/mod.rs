//! What a procedure of content means for one record: where it stands, what may be done next, what is due.
//!
//! In: a record with what is around it. Out: steps with what stands against them, drafts that take one, deadlines. Always true: what `steps`
//! says is allowed, `take` does; a guard that reads a blank, a silence or a conflict refuses; nobody agrees to their own step. Absent: which
//! procedure there is (content), who may see it.

mod deadlines;
mod facts;
mod progress;
mod steps;
mod take;

pub use deadlines::{Due, deadlines, next_due};
pub use facts::FACTS;
pub use progress::{Asked, Mark, Progress};
pub use steps::{NextStep, steps};
pub use take::{agree, open, take, turn_down};
pub(crate) use take::{record_command, take_with_leave};
