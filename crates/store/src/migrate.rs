//! The migrations, in order; each has a test on a database that holds data of the version before (tests/migrations.rs).

use crate::Result;
use crate::sql::Db;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};

/// Name and text of each migration; its version is its place in the list, from 1.
pub(crate) const MIGRATIONS: [(&str, &str); 3] = [
    ("records", include_str!("../migrations/0001_records.sql")),
    ("people", include_str!("../migrations/0002_people.sql")),
    ("attachments", include_str!("../migrations/0003_attachments.sql")),
];

/// What the words in braces mean to SQLite. Its strict tables refuse a value of another type, as PostgreSQL does.
const SQLITE: [(&str, &str); 5] =
    [("{uuid}", "BLOB"), ("{bytes}", "BLOB"), ("{int}", "INTEGER"), ("{strict}", " STRICT"), ("{clustered}", " STRICT, WITHOUT ROWID")];
/// And to PostgreSQL.
const POSTGRES: [(&str, &str); 5] = [("{uuid}", "UUID"), ("{bytes}", "BYTEA"), ("{int}", "BIGINT"), ("{strict}", ""), ("{clustered}", "")];

fn migrator(words: &[(&str, &str)], versions: usize) -> Migrator {
    let filled = MIGRATIONS.iter().take(versions).zip(1..).map(|((name, text), version)| {
        let text = words.iter().fold((*text).to_owned(), |text, (word, meaning)| text.replace(word, meaning));
        // Safe: our own files and our own words, nothing that came from outside.
        Migration::new(version, (*name).into(), MigrationType::Simple, AssertSqlSafe(text).into_sql_str(), false)
    });
    Migrator::with_migrations(filled.collect())
}

/// Brings a database to a version; a database of a newer program is refused.
pub(crate) async fn migrate(db: &Db, versions: usize) -> Result<()> {
    match db {
        Db::Sqlite { write, .. } => migrator(&SQLITE, versions).run(write).await?,
        Db::Pg(pool) => migrator(&POSTGRES, versions).run(pool).await?,
    }
    Ok(())
}
