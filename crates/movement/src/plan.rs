//! A plan as it is kept, checked, printed and read over the radio.
//!
//! In: made by the planner, or read back from `plan.json`. Out: trips by place and minute, who waits and why.
//! Always true: times are instants; households are named by their identifier; nothing here tells sex, age, name or origin.

use crate::problem::{Capacity, Mode};
use base::{Instant, Reason};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who leaves when, on what, by which way; who waits and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Plan {
    /// Name of the operation.
    pub operation: String,
    /// Fingerprint of the inputs that the planner read.
    pub inputs: String,
    /// Reports after this were not known.
    pub as_of: Instant,
    /// Start of the operation.
    pub starts: Instant,
    /// When this plan was made: what happened before stays; waiting is measured from here.
    pub from: Instant,
    /// Waiting is counted until here.
    pub ends: Instant,
    /// What was minimised.
    pub mode: Mode,
    /// Seed of the search and of the lots drawn among equals.
    pub seed: u64,
    /// Rounds of the search.
    pub iterations: u64,
    /// Factor on all hazards (1 for the plan itself).
    pub hazard_scale: f64,
    /// Changes the plan was made under.
    #[serde(default)]
    pub changes: Changes,
    /// Trips in order of departure.
    pub trips: Vec<Trip>,
    /// Households on no trip, in the order of the queue.
    pub waiting: Vec<Waiting>,
    /// Every household in the order of the queue, with its place in words.
    pub queue: Vec<Queued>,
    /// Where someone of a lower tier leaves a site before someone of a higher one, and why.
    pub inversions: Vec<Inversion>,
    /// Per tier, 1 to 4.
    pub tiers: Vec<TierSummary>,
    /// Total W: harm times tier weight.
    pub total: Measure,
}

/// What the officer has changed: taken into every plan made after.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Changes {
    /// Roads closed from a moment on.
    pub closed: Vec<ClosedRoad>,
    /// Vehicles out of service from a moment on.
    pub lost: Vec<LostVehicle>,
    /// Ways the officer chose in place of the program's.
    pub chosen: Vec<ChosenWay>,
    /// Vehicles held back for a purpose (an escort, a reserve): never used.
    pub pinned: Vec<String>,
    /// Households held back, each with its no-boarding code.
    pub held: Vec<HeldHousehold>,
}

/// A road closed by the officer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ClosedRoad {
    /// One end.
    pub from: String,
    /// Other end.
    pub to: String,
    /// Closed from.
    pub at: Instant,
}

/// A vehicle lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LostVehicle {
    /// Its identifier.
    pub vehicle: String,
    /// Lost from; a trip under way at that time is finished.
    pub at: Instant,
}

/// A way chosen by the officer: places in order, ends included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChosenWay {
    /// Places in order.
    pub places: Vec<String>,
}

/// A household held back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HeldHousehold {
    /// Its identifier.
    pub household: String,
    /// No-boarding code, `NB01` to `NB20`.
    pub code: String,
}

/// One trip: a vehicle, its stops and the legs between them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Trip {
    /// Number, from 1, by departure.
    pub id: u32,
    /// Vehicle.
    pub vehicle: String,
    /// How its room is arranged.
    pub configuration: Capacity,
    /// Stops in order; the first is where the vehicle stands.
    pub stops: Vec<Stop>,
    /// Legs between the stops: one less than stops.
    pub legs: Vec<Leg>,
}

impl Trip {
    /// Every household on the trip, in the order of boarding.
    pub fn households(&self) -> impl Iterator<Item = &str> {
        self.stops.iter().flat_map(|s| s.board.iter().map(String::as_str))
    }

    /// When it sets off.
    pub fn departs(&self) -> Instant {
        self.stops.first().map_or(Instant(0), |s| s.depart)
    }

    /// When its last stop ends.
    pub fn ends(&self) -> Instant {
        self.stops.last().map_or(Instant(0), |s| s.depart)
    }
}

/// A stop: who gets on and off. Alighting comes before boarding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Stop {
    /// Place.
    pub place: String,
    /// Arrival.
    pub arrive: Instant,
    /// Alighting or boarding begins: everyone is ready, the gate is open.
    pub begin: Instant,
    /// Departure, after alighting and boarding (for the last stop: when everyone is off).
    pub depart: Instant,
    /// Households that get on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub board: Vec<String>,
    /// Households that get off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alight: Vec<String>,
}

/// The way between two stops.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Leg {
    /// Stretches in order; none when both stops are at one place.
    pub stretches: Vec<Stretch>,
    /// Kilometres.
    pub km: f64,
    /// Risk per person on board: roads and halts.
    pub risk: f64,
}

/// A stretch of a leg, driven without halting but for breaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Stretch {
    /// Place (or junction) at its beginning.
    pub from: String,
    /// Place (or junction) at its end.
    pub to: String,
    /// Drives off.
    pub enter: Instant,
    /// Arrives; includes a break if one is due on it.
    pub leave: Instant,
    /// Seconds of driving in it.
    pub driving: i64,
    /// Kilometres.
    pub km: f64,
    /// Risk per person of crossing it.
    pub risk: f64,
    /// Links of the network it is made of.
    pub roads: Vec<u32>,
}

/// A household on no trip.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Waiting {
    /// Household.
    pub household: String,
    /// Its members.
    pub people: u32,
    /// Its tier.
    pub tier: u8,
    /// Where it waits.
    pub site: String,
    /// The rule that blocks it.
    pub reason: Reason,
    /// What would lift it.
    pub lifts: Vec<Reason>,
}

/// A household's place in the queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Queued {
    /// Household.
    pub household: String,
    /// Its members.
    pub people: u32,
    /// Its tier.
    pub tier: u8,
    /// Where it is.
    pub site: String,
    /// Trip it is on, if any.
    #[schema(required)]
    pub trip: Option<u32>,
    /// When it is picked up, if it is.
    #[schema(required)]
    pub pickup: Option<Instant>,
    /// Where it is brought, if it is.
    #[schema(required)]
    pub destination: Option<String>,
    /// Why it stands where it stands.
    pub reasons: Vec<Reason>,
}

/// Someone of a lower tier leaves a site before someone of a higher tier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Inversion {
    /// The site.
    pub site: String,
    /// The household of the higher tier that leaves later or not at all.
    pub later: String,
    /// The trip that took others of lower tiers first.
    pub trip: u32,
    /// Why it could not be on that trip.
    pub reason: Reason,
}

/// What a plan costs: harm, waiting and the proven bound.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Measure {
    /// Harm: expected incidents x severity, summed over people.
    pub harm: f64,
    /// The same under the officer rule.
    pub officer: f64,
    /// No plan can be below this.
    pub bound: f64,
    /// Harm until the end of those whom a rule holds before any search (consent, fitness, no road, ...): beside `harm`, in none of the others.
    #[serde(default)]
    pub held: f64,
}

/// How one tier fares.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct TierSummary {
    /// 1 to 4.
    pub tier: u8,
    /// People in it.
    pub people: u32,
    /// People on a trip.
    pub moved: u32,
    /// People whom a rule holds before any search.
    #[serde(default)]
    pub held: u32,
    /// Mean hours until pick-up of those on a trip.
    pub mean_wait_hours: f64,
    /// Hours until the last of them is picked up.
    pub last_wait_hours: f64,
    /// Harm, officer rule, bound.
    pub measure: Measure,
}
