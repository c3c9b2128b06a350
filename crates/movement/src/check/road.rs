//! Every stretch: a road that is there, open, allowed, outside of curfew, and driven no faster than it can be.

use super::rules::Court;
use super::world::{World, meets};
use crate::operation::Vehicle;
use crate::plan::{Leg, Stop, Stretch, Trip};
use base::Instant;
use roads::{Link, NodeIx};
use std::collections::BTreeMap;

/// Seconds by which a stretch may be faster than its length and speed demand: for rounding.
const TOLERANCE: f64 = 1.0;
/// Kilometres by which lengths may differ.
const KM_TOLERANCE: f64 = 0.01;

/// Links closed by the officer, each from a moment on.
type Closed = BTreeMap<usize, Instant>;

/// The trip and stretch that is looked at.
struct At<'a> {
    trip: &'a Trip,
    vehicle: Option<&'a Vehicle>,
    stretch: &'a Stretch,
}

impl At<'_> {
    fn name(&self, court: &mut Court, code: &str) {
        let (from, to, enter) = (&self.stretch.from, &self.stretch.to, &self.stretch.enter);
        court.name(code, &[("trip", &self.trip.id), ("from", from), ("to", to), ("at", enter)]);
    }
}

pub(super) fn check(world: &World<'_>, court: &mut Court) {
    let closed = closed(world);
    for trip in &world.plan.trips {
        for (i, leg) in trip.legs.iter().enumerate() {
            if let (Some(from), Some(to)) = (trip.stops.get(i), trip.stops.get(i + 1)) {
                check_leg(world, court, trip, leg, (from, to), &closed);
            }
        }
    }
}

fn closed(world: &World<'_>) -> Closed {
    let network = &world.operation.network;
    let mut closed = Closed::new();
    for change in &world.plan.changes.closed {
        let (Some(a), Some(b)) = (network.find_node(&change.from), network.find_node(&change.to)) else { continue };
        for road in network.roads_between(a, b) {
            let at = closed.entry(road.index()).or_insert(change.at);
            *at = (*at).min(change.at);
        }
    }
    closed
}

fn check_leg(world: &World<'_>, court: &mut Court, trip: &Trip, leg: &Leg, (from, to): (&Stop, &Stop), closed: &Closed) {
    let network = &world.operation.network;
    let ends = (network.find_node(&from.place), network.find_node(&to.place));
    let (mut at, mut now) = (ends.0, from.depart);
    for stretch in &leg.stretches {
        let look = At { trip, vehicle: world.fleet.get(trip.vehicle.as_str()).copied(), stretch };
        if stretch.enter < now || stretch.leave < stretch.enter || stretch.driving < 0 {
            look.name(court, "plan-times-backwards");
        }
        now = stretch.leave;
        // Names of junctions are no places; names of places must lie at the node that has been reached.
        let named = |name: &str, node: Option<NodeIx>| network.find_node(name).is_none_or(|n| Some(n) == node);
        let begins_right = named(&stretch.from, at);
        at = follow(world, court, &look, at);
        if at.is_none() || !begins_right || !named(&stretch.to, at) {
            look.name(court, "plan-no-road");
            // One mistake is named once: go on from where the stretch says it ends.
            at = network.find_node(&stretch.to);
        }
        check_hours(world, court, &look, closed);
        check_length(world, court, &look);
    }
    if to.arrive < now {
        court.name("plan-times-backwards", &[("trip", &trip.id), ("stop", &to.place), ("at", &to.arrive)]);
    }
    if at != ends.1 || at.is_none() {
        court.name("plan-no-road", &[("trip", &trip.id), ("from", &from.place), ("to", &to.place)]);
    }
    let sum = |part: fn(&Stretch) -> f64| leg.stretches.iter().map(part).sum::<f64>();
    if (leg.km - sum(|s| s.km)).abs() > KM_TOLERANCE || !leg.km.is_finite() {
        court.name("plan-km-untrue", &[("trip", &trip.id), ("from", &from.place), ("to", &to.place)]);
    }
    let risk = sum(|s| s.risk);
    if !leg.risk.is_finite() || leg.stretches.iter().any(|s| s.risk < 0.0) || leg.risk < risk - 1e-9 * (1.0 + risk.abs()) {
        court.name("plan-risk-untrue", &[("trip", &trip.id), ("from", &from.place), ("to", &to.place)]);
    }
}

