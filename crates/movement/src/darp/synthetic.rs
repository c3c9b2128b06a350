//! Instances made up for tests, by seed: like the a-set (one person, three minutes) or the b-set (one to six people, a minute each).

use super::instance::Darp;
use super::read::read;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::fmt::Write;

/// Which published set an instance is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Like {
    /// Loads of 1, service of 3 minutes, capacity 3, rides up to 30 minutes.
    A,
    /// Loads of 1 to 6, a minute of service a person, capacity 6, rides up to 45 minutes.
    B,
}

/// The text of an instance over an area 20 units wide; half the windows are at the pick-up, half at the drop-off, each a quarter of an hour.
pub(super) fn text(like: Like, vehicles: usize, requests: usize, horizon: u32, seed: u64) -> String {
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let (capacity, ride) = if like == Like::A { (3, 30) } else { (6, 45) };
    let mut text = format!("{vehicles} {} {horizon} {capacity} {ride}\n0 0.0 0.0 0 0 0 1440\n", 2 * requests);
    let mut drops = String::new();
    for request in 1..=requests {
        let load = if like == Like::A { 1 } else { rng.random_range(1..=6) };
        let service = if like == Like::A { 3 } else { load };
        let opens = rng.random_range(40..horizon - 60);
        let (at_pickup, at_drop) = ((opens, opens + 15), (0, 1440));
        let (on, off) = if request <= requests / 2 { (at_drop, at_pickup) } else { (at_pickup, at_drop) };
        let mut node = |index: usize, load: i32, window: (u32, u32), out: &mut String| {
            let (x, y): (f64, f64) = (rng.random_range(-10.0..10.0), rng.random_range(-10.0..10.0));
            writeln!(out, "{index} {x:.3} {y:.3} {service} {load} {} {}", window.0, window.1).expect("writing to a string");
        };
        node(request, load, on, &mut text);
        node(requests + request, -load, off, &mut drops);
    }
    text + &drops + &format!("{} 0.0 0.0 0 0 0 {horizon}\n", 2 * requests + 1)
}

/// The instance of that text.
pub(super) fn instance(like: Like, vehicles: usize, requests: usize, horizon: u32, seed: u64) -> Darp {
    read("synthetic", text(like, vehicles, requests, horizon, seed).as_bytes()).expect("a made-up instance is well formed")
}
