//! Everyone is on exactly one trip or waits with a true reason, and the queue says the same.

use super::persons::accepts;
use super::rules::Court;
use super::world::{World, place_of};
use crate::operation::{Consent, Destination, Fitness, Person, Vehicle};
use crate::plan::Queued;
use crate::problem::Capacity;
use std::collections::BTreeMap;

/// How often and where a family is listed.
#[derive(Default)]
struct Listed {
    boards: usize,
    waits: usize,
}

pub(super) fn check(world: &World<'_>, court: &mut Court) {
    let mut listed: Vec<Listed> = world.families.iter().map(|_| Listed::default()).collect();
    stops(world, court, &mut listed);
    waiting(world, court, &mut listed);
    for (family, times) in world.families.iter().zip(&listed) {
        match times.boards + times.waits {
            0 => court.name("plan-household-missing", &[("household", &family.id), ("people", &family.members.len())]),
            1 => {}
            _ => court.name("plan-household-twice", &[("household", &family.id)]),
        }
    }
    queue(world, court);
}

fn stops(world: &World<'_>, court: &mut Court, listed: &mut [Listed]) {
    for trip in &world.plan.trips {
        let mut on: BTreeMap<&str, &str> = BTreeMap::new();
        for stop in &trip.stops {
            for id in &stop.alight {
                if on.remove(id.as_str()).is_none() {
                    court.name("plan-not-boarded", &[("trip", &trip.id), ("stop", &stop.place), ("household", id)]);
                }
            }
            for id in &stop.board {
                on.insert(id, &stop.place);
                let Some(f) = world.by_id.get(id.as_str()).copied() else {
                    court.name("plan-household-unknown", &[("trip", &trip.id), ("stop", &stop.place), ("household", id)]);
                    continue;
                };
                if let Some(times) = listed.get_mut(f) {
                    times.boards += 1;
                }
                let site = world.families.get(f).and_then(|f| f.site);
                if site.is_some() && site != world.operation.network.find_place(&stop.place) {
                    court.name("plan-wrong-site", &[("trip", &trip.id), ("stop", &stop.place), ("household", id)]);
                }
            }
        }
        for (id, place) in on {
            court.name("plan-not-alighted", &[("trip", &trip.id), ("stop", &place), ("household", &id)]);
        }
    }
}

fn waiting(world: &World<'_>, court: &mut Court, listed: &mut [Listed]) {
    for waiting in &world.plan.waiting {
        let id = &waiting.household;
        let Some(f) = world.by_id.get(id.as_str()).copied() else {
            court.name("plan-household-unknown", &[("household", id)]);
            continue;
        };
        if let Some(times) = listed.get_mut(f) {
            times.waits += 1;
        }
        if !says_true(world, f, waiting.people, waiting.tier, &waiting.site) {
            court.name("plan-waiting-untrue", &[("household", id)]);
        }
        if waiting.reason.code.is_empty() {
            court.name("plan-no-reason", &[("household", id)]);
        } else if waiting.lifts.is_empty() {
            court.name("plan-no-lift", &[("household", id), ("reason", &waiting.reason.code)]);
        }
        let group = world.families.get(f).map_or(0, |f| f.group);
        if blocks(world, group, &waiting.reason.code) == Some(false) {
            court.name("plan-reason-untrue", &[("household", id), ("reason", &waiting.reason.code)]);
        }
    }
}

fn says_true(world: &World<'_>, family: usize, people: u32, tier: u8, site: &str) -> bool {
    let Some(f) = world.families.get(family) else { return false };
    let place = f.site.is_none_or(|s| world.operation.network.find_place(site) == Some(s));
    f.members.len() == people as usize && world.tier(family) == tier && place
}

/// Whether a rule that needs no vehicle holds a group back; `None` if the code is none of those.
pub(super) fn blocks(world: &World<'_>, group: usize, code: &str) -> Option<bool> {
    let people = world.everyone(group);
    let any = |test: &dyn Fn(&Person) -> bool| Some(people.iter().any(|p| test(p)));
    match code {
        "consent-refused" => any(&|p| p.consent == Consent::Refused),
        "consent-withdrawn" => any(&|p| p.consent == Consent::Withdrawn),
        "consent-pending" => any(&|p| p.consent == Consent::Pending),
        "not-fit" => any(&|p| p.fitness == Fitness::Unfit),
        "data-problem" => any(&|p| p.trouble.is_some()),
        "no-chaperone" => any(&|p| p.needs.unaccompanied && !chaperoned(p, &people)),
        "too-few-escorts" => Some(super::unity::short_of_escorts(world, &people)),
        "best-interests-open" => any(&|p| (p.needs.unaccompanied || p.needs.separated) && !p.needs.best_interests_cleared),
        "tied-and-apart" => any(&|p| people.iter().any(|other| p.not_with.contains(&other.id))),
        "children-alone" => Some(people.iter().all(|p| p.child)),
        "family-separated" | "tie-elsewhere" => Some(together(world, group).is_none()),
        "no-destinations" => Some(world.operation.destinations.is_empty()),
        "held-by-officer" => Some(held(world, group)),
        "no-vehicle-fits" | "larger-than-any-vehicle" => Some(!usable(world).any(|v| holds(v, World::room(&people)))),
        "no-vehicle-offers" => Some(!usable(world).any(|v| holds(v, World::room(&people)) && offers(world, v, &people))),
        "no-second-adult" => Some(super::company::lone(world, group)),
        "convoy-too-few-vehicles" => Some(!super::convoy::possible(world, group, &usable(world).collect::<Vec<_>>())),
        "destination-full" => Some(full(world, &people)),
        "no-destination-fits" => Some(!world.operation.destinations.iter().any(|d| people.iter().all(|p| accepts(p, d).is_empty()))),
        _ => None,
    }
}

