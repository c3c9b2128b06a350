//! Harm counted again from the trips and the threat surface.

use super::rules::Court;
use super::world::{Ride, World};
use crate::operation::Operation;
use crate::plan::{Plan, Trip};
use base::{Findings, Instant};
use std::collections::BTreeSet;
use threat::Surface;

/// Relative difference that sums of harm may have.
const SLACK: f64 = 1e-6;

/// Reasons to wait that a search found. Whoever waits for another was held back before: no plan could have moved them, so no plan's harm counts them.
pub(super) const SEARCHED: [&str; 11] = [
    "convoy-not-in-time",
    "destination-closed",
    "destination-day-too-small",
    "destination-full",
    "fitness-ends",
    "no-second-adult",
    "no-vehicle-in-time",
    "no-way-in-time",
    "only-by-day",
    "out-of-range",
    "ride-too-long",
];

/// Counts the harm of each tier again and names those whose number is another (`plan-harm-untrue`).
///
/// The surface must be that of the plan's `as_of`, scaled as the plan was. Harm is, per person, the hazard of the site (never below the floor) times the
/// hours from the making of the plan until they leave, the ride's own harm times the hours from then until their alighting begins, and the risk of the legs
/// between; those who wait for a vehicle or a place wait until the end. Those held back by a rule count beside that, until the end; those who had set off when the plan was made do not count. Risk of legs is taken as the plan says it.
pub fn check_harm(operation: &Operation, plan: &Plan, surface: &Surface) -> Findings {
    let world = World::new(operation, plan);
    let mut court = Court::default();
    let waits: BTreeSet<&str> =
        plan.waiting.iter().filter(|w| SEARCHED.contains(&w.reason.code.as_str())).map(|w| w.household.as_str()).collect();
    let (mut tiers, mut held) = ([0.0_f64; 4], [0.0_f64; 4]);
    for (f, family) in world.families.iter().enumerate() {
        let at = usize::from(world.tier(f)).saturating_sub(1);
        let (Some(slot), Some(held)) = (tiers.get_mut(at), held.get_mut(at)) else { continue };
        let people = family.members.len() as f64;
        let hazard = hazard(&world, surface, family.site);
        let hours = |to: Instant, from: Instant| to.hours_since(from);
        let ride = world.rides.get(&f).and_then(|r| Some((r, plan.trips.get(r.trip)?)));
        *slot += people
            * match ride {
                Some((_, trip)) if world.under_way(trip) => 0.0,
                Some((ride, trip)) => {
                    let rides = hours(alights(&world, family.group, ride, trip), ride.left);
                    let risk: f64 = trip.legs.iter().take(ride.off).skip(ride.on).map(|l| l.risk).sum();
                    hazard * hours(ride.left, plan.from) + operation.settings.hazards.ride_per_hour * plan.hazard_scale * rides + risk
                }
                None if !waits.contains(family.id) => {
                    *held += people * hazard * hours(plan.ends, plan.from);
                    0.0
                }
                None => hazard * hours(plan.ends, plan.from),
            };
    }
    for (summary, counted) in plan.tiers.iter().zip(tiers.into_iter().zip(held)) {
        let says = (summary.measure.harm, summary.measure.held);
        for (says, is) in [(says.0, counted.0), (says.1, counted.1)].into_iter().filter(|(says, is)| (says - is).abs() > SLACK * (1.0 + is))
        {
            court.name("plan-harm-untrue", &[("tier", &summary.tier), ("says", &says), ("is", &is)]);
        }
    }
    court.findings
}

/// Hazard per person and hour at a site; the floor where it can't be told.
fn hazard(world: &World<'_>, surface: &Surface, site: Option<usize>) -> f64 {
    let floor = world.operation.settings.hazards.floor_per_hour * world.plan.hazard_scale;
    let point = site.and_then(|s| world.operation.network.places().get(s)).map(|p| p.point);
    let at = world.plan.as_of.max(world.plan.from);
    point.map_or(floor, |point| surface.hazard(point, at).per_hour.max(floor))
}

/// When alighting of a group begins: one after the other in the order of the list.
fn alights(world: &World<'_>, group: usize, ride: &Ride, trip: &Trip) -> Instant {
    let list = trip.stops.get(ride.off).map(|s| s.alight.as_slice()).unwrap_or_default();
    let own = |id: &String| world.by_id.get(id.as_str()).and_then(|f| world.families.get(*f)).is_some_and(|f| f.group == group);
    let before = list.iter().position(own).unwrap_or(0) as i64;
    ride.begins.plus_seconds(before * i64::from(world.operation.settings.driving.alighting_seconds))
}
