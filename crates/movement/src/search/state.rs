//! Where the search stands: a route per vehicle, who is on none, places taken, and the way back.

use super::bank::Bank;
use super::insert::{Best, Place, scan, with_rider};
use super::leaf::Leaf;
use super::model::Model;
use super::route::Route;
use crate::problem::{Solution, Trip};
use crate::schedule::Run;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Vehicle index that means "on no trip".
pub(super) const NOWHERE: usize = usize::MAX;

/// How many places are tried exactly where windows matter.
pub(super) const TRIED: usize = 12;
/// After how many that can be driven the best of them is taken.
pub(super) const ENOUGH: usize = 3;

/// The solution being changed.
#[derive(Debug)]
pub(super) struct State {
    pub routes: Vec<Route>,
    /// Vehicle of each unit.
    pub on: Vec<usize>,
    /// Movable units on no trip, in the order they fell out.
    pub bank: Bank,
    /// Cost and harm per tier of routes and bank.
    pub cost: f64,
    pub harm: [f64; 4],
    /// People brought to a destination, in all and by day; kept where windows matter.
    pub(super) taken: Vec<i64>,
    pub(super) by_day: BTreeMap<(usize, usize), i64>,
    /// Destination and day of units that have to be kept apart from others.
    pub(super) arrived: BTreeMap<usize, (usize, usize)>,
    /// Routes as they were before the running move.
    pub(super) journal: Vec<(usize, Route)>,
    before: (f64, [f64; 4]),
    run: Run,
    pub(super) best: Best,
}

impl State {
    /// Reads trips; those that can't be driven are left out. The first `frozen[v]` trips of a vehicle are never touched.
    pub fn new(model: &Model, trips: &[Vec<Trip>], frozen: &[usize]) -> Self {
        let vehicles = model.problem.vehicles.len();
        let mut state = Self {
            routes: (0..vehicles).map(|v| Route::new(model, v)).collect(),
            on: vec![NOWHERE; model.riders.len()],
            bank: Bank::default(),
            cost: 0.0,
            harm: [0.0; 4],
            taken: vec![0; model.problem.destinations.len()],
            by_day: BTreeMap::new(),
            arrived: BTreeMap::new(),
            journal: Vec::new(),
            before: (0.0, [0.0; 4]),
            run: Run::default(),
            best: Best::default(),
        };
        for (v, list) in trips.iter().enumerate().take(vehicles) {
            for (k, trip) in list.iter().enumerate() {
                if trip.pickups.iter().flat_map(|(_, units)| units).any(|&u| state.on.get(u).is_none_or(|&on| on != NOWHERE)) {
                    continue;
                }
                let Some(leaf) = Leaf::new(model, v, trip.clone()) else { continue };
                let units: Vec<usize> = leaf.units().collect();
                let Some(route) = state.routes.get(v) else { continue };
                let mut longer = route.clone();
                let at = longer.leaves.len();
                longer.leaves.push(Rc::new(leaf));
                if longer.retime(model, v, at, None, &mut state.run) && state.admits(model, v, &longer) {
                    if k < frozen.get(v).copied().unwrap_or(0) {
                        longer.frozen = longer.leaves.len();
                    }
                    state.replace(model, v, longer);
                    units.into_iter().for_each(|u| state.on[u] = v);
                }
            }
        }
        let waiting = (0..model.riders.len()).filter(|&u| state.on[u] == NOWHERE && model.riders[u].movable);
        state.bank = Bank::new(model.riders.len(), waiting);
        state.journal.clear();
        state.reprice(model);
        state
    }

    /// Sums cost and harm up anew (after the scale of the model has changed: call with routes retimed).
    pub fn reprice(&mut self, model: &Model) {
        for v in 0..self.routes.len() {
            let mut route = self.routes[v].clone();
            route.leaves = route.leaves.iter().filter_map(|leaf| Leaf::new(model, v, leaf.trip.clone()).map(Rc::new)).collect();
            if route.retime(model, v, 0, None, &mut self.run) {
                self.routes[v] = route;
            }
        }
        self.sum_up(model);
    }

