//! What the server holds: the desk, the running jobs, the clock.

use crate::jobs::Jobs;
use app::{Desk, Problem};
use base::Clock;
use std::sync::{Arc, Mutex, MutexGuard};

/// A server of one operation.
pub struct Server {
    desk: Mutex<Desk>,
    pub(crate) jobs: Jobs,
    pub(crate) clock: Arc<dyn Clock>,
    /// Host names (with port) that requests may be addressed to.
    pub(crate) hosts: Vec<String>,
}

impl Server {
    /// A server for a desk, answering to `hosts` (such as `127.0.0.1:8080`).
    pub fn new(desk: Desk, clock: Arc<dyn Clock>, hosts: Vec<String>) -> Arc<Self> {
        Arc::new(Self { desk: Mutex::new(desk), jobs: Jobs::default(), clock, hosts })
    }

    /// The desk; a panic of another request leaves it usable.
    pub(crate) fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// A problem as an answer, with its status.
pub(crate) fn not_found(what: &str) -> Problem {
    Problem::new("not-found", format!("there is no such {what}"), "go back and look at the list")
}
