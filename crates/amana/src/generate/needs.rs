//! What people need on the way, whether they agreed to go, and whether they can.

use super::destinations::Place;
use super::draw::Draw;
use super::facts::ScenarioFacts;
use super::person::{Household, Kind, Person, Sex};

/// Fills needs, wishes, consent and fitness of a household.
pub(super) fn fill(household: &mut Household, destinations: &[Place], scenario: &ScenarioFacts, draw: &mut Draw) {
    let kind = household.kind;
    let mut laps = household.people.iter().filter(|p| p.is_adult()).count();
    let women_alone = !household.people.iter().any(|p| p.is_adult() && p.sex == Sex::Male);
    for person in &mut household.people {
        if person.age < 2 && laps > 0 {
            laps -= 1;
            person.needs.push("infant_lap".into());
        }
        health(person, draw);
        pregnancy(person, draw);
        if women_alone && person.is_adult() && person.sex == Sex::Female && draw.chance(80) {
            person.needs.push("woman_crew".into());
        }
        if kind == Kind::ChildrenAlone {
            person.needs.push("unaccompanied".into());
            if person.sex == Sex::Female && draw.chance(500) {
                person.needs.push("woman_crew".into());
            }
        }
        if person.separated {
            person.needs.push("separated".into());
        }
    }
    if household.people.iter().any(|p| p.separated || p.needs("unaccompanied")) && draw.chance(850) {
        for person in household.people.iter_mut().filter(|p| p.separated || p.needs("unaccompanied")) {
            person.needs.push("best_interests_cleared".into());
        }
    }
    wishes(household, destinations, draw);
    consent(household, draw);
    fitness(household, scenario, draw);
}

fn health(person: &mut Person, draw: &mut Draw) {
    let by_age = |young: u64, adult: u64, older: u64| match person.age {
        ..5 => 0,
        5..18 => young,
        18..60 => adult,
        _ => older,
    };
    let (wheelchair, stretcher, assistance) = (by_age(4, 8, 60), by_age(2, 5, 22), by_age(10, 18, 180));
    let mut needs: Vec<String> = Vec::new();
    if draw.chance(stretcher) {
        needs.push("stretcher".into());
        person.ill = true;
    } else if draw.chance(wheelchair) {
        needs.push("wheelchair".into());
    } else if draw.chance(assistance) {
        needs.push("assistance".into());
    }
    let lying = needs.iter().any(|n| n == "stretcher");
    if draw.chance(if lying {
        500
    } else if person.ill {
        60
    } else {
        0
    }) {
        needs.push("medical_escort".into());
    }
    if lying && draw.chance(200) {
        needs.push("equipment=oxygen".into());
    }
    if draw.chance(if person.ill { 200 } else { 2 }) {
        needs.push("service=medical".into());
    }
    if draw.chance(if person.age >= 60 {
        40
    } else if person.ill {
        60
    } else {
        4
    }) {
        needs.push("no_night".into());
    }
    if draw.chance(if lying {
        250
    } else if person.age >= 70 {
        120
    } else {
        0
    }) {
        needs.push(longest_ride(draw));
    }
    person.needs.extend(needs);
}

fn longest_ride(draw: &mut Draw) -> String {
    format!("max_ride_min={}", draw.weighted(&[(240, 15), (480, 45), (720, 40)]).copied().unwrap_or(480))
}

fn pregnancy(person: &mut Person, draw: &mut Draw) {
    if person.sex == Sex::Male || !(15..46).contains(&person.age) || !draw.chance(130) {
        return;
    }
    let weeks = draw.range(12, 39);
    person.needs.push(format!("pregnant_weeks={weeks}"));
    if weeks >= 28 && draw.chance(200) {
        person.needs.push(longest_ride(draw));
    }
}

/// Where a household agreed to go; most have no preference, and no wish is unsafe.
fn wishes(household: &mut Household, destinations: &[Place], draw: &mut Draw) {
    let names = |draw: &mut Draw| draw.pick(destinations).map(|d| d.name.clone());
    if draw.chance(20) {
        household.not_safe_for.extend(names(draw));
    }
    if household.kind != Kind::ChildrenAlone && draw.chance(220) {
        for _ in 0..draw.range(1, 3) {
            let wish = names(draw).filter(|w| !household.wishes.contains(w) && !household.not_safe_for.contains(w));
            household.wishes.extend(wish);
        }
    }
}

fn consent(household: &mut Household, draw: &mut Draw) {
    let given = if household.kind == Kind::ChildrenAlone { 880 } else { 945 };
    if draw.chance(given) {
        return;
    }
    let answer = draw.weighted(&[("pending", 55), ("refused", 30), ("withdrawn", 15)]).copied().unwrap_or("pending");
    // A guardian's consent that is missing is pending; a child doesn't refuse for the family.
    let answer = if household.kind == Kind::ChildrenAlone { "pending" } else { answer };
    if draw.chance(300)
        && let Some(person) = household.people.iter_mut().rfind(|p| p.is_adult())
    {
        person.consent = answer;
        return;
    }
    household.people.iter_mut().for_each(|p| p.consent = answer);
}

fn fitness(household: &mut Household, scenario: &ScenarioFacts, draw: &mut Draw) {
    for person in &mut household.people {
        let lying = person.needs("stretcher");
        if draw.chance(if lying {
            120
        } else if person.ill {
            70
        } else {
            2
        }) {
            person.fit = "no".into();
        } else if draw.chance(if person.ill || lying { 120 } else { 3 }) {
            person.fit = format!("until {}", scenario.date(draw.range(3, 9)));
        }
    }
}
