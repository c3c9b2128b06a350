//! Who works here: agencies, teams and sites, accounts, and what they were granted.

use crate::Store;
use crate::error::{Error, Result};
use crate::keys::Sealer;
use crate::read::Witnessed;
use crate::shape::Token;
use crate::sql::{Sql, Tx, Value, on, retrying};
use access::Grant;
use base::{AgencyId, Area, Compartment, Feed, Group, Instant, SiteId, TeamId, UserId, Uuid};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An agency, team or site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Its identifier, as that kind's newtype wraps it.
    pub id: Uuid,
    /// The unit that it belongs to.
    pub parent: Option<Uuid>,
    /// What it is called; kept sealed, since a site's name can give people away.
    pub name: String,
}

/// The kinds of unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKind {
    /// An organisation.
    Agency,
    /// A team within an agency.
    Team,
    /// A site, camp or office.
    Site,
}

/// Someone who works here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Who.
    pub user: UserId,
    /// The name to sign in with; no two accounts of a feed have the same.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Their agency.
    pub agency: AgencyId,
    /// Their teams.
    pub teams: BTreeSet<TeamId>,
    /// Their sites.
    pub sites: BTreeSet<SiteId>,
    /// When the account was made.
    pub created: Instant,
    /// Since when it can't be used any more.
    pub ended: Option<Instant>,
}

/// A grant as given to someone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// Its identifier.
    pub id: Uuid,
    /// To whom.
    pub user: UserId,
    /// What; to end it is to write it again with an end.
    pub grant: Grant,
    /// Who gave it, and who looked at it afterwards.
    pub given: Given,
}

/// How a grant came to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Given {
    /// Who gave it; nobody if it was part of setting up, or was given on the command line.
    pub by: Option<UserId>,
    /// Who approved it, where that needs another person.
    pub approved_by: Option<UserId>,
    /// Who looked at what was done under a broken glass, and what they found.
    pub look: Option<Look>,
}

/// A second look at a broken glass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Who looked; never who broke it.
    pub by: UserId,
    /// When.
    pub at: Instant,
    /// Whether the need was there.
    pub justified: bool,
    /// What they found, in their words.
    pub remarks: String,
}

/// What of a grant is sealed: a grant of an earlier version holds no more than itself.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    grant: Grant,
    #[serde(default)]
    given: Given,
}

/// What of an account is sealed.
#[derive(Serialize, Deserialize)]
struct Named {
    login: String,
    name: String,
}

/// Where the words are hashed by which accounts are found.
pub(crate) fn office() -> Result<Compartment> {
    let name = |text: &str| text.parse::<Area>().map_err(Error::Database);
    Ok(Compartment { area: name("office")?, group: "account".parse::<Group>().map_err(Error::Database)? })
}

/// The number under which an account or a try is found.
pub(crate) async fn hashed(tx: &mut Tx, sealer: &mut Sealer<'_>, kind: &'static str, text: &str) -> Result<i64> {
    let keys = sealer.compartment(tx, &office()?).await?;
    Ok(keys.token(&Token { kind, text: text.to_owned() }))
}

