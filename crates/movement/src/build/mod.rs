//! From an operation to the numbers of a planning problem, and the names to find the way back.
//!
//! In: an operation, a day of knowledge, changes by the officer. Out: a [`Built`]: the [`Problem`], who is held back before any
//! search and why, and which place, vehicle and household each index stands for. Always true: each group of the operation is
//! either one unit of the problem (one for each part, if it travels in convoy) or held with a reason. Absent: choice of trips.

mod calendar;
mod costs;
mod fleet;
mod held;
mod ways;

pub use calendar::Calendar;
pub(crate) use costs::MANY_ROADS;
pub use costs::RoadCosts;
pub(crate) use ways::{way_along, ways_between};

use crate::operation::{Group, Operation, demand, group};
use crate::plan::Changes;
use crate::problem::{Destination, Problem, Profile, Seconds, Travel, Unit};
use base::{Instant, Reason};
use std::collections::BTreeSet;

/// What a plan is made under.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// Reports after this are not known.
    pub as_of: Instant,
    /// Nothing moves before this: the start of the operation, or "now" when a plan is made anew.
    pub from: Instant,
    /// Seed of the lots and of the search.
    pub seed: u64,
    /// Factor on all hazards.
    pub hazard_scale: f64,
    /// What the officer changed.
    pub changes: Changes,
}

/// A group that no search can help: why, and what would lift it.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Position in [`Built::groups`].
    pub group: usize,
    /// The rule.
    pub reason: Reason,
    /// What would lift it.
    pub lifts: Vec<Reason>,
}

/// The problem, and what its indices stand for.
#[derive(Debug, Clone)]
pub struct Built {
    /// The problem.
    pub problem: Problem,
    /// Terms it was built under.
    pub terms: Terms,
    /// All groups of the operation.
    pub groups: Vec<Group>,
    /// Groups held back.
    pub held: Vec<Held>,
    /// Group of each unit.
    pub units: Vec<usize>,
    /// Households of each unit, by position in the operation's.
    pub aboard: Vec<Vec<usize>>,
    /// Place of the network for each place of the problem.
    pub places: Vec<usize>,
    /// Vehicle of the fleet for each vehicle of the problem.
    pub vehicles: Vec<usize>,
    /// Destination of the operation for each destination of the problem.
    pub destinations: Vec<usize>,
    /// Hazard per person and hour at each place of the problem.
    pub hazards: Vec<f64>,
    /// Time and risk of every road.
    pub costs: RoadCosts,
}

impl Built {
    /// The instant of a second of the problem.
    pub fn instant(&self, at: Seconds) -> Instant {
        self.terms.from.plus_seconds(at)
    }
}

/// Builds the problem. `placed` are households that a trip under way already carries: they are neither units nor held.
pub fn build(operation: &Operation, terms: Terms, placed: &BTreeSet<&str>) -> Built {
    let groups = group(operation, terms.seed);
    let surface = threat::Surface::new(&operation.reports, terms.as_of, &operation.threat.clone().scaled(terms.hazard_scale));
    let costs = RoadCosts::new(operation, &surface, &terms);
    let calendar = Calendar::new(operation, &terms);
    let free: Vec<usize> = (0..groups.len())
        .filter(|g| !groups[*g].households.iter().any(|h| placed.contains(operation.households[*h].id.as_str())))
        .collect();
    let mut held: Vec<Held> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for g in free {
        match held::officer(operation, &groups[g], &terms.changes).or_else(|| operation.block(&groups[g])) {
            Some((reason, lifts)) => held.push(Held { group: g, reason, lifts }),
            None => open.push(g),
        }
    }
    let vehicles = fleet::usable(operation, &terms);
    let destinations: Vec<usize> = (0..operation.destinations.len()).collect();
    let mut places: Vec<usize> = Vec::new();
    let sites = open.iter().filter_map(|g| groups[*g].site);
    let depots = vehicles.iter().map(|v| operation.fleet[*v].depot);
    for place in sites.chain(depots).chain(destinations.iter().map(|d| operation.destinations[*d].place)) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let at = |place: usize| places.iter().position(|p| *p == place).unwrap_or_default();
    let offers = fleet::Offers::new(operation);
    let profiles = fleet::profiles(operation, &vehicles);
    let nodes: Vec<Option<roads::NodeIx>> = places.iter().map(|p| operation.network.node_of(*p)).collect();
    let hazards: Vec<f64> = places.iter().map(|p| costs.places.get(*p).copied().unwrap_or_default()).collect();
    let problem = Problem {
        horizon: operation.ends().0 - terms.from.0,
        day_starts: calendar.days.clone(),
        places: places.len(),
        travel: travel(operation, &calendar, ways::profiles(operation, &costs, &terms, &calendar, &nodes, &profiles)),
        vehicles: vehicles
            .iter()
            .map(|v| fleet::vehicle(operation, *v, &terms, &offers, &profiles, at(operation.fleet[*v].depot)))
            .collect(),
        units: Vec::new(),
        destinations: destinations.iter().map(|d| destination(operation, *d, &calendar, at(operation.destinations[*d].place))).collect(),
        apart: Vec::new(),
        convoys: Vec::new(),
        boarding: i64::from(operation.settings.driving.boarding_seconds),
        alighting: i64::from(operation.settings.driving.alighting_seconds),
        turnaround: i64::from(operation.settings.driving.turnaround_minutes) * 60,
    };
    let mut built =
        Built { problem, terms, groups, held, units: Vec::new(), aboard: Vec::new(), places, vehicles, destinations, hazards, costs };
    for g in open {
        let parts = built.groups[g].parts.clone();
        let units: Vec<Unit> = parts.iter().map(|part| unit(operation, &built, &offers, g, part)).collect();
        let block = units.iter().find_map(|unit| held::by_fleet_and_roads(operation, &built, &offers, unit));
        match block.or_else(|| held::by_convoy(operation, &built, &units)) {
            Some((reason, lifts)) => built.held.push(Held { group: g, reason, lifts }),
            None => {
                let first = built.problem.units.len();
                if units.len() > 1 {
                    built.problem.convoys.push((first..first + units.len()).collect());
                }
                built.units.extend(units.iter().map(|_| g));
                built.problem.units.extend(units);
                built.aboard.extend(parts);
            }
        }
    }
    built.problem.apart = apart(operation, &built);
    built
}

