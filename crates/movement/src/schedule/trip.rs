//! One trip: pick-ups, legs, gates and drop-offs, as early as the rules allow.

use super::drive::{CrewClock, Drive, day_of, drive_into, next_free};
use super::replay::Rule;
use crate::problem::{Pace, Problem, Seconds, Trip, Unit, Vehicle};

/// Where a vehicle stands and since when it is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Place.
    pub place: usize,
    /// Free to set off from this.
    pub free: Seconds,
    /// Its crew.
    pub clock: CrewClock,
}

/// Times of a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StopTimes {
    /// The vehicle is there.
    pub reach: Seconds,
    /// Boarding or alighting begins (everyone ready, gate open).
    pub begin: Seconds,
    /// Boarding or alighting is over.
    pub end: Seconds,
    /// The vehicle leaves (entry of the next stretch); for the last stop the same as `end`.
    pub depart: Seconds,
}

/// Times of a trip: `legs[i]` leads to `stops[i]`, pick-ups first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TripTimes {
    /// When the vehicle could set off.
    pub free: Seconds,
    /// Place it sets off from.
    pub from: usize,
    /// One per stop: the way there.
    pub legs: Vec<Drive>,
    /// One per pick-up, then one per drop-off.
    pub stops: Vec<StopTimes>,
}

impl TripTimes {
    /// When it sets off.
    pub fn departs(&self) -> Seconds {
        self.legs.first().map_or(self.free, |leg| leg.depart)
    }

    /// When everyone is off.
    pub fn ends(&self) -> Seconds {
        self.stops.last().map_or(self.free, |stop| stop.end)
    }
}

/// What a run of a trip tells about each unit: `(unit, left the pick-up stop, alighting begins, risk on the way)`.
pub type Ride = (usize, Seconds, Seconds, f64);

/// How often the departure from the first pick-up is put off before a trip is given up.
const HOLDS: usize = 8;

/// What a run collects: each ride, and each drop-off as `(destination, alighting begins, people)`.
#[derive(Debug, Clone, Default)]
pub struct Run {
    /// One per unit.
    pub rides: Vec<Ride>,
    /// One per drop-off.
    pub arrivals: Vec<(usize, Seconds, u32)>,
}

/// Runs a trip from where the vehicle stands, moves `at` to its end and adds to `run`; leaves both as they were if a rule is broken.
///
/// The vehicle leaves the first pick-up as early as it may; if riders would then be in the dark or too long on the way, it holds there
/// until the next end of a dark or driveless span, several times if need be.
pub fn run_trip(problem: &Problem, vehicle: &Vehicle, trip: &Trip, at: &mut Visit, run: &mut Run) -> Result<(), Rule> {
    if trip.pace.is_some() {
        return time_trip(problem, vehicle, trip, at, run).map(drop);
    }
    attempt(problem, vehicle, trip, at, run, None)
}

/// When boarding at the first pick-up would be over.
pub fn boarded(problem: &Problem, vehicle: &Vehicle, trip: &Trip, at: &Visit) -> Result<Seconds, Rule> {
    let Some((place, units)) = trip.pickups.first() else { return Err(Rule::EmptyTrip) };
    let set_off = at.free.max(vehicle.from).max(trip.not_before);
    let reach = leg(problem, vehicle, (at.place, *place), set_off, &mut { at.clock }, &mut None)?.1;
    Ok(board(problem, units, reach).1)
}

/// Like [`run_trip`], with the times of every stop and stretch.
pub fn time_trip(problem: &Problem, vehicle: &Vehicle, trip: &Trip, at: &mut Visit, run: &mut Run) -> Result<TripTimes, Rule> {
    let mut times = TripTimes { free: at.free, from: at.place, legs: Vec::new(), stops: Vec::new() };
    let before = (*at, run.rides.len(), run.arrivals.len());
    attempt(problem, vehicle, trip, at, run, Some(&mut times))?;
    if trip.pace.as_ref().is_some_and(|pace| !kept(pace, &times)) {
        *at = before.0;
        run.rides.truncate(before.1);
        run.arrivals.truncate(before.2);
        return Err(Rule::OutOfPace);
    }
    for i in 0..times.stops.len() {
        let leaves = times.legs.get(i + 1).map(|leg| leg.depart);
        if let Some(stop) = times.stops.get_mut(i) {
            stop.depart = leaves.unwrap_or(stop.end);
        }
    }
    Ok(times)
}

/// Whether a trip goes from one pick-up straight to one drop-off in the times of its convoy.
fn kept(pace: &Pace, times: &TripTimes) -> bool {
    let [_, ride] = times.legs.as_slice() else { return false };
    pace.stretches.is_empty() || (ride.depart == pace.leaves && ride.segments == pace.stretches)
}

