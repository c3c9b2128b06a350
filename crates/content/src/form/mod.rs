//! A form: what is asked for one kind of record, in sections, with the rules of each question.
//!
//! In: blocks of TOML. Out: a [`Form`]. Always true: names are unique within a form; every rule is parsed, and names only what the form
//! holds; no rule depends on itself. Absent: answers, and which roles may see them (groups and sensitivity say what `access` decides on).

mod check;
mod read;

pub(crate) use check::{Dictionary, check, declarations};
pub(crate) use read::{read, rule as read_rule};

use crate::basis::Basis;
use crate::expression::Expression;
use crate::words::Words;
use base::{Area, Field, Group, Kind};
use serde::Serialize;

/// One version of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Identifier, the same over all versions.
    pub id: String,
    /// Counted from 1; a change that someone could notice in old records makes a new one.
    pub version: u32,
    /// The area of work whose records it writes; in any area when it names none.
    pub area: Option<Area>,
    /// The kind of record that it writes.
    pub kind: Kind,
    /// What it is called.
    pub title: Words,
    /// Where it comes from.
    pub basis: Basis,
    /// Its sections in order.
    pub sections: Vec<Section>,
    /// The file it was read from.
    pub file: String,
    /// Questions and sections such that each comes after those its relevance and calculation name.
    pub(crate) order: Vec<Field>,
}

/// Questions that belong together: a page, a group within it, or a repeat.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its name.
    pub name: Field,
    /// What it is called.
    pub label: Words,
    /// Shown only when this says yes.
    pub relevance: Option<Rule>,
    /// For a repeat, what makes each row a record of its own.
    pub repeat: Option<Repeat>,
    /// What is in it, in order.
    pub items: Vec<Item>,
    /// Line in the form's file.
    pub line: u64,
}

/// Each row of a repeat is a record of its own, whose `parent` is the record that the form writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// Kind of each row's record.
    pub kind: Kind,
    /// Fewest rows with which the stage may be left.
    pub at_least: u32,
    /// Most rows.
    pub at_most: u32,
}

/// The field groups that records are seen, sealed and counted by (docs/decisions/0005-records.md).
pub const GROUPS: [&str; 12] =
    ["card", "identity", "contact", "location", "needs", "health", "narrative", "legal", "decision", "alleged", "photo", "consent"];

/// The most rows of a repeat that doesn't say.
pub const MOST_ROWS: u32 = 200;

/// A question or a section within a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Asked, calculated, or a note to read.
    Question(Box<Question>),
    /// A group or a repeat.
    Section(Box<Section>),
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its name, which is the record's field.
    pub name: Field,
    /// The question as asked.
    pub label: Words,
    /// How to ask or fill it in.
    pub hint: Words,
    /// What an answer is.
    pub answer: AnswerType,
    /// The field group that it is seen, sealed and counted with.
    pub group: Group,
    /// What harm its disclosure could do.
    pub sensitivity: Sensitivity,
    /// Asked only when this says yes.
    pub relevance: Option<Rule>,
    /// Accepted unless this says no.
    pub constraint: Option<Constraint>,
    /// Computed rather than asked.
    pub calculation: Option<Rule>,
    /// Whether the stage can't be left without an answer or a silence.
    pub required: Required,
    /// HXL tag with attributes, for exports.
    pub hxl: Option<String>,
    /// Whether "asked, not known" is an answer.
    pub may_be_unknown: bool,
    /// Whether "would rather not say" is an answer.
    pub may_be_refused: bool,
    /// Rules of an imported form that no one can evaluate here, as `column: source`; kept for export.
    pub unread: Vec<String>,
    /// Line in the form's file.
    pub line: u64,
}

/// A rule as written and as read.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// As read; its source is the record of truth.
    pub expression: Expression,
    /// Line in the file.
    pub line: u64,
}

/// A rule that turns an answer back, and what is said then.
#[derive(Debug, Clone, PartialEq)]
pub struct Constraint {
    /// `.` is the answer.
    pub rule: Rule,
    /// What to do instead.
    pub message: Words,
}

