//! The best way to put together good routes met so far: a set-partitioning problem over them.
//!
//! Prices per request come from a subgradient method on the Lagrangian dual; columns whose reduced cost exceeds the gap can't be in a better
//! solution and are dropped; a depth-first search with the same bound looks for one among the rest, up to an amount of work.

use super::model::Model;
use super::pool::Pool;
use super::solution::Solution;
use std::collections::HashMap;

/// Most columns kept; the oldest that aren't in use go first.
const MOST_COLUMNS: usize = 30_000;
const DUAL_STEPS: usize = 150;
/// Looks at columns that the exact search may take.
const MOST_WORK: usize = 10_000_000;
/// Columns tried exactly.
const MOST_TRIED: usize = 4_000;

/// A set of requests and the cheapest known route that serves exactly them.
struct Column {
    requests: Box<[u32]>,
    distance: f64,
    stops: Box<[u32]>,
}

/// Good routes met so far, one per set of requests.
#[derive(Default)]
pub(super) struct Columns {
    all: Vec<Column>,
    known: HashMap<Box<[u32]>, usize>,
    prices: Vec<f64>,
    fresh: bool,
}

impl Columns {
    /// Remembers the routes of a solution.
    pub fn remember(&mut self, model: &Model, pool: &Pool, solution: &Solution) {
        for id in &solution.routes {
            let route = pool.get(*id);
            let mut requests: Vec<u32> = route.requests(model).map(|request| request as u32).collect();
            if requests.is_empty() {
                continue;
            }
            requests.sort_unstable();
            if let Some(at) = self.known.get(requests.as_slice()) {
                let column = &mut self.all[*at];
                if route.distance < column.distance {
                    column.distance = route.distance;
                    column.stops = route.stops.clone();
                    self.fresh = true;
                }
                continue;
            }
            self.known.insert(requests.as_slice().into(), self.all.len());
            self.all.push(Column { requests: requests.into(), distance: route.distance, stops: route.stops.clone() });
            self.fresh = true;
        }
    }

    /// A solution of these requests that is shorter than `best`, which serves them all, if the search finds one.
    pub fn find_shorter(&mut self, model: &Model, wanted: &[usize], best: f64) -> Option<Vec<Box<[u32]>>> {
        if !std::mem::take(&mut self.fresh) {
            return None;
        }
        if self.all.len() > MOST_COLUMNS {
            self.all.drain(..self.all.len() - MOST_COLUMNS / 2);
            self.known = self.all.iter().enumerate().map(|(at, column)| (column.requests.clone(), at)).collect();
        }
        let (prices, bound) = self.dual(model, wanted, best);
        let gap = best - bound;
        let mut tried: Vec<(f64, &Column)> = self.all.iter().map(|column| (column.reduced(&prices), column)).collect();
        tried.retain(|(reduced, _)| *reduced < gap);
        tried.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.requests.cmp(&b.1.requests)));
        tried.truncate(MOST_TRIED);
        let mut cover = Cover::new(model, wanted, &tried, best);
        cover.search(model.vehicles, 0.0, wanted.iter().map(|request| prices[*request]).sum());
        let found = cover.found.map(|chosen| chosen.into_iter().map(|at| tried[at].1.stops.clone()).collect());
        self.prices = prices;
        found
    }

    /// Prices per request, and the lower bound that they prove for solutions made of known columns.
    fn dual(&self, model: &Model, wanted: &[usize], best: f64) -> (Vec<f64>, f64) {
        let mut prices = self.prices.clone();
        if prices.len() != model.requests + 1 {
            prices = vec![0.0; model.requests + 1];
            for request in wanted {
                prices[*request] = best / wanted.len() as f64;
            }
        }
        let mut top = (prices.clone(), f64::NEG_INFINITY);
        let mut pace = 1.0;
        let mut stalled = 0;
        for _ in 0..DUAL_STEPS {
            let mut chosen: Vec<(f64, usize)> = Vec::new();
            for (at, column) in self.all.iter().enumerate() {
                let reduced = column.reduced(&prices);
                if reduced < 0.0 {
                    chosen.push((reduced, at));
                }
            }
            if chosen.len() > model.vehicles {
                chosen.select_nth_unstable_by(model.vehicles, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                chosen.truncate(model.vehicles);
            }
            let bound: f64 = wanted.iter().map(|request| prices[*request]).sum::<f64>() + chosen.iter().map(|(cost, _)| cost).sum::<f64>();
            if bound > top.1 {
                top = (prices.clone(), bound);
                stalled = 0;
            } else {
                stalled += 1;
                if stalled == 8 {
                    stalled = 0;
                    pace /= 2.0;
                    prices.clone_from(&top.0);
                }
            }
            let mut missing = vec![0.0; prices.len()];
            for request in wanted {
                missing[*request] = 1.0;
            }
            for (_, at) in &chosen {
                for request in &self.all[*at].requests {
                    missing[*request as usize] -= 1.0;
                }
            }
            let norm: f64 = missing.iter().map(|gap| gap * gap).sum();
            if norm == 0.0 || best - top.1 < 1e-7 {
                break;
            }
            let step = pace * (best - bound).max(1e-3 * best) / norm;
            for (price, gap) in prices.iter_mut().zip(missing) {
                *price += step * gap;
            }
        }
        top
    }
}

