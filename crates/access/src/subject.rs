//! Who asks, and what they have been granted.

use crate::policy::Width;
use base::{AgencyId, Area, Group, Instant, Purpose, Role, SiteId, TeamId, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What narrows a grant below its role; `None` leaves the role's own reach. A limit never widens.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Only these areas of work.
    pub areas: Option<BTreeSet<Area>>,
    /// Only these field groups.
    pub groups: Option<BTreeSet<Group>>,
    /// Only these purposes.
    pub purposes: Option<BTreeSet<Purpose>>,
    /// Only what this reaches too.
    pub scope: Option<Width>,
}

/// Why a grant was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// As part of the person's work.
    Normal,
    /// In an emergency; the person gave the reason.
    BreakGlass {
        /// The reason, in their words.
        reason: String,
    },
}

/// A role given to a person for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// Which rows it gives.
    pub role: Role,
    /// What narrows them.
    #[serde(default)]
    pub limits: Limits,
    /// From when on it counts.
    pub from: Instant,
    /// When it no longer counts; ending a grant is setting this.
    pub until: Option<Instant>,
    /// Why it was given.
    pub why: Why,
}

impl Grant {
    /// Whether it counts now: from `from` on and before `until`. A broken glass without an end never counts.
    pub fn is_live(&self, now: Instant) -> bool {
        let open_ended = self.why == Why::Normal;
        self.from <= now && self.until.map_or(open_ended, |until| now < until)
    }
}

/// Who asks. Read anew for each request, so that an ended grant counts for nothing at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The person.
    pub user: UserId,
    /// Their agency.
    pub agency: AgencyId,
    /// Their teams.
    pub teams: BTreeSet<TeamId>,
    /// Their sites.
    pub sites: BTreeSet<SiteId>,
    /// What they have been granted, now or at another time.
    pub grants: Vec<Grant>,
    /// When they last proved who they are with a second means.
    pub stepped_up: Option<Instant>,
}
