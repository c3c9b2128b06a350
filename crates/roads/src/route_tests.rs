//! Shortest routes and Pareto sets against brute force on small random networks.

use crate::pareto::search;
use crate::{
    ArcIx, Bounds, ClassIx, Cost, Heading, Link, Network, NetworkParts, NodeIx, Objective, RoadIx, Route, Weights, find_best, find_fastest,
    find_tree, find_tree_to, pareto, pareto_to,
};
use base::Point;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Arcs of a small network: tail, head, seconds, risk, barred now and then. Parallel arcs, loops and zeros are likely.
type Arcs = Vec<(u32, u32, u32, u32, bool)>;

fn small() -> impl Strategy<Value = (u32, Arcs)> {
    (1u32..9).prop_flat_map(|nodes| {
        let arc = (0..nodes, 0..nodes, 0u32..6, 0u32..6, prop::bool::weighted(0.1));
        (Just(nodes), prop::collection::vec(arc, 0..22))
    })
}

/// More nodes and costs farther apart, so that there are many trade-offs: a ladder with shortcuts.
fn wide() -> impl Strategy<Value = (u32, Arcs)> {
    (4u32..12).prop_flat_map(|nodes| {
        let steps: Vec<_> = (0..nodes - 1)
            .flat_map(|i| [1, 2, 3].map(|far| (i, (i + far).min(nodes - 1))))
            .map(|(i, j)| (Just(i), Just(j), 0u32..60, 0u32..60, prop::bool::weighted(0.1)))
            .collect();
        (Just(nodes), steps)
    })
}

fn build(nodes: u32, arcs: &Arcs) -> (Network, Weights) {
    let link = |(tail, head, ..): &(u32, u32, u32, u32, bool)| Link {
        from: NodeIx(*tail),
        to: NodeIx(*head),
        meters: 1000,
        class: ClassIx(0),
        speed_kmh: None,
        one_way: true,
        closed: Vec::new(),
        night_closed: false,
        bends: Vec::new(),
    };
    let network = Network::new(NetworkParts {
        points: (0..nodes).map(|i| Point { lat: f64::from(i) / 10.0, lon: 0.0 }).collect(),
        links: arcs.iter().map(link).collect(),
        ..NetworkParts::default()
    });
    let weights = Weights::by_road(&network, |road| {
        let (_, _, seconds, risk, barred) = arcs[road.index()];
        (!barred).then_some(Cost { seconds, risk })
    });
    (network, weights)
}

/// Costs of every simple path, by trying them all; those that nothing beats.
fn brute_force(nodes: u32, arcs: &Arcs, from: u32, to: u32) -> Vec<(u64, u64)> {
    fn walk(arcs: &Arcs, at: u32, to: u32, seen: &mut Vec<bool>, cost: (u64, u64), all: &mut BTreeSet<(u64, u64)>) {
        if at == to {
            all.insert(cost);
            return;
        }
        seen[at as usize] = true;
        for (tail, head, seconds, risk, barred) in arcs {
            if *tail == at && !barred && !seen[*head as usize] {
                walk(arcs, *head, to, seen, (cost.0 + u64::from(*seconds), cost.1 + u64::from(*risk)), all);
            }
        }
        seen[at as usize] = false;
    }
    let mut all = BTreeSet::new();
    walk(arcs, from, to, &mut vec![false; nodes as usize], (0, 0), &mut all);
    let mut least = u64::MAX;
    all.retain(|(_, risk)| {
        let better = *risk < least;
        least = least.min(*risk);
        better
    });
    all.into_iter().collect()
}

/// A grid of some hundred nodes, with costs that few ways share.
fn grid() -> impl Strategy<Value = (u32, Arcs)> {
    (3u32..16, 3u32..16).prop_flat_map(|(rows, columns)| {
        let right = move |node: &u32| node % columns + 1 < columns;
        let arcs = (0..rows * columns).flat_map(move |node| {
            let down = (node + columns < rows * columns).then_some((node, node + columns));
            [right(&node).then_some((node, node + 1)), down].into_iter().flatten()
        });
        let both: Vec<_> = arcs
            .flat_map(|(a, b)| [(a, b), (b, a)])
            .map(|(a, b)| (Just(a), Just(b), 1u32..500, 0u32..500, prop::bool::weighted(0.1)))
            .collect();
        (Just(rows * columns), both)
    })
}

