//! Shortest routes on large networks by a customizable contraction hierarchy (Dibbelt, Strasser and Wagner 2016).
//!
//! The order and the shortcuts depend on the network alone and are made once; a change of weights only needs new shortcut
//! costs, and a few closed roads only those of the shortcuts that ran over them.

use crate::network::{ArcIx, Network, NodeIx};
use crate::weights::{Objective, Weights};
use cch::{Cch, INF_WEIGHT, Metric, graph::Graph, inertial_order};
use std::collections::BTreeSet;

/// Stands for "no parent" in the elimination tree.
const ROOT: u32 = u32::MAX;
/// Changes that are always worked in one by one.
const FEW: usize = 64;

/// The order and the shortcuts of one network, whatever its weights.
pub struct Hierarchy(Cch);

impl Hierarchy {
    /// Orders the nodes by where they lie, cutting the network in halves over and over, and adds shortcuts.
    pub fn new(network: &Network) -> Self {
        let nodes = network.node_count();
        let tail: Vec<u32> = network.arcs().iter().map(|arc| arc.tail.0).collect();
        let head: Vec<u32> = network.arcs().iter().map(|arc| arc.head.0).collect();
        let order = order(network);
        let mut first_out = vec![0u32; nodes + 1];
        tail.iter().for_each(|node| first_out[*node as usize + 1] += 1);
        for i in 0..nodes {
            first_out[i + 1] += first_out[i];
        }
        Self(Cch::build(&Graph { first_out, weight: vec![0; head.len()], head }, &order))
    }

    /// Shortcuts, for information.
    pub fn shortcuts(&self) -> usize {
        self.0.cch_arc_count()
    }

    fn fits(&self, network: &Network) -> bool {
        self.0.rank.len() == network.node_count() && self.0.input_arc_to_cch_arc.len() == network.arcs().len()
    }

    /// The shortcut between two nodes by rank, the lower one first.
    fn shortcut(&self, low: u32, high: u32) -> Option<usize> {
        let (first, end) = (self.0.up_first_out[low as usize] as usize, self.0.up_first_out[low as usize + 1] as usize);
        self.0.up_head[first..end].binary_search(&high).ok().map(|at| first + at)
    }

    /// Pairs of shortcuts from a node below both `x` and `y` to `x` and to `y`.
    fn below(&self, x: u32, y: u32) -> impl Iterator<Item = (usize, usize)> + '_ {
        let run = |node: u32| {
            let span = self.0.down_first_out[node as usize] as usize..self.0.down_first_out[node as usize + 1] as usize;
            (&self.0.down_head[span.clone()], &self.0.down_to_up[span])
        };
        let ((x_heads, x_ups), (y_heads, y_ups)) = (run(x), run(y));
        let (mut i, mut j) = (0, 0);
        std::iter::from_fn(move || {
            while i < x_heads.len() && j < y_heads.len() {
                match x_heads[i].cmp(&y_heads[j]) {
                    std::cmp::Ordering::Less => i += 1,
                    std::cmp::Ordering::Greater => j += 1,
                    std::cmp::Ordering::Equal => {
                        let pair = (x_ups[i] as usize, y_ups[j] as usize);
                        (i, j) = (i + 1, j + 1);
                        return Some(pair);
                    }
                }
            }
            None
        })
    }

    /// Arcs of the network along a shortcut: upward, then downward.
    fn arcs(&self, shortcut: usize) -> (impl Iterator<Item = u32> + '_, impl Iterator<Item = u32> + '_) {
        let cch = &self.0;
        let extra = |first: &[u32]| first[shortcut] as usize..first[shortcut + 1] as usize;
        let known = |arc: u32| (arc != u32::MAX).then_some(arc);
        let up = known(cch.forward_input_arc_of_cch[shortcut]);
        let down = known(cch.backward_input_arc_of_cch[shortcut]);
        let more_up = &cch.extra_forward_input_arc_of_cch[extra(&cch.first_extra_forward_input_arc_of_cch)];
        let more_down = &cch.extra_backward_input_arc_of_cch[extra(&cch.first_extra_backward_input_arc_of_cch)];
        (up.into_iter().chain(more_up.iter().copied()), down.into_iter().chain(more_down.iter().copied()))
    }
}

