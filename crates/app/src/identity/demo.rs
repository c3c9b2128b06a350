//! A demonstration: an office of made-up people that anyone may sign in to, and that can't be taken for a real one.

use super::wire::{DemoPerson, Welcome};
use crate::Problem;
use crate::office::Office;
use access::{Grant, Limits, Why};
use base::{AgencyId, Instant, SiteId, TeamId, UserId};
use store::{Account, Given, Granted, Unit, UnitKind, Witnessed};

/// The setting that says that an office is a demonstration.
const DEMO: &str = "demo";

/// Who works for a partner, to whom a case can be transferred.
const PARTNER: &str = "karim";

/// Who works in a demonstration: login, name, roles. Their names say that they are made up.
const PEOPLE: [(&str, &str, &[&str]); 12] = [
    ("amina", "Amina (demo)", &["registration_clerk"]),
    ("boris", "Boris (demo)", &["cp_caseworker", "registration_clerk"]),
    ("chantal", "Chantal (demo)", &["supervisor"]),
    ("djibril", "Djibril (demo)", &["movement_officer"]),
    ("esther", "Esther (demo)", &["gbv_caseworker"]),
    ("farid", "Farid (demo)", &["tracing_officer"]),
    ("grace", "Grace (demo)", &["site_manager"]),
    ("hassan", "Hassan (demo)", &["data_officer"]),
    ("ines", "Inès (demo)", &["dp_focal"]),
    ("jonas", "Jonas (demo)", &["admin"]),
    ("kadija", "Khadija (demo)", &["protection_officer"]),
    (PARTNER, "Karim (demo, partner)", &["cp_caseworker"]),
];

/// Whether this login may come in without a password: only in a demonstration, only its own people.
pub(super) async fn lets_in(office: &Office, login: &str) -> Result<bool, Problem> {
    Ok(PEOPLE.iter().any(|(theirs, ..)| *theirs == login) && office.is_demo().await?)
}

impl Office {
    /// Whether this office is a demonstration.
    pub async fn is_demo(&self) -> Result<bool, Problem> {
        Ok(self.store.find_setting(&self.feed, DEMO).await?.is_some_and(|value| value == serde_json::Value::Bool(true)))
    }

    /// What anyone may know before signing in.
    pub async fn welcome(&self) -> Result<Welcome, Problem> {
        let demo = if self.is_demo().await? {
            PEOPLE
                .iter()
                .map(|(login, name, roles)| DemoPerson {
                    login: (*login).into(),
                    name: (*name).into(),
                    role: roles.first().copied().unwrap_or_default().into(),
                })
                .collect()
        } else {
            Vec::new()
        };
        let name = self.store.find_setting(&self.feed, super::set_up::NAME).await?;
        let office = name.and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_else(|| "Amana".into());
        Ok(Welcome {
            office,
            set_up: self.store.find_setting(&self.feed, super::set_up::SET_UP).await?.is_some(),
            demo,
            passkeys: self.relying.as_ref().map(|relying| relying.origin().to_owned()),
        })
    }

    /// Fills an empty office with the people of a demonstration. Problem: `office-is-real` if anyone works in it already.
    pub async fn begin_demo(&self, name: &str) -> Result<(), Problem> {
        if self.is_demo().await? {
            return Ok(());
        }
        if !self.store.accounts(&self.feed).await?.is_empty() {
            return Err(Problem::new(
                "office-is-real",
                "people work in this office: it can't be made a demonstration",
                "choose another folder",
            ));
        }
        let now = self.now();
        let system = Witnessed { at: now, acts: Vec::new() };
        self.store.put_setting(&self.feed, DEMO, &serde_json::Value::Bool(true), &system).await?;
        self.store.put_setting(&self.feed, super::set_up::NAME, &name.into(), &system).await?;
        self.store.put_setting(&self.feed, super::set_up::SET_UP, &serde_json::Value::Bool(true), &system).await?;
        let (agency, team, site) = (AgencyId(self.draw()), TeamId(self.draw()), SiteId(self.draw()));
        let partner = AgencyId(self.draw());
        for (kind, id, parent, name) in [
            (UnitKind::Agency, agency.0, None, "Demonstration agency"),
            (UnitKind::Agency, partner.0, None, "Demonstration partner"),
            (UnitKind::Team, team.0, Some(agency.0), "Demonstration team"),
            (UnitKind::Site, site.0, Some(agency.0), "Demonstration site"),
        ] {
            self.store.put_unit(&self.feed, &Unit { kind, id, parent, name: name.into() }, &system).await?;
        }
        for (login, name, roles) in PEOPLE {
            let user = UserId(self.draw());
            let ours = login != PARTNER;
            let account = Account {
                user,
                login: login.into(),
                name: name.into(),
                agency: if ours { agency } else { partner },
                teams: ours.then_some(team).into_iter().collect(),
                sites: ours.then_some(site).into_iter().collect(),
                created: now,
                ended: None,
            };
            self.store.put_account(&self.feed, &account, &system).await?;
            for role in roles {
                self.give(user, role, now, &system).await?;
            }
        }
        Ok(())
    }

    /// Gives a role without asking who gives it: for setting up only.
    pub(super) async fn give(&self, user: UserId, role: &str, from: Instant, witnessed: &Witnessed) -> Result<(), Problem> {
        let role = role.parse().map_err(|e: String| Problem::new("role-unknown", e, "choose a role of the table"))?;
        let grant = Grant { role, limits: Limits::default(), from, until: None, why: Why::Normal };
        Ok(self.store.put_grant(&self.feed, &Granted { id: self.draw(), user, grant, given: Given::default() }, witnessed).await?)
    }
}
