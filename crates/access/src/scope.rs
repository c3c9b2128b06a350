//! What a subject may see, as a filter for lists, counts and search.

use crate::decide::{Refusal, permitting, step_up};
use crate::policy::{Action, Policy, Width};
use crate::resource::Resource;
use crate::subject::Subject;
use base::{AgencyId, Area, Group, Instant, Kind, Purpose, SiteId, TeamId, UserId};
use std::collections::BTreeSet;

/// One way to be admitted: every part that is there must fit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clause {
    /// The record's area is one of these.
    pub areas: BTreeSet<Area>,
    /// The record's kind is one of these.
    pub kinds: BTreeSet<Kind>,
    /// The record's agency is this; `None` is every agency.
    pub agency: Option<AgencyId>,
    /// This person is assigned to the record.
    pub assigned: Option<UserId>,
    /// The record's team is one of these.
    pub teams: Option<BTreeSet<TeamId>>,
    /// The record's site is one of these.
    pub sites: Option<BTreeSet<SiteId>>,
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
            && self.agency.is_none_or(|agency| agency == resource.agency)
            && self.assigned.is_none_or(|user| resource.assigned.contains(&user))
            && self.teams.as_ref().is_none_or(|teams| resource.team.is_some_and(|team| teams.contains(&team)))
            && self.sites.as_ref().is_none_or(|sites| resource.site.is_some_and(|site| sites.contains(&site)))
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
            let held = |width| live.widths().any(|w| w == width);
            (!areas.is_empty()).then(|| Clause {
                areas,
                kinds: live.row.kinds.clone(),
                agency: live.widths().any(|width| width != Width::All).then_some(subject.agency),
                assigned: held(Width::Own).then_some(subject.user),
                teams: held(Width::Team).then(|| subject.teams.clone()),
                sites: held(Width::Site).then(|| subject.sites.clone()),
            })
        })
        .collect();
    clauses.sort();
    clauses.dedup();
    Ok(Scope { user: subject.user, clauses })
}
