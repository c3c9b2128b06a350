//! Shortest routes by Dijkstra's algorithm: one to one, one to all, all to one.

use crate::network::{ArcIx, Network, NodeIx};
use crate::radix::RadixHeap;
use crate::weights::{Objective, Route, Weights};
use std::collections::BTreeSet;

const NONE: u32 = u32::MAX;
const FAR: u64 = u64::MAX;

/// Which way a tree grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Along the arcs: from the root to everywhere.
    Outward,
    /// Against the arcs: from everywhere to the root.
    Inward,
}

/// Best routes between a root and every node.
#[derive(Debug, Clone)]
pub struct Tree {
    root: NodeIx,
    heading: Heading,
    cost: Vec<u64>,
    arc: Vec<u32>,
}

impl Tree {
    /// The root.
    pub fn root(&self) -> NodeIx {
        self.root
    }

    /// The cost of the best route between the root and a node, `None` if there is none.
    pub fn cost(&self, node: NodeIx) -> Option<u64> {
        self.cost.get(node.index()).copied().filter(|c| *c != FAR)
    }

    /// The best route between the root and a node (from the root if outward, to it if inward).
    pub fn route(&self, network: &Network, weights: &Weights, node: NodeIx) -> Option<Route> {
        self.cost(node)?;
        let (mut at, mut arcs) = (node, Vec::new());
        while at != self.root {
            let arc = ArcIx(*self.arc.get(at.index()).filter(|a| **a != NONE)?);
            arcs.push(arc);
            at = match self.heading {
                Heading::Outward => network.arc(arc).tail,
                Heading::Inward => network.arc(arc).head,
            };
        }
        let from = match self.heading {
            Heading::Outward => {
                arcs.reverse();
                self.root
            }
            Heading::Inward => node,
        };
        Some(Route::along(network, weights, from, arcs))
    }
}

/// The fastest route; `None` if there is none, or if weights or nodes are not of this network.
pub fn find_fastest(network: &Network, weights: &Weights, from: NodeIx, to: NodeIx) -> Option<Route> {
    find_best(network, weights, Objective::FASTEST, from, to)
}

/// The route that is best by an objective; of several equal ones always the same.
pub fn find_best(network: &Network, weights: &Weights, objective: Objective, from: NodeIx, to: NodeIx) -> Option<Route> {
    grow(network, weights, objective, from, Heading::Outward, &[to])?.route(network, weights, to)
}

/// Best routes between a root and every node; `None` if weights or root are not of this network.
pub fn find_tree(network: &Network, weights: &Weights, objective: Objective, root: NodeIx, heading: Heading) -> Option<Tree> {
    grow(network, weights, objective, root, heading, &[])
}

/// Best routes from a node to some others, and to those met on the way: as far as these lie, not to every node.
pub fn find_tree_to(network: &Network, weights: &Weights, objective: Objective, root: NodeIx, to: &[NodeIx]) -> Option<Tree> {
    if to.is_empty() { None } else { grow(network, weights, objective, root, Heading::Outward, to) }
}

/// A tree up to the last of some nodes; the whole one if none are named.
fn grow(network: &Network, weights: &Weights, objective: Objective, root: NodeIx, heading: Heading, until: &[NodeIx]) -> Option<Tree> {
    if !weights.fit(network, &[root]) {
        return None;
    }
    let mut tree = Tree { root, heading, cost: vec![FAR; network.node_count()], arc: vec![NONE; network.node_count()] };
    let mut awaited: BTreeSet<NodeIx> = until.iter().copied().collect();
    let mut heap = RadixHeap::new();
    tree.cost[root.index()] = 0;
    heap.push(0, root);
    while let Some((cost, node)) = heap.pop() {
        if cost > tree.cost[node.index()] {
            continue;
        }
        if awaited.remove(&node) && awaited.is_empty() {
            break;
        }
        let mut reach = |arc: ArcIx, next: NodeIx| {
            let Some(more) = objective.of(weights.get(arc)) else { return };
            let total = cost.saturating_add(more).min(FAR - 1);
            if total < tree.cost[next.index()] {
                tree.cost[next.index()] = total;
                tree.arc[next.index()] = arc.0;
                heap.push(total, next);
            }
        };
        match heading {
            Heading::Outward => network.arcs_from(node).for_each(|arc| reach(arc, network.arc(arc).head)),
            Heading::Inward => network.arcs_into(node).iter().for_each(|arc| reach(*arc, network.arc(*arc).tail)),
        }
    }
    Some(tree)
}
