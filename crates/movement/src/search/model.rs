//! The problem compiled for the search: driving times in flat tables, rates per second, who may ride where.

use crate::problem::{Capacity, Problem, Seconds, Unit, Vehicle};
use crate::schedule::{Shortest, fits, tier_index};
use std::collections::BTreeSet;

/// Driving time that stands for "no road".
pub(super) const NO_WAY: Seconds = Seconds::MAX / 64;

/// Most pick-ups, and most drop-offs, that the search gives a trip.
pub(super) const STOPS: usize = 6;

/// A unit in the numbers of the search. Rates are scaled by the stage of the search ([`Model::set_scale`]).
#[derive(Debug, Clone)]
pub(super) struct Rider {
    /// Place of its pick-up.
    pub site: usize,
    /// Destinations with their places, preferred first.
    pub gates: Vec<(usize, usize)>,
    /// What it takes.
    pub demand: Capacity,
    /// What it asks for.
    pub asks: u64,
    /// Index of its tier, 0 to 3.
    pub tier: usize,
    /// Boarding time.
    pub board: Seconds,
    /// Alighting time.
    pub alight: Seconds,
    /// Cost per second of waiting, of riding, and per unit of risk.
    pub wait: f64,
    /// Cost per second of riding.
    pub ride: f64,
    /// Cost per unit of risk.
    pub risk: f64,
    /// Cost of not being moved.
    pub stay: f64,
    /// Factor from harm to cost.
    pub scale: f64,
    /// Whether any vehicle could ever take it, and the search may: a convoy stays as it was formed.
    pub movable: bool,
    /// Units it must be kept apart from.
    pub foes: Vec<usize>,
    /// Pick-up promised to it.
    pub promised: Option<Seconds>,
}

/// Driving times and risks of one profile.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    places: usize,
    seconds: Vec<Seconds>,
    risk: Vec<f64>,
}

impl Table {
    /// Seconds of driving.
    #[inline]
    pub fn seconds(&self, from: usize, to: usize) -> Seconds {
        self.seconds.get(from * self.places + to).copied().unwrap_or(NO_WAY)
    }

    /// Risk of driving, per person.
    #[inline]
    pub fn risk(&self, from: usize, to: usize) -> f64 {
        self.risk.get(from * self.places + to).copied().unwrap_or(0.0)
    }
}

/// The compiled problem.
#[derive(Debug, Clone)]
pub(super) struct Model<'a> {
    pub problem: &'a Problem,
    pub tables: Vec<Table>,
    pub riders: Vec<Rider>,
    /// Nothing depends on the hour of the day nor on other vehicles: costs follow from driving times alone.
    pub free_flow: bool,
    /// Some road has a risk.
    pub risky: bool,
    /// Sites from near to far, per site (by the first profile).
    pub near: Vec<Vec<usize>>,
    /// Units per place.
    pub at_site: Vec<Vec<usize>>,
    /// Extra harm per person of not being moved: whoever can be moved is.
    left_behind: f64,
    /// Cost per changed promise.
    pub promise_cost: f64,
}

impl<'a> Model<'a> {
    pub fn new(problem: &'a Problem, promised: &[Option<Seconds>]) -> Self {
        let tables: Vec<Table> = problem.travel.profiles.iter().map(|profile| table(problem, &profile.ways)).collect();
        let shortest = Shortest::new(problem);
        let mut foes = vec![Vec::new(); problem.units.len()];
        for &(a, b) in &problem.apart {
            for (x, y) in [(a, b), (b, a)] {
                if let Some(list) = foes.get_mut(x) {
                    let list: &mut Vec<usize> = list;
                    list.push(y);
                }
            }
        }
        let in_convoy: BTreeSet<usize> = problem.convoys.iter().flatten().copied().collect();
        let mut at_site = vec![Vec::new(); problem.places];
        let riders: Vec<Rider> = problem
            .units
            .iter()
            .zip(foes)
            .enumerate()
            .map(|(u, (unit, foes))| {
                let movable = !in_convoy.contains(&u)
                    && unit.pickup < problem.places
                    && problem.vehicles.iter().any(|v| can_take(problem, &tables, &shortest, v, unit));
                if movable && let Some(list) = at_site.get_mut(unit.pickup) {
                    let list: &mut Vec<usize> = list;
                    list.push(u);
                }
                rider(problem, unit, foes, movable, promised.get(u).copied().flatten())
            })
            .collect();
        let near = neighbours(problem, &tables, &at_site);
        let left_behind = problem
            .units
            .iter()
            .map(|u| {
                (u.wait_per_hour.max(0.0) + u.ride_per_hour.max(0.0)) * problem.horizon as f64 / 3600.0 / f64::from(u.people.max(1))
                    + u.risk_factor.max(0.0)
            })
            .fold(1.0, f64::max);
        let mut model = Self {
            problem,
            free_flow: is_free_flow(problem) && promised.iter().all(Option::is_none),
            risky: tables.iter().any(|t| t.risk.iter().any(|&r| r != 0.0)),
            tables,
            riders,
            near,
            at_site,
            left_behind,
            promise_cost: 0.0,
        };
        model.set_scale([1.0; 4]);
        model
    }

