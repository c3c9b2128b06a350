//! The broken glass: opened in an emergency for some hours, ended by itself or by hand, looked at by another.

use super::sign_in::Who;
use super::wire::{GlassShown, LookGiven};
use crate::Problem;
use crate::office::{Office, not_found, refused};
use access::{Action, BreakGlass, Subject, Why};
use base::{Area, Uuid};
use std::collections::BTreeSet;
use store::{Given, Granted, Look};

/// A broken glass that was looked at is shown for so long, in seconds; it stays in the audit.
const SHOWN: i64 = 90 * 24 * 3600;

impl Office {
    /// Opens for a short time what is otherwise closed; it is written down, and those responsible are told and look at it.
    pub async fn break_glass(&self, who: &Who, areas: &BTreeSet<Area>, reason: &str, hours: u32) -> Result<BreakGlass, Problem> {
        let broken = access::break_glass(&self.policy, &who.subject, areas, reason, hours, self.now()).map_err(|r| refused(&r))?;
        let user = who.subject.user;
        for grant in &broken.grants {
            let granted = Granted { id: self.draw(), user, grant: grant.clone(), given: Given { by: Some(user), ..Given::default() } };
            self.store.put_grant(&self.feed, &granted, &self.witnessed(user, "break_glass")).await?;
        }
        Ok(broken)
    }

    /// Broken glasses: one's own, and for who is to look at them everyone's; the open and unlooked-at first, then the newest.
    pub async fn glasses(&self, who: &Who) -> Result<Vec<GlassShown>, Problem> {
        let (now, me) = (self.now(), who.subject.user);
        let looks = self.looks(&who.subject);
        let accounts = self.store.accounts(&self.feed).await?;
        let all = self.store.grants(&self.feed, None).await?;
        let mut shown: Vec<GlassShown> = all
            .into_iter()
            .filter(|g| g.user == me || looks)
            .filter_map(|g| {
                let Why::BreakGlass { reason } = &g.grant.why else { return None };
                let look_due = access::second_look_due(&self.policy, &g.grant)?;
                Some(GlassShown {
                    id: g.id,
                    by: Self::name_of(&accounts, g.user),
                    role: g.grant.role.to_string(),
                    areas: g.grant.limits.areas.iter().flatten().cloned().collect(),
                    reason: reason.clone(),
                    from: g.grant.from,
                    until: g.grant.until,
                    open: g.grant.is_live(now),
                    look_due,
                    may_look: looks && g.user != me && g.given.look.is_none(),
                    own: g.user == me,
                    look: g.given.look.map(|look| LookGiven {
                        by: Self::name_of(&accounts, look.by),
                        at: look.at,
                        justified: look.justified,
                        remarks: look.remarks,
                    }),
                })
            })
            .filter(|g| g.look.as_ref().is_none_or(|look| now < look.at.plus_seconds(SHOWN)))
            .collect();
        shown.sort_by_key(|g| (!(g.open || g.look.is_none()), std::cmp::Reverse(g.from), g.id));
        Ok(shown)
    }

    /// Ends a glass that one broke oneself, before its time.
    pub async fn close_glass(&self, who: &Who, glass: Uuid) -> Result<(), Problem> {
        let found = self.glass(glass).await?;
        if found.user != who.subject.user {
            return Err(not_found());
        }
        self.end_now(found, &self.witnessed(who.subject.user, "close_glass")).await
    }

    /// Writes what a second look found. Problems: `not-found`, `look-own` for one's own, `look-given` if someone has looked, `look-unsaid`.
    pub async fn look(&self, who: &Who, glass: Uuid, justified: bool, remarks: &str) -> Result<(), Problem> {
        if !self.looks(&who.subject) {
            return Err(not_found());
        }
        let (found, by) = (self.glass(glass).await?, who.subject.user);
        if found.user == by {
            return Err(Problem::new("look-own", "nobody looks at their own broken glass", "let another person look at it"));
        }
        if found.given.look.is_some() {
            return Err(Problem::new("look-given", "someone has looked at this already", "read what they found"));
        }
        if remarks.trim().is_empty() {
            return Err(Problem::new(
                "look-unsaid",
                "what was found is missing",
                "say in a sentence what you looked at and what you found",
            ));
        }
        let witnessed = self.witnessed(by, "second_look");
        let look = Look { by, at: witnessed.at, justified, remarks: remarks.trim().into() };
        let granted = Granted { given: Given { look: Some(look), ..found.given }, ..found };
        self.store.put_grant(&self.feed, &granted, &witnessed).await?;
        self.tell(granted.user, if justified { "glass-justified" } else { "glass-not-justified" }).await
    }

    /// How many decisions wait for someone: grants to approve and broken glasses to look at.
    pub(super) async fn to_decide(&self, who: &Who) -> Result<usize, Problem> {
        let looks = match self.looks(&who.subject) {
            true => self.glasses(who).await?.iter().filter(|g| g.may_look).count(),
            false => 0,
        };
        let grants = match self.could(&who.subject, Action::Grant) {
            true => self.proposals(who).await?.iter().filter(|p| p.may_approve).count(),
            false => 0,
        };
        Ok(looks + grants)
    }

    /// Whether someone is to look at broken glasses: the roles that the table names, and who approves grants.
    pub(super) fn looks(&self, who: &Subject) -> bool {
        let now = self.now();
        let named = |role| self.policy.break_glass.notify.contains(role);
        self.could(who, Action::Approve) || who.grants.iter().any(|g| g.why == Why::Normal && g.is_live(now) && named(&g.role))
    }

    async fn glass(&self, glass: Uuid) -> Result<Granted, Problem> {
        let all = self.store.grants(&self.feed, None).await?;
        all.into_iter().find(|g| g.id == glass && g.grant.why != Why::Normal).ok_or_else(not_found)
    }
}
