//! The order of tiers at one site: where someone of a lower tier has a place that someone of a higher one could have had earlier, they change places.
//!
//! In: a solution of the search. Out: one in which fewer such places are left. Always true: every tier above the one that gains fares no
//! worse, the one that gains fares better (strictly in order, so that those below may lose), and the plan replays. Absent: randomness.

use crate::problem::{Capacity, Problem, Solution, Trip, Unit};
use crate::schedule::{Replay, fits, replay_all};
use std::collections::BTreeMap;

/// Larger problems are left as the search made them: each change replays the whole plan.
const MOST_UNITS: usize = 2_000;

/// How often the queue is walked.
const ROUNDS: usize = 3;

/// Harm that counts as none.
const NOTHING: f64 = 1e-9;

/// Lets those of higher tiers have earlier places of lower ones, as long as that helps.
pub(super) fn keep(problem: &Problem, solution: Solution) -> Solution {
    let Ok(replayed) = replay_all(problem, &solution) else { return solution };
    if problem.units.len() > MOST_UNITS {
        return solution;
    }
    let mut desk = Desk { problem, solution, replayed };
    let mut queue: Vec<usize> = (0..problem.units.len()).filter(|u| problem.units[*u].tier < 4).collect();
    queue.sort_by_key(|u| (problem.units[*u].tier, problem.units[*u].order));
    for _ in 0..ROUNDS {
        let changes = queue.iter().filter(|u| desk.moves_up(**u)).count();
        if changes == 0 {
            break;
        }
    }
    desk.solution
}

struct Desk<'a> {
    problem: &'a Problem,
    solution: Solution,
    replayed: Replay,
}

