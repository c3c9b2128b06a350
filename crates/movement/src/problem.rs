//! The planning problem in the numbers a search needs: seconds from the start of the plan, indices, seats.
//!
//! In: built from an operation ([`crate::operation`]) or from an instance file. Out: what the search, the officer rule and
//! the bounds read. Always true: every index is in range; every unit has at least one destination it may be brought to.
//! Absent: names, dates, and everything a person could be told apart by.

use serde::{Deserialize, Serialize};

/// Seconds from the start of the plan.
pub type Seconds = i64;

/// Seats, wheelchair bays and stretcher places: what a vehicle offers or a household takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Capacity {
    /// Seats.
    pub seats: u32,
    /// Wheelchair bays.
    pub bays: u32,
    /// Stretcher places.
    pub stretchers: u32,
}

impl Capacity {
    /// Whether `demand` fits in all three kinds.
    pub fn holds(self, demand: Self) -> bool {
        demand.seats <= self.seats && demand.bays <= self.bays && demand.stretchers <= self.stretchers
    }

    /// The sum of both.
    pub fn plus(self, other: Self) -> Self {
        Self {
            seats: self.seats.saturating_add(other.seats),
            bays: self.bays.saturating_add(other.bays),
            stretchers: self.stretchers.saturating_add(other.stretchers),
        }
    }

    /// What is left after `demand`; zero where it does not fit.
    pub fn minus(self, demand: Self) -> Self {
        Self {
            seats: self.seats.saturating_sub(demand.seats),
            bays: self.bays.saturating_sub(demand.bays),
            stretchers: self.stretchers.saturating_sub(demand.stretchers),
        }
    }
}

/// One household with its ties: leaves together, on one vehicle.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Place it is picked up at.
    pub pickup: usize,
    /// Tier 1 (most exposed) to 4.
    pub tier: u8,
    /// How many people.
    pub people: u32,
    /// Seats, bays and stretchers it takes.
    pub demand: Capacity,
    /// Households in it: boarding and alighting take time per household.
    pub households: u32,
    /// Destinations (indices into [`Problem::destinations`]) it consents to and is safe in, preferred first; never empty.
    pub destinations: Vec<usize>,
    /// Harm per hour of waiting, all members together, without tier weight.
    pub wait_per_hour: f64,
    /// Harm per hour of riding, all members together, without tier weight.
    pub ride_per_hour: f64,
    /// Factor on a route's risk (its members), without tier weight.
    pub risk_factor: f64,
    /// Weight of its tier in the total W.
    pub weight: f64,
    /// Boarding at its stop does not begin before this.
    pub ready: Seconds,
    /// Its drop-off stop has to be over by this (fitness to travel ends), if anything.
    pub arrive_by: Option<Seconds>,
    /// Longest ride in seconds from departure of the pick-up stop to the end of the drop-off stop, if limited.
    pub max_ride: Option<Seconds>,
    /// May not be on the road in the dark, nor halt overnight on the way: no dark span between leaving the pick-up stop and the end of
    /// the drop-off stop.
    pub day_only: bool,
    /// Adults in it.
    pub adults: u32,
    /// Has a child without an adult of its own, and one adult only: on each leg there has to be another adult on board.
    pub second_adult: bool,
    /// What it asks of a vehicle, as bits of [`Vehicle::offers`].
    pub asks: u64,
    /// Place in the officer's queue inside its tier: needs first, then time of request, then the recorded lot; smaller goes first.
    pub order: u32,
}

/// A vehicle and its crew; makes as many trips as time allows and need not return.
#[derive(Debug, Clone)]
pub struct Vehicle {
    /// Place it stands at.
    pub start: usize,
    /// Ready from.
    pub from: Seconds,
    /// Back in service nowhere after this: its last arrival must be earlier.
    pub until: Seconds,
    /// Ways its room can be arranged; one is chosen per trip, the first is the usual one.
    pub configurations: Vec<Capacity>,
    /// What it offers, as bits asked for by [`Unit::asks`].
    pub offers: u64,
    /// Which of [`Travel::profiles`] it drives by (speed and roads it may use).
    pub profile: usize,
    /// Longest total distance in metres over all its trips, if fuel limits it.
    pub range_m: Option<u64>,
    /// Driving its crew has already done in a day, seconds (when a plan is made anew), and the position of that day in [`Problem::day_starts`].
    pub driven: (Seconds, usize),
}

/// A place people are brought to.
#[derive(Debug, Clone)]
pub struct Destination {
    /// Its place.
    pub place: usize,
    /// People it can take in all.
    pub capacity: u32,
    /// People it can take in one day ([`Problem::day_starts`]).
    pub per_day: u32,
    /// People already due to arrive by day (when a plan is made anew); shorter than the days if none are.
    pub taken: Vec<u32>,
    /// Times `[opens, closes)` in which alighting may begin, ascending and disjoint; a vehicle that comes early waits at the gate with
    /// people on board. No span means it never opens. The people count to the day in which alighting begins.
    pub open: Vec<(Seconds, Seconds)>,
}

