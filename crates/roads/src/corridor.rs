//! The part of a network that may lie on a best trade-off between two nodes.

use crate::bounds::Bounds;
use crate::front::{Begin, By, Front, Point};
use crate::network::{ArcIx, Network, NodeIx};
use crate::ways::{NO_WAY, Pair, Ways, grow};
use crate::weights::Weights;

/// Costs at best of the two parts of a way through a node.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Around {
    /// From the start: the least seconds, and the least risk, be it on another way.
    pub(crate) behind: Pair,
    /// By the fastest way to the target.
    pub(crate) fastest: Pair,
    /// By the safest way to the target.
    pub(crate) safest: Pair,
}

impl Around {
    /// What a way costs at best that has cost so much up to here.
    pub(crate) fn at_best(&self, so_far: Pair) -> Pair {
        (so_far.0 + self.fastest.0, so_far.1 + self.safest.1)
    }
}

/// What an arc of the corridor stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Made {
    /// An arc of the network.
    Arc(ArcIx),
    /// Two arcs of the corridor, one after the other.
    Both(u32, u32),
}

/// An arc between two nodes of the corridor.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub(crate) tail: u32,
    pub(crate) head: u32,
    pub(crate) cost: Pair,
    pub(crate) made: Made,
}

/// Numbers of arcs by node, side by side in memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Runs {
    first: Vec<u32>,
    numbers: Vec<u32>,
}

impl Runs {
    fn new(nodes: usize, steps: &[Step], kept: &[u32], end: impl Fn(&Step) -> u32) -> Self {
        let mut first = vec![0; nodes + 1];
        kept.iter().for_each(|number| first[end(&steps[*number as usize]) as usize + 1] += 1);
        (0..nodes).for_each(|node| first[node + 1] += first[node]);
        let (mut next, mut numbers) = (first.clone(), vec![0; kept.len()]);
        for number in kept {
            let slot = &mut next[end(&steps[*number as usize]) as usize];
            numbers[*slot as usize] = *number;
            *slot += 1;
        }
        Self { first, numbers }
    }

    pub(crate) fn of(&self, node: u32) -> &[u32] {
        &self.numbers[self.first[node as usize] as usize..self.first[node as usize + 1] as usize]
    }
}

/// Nodes numbered anew, in the order of the network, and the arcs among them.
pub(crate) struct Corridor {
    pub(crate) nodes: Vec<NodeIx>,
    pub(crate) around: Vec<Around>,
    pub(crate) steps: Vec<Step>,
    /// Arcs by tail and by head.
    pub(crate) out: Runs,
    pub(crate) into: Runs,
    pub(crate) from: u32,
    pub(crate) to: u32,
    behind: [Ways; 2],
}