    pub(super) fn sum_up(&mut self, model: &Model) {
        (self.cost, self.harm) = (0.0, [0.0; 4]);
        for route in &self.routes {
            self.cost += route.cost;
            self.harm.iter_mut().zip(route.harm).for_each(|(sum, h)| *sum += h);
        }
        for &u in self.bank.units() {
            self.cost += model.riders[u].stay;
            self.harm[model.riders[u].tier] += stay_harm(model, u);
        }
    }

    /// Opens a move: [`Self::roll_back`] returns here.
    pub fn open(&mut self) {
        self.journal.clear();
        self.bank.mark();
        self.before = (self.cost, self.harm);
    }

    /// Vehicles changed since the move was opened.
    pub fn changed(&self) -> impl Iterator<Item = usize> {
        self.journal.iter().map(|&(v, _)| v)
    }

    /// Undoes everything since the move was opened.
    pub fn roll_back(&mut self, model: &Model) {
        let journal = std::mem::take(&mut self.journal);
        for &(v, _) in &journal {
            self.book(model, v, false);
            self.routes[v].leaves.iter().flat_map(|leaf| leaf.units()).for_each(|u| self.on[u] = NOWHERE);
        }
        for (v, old) in journal {
            self.routes[v] = old;
            self.book(model, v, true);
            self.routes[v].leaves.iter().flat_map(|leaf| leaf.units()).for_each(|u| self.on[u] = v);
        }
        self.bank.roll_back();
        (self.cost, self.harm) = self.before;
    }

    /// Puts a route in place of a vehicle's.
    pub fn replace(&mut self, model: &Model, v: usize, route: Route) {
        self.book(model, v, false);
        let old = std::mem::replace(&mut self.routes[v], route);
        self.book(model, v, true);
        let new = &self.routes[v];
        self.cost += new.cost - old.cost;
        for ((sum, new), old) in self.harm.iter_mut().zip(new.harm).zip(old.harm) {
            *sum += new - old;
        }
        if !self.journal.iter().any(|&(x, _)| x == v) {
            self.journal.push((v, old));
        }
    }

    /// Takes units off their trips; frozen ones stay.
    pub fn remove(&mut self, model: &Model, units: &[usize]) {
        let mut by_vehicle: Vec<(usize, usize)> = units.iter().map(|&u| (self.on[u], u)).filter(|&(v, _)| v != NOWHERE).collect();
        by_vehicle.sort_unstable();
        by_vehicle.dedup();
        for group in by_vehicle.chunk_by(|a, b| a.0 == b.0) {
            let v = group[0].0;
            let mut route = self.routes[v].clone();
            let mut gone: Vec<(usize, usize)> = group
                .iter()
                .filter_map(|&(_, u)| Some((route.find(model.riders[u].site, u)?, u)))
                .filter(|&(k, _)| k >= route.frozen)
                .collect();
            gone.sort_unstable();
            let Some(&(from, _)) = gone.first() else { continue };
            for off in gone.chunk_by(|a, b| a.0 == b.0).rev() {
                let k = off[0].0;
                let mut trip = route.leaves[k].trip.clone();
                for stops in [&mut trip.pickups, &mut trip.dropoffs] {
                    stops.iter_mut().for_each(|(_, units)| units.retain(|u| !off.iter().any(|(_, x)| x == u)));
                    stops.retain(|(_, units)| !units.is_empty());
                }
                match Leaf::new(model, v, trip) {
                    Some(leaf) => route.leaves[k] = Rc::new(leaf),
                    None => drop(route.leaves.remove(k)),
                }
            }
            if route.retime(model, v, from, Some(&self.routes[v]), &mut self.run) && self.admits(model, v, &route) {
                gone.iter().for_each(|&(_, u)| self.enter_bank(model, u));
                self.replace(model, v, route);
            }
        }
    }

