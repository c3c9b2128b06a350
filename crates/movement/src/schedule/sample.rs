//! Small random problems for tests: windows, curfews, limits, ties and all.

use crate::problem::*;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

const HOUR: Seconds = 3600;

/// A small problem: with `windows` everything may occur, without them it is like an instance file.
pub(crate) fn problem(seed: u64, most_units: usize, windows: bool) -> Problem {
    let rng = &mut Pcg64Mcg::seed_from_u64(seed);
    let places = rng.random_range(2..7usize);
    let sites = places.div_ceil(2);
    let horizon = if windows { 4 * 24 * HOUR } else { 2000 * HOUR };
    let some = |rng: &mut Pcg64Mcg, p: f64| windows && rng.random_bool(p);
    let nightly = |from: Seconds, to: Seconds| (0..4).map(|d| (d * 24 * HOUR + from, d * 24 * HOUR + to)).collect::<Vec<_>>();
    let profiles: Vec<Profile> = (0..rng.random_range(1..3)).map(|_| profile(rng, places, windows, horizon)).collect();
    let travel = Travel {
        no_drive: if some(rng, 0.6) { nightly(18 * HOUR, 30 * HOUR) } else { Vec::new() },
        dark: if some(rng, 0.6) { nightly(17 * HOUR, 29 * HOUR) } else { Vec::new() },
        max_drive_per_day: some(rng, 0.5).then(|| rng.random_range(4..10) * HOUR),
        break_after: some(rng, 0.5).then(|| rng.random_range(1..4) * HOUR),
        break_seconds: 1800,
        profiles,
    };
    let gates = rng.random_range(1..=places - sites);
    let destinations: Vec<Destination> = (0..gates).map(|i| gate(rng, sites + i, windows, horizon)).collect();
    let vehicles: Vec<Vehicle> =
        (0..rng.random_range(1..4)).map(|_| vehicle(rng, places, travel.profiles.len(), windows, horizon)).collect();
    let n = rng.random_range(1..=most_units);
    let units: Vec<Unit> = (0..n).map(|i| unit(rng, i, sites, gates, windows, horizon)).collect();
    let apart = (0..n).filter(|_| some(rng, 0.15)).map(|i| (i, (i + 1) % n)).filter(|(a, b)| a != b).collect();
    Problem {
        horizon,
        day_starts: (0..5).map(|d| d * 24 * HOUR - 2 * HOUR).collect(),
        places,
        travel,
        vehicles,
        units,
        destinations,
        apart,
        convoys: Vec::new(),
        boarding: 180,
        alighting: 60,
        turnaround: if windows { 600 } else { 0 },
    }
}

fn profile(rng: &mut Pcg64Mcg, places: usize, windows: bool, horizon: Seconds) -> Profile {
    let mut ways = vec![vec![None; places]; places];
    for (from, row) in ways.iter_mut().enumerate() {
        for (to, way) in row.iter_mut().enumerate() {
            let stretches = if from == to { 0 } else { rng.random_range(1..if windows { 4 } else { 2 }) };
            if windows && from != to && rng.random_bool(0.03) {
                continue;
            }
            *way = Some(Way { stretches: (0..stretches).map(|_| stretch(rng, windows, horizon)).collect() });
        }
    }
    Profile { ways }
}

fn stretch(rng: &mut Pcg64Mcg, windows: bool, horizon: Seconds) -> Stretch {
    let shut = windows && rng.random_bool(0.1);
    let from = rng.random_range(0..horizon);
    Stretch {
        seconds: rng.random_range(300..2 * HOUR),
        meters: 20_000,
        risk: if windows { f64::from(rng.random_range(0..5u32)) / 16.0 } else { 0.0 },
        halt_per_hour: if windows { 0.125 } else { 0.0 },
        shut: if shut { vec![(from, from + rng.random_range(HOUR..30 * HOUR))] } else { Vec::new() },
        roads: Vec::new(),
        from_node: 0,
        to_node: 0,
    }
}

fn gate(rng: &mut Pcg64Mcg, place: usize, windows: bool, horizon: Seconds) -> Destination {
    let daily = (0..4).map(|d| (d * 24 * HOUR + 7 * HOUR, d * 24 * HOUR + 17 * HOUR)).collect();
    let whole = vec![(0, horizon + 1)];
    let full = windows && rng.random_bool(0.4);
    Destination {
        place,
        capacity: if full { rng.random_range(5..40) } else { u32::MAX },
        per_day: if full { rng.random_range(4..12) } else { u32::MAX },
        taken: if full { vec![1] } else { Vec::new() },
        open: if windows && rng.random_bool(0.5) { daily } else { whole },
    }
}

fn vehicle(rng: &mut Pcg64Mcg, places: usize, profiles: usize, windows: bool, horizon: Seconds) -> Vehicle {
    let usual = Capacity { seats: rng.random_range(3..12), bays: rng.random_range(0..2), stretchers: 0 };
    let other = Capacity { seats: usual.seats / 2, bays: 1, stretchers: 1 };
    Vehicle {
        start: if windows { rng.random_range(0..places) } else { 0 },
        from: if windows { rng.random_range(0..20) * HOUR } else { 0 },
        until: if windows && rng.random_bool(0.3) { horizon - 30 * HOUR } else { horizon },
        configurations: vec![usual, other],
        offers: u64::from(rng.random_range(0..4u32)),
        profile: rng.random_range(0..profiles),
        range_m: (windows && rng.random_bool(0.2)).then_some(300_000),
        driven: (if windows { rng.random_range(0..4) * HOUR } else { 0 }, 0),
    }
}

fn unit(rng: &mut Pcg64Mcg, i: usize, sites: usize, gates: usize, windows: bool, horizon: Seconds) -> Unit {
    let some = |rng: &mut Pcg64Mcg, p: f64| windows && rng.random_bool(p);
    let people = rng.random_range(1..6u32);
    let tier = rng.random_range(1..5u8);
    let mut destinations: Vec<usize> = (0..gates).filter(|_| rng.random_bool(0.6)).collect();
    if destinations.is_empty() {
        destinations.push(0);
    }
    let hazard = f64::from(rng.random_range(1..9u32)) / 8.0;
    Unit {
        pickup: rng.random_range(0..sites),
        tier,
        people,
        demand: Capacity { seats: people, bays: u32::from(rng.random_bool(0.1)), stretchers: u32::from(rng.random_bool(0.05)) },
        households: if windows { rng.random_range(1..3) } else { 1 },
        destinations: if windows { destinations } else { vec![rng.random_range(0..gates)] },
        wait_per_hour: f64::from(people) * hazard,
        ride_per_hour: f64::from(people) * if windows { 0.25 } else { hazard },
        risk_factor: if windows { f64::from(people) } else { 0.0 },
        weight: [8.0, 4.0, 2.0, 1.0][usize::from(tier) - 1],
        ready: if some(rng, 0.2) { rng.random_range(0..30) * HOUR } else { 0 },
        arrive_by: some(rng, 0.1).then(|| horizon - rng.random_range(0..70) * HOUR),
        max_ride: some(rng, 0.2).then(|| rng.random_range(2..8) * HOUR),
        day_only: some(rng, 0.3),
        adults: people.min(2),
        second_adult: windows && people == 1 && i % 5 == 4,
        asks: if some(rng, 0.2) { 1 } else { 0 },
        order: (i as u32 * 7) % 13,
    }
}
