//! Signing in: credentials, sessions, and how often something was tried.

use crate::Store;
use crate::error::{Error, Result};
use crate::keys::Sealer;
use crate::people::{self, Account};
use crate::read::Witnessed;
use crate::sql::{Tx, on, retrying};
use access::Subject;
use base::{Feed, Instant, UserId, Uuid};
use seal::Hash;

/// A passkey, password, authenticator or recovery code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Its identifier.
    pub id: Uuid,
    /// Whose it is.
    pub user: UserId,
    /// What it is, as `app` calls it.
    pub kind: String,
    /// What it is checked with; kept sealed.
    pub secret: base::Sensitive<Vec<u8>>,
    /// When it was added.
    pub created: Instant,
    /// When it was last used.
    pub used: Option<Instant>,
}

/// A session, found by the hash of its token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// The hash of the token that its holder shows.
    pub token: Hash,
    /// Whose it is.
    pub user: UserId,
    /// When it began.
    pub created: Instant,
    /// When it was last used, to the minute.
    pub used: Instant,
    /// When it ends whatever is done.
    pub ends: Instant,
    /// When its holder last proved who they are with a second means.
    pub stepped_up: Option<Instant>,
    /// Its holder has no full means of signing in yet: no grant counts until they prove who they are with one.
    pub limited: bool,
}

/// Who shows a session's token, with all that access asks about them, read in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// The account.
    pub account: Account,
    /// What access decides on.
    pub subject: Subject,
}

/// How often the use of a session is written down, in seconds.
const TOUCH: i64 = 60;

type CredentialRow = (Uuid, String, Vec<u8>, i64, Option<i64>);
type SessionRow = (Uuid, i64, i64, i64, Option<i64>, Option<i64>);

fn label(feed: &Feed, credential: &Credential) -> String {
    format!("credential/{feed}/{}/{}/{}", credential.user, credential.kind, credential.id)
}

