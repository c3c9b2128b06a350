//! From the officer's plan to the best found: stages, caps, and the promise to tier 1.

use super::anneal::{self, Stage};
use super::budget::Budget;
use super::model::Model;
use super::state::State;
use crate::officer::officer_after;
use crate::problem::{Mode, Problem, Seconds, Solution, Trip};
use crate::schedule::replay_all;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use std::cell::Cell;

/// What the caller wants.
#[derive(Debug, Clone)]
pub struct Options {
    /// What is minimised.
    pub mode: Mode,
    /// Seed of the search.
    pub seed: u64,
    /// Rounds to make; without it the search goes on until told to stop.
    pub iterations: Option<u64>,
    /// By how many per cent the harm of a tier may exceed the least found for it, to spare the tiers below; never above the officer's for tier 1.
    pub tolerance_percent: f64,
    /// Plan to start from.
    pub start: Option<Start>,
    /// Pick-up times promised to units, by unit; empty if there are none.
    pub promised: Vec<Option<Seconds>>,
    /// The officer's plan (after frozen trips), if the caller has made it already.
    pub rule: Option<Solution>,
}

/// A plan to start from.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// Its trips per vehicle.
    pub trips: Vec<Vec<Trip>>,
    /// How many leading trips of each vehicle have happened or are on the road: they stay.
    pub frozen: Vec<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { mode: Mode::Tiers, seed: 1, iterations: None, tolerance_percent: 3.0, start: None, promised: Vec::new(), rule: None }
    }
}

/// How far the search is.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Rounds made.
    pub iterations: u64,
    /// Harm per tier of the best plan so far (those who can't be moved at all left out).
    pub tiers: [f64; 4],
    /// Units that could be moved and are on no trip.
    pub waiting: usize,
    pub(super) spent: Cell<Option<f64>>,
}

impl Progress {
    /// Tells the search what share of the time it has (0 to 1) is used, so that it can pace itself; the clock stays with the caller.
    pub fn spent(&self, share: f64) {
        self.spent.set(Some(share));
    }
}

/// How much more the harm of the tier of a stage counts than in W.
const EMPHASIS: f64 = 30.0;
/// Share of the time at which the stages of tier 1, 2, 3 and of W end.
const STAGES: [f64; 4] = [0.2, 0.4, 0.6, 1.0];
/// What a changed promise costs, in mean costs of a unit.
const PROMISE: f64 = 0.5;

/// Searches until the rounds are made or the caller says stop.
pub fn solve(problem: &Problem, options: &Options, keep_going: &mut dyn FnMut(&Progress) -> bool) -> Solution {
    let start = options.start.clone().unwrap_or_default();
    let mut frozen = start.frozen;
    frozen.resize(problem.vehicles.len(), 0);
    let kept = start.trips.iter().zip(&frozen).map(|(trips, &n)| trips.iter().take(n).cloned().collect()).collect();
    let officer = options.rule.clone().unwrap_or_else(|| officer_after(problem, kept));
    if options.mode == Mode::Officer {
        return officer;
    }
    let first = if start.trips.is_empty() { officer.trips.clone() } else { start.trips };
    let mut search = Search {
        model: Model::new(problem, &options.promised),
        tolerance: 1.0 + options.tolerance_percent.max(0.0) / 100.0,
        frozen,
        budget: Budget::new(options.iterations, keep_going),
        rng: Pcg64Mcg::seed_from_u64(options.seed),
    };
    let found = match options.mode {
        Mode::Harm => search.harm(first),
        Mode::Tiers | Mode::Officer => search.tiers(first, &officer.trips),
    };
    let iterations = search.budget.made;
    let solution = Solution { iterations, ..found };
    if is_worse(problem, options.mode, &solution, &officer) { Solution { iterations, ..officer } } else { solution }
}

/// Whether the officer's plan is better in what comes first: tier 1's harm, or W.
fn is_worse(problem: &Problem, mode: Mode, solution: &Solution, officer: &Solution) -> bool {
    match (replay_all(problem, solution), replay_all(problem, officer)) {
        (Ok(found), Ok(rule)) => {
            let fewer = solution.unserved.len() < officer.unserved.len();
            match mode {
                Mode::Harm => found.harm.total > slack(rule.harm.total) && !fewer,
                Mode::Tiers | Mode::Officer => found.harm.tiers[0] > slack(rule.harm.tiers[0]),
            }
        }
        (Err(_), _) => true,
        (Ok(_), Err(_)) => false,
    }
}

/// A bit more, for the rounding of sums.
fn slack(harm: f64) -> f64 {
    harm * (1.0 + 1e-9) + 1e-9
}

struct Search<'a> {
    model: Model<'a>,
    tolerance: f64,
    frozen: Vec<usize>,
    budget: Budget<'a>,
    rng: Pcg64Mcg,
}

impl Search<'_> {
    /// A state of these trips with as many others on as fit.
    fn state(&mut self, trips: &[Vec<Trip>]) -> State {
        let mut state = State::new(&self.model, trips, &self.frozen);
        anneal::complete(&mut state, &self.model, &mut self.rng);
        state
    }

    /// Least total W.
    fn harm(&mut self, first: Vec<Vec<Trip>>) -> Solution {
        self.promise(&first);
        let mut state = self.state(&first);
        while self.budget.next_cycle() {
            let stage = Stage { caps: [f64::INFINITY; 4], from: 0.0, to: 1.0 };
            anneal::run(&mut state, &self.model, &stage, &mut self.rng, &mut self.budget);
        }
        state.solution()
    }

    /// Tier by tier: the least harm of the tier while those above stay within their tolerance; then the least W.
    fn tiers(&mut self, first: Vec<Vec<Trip>>, officer: &[Vec<Trip>]) -> Solution {
        self.promise(&first);
        let rule = self.state(officer).harm[0];
        let mut best = self.state(&first);
        while self.budget.next_cycle() {
            let (mut caps, mut from) = ([f64::INFINITY; 4], 0.0);
            if best.harm[0] <= slack(rule) {
                caps[0] = slack(rule);
            }
            let mut trips = best.trips();
            let mut harm = best.harm;
            for (tier, &to) in STAGES.iter().enumerate() {
                let mut factors = [1.0; 4];
                if tier < 3 {
                    factors[tier] = EMPHASIS;
                }
                self.model.set_scale(factors);
                let mut state = self.state(&trips);
                anneal::run(&mut state, &self.model, &Stage { caps, from, to }, &mut self.rng, &mut self.budget);
                caps[tier] = caps[tier].min(slack(state.harm[tier] * self.tolerance));
                (trips, harm, from) = (state.trips(), state.harm, to);
            }
            self.model.set_scale([1.0; 4]);
            // A cycle cut short in its first stages is taken only if it keeps what the one before it had.
            if self.budget.cycles == 1 || !self.budget.stopped || harm.iter().zip(caps).take(3).all(|(h, cap)| *h <= cap) {
                best = self.state(&trips);
            }
        }
        best.solution()
    }

    /// Sets what a changed promise costs.
    fn promise(&mut self, first: &[Vec<Trip>]) {
        let state = self.state(first);
        self.model.promise_cost = PROMISE * state.cost / self.model.riders.len().max(1) as f64;
    }
}
