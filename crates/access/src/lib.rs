//! Who may do what on which record.
