//! What is left of a corridor, side by side in memory, as the search goes over it.

use crate::corridor::{Around, Corridor};
use crate::ways::Pair;

/// An arc as the search meets it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Onward {
    /// Where it leads.
    pub(crate) head: u32,
    /// Its number in the corridor.
    pub(crate) step: u32,
    /// Seconds and risk.
    pub(crate) cost: Pair,
}

/// Nodes that have arcs, and those arcs by tail.
pub(crate) struct Compact {
    /// The number in the corridor of each node.
    pub(crate) nodes: Vec<u32>,
    /// What is around each node.
    pub(crate) around: Vec<Around>,
    first: Vec<u32>,
    /// The arcs, by tail.
    pub(crate) onward: Vec<Onward>,
    /// The start.
    pub(crate) from: u32,
}

impl Compact {
    /// Of the arcs that a corridor holds.
    pub(crate) fn new(corridor: &Corridor) -> Self {
        let stays = |node: &u32| *node == corridor.from || *node == corridor.to || !corridor.out.of(*node).is_empty();
        let nodes: Vec<u32> = (0..corridor.nodes.len() as u32).filter(stays).collect();
        let mut number = vec![u32::MAX; corridor.nodes.len()];
        nodes.iter().zip(0..).for_each(|(node, new)| number[*node as usize] = new);
        let around = nodes.iter().map(|node| corridor.around[*node as usize]).collect();
        let mut compact = Self { around, first: vec![0], onward: Vec::new(), from: number[corridor.from as usize], nodes };
        for node in &compact.nodes {
            let onward = corridor.out.of(*node).iter().map(|step| {
                let known = corridor.steps[*step as usize];
                Onward { head: number[known.head as usize], step: *step, cost: known.cost }
            });
            compact.onward.extend(onward.filter(|onward| onward.head != u32::MAX));
            compact.first.push(compact.onward.len() as u32);
        }
        compact
    }

    /// Where the arcs from a node are.
    pub(crate) fn range(&self, node: u32) -> std::ops::Range<usize> {
        self.first[node as usize] as usize..self.first[node as usize + 1] as usize
    }
}
