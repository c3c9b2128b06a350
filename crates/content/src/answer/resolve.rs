//! Answers as rules see them: what is shown, what is calculated, what is blank and why.

use super::age::today;
use super::value::value;
use super::{Answer, Moment, Payload, Silence};
use crate::expression::{Blank, Day, Environment, Outcome, Use, Value, evaluate, outcome};
use crate::form::{Form, Place, Question, Rule, Section};
use crate::load::Content;
use base::{Field, Instant};
use std::collections::BTreeMap;

/// The answers of one submission, decided: every question is shown or hidden, every calculation has its value.
///
/// A hidden question counts as not asked for every other rule, whatever was answered.
#[derive(Debug)]
pub struct Answers<'a> {
    content: &'a Content,
    moment: Moment<'a>,
    fields: BTreeMap<&'a str, Standpoint<'a>>,
    pub(super) root: Row<'a>,
}

/// Where a name stands in the form.
#[derive(Debug)]
struct Standpoint<'a> {
    /// The repeats around it, outermost first.
    repeats: Vec<&'a str>,
    /// The section it stands in.
    section: Option<&'a Section>,
    what: What<'a>,
}

#[derive(Debug, Clone, Copy)]
enum What<'a> {
    Question(&'a Question),
    Section(&'a Section),
}

/// The record itself, or one row of a repeat.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub given: &'a Payload,
    values: BTreeMap<&'a str, Value>,
    shown: BTreeMap<&'a str, bool>,
    pub rows: BTreeMap<&'a str, Vec<Row<'a>>>,
}

/// A row by the repeats and row numbers that lead to it, outermost first.
pub(super) type Path<'a> = Vec<(&'a str, usize)>;

impl<'a> Answers<'a> {
    /// Decides the answers of a form, which must come from this content.
    pub fn new(content: &'a Content, form: &'a Form, payload: &'a Payload, moment: Moment<'a>) -> Self {
        let mut fields = BTreeMap::new();
        let mut stand = |name: &'a Field, within: Vec<&'a Section>, what| {
            let repeats = within.iter().filter(|s| s.repeat.is_some()).map(|s| s.name.as_str()).collect();
            fields.insert(name.as_str(), Standpoint { repeats, section: within.last().copied(), what });
        };
        for (section, within) in form.all_sections() {
            stand(&section.name, within, What::Section(section));
        }
        for Place { question, within } in form.places() {
            stand(&question.name, within, What::Question(question));
        }
        let mut answers = Self { content, moment, fields, root: Row::new(payload) };
        for name in &form.order {
            answers.decide(name.as_str());
        }
        answers
    }

