//! The search: adaptive large neighbourhood search with annealing, and now and then the best combination of good routes met so far.

use super::accept::Annealing;
use super::destroy::{self, Likeness, Removal};
use super::instance::Darp;
use super::model::{Model, ROUNDING};
use super::plan::{DarpPlan, Stop, Unserved};
use super::pool::Pool;
use super::recombine::Columns;
use super::repair::{self, Repair};
use super::route::Route;
use super::schedule::Draft;
use super::solution::Solution;
use base::Reason;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Where the search is; handed to the caller after each step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Steps taken.
    pub iteration: u64,
    /// Distance of the best plan so far.
    pub distance: f64,
    /// Requests that the best plan leaves out.
    pub unserved: usize,
}

/// Steps between two searches for a better combination of routes.
const STEPS_BETWEEN_RECOMBINATIONS: u64 = 4_000;
/// Routes of solutions up to this much worse than the best may be part of a better one.
const WORTH_REMEMBERING: f64 = 1.02;
/// Most requests taken off at a time.
const MOST_REMOVED: usize = 35;

/// Searches for a plan of least distance that serves as many requests as possible, until `keep_going` says no (it is asked after every step).
///
/// What is returned keeps every limit of the instance. With the same instance, seed and number of steps the plan is the same.
pub fn solve(darp: &Darp, seed: u64, keep_going: &mut dyn FnMut(Progress) -> bool) -> DarpPlan {
    let model = Model::new(darp);
    let Some(pool) = Pool::find(&model) else {
        let reason = Reason::new("darp-depot-closed");
        let unserved = (1..=model.requests).map(|request| Unserved { request, reason: reason.clone() }).collect();
        return DarpPlan { vehicles: vec![Vec::new(); model.vehicles], unserved };
    };
    let mut refused = Vec::new();
    let mut wanted = Vec::new();
    for request in 1..=model.requests {
        match refuse(darp, &model, request) {
            Some(reason) => refused.push(Unserved { request, reason }),
            None => wanted.push(request),
        }
    }
    let mut search = Search::new(&model, pool, wanted, seed);
    if !search.wanted.is_empty() && model.vehicles > 0 {
        search.run(keep_going);
    }
    search.write(refused)
}

/// Why a request can't be served even by a vehicle of its own.
fn refuse(darp: &Darp, model: &Model, request: usize) -> Option<Reason> {
    let drop = model.drop_of(request);
    let stops = [0, request as u32, drop as u32, model.end() as u32];
    if Route::find(model, &stops, &mut Draft::default()).is_some() {
        return None;
    }
    let direct = model.distance(request, drop);
    Some(if model.load[request] > model.capacity {
        Reason::new("darp-load-over-capacity").with("load", model.load[request]).with("capacity", model.capacity)
    } else if direct > darp.max_ride + ROUNDING {
        Reason::new("darp-ride-over-limit").with("direct", format!("{direct:.1}")).with("limit", darp.max_ride)
    } else if model.opens[request] > model.closes[request] || model.opens[drop] > model.closes[drop] {
        Reason::new("darp-windows-apart")
    } else {
        Reason::new("darp-duration-over-limit").with("limit", darp.max_duration)
    })
}

struct Search<'a> {
    model: &'a Model,
    likeness: Likeness,
    pool: Pool,
    columns: Columns,
    wanted: Vec<usize>,
    rng: Pcg64Mcg,
    /// More than any plan's distance per request, so that serving more always wins.
    penalty: f64,
    current: Solution,
    best: Solution,
    removals: Weights<{ Removal::ALL.len() }>,
    repairs: Weights<{ Repair::ALL.len() }>,
}

impl<'a> Search<'a> {
    fn new(model: &'a Model, pool: Pool, wanted: Vec<usize>, seed: u64) -> Self {
        let end = model.end();
        let alone = |request: &usize| {
            let drop = model.drop_of(*request);
            model.distance(0, *request) + model.distance(*request, drop) + model.distance(drop, end)
        };
        let penalty = 1.0 + 2.0 * wanted.iter().map(alone).fold(0.0, f64::max);
        let empty = Solution::empty(model, &wanted);
        Self {
            model,
            likeness: Likeness::new(model),
            pool,
            columns: Columns::default(),
            wanted,
            rng: Pcg64Mcg::seed_from_u64(seed),
            penalty,
            current: empty.clone(),
            best: empty,
            removals: Weights::default(),
            repairs: Weights::default(),
        }
    }

    fn cost(&self, solution: &Solution) -> f64 {
        solution.distance(&self.pool) + self.penalty * solution.unserved.len() as f64
    }

