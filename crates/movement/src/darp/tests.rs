//! What holds for the whole module: plans pass the judge, small ones are optimal, the same seed gives the same plan.

use super::model::Model;
use super::plan::{DarpPlan, Stop, Unserved};
use super::route::Route;
use super::schedule::Draft;
use super::synthetic::{Like, instance};
use super::{Darp, check, solve};
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::collections::BTreeMap;

/// Distance of a plan, worked out from the instance alone.
pub(super) fn distance(darp: &Darp, plan: &DarpPlan) -> f64 {
    let nodes = darp.nodes();
    let mut total = 0.0;
    for stops in plan.vehicles.iter().filter(|stops| !stops.is_empty()) {
        let middle = stops.iter().map(|stop| match *stop {
            Stop::Pickup(request) => request,
            Stop::Dropoff(request) => darp.requests() + request,
        });
        let order: Vec<usize> = [0].into_iter().chain(middle).chain([nodes.len() - 1]).collect();
        total += order.windows(2).map(|pair| (nodes[pair[0]].x - nodes[pair[1]].x).hypot(nodes[pair[0]].y - nodes[pair[1]].y)).sum::<f64>();
    }
    total
}

fn solve_for(darp: &Darp, seed: u64, steps: u64) -> DarpPlan {
    solve(darp, seed, &mut |progress| progress.iteration < steps)
}

/// A plan of one vehicle that leaves everybody else at home, to ask the judge about a route.
fn lone_route(darp: &Darp, stops: &[Stop]) -> DarpPlan {
    let reason = base::Reason::new("test");
    let left = (1..=darp.requests()).filter(|request| !stops.contains(&Stop::Pickup(*request)));
    let unserved = left.map(|request| Unserved { request, reason: reason.clone() }).collect();
    DarpPlan { vehicles: vec![stops.to_vec()], unserved }
}

/// Every order of stops that serves exactly these requests, pick-ups before drop-offs.
fn orders(requests: &[usize]) -> Vec<Vec<Stop>> {
    fn extend(requests: &[usize], stops: &mut Vec<Stop>, all: &mut Vec<Vec<Stop>>) {
        if stops.len() == 2 * requests.len() {
            all.push(stops.clone());
        }
        for request in requests.iter().copied() {
            let next = match (stops.contains(&Stop::Pickup(request)), stops.contains(&Stop::Dropoff(request))) {
                (false, _) => Stop::Pickup(request),
                (true, false) => Stop::Dropoff(request),
                (true, true) => continue,
            };
            stops.push(next);
            extend(requests, stops, all);
            stops.pop();
        }
    }
    let mut all = Vec::new();
    extend(requests, &mut Vec::new(), &mut all);
    all
}

/// The most requests that two vehicles can serve and the least distance for them, by trying everything against the judge.
fn best_of_all(darp: &Darp) -> (usize, f64) {
    let requests = darp.requests();
    let mut routes: BTreeMap<usize, f64> = BTreeMap::new();
    for set in 1usize..1 << requests {
        let held: Vec<usize> = (1..=requests).filter(|request| set >> (request - 1) & 1 == 1).collect();
        let lengths = orders(&held).into_iter().map(|stops| lone_route(darp, &stops)).filter(|plan| check(darp, plan).is_empty());
        if let Some(least) = lengths.map(|plan| distance(darp, &plan)).min_by(f64::total_cmp) {
            routes.insert(set, least);
        }
    }
    routes.insert(0, 0.0);
    let mut best = (0, 0.0);
    for (a, first) in &routes {
        for (b, second) in routes.iter().filter(|(b, _)| a & **b == 0) {
            let served = (a | b).count_ones() as usize;
            if served > best.0 || (served == best.0 && first + second < best.1) {
                best = (served, first + second);
            }
        }
    }
    best
}

#[test]
fn tiny_plans_are_optimal() {
    let mut left_someone = 0;
    for seed in 0..24 {
        let like = if seed % 2 == 0 { Like::A } else { Like::B };
        let requests = 2 + seed as usize % 3;
        // The shorter the day, the harder the windows and the more often someone can't be served.
        let darp = instance(like, 2, requests, 110 + 20 * (seed as u32 % 4), seed);
        let plan = solve_for(&darp, seed, 400);
        assert!(check(&darp, &plan).is_empty(), "seed {seed}: {:?}", check(&darp, &plan));
        let (served, least) = best_of_all(&darp);
        assert_eq!(requests - plan.unserved.len(), served, "seed {seed}");
        assert!((distance(&darp, &plan) - least).abs() < 1e-6, "seed {seed}: {} against {least}", distance(&darp, &plan));
        left_someone += usize::from(served < requests);
    }
    assert!(left_someone < 24, "some tiny instances serve everybody");
}

#[test]
fn a_day_like_the_published_sets_is_served_whole() {
    for (like, seed) in [(Like::A, 1), (Like::A, 2), (Like::B, 3), (Like::B, 4)] {
        let darp = instance(like, 4, 24, 600, seed);
        let plan = solve_for(&darp, 7, 300);
        assert!(check(&darp, &plan).is_empty(), "{like:?} {seed}: {:?}", check(&darp, &plan));
        assert_eq!(plan.unserved, [], "{like:?} {seed}");
    }
}

