//! What is taken out before it is put back better: neighbours, whole trips, strings of trips, single households.

use super::leaf::Leaf;
use super::model::Model;
use super::state::{NOWHERE, State};
use rand::RngExt;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;
use std::rc::Rc;

/// A unit on a trip that may be touched, if one is found in a few draws.
fn any_rider(state: &State, model: &Model, rng: &mut Pcg64Mcg) -> Option<(usize, usize, usize)> {
    for _ in 0..20 {
        let u = rng.random_range(0..model.riders.len().max(1));
        let v = state.on.get(u).copied().unwrap_or(NOWHERE);
        if v == NOWHERE || !model.riders[u].movable {
            continue;
        }
        let route = &state.routes[v];
        if let Some(k) = route.find(model.riders[u].site, u).filter(|&k| k >= route.frozen) {
            return Some((u, v, k));
        }
    }
    None
}

/// Up to `count` units picked up near one of them.
pub(super) fn neighbours(state: &mut State, model: &Model, count: usize, rng: &mut Pcg64Mcg) {
    let Some((seed, _, _)) = any_rider(state, model, rng) else { return };
    let mut pool: Vec<usize> = Vec::new();
    let wide = rng.random_range(1..=3);
    for &site in &model.near[model.riders[seed].site] {
        let here = &model.at_site[site];
        let most = 4 * count * wide;
        if here.len() <= most {
            pool.extend(here.iter().copied().filter(|&u| state.on[u] != NOWHERE));
        } else {
            pool.extend((0..most).map(|_| here[rng.random_range(0..here.len())]).filter(|&u| state.on[u] != NOWHERE));
        }
        if pool.len() >= count * wide {
            break;
        }
    }
    pool.shuffle(rng);
    pool.truncate(count.saturating_sub(1));
    pool.push(seed);
    state.remove(model, &pool);
}

/// Up to `count` units drawn at random.
pub(super) fn scattered(state: &mut State, model: &Model, count: usize, rng: &mut Pcg64Mcg) {
    let units: Vec<usize> = (0..count).filter_map(|_| any_rider(state, model, rng)).map(|(u, ..)| u).collect();
    state.remove(model, &units);
}

/// A string of trips of one vehicle, and of another that visits a place nearby at about the same time.
pub(super) fn strings(state: &mut State, model: &Model, length: usize, rng: &mut Pcg64Mcg, out: &mut Vec<Rc<Leaf>>) {
    let Some((seed, v, k)) = any_rider(state, model, rng) else { return };
    let time = state.routes[v].at[k].free;
    let other = model.near[model.riders[seed].site]
        .iter()
        .take(rng.random_range(1..=4))
        .flat_map(|&site| model.at_site[site].iter().take(200))
        .filter(|&&u| state.on[u] != NOWHERE && state.on[u] != v)
        .filter_map(|&u| {
            let w = state.on[u];
            let i = state.routes[w].find(model.riders[u].site, u)?;
            Some(((state.routes[w].at[i].free - time).abs(), w, i))
        })
        .min();
    take(state, model, v, k, length, rng, out);
    if let Some((_, w, i)) = other.filter(|_| rng.random_bool(0.5)) {
        take(state, model, w, i, length, rng, out);
    }
}

/// Single trips of any vehicles.
pub(super) fn trips(state: &mut State, model: &Model, count: usize, rng: &mut Pcg64Mcg, out: &mut Vec<Rc<Leaf>>) {
    for _ in 0..count {
        if let Some((_, v, k)) = any_rider(state, model, rng) {
            state.take_trips(model, v, &[k], out);
        }
    }
}

fn take(state: &mut State, model: &Model, v: usize, k: usize, length: usize, rng: &mut Pcg64Mcg, out: &mut Vec<Rc<Leaf>>) {
    let route = &state.routes[v];
    let from = k.saturating_sub(rng.random_range(0..length.max(1))).max(route.frozen);
    let to = (from + length).min(route.leaves.len());
    let indices: Vec<usize> = (from..to).collect();
    state.take_trips(model, v, &indices, out);
}

/// Exchanges the rest of the day of two vehicles.
pub(super) fn tails(state: &mut State, model: &Model, rng: &mut Pcg64Mcg) {
    let (Some((_, v, i)), Some((_, w, j))) = (any_rider(state, model, rng), any_rider(state, model, rng)) else { return };
    let (i, j) = (i + usize::from(rng.random_bool(0.5)), j + usize::from(rng.random_bool(0.5)));
    if !state.swap_tails(model, (v, i), (w, j)) {
        state.roll_back(model);
        state.open();
    }
}
