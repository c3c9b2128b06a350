//! Grants: given, proposed to a second person, approved, ended.

use super::by::By;
use super::sign_in::Who;
use super::wire::{NewGrant, ProposalShown};
use crate::Problem;
use crate::office::{Office, not_found};
use access::{Action, Grant, Limits, Proposal, Why, check_grant};
use base::{Area, Instant, UserId, Uuid};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::{Given, Granted, Waiting};

const PROPOSAL: &str = "grant";
/// A proposal that nobody decides on lapses after so long, in seconds.
const LAPSES: i64 = 7 * 24 * 3600;

/// A grant that waits for a second person's yes.
#[derive(Clone, Serialize, Deserialize)]
struct Proposed {
    to: UserId,
    grant: Grant,
    /// Nobody: the command line.
    by: Option<UserId>,
}

impl Proposed {
    /// As `access` checks it. The command line is nobody's account.
    fn proposal(&self, approved_by: Option<UserId>) -> Proposal {
        let proposed_by = self.by.unwrap_or(UserId(Uuid::nil()));
        Proposal { to: self.to, grant: self.grant.clone(), proposed_by, approved_by }
    }
}

impl Office {
    /// Gives someone a role, or, if it reaches a strict or hidden area, proposes it to another person who gives grants.
    /// The proposal's identifier, if it is one.
    pub async fn grant(&self, by: By<'_>, user: UserId, asked: &NewGrant) -> Result<Option<Uuid>, Problem> {
        by.may(self, Action::Grant, "grant")?;
        self.store.find_account(&self.feed, user).await?.ok_or_else(not_found)?;
        let role = asked.role.parse().map_err(|e: String| Problem::new("role-unknown", e, "choose a role of the table"))?;
        let areas: Option<BTreeSet<Area>> = Some(asked.areas.clone()).filter(|areas| !areas.is_empty());
        let limits = Limits { areas, ..Limits::default() };
        let now = self.now();
        let grant = Grant { role, limits, from: now, until: asked.until, why: Why::Normal };
        let proposed = Proposed { to: user, grant, by: by.user() };
        match check_grant(&self.policy, &proposed.proposal(None)) {
            Ok(()) => {
                let given = Given { by: by.user(), ..Given::default() };
                self.give_proposed(proposed, given, &by.witnessed(self, "give_grant")).await.map(|()| None)
            }
            Err(access::GrantRefusal::NeedsFourEyes) => {
                let waiting = Waiting { id: self.draw(), ends: now.plus_seconds(LAPSES), what: proposed };
                self.store.put_waiting(&self.feed, PROPOSAL, &waiting, &by.witnessed(self, "propose_grant")).await?;
                Ok(Some(waiting.id))
            }
            Err(refusal) => Err(unfit(refusal)),
        }
    }

    async fn give_proposed(&self, proposed: Proposed, given: Given, witnessed: &store::Witnessed) -> Result<(), Problem> {
        let granted = Granted { id: self.draw(), user: proposed.to, grant: proposed.grant, given };
        Ok(self.store.put_grant(&self.feed, &granted, witnessed).await?)
    }

    /// Grants that wait for a second person, as whoever asks sees them; for who gives grants.
    pub async fn proposals(&self, who: &Who) -> Result<Vec<ProposalShown>, Problem> {
        self.may_office(&who.subject, Action::List, "grant")?;
        let gives = self.could(&who.subject, Action::Grant);
        let accounts = self.store.accounts(&self.feed).await?;
        let all = self.store.waiting::<Proposed>(&self.feed, PROPOSAL, self.now()).await?;
        let shown = all.into_iter().map(|waiting| {
            let proposed = &waiting.what;
            let me = who.subject.user;
            ProposalShown {
                id: waiting.id,
                to: Self::name_of(&accounts, proposed.to),
                role: proposed.grant.role.to_string(),
                areas: proposed.grant.limits.areas.iter().flatten().cloned().collect(),
                until: proposed.grant.until,
                by: proposed.by.map(|by| Self::name_of(&accounts, by)).unwrap_or_default(),
                expires: waiting.ends,
                may_approve: gives && check_grant(&self.policy, &proposed.proposal(Some(me))).is_ok(),
                own: proposed.by == Some(me),
            }
        });
        Ok(shown.collect())
    }

