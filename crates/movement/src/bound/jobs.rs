//! The problem without windows: shortest drives, each unit's work on each kind of vehicle.

use crate::problem::{Problem, Seconds, Unit, Vehicle};
use crate::schedule::{fits, tier_index};
use std::collections::BTreeMap;

/// Stands for "no road".
const NO_WAY: f64 = 1e15;

/// To what the work of a unit is related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    /// Its alighting; the stops of others count.
    Alighting,
    /// Its departure; only its own time counts.
    Departure,
}

/// Vehicles alike in room, offers and hour of being ready.
#[derive(Debug, Clone)]
pub(super) struct Machine {
    /// How many.
    pub count: f64,
    /// Ready from.
    pub from: f64,
    /// Representative.
    vehicle: usize,
    seats: f64,
}

/// A unit as work to be done.
#[derive(Debug, Clone)]
pub(super) struct Job {
    /// Cost per second of its alighting or departure.
    pub slope: f64,
    /// Cost that comes with being moved at all.
    pub fixed: f64,
    /// Cost of not being moved.
    pub stay: f64,
    /// No work on it before this.
    pub release: f64,
    /// Work on each machine and the mean span from work to alighting or departure; `None` if it does not fit.
    pub work: Vec<Option<(f64, f64)>>,
}

/// Jobs and machines.
#[derive(Debug, Clone)]
pub(super) struct Shop {
    pub machines: Vec<Machine>,
    pub jobs: Vec<Job>,
    /// Cost of those no vehicle can take.
    pub lost: f64,
}

/// What is known of a unit without windows.
struct Rider<'a> {
    unit: &'a Unit,
    factor: f64,
    approach: f64,
    first: f64,
    board: f64,
    ride: f64,
    alight: f64,
    risk: f64,
}

pub(super) struct Relaxed<'a> {
    problem: &'a Problem,
    machines: Vec<Machine>,
    riders: Vec<Rider<'a>>,
    lost: f64,
}

impl<'a> Relaxed<'a> {
    /// Leaves all windows out; units with factor 0 are left out too.
    pub fn new(problem: &'a Problem, factor: &dyn Fn(usize, f64) -> f64) -> Self {
        let seconds = closure(problem, |s| s.seconds.max(0) as f64);
        let risk = closure(problem, |s| s.risk.max(0.0));
        let mut relaxed = Self { problem, machines: machines(problem), riders: Vec::new(), lost: 0.0 };
        for unit in &problem.units {
            let factor = factor(tier_index(unit.tier), unit.weight).max(0.0);
            if factor == 0.0 || unit.wait_per_hour <= 0.0 {
                continue;
            }
            match relaxed.rider(unit, factor, &seconds, &risk) {
                Some(rider) => relaxed.riders.push(rider),
                None => relaxed.lost += factor * unit.wait_per_hour * problem.horizon as f64 / 3600.0,
            }
        }
        relaxed
    }

