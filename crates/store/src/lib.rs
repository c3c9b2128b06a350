//! Records on disk: SQLite with SQLCipher, or PostgreSQL, behind one set of calls.
//!
//! In: batches of entries with the acts that they are, scopes, words. Out: cards, entries, lists, links of the audit.
//! Always true: a batch is written whole or not at all, with its audit; numbers in a compartment follow the order of commits and have no gap; what is
//! known about a person lies sealed under the key of its record and compartment; a list holds what `access::Scope::admits` and nothing else.
//! Absent: clocks (the present is handed in), what a field means, who may (but through a scope).
//!
//! | to | call |
//! |---|---|
//! | open | `Store::open(&Place, &MasterKeys, Index)`, `ping()`, `check()`, `close()` |
//! | keep | `dump(take) -> Counts`, `Store::restore(&Place, &MasterKeys, Index, lines) -> (Store, Counts)`, `size()` |
//! | write | `append(&Batch) -> Appended`, `erase(feed, record, &Witnessed)`, `forget_requests(feed, before)` |
//! | read | `records(feed, ids)`, `read(feed, record, compartments, &Witnessed) -> Opened`, `history(…) -> Vec<Filed>`, `since(feed, compartment, seq, limit)`, `act(feed, act)`, `parts(feed, parent, groups, limit)`, `changed(feed, of, groups, since)` |
//! | list | `list(feed, &List, &Witnessed) -> Page`, `count(feed, scope, filter, at_most)`, `search(feed, &Search, &Witnessed) -> Vec<Line>` |
//! | files | `begin_attachment`, `put_piece`, `finish_attachment`, `find_attachment`, `attachments`, `read_attachment` |
//! | audit | `attest(feed, at, acts)`, `audit(feed, AuditFilter, limit)`, `checkpoint(feed, signer, at)`, `find_checkpoint(feed)`, `verify(feed, verifier, witness) -> Findings` |
//! | people | `put_unit`, `units`, `put_account`, `accounts`, `find_account`, `find_login`, `put_grant`, `grants`, `find_setting`, `put_setting` |
//! | sign in | `add_credential`, `credentials`, `use_credential`, `remove_credential`, `begin_session`, `find_session -> SignedIn`, `step_up`, `end_sessions`, `count_try`, `forget_tries` |
//! | wait | `put_waiting`, `waiting`, `take_waiting` |

mod append;
mod arms;
mod attachments;
mod audit;
mod dump;
mod erase;
mod error;
mod keys;
mod list;
mod migrate;
mod open;
mod parts;
mod people;
mod read;
mod rows;
mod sessions;
mod shape;
mod sql;
mod tables;
mod waiting;

pub use arms::Filter;
pub use attachments::{Attachment, Content, MAX_SIZE, PIECE};
pub use audit::AuditFilter;
pub use dump::Counts;
pub use error::{Error, Result};
pub use list::{Cursor, Line, List, MAX_LIMIT, Page, Search, Show, Sort};
pub use open::Place;
pub use people::{Account, Given, Granted, Look, Unit, UnitKind};
pub use read::Witnessed;
pub use sessions::{Credential, Session, SignedIn};
pub use shape::{Act, Appended, Batch, Expected, Filed, Numbered, Opened, Placement, Record, RequestKey, Revised, Token};
pub use waiting::Waiting;

use journal::Card;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What words find a card: asked when a card is written, and again of each hit before it is shown.
pub type Index = Arc<dyn Fn(&Card) -> BTreeSet<Token> + Send + Sync>;

/// An open database. Clones share it.
#[derive(Clone)]
pub struct Store {
    db: sql::Db,
    service: Arc<seal::ServiceKey>,
    keys: Arc<keys::KeyCache>,
    index: Index,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.db {
            sql::Db::Sqlite { .. } => "Store(SQLite)",
            sql::Db::Pg(_) => "Store(PostgreSQL)",
        })
    }
}
