//! The people of an operation: read from its list once, kept as records, and given to the planner as the records stand.
//!
//! In: an operation's `people.csv`, once; then persons, households, assessments, requests to travel and consents. Out: the list that
//! `movement::operation` reads, made anew when a record changed. Always true: the planner sees what the list of people always held and nothing more,
//! so names, sex and age stay apart in profiles; of an assessment that lies in a hidden area nothing is read. Absent: fleet, destinations, roads and reports,
//! which are files of the operation.

mod answers;
mod facts;
mod list;
mod read_in;

pub use facts::Roster;
pub use list::Listed;
pub use read_in::ReadIn;