/// Dead ends and nodes that only lead on first, over and over: leaving them out joins at most two others and costs nothing; then the
/// rest by cuts.
fn order(network: &Network) -> Vec<u32> {
    let nodes = network.node_count();
    let mut beside: Vec<Vec<u32>> = vec![Vec::new(); nodes];
    for arc in network.arcs().iter().filter(|arc| arc.tail != arc.head) {
        beside[arc.tail.index()].push(arc.head.0);
        beside[arc.head.index()].push(arc.tail.0);
    }
    for near in &mut beside {
        near.sort_unstable();
        near.dedup();
    }
    let mut order = Vec::with_capacity(nodes);
    let mut taken = vec![false; nodes];
    let mut open: Vec<u32> = (0..nodes as u32).rev().filter(|node| beside[*node as usize].len() <= 2).collect();
    while let Some(node) = open.pop() {
        if std::mem::replace(&mut taken[node as usize], true) {
            continue;
        }
        order.push(node);
        let near = std::mem::take(&mut beside[node as usize]);
        for one in &near {
            let others = &mut beside[*one as usize];
            others.retain(|other| *other != node);
            others.extend(near.iter().filter(|other| *other != one));
            others.sort_unstable();
            others.dedup();
            if others.len() <= 2 && !taken[*one as usize] {
                open.push(*one);
            }
        }
    }
    let rest: Vec<u32> = (0..nodes as u32).filter(|node| !taken[*node as usize]).collect();
    if rest.is_empty() {
        return order;
    }
    let number = |node: u32| rest.binary_search(&node).unwrap_or_default() as u32;
    let pairs = || rest.iter().flat_map(|node| beside[*node as usize].iter().map(move |other| (*node, *other)));
    let (tail, head): (Vec<u32>, Vec<u32>) = pairs().map(|(a, b)| (number(a), number(b))).unzip();
    let point = |node: &u32| network.point(NodeIx(*node));
    let latitude: Vec<f32> = rest.iter().map(|node| point(node).lat as f32).collect();
    let longitude: Vec<f32> = rest.iter().map(|node| point(node).lon as f32).collect();
    let by_cuts = inertial_order(rest.len() as u32, &tail, &head, &latitude, &longitude);
    order.extend(by_cuts.into_iter().map(|at| rest[at as usize]));
    order
}

/// Costs of every arc and shortcut, and room to search in.
pub(crate) struct Climb<'a> {
    hierarchy: &'a Hierarchy,
    cost: Vec<u32>,
    metric: Metric,
    up: Vec<(u32, u32)>,
    down: Vec<(u32, u32)>,
}

impl<'a> Climb<'a> {
    /// Customizes; `None` if the hierarchy is not of this network or if costs could add up to more than it can hold (2,147,483,646).
    pub(crate) fn new(hierarchy: &'a Hierarchy, network: &Network, weights: &Weights, objective: Objective) -> Option<Self> {
        if !hierarchy.fits(network) || !weights.fit(network, &[]) {
            return None;
        }
        let cost = whole_costs(weights, objective)?;
        let metric = hierarchy.0.customize(&cost);
        let room = vec![(INF_WEIGHT, ROOT); network.node_count()];
        Some(Self { hierarchy, cost, metric, up: room.clone(), down: room })
    }

    /// Takes over new weights; few changes cost little. Gives `false`, and changes nothing, where `new` would give `None`.
    pub(crate) fn reweigh(&mut self, weights: &Weights, objective: Objective) -> bool {
        let Some(cost) = whole_costs(weights, objective).filter(|cost| cost.len() == self.cost.len()) else { return false };
        let changed: Vec<usize> = (0..cost.len()).filter(|arc| cost[*arc] != self.cost[*arc]).collect();
        self.cost = cost;
        if changed.len() > FEW.max(self.cost.len() / 100) {
            self.metric = self.hierarchy.0.customize(&self.cost);
        } else {
            self.recustomize(&changed);
        }
        true
    }

    /// Works upwards from the shortcuts of changed arcs as long as costs change.
    fn recustomize(&mut self, changed: &[usize]) {
        let cch = &self.hierarchy.0;
        let shortcut = |arc: &usize| Some(cch.input_arc_to_cch_arc[*arc]).filter(|shortcut| *shortcut != u32::MAX);
        let mut open: BTreeSet<u32> = changed.iter().filter_map(shortcut).collect();
        // Shortcuts are numbered by their lower end, and one is only built from shortcuts with a lower lower end.
        while let Some(number) = open.pop_first() {
            let at = number as usize;
            let (x, y) = (cch.up_tail[at], cch.up_head[at]);
            let (forth, back) = self.hierarchy.arcs(at);
            let mut forward = forth.map(|arc| self.cost[arc as usize]).min().unwrap_or(INF_WEIGHT);
            let mut backward = back.map(|arc| self.cost[arc as usize]).min().unwrap_or(INF_WEIGHT);
            for (to_x, to_y) in self.hierarchy.below(x, y) {
                forward = forward.min(self.metric.backward[to_x].saturating_add(self.metric.forward[to_y]));
                backward = backward.min(self.metric.forward[to_x].saturating_add(self.metric.backward[to_y]));
            }
            if (forward, backward) == (self.metric.forward[at], self.metric.backward[at]) {
                continue;
            }
            (self.metric.forward[at], self.metric.backward[at]) = (forward, backward);
            for z in &cch.up_head[cch.up_first_out[x as usize] as usize..cch.up_first_out[x as usize + 1] as usize] {
                if *z != y
                    && let Some(above) = self.hierarchy.shortcut(y.min(*z), y.max(*z))
                {
                    open.insert(above as u32);
                }
            }
        }
    }

