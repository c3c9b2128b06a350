//! The queue by tier, kept so that the first of each kind is found at once.

use crate::problem::{Capacity, Problem, Seconds, Unit};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};

/// Units alike in all that decides whether a vehicle may take them: if it can't take one, it can't take another.
type Kind = (usize, Capacity, u64, Vec<usize>, (Seconds, Option<Seconds>, Option<Seconds>, bool, bool), (u32, u32, Option<usize>));

/// Tier, place in the tier's queue, unit.
pub(super) type Rank = (u8, u32, usize);

/// The first of a kind, and the kind.
pub(super) type Head = (Rank, usize);

/// Who still waits, by kind and by site, in the order of the queue.
#[derive(Default)]
pub(super) struct Queue {
    kind_of: Vec<usize>,
    by_kind: Vec<BTreeSet<Rank>>,
    heads: BTreeSet<Head>,
    by_site: BTreeMap<usize, BTreeSet<Rank>>,
}

impl Queue {
    /// Everyone not served yet.
    pub fn new(problem: &Problem, served: &[bool]) -> Self {
        let special: BTreeSet<usize> =
            problem.apart.iter().flat_map(|&(a, b)| [a, b]).chain(problem.convoys.iter().flatten().copied()).collect();
        let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
        let mut queue = Self::default();
        for (u, unit) in problem.units.iter().enumerate() {
            let n = kinds.len();
            let kind = *kinds.entry(kind(u, unit, &special)).or_insert(n);
            if kind == queue.by_kind.len() {
                queue.by_kind.push(BTreeSet::new());
            }
            queue.kind_of.push(kind);
            if served.get(u).copied().unwrap_or(false) {
                continue;
            }
            if let Some(members) = queue.by_kind.get_mut(kind) {
                members.insert(rank(u, unit));
            }
            queue.by_site.entry(unit.pickup).or_default().insert(rank(u, unit));
        }
        queue.heads = queue.by_kind.iter().enumerate().filter_map(|(k, members)| members.first().map(|&rank| (rank, k))).collect();
        queue
    }

    /// The first of a kind that comes next in the queue after `last`.
    pub fn head_after(&self, last: Option<Head>) -> Option<Head> {
        let from = last.map_or(Unbounded, Excluded);
        self.heads.range((from, Unbounded)).next().copied()
    }

    /// Everyone at a site, in the order of the queue.
    pub fn at_site(&self, site: usize) -> impl Iterator<Item = usize> {
        self.by_site.get(&site).into_iter().flatten().map(|&(_, _, u)| u)
    }

    /// Takes one out of the queue.
    pub fn leave(&mut self, problem: &Problem, u: usize) {
        let (Some(unit), Some(&kind)) = (problem.units.get(u), self.kind_of.get(u)) else { return };
        let rank = rank(u, unit);
        if let Some(members) = self.by_kind.get_mut(kind) {
            if let Some(&head) = members.first() {
                self.heads.remove(&(head, kind));
            }
            members.remove(&rank);
            if let Some(&head) = members.first() {
                self.heads.insert((head, kind));
            }
        }
        if let Some(site) = self.by_site.get_mut(&unit.pickup) {
            site.remove(&rank);
        }
    }
}

fn rank(u: usize, unit: &Unit) -> Rank {
    (unit.tier, unit.order, u)
}

/// Units that must be kept apart from someone, and parts of convoys, are a kind of their own.
fn kind(u: usize, unit: &Unit, special: &BTreeSet<usize>) -> Kind {
    let limits = (unit.ready, unit.arrive_by, unit.max_ride, unit.day_only, unit.second_adult);
    let own = special.contains(&u).then_some(u);
    (unit.pickup, unit.demand, unit.asks, unit.destinations.clone(), limits, (unit.people, unit.households, own))
}