/// Whether nobody is alone with a single adult who may not be, on any leg.
fn in_company(problem: &Problem, trip: &Trip) -> bool {
    let units = |list: &[usize]| list.iter().filter_map(|&u| problem.units.get(u)).collect::<Vec<&Unit>>();
    let wary = |units: &[&Unit]| units.iter().filter(|u| u.second_adult).count();
    if trip.pickups.iter().all(|(_, list)| !list.iter().any(|&u| problem.units.get(u).is_some_and(|u| u.second_adult))) {
        return true;
    }
    let adults = |units: &[&Unit]| units.iter().map(|u| u.adults).sum::<u32>();
    let (mut on, mut need) = (0, 0);
    for (_, list) in &trip.pickups {
        let units = units(list);
        (on, need) = (on + adults(&units), need + wary(&units));
        if need > 0 && on < 2 {
            return false;
        }
    }
    for (_, list) in &trip.dropoffs {
        let units = units(list);
        (on, need) = (on.saturating_sub(adults(&units)), need.saturating_sub(wary(&units)));
        if need > 0 && on < 2 {
            return false;
        }
    }
    true
}

/// To the first pick-up, then the rest with as many holds as needed.
fn attempt(
    problem: &Problem,
    vehicle: &Vehicle,
    trip: &Trip,
    at: &mut Visit,
    run: &mut Run,
    mut log: Option<&mut TripTimes>,
) -> Result<(), Rule> {
    let mut clock = at.clock;
    let Some((place, units)) = trip.pickups.first() else { return Err(Rule::EmptyTrip) };
    if !in_company(problem, trip) {
        return Err(Rule::SingleAdult);
    }
    let set_off = at.free.max(vehicle.from).max(trip.not_before);
    let reach = leg(problem, vehicle, (at.place, *place), set_off, &mut clock, &mut log)?.1;
    let (begin, end) = board(problem, units, reach);
    let mut hold = trip.pace.as_ref().map_or(end, |pace| pace.leaves);
    if hold < end {
        return Err(Rule::OutOfPace);
    }
    let (kept_rides, kept_arrivals) = (run.rides.len(), run.arrivals.len());
    for _ in 0..HOLDS {
        if let Some(log) = log.as_deref_mut() {
            log.legs.truncate(1);
            log.stops.clear();
            log.stops.push(StopTimes { reach, begin, end, depart: end });
        }
        let mut trial = clock;
        match ride_on(problem, vehicle, trip, hold, &mut trial, run, &mut log) {
            Ok((place, free)) => {
                *at = Visit { place, free: free + problem.turnaround, clock: trial };
                return Ok(());
            }
            Err((rule, left)) => {
                run.rides.truncate(kept_rides);
                run.arrivals.truncate(kept_arrivals);
                if !matches!(rule, Rule::Dark | Rule::RideTooLong) {
                    return Err(rule);
                }
                hold = match next_end(&problem.travel.dark, left).into_iter().chain(next_end(&problem.travel.no_drive, left)).min() {
                    Some(later) => later,
                    None => return Err(rule),
                };
            }
        }
    }
    Err(Rule::Dark)
}

