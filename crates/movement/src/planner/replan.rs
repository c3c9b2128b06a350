//! A plan made anew: what has happened stays, promises change as little as possible.

use super::{Request, Watch, finish, lead, start_of, terms, underway};
use crate::build::{Built, build};
use crate::convoy::find_pace;
use crate::officer::officer_after;
use crate::operation::Operation;
use crate::plan::{Plan, Trip};
use crate::problem::{self, Seconds};
use crate::schedule::{Run, Visit, fits, run_trip};
use crate::search::Start;
use base::Instant;
use std::collections::{BTreeMap, BTreeSet};

/// Makes the plan anew at `now`: trips that have set off before it are kept (led around roads closed ahead of them where another way exists),
/// everyone else is planned again from the old trips. `request.changes` are all changes in force, old and new.
pub fn replan(operation: &Operation, old: &Plan, now: Instant, request: &Request, keep_going: &mut Watch<'_>) -> Plan {
    keep_going(&start_of(super::Phase::Roads));
    let now = now.max(operation.starts);
    let terms = terms(request, now);
    let under_way = underway::set_off(operation, old, now);
    let kept: Vec<Trip> = under_way.iter().map(|t| old.trips[*t].clone()).collect();
    let placed: BTreeSet<&str> = under_way.iter().flat_map(|t| old.trips[*t].households()).collect();
    let mut built = build(operation, terms, &placed);
    let kept = lead::lead_on(operation, &built, kept);
    underway::take_into_account(operation, &mut built, &kept);
    let start = start(operation, &built, old, &placed);
    let promised = promised(operation, &built, old);
    finish(operation, request, &built, kept, start, promised, Some(old), keep_going)
}

/// The old trips that have not set off, as far as their vehicles and people are still there.
fn start(operation: &Operation, built: &Built, old: &Plan, placed: &BTreeSet<&str>) -> Start {
    let unit_of = units_by_household(operation, built);
    let vehicle_of: BTreeMap<&str, usize> = built.vehicles.iter().enumerate().map(|(i, v)| (operation.fleet[*v].id.as_str(), i)).collect();
    let mut trips: Vec<Vec<problem::Trip>> = vec![Vec::new(); built.problem.vehicles.len()];
    for trip in old.trips.iter().filter(|t| !t.households().any(|h| placed.contains(h))) {
        let Some(v) = vehicle_of.get(trip.vehicle.as_str()) else { continue };
        if let Some(own) = again(operation, built, trip, *v, &unit_of) {
            trips[*v].push(own);
        }
    }
    let trips = convoys(operation, built, old, trips);
    let frozen = vec![0; trips.len()];
    Start { trips, frozen }
}

/// Gives the trips of each convoy a new pace, not before the old one where it can be kept; parts that can't go together any more queue again.
fn convoys(operation: &Operation, built: &Built, old: &Plan, mut trips: Vec<Vec<problem::Trip>>) -> Vec<Vec<problem::Trip>> {
    let problem = &built.problem;
    if problem.convoys.is_empty() {
        return trips;
    }
    let promised = promised(operation, built, old);
    for parts in &problem.convoys {
        let holds = |trip: &problem::Trip, u: &usize| trip.pickups.iter().any(|p| p.1.contains(u));
        let find = |u: &usize| (0..trips.len()).find_map(|v| Some((v, trips[v].iter().position(|t| holds(t, u))?)));
        let on: Vec<(usize, usize)> = parts.iter().filter_map(find).collect();
        let stands = |&(v, k): &(usize, usize)| {
            let mut at = Visit::start(&problem.vehicles[v]);
            for trip in &trips[v][..k] {
                // A trip that can't be driven any more is dropped by the search as well.
                _ = run_trip(problem, &problem.vehicles[v], trip, &mut at, &mut Run::default());
            }
            (trips[v][k].clone(), at)
        };
        let mut paced: Vec<(problem::Trip, Visit)> = on.iter().map(stands).collect();
        let earliest = parts.first().and_then(|u| promised[*u]).unwrap_or(0);
        let straight = paced.iter().all(|(t, _)| t.pickups.len() == 1 && t.dropoffs.len() == 1);
        let found = on.len() == parts.len() && straight && find_pace(problem, &mut paced, earliest, &mut |_| true);
        for (&(v, k), (trip, _)) in on.iter().zip(paced) {
            // One taken out leaves an empty trip in its place, so that the others keep theirs.
            trips[v][k] = if found { trip } else { problem::Trip::default() };
        }
    }
    trips.iter_mut().for_each(|list| list.retain(|t| !t.pickups.is_empty()));
    officer_after(problem, trips).trips
}

