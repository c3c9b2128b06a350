//! A family of routes that spend more and more detour on safety: one price of risk for all pairs and weeks, found by distance alone.

use super::week::Week;
use super::{Met, Options, Pair, Traded};
use crate::build::MANY_ROADS;
use base::Point;
use roads::{Cost, Heading, Network, Objective, RoadIx, Weights, find_tree};
use std::cell::RefCell;
use std::collections::BTreeMap;
use threat::{Field, Params, Report, Surface};

/// Steps on the ladder of prices, each 1 % above the one before, from 1 to beyond 4 * 10^9 seconds per unit of risk.
const STEPS: u32 = 2_228;

/// Routes of all weeks under one way of seeing risk.
pub(super) struct Family<'a> {
    network: &'a Network,
    weeks: &'a [Week],
    pairs: &'a [Pair],
    weights: Vec<Weights>,
    fastest: Outcome,
    meters: RefCell<BTreeMap<u32, u64>>,
}

/// What all routes at one price did.
#[derive(Debug, Clone, Default)]
pub(super) struct Outcome {
    /// Together.
    pub met: Met,
    /// By pair.
    pub by_pair: Vec<Met>,
}

/// The same at an allowed detour.
pub(super) struct AtDetour {
    /// Together.
    pub traded: Traded,
    /// By pair.
    pub by_pair: Vec<Met>,
}

impl<'a> Family<'a> {
    /// Risk as a surface sees it from what was known on each start day: expected incidents x severity along each road.
    pub fn by_surface(
        network: &'a Network,
        weeks: &'a [Week],
        pairs: &'a [Pair],
        reports: &[Report],
        params: &Params,
        options: &Options,
    ) -> Self {
        let risk = |week: &Week| {
            let surface = Surface::new(reports, week.day, params);
            let middle = week.day.plus_seconds(i64::from(options.days) * 43_200);
            let mut field = (network.links().len() > MANY_ROADS).then(|| Field::new(&surface, middle));
            let mut per_hour = |a: Point, b: Point| match &mut field {
                Some(field) => field.segment_per_hour(a, b, 0.0),
                None => surface.segment_per_hour(a, b, middle, 0.0),
            };
            network.roads().map(|(road, _)| along(network, road, &mut per_hour, params, options)).collect()
        };
        Self::new(network, weeks, pairs, risk)
    }

    /// Risk as it turns out to be: incidents of the coming days near each road, half for those near its ends, which the next road shares.
    pub fn by_foresight(network: &'a Network, weeks: &'a [Week], pairs: &'a [Pair], options: &Options) -> Self {
        let risk = |week: &Week| {
            let of_road = |(road, link): (RoadIx, &roads::Link)| {
                let Some(near) = week.near_road.get(road.index()) else { return 0.0 };
                let ends = [network.point(link.from), network.point(link.to)];
                let at_end = |p: &Point| ends.iter().any(|end| p.distance_km(*end) <= options.radius_km);
                let hits = week.incidents.iter().enumerate().filter(|(i, _)| near.has(*i));
                hits.map(|(_, p)| if at_end(p) { 0.5 } else { 1.0 }).sum()
            };
            network.roads().map(of_road).collect()
        };
        Self::new(network, weeks, pairs, risk)
    }

    fn new(network: &'a Network, weeks: &'a [Week], pairs: &'a [Pair], risk: impl Fn(&Week) -> Vec<f64>) -> Self {
        let weights = weeks.iter().map(|week| {
            let risk = risk(week);
            Weights::by_road(network, |road| {
                let seconds = (*week.seconds.get(road.index())?)?;
                Some(Cost { seconds, ..Cost::new(0.0, *risk.get(road.index())?) })
            })
        });
        let weights = weights.collect();
        let mut family = Self { network, weeks, pairs, weights, fastest: Outcome::default(), meters: RefCell::default() };
        family.fastest = family.outcome(Objective::FASTEST);
        family
    }

