//! Families that no vehicle holds: their parts leave together, drive together and arrive together, or all wait.

use super::people::{holds, offers};
use super::rules::Court;
use super::world::{Ride, World, place_of};
use crate::operation::{Person, Vehicle};
use base::Instant;
use std::collections::BTreeMap;

pub(super) fn check(world: &World<'_>, court: &mut Court) {
    let mut convoys: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (f, family) in world.families.iter().enumerate() {
        family.convoy.into_iter().for_each(|id| convoys.entry(id).or_default().push(f));
    }
    for (id, parts) in convoys {
        let rides: Vec<&Ride> = parts.iter().filter_map(|f| world.rides.get(f)).collect();
        let Some(first) = rides.first() else { continue };
        let led = rides.iter().filter_map(|r| world.plan.trips.get(r.trip)).any(|t| world.led(t));
        if rides.len() < parts.len() || rides.iter().any(|ride| course(world, ride) != course(world, first)) {
            let trip = world.plan.trips.get(first.trip).map_or(0, |t| t.id);
            court.name_led(led && rides.len() == parts.len(), "plan-convoy-parted", &[("trip", &trip), ("household", &id)]);
        }
    }
}

/// When a ride begins and ends, where, and every stretch between with its roads.
#[derive(PartialEq)]
struct Course<'w> {
    span: (Instant, Instant),
    to: &'w str,
    stretches: Vec<(Instant, Instant, &'w [u32])>,
}

fn course<'w>(world: &'w World<'_>, ride: &Ride) -> Course<'w> {
    let trip = world.plan.trips.get(ride.trip);
    let legs = trip.and_then(|t| t.legs.get(ride.on..ride.off)).unwrap_or_default();
    let stretches = legs.iter().flat_map(|l| &l.stretches).map(|s| (s.enter, s.leave, s.roads.as_slice())).collect();
    Course { span: (ride.left, ride.begins), to: trip.map_or("", |t| place_of(t, ride.off)), stretches }
}

/// Whether vehicles that drive alike could take all parts of a group at once.
pub(super) fn possible(world: &World<'_>, group: usize, usable: &[&Vehicle]) -> bool {
    let everyone = world.everyone(group);
    let mut parts: Vec<Vec<&Person>> = Vec::new();
    for bound in &world.bound {
        if bound.iter().any(|f| world.families.get(*f).is_some_and(|f| f.group == group)) {
            parts.push(bound.iter().flat_map(|f| world.members(*f)).collect());
        }
    }
    let able: Vec<&Vehicle> = usable.iter().copied().filter(|v| offers(world, v, &everyone)).collect();
    let alike = |a: &Vehicle, b: &Vehicle| a.speed_factor.to_bits() == b.speed_factor.to_bits() && a.road_classes == b.road_classes;
    able.iter().any(|one| {
        let fleet: Vec<&Vehicle> = able.iter().copied().filter(|v| alike(one, v)).collect();
        seat(&parts, &fleet, &mut vec![false; fleet.len()])
    })
}

/// Tries each free vehicle for the first part, then the rest.
fn seat(parts: &[Vec<&Person>], fleet: &[&Vehicle], taken: &mut [bool]) -> bool {
    let Some((part, rest)) = parts.split_first() else { return true };
    for v in 0..fleet.len() {
        if !taken[v] && holds(fleet[v], World::room(part)) {
            taken[v] = true;
            if seat(rest, fleet, taken) {
                return true;
            }
            taken[v] = false;
        }
    }
    false
}