impl Store {
    /// Adds a unit, or changes its name or parent.
    pub async fn put_unit(&self, feed: &Feed, unit: &Unit, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.put_unit_once(feed, unit, witnessed))
    }

    async fn put_unit_once(&self, feed: &Feed, unit: &Unit, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        let sealed = Sealer::new(self, feed).wrap(&unit_label(feed, unit.id), &unit.name)?;
        on!(&mut tx, c => sqlx::query("INSERT INTO unit (feed, id, kind, parent, sealed) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (feed, id) DO UPDATE SET parent = excluded.parent, sealed = excluded.sealed")
            .bind(feed.as_str()).bind(unit.id).bind(unit.kind.as_str()).bind(unit.parent).bind(sealed).execute(c).await.map(drop))?;
        tx.commit().await
    }

    /// Every unit, by kind and identifier.
    pub async fn units(&self, feed: &Feed) -> Result<Vec<Unit>> {
        let mut tx = self.db.reading().await?;
        let sealer = Sealer::new(self, feed);
        let rows: Vec<(Uuid, String, Option<Uuid>, Vec<u8>)> = on!(&mut tx, c => sqlx::query_as("SELECT id, kind, parent, sealed FROM unit WHERE feed = $1 ORDER BY kind, id")
            .bind(feed.as_str()).fetch_all(c).await)?;
        let unit = |(id, kind, parent, sealed): (Uuid, String, Option<Uuid>, Vec<u8>)| {
            Ok(Unit { id, kind: UnitKind::read(&kind)?, parent, name: sealer.unwrap(&unit_label(feed, id), &sealed)? })
        };
        rows.into_iter().map(unit).collect()
    }

    /// Adds an account or changes it.
    ///
    /// [`Error::Contradiction`] if someone else has its login.
    pub async fn put_account(&self, feed: &Feed, account: &Account, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.put_account_once(feed, account, witnessed))
    }

    async fn put_account_once(&self, feed: &Feed, account: &Account, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        let mut sealer = Sealer::new(self, feed);
        let login = hashed(&mut tx, &mut sealer, "login", &account.login).await?;
        let user = account.user.0;
        let holder: Option<Uuid> = on!(&mut tx, c => sqlx::query_scalar("SELECT id FROM account WHERE feed = $1 AND login = $2")
            .bind(feed.as_str()).bind(login).fetch_optional(c).await)?;
        if holder.is_some_and(|holder| holder != user) {
            return Err(Error::Contradiction("login"));
        }
        let sealed =
            sealer.wrap(&account_label(feed, account.user), &Named { login: account.login.clone(), name: account.name.clone() })?;
        on!(&mut tx, c => sqlx::query("INSERT INTO account (feed, id, login, agency, sealed, created_at, ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (feed, id) DO UPDATE SET login = excluded.login, agency = excluded.agency, sealed = excluded.sealed, ended_at = excluded.ended_at")
            .bind(feed.as_str()).bind(user).bind(login).bind(account.agency.0).bind(sealed).bind(account.created.0)
            .bind(account.ended.map(|e| e.0)).execute(c).await.map(drop))?;
        on!(&mut tx, c => sqlx::query("DELETE FROM member WHERE feed = $1 AND account = $2").bind(feed.as_str()).bind(user).execute(c).await.map(drop))?;
        let teams = account.teams.iter().map(|team| (team.0, UnitKind::Team));
        let rows = teams.chain(account.sites.iter().map(|site| (site.0, UnitKind::Site)));
        let rows =
            rows.map(|(unit, kind)| vec![Value::text(feed.as_str()), Value::uuid(user), Value::uuid(unit), Value::text(kind.as_str())]);
        Sql::insert(&mut tx, "INSERT INTO member (feed, account, unit, kind) VALUES ", rows.collect(), "").await?;
        tx.commit().await
    }

    /// Every account, by identifier.
    pub async fn accounts(&self, feed: &Feed) -> Result<Vec<Account>> {
        let mut tx = self.db.reading().await?;
        accounts(&mut tx, &Sealer::new(self, feed), None).await
    }

    /// The account of a person.
    pub async fn find_account(&self, feed: &Feed, user: UserId) -> Result<Option<Account>> {
        let mut tx = self.db.reading().await?;
        Ok(accounts(&mut tx, &Sealer::new(self, feed), Some(user)).await?.pop())
    }

    /// The account with a login.
    pub async fn find_login(&self, feed: &Feed, login: &str) -> Result<Option<Account>> {
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let Some(keys) = sealer.find_compartment(&mut tx, &office()?).await? else { return Ok(None) };
        let hash = keys.token(&Token { kind: "login", text: login.to_owned() });
        let user: Option<Uuid> = on!(&mut tx, c => sqlx::query_scalar("SELECT id FROM account WHERE feed = $1 AND login = $2")
            .bind(feed.as_str()).bind(hash).fetch_optional(c).await)?;
        let Some(user) = user else { return Ok(None) };
        Ok(accounts(&mut tx, &sealer, Some(UserId(user))).await?.pop().filter(|a| a.login == login))
    }

    /// Gives a grant, or changes one: ending it is giving it an end.
    ///
    /// [`Error::Contradiction`] if its identifier is that of someone else's grant.
    pub async fn put_grant(&self, feed: &Feed, granted: &Granted, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.put_grant_once(feed, granted, witnessed))
    }

    async fn put_grant_once(&self, feed: &Feed, granted: &Granted, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        // Sealed, since the reason given for a broken glass can name someone.
        let sealed = Sealer::new(self, feed)
            .wrap(&grant_label(feed, granted.id, granted.user), &Kept { grant: granted.grant.clone(), given: granted.given.clone() })?;
        let written = on!(&mut tx, c => sqlx::query("INSERT INTO granted (feed, id, account, sealed) VALUES ($1, $2, $3, $4)
             ON CONFLICT (feed, id) DO UPDATE SET sealed = excluded.sealed WHERE granted.account = excluded.account")
            .bind(feed.as_str()).bind(granted.id).bind(granted.user.0).bind(sealed).execute(c).await.map(|done| done.rows_affected()))?;
        if written == 0 {
            return Err(Error::Contradiction("grant"));
        }
        tx.commit().await
    }

    /// What a person, or everyone, was granted, now or at another time; by identifier.
    pub async fn grants(&self, feed: &Feed, user: Option<UserId>) -> Result<Vec<Granted>> {
        let mut tx = self.db.reading().await?;
        grants(&mut tx, &Sealer::new(self, feed), user).await
    }

    /// A setting of the office, as JSON.
    pub async fn find_setting(&self, feed: &Feed, name: &str) -> Result<Option<serde_json::Value>> {
        let mut tx = self.db.reading().await?;
        let text: Option<String> = on!(&mut tx, c => sqlx::query_scalar("SELECT value FROM setting WHERE feed = $1 AND name = $2")
            .bind(feed.as_str()).bind(name).fetch_optional(c).await)?;
        text.map(|text| serde_json::from_str(&text).map_err(|e| Error::Database(e.to_string()))).transpose()
    }

    /// Keeps a setting of the office. Settings lie in clear: nothing secret and nobody's name belongs there.
    pub async fn put_setting(&self, feed: &Feed, name: &str, value: &serde_json::Value, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.put_setting_once(feed, name, value, witnessed))
    }

    async fn put_setting_once(&self, feed: &Feed, name: &str, value: &serde_json::Value, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        on!(&mut tx, c => sqlx::query("INSERT INTO setting (feed, name, value) VALUES ($1, $2, $3) ON CONFLICT (feed, name) DO UPDATE SET value = excluded.value")
            .bind(feed.as_str()).bind(name).bind(value.to_string()).execute(c).await.map(drop))?;
        tx.commit().await
    }
}

