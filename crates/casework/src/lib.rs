//! What journals mean for people.
//!
//! In: cards, content, the present. Out: views, drafts of entries, refusals with reasons. Always true: two persons are never merged by the
//! program. Absent: clocks, storage, who may see.

pub mod names;
