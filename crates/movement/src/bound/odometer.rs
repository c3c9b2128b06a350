//! The same kind of bound under curfews and crew hours: by what a vehicle can have driven at most by any time.

use super::dual::{Prices, climb};
use super::jobs::{Basis, Relaxed, Rider};
use crate::problem::{Problem, Seconds};
use crate::schedule::{day_of, next_free};

/// Parts that the drive to a unit and its ride are cut into.
const PARTS: u32 = 4;

/// When a vehicle can have driven so many seconds in all, at the earliest.
#[derive(Debug, Clone)]
struct Odometer {
    /// Spans of driving: begin, and seconds driven before and after.
    spans: Vec<(f64, f64, f64)>,
    horizon: f64,
}

impl Odometer {
    /// Of a vehicle that is ready from a moment on and then drives whenever it may.
    fn new(problem: &Problem, from: Seconds) -> Self {
        let mut odometer = Self { spans: Vec::new(), horizon: problem.horizon as f64 };
        let (mut driven, mut now) = (0.0, from);
        let mut day = usize::MAX;
        let mut left = f64::INFINITY;
        while now < problem.horizon {
            now = next_free(&problem.travel.no_drive, now, 1);
            let today = day_of(&problem.day_starts, now);
            if today != day {
                day = today;
                left = most_in_a_day(problem, day);
            }
            let curfew = problem.travel.no_drive.iter().map(|span| span.0).find(|begin| *begin > now);
            let midnight = problem.day_starts.get(day + 1).copied().filter(|next| *next > now);
            let until = curfew.into_iter().chain(midnight).fold(problem.horizon, Seconds::min);
            let seconds = ((until - now) as f64).min(left);
            if seconds > 0.0 {
                odometer.spans.push((now as f64, driven, driven + seconds));
                driven += seconds;
                left -= seconds;
            }
            now = until;
        }
        odometer
    }

    /// The earliest moment with so many seconds driven; the horizon if there is none before.
    fn time(&self, driven: f64) -> f64 {
        let driven = driven.max(0.0);
        let at = self.spans.partition_point(|span| span.2 < driven);
        self.spans.get(at).map_or(self.horizon, |span| span.0 + (driven - span.1).max(0.0))
    }

    /// All that can be driven.
    fn whole(&self) -> f64 {
        self.spans.last().map_or(0.0, |span| span.2)
    }

    /// The most that can have been driven by a moment.
    fn driven(&self, time: f64) -> f64 {
        let before = self.spans.partition_point(|span| span.0 <= time);
        before.checked_sub(1).and_then(|at| self.spans.get(at)).map_or(0.0, |span| (span.1 + time - span.0).min(span.2))
    }
}

/// The most that a crew drives between two midnights. A stretch counts to the day that it is entered in, so one more may reach over
/// from the day before, unless nobody drives at midnight.
fn most_in_a_day(problem: &Problem, day: usize) -> f64 {
    let Some(most) = problem.travel.max_drive_per_day else { return f64::INFINITY };
    let midnight = problem.day_starts.get(day).copied().unwrap_or(0);
    if midnight <= 0 || next_free(&problem.travel.no_drive, midnight, 1) > midnight {
        return most as f64;
    }
    let ways = problem.travel.profiles.iter().flat_map(|profile| profile.ways.iter().flatten().flatten());
    let longest = ways.flat_map(|way| way.stretches.iter().map(|stretch| stretch.seconds)).max().unwrap_or(0);
    (most + longest) as f64
}

/// A part of the drive that a unit needs.
struct Part {
    /// Cost per second of the unit's alighting or departure.
    slope: f64,
    fixed: f64,
    stay: f64,
    /// What is driven at least between the end of the part and the unit's alighting or departure; below nothing if the part follows.
    ahead: f64,
    /// Seconds of a vehicle by machine; 0 if it does not fit.
    work: Vec<f64>,
}

