//! Printing findings, JSON and tables.

use crate::files::Failure;
use app::Texts;
use base::Findings;
use serde::Serialize;
use std::process::ExitCode;

/// Prints a value as JSON on standard output.
pub fn json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|e| format!("the answer can't be written: {e}"))?;
    line(&text)
}

/// Prints a line; a reader that went away is not an error.
pub fn line(text: &str) -> Result<(), Failure> {
    use std::io::Write;
    match writeln!(std::io::stdout(), "{text}") {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("standard output: {e}")),
        _ => Ok(()),
    }
}

/// Prints all findings on standard error.
pub fn findings(findings: &Findings, texts: &Texts) {
    for finding in findings.iter() {
        let mut said = finding.clone();
        said.text = texts.finding(finding);
        eprintln!("{said}");
    }
}

/// 1 if any finding is an error, else 0.
pub fn code(findings: &Findings) -> ExitCode {
    ExitCode::from(u8::from(findings.has_errors()))
}

/// A table with aligned columns; the first row is its header.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |c: usize| rows.iter().filter_map(|r| r.get(c)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let show = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(show).collect::<Vec<_>>().join("\n")
}
