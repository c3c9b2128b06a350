//! Whether answers may stand, and which of them are kept.

use super::resolve::{Answers, Path, Row};
use super::value::{json, normal, value};
use super::{Answer, Moment, Payload, Silence};
use crate::expression::{Outcome, Use};
use crate::form::{AnswerType, Choices, Form, Item, Question, Required, Section};
use crate::load::Content;
use base::{Field, Finding, Findings};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// Whether the form may still be left half filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Kept as it is; nothing is required.
    Draft,
    /// Leaving the stage: what is required must be there.
    Complete,
}

/// What is wrong with answers, and what is kept of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// To be written if no finding is an error: answers to what is shown, texts in NFC, calculations as computed here.
    pub kept: Payload,
    /// Each names the field in `column`, and the row (from 1) where it stands in a repeat. None holds an answer.
    pub findings: Findings,
}

/// Checks the answers of a whole form as they would stand. `content` must be the one that the form comes from.
///
/// An answer to a hidden question is *dropped*, with a warning: a device may send what was hidden by a later answer, and nobody is there to take it
/// back; a submission is never turned away for it. A calculated field is computed again, and a difference is a warning.
///
/// Codes: errors `answer-unknown-field`, `answer-wrong-type`, `answer-not-a-choice`, `answer-choice-twice`, `answer-choice-retired`,
/// `answer-choice-hidden`, `answer-choice-not-under`, `answer-silence`, `answer-constraint`, `answer-missing`, `answer-too-few-rows`,
/// `answer-too-many-rows`; warnings `answer-hidden`, `answer-calculation-differs`.
pub fn validate(content: &Content, form: &Form, payload: &Payload, moment: Moment<'_>, stage: Stage) -> Checked {
    let answers = Answers::new(content, form, payload, moment);
    let mut checker = Checker { content, answers: &answers, moment, stage, findings: Findings::default() };
    let kept = checker.row(&form.sections.iter().collect::<Vec<_>>(), &answers.root, &Vec::new());
    Checked { kept, findings: checker.findings }
}

struct Checker<'a> {
    content: &'a Content,
    answers: &'a Answers<'a>,
    moment: Moment<'a>,
    stage: Stage,
    findings: Findings,
}

impl<'a> Checker<'a> {
    fn push(&mut self, field: &Field, path: &Path<'a>, mut finding: Finding) {
        finding.row = path.last().map(|(_, index)| *index as u64 + 1);
        finding.column = Some(field.to_string());
        self.findings.push(finding.with("field", field));
    }

