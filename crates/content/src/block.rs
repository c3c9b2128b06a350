//! Reading TOML block by block, so that everything wrong in a file is found at once, each with its line.

use crate::words::{LANGUAGES, Language, Words};
use base::{Finding, Findings};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::str::FromStr;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A file of content being read: its name, its text and what was found in it.
pub struct File<'a> {
    /// Its path, as findings name it.
    pub path: &'a str,
    text: &'a str,
    /// Where each line begins.
    lines: Vec<usize>,
    findings: RefCell<Findings>,
    /// Lines of labels that lack a language.
    untranslated: RefCell<BTreeMap<&'static str, BTreeSet<u64>>>,
}

impl<'a> File<'a> {
    /// A file that is about to be read.
    pub fn new(path: &'a str, text: &'a str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { path, text, lines, findings: RefCell::default(), untranslated: RefCell::default() }
    }

    /// Reads the file's table by `read`; syntax errors and unknown keys are findings.
    pub fn read<T>(&self, read: impl FnOnce(&Block<'_>) -> Option<T>) -> Option<T> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let line = error.span().map_or(1, |span| self.line(span.start));
            self.push(line, "", Finding::error("content-unreadable", error.message(), "correct the TOML"));
        }
        if !errors.is_empty() {
            return None;
        }
        let block = Block::new(self, table.get_ref(), 1);
        let value = read(&block);
        block.finish();
        value
    }

    /// Everything found, with one finding for each language in which labels are missing.
    pub fn finish(self) -> Findings {
        let mut findings = self.findings.into_inner();
        for (language, lines) in self.untranslated.into_inner() {
            let first = lines.first().copied().unwrap_or(1);
            let all = lines.iter().map(u64::to_string).collect::<Vec<_>>().join(" ");
            let text = format!("{} texts have no '{language}' and show in another language", lines.len());
            findings.push(
                Finding::warning("content-untranslated", text, format!("add {language} in lines {all}"))
                    .at(self.path, first, language)
                    .with("language", language)
                    .with("count", lines.len())
                    .with("lines", all),
            );
        }
        findings
    }

    /// Says that something is wrong in a line.
    pub fn push(&self, line: u64, key: &str, finding: Finding) {
        self.findings.borrow_mut().push(finding.at(self.path, line, key));
    }

    fn line(&self, at: usize) -> u64 {
        self.lines.partition_point(|begin| *begin <= at) as u64
    }
}

/// A value and the line that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// What was read.
    pub value: T,
    /// Where, counting from 1.
    pub line: u64,
}