    /// Puts a unit of the bank where it costs least among the vehicles named; whether there was a place.
    pub fn insert(&mut self, model: &Model, u: usize, vehicles: &[usize], blink: &mut impl FnMut() -> bool) -> bool {
        let mut best = std::mem::take(&mut self.best);
        best.reset(if model.free_flow { 1 } else { TRIED });
        for &v in vehicles {
            if let Some(route) = self.routes.get(v) {
                scan(model, route, v, u, &mut best, blink);
            }
        }
        let mut found: Option<(usize, Route)> = None;
        let mut enough = ENOUGH;
        for place in &best.places {
            let Some(route) = self.with_place(model, u, place) else { continue };
            let better = |(v, old): &(usize, Route)| route.cost - self.routes[place.vehicle].cost < old.cost - self.routes[*v].cost;
            if found.as_ref().is_none_or(better) {
                found = Some((place.vehicle, route));
            }
            enough -= 1;
            if enough == 0 {
                break;
            }
        }
        self.best = best;
        let Some((v, route)) = found else { return false };
        if route.cost - self.routes[v].cost >= model.riders[u].stay {
            return false;
        }
        self.leave_bank(model, u, v);
        self.replace(model, v, route);
        true
    }

    pub(super) fn leave_bank(&mut self, model: &Model, u: usize, v: usize) {
        self.bank.leave(u);
        self.cost -= model.riders[u].stay;
        self.harm[model.riders[u].tier] -= stay_harm(model, u);
        self.on[u] = v;
    }

    pub(super) fn enter_bank(&mut self, model: &Model, u: usize) {
        self.on[u] = NOWHERE;
        self.bank.enter(u);
        self.cost += model.riders[u].stay;
        self.harm[model.riders[u].tier] += stay_harm(model, u);
    }

    /// The route with the unit at that place, if it can be driven so.
    fn with_place(&mut self, model: &Model, u: usize, place: &Place) -> Option<Route> {
        let v = place.vehicle;
        let mut route = self.routes[v].clone();
        match place.stops {
            Some((pick, drop)) => {
                let trip = with_rider(model, &route.leaves.get(place.trip)?.trip, u, pick, drop, place.gate)?;
                *route.leaves.get_mut(place.trip)? = Rc::new(Leaf::new(model, v, trip)?);
            }
            None => {
                let trip = Trip {
                    vehicle: v,
                    configuration: 0,
                    pickups: vec![(model.riders[u].site, vec![u])],
                    dropoffs: vec![(place.gate, vec![u])],
                    not_before: 0,
                    pace: None,
                };
                route.leaves.insert(place.trip, Rc::new(Leaf::new(model, v, trip)?));
            }
        }
        self.try_route(model, v, route, place.trip)
    }

    /// A route changed from trip `from` on, timed and admitted.
    pub fn try_route(&mut self, model: &Model, v: usize, mut route: Route, from: usize) -> Option<Route> {
        let mut run = std::mem::take(&mut self.run);
        let timed = route.retime(model, v, from, self.routes.get(v), &mut run);
        self.run = run;
        (timed && self.admits(model, v, &route)).then_some(route)
    }

    /// The trips as they stand.
    pub fn trips(&self) -> Vec<Vec<Trip>> {
        self.routes.iter().map(|route| route.leaves.iter().map(|leaf| leaf.trip.clone()).collect()).collect()
    }

    /// The trips, and who is on none.
    pub fn solution(&self) -> Solution {
        let unserved = (0..self.on.len()).filter(|&u| self.on[u] == NOWHERE).collect();
        Solution { trips: self.trips(), unserved, iterations: 0 }
    }
}

/// Harm of waiting until the horizon.
fn stay_harm(model: &Model, u: usize) -> f64 {
    model.problem.units.get(u).map_or(0.0, |unit| unit.wait_per_hour * model.problem.horizon as f64 / 3600.0)
}
