//! The machine's clock: the only place that asks what time it is.

use base::{Clock, Instant};
use std::time::{SystemTime, UNIX_EPOCH};

/// The machine's clock.
pub struct MachineClock;

impl Clock for MachineClock {
    fn now(&self) -> Instant {
        Instant(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs() as i64))
    }
}

/// Runs until a number of seconds is over; without one, for ever.
pub struct Limit(Option<std::time::Instant>);

impl Limit {
    /// A limit from now.
    pub fn seconds(seconds: Option<f64>) -> Self {
        let limit = seconds.filter(|s| s.is_finite() && *s >= 0.0).map(std::time::Duration::from_secs_f64);
        Self(limit.map(|l| std::time::Instant::now() + l))
    }

    /// Whether there is time left.
    pub fn goes_on(&self) -> bool {
        self.0.is_none_or(|end| std::time::Instant::now() < end)
    }
}
