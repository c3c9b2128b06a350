//! Stops and gates: time to get on and off, opening hours, places left at the destinations.

use super::rules::Court;
use super::world::World;

pub(super) fn check(world: &World<'_>, court: &mut Court) {
    for trip in &world.plan.trips {
        for stop in &trip.stops {
            let work = world.work(stop);
            if !stop.alight.is_empty() && !world.receives(&stop.place, stop.begin) {
                court.name_led(world.led(trip), "plan-gate-closed", &[("trip", &trip.id), ("stop", &stop.place), ("at", &stop.begin)]);
            }
            if stop.depart < work.done {
                let short = work.done.0 - stop.depart.0;
                court.name("plan-stop-too-short", &[("trip", &trip.id), ("stop", &stop.place), ("seconds", &short)]);
            }
        }
    }
    for destination in &world.operation.destinations {
        let name = world.operation.place_name(destination.place);
        let days = || world.arrived(destination.place).map(|(day, tiers)| (day, tiers.iter().sum::<usize>()));
        let all: usize = days().map(|(_, people)| people).sum();
        if destination.capacity_total.is_some_and(|most| all > most as usize) {
            court.name("plan-destination-full", &[("stop", &name), ("people", &all)]);
        }
        for (day, people) in days().filter(|(_, people)| destination.capacity_per_day.is_some_and(|most| *people > most as usize)) {
            // Too many come only because trips under way were led around a closed road: nobody may be added to them.
            let (others, led) = world.under_way_to(destination.place, day);
            let led = led && people == others;
            court.name_led(led, "plan-day-full", &[("stop", &name), ("day", &day), ("people", &people)]);
        }
    }
}
