//! What no plan can go below: proven lower bounds on the harm of each tier and on W, and exact answers for a handful of units.
//!
//! In: a [`Problem`], a number of rounds. Out: a [`Bound`]; [`exact`] for up to seven units. Always true: no plan that keeps the rules has less harm.
//! Absent: curfews, closures, gates, limits: the bounds leave them out, which can only make plans faster.
//!
//! # The bound and why it holds
//! Let `a` be the shortest drive to a unit's site from any place where a vehicle can be without it (a depot or a destination), `b` its boarding, `m` the
//! shortest drive to one of its destinations, `l` its alighting, `s` its seats; all drives by shortest ways, so that leaving a stop out never takes longer.
//! Follow one vehicle of `q` seats. While it drives, each seat is held for somebody on the way, or is empty on the way to somebody; each unit
//! holds `s` seats for at least `a + m` of driving that is its alone. While somebody boards or alights it does not drive. So the units a vehicle has served by
//! any time have used `sum(s (a + m) / q + b + l)` of its time: a unit's *work* on it. Each part of the work lies at least a known span before the unit's
//! alighting (others' stops in between only move parts to earlier), so that its alighting is no earlier than the mean moment of its work plus their
//! mean span `k`. Least `sum w (mean + k)` when each vehicle does one unit of work at a time is a transport problem; any prices `u` per unit give a
//! value below it: `sum u - sum over vehicles of the integral over t of max(0, max over units of (u - w (t + k)) / work)`. The integral is taken from above
//! by trapezoids on a grid (the integrand is convex where no unit becomes available). The prices are improved by steps along the subgradient; every step is a proof.
//!
//! Where riding is less harmful than waiting, the same is also done for departures instead of alightings: then others' stops in between don't help, so
//! only the unit's own time on its seats counts, `s (a + b + m + l) / q`. The greater of both is taken, and never less than everyone being fetched at once.

mod dual;
mod exact;
mod jobs;
#[cfg(test)]
mod tests;

pub use exact::exact;

use crate::problem::Problem;

/// No plan has less harm than this.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bound {
    /// Harm of tiers 1 to 4, each as if it alone were moved.
    pub tiers: [f64; 4],
    /// Total W.
    pub total: f64,
}

/// Bounds by `rounds` steps of improving prices (0: by everyone being fetched at once); some hundred suffice.
pub fn bound(problem: &Problem, rounds: u32) -> Bound {
    let mut found = Bound::default();
    for tier in 0..4usize {
        let factor = |t: usize, _: f64| if t == tier { 1.0 } else { 0.0 };
        if let Some(slot) = found.tiers.get_mut(tier) {
            *slot = best(problem, &factor, rounds);
        }
    }
    found.total = best(problem, &|_, weight| weight, rounds);
    found
}

/// The greatest of the bounds for a factor per unit, from its tier and weight.
fn best(problem: &Problem, factor: &dyn Fn(usize, f64) -> f64, rounds: u32) -> f64 {
    let relaxed = jobs::Relaxed::new(problem, factor);
    let alighting = relaxed.at_once().max(dual::climb(&relaxed.shop(jobs::Basis::Alighting), rounds));
    // Where riding is as harmful as waiting, departures tell nothing more.
    let same = problem.units.iter().all(|u| u.ride_per_hour >= u.wait_per_hour);
    if same { alighting } else { alighting.max(dual::climb(&relaxed.shop(jobs::Basis::Departure), rounds)) }
}