fn held(world: &World<'_>, group: usize) -> bool {
    let families = world.tied.get(group).into_iter().flat_map(|t| &t.families).filter_map(|f| world.families.get(*f));
    families.into_iter().any(|f| world.plan.changes.held.iter().any(|h| f.called(&h.household)))
}

/// Vehicles that could be sent when the plan was made.
fn usable<'w>(world: &'w World<'_>) -> impl Iterator<Item = &'w Vehicle> {
    let changes = &world.plan.changes;
    let from = world.plan.from;
    let gone =
        move |v: &Vehicle| changes.lost.iter().any(|l| l.vehicle == v.id && l.at <= from) || v.until.is_some_and(|until| until <= from);
    world.operation.fleet.iter().filter(move |v| !changes.pinned.contains(&v.id) && !gone(v))
}

/// Whether some configuration of a vehicle has the room.
pub(super) fn holds(vehicle: &Vehicle, room: Capacity) -> bool {
    vehicle.configurations.iter().any(|c| c.seats >= room.seats && c.bays >= room.bays && c.stretchers >= room.stretchers)
}

pub(super) fn offers(world: &World<'_>, vehicle: &Vehicle, people: &[&Person]) -> bool {
    let crew = |p: &Person| (vehicle.woman_crew || !p.needs.woman_crew) && (vehicle.medical_crew || !p.needs.medical_escort);
    let escort = vehicle.escort || !world.operation.settings.driving.escort_required;
    escort && people.iter().all(|p| crew(p) && p.needs.equipment.is_subset(&vehicle.equipment))
}

/// Whether every destination that could receive these people has too few places left.
fn full(world: &World<'_>, people: &[&Person]) -> bool {
    let taken = |place: usize| world.arrived(place).flat_map(|(_, tiers)| tiers).sum::<usize>();
    let left = |d: &Destination| d.capacity_total.map(|all| (all as usize).saturating_sub(taken(d.place)));
    let fitting = |d: &&Destination| people.iter().all(|p| accepts(p, d).is_empty());
    world.operation.destinations.iter().filter(fitting).all(|d| left(d).is_some_and(|left| left < people.len()))
}

/// The one place where all of a group are.
fn together(world: &World<'_>, group: usize) -> Option<usize> {
    let mut sites = world.tied.get(group)?.families.iter().map(|f| world.families.get(*f)?.site);
    let first = sites.next()??;
    sites.all(|s| s == Some(first)).then_some(first)
}

/// Whether an adult among these people is named as the one who accompanies a child.
pub(super) fn chaperoned(child: &Person, people: &[&Person]) -> bool {
    people.iter().any(|adult| !adult.child && adult.accompanies.contains(&child.id))
}

fn queue(world: &World<'_>, court: &mut Court) {
    let mut seen = vec![0_u32; world.families.len()];
    for queued in &world.plan.queue {
        let Some(f) = world.by_id.get(queued.household.as_str()).copied() else {
            court.name("plan-queue-untrue", &[("household", &queued.household)]);
            continue;
        };
        if let Some(times) = seen.get_mut(f) {
            *times += 1;
        }
        if !queued_true(world, f, queued) {
            court.name("plan-queue-untrue", &[("household", &queued.household)]);
        }
    }
    for (family, times) in world.families.iter().zip(seen) {
        if times != 1 {
            court.name("plan-queue-untrue", &[("household", &family.id), ("times", &times)]);
        }
    }
    let tiers = || world.plan.queue.iter().map(|q| q.tier);
    for (place, _) in tiers().zip(tiers().skip(1)).enumerate().filter(|(_, (a, b))| a > b) {
        court.name("plan-queue-untrue", &[("place", &(place + 2))]);
    }
}

fn queued_true(world: &World<'_>, family: usize, queued: &Queued) -> bool {
    if !says_true(world, family, queued.people, queued.tier, &queued.site) {
        return false;
    }
    let Some(ride) = world.rides.get(&family) else {
        return queued.trip.is_none() && queued.pickup.is_none() && queued.destination.is_none();
    };
    let Some(trip) = world.plan.trips.get(ride.trip) else { return false };
    let same_place = |name: &str| world.operation.network.find_place(name) == world.operation.network.find_place(place_of(trip, ride.off));
    queued.trip == Some(trip.id) && queued.pickup == Some(ride.left) && queued.destination.as_deref().is_some_and(same_place)
}
