//! One stage of the search: take out, put back, keep what is better or a little worse, cooling down.

use super::budget::Budget;
use super::leaf::Leaf;
use super::model::Model;
use super::ruin;
use super::saved::Saved;
use super::state::{NOWHERE, State};
use rand::RngExt;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;
use std::rc::Rc;

/// With more vehicles than this, a rider is tried only on those that are near.
const MANY_VEHICLES: usize = 40;
/// One place in so many is overlooked, so that the second best is tried too.
const BLINK: u32 = 64;
/// How many units of the bank are tried before the search, and with one move in so many how many more.
const FIRST_TRIED: usize = 300;
const ALSO_TRIED: usize = 4;
const ALSO_EVERY: u32 = 8;
/// First and last temperature, in mean costs of a unit.
const HEAT: (f64, f64) = (0.3, 0.006);

/// One stage: what it may not exceed, and which part of the budget it has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stage {
    /// Most harm of each tier.
    pub caps: [f64; 4],
    /// Share of the cycle at which it begins.
    pub from: f64,
    /// Share of the cycle at which it ends.
    pub to: f64,
}

/// Runs a stage and leaves the best state met in it.
pub(super) fn run(state: &mut State, model: &Model, stage: &Stage, rng: &mut Pcg64Mcg, budget: &mut Budget) {
    let movable = model.riders.iter().filter(|r| r.movable).count();
    let mut best = Saved::of(state);
    if movable == 0 || model.problem.vehicles.is_empty() {
        budget.stopped = true;
        return;
    }
    let moved: f64 = state.routes.iter().map(|route| route.cost).sum();
    let mean = moved.max(1e-9) / movable as f64;
    let mut shaker = Shaker::default();
    while budget.goes_on(stage.to, &best) {
        let done = ((budget.done() - stage.from) / (stage.to - stage.from)).clamp(0.0, 1.0);
        let heat = mean * HEAT.0 * (HEAT.1 / HEAT.0).powf(done);
        let before = state.cost;
        state.open();
        shaker.shake(state, model, rng);
        let allowed = before - heat * rng.random::<f64>().max(1e-12).ln();
        let capped = state.harm.iter().zip(stage.caps).any(|(&harm, cap)| harm > cap);
        if capped || state.cost >= allowed {
            state.roll_back(model);
        } else {
            best.mark(state.changed());
            if state.cost < best.cost - 1e-9 {
                best.save(state);
            }
        }
        budget.made += 1;
    }
    state.restore(model, &best);
}

/// Puts units of the bank where they fit, heaviest first; of a great many only the first.
pub(super) fn complete(state: &mut State, model: &Model, rng: &mut Pcg64Mcg) {
    state.open();
    let mut shaker = Shaker { queue: state.bank.units().to_vec(), ..Shaker::default() };
    shaker.queue.sort_by(|&a, &b| model.riders[b].wait.total_cmp(&model.riders[a].wait).then(a.cmp(&b)));
    shaker.queue.truncate(FIRST_TRIED);
    for i in 0..shaker.queue.len() {
        let u = shaker.queue[i];
        shaker.choose_vehicles(state, model, &[u], rng);
        state.insert(model, u, &shaker.vehicles, &mut || false);
    }
}

/// In which order the bank is put back.
#[derive(Debug, Clone, Copy)]
enum Order {
    Heavy,
    Large,
    Random,
    Far,
}

#[derive(Default)]
struct Shaker {
    leaves: Vec<Rc<Leaf>>,
    queue: Vec<usize>,
    vehicles: Vec<usize>,
}

impl Shaker {
    /// One move.
    fn shake(&mut self, state: &mut State, model: &Model, rng: &mut Pcg64Mcg) {
        self.leaves.clear();
        let count = rng.random_range(1..=16usize).min(model.riders.len() / 3 + 1);
        match rng.random_range(0..100u32) {
            0..45 => ruin::neighbours(state, model, count, rng),
            45..60 => ruin::scattered(state, model, count.min(8), rng),
            60..70 => {
                let length = rng.random_range(1..=3);
                ruin::strings(state, model, length, rng, &mut self.leaves);
                self.leaves.clear();
            }
            70..80 => {
                ruin::trips(state, model, 1, rng, &mut self.leaves);
            }
            80..88 => {
                let length = rng.random_range(2..=4);
                ruin::strings(state, model, length, rng, &mut self.leaves);
            }
            88..93 => ruin::trips(state, model, 3, rng, &mut self.leaves),
            _ => {
                ruin::tails(state, model, rng);
            }
        }
        self.queue.clear();
        self.queue.extend(state.bank.fallen());
        let waiting = state.bank.units();
        if !waiting.is_empty() && rng.random_ratio(1, ALSO_EVERY) {
            (0..ALSO_TRIED).for_each(|_| self.queue.push(waiting[rng.random_range(0..waiting.len())]));
        }
        self.queue.sort_unstable();
        self.queue.dedup();
        let queue = std::mem::take(&mut self.queue);
        self.choose_vehicles(state, model, &queue, rng);
        self.queue = queue;
        self.leaves.shuffle(rng);
        while let Some(leaf) = self.leaves.pop() {
            state.put_trip(model, &leaf, &self.vehicles, &mut || rng.random_ratio(1, BLINK));
        }
        let order = match rng.random_range(0..8u32) {
            0..4 => Order::Heavy,
            4..6 => Order::Random,
            6 => Order::Large,
            _ => Order::Far,
        };
        self.refill(state, model, order, rng);
    }

    /// All vehicles, or where there are many those changed, those that serve the same places, and some others.
    fn choose_vehicles(&mut self, state: &State, model: &Model, units: &[usize], rng: &mut Pcg64Mcg) {
        self.vehicles.clear();
        let n = state.routes.len();
        if n <= MANY_VEHICLES {
            self.vehicles.extend(0..n);
            return;
        }
        self.vehicles.extend(state.changed());
        for &u in units.iter().take(16) {
            let here = &model.at_site[model.riders[u].site];
            for _ in 0..3 {
                let other = here.get(rng.random_range(0..here.len().max(1))).map(|&x| state.on[x]);
                self.vehicles.extend(other.filter(|&v| v < n));
            }
        }
        for _ in 0..8 {
            self.vehicles.push(rng.random_range(0..n));
        }
        self.vehicles.sort_unstable();
        self.vehicles.dedup();
    }

    /// Puts the queue back on trips.
    fn refill(&mut self, state: &mut State, model: &Model, order: Order, rng: &mut Pcg64Mcg) {
        self.queue.shuffle(rng);
        let riders = &model.riders;
        let size = |u: usize| riders[u].demand.seats + 4 * (riders[u].demand.bays + riders[u].demand.stretchers);
        let far = |u: usize| model.table(0).seconds(model.problem.vehicles[0].start, riders[u].site);
        match order {
            Order::Heavy => self.queue.sort_by(|&a, &b| riders[b].wait.total_cmp(&riders[a].wait)),
            Order::Large => self.queue.sort_by_key(|&u| std::cmp::Reverse(size(u))),
            Order::Far => self.queue.sort_by_key(|&u| std::cmp::Reverse(far(u))),
            Order::Random => {}
        }
        for i in 0..self.queue.len() {
            let u = self.queue[i];
            if state.on[u] == NOWHERE {
                state.insert(model, u, &self.vehicles, &mut || rng.random_ratio(1, BLINK));
            }
        }
    }
}
