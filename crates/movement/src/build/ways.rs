//! Which way is taken between two places: the best trade of time against risk, or the officer's own choice.

use super::Terms;
use super::calendar::{Calendar, merge};
use super::costs::RoadCosts;
use super::fleet::DrivingProfile;
use crate::operation::Operation;
use crate::problem::{Problem, Profile, Seconds, Stretch, Way};
use roads::{ArcIx, Cost, Network, NodeIx, Objective, RoadIx, Route, Tree, Weights, find_tree_to};

/// A leg is cut into stretches of at most this driving time where a vehicle may halt: at places always, at junctions if need be.
const LONGEST_STRETCH: Seconds = 3600;

/// A way that avoids every road closed in the days that are planned is taken unless it is longer than this factor.
const DETOUR_FOR_CERTAINTY: f64 = 1.3;

/// The chosen ways between all places, for each way of driving.
pub(super) fn profiles(
    operation: &Operation,
    costs: &RoadCosts,
    terms: &Terms,
    calendar: &Calendar,
    nodes: &[Option<NodeIx>],
    driving: &[DrivingProfile],
) -> Vec<Profile> {
    let shut = shut(operation, terms, calendar);
    driving.iter().map(|d| Choice::new(operation, costs, calendar, &shut, d).profile(terms, nodes)).collect()
}

/// A problem of travel alone: the ways of one vehicle between nodes, from a moment on.
pub(crate) fn ways_between(
    operation: &Operation,
    terms: &Terms,
    costs: &RoadCosts,
    vehicle: &crate::operation::Vehicle,
    nodes: &[NodeIx],
) -> Problem {
    travel_only(operation, terms, costs, nodes, super::fleet::profile_of(vehicle))
}

fn travel_only(operation: &Operation, terms: &Terms, costs: &RoadCosts, nodes: &[NodeIx], driving: DrivingProfile) -> Problem {
    let calendar = Calendar::new(operation, terms);
    let nodes: Vec<Option<NodeIx>> = nodes.iter().copied().map(Some).collect();
    let profiles = profiles(operation, costs, terms, &calendar, &nodes, &[driving]);
    Problem {
        horizon: operation.ends().0 - terms.from.0,
        day_starts: calendar.days.clone(),
        places: nodes.len(),
        travel: super::travel(operation, &calendar, profiles),
        ..Problem::default()
    }
}

/// A problem of travel alone: one way, along named places, for a vehicle of the usual speed; `None` if it can't be driven.
pub(crate) fn way_along(operation: &Operation, terms: &Terms, costs: &RoadCosts, names: &[String]) -> Option<Problem> {
    let ends = [operation.network.find_node(names.first()?)?, operation.network.find_node(names.last()?)?];
    let chosen = crate::plan::ChosenWay { places: names.to_vec() };
    let mut terms = terms.clone();
    terms.changes.chosen = vec![chosen];
    let problem = travel_only(operation, &terms, costs, &ends, (1.0_f64.to_bits(), std::collections::BTreeSet::new()));
    let way = problem.travel.profiles.first()?.ways.first()?.get(1)?.as_ref()?;
    let driven = way.stretches.iter().filter(|s| operation.network.place_at(NodeIx(s.to_node)).is_some()).count();
    (driven + 1 == names.len()).then_some(problem)
}

/// Spans in which each road can't be driven, with the margin before each closure.
fn shut(operation: &Operation, terms: &Terms, calendar: &Calendar) -> Vec<Vec<(Seconds, Seconds)>> {
    let margin = i64::from(operation.settings.driving.margin_minutes) * 60;
    let network = &operation.network;
    let mut shut: Vec<Vec<(Seconds, Seconds)>> = network
        .links()
        .iter()
        .map(|link| link.closed.iter().map(|s| (s.from.0 - terms.from.0 - margin, s.to.0 - terms.from.0)).collect())
        .collect();
    for closed in &terms.changes.closed {
        if let (Some(a), Some(b)) = (network.find_node(&closed.from), network.find_node(&closed.to)) {
            for road in network.roads_between(a, b) {
                shut[road.index()].push((closed.at.0 - terms.from.0 - margin, Seconds::MAX));
            }
        }
    }
    for (spans, link) in shut.iter_mut().zip(network.links()) {
        if link.night_closed {
            spans.extend(&calendar.dark);
        }
        if spans.len() > 1 {
            *spans = merge(std::mem::take(spans));
        }
    }
    shut
}

