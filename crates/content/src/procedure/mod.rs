//! Procedures: in which states a record can be, which steps lead from one to the next, who takes them, what must be true, by when.
//!
//! In: blocks of TOML. Out: a [`Procedure`]. Always true: every state can be reached, every state that isn't an end can be left, guards
//! name only fields of the record and declared facts. Absent: records and clocks; `casework` says what a procedure means for one.

mod check;
mod read;

pub(crate) use check::check;
pub(crate) use read::read;

use crate::basis::Basis;
use crate::expression::Type;
use crate::form::Rule;
use crate::within::Within;
use crate::words::Words;
use base::{Area, Field, Kind};

/// One version of a procedure.
#[derive(Debug, Clone, PartialEq)]
pub struct Procedure {
    /// Identifier, the same over all versions.
    pub id: String,
    /// Counted from 1; a record stays under the version that it began with until it is moved.
    pub version: u32,
    /// The area of work that it holds for; in any area when it names none.
    pub area: Option<Area>,
    /// The kind of record that it leads.
    pub kind: Kind,
    /// What it is called.
    pub title: Words,
    /// Where it comes from.
    pub basis: Basis,
    /// The first is where every record begins.
    pub states: Vec<State>,
    /// Every way from a state to another.
    pub steps: Vec<Step>,
    /// What is due by when.
    pub deadlines: Vec<Deadline>,
    /// What guards and deadlines ask of the world beyond the record's own fields.
    pub facts: Vec<Fact>,
    /// The file it was read from.
    pub file: String,
}

/// A state that a record can be in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub label: Words,
    /// Whether nothing is due any more.
    pub ends: bool,
    /// Line in the file.
    pub line: u64,
}

/// A way from some states to one.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// What it is called, as something to do.
    pub label: Words,
    /// The states it can be taken from.
    pub from: Vec<String>,
    /// The state it leads to.
    pub to: String,
    /// The roles that may take it; anyone who may write the record when it names none.
    pub roles: Vec<String>,
    /// The form that is filled in to take it; must be complete.
    pub form: Option<String>,
    /// All must say yes; a blank refuses.
    pub guards: Vec<Guard>,
    /// Who must agree before it counts; never the one who asks.
    pub approval: Vec<String>,
    /// The code list of reasons, one of which must be given.
    pub reasons: Option<String>,
    /// Line in the file.
    pub line: u64,
}

/// What must be true before a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Guard {
    /// Says yes, or the step is refused.
    pub rule: Rule,
    /// What is missing and what to do.
    pub message: Words,
}

/// What is due, and by when.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    /// Its name.
    pub name: String,
    /// What is due.
    pub label: Words,
    /// When the clock starts; each time anew.
    pub after: Event,
    /// For how long it runs.
    pub within: Within,
    /// Runs only while this says yes; a blank counts as yes, so that a missing answer never hides a deadline.
    pub when: Option<Rule>,
    /// The steps that meet it. An end of the record ends it too.
    pub met_by: Vec<String>,
    /// Where it comes from.
    pub basis: Basis,
    /// Line in the file.
    pub line: u64,
}

/// What starts a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Entering a state, the first one included.
    State(String),
    /// Taking a step.
    Step(String),
    /// The moment or day (its first, local midnight) that a field holds.
    Field(Field),
}

/// Something about a record that isn't one of its fields, which `casework` finds out.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// How guards name it.
    pub name: String,
    /// What kind of value it has.
    pub answer: Type,
    /// Line in the file.
    pub line: u64,
}

impl Procedure {
    /// The state with this name.
    pub fn find_state(&self, name: &str) -> Option<&State> {
        self.states.iter().find(|s| s.name == name)
    }

    /// The step with this name.
    pub fn find_step(&self, name: &str) -> Option<&Step> {
        self.steps.iter().find(|s| s.name == name)
    }

    /// The steps that lead from a state, in the order of the file.
    pub fn steps_from<'a>(&'a self, state: &'a str) -> impl Iterator<Item = &'a Step> {
        self.steps.iter().filter(move |step| step.from.iter().any(|f| f == state))
    }
}
