//! Backups as lines of text that either engine can be filled from: every row as it is stored, so that what is sealed stays sealed.
//!
//! The first line of a table names it and its columns, each further line is a row; the last line of all counts the rows (docs/formats-operation.md).

use crate::error::{Error, Result};
use crate::migrate::{MIGRATIONS, migrate};
use crate::open::connect;
use crate::sql::{Db, Sql, Tx, Value};
use crate::tables::{Kind, Table, tables};
use crate::{Index, Place, Store};
use data_encoding::BASE64;
use seal::MasterKeys;
use serde::{Deserialize, Serialize};
use sqlx::{Row as _, TypeInfo as _, ValueRef as _};
use std::collections::BTreeMap;
use std::io;
use uuid::Uuid;

/// Rows by table.
pub type Counts = BTreeMap<String, u64>;

/// Rows read at a time; the pieces of files are a quarter of a megabyte each.
const ROWS: i64 = 1000;
const PIECES: i64 = 16;
/// Rows and bytes that go into one statement at most.
const FLUSH_ROWS: usize = Sql::CHUNK;
const FLUSH_BYTES: usize = 4 << 20;

/// A line that is not a row.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum Mark {
    /// The migrations that the rows fit.
    Version(usize),
    /// Rows of this table follow.
    Table(String, Vec<String>),
    /// The end.
    End(Counts),
}

impl Store {
    /// Gives every row to `take`, as lines, from one state of the database while others go on writing.
    ///
    /// Leaves out who is signed in. [`Error::Backup`] or [`Error::Full`] where `take` fails.
    pub async fn dump(&self, take: &mut (dyn FnMut(&str) -> io::Result<()> + Send)) -> Result<Counts> {
        let mut tx = self.db.reading().await?;
        let mut counts = Counts::new();
        let mark = |take: &mut (dyn FnMut(&str) -> io::Result<()> + Send), mark: &Mark| take(&text(mark)?).map_err(Error::from_io);
        mark(take, &Mark::Version(MIGRATIONS.len()))?;
        for table in tables(MIGRATIONS.len()) {
            mark(take, &Mark::Table(table.name.into(), table.columns.iter().map(|(name, _)| (*name).to_owned()).collect()))?;
            let count = counts.entry(table.name.to_owned()).or_insert(0);
            let mut last: Option<Vec<Value>> = None;
            loop {
                let rows = page(&mut tx, &table, last.as_deref()).await?;
                let Some(end) = rows.last() else { break };
                last = Some(table.key.iter().map(|place| end[*place].clone()).collect());
                for row in &rows {
                    take(&text(&row.iter().map(json).collect::<Vec<_>>())?).map_err(Error::from_io)?;
                }
                *count += rows.len() as u64;
            }
        }
        mark(take, &Mark::End(counts.clone()))?;
        tx.commit().await?;
        Ok(counts)
    }

    /// Fills an empty place with the lines of a backup and opens it: all of them, or nothing.
    ///
    /// [`Error::Contradiction`] if the place holds records; [`Error::Newer`]; [`Error::Backup`] if a line can't be read or rows are missing.
    pub async fn restore(
        place: &Place,
        keys: &MasterKeys,
        index: Index,
        lines: &mut (dyn Iterator<Item = io::Result<String>> + Send),
    ) -> Result<(Self, Counts)> {
        if matches!(place, Place::File(path) if path.exists()) {
            return Err(HOLDS);
        }
        let db = connect(place, keys).await?;
        match fill(&db, lines).await {
            Ok(counts) => {
                migrate(&db, MIGRATIONS.len()).await?;
                let store = Self::over(db, keys, index).await?;
                Ok((store, counts))
            }
            Err(error) => {
                db.close().await;
                Err(error)
            }
        }
    }

    /// The bytes that the database takes up.
    pub async fn size(&self) -> Result<u64> {
        let mut tx = self.db.reading().await?;
        let bytes: i64 = match &mut tx {
            Tx::Sqlite(t) => {
                sqlx::query_scalar("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()").fetch_one(&mut **t).await?
            }
            Tx::Pg(t) => sqlx::query_scalar("SELECT pg_database_size(current_database())").fetch_one(&mut **t).await?,
        };
        Ok(bytes.unsigned_abs())
    }
}

const HOLDS: Error = Error::Contradiction("the place to restore to isn't empty");

