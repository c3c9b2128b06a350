//! A form as XLSForm.

use super::survey::LANGUAGE_NAMES;
use super::xpath::{NO, Writer, YES};
use super::{Column, Sheet, Workbook, own};
use crate::form::{AnswerType, Form, Item, Question, Required, Rule, Section, Sensitivity, declarations};
use crate::load::Content;
use crate::words::{Language, Words};
use base::{Finding, Findings};
use std::collections::{BTreeMap, BTreeSet};

/// A row by column.
type Row = BTreeMap<String, String>;

/// Writes a form, with its code lists, as a workbook of XLSForm. `content` must be the one that the form comes from.
///
/// What XLSForm has no words for stands in columns of our own (`amana_…`), which others pass over and [`super::import`] reads.
/// Codes: warning `xlsform-rule-left-out` (a function that XPath lacks); note `xlsform-less-exact` (silences, precision of dates, references).
pub fn export(content: &Content, form: &Form) -> (Workbook, Findings) {
    let lists = content.codelists().map(|list| (list.id.clone(), list.clone())).collect();
    let fields = declarations(form, &lists);
    let mut exporter = Exporter {
        content,
        form,
        writer: Writer { fields: &fields },
        lists: BTreeSet::new(),
        rows: Vec::new(),
        findings: Findings::default(),
    };
    for section in &form.sections {
        exporter.section(section);
    }
    let text = "silences, the precision of dates, places with their parent and references to records are plain answers in XLSForm";
    exporter
        .findings
        .push(Finding::note("xlsform-less-exact", text, "nothing to do; the form that comes back is whole").in_file(&form.file));
    let choices = exporter.choices();
    let mut settings = Row::new();
    let language = form.title.0.keys().map(Language::as_str).find(|tag| *tag == "en" || form.title.find("en").is_none());
    for (key, value) in [
        ("form_id", form.id.clone()),
        ("form_title", form.title.show("en").to_owned()),
        ("version", form.version.to_string()),
        ("default_language", language_name(language.unwrap_or("en"))),
        (own::FORM, form.version.to_string()),
        (own::KIND, form.kind.to_string()),
        (own::AREA, form.area.as_ref().map(ToString::to_string).unwrap_or_default()),
        (own::BASIS, super::text::basis(&form.basis)),
    ] {
        settings.insert(key.into(), value);
    }
    words(&mut settings, "amana_title", &form.title);
    let sheets = [("survey", sheet(&exporter.rows, SURVEY)), ("choices", sheet(&choices, CHOICES)), ("settings", sheet(&[settings], &[]))];
    (Workbook(sheets.into_iter().map(|(name, sheet)| (name.to_owned(), sheet)).collect()), exporter.findings)
}

/// The columns that come first, in this order.
const SURVEY: &[&str] = &["type", "name", "relevant", "required", "constraint", "calculation", "choice_filter", "appearance", "hxl"];
const CHOICES: &[&str] = &["list_name", "name", "parent"];

fn sheet(rows: &[Row], first: &[&str]) -> Sheet {
    let used: BTreeSet<&str> = rows.iter().flat_map(|row| row.iter().filter(|(_, v)| !v.is_empty()).map(|(k, _)| k.as_str())).collect();
    let further = used.iter().copied().filter(|column| !first.contains(column));
    let header: Vec<&str> = first.iter().copied().filter(|column| used.contains(column)).chain(further).collect();
    let cells = rows.iter().map(|row| header.iter().map(|column| row.get(*column).cloned().unwrap_or_default()).collect());
    std::iter::once(header.iter().map(|column| (*column).to_owned()).collect()).chain(cells).collect()
}

/// `label::French (fr)`.
fn words(row: &mut Row, column: &str, words: &Words) {
    for (language, text) in &words.0 {
        row.insert(format!("{column}::{}", language_name(language.as_str())), text.clone());
    }
}

fn language_name(tag: &str) -> String {
    format!("{} ({tag})", LANGUAGE_NAMES.iter().find(|(_, known)| *known == tag).map_or(tag, |(name, _)| name))
}

struct Exporter<'a> {
    content: &'a Content,
    form: &'a Form,
    writer: Writer<'a>,
    /// Each list with whether its hidden codes go along.
    lists: BTreeSet<(String, bool)>,
    rows: Vec<Row>,
    findings: Findings,
}

