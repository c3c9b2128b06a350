//! Every best trade-off of time and risk between two nodes: BOA* (Hernández Ulloa, Yeoh, Baier, Zhang, Suazo and Koenig 2020),
//! with trade-offs taken early from the best ways ahead (Ahmadi, Tack, Harabor and Kilby 2021), on the part of the network that
//! the best ways of both ends, by time, by risk and by weighings of both, leave worth looking at.

use crate::bounds::Bounds;
use crate::compact::Compact;
use crate::contract::contract;
use crate::corridor::Corridor;
use crate::facets::Facets;
use crate::front::{Begin, By, Front, Point};
use crate::network::{ArcIx, Network, NodeIx};
use crate::radix::RadixHeap;
use crate::ways::{NO_WAY, Pair};
use crate::weights::{Route, Weights};

const NO_LABEL: u32 = u32::MAX;
/// A corridor with more arcs than this is worth a weighing of time and risk.
const PATIENCE: usize = 5_000;
/// Times that many arcs that are worth each further halving of the hull, before and after lesser junctions are taken out.
const BEFORE: [usize; 2] = [1, 50];
const AFTER: [usize; 2] = [2, 4];

/// A way from the start to a node that may lead to a best trade-off.
#[derive(Clone, Copy)]
struct Label {
    risk: u64,
    /// The arc of the corridor it came by; unused for the start.
    step: u32,
    parent: u32,
}

/// Every route that no other route beats in time without losing in risk: one for each nondominated pair of seconds and risk,
/// fastest first, safest last. Empty if there is no way, or if weights or nodes are not of this network.
///
/// Costs are compared exactly. A route meets a node twice only where the loop costs neither time nor risk.
pub fn pareto(network: &Network, weights: &Weights, from: NodeIx, to: NodeIx) -> Vec<Route> {
    Bounds::new(network, weights, to).map_or_else(Vec::new, |bounds| pareto_to(network, weights, &bounds, from))
}

/// The same as [`pareto`], with bounds made before by these weights.
pub fn pareto_to(network: &Network, weights: &Weights, bounds: &Bounds, from: NodeIx) -> Vec<Route> {
    search(network, weights, bounds, from, PATIENCE)
}

/// The search, with sharper bounds for a corridor of more arcs than `patience`.
pub(crate) fn search(network: &Network, weights: &Weights, bounds: &Bounds, from: NodeIx, patience: usize) -> Vec<Route> {
    if !weights.fit(network, &[from]) || !bounds.fit(network) || bounds.seconds(from).is_none() {
        return Vec::new();
    }
    let mut front = Front::default();
    let start = Begin::Node(from.0, By::Time);
    front.offer(Point::new(start, (0, 0), By::Time, bounds.fastest.costs[from.index()]));
    front.offer(Point::new(start, (0, 0), By::Risk, bounds.safest.costs[from.index()]));
    let Some(mut corridor) = Corridor::new(network, weights, bounds, from, &mut front) else { return Vec::new() };
    let mut facets = Facets::new(&front);
    for times in BEFORE {
        if corridor.held().len() > patience.saturating_mul(times) {
            facets.sharpen(&mut corridor, &mut front);
        }
    }
    contract(&mut corridor, &facets, &front);
    for times in AFTER {
        if corridor.held().len() > patience.saturating_mul(times) {
            facets.sharpen(&mut corridor, &mut front);
            contract(&mut corridor, &facets, &front);
        }
    }
    let compact = Compact::new(&corridor);
    let mut search = Search { left: facets.left(&compact.nodes), compact, labels: Vec::new(), front, facets };
    search.run();
    let whole = |point: &Point| Route::along(network, weights, from, search.arcs(network, bounds, &corridor, point));
    search.front.0.iter().map(whole).collect()
}

struct Search {
    compact: Compact,
    /// What is left from each node by each weighing.
    left: Vec<Pair>,
    labels: Vec<Label>,
    front: Front,
    facets: Facets,
}

