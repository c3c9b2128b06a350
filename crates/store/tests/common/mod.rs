//! Beds that tests lie in: a store in memory, in a file, in a PostgreSQL database of its own; people who never were.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "tests")]

use access::{Clause, Scope};
use base::{AgencyId, Area, Compartment, DeviceId, Feed, Field, Instant, Kind, RecordId, SiteId, TeamId, UserId, Uuid};
use journal::{Card, Change, Entry, Hlc, Op};
use seal::MasterKeys;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use store::{Act, Batch, Index, Place, Placement, Store, Token, Witnessed};

pub const AT: Instant = Instant(1_700_000_000);

/// A store and where it lies; gone when dropped.
pub struct Bed {
    pub store: Store,
    pub place: Place,
    pub keys: MasterKeys,
    folder: Option<PathBuf>,
}

impl Drop for Bed {
    /// Closes first, as a program must before it ends.
    fn drop(&mut self) {
        tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(self.store.close()));
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

pub fn fresh() -> Uuid {
    uuid::Builder::from_random_bytes(rand::random()).into_uuid()
}

pub fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("amana-store-{}", fresh()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A new database in the PostgreSQL that `scripts/postgres` started; none without it.
pub async fn postgres_place() -> Option<Place> {
    let Ok(url) = std::env::var("AMANA_TEST_POSTGRES") else {
        eprintln!("no PostgreSQL: run this through scripts/postgres");
        return None;
    };
    let name = format!("t{}", fresh().simple());
    let mut admin = sqlx::PgConnection::connect(&url).await.unwrap();
    admin.execute(sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}")))).await.unwrap();
    Some(Place::Postgres(url.replacen("/postgres?", &format!("/{name}?"), 1)))
}

impl Bed {
    pub async fn at(place: Place, folder: Option<PathBuf>) -> Self {
        let keys = MasterKeys::random(&mut seal::system_random());
        let store = Store::open(&place, &keys, index()).await.unwrap();
        Self { store, place, keys, folder }
    }

    pub async fn memory() -> Option<Self> {
        Some(Self::at(Place::Memory, None).await)
    }

    pub async fn sqlite() -> Option<Self> {
        let folder = folder();
        Some(Self::at(Place::File(folder.join("amana.db")), Some(folder)).await)
    }

    pub async fn postgres() -> Option<Self> {
        Some(Self::at(postgres_place().await?, None).await)
    }

    /// Another process, as it were: its own pools and caches on the same data.
    pub async fn again(&self) -> Store {
        Store::open(&self.place, &self.keys, index()).await.unwrap()
    }

    /// Does something behind the store's back; not in memory.
    pub async fn sql(&self, text: &str) {
        match &self.place {
            Place::Memory => panic!("nobody else can reach it"),
            Place::File(path) => {
                let key = format!("\"{}\"", self.keys.database().sqlcipher().as_str());
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).pragma("key", key);
                let mut connection = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
                connection.execute(sqlx::raw_sql(AssertSqlSafe(text.to_owned()))).await.unwrap();
                connection.close().await.unwrap();
            }
            Place::Postgres(url) => {
                let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
                connection.execute(sqlx::raw_sql(AssertSqlSafe(text.to_owned()))).await.unwrap();
                connection.close().await.unwrap();
            }
        }
    }
}

/// Indexes the words of a name as they are, and by their first three letters.
pub fn index() -> Index {
    Arc::new(|card: &Card| {
        let mut tokens = BTreeSet::new();
        if card.compartment().group.as_str() != "identity" {
            return tokens;
        }
        for head in card.heads(&field("name")) {
            if let Op::Set(value) = head.op {
                tokens.extend(value.as_str().unwrap_or_default().split(' ').flat_map(word));
            }
        }
        tokens
    })
}

/// A word in its spellings, the best first.
pub fn word(word: &str) -> Vec<Token> {
    let word = word.to_lowercase();
    vec![Token { kind: "prefix", text: word.chars().take(3).collect() }, Token { kind: "name", text: word }].into_iter().rev().collect()
}

pub fn feed() -> Feed {
    "bangui".parse().unwrap()
}

pub fn field(name: &str) -> Field {
    name.parse().unwrap()
}

pub fn area(name: &str) -> Area {
    name.parse().unwrap()
}

pub fn kind(name: &str) -> Kind {
    name.parse().unwrap()
}

pub fn compartment(text: &str) -> Compartment {
    text.parse().unwrap()
}

pub fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub const USER: UserId = UserId(Uuid::from_u128(1));
pub const AGENCY: AgencyId = AgencyId(Uuid::from_u128(2));
pub const DEVICE: DeviceId = DeviceId(Uuid::from_u128(3));

/// An entry that sets fields of a person in a group of the area `general`.
pub fn entry(record: RecordId, group: &str, fields: &[(&str, &str)]) -> Entry {
    entry_in("general", record, group, fields)
}

pub fn entry_in(area_name: &str, record: RecordId, group: &str, fields: &[(&str, &str)]) -> Entry {
    Entry {
        id: base::EntryId(fresh()),
        act: base::ActId(fresh()),
        record,
        kind: kind("person"),
        area: area(area_name),
        group: group.parse().unwrap(),
        changes: fields.iter().map(|(name, value)| (field(name), Change { op: Op::Set((*value).into()), seen: vec![] })).collect(),
        occurred: AT,
        written: Hlc { millis: AT.0 * 1000, counter: 0, device: DEVICE },
        author: USER,
        device: DEVICE,
        form: None,
    }
}

/// A person of the area `general`, assigned to nobody.
pub fn placement(record: RecordId) -> Placement {
    Placement {
        record,
        kind: kind("person"),
        area: area("general"),
        agency: AGENCY,
        team: None,
        site: None,
        assigned: BTreeSet::new(),
        withheld_from: BTreeSet::new(),
        offered: BTreeSet::new(),
        parent: None,
        state: "open".into(),
        due: None,
        merged_into: None,
    }
}

/// The act that covers entries.
pub fn writes(entries: &[Entry]) -> Act {
    let compartments: BTreeSet<Compartment> = entries.iter().map(Entry::compartment).collect();
    Act { actor: Some(USER), action: "write".into(), record: None, compartments: compartments.into_iter().collect(), purpose: None }
}

pub fn reads(record: RecordId) -> Witnessed {
    let act = Act {
        actor: Some(USER),
        action: "read".into(),
        record: Some(record),
        compartments: vec![],
        purpose: Some("case_management".parse().unwrap()),
    };
    Witnessed { at: AT, acts: vec![act] }
}

pub fn batch(placements: Vec<Placement>, entries: Vec<Entry>) -> Batch {
    let acts = vec![writes(&entries)];
    Batch { feed: feed(), at: AT, entries, placements, expected: vec![], acts, key: None }
}

/// Registers a person with a name.
pub async fn register(store: &Store, name: &str, change: impl FnOnce(&mut Placement)) -> RecordId {
    let record = RecordId(fresh());
    let mut placement = placement(record);
    change(&mut placement);
    let mut entry = entry_in(placement.area.as_str(), record, "identity", &[("name", name)]);
    entry.kind = placement.kind.clone();
    store.append(&batch(vec![placement], vec![entry])).await.unwrap();
    record
}

/// A clause of everything of these areas and kinds.
pub fn clause(areas: &[&str], kinds: &[&str]) -> Clause {
    let areas = areas.iter().map(|a| area(a)).collect();
    Clause { areas, kinds: kinds.iter().map(|k| kind(k)).collect(), agency: None, assigned: None, teams: None, sites: None }
}

/// Everything there is in these tests.
pub fn all(user: UserId) -> Scope {
    Scope { user, clauses: vec![clause(&["general", "gbv"], &["person", "case"])] }
}

/// What a field of a card reads.
pub fn text(card: &Card, name: &str) -> Option<String> {
    card.value(&field(name)).one().and_then(|v| v.as_str().map(str::to_owned))
}

pub type Cards = BTreeMap<Compartment, store::Revised>;

pub fn team(n: u128) -> TeamId {
    TeamId(id(n))
}

pub fn site(n: u128) -> SiteId {
    SiteId(id(n))
}
