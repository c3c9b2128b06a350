//! A day in the office of a demonstration, for the tests that need one.

#![allow(clippy::unwrap_used, dead_code)]

use app::identity::{SignIn, Who};
use app::records::{Given, RecordShown, Submission};
use app::{Edge, Office};
use base::{ActId, Clock, DeviceId, Field, Instant, LocalZone, RecordId, Uuid};
use content::Content;
use seal::{CryptoRng, MasterKeys, system_random};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::{Place, Store};

/// A clock that the test moves, and identifiers that count up.
pub struct Bench(pub AtomicI64);

impl Clock for Bench {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::Relaxed))
    }
}

impl Edge for Bench {
    fn millis(&self) -> i64 {
        self.now().0 * 1000
    }
    fn id(&self) -> Uuid {
        static DRAWN: AtomicI64 = AtomicI64::new(1);
        Uuid::from_u128(DRAWN.fetch_add(1, Ordering::Relaxed).unsigned_abs().into())
    }
    fn random(&self) -> Box<dyn CryptoRng + Send> {
        Box::new(system_random())
    }
}

pub struct Day {
    pub office: Office,
    pub clock: Arc<Bench>,
    pub keys: MasterKeys,
}

/// An office that nobody has set up.
pub async fn empty(feed: &str) -> (Office, Arc<Bench>, MasterKeys) {
    let clock = Arc::new(Bench(AtomicI64::new(1_795_000_000)));
    let keys = MasterKeys::random(&mut system_random());
    let store = Store::open(&Place::Memory, &keys, Arc::new(app::records::index)).await.unwrap();
    let policy = access::Policy::read("roles.toml", include_str!("../../../../content/access/roles.toml")).0.unwrap();
    let (content, zone) = (Arc::new(Content::load(content::SHIPPED, &[]).0), LocalZone::find("Africa/Bangui").unwrap());
    let office = Office::new(store, content, Arc::new(policy), feed.parse().unwrap(), zone, DeviceId(clock.id()), clock.clone());
    (office, clock, keys)
}

impl Day {
    pub async fn begin() -> Self {
        let (office, clock, keys) = empty("demo").await;
        office.begin_demo("Test").await.unwrap();
        Self { office, clock, keys }
    }

    pub async fn who(&self, login: &str) -> Who {
        let begun = self.office.sign_in(&SignIn { login: login.into(), password: None, code: None }).await.unwrap();
        self.office.who(begun.token()).await.unwrap()
    }

    pub fn given(&self, record: RecordId, form: &str, answers: &[(&'static str, Value, &[base::EntryId])]) -> Submission {
        let answers = answers.iter().map(|(field, value, seen)| {
            (Field::known(field), Given { value: Some(value.clone()), silence: None, rows: None, seen: seen.to_vec() })
        });
        Submission {
            act: ActId(self.clock.id()),
            record,
            form: form.into(),
            version: 1,
            area: None,
            parent: None,
            occurred: None,
            answers: answers.collect::<BTreeMap<_, _>>(),
            passed_over: Vec::new(),
        }
    }

    pub async fn register(&self, who: &Who, name: &str) -> RecordId {
        let record = RecordId(self.clock.id());
        let given = self.given(
            record,
            "person_registration",
            &[
                ("name", json!(name), &[]),
                ("sex", json!("female"), &[]),
                ("birth_date", json!("1990~"), &[]),
                ("preferred_language", json!("sag"), &[]),
                ("place", json!({"pcode": "CF11", "parent": "CF1"}), &[]),
                ("displacement_status", json!("idp"), &[]),
            ],
        );
        match self.office.submit(&who.subject, &given).await {
            Ok(saved) => assert!(!saved.code.is_empty()),
            Err(refused) => panic!("{refused:?}"),
        }
        record
    }

    pub async fn open(&self, who: &Who, record: RecordId) -> RecordShown {
        self.office.open(&who.subject, record, "en").await.unwrap()
    }
}

pub fn entries(shown: &RecordShown, field: &'static str) -> Vec<base::EntryId> {
    let group = shown.groups.iter().find(|g| g.fields.contains_key(&Field::known(field))).unwrap();
    group.fields[&Field::known(field)].iter().flat_map(|a| a.entries.clone()).collect()
}
