//! What a subject may see, as a filter for lists, counts and search.

use crate::decide::{Refusal, permitting, step_up};
use crate::policy::{Action, Policy, Width};
use crate::resource::Resource;
use crate::subject::Subject;
use base::{AgencyId, Area, Group, Instant, Kind, Purpose, SiteId, TeamId, UserId};
use std::collections::BTreeSet;

/// Which records of the agency a clause reaches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Within {
    /// Those the subject is assigned to.
    Assigned(UserId),
    /// Those of one of these teams.
    Teams(BTreeSet<TeamId>),
    /// Those of one of these sites.
    Sites(BTreeSet<SiteId>),
    /// All of them.
    Everything,
}

/// One way to be admitted: all four must fit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clause {
    /// The record's area is one of these.
    pub areas: BTreeSet<Area>,
    /// The record's kind is one of these.
    pub kinds: BTreeSet<Kind>,
    /// The record's agency is this; `None` is every agency.
    pub agency: Option<AgencyId>,
    /// The record is among these.
    pub within: Within,
}

/// A record is admitted when any clause fits and it isn't withheld from the subject. No clauses: nothing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Whoever asks; records withheld from them are left out whatever the clauses say.
    pub user: UserId,
    /// Sorted, none twice.
    pub clauses: Vec<Clause>,
}

impl Clause {
    fn fits(&self, resource: &Resource) -> bool {
        self.areas.contains(&resource.area)
            && self.kinds.contains(&resource.kind)
            && self.agency.is_none_or(|a| a == resource.agency)
            && match &self.within {
                Within::Assigned(user) => resource.assigned.contains(user),
                Within::Teams(teams) => resource.team.is_some_and(|t| teams.contains(&t)),
                Within::Sites(sites) => resource.site.is_some_and(|s| sites.contains(&s)),
                Within::Everything => true,
            }
    }
}

impl Scope {
    /// Whether it lets a record through; what a store's query must do too.
    pub fn admits(&self, resource: &Resource) -> bool {
        !resource.withheld_from.contains(&self.user) && self.clauses.iter().any(|c| c.fits(resource))
    }

    /// Whether it lets nothing through.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}

/// The records on whose field group the subject may do this, for the purpose, now. Refuses only when a fresh proof is missing.
pub fn scope(policy: &Policy, subject: &Subject, action: Action, group: &Group, purpose: &Purpose, now: Instant) -> Result<Scope, Refusal> {
    step_up(subject, action, now)?;
    let mut clauses: Vec<Clause> = permitting(policy, subject, action, group, purpose, now)
        .filter_map(|live| {
            let areas: BTreeSet<Area> = match &live.grant.limits.areas {
                Some(limit) => live.row.areas.intersection(limit).cloned().collect(),
                None => live.row.areas.clone(),
            };
            let (agency, within) = match live.width() {
                Width::Own => (Some(subject.agency), Within::Assigned(subject.user)),
                Width::Team => (Some(subject.agency), Within::Teams(subject.teams.clone())),
                Width::Site => (Some(subject.agency), Within::Sites(subject.sites.clone())),
                Width::Agency => (Some(subject.agency), Within::Everything),
                Width::All => (None, Within::Everything),
            };
            (!areas.is_empty()).then(|| Clause { areas, kinds: live.row.kinds.clone(), agency, within })
        })
        .collect();
    clauses.sort();
    clauses.dedup();
    Ok(Scope { user: subject.user, clauses })
}
