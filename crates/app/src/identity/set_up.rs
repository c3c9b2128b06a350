//! The first run of an office: its name, its agency and its first administrator.

use super::wire_me::FirstSheet;
use crate::Problem;
use crate::office::Office;
use base::{AgencyId, SiteId, TeamId, UserId};
use std::collections::BTreeSet;
use store::{Account, Unit, UnitKind, Witnessed};

/// The settings that an office begins with.
pub(super) const NAME: &str = "office_name";
pub(super) const SET_UP: &str = "set_up";

/// What a new office is called and who runs it.
#[derive(Debug, Clone)]
pub struct SetUp {
    /// The office.
    pub office: String,
    /// The agency whose office it is.
    pub agency: String,
    /// A first team and site, so that people can be given a place.
    pub site: String,
    /// The first administrator's login.
    pub login: String,
    /// Their name.
    pub name: String,
}

impl Office {
    /// Sets up an empty office. Its administrator gets a first code, to sign in with and choose how from then on. Problem: `office-is-set-up`.
    pub async fn set_up(&self, asked: &SetUp) -> Result<FirstSheet, Problem> {
        if self.store.find_setting(&self.feed, SET_UP).await?.is_some() {
            return Err(Problem::new("office-is-set-up", "this office is set up already", "use 'amana user' for more people"));
        }
        let (now, user) = (self.now(), UserId(self.draw()));
        let system = Witnessed { at: now, acts: Vec::new() };
        let (agency, team, site) = (AgencyId(self.draw()), TeamId(self.draw()), SiteId(self.draw()));
        for (kind, id, parent, name) in [
            (UnitKind::Agency, agency.0, None, &asked.agency),
            (UnitKind::Team, team.0, Some(agency.0), &asked.site),
            (UnitKind::Site, site.0, Some(agency.0), &asked.site),
        ] {
            self.store.put_unit(&self.feed, &Unit { kind, id, parent, name: name.clone() }, &system).await?;
        }
        let account = Account {
            user,
            login: asked.login.trim().to_lowercase(),
            name: asked.name.clone(),
            agency,
            teams: BTreeSet::from([team]),
            sites: BTreeSet::from([site]),
            created: now,
            ended: None,
        };
        self.store.put_account(&self.feed, &account, &self.witnessed(user, "set_up")).await?;
        self.give(user, "admin", now, &system).await?;
        let sheet = self.give_first_code(&account, &system).await?;
        self.store.put_setting(&self.feed, NAME, &asked.office.clone().into(), &system).await?;
        self.store.put_setting(&self.feed, SET_UP, &serde_json::Value::Bool(true), &system).await?;
        Ok(sheet)
    }
}
