//! Time that the program itself was running for: other work on the machine doesn't count against either side.

use std::time::Instant;

/// Measures processor time of all threads from a start; elapsed time where the system doesn't tell.
pub struct Watch {
    started: Instant,
    used: Option<u64>,
}

impl Watch {
    pub fn start() -> Self {
        Self { used: used(), started: Instant::now() }
    }

    /// Seconds since the start: of the thread's own processor time.
    pub fn seconds(&self) -> f64 {
        match (self.used, used()) {
            (Some(before), Some(after)) => (after - before) as f64 / 1e9,
            _ => self.started.elapsed().as_secs_f64(),
        }
    }

    /// Seconds on the wall clock.
    pub fn wall(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }
}

/// Nanoseconds that this thread has run.
fn used() -> Option<u64> {
    std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}
