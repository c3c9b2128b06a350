//! Wherever someone of a lower tier leaves a site before someone of a higher one: why.
//!
//! In: an operation, its groups, a plan. Out: for each group that leaves later (or not at all) the trips that took a household of a lower tier
//! from its site before, each with the rule that kept the group off that trip. Always true: the reason holds of that trip; a reason that was
//! already given for a group is not repeated for its later trips. Absent: comfort: where no rule kept it off, the reason says so (`trip-no-rule`).
//!
//! A household counts by its own tier; the group that waits by that of its most exposed member. Whoever rides because of a tie to someone more exposed
//! is `trip-joined-by-tie`. `trip-no-room` and `trip-destination-full` count only those of tiers at or above the one that waits: the others could have
//! been left.

mod fit;

use crate::operation::{Group, Operation, Vehicle};
use crate::plan::{Inversion, Plan, Trip};
use crate::problem::Capacity;
use base::{Instant, Reason};
use fit::Look;
use std::collections::{BTreeMap, BTreeSet};

/// Finds every inversion with its reason, in order of groups and of departure.
///
/// Reasons: those of [`Operation::block`], `held-by-officer`, `trip-joined-by-tie`, `trip-asked-later`, `trip-no-woman-crew`, `trip-no-medical-crew`,
/// `trip-no-equipment`, `trip-no-configuration`, `trip-other-destination`, `trip-kept-apart`, `trip-fitness-ends`, `trip-too-long`, `trip-at-night`,
/// `trip-no-room`, `trip-destination-full`, `trip-alongside`, `trip-no-rule`.
pub fn find_inversions(operation: &Operation, groups: &[Group], plan: &Plan) -> Vec<Inversion> {
    let view = View::new(operation, groups, plan);
    let mut found = Vec::new();
    for (g, group) in groups.iter().enumerate() {
        let Some(pickups) = group.site.and_then(|site| view.pickups.get(&site)) else { continue };
        let own = view.rides.get(&g);
        let held = view.held(group);
        let mut said: BTreeSet<String> = BTreeSet::new();
        for pickup in pickups.iter().filter(|p| p.lowest > group.tier && own.is_none_or(|r| p.depart < r.0 && p.trip != r.1)) {
            let Some(trip) = plan.trips.get(pickup.trip) else { continue };
            let reason = match &held {
                Some(reason) if said.is_empty() => reason.clone(),
                Some(_) => break,
                None => alongside(view.reason(g, group, (pickup.trip, pickup.stop), trip), own.map(|r| r.0.0 - pickup.depart.0)),
            };
            let reason = reason.with("trip", trip.id);
            if said.insert(reason.code.clone()) {
                let site = operation.place_name(group.site.unwrap_or_default()).to_owned();
                found.push(Inversion { site, later: view.name(group), trip: trip.id, reason });
            }
        }
    }
    found
}

/// Vehicles that load side by side leave minutes apart: up to this many seconds it is said as that (our default: set locally).
pub const ALONGSIDE: i64 = 3600;

/// Where no rule kept a group off a trip: that it leaves from alongside, if it does.
fn alongside(reason: Reason, later: Option<i64>) -> Reason {
    match later.filter(|seconds| reason.code == "trip-no-rule" && *seconds <= ALONGSIDE) {
        Some(seconds) => Reason::new("trip-alongside").with("minutes", seconds.div_euclid(60)),
        None => reason,
    }
}

/// A stop at which people board, with the lowest tier among their households.
struct Pickup {
    depart: Instant,
    trip: usize,
    stop: usize,
    lowest: u8,
}

/// What happens at a stop.
struct Here {
    boards: Vec<(usize, usize)>,
    gate: Option<usize>,
}

/// Operation and plan by site and group.
struct View<'a> {
    operation: &'a Operation,
    groups: &'a [Group],
    plan: &'a Plan,
    /// Household identifier to its position and that of its group.
    index: BTreeMap<&'a str, (usize, usize)>,
    /// By place, in order of departure.
    pickups: BTreeMap<usize, Vec<Pickup>>,
    /// Per group that rides: when it leaves, and its trip.
    rides: BTreeMap<usize, (Instant, usize)>,
    arrivals: fit::Arrivals,
    /// By trip and stop: who boards (household and group), and the destination it is, if people alight.
    stops: Vec<Vec<Here>>,
    /// By trip and tier: what groups of this tier and above take after each stop.
    loads: BTreeMap<u32, [Vec<Capacity>; 4]>,
    /// Everyone who must be kept apart from someone.
    apart: BTreeSet<&'a str>,
    fleet: BTreeMap<&'a str, &'a Vehicle>,
}

