//! Why each household stands where it stands, and why some are on no trip.
//!
//! In: the operation, what was built, the trips. Out: the queue and the waiting list of a [`Plan`](crate::plan::Plan). Always true:
//! every household is in the queue once; every waiting one has a reason and something that would lift it.

use crate::build::Built;
use crate::operation::{Group, Operation};
use crate::plan::{Queued, Trip, Waiting};
use crate::problem::{Capacity, Problem, Seconds, Solution, Unit};
use crate::schedule::{Rule, Shortest, fits, replay};
use base::{Instant, Reason};
use std::collections::BTreeMap;

/// Every household in the order of the queue, with its trip.
pub fn queue(operation: &Operation, groups: &[Group], trips: &[Trip]) -> Vec<Queued> {
    let mut seats: BTreeMap<&str, (u32, Instant, &str)> = BTreeMap::new();
    for trip in trips {
        for stop in &trip.stops {
            for household in &stop.board {
                let drop = trip.stops.iter().find(|s| s.alight.contains(household)).map_or("", |s| s.place.as_str());
                seats.insert(household, (trip.id, stop.depart, drop));
            }
        }
    }
    let mut order: Vec<&Group> = groups.iter().collect();
    order.sort_by_key(|g| g.order);
    let households = order.into_iter().flat_map(|g| g.households.iter().map(move |h| (g, *h)));
    households
        .map(|(group, h)| {
            let household = &operation.households[h];
            let seat = seats.get(household.id.as_str());
            Queued {
                household: household.id.clone(),
                people: household.members.len() as u32,
                tier: group.tier,
                site: household.site.map_or("", |s| operation.place_name(s)).to_owned(),
                trip: seat.map(|s| s.0),
                pickup: seat.map(|s| s.1),
                destination: seat.map(|s| s.2.to_owned()),
                reasons: standing(operation, group, h),
            }
        })
        .collect()
}

/// Why a household has its tier, and what puts it before or behind others of the tier.
fn standing(operation: &Operation, group: &Group, h: usize) -> Vec<Reason> {
    let household = &operation.households[h];
    let exposed = group.members.iter().map(|m| &operation.people[*m]).min_by_key(|p| p.tier.tier);
    let mut reasons: Vec<Reason> = exposed.map(|p| p.tier.reasons.clone()).unwrap_or_default();
    if group.tier < household.tier {
        reasons.push(Reason::new("tier-by-tie").with("tier", group.tier));
    } else if household.members.len() > 1 {
        reasons.push(Reason::new("tier-of-most-exposed").with("tier", group.tier));
    }
    if let Some(convoy) = &household.convoy {
        reasons.push(Reason::new("convoy-part").with("household", convoy).with("parts", group.parts.len()));
    }
    if group.needs.points() > 0 {
        reasons.push(Reason::new("order-needs").with("points", group.needs.points()));
    }
    match group.requested {
        Some(at) => reasons.push(Reason::new("order-requested").with("at", at)),
        None => reasons.push(Reason::new("order-lot")),
    }
    reasons
}

/// Households on no trip: those held before the search, and those the search found no room for.
pub fn waiting(operation: &Operation, built: &Built, solution: &Solution) -> Vec<Waiting> {
    let room = Room::new(built, solution);
    let held = built.held.iter().map(|h| (h.group, h.reason.clone(), h.lifts.clone()));
    let mut tried = Tried::new();
    let first = |u: &usize| *u == 0 || built.units[*u - 1] != built.units[*u];
    let left = solution.unserved.iter().filter(|u| first(u)).map(|u| {
        let (reason, lifts) = room.why(operation, built, *u, &mut tried);
        (built.units[*u], reason, lifts)
    });
    let mut all: Vec<(usize, Reason, Vec<Reason>)> = held.chain(left).collect();
    all.sort_by_key(|(g, ..)| built.groups[*g].order);
    let one = |(g, reason, lifts): (usize, Reason, Vec<Reason>)| {
        let group = &built.groups[g];
        group.households.iter().map(move |h| (*h, group.tier, reason.clone(), lifts.clone())).collect::<Vec<_>>()
    };
    all.into_iter()
        .flat_map(one)
        .map(|(h, tier, reason, lifts)| {
            let household = &operation.households[h];
            let site = household.site.map_or("", |s| operation.place_name(s)).to_owned();
            Waiting { household: household.id.clone(), people: household.members.len() as u32, tier, site, reason, lifts }
        })
        .collect()
}

/// All that decides whether a unit could travel if every vehicle were its own.
type Kind = (usize, Capacity, u64, Vec<usize>, (Seconds, Option<Seconds>, Option<Seconds>, bool, bool), (u32, u32));

/// The rule that keeps units of a kind from travelling, as far as it was looked for.
type Tried = BTreeMap<Kind, Option<Rule>>;