    /// As seen from the record itself.
    pub fn environment(&self) -> impl Environment + '_ {
        self.at(&[], None)
    }

    /// Whether a question or section of the record itself is shown.
    pub fn is_asked(&self, name: &str) -> bool {
        self.shows(name, &[])
    }

    pub(super) fn at<'b>(&'b self, path: &'b [(&'a str, usize)], here: Option<&'b str>) -> View<'a, 'b> {
        View { answers: self, path, here }
    }

    fn decide(&mut self, name: &str) {
        let Some((name, standpoint)) = self.fields.get_key_value(name) else { return };
        let (name, what, section) = (*name, standpoint.what, standpoint.section);
        let decided: Vec<(Path<'a>, bool, Value)> = self
            .paths(&standpoint.repeats)
            .into_iter()
            .map(|path| {
                let row = self.row(&path);
                let around = section.is_none_or(|s| self.is_shown(s, &path));
                let rule = match what {
                    What::Question(question) => question.relevance.as_ref(),
                    What::Section(section) => section.relevance.as_ref(),
                };
                let shown = around && rule.is_none_or(|rule| self.says(rule, Use::Relevance, &path, None) == Outcome::Yes);
                let value = match (what, row) {
                    (What::Question(question), Some(row)) if shown => self.value_of(question, row, &path),
                    _ => Value::Blank(Blank::NotAsked),
                };
                (path, shown, value)
            })
            .collect();
        for (path, shown, value) in decided {
            let Some(row) = self.root.find_mut(&path) else { continue };
            row.shown.insert(name, shown);
            match what {
                What::Question(_) => {
                    row.values.insert(name, value);
                }
                What::Section(section) if shown => row.open(section),
                What::Section(_) => {}
            }
        }
    }

    fn value_of(&self, question: &Question, row: &Row<'a>, path: &[(&'a str, usize)]) -> Value {
        if let Some(calculation) = &question.calculation {
            return evaluate(&calculation.expression, &self.at(path, None));
        }
        match row.given.get(&question.name) {
            Some(Answer::Set(json)) => value(&question.answer, json, self.moment).unwrap_or(Value::UNDEFINED),
            Some(Answer::Silent(Silence::Unknown)) => Value::Blank(Blank::Unknown),
            Some(Answer::Silent(Silence::Refused)) => Value::Blank(Blank::Refused),
            Some(Answer::Rows(_)) | None => Value::Blank(Blank::NotAsked),
        }
    }

    /// What a rule means for a use, seen from a row.
    pub(super) fn says(&self, rule: &Rule, usage: Use, path: &[(&'a str, usize)], here: Option<&str>) -> Outcome {
        outcome(usage, evaluate(&rule.expression, &self.at(path, here)))
    }

    /// Whether a question is shown in a row.
    pub(super) fn shows(&self, name: &str, path: &[(&'a str, usize)]) -> bool {
        self.row(path).is_some_and(|row| row.shown.get(name) == Some(&true))
    }

    /// What rules see of a question in a row.
    pub(super) fn seen(&self, name: &str, path: &[(&'a str, usize)]) -> Option<&Value> {
        self.row(path)?.values.get(name)
    }

    fn is_shown(&self, section: &Section, path: &[(&'a str, usize)]) -> bool {
        let depth = self.fields.get(section.name.as_str()).map_or(0, |s| s.repeats.len());
        self.shows(section.name.as_str(), path.get(..depth).unwrap_or(path))
    }

    pub(super) fn row(&self, path: &[(&'a str, usize)]) -> Option<&Row<'a>> {
        path.iter().try_fold(&self.root, |row, (repeat, index)| row.rows.get(repeat)?.get(*index))
    }

    /// Every row within these repeats.
    pub(super) fn paths(&self, repeats: &[&'a str]) -> Vec<Path<'a>> {
        let mut paths = vec![Vec::new()];
        for repeat in repeats {
            paths = paths
                .into_iter()
                .flat_map(|path: Path<'a>| {
                    let count = self.row(&path).and_then(|row| row.rows.get(repeat)).map_or(0, Vec::len);
                    (0..count).map(move |index| path.iter().copied().chain([(*repeat, index)]).collect())
                })
                .collect();
        }
        paths
    }
}

impl<'a> Row<'a> {
    fn new(given: &'a Payload) -> Self {
        Self { given, values: BTreeMap::new(), shown: BTreeMap::new(), rows: BTreeMap::new() }
    }

    fn find_mut(&mut self, path: &[(&'a str, usize)]) -> Option<&mut Self> {
        path.iter().try_fold(self, |row, (repeat, index)| row.rows.get_mut(repeat)?.get_mut(*index))
    }

    /// Opens the rows given for a repeat; those past the most that it may have aren't looked at.
    fn open(&mut self, section: &'a Section) {
        if let (Some(repeat), Some(Answer::Rows(rows))) = (&section.repeat, self.given.get(&section.name)) {
            let rows = rows.iter().take(repeat.at_most as usize).map(Row::new);
            self.rows.insert(section.name.as_str(), rows.collect());
        }
    }
}

/// The answers as seen from one row.
pub(super) struct View<'a, 'b> {
    answers: &'b Answers<'a>,
    path: &'b [(&'a str, usize)],
    here: Option<&'b str>,
}

impl<'a> View<'a, '_> {
    /// How many of the repeats around a name this row stands in as well.
    fn shared(&self, repeats: &[&'a str]) -> usize {
        repeats.iter().zip(self.path).take_while(|(repeat, (ours, _))| *repeat == ours).count()
    }

    /// The code chosen for a question.
    pub fn choice(&self, name: &str) -> Option<String> {
        match self.value(name) {
            Value::Text(code) => Some(code),
            _ => None,
        }
    }

    /// The value of a name in each row below the first `shared` repeats that it shares with this one.
    fn below(&self, name: &str, repeats: &[&'a str], shared: usize) -> Vec<Value> {
        let paths = self.answers.paths(repeats).into_iter();
        let near = paths.filter(|path| path.get(..shared) == self.path.get(..shared));
        near.map(|path| self.answers.seen(name, &path).cloned().unwrap_or(Value::Blank(Blank::NotAsked))).collect()
    }
}

impl Environment for View<'_, '_> {
    fn value(&self, field: &str) -> Value {
        let Some(standpoint) = self.answers.fields.get(field) else { return Value::UNDEFINED };
        let shared = self.shared(&standpoint.repeats);
        if let What::Section(section) = standpoint.what {
            let row = self.path.get(..shared).and_then(|path| self.answers.row(path));
            let count = row.and_then(|row| row.rows.get(section.name.as_str())).map_or(0, Vec::len);
            return if section.repeat.is_some() { Value::Rows(u32::try_from(count).unwrap_or(u32::MAX)) } else { Value::UNDEFINED };
        }
        if shared < standpoint.repeats.len() {
            return Value::Many(self.below(field, &standpoint.repeats, shared));
        }
        let path = self.path.get(..shared).unwrap_or_default();
        self.answers.seen(field, path).cloned().unwrap_or(Value::Blank(Blank::NotAsked))
    }

    fn here(&self) -> Value {
        self.here.map_or(Value::UNDEFINED, |name| self.value(name))
    }

    fn rows(&self, field: &str) -> Vec<Value> {
        let Some(standpoint) = self.answers.fields.get(field) else { return Vec::new() };
        let outer = standpoint.repeats.len().saturating_sub(1);
        self.below(field, &standpoint.repeats, self.shared(&standpoint.repeats).min(outer))
    }

    fn position(&self) -> Option<u32> {
        self.path.last().and_then(|(_, index)| u32::try_from(index + 1).ok())
    }

    fn now(&self) -> Instant {
        self.answers.moment.now
    }

    fn local_date(&self, at: Instant) -> Day {
        today(Moment { now: at, ..self.answers.moment }).unwrap_or(if at.0 < 0 { Day::FIRST } else { Day::LAST })
    }

    fn choice_name(&self, field: &str, code: &str, language: &str) -> Option<String> {
        let What::Question(question) = self.answers.fields.get(field)?.what else { return None };
        let list = self.answers.content.find_codelist(&question.answer.choices()?.list)?;
        Some(list.find(code)?.label.show(language).to_owned())
    }
}
