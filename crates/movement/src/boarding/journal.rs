//! The entries of one trip, and what they add up to.

use super::rules::{self, Refusal};
use super::{PassengerStatus, TripState};
use crate::operation::Operation;
use crate::plan::Trip;
use base::Instant;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Someone on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// Person.
    pub person: String,
    /// Household.
    pub household: String,
    /// Under 18.
    pub child: bool,
    /// Adults of whom at least one must be on board with this child: those named for an unaccompanied child, otherwise those of the family or tied to it.
    pub adults: Vec<String>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// A person was marked.
    Mark {
        /// Person.
        person: String,
        /// What is true of the person now.
        status: PassengerStatus,
        /// No-boarding code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
        /// What was done: a referral, a hospital, a telephone call.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The way was cleared.
    Clear {
        /// When the clearance was given.
        given: Instant,
    },
    /// The trip left.
    Depart {
        /// The receiving side has acknowledged the list.
        acknowledged: bool,
    },
    /// The trip reached its last stop.
    Arrive,
    /// Everyone is accounted for.
    Close,
    /// The last entry that still holds is taken back.
    Undo,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it happened.
    pub at: Instant,
    /// What.
    #[serde(flatten)]
    pub act: Act,
}

/// The journal of one trip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boarding {
    /// Number of the trip.
    pub trip: u32,
    /// The list.
    pub list: Vec<Expected>,
    /// What happened, in order of entry.
    pub entries: Vec<Entry>,
}

/// What the entries add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fold<'a> {
    pub state: TripState,
    pub clearance: Option<Instant>,
    pub departed: Option<Instant>,
    pub arrived: Option<Instant>,
    pub marks: BTreeMap<&'a str, Mark<'a>>,
    /// Whether anything is left to take back.
    pub undoable: bool,
}

/// The last mark of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark<'a> {
    pub status: PassengerStatus,
    pub code: Option<&'a str>,
    pub note: Option<&'a str>,
}

impl Boarding {
    /// An empty journal with the list of a trip.
    pub fn new(operation: &Operation, trip: &Trip) -> Self {
        let on: BTreeMap<&str, usize> = trip.households().enumerate().map(|(i, h)| (h, i)).collect();
        let mut riders: Vec<_> = operation.people.iter().filter_map(|p| Some((*on.get(p.household.as_str())?, p))).collect();
        riders.sort_by_key(|(place, _)| *place);
        let list = riders.iter().map(|(_, p)| {
            let named = |adult: &&&crate::operation::Person| adult.accompanies.contains(&p.id);
            let adults = riders.iter().map(|(_, a)| a).filter(|a| !a.child);
            let own =
                |a: &&&crate::operation::Person| if p.needs.unaccompanied { named(a) } else { a.household == p.household || named(a) };
            let adults = if p.child { adults.filter(own).map(|a| a.id.clone()).collect() } else { Vec::new() };
            Expected { person: p.id.clone(), household: p.household.clone(), child: p.child, adults }
        });
        Self { trip: trip.id, list: list.collect(), entries: Vec::new() }
    }

    /// Adds an entry if the rules allow it.
    pub fn enter(&mut self, at: Instant, act: Act) -> Result<(), Refusal> {
        rules::judge(self, at, &act)?;
        self.entries.push(Entry { at, act });
        Ok(())
    }

    /// Entries that have not been taken back.
    pub(super) fn holding(&self) -> Vec<&Entry> {
        let mut holding = Vec::new();
        for entry in &self.entries {
            match entry.act {
                Act::Undo => _ = holding.pop(),
                _ => holding.push(entry),
            }
        }
        holding
    }

    pub(super) fn fold(&self) -> Fold<'_> {
        let holding = self.holding();
        let undoable = !holding.is_empty();
        let mut fold = Fold { state: TripState::Planned, clearance: None, departed: None, arrived: None, marks: BTreeMap::new(), undoable };
        for entry in holding {
            if fold.state == TripState::Planned {
                fold.state = TripState::Boarding;
            }
            match &entry.act {
                Act::Mark { person, status, code, note } => {
                    fold.marks.insert(person, Mark { status: *status, code: code.as_deref(), note: note.as_deref() });
                }
                Act::Clear { given } => fold.clearance = Some(*given),
                Act::Depart { .. } => (fold.state, fold.departed) = (TripState::Departed, Some(entry.at)),
                Act::Arrive => (fold.state, fold.arrived) = (TripState::Arrived, Some(entry.at)),
                Act::Close => fold.state = TripState::Closed,
                Act::Undo => {}
            }
        }
        fold
    }
}

impl Fold<'_> {
    /// Status of a person.
    pub fn status(&self, person: &str) -> PassengerStatus {
        self.marks.get(person).map_or(PassengerStatus::Expected, |m| m.status)
    }
}