    /// Gives what another person proposed. Refused to who proposed it and to who will hold it.
    ///
    /// Problems: `grant-needs-four-eyes`, `grant-to-oneself`, `not-found` if it lapsed or was decided on.
    pub async fn approve_grant(&self, who: &Who, proposal: Uuid) -> Result<(), Problem> {
        self.may_office(&who.subject, Action::Grant, "grant")?;
        let proposed = self.proposed(proposal).await?;
        let me = who.subject.user;
        check_grant(&self.policy, &proposed.proposal(Some(me))).map_err(unfit)?;
        self.still_gives(&proposed).await?;
        let witnessed = self.witnessed(me, "approve_grant");
        let mut proposed: Proposed = self.store.take_waiting(&self.feed, PROPOSAL, proposal, &witnessed).await?;
        // It counts from the second yes on.
        proposed.grant.from = witnessed.at;
        let given = Given { by: proposed.by, approved_by: Some(me), look: None };
        self.give_proposed(proposed, given, &self.quiet()).await
    }

    /// Whoever proposed must still be there: an account that was ended in the meantime proposes nothing.
    async fn still_gives(&self, proposed: &Proposed) -> Result<(), Problem> {
        let Some(by) = proposed.by else { return Ok(()) };
        let account = self.store.find_account(&self.feed, by).await?;
        account.filter(|a| a.ended.is_none()).map(drop).ok_or_else(|| {
            Problem::new("proposer-gone", "whoever proposed this works here no longer", "decline it, and propose it anew if it is needed")
        })
    }

    /// Declines what another person proposed, or takes back what one proposed oneself.
    pub async fn decline_grant(&self, who: &Who, proposal: Uuid) -> Result<(), Problem> {
        self.may_office(&who.subject, Action::Grant, "grant")?;
        let proposed = self.proposed(proposal).await?;
        let action = if proposed.by == Some(who.subject.user) { "withdraw_grant" } else { "decline_grant" };
        let witnessed = self.witnessed(who.subject.user, action);
        self.store.take_waiting::<Proposed>(&self.feed, PROPOSAL, proposal, &witnessed).await?;
        Ok(())
    }

    async fn proposed(&self, proposal: Uuid) -> Result<Proposed, Problem> {
        let all = self.store.waiting::<Proposed>(&self.feed, PROPOSAL, self.now()).await?;
        all.into_iter().find(|w| w.id == proposal).map(|w| w.what).ok_or_else(not_found)
    }

    /// Ends a grant; it counts for nothing from the next request on.
    pub async fn end_grant(&self, by: By<'_>, id: Uuid) -> Result<(), Problem> {
        by.may(self, Action::Grant, "grant")?;
        let all = self.store.grants(&self.feed, None).await?;
        let found = all.into_iter().find(|g| g.id == id).ok_or_else(not_found)?;
        self.end_now(found, &by.witnessed(self, "end_grant")).await
    }

    pub(super) async fn end_now(&self, found: Granted, witnessed: &store::Witnessed) -> Result<(), Problem> {
        let ends: Instant = found.grant.until.map_or(witnessed.at, |until| until.min(witnessed.at));
        let grant = Grant { until: Some(ends), ..found.grant };
        Ok(self.store.put_grant(&self.feed, &Granted { grant, ..found }, witnessed).await?)
    }
}

fn unfit(refusal: access::GrantRefusal) -> Problem {
    Problem::new(refusal.code(), "this can't be granted so", refusal.hint())
}