impl Search {
    fn run(&mut self) {
        // Risk that a label must stay below at its node.
        let mut at_node = vec![NO_WAY; self.compact.nodes.len()];
        let mut heap = RadixHeap::new();
        self.labels.push(Label { risk: 0, step: 0, parent: NO_LABEL });
        heap.push(self.compact.around[self.compact.from as usize].fastest.0, (0, self.compact.from));
        while let Some((seconds, (number, node))) = heap.pop() {
            let risk = self.labels[number as usize].risk;
            let here = self.compact.around[node as usize];
            let so_far = (seconds - here.fastest.0, risk);
            if risk >= at_node[node as usize] || (number > 0 && !self.hopeful(node, so_far)) {
                continue;
            }
            at_node[node as usize] = risk;
            self.offer(node, number, so_far);
            if here.fastest.1 == here.safest.1 {
                continue;
            }
            let below = self.front.risk_by(seconds);
            for at in self.compact.range(node) {
                let onward = self.compact.onward[at];
                let so_far = (so_far.0 + onward.cost.0, risk + onward.cost.1);
                let at_best = self.compact.around[onward.head as usize].at_best(so_far);
                if so_far.1 >= at_node[onward.head as usize] || at_best.1 >= below || !self.hopeful(onward.head, so_far) {
                    continue;
                }
                heap.push(at_best.0, (self.labels.len() as u32, onward.head));
                self.labels.push(Label { risk: so_far.1, step: onward.step, parent: number });
            }
        }
    }

    fn hopeful(&self, node: u32, so_far: Pair) -> bool {
        let at_best = self.compact.around[node as usize].at_best(so_far);
        self.front.misses(at_best) && self.facets.leads_on(so_far, at_best, self.left_from(node))
    }

    fn left_from(&self, node: u32) -> &[Pair] {
        let count = self.facets.len();
        &self.left[node as usize * count..][..count]
    }

    /// Offers the ways that lead on from a label.
    fn offer(&mut self, node: u32, number: u32, so_far: Pair) {
        let here = self.compact.around[node as usize];
        let begin = Begin::Label(number);
        let mut offer = |then: By, left: Pair| {
            let point = Point::new(begin, so_far, then, left);
            if left.0 != NO_WAY && self.front.offer(point) {
                self.facets.taken(point.seconds, &self.front);
            }
        };
        offer(By::Time, here.fastest);
        offer(By::Risk, here.safest);
        let count = self.left.len() / self.compact.nodes.len();
        for weighing in 0..count {
            offer(By::Weighing(weighing), self.left[node as usize * count + weighing]);
        }
    }

    /// The arcs of the network by which a trade-off is reached.
    fn arcs(&self, network: &Network, bounds: &Bounds, corridor: &Corridor, point: &Point) -> Vec<ArcIx> {
        let (mut arcs, node) = match point.begin {
            Begin::Node(node, By::Weighing(by)) => {
                (corridor.unpack(self.facets.follow_behind(corridor, by, corridor.number(NodeIx(node)))), NodeIx(node))
            }
            Begin::Node(node, by) => (corridor.follow_behind(network, node, by), NodeIx(node)),
            Begin::Label(number) => {
                let mut steps = Vec::new();
                let mut label = self.labels[number as usize];
                while label.parent != NO_LABEL {
                    steps.push(label.step);
                    label = self.labels[label.parent as usize];
                }
                steps.reverse();
                let arcs = corridor.unpack(steps);
                let node = arcs.last().map_or(corridor.nodes[corridor.from as usize], |last| network.arc(*last).head);
                (arcs, node)
            }
        };
        let onward =
            |ways: &crate::ways::Ways| ways.follow(node.0, |arc| network.arc(ArcIx(arc)).head.0).into_iter().map(ArcIx).collect::<Vec<_>>();
        arcs.extend(match point.then {
            By::Time => onward(&bounds.fastest),
            By::Risk => onward(&bounds.safest),
            By::Weighing(by) => corridor.unpack(self.facets.follow_ahead(corridor, by, corridor.number(node))),
        });
        arcs
    }
}
