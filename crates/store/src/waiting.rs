//! What waits for someone's answer: kept sealed, for a time, and taken once.

use crate::Store;
use crate::error::{Error, Result};
use crate::keys::Sealer;
use crate::read::Witnessed;
use crate::sql::{on, retrying};
use base::{Feed, Instant, Uuid};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Something that waits, under the kind that `app` calls it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting<T> {
    /// Its identifier.
    pub id: Uuid,
    /// When it waits no longer.
    pub ends: Instant,
    /// What it is; kept sealed.
    pub what: T,
}

fn label(feed: &Feed, kind: &str, id: Uuid) -> String {
    format!("waiting/{feed}/{kind}/{id}")
}

impl Store {
    /// Keeps something until its end, in place of what waited under its kind and identifier.
    pub async fn put_waiting<T: Serialize>(&self, feed: &Feed, kind: &str, waiting: &Waiting<T>, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.put_waiting_once(feed, kind, waiting, witnessed))
    }

    async fn put_waiting_once<T: Serialize>(&self, feed: &Feed, kind: &str, waiting: &Waiting<T>, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        let sealed = Sealer::new(self, feed).wrap(&label(feed, kind, waiting.id), &waiting.what)?;
        on!(&mut tx, c => sqlx::query("DELETE FROM waiting WHERE feed = $1 AND ends_at <= $2")
            .bind(feed.as_str()).bind(witnessed.at.0).execute(c).await.map(drop))?;
        on!(&mut tx, c => sqlx::query("INSERT INTO waiting (feed, kind, id, ends_at, sealed) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (feed, kind, id) DO UPDATE SET ends_at = excluded.ends_at, sealed = excluded.sealed")
            .bind(feed.as_str()).bind(kind).bind(waiting.id).bind(waiting.ends.0).bind(sealed).execute(c).await.map(drop))?;
        tx.commit().await
    }

    /// What waits under a kind now, by identifier.
    pub async fn waiting<T: DeserializeOwned>(&self, feed: &Feed, kind: &str, now: Instant) -> Result<Vec<Waiting<T>>> {
        let mut tx = self.db.reading().await?;
        let sealer = Sealer::new(self, feed);
        let rows: Vec<(Uuid, i64, Vec<u8>)> = on!(&mut tx, c => sqlx::query_as("SELECT id, ends_at, sealed FROM waiting
             WHERE feed = $1 AND kind = $2 AND ends_at > $3 ORDER BY id").bind(feed.as_str()).bind(kind).bind(now.0).fetch_all(c).await)?;
        let open = |(id, ends, sealed): (Uuid, i64, Vec<u8>)| {
            Ok(Waiting { id, ends: Instant(ends), what: sealer.unwrap(&label(feed, kind, id), &sealed)? })
        };
        rows.into_iter().map(open).collect()
    }

    /// Takes what waits: of two who take it, one gets it. [`Error::NotFound`] if it isn't there or waits no longer.
    pub async fn take_waiting<T: DeserializeOwned>(&self, feed: &Feed, kind: &str, id: Uuid, witnessed: &Witnessed) -> Result<T> {
        retrying!(self.take_waiting_once(feed, kind, id, witnessed))
    }

    async fn take_waiting_once<T: DeserializeOwned>(&self, feed: &Feed, kind: &str, id: Uuid, witnessed: &Witnessed) -> Result<T> {
        let mut tx = self.changing(feed, witnessed).await?;
        let sealed: Option<Vec<u8>> = on!(&mut tx, c => sqlx::query_scalar("DELETE FROM waiting
             WHERE feed = $1 AND kind = $2 AND id = $3 AND ends_at > $4 RETURNING sealed")
            .bind(feed.as_str()).bind(kind).bind(id).bind(witnessed.at.0).fetch_optional(c).await)?;
        let what = Sealer::new(self, feed).unwrap(&label(feed, kind, id), &sealed.ok_or(Error::NotFound)?)?;
        tx.commit().await?;
        Ok(what)
    }
}