    /// Whether a solution serves more than the best, or as many over less distance.
    fn beats_best(&self, solution: &Solution) -> bool {
        let distance = |solution: &Solution| solution.distance(&self.pool);
        match solution.unserved.len().cmp(&self.best.unserved.len()) {
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Equal => distance(solution) < distance(&self.best) - ROUNDING,
            std::cmp::Ordering::Greater => false,
        }
    }

    fn run(&mut self, keep_going: &mut dyn FnMut(Progress) -> bool) {
        repair::plan(Repair::Regret2, self.model, &mut self.pool, &mut self.current, &mut self.rng);
        self.best = self.current.clone();
        let mut annealing = Annealing::new(self.wanted.len());
        let mut iteration = 0;
        loop {
            let progress = Progress { iteration, distance: self.best.distance(&self.pool), unserved: self.best.unserved.len() };
            if !keep_going(progress) {
                return;
            }
            iteration += 1;
            self.step(&annealing);
            if iteration % STEPS_BETWEEN_RECOMBINATIONS == 0 {
                self.recombine();
            }
            if annealing.round_ends() {
                self.current = self.best.clone();
            }
            self.pool.compact(&mut [&mut self.current, &mut self.best]);
        }
    }

    fn step(&mut self, annealing: &Annealing) {
        let removal = self.removals.draw(&mut self.rng);
        let repair = self.repairs.draw(&mut self.rng);
        let most = (self.wanted.len() * 2 / 5).clamp(2.min(self.wanted.len()), MOST_REMOVED);
        let count = self.rng.random_range(1..=most.max(1));
        let mut next = self.current.clone();
        let requests = destroy::choose(Removal::ALL[removal], self.model, &self.likeness, &self.pool, &next, count, &mut self.rng);
        next.remove(self.model, &mut self.pool, &requests);
        repair::plan(Repair::ALL[repair], self.model, &mut self.pool, &mut next, &mut self.rng);
        let (now, before) = (self.cost(&next), self.cost(&self.current));
        let merit = if self.beats_best(&next) {
            self.best = next.clone();
            20.0
        } else if now < before - ROUNDING {
            8.0
        } else if now > before + ROUNDING && annealing.accepts(now, before, &mut self.rng) {
            2.0
        } else {
            0.0
        };
        self.removals.learn(removal, merit);
        self.repairs.learn(repair, merit);
        if now < self.cost(&self.best) * WORTH_REMEMBERING {
            self.columns.remember(self.model, &self.pool, &next);
        }
        if merit > 0.0 {
            self.current = next;
        }
    }

    fn recombine(&mut self) {
        let limit = self.cost(&self.best);
        let Some(routes) = self.columns.find_shorter(self.model, &self.wanted, limit) else { return };
        let mut found = Solution::empty(self.model, &[]);
        for (vehicle, stops) in routes.iter().enumerate() {
            let Some(id) = self.pool.intern(self.model, stops) else { return };
            found.routes[vehicle] = id;
        }
        if self.beats_best(&found) {
            self.best = found.clone();
            self.current = found;
        }
    }

    fn write(self, refused: Vec<Unserved>) -> DarpPlan {
        let stop_of = |stop: &u32| match *stop as usize {
            stop if self.model.is_pickup(stop) => Some(Stop::Pickup(stop)),
            stop if self.model.is_drop(stop) => Some(Stop::Dropoff(stop - self.model.requests)),
            _ => None,
        };
        let stops_of = |id: &usize| self.pool.get(*id).stops.iter().filter_map(stop_of).collect();
        let left = self.best.unserved.iter().map(|request| Unserved { request: *request, reason: Reason::new("darp-no-place-found") });
        let mut unserved: Vec<Unserved> = refused.into_iter().chain(left).collect();
        unserved.sort_by_key(|left| left.request);
        DarpPlan { vehicles: self.best.routes.iter().map(stops_of).collect(), unserved }
    }
}

/// How well each of several ways has done lately.
struct Weights<const N: usize>([f64; N]);

impl<const N: usize> Default for Weights<N> {
    fn default() -> Self {
        Self([1.0; N])
    }
}

impl<const N: usize> Weights<N> {
    const REACTION: f64 = 0.005;
    const FLOOR: f64 = 0.2;

    fn draw(&self, rng: &mut Pcg64Mcg) -> usize {
        let mut left = rng.random::<f64>() * self.0.iter().sum::<f64>();
        for (way, weight) in self.0.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return way;
            }
        }
        N - 1
    }

    fn learn(&mut self, way: usize, merit: f64) {
        self.0[way] = (self.0[way] * (1.0 - Self::REACTION) + merit * Self::REACTION).max(Self::FLOOR);
    }
}