impl Corridor {
    /// Offers the front all ways that go by the fastest or safest way to some node, and on by the fastest or safest one;
    /// keeps the nodes and arcs that may lie on a better one.
    pub(crate) fn new(network: &Network, weights: &Weights, bounds: &Bounds, from: NodeIx, front: &mut Front) -> Option<Self> {
        let behind = bounds.behind(network, weights, from)?;
        let [by_time, by_risk] = [&behind[0].costs, &behind[1].costs];
        let met = |node: usize| by_time[node].0 != NO_WAY && by_risk[node].0 != NO_WAY && bounds.fastest.costs[node].0 != NO_WAY;
        for node in (0..network.node_count()).filter(|node| met(*node)) {
            for (then, left) in [(By::Time, bounds.fastest.costs[node]), (By::Risk, bounds.safest.costs[node])] {
                for (begin, so_far) in [(By::Time, by_time[node]), (By::Risk, by_risk[node])] {
                    front.offer(Point::new(Begin::Node(node as u32, begin), so_far, then, left));
                }
            }
        }
        let around = |node: usize| Around {
            behind: (by_time[node].0, by_risk[node].1),
            fastest: bounds.fastest.costs[node],
            safest: bounds.safest.costs[node],
        };
        let ends = [from.index(), bounds.to().index()];
        let kept = |node: &usize| {
            let around = around(*node);
            ends.contains(node) || met(*node) && front.misses(around.at_best(around.behind))
        };
        let nodes: Vec<NodeIx> = (0..network.node_count()).filter(kept).map(|node| NodeIx(node as u32)).collect();
        let mut number = vec![u32::MAX; network.node_count()];
        nodes.iter().zip(0..).for_each(|(node, new)| number[node.index()] = new);
        let around = nodes.iter().map(|node| around(node.index())).collect();
        let mut steps = Vec::new();
        for (node, tail) in nodes.iter().zip(0..) {
            steps.extend(network.arcs_from(*node).filter_map(|arc| {
                let (cost, head) = (weights.get(arc), number[network.arc(arc).head.index()]);
                (!cost.is_barred() && head != u32::MAX && head != tail).then(|| Step {
                    tail,
                    head,
                    cost: cost.pair(),
                    made: Made::Arc(arc),
                })
            }));
        }
        let (from, to) = (number[ends[0]], number[ends[1]]);
        let mut corridor = Self { nodes, around, steps, out: Runs::default(), into: Runs::default(), from, to, behind };
        let hopeful = |number: &u32| front.misses(corridor.at_best(&corridor.steps[*number as usize]));
        let held: Vec<u32> = (0..corridor.steps.len() as u32).filter(hopeful).collect();
        corridor.hold(&held);
        Some(corridor)
    }

    /// What a way over an arc costs at best.
    pub(crate) fn at_best(&self, step: &Step) -> Pair {
        let behind = self.around[step.tail as usize].behind;
        self.around[step.head as usize].at_best((behind.0 + step.cost.0, behind.1 + step.cost.1))
    }

    /// Of the arcs held, goes on with those that a test lets stay.
    pub(crate) fn keep(&mut self, test: impl Fn(&Self, &Step) -> bool) {
        let kept: Vec<u32> = self.held().iter().copied().filter(|step| test(self, &self.steps[*step as usize])).collect();
        self.hold(&kept);
    }

    /// Goes on with these arcs only.
    pub(crate) fn hold(&mut self, kept: &[u32]) {
        self.out = Runs::new(self.nodes.len(), &self.steps, kept, |step| step.tail);
        self.into = Runs::new(self.nodes.len(), &self.steps, kept, |step| step.head);
    }

    /// The arcs held, by number.
    pub(crate) fn held(&self) -> &[u32] {
        &self.out.numbers
    }

    /// Best ways by an order, from the start or to the target.
    pub(crate) fn ways(&self, outward: bool, rank: impl Fn(Pair) -> Pair, passes: impl Fn(u32, Pair) -> bool) -> Ways {
        let (root, arcs) = if outward { (self.from, &self.out) } else { (self.to, &self.into) };
        grow(self.nodes.len(), root, rank, passes, |node| {
            arcs.of(node).iter().map(move |number| {
                let step = self.steps[*number as usize];
                (*number, if outward { step.head } else { step.tail }, step.cost)
            })
        })
    }

    /// The arcs of the network that arcs stand for, in order.
    pub(crate) fn unpack(&self, steps: Vec<u32>) -> Vec<ArcIx> {
        let (mut arcs, mut stack) = (Vec::new(), steps);
        stack.reverse();
        while let Some(step) = stack.pop() {
            match self.steps[step as usize].made {
                Made::Arc(arc) => arcs.push(arc),
                Made::Both(first, second) => stack.extend([second, first]),
            }
        }
        arcs
    }

    /// Its number of a node of the network that it has.
    pub(crate) fn number(&self, node: NodeIx) -> u32 {
        self.nodes.partition_point(|known| *known < node) as u32
    }

    /// The arcs from the start to a node of the network by the fastest or safest way.
    pub(crate) fn follow_behind(&self, network: &Network, node: u32, by: By) -> Vec<ArcIx> {
        let ways = &self.behind[usize::from(by == By::Risk)];
        ways.follow(node, |arc| network.arc(ArcIx(arc)).tail.0).into_iter().rev().map(ArcIx).collect()
    }
}
