//! What is left at best from every node to one target: the compass of the Pareto search, made once per target.

use crate::network::{ArcIx, Network, NodeIx};
use crate::ways::{NO_WAY, Pair, Ways, grow};
use crate::weights::Weights;

/// Best times and risks from every node of a network to one target, for any number of Pareto searches to it.
#[derive(Debug, Clone)]
pub struct Bounds {
    to: NodeIx,
    /// The fastest ways, the least risky ones if there are several.
    pub(crate) fastest: Ways,
    /// The safest ways, the fastest ones if there are several.
    pub(crate) safest: Ways,
}

impl Bounds {
    /// Two searches backwards from the target, side by side; `None` if weights or target are not of this network.
    pub fn new(network: &Network, weights: &Weights, to: NodeIx) -> Option<Self> {
        if !weights.fit(network, &[to]) {
            return None;
        }
        let [fastest, safest] = both(
            network,
            to,
            |_, _| true,
            |_, _| true,
            |node| {
                let open = network.arcs_into(NodeIx(node)).iter().filter(|arc| !weights.get(**arc).is_barred());
                open.map(|arc| (arc.0, network.arc(*arc).tail.0, weights.get(*arc).pair()))
            },
        )?;
        Some(Self { to, fastest, safest })
    }

    /// The target.
    pub fn to(&self) -> NodeIx {
        self.to
    }

    /// Seconds of the fastest way from a node, `None` if there is no way.
    pub fn seconds(&self, from: NodeIx) -> Option<u64> {
        self.fastest.costs.get(from.index()).map(|cost| cost.0).filter(|seconds| *seconds != NO_WAY)
    }

    /// Risk of the safest way from a node in millionths of a unit, `None` if there is no way.
    pub fn risk(&self, from: NodeIx) -> Option<u64> {
        self.safest.costs.get(from.index()).map(|cost| cost.1).filter(|risk| *risk != NO_WAY)
    }

    /// Whether they were made for a network of this size.
    pub(crate) fn fit(&self, network: &Network) -> bool {
        let known = |arc: ArcIx| arc.index() < network.arcs().len();
        [&self.fastest, &self.safest]
            .iter()
            .all(|ways| ways.costs.len() == network.node_count() && ways.steps().all(|arc| known(ArcIx(arc))))
    }

    /// The best ways from a start to every node, as long as it and the target may lie on a way better than the fastest and the safest.
    pub(crate) fn behind(&self, network: &Network, weights: &Weights, from: NodeIx) -> Option<[Ways; 2]> {
        let (fastest, safest) = (self.fastest.costs[from.index()], self.safest.costs[from.index()]);
        let near = move |node: u32, (seconds, risk): Pair| {
            let left = (self.fastest.costs[node as usize].0, self.safest.costs[node as usize].1);
            left.0 != NO_WAY && seconds + left.0 <= safest.0 && risk + left.1 <= fastest.1
        };
        both(
            network,
            from,
            move |node, (seconds, _)| near(node, (seconds, 0)),
            move |node, (_, risk)| near(node, (0, risk)),
            |node| {
                let open = network.arcs_from(NodeIx(node)).filter(|arc| !weights.get(*arc).is_barred());
                open.map(|arc| (arc.0, network.arc(arc).head.0, weights.get(arc).pair()))
            },
        )
    }
}

/// Fastest and safest ways, side by side; each grows over nodes that pass its test.
fn both<I: Iterator<Item = (u32, u32, Pair)>>(
    network: &Network,
    root: NodeIx,
    in_time: impl Fn(u32, Pair) -> bool + Send,
    in_risk: impl Fn(u32, Pair) -> bool,
    next: impl Fn(u32) -> I + Sync,
) -> Option<[Ways; 2]> {
    std::thread::scope(|scope| {
        let fastest = scope.spawn(|| grow(network.node_count(), root.0, |cost| cost, in_time, &next));
        let safest = grow(network.node_count(), root.0, |(seconds, risk)| (risk, seconds), in_risk, &next);
        Some([fastest.join().ok()?, safest])
    })
}