/// The same set by keeping all labels of every node that none beats, until nothing changes.
fn label_correcting(nodes: u32, arcs: &Arcs, from: u32, to: u32) -> Vec<(u64, u64)> {
    let mut at: Vec<BTreeSet<(u64, u64)>> = vec![BTreeSet::new(); nodes as usize];
    at[from as usize].insert((0, 0));
    let mut changed = BTreeSet::from([from]);
    while let Some(node) = changed.pop_first() {
        let labels = at[node as usize].clone();
        for (_, head, seconds, risk, _) in arcs.iter().filter(|arc| arc.0 == node && !arc.4) {
            for label in &labels {
                let found = (label.0 + u64::from(*seconds), label.1 + u64::from(*risk));
                let known = &mut at[*head as usize];
                if !known.iter().any(|k| k.0 <= found.0 && k.1 <= found.1) {
                    known.retain(|k| k.0 < found.0 || k.1 < found.1);
                    known.insert(found);
                    changed.insert(*head);
                }
            }
        }
    }
    std::mem::take(&mut at[to as usize]).into_iter().collect()
}

/// Best cost from a node to every node, by relaxing all arcs until nothing changes.
fn bellman_ford(nodes: u32, arcs: &Arcs, from: u32, objective: Objective) -> Vec<Option<u64>> {
    let mut best = vec![None; nodes as usize];
    best[from as usize] = Some(0u64);
    for _ in 0..nodes {
        for (tail, head, seconds, risk, barred) in arcs {
            let cost = objective.of(Cost { seconds: *seconds, risk: *risk }).filter(|_| !barred);
            if let (Some(so_far), Some(more)) = (best[*tail as usize], cost) {
                let known = &mut best[*head as usize];
                *known = Some(known.map_or(so_far + more, |k: u64| k.min(so_far + more)));
            }
        }
    }
    best
}

/// The route leads from one to the other along arcs of the network that follow one another, and its sums are right.
fn check_route(network: &Network, weights: &Weights, route: &Route, from: NodeIx, to: NodeIx) {
    assert_eq!((route.nodes.first(), route.nodes.last()), (Some(&from), Some(&to)));
    assert_eq!(route.nodes.len(), route.arcs.len() + 1);
    for (i, arc) in route.arcs.iter().enumerate() {
        let arc = network.arc(*arc);
        assert_eq!((arc.tail, arc.head), (route.nodes[i], route.nodes[i + 1]));
    }
    let costs: Vec<Cost> = route.arcs.iter().map(|arc| weights.get(*arc)).collect();
    assert!(costs.iter().all(|cost| !cost.is_barred()));
    assert_eq!(route.seconds, costs.iter().map(|c| u64::from(c.seconds)).sum::<u64>());
    assert_eq!(route.risk, costs.iter().map(|c| u64::from(c.risk)).sum::<u64>());
    assert_eq!(route.meters, 1000 * route.arcs.len() as u64);
}

