//! The pages that there is something to see on, for someone now.

use crate::Problem;
use crate::office::Office;
use access::{Action, Subject};
use base::Area;
use casework::known::{group, kind};

/// In the order of the shell.
pub(super) fn pages(office: &Office, who: &Subject) -> Vec<String> {
    let lists = |wanted: &base::Kind| {
        let scoped = office.scopes(who, Action::List, &group::CARD);
        scoped.is_ok_and(|scoped| scoped.scope.clauses.iter().any(|clause| clause.kinds.contains(wanted)))
    };
    let runs = |action, kind| office.may_office(who, action, kind).map_or_else(|problem| problem.code == "access-step-up", |_| true);
    [
        ("people", lists(&kind::PERSON)),
        ("cases", lists(&kind::CASE)),
        ("movements", lists(&kind::MOVEMENT)),
        ("audit", runs(Action::Read, "audit")),
        ("decide", office.looks(who) || runs(Action::Grant, "grant")),
        ("users", runs(Action::Administer, "account") || runs(Action::Grant, "grant")),
    ]
    .into_iter()
    .filter(|(_, there)| *there)
    .map(|(page, _)| page.to_owned())
    .collect()
}

impl Office {
    /// Whether someone may use the movement page: read it, or plan and board on it.
    pub fn may_use_movements(&self, who: &Subject, reads: bool) -> Result<(), Problem> {
        let what = access::Resource {
            kind: kind::MOVEMENT.clone(),
            area: Area::known("movement"),
            agency: who.agency,
            team: who.teams.first().copied(),
            site: who.sites.first().copied(),
            assigned: std::collections::BTreeSet::from([who.user]),
            withheld_from: std::collections::BTreeSet::new(),
        };
        // The page shows names and needs, so that it is open only to those who may read them.
        let action = if reads { Action::Read } else { Action::Write };
        self.may(who, action, &what, &group::IDENTITY).map(drop)
    }
}
