//! One file per rule of the house.

mod arrows;
mod catalogues;
mod declared;
mod direction;
mod links;
mod purity;
mod sizes;
mod words;

use crate::report::Report;
use crate::tree::File;
use serde_json::Value;

/// Runs every check.
pub fn all(files: &[File], metadata: Result<Value, String>, report: &mut Report) {
    match metadata {
        Ok(metadata) => {
            arrows::check(&metadata, report);
            declared::check(&metadata, files, report);
        }
        Err(error) => report.fail("arrows", "cargo metadata", error),
    }
    sizes::check(files, report);
    words::check(files, report);
    purity::check(files, report);
    catalogues::check(files, report);
    direction::check(files, report);
    links::check(files, report);
}
