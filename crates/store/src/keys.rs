//! Sealing and opening within one transaction: finds the keys of compartments and the salts of records, and makes those that are missing.

use crate::Store;
use crate::error::{Error, Result};
use crate::shape::Token;
use crate::sql::{Tx, on};
use base::{Compartment, EntryId, Feed, RecordId};
use journal::{Card, Entry};
use seal::{CompartmentKey, Part, Place, RecordKey, Salt, ServiceKey, TokenKey};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The keys of one compartment.
#[derive(Debug)]
pub(crate) struct Keys {
    key: CompartmentKey,
    tokens: TokenKey,
}

impl Keys {
    fn new(key: CompartmentKey) -> Arc<Self> {
        let tokens = key.tokens();
        Arc::new(Self { key, tokens })
    }

    /// The number under which a token is searched.
    pub(crate) fn token(&self, token: &Token) -> i64 {
        self.tokens.token(token.kind, &token.text)
    }
}

/// The keys that were found in the database; one made in a transaction that may yet fail is never among them.
#[derive(Debug, Default)]
pub(crate) struct KeyCache(Mutex<BTreeMap<(Feed, Compartment), Arc<Keys>>>);

impl KeyCache {
    fn find(&self, feed: &Feed, compartment: &Compartment) -> Option<Arc<Keys>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&(feed.clone(), compartment.clone())).cloned()
    }

    fn keep(&self, feed: &Feed, compartment: &Compartment, keys: &Arc<Keys>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert((feed.clone(), compartment.clone()), keys.clone());
    }
}

/// Seals and opens within one transaction.
pub(crate) struct Sealer<'a> {
    pub(crate) feed: &'a Feed,
    service: &'a ServiceKey,
    cache: &'a KeyCache,
    keys: BTreeMap<Compartment, Arc<Keys>>,
    salts: BTreeMap<RecordId, Option<Salt>>,
}

impl<'a> Sealer<'a> {
    pub(crate) fn new(store: &'a Store, feed: &'a Feed) -> Self {
        Self { feed, service: &store.service, cache: &store.keys, keys: BTreeMap::new(), salts: BTreeMap::new() }
    }

    /// The keys of a compartment, if anything was ever written in it.
    pub(crate) async fn find_compartment(&mut self, tx: &mut Tx, compartment: &Compartment) -> Result<Option<Arc<Keys>>> {
        if let Some(keys) = self.keys.get(compartment) {
            return Ok(Some(keys.clone()));
        }
        if let Some(keys) = self.cache.find(self.feed, compartment) {
            return Ok(Some(keys));
        }
        let wrapped: Option<Vec<u8>> = on!(tx, c => sqlx::query_scalar("SELECT wrapped FROM compartment_key WHERE feed = $1 AND area = $2 AND grp = $3")
            .bind(self.feed.as_str()).bind(compartment.area.as_str()).bind(compartment.group.as_str()).fetch_optional(c).await)?;
        let Some(wrapped) = wrapped else { return Ok(None) };
        let keys = Keys::new(CompartmentKey::unwrap(self.service, self.feed, compartment, &wrapped)?);
        self.cache.keep(self.feed, compartment, &keys);
        Ok(Some(keys))
    }

    /// The keys of a compartment, made if there are none; only within a transaction that holds the feed's audit head.
    pub(crate) async fn compartment(&mut self, tx: &mut Tx, compartment: &Compartment) -> Result<Arc<Keys>> {
        if let Some(keys) = self.find_compartment(tx, compartment).await? {
            return Ok(keys);
        }
        let mut rng = seal::system_random();
        let key = CompartmentKey::random(&mut rng);
        let wrapped = key.wrap(self.service, self.feed, compartment, &mut rng);
        on!(tx, c => sqlx::query("INSERT INTO compartment_key (feed, area, grp, wrapped) VALUES ($1, $2, $3, $4)")
            .bind(self.feed.as_str()).bind(compartment.area.as_str()).bind(compartment.group.as_str()).bind(wrapped).execute(c).await.map(drop))?;
        let keys = Keys::new(key);
        self.keys.insert(compartment.clone(), keys.clone());
        Ok(keys)
    }