    /// The record, or one row of a repeat: everything in `sections` that isn't in a repeat further in.
    fn row(&mut self, sections: &[&'a Section], row: &Row<'a>, path: &Path<'a>) -> Payload {
        let mut kept = Payload::new();
        let mut known = BTreeSet::new();
        for section in sections {
            self.section(section, row, path, &mut kept, &mut known);
        }
        for field in row.given.keys().filter(|field| !known.contains(field)) {
            let finding =
                Finding::error("answer-unknown-field", format!("the form has no field '{field}' here"), "send only fields of this version");
            self.push(field, path, finding);
        }
        kept
    }

    fn section(&mut self, section: &'a Section, row: &Row<'a>, path: &Path<'a>, kept: &mut Payload, known: &mut BTreeSet<&'a Field>) {
        for item in &section.items {
            match item {
                Item::Question(question) => {
                    known.insert(&question.name);
                    if let Some(answer) = self.question(question, row, path) {
                        kept.insert(question.name.clone(), answer);
                    }
                }
                Item::Section(inner) if inner.repeat.is_some() => self.repeat(inner, row, path, kept, known),
                Item::Section(inner) => self.section(inner, row, path, kept, known),
            }
        }
    }

    fn repeat(&mut self, section: &'a Section, row: &Row<'a>, path: &Path<'a>, kept: &mut Payload, known: &mut BTreeSet<&'a Field>) {
        let (name, Some(repeat)) = (&section.name, &section.repeat) else { return };
        known.insert(name);
        let given = row.given.get(name);
        if !self.answers.shows(name.as_str(), path) {
            if given.is_some() {
                self.push(name, path, hidden());
            }
            return;
        }
        let count = match given {
            Some(Answer::Rows(rows)) => rows.len(),
            Some(_) => {
                self.push(name, path, Finding::error("answer-wrong-type", "this is a repeat", "send its rows"));
                return;
            }
            None => 0,
        };
        if count > repeat.at_most as usize {
            let text = format!("at most {} rows are possible here", repeat.at_most);
            self.push(name, path, Finding::error("answer-too-many-rows", text, "take some out").with("most", repeat.at_most));
        } else if count < repeat.at_least as usize && self.stage == Stage::Complete {
            let text = format!("at least {} rows are needed here", repeat.at_least);
            self.push(name, path, Finding::error("answer-too-few-rows", text, "add what is missing").with("least", repeat.at_least));
        }
        let mut rows = Vec::new();
        for (index, inner) in row.rows.get(name.as_str()).into_iter().flatten().enumerate() {
            let path = path.iter().copied().chain([(name.as_str(), index)]).collect();
            rows.push(self.row(&[section], inner, &path));
        }
        if !rows.is_empty() {
            kept.insert(name.clone(), Answer::Rows(rows));
        }
    }

    /// What is kept of one answer.
    fn question(&mut self, question: &'a Question, row: &Row<'a>, path: &Path<'a>) -> Option<Answer> {
        let name = &question.name;
        let given = row.given.get(name);
        if !self.answers.shows(name.as_str(), path) {
            if given.is_some() {
                self.push(name, path, hidden());
            }
            return None;
        }
        if question.calculation.is_some() {
            return self.calculated(question, given, path);
        }
        match given {
            Some(Answer::Set(value)) => self.set(question, value, path),
            Some(Answer::Silent(silence)) => {
                let allowed = match silence {
                    Silence::Unknown => question.may_be_unknown,
                    Silence::Refused => question.may_be_refused,
                };
                if !allowed || question.answer == AnswerType::Note {
                    let finding =
                        Finding::error("answer-silence", "this needs an answer: it can't be left as unknown or refused", "answer it");
                    self.push(name, path, finding);
                }
                given.cloned()
            }
            Some(Answer::Rows(_)) => {
                self.push(name, path, Finding::error("answer-wrong-type", "this is no repeat", "send one answer"));
                None
            }
            None => {
                let required = match &question.required {
                    Required::No => false,
                    Required::Yes => true,
                    Required::When(rule) => self.answers.says(rule, Use::Relevance, path, None) == Outcome::Yes,
                };
                if required && self.stage == Stage::Complete {
                    let remedy = "answer it, or say that it is unknown or refused where the form allows it";
                    self.push(name, path, Finding::error("answer-missing", "this must be answered before going on", remedy));
                }
                None
            }
        }
    }

    fn set(&mut self, question: &'a Question, given: &Json, path: &Path<'a>) -> Option<Answer> {
        let name = &question.name;
        if value(&question.answer, given, self.moment).is_none() {
            let wanted = wanted(&question.answer);
            self.push(name, path, Finding::error("answer-wrong-type", format!("this must be {wanted}"), format!("send {wanted}")));
            return None;
        }
        if let Some(choices) = question.answer.choices() {
            self.choices(question, choices, given, path);
        }
        if let Some(constraint) = &question.constraint
            && self.answers.says(&constraint.rule, Use::Constraint, path, Some(name.as_str())) == Outcome::No
        {
            self.push(name, path, Finding::error("answer-constraint", constraint.message.show("en"), "correct the answer"));
        }
        Some(Answer::Set(match (&question.answer, given) {
            (AnswerType::Text | AnswerType::LongText, Json::String(text)) => Json::String(normal(text)),
            _ => given.clone(),
        }))
    }

    fn choices(&mut self, question: &'a Question, choices: &Choices, given: &Json, path: &Path<'a>) {
        let Some(list) = self.content.find_codelist(&choices.list) else { return };
        let under = choices.under.as_ref().and_then(|field| self.answers.at(path, None).choice(field.as_str()));
        let mut seen = BTreeSet::new();
        let given = given.as_array().map_or(std::slice::from_ref(given), Vec::as_slice);
        for code in given.iter().filter_map(Json::as_str) {
            let finding = match list.find(code) {
                None => Finding::error("answer-not-a-choice", "this is not one of the choices", "choose from the list"),
                Some(_) if !seen.insert(code) => Finding::error("answer-choice-twice", "the same is chosen twice", "choose it once"),
                Some(code) if list.is_retired(code) => {
                    Finding::error("answer-choice-retired", "this can no longer be chosen", "choose another from the list")
                }
                Some(code) if code.hidden && !choices.hidden => {
                    Finding::error("answer-choice-hidden", "this is not recorded here", "record it on the case, with who may know")
                }
                Some(code) if choices.under.is_some() && (under.is_none() || code.parent != under) => {
                    Finding::error("answer-choice-not-under", "this does not belong to what was chosen above", "choose again")
                }
                Some(_) => continue,
            };
            self.push(&question.name, path, finding.with("list", &choices.list));
        }
    }

    fn calculated(&mut self, question: &'a Question, given: Option<&Answer>, path: &Path<'a>) -> Option<Answer> {
        let seen = self.answers.seen(question.name.as_str(), path);
        let same = match given {
            Some(Answer::Set(sent)) => value(&question.answer, sent, self.moment).as_ref() == seen,
            Some(_) => false,
            None => true,
        };
        let computed = seen.and_then(|seen| json(&question.answer, seen));
        if !same {
            let finding =
                Finding::warning("answer-calculation-differs", "what was sent is not what is calculated here", "nothing; ours is kept");
            self.push(&question.name, path, finding);
        }
        computed.map(Answer::Set)
    }
}

fn hidden() -> Finding {
    Finding::warning(
        "answer-hidden",
        "this is not asked, given the other answers; its answer is left out",
        "nothing, or correct the other answers",
    )
}

fn wanted(answer: &AnswerType) -> &'static str {
    match answer {
        AnswerType::Text => "a text of at most 1,000 characters",
        AnswerType::LongText => "a text of at most 100,000 characters",
        AnswerType::Integer => "a whole number, or two for a range",
        AnswerType::Decimal => "a number, or two for a range",
        AnswerType::YesNo => "true or false",
        AnswerType::Date => "a date like 2012-03-05, 2012-03, 2012, 2012~ (estimated) or 2008/2010",
        AnswerType::Instant => "a moment like 2026-11-02T10:00:00+01:00",
        AnswerType::Age => "an age like {\"years\": 7, \"on\": \"2026-11-01\"}",
        AnswerType::Choice(_) => "one code of the list",
        AnswerType::Choices(_) => "codes of the list",
        AnswerType::Place => "a p-code with its parent",
        AnswerType::Point => "a latitude and longitude",
        AnswerType::Record(_) => "the identifier of a record",
        AnswerType::Attachment => "the digest, media type and size of a file",
        AnswerType::Note => "left out: nothing is asked here",
    }
}
