//! Every best trade-off of time and risk between two nodes: BOA* (Hernández Ulloa, Yeoh, Baier, Zhang, Suazo and Koenig 2020),
//! with trade-offs taken early from the best ways ahead (Ahmadi, Tack, Harabor and Kilby 2021) and, where the search gets large,
//! the hull of the trade-offs as a sharper bound.

use crate::bounds::{Bounds, NO_WAY};
use crate::facets::Facets;
use crate::front::{Found, Front, Point};
use crate::network::{ArcIx, Network, NodeIx};
use crate::radix::RadixHeap;
use crate::weights::{Route, Weights};

const NO_LABEL: u32 = u32::MAX;
/// A search with more labels than this gets the sharper bounds, which cost about as much as so many labels; with many more, sharper ones yet.
const PATIENCE: usize = 400_000;

/// A way from the start to a node that may lead to a best trade-off.
#[derive(Clone, Copy)]
struct Label {
    risk: u64,
    /// The arc it came by; unused for the start.
    arc: u32,
    parent: u32,
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
    search(network, weights, bounds, from, PATIENCE)
}

/// The search, with sharper bounds from so many labels on.
pub(crate) fn search(network: &Network, weights: &Weights, bounds: &Bounds, from: NodeIx, patience: usize) -> Vec<Route> {
    if !weights.fit(network, &[from]) || !bounds.fit(network) || bounds.seconds(from).is_none() {
        return Vec::new();
    }
    let mut search = Search { network, weights, bounds, from, labels: Vec::new(), front: Front::default(), facets: None };
    search.run(patience);
    search.front.0.iter().map(|point| search.route(point.found)).collect()
}

struct Search<'a> {
    network: &'a Network,
    weights: &'a Weights,
    bounds: &'a Bounds,
    from: NodeIx,
    labels: Vec<Label>,
    front: Front,
    facets: Option<Facets>,
}

impl Search<'_> {
    fn run(&mut self, mut patience: usize) {
        let Self { network, weights, bounds, from, .. } = *self;
        let ahead = &bounds.ahead;
        let start = ahead[from.index()];
        let slowest = start.safest.1;
        // Risk that a label must stay below at its node.
        let mut at_node = vec![NO_WAY; network.node_count()];
        let mut heap = RadixHeap::new();
        self.labels.push(Label { risk: 0, arc: 0, parent: NO_LABEL });
        self.front.offer(Point { seconds: start.fastest.0, risk: start.fastest.1, found: Found::Fastest(0) });
        self.front.offer(Point { seconds: slowest, risk: start.safest.0, found: Found::Safest(0) });
        heap.push(start.fastest.0, 0);
        while let Some((seconds, number)) = heap.pop() {
            let label = self.labels[number as usize];
            let node = if label.parent == NO_LABEL { from } else { network.arc(ArcIx(label.arc)).head };
            let here = ahead[node.index()];
            let at_best = (seconds, label.risk + here.safest.0);
            let driven = seconds - here.fastest.0;
            if label.risk >= at_node[node.index()] || (at_best.1 >= self.front.risk_by(seconds) && number > 0) {
                continue;
            }
            if self.facets.as_ref().is_some_and(|facets| !facets.hopeful(node, (driven, label.risk), at_best)) {
                continue;
            }
            at_node[node.index()] = label.risk;
            self.offer(node, number, (driven, label.risk));
            if here.fastest.1 == here.safest.0 {
                continue;
            }
            let below = self.front.risk_by(seconds);
            for arc in network.arcs_from(node) {
                let cost = weights.get(arc);
                let head = network.arc(arc).head;
                let next = ahead[head.index()];
                if cost.is_barred() || next.fastest.0 == NO_WAY {
                    continue;
                }
                let so_far = (driven + u64::from(cost.seconds), label.risk + u64::from(cost.risk));
                let at_best = (so_far.0 + next.fastest.0, so_far.1 + next.safest.0);
                if so_far.1 >= at_node[head.index()] || at_best.1 >= below || at_best.0 >= slowest {
                    continue;
                }
                if self.facets.as_ref().is_some_and(|facets| !facets.hopeful(head, so_far, at_best)) {
                    continue;
                }
                heap.push(at_best.0, self.labels.len() as u32);
                self.labels.push(Label { risk: so_far.1, arc: arc.0, parent: number });
            }
            if self.labels.len() > patience {
                patience = patience.saturating_add(1).saturating_mul(if self.facets.is_none() { 8 } else { 4 });
                let rounds = if self.facets.is_none() { 3 } else { 1 };
                let facets = self.facets.get_or_insert_with(|| Facets::new(bounds, from));
                (0..rounds).for_each(|_| facets.halve(network, weights, bounds, from, &mut self.front));
            }
        }
    }

    /// Offers the ways that lead on from a label.
    fn offer(&mut self, node: NodeIx, number: u32, so_far: (u64, u64)) {
        let here = self.bounds.ahead[node.index()];
        let fastest = Point { seconds: so_far.0 + here.fastest.0, risk: so_far.1 + here.fastest.1, found: Found::Fastest(number) };
        let taken = self.front.offer(fastest);
        if let Some(facets) = &mut self.facets {
            if taken {
                facets.taken(fastest.seconds, &self.front);
            }
            let safest = Point { seconds: so_far.0 + here.safest.1, risk: so_far.1 + here.safest.0, found: Found::Safest(number) };
            if self.front.offer(safest) {
                facets.taken(safest.seconds, &self.front);
            }
            facets.offer(node, number, so_far, &mut self.front);
        }
    }

    fn route(&self, found: Found) -> Route {
        let (Found::Fastest(number) | Found::Safest(number) | Found::Weighed(number, _)) = found;
        let mut arcs = Vec::new();
        let mut label = self.labels[number as usize];
        while label.parent != NO_LABEL {
            arcs.push(ArcIx(label.arc));
            label = self.labels[label.parent as usize];
        }
        arcs.reverse();
        let node = arcs.last().map_or(self.from, |last| self.network.arc(*last).head);
        match (found, &self.facets) {
            (Found::Safest(_), _) => self.bounds.follow_safest(self.network, node, &mut arcs),
            (Found::Weighed(_, weighing), Some(facets)) => facets.follow(self.network, weighing, node, &mut arcs),
            _ => self.bounds.follow_fastest(self.network, node, &mut arcs),
        }
        Route::along(self.network, self.weights, self.from, arcs)
    }
}
