//! Boarding at the desk: the list of each trip of the accepted plan.

use crate::Problem;
use crate::desk::Desk;
use base::{Instant, Sensitive};
use movement::boarding::{Act, Boarding, Passenger, Refusal, TripBoarding};
use movement::plan::{Plan, Trip};
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// `GET /api/trips/{trip}/people`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TripPeople {
    trip: u32,
    people: Vec<Passenger>,
}

impl TripPeople {
    /// Numbers of those on the list.
    pub fn numbers(&self) -> impl Iterator<Item = &str> {
        self.people.iter().map(|passenger| passenger.person.as_str())
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self { code: refusal.code, text: refusal.text, remedy: refusal.remedy, args: refusal.args }
    }
}

fn no_such_trip(trip: u32) -> Problem {
    Problem::new("not-found", format!("the plan has no trip {trip}"), "look at the list of trips")
}

impl Desk {
    /// Everyone on the list of a trip, with names: for whoever boards people.
    ///
    /// `may_name` says of whom the name may be told to whoever asks; of others it is blank.
    pub fn trip_people(&self, trip: u32, may_name: &dyn Fn(&str) -> bool) -> Result<TripPeople, Problem> {
        let plan = &self.accepted()?.plan;
        let found = plan.trips.iter().find(|t| t.id == trip).ok_or_else(|| no_such_trip(trip))?;
        let known = self.known();
        let mut people = match self.boarding.get(&trip) {
            Some(boarding) => boarding.passengers(&known.operation, found),
            None => Boarding::new(&known.operation, found).passengers(&known.operation, found),
        };
        for passenger in people.iter_mut().filter(|passenger| !may_name(&passenger.person)) {
            passenger.name = Sensitive::default();
        }
        Ok(TripPeople { trip, people })
    }

    /// Enters what happened on a trip, at the time it happened.
    pub fn board(&mut self, trip: u32, at: Instant, act: Act) -> Result<TripBoarding, Problem> {
        let found = self.accepted()?.plan.trips.iter().find(|t| t.id == trip).cloned().ok_or_else(|| no_such_trip(trip))?;
        let known = self.known();
        let boarding = self.boarding.entry(trip).or_insert_with(|| Boarding::new(&known.operation, &found));
        boarding.enter(at, act)?;
        Ok(boarding.view())
    }

    /// Where each trip of a plan stands.
    pub(crate) fn boardings(&self, plan: &Plan) -> Vec<TripBoarding> {
        let known = self.known();
        let view = |trip: &Trip| self.boarding.get(&trip.id).map_or_else(|| Boarding::new(&known.operation, trip).view(), Boarding::view);
        plan.trips.iter().map(view).collect()
    }

    /// Whether people have been checked on any trip.
    pub(crate) fn has_begun(&self) -> bool {
        self.boarding.values().any(|b| !b.entries.is_empty())
    }

    /// Refuses a plan that changes the list of a trip on which people have been checked.
    pub(crate) fn keeps_lists(&self, plan: &Plan) -> Result<(), Problem> {
        for boarding in self.boarding.values().filter(|b| !b.entries.is_empty()) {
            let list: BTreeSet<&str> = boarding.list.iter().map(|e| e.household.as_str()).collect();
            let same = plan.trips.iter().find(|t| t.id == boarding.trip).is_some_and(|t| t.households().collect::<BTreeSet<_>>() == list);
            if !same {
                let text = format!("people of trip {} are being checked on, and this plan changes its list", boarding.trip);
                return Err(Problem::new(
                    "boarding-has-begun",
                    text,
                    "plan anew with the time at which the trip has left, or take back what was entered",
                ));
            }
        }
        Ok(())
    }
}
