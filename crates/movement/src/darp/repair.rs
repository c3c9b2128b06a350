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
const NO_CHOICE: f64 = 1e6;

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

fn by_regret(model: &Model, pool: &mut Pool, solution: &mut Solution, depth: usize, noise: f64, rng: &mut Pcg64Mcg) {
    let mut hopeless: Vec<usize> = Vec::new();
    loop {
        let candidates = vehicles(solution);
        let mut chosen: Option<(f64, usize, usize, Slot)> = None;
        for request in solution.unserved.clone() {
            if hopeless.contains(&request) {
                continue;
            }
            let mut slots: Vec<(f64, usize, Slot)> = Vec::with_capacity(candidates.len());
            for vehicle in candidates.iter().copied() {
                let slot = pool.slot(model, solution.routes[vehicle], request);
                if slot.exists() {
                    slots.push((slot.cost, vehicle, slot));
                }
            }
            slots.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let Some((cheapest, vehicle, slot)) = slots.first().copied() else {
                hopeless.push(request);
                continue;
            };
            let regret = |rank: usize| slots.get(rank).map_or(NO_CHOICE, |other| other.0) - cheapest;
            let mut score = if depth == 1 { -cheapest } else { (1..depth).map(regret).sum() };
            score *= 1.0 + noise * rng.random_range(-1.0..1.0);
            if chosen.is_none_or(|(best, ..)| score > best) {
                chosen = Some((score, request, vehicle, slot));
            }
        }
        let Some((_, request, vehicle, slot)) = chosen else { return };
        let before = solution.unserved.len();
        solution.insert(model, pool, vehicle, request, slot);
        if solution.unserved.len() == before {
            hopeless.push(request);
        }
    }
}
