//! The migrations, in order; each has a test on a database that holds data of the version before (tests/migrations.rs).

use crate::Result;
use crate::sql::Db;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};

/// Name and text of each migration; its version is its place in the list, from 1.
pub(crate) const MIGRATIONS: [(&str, &str); 5] = [
    ("records", include_str!("../migrations/0001_records.sql")),
    ("people", include_str!("../migrations/0002_people.sql")),
    ("attachments", include_str!("../migrations/0003_attachments.sql")),
    ("orders", include_str!("../migrations/0004_orders.sql")),
    ("waiting", include_str!("../migrations/0005_waiting.sql")),
];

/// What the words in braces mean to SQLite. Its strict tables refuse a value of another type, as PostgreSQL does.
const SQLITE: [(&str, &str); 6] = [
    ("{uuid}", "BLOB"),
    ("{bytes}", "BLOB"),
    ("{int}", "INTEGER"),
    ("{strict}", " STRICT"),
    ("{clustered}", " STRICT, WITHOUT ROWID"),
    ("{covers}", ""),
];
/// And to PostgreSQL.
const POSTGRES: [(&str, &str); 6] = [
    ("{uuid}", "UUID"),
    ("{bytes}", "BYTEA"),
    ("{int}", "BIGINT"),
    ("{strict}", ""),
    ("{clustered}", ""),
    ("{covers}", " INCLUDE (agency, team, site)"),
];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use crate::open::{Place, connect};
    use crate::sql::{Sql, Tx, Value};
    use sqlx::{Connection as _, Executor as _};
    use uuid::Uuid;

    /// A row as a version wrote it: table, columns, values.
    type Row = (&'static str, &'static [&'static str], Vec<Value>);

    fn feed() -> Value {
        Value::text("bangui")
    }

    fn id(n: u128) -> Value {
        Value::uuid(Uuid::from_u128(n))
    }

    fn bytes(n: u8) -> Value {
        Value::Bytes(Some(vec![n; 32]))
    }

    /// For each migration, rows of the tables that it made or changed, as its version wrote them. A new migration adds its own.
    fn old() -> Vec<Vec<Row>> {
        let (area, group) = (Value::text("gbv"), Value::text("identity"));
        let compartment = || vec![feed(), area.clone(), group.clone()];
        let with = |mut row: Vec<Value>, rest: Vec<Value>| {
            row.extend(rest);
            row
        };
        vec![
            vec![
                (
                    "record",
                    &["feed", "id", "kind", "area", "agency", "team", "state", "due_at", "salt", "created_at", "updated_at"],
                    vec![
                        feed(),
                        id(1),
                        Value::text("person"),
                        area.clone(),
                        id(2),
                        id(3),
                        Value::text("open"),
                        Value::int(7),
                        bytes(4),
                        Value::int(5),
                        Value::int(6),
                    ],
                ),
                ("involved", &["feed", "account", "how", "record"], vec![feed(), id(9), Value::text("assigned"), id(1)]),
                (
                    "entry",
                    &["feed", "id", "area", "grp", "seq", "record", "act", "received_at", "link", "sealed"],
                    with(
                        vec![feed(), id(5)],
                        vec![area.clone(), group.clone(), Value::int(1), id(1), id(6), Value::int(8), Value::int(1), bytes(5)],
                    ),
                ),
                ("counter", &["feed", "area", "grp", "last"], with(compartment(), vec![Value::int(1)])),
                ("card", &["feed", "area", "grp", "record", "rev", "sealed"], with(compartment(), vec![id(1), Value::int(1), bytes(6)])),
                ("token", &["feed", "area", "grp", "token", "record"], with(compartment(), vec![Value::int(i64::MIN), id(1)])),
                ("compartment_key", &["feed", "area", "grp", "wrapped"], with(compartment(), vec![bytes(7)])),
                (
                    "audit",
                    &["feed", "n", "at", "action", "compartments", "digest", "hash"],
                    vec![feed(), Value::int(1), Value::int(8), Value::text("write"), Value::text("gbv/identity"), bytes(8), bytes(9)],
                ),
                ("audit_head", &["feed", "n", "hash"], vec![feed(), Value::int(1), bytes(9)]),
                (
                    "checkpoint",
                    &["feed", "n", "hash", "at", "signature"],
                    vec![feed(), Value::int(1), bytes(9), Value::int(8), Value::text("ab")],
                ),
                (
                    "idempotency",
                    &["feed", "key", "digest", "answer", "at"],
                    vec![feed(), id(8), bytes(1), Value::text("{}"), Value::int(8)],
                ),
            ],
            vec![
                ("unit", &["feed", "id", "kind", "sealed"], vec![feed(), id(2), Value::text("agency"), bytes(1)]),
                (
                    "account",
                    &["feed", "id", "login", "agency", "sealed", "created_at"],
                    vec![feed(), id(9), Value::int(-5), id(2), bytes(2), Value::int(1)],
                ),
                ("member", &["feed", "account", "unit", "kind"], vec![feed(), id(9), id(3), Value::text("team")]),
                (
                    "credential",
                    &["feed", "account", "id", "kind", "sealed", "created_at"],
                    vec![feed(), id(9), id(4), Value::text("totp"), bytes(3), Value::int(1)],
                ),
                (
                    "session",
                    &["feed", "token", "account", "created_at", "used_at", "ends_at"],
                    vec![feed(), bytes(4), id(9), Value::int(1), Value::int(2), Value::int(3)],
                ),
                ("granted", &["feed", "id", "account", "sealed"], vec![feed(), id(5), id(9), bytes(5)]),
                ("setting", &["feed", "name", "value"], vec![feed(), Value::text("office"), Value::text("7")]),
                ("tried", &["feed", "what", "since", "count"], vec![feed(), Value::int(5), Value::int(6), Value::int(7)]),
            ],
            vec![
                (
                    "attachment",
                    &["feed", "id", "record", "area", "grp", "size", "created_at", "sealed"],
                    vec![feed(), id(7), id(1), area.clone(), group.clone(), Value::int(9), Value::int(1), bytes(1)],
                ),
                ("piece", &["feed", "attachment", "n", "sealed"], vec![feed(), id(7), Value::int(0), bytes(2)]),
            ],
            vec![
                (
                    "involved",
                    &["feed", "account", "how", "record", "area", "kind", "changed_at", "due_at"],
                    vec![feed(), id(8), Value::text("withheld"), id(1), area.clone(), Value::text("person"), Value::int(6), Value::int(7)],
                ),
                (
                    "token",
                    &["feed", "area", "grp", "token", "record", "agency", "site"],
                    with(compartment(), vec![Value::int(5), id(1), id(2), id(3)]),
                ),
            ],
            vec![
                (
                    "waiting",
                    &["feed", "kind", "id", "ends_at", "sealed"],
                    vec![feed(), Value::text("passkey"), id(1), Value::int(9), bytes(1)],
                ),
                (
                    "session",
                    &["feed", "token", "account", "created_at", "used_at", "ends_at", "limited"],
                    vec![feed(), bytes(5), id(9), Value::int(1), Value::int(2), Value::int(3), Value::int(1)],
                ),
            ],
        ]
    }

    /// What a migration makes of older rows: the version that does, and how the row then stands.
    fn made() -> Vec<(usize, Row)> {
        vec![
            (
                4,
                (
                    "involved",
                    &["account", "area", "kind", "changed_at", "due_at"],
                    vec![id(9), Value::text("gbv"), Value::text("person"), Value::int(6), Value::int(7)],
                ),
            ),
            (4, ("token", &["token", "record", "agency", "team"], vec![Value::int(i64::MIN), id(1), id(2), id(3)])),
        ]
    }

    /// The columns and values of a row, put together by `before` a column and `between` two.
    fn insert((table, columns, values): &Row) -> Sql {
        let mut sql = Sql::default();
        sql.push("INSERT INTO ").push(table).push(" (");
        for (place, column) in columns.iter().enumerate() {
            sql.push(if place == 0 { "" } else { ", " }).push(column);
        }
        sql.push(") VALUES ").bind_all(values.iter().cloned());
        sql
    }

    async fn count(tx: &mut Tx, (table, columns, values): &Row) -> i64 {
        let mut sql = Sql::default();
        sql.push("SELECT count(*) FROM ").push(table).push(" WHERE 1 = 1");
        for (column, value) in columns.iter().zip(values) {
            sql.push(" AND ").push(column).push(" = ").bind(value.clone());
        }
        let rows: Vec<(i64,)> = sql.fetch(tx).await.unwrap();
        rows[0].0
    }

    /// A database of each version, with data of that version, comes through to the newest with every row as it was.
    async fn comes_through(db: &Db, from: usize) {
        migrate(db, from).await.unwrap();
        let rows: Vec<Row> = old().into_iter().take(from).flatten().collect();
        let mut tx = db.writing().await.unwrap();
        for row in &rows {
            insert(row).execute(&mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        migrate(db, MIGRATIONS.len()).await.unwrap();
        let mut tx = db.writing().await.unwrap();
        for row in &rows {
            assert_eq!(count(&mut tx, row).await, 1, "{} from version {from}", row.0);
        }
        for (_, row) in made().iter().filter(|(version, _)| from < *version) {
            assert_eq!(count(&mut tx, row).await, 1, "{} made from version {from}", row.0);
        }
        tx.commit().await.unwrap();
        if from < MIGRATIONS.len() {
            assert!(matches!(migrate(db, from).await, Err(Error::Newer)), "an older program must not open it");
        }
    }

    #[tokio::test]
    async fn old_databases_come_through() {
        assert_eq!(old().len(), MIGRATIONS.len(), "each migration has data of its version here");
        let keys = seal::MasterKeys::random(&mut seal::system_random());
        for from in 1..=MIGRATIONS.len() {
            comes_through(&connect(&Place::Memory, &keys).await.unwrap(), from).await;
            let Ok(url) = std::env::var("AMANA_TEST_POSTGRES") else { continue };
            let name = format!("m{}", uuid::Builder::from_random_bytes(rand::random()).into_uuid().simple());
            let mut admin = sqlx::PgConnection::connect(&url).await.unwrap();
            admin.execute(sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}")))).await.unwrap();
            let place = Place::Postgres(url.replacen("/postgres?", &format!("/{name}?"), 1));
            comes_through(&connect(&place, &keys).await.unwrap(), from).await;
        }
    }

    #[test]
    fn every_key_begins_with_the_feed() {
        for (name, text) in MIGRATIONS {
            for keys in text
                .lines()
                .map(str::trim)
                .filter(|l| l.starts_with("PRIMARY KEY") || l.starts_with("UNIQUE") || l.starts_with("CREATE INDEX"))
            {
                assert!(keys.contains("(feed"), "{name}: {keys}");
            }
            assert_eq!(text.matches("CREATE TABLE").count(), text.matches("PRIMARY KEY").count(), "{name}: a table without a key");
        }
    }
}
