//! Which solutions the search goes on from: simulated annealing in rounds, each longer than the last, so that no total time need be known.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// Share of the distance by which a worse solution may be accepted at the start and end of a round.
const WARM: f64 = 0.004;
const COLD: f64 = 0.000_1;

pub(super) struct Annealing {
    step: u64,
    length: u64,
}

impl Annealing {
    pub fn new(requests: usize) -> Self {
        Self { step: 0, length: 300 * requests.max(10) as u64 }
    }

    /// Goes one step on; true when the round is over and a longer one begins.
    pub fn round_ends(&mut self) -> bool {
        self.step += 1;
        if self.step < self.length {
            return false;
        }
        self.step = 0;
        self.length += self.length / 4;
        true
    }

    /// Whether to go on from a solution of cost `new` when at one of cost `current`.
    pub fn accepts(&self, new: f64, current: f64, rng: &mut Pcg64Mcg) -> bool {
        let share = self.step as f64 / self.length as f64;
        let temperature = current * WARM * (COLD / WARM).powf(share);
        new < current - temperature * rng.random::<f64>().max(f64::MIN_POSITIVE).ln()
    }
}