async fn fill(db: &Db, lines: &mut (dyn Iterator<Item = io::Result<String>> + Send)) -> Result<Counts> {
    let mut next = || lines.next().transpose().map_err(Error::from_io);
    let Some(Ok(Mark::Version(version))) = next()?.map(|line| serde_json::from_str(&line)) else {
        return Err(broken("it doesn't begin as one"));
    };
    if version > MIGRATIONS.len() {
        return Err(Error::Newer);
    }
    migrate(db, version).await?;
    let known = tables(version);
    let mut tx = db.writing().await?;
    for table in &known {
        let mut sql = Sql::default();
        sql.push("SELECT 1 FROM ").push(table.name).push(" LIMIT 1");
        if !sql.fetch::<Cells>(&mut tx).await?.is_empty() {
            return Err(HOLDS);
        }
    }
    let mut counts = Counts::new();
    let mut rows = Rows { table: None, waiting: Vec::new(), bytes: 0 };
    while let Some(line) = next()? {
        if line.starts_with('[') {
            let table = rows.table.ok_or_else(|| broken("a row stands before its table"))?;
            rows.take(&mut tx, read(table, &line)?, line.len()).await?;
            *counts.entry(table.name.to_owned()).or_insert(0) += 1;
            continue;
        }
        rows.flush(&mut tx).await?;
        match serde_json::from_str(&line) {
            Ok(Mark::Table(name, columns)) => {
                let fits = |table: &&Table| {
                    table.name == name && table.columns.iter().map(|(column, _)| *column).eq(columns.iter().map(String::as_str))
                };
                rows.table = Some(known.iter().find(fits).ok_or_else(|| broken("a table isn't as its version has it"))?);
                counts.entry(name).or_insert(0);
            }
            Ok(Mark::End(stated)) if stated == counts && counts.len() == known.len() => {
                tx.commit().await?;
                return Ok(counts);
            }
            Ok(_) => return Err(broken("rows are missing or too many")),
            Err(_) => return Err(broken("a line can't be read")),
        }
    }
    Err(broken("it ends too early"))
}

fn broken(what: &str) -> Error {
    Error::Backup(what.into())
}

fn text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::Backup(e.to_string()))
}

/// The rows after the one with this key, in the order of the key.
async fn page(tx: &mut Tx, table: &Table, after: Option<&[Value]>) -> Result<Vec<Vec<Value>>> {
    let key = |sql: &mut Sql| {
        for (n, place) in table.key.iter().enumerate() {
            sql.push(if n == 0 { "" } else { ", " }).push(table.columns[*place].0);
        }
    };
    let mut sql = Sql::default();
    sql.push("SELECT ");
    for (n, (column, _)) in table.columns.iter().enumerate() {
        sql.push(if n == 0 { "" } else { ", " }).push(column);
    }
    sql.push(" FROM ").push(table.name);
    if let Some(after) = after {
        sql.push(" WHERE (");
        key(&mut sql);
        sql.push(") > ").bind_all(after.iter().cloned());
    }
    sql.push(" ORDER BY ");
    key(&mut sql);
    sql.push(" LIMIT ").bind(Value::int(if table.name == "piece" { PIECES } else { ROWS }));
    let rows: Vec<Cells> = sql.fetch(tx).await?;
    rows.into_iter()
        .map(|Cells(cells)| cells.into_iter().zip(&table.columns).map(|(cell, (_, kind))| cell.value(*kind)).collect())
        .collect()
}

/// A row of whatever columns.
struct Cells(Vec<Cell>);

enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Cell {
    fn value(self, kind: Kind) -> Result<Value> {
        Ok(match (kind, self) {
            (Kind::Int, Self::Null) => Value::Int(None),
            (Kind::Text, Self::Null) => Value::Text(None),
            (Kind::Uuid, Self::Null) => Value::Uuid(None),
            (Kind::Bytes, Self::Null) => Value::Bytes(None),
            (Kind::Int, Self::Int(n)) => Value::int(n),
            (Kind::Text, Self::Text(text)) => Value::Text(Some(text)),
            (Kind::Uuid, Self::Bytes(bytes)) => Value::uuid(Uuid::from_slice(&bytes).map_err(|_| broken("an identifier isn't one"))?),
            (Kind::Bytes, Self::Bytes(bytes)) => Value::Bytes(Some(bytes)),
            _ => return Err(broken("a cell isn't of its column's type")),
        })
    }
}

