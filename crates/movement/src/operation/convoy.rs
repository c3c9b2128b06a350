//! Households that no vehicle holds, cut into parts that travel in convoy.
//!
//! In: people and fleet as read. Out: members of such a household renamed to its parts (`H12/1`, `H12/2`, …), each with the name of the household in
//! [`Person::convoy`]. Always true: each part has an adult of the household, holds everyone linked by care, and fits a vehicle of its own; all those
//! vehicles drive alike. A household that can't be cut so stays whole, and waits as larger than any vehicle. Absent: which vehicle is sent.

use super::household::{demand, households};
use super::people::Person;
use super::{Needs, Vehicle};
use std::collections::{BTreeMap, BTreeSet};

/// Cuts every household that no vehicle of the fleet holds.
pub(super) fn cut(people: &mut [Person], fleet: &[Vehicle]) {
    let holds = |members: &[usize], people: &[Person]| {
        let room = demand(members.iter().map(|m| &people[*m]));
        fleet.iter().flat_map(|v| &v.configurations).any(|c| c.holds(room))
    };
    let all = households(people);
    let large = all.iter().filter(|h| h.site.is_some() && !holds(&h.members, people));
    let cuts: Vec<(&str, Vec<Vec<usize>>)> =
        large.filter_map(|h| Some((h.id.as_str(), parts(people, &bundles(people, &h.members), fleet)?))).collect();
    let ids: BTreeSet<&str> = all.iter().map(|h| h.id.as_str()).collect();
    for (id, parts) in cuts {
        let names: Vec<String> = (1..=parts.len()).map(|n| format!("{id}/{n}")).collect();
        if names.iter().any(|name| ids.contains(name.as_str())) {
            continue;
        }
        for (name, members) in names.iter().zip(parts) {
            for person in members {
                people[person].household.clone_from(name);
                people[person].convoy = Some(id.to_owned());
            }
        }
    }
}

/// People of a household who are linked by care, and those of other households linked to them.
struct Bundle {
    own: Vec<usize>,
    others: Vec<usize>,
}

fn bundles(people: &[Person], members: &[usize]) -> Vec<Bundle> {
    let by_id: BTreeMap<&str, usize> = people.iter().enumerate().map(|(p, person)| (person.id.as_str(), p)).collect();
    let mut next: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); people.len()];
    let mut tie = |a: usize, b: usize| {
        next[a].insert(b);
        next[b].insert(a);
    };
    let own: BTreeSet<usize> = members.iter().copied().collect();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (p, person) in people.iter().enumerate() {
        person.accompanies.iter().filter_map(|id| by_id.get(id.as_str())).for_each(|other| tie(p, *other));
        // Other households stay whole.
        if !own.contains(&p) {
            tie(p, *first.entry(&person.household).or_insert(p));
        }
    }
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for member in members {
        let (mut open, mut bundle) = (vec![*member], Bundle { own: Vec::new(), others: Vec::new() });
        while let Some(at) = open.pop() {
            if seen.insert(at) {
                if own.contains(&at) { &mut bundle.own } else { &mut bundle.others }.push(at);
                open.extend(&next[at]);
            }
        }
        if !bundle.own.is_empty() {
            bundle.own.sort_unstable();
            found.push(bundle);
        }
    }
    found
}

/// The fewest parts that fit vehicles which drive alike and offer what the household asks.
fn parts(people: &[Person], bundles: &[Bundle], fleet: &[Vehicle]) -> Option<Vec<Vec<usize>>> {
    let mut needs = Needs::default();
    bundles.iter().flat_map(|b| b.own.iter().chain(&b.others)).for_each(|p| needs.join(&people[*p].needs));
    let mut alike: BTreeMap<(u64, &BTreeSet<String>), Vec<&Vehicle>> = BTreeMap::new();
    for vehicle in fleet.iter().filter(|v| v.offers(&needs)) {
        alike.entry((vehicle.speed_factor.to_bits(), &vehicle.road_classes)).or_default().push(vehicle);
    }
    let most = |v: &Vehicle| v.configurations.iter().map(|c| c.seats).max();
    alike.values_mut().for_each(|vehicles| vehicles.sort_by_key(|v| std::cmp::Reverse(most(v))));
    let adults = |b: &&Bundle| b.own.iter().any(|p| !people[*p].child);
    let (mut led, mut rest): (Vec<&Bundle>, Vec<&Bundle>) = bundles.iter().partition(adults);
    let size = |b: &&Bundle| std::cmp::Reverse(b.own.len() + b.others.len());
    led.sort_by_key(size);
    rest.sort_by_key(size);
    (2..=led.len()).find_map(|count| {
        let order: Vec<&Bundle> = led.iter().chain(&rest).copied().collect();
        alike.values().filter(|vehicles| vehicles.len() >= count).find_map(|vehicles| pack(people, &order, &vehicles[..count]))
    })
}

/// Puts one bundle into each vehicle, then each of the others where the fewest people are and it still fits.
fn pack(people: &[Person], bundles: &[&Bundle], vehicles: &[&Vehicle]) -> Option<Vec<Vec<usize>>> {
    let mut parts: Vec<Vec<&Bundle>> = vec![Vec::new(); vehicles.len()];
    let fits = |part: &[&Bundle], more: &Bundle, vehicle: &Vehicle| {
        let all = part.iter().copied().chain([more]).flat_map(|b| b.own.iter().chain(&b.others)).map(|p| &people[*p]);
        let room = demand(all);
        vehicle.configurations.iter().any(|c| c.holds(room))
    };
    for (i, bundle) in bundles.iter().enumerate() {
        let open = if i < vehicles.len() { i..i + 1 } else { 0..vehicles.len() };
        let people_in = |k: &usize| parts[*k].iter().map(|b| b.own.len() + b.others.len()).sum::<usize>();
        let best = open.filter(|k| fits(&parts[*k], bundle, vehicles[*k])).min_by_key(people_in)?;
        parts[best].push(bundle);
    }
    let own = |part: Vec<&Bundle>| {
        let mut all: Vec<usize> = part.into_iter().flat_map(|b| b.own.iter().copied()).collect();
        all.sort_unstable();
        all
    };
    Some(parts.into_iter().map(own).collect())
}