/// Travel by the operation's rules of driving.
fn travel(operation: &Operation, calendar: &Calendar, profiles: Vec<Profile>) -> Travel {
    let driving = &operation.settings.driving;
    Travel {
        profiles,
        no_drive: calendar.no_drive.clone(),
        dark: calendar.dark.clone(),
        max_drive_per_day: limit(driving.max_drive_hours_per_day * 3600.0),
        break_after: limit(f64::from(driving.break_after_minutes) * 60.0),
        break_seconds: i64::from(driving.break_minutes) * 60,
    }
}

fn limit(seconds: f64) -> Option<Seconds> {
    (seconds > 0.0).then_some(seconds as Seconds)
}

fn destination(operation: &Operation, index: usize, calendar: &Calendar, place: usize) -> Destination {
    let d = &operation.destinations[index];
    Destination {
        place,
        capacity: d.capacity_total.unwrap_or(u32::MAX),
        per_day: d.capacity_per_day.unwrap_or(u32::MAX),
        taken: Vec::new(),
        open: calendar.open(d.opens, d.closes, d.open_from, d.open_to),
    }
}

fn unit(operation: &Operation, built: &Built, offers: &fleet::Offers, g: usize, households: &[usize]) -> Unit {
    let group = &built.groups[g];
    let members = || households.iter().flat_map(|h| &operation.households[*h].members).map(|m| &operation.people[*m]);
    let people = members().count() as u32;
    let adults = members().filter(|p| !p.child).count() as u32;
    let site = group.site.and_then(|s| built.places.iter().position(|p| *p == s)).unwrap_or_default();
    let tier = group.tier.clamp(1, 4);
    Unit {
        pickup: site,
        tier,
        people,
        demand: demand(members()),
        households: households.len() as u32,
        destinations: group.destinations.iter().filter_map(|d| built.destinations.iter().position(|x| x == d)).collect(),
        wait_per_hour: f64::from(people) * built.hazards.get(site).copied().unwrap_or_default(),
        ride_per_hour: f64::from(people) * operation.settings.hazards.ride_per_hour * built.terms.hazard_scale,
        risk_factor: f64::from(people),
        weight: operation.settings.tiers.weights[usize::from(tier) - 1],
        ready: 0,
        arrive_by: group.fit_until.map(|at| at.0 - built.terms.from.0),
        max_ride: [
            group.needs.max_ride_min.map(|m| i64::from(m) * 60),
            limit(f64::from(operation.settings.driving.longest_ride_hours) * 3600.0),
        ]
        .into_iter()
        .flatten()
        .min(),
        day_only: group.needs.no_night,
        adults,
        second_adult: adults == 1 && households.iter().any(|h| operation.without_own_adult(*h)),
        asks: offers.asked(operation, &group.needs),
        order: group.order,
    }
}

/// Pairs of units with someone who must not travel with someone of the other.
fn apart(operation: &Operation, built: &Built) -> Vec<(usize, usize)> {
    let members =
        |households: &'_ [usize]| households.iter().flat_map(|h| &operation.households[*h].members).collect::<Vec<_>>().into_iter();
    let unit_of: std::collections::BTreeMap<&str, usize> = built
        .aboard
        .iter()
        .enumerate()
        .flat_map(|(u, households)| members(households).map(move |m| (operation.people[*m].id.as_str(), u)))
        .collect();
    let mut pairs = BTreeSet::new();
    for (u, households) in built.aboard.iter().enumerate() {
        for other in members(households).flat_map(|m| &operation.people[*m].not_with).filter_map(|id| unit_of.get(id.as_str())) {
            if *other != u {
                pairs.insert((u.min(*other), u.max(*other)));
            }
        }
    }
    pairs.into_iter().collect()
}
