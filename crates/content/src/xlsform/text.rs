//! TOML as people write it for content: the keys of one block in order, one text for each language.

use crate::basis::Basis;
use crate::words::Words;
use std::fmt::Write as _;

/// A file of content being written.
#[derive(Debug, Default)]
pub(super) struct Writer(pub String);

impl Writer {
    /// `[[section.field]]`.
    pub fn block(&mut self, path: &str) {
        let _ = writeln!(self.0, "\n[[{path}]]");
    }

    pub fn text(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.0, "{key} = {}", quoted(value));
    }

    pub fn plain(&mut self, key: &str, value: impl std::fmt::Display) {
        let _ = writeln!(self.0, "{key} = {value}");
    }

    pub fn texts<'a>(&mut self, key: &str, values: impl IntoIterator<Item = &'a str>) {
        let values: Vec<String> = values.into_iter().map(quoted).collect();
        let _ = writeln!(self.0, "{key} = [{}]", values.join(", "));
    }

    pub fn words(&mut self, key: &str, words: &Words) {
        if !words.is_empty() {
            let _ = writeln!(self.0, "{key} = {}", table(words));
        }
    }
}

/// `{ en = "…", fr = "…" }`.
pub(super) fn table(words: &Words) -> String {
    let texts: Vec<String> = words.0.iter().map(|(language, text)| format!("{language} = {}", quoted(text))).collect();
    format!("{{ {} }}", texts.join(", "))
}

/// A basic string of TOML.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// As a file says it.
pub(super) fn basis(basis: &Basis) -> String {
    match basis {
        Basis::Published(source) => format!("published: {source}"),
        Basis::FieldPractice(what) => format!("field practice: {what}"),
        Basis::Default => "default: set locally".to_owned(),
    }
}
