//! Best ways between one node and all others, by an order of pairs of seconds and risk.

use crate::radix::RadixHeap;

/// Stands for "no way".
pub(crate) const NO_WAY: u64 = u64::MAX;
const NO_STEP: u32 = u32::MAX;

/// Seconds and risk.
pub(crate) type Pair = (u64, u64);

/// The best way between a root and each node.
#[derive(Debug, Clone)]
pub(crate) struct Ways {
    /// Seconds and risk by node; [`NO_WAY`] twice where there is no way or it was not looked for.
    pub(crate) costs: Vec<Pair>,
    step: Vec<u32>,
}

impl Ways {
    /// The arcs that ways begin with at a node other than the root.
    pub(crate) fn steps(&self) -> impl Iterator<Item = u32> + '_ {
        self.step.iter().copied().filter(|step| *step != NO_STEP)
    }

    /// The arcs from a node to the root, the nearest to the node first; `end` names the end of an arc that is nearer to the root.
    pub(crate) fn follow(&self, mut node: u32, end: impl Fn(u32) -> u32) -> Vec<u32> {
        let mut steps = Vec::new();
        while let Some(step) = self.step.get(node as usize).copied().filter(|step| *step != NO_STEP) {
            steps.push(step);
            node = end(step);
        }
        steps
    }
}

/// Best ways by `rank` of the whole cost, lowest first, which must not fall along a way. `next` names the arcs at a node, each with
/// the node that it leads to and its cost; from a node that does not pass, none is taken.
pub(crate) fn grow<I: Iterator<Item = (u32, u32, Pair)>>(
    nodes: usize,
    root: u32,
    rank: impl Fn(Pair) -> Pair,
    passes: impl Fn(u32, Pair) -> bool,
    next: impl Fn(u32) -> I,
) -> Ways {
    let mut ways = Ways { costs: vec![(NO_WAY, NO_WAY); nodes], step: vec![NO_STEP; nodes] };
    // A node is taken again if its second rank got better at the same first: the last taken tells.
    let mut taken = vec![NO_WAY; nodes];
    let mut heap = RadixHeap::new();
    ways.costs[root as usize] = (0, 0);
    heap.push(0, root);
    while let Some((key, node)) = heap.pop() {
        let at = node as usize;
        let cost = ways.costs[at];
        let ranked = rank(cost);
        if key > ranked.0 || taken[at] <= ranked.1 {
            continue;
        }
        taken[at] = ranked.1;
        if !passes(node, cost) {
            continue;
        }
        for (step, other, more) in next(node) {
            let total = (cost.0 + more.0, cost.1 + more.1);
            let known = &mut ways.costs[other as usize];
            let better = rank(total);
            if known.0 == NO_WAY || better < rank(*known) {
                *known = total;
                ways.step[other as usize] = step;
                heap.push(better.0, other);
            }
        }
    }
    ways
}