fn units_by_household<'a>(operation: &'a Operation, built: &Built) -> BTreeMap<&'a str, usize> {
    let households = built.aboard.iter().enumerate().flat_map(|(u, households)| households.iter().map(move |h| (*h, u)));
    households.map(|(h, u)| (operation.households[h].id.as_str(), u)).collect()
}

/// An old trip in the numbers of the new problem; households that are gone are left out, `None` if nobody is left.
fn again(operation: &Operation, built: &Built, trip: &Trip, v: usize, unit_of: &BTreeMap<&str, usize>) -> Option<problem::Trip> {
    let place = |name: &str| built.places.iter().position(|p| operation.place_name(*p) == name);
    let units = |ids: &[String]| {
        let found: BTreeSet<usize> = ids.iter().filter_map(|id| unit_of.get(id.as_str()).copied()).collect();
        found.into_iter().collect::<Vec<usize>>()
    };
    let mut own = problem::Trip { vehicle: v, ..problem::Trip::default() };
    for stop in &trip.stops {
        let at = place(&stop.place);
        let (on, off) = (units(&stop.board), units(&stop.alight));
        if !off.is_empty() {
            let d = built.problem.destinations.iter().position(|d| Some(d.place) == at)?;
            own.dropoffs.push((d, off));
        }
        if !on.is_empty() {
            own.pickups.push((at?, on));
        }
    }
    let load = own.pickups.iter().flat_map(|p| &p.1).fold(problem::Capacity::default(), |sum, u| sum.plus(built.problem.units[*u].demand));
    let vehicle = &built.problem.vehicles[v];
    let asks = own.pickups.iter().flat_map(|p| &p.1).all(|u| fits(vehicle, built.problem.units[*u].demand, &built.problem.units[*u]));
    own.configuration = vehicle.configurations.iter().position(|c| c.holds(load))?;
    (asks && !own.pickups.is_empty() && !own.dropoffs.is_empty()).then_some(own)
}

/// The pick-up time each unit was promised, in seconds of the new problem.
fn promised(operation: &Operation, built: &Built, old: &Plan) -> Vec<Option<Seconds>> {
    let unit_of = units_by_household(operation, built);
    let mut promised = vec![None; built.problem.units.len()];
    for queued in &old.queue {
        if let (Some(u), Some(at)) = (unit_of.get(queued.household.as_str()), queued.pickup) {
            promised[*u] = Some(at.0 - built.terms.from.0);
        }
    }
    promised
}

/// Gives each trip the number of the old trip it shares most people with (same vehicle first), so that printed lists stay valid.
pub(super) fn keep_numbers(trips: &mut [Trip], old: &Plan) {
    let mut on: BTreeMap<&str, &Trip> = old.trips.iter().flat_map(|t| t.households().map(move |h| (h, t))).collect();
    let mut next = old.trips.iter().map(|t| t.id).max().unwrap_or(0);
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    let mut order: Vec<usize> = (0..trips.len()).collect();
    order.sort_by_key(|t| trips[*t].departs());
    for t in order {
        let mut shared: BTreeMap<u32, (usize, bool)> = BTreeMap::new();
        for before in trips[t].households().filter_map(|h| on.remove(h)).filter(|before| !taken.contains(&before.id)) {
            shared.entry(before.id).or_insert((0, before.vehicle == trips[t].vehicle)).0 += 1;
        }
        let best = shared.into_iter().max_by_key(|(id, common)| (*common, std::cmp::Reverse(*id))).map(|b| b.0);
        let id = best.unwrap_or_else(|| {
            next += 1;
            next
        });
        taken.insert(id);
        trips[t].id = id;
    }
}
