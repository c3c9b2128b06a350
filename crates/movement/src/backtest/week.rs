//! One start day: what happens in the days after it, and which pairs have an open road.

use super::count::{Hits, near_point, near_road};
use super::{Options, Pair};
use base::{Instant, Point};
use roads::{Cost, Heading, Network, Objective, RoadIx, Speeds, Weights, find_tree};
use std::collections::BTreeMap;
use threat::Report;

/// One start day.
#[derive(Debug, Clone)]
pub(super) struct Week {
    /// Its local midnight.
    pub day: Instant,
    /// Where incidents begin in the days after it.
    pub incidents: Vec<Point>,
    /// Those near each road.
    pub near_road: Vec<Hits>,
    /// Those near an end, by place.
    pub near_place: BTreeMap<usize, Hits>,
    /// Seconds (metres where no speed is known) of each road, none if it is closed that day.
    pub seconds: Vec<Option<u32>>,
    /// Pairs that have a route that day.
    pub open_pairs: Vec<usize>,
}

impl Week {
    /// Looks at the days after a start day.
    pub fn new(network: &Network, reports: &[Report], day: Instant, pairs: &[Pair], options: &Options) -> Self {
        let end = day.plus_seconds(i64::from(options.days) * 86_400);
        let incidents: Vec<Point> = reports.iter().filter(|r| day <= r.start && r.start < end).map(|r| r.point).collect();
        let near_road = network.roads().map(|(road, _)| near_road(network, road, &incidents, options.radius_km)).collect();
        let mut near_ends = BTreeMap::new();
        for place in pairs.iter().flat_map(|p| [p.from, p.to]) {
            if let Some(at) = network.places().get(place) {
                near_ends.entry(place).or_insert_with(|| near_point(&incidents, at.point, options.ends_km));
            }
        }
        let seconds = seconds(network, day);
        let weights = Weights::by_road(network, |road| Some(Cost { seconds: (*seconds.get(road.index())?)?, risk: 0 }));
        let mut trees = BTreeMap::new();
        for pair in pairs {
            let tree = || find_tree(network, &weights, Objective::FASTEST, pair.from_node, Heading::Outward);
            trees.entry(pair.from_node).or_insert_with(tree);
        }
        let open = |pair: &Pair| trees.get(&pair.from_node).and_then(Option::as_ref).is_some_and(|t| t.cost(pair.to_node).is_some());
        let open_pairs = pairs.iter().enumerate().filter(|(_, pair)| open(pair)).map(|(i, _)| i).collect();
        Self { day, incidents, near_road, near_place: near_ends, seconds, open_pairs }
    }

    /// Incidents that a route meets.
    pub fn met(&self, pair: &Pair, roads: impl Iterator<Item = RoadIx>) -> u64 {
        let mut hits = Hits::default();
        for near in roads.filter_map(|road| self.near_road.get(road.index())) {
            hits.join(near);
        }
        for end in [pair.from, pair.to] {
            if let Some(near) = self.near_place.get(&end) {
                hits.remove(near);
            }
        }
        hits.len()
    }
}

/// Driving seconds of each road open on a day; where no road says its class or speed, the shortest way counts as the fastest.
fn seconds(network: &Network, day: Instant) -> Vec<Option<u32>> {
    let speeds = Speeds::default();
    let timed = network.links().iter().any(|link| link.speed_kmh.is_some() || !network.class_name(link.class).is_empty());
    let cost = |(road, link): (RoadIx, &roads::Link)| if timed { speeds.seconds(network, road) } else { link.meters };
    network.roads().map(|(road, link)| (!link.is_closed(day)).then(|| cost((road, link)))).collect()
}
