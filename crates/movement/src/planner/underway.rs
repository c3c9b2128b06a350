//! Trips that have set off: they stay, and what they use up is taken into account.

use crate::build::Built;
use crate::operation::Operation;
use crate::plan::{Leg, Plan, Stretch, Trip};
use crate::schedule::day_of;
use base::Instant;
use std::collections::{BTreeMap, BTreeSet};

/// Driving of the crew in the local day of `now`, seconds.
pub(super) fn driven_since(operation: &Operation, legs: &[Leg], done: &[Stretch], now: Instant) -> i64 {
    let today = operation.zone.civil(now).date();
    legs.iter().flat_map(|l| &l.stretches).chain(done).filter(|s| operation.zone.civil(s.enter).date() == today).map(|s| s.driving).sum()
}

/// Trips of a plan (by position) that have set off by `now`: with one vehicle of a convoy all have, and with them whatever each did before.
pub(super) fn set_off(operation: &Operation, plan: &Plan, now: Instant) -> Vec<usize> {
    let cut = operation.households.iter().filter_map(|h| Some((h.id.as_str(), h.convoy.as_deref()?)));
    let convoy_of: BTreeMap<&str, &str> = cut.collect();
    let convoys = |t: &Trip| t.households().filter_map(|h| convoy_of.get(h).copied()).collect::<BTreeSet<&str>>();
    let mut gone: BTreeSet<usize> = (0..plan.trips.len()).filter(|t| plan.trips[*t].departs() < now).collect();
    loop {
        let under_way: BTreeSet<&str> = gone.iter().flat_map(|t| convoys(&plan.trips[*t])).collect();
        let mut last: BTreeMap<&str, Instant> = BTreeMap::new();
        for trip in gone.iter().map(|t| &plan.trips[*t]) {
            let at = last.entry(trip.vehicle.as_str()).or_insert(trip.departs());
            *at = trip.departs().max(*at);
        }
        let pulled = |t: &Trip| last.get(t.vehicle.as_str()).is_some_and(|at| t.departs() < *at) || !under_way.is_disjoint(&convoys(t));
        let more: Vec<usize> = (0..plan.trips.len()).filter(|t| !gone.contains(t) && pulled(&plan.trips[*t])).collect();
        if more.is_empty() {
            return gone.into_iter().filter(|t| plan.trips[*t].stops.len() > 1).collect();
        }
        gone.extend(more);
    }
}

/// Vehicles start where and when their trips end; destinations keep room for those under way.
pub(super) fn take_into_account(operation: &Operation, built: &mut Built, kept: &[Trip]) {
    let from = built.terms.from;
    let mut last: BTreeMap<&str, &Trip> = BTreeMap::new();
    for trip in kept {
        let slot = last.entry(&trip.vehicle).or_insert(trip);
        if trip.ends() > slot.ends() {
            *slot = trip;
        }
    }
    for (i, v) in built.vehicles.iter().enumerate() {
        let vehicle = &mut built.problem.vehicles[i];
        let id = operation.fleet[*v].id.as_str();
        let Some(trip) = last.get(id) else { continue };
        let legs = || kept.iter().filter(|t| t.vehicle == id).flat_map(|t| &t.legs);
        // A full break, whatever was driven before: the new plan's crew starts rested.
        let free = trip.ends().plus_seconds(built.problem.turnaround.max(built.problem.travel.break_seconds));
        vehicle.from = vehicle.from.max(free.0 - from.0);
        let all: Vec<Leg> = legs().cloned().collect();
        let last_day = trip.ends().max(from);
        vehicle.driven = (driven_since(operation, &all, &[], last_day), day_of(&built.problem.day_starts, last_day.0 - from.0));
        vehicle.range_m = vehicle.range_m.map(|m| m.saturating_sub(legs().map(|l| (l.km * 1000.0) as u64).sum()));
        let place = trip.stops.last().and_then(|s| operation.network.find_place(&s.place));
        if let Some(start) = place.and_then(|p| built.places.iter().position(|x| *x == p)) {
            vehicle.start = start;
        }
    }
    keep_room(operation, built, kept);
    keep_apart(operation, built, kept);
}

/// The local day of an arrival, by its position in the problem's days; `None` if it was over before the plan is made.
fn day_to_come(built: &Built, at: Instant) -> Option<usize> {
    let second = at.0 - built.terms.from.0;
    (built.problem.day_starts.first()? <= &second).then(|| day_of(&built.problem.day_starts, second))
}

/// Who must not arrive on one day with someone under way sets off after that day.
fn keep_apart(operation: &Operation, built: &mut Built, kept: &[Trip]) {
    let arrival: BTreeMap<&str, Instant> =
        kept.iter().flat_map(|t| &t.stops).flat_map(|s| s.alight.iter().map(|h| (h.as_str(), s.begin))).collect();
    let foes: Vec<(&str, &str)> = operation.people.iter().flat_map(|p| p.not_with.iter().map(|id| (p.id.as_str(), id.as_str()))).collect();
    let home: BTreeMap<&str, &str> = operation.people.iter().map(|p| (p.id.as_str(), p.household.as_str())).collect();
    let days: BTreeMap<&str, usize> = arrival.into_iter().filter_map(|(h, at)| Some((h, day_to_come(built, at)?))).collect();
    for (unit, g) in built.problem.units.iter_mut().zip(&built.units) {
        for id in built.groups[*g].members.iter().map(|m| operation.people[*m].id.as_str()) {
            let others = foes.iter().filter_map(|(a, b)| if *a == id { Some(*b) } else { (*b == id).then_some(*a) });
            for day in others.filter_map(|other| days.get(home.get(other)?)) {
                let next = built.problem.day_starts.get(day + 1).copied().unwrap_or(built.problem.horizon);
                unit.ready = unit.ready.max(next);
            }
        }
    }
}

fn keep_room(operation: &Operation, built: &mut Built, kept: &[Trip]) {
    let size: BTreeMap<&str, u32> = operation.households.iter().map(|h| (h.id.as_str(), h.members.len() as u32)).collect();
    for stop in kept.iter().flat_map(|t| &t.stops).filter(|s| !s.alight.is_empty()) {
        let people: u32 = stop.alight.iter().filter_map(|h| size.get(h.as_str())).sum();
        let day = day_to_come(built, stop.begin);
        let here = |place: usize| operation.place_name(built.places[place]) == stop.place;
        for destination in built.problem.destinations.iter_mut().filter(|d| here(d.place)) {
            if destination.capacity != u32::MAX {
                destination.capacity = destination.capacity.saturating_sub(people);
            }
            if let Some(day) = day.filter(|_| destination.per_day != u32::MAX) {
                if destination.taken.len() <= day {
                    destination.taken.resize(day + 1, 0);
                }
                destination.taken[day] += people;
            }
        }
    }
}
