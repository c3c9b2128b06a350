//! What is left at best from every node to one target: the compass of the Pareto search, made once per target.

use crate::network::{ArcIx, Network, NodeIx};
use crate::radix::RadixHeap;
use crate::weights::{Cost, Weights};

/// Stands for "no way".
pub(crate) const NO_WAY: u64 = u64::MAX;
const NO_ARC: u32 = u32::MAX;

/// The two extreme ways from a node to the target.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ahead {
    /// Seconds and risk of the fastest way, the least risky one if there are several; seconds [`NO_WAY`] if there is none.
    pub(crate) fastest: (u64, u64),
    /// Risk and seconds of the safest way, the fastest one if there are several.
    pub(crate) safest: (u64, u64),
}

/// Best times and risks from every node of a network to one target, for any number of Pareto searches to it.
#[derive(Debug, Clone)]
pub struct Bounds {
    to: NodeIx,
    pub(crate) ahead: Vec<Ahead>,
    fastest_arc: Vec<u32>,
    safest_arc: Vec<u32>,
}

impl Bounds {
    /// Two searches backwards from the target, side by side; `None` if weights or target are not of this network.
    pub fn new(network: &Network, weights: &Weights, to: NodeIx) -> Option<Self> {
        if !weights.fit(network, &[to]) {
            return None;
        }
        let ((fastest, fastest_arc), (safest, safest_arc)) = std::thread::scope(|scope| {
            let fastest = scope.spawn(|| lexicographic(network, weights, to, |cost| (cost.seconds, cost.risk)));
            let safest = lexicographic(network, weights, to, |cost| (cost.risk, cost.seconds));
            fastest.join().ok().map(|fastest| (fastest, safest))
        })?;
        let ahead = fastest.into_iter().zip(safest).map(|(fastest, safest)| Ahead { fastest, safest }).collect();
        Some(Self { to, ahead, fastest_arc, safest_arc })
    }

    /// The target.
    pub fn to(&self) -> NodeIx {
        self.to
    }

    /// Seconds of the fastest way from a node, `None` if there is no way.
    pub fn seconds(&self, from: NodeIx) -> Option<u64> {
        self.ahead.get(from.index()).map(|ahead| ahead.fastest.0).filter(|seconds| *seconds != NO_WAY)
    }

    /// Risk of the safest way from a node in millionths of a unit, `None` if there is no way.
    pub fn risk(&self, from: NodeIx) -> Option<u64> {
        self.ahead.get(from.index()).map(|ahead| ahead.safest.0).filter(|risk| *risk != NO_WAY)
    }

    /// Whether they were made for a network of this size.
    pub(crate) fn fit(&self, network: &Network) -> bool {
        self.ahead.len() == network.node_count()
            && self.fastest_arc.iter().all(|arc| *arc == NO_ARC || (*arc as usize) < network.arcs().len())
    }

    /// Appends the arcs of the fastest way from a node.
    pub(crate) fn follow_fastest(&self, network: &Network, from: NodeIx, arcs: &mut Vec<ArcIx>) {
        follow(network, &self.fastest_arc, from, arcs);
    }

    /// Appends the arcs of the safest way from a node.
    pub(crate) fn follow_safest(&self, network: &Network, from: NodeIx, arcs: &mut Vec<ArcIx>) {
        follow(network, &self.safest_arc, from, arcs);
    }
}

/// Appends the arcs that lead from a node to the root of a tree.
pub(crate) fn follow(network: &Network, by: &[u32], from: NodeIx, arcs: &mut Vec<ArcIx>) {
    let mut at = from;
    while let Some(arc) = by.get(at.index()).copied().filter(|arc| *arc != NO_ARC) {
        arcs.push(ArcIx(arc));
        at = network.arc(ArcIx(arc)).head;
    }
}

type Pair = (u64, u64);

/// For every node the best pair, compared by its first part, then its second, and the arc that starts the way.
fn lexicographic(network: &Network, weights: &Weights, to: NodeIx, order: impl Fn(Cost) -> (u32, u32)) -> (Vec<Pair>, Vec<u32>) {
    let mut best = vec![(NO_WAY, NO_WAY); network.node_count()];
    let mut by = vec![NO_ARC; network.node_count()];
    let mut heap = RadixHeap::new();
    best[to.index()] = (0, 0);
    heap.push(0, to.0);
    // A node is taken again if its second part got better at the same first part: last taken values tell.
    let mut taken = vec![NO_WAY; network.node_count()];
    while let Some((key, node)) = heap.pop() {
        let at = node as usize;
        let pair = best[at];
        if key > pair.0 || taken[at] <= pair.1 {
            continue;
        }
        taken[at] = pair.1;
        for arc in network.arcs_into(NodeIx(node)) {
            let cost = weights.get(*arc);
            if cost.is_barred() {
                continue;
            }
            let (first, second) = order(cost);
            let tail = network.arc(*arc).tail;
            let found = (pair.0 + u64::from(first), pair.1 + u64::from(second));
            if found < best[tail.index()] {
                best[tail.index()] = found;
                by[tail.index()] = arc.0;
                heap.push(found.0, tail.0);
            }
        }
    }
    (best, by)
}
