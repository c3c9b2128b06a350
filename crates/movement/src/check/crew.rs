//! Vehicles and crews through time: trips that join, turnaround, hours of driving, breaks, range.

use super::rules::Court;
use super::world::World;
use crate::operation::Vehicle;
use crate::plan::{Stretch, Trip};
use base::Instant;
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(super) fn check(world: &World<'_>, court: &mut Court) {
    let mut by_vehicle: BTreeMap<&str, Vec<&Trip>> = BTreeMap::new();
    for trip in &world.plan.trips {
        by_vehicle.entry(trip.vehicle.as_str()).or_default().push(trip);
    }
    for (id, mut trips) in by_vehicle {
        let Some(vehicle) = world.fleet.get(id).copied() else { continue };
        trips.sort_by_key(|t| (t.departs(), t.id));
        service(world, court, vehicle, &trips);
        chain(world, court, vehicle, &trips);
        hours(world, court, vehicle, &trips);
        let meters: f64 = trips.iter().flat_map(|t| stretches(t)).flat_map(|s| &s.roads).map(|r| length(world, *r)).sum();
        if vehicle.range_km.is_some_and(|most| meters > most * 1000.0 + 0.5) {
            let led = trips.iter().all(|t| world.under_way(t)) && trips.iter().any(|t| world.led(t));
            court.name_led(led, "plan-out-of-range", &[("vehicle", &vehicle.id), ("km", &(meters / 1000.0))]);
        }
    }
}

fn stretches(trip: &Trip) -> impl Iterator<Item = &Stretch> {
    trip.legs.iter().flat_map(|l| &l.stretches)
}

fn length(world: &World<'_>, road: u32) -> f64 {
    world.operation.network.links().get(road as usize).map_or(0.0, |l| f64::from(l.meters))
}

/// When a trip begins: what is done at its first stop, or setting off.
fn first_work(trip: &Trip) -> Instant {
    trip.stops.first().map_or(Instant(0), |s| if s.board.is_empty() { s.depart } else { s.begin })
}

/// Pinned, lost, or out of its time.
fn service(world: &World<'_>, court: &mut Court, vehicle: &Vehicle, trips: &[&Trip]) {
    let pinned = world.plan.changes.pinned.contains(&vehicle.id);
    let lost = world.plan.changes.lost.iter().filter(|l| l.vehicle == vehicle.id).map(|l| l.at).min();
    for trip in trips {
        let mut broken = |code: &str| court.name(code, &[("trip", &trip.id), ("vehicle", &vehicle.id)]);
        let set_off = world.under_way(trip);
        if pinned && !set_off {
            broken("plan-vehicle-pinned");
        }
        if lost.is_some_and(|at| trip.ends() > at) {
            broken(if set_off { "plan-vehicle-lost-under-way" } else { "plan-vehicle-lost" });
        }
        if vehicle.from.is_some_and(|from| first_work(trip) < from) {
            broken("plan-vehicle-unavailable");
        }
        if vehicle.until.is_some_and(|until| trip.ends() > until) {
            court.name_led(world.led(trip), "plan-vehicle-unavailable", &[("trip", &trip.id), ("vehicle", &vehicle.id)]);
        }
    }
}

/// Each trip begins where and after the one before it ended.
fn chain(world: &World<'_>, court: &mut Court, vehicle: &Vehicle, trips: &[&Trip]) {
    let network = &world.operation.network;
    let turnaround = i64::from(world.operation.settings.driving.turnaround_minutes) * 60;
    let mut stands = network.node_of(vehicle.depot);
    let mut ended: Option<Instant> = None;
    for trip in trips {
        let node = |stop: Option<&crate::plan::Stop>| stop.and_then(|s| network.find_node(&s.place));
        if node(trip.stops.first()) != stands {
            court.name("plan-trips-unchained", &[("trip", &trip.id), ("vehicle", &vehicle.id)]);
        }
        let early = |end: Instant| first_work(trip) < end.plus_seconds(turnaround) || trip.stops.first().is_some_and(|s| s.arrive < end);
        if ended.is_some_and(early) {
            court.name("plan-no-turnaround", &[("trip", &trip.id), ("vehicle", &vehicle.id)]);
        }
        stands = node(trip.stops.last());
        ended = Some(trip.ends());
    }
}

/// Driving of the crew by local day, and its breaks.
fn hours(world: &World<'_>, court: &mut Court, vehicle: &Vehicle, trips: &[&Trip]) {
    let rules = &world.operation.settings.driving;
    let most = (rules.max_drive_hours_per_day > 0.0).then_some((rules.max_drive_hours_per_day * 3600.0).round() as i64);
    let after = (rules.break_after_minutes > 0).then_some(i64::from(rules.break_after_minutes) * 60);
    let pause = i64::from(rules.break_minutes) * 60;
    let mut by_day: BTreeMap<Date, i64> = BTreeMap::new();
    let (mut unbroken, mut stands) = (0_i64, None::<Instant>);
    for (trip, stretch) in trips.iter().flat_map(|t| stretches(t).map(move |s| (t, s))) {
        let driving = stretch.driving.max(0);
        let day = by_day.entry(world.day(stretch.enter)).or_default();
        let before = *day;
        *day = day.saturating_add(driving);
        let mut broken = |code: &str| {
            court.name(
                code,
                &[("trip", &trip.id), ("vehicle", &vehicle.id), ("from", &stretch.from), ("to", &stretch.to), ("at", &stretch.enter)],
            );
        };
        if most.is_some_and(|most| before.saturating_add(driving) > most) {
            broken("plan-driven-too-long");
        }
        if stands.is_none_or(|since| stretch.enter.0 - since.0 >= pause) {
            unbroken = 0;
        }
        stands = Some(stretch.leave);
        let Some(after) = after else { continue };
        if unbroken > 0 && unbroken.saturating_add(driving) > after {
            broken("plan-break-due");
            unbroken = 0;
        }
        let inside = (driving - 1).max(0) / after;
        let span = stretch.leave.0 - stretch.enter.0;
        if inside > 0 && span >= driving && span < driving.saturating_add(inside.saturating_mul(pause)) {
            broken("plan-break-missing");
        }
        unbroken = if inside > 0 { driving - inside * after } else { unbroken + driving };
    }
}
