//! Sharper bounds for hard Pareto searches: the convex hull of the trade-offs, from searches by weighed costs.
//!
//! A weighing `a * seconds + b * risk` has a best way from every node. What a label still costs by it, at best, says how near it can
//! come to the known trade-offs; one that can't come between any two neighbours is hopeless (Aneja and Nair 1979 for the hull,
//! Raith and Ehrgott 2009 for the triangles).

use crate::bounds::{Bounds, NO_WAY, follow};
use crate::front::{Found, Front, Point};
use crate::network::{ArcIx, Network, NodeIx};
use crate::radix::RadixHeap;
use crate::weights::Weights;

/// Factors of a weighing are cut down to this, so that weighed costs don't overflow; any factors give bounds that hold.
const MOST_FACTOR: u64 = 1 << 24;

/// Factors of seconds and risk, and the best way by them from every node near enough to matter.
struct Weighing {
    factors: (u64, u64),
    /// Seconds and risk left from each node.
    left: Vec<(u64, u64)>,
    arc: Vec<u32>,
}

impl Weighing {
    fn of(&self, (seconds, risk): (u64, u64)) -> u64 {
        let (a, b) = self.factors;
        a.saturating_mul(seconds).saturating_add(b.saturating_mul(risk))
    }
}

/// A stretch of the hull between two neighbouring trade-offs on it.
struct Stretch {
    from: (u64, u64),
    to: (u64, u64),
    /// Weighings that bound it, each with the most that a way worth finding in this stretch may cost by it.
    planes: Vec<(usize, u64)>,
    /// Whether nothing lies below it, so that halving it gives nothing new.
    flat: bool,
}

/// The hull of the trade-offs from one start to the target of some bounds.
pub(crate) struct Facets {
    weighings: Vec<Weighing>,
    stretches: Vec<Stretch>,
}

impl Facets {
    /// One stretch from the fastest to the safest way, without bounds yet.
    pub(crate) fn new(bounds: &Bounds, from: NodeIx) -> Self {
        let start = bounds.ahead[from.index()];
        let (fastest, safest) = (start.fastest, (start.safest.1, start.safest.0));
        Self { weighings: Vec::new(), stretches: vec![Stretch { from: fastest, to: safest, planes: Vec::new(), flat: false }] }
    }

    /// Halves every stretch that is not flat by a search, side by side; trade-offs met are offered to the front.
    pub(crate) fn halve(&mut self, network: &Network, weights: &Weights, bounds: &Bounds, from: NodeIx, front: &mut Front) {
        let (open, mut stretches): (Vec<Stretch>, Vec<Stretch>) =
            std::mem::take(&mut self.stretches).into_iter().partition(|stretch| !stretch.flat);
        let found: Vec<Option<Weighing>> = std::thread::scope(|scope| {
            let search = |stretch: &Stretch| {
                let (from, to) = (stretch.from, stretch.to);
                let factors = shrink(from.1.saturating_sub(to.1), to.0.saturating_sub(from.0));
                scope.spawn(move || weighed(network, weights, bounds.to(), factors, (to.0, from.1)))
            };
            let running: Vec<_> = open.iter().map(search).collect();
            running.into_iter().map(|search| search.join().ok()).collect()
        });
        for (mut stretch, weighing) in open.into_iter().zip(found) {
            let Some(weighing) = weighing else {
                stretches.push(Stretch { flat: true, ..stretch });
                continue;
            };
            let number = self.weighings.len();
            let middle = weighing.left[from.index()];
            let below = weighing.of(middle) < weighing.of(stretch.from).min(weighing.of(stretch.to));
            self.weighings.push(weighing);
            stretch.planes.push((number, u64::MAX));
            if below && stretch.from.0 < middle.0 && middle.0 < stretch.to.0 {
                front.offer(Point { seconds: middle.0, risk: middle.1, found: Found::Weighed(0, number) });
                stretches.push(Stretch { to: middle, planes: stretch.planes.clone(), ..stretch });
                stretches.push(Stretch { from: middle, ..stretch });
            } else {
                stretches.push(Stretch { flat: true, ..stretch });
            }
        }
        stretches.sort_by_key(|stretch| stretch.from);
        self.stretches = stretches;
        (0..self.stretches.len()).for_each(|at| self.tighten(at, front));
    }

