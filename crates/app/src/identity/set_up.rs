//! The first run of an office: its name, its agency and its first administrator.

use super::sign_in::{PASSWORD, RECOVERY, TOTP};
use crate::Problem;
use crate::office::Office;
use base::{AgencyId, Sensitive, SiteId, TeamId, UserId, Uuid};
use seal::{Cost, ExposeSecret, RecoveryCode, SecretString, TotpSecret, hash_password};
use std::collections::BTreeSet;
use store::{Account, Credential, Unit, UnitKind, Witnessed};

/// The settings that an office begins with.
pub(super) const NAME: &str = "office_name";
pub(super) const SET_UP: &str = "set_up";
/// Shortest password, in characters (NIST SP 800-63B asks for 15 where it stands alone, 8 beside a second factor).
const SHORTEST: usize = 12;

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
    /// Their password.
    pub password: SecretString,
}

/// What is to be written down once and is kept nowhere: the authenticator's address and the sheet of recovery codes.
pub struct Sheet {
    authenticator: SecretString,
    codes: Vec<SecretString>,
}

impl Sheet {
    /// To be scanned by an authenticator: an `otpauth` address.
    pub fn authenticator_text(&self) -> &str {
        self.authenticator.expose_secret()
    }

    /// Ten codes, each good once.
    pub fn code_texts(&self) -> impl Iterator<Item = &str> {
        self.codes.iter().map(ExposeSecret::expose_secret)
    }
}

impl Office {
    /// Sets up an empty office. Problems: `office-is-set-up`, `password-too-short`.
    pub async fn set_up(&self, asked: &SetUp) -> Result<Sheet, Problem> {
        if self.store.find_setting(&self.feed, SET_UP).await?.is_some() {
            return Err(Problem::new("office-is-set-up", "this office is set up already", "use 'amana user' for more people"));
        }
        long_enough(&asked.password)?;
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
        self.put_password(user, &asked.password, &system).await?;
        let sheet = self.enrol(user, &asked.office, &account.login, &system).await?;
        self.store.put_setting(&self.feed, NAME, &asked.office.clone().into(), &system).await?;
        self.store.put_setting(&self.feed, SET_UP, &serde_json::Value::Bool(true), &system).await?;
        Ok(sheet)
    }

    /// Gives someone a password in place of the one they had.
    pub(super) async fn put_password(&self, user: UserId, password: &SecretString, witnessed: &Witnessed) -> Result<(), Problem> {
        long_enough(password)?;
        for old in self.store.credentials(&self.feed, user).await?.into_iter().filter(|c| c.kind == PASSWORD) {
            self.store.remove_credential(&self.feed, user, old.id, witnessed).await?;
        }
        let phc = hash_password(password, Cost::STANDARD, &mut *self.random())
            .map_err(|e| Problem::new(e.code(), "this can't be a password", "choose another"))?;
        self.put_credential(user, PASSWORD, phc.into_bytes(), witnessed).await
    }

    /// Gives someone an authenticator and a sheet of recovery codes in place of those they had.
    pub(super) async fn enrol(&self, user: UserId, office: &str, login: &str, witnessed: &Witnessed) -> Result<Sheet, Problem> {
        for old in self.store.credentials(&self.feed, user).await?.into_iter().filter(|c| c.kind == TOTP || c.kind == RECOVERY) {
            self.store.remove_credential(&self.feed, user, old.id, witnessed).await?;
        }
        let secret = TotpSecret::random(&mut *self.random());
        self.put_credential(user, TOTP, secret.bytes().to_vec(), witnessed).await?;
        let codes = RecoveryCode::sheet(&mut *self.random());
        for code in &codes {
            self.put_credential(user, RECOVERY, code.hash(user).0.to_vec(), witnessed).await?;
        }
        Ok(Sheet { authenticator: secret.uri(office, login), codes: codes.iter().map(|code| code.text().clone()).collect() })
    }

    async fn put_credential(&self, user: UserId, kind: &str, secret: Vec<u8>, witnessed: &Witnessed) -> Result<(), Problem> {
        let id: Uuid = self.draw();
        let credential = Credential { id, user, kind: kind.into(), secret: Sensitive::new(secret), created: witnessed.at, used: None };
        Ok(self.store.add_credential(&self.feed, &credential, witnessed).await?)
    }
}

fn long_enough(password: &SecretString) -> Result<(), Problem> {
    if password.expose_secret().chars().count() >= SHORTEST {
        return Ok(());
    }
    let text = format!("the password has fewer than {SHORTEST} characters");
    Err(Problem::new("password-too-short", text, "four words that have nothing to do with each other are easy to keep in mind"))
}
