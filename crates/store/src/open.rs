//! Opening a database: pools, the cipher, migrations.

use crate::error::{Error, Result};
use crate::keys::{KeyCache, Sealer};
use crate::migrate::{MIGRATIONS, migrate};
use crate::rows::named;
use crate::sql::{Db, on};
use crate::{Index, Store};
// Links SQLite with SQLCipher in it.
use base::Compartment;
use libsqlite3_sys as _;
use seal::MasterKeys;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, SqliteConnection, SqlitePool};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::OnceCell;

/// Where records are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In memory, gone when the store is dropped: for tests and demonstrations. It is SQLite too, so that nothing behaves otherwise than on disk.
    Memory,
    /// In one encrypted file, with its write-ahead log beside it.
    File(PathBuf),
    /// In a PostgreSQL database, or one that speaks like it: `postgres://user@host/name`.
    Postgres(String),
}

/// How long a call waits for a connection, and SQLite for another process that writes.
const WAIT: Duration = Duration::from_secs(5);
/// What a connection to SQLite keeps in memory, in KiB: every page that isn't there must be decrypted and checked again.
const CACHE_KIB: u32 = 16 * 1024;
/// Pages of SQLite's log (64 MiB) at which a commit itself brings them into the file and makes whoever writes wait; before that it is done between commits.
const LOG_PAGES: u32 = 16_384;
/// How often that is done.
const TIDIED: Duration = Duration::from_secs(1);
/// Readers of one SQLite file, connections to PostgreSQL.
const READERS: u32 = 4;
const CONNECTIONS: u32 = 8;

impl Store {
    /// Opens a place, makes it if it is a file that isn't there, and brings it to this program's version.
    ///
    /// [`Error::NoCipher`] if this build would write in clear; [`Error::KeyOrDamage`] if the key doesn't fit or the file is damaged.
    pub async fn open(place: &Place, keys: &MasterKeys, index: Index) -> Result<Self> {
        let db = connect(place, keys).await?;
        migrate(&db, MIGRATIONS.len()).await?;
        Self::over(db, keys, index).await
    }

    /// A store over a database of this program's version.
    pub(crate) async fn over(db: Db, keys: &MasterKeys, index: Index) -> Result<Self> {
        let store = Self { db, service: Arc::new(keys.service()), keys: Arc::new(KeyCache::default()), index };
        store.try_key().await?;
        Ok(store)
    }

    /// Whether the service key is the one that compartment keys were wrapped with; with none there, any will be.
    async fn try_key(&self) -> Result<()> {
        let mut tx = self.db.reading().await?;
        let any: Option<(String, String, String)> =
            on!(&mut tx, c => sqlx::query_as("SELECT feed, area, grp FROM compartment_key LIMIT 1").fetch_optional(c).await)?;
        let Some((feed, area, group)) = any else { return Ok(()) };
        let (feed, compartment) = (named(&feed)?, Compartment { area: named(&area)?, group: named(&group)? });
        let tried = Sealer::new(self, &feed).find_compartment(&mut tx, &compartment).await;
        tried.map(drop).map_err(|_| Error::KeyOrDamage("the service key opens no compartment".into()))
    }

    /// Reads every page of an SQLite file and checks that it is as it was written; asks PostgreSQL only whether it answers.
    ///
    /// [`Error::KeyOrDamage`] if a page isn't.
    pub async fn check(&self) -> Result<()> {
        let Db::Sqlite { read, .. } = &self.db else { return self.ping().await };
        for check in ["PRAGMA cipher_integrity_check", "PRAGMA quick_check"] {
            let said: Vec<String> = sqlx::query_scalar(check).fetch_all(read).await?;
            if let Some(wrong) = said.into_iter().find(|line| line != "ok") {
                return Err(Error::KeyOrDamage(wrong));
            }
        }
        Ok(())
    }

    /// Waits for what is under way and closes; for SQLite, what is in the log goes into the file.
    ///
    /// A program must call this before it ends: at exit OpenSSL clears itself away, and a thread of SQLite that still uses it brings the process down
    /// (nothing acknowledged is lost by that).
    pub async fn close(&self) {
        self.db.close().await;
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        self.db.reading().await?.commit().await
    }
}

/// Set once SQLite is ready. It readies itself when a database is first opened, and whoever opens another meanwhile may find no cipher yet.
static READY: OnceCell<()> = OnceCell::const_new();

/// Opens the pools of a place.
pub(crate) async fn connect(place: &Place, keys: &MasterKeys) -> Result<Db> {
    let file = match place {
        Place::Postgres(url) => {
            let options: PgConnectOptions = url.parse().map_err(|_| Error::Unavailable("the address isn't one of PostgreSQL".into()))?;
            let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(WAIT);
            return Ok(Db::Pg(pool.connect_with(options.application_name("amana")).await?));
        }
        Place::File(path) => Some(path),
        Place::Memory => None,
    };
    READY.get_or_try_init(async || SqliteConnection::connect("sqlite::memory:").await?.close().await).await?;
    // A raw key: SQLCipher derives none from it. sqlx sends it before anything else on each connection.
    let mut options = SqliteConnectOptions::new()
        .pragma("key", format!("\"{}\"", keys.database().sqlcipher().as_str()))
        .pragma("cipher_log_level", "NONE")
        .pragma("trusted_schema", "OFF")
        .pragma("cache_size", format!("-{CACHE_KIB}"))
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(WAIT);
    let one = SqlitePoolOptions::new().max_connections(1).acquire_timeout(WAIT * 4);
    let Some(path) = file else {
        // One connection for all, never closed: with it the data would go.
        let pool = one.idle_timeout(None).max_lifetime(None).connect_with(options.in_memory(true)).await?;
        has_cipher(&pool).await?;
        return Ok(Db::Sqlite { read: pool.clone(), write: pool });
    };
    options = options
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .pragma("wal_autocheckpoint", LOG_PAGES.to_string());
    let write = sound(one).connect_with(options.clone()).await?;
    has_cipher(&write).await?;
    let read = sound(SqlitePoolOptions::new().max_connections(READERS).acquire_timeout(WAIT)).connect_with(options).await?;
    tokio::spawn(tidy(read.clone()));
    Ok(Db::Sqlite { read, write })
}

/// Brings what is in the log into the file until the pool is closed, holding up neither who reads nor who writes. A try that fails is made again.
async fn tidy(pool: SqlitePool) {
    while tokio::time::timeout(TIDIED, pool.close_event()).await.is_err() {
        let _ = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(&pool).await;
    }
}

/// Closes a connection whose transaction SQLite ended by itself (a full disk does that): sqlx would believe it open for ever.
fn sound(pool: SqlitePoolOptions) -> SqlitePoolOptions {
    pool.before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
}

async fn has_cipher(pool: &SqlitePool) -> Result<()> {
    let version: Option<String> = sqlx::query_scalar("PRAGMA cipher_version").fetch_optional(pool).await?;
    version.filter(|v| !v.is_empty()).map(drop).ok_or(Error::NoCipher)
}
