//! One SQL text on two engines: the pools, a transaction, and a statement put together from constants and bound values.

use crate::error::{Error, Result};
use sqlx::{AssertSqlSafe, PgPool, Postgres, Sqlite, SqlitePool, Transaction};
use std::time::Duration;
use uuid::Uuid;

/// The pools of a database.
#[derive(Debug, Clone)]
pub(crate) enum Db {
    /// SQLite takes one writer at a time: they queue for the one connection that writes, and readers never wait for them.
    Sqlite { read: SqlitePool, write: SqlitePool },
    /// PostgreSQL, or what speaks like it.
    Pg(PgPool),
}

/// A transaction on either engine; dropped without [`Tx::commit`], it leaves nothing behind.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Pg(Transaction<'static, Postgres>),
}

/// Runs the same body on whichever engine a transaction is on. `$1` means the same to both.
macro_rules! on {
    ($tx:expr, $c:ident => $body:expr) => {
        match $tx {
            $crate::sql::Tx::Sqlite(t) => {
                let $c = &mut **t;
                $body
            }
            $crate::sql::Tx::Pg(t) => {
                let $c = &mut **t;
                $body
            }
        }
    };
}
pub(crate) use on;

/// How often a call is made again when others were in the way, and how long it waits at first; it doubles each time.
const TRIES: u32 = 5;
const FIRST_WAIT: Duration = Duration::from_millis(20);

/// Whether to make a call again that failed for the `tried`th time; waits before it says yes.
pub(crate) async fn again(error: &Error, tried: &mut u32) -> bool {
    *tried += 1;
    let yes = error.may_pass() && *tried < TRIES;
    if yes {
        tokio::time::sleep(FIRST_WAIT * 2u32.pow(*tried)).await;
    }
    yes
}

/// Makes a call again while others are in the way of it.
macro_rules! retrying {
    ($call:expr) => {{
        let mut tried = 0;
        loop {
            match $call.await {
                Err(error) if $crate::sql::again(&error, &mut tried).await => {}
                result => break result,
            }
        }
    }};
}
pub(crate) use retrying;

impl Db {
    /// Begins what will write: its first statement must be the one that others queue for.
    pub(crate) async fn writing(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Pg(pool) => Tx::Pg(pool.begin().await?),
        })
    }

    /// Begins what only reads, and sees one state all along.
    pub(crate) async fn reading(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::Sqlite(read.begin().await?),
            Self::Pg(pool) => Tx::Pg(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY").await?),
        })
    }

    /// Waits for what is under way and closes.
    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Self::Pg(pool) => pool.close().await,
        }
    }
}

impl Tx {
    pub(crate) async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(t) => t.commit().await?,
            Self::Pg(t) => t.commit().await?,
        }
        Ok(())
    }
}

/// A value bound to a statement; `None` is NULL of that type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Value {
    Int(Option<i64>),
    Text(Option<String>),
    Uuid(Option<Uuid>),
    Bytes(Option<Vec<u8>>),
}

impl Value {
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }

    pub(crate) fn uuid(id: Uuid) -> Self {
        Self::Uuid(Some(id))
    }

    pub(crate) fn int(n: i64) -> Self {
        Self::Int(Some(n))
    }
}

/// A statement put together from constant pieces; what comes from outside is only ever bound, never written into the text.
///
/// A value stands as `?`, which is nothing else in our pieces. To SQLite that is far cheaper than `$1`, whose names it looks through for each value;
/// PostgreSQL is given the numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sql {
    text: String,
    values: Vec<Value>,
}

/// Binds the values to a query of either engine.
macro_rules! bound {
    ($query:expr, $values:expr) => {{
        // Not kept prepared: the text differs with the number of values.
        let mut query = $query.persistent(false);
        for value in $values {
            query = match value {
                Value::Int(v) => query.bind(*v),
                Value::Text(v) => query.bind(v.clone()),
                Value::Uuid(v) => query.bind(*v),
                Value::Bytes(v) => query.bind(v.clone()),
            };
        }
        query
    }};
}

impl Sql {
    /// How many rows or identifiers go into one statement: far below what either engine takes.
    pub(crate) const CHUNK: usize = 400;

    /// Adds a constant piece.
    pub(crate) fn push(&mut self, piece: &'static str) -> &mut Self {
        self.text.push_str(piece);
        self
    }

    /// Adds a value.
    pub(crate) fn bind(&mut self, value: Value) -> &mut Self {
        self.values.push(value);
        self.push("?")
    }

    /// Adds `(value, value, …)`; of no values, `(NULL)`, which holds nothing.
    pub(crate) fn bind_all(&mut self, values: impl IntoIterator<Item = Value>) -> &mut Self {
        self.push("(");
        let mut any = false;
        for value in values {
            if any {
                self.push(", ");
            }
            any = true;
            self.bind(value);
        }
        self.push(if any { ")" } else { "NULL)" })
    }

    /// The text as the engine of a transaction reads it.
    fn text(&self, tx: &Tx) -> String {
        let mut pieces = self.text.split('?');
        match tx {
            Tx::Sqlite(_) => self.text.clone(),
            Tx::Pg(_) => {
                let first = pieces.next().unwrap_or_default().to_owned();
                pieces.zip(1..).fold(first, |text, (piece, n)| text + "$" + &n.to_string() + piece)
            }
        }
    }

    /// The rows it finds.
    pub(crate) async fn fetch<R>(&self, tx: &mut Tx) -> Result<Vec<R>>
    where
        R: for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow> + for<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow> + Send + Unpin,
    {
        // Safe: `push` takes only constants.
        let text = self.text(tx);
        Ok(on!(tx, c => bound!(sqlx::query_as::<_, R>(AssertSqlSafe(text)), &self.values).fetch_all(c).await)?)
    }

    /// Does it.
    pub(crate) async fn execute(&self, tx: &mut Tx) -> Result<()> {
        let text = self.text(tx);
        Ok(on!(tx, c => bound!(sqlx::query(AssertSqlSafe(text)), &self.values).execute(c).await.map(drop))?)
    }

    /// Inserts rows, as many at a time as fit into one statement.
    pub(crate) async fn insert(tx: &mut Tx, head: &'static str, rows: Vec<Vec<Value>>, tail: &'static str) -> Result<()> {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let mut sql = Self::default();
            sql.push(head);
            for (place, row) in rows.by_ref().take(Self::CHUNK).enumerate() {
                sql.push(if place == 0 { "" } else { ", " }).bind_all(row);
            }
            sql.push(tail).execute(tx).await?;
        }
        Ok(())
    }
}
