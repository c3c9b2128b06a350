//! Accounts, as an administrator keeps them: added, given a new first code, ended, opened again.

use super::by::By;
use super::wire::{GrantShown, NewUser, UserShown};
use super::wire_me::FirstSheet;
use crate::Problem;
use crate::office::{Office, not_found};
use access::{Action, Why};
use base::UserId;
use store::{Account, UnitKind};

/// Longest name, in characters.
const LONGEST: usize = 120;

impl Office {
    /// Everyone who works here, with their grants.
    pub async fn users(&self, by: By<'_>) -> Result<Vec<UserShown>, Problem> {
        by.may(self, Action::List, "account").or_else(|_| by.may(self, Action::List, "grant"))?;
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
                    second_look_due: access::second_look_due(&self.policy, &g.grant).filter(|_| g.given.look.is_none()),
                })
                .collect(),
        });
        Ok(shown.collect())
    }

    /// Adds someone to one's own agency, teams and sites (on the command line: to the office's first agency with all of its teams and sites);
    /// gives a first code to hand over. Problems: `login-unfit`, `name-unfit`, `contradiction` if someone has this login.
    pub async fn add_user(&self, by: By<'_>, asked: &NewUser) -> Result<FirstSheet, Problem> {
        by.may(self, Action::Administer, "account")?;
        let (login, name) = (asked.login.trim().to_lowercase(), asked.name.trim().to_owned());
        if login.is_empty() || login.chars().count() > LONGEST || login.chars().any(char::is_whitespace) {
            return Err(Problem::new("login-unfit", "this can't be a name to sign in with", "write it without spaces, such as awa.diallo"));
        }
        if name.is_empty() || name.chars().count() > LONGEST {
            return Err(Problem::new(
                "name-unfit",
                "the name is missing or too long",
                format!("write it in {LONGEST} characters or fewer"),
            ));
        }
        let witnessed = by.witnessed(self, "add_account");
        let account = Account { user: UserId(self.draw()), login, name, created: witnessed.at, ended: None, ..self.placed_as(by).await? };
        self.store.put_account(&self.feed, &account, &witnessed).await?;
        self.give_first_code(&account, &self.quiet()).await
    }

    /// Someone's place: that of whoever asks, or the office's own.
    async fn placed_as(&self, by: By<'_>) -> Result<Account, Problem> {
        if let By::Person(who) = by {
            return Ok(who.account.clone());
        }
        let units = self.store.units(&self.feed).await?;
        let first = units.iter().find(|u| u.kind == UnitKind::Agency).map(|u| u.id).ok_or_else(not_found)?;
        let within = |kind| units.iter().filter(move |u| u.kind == kind && u.parent == Some(first)).map(|u| u.id);
        Ok(Account {
            user: UserId(first),
            login: String::new(),
            name: String::new(),
            agency: base::AgencyId(first),
            teams: within(UnitKind::Team).map(base::TeamId).collect(),
            sites: within(UnitKind::Site).map(base::SiteId).collect(),
            created: self.now(),
            ended: None,
        })
    }

    /// Takes every means of signing in from someone who lost theirs, ends their sessions and gives a first code; they are told.
    pub async fn reset_user(&self, by: By<'_>, user: UserId) -> Result<FirstSheet, Problem> {
        let account = self.other(by, user).await?;
        let sheet = self.give_first_code(&account, &by.witnessed(self, "reset_account")).await?;
        self.tell(user, "sign-in-reset").await?;
        Ok(sheet)
    }

    /// Ends every session of someone.
    pub async fn sign_out_user(&self, by: By<'_>, user: UserId) -> Result<(), Problem> {
        self.other(by, user).await?;
        Ok(self.store.end_sessions(&self.feed, user, None, &by.witnessed(self, "sign_out_everywhere")).await?)
    }

    /// Ends an account and all of its sessions.
    pub async fn end_user(&self, by: By<'_>, user: UserId) -> Result<(), Problem> {
        let account = self.other(by, user).await?;
        let witnessed = by.witnessed(self, "end_account");
        self.store.put_account(&self.feed, &Account { ended: Some(witnessed.at), ..account }, &witnessed).await?;
        Ok(self.store.end_sessions(&self.feed, user, None, &self.quiet()).await?)
    }

    /// Opens an ended account again, with what it was granted.
    pub async fn open_user(&self, by: By<'_>, user: UserId) -> Result<(), Problem> {
        let account = self.other(by, user).await?;
        Ok(self.store.put_account(&self.feed, &Account { ended: None, ..account }, &by.witnessed(self, "open_account")).await?)
    }

    /// The account of someone else, to be administered. Problem: `own-account`.
    async fn other(&self, by: By<'_>, user: UserId) -> Result<Account, Problem> {
        by.may(self, Action::Administer, "account")?;
        if by.user() == Some(user) {
            return Err(Problem::new(
                "own-account",
                "this is your own account",
                "change how you sign in on your own page; let another administrator do the rest",
            ));
        }
        self.store.find_account(&self.feed, user).await?.ok_or_else(not_found)
    }

    /// The account with a login, for the command line.
    pub async fn user_of(&self, login: &str) -> Result<UserId, Problem> {
        let found = self.store.find_login(&self.feed, &login.trim().to_lowercase()).await?;
        found
            .map(|account| account.user)
            .ok_or_else(|| Problem::new("not-found", format!("nobody signs in as '{login}'"), "see 'amana user list'"))
    }

    /// The name of someone, for who decides on what they did.
    pub(super) fn name_of(accounts: &[Account], user: UserId) -> String {
        accounts.iter().find(|a| a.user == user).map(|a| a.name.clone()).unwrap_or_default()
    }

    /// Whether someone may do this to grants, fresh proof or not: what the page offers.
    pub(super) fn could(&self, who: &access::Subject, action: Action) -> bool {
        self.may_office(who, action, "grant").map_or_else(|problem| problem.code == "access-step-up", |_| true)
    }
}