/// One way of driving, and the weights it sees.
struct Choice<'a> {
    operation: &'a Operation,
    costs: &'a RoadCosts,
    shut: &'a [Vec<(Seconds, Seconds)>],
    factor: f64,
    /// Roads closed for part of the time may be used.
    hopeful: Weights,
    /// Only roads open all the time; absent if the same.
    certain: Option<Weights>,
}

impl<'a> Choice<'a> {
    fn new(
        operation: &'a Operation,
        costs: &'a RoadCosts,
        calendar: &Calendar,
        shut: &'a [Vec<(Seconds, Seconds)>],
        driving: &DrivingProfile,
    ) -> Self {
        let network = &operation.network;
        let factor = f64::from_bits(driving.0);
        let horizon = operation.ends().0 - calendar.from().0;
        let longest = longest_drive(operation, calendar, horizon);
        let cost = |road: RoadIx| {
            let seconds = f64::from(costs.seconds[road.index()]) / factor;
            let class = network.class_name(network.link(road).class);
            let allowed = driving.1.is_empty() || driving.1.contains(class);
            (allowed && seconds <= longest as f64).then(|| Cost::new(seconds, costs.risk[road.index()] / factor))
        };
        let always = |road: RoadIx| shut[road.index()].iter().any(|s| s.0 <= 0 && s.1 >= horizon);
        let sometimes = |road: RoadIx| !network.link(road).night_closed && shut[road.index()].iter().any(|s| s.0 < horizon && s.1 > 0);
        let hopeful = Weights::by_road(network, |road| cost(road).filter(|_| !always(road)));
        let certain = network
            .roads()
            .any(|(road, _)| sometimes(road) && !always(road))
            .then(|| Weights::by_road(network, |road| cost(road).filter(|_| !sometimes(road))));
        Self { operation, costs, shut, factor, hopeful, certain }
    }

    fn profile(&self, terms: &Terms, nodes: &[Option<NodeIx>]) -> Profile {
        let ways = nodes.iter().map(|from| match from {
            Some(from) => self.ways_from(*from, nodes, terms),
            None => vec![None; nodes.len()],
        });
        Profile { ways: ways.collect() }
    }

    fn ways_from(&self, from: NodeIx, to: &[Option<NodeIx>], terms: &Terms) -> Vec<Option<Way>> {
        let hopeful = Trees::new(self.operation, &self.hopeful, from, to);
        let certain = self.certain.as_ref().map(|w| Trees::new(self.operation, w, from, to));
        let choose = |node: NodeIx| -> Option<Way> {
            if node == from {
                return Some(Way::default());
            }
            if let Some(way) = self.officers_choice(from, node, terms) {
                return Some(way);
            }
            let route = hopeful.route(self.operation, node);
            let sure = certain.as_ref().and_then(|t| t.route(self.operation, node));
            let route = match (route, sure) {
                (Some(route), Some(sure)) if sure.seconds as f64 <= route.seconds as f64 * DETOUR_FOR_CERTAINTY => Some(sure),
                (route, _) => route,
            };
            Some(self.way(&route?))
        };
        to.iter().map(|node| choose((*node)?)).collect()
    }

    /// The officer's way for this pair (either direction), if every part of it can be driven.
    fn officers_choice(&self, from: NodeIx, to: NodeIx, terms: &Terms) -> Option<Way> {
        let network = &self.operation.network;
        terms.changes.chosen.iter().rev().find_map(|chosen| {
            let mut nodes: Vec<NodeIx> = chosen.places.iter().map(|p| network.find_node(p)).collect::<Option<_>>()?;
            if nodes.first() == Some(&to) && nodes.last() == Some(&from) {
                nodes.reverse();
            }
            if nodes.first() != Some(&from) || nodes.last() != Some(&to) {
                return None;
            }
            route_along(network, &self.hopeful, &nodes).map(|route| self.way(&route))
        })
    }

