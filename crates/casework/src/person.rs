//! A person as content's registration form records them.

use crate::around::day_of;
use crate::known::{card, group};
use crate::view::RecordView;
use base::{Field, Kind};
use content::expression::{Between, Day, Value};
use content::{AnswerType, Moment, Standing as Age, days, value};
use serde_json::Value as Json;

/// Rows of the registration form that are records of their own.
static NAME_ROW: Kind = Kind::known("name");
static IDENTIFIER_ROW: Kind = Kind::known("identifier");

static NAME: Field = Field::known("name");
static NAME_TEXT: Field = Field::known("name_text");
static SEX: Field = Field::known("sex");
static BIRTH_DATE: Field = Field::known("birth_date");
static AGE_REPORTED: Field = Field::known("age_reported");
static ID_TYPE: Field = Field::known("id_type");
static ID_VALUE: Field = Field::known("id_value");
static PHONE: Field = Field::known("phone");

/// A person, with the rows that are records of their own.
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    /// The person's record.
    pub record: &'a RecordView,
    /// Records of which it is the parent.
    pub parts: &'a [RecordView],
}

impl<'a> Person<'a> {
    /// Every name, as written; where two were recorded at once, both.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.record.all(&group::IDENTITY, &NAME);
        names.extend(self.rows(&NAME_ROW).flat_map(|row| row.all::<String>(&group::IDENTITY, &NAME_TEXT)));
        names
    }

    /// The sex, as content's code list has it; nothing where it is silent or in conflict.
    pub fn sex(&self) -> Option<String> {
        self.record.one(&group::IDENTITY, &SEX)
    }

    /// The days on which the person may have been born: a precision is a range, never an invented day (R-A2).
    pub fn birth(&self) -> Option<Between<Day>> {
        days(&self.record.one::<String>(&group::IDENTITY, &BIRTH_DATE)?)
    }

    /// How old the person is, from the birth or from the age that was reported.
    pub fn age(&self, moment: Moment<'_>) -> Option<Age> {
        let today = day_of(moment.zone, moment.now)?;
        let reported = || self.record.one::<Json>(&group::IDENTITY, &AGE_REPORTED);
        match self.birth() {
            Some(birth) => Some(Age::on(birth, today)),
            None => Age::of(&value(&AnswerType::Age, &reported()?, moment).unwrap_or(Value::UNDEFINED)),
        }
    }

    /// Identifiers as type and value.
    pub fn identifiers(&self) -> Vec<(String, String)> {
        let pair = |row: &RecordView| Some((row.one(&group::IDENTITY, &ID_TYPE)?, row.one(&group::IDENTITY, &ID_VALUE)?));
        self.rows(&IDENTIFIER_ROW).filter_map(pair).collect()
    }

    /// Telephone numbers.
    pub fn phones(&self) -> Vec<String> {
        self.record.all(&group::CONTACT, &PHONE)
    }

    /// The display code.
    pub fn code(&self) -> Option<String> {
        self.record.one(&group::CARD, &card::CODE)
    }

    fn rows(&self, kind: &'static Kind) -> impl Iterator<Item = &'a RecordView> {
        let person = self.record.id;
        self.parts.iter().filter(move |part| part.kind == *kind && part.standing().parent == Some(person))
    }
}