impl Column {
    fn reduced(&self, prices: &[f64]) -> f64 {
        self.distance - self.requests.iter().map(|request| prices[*request as usize]).sum::<f64>()
    }
}

/// Depth-first search for an exact cover shorter than the best.
struct Cover<'a> {
    columns: &'a [(f64, &'a Column)],
    /// For each request the columns that hold it, least reduced cost first.
    holders: Vec<Vec<usize>>,
    wanted: &'a [usize],
    /// Requests covered, a bit each.
    covered: Vec<u64>,
    /// Requests of each column, a bit each.
    masks: Vec<u64>,
    chosen: Vec<usize>,
    least: f64,
    best: f64,
    found: Option<Vec<usize>>,
    work: usize,
}

impl<'a> Cover<'a> {
    fn new(model: &Model, wanted: &'a [usize], columns: &'a [(f64, &'a Column)], best: f64) -> Self {
        let mut holders = vec![Vec::new(); model.requests + 1];
        for (at, (_, column)) in columns.iter().enumerate() {
            for request in &column.requests {
                holders[*request as usize].push(at);
            }
        }
        let least = columns.first().map_or(0.0, |(reduced, _)| reduced.min(0.0));
        let words = model.requests / 64 + 1;
        let mut masks = vec![0u64; words * columns.len()];
        for (at, (_, column)) in columns.iter().enumerate() {
            for request in column.requests.iter().map(|request| *request as usize) {
                masks[at * words + request / 64] |= 1 << (request % 64);
            }
        }
        Self { columns, holders, wanted, covered: vec![0; words], masks, chosen: Vec::new(), least, best, found: None, work: 0 }
    }

    fn fits(&self, at: usize) -> bool {
        let words = &self.masks[at * self.covered.len()..(at + 1) * self.covered.len()];
        words.iter().zip(&self.covered).all(|(mask, covered)| mask & covered == 0)
    }

    /// An uncovered request with the fewest columns left to choose from.
    fn narrowest(&mut self) -> Option<usize> {
        let mut narrowest = None;
        let mut fewest = usize::MAX;
        for request in self.wanted.iter().copied().filter(|request| self.covered[request / 64] >> (request % 64) & 1 == 0) {
            let mut count = 0;
            for at in &self.holders[request] {
                self.work += 1;
                count += usize::from(self.fits(*at));
                if count >= fewest {
                    break;
                }
            }
            if count < fewest {
                fewest = count;
                narrowest = Some(request);
            }
            if fewest == 0 {
                break;
            }
        }
        narrowest
    }

    fn toggle(&mut self, at: usize) {
        let words = self.covered.len();
        for (covered, mask) in self.covered.iter_mut().zip(&self.masks[at * words..(at + 1) * words]) {
            *covered ^= mask;
        }
    }

    /// `reduced` is the sum of reduced costs chosen, `base` the sum of all prices: their sum plus what is still to come bounds the distance.
    fn search(&mut self, vehicles: usize, reduced: f64, base: f64) {
        if self.work > MOST_WORK {
            return;
        }
        let Some(request) = self.narrowest() else {
            let distance = base + reduced;
            if distance < self.best - 1e-7 {
                self.best = distance;
                self.found = Some(self.chosen.clone());
            }
            return;
        };
        if vehicles == 0 {
            return;
        }
        for place in 0..self.holders[request].len() {
            let at = self.holders[request][place];
            let now = reduced + self.columns[at].0;
            if base + now + self.least * (vehicles - 1) as f64 >= self.best - 1e-7 {
                return;
            }
            if !self.fits(at) {
                continue;
            }
            self.toggle(at);
            self.chosen.push(at);
            self.search(vehicles - 1, now, base);
            self.chosen.pop();
            self.toggle(at);
        }
    }
}
