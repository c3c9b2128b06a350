//! Checks of the house itself: `cargo run -p xtask -- check [FOLDER]`.
//!
//! In: the files of the project and what `cargo metadata` says. Out: what is broken, where and why; exit code 1 if anything is.
//! Always true: each check works on values and has a test that it fails on a bad example. Absent: changes to any file.

mod check;
mod report;
mod source;
mod tree;

use report::Report;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some("check") = arguments.next().as_deref() else {
        eprintln!("usage: cargo run -p xtask -- check [FOLDER]");
        return ExitCode::from(2);
    };
    let root = arguments.next().map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(".."), PathBuf::from);
    let mut report = Report::default();
    match tree::read(&root) {
        Ok(files) => check::all(&files, tree::metadata(&root), &mut report),
        Err(error) => report.fail("tree", root.display(), error),
    }
    print!("{report}");
    if report.failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
