//! Who travels with whom: families whole, ties together, children with their adult, those to be kept apart apart.

use super::people::chaperoned;
use super::rules::Court;
use super::world::{Ride, World, place_of};
use crate::operation::{ChildAge, Person};
use std::collections::BTreeMap;

pub(super) fn check(world: &World<'_>, court: &mut Court) {
    families(world, court);
    ties(world, court);
    children(world, court);
    apart(world, court);
}

fn trip_id(world: &World<'_>, ride: &Ride) -> u32 {
    world.plan.trips.get(ride.trip).map_or(0, |t| t.id)
}

fn families(world: &World<'_>, court: &mut Court) {
    for (f, ride) in &world.rides {
        let Some(family) = world.families.get(*f) else { continue };
        let trip = trip_id(world, ride);
        if family.site.is_none() {
            court.name("plan-family-split", &[("trip", &trip), ("household", &family.id)]);
        }
        if world.members(*f).any(|p| p.trouble.is_some()) {
            court.name("plan-row-untrusted", &[("trip", &trip), ("household", &family.id)]);
        }
        // Who is on the road already can't be held back any more.
        let set_off = world.plan.trips.get(ride.trip).is_some_and(|t| world.under_way(t));
        if let Some(held) = world.plan.changes.held.iter().find(|h| family.called(&h.household) && !set_off) {
            court.name("plan-held", &[("trip", &trip), ("household", &family.id), ("code", &held.code)]);
        }
    }
}

fn ties(world: &World<'_>, court: &mut Court) {
    for bound in world.bound.iter().filter(|b| b.len() > 1) {
        let way = |f: &usize| world.rides.get(f).map(|r| (r.trip, r.on, r.off));
        let Some(first) = bound.iter().find_map(way) else { continue };
        for f in bound.iter().filter(|f| way(f) != Some(first)) {
            let (Some(family), Some(trip)) = (world.families.get(*f), world.plan.trips.get(first.0)) else { continue };
            court.name("plan-ties-parted", &[("trip", &trip.id), ("household", &family.id)]);
        }
    }
}

fn children(world: &World<'_>, court: &mut Court) {
    for (f, ride) in &world.rides {
        let Some(family) = world.families.get(*f) else { continue };
        let trip = trip_id(world, ride);
        // Adults that really share the ride: those tied to the child who board and alight with it.
        let near: Vec<_> = world
            .tied
            .get(family.group)
            .into_iter()
            .flat_map(|t| &t.families)
            .filter(|o| world.rides.get(o).is_some_and(|r| (r.trip, r.on, r.off) == (ride.trip, ride.on, ride.off)))
            .flat_map(|o| world.members(*o))
            .collect();
        if near.iter().all(|p| p.child) {
            court.name("plan-children-alone", &[("trip", &trip), ("household", &family.id)]);
        }
        // A tie joins families: what is short for all of them is said once, at the first.
        if near.first().is_some_and(|p| p.household == family.id) && short_of_escorts(world, &near) {
            court.name("plan-too-few-escorts", &[("trip", &trip), ("household", &family.id)]);
        }
        for person in world.members(*f) {
            if person.needs.unaccompanied && !chaperoned(person, &near) {
                court.name("plan-no-chaperone", &[("trip", &trip), ("household", &family.id), ("person", &person.id)]);
            }
            if (person.needs.unaccompanied || person.needs.separated) && !person.needs.best_interests_cleared {
                court.name("plan-best-interests-open", &[("trip", &trip), ("household", &family.id), ("person", &person.id)]);
            }
        }
    }
}

/// Whether people who ride together have fewer chaperones than their unaccompanied children need: no adult is asked to do more than one adult's share.
pub(super) fn short_of_escorts(world: &World<'_>, people: &[&Person]) -> bool {
    let rules = &world.operation.settings.escorts;
    let alone = || people.iter().filter(|p| p.needs.unaccompanied);
    let chaperones = people.iter().filter(|p| !p.child && alone().any(|child| p.accompanies.contains(&child.id))).count() as u64;
    let each = |child: &Person| {
        u64::from(match child.age {
            ChildAge::Baby => rules.under_2,
            ChildAge::Small => rules.under_6,
            ChildAge::School => rules.under_13,
            ChildAge::Youth => rules.under_18,
        })
    };
    // Shares of an adult, over a common denominator.
    let whole =
        [rules.under_2, rules.under_6, rules.under_13, rules.under_18].iter().map(|n| u64::from((*n).max(1))).fold(1, u64::saturating_mul);
    let shares = alone().fold(0_u64, |sum, child| sum.saturating_add(whole / each(child).max(1)));
    chaperones > 0 && shares > whole.saturating_mul(chaperones)
}

fn apart(world: &World<'_>, court: &mut Court) {
    let home: BTreeMap<&str, usize> =
        world.operation.people.iter().filter_map(|p| Some((p.id.as_str(), *world.by_id.get(p.household.as_str())?))).collect();
    for person in &world.operation.people {
        let Some(a) = home.get(person.id.as_str()).and_then(|f| world.rides.get(f)) else { continue };
        for other in &person.not_with {
            let Some(b) = home.get(other.as_str()).and_then(|f| world.rides.get(f)) else { continue };
            if a.trip == b.trip {
                court.name("plan-kept-apart", &[("trip", &trip_id(world, a)), ("person", &person.id), ("other", other)]);
                continue;
            }
            let arrival = |r: &Ride| {
                let place = world.plan.trips.get(r.trip).map(|t| place_of(t, r.off)).unwrap_or_default();
                (world.operation.network.find_place(place), world.day(r.begins))
            };
            if arrival(a) == arrival(b) {
                let trips: Vec<_> = [a, b].iter().filter_map(|r| world.plan.trips.get(r.trip)).collect();
                let led = trips.iter().all(|t| world.under_way(t)) && trips.iter().any(|t| world.led(t));
                court.name_led(led, "plan-kept-apart-arrival", &[("trip", &trip_id(world, a)), ("person", &person.id), ("other", other)]);
            }
        }
    }
}
