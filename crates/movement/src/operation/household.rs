//! Households, and groups of households tied to one another: what is never split.

use super::Operation;
use super::needs::Needs;
use super::people::{Consent, Fitness, Person};
use crate::problem::Capacity;
use base::{Instant, Reason};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use std::collections::BTreeMap;

/// People who are registered together.
#[derive(Debug, Clone, PartialEq)]
pub struct Household {
    /// Identifier.
    pub id: String,
    /// The household as registered, if this is one of the parts it was cut into: they travel in convoy.
    pub convoy: Option<String>,
    /// Members, by position in [`Operation::people`].
    pub members: Vec<usize>,
    /// Where it is; `None` if members are at different sites or it can't be told.
    pub site: Option<usize>,
    /// That of its most exposed member.
    pub tier: u8,
}

/// Households that travel together: one, or several tied by a chaperone or carer.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Households, by position in [`Operation::households`].
    pub households: Vec<usize>,
    /// The same by vehicle: one list, or several that travel in convoy.
    pub parts: Vec<Vec<usize>>,
    /// Members of all, by position in [`Operation::people`].
    pub members: Vec<usize>,
    /// Where it is.
    pub site: Option<usize>,
    /// That of its most exposed member.
    pub tier: u8,
    /// Needs of all members together.
    pub needs: Needs,
    /// Room it takes.
    pub demand: Capacity,
    /// Destinations (by position in [`Operation::destinations`]) that all agreed to, are safe in, and are received in; preferred first.
    pub destinations: Vec<usize>,
    /// Fit to travel until, if limited.
    pub fit_until: Option<Instant>,
    /// Earliest request of a member.
    pub requested: Option<Instant>,
    /// Place in the queue inside its tier, from 0.
    pub order: u32,
}

/// Joins people into households in file order.
pub(super) fn households(people: &[Person]) -> Vec<Household> {
    let mut index: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all: Vec<Household> = Vec::new();
    for (i, person) in people.iter().enumerate() {
        let at = *index.entry(&person.household).or_insert_with(|| {
            all.push(Household {
                id: person.household.clone(),
                convoy: person.convoy.clone(),
                members: Vec::new(),
                site: person.site,
                tier: 4,
            });
            all.len() - 1
        });
        let household = &mut all[at];
        household.members.push(i);
        household.tier = household.tier.min(person.tier.tier);
        if household.site != person.site {
            household.site = None;
        }
    }
    all
}

/// Joins households into groups by their ties, and puts every tier in order: needs first, then time of request, then a recorded lot.
pub fn group(operation: &Operation, seed: u64) -> Vec<Group> {
    let people = &operation.people;
    let by_id: BTreeMap<&str, usize> = people.iter().enumerate().map(|(i, p)| (p.id.as_str(), i)).collect();
    let mut home = vec![0; people.len()];
    for (h, household) in operation.households.iter().enumerate() {
        household.members.iter().for_each(|m| home[*m] = h);
    }
    let mut parent: Vec<usize> = (0..operation.households.len()).collect();
    for (i, person) in people.iter().enumerate() {
        for other in person.accompanies.iter().filter_map(|id| by_id.get(id.as_str())) {
            join(&mut parent, home[i], home[*other]);
        }
    }
    let parts = joined(&mut parent);
    let mut convoys: BTreeMap<&str, usize> = BTreeMap::new();
    for (h, household) in operation.households.iter().enumerate() {
        if let Some(convoy) = &household.convoy {
            join(&mut parent, h, *convoys.entry(convoy).or_insert(h));
        }
    }
    let mut by_group: BTreeMap<usize, Vec<Vec<usize>>> = BTreeMap::new();
    for part in parts {
        by_group.entry(root(&mut parent, part[0])).or_default().push(part);
    }
    let mut groups: Vec<Group> = by_group.into_values().map(|parts| make(operation, parts)).collect();
    put_in_order(&mut groups, seed);
    groups
}

fn join(parent: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(parent, a), root(parent, b));
    parent[a.max(b)] = a.min(b);
}

