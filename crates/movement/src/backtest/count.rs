//! Which incidents lie near which road and near which place: the counting rule's geometry, apart from the threat surface.

use base::Point;
use roads::{Network, RoadIx};

/// Sets of incidents of one week, by position.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Hits(Vec<u64>);

impl Hits {
    /// The positions for which `hit` holds, of `count`.
    pub fn of(count: usize, hit: impl Fn(usize) -> bool) -> Self {
        let mut words = vec![0u64; count.div_ceil(64)];
        for (index, word) in words.iter_mut().enumerate() {
            for bit in 0..64.min(count - index * 64) {
                *word |= u64::from(hit(index * 64 + bit)) << bit;
            }
        }
        Self(words)
    }

    /// Adds those of another set.
    pub fn join(&mut self, other: &Self) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine |= theirs);
    }

    /// Takes out those of another set.
    pub fn remove(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine &= !theirs);
    }

    /// How many.
    pub fn len(&self) -> u64 {
        self.0.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// Whether a position is in the set.
    pub fn has(&self, position: usize) -> bool {
        self.0.get(position / 64).is_some_and(|word| word >> (position % 64) & 1 == 1)
    }
}

/// Incidents within `km` of a point.
pub(super) fn near_point(incidents: &[Point], point: Point, km: f64) -> Hits {
    Hits::of(incidents.len(), |i| incidents.get(i).is_some_and(|p| p.distance_km(point) <= km))
}

/// Incidents within `km` of the line of a road.
pub(super) fn near_road(network: &Network, road: RoadIx, incidents: &[Point], km: f64) -> Hits {
    let line: Vec<Point> = network.shape(road).collect();
    let pieces = || line.windows(2).filter_map(|w| Some((*w.first()?, *w.last()?)));
    Hits::of(incidents.len(), |i| incidents.get(i).is_some_and(|p| pieces().any(|(a, b)| p.distance_to_segment_km(a, b) <= km)))
}
