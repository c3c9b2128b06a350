//! Every best trade-off of time and risk between two nodes: BOA* (Hernández Ulloa, Yeoh, Baier, Zhang, Suazo and Koenig 2020),
//! with solutions taken early from the extreme ways ahead (Ahmadi, Tack, Harabor and Kilby 2021).

use crate::bounds::{Bounds, NO_WAY};
use crate::network::{ArcIx, Network, NodeIx};
use crate::radix::RadixHeap;
use crate::weights::{Route, Weights};

const NO_LABEL: u32 = u32::MAX;

/// A way from the start to a node that may lead to a best trade-off.
#[derive(Clone, Copy)]
struct Label {
    risk: u64,
    /// The arc it came by; unused for the start.
    arc: u32,
    parent: u32,
}

/// How one best trade-off is reached.
#[derive(Clone, Copy)]
enum Found {
    /// From a label on, by the fastest way.
    ThenFastest(u32),
    /// By the safest way all along.
    Safest,
}

/// Every route that no other route beats in time without losing in risk: one for each nondominated pair of seconds and risk,
/// fastest first, safest last. Empty if there is no way, or if weights or nodes are not of this network.
///
/// Costs are compared exactly.
pub fn pareto(network: &Network, weights: &Weights, from: NodeIx, to: NodeIx) -> Vec<Route> {
    Bounds::new(network, weights, to).map_or_else(Vec::new, |bounds| pareto_to(network, weights, &bounds, from))
}

/// The same as [`pareto`], with bounds made before by these weights.
pub fn pareto_to(network: &Network, weights: &Weights, bounds: &Bounds, from: NodeIx) -> Vec<Route> {
    if !weights.fit(network, &[from]) || !bounds.fit(network) || bounds.seconds(from).is_none() {
        return Vec::new();
    }
    let mut search = Search { labels: Vec::new(), found: Vec::new() };
    search.run(network, weights, bounds, from);
    search.found.iter().map(|(_, found)| search.route(network, weights, bounds, from, *found)).collect()
}

struct Search {
    labels: Vec<Label>,
    /// Seconds and how they are reached, by ascending seconds and descending risk.
    found: Vec<(u64, Found)>,
}

impl Search {
    fn run(&mut self, network: &Network, weights: &Weights, bounds: &Bounds, from: NodeIx) {
        let ahead = &bounds.ahead;
        let start = ahead[from.index()];
        let (least_risk, slowest) = start.safest;
        // Risk that a label must stay below: at its node, and altogether.
        let mut at_node = vec![NO_WAY; network.node_count()];
        let mut below = NO_WAY;
        let mut heap = RadixHeap::new();
        self.labels.push(Label { risk: 0, arc: 0, parent: NO_LABEL });
        heap.push(start.fastest.0, 0);
        while let Some((seconds, number)) = heap.pop() {
            let label = self.labels[number as usize];
            let node = if label.parent == NO_LABEL { from } else { network.arc(ArcIx(label.arc)).head };
            let here = ahead[node.index()];
            if label.risk >= at_node[node.index()] || label.risk + here.safest.0 >= below {
                continue;
            }
            at_node[node.index()] = label.risk;
            if label.risk + here.fastest.1 < below {
                below = label.risk + here.fastest.1;
                self.take(seconds, Found::ThenFastest(number));
            }
            if here.fastest.1 == here.safest.0 {
                continue;
            }
            let driven = seconds - here.fastest.0;
            for arc in network.arcs_from(node) {
                let cost = weights.get(arc);
                let head = network.arc(arc).head.index();
                let next = ahead[head];
                if cost.is_barred() || next.fastest.0 == NO_WAY {
                    continue;
                }
                let risk = label.risk + u64::from(cost.risk);
                let seconds = driven + u64::from(cost.seconds) + next.fastest.0;
                if risk >= at_node[head] || risk + next.safest.0 >= below || seconds >= slowest {
                    continue;
                }
                heap.push(seconds, self.labels.len() as u32);
                self.labels.push(Label { risk, arc: arc.0, parent: number });
            }
        }
        if below > least_risk {
            self.take(slowest, Found::Safest);
        }
    }

    /// Keeps a trade-off with less risk than all before; one that took as long is beaten.
    fn take(&mut self, seconds: u64, found: Found) {
        if self.found.last().is_some_and(|(before, _)| *before == seconds) {
            self.found.pop();
        }
        self.found.push((seconds, found));
    }

    fn route(&self, network: &Network, weights: &Weights, bounds: &Bounds, from: NodeIx, found: Found) -> Route {
        let mut arcs = Vec::new();
        match found {
            Found::Safest => bounds.follow_safest(network, from, &mut arcs),
            Found::ThenFastest(number) => {
                let mut label = self.labels[number as usize];
                let mut node = from;
                while label.parent != NO_LABEL {
                    arcs.push(ArcIx(label.arc));
                    label = self.labels[label.parent as usize];
                }
                arcs.reverse();
                if let Some(last) = arcs.last() {
                    node = network.arc(*last).head;
                }
                bounds.follow_fastest(network, node, &mut arcs);
            }
        }
        Route::along(network, weights, from, arcs)
    }
}
