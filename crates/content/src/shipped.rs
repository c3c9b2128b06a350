//! The content that comes with the program.

/// Path and text of every file under `content/` that this room reads, in the order of paths.
pub const SHIPPED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