    fn rider(&self, unit: &'a Unit, factor: f64, seconds: &[Vec<f64>], risk: &[Vec<f64>]) -> Option<Rider<'a>> {
        let places = || unit.destinations.iter().filter_map(|&d| Some(self.problem.destinations.get(d)?.place));
        let drive = |table: &[Vec<f64>], from: usize, to: usize| table.get(from).and_then(|row| row.get(to)).copied().unwrap_or(NO_WAY);
        let least = |values: &mut dyn Iterator<Item = f64>| values.fold(NO_WAY, f64::min);
        let able: Vec<&Vehicle> =
            self.problem.vehicles.iter().filter(|v| v.configurations.iter().any(|&room| fits(v, room, unit))).collect();
        let ride = least(&mut places().map(|d| drive(seconds, unit.pickup, d)));
        let first = least(&mut able.iter().map(|v| v.from as f64 + drive(seconds, v.start, unit.pickup)));
        let from_start = least(&mut able.iter().map(|v| drive(seconds, v.start, unit.pickup)));
        let from_gate = least(&mut self.problem.destinations.iter().map(|d| drive(seconds, d.place, unit.pickup)));
        if ride >= NO_WAY || first >= NO_WAY {
            return None;
        }
        let households = f64::from(unit.households);
        Some(Rider {
            unit,
            factor,
            approach: from_start.min(from_gate),
            first,
            board: self.problem.boarding.max(0) as f64 * households,
            ride,
            alight: self.problem.alighting.max(0) as f64 * households,
            risk: least(&mut places().map(|d| drive(risk, unit.pickup, d))).min(1e12),
        })
    }

    /// Everyone fetched at once by a vehicle of its own.
    pub fn at_once(&self) -> f64 {
        let horizon = self.problem.horizon as f64;
        let cost = |r: &Rider| {
            let departs = r.first.max(r.unit.ready as f64) + r.board;
            let harm =
                (r.unit.wait_per_hour * departs + r.unit.ride_per_hour.max(0.0) * r.ride) / 3600.0 + r.unit.risk_factor.max(0.0) * r.risk;
            r.factor * harm.min(r.unit.wait_per_hour * horizon / 3600.0)
        };
        self.lost + self.riders.iter().map(cost).sum::<f64>()
    }

    /// The transport problem for one basis.
    pub fn shop(&self, basis: Basis) -> Shop {
        let jobs = self.riders.iter().map(|rider| self.job(rider, basis)).collect();
        Shop { machines: self.machines.clone(), jobs, lost: self.lost }
    }

    fn job(&self, r: &Rider, basis: Basis) -> Job {
        let (wait, ride) = (r.unit.wait_per_hour / 3600.0, r.unit.ride_per_hour.max(0.0) / 3600.0);
        let risk = r.unit.risk_factor.max(0.0) * r.risk;
        let (slope, fixed) = match basis {
            Basis::Alighting => {
                // wait D + ride (C - D) with C >= D + m, and D no earlier than at once.
                let both = wait.min(ride);
                let at_once = r.first.max(r.unit.ready as f64) + r.board;
                (both, (wait - both) * at_once + (ride - both) * r.ride + risk)
            }
            Basis::Departure => (wait, ride * r.ride + risk),
        };
        let seats = f64::from(r.unit.demand.seats);
        let work = self.machines.iter().map(|machine| {
            let vehicle = self.problem.vehicles.get(machine.vehicle)?;
            vehicle.configurations.iter().any(|&room| fits(vehicle, room, r.unit)).then_some(())?;
            let share = if machine.seats > 0.0 { (seats / machine.seats).min(1.0) } else { 0.0 };
            let parts: [(f64, f64); 4] = match basis {
                // Seconds of work, and from their middle to the beginning of alighting.
                Basis::Alighting => [
                    (share * r.approach, r.ride + r.board + r.approach / 2.0),
                    (r.board, r.ride + r.board / 2.0),
                    (share * r.ride, r.ride / 2.0),
                    (r.alight, -r.alight / 2.0),
                ],
                // The same to the departure.
                Basis::Departure => [
                    (share * r.approach, r.board + r.approach / 2.0),
                    (share * r.board, r.board / 2.0),
                    (share * r.ride, -r.ride / 2.0),
                    (share * r.alight, -r.ride - r.alight / 2.0),
                ],
            };
            let work: f64 = parts.iter().map(|(seconds, _)| seconds).sum();
            (work > 0.0).then(|| (work, parts.iter().map(|(seconds, span)| seconds * span).sum::<f64>() / work))
        });
        Job {
            slope: slope * r.factor,
            fixed: fixed * r.factor,
            stay: wait * self.problem.horizon as f64 * r.factor,
            release: r.first - r.approach,
            work: work.collect(),
        }
    }
}

/// Vehicles alike, merged.
fn machines(problem: &Problem) -> Vec<Machine> {
    let mut kinds: BTreeMap<(u32, Seconds, u64, Vec<crate::problem::Capacity>), Machine> = BTreeMap::new();
    for (v, vehicle) in problem.vehicles.iter().enumerate() {
        let seats = vehicle.configurations.iter().map(|room| room.seats).max().unwrap_or(0);
        // The beginning of the hour: earlier is no harm to a bound, and makes fewer kinds.
        let from = vehicle.from.div_euclid(3600) * 3600;
        let key = (seats, from, vehicle.offers, vehicle.configurations.clone());
        let fresh = Machine { count: 0.0, from: from as f64, vehicle: v, seats: f64::from(seats) };
        kinds.entry(key).or_insert(fresh).count += 1.0;
    }
    kinds.into_values().collect()
}

/// Least sums between all places, over all profiles.
fn closure(problem: &Problem, value: impl Fn(&crate::problem::Stretch) -> f64) -> Vec<Vec<f64>> {
    let n = problem.places;
    let mut least = vec![vec![NO_WAY; n]; n];
    for (i, row) in least.iter_mut().enumerate() {
        for (j, slot) in row.iter_mut().enumerate() {
            let ways = problem.travel.profiles.iter().filter_map(|p| p.ways.get(i)?.get(j)?.as_ref());
            *slot = ways.map(|way| way.stretches.iter().map(&value).sum()).fold(if i == j { 0.0 } else { NO_WAY }, f64::min);
        }
    }
    for k in 0..n {
        let through = least.get(k).cloned().unwrap_or_default();
        for row in &mut least {
            let to_k = row.get(k).copied().unwrap_or(NO_WAY);
            if to_k < NO_WAY {
                row.iter_mut().zip(&through).for_each(|(slot, from_k)| *slot = slot.min(to_k + from_k));
            }
        }
    }
    least
}