#[test]
fn same_seed_and_steps_give_the_same_plan() {
    let darp = instance(Like::B, 4, 30, 480, 11);
    assert_eq!(solve_for(&darp, 5, 4_500), solve_for(&darp, 5, 4_500));
    let mut distances = Vec::new();
    let plan = solve(&darp, 5, &mut |progress| {
        distances.push((progress.unserved, progress.distance));
        progress.iteration < 1_000
    });
    assert!(distances.windows(2).all(|pair| pair[1].0 < pair[0].0 || (pair[1].0 == pair[0].0 && pair[1].1 <= pair[0].1 + 1e-9)));
    let (unserved, last) = distances.last().copied().expect("asked at least once");
    assert_eq!(unserved, plan.unserved.len());
    assert!((last - distance(&darp, &plan)).abs() < 1e-6, "progress tells the plan's distance");
    assert!(last < distances[0].1, "the search improves on its first plan");
}

#[test]
fn who_cannot_be_served_is_listed_with_a_reason() {
    let cases = [
        ("1 1 480 3 30\n0 0 0 0 0 0 480\n1 1 0 1 4 0 480\n2 2 0 1 -4 0 480\n", "darp-load-over-capacity"),
        ("1 1 480 3 30\n0 0 0 0 0 0 480\n1 1 0 1 1 0 480\n2 40 0 1 -1 0 480\n", "darp-ride-over-limit"),
        ("1 1 480 3 30\n0 0 0 0 0 0 480\n1 1 0 1 1 100 110\n2 2 0 1 -1 200 210\n", "darp-windows-apart"),
        ("1 1 20 3 30\n0 0 0 0 0 0 480\n1 20 0 1 1 0 480\n2 21 0 1 -1 0 480\n", "darp-duration-over-limit"),
        ("0 1 480 3 30\n0 0 0 0 0 0 480\n1 1 0 1 1 0 480\n2 2 0 1 -1 0 480\n", "darp-no-place-found"),
        ("1 1 480 3 30\n0 0 0 0 0 9 10\n1 1 0 1 1 0 480\n2 2 0 1 -1 0 480\n3 0 0 0 0 0 5\n", "darp-depot-closed"),
    ];
    for (text, code) in cases {
        let darp = super::read("case", text.as_bytes()).unwrap();
        let plan = solve_for(&darp, 1, 10);
        assert_eq!(plan.unserved.iter().map(|left| left.reason.code.as_str()).collect::<Vec<_>>(), [code], "{text}");
        assert!(check(&darp, &plan).is_empty(), "{code}");
    }
}

#[test]
fn nobody_to_carry_is_a_plan_too() {
    let darp = super::read("case", b"2 0 480 3 30\n0 0 0 0 0 0 480\n").unwrap();
    assert_eq!(solve_for(&darp, 1, 10), DarpPlan::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn every_plan_passes_the_judge(seed in any::<u64>(), b in any::<bool>(), vehicles in 1usize..5, requests in 1usize..14, horizon in 110u32..500) {
        let darp = instance(if b { Like::B } else { Like::A }, vehicles, requests, horizon, seed);
        let plan = solve_for(&darp, seed, 60);
        prop_assert!(check(&darp, &plan).is_empty(), "{:?}", check(&darp, &plan));
    }
}

/// The timetable of the solver is exact: it exists whenever Bellman-Ford finds no positive cycle, and only then.
#[test]
fn timetables_agree_with_the_judge() {
    let mut rng = Pcg64Mcg::seed_from_u64(3);
    let (mut feasible, mut by_code) = (0, BTreeMap::<String, usize>::new());
    for round in 0..20_000 {
        let like = if round % 2 == 0 { Like::A } else { Like::B };
        let mut darp = instance(like, 1, 6, rng.random_range(120..300), round);
        darp.max_ride = rng.random_range(8.0..80.0);
        darp.max_duration = rng.random_range(50.0..300.0);
        darp.capacity = 100;
        let wider = rng.random_range(0.0..150.0);
        for node in &mut darp.nodes {
            (node.opens, node.closes) = (node.opens - wider, node.closes + wider);
        }
        let mut stops: Vec<Stop> = Vec::new();
        for request in 1..=rng.random_range(2..=6) {
            let on = rng.random_range(0..=stops.len());
            stops.insert(on, Stop::Pickup(request));
            stops.insert(rng.random_range(on + 1..=stops.len().min(on + 4)), Stop::Dropoff(request));
        }
        let node = |stop: &Stop| match *stop {
            Stop::Pickup(request) => request as u32,
            Stop::Dropoff(request) => (request + 6) as u32,
        };
        let order: Vec<u32> = [0].into_iter().chain(stops.iter().map(node)).chain([13]).collect();
        let timed = Route::find(&Model::new(&darp), &order, &mut Draft::default()).is_some();
        let found = check(&darp, &lone_route(&darp, &stops));
        assert_eq!(timed, found.is_empty(), "round {round}: {stops:?} {found:?}");
        feasible += usize::from(timed);
        for finding in found {
            *by_code.entry(finding.code).or_default() += 1;
        }
    }
    assert!(feasible > 1_000, "{feasible} feasible");
    assert!(by_code.len() == 3 && by_code.values().all(|count| *count > 500), "{by_code:?}");
}
