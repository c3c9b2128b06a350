//! From a workbook of XLSForm to files of content.

use super::adapt::Adapted;
use super::draft::{Importer, What};
use super::list::filter;
use super::survey::{SurveyRow, our_name, rows};
use super::text::{Writer, quoted};
use super::{Column, Workbook, own, xpath};
use crate::expression::{Problem, Type, parse};
use crate::form::{MOST_ROWS, Sensitivity};
use crate::load::Content;
use crate::words::{Language, Words};
use base::{Area, Finding, Findings, Group, Kind};
use std::collections::{BTreeMap, BTreeSet};

/// What a form made elsewhere doesn't say.
#[derive(Debug, Clone)]
pub struct Intake {
    /// The area of work whose records it writes; any if none.
    pub area: Option<Area>,
    /// The kind of record that it writes.
    pub kind: Kind,
    /// The field group of its questions, until the author says otherwise.
    pub group: Group,
    /// The sensitivity of its questions, likewise.
    pub sensitivity: Sensitivity,
}

/// Files of content, as path and text, and everything that the author should look at.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The form and its code lists; none if there is no form in the workbook.
    pub files: Vec<(String, String)>,
    /// By sheet, row and column. Each rewritten expression is there as it was and as it is.
    pub findings: Findings,
}

/// Reads a form. `content` is what is in use: a code list of ours that comes back unchanged is not made anew.
///
/// Codes: error `xlsform-no-survey`; warnings `xlsform-type-unknown`, `xlsform-expression-unread`, `xlsform-choices-missing`, `xlsform-filter-unread`,
/// `xlsform-code-changed`, `xlsform-groups-unmatched`, `xlsform-language-unknown`; notes `xlsform-rewritten`, `xlsform-renamed`, `xlsform-metadata`,
/// `xlsform-column-left-out`.
pub fn import(file: &str, workbook: &Workbook, intake: &Intake, content: &Content) -> Imported {
    let mut findings = Findings::default();
    let survey = rows(workbook, "survey", file, &mut findings);
    if survey.is_empty() {
        let finding = Finding::error("xlsform-no-survey", "there is no sheet 'survey' with questions", "check that this is an XLSForm");
        findings.push(finding.in_file(file));
        return Imported { files: Vec::new(), findings };
    }
    let settings = rows(workbook, "settings", file, &mut findings).into_iter().next();
    let choices = rows(workbook, "choices", file, &mut findings);
    let setting = |column: &str| settings.as_ref().and_then(|row| row.find(column));
    let id = our_name(setting("form_id").or_else(|| setting("id_string")).unwrap_or(file), &BTreeSet::new());
    let mut importer =
        Importer { file, content, id: id.clone(), findings, drafts: Vec::new(), lists: BTreeMap::new(), fields: BTreeMap::new() };
    importer.draft(&survey);
    importer.lists(&choices);
    importer.declare();
    let head = Head {
        version: setting(own::FORM).and_then(|v| v.parse::<u32>().ok()).filter(|v| *v > 0).unwrap_or(1),
        kind: setting(own::KIND).and_then(|k| k.parse().ok()).unwrap_or_else(|| intake.kind.clone()),
        area: if setting(own::FORM).is_some() { setting(own::AREA).and_then(|a| a.parse().ok()) } else { intake.area.clone() },
        basis: setting(own::BASIS).unwrap_or("default: set locally").to_owned(),
        title: settings
            .as_ref()
            .map(|row| row.words("amana_title"))
            .filter(|w| !w.is_empty())
            .unwrap_or_else(|| Words([(Language::english(), setting("form_title").unwrap_or(&id).to_owned())].into())),
    };
    let form = importer.write(&head, intake);
    let mut files = vec![(format!("forms/{id}.toml"), form)];
    files.extend(
        importer.lists.iter().filter(|(_, list)| !list.ours).map(|(_, list)| (format!("codelists/{}.toml", list.id), list.write())),
    );
    Imported { files, findings: importer.findings }
}

struct Head {
    version: u32,
    kind: Kind,
    area: Option<Area>,
    basis: String,
    title: Words,
}

