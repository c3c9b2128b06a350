//! Trips that have set off: they stay, and what they use up is taken into account.

use crate::build::{Built, Calendar, Terms, ways_between};
use crate::operation::Operation;
use crate::plan::{Leg, Stop, Stretch, Trip};
use crate::schedule::{CrewClock, day_of, drive};
use base::Instant;
use std::collections::BTreeMap;

/// Leads a trip around roads that are closed ahead of it; as it was if none is, or if no other way exists.
/// `all` are the trips of the old plan: what the crew drove before on the same day counts.
pub(super) fn lead_on(operation: &Operation, terms: &Terms, trip: &Trip, all: &[Trip]) -> Trip {
    let blocked =
        |s: &Stretch| s.enter > terms.from && terms.changes.closed.iter().any(|c| s.leave > c.at && is_between(s, &c.from, &c.to));
    if !trip.legs.iter().flat_map(|l| &l.stretches).any(blocked) {
        return trip.clone();
    }
    around(operation, terms, trip, all).unwrap_or_else(|| trip.clone())
}

fn is_between(s: &Stretch, a: &str, b: &str) -> bool {
    (s.from == a && s.to == b) || (s.from == b && s.to == a)
}

/// Drives the rest of the trip anew from the end of the stretch it is on.
fn around(operation: &Operation, terms: &Terms, trip: &Trip, all: &[Trip]) -> Option<Trip> {
    let vehicle = operation.fleet.iter().find(|v| v.id == trip.vehicle)?;
    let leg_at = trip.stops.iter().skip(1).position(|s| s.arrive > terms.from)?;
    let done: Vec<Stretch> = trip.legs.get(leg_at)?.stretches.iter().filter(|s| s.enter <= terms.from).cloned().collect();
    let here = done.last().map_or_else(|| trip.stops[leg_at].place.clone(), |s| s.to.clone());
    let mut now = done.last().map_or(terms.from.max(trip.stops[leg_at].depart), |s| s.leave.max(terms.from));
    let names: Vec<&str> = std::iter::once(here.as_str()).chain(trip.stops[leg_at + 1..].iter().map(|s| s.place.as_str())).collect();
    let places: Vec<usize> = names.iter().map(|n| operation.network.find_place(n)).collect::<Option<_>>()?;
    let problem = ways_between(operation, terms, vehicle, &places);
    let mut new = Trip { legs: trip.legs[..leg_at].to_vec(), stops: trip.stops[..=leg_at].to_vec(), ..trip.clone() };
    let before = all.iter().filter(|t| t.vehicle == trip.vehicle && t.departs() < trip.departs()).flat_map(|t| &t.legs);
    let legs: Vec<Leg> = before.chain(&trip.legs[..leg_at]).cloned().collect();
    let driven = driven_since(operation, &legs, &done, now);
    let second = |at: Instant| at.0 - terms.from.0;
    // All of the day's driving counts as unbroken: at worst the crew breaks once too often.
    let mut clock = CrewClock { day: day_of(&problem.day_starts, second(now)), driven, unbroken: driven, ..CrewClock::rested(second(now)) };
    for (i, old) in trip.stops[leg_at + 1..].iter().enumerate() {
        let run = drive(&problem, 0, i, i + 1, second(now), &mut clock)?;
        let way = problem.travel.profiles[0].ways[i][i + 1].as_ref()?;
        let at = |s| terms.from.plus_seconds(s);
        let ahead = way.stretches.iter().zip(&run.segments).map(|(s, t)| crate::assemble::stretch(operation, s, at(t.0), at(t.1)));
        let stretches: Vec<Stretch> = if i == 0 { done.iter().cloned().chain(ahead).collect() } else { ahead.collect() };
        let before: f64 = if i == 0 { done.iter().map(|s| s.risk).sum() } else { 0.0 };
        new.legs.push(Leg { km: stretches.iter().map(|s| s.km).sum(), stretches, risk: before + run.risk });
        let arrive = at(run.arrive);
        let later = (arrive.0 - old.arrive.0).max(0);
        let mut stop = old.clone();
        stop.arrive = arrive;
        stop.begin = gate_opens(operation, terms, old, Instant(old.begin.0 + later).max(arrive));
        stop.depart = stop.begin.plus_seconds(old.depart.0 - old.begin.0);
        now = stop.depart;
        new.stops.push(stop);
    }
    Some(new)
}

/// When a destination takes people who are there from `at`; `at` itself for any other stop, or if it does not open again.
fn gate_opens(operation: &Operation, terms: &Terms, stop: &Stop, at: Instant) -> Instant {
    let place = operation.network.find_place(&stop.place);
    let Some(gate) = operation.destinations.iter().find(|d| Some(d.place) == place).filter(|_| !stop.alight.is_empty()) else { return at };
    let open = Calendar::new(operation, terms).open(gate.opens, gate.closes, gate.open_from, gate.open_to);
    let second = at.0 - terms.from.0;
    open.iter().find(|span| second < span.1).map_or(at, |span| terms.from.plus_seconds(second.max(span.0)))
}

/// Driving of the crew in the local day of `now`, seconds.
fn driven_since(operation: &Operation, legs: &[Leg], done: &[Stretch], now: Instant) -> i64 {
    let today = operation.zone.civil(now).date();
    legs.iter().flat_map(|l| &l.stretches).chain(done).filter(|s| operation.zone.civil(s.enter).date() == today).map(|s| s.driving).sum()
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

/// Who must not arrive on one day with someone under way sets off after that day.
fn keep_apart(operation: &Operation, built: &mut Built, kept: &[Trip]) {
    let arrival: BTreeMap<&str, Instant> =
        kept.iter().flat_map(|t| &t.stops).flat_map(|s| s.alight.iter().map(|h| (h.as_str(), s.begin))).collect();
    let foes: Vec<(&str, &str)> = operation.people.iter().flat_map(|p| p.not_with.iter().map(|id| (p.id.as_str(), id.as_str()))).collect();
    let home: BTreeMap<&str, &str> = operation.people.iter().map(|p| (p.id.as_str(), p.household.as_str())).collect();
    for (unit, g) in built.problem.units.iter_mut().zip(&built.units) {
        for id in built.groups[*g].members.iter().map(|m| operation.people[*m].id.as_str()) {
            let others = foes.iter().filter_map(|(a, b)| if *a == id { Some(*b) } else { (*b == id).then_some(*a) });
            for at in others.filter_map(|other| arrival.get(home.get(other)?)) {
                let day = day_of(&built.problem.day_starts, at.0 - built.terms.from.0);
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
        let day = day_of(&built.problem.day_starts, stop.begin.0 - built.terms.from.0);
        let here = |place: usize| operation.place_name(built.places[place]) == stop.place;
        for destination in built.problem.destinations.iter_mut().filter(|d| here(d.place)) {
            if destination.capacity != u32::MAX {
                destination.capacity = destination.capacity.saturating_sub(people);
            }
            if destination.per_day != u32::MAX && stop.begin >= built.terms.from {
                if destination.taken.len() <= day {
                    destination.taken.resize(day + 1, 0);
                }
                destination.taken[day] += people;
            }
        }
    }
}