fn links<'a>(world: &World<'a>, stretch: &'a Stretch) -> impl Iterator<Item = &'a Link> {
    let links = world.operation.network.links();
    stretch.roads.iter().filter_map(move |r| links.get(*r as usize))
}

/// Follows the links of a stretch from a node; where it comes to, or `None` if they don't join.
fn follow(world: &World<'_>, court: &mut Court, look: &At<'_>, from: Option<NodeIx>) -> Option<NodeIx> {
    let mut at = from?;
    if look.stretch.roads.is_empty() {
        return None;
    }
    for road in &look.stretch.roads {
        let link = world.operation.network.links().get(*road as usize)?;
        if link.from == at {
            at = link.to;
        } else if link.to == at {
            if link.one_way {
                look.name(court, "plan-one-way");
            }
            at = link.from;
        } else {
            return None;
        }
    }
    Some(at)
}

/// Curfew, darkness, closures, and roads that the vehicle may not use.
fn check_hours(world: &World<'_>, court: &mut Court, look: &At<'_>, closed: &Closed) {
    let (enter, leave) = (look.stretch.enter, look.stretch.leave);
    if meets(&world.curfew, enter, leave) {
        look.name(court, "plan-curfew");
    }
    let margin = i64::from(world.operation.settings.driving.margin_minutes) * 60;
    let shut = |widen: i64| links(world, look.stretch).flat_map(|l| &l.closed).any(|s| s.from.0 - widen < leave.0 && enter < s.to);
    // What a vehicle had entered before the officer closed it has happened.
    let entered = |at: &Instant| world.under_way(look.trip) && enter <= world.plan.from && enter < *at;
    let by_officer = look.stretch.roads.iter().filter_map(|r| closed.get(&(*r as usize))).any(|at| *at < leave && !entered(at));
    if by_officer && world.under_way(look.trip) {
        look.name(court, "plan-road-closed-ahead");
    } else if shut(0) || by_officer {
        look.name(court, "plan-road-closed");
    } else if shut(margin) {
        look.name(court, "plan-closure-margin");
    }
    if links(world, look.stretch).any(|l| l.night_closed) && meets(&world.dark, enter, leave) {
        look.name(court, "plan-night-closed");
    }
    let Some(vehicle) = look.vehicle.filter(|v| !v.road_classes.is_empty()) else { return };
    let may = |link: &Link| vehicle.road_classes.iter().any(|c| c.eq_ignore_ascii_case(world.operation.network.class_name(link.class)));
    if !links(world, look.stretch).all(may) {
        look.name(court, "plan-class-forbidden");
    }
}

/// Kilometres and driving time.
fn check_length(world: &World<'_>, court: &mut Court, look: &At<'_>) {
    let speeds = world.operation.settings.speeds();
    let factor = look.vehicle.map_or(1.0, |v| v.speed_factor);
    let (mut seconds, mut meters) = (0.0, 0.0);
    for link in links(world, look.stretch) {
        let kmh = link.speed_kmh.unwrap_or_else(|| speeds.of_class(world.operation.network.class_name(link.class))).max(1.0);
        meters += f64::from(link.meters);
        seconds += f64::from(link.meters) * 3.6 / (kmh * factor);
    }
    if (look.stretch.km - meters / 1000.0).abs() > KM_TOLERANCE || !look.stretch.km.is_finite() {
        look.name(court, "plan-km-untrue");
    }
    let driving = look.stretch.driving as f64;
    let span = (look.stretch.leave.0 - look.stretch.enter.0) as f64;
    if look.vehicle.is_some() && (driving + TOLERANCE < seconds || span < driving) {
        look.name(court, "plan-too-fast");
    }
}
