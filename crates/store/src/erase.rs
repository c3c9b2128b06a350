//! Erasure: the salt is destroyed, and with it every key of the record.

use crate::Store;
use crate::error::{Error, Result};
use crate::read::Witnessed;
use crate::sql::{Db, on, retrying};
use base::{Feed, RecordId};

impl Store {
    /// Destroys what is known about a person: no key of the record can ever be made again.
    ///
    /// Cards, words and attachments are deleted; entries stay as ciphertext that nobody can open, so that the audit chain, which covers ciphertext, still
    /// holds. Copies in backups, and in PostgreSQL's own log until it is reused, hold the salt as long as they are kept.
    ///
    /// [`Error::NotFound`] if there is no such record.
    pub async fn erase(&self, feed: &Feed, record: RecordId, witnessed: &Witnessed) -> Result<()> {
        retrying!(self.erase_once(feed, record, witnessed))?;
        if let Db::Pg(pool) = &self.db {
            // Frees the rows that other transactions could still have seen.
            sqlx::query("VACUUM record, card, token, piece").execute(pool).await?;
        }
        Ok(())
    }

    async fn erase_once(&self, feed: &Feed, record: RecordId, witnessed: &Witnessed) -> Result<()> {
        let mut tx = self.changing(feed, witnessed).await?;
        let there = on!(&mut tx, c => sqlx::query("UPDATE record SET salt = NULL, updated_at = $3 WHERE feed = $1 AND id = $2")
            .bind(feed.as_str()).bind(record.0).bind(witnessed.at.0).execute(c).await.map(|done| done.rows_affected()))?;
        if there == 0 {
            return Err(Error::NotFound);
        }
        for delete in [
            "DELETE FROM card WHERE feed = $1 AND record = $2",
            "DELETE FROM token WHERE feed = $1 AND record = $2",
            "DELETE FROM piece WHERE feed = $1 AND attachment IN (SELECT id FROM attachment WHERE feed = $1 AND record = $2)",
            "DELETE FROM attachment WHERE feed = $1 AND record = $2",
        ] {
            on!(&mut tx, c => sqlx::query(delete).bind(feed.as_str()).bind(record.0).execute(c).await.map(drop))?;
        }
        tx.commit().await
    }
}
