//! What each person agreed to, and what each can bear on the way and needs at its end.

use super::rules::Court;
use super::world::{Ride, World, meets, place_of};
use crate::operation::{Consent, Destination, Fitness, Needs, Person};

pub(super) fn check(world: &World<'_>, court: &mut Court) {
    for (family, ride) in &world.rides {
        let Some(trip) = world.plan.trips.get(ride.trip) else { continue };
        let place = place_of(trip, ride.off);
        let destination = world.destination(place);
        let id = world.families.get(*family).map_or("", |f| f.id);
        if destination.is_none() {
            court.name("plan-no-destination", &[("trip", &trip.id), ("stop", &place), ("household", &id)]);
        }
        for person in world.members(*family) {
            let mut broken =
                |code: &str| court.name(code, &[("trip", &trip.id), ("stop", &place), ("household", &id), ("person", &person.id)]);
            agrees(person).into_iter().for_each(&mut broken);
            if let Some(destination) = destination {
                accepts(person, destination).into_iter().for_each(&mut broken);
            }
            for code in bears(world, person, ride) {
                court.name_led(world.led(trip), code, &[("trip", &trip.id), ("stop", &place), ("household", &id), ("person", &person.id)]);
            }
        }
    }
}

/// Consent and fitness, wherever the ride leads.
fn agrees(person: &Person) -> Vec<&'static str> {
    let consent = (person.consent != Consent::Given).then_some("plan-no-consent");
    let fitness = (person.fitness == Fitness::Unfit).then_some("plan-not-fit");
    consent.into_iter().chain(fitness).collect()
}

/// Limits that the ride breaks.
fn bears(world: &World<'_>, person: &Person, ride: &Ride) -> Vec<&'static str> {
    let mut broken = Vec::new();
    if matches!(person.fitness, Fitness::Until(at) if ride.ends > at) {
        broken.push("plan-fitness-ends");
    }
    if person.needs.max_ride_min.is_some_and(|most| ride.ends.0 - ride.left.0 > i64::from(most) * 60) {
        broken.push("plan-ride-too-long");
    }
    if person.needs.no_night && meets(&world.dark, ride.left, ride.ends) {
        broken.push("plan-in-the-dark");
    }
    broken
}

/// Rules of a destination that a person would break.
pub(super) fn accepts(person: &Person, destination: &Destination) -> Vec<&'static str> {
    let mut broken = Vec::new();
    if !person.wishes.is_empty() && !person.wishes.contains(&destination.place) {
        broken.push("plan-not-wished");
    }
    if person.not_safe_for.contains(&destination.place) {
        broken.push("plan-not-safe");
    }
    if !person.needs.services.is_subset(&destination.services) {
        broken.push("plan-service-missing");
    }
    if destination.refuses.iter().any(|word| has(&person.needs, word)) {
        broken.push("plan-refused-there");
    }
    broken
}

/// Whether a person has a need by its word in `refuses`.
fn has(needs: &Needs, word: &str) -> bool {
    match word {
        "wheelchair" => needs.wheelchair,
        "stretcher" => needs.stretcher,
        "infant_lap" => needs.infant_lap,
        "assistance" => needs.assistance,
        "medical_escort" => needs.medical_escort,
        "pregnant" => needs.pregnant_weeks.is_some(),
        "unaccompanied" => needs.unaccompanied,
        "separated" => needs.separated,
        _ => false,
    }
}
