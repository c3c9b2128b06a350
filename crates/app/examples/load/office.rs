//! An office with as many people as asked for, registered by its workers through the same call as an import.

use crate::people;
use access::{Grant, Limits, Policy, Subject, Why};
use app::records::New;
use app::{Edge, Office};
use base::{ActId, AgencyId, Clock, DeviceId, Instant, LocalZone, SiteId, TeamId, UserId, Uuid};
use content::Content;
use seal::{CryptoRng, KeyRing, MasterKeys, Unseal, system_random};
use secrecy::SecretString;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Instant as Watch;
use store::{Account, Place, Store, Witnessed};

/// Workers; each registers the same share of the people and has them as a caseload.
pub const WORKERS: u64 = 400;
const AGENCIES: u64 = 3;
const TEAMS: u64 = 40;
const SITES: u64 = 60;
/// People in one call of the import.
const AT_ONCE: u64 = 2_500;
const FILLED: &str = "load_people";

/// A clock that is moved, and identifiers that count up with it.
pub struct Edges {
    now: AtomicI64,
    drawn: AtomicU64,
}

impl Clock for Edges {
    fn now(&self) -> Instant {
        Instant(self.now.load(Ordering::Relaxed))
    }
}

impl Edge for Edges {
    fn millis(&self) -> i64 {
        self.now().0 * 1000
    }
    fn id(&self) -> Uuid {
        let drawn = self.drawn.fetch_add(1, Ordering::Relaxed);
        Uuid::from_u64_pair((self.millis().unsigned_abs() << 16) | (drawn % 65536), drawn.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }
    fn random(&self) -> Box<dyn CryptoRng + Send> {
        Box::new(system_random())
    }
}

impl Edges {
    pub fn advance(&self, seconds: i64) {
        self.now.fetch_add(seconds, Ordering::Relaxed);
    }
}

/// A worker: agency, team and site follow from the number.
pub fn worker(n: u64, roles: &[&'static str]) -> Subject {
    let grants = roles.iter().map(|role| Grant {
        role: role.parse().unwrap(),
        limits: Limits::default(),
        from: Instant(0),
        until: None,
        why: Why::Normal,
    });
    Subject {
        user: UserId(Uuid::from_u128(1000 + u128::from(n))),
        agency: AgencyId(Uuid::from_u128(10 + u128::from(n % AGENCIES))),
        teams: BTreeSet::from([TeamId(Uuid::from_u128(20 + u128::from(n % TEAMS)))]),
        sites: BTreeSet::from([SiteId(Uuid::from_u128(100 + u128::from(n % SITES)))]),
        grants: grants.collect(),
        stepped_up: None,
    }
}

/// The keys that a file opens; made with it if it isn't there.
fn keys(file: &Path) -> MasterKeys {
    let unseal = Unseal::KeyFile(SecretString::from(format!("amana-key-1:{}\n", "ab".repeat(32))));
    match std::fs::read_to_string(file) {
        Ok(text) => KeyRing::read(&text).unwrap().open(&unseal).unwrap(),
        Err(_) => {
            let keys = MasterKeys::random(&mut system_random());
            std::fs::write(file, KeyRing::new(&keys, &unseal, &mut system_random()).unwrap().text().unwrap()).unwrap();
            keys
        }
    }
}

/// Opens an office; gives how long that took.
pub async fn open(place: &Place, ring: &Path) -> (Office, Arc<Edges>, f64) {
    let edges = Arc::new(Edges { now: AtomicI64::new(1_700_000_000), drawn: AtomicU64::new(1) });
    let keys = keys(ring);
    let (content, _) = Content::load(content::SHIPPED, &[]);
    let policy = Policy::read("roles.toml", include_str!("../../../../content/access/roles.toml")).0.unwrap();
    let watch = Watch::now();
    let store = Store::open(place, &keys, Arc::new(app::records::index)).await.unwrap();
    let took = watch.elapsed().as_secs_f64();
    let zone = LocalZone::find("Africa/Bangui").unwrap();
    let feed = "bangui".parse().unwrap();
    (Office::new(store, Arc::new(content), Arc::new(policy), feed, zone, DeviceId(Uuid::from_u128(7)), edges.clone()), edges, took)
}

/// Registers people until there are so many; what an earlier run registered is left. Gives how many were new and in how many seconds.
pub async fn fill(office: &Office, edges: &Edges, people: u64) -> (u64, f64) {
    let there = office.store.find_setting(&office.feed, FILLED).await.unwrap().and_then(|n| n.as_u64()).unwrap_or(0);
    let system = Witnessed { at: office.now(), acts: Vec::new() };
    if there == 0 {
        for n in 0..WORKERS {
            let worker = worker(n, &[]);
            let account = Account {
                user: worker.user,
                login: format!("worker{n}"),
                name: format!("Worker {n}"),
                agency: worker.agency,
                teams: worker.teams,
                sites: worker.sites,
                created: office.now(),
                ended: None,
            };
            office.store.put_account(&office.feed, &account, &system).await.unwrap();
        }
    }
    let form = office.content.find_current_form("person_registration").unwrap();
    let watch = Watch::now();
    let mut next = there;
    while next < people {
        let end = people.min(next + AT_ONCE);
        edges.now.store(1_700_000_000 + i64::try_from(next).unwrap(), Ordering::Relaxed);
        let who = worker(next / AT_ONCE % WORKERS, &["registration_clerk", "cp_caseworker"]);
        let new = (next..end).map(|n| New { record: people::record(n), parent: None, answers: people::answers(n), row: n });
        let findings = office.begin_many(&who, ActId(office.draw()), form, new.collect(), &mut |_| edges.advance(250)).await.unwrap();
        assert!(findings.is_empty(), "{:?}", findings.first());
        next = end;
        office.store.put_setting(&office.feed, FILLED, &next.into(), &system).await.unwrap();
        if next % 50_000 == 0 {
            eprintln!("{next} people, {:.0} a second", (next - there) as f64 / watch.elapsed().as_secs_f64());
        }
    }
    edges.now.store(1_700_000_000 + i64::try_from(people).unwrap(), Ordering::Relaxed);
    (people.saturating_sub(there), watch.elapsed().as_secs_f64())
}
