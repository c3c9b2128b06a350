use super::{officer, officer_after};
use crate::problem::{Problem, Seconds};
use crate::schedule::{fits, replay_all, sample};
use proptest::prelude::*;

/// Whoever stays behind when a vehicle sets off for someone at the same site stands behind in the queue, or the vehicle could not take them.
fn served_in_order(problem: &Problem) {
    let solution = officer(problem);
    let replay = replay_all(problem, &solution).unwrap_or_else(|breach| panic!("{breach}"));
    let mut set_off: Vec<Option<Seconds>> = vec![None; problem.units.len()];
    let trips = solution.trips.iter().flatten().zip(replay.vehicles.iter().flatten());
    for (trip, times) in trips.clone() {
        trip.pickups[0].1.iter().for_each(|&u| set_off[u] = Some(times.free));
    }
    let rank = |u: usize| (problem.units[u].tier, problem.units[u].order, u);
    for (trip, times) in trips {
        let (first, vehicle) = (trip.pickups[0].1[0], &problem.vehicles[trip.vehicle]);
        for (u, unit) in problem.units.iter().enumerate() {
            let ahead = unit.pickup == trip.pickups[0].0 && rank(u) < rank(first);
            let able = vehicle.configurations.iter().any(|&room| fits(vehicle, room, unit));
            let left_behind = set_off[u].is_none_or(|at| at > times.free);
            assert!(!(ahead && able && left_behind), "{u} waits while a vehicle sets off for {first}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_plan_replays(seed in any::<u64>(), windows in any::<bool>()) {
        let problem = sample::problem(seed, 20, windows);
        let solution = officer(&problem);
        prop_assert!(replay_all(&problem, &solution).is_ok());
        let kept: Vec<_> = solution.trips.iter().map(|trips| trips.iter().take(1).cloned().collect()).collect();
        let again = officer_after(&problem, kept);
        prop_assert!(replay_all(&problem, &again).is_ok());
    }

    #[test]
    fn nobody_is_overtaken_at_a_site_where_nothing_but_the_queue_decides(seed in any::<u64>()) {
        served_in_order(&sample::problem(seed, 20, false));
    }
}
