//! Forms as the page draws them, in one language.

use crate::Problem;
use crate::office::Office;
use access::{Action, Subject};
use base::{Area, Field, Group, Kind};
use content::{AnswerType, Basis, Form, Item, Question, Required, Section, Sensitivity};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// A form in a list.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FormLine {
    /// Identifier.
    pub id: String,
    /// Version.
    pub version: u32,
    /// Kind of the records that it writes.
    pub kind: Kind,
    /// Their area of work; any, if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// Areas of work in which the asker may begin a record with it.
    pub areas: Vec<Area>,
    /// What it is called.
    pub title: String,
    /// Whether it begins a record; others are filled in for a step of one.
    pub begins: bool,
    /// Whether it is a default of ours or of field practice, to be set locally.
    pub set_locally: bool,
}

/// A form whole.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FormShown {
    /// Its line.
    #[serde(flatten)]
    pub line: FormLine,
    /// Its sections.
    pub sections: Vec<SectionShown>,
}

/// A section, or the rows of a repeat.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SectionShown {
    /// Its name.
    pub name: Field,
    /// What it is called.
    pub label: String,
    /// Shown only when this rule says yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relevance: Option<String>,
    /// What makes each row a record of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat: Option<RepeatShown>,
    /// Questions, and sections within.
    pub items: Vec<ItemShown>,
}

/// How many rows a repeat takes, and of which kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RepeatShown {
    /// Each row is a record of this kind.
    pub kind: Kind,
    /// Rows that there must be.
    pub at_least: u32,
    /// Rows that there may be.
    pub at_most: u32,
}

/// A question or a section within a section.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum ItemShown {
    /// A question.
    Question(Box<QuestionShown>),
    /// A section.
    #[schema(no_recursion)]
    Section(SectionShown),
}

/// One code of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ChoiceShown {
    /// What is stored.
    pub code: String,
    /// What is shown.
    pub label: String,
    /// The code that it belongs under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Whether it can no longer be chosen.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct QuestionShown {
    name: Field,
    label: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    hint: String,
    #[serde(rename = "type")]
    answer: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<ChoiceShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    under: Option<Field>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kinds: Vec<Kind>,
    group: Group,
    sensitivity: Sensitivity,
    #[serde(skip_serializing_if = "Option::is_none")]
    relevance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraint_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calculation: Option<String>,
    required: Value,
    may_be_unknown: bool,
    may_be_refused: bool,
}

impl Office {
    /// The forms by which someone may begin a record.
    pub fn forms(&self, who: &Subject, language: &str) -> Vec<FormLine> {
        let areas = |form: &Form| match self.areas_to_begin(who, &form.kind) {
            Ok(areas) => areas.into_iter().filter(|area| form.area.as_ref().is_none_or(|own| own == area)).collect(),
            Err(_) => Vec::new(),
        };
        let lines = self.content.forms().map(|form| FormLine { areas: areas(form), ..self.form_line(form, language) });
        lines.filter(|line| !line.areas.is_empty()).collect()
    }

    /// A form in one of its versions, else in the newest, with the questions whose answers someone may see or give.
    pub fn form(&self, who: &Subject, id: &str, version: Option<u32>, language: &str) -> Result<FormShown, Problem> {
        let form = match version {
            Some(version) => self.content.find_form(id, version),
            None => self.content.find_current_form(id),
        };
        let form = form.ok_or_else(|| Problem::new("not-found", "there is no such form", "choose one from the list"))?;
        let groups = self.within_reach(who, form);
        let sections = form.sections.iter().filter_map(|s| self.section(s, &groups, language)).collect();
        Ok(FormShown { line: self.form_line(form, language), sections })
    }

    /// The groups that someone may read or write in records of a form's kind, somewhere.
    fn within_reach(&self, who: &Subject, form: &Form) -> BTreeSet<Group> {
        let reaches =
            |clause: &access::Clause| clause.kinds.contains(&form.kind) && form.area.as_ref().is_none_or(|a| clause.areas.contains(a));
        let may = |group: &&Group| {
            [Action::Write, Action::Read]
                .into_iter()
                .any(|action| self.scopes(who, action, group).is_ok_and(|s| s.scope.clauses.iter().any(reaches)))
        };
        self.policy.groups.iter().filter(may).cloned().collect()
    }