impl UnitKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Team => "team",
            Self::Site => "site",
        }
    }

    fn read(text: &str) -> Result<Self> {
        let kind = [Self::Agency, Self::Team, Self::Site].into_iter().find(|kind| kind.as_str() == text);
        kind.ok_or_else(|| Error::Database("an unknown kind of unit".into()))
    }
}

fn unit_label(feed: &Feed, id: Uuid) -> String {
    format!("unit/{feed}/{id}")
}

fn account_label(feed: &Feed, user: UserId) -> String {
    format!("account/{feed}/{user}")
}

fn grant_label(feed: &Feed, id: Uuid, user: UserId) -> String {
    format!("grant/{feed}/{id}/{user}")
}

/// Adds ` AND <column> = …` for one person, nothing for everyone.
fn of(sql: &mut Sql, column: &'static str, user: Option<UserId>) {
    if let Some(user) = user {
        sql.push(" AND ").push(column).push(" = ").bind(Value::uuid(user.0));
    }
}

pub(crate) async fn accounts(tx: &mut Tx, sealer: &Sealer<'_>, user: Option<UserId>) -> Result<Vec<Account>> {
    let mut sql = Sql::default();
    sql.push("SELECT account, unit, kind FROM member WHERE feed = ").bind(Value::text(sealer.feed.as_str()));
    of(&mut sql, "account", user);
    let mut units: BTreeMap<Uuid, (BTreeSet<TeamId>, BTreeSet<SiteId>)> = BTreeMap::new();
    for (account, unit, kind) in sql.fetch::<(Uuid, Uuid, String)>(tx).await? {
        let (teams, sites) = units.entry(account).or_default();
        let _ = match UnitKind::read(&kind)? {
            UnitKind::Team => teams.insert(TeamId(unit)),
            _ => sites.insert(SiteId(unit)),
        };
    }
    let mut sql = Sql::default();
    sql.push("SELECT id, agency, sealed, created_at, ended_at FROM account WHERE feed = ").bind(Value::text(sealer.feed.as_str()));
    of(&mut sql, "id", user);
    sql.push(" ORDER BY id");
    let mut accounts = Vec::new();
    for (id, agency, sealed, created, ended) in sql.fetch::<(Uuid, Uuid, Vec<u8>, i64, Option<i64>)>(tx).await? {
        let Named { login, name } = sealer.unwrap(&account_label(sealer.feed, UserId(id)), &sealed)?;
        let (teams, sites) = units.remove(&id).unwrap_or_default();
        let (created, ended) = (Instant(created), ended.map(Instant));
        accounts.push(Account { user: UserId(id), login, name, agency: AgencyId(agency), teams, sites, created, ended });
    }
    Ok(accounts)
}

pub(crate) async fn grants(tx: &mut Tx, sealer: &Sealer<'_>, user: Option<UserId>) -> Result<Vec<Granted>> {
    let mut sql = Sql::default();
    sql.push("SELECT id, account, sealed FROM granted WHERE feed = ").bind(Value::text(sealer.feed.as_str()));
    of(&mut sql, "account", user);
    sql.push(" ORDER BY id");
    let mut grants = Vec::new();
    for (id, account, sealed) in sql.fetch::<(Uuid, Uuid, Vec<u8>)>(tx).await? {
        let Kept { grant, given } = sealer.unwrap(&grant_label(sealer.feed, id, UserId(account)), &sealed)?;
        grants.push(Granted { id, user: UserId(account), grant, given });
    }
    Ok(grants)
}
