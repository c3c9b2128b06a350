//! Draws in whole numbers, so that the same seed gives the same answer on every machine and with every version of a library.

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;

/// The one source of chance.
pub(super) struct Draw(Pcg64);

impl Draw {
    pub(super) fn new(seed: u64) -> Self {
        Self(Pcg64::seed_from_u64(seed))
    }

    /// 0 to `n` - 1; 0 if `n` is 0.
    pub(super) fn below(&mut self, n: u64) -> u64 {
        let wide = u128::from(self.0.next_u64()) * u128::from(n);
        (wide >> 64) as u64
    }

    /// From `low` to `high`, both possible.
    pub(super) fn range(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(high.saturating_sub(low).max(0) as u64 + 1) as i64
    }

    /// True so many times in a thousand.
    pub(super) fn chance(&mut self, permille: u64) -> bool {
        self.below(1000) < permille
    }

    /// One of several, each as likely; nothing of nothing.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len() as u64) as usize)
    }

    /// A word of several, each as likely.
    pub(super) fn word(&mut self, from: &[&'static str]) -> &'static str {
        self.pick(from).copied().unwrap_or_default()
    }

    /// One of several by weight.
    pub(super) fn weighted<'a, T>(&mut self, from: &'a [(T, u64)]) -> Option<&'a T> {
        let mut left = self.below(from.iter().map(|f| f.1).sum());
        from.iter().find_map(|(value, weight)| {
            let here = left < *weight;
            left = left.saturating_sub(*weight);
            here.then_some(value)
        })
    }
}
