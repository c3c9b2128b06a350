//! The least W for a handful of units, by trying every plan.

use crate::problem::{Capacity, Problem, Solution, Trip};
use crate::schedule::{Run, Visit, replay_all, run_trip, unit_harm};

/// Most units an exact answer is given for.
const MOST: usize = 8;

/// The plan with the least W among all plans whose vehicles leave as early as they may; `None` for more than eight units.
pub fn exact(problem: &Problem) -> Option<Solution> {
    let n = problem.units.len();
    if n > MOST {
        return None;
    }
    let stay = problem.units.iter().map(|u| u.weight * u.wait_per_hour * problem.horizon as f64 / 3600.0).collect();
    let mut brute = Brute { problem, stay, trips: vec![Vec::new(); problem.vehicles.len()], best: (f64::INFINITY, Solution::default()) };
    brute.vehicle(0, None, 0.0, (1 << n) - 1);
    Some(brute.best.1)
}

struct Brute<'a> {
    problem: &'a Problem,
    stay: Vec<f64>,
    trips: Vec<Vec<Trip>>,
    best: (f64, Solution),
}

impl Brute<'_> {
    /// Every way to go on with vehicle `v` (where it stands after its trips so far) and those after it, for the units left.
    fn vehicle(&mut self, v: usize, at: Option<Visit>, cost: f64, left: u32) {
        let Some(vehicle) = self.problem.vehicles.get(v) else { return self.finish(cost, left) };
        if cost >= self.best.0 {
            return;
        }
        let at = at.unwrap_or_else(|| Visit::start(vehicle));
        let mut aboard = left;
        while aboard > 0 {
            for trip in self.arrangements(v, aboard) {
                let (mut end, mut run) = (at, Run::default());
                if run_trip(self.problem, vehicle, &trip, &mut end, &mut run).is_ok() {
                    let more: f64 = run.rides.iter().map(|&(u, left, alights, risk)| self.cost_of(u, left, alights, risk)).sum();
                    self.book(v, Some(trip));
                    self.vehicle(v, Some(end), cost + more, left & !aboard);
                    self.book(v, None);
                }
            }
            aboard = (aboard - 1) & left;
        }
        self.vehicle(v + 1, None, cost, left);
    }

    fn cost_of(&self, u: usize, left: i64, alights: i64, risk: f64) -> f64 {
        self.problem.units.get(u).map_or(0.0, |unit| unit.weight * unit_harm(unit, left, alights, risk))
    }

    fn book(&mut self, v: usize, trip: Option<Trip>) {
        if let Some(list) = self.trips.get_mut(v) {
            match trip {
                Some(trip) => list.push(trip),
                None => drop(list.pop()),
            }
        }
    }

    fn finish(&mut self, cost: f64, left: u32) {
        let unserved: Vec<usize> = (0..self.stay.len()).filter(|u| left >> u & 1 == 1).collect();
        let total = cost + unserved.iter().filter_map(|&u| self.stay.get(u)).sum::<f64>();
        if total < self.best.0 {
            let solution = Solution { trips: self.trips.clone(), unserved, iterations: 0 };
            if replay_all(self.problem, &solution).is_ok() {
                self.best = (total, solution);
            }
        }
    }

    /// Every trip of vehicle `v` with exactly these units: each choice of destinations, each order of stops.
    fn arrangements(&self, v: usize, aboard: u32) -> Vec<Trip> {
        let units: Vec<usize> = (0..self.stay.len()).filter(|u| aboard >> u & 1 == 1).collect();
        let load = units.iter().filter_map(|&u| self.problem.units.get(u)).fold(Capacity::default(), |sum, u| sum.plus(u.demand));
        let Some(vehicle) = self.problem.vehicles.get(v) else { return Vec::new() };
        let Some(configuration) = vehicle.configurations.iter().position(|room| room.holds(load)) else { return Vec::new() };
        if units.iter().filter_map(|&u| self.problem.units.get(u)).any(|u| u.asks & !vehicle.offers != 0) {
            return Vec::new();
        }
        let mut places: Vec<usize> = units.iter().filter_map(|&u| Some(self.problem.units.get(u)?.pickup)).collect();
        places.sort_unstable();
        places.dedup();
        let at = |place: usize| units.iter().copied().filter(move |&u| self.problem.units.get(u).is_some_and(|unit| unit.pickup == place));
        let mut trips = Vec::new();
        for gates in self.choices(&units) {
            let mut stops: Vec<usize> = gates.clone();
            stops.sort_unstable();
            stops.dedup();
            for picks in orders(&places) {
                for drops in orders(&stops) {
                    let pickups = picks.iter().map(|&place| (place, at(place).collect())).collect();
                    let dropoffs = drops.iter().map(|&gate| (gate, self.by_weight(&units, &gates, gate))).collect();
                    trips.push(Trip { vehicle: v, configuration, pickups, dropoffs, not_before: 0, pace: None });
                }
            }
        }
        trips
    }

    /// Every choice of a destination per unit.
    fn choices(&self, units: &[usize]) -> Vec<Vec<usize>> {
        let mut all = vec![Vec::new()];
        for unit in units.iter().filter_map(|&u| self.problem.units.get(u)) {
            all = all
                .iter()
                .flat_map(|head: &Vec<usize>| unit.destinations.iter().map(|&d| head.iter().copied().chain([d]).collect()))
                .collect();
        }
        all
    }

    /// Who gets off at a destination, in the best order: most harm per second of alighting first.
    fn by_weight(&self, units: &[usize], gates: &[usize], gate: usize) -> Vec<usize> {
        let mut off: Vec<usize> = units.iter().zip(gates).filter(|(_, g)| **g == gate).map(|(&u, _)| u).collect();
        let rate = |u: usize| self.problem.units.get(u).map_or(0.0, |x| x.weight * x.ride_per_hour / f64::from(x.households.max(1)));
        off.sort_by(|&a, &b| rate(b).total_cmp(&rate(a)).then(a.cmp(&b)));
        off
    }
}

/// Every order of a few things.
fn orders(things: &[usize]) -> Vec<Vec<usize>> {
    let Some((&last, rest)) = things.split_last() else { return vec![Vec::new()] };
    let mut all = Vec::new();
    for order in orders(rest) {
        for i in 0..=order.len() {
            let mut longer = order.clone();
            longer.insert(i, last);
            all.push(longer);
        }
    }
    all
}
