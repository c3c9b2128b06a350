//! What differs between operations: files under `content/`, read and checked.
//!
//! In: texts of forms, lists and rules. Out: values that other rooms act on, and findings.
//! Always true: bad content gives findings, never a panic. Absent: files, clocks, records.

pub mod expression;
