//! The rows of a survey with names, types and places of ours, before their rules are read.

use super::adapt::Standing;
use super::list::List;
use super::own;
use super::survey::{SurveyRow, our_name};
use crate::expression::{Declaration, Type};
use crate::load::Content;
use base::{Finding, Findings};
use std::collections::{BTreeMap, BTreeSet};

/// A row of the survey on its way to a form.
pub(super) struct Draft {
    pub row: SurveyRow,
    pub name: String,
    /// The innermost repeat that it stands in.
    pub repeat: Option<String>,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    Question { word: String, list: Option<String> },
    Calculation(Option<Type>),
    Open { repeat: bool },
    Close,
}

pub(super) struct Importer<'a> {
    pub file: &'a str,
    pub content: &'a Content,
    pub id: String,
    pub findings: Findings,
    pub drafts: Vec<Draft>,
    /// By the name that the survey uses.
    pub lists: BTreeMap<String, List>,
    pub fields: BTreeMap<String, Declaration>,
}

/// What every entry of ours records by itself.
const METADATA: [&str; 11] =
    ["start", "end", "today", "deviceid", "username", "audit", "phonenumber", "simserial", "subscriberid", "email", "start-geopoint"];
/// Columns of a survey that are read.
const READ: [&str; 13] = [
    "type",
    "name",
    "label",
    "hint",
    "relevant",
    "required",
    "constraint",
    "calculation",
    "choice_filter",
    "appearance",
    "hxl",
    "constraint_message",
    "repeat",
];

