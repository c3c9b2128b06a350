//! An office: its records, its rules and its people, with what the edge of the program hands in.

use crate::Problem;
use crate::identity::Relying;
use access::{Action, Decision, Policy, Refusal, Subject};
use base::{Area, Clock, DeviceId, Feed, Findings, Group, Instant, LocalZone, Purpose, Uuid};
use content::Content;
use journal::Hlc;
use seal::{Checkpoint, CryptoRng};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use store::Store;

/// Draws what can't be computed. Time-ordered identifiers are for records; unordered ones where the time of making would give someone away.
pub trait Edge: Clock {
    /// The clock in milliseconds since 1970.
    fn millis(&self) -> i64;
    /// An identifier that sorts by time (UUID version 7).
    fn id(&self) -> Uuid;
    /// Random bits for keys, tokens and codes.
    fn random(&self) -> Box<dyn CryptoRng + Send>;
    /// The newest checkpoint that is kept outside the database, and what is wrong with that copy; nothing where none is kept.
    fn witness(&self) -> (Option<Checkpoint>, Findings) {
        (None, Findings::default())
    }
}

/// An open office. Clones share it.
#[derive(Clone)]
pub struct Office {
    /// Where records are kept.
    pub store: Store,
    /// Forms, code lists and procedures.
    pub content: Arc<Content>,
    /// Who may do what.
    pub policy: Arc<Policy>,
    /// The feed that this office writes to.
    pub feed: Feed,
    /// The zone it lives in.
    pub zone: Arc<LocalZone>,
    /// The office's own device, on which what is entered online is written.
    pub device: DeviceId,
    /// The address that passkeys are made for, once it is known.
    pub(crate) relying: Option<Arc<Relying>>,
    edge: Arc<dyn Edge>,
    written: Arc<Mutex<Option<Hlc>>>,
}

impl Office {
    /// An office over an open store.
    pub fn new(
        store: Store,
        content: Arc<Content>,
        policy: Arc<Policy>,
        feed: Feed,
        zone: LocalZone,
        device: DeviceId,
        edge: Arc<dyn Edge>,
    ) -> Self {
        Self { store, content, policy, feed, zone: Arc::new(zone), device, relying: None, edge, written: Arc::default() }
    }

    /// The same office, served at an address as browsers show it (`https://amana.example.org`): passkeys are made for its host name.
    ///
    /// Problem: `origin-unreadable`.
    pub fn served_at(mut self, origin: &str) -> Result<Self, Problem> {
        self.relying = Relying::at(origin)?.map(Arc::new);
        Ok(self)
    }

    /// The present.
    pub fn now(&self) -> Instant {
        self.edge.now()
    }

    /// Whether the records can be reached.
    pub async fn reach(&self) -> Result<(), Problem> {
        Ok(self.store.ping().await?)
    }

    /// A new identifier that sorts by time.
    pub fn draw(&self) -> Uuid {
        self.edge.id()
    }

    /// Random bits.
    pub fn random(&self) -> Box<dyn CryptoRng + Send> {
        self.edge.random()
    }

    /// The witness, as the edge keeps it.
    pub(crate) fn witness(&self) -> (Option<Checkpoint>, Findings) {
        self.edge.witness()
    }

    /// The next reading of the office's hybrid clock.
    pub(crate) fn written(&self) -> Hlc {
        let mut last = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let next = Hlc::next(*last, self.edge.millis(), self.device);
        *last = Some(next);
        next
    }

    /// For which purpose someone may do this to a group of a record: the first of the table's purposes that permits it.
    ///
    /// Nothing in the problem tells a record that is hidden from one that isn't there.
    pub(crate) fn may(&self, who: &Subject, action: Action, what: &access::Resource, group: &Group) -> Result<Purpose, Problem> {
        let now = self.now();
        let mut answer = not_found();
        for purpose in &self.policy.purposes {
            match access::decide(&self.policy, who, action, what, group, purpose, now) {
                Decision::Permit { .. } => return Ok(purpose.clone()),
                // Whichever purpose it is for, a fresh proof is missing.
                Decision::Refuse(Refusal::StepUp) => return Err(refused(&Refusal::StepUp)),
                Decision::Refuse(refusal) => answer = refused(&refusal),
                Decision::NotFound => {}
            }
        }
        Err(answer)
    }

    /// Whether someone may do this to what belongs to the office itself: accounts, grants, the audit.
    pub(crate) fn may_office(&self, who: &Subject, action: Action, kind: &'static str) -> Result<Purpose, Problem> {
        let what = access::Resource {
            kind: base::Kind::known(kind),
            area: Area::known("office"),
            agency: who.agency,
            team: None,
            site: None,
            assigned: BTreeSet::new(),
            withheld_from: BTreeSet::new(),
        };
        self.may(who, action, &what, &Group::known("card"))
    }

    /// The purposes for which there is anything that someone may do this to.
    pub(crate) fn scopes(&self, who: &Subject, action: Action, group: &Group) -> Result<Scoped, Problem> {
        let mut found: Option<Scoped> = None;
        for purpose in &self.policy.purposes {
            let scope = access::scope(&self.policy, who, action, group, purpose, self.now()).map_err(|r| refused(&r))?;
            match &mut found {
                _ if scope.is_empty() => {}
                Some(all) => all.scope.clauses.extend(scope.clauses),
                None => found = Some(Scoped { scope, purpose: Some(purpose.clone()) }),
            }
        }
        let nothing = access::Scope { user: who.user, clauses: Vec::new() };
        let mut scoped = found.unwrap_or(Scoped { scope: nothing, purpose: None });
        scoped.scope.clauses.sort();
        scoped.scope.clauses.dedup();
        Ok(scoped)
    }
}

/// A scope over all purposes of a person, and the first of them, which the audit names.
pub(crate) struct Scoped {
    pub(crate) scope: access::Scope,
    pub(crate) purpose: Option<Purpose>,
}

/// What is said of whatever isn't there, or isn't there for whoever asks.
pub(crate) fn not_found() -> Problem {
    Problem::new("not-found", "there is no such record", "look at the list; if you were sent here, ask whoever sent you")
}

/// A refusal of the table, as a problem.
pub(crate) fn refused(refusal: &Refusal) -> Problem {
    Problem::new(refusal.code(), "your role does not permit this", refusal.hint())
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        use store::Error;
        match error {
            Error::NotFound => not_found(),
            Error::Stale { .. } => Self::new("changed-meanwhile", "someone changed this meanwhile", "read it again and decide again"),
            Error::Contradiction(what) => Self::new("contradiction", format!("this contradicts what is written: {what}"), "read it again"),
            Error::KeyReused => {
                Self::new("request-reused", "this request was sent before with something else in it", "load the page again")
            }
            Error::TooLarge => Self::new("too-large", "this is larger than what is taken", "make it smaller"),
            Error::Unsupported => Self::new("unsupported-file", "files of this type are not taken", "save it as a picture, sound or PDF"),
            Error::Full => Self::new(
                "disk-full",
                "the server's disk is full; nothing was written",
                "tell whoever runs the server; keep what you wrote",
            ),
            Error::Unavailable(_) => {
                Self::new("store-unavailable", "the records can't be reached; nothing was written", "try again in a minute")
            }
            Error::Newer => Self::new("store-newer", "the records were written by a newer program", "start that program"),
            Error::NoCipher | Error::Backup(_) | Error::KeyOrDamage(_) | Error::Seal(_) | Error::Database(_) => Self::new(
                "store-failed",
                "the records can't be read or written; nothing was changed",
                "tell whoever runs the server: 'amana doctor' says more",
            ),
        }
    }
}
