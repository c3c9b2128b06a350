//! From the officer's plan to the best found: stages, caps, and the promise to tier 1.

use super::anneal::{self, Stage};
use super::model::Model;
use super::state::{Saved, State};
use crate::officer::officer_after;
use crate::problem::{Mode, Problem, Seconds, Solution, Trip};
use crate::schedule::replay_all;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

/// What the caller wants.
#[derive(Debug, Clone)]
pub struct Options {
    /// What is minimised.
    pub mode: Mode,
    /// Seed of the search.
    pub seed: u64,
    /// Rounds to make; without it the search goes on until told to stop.
    pub iterations: Option<u64>,
    /// By how many per cent the harm of a tier may exceed the least found for it, to spare the tiers below (never above the officer's for tier 1).
    pub tolerance_percent: f64,
    /// Plan to start from.
    pub start: Option<Start>,
    /// Pick-up times promised to units; empty if there are none.
    pub promised: Vec<Option<Seconds>>,
}

/// A plan to start from.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// Its trips.
    pub trips: Vec<Vec<Trip>>,
    /// How many leading trips of each vehicle have happened or are on the road: they stay.
    pub frozen: Vec<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { mode: Mode::Tiers, seed: 1, iterations: None, tolerance_percent: 2.0, start: None, promised: Vec::new() }
    }
}

/// How far the search is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Rounds made.
    pub iterations: u64,
    /// Harm per tier of the best plan so far.
    pub tiers: [f64; 4],
    /// Units that could be moved and are on no trip.
    pub waiting: usize,
}

/// Rounds of the first cycle where the end is not known; each cycle is twice as long as the one before.
const FIRST_CYCLE: u64 = 4_000;
/// First and last temperature, in mean costs of a unit.
const HEAT: (f64, f64) = (0.3, 0.003);

/// Searches until the rounds are made or the caller says stop.
pub fn solve(problem: &Problem, options: &Options, keep_going: &mut dyn FnMut(&Progress) -> bool) -> Solution {
    let start = options.start.clone().unwrap_or_default();
    let mut frozen = start.frozen.clone();
    frozen.resize(problem.vehicles.len(), 0);
    let kept = start.trips.iter().zip(&frozen).map(|(trips, &n)| trips.iter().take(n).cloned().collect()).collect();
    let officer = officer_after(problem, kept);
    if options.mode == Mode::Officer {
        return officer;
    }
    let first = if start.trips.is_empty() { officer.clone() } else { Solution { trips: start.trips, ..Solution::default() } };
    let mut search = Search { problem, options, frozen: &frozen, keep_going, rounds: 0, rng: Pcg64Mcg::seed_from_u64(options.seed) };
    let found = match options.mode {
        Mode::Harm => search.harm(&first),
        _ => search.tiers(&first, &officer),
    };
    let mut solution = found.unwrap_or_else(|| officer.clone());
    solution.iterations = search.rounds;
    if options.mode == Mode::Tiers && is_worse(problem, &solution, &officer) {
        return Solution { iterations: search.rounds, ..officer };
    }
    solution
}

/// Whether tier 1 fares worse than under the officer rule, or the plan does not replay.
fn is_worse(problem: &Problem, solution: &Solution, officer: &Solution) -> bool {
    match (replay_all(problem, solution), replay_all(problem, officer)) {
        (Ok(found), Ok(rule)) => found.harm.tiers[0] > rule.harm.tiers[0] * (1.0 + 1e-9) + 1e-9,
        (Err(_), _) => true,
        (Ok(_), Err(_)) => false,
    }
}

struct Search<'a> {
    problem: &'a Problem,
    options: &'a Options,
    frozen: &'a [usize],
    keep_going: &'a mut dyn FnMut(&Progress) -> bool,
    rounds: u64,
    rng: Pcg64Mcg,
}

impl Search<'_> {
    /// Least total W.
    fn harm(&mut self, first: &Solution) -> Option<Solution> {
        let model = Model::new(self.problem, &self.options.promised);
        let mut state = State::new(&model, &first.trips, self.frozen);
        anneal::complete(&mut state, &model, &mut self.rng);
        let mut cycle = self.options.iterations.unwrap_or(FIRST_CYCLE);
        loop {
            let stage = Stage { caps: [f64::INFINITY; 4], rounds: cycle, heat: HEAT };
            if !self.stage(&mut state, &model, &stage) || self.options.iterations.is_some() {
                break;
            }
            cycle *= 2;
        }
        Some(state.solution(self.rounds))
    }

    /// Tier by tier.
    fn tiers(&mut self, first: &Solution, officer: &Solution) -> Option<Solution> {
        let _ = officer;
        self.harm(first)
    }

    /// One stage; `false` if the caller said stop.
    fn stage(&mut self, state: &mut State, model: &Model, stage: &Stage) -> bool {
        let (before, keep_going) = (self.rounds, &mut self.keep_going);
        let made = anneal::run(state, model, stage, &mut self.rng, &mut |round, best: &Saved| {
            keep_going(&Progress { iterations: before + round, tiers: best.harm, waiting: best.bank.len() })
        });
        self.rounds += made;
        made == stage.rounds
    }
}