    /// Sets what the search minimises: harm x weight x the factor of the tier.
    pub fn set_scale(&mut self, factors: [f64; 4]) {
        for (rider, unit) in self.riders.iter_mut().zip(&self.problem.units) {
            let scale = factors.get(rider.tier).copied().unwrap_or(1.0) * unit.weight;
            rider.scale = scale;
            rider.wait = scale * unit.wait_per_hour / 3600.0;
            rider.ride = scale * unit.ride_per_hour / 3600.0;
            rider.risk = scale * unit.risk_factor;
            rider.stay =
                scale * (unit.wait_per_hour * self.problem.horizon as f64 / 3600.0 + self.left_behind * f64::from(unit.people.max(1)));
        }
    }

    /// Driving table of a vehicle.
    #[inline]
    pub fn table(&self, v: usize) -> &Table {
        static EMPTY: Table = Table { places: 0, seconds: Vec::new(), risk: Vec::new() };
        self.problem.vehicles.get(v).and_then(|vehicle| self.tables.get(vehicle.profile)).unwrap_or(&EMPTY)
    }

    /// Configuration of a vehicle that holds a load.
    #[inline]
    pub fn configuration(&self, v: usize, load: Capacity) -> Option<usize> {
        self.problem.vehicles.get(v)?.configurations.iter().position(|room| room.holds(load))
    }

    /// Whether a vehicle offers what a rider asks for.
    #[inline]
    pub fn offers(&self, v: usize, rider: &Rider) -> bool {
        self.problem.vehicles.get(v).is_some_and(|vehicle| rider.asks & !vehicle.offers == 0)
    }
}

fn rider(problem: &Problem, unit: &Unit, foes: Vec<usize>, movable: bool, promised: Option<Seconds>) -> Rider {
    Rider {
        site: unit.pickup,
        gates: unit.destinations.iter().filter_map(|&d| Some((d, problem.destinations.get(d)?.place))).collect(),
        demand: unit.demand,
        asks: unit.asks,
        tier: tier_index(unit.tier),
        board: problem.boarding * Seconds::from(unit.households),
        alight: problem.alighting * Seconds::from(unit.households),
        wait: 0.0,
        ride: 0.0,
        risk: 0.0,
        stay: 0.0,
        scale: 0.0,
        movable,
        foes,
        promised,
    }
}

fn can_take(problem: &Problem, tables: &[Table], shortest: &Shortest, vehicle: &Vehicle, unit: &Unit) -> bool {
    vehicle.configurations.iter().any(|&room| fits(vehicle, room, unit))
        && tables.get(vehicle.profile).is_some_and(|table| {
            table.seconds(vehicle.start, unit.pickup) < NO_WAY
                && unit.destinations.iter().any(|&d| shortest.allows(problem, vehicle.profile, unit, d))
        })
}

fn table(problem: &Problem, ways: &[Vec<Option<crate::problem::Way>>]) -> Table {
    let n = problem.places;
    let mut table = Table { places: n, seconds: vec![NO_WAY; n * n], risk: vec![0.0; n * n] };
    for (from, row) in ways.iter().enumerate().take(n) {
        for (to, way) in row.iter().enumerate().take(n) {
            let (Some(way), Some(seconds), Some(risk)) = (way, table.seconds.get_mut(from * n + to), table.risk.get_mut(from * n + to))
            else {
                continue;
            };
            *seconds = way.stretches.iter().map(|s| s.seconds.max(0)).sum();
            *risk = way.stretches.iter().map(|s| s.risk).sum();
        }
    }
    table
}

fn neighbours(problem: &Problem, tables: &[Table], at_site: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let sites: Vec<usize> = (0..problem.places).filter(|&p| at_site.get(p).is_some_and(|units| !units.is_empty())).collect();
    let Some(table) = tables.first() else { return vec![Vec::new(); problem.places] };
    (0..problem.places)
        .map(|place| {
            let mut near: Vec<usize> = if at_site.get(place).is_some_and(|units| !units.is_empty()) { sites.clone() } else { Vec::new() };
            near.sort_by_key(|&other| (table.seconds(place, other).min(table.seconds(other, place)), other));
            near
        })
        .collect()
}

/// Whether costs follow from driving times alone, whatever the hour and whatever other vehicles do.
fn is_free_flow(problem: &Problem) -> bool {
    let travel = &problem.travel;
    let people: u64 = problem.units.iter().map(|u| u64::from(u.people)).sum();
    let shut = || {
        travel.profiles.iter().flat_map(|p| p.ways.iter().flatten().flatten()).any(|way| way.stretches.iter().any(|s| !s.shut.is_empty()))
    };
    travel.no_drive.is_empty()
        && travel.max_drive_per_day.is_none()
        && travel.break_after.is_none()
        && problem.apart.is_empty()
        && problem.convoys.is_empty()
        && problem.vehicles.iter().all(|v| v.range_m.is_none())
        && problem.units.iter().all(|u| {
            u.ready <= 0 && u.arrive_by.is_none() && u.max_ride.is_none() && !u.second_adult && (!u.day_only || travel.dark.is_empty())
        })
        && problem.destinations.iter().all(|d| {
            d.taken.iter().all(|&n| n == 0)
                && u64::from(d.capacity) >= people
                && u64::from(d.per_day) >= people
                && matches!(d.open.as_slice(), [(from, to)] if *from <= 0 && *to > problem.horizon)
        })
        && !shut()
}
