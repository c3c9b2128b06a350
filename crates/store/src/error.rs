//! What can go wrong between us and the database.

use base::{Compartment, RecordId};
use std::fmt;

/// Why the store didn't do what was asked. No text of it holds personal data.
#[derive(Debug)]
pub enum Error {
    /// There is no such thing, or it was destroyed.
    NotFound,
    /// A card changed since the caller decided: read again and decide again.
    Stale {
        /// The record.
        record: RecordId,
        /// The compartment.
        compartment: Compartment,
        /// The revision it has now.
        now: i64,
    },
    /// An entry or a row contradicts what is written: the same identifier with something else, another kind, an erased record.
    Contradiction(&'static str),
    /// The key of a request was used before for another request.
    KeyReused,
    /// Larger than the store takes.
    TooLarge,
    /// A file of a type that isn't taken.
    Unsupported,
    /// This build has no SQLCipher: it would keep data unencrypted.
    NoCipher,
    /// A newer version of the program wrote this database.
    Newer,
    /// The key doesn't fit, or the file is damaged; nothing was changed.
    KeyOrDamage(String),
    /// What was opened isn't what was sealed: damage, or someone changed it.
    Seal(seal::Error),
    /// The disk is full.
    Full,
    /// The database can't be reached, or was held by others all along: try again.
    Unavailable(String),
    /// A backup can't be written, or isn't one that can be read.
    Backup(String),
    /// Anything else that the database says.
    Database(String),
}

/// What a call of the store gives.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// What reading or writing a backup's file failed with.
    pub(crate) fn from_io(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::StorageFull { Self::Full } else { Self::Backup(error.to_string()) }
    }

    /// Whether the same call may succeed if it is made again at once.
    pub(crate) fn may_pass(&self) -> bool {
        matches!(self, Self::Unavailable(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("not found"),
            Self::Stale { record, compartment, now } => write!(f, "record {record} is at revision {now} in {compartment}: read it again"),
            Self::Contradiction(what) => write!(f, "contradicts what is written: {what}"),
            Self::KeyReused => f.write_str("the key of this request was used for another one"),
            Self::TooLarge => f.write_str("larger than what is taken"),
            Self::Unsupported => f.write_str("a type of file that isn't taken"),
            Self::NoCipher => f.write_str("this build has no SQLCipher: it refuses to keep data unencrypted"),
            Self::Newer => f.write_str("a newer version of the program wrote this database: use that version"),
            Self::KeyOrDamage(what) => {
                write!(f, "the key doesn't fit or the file is damaged ({what}); nothing was changed: check the key, else restore a backup")
            }
            Self::Seal(what) => write!(f, "what is stored can't be opened: {what}"),
            Self::Full => f.write_str("the disk is full: make room and try again; nothing of this was written"),
            Self::Unavailable(what) => write!(f, "the database can't be reached: {what}"),
            Self::Backup(what) => write!(f, "the backup can't be read or written: {what}"),
            Self::Database(what) => write!(f, "the database says: {what}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let text = error.to_string();
        let sqlx::Error::Database(said) = &error else {
            return match error {
                sqlx::Error::RowNotFound => Self::NotFound,
                sqlx::Error::Io(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed
                | sqlx::Error::Protocol(_) => Self::Unavailable(text),
                _ => Self::Database(text),
            };
        };
        match said.code().as_deref() {
            // SQLite's extended codes carry the plain one in their lowest byte; PostgreSQL's have five characters.
            Some(code) if code.len() < 5 => match code.parse::<i32>().map(|n| n & 0xff) {
                Ok(5 | 6) => Self::Unavailable(text),
                Ok(11 | 26) => Self::KeyOrDamage(text),
                Ok(13) => Self::Full,
                _ => Self::Database(text),
            },
            Some("53100") => Self::Full,
            Some("40001" | "40P01" | "55P03" | "53300" | "57P01" | "57P02" | "57P03") => Self::Unavailable(text),
            Some(code) if code.starts_with("08") => Self::Unavailable(text),
            Some(code) if code.starts_with("XX") => Self::KeyOrDamage(text),
            _ => Self::Database(text),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for Error {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        match error {
            sqlx::migrate::MigrateError::Execute(e) | sqlx::migrate::MigrateError::ExecuteMigration(e, _) => e.into(),
            sqlx::migrate::MigrateError::VersionMissing(_) | sqlx::migrate::MigrateError::VersionTooNew(..) => Self::Newer,
            other => Self::Database(other.to_string()),
        }
    }
}

impl From<seal::Error> for Error {
    fn from(error: seal::Error) -> Self {
        Self::Seal(error)
    }
}