    /// A section; none if nothing is left in it.
    fn section(&self, section: &Section, groups: &BTreeSet<Group>, language: &str) -> Option<SectionShown> {
        let items: Vec<ItemShown> = section
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Question(question) if groups.contains(&question.group) => {
                    Some(ItemShown::Question(Box::new(self.question(question, language))))
                }
                Item::Question(_) => None,
                Item::Section(inner) => self.section(inner, groups, language).map(ItemShown::Section),
            })
            .collect();
        (!items.is_empty()).then(|| SectionShown {
            name: section.name.clone(),
            label: section.label.show(language).to_owned(),
            relevance: section.relevance.as_ref().map(|rule| rule.expression.source().to_owned()),
            repeat: section.repeat.as_ref().map(|r| RepeatShown { kind: r.kind.clone(), at_least: r.at_least, at_most: r.at_most }),
            items,
        })
    }

    fn question(&self, question: &Question, language: &str) -> QuestionShown {
        let source = |rule: &content::Rule| rule.expression.source().to_owned();
        let choices = question.answer.choices();
        QuestionShown {
            name: question.name.clone(),
            label: question.label.show(language).to_owned(),
            hint: question.hint.show(language).to_owned(),
            answer: question.answer.word(),
            choices: choices.map(|choices| self.choices(&choices.list, choices.hidden, language)).unwrap_or_default(),
            under: choices.and_then(|choices| choices.under.clone()),
            kinds: match &question.answer {
                AnswerType::Record(kinds) => kinds.clone(),
                _ => Vec::new(),
            },
            group: question.group.clone(),
            sensitivity: question.sensitivity,
            relevance: question.relevance.as_ref().map(source),
            constraint: question.constraint.as_ref().map(|c| source(&c.rule)),
            constraint_message: question.constraint.as_ref().map(|c| c.message.show(language).to_owned()),
            calculation: question.calculation.as_ref().map(source),
            required: match &question.required {
                Required::No => json!(false),
                Required::Yes => json!(true),
                Required::When(rule) => json!(source(rule)),
            },
            may_be_unknown: question.may_be_unknown,
            may_be_refused: question.may_be_refused,
        }
    }

    /// The codes of a list; retired ones too, since old answers need their labels.
    pub(super) fn choices(&self, list: &str, hidden: bool, language: &str) -> Vec<ChoiceShown> {
        let Some(list) = self.content.find_codelist(list) else { return Vec::new() };
        let shown = list.codes.iter().filter(|code| hidden || !code.hidden).map(|code| ChoiceShown {
            code: code.code.clone(),
            label: code.label.show(language).to_owned(),
            parent: code.parent.clone(),
            retired: list.is_retired(code),
        });
        shown.collect()
    }

    /// Whether a form begins records of its kind: unless procedures ask for it only once a record has left their first state.
    pub(super) fn begins(&self, form: &Form) -> bool {
        let asked = self.content.procedures().flat_map(|procedure| {
            let first = procedure.states.first().map(|state| &state.name);
            procedure
                .steps
                .iter()
                .filter(|step| step.form.as_ref() == Some(&form.id))
                .map(move |step| step.from.iter().any(|from| Some(from) == first))
        });
        let asked: Vec<bool> = asked.collect();
        asked.is_empty() || asked.contains(&true)
    }

    fn form_line(&self, form: &Form, language: &str) -> FormLine {
        FormLine {
            id: form.id.clone(),
            version: form.version,
            kind: form.kind.clone(),
            area: form.area.clone(),
            areas: Vec::new(),
            title: form.title.show(language).to_owned(),
            begins: self.begins(form),
            set_locally: Basis::is_set_locally(&form.basis),
        }
    }
}
