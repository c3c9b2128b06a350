//! A vehicle's trips in order, with where it stands and what it costs.

use super::leaf::Leaf;
use super::model::{Model, NO_WAY};
use crate::schedule::{Run, Visit, arrival_day, run_trip, unit_harm};
use std::rc::Rc;

/// A promise counts as kept within so many seconds.
const KEPT: i64 = 900;

/// A vehicle's trips.
#[derive(Debug, Clone, Default)]
pub(super) struct Route {
    pub leaves: Vec<Rc<Leaf>>,
    /// Before each trip, and after the last.
    pub at: Vec<Visit>,
    /// Cost per second of delay of trip `i` and all later ones.
    pub rate_from: Vec<f64>,
    /// Cost of each trip (promises included) and its harm per tier.
    pub costs: Vec<(f64, [f64; 4])>,
    /// Cost of all trips.
    pub cost: f64,
    /// Harm per tier of all trips.
    pub harm: [f64; 4],
    /// How many leading trips must stay.
    pub frozen: usize,
    /// Drop-offs: trip, destination, day, people. Empty in free flow.
    pub arrivals: Vec<(usize, usize, usize, u32)>,
}

impl Route {
    pub fn new(model: &Model, v: usize) -> Self {
        let at = model.problem.vehicles.get(v).map(Visit::start).into_iter().collect();
        Self { at, rate_from: vec![0.0], ..Self::default() }
    }

    /// Times every trip from index `from` on; `false` (and an unusable route) if one breaks a rule of its own.
    ///
    /// `old` is the vehicle's route as it was: what comes after a change that no longer makes a difference is taken from it.
    pub fn retime(&mut self, model: &Model, v: usize, from: usize, old: Option<&Self>, run: &mut Run) -> bool {
        let done = if model.free_flow { self.shift(model, v, from) } else { self.replay(model, v, from, old, run) };
        if done.is_some() {
            self.sum_up();
        }
        done.is_some()
    }

    /// In free flow times follow from the sums.
    fn shift(&mut self, model: &Model, v: usize, from: usize) -> Option<()> {
        let vehicle = model.problem.vehicles.get(v)?;
        let table = model.table(v);
        self.at.truncate(from + 1);
        self.costs.truncate(from);
        let mut at = self.at.last().copied()?;
        for leaf in self.leaves.iter().skip(from) {
            let reach = at.free.max(leaf.trip.not_before) + table.seconds(at.place, leaf.first);
            let end = reach + leaf.length;
            if end > vehicle.until || end > model.problem.horizon || end >= NO_WAY {
                return None;
            }
            let mut harm = leaf.harm;
            harm.iter_mut().zip(leaf.harm_rate).for_each(|(h, rate)| *h += rate * reach as f64);
            self.costs.push((leaf.cost + leaf.rate * reach as f64, harm));
            (at.place, at.free) = (leaf.last, end + model.problem.turnaround);
            self.at.push(at);
        }
        Some(())
    }

    /// Where windows matter each trip is run.
    fn replay(&mut self, model: &Model, v: usize, from: usize, old: Option<&Self>, run: &mut Run) -> Option<()> {
        let vehicle = model.problem.vehicles.get(v)?;
        self.at.truncate(from + 1);
        self.costs.truncate(from);
        self.arrivals.retain(|&(trip, ..)| trip < from);
        let mut at = self.at.last().copied()?;
        // Trips from here on are the same as the last ones of the old route.
        let same = old.map_or(0, |old| self.leaves.iter().rev().zip(old.leaves.iter().rev()).take_while(|(a, b)| Rc::ptr_eq(a, b)).count());
        let unchanged = (self.leaves.len() - same).max(from);
        for i in from..self.leaves.len() {
            if let Some(old) = old.filter(|_| i >= unchanged) {
                let k = i + old.leaves.len() - self.leaves.len();
                if old.at.get(k) == Some(&at) {
                    self.at.extend_from_slice(old.at.get(k + 1..)?);
                    self.costs.extend_from_slice(old.costs.get(k..)?);
                    self.arrivals.extend(
                        old.arrivals.iter().filter(|arrival| arrival.0 >= k).map(|&(t, d, day, people)| (t - k + i, d, day, people)),
                    );
                    return Some(());
                }
            }
            run.rides.clear();
            run.arrivals.clear();
            run_trip(model.problem, vehicle, &self.leaves.get(i)?.trip, &mut at, run).ok()?;
            if vehicle.range_m.is_none() {
                at.clock.meters = 0;
            }
            self.costs.push(price(model, run));
            self.arrivals.extend(run.arrivals.iter().map(|&(d, begin, people)| (i, d, arrival_day(model.problem, begin), people)));
            self.at.push(at);
        }
        Some(())
    }

    fn sum_up(&mut self) {
        (self.cost, self.harm) = (0.0, [0.0; 4]);
        for (cost, harm) in &self.costs {
            self.cost += cost;
            self.harm.iter_mut().zip(harm).for_each(|(sum, h)| *sum += h);
        }
        self.rate_from.clear();
        self.rate_from.resize(self.leaves.len() + 1, 0.0);
        let mut rate = 0.0;
        for (i, leaf) in self.leaves.iter().enumerate().rev() {
            rate += leaf.rate;
            self.rate_from[i] = rate;
        }
    }

    /// Index of the trip that carries a unit of a site.
    pub fn find(&self, site: usize, unit: usize) -> Option<usize> {
        self.leaves.iter().position(|leaf| leaf.trip.pickups.iter().any(|(place, units)| *place == site && units.contains(&unit)))
    }
}

/// Cost and harm of the rides of one trip.
fn price(model: &Model, run: &Run) -> (f64, [f64; 4]) {
    let (mut cost, mut harms) = (0.0, [0.0; 4]);
    for &(u, left, alights, risk) in &run.rides {
        let (Some(rider), Some(unit)) = (model.riders.get(u), model.problem.units.get(u)) else { continue };
        let harm = unit_harm(unit, left, alights, risk);
        cost += harm * rider.scale;
        if let Some(sum) = harms.get_mut(rider.tier) {
            *sum += harm;
        }
        if rider.promised.is_some_and(|promised| (promised - left).abs() > KEPT) {
            cost += model.promise_cost;
        }
    }
    (cost, harms)
}
