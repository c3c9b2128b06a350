//! What driving an arc costs, in seconds and in risk, and the routes that are chosen by it.

use crate::network::{ArcIx, Network, NodeIx, RoadIx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Parts of one unit of risk: risk is counted in whole millionths.
pub const RISK_UNIT: u32 = 1_000_000;

/// Seconds and risk of one arc.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cost {
    /// Driving time in seconds.
    pub seconds: u32,
    /// Risk in millionths of a unit ([`RISK_UNIT`]).
    pub risk: u32,
}

impl Cost {
    /// Of an arc that can't be driven.
    pub const BARRED: Self = Self { seconds: u32::MAX, risk: u32::MAX };

    /// From seconds and units of risk, rounded; what is not a number or below nothing counts as nothing.
    pub fn new(seconds: f64, risk: f64) -> Self {
        let most = f64::from(u32::MAX - 1);
        Self { seconds: seconds.round().clamp(0.0, most) as u32, risk: (risk * f64::from(RISK_UNIT)).round().clamp(0.0, most) as u32 }
    }

    /// For sums.
    pub(crate) fn pair(self) -> (u64, u64) {
        (u64::from(self.seconds), u64::from(self.risk))
    }

    /// Whether the arc can't be driven.
    pub fn is_barred(self) -> bool {
        self.seconds == u32::MAX
    }
}

/// The cost of every arc of one network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights(Vec<Cost>);

impl Weights {
    /// Asks for the cost of each arc; `None` bars it.
    pub fn by_arc(network: &Network, mut cost: impl FnMut(ArcIx) -> Option<Cost>) -> Self {
        Self((0..network.arcs().len() as u32).map(|arc| cost(ArcIx(arc)).unwrap_or(Cost::BARRED)).collect())
    }

    /// Asks for the cost of each link, the same both ways; `None` bars it.
    pub fn by_road(network: &Network, cost: impl FnMut(RoadIx) -> Option<Cost>) -> Self {
        let costs: Vec<Option<Cost>> = (0..network.links().len() as u32).map(RoadIx).map(cost).collect();
        Self::by_arc(network, |arc| costs[network.arc(arc).road.index()])
    }

    /// The cost of an arc.
    pub fn get(&self, arc: ArcIx) -> Cost {
        self.0[arc.index()]
    }

    /// The cost of every arc, by [`ArcIx`].
    pub fn costs(&self) -> &[Cost] {
        &self.0
    }

    /// Bars both ways along a link.
    pub fn bar(&mut self, network: &Network, road: RoadIx) {
        let link = network.link(road);
        for end in [link.from, link.to] {
            for arc in network.arcs_from(end).filter(|arc| network.arc(*arc).road == road) {
                self.0[arc.index()] = Cost::BARRED;
            }
        }
    }

    /// Whether these are weights of this network and the node is one of its nodes.
    pub(crate) fn fit(&self, network: &Network, nodes: &[NodeIx]) -> bool {
        self.0.len() == network.arcs().len() && nodes.iter().all(|node| node.index() < network.node_count())
    }
}

/// How seconds and risk are weighed into one cost: `seconds * per_second + risk * per_risk`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Objective {
    /// Cost of a second.
    pub per_second: u32,
    /// Cost of a millionth of a unit of risk.
    pub per_risk: u32,
}

impl Objective {
    /// Time alone.
    pub const FASTEST: Self = Self { per_second: 1, per_risk: 0 };
    /// Risk alone.
    pub const SAFEST: Self = Self { per_second: 0, per_risk: 1 };

    /// Time, with a unit of risk worth so many seconds (at most 4,294,967,295).
    pub fn weighing(seconds_per_risk_unit: u32) -> Self {
        Self { per_second: RISK_UNIT, per_risk: seconds_per_risk_unit }
    }

    /// The weighed cost of an arc; `None` if it is barred.
    pub fn of(self, cost: Cost) -> Option<u64> {
        (!cost.is_barred()).then(|| {
            let time = u64::from(cost.seconds) * u64::from(self.per_second);
            time.saturating_add(u64::from(cost.risk) * u64::from(self.per_risk))
        })
    }
}

/// A way from one node to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// Nodes in order, both ends included; one if they are the same.
    pub nodes: Vec<NodeIx>,
    /// Arcs in order, one fewer than nodes.
    pub arcs: Vec<ArcIx>,
    /// Driving time.
    pub seconds: u64,
    /// Risk in millionths of a unit ([`RISK_UNIT`]).
    pub risk: u64,
    /// Length.
    pub meters: u64,
}

impl Route {
    /// Sums up arcs that follow one another from `from`.
    pub fn along(network: &Network, weights: &Weights, from: NodeIx, arcs: Vec<ArcIx>) -> Self {
        let mut route = Self { nodes: vec![from], arcs, seconds: 0, risk: 0, meters: 0 };
        for arc in &route.arcs {
            let cost = weights.get(*arc);
            route.nodes.push(network.arc(*arc).head);
            route.seconds += u64::from(cost.seconds);
            route.risk += u64::from(cost.risk);
            route.meters += u64::from(network.meters(*arc));
        }
        route
    }

    /// The links it runs along, in order.
    pub fn roads<'a>(&'a self, network: &'a Network) -> impl Iterator<Item = RoadIx> + 'a {
        self.arcs.iter().map(|arc| network.arc(*arc).road)
    }

    /// Risk in units.
    pub fn risk_units(&self) -> f64 {
        self.risk as f64 / f64::from(RISK_UNIT)
    }

    /// Length in kilometres.
    pub fn km(&self) -> f64 {
        self.meters as f64 / 1000.0
    }
}

/// Speeds by road class in km/h, for links that say none themselves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Speeds {
    /// By class name.
    pub by_class: BTreeMap<String, f64>,
    /// For every other class.
    pub other_kmh: f64,
}

impl Default for Speeds {
    /// Speeds of loaded buses on open roads, after the car profile of OSRM, lowered for unpaved classes.
    fn default() -> Self {
        let table = [
            ("motorway", 90.0),
            ("motorway_link", 45.0),
            ("trunk", 80.0),
            ("trunk_link", 40.0),
            ("primary", 60.0),
            ("primary_link", 30.0),
            ("secondary", 50.0),
            ("secondary_link", 25.0),
            ("tertiary", 40.0),
            ("tertiary_link", 20.0),
            ("unclassified", 25.0),
            ("residential", 25.0),
            ("road", 25.0),
            ("living_street", 10.0),
            ("service", 15.0),
            ("track", 15.0),
        ];
        Self { by_class: table.into_iter().map(|(class, kmh)| (class.to_owned(), kmh)).collect(), other_kmh: 40.0 }
    }
}

impl Speeds {
    /// Speed of a class; never below 1 km/h.
    pub fn of_class(&self, class: &str) -> f64 {
        self.by_class.get(class).copied().unwrap_or(self.other_kmh).max(1.0)
    }

    /// Driving time of a link in seconds, rounded up.
    pub fn seconds(&self, network: &Network, road: RoadIx) -> u32 {
        let link = network.link(road);
        let kmh = link.speed_kmh.unwrap_or_else(|| self.of_class(network.class_name(link.class)));
        (f64::from(link.meters) * 3.6 / kmh.max(1.0)).ceil().clamp(0.0, f64::from(u32::MAX - 1)) as u32
    }
}
