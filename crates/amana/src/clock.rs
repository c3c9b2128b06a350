//! The machine's clock: the only place that asks what time it is.

use base::{Clock, Instant};
use movement::planner::Pace;
use std::time::{SystemTime, UNIX_EPOCH};

/// The machine's clock.
pub struct MachineClock;

impl Clock for MachineClock {
    fn now(&self) -> Instant {
        Instant(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs() as i64))
    }
}

/// Runs until a number of seconds is over; without one, for ever.
pub struct Limit {
    began: std::time::Instant,
    seconds: Option<f64>,
}

impl Limit {
    /// A limit from now.
    pub fn seconds(seconds: Option<f64>) -> Self {
        Self { began: std::time::Instant::now(), seconds: seconds.filter(|s| s.is_finite() && *s > 0.0) }
    }

    /// Share of the time that is used, 0 to 1 and beyond; nothing without a limit.
    pub fn spent(&self) -> Option<f64> {
        self.seconds.map(|limit| self.began.elapsed().as_secs_f64() / limit)
    }

    /// A limit that ends so many seconds earlier (but has at least half of the time): for work that overshoots.
    pub fn spare(&self, seconds: f64) -> Self {
        Self { began: self.began, seconds: self.seconds.map(|limit| (limit - seconds).max(limit / 2.0)) }
    }

    /// Whether there is time left.
    pub fn goes_on(&self) -> bool {
        self.spent().is_none_or(|share| share < 1.0)
    }

    /// The same for the planner.
    pub fn pace(&self) -> Pace {
        self.spent().map_or(Pace::On, Pace::Spent)
    }
}
