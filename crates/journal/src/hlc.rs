//! A hybrid logical clock: wall time that never runs backwards within what a device has seen.

use base::DeviceId;
use serde::{Deserialize, Serialize};

/// When a device wrote something, comparable between devices; ties go by counter, then device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Hlc {
    /// Milliseconds since 1970 by the device's clock, moved on by later ones it has seen.
    pub millis: i64,
    /// Counts writings within one millisecond.
    pub counter: u16,
    /// The device that wrote.
    pub device: DeviceId,
}

impl Hlc {
    /// The next reading after `self` and whatever else has been seen, given the device's clock.
    pub fn next(seen: Option<Self>, clock_millis: i64, device: DeviceId) -> Self {
        match seen {
            Some(last) if last.millis >= clock_millis => match last.counter.checked_add(1) {
                Some(counter) => Self { millis: last.millis, counter, device },
                None => Self { millis: last.millis.saturating_add(1), counter: 0, device },
            },
            _ => Self { millis: clock_millis, counter: 0, device },
        }
    }
}
