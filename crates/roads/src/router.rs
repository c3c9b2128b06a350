//! Many routes by one objective: by Dijkstra's algorithm on any network, by a hierarchy on large ones.

use crate::dijkstra::find_best;
#[cfg(feature = "cch")]
use crate::hierarchy::{Climb, Hierarchy};
use crate::network::{Network, NodeIx};
use crate::weights::{Objective, Route, Weights};

/// Answers route after route on one network by one objective.
pub struct Router<'a> {
    network: &'a Network,
    weights: Weights,
    objective: Objective,
    #[cfg(feature = "cch")]
    hierarchy: Option<&'a Hierarchy>,
    #[cfg(feature = "cch")]
    climb: Option<Climb<'a>>,
}

impl<'a> Router<'a> {
    /// Answers by Dijkstra's algorithm: nothing to prepare, right for networks of up to about 50,000 nodes.
    pub fn plain(network: &'a Network, weights: Weights, objective: Objective) -> Self {
        Self {
            network,
            weights,
            objective,
            #[cfg(feature = "cch")]
            hierarchy: None,
            #[cfg(feature = "cch")]
            climb: None,
        }
    }

    /// Answers by a hierarchy made for this network; by Dijkstra's algorithm if all costs together are more than 2,147,483,646.
    #[cfg(feature = "cch")]
    pub fn climbing(hierarchy: &'a Hierarchy, network: &'a Network, weights: Weights, objective: Objective) -> Self {
        let climb = Climb::new(hierarchy, network, &weights, objective);
        Self { network, weights, objective, hierarchy: Some(hierarchy), climb }
    }

    /// The weights it answers by.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Takes over other weights, as after a closure; few changes cost little.
    pub fn reweigh(&mut self, weights: Weights) {
        self.weights = weights;
        #[cfg(feature = "cch")]
        if let Some(hierarchy) = self.hierarchy
            && !self.climb.as_mut().is_some_and(|climb| climb.reweigh(&self.weights, self.objective))
        {
            self.climb = Climb::new(hierarchy, self.network, &self.weights, self.objective);
        }
    }

    /// The best route; `None` if there is none, or if weights or nodes are not of this network.
    pub fn route(&mut self, from: NodeIx, to: NodeIx) -> Option<Route> {
        #[cfg(feature = "cch")]
        if let Some(climb) = &mut self.climb {
            return Some(Route::along(self.network, &self.weights, from, climb.arcs(from, to)?));
        }
        find_best(self.network, &self.weights, self.objective, from, to)
    }
}
