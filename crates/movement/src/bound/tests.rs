use super::{bound, exact};
use crate::problem::{Mode, Problem};
use crate::schedule::{Harm, replay_all, sample};
use crate::search::{Options, solve};
use proptest::prelude::*;

fn least(problem: &Problem) -> Harm {
    let solution = exact(problem).expect("few units");
    replay_all(problem, &solution).unwrap_or_else(|breach| panic!("{breach}")).harm
}

/// Only one tier counts.
fn only(problem: &Problem, tier: u8) -> Problem {
    let mut problem = problem.clone();
    problem.units.iter_mut().for_each(|u| u.weight = if u.tier == tier { 1.0 } else { 0.0 });
    problem
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_plan_is_below_the_bound(seed in any::<u64>(), windows in any::<bool>()) {
        let problem = sample::problem(seed, 5, windows);
        let best = least(&problem);
        for rounds in [0, 60] {
            let bound = bound(&problem, rounds);
            prop_assert!(bound.total <= best.total * (1.0 + 1e-9) + 1e-9, "{} > {}", bound.total, best.total);
            for tier in 1..=4u8 {
                let harm = least(&only(&problem, tier)).total;
                let found = bound.tiers[usize::from(tier) - 1];
                prop_assert!(found <= harm * (1.0 + 1e-9) + 1e-9, "tier {tier}: {found} > {harm}");
            }
        }
    }

    #[test]
    fn the_search_finds_what_trying_everything_finds(seed in any::<u64>()) {
        let problem = sample::problem(seed, 6, false);
        let options = Options { mode: Mode::Harm, iterations: Some(3000), ..Options::default() };
        let found = replay_all(&problem, &solve(&problem, &options, &mut |_| true)).expect("replays").harm.total;
        let best = least(&problem).total;
        prop_assert!(found >= best - 1e-6, "better than the best: {found} < {best}");
        prop_assert!(found <= best * 1.000001, "{found} > {best}");
    }
}

#[test]
fn more_units_than_can_be_tried_have_no_exact_answer() {
    let mut problem = sample::problem(1, 8, false);
    let unit = problem.units[0].clone();
    problem.units.resize(9, unit);
    assert!(exact(&problem).is_none());
}
