//! How requests without a vehicle are planned again.

use super::insertion::Slot;
use super::model::Model;
use super::pool::{Pool, UNUSED};
use super::solution::Solution;
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// Ways of planning, from quick and varied to far-sighted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repair {
    /// One by one in an order drawn anew, each at its cheapest place; now and then a vehicle is overlooked.
    InOrder,
    /// The cheapest of all insertions first.
    Cheapest,
    /// First who would lose most by waiting for their second-best vehicle.
    Regret2,
    /// The same over the three best vehicles.
    Regret3,
}

impl Repair {
    pub const ALL: [Self; 4] = [Self::InOrder, Self::Cheapest, Self::Regret2, Self::Regret3];
}

/// How often a vehicle is overlooked by [`Repair::InOrder`].
const OVERLOOK: f64 = 0.02;
/// What a vehicle that can't take a request counts in a regret: more than any detour, so that who has few choices goes first.
const NO_CHOICE: f32 = 1e6;

/// Plans as many of the unserved as fit.
pub(super) fn plan(repair: Repair, model: &Model, pool: &mut Pool, solution: &mut Solution, rng: &mut Pcg64Mcg) {
    match repair {
        Repair::InOrder => in_order(model, pool, solution, rng),
        Repair::Cheapest => by_regret(model, pool, solution, 1, 0.0, rng),
        Repair::Regret2 => by_regret(model, pool, solution, 2, 0.1, rng),
        Repair::Regret3 => by_regret(model, pool, solution, 3, 0.1, rng),
    }
}

/// The vehicles worth looking at: those in use, and one that isn't.
fn vehicles(solution: &Solution) -> Vec<usize> {
    let unused = solution.routes.iter().position(|id| *id == UNUSED);
    (0..solution.routes.len()).filter(|vehicle| solution.routes[*vehicle] != UNUSED || Some(*vehicle) == unused).collect()
}

fn in_order(model: &Model, pool: &mut Pool, solution: &mut Solution, rng: &mut Pcg64Mcg) {
    let kind = rng.random_range(0..5);
    let mut keyed: Vec<(f64, usize)> = Vec::with_capacity(solution.unserved.len());
    for request in solution.unserved.iter().copied() {
        let drop = model.drop_of(request);
        let key = match kind {
            0 | 1 => rng.random(),
            2 => -model.distance(0, request) - model.distance(0, drop),
            3 => model.distance(0, request) + model.distance(0, drop),
            _ => model.closes[request],
        };
        keyed.push((key, request));
    }
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    for (_, request) in keyed {
        let mut best: Option<(usize, Slot)> = None;
        for vehicle in vehicles(solution) {
            if rng.random_bool(OVERLOOK) {
                continue;
            }
            let slot = pool.slot(model, solution.routes[vehicle], request);
            if slot.exists() && best.is_none_or(|(_, other)| slot.cost < other.cost) {
                best = Some((vehicle, slot));
            }
        }
        if let Some((vehicle, slot)) = best {
            solution.insert(model, pool, vehicle, request, slot);
        }
    }
}

/// What each waiting request costs on each vehicle; infinite where it can't go.
struct Costs {
    waiting: Vec<usize>,
    vehicles: usize,
    costs: Vec<f32>,
}

impl Costs {
    fn new(model: &Model, pool: &mut Pool, solution: &Solution) -> Self {
        let vehicles = solution.routes.len();
        let waiting = solution.unserved.clone();
        let costs = vec![f32::INFINITY; vehicles * waiting.len()];
        let mut all = Self { waiting, vehicles, costs };
        for vehicle in self::vehicles(solution) {
            all.update(model, pool, solution, vehicle);
        }
        all
    }

    fn update(&mut self, model: &Model, pool: &mut Pool, solution: &Solution, vehicle: usize) {
        for (at, request) in self.waiting.iter().enumerate() {
            self.costs[at * self.vehicles + vehicle] = pool.slot(model, solution.routes[vehicle], *request).cost;
        }
    }

    fn drop(&mut self, at: usize) {
        let last = self.waiting.len() - 1;
        self.waiting.swap_remove(at);
        self.costs.copy_within(last * self.vehicles.., at * self.vehicles);
        self.costs.truncate(last * self.vehicles);
    }

    /// The vehicles with the three least costs.
    fn cheapest(&self, at: usize) -> [(f32, usize); 3] {
        let mut top = [(f32::INFINITY, 0); 3];
        for (vehicle, cost) in self.costs[at * self.vehicles..(at + 1) * self.vehicles].iter().enumerate() {
            if *cost < top[2].0 {
                top[2] = (*cost, vehicle);
                if top[2].0 < top[1].0 {
                    top.swap(1, 2);
                }
                if top[1].0 < top[0].0 {
                    top.swap(0, 1);
                }
            }
        }
        top
    }
}

fn by_regret(model: &Model, pool: &mut Pool, solution: &mut Solution, depth: usize, noise: f64, rng: &mut Pcg64Mcg) {
    let mut costs = Costs::new(model, pool, solution);
    loop {
        let mut chosen: Option<(f64, usize, usize)> = None;
        let mut at = 0;
        while at < costs.waiting.len() {
            let [(cheapest, vehicle), others @ ..] = costs.cheapest(at);
            if cheapest == f32::INFINITY {
                costs.drop(at);
                continue;
            }
            let regret = |(cost, _): &(f32, usize)| f64::from(cost.min(NO_CHOICE) - cheapest);
            let mut score = if depth == 1 { -f64::from(cheapest) } else { others.iter().take(depth - 1).map(regret).sum() };
            if noise > 0.0 {
                score *= 1.0 + noise * rng.random_range(-1.0..1.0);
            }
            if chosen.is_none_or(|(best, ..)| score > best) {
                chosen = Some((score, at, vehicle));
            }
            at += 1;
        }
        let Some((_, at, vehicle)) = chosen else { return };
        let request = costs.waiting[at];
        let opened = solution.routes[vehicle] == UNUSED;
        let slot = pool.slot(model, solution.routes[vehicle], request);
        solution.insert(model, pool, vehicle, request, slot);
        costs.drop(at);
        costs.update(model, pool, solution, vehicle);
        if let Some(unused) = solution.routes.iter().position(|id| *id == UNUSED).filter(|_| opened) {
            costs.update(model, pool, solution, unused);
        }
    }
}