    /// Takes in the salt of a record as it was read; `None` if it was destroyed.
    pub(crate) fn knows(&mut self, record: RecordId, salt: Option<&[u8]>) -> Result<()> {
        let salt = salt.map(|bytes| bytes.try_into().map(Salt).map_err(|_| Error::Seal(seal::Error::Truncated))).transpose()?;
        self.salts.insert(record, salt);
        Ok(())
    }

    /// Draws the salt of a new record.
    pub(crate) fn fresh_salt(&mut self, record: RecordId) -> Vec<u8> {
        let salt = Salt::random(&mut seal::system_random());
        self.salts.insert(record, Some(salt));
        salt.0.to_vec()
    }

    async fn record_key(&mut self, tx: &mut Tx, record: RecordId, compartment: &Compartment) -> Result<RecordKey> {
        let salt = self.salts.get(&record).copied().flatten().ok_or(Error::NotFound)?;
        Ok(self.compartment(tx, compartment).await?.key.record(&salt))
    }

    /// Seals something of a record to its place.
    pub(crate) async fn seal(
        &mut self,
        tx: &mut Tx,
        record: RecordId,
        compartment: &Compartment,
        part: Part,
        payload: &[u8],
    ) -> Result<Vec<u8>> {
        let key = self.record_key(tx, record, compartment).await?;
        Ok(key.seal(payload, &Place { feed: self.feed, record, compartment, part }, &mut seal::system_random()))
    }

    /// Opens something of a record in its place.
    pub(crate) async fn open(
        &mut self,
        tx: &mut Tx,
        record: RecordId,
        compartment: &Compartment,
        part: Part,
        sealed: &[u8],
    ) -> Result<seal::Zeroizing<Vec<u8>>> {
        let key = self.record_key(tx, record, compartment).await?;
        Ok(key.open(sealed, &Place { feed: self.feed, record, compartment, part })?)
    }

    pub(crate) async fn seal_entry(&mut self, tx: &mut Tx, entry: &Entry) -> Result<Vec<u8>> {
        self.seal(tx, entry.record, &entry.compartment(), Part::Entry(entry.id), &packed(entry)?).await
    }

    pub(crate) async fn open_entry(
        &mut self,
        tx: &mut Tx,
        id: EntryId,
        record: RecordId,
        compartment: &Compartment,
        sealed: &[u8],
    ) -> Result<Entry> {
        unpacked(&self.open(tx, record, compartment, Part::Entry(id), sealed).await?)
    }

    pub(crate) async fn seal_card(&mut self, tx: &mut Tx, record: RecordId, card: &Card) -> Result<Vec<u8>> {
        self.seal(tx, record, card.compartment(), Part::Card, &packed(card)?).await
    }

    pub(crate) async fn open_card(&mut self, tx: &mut Tx, record: RecordId, compartment: &Compartment, sealed: &[u8]) -> Result<Card> {
        unpacked(&self.open(tx, record, compartment, Part::Card, sealed).await?)
    }

    /// Seals what isn't about a record, under a label that says what it is and whose.
    pub(crate) fn wrap<T: Serialize>(&self, label: &str, value: &T) -> Result<Vec<u8>> {
        Ok(self.service.wrap(label, &packed(value)?, &mut seal::system_random()))
    }

    /// Opens what [`Self::wrap`] sealed.
    pub(crate) fn unwrap<T: DeserializeOwned>(&self, label: &str, wrapped: &[u8]) -> Result<T> {
        unpacked(&self.service.unwrap(label, wrapped)?)
    }
}

fn packed<T: Serialize>(value: &T) -> Result<seal::Zeroizing<Vec<u8>>> {
    serde_json::to_vec(value).map(seal::Zeroizing::new).map_err(|e| Error::Database(e.to_string()))
}

/// What was sealed by a program of this or an earlier version; the error holds no part of it.
fn unpacked<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    serde_json::from_slice(bytes).map_err(|_| Error::Seal(seal::Error::Version))
}