impl Desk<'_> {
    /// Gives a unit the earliest place of a lower tier that helps it; whether one was found.
    fn moves_up(&mut self, u: usize) -> bool {
        let left: BTreeMap<usize, i64> = self.replayed.rides.iter().map(|r| (r.0, r.1)).collect();
        let Some(own) = self.trip_of(u) else { return false };
        let unit = &self.problem.units[u];
        let mut earlier: Vec<(i64, (usize, usize))> = Vec::new();
        for (v, trips) in self.solution.trips.iter().enumerate() {
            for (t, trip) in trips.iter().enumerate().filter(|(t, _)| (v, *t) != own) {
                let here = trip.pickups.iter().filter(|p| p.0 == unit.pickup).flat_map(|p| &p.1);
                let lower = here.filter(|x| self.problem.units[**x].tier > unit.tier).filter_map(|x| left.get(x)).min();
                earlier.extend(lower.filter(|at| left.get(&u).is_some_and(|mine| *at < mine)).map(|at| (*at, (v, t))));
            }
        }
        earlier.sort_unstable();
        earlier.into_iter().any(|(_, to)| self.swap(u, own, to))
    }

    fn trip_of(&self, u: usize) -> Option<(usize, usize)> {
        let holds = |trip: &Trip| trip.pickups.iter().any(|p| p.1.contains(&u));
        self.solution.trips.iter().enumerate().find_map(|(v, trips)| Some((v, trips.iter().position(holds)?)))
    }

    /// Moves a unit to another trip, and those of lower tiers who make room for it to its old one; whether that was possible and helps.
    fn swap(&mut self, u: usize, own: (usize, usize), to: (usize, usize)) -> bool {
        let Some(leaving) = self.makes_room(u, &self.solution.trips[to.0][to.1]) else { return false };
        if self.takes_place(u, own, to, &leaving) {
            return true;
        }
        // There is room on board but no place left at the destination: those of lower tiers who were to have it go where this one was to go.
        let places = self.frees_places(u, own, to, &leaving);
        places.is_some_and(|more| self.takes_place(u, own, to, &more))
    }

    /// Moves a unit to another trip, and some of lower tiers from wherever they are to its old one; whether that was possible and helps.
    fn takes_place(&mut self, u: usize, own: (usize, usize), to: (usize, usize), leaving: &[usize]) -> bool {
        let mut solution = self.solution.clone();
        take_off(&mut solution.trips[own.0][own.1], u);
        solution.trips.iter_mut().flatten().for_each(|trip| leaving.iter().for_each(|x| take_off(trip, *x)));
        let moved = put_on(self.problem, &mut solution.trips[to.0][to.1], u)
            && leaving.iter().all(|x| put_on(self.problem, &mut solution.trips[own.0][own.1], *x));
        if !moved {
            return false;
        }
        for trips in &mut solution.trips {
            trips.iter_mut().for_each(tidy);
            trips.retain(|t| !t.pickups.is_empty());
        }
        let Ok(replayed) = replay_all(self.problem, &solution) else { return false };
        let tier = usize::from(self.problem.units[u].tier.clamp(1, 4)) - 1;
        let (new, old) = (replayed.harm.tiers, self.replayed.harm.tiers);
        let helps = (0..tier).all(|t| new[t] <= old[t] + NOTHING) && new[tier] < old[tier] - NOTHING;
        if helps {
            (self.solution, self.replayed) = (solution, replayed);
        }
        helps
    }

    /// Those who leave the trip, and with them as many of lower tiers bound for the same full destination, from the same site, as the unit takes places there:
    /// the least exposed first, and only who may go where the unit was to go. `None` if there are not enough of them.
    fn frees_places(&self, u: usize, own: (usize, usize), to: (usize, usize), leaving: &[usize]) -> Option<Vec<usize>> {
        let units = &self.problem.units;
        let unit = &units[u];
        let gate = self.solution.trips[to.0][to.1].dropoffs.iter().map(|d| d.0).find(|d| unit.destinations.contains(d))?;
        let old = &self.solution.trips[own.0][own.1].dropoffs;
        let mut bound: Vec<usize> = self
            .solution
            .trips
            .iter()
            .flatten()
            .flat_map(|t| &t.dropoffs)
            .filter(|d| d.0 == gate)
            .flat_map(|d| d.1.iter().copied())
            .collect();
        let may = |x: &usize| {
            units[*x].pickup == unit.pickup && units[*x].tier > unit.tier && old.iter().any(|d| units[*x].destinations.contains(&d.0))
        };
        bound.retain(|x| may(x) && !leaving.contains(x));
        bound.sort_by_key(|x| std::cmp::Reverse((units[*x].tier, units[*x].order)));
        let mut all = leaving.to_vec();
        let mut places: u32 = leaving.iter().map(|x| units[*x].people).sum();
        for x in bound {
            if places >= unit.people {
                break;
            }
            places += units[x].people;
            all.push(x);
        }
        (places >= unit.people).then_some(all)
    }

    /// Those of lower tiers who leave the trip so that the unit fits: as few as possible, the least exposed first.
    fn makes_room(&self, u: usize, trip: &Trip) -> Option<Vec<usize>> {
        let unit = &self.problem.units[u];
        let vehicle = &self.problem.vehicles[trip.vehicle];
        let room = |left: &[usize]| {
            let stay = trip.pickups.iter().flat_map(|p| &p.1).filter(|x| !left.contains(x)).map(|x| self.problem.units[*x].demand);
            let load = stay.fold(unit.demand, Capacity::plus);
            vehicle.configurations.iter().any(|c| fits(vehicle, *c, unit) && c.holds(load))
        };
        if room(&[]) {
            return Some(Vec::new());
        }
        let mut lower: Vec<usize> = trip.pickups.iter().filter(|p| p.0 == unit.pickup).flat_map(|p| p.1.iter().copied()).collect();
        lower.retain(|x| self.problem.units[*x].tier > unit.tier);
        lower.sort_by_key(|x| std::cmp::Reverse((self.problem.units[*x].tier, self.problem.units[*x].order)));
        if let Some(one) = lower.iter().find(|x| room(&[**x])) {
            return Some(vec![*one]);
        }
        let several = (1..=lower.len()).map(|n| &lower[..n]).find(|left| room(left));
        several.map(<[usize]>::to_vec)
    }
}

fn take_off(trip: &mut Trip, u: usize) {
    trip.pickups.iter_mut().map(|p| &mut p.1).chain(trip.dropoffs.iter_mut().map(|d| &mut d.1)).for_each(|units| units.retain(|x| *x != u));
}

/// Puts a unit on a trip that comes by its site and goes to a place it may go to, in a configuration that holds everyone; whether there is one.
fn put_on(problem: &Problem, trip: &mut Trip, u: usize) -> bool {
    let unit: &Unit = &problem.units[u];
    let vehicle = &problem.vehicles[trip.vehicle];
    let load = trip.pickups.iter().flat_map(|p| &p.1).map(|x| problem.units[*x].demand).fold(unit.demand, Capacity::plus);
    let configuration = vehicle.configurations.iter().position(|c| c.holds(load)).filter(|_| unit.asks & !vehicle.offers == 0);
    let pickup = trip.pickups.iter().position(|p| p.0 == unit.pickup);
    let dropoff = trip.dropoffs.iter().position(|d| unit.destinations.contains(&d.0));
    let (Some(configuration), Some(pickup), Some(dropoff)) = (configuration, pickup, dropoff) else { return false };
    trip.configuration = configuration;
    trip.pickups[pickup].1.push(u);
    trip.dropoffs[dropoff].1.push(u);
    true
}

fn tidy(trip: &mut Trip) {
    trip.pickups.retain(|p| !p.1.is_empty());
    trip.dropoffs.retain(|d| !d.1.is_empty());
}
