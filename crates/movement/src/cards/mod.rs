//! Route cards: the exact trade-offs of time and risk between two places, each told by its segments and the reports behind them.
//!
//! In: an operation, a day of knowledge, two places. Out: every best trade-off ([`all`]), and the two to five an officer wants to
//! compare ([`pick`]). Always true: no card beats another in both time and risk. Absent: people, vehicles.

mod timing;

pub use timing::Timing;

use crate::build::{RoadCosts, Terms};
use crate::operation::Operation;
use roads::{Cost, NodeIx, Objective, RoadIx, Route, Weights};
use serde::Serialize;
use threat::{Contribution, Surface};

/// How many reports are named for a segment.
const REPORTS_NAMED: usize = 5;

/// A stretch of road between two junctions or places.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Segment {
    /// Place or junction at its beginning.
    pub from: String,
    /// Place or junction at its end.
    pub to: String,
    /// Kilometres.
    pub km: f64,
    /// Driving hours.
    pub hours: f64,
    /// Risk per person of crossing it.
    pub risk: f64,
    /// Share of it from where nobody reports.
    pub unknown_share: f64,
    /// The reports behind the risk, largest first, with their share of it.
    pub reports: Vec<Contribution>,
}

/// One way, by its segments.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Card {
    /// Named places on the way, ends included.
    pub places: Vec<String>,
    /// Kilometres.
    pub km: f64,
    /// Driving hours of a vehicle of the usual speed.
    pub hours: f64,
    /// Risk per person: expected incidents x severity, on an expert-set scale.
    pub risk: f64,
    /// Segments in order.
    pub segments: Vec<Segment>,
    /// Whether this is the way the planner takes.
    pub chosen: bool,
}

/// What cards are drawn from: costs of every road as known on a day.
pub struct Deck<'a> {
    operation: &'a Operation,
    surface: Surface,
    costs: RoadCosts,
    weights: Weights,
    terms: Terms,
}

impl<'a> Deck<'a> {
    /// Looks at every road; roads closed at the start (by the data or the officer) are left out.
    pub fn new(operation: &'a Operation, terms: Terms) -> Self {
        let network = &operation.network;
        let surface = Surface::new(&operation.reports, terms.as_of, &operation.threat.clone().scaled(terms.hazard_scale));
        let costs = RoadCosts::new(operation, &surface, &terms);
        let by_officer: Vec<RoadIx> = terms
            .changes
            .closed
            .iter()
            .filter(|c| c.at <= terms.from)
            .filter_map(|c| Some(network.roads_between(network.find_node(&c.from)?, network.find_node(&c.to)?)))
            .flatten()
            .collect();
        let open = |road: RoadIx| !network.link(road).is_closed(terms.from) && !by_officer.contains(&road);
        let cost = |road: RoadIx| open(road).then(|| Cost::new(f64::from(costs.seconds[road.index()]), costs.risk[road.index()]));
        let weights = Weights::by_road(network, cost);
        Self { operation, surface, costs, weights, terms }
    }

    /// Every best trade-off, fastest first; empty if there is no way.
    pub fn all(&self, from: NodeIx, to: NodeIx) -> Vec<Route> {
        roads::pareto(&self.operation.network, &self.weights, from, to)
    }

    /// Which of the trade-offs the planner takes: the least of driving time and risk at the officer's rate, not longer than allowed.
    pub fn chosen(&self, routes: &[Route]) -> usize {
        let routing = &self.operation.settings.routing;
        let worth = Objective::weighing((routing.hours_per_risk * 3600.0).clamp(0.0, 4e9) as u32);
        let longest = routes.first().map_or(0.0, |r| r.seconds as f64) * routing.longest_factor;
        let cost = |r: &Route| u128::from(r.seconds) * u128::from(worth.per_second) + u128::from(r.risk) * u128::from(worth.per_risk);
        let allowed = routes.iter().enumerate().filter(|(_, r)| r.seconds as f64 <= longest);
        allowed.min_by_key(|(_, r)| cost(r)).map_or(0, |(i, _)| i)
    }

    /// A route told by its segments.
    pub fn card(&self, route: &Route, chosen: bool) -> Card {
        let network = &self.operation.network;
        let at = self.terms.as_of.max(self.terms.from);
        let label = |node: NodeIx| network.place_at(node).map_or_else(|| format!("junction {}", node.0), |p| p.name.clone());
        let segments: Vec<Segment> = route
            .arcs
            .iter()
            .map(|arc| {
                let arc = network.arc(*arc);
                let (a, b) = (network.point(arc.tail), network.point(arc.head));
                let hours = f64::from(self.costs.seconds[arc.road.index()]) / 3600.0;
                Segment {
                    from: label(arc.tail),
                    to: label(arc.head),
                    km: network.link(arc.road).km(),
                    hours,
                    risk: self.costs.risk[arc.road.index()],
                    unknown_share: self.surface.unknown_share(a, b, at),
                    reports: self.surface.explain_segment(a, b, at, hours, REPORTS_NAMED),
                }
            })
            .collect();
        let places = route.nodes.iter().filter_map(|n| network.place_at(*n)).map(|p| p.name.clone()).collect();
        Card { places, km: route.km(), hours: route.seconds as f64 / 3600.0, risk: segments.iter().map(|s| s.risk).sum(), segments, chosen }
    }
}

/// Two to five of the trade-offs, spread over the range from fastest to safest, the planner's among them; ascending positions.
pub fn pick(routes: &[Route], chosen: usize) -> Vec<usize> {
    const MOST: usize = 5;
    if routes.len() <= MOST {
        return (0..routes.len()).collect();
    }
    let mut picked: std::collections::BTreeSet<usize> = [0, chosen, routes.len() - 1].into();
    while picked.len() < MOST {
        // The one farthest (in time) from all picked ones tells most that is new.
        let gap = |i: usize| picked.iter().map(|p| routes[*p].seconds.abs_diff(routes[i].seconds)).min().unwrap_or(0);
        let Some(next) = (0..routes.len()).filter(|i| !picked.contains(i)).max_by_key(|i| (gap(*i), std::cmp::Reverse(*i))) else { break };
        picked.insert(next);
    }
    picked.into_iter().collect()
}
