//! What guards and deadlines see: the record's fields, and facts that casework finds out.

use super::progress::Progress;
use crate::around::{Around, called, day_of, has_ended};
use crate::consent::consents_to;
use crate::known::kind;
use crate::view::RecordView;
use base::{Field, Instant};
use content::expression::{Blank, Day, Environment, Type, Value};
use content::{Procedure, value};
use journal::{Op, Reading, Silence};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// The facts that a procedure may declare, with their types. `consent_<purpose>` stands for every purpose.
pub const FACTS: [(&str, Type); 6] = [
    ("reason", Type::Text),
    ("open_referrals", Type::Number),
    ("actor_assigned", Type::Truth),
    ("actor_roles", Type::Choices),
    ("hours_in_state", Type::Number),
    ("consent_", Type::Truth),
];

/// A record as rules see it at one moment, with the reason that is given for the step.
pub(super) struct Circumstances<'a> {
    pub around: Around<'a>,
    pub procedure: &'a Procedure,
    pub reason: Option<&'a str>,
}

impl Circumstances<'_> {
    /// A fact, and the records that it is about.
    fn fact(&self, name: &str) -> (Value, Vec<String>) {
        let around = &self.around;
        let plain = |value| (value, Vec::new());
        match name {
            "reason" => plain(self.reason.map_or(Value::Blank(Blank::NotAsked), |reason| Value::Text(reason.to_owned()))),
            "open_referrals" => {
                let open: Vec<String> =
                    around.parts(&kind::REFERRAL).filter(|referral| !has_ended(around.content, referral)).map(called).collect();
                (Value::number(open.len() as f64), open)
            }
            "actor_assigned" => plain(Value::Truth(around.record.standing().assigned.contains(&around.actor.user))),
            "actor_roles" => plain(Value::Choices(around.actor.roles.iter().map(ToString::to_string).collect())),
            "hours_in_state" => {
                let entered = Progress::of(around.record).entered.get(&around.record.standing().state).map(|mark| mark.at);
                plain(entered.map_or(Value::UNDEFINED, |at| Value::number(around.moment.now.hours_since(at))))
            }
            _ => match name.strip_prefix("consent_") {
                Some(purpose) => plain(Value::Truth(consents_to(around.person(), purpose, around.related, around.moment))),
                None => plain(Value::UNDEFINED),
            },
        }
    }

    /// The display codes of the records that a rule's facts are about.
    pub fn about(&self, names: &BTreeSet<String>) -> Vec<String> {
        let facts = self.procedure.facts.iter().filter(|fact| names.contains(&fact.name));
        facts.flat_map(|fact| self.fact(&fact.name).1).collect()
    }

    /// A field of the record: blank where it is silent, imprecise where answers conflict.
    fn field(&self, name: &str, record: &RecordView) -> Value {
        let Ok(field) = name.parse::<Field>() else { return Value::UNDEFINED };
        match record.find(&field) {
            Reading::Absent => Value::Blank(Blank::NotAsked),
            Reading::Conflict(_) => Value::Blank(Blank::Imprecise),
            Reading::One(answer) => match answer.op {
                Op::Set(json) => self.typed(name, record, json),
                Op::Silent(Silence::Refused) => Value::Blank(Blank::Refused),
                Op::Silent(Silence::Unknown) | Op::Clear => Value::Blank(Blank::Unknown),
            },
        }
    }

    /// A value by the type that a form gives the field; plain text and truth where no form knows it (`state`, `code`).
    fn typed(&self, name: &str, record: &RecordView, json: &Json) -> Value {
        let mut questions = self.around.content.forms().filter(|form| form.kind == record.kind).filter_map(|form| form.find_question(name));
        match (questions.next(), json) {
            (Some(question), _) => value(&question.answer, json, self.around.moment).unwrap_or(Value::UNDEFINED),
            (None, Json::String(text)) => Value::Text(text.clone()),
            (None, Json::Bool(truth)) => Value::Truth(*truth),
            (None, Json::Number(number)) => number.as_f64().map_or(Value::UNDEFINED, Value::number),
            (None, _) => Value::Present,
        }
    }
}

impl Environment for Circumstances<'_> {
    fn value(&self, name: &str) -> Value {
        if self.procedure.facts.iter().any(|fact| fact.name == name) { self.fact(name).0 } else { self.field(name, self.around.record) }
    }

    /// The field in each record that is part of this one and has it.
    fn rows(&self, name: &str) -> Vec<Value> {
        let parts = self.around.related.iter().filter(|view| view.standing().parent == Some(self.around.record.id));
        parts.map(|part| self.field(name, part)).filter(|value| value.blank() != Some(Blank::NotAsked)).collect()
    }

    fn now(&self) -> Instant {
        self.around.moment.now
    }

    fn local_date(&self, at: Instant) -> Day {
        day_of(self.around.moment.zone, at).unwrap_or(Day::FIRST)
    }

    fn choice_name(&self, field: &str, code: &str, language: &str) -> Option<String> {
        let question = self.around.content.forms().find_map(|form| form.find_question(field))?;
        let list = self.around.content.find_codelist(&question.answer.choices()?.list)?;
        Some(list.find(code)?.label.show(language).to_owned())
    }
}