impl Importer<'_> {
    pub fn push(&mut self, sheet: &str, row: u64, column: &str, finding: Finding) {
        self.findings.push(finding.at(format!("{} {sheet}", self.file), row, column));
    }

    /// Names and types of every row.
    pub fn draft(&mut self, survey: &[SurveyRow]) {
        let mut taken = BTreeSet::new();
        let mut renamed: BTreeMap<String, String> = BTreeMap::new();
        let mut open: Vec<(String, bool)> = Vec::new();
        let mut left_out: BTreeMap<String, u64> = BTreeMap::new();
        for row in survey {
            for column in row.columns().filter(|c| !READ.contains(c) && !c.starts_with("amana_")) {
                left_out.entry(column.to_owned()).or_insert(row.number);
            }
            let Some(kind) = row.find("type").map(|t| t.split_whitespace().collect::<Vec<_>>()) else { continue };
            let joined = kind.join(" ").to_lowercase().replace(' ', "_");
            let what = match joined.as_str() {
                "begin_group" => What::Open { repeat: false },
                "begin_repeat" => What::Open { repeat: true },
                "end_group" | "end_repeat" => What::Close,
                word if METADATA.contains(&word) => {
                    let finding = Finding::note("xlsform-metadata", "every entry records this by itself; left out", "nothing to do");
                    self.push("survey", row.number, "type", finding.with("value", word));
                    continue;
                }
                "calculate" => What::Calculation(None),
                _ => self.question_type(row, &kind),
            };
            if what == What::Close {
                if open.pop().is_none() {
                    self.unmatched(row.number);
                    continue;
                }
                self.drafts.push(Draft { row: row.clone(), name: String::new(), repeat: None, what });
                continue;
            }
            let theirs = row.find("name").unwrap_or("unnamed");
            let name = our_name(theirs, &taken);
            if name != theirs {
                let finding =
                    Finding::note("xlsform-renamed", format!("'{theirs}' is called '{name}' here"), "nothing to do; rules follow");
                self.push("survey", row.number, "name", finding.with("from", theirs).with("to", &name));
            }
            taken.insert(name.clone());
            renamed.entry(theirs.to_owned()).or_insert_with(|| name.clone());
            let repeat = open.iter().rev().find(|(_, repeat)| *repeat).map(|(name, _)| name.clone());
            if let What::Open { repeat } = what {
                open.push((name.clone(), repeat));
            }
            self.drafts.push(Draft { row: row.clone(), name, repeat, what });
        }
        for _ in &open {
            let row = survey.last().map_or(1, |row| row.number);
            self.unmatched(row);
            self.drafts.push(Draft { row: SurveyRow::end(row), name: String::new(), repeat: None, what: What::Close });
        }
        for (column, row) in left_out {
            let finding = Finding::note(
                "xlsform-column-left-out",
                format!("nothing here reads the column '{column}'"),
                "check whether the form needs it",
            );
            self.push("survey", row, &column, finding.with("value", &column));
        }
        for draft in &mut self.drafts {
            draft.row.rename(&renamed);
        }
    }

    fn unmatched(&mut self, row: u64) {
        let finding =
            Finding::warning("xlsform-groups-unmatched", "a group or repeat is opened or closed once too often", "match begin and end");
        self.push("survey", row, "type", finding);
    }

    fn question_type(&mut self, row: &SurveyRow, kind: &[&str]) -> What {
        let theirs = kind.first().map(|k| k.to_lowercase()).unwrap_or_default();
        let list = kind.get(1).map(|l| (*l).to_owned());
        let word = match theirs.as_str() {
            "text" | "barcode" if row.find("appearance").is_some_and(|a| a.contains("multiline")) => "long_text",
            "text" | "barcode" => "text",
            "integer" => "integer",
            "decimal" | "range" => "decimal",
            "date" => "date",
            "datetime" => "instant",
            "select_one" | "rank" => "choice",
            "select_multiple" => "choices",
            "geopoint" => "point",
            "note" => "note",
            "acknowledge" | "trigger" => "yes_no",
            "image" | "photo" | "audio" | "video" | "file" => "attachment",
            other => {
                let text = format!("there is no type '{other}' here; it is asked as a text");
                self.push(
                    "survey",
                    row.number,
                    "type",
                    Finding::warning("xlsform-type-unknown", text, "choose another type").with("value", other),
                );
                "text"
            }
        };
        let word = if theirs == "rank" { "choices" } else { word };
        // A type of ours that goes out as one of theirs comes back, unless someone has changed it meanwhile.
        let word = match (row.find(own::TYPE), word) {
            (Some(ours @ ("place" | "record")), "text") => ours,
            (Some("age"), "integer") => "age",
            (Some("yes_no"), "choice") => return What::Question { word: "yes_no".into(), list: None },
            _ => word,
        };
        let list = list.filter(|_| ["choice", "choices"].contains(&word));
        What::Question { word: word.to_owned(), list }
    }

    /// Types of all fields; those of calculations by what they give, once what they name is known.
    pub fn declare(&mut self) {
        let codes = |list: &List| Some(list.codes.iter().map(|(code, ..)| code.clone()).collect());
        for draft in &self.drafts {
            let (ty, codes) = match &draft.what {
                What::Question { word, list } => {
                    let Some(ty) = type_of(word) else { continue };
                    (ty, list.as_ref().and_then(|l| self.lists.get(l)).and_then(codes))
                }
                What::Open { repeat: true } => (Type::Repeat, None),
                _ => continue,
            };
            self.fields.insert(draft.name.clone(), Declaration { ty, repeat: draft.repeat.clone(), codes });
        }
        loop {
            let mut found = Vec::new();
            for (index, draft) in self.drafts.iter().enumerate().filter(|(_, d)| d.what == What::Calculation(None)) {
                let ours = draft.row.find(own::TYPE).and_then(type_of);
                let standing = self.standing(draft);
                let given = ours.or_else(|| draft.row.find("calculation").and_then(|c| standing.calculation(c).ok()).map(|(_, ty)| ty));
                found.extend(given.map(|ty| (index, ty)));
            }
            if found.is_empty() {
                break;
            }
            for (index, ty) in found {
                let Some(draft) = self.drafts.get_mut(index) else { continue };
                draft.what = What::Calculation(Some(ty));
                self.fields.insert(draft.name.clone(), Declaration { ty, repeat: draft.repeat.clone(), codes: None });
            }
        }
    }

    pub fn standing<'b>(&'b self, draft: &'b Draft) -> Standing<'b> {
        Standing { fields: &self.fields, here: Some(draft.name.as_str()), scope: draft.repeat.as_deref() }
    }
}

/// What a rule sees of a type of ours.
pub(super) fn type_of(word: &str) -> Option<Type> {
    Some(match word {
        "text" | "long_text" | "place" => Type::Text,
        "integer" | "decimal" | "age" => Type::Number,
        "yes_no" => Type::Truth,
        "date" => Type::Date,
        "instant" => Type::Instant,
        "choice" => Type::Choice,
        "choices" => Type::Choices,
        "point" | "record" | "attachment" => Type::Present,
        _ => return None,
    })
}
