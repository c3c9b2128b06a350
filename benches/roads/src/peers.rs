//! The peer: `fast_paths`, contraction hierarchies with a fixed metric.

use fast_paths::{FastGraph, InputGraph};
use roads::{ArcIx, Network, Weights};

/// Prepares the same graph; its weights must be at least 1.
pub fn prepare(network: &Network, weights: &Weights) -> FastGraph {
    let mut graph = InputGraph::new();
    for (i, arc) in network.arcs().iter().enumerate() {
        let cost = weights.get(ArcIx(i as u32));
        if !cost.is_barred() && arc.tail != arc.head {
            assert!(cost.seconds > 0, "the peer takes no arc without cost");
            graph.add_edge(arc.tail.0 as usize, arc.head.0 as usize, cost.seconds as usize);
        }
    }
    graph.freeze();
    fast_paths::prepare(&graph)
}