/// One table of a file; remembers which keys were asked for.
pub struct Block<'a> {
    /// The file that it is part of.
    pub file: &'a File<'a>,
    table: &'a DeTable<'a>,
    /// The line that it begins in.
    pub line: u64,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Block<'a> {
    fn new(file: &'a File<'a>, table: &'a DeTable<'a>, line: u64) -> Self {
        Self { file, table, line, asked: RefCell::default() }
    }

    fn find(&self, key: &'static str) -> Option<(&'a DeValue<'a>, u64)> {
        self.asked.borrow_mut().insert(key);
        let value: &'a Spanned<DeValue<'a>> = self.table.get(key)?;
        Some((value.get_ref(), self.file.line(value.span().start)))
    }

    fn refuse(&self, key: &str, line: u64, wanted: &str) {
        let finding = Finding::error("content-wrong-type", format!("'{key}' must be {wanted}"), format!("write {wanted}"));
        self.file.push(line, key, finding.with("key", key));
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Says that something is wrong with a key of this block.
    pub fn push(&self, line: u64, key: &str, finding: Finding) {
        self.file.push(line, key, finding);
    }

    /// A text that isn't blank.
    pub fn text(&self, key: &'static str) -> Option<Placed<String>> {
        let (value, line) = self.find(key)?;
        match value.as_str().map(str::trim) {
            Some(text) if !text.is_empty() => Some(Placed { value: text.to_owned(), line }),
            _ => {
                self.refuse(key, line, "a text");
                None
            }
        }
    }

    /// A text read as something else.
    pub fn parse<T: FromStr<Err: Display>>(&self, key: &'static str) -> Option<Placed<T>> {
        let Placed { value, line } = self.text(key)?;
        match value.parse() {
            Ok(value) => Some(Placed { value, line }),
            Err(error) => {
                self.push(line, key, Finding::error("content-value-unreadable", error.to_string(), format!("correct '{key}'")));
                None
            }
        }
    }

    /// A short name as `base::name` has them.
    pub fn name(&self, key: &'static str) -> Option<Placed<String>> {
        let field: Placed<base::Field> = self.parse(key)?;
        Some(Placed { value: field.value.to_string(), line: field.line })
    }

    /// A whole number of at least `least`.
    pub fn number(&self, key: &'static str, least: u32) -> Option<u32> {
        let (value, line) = self.find(key)?;
        let number = value.as_integer().and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok()).filter(|n| *n >= least);
        if number.is_none() {
            self.refuse(key, line, &format!("a whole number of at least {least}"));
        }
        number
    }

    /// `true` or `false`.
    pub fn flag(&self, key: &'static str) -> Option<bool> {
        let (value, line) = self.find(key)?;
        let flag = value.as_bool();
        if flag.is_none() {
            self.refuse(key, line, "true or false");
        }
        flag
    }

    /// `true`, `false` or an expression.
    pub fn flag_or_text(&self, key: &'static str) -> Option<Result<bool, Placed<String>>> {
        match self.find(key)? {
            (DeValue::Boolean(flag), _) => Some(Ok(*flag)),
            (DeValue::String(_), _) => self.text(key).map(Err),
            (_, line) => {
                self.refuse(key, line, "true, false or an expression");
                None
            }
        }
    }

    /// Texts of a list; an absent list is an empty one.
    pub fn texts(&self, key: &'static str) -> Vec<Placed<String>> {
        let Some((value, line)) = self.find(key) else { return Vec::new() };
        let Some(array) = value.as_array() else {
            self.refuse(key, line, "a list of texts");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in array.iter() {
            let line = self.file.line(item.span().start);
            match item.get_ref().as_str() {
                Some(text) => texts.push(Placed { value: text.to_owned(), line }),
                None => self.refuse(key, line, "a list of texts"),
            }
        }
        texts
    }

    /// Texts of a list, each read as something else.
    pub fn parse_all<T: FromStr<Err: Display>>(&self, key: &'static str) -> Vec<T> {
        let mut values = Vec::new();
        for text in self.texts(key) {
            match text.value.parse::<T>() {
                Ok(value) => values.push(value),
                Err(error) => {
                    let finding = Finding::error("content-value-unreadable", error.to_string(), format!("correct '{key}'"));
                    self.push(text.line, key, finding);
                }
            }
        }
        values
    }

    /// A text in several languages; those missing are counted for the file.
    pub fn words(&self, key: &'static str) -> Option<Words> {
        let (value, line) = self.find(key)?;
        let Some(table) = value.as_table() else {
            self.refuse(key, line, "one text for each language, like label.en = \"…\"");
            return None;
        };
        let mut words = Words::default();
        for (tag, text) in table.iter() {
            let line = self.file.line(tag.span().start);
            match (tag.get_ref().parse::<Language>(), text.get_ref().as_str()) {
                (Ok(language), Some(text)) if !text.trim().is_empty() => {
                    words.0.insert(language, text.trim().to_owned());
                }
                (Err(error), _) => self.push(line, key, Finding::error("content-value-unreadable", error, "write a language tag")),
                _ => self.refuse(key, line, "a text"),
            }
        }
        let first = table.iter().next().map_or(line, |(tag, _)| self.file.line(tag.span().start));
        for language in LANGUAGES.into_iter().filter(|l| words.find(l).is_none()) {
            self.file.untranslated.borrow_mut().entry(language).or_default().insert(first);
        }
        Some(words)
    }

    /// The tables of a list `[[key]]`.
    pub fn blocks(&self, key: &'static str) -> Vec<Block<'a>> {
        let Some((value, line)) = self.find(key) else { return Vec::new() };
        let Some(array) = value.as_array() else {
            self.refuse(key, line, "a list of blocks [[…]]");
            return Vec::new();
        };
        let mut blocks = Vec::new();
        for item in array.iter() {
            let line = self.file.line(item.span().start);
            match item.get_ref().as_table() {
                Some(table) => blocks.push(Block::new(self.file, table, line)),
                None => self.refuse(key, line, "a list of blocks [[…]]"),
            }
        }
        blocks
    }

    /// What `found` holds, or a finding that the key is missing.
    pub fn needed<T>(&self, key: &str, found: Option<T>) -> Option<T> {
        if found.is_none() && !self.has(key) {
            let finding = Finding::error("content-missing-key", format!("'{key}' is missing"), format!("add '{key}'"));
            self.push(self.line, key, finding.with("key", key));
        }
        found
    }

    /// Says which keys nobody asked for.
    pub fn finish(self) {
        let asked = self.asked.borrow();
        for key in self.table.keys().filter(|k| !asked.contains(k.get_ref().as_ref())) {
            let name = key.get_ref().to_string();
            let line = self.file.line(key.span().start);
            let finding =
                Finding::error("content-unknown-key", format!("'{name}' means nothing here"), "check its spelling, or take it out");
            self.push(line, &name, finding.with("key", &name));
        }
    }
}
