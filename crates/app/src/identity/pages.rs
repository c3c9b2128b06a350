//! The pages that there is something to see on, for someone now.

use crate::office::Office;
use access::{Action, Subject};
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
        ("users", runs(Action::Administer, "account") || runs(Action::Grant, "grant")),
    ]
    .into_iter()
    .filter(|(_, there)| *there)
    .map(|(page, _)| page.to_owned())
    .collect()
}