impl<'a> View<'a> {
    fn new(operation: &'a Operation, groups: &'a [Group], plan: &'a Plan) -> Self {
        let mut index = BTreeMap::new();
        for (g, group) in groups.iter().enumerate() {
            for h in &group.households {
                if let Some(household) = operation.households.get(*h) {
                    index.insert(household.id.as_str(), (*h, g));
                }
            }
        }
        let mut pickups: BTreeMap<usize, Vec<Pickup>> = BTreeMap::new();
        let mut rides = BTreeMap::new();
        for (t, trip) in plan.trips.iter().enumerate() {
            for (s, stop) in trip.stops.iter().enumerate() {
                let boards: Vec<(usize, usize)> = stop.board.iter().filter_map(|id| index.get(id.as_str()).copied()).collect();
                boards.iter().for_each(|(_, g)| _ = rides.entry(*g).or_insert((stop.depart, t)));
                let lowest = boards.iter().filter_map(|(h, _)| operation.households.get(*h)).map(|h| h.tier).max();
                if let (Some(place), Some(lowest)) = (operation.network.find_place(&stop.place), lowest) {
                    pickups.entry(place).or_default().push(Pickup { depart: stop.depart, trip: t, stop: s, lowest });
                }
            }
        }
        pickups.values_mut().for_each(|list| list.sort_by_key(|p| (p.depart, p.trip, p.stop)));
        let here = |stop: &crate::plan::Stop| Here {
            boards: stop.board.iter().filter_map(|id| index.get(id.as_str()).copied()).collect(),
            gate: operation.network.find_place(&stop.place).filter(|_| !stop.alight.is_empty()),
        };
        let stops = plan.trips.iter().map(|t| t.stops.iter().map(here).collect()).collect();
        let arrivals = fit::arrivals(operation, groups, plan, &index);
        let fleet = operation.fleet.iter().map(|v| (v.id.as_str(), v)).collect();
        let loads = plan.trips.iter().map(|t| (t.id, fit::loads(groups, &index, t))).collect();
        let with_foes = operation.people.iter().filter(|p| !p.not_with.is_empty());
        let apart = with_foes.flat_map(|p| p.not_with.iter().chain([&p.id])).map(String::as_str).collect();
        Self { operation, groups, plan, index, pickups, rides, arrivals, stops, loads, apart, fleet }
    }

    /// The most exposed household of a group.
    fn name(&self, group: &Group) -> String {
        let households = group.households.iter().filter_map(|h| self.operation.households.get(*h));
        households.min_by_key(|h| h.tier).map(|h| h.id.clone()).unwrap_or_default()
    }

    /// The rule that keeps a group off every trip.
    fn held(&self, group: &Group) -> Option<Reason> {
        let ids = || group.households.iter().filter_map(|h| self.operation.households.get(*h)).map(|h| h.id.as_str());
        let by_officer = self.plan.changes.held.iter().find(|h| ids().any(|id| id == h.household));
        by_officer.map(|held| Reason::new("held-by-officer").with("nb", &held.code)).or_else(|| Some(self.operation.block(group)?.0))
    }

    fn reason(&self, g: usize, group: &Group, at: (usize, usize), trip: &Trip) -> Reason {
        let boards = self.stops.get(at.0).and_then(|stops| stops.get(at.1)).map(|here| here.boards.as_slice()).unwrap_or_default();
        let household = |h: &usize| self.operation.households.get(*h);
        let mut lower = boards.iter().filter(|(h, _)| household(h).is_some_and(|h| h.tier > group.tier));
        let tier_of = |g: &usize| self.groups.get(*g).map_or(4, |g| g.tier);
        if lower.clone().all(|(_, other)| tier_of(other) <= group.tier) {
            let tied = lower.find_map(|(h, _)| household(h)).map(|h| h.id.as_str()).unwrap_or_default();
            return Reason::new("trip-joined-by-tie").with("household", tied);
        }
        Look { view: self, g, group, at, trip }.reason()
    }
}