    /// The fastest routes.
    pub fn fastest(&self) -> &Outcome {
        &self.fastest
    }

    /// The safest routes whose detour is at most so many percent on average; the highest such price of risk.
    ///
    /// With 0 percent allowed, up to a thousandth is: routes as good as equal in length.
    pub fn at(&self, allowed_percent: f64) -> AtDetour {
        let fastest = self.fastest.met.km * 1000.0;
        let most = fastest * (1.0 + allowed_percent.max(0.1) / 100.0);
        let (mut low, mut high) = (0, STEPS);
        while low < high {
            let middle = (low + high).div_ceil(2);
            if self.meters(middle) as f64 <= most { low = middle } else { high = middle - 1 }
        }
        let outcome = self.outcome(price(low));
        let share = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
        let traded = Traded {
            allowed_percent,
            detour_percent: share(outcome.met.km * 1000.0 - fastest, fastest).unwrap_or(0.0) * 100.0,
            incidents: outcome.met.incidents,
            ratio: share(outcome.met.incidents as f64, self.fastest.met.incidents as f64),
            km: outcome.met.km,
        };
        AtDetour { traded, by_pair: outcome.by_pair }
    }

    /// Total length at a step of the ladder; looked up if it was asked before.
    fn meters(&self, step: u32) -> u64 {
        if let Some(meters) = self.meters.borrow().get(&step) {
            return *meters;
        }
        let mut meters = 0;
        self.each_route(price(step), |_, _, route| meters += route.meters);
        self.meters.borrow_mut().insert(step, meters);
        meters
    }

    fn outcome(&self, objective: Objective) -> Outcome {
        let mut by_pair = vec![(0u64, 0u64); self.pairs.len()];
        self.each_route(objective, |week, index, route| {
            if let (Some(sum), Some(pair)) = (by_pair.get_mut(index), self.pairs.get(index)) {
                *sum = (sum.0 + week.met(pair, route.roads(self.network)), sum.1 + route.meters);
            }
        });
        let met = |(incidents, meters): (u64, u64)| Met { incidents, km: meters as f64 / 1000.0 };
        let all = by_pair.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        Outcome { met: met(all), by_pair: by_pair.into_iter().map(met).collect() }
    }

    fn each_route(&self, objective: Objective, mut take: impl FnMut(&Week, usize, &roads::Route)) {
        for (week, weights) in self.weeks.iter().zip(&self.weights) {
            let mut tree = None;
            for (index, pair) in week.open_pairs.iter().filter_map(|i| Some((*i, self.pairs.get(*i)?))) {
                // Pairs stand origin by origin, so one tree at a time is enough.
                if tree.as_ref().is_none_or(|t: &roads::Tree| t.root() != pair.from_node) {
                    tree = find_tree(self.network, weights, objective, pair.from_node, Heading::Outward);
                }
                if let Some(route) = tree.as_ref().and_then(|t| t.route(self.network, weights, pair.to_node)) {
                    take(week, index, &route);
                }
            }
        }
    }
}

/// A unit of risk at this step is worth `1.01^step` seconds; step 0 is next to nothing.
fn price(step: u32) -> Objective {
    Objective::weighing(1.01f64.powi(step as i32).round().min(f64::from(u32::MAX)) as u32)
}

/// Expected incidents x severity that are met along a road in the days of the options.
///
/// The hazard is of one circle of `radius_km` around a point; along a line of that many diameters so many of them are met.
fn along(network: &Network, road: RoadIx, per_hour: &mut impl FnMut(Point, Point) -> f64, params: &Params, options: &Options) -> f64 {
    let hours = f64::from(options.days) * 24.0;
    let line: Vec<Point> = network.shape(road).collect();
    let pieces = line.windows(2).filter_map(|w| Some((*w.first()?, *w.last()?)));
    let diameter = 2.0 * params.radius_km.max(0.1);
    pieces.map(|(a, b)| per_hour(a, b) * hours * a.distance_km(b) / diameter).sum()
}
