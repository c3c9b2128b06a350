//! What to follow and whom to ask: the register of guidance, as a pure engine over content.
//!
//! In: files of `content/register` and what an operation adds; the day. Out: areas, references and contacts with their standing; findings
//! that name file and line. Always true: a superseded edition never loses its successor; what is not seen in a source says so.
//! Absent: records of people, files, clocks, the network.

pub mod guidance;