/// When a question must be answered to leave the stage; a silence that the question allows is an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Required {
    /// Never.
    No,
    /// Whenever it is shown.
    Yes,
    /// When it is shown and this says yes.
    When(Rule),
}

/// What an answer to a question is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerType {
    /// A line of text.
    Text,
    /// Paragraphs.
    LongText,
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// Yes or no.
    YesNo,
    /// A day, month or year, exact or estimated.
    Date,
    /// A moment.
    Instant,
    /// Completed years on a stated date.
    Age,
    /// One code of a list.
    Choice(Choices),
    /// Several codes of a list.
    Choices(Choices),
    /// A p-code with its parent as stored.
    Place,
    /// Latitude and longitude.
    Point,
    /// Another record, of one of these kinds.
    Record(Vec<Kind>),
    /// A file, by its digest.
    Attachment,
    /// Nothing: a text to read.
    Note,
}

impl AnswerType {
    /// The word for it in a form's file.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long_text",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::YesNo => "yes_no",
            Self::Date => "date",
            Self::Instant => "instant",
            Self::Age => "age",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Place => "place",
            Self::Point => "point",
            Self::Record(_) => "record",
            Self::Attachment => "attachment",
            Self::Note => "note",
        }
    }

    /// The code list that an answer is taken from.
    pub fn choices(&self) -> Option<&Choices> {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => Some(choices),
            _ => None,
        }
    }
}

/// Which codes of a list may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The list.
    pub list: String,
    /// Only codes whose parent is the answer of this question.
    pub under: Option<Field>,
    /// Whether hidden codes may be chosen here.
    pub hidden: bool,
}

/// What harm disclosure could do (OCHA and IASC data responsibility: low or no, moderate, high, severe).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sensitivity {
    /// None or very limited.
    Low,
    /// Minor.
    Moderate,
    /// Serious.
    High,
    /// Severe, death included.
    Severe,
}

impl Sensitivity {
    /// Each, with its word.
    pub const ALL: [(Self, &str); 4] = [(Self::Low, "low"), (Self::Moderate, "moderate"), (Self::High, "high"), (Self::Severe, "severe")];
}

impl Section {
    /// The sections directly in it.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.items.iter().filter_map(|item| match item {
            Item::Section(section) => Some(section.as_ref()),
            Item::Question(_) => None,
        })
    }
}

impl Form {
    /// Every question in order, those inside repeats included.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.places().into_iter().map(|place| place.question)
    }

    /// The question with this name.
    pub fn find_question(&self, name: &str) -> Option<&Question> {
        self.questions().find(|q| q.name.as_str() == name)
    }

    /// Every question in order with the sections that it stands in, outermost first.
    pub fn places(&self) -> Vec<Place<'_>> {
        let mut places = Vec::new();
        for section in &self.sections {
            collect(section, &mut Vec::new(), &mut places);
        }
        places
    }

    /// Every section in order with those around it, outermost first.
    pub fn all_sections(&self) -> Vec<(&Section, Vec<&Section>)> {
        fn descend<'a>(section: &'a Section, within: &mut Vec<&'a Section>, found: &mut Vec<(&'a Section, Vec<&'a Section>)>) {
            found.push((section, within.clone()));
            within.push(section);
            section.sections().for_each(|inner| descend(inner, within, found));
            within.pop();
        }
        let mut found = Vec::new();
        self.sections.iter().for_each(|section| descend(section, &mut Vec::new(), &mut found));
        found
    }
}

/// A question and the sections that it stands in.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// The question.
    pub question: &'a Question,
    /// Outermost first.
    pub within: Vec<&'a Section>,
}

impl Place<'_> {
    /// The repeats that it stands in, outermost first.
    pub fn repeats(&self) -> impl Iterator<Item = (&Field, &Repeat)> {
        self.within.iter().filter_map(|section| section.repeat.as_ref().map(|repeat| (&section.name, repeat)))
    }
}

fn collect<'a>(section: &'a Section, within: &mut Vec<&'a Section>, places: &mut Vec<Place<'a>>) {
    within.push(section);
    for item in &section.items {
        match item {
            Item::Question(question) => places.push(Place { question, within: within.clone() }),
            Item::Section(inner) => collect(inner, within, places),
        }
    }
    within.pop();
}
