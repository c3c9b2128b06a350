//! What the threat surface says about every road and place of the network.

use super::Terms;
use crate::operation::Operation;
use base::Instant;
use roads::NodeIx;
use std::collections::BTreeMap;
use threat::{Field, Surface};

/// With more roads than this, what the surface says of them is sampled: within 1 %.
pub(crate) const MANY_ROADS: usize = 10_000;

/// Driving time and risk of every road for a vehicle of the usual speed, and the hazard at every place.
#[derive(Debug, Clone)]
pub struct RoadCosts {
    /// Seconds by road.
    pub seconds: Vec<u32>,
    /// Risk per person of crossing it, by road.
    pub risk: Vec<f64>,
    /// Hazard per person and hour by place of the network.
    pub places: Vec<f64>,
    by_node: BTreeMap<u32, usize>,
    floor: f64,
}

impl RoadCosts {
    /// Asks the surface about every road and place, as of the day the plan begins.
    pub fn new(operation: &Operation, surface: &Surface, terms: &Terms) -> Self {
        let network = &operation.network;
        let speeds = operation.settings.speeds();
        let at = terms.as_of.max(terms.from);
        let floor = operation.settings.hazards.floor_per_hour * terms.hazard_scale;
        let seconds: Vec<u32> = network.roads().map(|(road, _)| speeds.seconds(network, road)).collect();
        let mut field = (network.links().len() > MANY_ROADS).then(|| Field::new(surface, at));
        let risk = network.links().iter().zip(&seconds).map(|(link, seconds)| {
            let (a, b, hours) = (network.point(link.from), network.point(link.to), f64::from(*seconds) / 3600.0);
            let per_hour = match &mut field {
                Some(field) => field.segment_per_hour(a, b, hours),
                None => surface.segment_per_hour(a, b, at, hours),
            };
            per_hour.max(floor) * hours
        });
        let risk = risk.collect();
        let by_node = (0..network.places().len()).filter_map(|p| Some((network.node_of(p)?.0, p))).collect();
        let places = network.places().iter().map(|p| hazard(surface, p.point, at, floor)).collect();
        Self { risk, seconds, places, by_node, floor }
    }

    /// Hazard per person and hour of halting at a node: that of its place, or the floor on the open road.
    pub fn halt(&self, node: NodeIx) -> f64 {
        self.by_node.get(&node.0).and_then(|p| self.places.get(*p)).copied().unwrap_or(self.floor)
    }
}

/// Hazard per person and hour at a point; never below the floor: unknown is not safe.
fn hazard(surface: &Surface, point: base::Point, at: Instant, floor: f64) -> f64 {
    surface.hazard(point, at).per_hour.max(floor)
}
