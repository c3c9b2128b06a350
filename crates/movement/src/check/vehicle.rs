//! Room, crew, equipment and escort at every moment of a trip.

use super::rules::Court;
use super::world::World;
use crate::operation::Person;
use crate::plan::Trip;
use crate::problem::Capacity;
use std::collections::BTreeSet;

pub(super) fn check(world: &World<'_>, court: &mut Court) {
    for trip in &world.plan.trips {
        let Some(vehicle) = world.fleet.get(trip.vehicle.as_str()).copied() else {
            court.name("plan-vehicle-unknown", &[("trip", &trip.id), ("vehicle", &trip.vehicle)]);
            continue;
        };
        if !vehicle.configurations.contains(&trip.configuration) {
            court.name("plan-configuration-unknown", &[("trip", &trip.id), ("vehicle", &trip.vehicle)]);
        }
        let loaded = trip.households().next().is_some();
        if loaded && world.operation.settings.driving.escort_required && !vehicle.escort {
            court.name("plan-no-escort", &[("trip", &trip.id), ("vehicle", &trip.vehicle)]);
        }
        room(world, trip, court);
        for id in trip.households() {
            let Some(family) = world.by_id.get(id).copied() else { continue };
            for person in world.members(family) {
                let mut broken = |code: &str| {
                    court.name(code, &[("trip", &trip.id), ("vehicle", &trip.vehicle), ("household", &id), ("person", &person.id)])
                };
                if person.needs.woman_crew && !vehicle.woman_crew {
                    broken("plan-no-woman-crew");
                }
                if person.needs.medical_escort && !vehicle.medical_crew {
                    broken("plan-no-medical-crew");
                }
                if !person.needs.equipment.is_subset(&vehicle.equipment) {
                    broken("plan-no-equipment");
                }
            }
        }
    }
}

/// Counts who is on board after each stop.
fn room(world: &World<'_>, trip: &Trip, court: &mut Court) {
    let mut on: BTreeSet<usize> = BTreeSet::new();
    let family = |id: &String| world.by_id.get(id.as_str()).copied();
    for stop in &trip.stops {
        stop.alight.iter().filter_map(family).for_each(|f| _ = on.remove(&f));
        stop.board.iter().filter_map(family).for_each(|f| _ = on.insert(f));
        let taken = room_of(world, &on);
        let holds = trip.configuration;
        if taken.seats > holds.seats || taken.bays > holds.bays || taken.stretchers > holds.stretchers {
            let of = |c: Capacity| format!("{}/{}/{}", c.seats, c.bays, c.stretchers);
            court.name("plan-overfull", &[("trip", &trip.id), ("stop", &stop.place), ("taken", &of(taken)), ("room", &of(holds))]);
        }
    }
}

/// Room of families on board; those tied together share laps.
pub(super) fn room_of(world: &World<'_>, on: &BTreeSet<usize>) -> Capacity {
    let groups: BTreeSet<usize> = on.iter().filter_map(|f| Some(world.families.get(*f)?.group)).collect();
    let mut sum = Capacity::default();
    for group in groups {
        let families = world.tied.get(group).into_iter().flat_map(|t| &t.families).filter(|f| on.contains(f));
        let people: Vec<&Person> = families.flat_map(|f| world.members(*f)).collect();
        let room = World::room(&people);
        sum = Capacity { seats: sum.seats + room.seats, bays: sum.bays + room.bays, stretchers: sum.stretchers + room.stretchers };
    }
    sum
}