impl Store {
    /// Adds a credential.
    pub async fn add_credential(&self, feed: &Feed, credential: &Credential, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.add_credential_once(feed, credential, witnessed))
    }

    async fn add_credential_once(&self, feed: &Feed, credential: &Credential, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        let sealed = Sealer::new(self, feed).wrap(&label(feed, credential), credential.secret.reveal())?;
        on!(&mut tx, c => sqlx::query("INSERT INTO credential (feed, account, id, kind, sealed, created_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7)")
            .bind(feed.as_str()).bind(credential.user.0).bind(credential.id).bind(&credential.kind).bind(sealed).bind(credential.created.0)
            .bind(credential.used.map(|u| u.0)).execute(c).await.map(drop))?;
        tx.commit().await
    }

    /// A person's credentials, by identifier.
    pub async fn credentials(&self, feed: &Feed, user: UserId) -> Result<Vec<Credential>> {
        credentials(&mut self.db.reading().await?, &Sealer::new(self, feed), user).await
    }

    /// Writes that a credential was used, with what its next use is checked against: a passkey's counter, an authenticator's last step.
    ///
    /// [`Error::NotFound`] if it is no longer as given: someone used it in the meantime, and this use must be refused.
    pub async fn use_credential(&self, feed: &Feed, was: &Credential, secret: &[u8], witnessed: &Witnessed) -> Result<()> {
        retrying!(self.use_credential_once(feed, was, secret, witnessed))
    }

    async fn use_credential_once(&self, feed: &Feed, was: &Credential, secret: &[u8], witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        let sealer = Sealer::new(self, feed);
        let same = |c: &Credential| c.id == was.id && c.secret == was.secret;
        if !credentials(&mut tx, &sealer, was.user).await?.iter().any(same) {
            return Err(Error::NotFound);
        }
        let sealed = sealer.wrap(&label(feed, was), &secret)?;
        on!(&mut tx, c => sqlx::query("UPDATE credential SET sealed = $4, used_at = $5 WHERE feed = $1 AND account = $2 AND id = $3")
            .bind(feed.as_str()).bind(was.user.0).bind(was.id).bind(sealed).bind(witnessed.at.0).execute(c).await.map(drop))?;
        tx.commit().await
    }

    /// Removes a credential. [`Error::NotFound`] if it isn't there: of two who use a recovery code at once, one gets this.
    pub async fn remove_credential(&self, feed: &Feed, user: UserId, id: Uuid, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.remove_credential_once(feed, user, id, witnessed))
    }

    async fn remove_credential_once(&self, feed: &Feed, user: UserId, id: Uuid, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        let removed = on!(&mut tx, c => sqlx::query("DELETE FROM credential WHERE feed = $1 AND account = $2 AND id = $3")
            .bind(feed.as_str()).bind(user.0).bind(id).execute(c).await.map(|done| done.rows_affected()))?;
        if removed == 0 {
            return Err(Error::NotFound);
        }
        tx.commit().await
    }

    /// Begins a session.
    pub async fn begin_session(&self, feed: &Feed, session: &Session, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.begin_session_once(feed, session, witnessed))
    }

    async fn begin_session_once(&self, feed: &Feed, session: &Session, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        on!(&mut tx, c => sqlx::query("DELETE FROM session WHERE feed = $1 AND ends_at <= $2")
            .bind(feed.as_str()).bind(witnessed.at.0).execute(c).await.map(drop))?;
        on!(&mut tx, c => sqlx::query("INSERT INTO session (feed, token, account, created_at, used_at, ends_at, stepped_up_at, limited) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
            .bind(feed.as_str()).bind(&session.token.0[..]).bind(session.user.0).bind(session.created.0).bind(session.used.0).bind(session.ends.0)
            .bind(session.stepped_up.map(|s| s.0)).bind(session.limited.then_some(1_i64)).execute(c).await.map(drop))?;
        tx.commit().await
    }

    /// Who shows this token now: nobody if the session has ended, wasn't used for `idle` seconds, or its account has ended.
    pub async fn find_session(&self, feed: &Feed, token: Hash, now: Instant, idle: i64) -> Result<Option<SignedIn>> {
        let mut tx = self.db.reading().await?;
        let sealer = Sealer::new(self, feed);
        let row: Option<SessionRow> = on!(&mut tx, c => sqlx::query_as("SELECT account, created_at, used_at, ends_at, stepped_up_at, limited FROM session WHERE feed = $1 AND token = $2")
            .bind(feed.as_str()).bind(&token.0[..]).fetch_optional(c).await)?;
        let Some(session) = row.map(|(user, created, used, ends, stepped_up, limited)| Session {
            token,
            user: UserId(user),
            created: Instant(created),
            used: Instant(used),
            ends: Instant(ends),
            stepped_up: stepped_up.map(Instant),
            limited: limited.is_some(),
        }) else {
            return Ok(None);
        };
        let account = people::accounts(&mut tx, &sealer, Some(session.user)).await?.pop();
        let Some(account) = account.filter(|a| a.ended.is_none_or(|ended| now < ended)) else { return Ok(None) };
        if now >= session.ends || now >= session.used.plus_seconds(idle) {
            return Ok(None);
        }
        let grants = match session.limited {
            true => Vec::new(),
            false => people::grants(&mut tx, &sealer, Some(session.user)).await?.into_iter().map(|g| g.grant).collect(),
        };
        tx.commit().await?;
        if now >= session.used.plus_seconds(TOUCH) {
            self.touch(feed, token, now).await?;
        }
        let (teams, sites) = (account.teams.clone(), account.sites.clone());
        let subject = Subject { user: account.user, agency: account.agency, teams, sites, grants, stepped_up: session.stepped_up };
        Ok(Some(SignedIn { session, account, subject }))
    }

    async fn touch(&self, feed: &Feed, token: Hash, now: Instant) -> Result<()> {
        let mut tx = self.db.writing().await?;
        on!(&mut tx, c => sqlx::query("UPDATE session SET used_at = $3 WHERE feed = $1 AND token = $2 AND used_at < $3")
            .bind(feed.as_str()).bind(&token.0[..]).bind(now.0).execute(c).await.map(drop))?;
        tx.commit().await
    }

    /// Writes that the holder of a session has just proved who they are with a second means; it is limited no longer.
    pub async fn step_up(&self, feed: &Feed, token: Hash, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.step_up_once(feed, token, witnessed))
    }

    async fn step_up_once(&self, feed: &Feed, token: Hash, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        on!(&mut tx, c => sqlx::query("UPDATE session SET stepped_up_at = $3, limited = NULL WHERE feed = $1 AND token = $2")
            .bind(feed.as_str()).bind(&token.0[..]).bind(witnessed.at.0).execute(c).await.map(drop))?;
        tx.commit().await
    }

    /// Ends a session, or all of a person's; the next request with its token finds nobody.
    pub async fn end_sessions(&self, feed: &Feed, user: UserId, only: Option<Hash>, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.end_sessions_once(feed, user, only, witnessed))
    }

    async fn end_sessions_once(&self, feed: &Feed, user: UserId, only: Option<Hash>, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        match only {
            Some(token) => on!(&mut tx, c => sqlx::query("DELETE FROM session WHERE feed = $1 AND account = $2 AND token = $3")
                .bind(feed.as_str()).bind(user.0).bind(&token.0[..]).execute(c).await.map(drop))?,
            None => on!(&mut tx, c => sqlx::query("DELETE FROM session WHERE feed = $1 AND account = $2")
                .bind(feed.as_str()).bind(user.0).execute(c).await.map(drop))?,
        }
        tx.commit().await
    }

    /// Counts a try at something and says how many there were in this window, on all processes together.
    pub async fn count_try(&self, feed: &Feed, what: &str, now: Instant, window: i64) -> Result<u32> {
        retrying!(self.count_try_once(feed, what, now, window))
    }

    async fn count_try_once(&self, feed: &Feed, what: &str, now: Instant, window: i64) -> Result<u32> {
        let mut tx = self.changing(feed, &Witnessed::default()).await?;
        let what = people::hashed(&mut tx, &mut Sealer::new(self, feed), "try", what).await?;
        let count: i64 = on!(&mut tx, c => sqlx::query_scalar("INSERT INTO tried (feed, what, since, count) VALUES ($1, $2, $3, 1)
             ON CONFLICT (feed, what) DO UPDATE SET
                 count = CASE WHEN tried.since > excluded.since - $4 THEN tried.count + 1 ELSE 1 END,
                 since = CASE WHEN tried.since > excluded.since - $4 THEN tried.since ELSE excluded.since END
             RETURNING count")
            .bind(feed.as_str()).bind(what).bind(now.0).bind(window).fetch_one(c).await)?;
        tx.commit().await?;
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// Forgets the tries at something, once one succeeded.
    pub async fn forget_tries(&self, feed: &Feed, what: &str) -> Result<()> {
        let mut tx = self.changing(feed, &Witnessed::default()).await?;
        let what = people::hashed(&mut tx, &mut Sealer::new(self, feed), "try", what).await?;
        on!(&mut tx, c => sqlx::query("DELETE FROM tried WHERE feed = $1 AND what = $2").bind(feed.as_str()).bind(what).execute(c).await.map(drop))?;
        tx.commit().await
    }
}

async fn credentials(tx: &mut Tx, sealer: &Sealer<'_>, user: UserId) -> Result<Vec<Credential>> {
    let rows: Vec<CredentialRow> = on!(tx, c => sqlx::query_as("SELECT id, kind, sealed, created_at, used_at FROM credential
         WHERE feed = $1 AND account = $2 ORDER BY id").bind(sealer.feed.as_str()).bind(user.0).fetch_all(c).await)?;
    let open = |(id, kind, sealed, created, used): CredentialRow| {
        let secret = base::Sensitive::default();
        let credential = Credential { id, user, kind, secret, created: Instant(created), used: used.map(Instant) };
        let secret = base::Sensitive::new(sealer.unwrap(&label(sealer.feed, &credential), &sealed)?);
        Ok(Credential { secret, ..credential })
    };
    rows.into_iter().map(open).collect()
}