    /// Cuts a route into stretches.
    fn way(&self, route: &Route) -> Way {
        let network = &self.operation.network;
        let mut way = Way::default();
        for arc in &route.arcs {
            let (tail, head, road) = (network.arc(*arc).tail, network.arc(*arc).head, network.arc(*arc).road);
            let seconds = (f64::from(self.costs.seconds[road.index()]) / self.factor).ceil() as Seconds;
            let cut = way.stretches.last().is_none_or(|s| network.place_at(tail).is_some() || s.seconds + seconds > LONGEST_STRETCH);
            if cut {
                way.stretches.push(Stretch {
                    seconds: 0,
                    meters: 0,
                    risk: 0.0,
                    halt_per_hour: self.costs.halt(tail),
                    shut: Vec::new(),
                    roads: Vec::new(),
                    from_node: tail.0,
                    to_node: tail.0,
                });
            }
            if let Some(stretch) = way.stretches.last_mut() {
                stretch.seconds += seconds;
                stretch.meters += u64::from(network.meters(*arc));
                stretch.risk += self.costs.risk[road.index()] / self.factor;
                stretch.shut.extend(&self.shut[road.index()]);
                stretch.roads.push(road.0);
                stretch.to_node = head.0;
            }
        }
        for stretch in way.stretches.iter_mut().filter(|s| s.shut.len() > 1) {
            stretch.shut = merge(std::mem::take(&mut stretch.shut));
        }
        way
    }
}

/// The longest time a road may take to be driven whole: a crew's day, and the longest span between two curfews.
fn longest_drive(operation: &Operation, calendar: &Calendar, horizon: Seconds) -> Seconds {
    let mut longest = if calendar.no_drive.is_empty() { horizon } else { 0 };
    let mut free = 0;
    for span in &calendar.no_drive {
        longest = longest.max(span.0 - free);
        free = span.1;
    }
    let crew = operation.settings.driving.max_drive_hours_per_day * 3600.0;
    if crew > 0.0 { longest.min(crew as Seconds) } else { longest }
}

/// Best and fastest trees from one node, as far as some others lie.
struct Trees<'a> {
    weights: &'a Weights,
    best: Option<Tree>,
    fastest: Option<Tree>,
    from: NodeIx,
}

impl<'a> Trees<'a> {
    fn new(operation: &Operation, weights: &'a Weights, from: NodeIx, to: &[Option<NodeIx>]) -> Self {
        let network = &operation.network;
        let to: Vec<NodeIx> = to.iter().copied().flatten().collect();
        let worth = (operation.settings.routing.hours_per_risk * 3600.0).clamp(0.0, 4e9) as u32;
        let tree = |objective| find_tree_to(network, weights, objective, from, &to);
        // Side by side: on a large network, this is where the time goes.
        let (best, fastest) = std::thread::scope(|scope| {
            let best = scope.spawn(|| tree(Objective::weighing(worth)));
            let fastest = tree(Objective::FASTEST);
            (best.join().ok().flatten(), fastest)
        });
        Self { weights, best, fastest, from }
    }

    /// The best route, or one nearer to the fastest if the best is longer than the officer allows.
    fn route(&self, operation: &Operation, to: NodeIx) -> Option<Route> {
        let network = &operation.network;
        let fastest = self.fastest.as_ref()?.route(network, self.weights, to)?;
        let longest = fastest.seconds as f64 * operation.settings.routing.longest_factor;
        let allowed = |route: &Route| route.seconds as f64 <= longest;
        if let Some(best) = self.best.as_ref().and_then(|t| t.route(network, self.weights, to)).filter(allowed) {
            return Some(best);
        }
        let mut worth = operation.settings.routing.hours_per_risk * 3600.0;
        for _ in 0..8 {
            worth /= 2.0;
            let found = roads::find_best(network, self.weights, Objective::weighing(worth.clamp(0.0, 4e9) as u32), self.from, to);
            if let Some(route) = found.filter(allowed) {
                return Some(route);
            }
        }
        Some(fastest)
    }
}

/// The route along nodes in order, by the quicker road where two lie side by side; `None` if a part can't be driven.
pub(super) fn route_along(network: &Network, weights: &Weights, nodes: &[NodeIx]) -> Option<Route> {
    let step = |pair: &[NodeIx]| -> Option<ArcIx> {
        let arcs = network.arcs_from(pair[0]).filter(|a| network.arc(*a).head == pair[1] && !weights.get(*a).is_barred());
        arcs.min_by_key(|a| weights.get(*a).seconds)
    };
    let arcs: Vec<ArcIx> = nodes.windows(2).map(step).collect::<Option<_>>()?;
    Some(Route::along(network, weights, *nodes.first()?, arcs))
}
