//! What the plan says of itself: its time, its numbers, its promise to the most exposed.

use super::harm::SEARCHED;
use super::rules::Court;
use super::world::World;
use crate::plan::{Measure, Trip};
use crate::problem::Mode;
use base::Instant;
use std::collections::BTreeSet;

/// Relative difference that sums of harm may have.
const SLACK: f64 = 1e-6;
/// Hours by which means may differ.
const HOURS: f64 = 0.01;

/// Where it comes from, when it happens, how it is put together.
pub(super) fn whole(world: &World<'_>, court: &mut Court) {
    let (plan, operation) = (world.plan, world.operation);
    if plan.inputs != operation.inputs {
        court.name("plan-other-inputs", &[]);
    }
    let (starts, ends) = (plan.starts.max(operation.starts), plan.ends.min(operation.ends()));
    let mut last = Instant(i64::MIN);
    let mut numbers = BTreeSet::new();
    for trip in &plan.trips {
        if !numbers.insert(trip.id) || trip.departs() < last {
            court.name("plan-trip-number", &[("trip", &trip.id)]);
        }
        last = trip.departs();
        if !well_formed(trip) {
            court.name("plan-trip-shape", &[("trip", &trip.id)]);
        }
        for stop in trip.stops.iter().filter(|s| s.begin < s.arrive || s.depart < s.begin) {
            court.name("plan-times-backwards", &[("trip", &trip.id), ("stop", &stop.place), ("at", &stop.depart)]);
        }
        if trip.departs() < starts || trip.ends() > ends {
            court.name("plan-outside-horizon", &[("trip", &trip.id)]);
        }
    }
}

fn well_formed(trip: &Trip) -> bool {
    trip.stops.len() == trip.legs.len() + 1 && trip.stops.len() > 1 && trip.households().next().is_some()
}

/// The numbers.
pub(super) fn check(world: &World<'_>, court: &mut Court) {
    let tiers = &world.plan.tiers;
    if tiers.iter().map(|t| t.tier).ne(1..=4) {
        court.name("plan-summary-untrue", &[("tiers", &tiers.len())]);
        return;
    }
    let waiting = world.plan.waiting.iter().filter(|w| SEARCHED.contains(&w.reason.code.as_str()));
    let searched: BTreeSet<&str> = waiting.map(|w| w.household.as_str()).collect();
    for summary in tiers {
        let (mut people, mut moved, mut held, mut hours, mut longest) = (0_usize, 0_usize, 0_usize, 0.0, 0.0_f64);
        for (f, family) in world.families.iter().enumerate().filter(|(f, _)| world.tier(*f) == summary.tier) {
            let n = family.members.len();
            people += n;
            if let Some(ride) = world.rides.get(&f) {
                let wait = ride.left.hours_since(world.plan.from).max(0.0);
                moved += n;
                hours += wait * n as f64;
                longest = longest.max(wait);
            } else if !searched.contains(family.id) {
                held += n;
            }
        }
        let mean = if moved == 0 { 0.0 } else { hours / moved as f64 };
        let near = |a: f64, b: f64| (a - b).abs() <= HOURS;
        let counts = (summary.people as usize, summary.moved as usize, summary.held as usize) == (people, moved, held);
        if !counts || !near(summary.mean_wait_hours, mean) || !near(summary.last_wait_hours, longest) {
            court.name("plan-summary-untrue", &[("tier", &summary.tier)]);
        }
    }
    harm(world, court);
}

fn harm(world: &World<'_>, court: &mut Court) {
    let plan = world.plan;
    let sound = |m: &Measure| {
        [m.harm, m.officer, m.bound, m.held].into_iter().all(|v| v.is_finite() && v >= 0.0) && m.bound <= m.harm * (1.0 + SLACK) + SLACK
    };
    for tier in plan.tiers.iter().filter(|t| !sound(&t.measure)) {
        court.name("plan-harm-untrue", &[("tier", &tier.tier)]);
    }
    let weights = world.operation.settings.tiers.weights;
    let weighed = |of: fn(&Measure) -> f64| plan.tiers.iter().zip(weights).map(|(t, w)| of(&t.measure) * w).sum::<f64>();
    let untrue = |of: fn(&Measure) -> f64| (weighed(of) - of(&plan.total)).abs() > SLACK * (1.0 + weighed(of).abs());
    if !sound(&plan.total) || untrue(|m| m.harm) || untrue(|m| m.held) {
        court.name("plan-harm-untrue", &[("total", &plan.total.harm)]);
    }
    let first = plan.tiers.first().map(|t| &t.measure);
    if plan.mode == Mode::Tiers && first.is_some_and(|m| m.officer > 0.0 && m.harm > m.officer * (1.0 + SLACK)) {
        court.name("plan-tier-one-worse", &[]);
    }
}
