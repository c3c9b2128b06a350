//! Prices per unit, improved step by step; each set of prices proves a bound.

use super::jobs::Shop;

/// Cells of the grid of time: at most, and at least (fewer rounds are made rather).
const CELLS: (usize, usize) = (512, 32);
/// First and last step, as a share of a unit's first price.
const STEP: (f64, f64) = (0.02, 0.003);
/// Most lines looked at in all rounds: about a second.
const LINES: usize = 300_000_000;

/// The best bound found in so many rounds.
pub(super) fn climb(shop: &Shop, rounds: u32) -> f64 {
    let per_cell = shop.jobs.len() * shop.machines.len();
    if per_cell == 0 || rounds == 0 {
        return shop.lost;
    }
    let cells = (LINES / (per_cell * rounds as usize)).clamp(CELLS.1, CELLS.0);
    let rounds = rounds.min((LINES / (per_cell * cells)) as u32);
    // First price: what a unit costs if it is work on a share of the fleet, in the order of slope per work.
    let mut prices = first_prices(shop);
    let scale: Vec<f64> = shop.jobs.iter().zip(&prices).map(|(job, u)| (u - job.fixed).max(job.slope).max(1e-12)).collect();
    let mut best: f64 = 0.0;
    let mut slack = vec![0.0; prices.len()];
    for round in 0..rounds {
        best = best.max(value(shop, &prices, cells, &mut slack));
        let step = STEP.0 * (STEP.1 / STEP.0).powf(f64::from(round) / f64::from(rounds));
        for (((u, s), scale), job) in prices.iter_mut().zip(&slack).zip(&scale).zip(&shop.jobs) {
            *u = (*u + step * scale * s.clamp(-2.0, 1.0)).clamp(0.0, job.stay);
        }
    }
    shop.lost + best
}

fn first_prices(shop: &Shop) -> Vec<f64> {
    let fleet: f64 = shop.machines.iter().map(|m| m.count).sum::<f64>().max(1.0);
    let start = shop.machines.iter().map(|m| m.from).fold(f64::INFINITY, f64::min);
    let least = |i: usize| {
        let job = shop.jobs.get(i)?;
        job.work.iter().flatten().copied().min_by(|a, b| a.0.total_cmp(&b.0))
    };
    let mut order: Vec<(f64, usize)> =
        (0..shop.jobs.len()).map(|i| (shop.jobs.get(i).map_or(0.0, |job| job.slope) / least(i).map_or(1.0, |w| w.0), i)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut prices = vec![0.0; shop.jobs.len()];
    let mut now = start;
    for (_, i) in order {
        let (Some(job), Some(slot)) = (shop.jobs.get(i), prices.get_mut(i)) else { continue };
        let (work, span) = least(i).unwrap_or((0.0, 0.0));
        now += work / fleet;
        *slot = (job.fixed + job.slope * (now.max(job.release) + work + span)).clamp(0.0, job.stay);
    }
    prices
}

/// Value of the dual at these prices; `slack` becomes its subgradient: 1 minus how often each unit is served.
fn value(shop: &Shop, prices: &[f64], cells: usize, slack: &mut [f64]) -> f64 {
    slack.iter_mut().for_each(|s| *s = 1.0);
    let mut value: f64 = prices.iter().sum();
    for (m, machine) in shop.machines.iter().enumerate() {
        // Lines `(level - slope t)` of gain per second of work, and from when.
        let mut lines: Vec<Line> = Vec::with_capacity(prices.len());
        let mut end = machine.from;
        for (i, (job, u)) in shop.jobs.iter().zip(prices).enumerate() {
            let Some(&Some((work, span))) = job.work.get(m) else { continue };
            let gain = u - job.fixed - job.slope * span;
            if job.slope > 0.0 {
                end = end.max(gain / job.slope);
            } else {
                end = end.max(job.stay);
            }
            if gain - job.slope * job.release.max(machine.from) > 0.0 {
                lines.push(Line { level: gain / work, fall: job.slope / work, from: job.release, job: i, work });
            }
        }
        let width = (end - machine.from) / cells as f64;
        if lines.is_empty() || width <= 0.0 {
            continue;
        }
        for cell in 0..cells {
            let (a, b) = (machine.from + width * cell as f64, machine.from + width * (cell + 1) as f64);
            let (mut left, mut right, mut middle, mut who) = (0.0f64, 0.0f64, 0.0f64, None);
            for line in lines.iter().filter(|line| line.from < b) {
                left = left.max(line.level - line.fall * a);
                right = right.max(line.level - line.fall * b);
                let here = line.level - line.fall * (a + b) / 2.0;
                if here > middle {
                    (middle, who) = (here, Some(line));
                }
            }
            value -= machine.count * width * (left + right) / 2.0;
            if let Some(line) = who
                && let Some(s) = slack.get_mut(line.job)
            {
                *s -= machine.count * width / line.work;
            }
        }
    }
    value
}

struct Line {
    level: f64,
    fall: f64,
    from: f64,
    job: usize,
    work: f64,
}