fn costs(routes: &[Route]) -> Vec<(u64, u64)> {
    routes.iter().map(|route| (route.seconds, route.risk)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn pareto_sets_are_those_of_brute_force((nodes, arcs) in small(), from in 0u32..9, to in 0u32..9) {
        let (from, to) = (from % nodes, to % nodes);
        let (network, weights) = build(nodes, &arcs);
        let routes = pareto(&network, &weights, NodeIx(from), NodeIx(to));
        prop_assert_eq!(costs(&routes), brute_force(nodes, &arcs, from, to));
        routes.iter().for_each(|route| check_route(&network, &weights, route, NodeIx(from), NodeIx(to)));
        prop_assert_eq!(pareto(&network, &weights, NodeIx(from), NodeIx(to)), routes);
    }

    /// The sharper bounds, from the first label or a later one on, lose nothing.
    #[test]
    fn sharper_bounds_lose_nothing((nodes, arcs) in wide(), from in 0u32..12, to in 0u32..12, patience in 0usize..30) {
        let (from, to) = (from % nodes, to % nodes);
        let (network, weights) = build(nodes, &arcs);
        let bounds = Bounds::new(&network, &weights, NodeIx(to)).unwrap();
        let routes = search(&network, &weights, &bounds, NodeIx(from), patience);
        prop_assert_eq!(costs(&routes), brute_force(nodes, &arcs, from, to));
        routes.iter().for_each(|route| check_route(&network, &weights, route, NodeIx(from), NodeIx(to)));
    }

    #[test]
    fn dijkstra_agrees_with_bellman_ford((nodes, arcs) in small(), from in 0u32..9, per_risk in 0u32..4, per_second in 0u32..4) {
        let from = from % nodes;
        let objective = Objective { per_second, per_risk };
        let (network, weights) = build(nodes, &arcs);
        let best = bellman_ford(nodes, &arcs, from, objective);
        let out = find_tree(&network, &weights, objective, NodeIx(from), Heading::Outward).unwrap();
        for (to, best) in (0..nodes).map(NodeIx).zip(&best) {
            prop_assert_eq!(out.cost(to), *best);
            let one = find_best(&network, &weights, objective, NodeIx(from), to);
            let near = find_tree_to(&network, &weights, objective, NodeIx(from), &[NodeIx(0), to]).unwrap();
            prop_assert_eq!((near.cost(to), near.cost(NodeIx(0))), (*best, out.cost(NodeIx(0))));
            prop_assert_eq!(one.is_some(), best.is_some());
            let back = find_tree(&network, &weights, objective, to, Heading::Inward).unwrap();
            prop_assert_eq!(back.cost(NodeIx(from)), *best);
            for route in one.into_iter().chain(out.route(&network, &weights, to)).chain(back.route(&network, &weights, NodeIx(from))) {
                check_route(&network, &weights, &route, NodeIx(from), to);
                let cost = u64::from(per_second) * route.seconds + u64::from(per_risk) * route.risk;
                prop_assert_eq!(Some(cost), *best);
            }
        }
    }

    #[test]
    fn bounds_serve_every_start((nodes, arcs) in small(), to in 0u32..9) {
        let to = to % nodes;
        let (network, weights) = build(nodes, &arcs);
        let bounds = Bounds::new(&network, &weights, NodeIx(to)).unwrap();
        for from in 0..nodes {
            let set = brute_force(nodes, &arcs, from, to);
            prop_assert_eq!(bounds.seconds(NodeIx(from)), set.first().map(|cost| cost.0));
            prop_assert_eq!(bounds.risk(NodeIx(from)), set.last().map(|cost| cost.1));
            prop_assert_eq!(costs(&pareto_to(&network, &weights, &bounds, NodeIx(from))), set);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Larger sets, with junctions taken out and bounds sharpened from the first arc, from some arcs on, or not at all.
    #[test]
    fn pareto_sets_of_a_grid_are_those_of_label_correcting((nodes, arcs) in grid(), from in 0u32..225, to in 0u32..225, patience in 0usize..200) {
        let (from, to) = (from % nodes, to % nodes);
        let (network, weights) = build(nodes, &arcs);
        let bounds = Bounds::new(&network, &weights, NodeIx(to)).unwrap();
        let expected = label_correcting(nodes, &arcs, from, to);
        for patience in [patience, usize::MAX] {
            let routes = search(&network, &weights, &bounds, NodeIx(from), patience);
            prop_assert_eq!(costs(&routes), expected.clone());
            routes.iter().for_each(|route| check_route(&network, &weights, route, NodeIx(from), NodeIx(to)));
        }
    }
}

#[cfg(feature = "cch")]
proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Routes by the hierarchy cost what Dijkstra's do, at first and after other weights, few or many.
    #[test]
    fn the_hierarchy_agrees_with_dijkstra((nodes, arcs) in small(), others in prop::collection::vec((0usize..22, 0u32..6, any::<bool>()), 0..5)) {
        use crate::{Hierarchy, Router};
        let (network, mut weights) = build(nodes, &arcs);
        let hierarchy = Hierarchy::new(&network);
        let objective = Objective { per_second: 3, per_risk: 2 };
        let mut router = Router::climbing(&hierarchy, &network, weights.clone(), objective);
        let mut arcs = arcs;
        for change in std::iter::once(None).chain(others.into_iter().map(Some)) {
            if let Some((at, seconds, barred)) = change
                && let Some(arc) = arcs.get_mut(at)
            {
                (arc.2, arc.4) = (seconds, barred);
                weights = build(nodes, &arcs).1;
                router.reweigh(weights.clone());
            }
            for (from, to) in (0..nodes).flat_map(|a| (0..nodes).map(move |b| (NodeIx(a), NodeIx(b)))) {
                let expected = find_best(&network, &weights, objective, from, to).map(|route| 3 * route.seconds + 2 * route.risk);
                let route = router.route(from, to);
                prop_assert_eq!(route.as_ref().map(|route| 3 * route.seconds + 2 * route.risk), expected);
                route.iter().for_each(|route| check_route(&network, &weights, route, from, to));
            }
        }
    }
}

#[test]
fn the_largest_costs_are_summed_exactly() {
    let most = u32::MAX - 1;
    let arcs = vec![(0, 1, most, 0, false), (1, 2, most, 1, false), (0, 1, 0, most, false), (1, 2, 1, most, false)];
    let (network, weights) = build(3, &arcs);
    let most = u64::from(most);
    let expected = [(1, 2 * most), (most, most + 1), (most + 1, most), (2 * most, 1)];
    assert_eq!(costs(&pareto(&network, &weights, NodeIx(0), NodeIx(2))), expected);
}

#[test]
fn a_barred_road_is_in_no_route_and_ends_meet() {
    let arcs = vec![(0, 1, 5, 1, false), (0, 1, 9, 0, false), (1, 0, 1, 1, false)];
    let (network, mut weights) = build(2, &arcs);
    let (a, b) = (NodeIx(0), NodeIx(1));
    assert_eq!(costs(&pareto(&network, &weights, a, b)), [(5, 1), (9, 0)]);
    weights.bar(&network, RoadIx(0));
    assert_eq!(costs(&pareto(&network, &weights, a, b)), [(9, 0)]);
    weights.bar(&network, RoadIx(1));
    assert!(pareto(&network, &weights, a, b).is_empty());
    assert_eq!(find_fastest(&network, &weights, a, b), None);
    let here = find_fastest(&network, &weights, a, a).unwrap();
    assert_eq!((here.nodes.as_slice(), here.arcs.len(), here.seconds), (&[a][..], 0, 0));
    assert_eq!(pareto(&network, &weights, a, a), [here]);
}

#[test]
fn weights_and_nodes_of_another_network_find_nothing() {
    let (network, weights) = build(2, &vec![(0, 1, 5, 1, false)]);
    let (_, other) = build(2, &Vec::new());
    assert_eq!(find_fastest(&network, &other, NodeIx(0), NodeIx(1)), None);
    assert_eq!(find_fastest(&network, &weights, NodeIx(7), NodeIx(1)), None);
    assert_eq!(find_fastest(&network, &weights, NodeIx(0), NodeIx(7)), None);
    assert!(pareto(&network, &other, NodeIx(0), NodeIx(1)).is_empty());
    assert!(pareto(&network, &weights, NodeIx(0), NodeIx(7)).is_empty());
    assert!(pareto(&network, &weights, NodeIx(7), NodeIx(0)).is_empty());
    assert_eq!(weights.get(ArcIx(0)), Cost { seconds: 5, risk: 1 });
}