/// From the first pick-up on, not leaving it before `hold`; where it ends and when, or the rule broken and when it left the first stop.
fn ride_on(
    problem: &Problem,
    vehicle: &Vehicle,
    trip: &Trip,
    hold: Seconds,
    clock: &mut CrewClock,
    run: &mut Run,
    log: &mut Option<&mut TripTimes>,
) -> Result<(usize, Seconds), (Rule, Seconds)> {
    let first = run.rides.len();
    let (mut now, mut place, mut risk, mut left) = (hold, 0, 0.0, hold);
    // Units of the stop last boarded get their departure when the next leg is driven.
    let mut boarded = first;
    for (i, (stop, units)) in trip.pickups.iter().enumerate() {
        if i > 0 {
            let (depart, reach, on_way) = leg(problem, vehicle, (place, *stop), now, clock, log).map_err(|rule| (rule, left))?;
            if i == 1 {
                left = depart;
            }
            set_off(run, &mut boarded, depart, risk);
            risk += on_way;
            let (begin, end) = board(problem, units, reach);
            if let Some(log) = log.as_deref_mut() {
                log.stops.push(StopTimes { reach, begin, end, depart: end });
            }
            now = end;
        }
        place = *stop;
        run.rides.extend(units.iter().map(|&u| (u, now, now, 0.0)));
    }
    for (i, (destination, units)) in trip.dropoffs.iter().enumerate() {
        let Some(gate) = problem.destinations.get(*destination) else { return Err((Rule::UnknownIndex, left)) };
        let (depart, reach, on_way) = leg(problem, vehicle, (place, gate.place), now, clock, log).map_err(|rule| (rule, left))?;
        if i == 0 {
            if trip.pickups.len() == 1 {
                left = depart;
            }
            set_off(run, &mut boarded, depart, risk);
        }
        risk += on_way;
        let Some(&(opens, _)) = gate.open.get(gate.open.partition_point(|&(_, closes)| closes <= reach)) else {
            return Err((Rule::GateClosed, left));
        };
        let begin = reach.max(opens);
        let mut end = begin;
        let mut people = 0;
        for &u in units {
            let Some(unit) = problem.units.get(u) else { return Err((Rule::UnknownIndex, left)) };
            let Some(ride) = run.rides.get_mut(first..).and_then(|rides| rides.iter_mut().find(|ride| ride.0 == u)) else {
                return Err((Rule::NotOnBoard, left));
            };
            ride.2 = end;
            ride.3 = risk - ride.3;
            end += problem.alighting * Seconds::from(unit.households);
            people += unit.people;
        }
        for &u in units {
            let Some(ride) = run.rides.get(first..).and_then(|rides| rides.iter().find(|ride| ride.0 == u)) else { continue };
            within_limits(problem, u, ride.1, end).map_err(|rule| (rule, left))?;
        }
        if end > vehicle.until || end > problem.horizon {
            return Err((Rule::TooLate, left));
        }
        run.arrivals.push((*destination, begin, people));
        if let Some(log) = log.as_deref_mut() {
            log.stops.push(StopTimes { reach, begin, end, depart: end });
        }
        now = end;
        place = gate.place;
    }
    if vehicle.range_m.is_some_and(|range| clock.meters > range) {
        return Err((Rule::OutOfRange, left));
    }
    Ok((place, now))
}

/// Departure, arrival, risk; logged.
fn leg(
    problem: &Problem,
    vehicle: &Vehicle,
    between: (usize, usize),
    now: Seconds,
    clock: &mut CrewClock,
    log: &mut Option<&mut TripTimes>,
) -> Result<(Seconds, Seconds, f64), Rule> {
    let mut drive = log.as_ref().map(|_| Drive::default());
    let segments = drive.as_mut().map(|drive| &mut drive.segments);
    let (depart, arrive, risk) = drive_into(problem, vehicle.profile, between, now, clock, segments).ok_or(Rule::NoWay)?;
    if let (Some(log), Some(mut drive)) = (log.as_deref_mut(), drive) {
        (drive.depart, drive.arrive, drive.risk) = (depart, arrive, risk);
        log.legs.push(drive);
    }
    Ok((depart, arrive, risk))
}

/// Gives the units boarded last their departure and the risk met before.
fn set_off(run: &mut Run, boarded: &mut usize, depart: Seconds, risk: f64) {
    for ride in run.rides.get_mut(*boarded..).unwrap_or(&mut []) {
        ride.1 = depart;
        ride.3 = risk;
    }
    *boarded = run.rides.len();
}

/// When boarding of a stop begins and ends.
fn board(problem: &Problem, units: &[usize], reach: Seconds) -> (Seconds, Seconds) {
    let mut begin = reach;
    let mut households = 0;
    for unit in units.iter().filter_map(|&u| problem.units.get(u)) {
        begin = begin.max(unit.ready);
        households += Seconds::from(unit.households);
    }
    (begin, begin + problem.boarding * households)
}

/// The limits of a rider from leaving its pick-up to the end of its drop-off stop.
fn within_limits(problem: &Problem, unit: usize, left: Seconds, end: Seconds) -> Result<(), Rule> {
    let Some(unit): Option<&Unit> = problem.units.get(unit) else { return Err(Rule::UnknownIndex) };
    if unit.arrive_by.is_some_and(|by| end > by) {
        return Err(Rule::ArrivesTooLate);
    }
    if unit.max_ride.is_some_and(|most| end - left > most) {
        return Err(Rule::RideTooLong);
    }
    if unit.day_only && next_free(&problem.travel.dark, left, end - left) != left {
        return Err(Rule::Dark);
    }
    Ok(())
}

/// End of the first span that ends after `t`.
fn next_end(spans: &[(Seconds, Seconds)], t: Seconds) -> Option<Seconds> {
    spans.get(spans.partition_point(|&(_, end)| end <= t)).map(|&(_, end)| end)
}

/// Local day in which an arrival counts.
pub fn arrival_day(problem: &Problem, begin: Seconds) -> usize {
    day_of(&problem.day_starts, begin)
}