impl Destination {
    /// People it can still take on a day, those already due counted.
    pub fn room_on(&self, day: usize) -> u32 {
        self.per_day.saturating_sub(self.taken.get(day).copied().unwrap_or(0))
    }
}

/// One stretch of road that is driven without halting.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// Driving time in seconds.
    pub seconds: Seconds,
    /// Length in metres.
    pub meters: u64,
    /// Risk of crossing it, per person.
    pub risk: f64,
    /// Risk per hour and person of halting at its beginning (overnight, a break, or waiting for a closed road). Waiting before the
    /// first stretch of a leg is waiting at the stop, not a halt.
    pub halt_per_hour: f64,
    /// Spans `[from, to)` in which it can't be driven, ascending and disjoint; the whole stretch must be driven outside of them.
    pub shut: Vec<(Seconds, Seconds)>,
    /// Links of the road network it is made of.
    pub roads: Vec<u32>,
    /// Network node at its beginning.
    pub from_node: u32,
    /// Network node at its end.
    pub to_node: u32,
}

/// The chosen way from one place to another.
#[derive(Debug, Clone, Default)]
pub struct Way {
    /// Its stretches in order; empty if both places are the same.
    pub stretches: Vec<Stretch>,
}

/// How vehicles of one kind get from place to place: `ways[from][to]`.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// The chosen way per pair of places; `None` where there is no road.
    pub ways: Vec<Vec<Option<Way>>>,
}

/// Travel between places, and the rules of driving.
#[derive(Debug, Clone, Default)]
pub struct Travel {
    /// One per speed and set of roads that vehicles may use.
    pub profiles: Vec<Profile>,
    /// Spans in which no vehicle drives (curfew, widened by the margin), ascending and disjoint.
    pub no_drive: Vec<(Seconds, Seconds)>,
    /// Spans of darkness, ascending and disjoint: for units that may only ride by day.
    pub dark: Vec<(Seconds, Seconds)>,
    /// Longest driving of a crew between two starts of a day, seconds; `None` for no limit. A stretch counts wholly to the day in
    /// which it is entered; breaks inside it are not driving.
    pub max_drive_per_day: Option<Seconds>,
    /// After this much driving without standing for at least `break_seconds` (stops, gates and halts count), a break is due: at the
    /// beginning of the stretch that would exceed it; a stretch of `s` seconds longer than this has `(s - 1) / break_after` breaks inside.
    pub break_after: Option<Seconds>,
    /// Length of the break.
    pub break_seconds: Seconds,
}

/// Everything a search needs to know.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    /// End of what is planned, seconds from the start; waiting people count harm until then.
    pub horizon: Seconds,
    /// Beginnings of the local days, ascending, the first at or before 0: for capacity per day and hours of a crew.
    pub day_starts: Vec<Seconds>,
    /// Number of places.
    pub places: usize,
    /// Travel between them.
    pub travel: Travel,
    /// The fleet.
    pub vehicles: Vec<Vehicle>,
    /// Who is to leave.
    pub units: Vec<Unit>,
    /// Where to.
    pub destinations: Vec<Destination>,
    /// Pairs of units that must not share a trip, nor arrive at one destination on the same day.
    pub apart: Vec<(usize, usize)>,
    /// Parts of one family, each list for as many vehicles: they leave one site together, keep one [`Pace`], or wait.
    pub convoys: Vec<Vec<usize>>,
    /// Boarding time per household, seconds.
    pub boarding: Seconds,
    /// Alighting time per household, seconds.
    pub alighting: Seconds,
    /// Time a vehicle needs between two trips, seconds.
    pub turnaround: Seconds,
}

/// One trip of a solution: places in order, with who gets on and off.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trip {
    /// Index of its vehicle.
    pub vehicle: usize,
    /// Index of the configuration used.
    pub configuration: usize,
    /// Pick-ups in order: place and units (by index).
    pub pickups: Vec<(usize, Vec<usize>)>,
    /// Drop-offs in order: destination (index into [`Problem::destinations`]) and units.
    pub dropoffs: Vec<(usize, Vec<usize>)>,
    /// Not to set off (from where the vehicle stands) before this.
    pub not_before: Seconds,
    /// What it keeps to if it goes in a convoy: from one pick-up straight to one drop-off, so or not at all.
    pub pace: Option<Box<Pace>>,
}

/// The times that all vehicles of a convoy keep to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pace {
    /// All leave the pick-up.
    pub leaves: Seconds,
    /// Entry and exit of each stretch from there to the drop-off; empty while a pace is still looked for.
    pub stretches: Vec<(Seconds, Seconds)>,
}

/// Trips per vehicle in the order they are driven, and who is on none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Solution {
    /// Trips of each vehicle in order; one list per vehicle.
    pub trips: Vec<Vec<Trip>>,
    /// Units on no trip, ascending.
    pub unserved: Vec<usize>,
    /// How many rounds the search made.
    pub iterations: u64,
}

/// What is minimised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Tier 1's harm first, then tier 2's, 3's and 4's.
    Tiers,
    /// The total W: harm times tier weight.
    Harm,
    /// What a good officer does on paper: highest tier first, then fill the vehicle.
    Officer,
}