/// The bound for one basis.
pub(super) fn bound(problem: &Problem, relaxed: &Relaxed, basis: Basis, rounds: u32) -> f64 {
    let machines: Vec<(f64, Odometer)> =
        relaxed.machines.iter().map(|machine| (machine.count, Odometer::new(problem, machine.from as Seconds))).collect();
    let parts: Vec<Part> = relaxed.riders.iter().flat_map(|rider| parts(relaxed, rider, basis)).collect();
    let total: f64 = machines.iter().map(|machine| machine.0).sum::<f64>().max(1.0);
    // First prices: as if parts were worked off in the order of slope per work by the fleet together.
    let least = |part: &Part| part.work.iter().copied().filter(|work| *work > 0.0).fold(f64::INFINITY, f64::min);
    let mut order: Vec<(f64, usize)> = parts.iter().enumerate().map(|(i, part)| (part.slope / least(part), i)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut first = vec![0.0; parts.len()];
    let mut driven = 0.0;
    for (_, i) in order {
        if let (Some(part), Some(price), Some((_, odometer))) = (parts.get(i), first.get_mut(i), machines.first()) {
            driven += least(part).min(1e9) / total;
            *price = (part.fixed + part.slope * odometer.time(driven + part.ahead)).clamp(0.0, part.stay);
        }
    }
    let scales = parts.iter().zip(&first).map(|(part, u)| (u - part.fixed).max(part.slope).max(1e-12)).collect();
    let prices = Prices { first, scales, most: parts.iter().map(|part| part.stay).collect() };
    // Looking up a moment costs about as much as three lines.
    let per_cell = 3 * parts.len() * machines.len();
    relaxed.lost + climb(prices, per_cell, rounds, |prices, cells, slack| value(&machines, &parts, prices, cells, slack))
}

/// Costs and stays are shared among the parts by their length. Who takes no seat of some vehicle is no work for it, and left out.
fn parts(relaxed: &Relaxed, rider: &Rider, basis: Basis) -> Vec<Part> {
    let costs = relaxed.costs(rider, basis);
    let whole = rider.approach + rider.ride;
    let held: Vec<Option<f64>> = (0..relaxed.machines.len()).map(|machine| relaxed.seats_held(rider, machine)).collect();
    if whole <= 0.0 || held.contains(&Some(0.0)) {
        return Vec::new();
    }
    let piece = |length: f64, ahead: f64| {
        let share = length / whole;
        Part {
            slope: costs.slope * share,
            fixed: costs.fixed * share,
            stay: costs.stay * share,
            ahead,
            work: held.iter().map(|share| share.unwrap_or(0.0) * length).collect(),
        }
    };
    let pieces = f64::from(PARTS);
    let both = (1..=PARTS).flat_map(|i| {
        let done = f64::from(i) / pieces;
        let (approach, ride) = (rider.approach / pieces, rider.ride / pieces);
        let (to_board, to_alight) = (rider.approach * (1.0 - done), rider.ride * (1.0 - done));
        match basis {
            Basis::Alighting => [piece(approach, to_board + rider.ride), piece(ride, to_alight)],
            Basis::Departure => [piece(approach, to_board), piece(ride, -rider.ride * done)],
        }
    });
    both.filter(|part| part.work.iter().any(|work| *work > 0.0)).collect()
}

/// Value of the dual at these prices; `slack` becomes its subgradient.
fn value(machines: &[(f64, Odometer)], parts: &[Part], prices: &[f64], cells: usize, slack: &mut [f64]) -> f64 {
    slack.iter_mut().for_each(|s| *s = 1.0);
    let mut value: f64 = prices.iter().sum();
    for (m, (count, odometer)) in machines.iter().enumerate() {
        let gain = |i: usize, driven: f64| {
            let (part, price) = (parts.get(i)?, prices.get(i)?);
            let work = part.work.get(m).copied().filter(|work| *work > 0.0)?;
            let gain = price - part.fixed - part.slope * odometer.time(driven + part.ahead);
            (gain > 0.0).then_some((gain / work, work))
        };
        let lines: Vec<usize> = (0..parts.len()).filter(|i| gain(*i, 0.0).is_some()).collect();
        let last = |i: &usize| {
            let (part, price) = (parts.get(*i)?, prices.get(*i)?);
            let worth_it = (price - part.fixed) / part.slope;
            Some(if worth_it < odometer.horizon { odometer.driven(worth_it) - part.ahead } else { odometer.whole() })
        };
        let width = lines.iter().filter_map(last).fold(0.0, f64::max).min(odometer.whole()) / cells as f64;
        if width <= 0.0 {
            continue;
        }
        for cell in 0..cells {
            // Gains fall, so that of the cell's beginning is the most in it.
            let here = width * cell as f64;
            let best = lines.iter().filter_map(|i| Some((gain(*i, here)?, *i))).max_by(|a, b| a.0.0.total_cmp(&b.0.0).then(b.1.cmp(&a.1)));
            let Some(((most, work), i)) = best else { break };
            value -= count * width * most;
            slack.iter_mut().skip(i).take(1).for_each(|s| *s -= count * width / work);
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Travel;

    const HOUR: Seconds = 3600;

    /// Ready at 3; a curfew from 6 to 9 and nine hours a day, midnight at 12, nobody drives from 23 to 25.
    #[test]
    fn a_vehicle_drives_when_it_may_and_no_more() {
        let travel =
            Travel { no_drive: vec![(6 * HOUR, 9 * HOUR), (11 * HOUR, 13 * HOUR)], max_drive_per_day: Some(4 * HOUR), ..Travel::default() };
        let problem = Problem { horizon: 30 * HOUR, day_starts: vec![0, 12 * HOUR], travel, ..Problem::default() };
        let odometer = Odometer::new(&problem, 3 * HOUR);
        let hours = |driven: f64| odometer.time(driven * 3600.0) / 3600.0;
        for (driven, time) in [(-1.0, 3.0), (0.0, 3.0), (3.0, 6.0), (3.5, 9.5), (4.0, 10.0), (4.5, 13.5), (8.0, 17.0), (8.5, 30.0)] {
            assert_eq!(hours(driven), time, "{driven}");
            assert!(time == 30.0 || odometer.driven(time * 3600.0) >= driven * 3600.0);
        }
    }
}