fn kind(unit: &Unit) -> Kind {
    let limits = (unit.ready, unit.arrive_by, unit.max_ride, unit.day_only, unit.second_adult);
    (unit.pickup, unit.demand, unit.asks, unit.destinations.clone(), limits, (unit.people, unit.households))
}

/// What is left at the destinations when all trips are driven.
struct Room {
    left: Vec<u32>,
    shortest: Shortest,
}

impl Room {
    fn new(built: &Built, solution: &Solution) -> Self {
        let mut left: Vec<u32> = built.problem.destinations.iter().map(|d| d.capacity).collect();
        for (d, units) in solution.trips.iter().flatten().flat_map(|t| &t.dropoffs) {
            let people: u32 = units.iter().map(|u| built.problem.units[*u].people).sum();
            left[*d] = left[*d].saturating_sub(people);
        }
        Self { left, shortest: Shortest::new(&built.problem) }
    }

    /// The rule that keeps a unit off every trip, and what would lift it.
    fn why(&self, operation: &Operation, built: &Built, u: usize, tried: &mut Tried) -> (Reason, Vec<Reason>) {
        let problem = &built.problem;
        let unit = &problem.units[u];
        let name = |d: usize| operation.place_name(built.places[problem.destinations[d].place]);
        let convoy = problem.convoys.iter().find(|parts| parts.contains(&u));
        let people = convoy.map_or(unit.people, |parts| parts.iter().map(|u| problem.units[*u].people).sum());
        let best = unit.destinations.iter().copied().max_by_key(|d| self.left[*d]);
        if let Some(d) = best.filter(|d| self.left[*d] < people) {
            let names: Vec<&str> = unit.destinations.iter().map(|d| name(*d)).collect();
            let lift = Reason::new("lift-places").with("count", people - self.left[d]).with("place", name(d));
            return (Reason::new("destination-full").with("destinations", names.join(", ")), vec![lift]);
        }
        match *tried.entry(kind(unit)).or_insert_with(|| alone(problem, &self.shortest, u, unit)) {
            None if convoy.is_some() => (
                Reason::new("convoy-not-in-time").with("parts", convoy.map_or(0, Vec::len)),
                vec![Reason::new("lift-vehicle"), Reason::new("lift-longer")],
            ),
            None => (Reason::new("no-vehicle-in-time"), vec![Reason::new("lift-vehicle"), Reason::new("lift-longer")]),
            Some(Rule::RideTooLong) => (
                Reason::new("ride-too-long").with("minutes", unit.max_ride.unwrap_or_default() / 60),
                vec![Reason::new("lift-nearer-destination")],
            ),
            Some(Rule::SingleAdult) => (Reason::new("no-second-adult").with("nb", "NB03"), vec![Reason::new("lift-second-adult")]),
            Some(Rule::Dark) => (Reason::new("only-by-day"), vec![Reason::new("lift-nearer-destination")]),
            Some(Rule::ArrivesTooLate) => (Reason::new("fitness-ends"), vec![Reason::new("lift-fitness")]),
            Some(Rule::GateClosed) => (Reason::new("destination-closed"), vec![Reason::new("lift-opening")]),
            Some(Rule::OutOfRange) => (Reason::new("out-of-range"), vec![Reason::new("lift-fuel")]),
            Some(Rule::DayFull) => (Reason::new("destination-day-too-small"), vec![Reason::new("lift-day-places")]),
            Some(_) => (
                Reason::new("no-way-in-time"),
                vec![Reason::new("lift-road").with("site", operation.place_name(built.places[unit.pickup]))],
            ),
        }
    }
}

/// The rule that keeps a unit from travelling even if every vehicle were its own; `None` if one could take it.
fn alone(problem: &Problem, shortest: &Shortest, u: usize, unit: &Unit) -> Option<Rule> {
    let mut rule = Some(Rule::NoWay);
    for (v, vehicle) in problem.vehicles.iter().enumerate() {
        let Some(configuration) = vehicle.configurations.iter().position(|c| fits(vehicle, *c, unit)) else { continue };
        for d in &unit.destinations {
            if let Some(forbids) = shortest.forbids(problem, vehicle.profile, unit, *d) {
                rule = Some(forbids).filter(|forbids| *forbids != Rule::NoWay).or(rule);
                continue;
            }
            if problem.destinations[*d].per_day < unit.people {
                rule = Some(Rule::DayFull);
                continue;
            }
            let trip = crate::problem::Trip {
                vehicle: v,
                configuration,
                pickups: vec![(unit.pickup, vec![u])],
                dropoffs: vec![(*d, vec![u])],
                not_before: 0,
                pace: None,
            };
            match replay(problem, v, std::slice::from_ref(&trip)) {
                Ok(_) => return None,
                Err(breach) if breach.rule != Rule::NoWay => rule = Some(breach.rule),
                Err(_) => {}
            }
        }
    }
    rule
}
