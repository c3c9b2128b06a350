//! Sheets of XLSForm as rows with named columns and languages.

use super::{Sheet, Workbook};
use crate::words::{Language, Words};
use base::{Finding, Findings};
use std::collections::{BTreeMap, BTreeSet};

/// Languages as forms name them in their columns.
pub(super) const LANGUAGE_NAMES: &[(&str, &str)] = &[
    ("English", "en"),
    ("French", "fr"),
    ("Français", "fr"),
    ("Arabic", "ar"),
    ("العربية", "ar"),
    ("Spanish", "es"),
    ("Español", "es"),
    ("Portuguese", "pt"),
    ("Swahili", "sw"),
    ("Somali", "so"),
    ("Ukrainian", "uk"),
    ("Russian", "ru"),
    ("Dari", "prs"),
    ("Pashto", "ps"),
    ("Farsi", "fa"),
    ("Burmese", "my"),
    ("Bengali", "bn"),
    ("Turkish", "tr"),
    ("Tigrinya", "ti"),
    ("Amharic", "am"),
    ("Sango", "sg"),
];

/// One row of a sheet.
#[derive(Debug, Clone)]
pub(super) struct SurveyRow {
    /// Row in the sheet, the header being 1.
    pub number: u64,
    cells: BTreeMap<String, String>,
    texts: BTreeMap<String, Words>,
}

impl SurveyRow {
    /// The cell, if it isn't blank.
    pub fn find(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str)
    }

    /// The columns that hold something.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.cells.keys().map(String::as_str)
    }

    /// A row that closes what the sheet left open.
    pub fn end(number: u64) -> Self {
        Self { number, cells: BTreeMap::new(), texts: BTreeMap::new() }
    }

    /// Puts our names into references, in every cell but those of ours.
    pub fn rename(&mut self, names: &BTreeMap<String, String>) {
        for (_, cell) in self.cells.iter_mut().filter(|(column, cell)| !column.starts_with("amana_") && cell.contains("${")) {
            let mut text = String::with_capacity(cell.len());
            let mut rest = cell.as_str();
            while let Some((before, after)) = rest.split_once("${") {
                let Some((name, behind)) = after.split_once('}') else { break };
                let name = name.trim();
                let ours = names.get(name).map_or(name, String::as_str);
                text.push_str(before);
                text.push_str(&format!("${{{ours}}}"));
                rest = behind;
            }
            text.push_str(rest);
            *cell = text;
        }
    }

    /// The text of a column in all its languages.
    pub fn words(&self, column: &str) -> Words {
        self.texts.get(column).cloned().unwrap_or_default()
    }
}

/// Rows of a sheet that hold anything; columns are known by lower-case names, `label::French (fr)` by `label` and a language.
pub(super) fn rows(workbook: &Workbook, name: &str, file: &str, findings: &mut Findings) -> Vec<SurveyRow> {
    let Some(sheet) = workbook.0.iter().find(|(sheet, _)| sheet.trim().eq_ignore_ascii_case(name)).map(|(_, rows)| rows) else {
        return Vec::new();
    };
    let default = default_language(workbook);
    let columns = columns(sheet, &default, name, file, findings);
    let mut rows = Vec::new();
    for (index, cells) in sheet.iter().enumerate().skip(1) {
        let mut row = SurveyRow { number: index as u64 + 1, cells: BTreeMap::new(), texts: BTreeMap::new() };
        for (column, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.trim().is_empty()) {
            match column {
                Some((name, Some(language))) => {
                    row.texts.entry(name.clone()).or_default().0.insert(language.clone(), cell.trim().to_owned());
                }
                Some((name, None)) => {
                    row.cells.insert(name.clone(), cell.trim().to_owned());
                }
                None => {}
            }
        }
        if !row.cells.is_empty() || !row.texts.is_empty() {
            rows.push(row);
        }
    }
    rows
}

/// Columns whose cells are texts to be read.
const TEXTS: [&str; 6] = ["label", "hint", "constraint_message", "required_message", "guidance_hint", "amana_title"];

type Column = Option<(String, Option<Language>)>;

fn columns(sheet: &Sheet, default: &Language, name: &str, file: &str, findings: &mut Findings) -> Vec<Column> {
    let mut seen = BTreeSet::new();
    let mut columns = Vec::new();
    for header in sheet.first().into_iter().flatten() {
        let (column, language) = match header.split_once("::") {
            Some((column, language)) => (column, Some(language.trim())),
            None => (header.as_str(), None),
        };
        let column = column.trim().to_lowercase().replace(' ', "_");
        let column = match column.as_str() {
            "relevance" => "relevant".to_owned(),
            "list" | "list name" => "list_name".to_owned(),
            _ => column,
        };
        let read = match language {
            _ if column.is_empty() => None,
            None if TEXTS.contains(&column.as_str()) => Some((column.clone(), Some(default.clone()))),
            None => Some((column.clone(), None)),
            // Pictures and sounds to a label, attributes of a bind.
            Some(_) if !TEXTS.contains(&column.as_str()) => Some((header.to_lowercase(), None)),
            Some(language) => match language_of(language) {
                Some(language) => Some((column.clone(), Some(language))),
                None => {
                    let text = format!("'{language}' is not a language that can be told from its name; the column is left out");
                    let finding = Finding::warning("xlsform-language-unknown", text, "write the tag in brackets: label::Hausa (ha)");
                    findings.push(finding.at(format!("{file} {name}"), 1, header).with("value", language));
                    None
                }
            },
        };
        columns.push(read.filter(|column| seen.insert(column.clone())));
    }
    columns
}

/// `French (fr)`, `fr` or `French`.
fn language_of(text: &str) -> Option<Language> {
    let tag = text.rsplit_once('(').and_then(|(_, tag)| tag.trim().strip_suffix(')'));
    let known = || LANGUAGE_NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text.trim())).map(|(_, tag)| *tag);
    tag.unwrap_or(text).trim().parse().ok().or_else(|| known()?.parse().ok())
}

/// The language of columns that name none.
fn default_language(workbook: &Workbook) -> Language {
    let settings = workbook.0.iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("settings")).map(|(_, rows)| rows);
    let cell = settings.and_then(|rows| {
        let at = rows.first()?.iter().position(|h| h.trim().eq_ignore_ascii_case("default_language"))?;
        rows.get(1)?.get(at)
    });
    cell.and_then(|cell| language_of(cell)).unwrap_or_else(Language::english)
}

/// A name of ours for one of XLSForm's: lower case, with `_` for what a name can't hold.
pub(super) fn our_name(theirs: &str, taken: &BTreeSet<String>) -> String {
    let mut name: String =
        theirs.to_lowercase().chars().map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '_' }).collect();
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        name.insert_str(0, "q_");
    }
    name.truncate(base::name::MAX_LENGTH - 4);
    let mut unique = name.clone();
    let mut number = 2;
    while taken.contains(&unique) {
        unique = format!("{name}_{number}");
        number += 1;
    }
    unique
}
