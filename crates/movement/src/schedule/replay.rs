//! Whole solutions: every rule that one trip alone can't show.

use super::drive::CrewClock;
use super::harm::{Harm, harm_of};
use super::trip::{Ride, Run, TripTimes, Visit, arrival_day, time_trip};
use crate::problem::{Capacity, Problem, Solution, Trip, Unit, Vehicle};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A rule of the replay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// A unit, place, vehicle, configuration or destination that is not there.
    UnknownIndex,
    /// A trip without a pick-up or a stop without anyone.
    EmptyTrip,
    /// No road, or none that can be driven before the horizon.
    NoWay,
    /// The gate does not open again.
    GateClosed,
    /// After the vehicle's `until` or the horizon.
    TooLate,
    /// Farther than the fuel reaches.
    OutOfRange,
    /// After the unit's `arrive_by`.
    ArrivesTooLate,
    /// Longer than the unit's `max_ride`.
    RideTooLong,
    /// A unit that may only ride by day would ride in the dark.
    Dark,
    /// Dropped without having been picked up, or picked up elsewhere than where it is.
    NotOnBoard,
    /// Picked up and never dropped.
    NotDropped,
    /// On two trips, or on a trip and among the unserved, or on neither.
    NotOnce,
    /// More than the configuration holds.
    Overfull,
    /// The vehicle does not offer what the unit asks for.
    NotOffered,
    /// A destination the unit may not be brought to.
    WrongDestination,
    /// More people than the destination takes in a day.
    DayFull,
    /// More people than the destination takes in all.
    DestinationFull,
    /// Two units that must be kept apart share a trip, or a destination on one day.
    NotApart,
    /// An unaccompanied child would be alone with a single adult on some leg.
    SingleAdult,
    /// A trip of a convoy that does not keep the convoy's pace.
    OutOfPace,
    /// Parts of a convoy that don't travel together.
    ConvoyParted,
    /// Trips listed under another vehicle.
    WrongVehicle,
}

/// The first rule broken, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breach {
    /// The rule.
    pub rule: Rule,
    /// Vehicle, if it is about one.
    pub vehicle: Option<usize>,
    /// Index of the trip among the vehicle's.
    pub trip: Option<usize>,
    /// Unit, if it is about one.
    pub unit: Option<usize>,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} (vehicle {:?}, trip {:?}, unit {:?})", self.rule, self.vehicle, self.trip, self.unit)
    }
}

/// A solution with all its times.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Replay {
    /// Times of each vehicle's trips.
    pub vehicles: Vec<Vec<TripTimes>>,
    /// Every ride.
    pub rides: Vec<Ride>,
    /// Harm of all, those who wait included.
    pub harm: Harm,
}

/// Whether one vehicle in one configuration may carry one unit besides what it already carries.
pub fn fits(vehicle: &Vehicle, room: Capacity, unit: &Unit) -> bool {
    unit.asks & !vehicle.offers == 0 && room.holds(unit.demand)
}

/// Where a vehicle stands before its first trip.
impl Visit {
    /// Where and when a vehicle starts.
    pub fn start(vehicle: &Vehicle) -> Self {
        Self {
            place: vehicle.start,
            free: vehicle.from,
            clock: CrewClock { driven: vehicle.driven.0, day: vehicle.driven.1, ..CrewClock::rested(vehicle.from) },
        }
    }
}

/// Times of one vehicle's trips, checked for everything that concerns this vehicle alone.
pub fn replay(problem: &Problem, vehicle: usize, trips: &[Trip]) -> Result<Vec<TripTimes>, Breach> {
    let mut run = Run::default();
    replay_into(problem, vehicle, trips, &mut run)
}

fn replay_into(problem: &Problem, v: usize, trips: &[Trip], run: &mut Run) -> Result<Vec<TripTimes>, Breach> {
    let breach = |rule, trip, unit| Breach { rule, vehicle: Some(v), trip, unit };
    let vehicle = problem.vehicles.get(v).ok_or(breach(Rule::UnknownIndex, None, None))?;
    let mut at = Visit::start(vehicle);
    let mut all = Vec::with_capacity(trips.len());
    for (t, trip) in trips.iter().enumerate() {
        trip_is_sound(problem, v, trip).map_err(|(rule, unit)| breach(rule, Some(t), unit))?;
        all.push(time_trip(problem, vehicle, trip, &mut at, run).map_err(|rule| breach(rule, Some(t), None))?);
    }
    Ok(all)
}

