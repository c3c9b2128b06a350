use super::{Options, Start, solve};
use crate::officer::officer;
use crate::problem::{Mode, Problem, Solution};
use crate::schedule::{Replay, replay_all, sample};
use proptest::prelude::*;

fn rounds(mode: Mode, seed: u64, n: u64) -> Options {
    Options { mode, seed, iterations: Some(n), ..Options::default() }
}

fn checked(problem: &Problem, solution: &Solution) -> Replay {
    replay_all(problem, solution).unwrap_or_else(|breach| panic!("{breach}: {solution:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_plan_replays_and_tier_one_is_never_worse(seed in any::<u64>(), windows in any::<bool>()) {
        let problem = sample::problem(seed, 14, windows);
        let rule = checked(&problem, &officer(&problem));
        for mode in [Mode::Tiers, Mode::Harm] {
            let solution = solve(&problem, &rounds(mode, seed, 300), &mut |_| true);
            let found = checked(&problem, &solution);
            prop_assert_eq!(found.rides.len() + solution.unserved.len(), problem.units.len());
            if mode == Mode::Tiers {
                prop_assert!(found.harm.tiers[0] <= rule.harm.tiers[0] + 1e-6, "{} > {}", found.harm.tiers[0], rule.harm.tiers[0]);
            }
        }
    }

    #[test]
    fn the_same_rounds_give_the_same_plan(seed in any::<u64>(), windows in any::<bool>()) {
        let problem = sample::problem(seed, 10, windows);
        let once = solve(&problem, &rounds(Mode::Tiers, 7, 200), &mut |_| true);
        prop_assert_eq!(&once, &solve(&problem, &rounds(Mode::Tiers, 7, 200), &mut |_| true));
    }

    #[test]
    fn frozen_trips_stay(seed in any::<u64>()) {
        let problem = sample::problem(seed, 12, true);
        let first = officer(&problem);
        let frozen: Vec<usize> = first.trips.iter().map(|trips| trips.len().min(1)).collect();
        let promised = checked(&problem, &first).rides.iter().fold(vec![None; problem.units.len()], |mut promised, ride| {
            promised[ride.0] = Some(ride.1);
            promised
        });
        let start = Some(Start { trips: first.trips.clone(), frozen: frozen.clone() });
        let options = Options { start, promised, ..rounds(Mode::Harm, seed, 200) };
        let solution = solve(&problem, &options, &mut |_| true);
        checked(&problem, &solution);
        for ((new, old), &n) in solution.trips.iter().zip(&first.trips).zip(&frozen) {
            prop_assert_eq!(&new[..n], &old[..n]);
        }
    }
}

#[test]
fn nothing_to_do_is_no_trouble() {
    let empty = Problem::default();
    assert_eq!(solve(&empty, &rounds(Mode::Tiers, 1, 100), &mut |_| true).unserved, Vec::<usize>::new());
    let mut alone = sample::problem(3, 5, true);
    alone.vehicles.clear();
    let solution = solve(&alone, &rounds(Mode::Harm, 1, 100), &mut |_| true);
    assert_eq!(solution.unserved.len(), alone.units.len());
}

#[test]
fn stops_when_told() {
    let problem = sample::problem(1, 14, false);
    let options = Options { iterations: None, ..rounds(Mode::Harm, 1, 0) };
    let solution = solve(&problem, &options, &mut |progress| progress.iterations < 500);
    assert!(solution.iterations >= 500 && solution.iterations < 600);
}
