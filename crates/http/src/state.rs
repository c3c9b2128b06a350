//! What the server holds: the office, the desk, the running jobs, the clock.

use crate::jobs::Jobs;
use crate::reading::Reading;
use app::{Desk, Office, Problem, Roster, Verifier};
use base::Clock;
use std::sync::{Arc, Mutex, MutexGuard};

/// A server of one office with one operation.
pub struct Server {
    pub(crate) office: Office,
    pub(crate) verifier: Verifier,
    desk: Mutex<Desk>,
    /// The people of the office as plans are made from them; brought up to date before each answer about movements.
    pub(crate) roster: tokio::sync::Mutex<Roster>,
    /// How far reading the operation's list of people in has come.
    pub(crate) reading: Reading,
    pub(crate) jobs: Jobs,
    pub(crate) clock: Arc<dyn Clock>,
    /// Host names (with port) that requests may be addressed to.
    pub(crate) hosts: Vec<String>,
    /// Whether answers travel encrypted, so that cookies can ask for it.
    pub(crate) encrypted: bool,
}

impl Server {
    /// A server for an office and the desk of one operation, answering to `hosts` (such as `127.0.0.1:8080`).
    pub fn new(office: Office, verifier: Verifier, desk: Desk, clock: Arc<dyn Clock>, hosts: Vec<String>) -> Arc<Self> {
        Arc::new(Self {
            office,
            verifier,
            desk: Mutex::new(desk),
            roster: tokio::sync::Mutex::default(),
            reading: Reading::default(),
            jobs: Jobs::default(),
            clock,
            hosts,
            encrypted: false,
        })
    }

    /// A cookie that scripts can't read and no other site sends; it ends after `seconds`.
    pub(crate) fn cookie(&self, name: &str, value: &str, seconds: i64) -> String {
        let secure = if self.encrypted { "; Secure" } else { "" };
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}")
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
