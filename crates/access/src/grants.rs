//! Giving grants: four eyes for strict areas, and the broken glass.

use crate::decide::{Refusal, step_up};
use crate::policy::{Action, Policy, Row, Secrecy};
use crate::subject::{Grant, Limits, Subject, Why};
use base::{Area, Instant, Role, UserId};
use std::collections::BTreeSet;

/// How many people a grant needs to give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Eyes {
    /// Whoever proposes it.
    Two,
    /// Whoever proposes it and another person who approves.
    Four,
}

/// A grant as it is about to be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Who will hold it.
    pub to: UserId,
    /// What they will hold.
    pub grant: Grant,
    /// Who proposes it.
    pub proposed_by: UserId,
    /// Who approves it.
    pub approved_by: Option<UserId>,
}

/// Why a grant can't be given as proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GrantRefusal {
    /// The table has no such role.
    UnknownRole,
    /// No one gives a grant to themselves.
    ToOneself,
    /// It ends before it begins.
    NoTime,
    /// Another person, neither who proposes it nor who will hold it, must approve.
    NeedsFourEyes,
    /// A broken glass is not given; it is opened with [`break_glass`].
    NotGiven,
}

impl GrantRefusal {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownRole => "grant-unknown-role",
            Self::ToOneself => "grant-to-oneself",
            Self::NoTime => "grant-no-time",
            Self::NeedsFourEyes => "grant-needs-four-eyes",
            Self::NotGiven => "grant-break-glass-not-given",
        }
    }

    /// What to do about it, in English.
    pub fn hint(self) -> &'static str {
        match self {
            Self::UnknownRole => "choose a role of the table",
            Self::ToOneself => "let someone else who gives grants propose and approve it",
            Self::NoTime => "let it end after it begins",
            Self::NeedsFourEyes => "let another person who gives grants approve it: it reaches an area that is strict or hidden",
            Self::NotGiven => "whoever is in need breaks the glass themselves, with their reason",
        }
    }
}

/// The areas that a grant reaches by such rows.
fn reach(policy: &Policy, grant: &Grant, such: impl Fn(&Row) -> bool) -> BTreeSet<Area> {
    let rows = policy.roles.get(&grant.role).map_or(&[][..], |table| table.rows.as_slice());
    let within = |area: &&Area| grant.limits.areas.as_ref().is_none_or(|limit| limit.contains(*area));
    rows.iter().filter(|row| such(row)).flat_map(|row| row.areas.iter().filter(within)).cloned().collect()
}

/// How many people a grant needs: four eyes as soon as it reaches one area that is strict or hidden.
pub fn grant_needs(policy: &Policy, grant: &Grant) -> Eyes {
    if reach(policy, grant, |_| true).iter().any(|area| policy.secrecy(area) > Secrecy::Open) { Eyes::Four } else { Eyes::Two }
}

/// Whether the people named may give this grant. That each of them may [`Action::Grant`] is decided apart.
pub fn check_grant(policy: &Policy, proposal: &Proposal) -> Result<(), GrantRefusal> {
    let Proposal { to, grant, proposed_by, approved_by } = proposal;
    if !policy.roles.contains_key(&grant.role) {
        return Err(GrantRefusal::UnknownRole);
    }
    if grant.why != Why::Normal {
        return Err(GrantRefusal::NotGiven);
    }
    if proposed_by == to || *approved_by == Some(*to) {
        return Err(GrantRefusal::ToOneself);
    }
    if grant.until.is_some_and(|until| until <= grant.from) {
        return Err(GrantRefusal::NoTime);
    }
    if grant_needs(policy, grant) == Eyes::Four && approved_by.is_none_or(|other| other == *proposed_by) {
        return Err(GrantRefusal::NeedsFourEyes);
    }
    Ok(())
}

/// A broken glass: what was opened, and who must hear of it and look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakGlass {
    /// What was opened; one for each role held whose rows let the glass be broken.
    pub grants: Vec<Grant>,
    /// Roles to be told at once.
    pub notify: BTreeSet<Role>,
    /// When another person must have looked at it.
    pub second_look: Instant,
}

/// Opens, to list and read, what the subject's roles let them open in an emergency.
///
/// `areas` narrows it; `hours` is cut to the longest that the table allows, and to what is left of the grant behind it.
pub fn break_glass(
    policy: &Policy,
    subject: &Subject,
    areas: &BTreeSet<Area>,
    reason: &str,
    hours: u32,
    now: Instant,
) -> Result<BreakGlass, Refusal> {
    let rules = &policy.break_glass;
    let longest = now.plus_seconds(i64::from(hours.min(rules.longest_hours).max(1)) * 3600);
    let mut grants: Vec<Grant> = Vec::new();
    for held in subject.grants.iter().filter(|g| g.why == Why::Normal && g.is_live(now)) {
        let opened: BTreeSet<Area> =
            reach(policy, held, |row| row.actions.contains(&Action::BreakGlass)).intersection(areas).cloned().collect();
        let grant = Grant {
            role: held.role.clone(),
            limits: Limits { areas: Some(opened.clone()), ..held.limits.clone() },
            from: now,
            until: Some(held.until.map_or(longest, |until| until.min(longest))),
            why: Why::BreakGlass { reason: reason.trim().into() },
        };
        if !opened.is_empty() && !grants.contains(&grant) {
            grants.push(grant);
        }
    }
    if grants.is_empty() {
        return Err(Refusal::NoGrant);
    }
    step_up(subject, Action::BreakGlass, now)?;
    if reason.trim().chars().count() < rules.shortest_reason {
        return Err(Refusal::Reason { shortest: rules.shortest_reason });
    }
    let second_look = now.plus_seconds(i64::from(rules.second_look_hours) * 3600);
    Ok(BreakGlass { grants, notify: rules.notify.clone(), second_look })
}

/// When another person must have looked at what was done under this grant, if the glass was broken for it.
pub fn second_look_due(policy: &Policy, grant: &Grant) -> Option<Instant> {
    (grant.why != Why::Normal).then(|| grant.from.plus_seconds(i64::from(policy.break_glass.second_look_hours) * 3600))
}