    /// Whether a way that has cost `so_far` up to a node and `at_best` in all may still be better than every known one.
    pub(crate) fn hopeful(&self, node: NodeIx, so_far: (u64, u64), at_best: (u64, u64)) -> bool {
        self.stretches.iter().filter(|stretch| stretch.to.0 > at_best.0 && stretch.from.1 > at_best.1).any(|stretch| {
            stretch.planes.iter().all(|(number, most)| {
                let weighing = &self.weighings[*number];
                let left = weighing.left[node.index()];
                left.0 != NO_WAY && weighing.of((so_far.0 + left.0, so_far.1 + left.1)) <= *most
            })
        })
    }

    /// Offers the ways that lead on from a label by every weighing.
    pub(crate) fn offer(&mut self, node: NodeIx, label: u32, so_far: (u64, u64), front: &mut Front) {
        for number in 0..self.weighings.len() {
            let left = self.weighings[number].left[node.index()];
            if left.0 != NO_WAY {
                let point = Point { seconds: so_far.0 + left.0, risk: so_far.1 + left.1, found: Found::Weighed(label, number) };
                if front.offer(point) {
                    self.taken(point.seconds, front);
                }
            }
        }
    }

    /// Takes note that the front has a new point.
    pub(crate) fn taken(&mut self, seconds: u64, front: &Front) {
        let at = self.stretches.partition_point(|stretch| stretch.to.0 <= seconds);
        if at < self.stretches.len() {
            self.tighten(at, front);
        }
    }

    /// What a way between two neighbours of the front may cost at most: a second and a millionth less than both together.
    fn tighten(&mut self, at: usize, front: &Front) {
        let stretch = &mut self.stretches[at];
        let known = front.between(stretch.from.0, stretch.to.0);
        for (number, most) in &mut stretch.planes {
            let weighing = &self.weighings[*number];
            let corner = |pair: &[Point]| weighing.of((pair[1].seconds.saturating_sub(1), pair[0].risk.saturating_sub(1)));
            *most = known.windows(2).map(corner).max().unwrap_or(0);
        }
    }

    /// Appends the arcs of the best way by a weighing.
    pub(crate) fn follow(&self, network: &Network, number: usize, from: NodeIx, arcs: &mut Vec<ArcIx>) {
        if let Some(weighing) = self.weighings.get(number) {
            follow(network, &weighing.arc, from, arcs);
        }
    }
}

/// Factors in about the same proportion, from 1 to [`MOST_FACTOR`].
fn shrink(a: u64, b: u64) -> (u64, u64) {
    let too_long = (u64::BITS - a.max(b).leading_zeros()).saturating_sub(MOST_FACTOR.ilog2());
    ((a >> too_long).max(1), (b >> too_long).max(1))
}

/// Best ways by weighed cost from everywhere to a target, left off where they cost more than `corner`.
fn weighed(network: &Network, weights: &Weights, to: NodeIx, factors: (u64, u64), corner: (u64, u64)) -> Weighing {
    let nodes = network.node_count();
    let mut weighing = Weighing { factors, left: vec![(NO_WAY, NO_WAY); nodes], arc: vec![u32::MAX; nodes] };
    let limit = weighing.of(corner);
    let mut best = vec![NO_WAY; nodes];
    let mut heap = RadixHeap::new();
    best[to.index()] = 0;
    weighing.left[to.index()] = (0, 0);
    heap.push(0, to.0);
    while let Some((key, node)) = heap.pop() {
        if key > limit {
            break;
        }
        if key > best[node as usize] {
            continue;
        }
        let left = weighing.left[node as usize];
        for arc in network.arcs_into(NodeIx(node)) {
            let cost = weights.get(*arc);
            if cost.is_barred() {
                continue;
            }
            let tail = network.arc(*arc).tail;
            let more = (left.0 + u64::from(cost.seconds), left.1 + u64::from(cost.risk));
            let total = weighing.of(more);
            if total < best[tail.index()] {
                best[tail.index()] = total;
                weighing.left[tail.index()] = more;
                weighing.arc[tail.index()] = arc.0;
                heap.push(total, tail.0);
            }
        }
    }
    weighing
}