impl Exporter<'_> {
    fn section(&mut self, section: &Section) {
        let what = if section.repeat.is_some() { "repeat" } else { "group" };
        let mut row = Row::from([("type".into(), format!("begin_{what}")), ("name".into(), section.name.to_string())]);
        words(&mut row, "label", &section.label);
        self.rule(&mut row, Column::Relevance, section.relevance.as_ref(), section.line);
        if let Some(repeat) = &section.repeat {
            row.insert(own::KIND.into(), repeat.kind.to_string());
            row.insert(own::ROWS.into(), format!("{} {}", repeat.at_least, repeat.at_most));
        }
        self.rows.push(row);
        for item in &section.items {
            match item {
                Item::Question(question) => self.question(question),
                Item::Section(inner) => self.section(inner),
            }
        }
        self.rows.push(Row::from([("type".into(), format!("end_{what}")), ("name".into(), section.name.to_string())]));
    }

    fn question(&mut self, question: &Question) {
        let mut row = Row::from([("name".into(), question.name.to_string())]);
        let (kind, appearance) = match &question.answer {
            _ if question.calculation.is_some() => ("calculate".to_owned(), ""),
            AnswerType::Text | AnswerType::Place | AnswerType::Record(_) => ("text".to_owned(), ""),
            AnswerType::LongText => ("text".to_owned(), "multiline"),
            AnswerType::Integer | AnswerType::Age => ("integer".to_owned(), ""),
            AnswerType::Decimal => ("decimal".to_owned(), ""),
            AnswerType::YesNo => (format!("select_one {YES_NO}"), ""),
            AnswerType::Date => ("date".to_owned(), ""),
            AnswerType::Instant => ("dateTime".to_owned(), ""),
            AnswerType::Choice(choices) => (format!("select_one {}", list_name(&choices.list, choices.hidden)), ""),
            AnswerType::Choices(choices) => (format!("select_multiple {}", list_name(&choices.list, choices.hidden)), ""),
            AnswerType::Point => ("geopoint".to_owned(), ""),
            AnswerType::Attachment => ("file".to_owned(), ""),
            AnswerType::Note => ("note".to_owned(), ""),
        };
        row.insert("type".into(), kind);
        row.insert("appearance".into(), appearance.to_owned());
        row.insert("hxl".into(), question.hxl.clone().unwrap_or_default());
        row.insert(own::TYPE.into(), question.answer.word().to_owned());
        row.insert(own::GROUP.into(), question.group.to_string());
        let sensitivity = Sensitivity::ALL.into_iter().find(|(s, _)| *s == question.sensitivity).map(|(_, word)| word);
        row.insert(own::SENSITIVITY.into(), sensitivity.unwrap_or_default().to_owned());
        row.insert(own::MAY_BE_UNKNOWN.into(), question.may_be_unknown.to_string());
        row.insert(own::MAY_BE_REFUSED.into(), question.may_be_refused.to_string());
        words(&mut row, "label", &question.label);
        words(&mut row, "hint", &question.hint);
        match &question.answer {
            AnswerType::Record(kinds) => {
                row.insert(own::KINDS.into(), kinds.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
            }
            AnswerType::Choice(choices) | AnswerType::Choices(choices) => {
                self.lists.insert((choices.list.clone(), choices.hidden));
                row.insert(own::CODELIST.into(), choices.list.clone());
                row.insert(own::HIDDEN_CODES.into(), choices.hidden.to_string());
                if let Some(under) = &choices.under {
                    row.insert("choice_filter".into(), format!("parent = ${{{under}}}"));
                    row.insert(own::UNDER.into(), under.to_string());
                }
            }
            AnswerType::YesNo => {
                self.lists.insert((YES_NO.into(), false));
            }
            _ => {}
        }
        let line = question.line;
        self.rule(&mut row, Column::Relevance, question.relevance.as_ref(), line);
        if let Some(constraint) = &question.constraint {
            self.rule(&mut row, Column::Constraint, Some(&constraint.rule), line);
            words(&mut row, "constraint_message", &constraint.message);
        }
        self.rule(&mut row, Column::Calculation, question.calculation.as_ref(), line);
        match &question.required {
            Required::No => {}
            Required::Yes => {
                row.insert("required".into(), "yes".into());
            }
            Required::When(rule) => self.rule(&mut row, Column::Required, Some(rule), line),
        }
        for unread in &question.unread {
            if let Some((column, source)) = unread.split_once(": ") {
                row.insert(column.into(), source.into());
            }
        }
        self.rows.push(row);
    }

    fn rule(&mut self, row: &mut Row, column: Column, rule: Option<&Rule>, line: u64) {
        let Some(rule) = rule else { return };
        let (theirs, kept, key) = column.names();
        row.insert(kept.into(), rule.expression.source().to_owned());
        match self.writer.rule(column, rule.expression.root()) {
            Ok(xpath) => {
                row.insert(theirs.into(), xpath);
            }
            Err(function) => {
                let text = format!("XPath has nothing for {function}; the rule is left out");
                let finding = Finding::warning("xlsform-rule-left-out", text, "check by hand what the form asks without it");
                self.findings.push(finding.at(&self.form.file, line, key).with("value", function));
            }
        }
    }

    fn choices(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for (id, hidden) in &self.lists {
            let name = list_name(id, *hidden);
            if id == YES_NO {
                for (code, label) in [(YES, ["Yes", "Oui", "نعم"]), (NO, ["No", "Non", "لا"])] {
                    let labels = ["English (en)", "French (fr)", "Arabic (ar)"].iter().zip(label);
                    let mut row: Row = labels.map(|(language, label)| (format!("label::{language}"), label.to_owned())).collect();
                    row.extend([("list_name".into(), name.clone()), ("name".into(), code.into())]);
                    rows.push(row);
                }
                continue;
            }
            let Some(list) = self.content.find_codelist(id) else { continue };
            for code in list.current().filter(|code| *hidden || !code.hidden) {
                let mut row = Row::from([("list_name".into(), name.clone()), ("name".into(), code.code.clone())]);
                row.insert("parent".into(), code.parent.clone().unwrap_or_default());
                words(&mut row, "label", &code.label);
                rows.push(row);
            }
        }
        rows
    }
}

/// The list of questions that ask yes or no.
pub(super) const YES_NO: &str = "yes_no";

/// A list with and one without its hidden codes are two lists to others.
fn list_name(list: &str, hidden: bool) -> String {
    if hidden { format!("{list}_all") } else { list.to_owned() }
}
