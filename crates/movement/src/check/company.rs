//! Children without an adult of their own are never alone with a single adult.

use super::rules::Court;
use super::world::World;
use crate::operation::Person;
use std::collections::BTreeSet;

pub(super) fn check(world: &World<'_>, court: &mut Court) {
    for trip in &world.plan.trips {
        let mut on: BTreeSet<usize> = BTreeSet::new();
        for stop in trip.stops.iter().take(trip.legs.len()) {
            let family = |id: &String| world.by_id.get(id.as_str()).copied();
            stop.alight.iter().filter_map(family).for_each(|f| _ = on.remove(&f));
            stop.board.iter().filter_map(family).for_each(|f| _ = on.insert(f));
            let adults = on.iter().flat_map(|f| world.members(*f)).filter(|p| !p.child).count();
            for f in on.iter().filter(|f| adults == 1 && parentless(&world.members(**f).collect::<Vec<_>>())) {
                let id = world.families.get(*f).map_or("", |f| f.id);
                court.name("plan-single-adult", &[("trip", &trip.id), ("stop", &stop.place), ("household", &id)]);
            }
        }
    }
}

/// Whether one of a family is a child with neither an adult of its own nor a relative who cares for it.
fn parentless(family: &[&Person]) -> bool {
    let adult = family.iter().any(|p| !p.child);
    family.iter().any(|p| p.child && !p.needs.separated && (p.needs.unaccompanied || !adult))
}

/// Whether people of a group who ride on one vehicle have such a child and a single adult.
pub(super) fn lone(world: &World<'_>, group: usize) -> bool {
    let own = |f: &usize| world.families.get(*f).is_some_and(|f| f.group == group);
    world.bound.iter().filter(|bound| bound.iter().any(own)).any(|bound| {
        let adults = bound.iter().flat_map(|f| world.members(*f)).filter(|p| !p.child).count();
        adults == 1 && bound.iter().any(|f| parentless(&world.members(*f).collect::<Vec<_>>()))
    })
}