impl sqlx::FromRow<'_, sqlx::sqlite::SqliteRow> for Cells {
    fn from_row(row: &sqlx::sqlite::SqliteRow) -> sqlx::Result<Self> {
        let cell = |place: usize| {
            let raw = row.try_get_raw(place)?;
            if raw.is_null() {
                return Ok(Cell::Null);
            }
            Ok(match raw.type_info().name() {
                "INTEGER" => Cell::Int(row.try_get_unchecked(place)?),
                "TEXT" => Cell::Text(row.try_get_unchecked(place)?),
                _ => Cell::Bytes(row.try_get_unchecked(place)?),
            })
        };
        (0..row.len()).map(cell).collect::<sqlx::Result<_>>().map(Self)
    }
}

impl sqlx::FromRow<'_, sqlx::postgres::PgRow> for Cells {
    fn from_row(row: &sqlx::postgres::PgRow) -> sqlx::Result<Self> {
        let cell = |place: usize| {
            let raw = row.try_get_raw(place)?;
            if raw.is_null() {
                return Ok(Cell::Null);
            }
            Ok(match raw.type_info().name() {
                "INT8" => Cell::Int(row.try_get(place)?),
                "INT4" => Cell::Int(row.try_get::<i32, _>(place)?.into()),
                "UUID" => Cell::Bytes(row.try_get::<Uuid, _>(place)?.into_bytes().to_vec()),
                "BYTEA" => Cell::Bytes(row.try_get(place)?),
                _ => Cell::Text(row.try_get(place)?),
            })
        };
        (0..row.len()).map(cell).collect::<sqlx::Result<_>>().map(Self)
    }
}

fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Int(n) => (*n).into(),
        Value::Text(text) => text.as_deref().into(),
        Value::Uuid(id) => id.map(|id| id.to_string()).into(),
        Value::Bytes(bytes) => bytes.as_deref().map(|bytes| BASE64.encode(bytes)).into(),
    }
}

fn read(table: &Table, line: &str) -> Result<Vec<Value>> {
    let cells: Vec<Option<serde_json::Value>> = serde_json::from_str(line).map_err(|_| broken("a row can't be read"))?;
    if cells.len() != table.columns.len() {
        return Err(broken("a row has more or fewer cells than columns"));
    }
    let value = |(cell, (_, kind)): (Option<serde_json::Value>, &(&str, Kind))| {
        let Some(cell) = cell else { return Cell::Null.value(*kind).ok() };
        Some(match kind {
            Kind::Int => Value::int(cell.as_i64()?),
            Kind::Text => Value::text(cell.as_str()?),
            Kind::Uuid => Value::uuid(cell.as_str()?.parse().ok()?),
            Kind::Bytes => Value::Bytes(Some(BASE64.decode(cell.as_str()?.as_bytes()).ok()?)),
        })
    };
    cells.into_iter().zip(&table.columns).map(|cell| value(cell).ok_or_else(|| broken("a cell can't be read"))).collect()
}

/// Rows of a table that wait for their statement.
struct Rows<'a> {
    table: Option<&'a Table>,
    waiting: Vec<Vec<Value>>,
    bytes: usize,
}

impl Rows<'_> {
    async fn take(&mut self, tx: &mut Tx, row: Vec<Value>, bytes: usize) -> Result<()> {
        self.waiting.push(row);
        self.bytes += bytes;
        if self.waiting.len() >= FLUSH_ROWS || self.bytes >= FLUSH_BYTES { self.flush(tx).await } else { Ok(()) }
    }

    async fn flush(&mut self, tx: &mut Tx) -> Result<()> {
        self.bytes = 0;
        let rows = std::mem::take(&mut self.waiting);
        let (Some(table), false) = (self.table, rows.is_empty()) else { return Ok(()) };
        let mut sql = Sql::default();
        sql.push("INSERT INTO ").push(table.name).push(" (");
        for (n, (column, _)) in table.columns.iter().enumerate() {
            sql.push(if n == 0 { "" } else { ", " }).push(column);
        }
        sql.push(") VALUES ");
        for (n, row) in rows.into_iter().enumerate() {
            sql.push(if n == 0 { "" } else { ", " }).bind_all(row);
        }
        sql.execute(tx).await
    }
}
