//! Parts of one family on several vehicles at once.
//!
//! In: parts that leave together, vehicles and where they stand. Out: who rides in which vehicle, and trips at one [`Pace`]. Always true: the vehicles
//! drive alike, all are loaded when the convoy leaves, and their crews halt at the same places and times. Absent: whose turn it is.

use crate::problem::{Pace, Problem, Seconds, Trip, Unit};
use crate::schedule::{Run, Visit, boarded, fits, time_trip};

/// At how many later hours (ends of curfews and nights, new days) a convoy is tried, if its crews can't keep one pace at once.
const LATER: usize = 24;

/// Vehicles that drive alike and offer what the parts ask.
pub(crate) fn alike(problem: &Problem, units: &[Unit]) -> Vec<Vec<usize>> {
    let able = |v: &usize| units.iter().all(|u| u.asks & !problem.vehicles[*v].offers == 0);
    let of = |profile: usize| (0..problem.vehicles.len()).filter(able).filter(|v| problem.vehicles[*v].profile == profile).collect();
    (0..problem.travel.profiles.len()).map(of).collect()
}

/// Those of them that come by road to the site and on to a destination.
pub(crate) fn fleets(problem: &Problem, units: &[Unit]) -> Vec<Vec<usize>> {
    let Some(unit) = units.first() else { return Vec::new() };
    let comes = |v: &usize| {
        let vehicle = &problem.vehicles[*v];
        let way = |from: usize, to: usize| problem.travel.profiles[vehicle.profile].ways[from][to].is_some();
        way(vehicle.start, unit.pickup) && unit.destinations.iter().any(|d| way(unit.pickup, problem.destinations[*d].place))
    };
    let mut all = alike(problem, units);
    all.iter_mut().for_each(|fleet| fleet.retain(comes));
    all
}

/// A vehicle for each part, as far as there is one: earlier vehicles of the fleet are taken first, and change parts to make room for more.
pub(crate) fn assign(problem: &Problem, units: &[Unit], fleet: &[usize]) -> Vec<Option<usize>> {
    let holds = |v: usize, unit: &Unit| {
        let vehicle = &problem.vehicles[v];
        vehicle.configurations.iter().any(|room| fits(vehicle, *room, unit))
    };
    let mut part_of: Vec<Option<usize>> = vec![None; fleet.len()];
    for part in 0..units.len() {
        place(part, &mut part_of, &mut vec![false; fleet.len()], &|part, i| holds(fleet[i], &units[part]));
    }
    let vehicle = |part: usize| part_of.iter().position(|p| *p == Some(part)).map(|i| fleet[i]);
    (0..units.len()).map(vehicle).collect()
}

/// Finds a vehicle for a part, moving others if need be; whether there is one.
fn place(part: usize, part_of: &mut [Option<usize>], seen: &mut [bool], holds: &dyn Fn(usize, usize) -> bool) -> bool {
    for i in 0..part_of.len() {
        if seen[i] || !holds(part, i) {
            continue;
        }
        seen[i] = true;
        let free = match part_of[i] {
            None => true,
            Some(other) => place(other, part_of, seen, holds),
        };
        if free {
            part_of[i] = Some(part);
            return true;
        }
    }
    false
}

/// A trip of one part of a convoy, its pace not yet found.
pub(crate) fn trip(problem: &Problem, v: usize, part: usize, destination: usize) -> Option<Trip> {
    let (vehicle, unit) = (&problem.vehicles[v], &problem.units[part]);
    Some(Trip {
        vehicle: v,
        configuration: vehicle.configurations.iter().position(|room| fits(vehicle, *room, unit))?,
        pickups: vec![(unit.pickup, vec![part])],
        dropoffs: vec![(destination, vec![part])],
        not_before: 0,
        pace: None,
    })
}

/// Gives trips (each with where its vehicle stands) the earliest common pace from `earliest` on that `admits` (told when alighting begins); whether there is one.
pub(crate) fn find_pace(
    problem: &Problem,
    trips: &mut [(Trip, Visit)],
    earliest: Seconds,
    admits: &mut dyn FnMut(Seconds) -> bool,
) -> bool {
    let vehicle = |trip: &Trip| &problem.vehicles[trip.vehicle];
    let loaded: Result<Vec<Seconds>, _> = trips.iter().map(|(trip, at)| boarded(problem, vehicle(trip), trip, at)).collect();
    let Some(first) = loaded.ok().and_then(|all| all.into_iter().max()).map(|at| at.max(earliest)) else { return false };
    let travel = &problem.travel;
    let ends = travel.no_drive.iter().chain(&travel.dark).map(|span| span.1).chain(problem.day_starts.iter().copied());
    let mut later: Vec<Seconds> = ends.filter(|at| *at > first).collect();
    later.sort_unstable();
    later.dedup();
    let times = [first, first + travel.break_seconds].into_iter().chain(later.into_iter().take(LATER));
    for leaves in times {
        let mut paces: Vec<(Pace, Seconds)> = Vec::new();
        for (trip, at) in trips.iter_mut() {
            trip.pace = Some(Box::new(Pace { leaves, stretches: Vec::new() }));
            let mut run = Run::default();
            let Ok(times) = time_trip(problem, vehicle(trip), trip, &mut { *at }, &mut run) else { break };
            let (Some(ride), Some(arrival)) = (times.legs.last(), run.arrivals.last()) else { break };
            paces.push((Pace { leaves: ride.depart, stretches: ride.segments.clone() }, arrival.1));
        }
        let Some((pace, begins)) = paces.first().filter(|first| paces.len() == trips.len() && paces.iter().all(|p| p == *first)) else {
            continue;
        };
        if admits(*begins) {
            trips.iter_mut().for_each(|(trip, _)| trip.pace = Some(Box::new(pace.clone())));
            return true;
        }
    }
    false
}
