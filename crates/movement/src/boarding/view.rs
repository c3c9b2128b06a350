//! What a page shows of a trip that is boarded.

use super::journal::{Boarding, Fold};
use super::rules::{self, Refusal};
use super::{PassengerStatus, TripState};
use crate::manifest::support;
use crate::operation::Operation;
use crate::plan::Trip;
use base::{Instant, Reason, Sensitive};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// Where a trip stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TripBoarding {
    /// Number of the trip.
    pub trip: u32,
    /// State.
    pub state: TripState,
    /// People on the list.
    pub expected: u32,
    /// People who got on, whatever came after.
    pub boarded: u32,
    /// People refused.
    pub refused: u32,
    /// People who did not come.
    pub no_show: u32,
    /// People who arrived.
    pub arrived: u32,
    /// People who got on and did not arrive, each with a note.
    pub explained: u32,
    /// Departed = arrived + explained.
    pub balanced: bool,
    /// When the clearance was given.
    #[schema(required)]
    pub clearance_at: Option<Instant>,
    /// When it left.
    #[schema(required)]
    pub departed_at: Option<Instant>,
    /// When it arrived.
    #[schema(required)]
    pub arrived_at: Option<Instant>,
    /// Whether the last entry can be taken back.
    pub can_undo: bool,
    /// What may come next.
    pub next: Vec<Next>,
    /// What people should look at: `family-incomplete` where some of a household board and others do not, `child-no-show` where a child did not come.
    pub warnings: Vec<Reason>,
}

/// A step that may come next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Next {
    /// `board`, `clear`, `depart`, `arrive` or `close`.
    pub action: String,
    /// Whether it may be done now; age of the clearance and the receiving side are asked for when it is done.
    pub possible: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Reason>,
}

/// A person on the list, for whoever boards people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Passenger {
    /// Person.
    pub person: String,
    /// Household.
    pub household: String,
    /// Name as said.
    #[schema(value_type = String)]
    pub name: Sensitive<String>,
    /// Age in years.
    #[schema(required)]
    pub age: Option<u32>,
    /// Whether it is an estimate.
    pub age_estimated: bool,
    /// Under 18.
    pub child: bool,
    /// What the person needs on the way.
    pub support: Vec<String>,
    /// Gets on at.
    pub pickup: String,
    /// Gets off at.
    pub dropoff: String,
    /// Status.
    pub status: PassengerStatus,
    /// No-boarding code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Note.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub note: Option<Sensitive<String>>,
}

impl Boarding {
    /// Where the trip stands.
    pub fn view(&self) -> TripBoarding {
        let fold = self.fold();
        let count = |test: &dyn Fn(PassengerStatus) -> bool| self.list.iter().filter(|e| test(fold.status(&e.person))).count() as u32;
        let (boarded, arrived) = (count(&|s| s.travelled()), count(&|s| s == PassengerStatus::Arrived));
        let explained = count(&|s| s.explained());
        TripBoarding {
            trip: self.trip,
            state: fold.state,
            expected: self.list.len() as u32,
            boarded,
            refused: count(&|s| s == PassengerStatus::Refused),
            no_show: count(&|s| s == PassengerStatus::NoShow),
            arrived,
            explained,
            balanced: fold.state >= TripState::Arrived && boarded == arrived + explained,
            clearance_at: fold.clearance,
            departed_at: fold.departed,
            arrived_at: fold.arrived,
            can_undo: fold.undoable && fold.state != TripState::Closed,
            next: self.next(&fold),
            warnings: self.warnings(&fold),
        }
    }

    fn next(&self, fold: &Fold<'_>) -> Vec<Next> {
        let step = |action: &str, judged: Result<(), Refusal>| {
            let why = judged.err().map(|r| r.reason());
            Next { action: action.into(), possible: why.is_none(), why }
        };
        match fold.state {
            TripState::Planned | TripState::Boarding => {
                vec![step("board", Ok(())), step("clear", Ok(())), step("depart", rules::ready(self, fold))]
            }
            TripState::Departed => vec![step("arrive", Ok(()))],
            TripState::Arrived => vec![step("close", rules::close(self, fold))],
            TripState::Closed => Vec::new(),
        }
    }

    fn warnings(&self, fold: &Fold<'_>) -> Vec<Reason> {
        let mut families: BTreeMap<&str, BTreeSet<bool>> = BTreeMap::new();
        let mut warnings = Vec::new();
        for expected in &self.list {
            match fold.status(&expected.person) {
                PassengerStatus::Expected => {}
                status => _ = families.entry(&expected.household).or_default().insert(status.travelled()),
            }
            if expected.child && fold.status(&expected.person) == PassengerStatus::NoShow {
                warnings.push(Reason::new("child-no-show").with("person", &expected.person).with("household", &expected.household));
            }
        }
        let apart = families.into_iter().filter(|(_, boards)| boards.len() > 1);
        warnings.extend(apart.map(|(household, _)| Reason::new("family-incomplete").with("household", household).with("nb", "NB05")));
        warnings
    }

    /// Each person on the list, with names: only for whoever boards people.
    pub fn passengers(&self, operation: &Operation, trip: &Trip) -> Vec<Passenger> {
        let fold = self.fold();
        let index: BTreeMap<&str, usize> = operation.people.iter().enumerate().map(|(i, p)| (p.id.as_str(), i)).collect();
        let one = |person: &str, household: &str| {
            let at = index.get(person).copied()?;
            let (known, profile) = (operation.people.get(at)?, operation.profiles.get(at)?);
            let stop = |boards: bool| {
                let here = |s: &&crate::plan::Stop| if boards { &s.board } else { &s.alight }.iter().any(|h| h == household);
                trip.stops.iter().find(here).map_or_else(String::new, |s| s.place.clone())
            };
            let mark = fold.marks.get(person);
            Some(Passenger {
                person: person.to_owned(),
                household: household.to_owned(),
                name: profile.name.clone(),
                age: profile.age,
                age_estimated: profile.age_estimated,
                child: known.child,
                support: support(&known.needs),
                pickup: stop(true),
                dropoff: stop(false),
                status: fold.status(person),
                code: mark.and_then(|m| m.code).map(str::to_owned),
                note: mark.and_then(|m| m.note).map(|n| Sensitive::new(n.to_owned())),
            })
        };
        self.list.iter().filter_map(|e| one(&e.person, &e.household)).collect()
    }
}
