//! Which trip of one plan is which of the other.

use crate::plan::Trip;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs trips: those that share most households, then the same vehicle, then the same number; the rest stay alone.
pub(super) fn pairs<'a>(old: &'a [Trip], new: &'a [Trip]) -> Vec<(Option<&'a Trip>, Option<&'a Trip>)> {
    let mut on: BTreeMap<&str, usize> = BTreeMap::new();
    for (t, trip) in old.iter().enumerate() {
        trip.households().for_each(|h| _ = on.insert(h, t));
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (n, trip) in new.iter().enumerate() {
        for o in trip.households().filter_map(|h| on.get(h).copied()) {
            *shared.entry((o, n)).or_default() += 1;
        }
    }
    let weigh = |((o, n), count): ((usize, usize), usize)| {
        let (a, b) = (old.get(o)?, new.get(n)?);
        Some(((count, a.vehicle == b.vehicle, a.id == b.id), Reverse((o, n))))
    };
    let mut candidates: Vec<_> = shared.into_iter().filter_map(weigh).collect();
    candidates.sort_unstable_by(|a, b| b.cmp(a));
    let (mut old_taken, mut new_taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, Reverse((o, n))) in candidates {
        if !old_taken.contains_key(&o) && !new_taken.contains(&n) {
            old_taken.insert(o, n);
            new_taken.insert(n);
        }
    }
    let mut pairs: Vec<(Option<&Trip>, Option<&Trip>)> =
        old.iter().enumerate().map(|(o, trip)| (Some(trip), old_taken.get(&o).and_then(|n| new.get(*n)))).collect();
    pairs.extend(new.iter().enumerate().filter(|(n, _)| !new_taken.contains(n)).map(|(_, trip)| (None, Some(trip))));
    pairs
}