    /// The arcs of a best way; `None` if there is none.
    pub(crate) fn arcs(&mut self, from: NodeIx, to: NodeIx) -> Option<Vec<ArcIx>> {
        let cch = &self.hierarchy.0;
        let (s, t) = (*cch.rank.get(from.index())?, *cch.rank.get(to.index())?);
        let meeting = self.meet(s, t);
        let arcs = meeting.map(|meeting| {
            let mut arcs = Vec::new();
            let mut steps = Vec::new();
            let mut x = meeting;
            while x != s {
                let below = self.up[x as usize].1;
                steps.push((below, x));
                x = below;
            }
            steps.reverse();
            x = meeting;
            while x != t {
                let below = self.down[x as usize].1;
                steps.push((x, below));
                x = below;
            }
            for (a, b) in steps {
                self.unpack(a, b, &mut arcs);
            }
            arcs
        });
        for (start, room) in [(s, &mut self.up), (t, &mut self.down)] {
            let mut x = start;
            while x != ROOT {
                room[x as usize] = (INF_WEIGHT, ROOT);
                x = cch.elimination_tree_parent[x as usize];
            }
        }
        arcs
    }

    /// Climbs from both ends and gives the node where the best way turns from upward to downward.
    fn meet(&mut self, s: u32, t: u32) -> Option<u32> {
        let parent = &self.hierarchy.0.elimination_tree_parent;
        self.up[s as usize] = (0, ROOT);
        self.down[t as usize] = (0, ROOT);
        let (mut a, mut b, mut best, mut meeting) = (s, t, INF_WEIGHT, None);
        // Ancestors have higher ranks, so that climbing always from the lower one meets at the lowest common ancestor.
        while a != b {
            if a < b {
                relax(&self.hierarchy.0, &self.metric.forward, &mut self.up, a, INF_WEIGHT);
                a = parent[a as usize];
            } else {
                relax(&self.hierarchy.0, &self.metric.backward, &mut self.down, b, INF_WEIGHT);
                b = parent[b as usize];
            }
        }
        while a != ROOT {
            let total = self.up[a as usize].0.saturating_add(self.down[a as usize].0);
            if total < best {
                (best, meeting) = (total, Some(a));
            }
            relax(&self.hierarchy.0, &self.metric.forward, &mut self.up, a, best);
            relax(&self.hierarchy.0, &self.metric.backward, &mut self.down, a, best);
            a = parent[a as usize];
        }
        meeting
    }

    /// Replaces a shortcut between two nodes by rank by the arcs it stands for.
    fn unpack(&self, from: u32, to: u32, arcs: &mut Vec<ArcIx>) {
        let mut open = vec![(from, to)];
        while let Some((from, to)) = open.pop() {
            let upward = from < to;
            let Some(at) = self.hierarchy.shortcut(from.min(to), from.max(to)) else { continue };
            let (forth, back) = self.hierarchy.arcs(at);
            let cost = if upward { self.metric.forward[at] } else { self.metric.backward[at] };
            let same = |arc: &u32| self.cost[*arc as usize] == cost;
            let direct = if upward { forth.into_iter().find(same) } else { back.into_iter().find(same) };
            if let Some(arc) = direct {
                arcs.push(ArcIx(arc));
                continue;
            }
            let fits = |(down, up): &(usize, usize)| self.metric.backward[*down].saturating_add(self.metric.forward[*up]) == cost;
            if let Some((down, _)) = self.hierarchy.below(from, to).find(fits) {
                let middle = self.hierarchy.0.up_tail[down];
                open.extend([(middle, to), (from, middle)]);
            }
        }
    }
}

fn relax(cch: &Cch, cost: &[u32], room: &mut [(u32, u32)], node: u32, below: u32) {
    let so_far = room[node as usize].0;
    if so_far >= below {
        return;
    }
    let span = cch.up_first_out[node as usize] as usize..cch.up_first_out[node as usize + 1] as usize;
    for (head, more) in cch.up_head[span.clone()].iter().zip(&cost[span]) {
        let total = so_far.saturating_add(*more);
        let slot = &mut room[*head as usize];
        if total < slot.0 {
            *slot = (total, node);
        }
    }
}

/// Costs in the hierarchy's numbers; `None` if a way could cost more than they hold.
fn whole_costs(weights: &Weights, objective: Objective) -> Option<Vec<u32>> {
    let mut sum = 0u64;
    weights
        .costs()
        .iter()
        .map(|cost| match objective.of(*cost) {
            None => Some(INF_WEIGHT),
            Some(cost) => {
                sum = sum.saturating_add(cost);
                (sum < u64::from(INF_WEIGHT)).then_some(cost as u32)
            }
        })
        .collect()
}
