//! Accounts and grants, as an administrator keeps them; and the broken glass.

use super::set_up::Sheet;
use super::sign_in::Who;
use super::wire::{GrantShown, NewGrant, NewUser, UserShown};
use crate::Problem;
use crate::office::{Office, refused};
use access::{Action, BreakGlass, Grant, Limits, Proposal, Why, check_grant};
use base::{Area, UserId, Uuid};
use std::collections::BTreeSet;
use store::{Account, Granted, Witnessed};

impl Office {
    /// Everyone who works here, with their grants.
    pub async fn users(&self, who: &Who) -> Result<Vec<UserShown>, Problem> {
        self.may_office(&who.subject, Action::List, "account").or_else(|_| self.may_office(&who.subject, Action::List, "grant"))?;
        let grants = self.store.grants(&self.feed, None).await?;
        let shown = self.store.accounts(&self.feed).await?.into_iter().map(|account| UserShown {
            id: account.user,
            login: account.login,
            name: account.name,
            ended: account.ended,
            grants: grants
                .iter()
                .filter(|g| g.user == account.user)
                .map(|g| GrantShown {
                    id: g.id,
                    role: g.grant.role.to_string(),
                    from: g.grant.from,
                    until: g.grant.until,
                    broken_glass: g.grant.why != Why::Normal,
                    second_look_due: access::second_look_due(&self.policy, &g.grant),
                })
                .collect(),
        });
        Ok(shown.collect())
    }

    /// Adds someone to one's own agency, teams and sites, with a first password; gives back their authenticator and recovery codes.
    pub async fn add_user(&self, who: &Who, asked: &NewUser) -> Result<Sheet, Problem> {
        self.may_office(&who.subject, Action::Administer, "account")?;
        let user = UserId(self.draw());
        let witnessed = self.witnessed(who.subject.user, "add_account");
        let account = Account {
            user,
            login: asked.login.trim().to_lowercase(),
            name: asked.name.trim().to_owned(),
            agency: who.account.agency,
            teams: who.account.teams.clone(),
            sites: who.account.sites.clone(),
            created: witnessed.at,
            ended: None,
        };
        self.store.put_account(&self.feed, &account, &witnessed).await?;
        let quiet = Witnessed { at: witnessed.at, acts: Vec::new() };
        self.put_password(user, &asked.password.clone().into(), &quiet).await?;
        self.enrol(user, "Amana", &account.login, &quiet).await
    }

    /// Ends an account and all of its sessions.
    pub async fn end_user(&self, who: &Who, user: UserId) -> Result<(), Problem> {
        self.may_office(&who.subject, Action::Administer, "account")?;
        let account = self.store.find_account(&self.feed, user).await?.ok_or_else(crate::office::not_found)?;
        let witnessed = self.witnessed(who.subject.user, "end_account");
        self.store.put_account(&self.feed, &Account { ended: Some(witnessed.at), ..account }, &witnessed).await?;
        Ok(self.store.end_sessions(&self.feed, user, None, &Witnessed { at: witnessed.at, acts: Vec::new() }).await?)
    }

    /// Gives someone a role. Strict and hidden areas need another person's yes, who must hold the right to give grants too.
    pub async fn grant(&self, who: &Who, user: UserId, asked: &NewGrant) -> Result<(), Problem> {
        self.may_office(&who.subject, Action::Grant, "grant")?;
        let role = asked.role.parse().map_err(|e: String| Problem::new("role-unknown", e, "choose a role of the table"))?;
        let areas: Option<BTreeSet<Area>> = Some(asked.areas.clone()).filter(|areas| !areas.is_empty());
        let limits = Limits { areas, ..Limits::default() };
        let grant = Grant { role, limits, from: self.now(), until: asked.until, why: Why::Normal };
        let proposal = Proposal { to: user, grant, proposed_by: who.subject.user, approved_by: None };
        check_grant(&self.policy, &proposal).map_err(|refusal| Problem::new(refusal.code(), "this can't be granted so", refusal.hint()))?;
        let granted = Granted { id: self.draw(), user, grant: proposal.grant };
        Ok(self.store.put_grant(&self.feed, &granted, &self.witnessed(who.subject.user, "give_grant")).await?)
    }

    /// Ends a grant; it counts for nothing from the next request on.
    pub async fn end_grant(&self, who: &Who, id: Uuid) -> Result<(), Problem> {
        self.may_office(&who.subject, Action::Grant, "grant")?;
        let all = self.store.grants(&self.feed, None).await?;
        let found = all.into_iter().find(|g| g.id == id).ok_or_else(crate::office::not_found)?;
        let grant = Grant { until: Some(self.now()), ..found.grant };
        Ok(self.store.put_grant(&self.feed, &Granted { grant, ..found }, &self.witnessed(who.subject.user, "end_grant")).await?)
    }

    /// Opens for a short time what is otherwise closed; it is written down and looked at afterwards.
    pub async fn break_glass(&self, who: &Who, areas: &BTreeSet<Area>, reason: &str, hours: u32) -> Result<BreakGlass, Problem> {
        let broken = access::break_glass(&self.policy, &who.subject, areas, reason, hours, self.now()).map_err(|r| refused(&r))?;
        for grant in &broken.grants {
            let granted = Granted { id: self.draw(), user: who.subject.user, grant: grant.clone() };
            self.store.put_grant(&self.feed, &granted, &self.witnessed(who.subject.user, "break_glass")).await?;
        }
        Ok(broken)
    }
}