/// Everything about a trip but its times.
fn trip_is_sound(problem: &Problem, v: usize, trip: &Trip) -> Result<(), (Rule, Option<usize>)> {
    if trip.vehicle != v {
        return Err((Rule::WrongVehicle, None));
    }
    let vehicle = problem.vehicles.get(v).ok_or((Rule::UnknownIndex, None))?;
    let capacity = *vehicle.configurations.get(trip.configuration).ok_or((Rule::UnknownIndex, None))?;
    let stops = trip.pickups.iter().map(|(_, units)| units).chain(trip.dropoffs.iter().map(|(_, units)| units));
    if trip.pickups.is_empty() || trip.dropoffs.is_empty() || stops.into_iter().any(Vec::is_empty) {
        return Err((Rule::EmptyTrip, None));
    }
    let mut on_board = BTreeSet::new();
    let mut load = Capacity::default();
    for (place, units) in &trip.pickups {
        for &u in units {
            let unit = problem.units.get(u).ok_or((Rule::UnknownIndex, Some(u)))?;
            if unit.pickup != *place {
                return Err((Rule::NotOnBoard, Some(u)));
            }
            if !on_board.insert(u) {
                return Err((Rule::NotOnce, Some(u)));
            }
            load = load.plus(unit.demand);
            if !fits(vehicle, capacity, unit) {
                return Err((Rule::NotOffered, Some(u)));
            }
            if !capacity.holds(load) {
                return Err((Rule::Overfull, Some(u)));
            }
        }
    }
    for &(a, b) in &problem.apart {
        if on_board.contains(&a) && on_board.contains(&b) {
            return Err((Rule::NotApart, Some(a)));
        }
    }
    for (destination, units) in &trip.dropoffs {
        for &u in units {
            let unit = problem.units.get(u).ok_or((Rule::UnknownIndex, Some(u)))?;
            if !unit.destinations.contains(destination) {
                return Err((Rule::WrongDestination, Some(u)));
            }
            if !on_board.remove(&u) {
                return Err((Rule::NotOnBoard, Some(u)));
            }
        }
    }
    match on_board.first() {
        Some(&u) => Err((Rule::NotDropped, Some(u))),
        None => Ok(()),
    }
}

/// The whole solution: every vehicle, everyone exactly once, places at the destinations, and who must be kept apart.
pub fn replay_all(problem: &Problem, solution: &Solution) -> Result<Replay, Breach> {
    let breach = |rule, unit| Breach { rule, vehicle: None, trip: None, unit };
    if solution.trips.len() != problem.vehicles.len() {
        return Err(breach(Rule::UnknownIndex, None));
    }
    let mut run = Run::default();
    let mut vehicles = Vec::with_capacity(solution.trips.len());
    for (v, trips) in solution.trips.iter().enumerate() {
        vehicles.push(replay_into(problem, v, trips, &mut run)?);
    }
    let mut times = vec![0u32; problem.units.len()];
    for u in run.rides.iter().map(|ride| ride.0).chain(solution.unserved.iter().copied()) {
        *times.get_mut(u).ok_or(breach(Rule::UnknownIndex, Some(u)))? += 1;
    }
    if let Some(u) = times.iter().position(|&n| n != 1) {
        return Err(breach(Rule::NotOnce, Some(u)));
    }
    check_places(problem, &run)?;
    check_apart(problem, solution, &run)?;
    check_convoys(problem, solution)?;
    let harm = harm_of(problem, &run.rides);
    Ok(Replay { vehicles, rides: run.rides, harm })
}

fn check_places(problem: &Problem, run: &Run) -> Result<(), Breach> {
    let breach = |rule| Breach { rule, vehicle: None, trip: None, unit: None };
    let mut by_day: BTreeMap<(usize, usize), u64> = BTreeMap::new();
    let mut in_all: BTreeMap<usize, u64> = BTreeMap::new();
    for &(destination, begin, people) in &run.arrivals {
        *by_day.entry((destination, arrival_day(problem, begin))).or_default() += u64::from(people);
        *in_all.entry(destination).or_default() += u64::from(people);
    }
    for (&(destination, day), &people) in &by_day {
        if problem.destinations.get(destination).is_none_or(|d| people > u64::from(d.room_on(day))) {
            return Err(breach(Rule::DayFull));
        }
    }
    for (&destination, &people) in &in_all {
        if problem.destinations.get(destination).is_none_or(|d| people > u64::from(d.capacity)) {
            return Err(breach(Rule::DestinationFull));
        }
    }
    Ok(())
}

/// Alighting of each unit falls on the day in which its stop begins: read from the order of the rides' drop-offs.
fn check_apart(problem: &Problem, solution: &Solution, run: &Run) -> Result<(), Breach> {
    if problem.apart.is_empty() {
        return Ok(());
    }
    let mut where_to: Vec<Option<(usize, usize)>> = vec![None; problem.units.len()];
    let stops = solution.trips.iter().flatten().flat_map(|trip| &trip.dropoffs);
    for ((destination, units), &(_, begin, _)) in stops.zip(&run.arrivals) {
        for &u in units {
            if let Some(slot) = where_to.get_mut(u) {
                *slot = Some((*destination, arrival_day(problem, begin)));
            }
        }
    }
    for &(a, b) in &problem.apart {
        let (at_a, at_b) = (where_to.get(a).copied().flatten(), where_to.get(b).copied().flatten());
        if at_a.is_some() && at_a == at_b && a != b {
            return Err(Breach { rule: Rule::NotApart, vehicle: None, trip: None, unit: Some(a) });
        }
    }
    Ok(())
}

/// Each convoy whole: all of its parts wait, or ride on as many vehicles to one destination at one pace.
fn check_convoys(problem: &Problem, solution: &Solution) -> Result<(), Breach> {
    for convoy in &problem.convoys {
        let trips = solution.trips.iter().flatten();
        let on: Vec<&Trip> = trips.filter(|t| t.pickups.iter().flat_map(|(_, units)| units).any(|u| convoy.contains(u))).collect();
        let waits = on.is_empty();
        let whole = on.len() == convoy.len() && on.iter().all(|t| t.pace.is_some() && t.pace == on[0].pace && gates(t) == gates(on[0]));
        if !waits && !whole {
            return Err(Breach { rule: Rule::ConvoyParted, vehicle: None, trip: None, unit: convoy.first().copied() });
        }
    }
    Ok(())
}

fn gates(trip: &Trip) -> Vec<usize> {
    trip.dropoffs.iter().map(|(destination, _)| *destination).collect()
}
