//! Lists of choices: those of ours that come back unchanged, and new ones.

use super::draft::{Importer, What};
use super::own;
use super::survey::{SurveyRow, our_name};
use super::text::{Writer, quoted, table};
use crate::codelist::is_code;
use crate::words::{Language, Words};
use base::Finding;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A list of choices on its way to a code list.
pub(super) struct List {
    pub id: String,
    pub title: String,
    pub codes: Vec<(String, Words, Option<String>)>,
    pub parents: Option<String>,
    /// Whether it is in use already, as it stands.
    pub ours: bool,
}

impl List {
    /// Its file.
    pub fn write(&self) -> String {
        let mut out = Writer::default();
        out.text("id", &self.id);
        out.plain("version", 1);
        out.plain("title", format!("{{ en = {} }}", quoted(&self.title)));
        out.text("basis", "default: set locally");
        if let Some(parents) = &self.parents {
            out.text("parents", parents);
        }
        out.0.push_str("code = [\n");
        for (code, label, parent) in &self.codes {
            let parent =
                parent.as_ref().filter(|_| self.parents.is_some()).map(|p| format!(", parent = {}", quoted(p))).unwrap_or_default();
            let _ = writeln!(out.0, "  {{ code = {}, label = {}{parent} }},", quoted(code), table(label));
        }
        out.0.push_str("]\n");
        out.0
    }
}

impl Importer<'_> {
    /// The lists that the survey uses.
    pub fn lists(&mut self, choices: &[SurveyRow]) {
        let mut used: BTreeMap<String, (u64, Option<String>, Option<String>)> = BTreeMap::new();
        for draft in &self.drafts {
            if let What::Question { list: Some(list), .. } = &draft.what {
                let filter = draft.row.find("choice_filter").and_then(filter);
                used.entry(list.clone()).or_insert((
                    draft.row.number,
                    draft.row.find(own::CODELIST).map(str::to_owned),
                    filter.map(|(column, _)| column),
                ));
            }
        }
        for (name, (row, ours, column)) in used {
            let mut codes = Vec::new();
            for choice in choices.iter().filter(|c| c.find("list_name") == Some(name.as_str())) {
                let theirs = choice.find("name").or_else(|| choice.find("value")).unwrap_or_default();
                let code: String = theirs.chars().take(64).map(|c| if is_code(c.encode_utf8(&mut [0; 4])) { c } else { '_' }).collect();
                if code != theirs {
                    let finding =
                        Finding::warning("xlsform-code-changed", format!("a choice is called '{code}' here"), "correct rules that name it");
                    self.push("choices", choice.number, "name", finding.with("from", theirs).with("to", &code));
                }
                let mut label = choice.words("label");
                if label.is_empty() {
                    label.0.insert(Language::english(), theirs.to_owned());
                }
                let parent = column.as_deref().and_then(|column| choice.find(column)).map(str::to_owned);
                codes.push((code, label, parent));
            }
            if codes.is_empty() {
                let text = format!("the sheet 'choices' has no list '{name}'");
                self.push("survey", row, "type", Finding::warning("xlsform-choices-missing", text, "add its choices").with("value", &name));
                codes.push(("other".to_owned(), Words([(Language::english(), "Other".to_owned())].into()), None));
            }
            let known = ours.and_then(|id| self.content.find_codelist(&id));
            let same = known.is_some_and(|list| codes.iter().all(|(code, label, _)| list.find(code).is_some_and(|c| c.label == *label)));
            let id = match known {
                Some(list) if same => list.id.clone(),
                _ => our_name(&format!("{}_{name}", self.id), &BTreeSet::new()),
            };
            let list = List { id, title: name.clone(), codes, parents: None, ours: same };
            self.lists.insert(name, list);
        }
    }
}

/// `column = ${field}`.
pub(super) fn filter(text: &str) -> Option<(String, String)> {
    let (column, field) = text.split_once('=')?;
    let (column, field) = if column.contains("${") { (field, column) } else { (column, field) };
    let field = field.trim().strip_prefix("${")?.strip_suffix('}')?;
    let column = column.trim();
    column.chars().all(|c| c.is_alphanumeric() || c == '_').then(|| (column.to_lowercase(), field.trim().to_owned()))
}