/// Lists of those joined.
fn joined(parent: &mut [usize]) -> Vec<Vec<usize>> {
    let mut lists: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for h in 0..parent.len() {
        lists.entry(root(parent, h)).or_default().push(h);
    }
    lists.into_values().collect()
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

/// Room that people take who travel together: lying, in a wheelchair, on the lap of an adult (one each), or on a seat.
pub(crate) fn demand<'a>(people: impl Iterator<Item = &'a Person> + Clone) -> Capacity {
    let adults = people.clone().filter(|p| !p.child).count();
    let mut demand = Capacity::default();
    let mut laps = 0;
    for person in people {
        match &person.needs {
            n if n.stretcher => demand.stretchers += 1,
            n if n.wheelchair => demand.bays += 1,
            n if n.infant_lap && laps < adults => laps += 1,
            _ => demand.seats += 1,
        }
    }
    demand
}

fn make(operation: &Operation, parts: Vec<Vec<usize>>) -> Group {
    let mut households = parts.concat();
    households.sort_unstable();
    let members: Vec<usize> = households.iter().flat_map(|h| operation.households[*h].members.iter().copied()).collect();
    let people = || members.iter().map(|m| &operation.people[*m]);
    let mut needs = Needs::default();
    people().for_each(|p| needs.join(&p.needs));
    let demand = demand(people());
    let site = operation.households[households[0]].site.filter(|s| households.iter().all(|h| operation.households[*h].site == Some(*s)));
    Group {
        site,
        tier: households.iter().map(|h| operation.households[*h].tier).min().unwrap_or(4),
        destinations: destinations(operation, &members, &needs),
        fit_until: people().filter_map(|p| if let Fitness::Until(at) = p.fitness { Some(at) } else { None }).min(),
        requested: people().filter_map(|p| p.requested).min(),
        order: 0,
        needs,
        demand,
        members,
        households,
        parts,
    }
}

/// Destinations every member agreed to, that are unsafe for none, offer the services asked for and refuse no need; in the order of the first member's wishes.
fn destinations(operation: &Operation, members: &[usize], needs: &Needs) -> Vec<usize> {
    let people = || members.iter().map(|m| &operation.people[*m]);
    let words = needs.words();
    let fits = |d: &super::Destination| {
        people().all(|p| (p.wishes.is_empty() || p.wishes.contains(&d.place)) && !p.not_safe_for.contains(&d.place))
            && needs.services.iter().all(|s| d.services.contains(s))
            && !words.iter().any(|w| d.refuses.contains(*w))
    };
    let mut found: Vec<usize> = (0..operation.destinations.len()).filter(|d| fits(&operation.destinations[*d])).collect();
    let wishes = people().map(|p| &p.wishes).find(|w| !w.is_empty());
    found.sort_by_key(|d| wishes.and_then(|w| w.iter().position(|p| *p == operation.destinations[*d].place)).unwrap_or(usize::MAX));
    found
}

fn put_in_order(groups: &mut [Group], seed: u64) {
    let mut lots: Vec<u32> = (0..groups.len() as u32).collect();
    lots.shuffle(&mut rand_pcg::Pcg64::seed_from_u64(seed));
    let mut queue: Vec<usize> = (0..groups.len()).collect();
    queue.sort_by_key(|g| {
        let group = &groups[*g];
        (group.tier, std::cmp::Reverse(group.needs.points()), group.requested.is_none(), group.requested, lots[*g])
    });
    for (place, g) in queue.into_iter().enumerate() {
        groups[g].order = place as u32;
    }
}

/// Why a group can't be planned at all, before any vehicle or road is looked at; and what would lift it.
pub(super) fn consent_block(people: &[&Person]) -> Option<(Reason, Vec<Reason>)> {
    let count = |consent| people.iter().filter(|p| p.consent == consent).count();
    let all = people.len();
    let (refused, withdrawn, pending) = (count(Consent::Refused), count(Consent::Withdrawn), count(Consent::Pending));
    let say = |code: &str, n: usize| Reason::new(code).with("count", n).with("of", all);
    if refused > 0 {
        return Some((say("consent-refused", refused), vec![Reason::new("lift-offer-again")]));
    }
    if withdrawn > 0 {
        return Some((say("consent-withdrawn", withdrawn), vec![Reason::new("lift-offer-again")]));
    }
    (pending > 0).then(|| (say("consent-pending", pending), vec![Reason::new("lift-consent").with("count", pending)]))
}