impl Importer<'_> {
    /// A rule of a row in our language; nothing if there is none or it can't be read.
    fn rule(&mut self, index: usize, column: Column, unread: &mut Vec<String>) -> Option<String> {
        let (theirs, kept, _) = column.names();
        let draft = self.drafts.get(index)?;
        let row = draft.row.number;
        let cell = draft.row.find(theirs).map(str::to_owned);
        if let Some(ours) = draft.row.find(kept)
            && unchanged(&xpath::Writer { fields: &self.fields }, column, ours, cell.as_deref())
        {
            return Some(ours.to_owned());
        }
        let cell = cell?;
        let standing = self.standing(draft);
        let adapted: Result<Adapted, Vec<Problem>> = match column {
            Column::Constraint => standing.constraint(&cell),
            Column::Calculation => standing.calculation(&cell).map(|(adapted, _)| adapted),
            Column::Relevance | Column::Required => standing.condition(&cell),
        };
        match adapted {
            Ok(adapted) => {
                if adapted.rewritten {
                    let text = format!("{cell}   is written   {}", adapted.source);
                    let finding =
                        Finding::note("xlsform-rewritten", text, "read it: it means here what it means there, also without an answer");
                    self.push("survey", row, theirs, finding.with("from", &cell).with("to", &adapted.source));
                }
                Some(adapted.source)
            }
            Err(problems) => {
                let why = problems.first().map_or_else(String::new, |p| format!(": {}", p.message));
                let finding = Finding::warning(
                    "xlsform-expression-unread",
                    format!("this can't be evaluated here{why}"),
                    "write it anew in the form; until then it is kept as text",
                );
                self.push("survey", row, theirs, finding.with("value", &cell));
                unread.push(format!("{theirs}: {cell}"));
                None
            }
        }
    }

    fn write(&mut self, head: &Head, intake: &Intake) -> String {
        let mut out = Writer::default();
        out.text("id", &self.id);
        out.plain("version", head.version);
        if let Some(area) = &head.area {
            out.text("area", area.as_str());
        }
        out.text("kind", head.kind.as_str());
        out.words("title", &head.title);
        out.text("basis", &head.basis);
        out.text("group", intake.group.as_str());
        out.text("sensitivity", word(intake.sensitivity));
        let mut depth = 0_usize;
        let mut loose = false;
        let mut parts = 0_u32;
        for index in 0..self.drafts.len() {
            let Some(draft) = self.drafts.get(index) else { continue };
            match draft.what {
                What::Close => depth = depth.saturating_sub(1),
                What::Open { .. } if self.is_empty_group(index) => depth += 1,
                What::Open { .. } => {
                    depth += 1;
                    loose = false;
                    self.open(&mut out, index, depth, head);
                }
                _ => {
                    // Questions outside every group get a section of their own.
                    if depth == 0 && !loose {
                        loose = true;
                        parts += 1;
                        out.block("section");
                        out.text("name", &our_name(&format!("part_{parts}"), &self.drafts.iter().map(|d| d.name.clone()).collect()));
                        out.words("label", &head.title);
                    }
                    self.question(&mut out, index, &format!("section{}", ".field".repeat(depth.max(1))));
                }
            }
        }
        out.0
    }

    /// Whether a group holds no question.
    fn is_empty_group(&self, index: usize) -> bool {
        let mut depth = 0_usize;
        for draft in self.drafts.iter().skip(index) {
            match draft.what {
                What::Open { .. } => depth += 1,
                What::Close if depth == 1 => return true,
                What::Close => depth -= 1,
                _ => return false,
            }
        }
        true
    }

    fn open(&mut self, out: &mut Writer, index: usize, depth: usize, head: &Head) {
        let mut unread = Vec::new();
        let relevance = self.rule(index, Column::Relevance, &mut unread);
        let Some(draft) = self.drafts.get(index) else { return };
        out.block(&format!("section{}", ".field".repeat(depth - 1)));
        out.text("name", &draft.name);
        let label = draft.row.words("label");
        out.words("label", if label.is_empty() { &head.title } else { &label });
        if let Some(relevance) = relevance {
            out.text("relevance", &relevance);
        }
        if draft.what == (What::Open { repeat: true }) {
            out.text("repeat", draft.row.find(own::KIND).unwrap_or(&draft.name));
            let rows = draft.row.find(own::ROWS).and_then(|r| r.split_once(' ')).unwrap_or(("0", ""));
            out.plain("at_least", rows.0.parse::<u32>().unwrap_or(0));
            out.plain("at_most", rows.1.parse::<u32>().unwrap_or(MOST_ROWS));
        }
    }

    fn question(&mut self, out: &mut Writer, index: usize, path: &str) {
        let mut unread = Vec::new();
        let relevance = self.rule(index, Column::Relevance, &mut unread);
        let constraint = self.rule(index, Column::Constraint, &mut unread);
        let calculation = self.rule(index, Column::Calculation, &mut unread);
        let required = self.drafts.get(index).and_then(|d| d.row.find("required")).map(str::to_lowercase);
        let required = match required.as_deref() {
            None | Some("no" | "false" | "false()") => None,
            Some("yes" | "true" | "true()" | "1") => Some("true".to_owned()),
            Some(_) => self.rule(index, Column::Required, &mut unread).map(|rule| quoted(&rule)),
        };
        let Some(draft) = self.drafts.get(index) else { return };
        let row = draft.row.clone();
        let lost = matches!(draft.what, What::Calculation(_)) && calculation.is_none();
        let (word, list) = match &draft.what {
            What::Question { word, list } => (word.clone(), list.clone()),
            What::Calculation(ty) => (row.find(own::TYPE).unwrap_or_else(|| word_of(*ty)).to_owned(), None),
            What::Open { .. } | What::Close => return,
        };
        out.block(path);
        out.text("name", &draft.name);
        out.text("type", if lost { "text" } else { &word });
        let label = row.words("label");
        if !label.is_empty() || calculation.is_none() {
            let named = Words([(Language::english(), draft.name.clone())].into());
            out.words("label", if label.is_empty() { &named } else { &label });
        }
        out.words("hint", &row.words("hint"));
        for (key, column) in [("group", own::GROUP), ("sensitivity", own::SENSITIVITY), ("hxl", "hxl")] {
            if let Some(value) = row.find(column) {
                out.text(key, value);
            }
        }
        for (key, column) in [("may_be_unknown", own::MAY_BE_UNKNOWN), ("may_be_refused", own::MAY_BE_REFUSED)] {
            if let Some(value @ ("true" | "false")) = row.find(column) {
                out.plain(key, value);
            }
        }
        if let Some(kinds) = row.find(own::KINDS).filter(|_| word == "record") {
            out.texts("kinds", kinds.split_whitespace());
        }
        if let Some(list) = list {
            self.list(out, &row, &list);
        }
        // Nobody is asked what should have been calculated.
        if let Some(relevance) = if lost { Some("false()".to_owned()) } else { relevance } {
            out.text("relevance", &relevance);
        }
        if let Some(constraint) = constraint {
            out.text("constraint", &constraint);
            let message = row.words("constraint_message");
            let plain = [
                ("en", "This answer is not possible."),
                ("fr", "Cette réponse n’est pas possible."),
                ("es", "Esta respuesta no es posible."),
                ("ar", "هذه الإجابة غير ممكنة."),
            ];
            let plain = Words(plain.into_iter().filter_map(|(l, t)| Some((l.parse().ok()?, t.to_owned()))).collect());
            out.words("constraint_message", if message.is_empty() { &plain } else { &message });
        }
        if let Some(calculation) = &calculation {
            out.text("calculation", calculation);
        }
        if let Some(required) = required.filter(|_| calculation.is_none() && !lost) {
            out.plain("required", required);
        }
        if !unread.is_empty() {
            out.texts("unread", unread.iter().map(String::as_str));
        }
    }

    fn list(&mut self, out: &mut Writer, row: &SurveyRow, name: &str) {
        let ours = self.lists.get(name).is_some_and(|list| list.ours);
        out.text("codelist", &self.lists.get(name).map(|list| list.id.clone()).unwrap_or_default());
        if ours && row.find(own::HIDDEN_CODES) == Some("true") {
            out.plain("hidden_codes", true);
        }
        let Some(written) = row.find("choice_filter") else { return };
        let above = filter(written).and_then(|(_, field)| self.drafts.iter().find(|d| d.name == field)).and_then(|d| match &d.what {
            What::Question { word, list: Some(list) } if word == "choice" => Some((d.name.clone(), self.lists.get(list)?.id.clone())),
            _ => None,
        });
        match (above, self.lists.get_mut(name)) {
            (Some((field, parents)), Some(list)) => {
                out.text("under", &field);
                list.parents = Some(parents);
            }
            _ => {
                let finding = Finding::warning(
                    "xlsform-filter-unread",
                    "this filter of choices can't be kept; all choices are offered",
                    "write it as column = ${question}",
                );
                self.push("survey", row.number, "choice_filter", finding.with("value", written));
            }
        }
    }
}

/// Whether a rule of ours went out as what stands in the cell now.
fn unchanged(writer: &xpath::Writer<'_>, column: Column, ours: &str, cell: Option<&str>) -> bool {
    parse(ours).is_ok_and(|expression| writer.rule(column, expression.root()).ok().as_deref() == cell)
}

fn word(sensitivity: Sensitivity) -> &'static str {
    Sensitivity::ALL.into_iter().find(|(s, _)| *s == sensitivity).map_or("severe", |(_, word)| word)
}

/// The type of a calculation that gives this.
fn word_of(ty: Option<Type>) -> &'static str {
    match ty {
        Some(Type::Number) => "decimal",
        Some(Type::Truth) => "yes_no",
        Some(Type::Date) => "date",
        Some(Type::Instant) => "instant",
        _ => "text",
    }
}
