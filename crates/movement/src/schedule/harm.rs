//! Harm per tier of rides and of waiting.

use super::trip::Ride;
use crate::problem::{Problem, Seconds, Unit};

/// Harm per tier (without tier weights) and in total (with them).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Harm {
    /// Harm of tiers 1 to 4.
    pub tiers: [f64; 4],
    /// Total W: harm times the unit's weight.
    pub total: f64,
}

impl Harm {
    /// Adds a unit's harm.
    pub fn add(&mut self, unit: &Unit, harm: f64) {
        if let Some(tier) = self.tiers.get_mut(tier_index(unit.tier)) {
            *tier += harm;
        }
        self.total += harm * unit.weight;
    }
}

/// Index 0 to 3 of a tier; anything outside 1 to 4 counts as the nearest.
pub(crate) fn tier_index(tier: u8) -> usize {
    usize::from(tier.clamp(1, 4)) - 1
}

/// Harm of one unit that leaves its pick-up at `left` and alights at `alights` after `risk` on the way, without its weight.
pub fn unit_harm(unit: &Unit, left: Seconds, alights: Seconds, risk: f64) -> f64 {
    (unit.wait_per_hour * left as f64 + unit.ride_per_hour * (alights - left) as f64) / 3600.0 + unit.risk_factor * risk
}

/// Harm of all rides, and of everyone else waiting until the horizon.
pub fn harm_of<'a>(problem: &Problem, rides: impl IntoIterator<Item = &'a Ride>) -> Harm {
    let mut harms: Vec<Option<f64>> = vec![None; problem.units.len()];
    for &(unit, left, alights, risk) in rides {
        if let (Some(slot), Some(unit)) = (harms.get_mut(unit), problem.units.get(unit)) {
            *slot = Some(unit_harm(unit, left, alights, risk));
        }
    }
    let mut sum = Harm::default();
    for (unit, harm) in problem.units.iter().zip(harms) {
        sum.add(unit, harm.unwrap_or(unit.wait_per_hour * problem.horizon as f64 / 3600.0));
    }
    sum
}
