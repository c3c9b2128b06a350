//! Keys of compartments and records, and what is sealed with them.

use crate::envelope;
use crate::error::Error;
use crate::hash::{Hash, Parts};
use crate::key::{Key, ServiceKey};
use base::{Compartment, EntryId, Feed, RecordId};
use rand_core::CryptoRng;
use std::fmt;
use zeroize::Zeroizing;

/// The key of one compartment in one feed.
#[derive(Debug, Clone)]
pub struct CompartmentKey(Key);

impl CompartmentKey {
    /// A new one.
    pub fn random(rng: &mut dyn CryptoRng) -> Self {
        Self(Key::random(rng))
    }

    /// Wrapped under K2, for the table `compartment_key`; opens only for the same feed and compartment.
    pub fn wrap(&self, service: &ServiceKey, feed: &Feed, compartment: &Compartment, rng: &mut dyn CryptoRng) -> Vec<u8> {
        service.wrap(&label(feed, compartment), self.0.bytes(), rng)
    }

    /// Opens what [`Self::wrap`] made.
    pub fn unwrap(service: &ServiceKey, feed: &Feed, compartment: &Compartment, wrapped: &[u8]) -> Result<Self, Error> {
        let bytes = service.unwrap(&label(feed, compartment), wrapped)?;
        Key::from_slice(&bytes).map(Self).ok_or(Error::NotAuthentic)
    }

    /// The key of one record in this compartment; without the record's salt no one can make it again.
    pub fn record(&self, salt: &Salt) -> RecordKey {
        RecordKey(Key::new(*blake3::keyed_hash(self.0.bytes(), &salt.0).as_bytes()))
    }

    /// The key of this compartment's search tokens.
    pub fn tokens(&self) -> TokenKey {
        TokenKey(self.0.derive("amana 2026 search tokens of a compartment"))
    }
}

fn label(feed: &Feed, compartment: &Compartment) -> String {
    format!("compartment/{feed}/{compartment}")
}

/// A record's 32 random bytes, kept in its row; erasing a record is destroying them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 32]);

impl Salt {
    /// A new one.
    pub fn random(rng: &mut dyn CryptoRng) -> Self {
        let mut bytes = [0; 32];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }
}

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

/// The key of one record in one compartment.
#[derive(Debug, Clone)]
pub struct RecordKey(Key);

impl RecordKey {
    /// Seals a payload to its place; 41 bytes longer than the payload.
    pub fn seal(&self, payload: &[u8], place: &Place<'_>, rng: &mut dyn CryptoRng) -> Vec<u8> {
        envelope::seal(&self.0, &place.bytes(), payload, rng)
    }

    /// Opens a payload in its place, and refuses one that was altered, moved or swapped.
    pub fn open(&self, sealed: &[u8], place: &Place<'_>) -> Result<Zeroizing<Vec<u8>>, Error> {
        envelope::open(&self.0, &place.bytes(), sealed)
    }
}

/// Which of a compartment's things is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// One entry.
    Entry(EntryId),
    /// The fold of all its entries.
    Card,
    /// An attachment, by the hash of its content.
    File(Hash),
}

/// Where sealed bytes belong; they open nowhere else.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The feed.
    pub feed: &'a Feed,
    /// The record.
    pub record: RecordId,
    /// The compartment.
    pub compartment: &'a Compartment,
    /// The thing itself.
    pub part: Part,
}

impl Place<'_> {
    fn bytes(&self) -> Vec<u8> {
        let Compartment { area, group } = self.compartment;
        let parts =
            Parts::new("amana payload 1").text(self.feed.as_str()).bytes(self.record.0.as_bytes()).text(area.as_str()).text(group.as_str());
        match self.part {
            Part::Entry(entry) => parts.text("entry").bytes(entry.0.as_bytes()),
            Part::Card => parts.text("card"),
            Part::File(hash) => parts.text("file").bytes(&hash.0),
        }
        .done()
    }
}

/// Makes the numbers under which a compartment is searched.
#[derive(Debug, Clone)]
pub struct TokenKey(Key);

impl TokenKey {
    /// The 64-bit keyed hash of a token of a kind (`name`, `sound`, `prefix`), as a database's signed number.
    ///
    /// Two tokens may meet in one number: what is found must be opened and compared.
    pub fn token(&self, kind: &str, token: &str) -> i64 {
        let parts = Zeroizing::new(Parts::new("token").text(kind).text(token).done());
        let hash = blake3::keyed_hash(self.0.bytes(), &parts);
        let mut first = [0; 8];
        first.copy_from_slice(&hash.as_bytes()[..8]);
        i64::from_le_bytes(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Uuid;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    fn feed(name: &str) -> Feed {
        name.parse().unwrap()
    }

    fn compartment(name: &str) -> Compartment {
        name.parse().unwrap()
    }

    #[test]
    fn a_payload_opens_in_its_place_and_nowhere_else() {
        let mut rng = StdRng::seed_from_u64(3);
        let (key, salt) = (CompartmentKey::random(&mut rng), Salt::random(&mut rng));
        let (here, there) = (feed("bangui"), feed("bria"));
        let (identity, health) = (compartment("general/identity"), compartment("general/health"));
        let id = Uuid::from_u128;
        let place = |feed, record, compartment, part| Place { feed, record: RecordId(id(record)), compartment, part };
        let entry = Part::Entry(EntryId(id(7)));
        let home = place(&here, 1, &identity, entry);
        let sealed = key.record(&salt).seal(b"Amina", &home, &mut rng);
        assert_eq!(key.record(&salt).open(&sealed, &home).unwrap().as_slice(), b"Amina");
        for elsewhere in [
            place(&there, 1, &identity, entry),
            place(&here, 2, &identity, entry),
            place(&here, 1, &health, entry),
            place(&here, 1, &identity, Part::Entry(EntryId(id(8)))),
            place(&here, 1, &identity, Part::Card),
            place(&here, 1, &identity, Part::File(crate::hash(b"x"))),
        ] {
            assert_eq!(key.record(&salt).open(&sealed, &elsewhere), Err(Error::NotAuthentic), "{elsewhere:?}");
        }
        assert_eq!(key.record(&Salt::random(&mut rng)).open(&sealed, &home), Err(Error::NotAuthentic));
        assert_eq!(CompartmentKey::random(&mut rng).record(&salt).open(&sealed, &home), Err(Error::NotAuthentic));
    }

    #[test]
    fn a_wrapped_key_opens_for_its_feed_and_compartment_only() {
        let mut rng = StdRng::seed_from_u64(4);
        let (service, other) = (ServiceKey(Key::random(&mut rng)), ServiceKey(Key::random(&mut rng)));
        let (key, gbv, health) = (CompartmentKey::random(&mut rng), compartment("gbv/narrative"), compartment("gbv/health"));
        let wrapped = key.wrap(&service, &feed("bangui"), &gbv, &mut rng);
        let again = CompartmentKey::unwrap(&service, &feed("bangui"), &gbv, &wrapped).unwrap();
        assert_eq!(again.0.bytes(), key.0.bytes());
        for wrong in [
            CompartmentKey::unwrap(&other, &feed("bangui"), &gbv, &wrapped),
            CompartmentKey::unwrap(&service, &feed("bria"), &gbv, &wrapped),
            CompartmentKey::unwrap(&service, &feed("bangui"), &health, &wrapped),
        ] {
            assert_eq!(wrong.map(|_| ()), Err(Error::NotAuthentic));
        }
    }

    #[test]
    fn tokens_differ_by_kind_word_and_compartment() {
        let mut rng = StdRng::seed_from_u64(5);
        let (one, other) = (CompartmentKey::random(&mut rng).tokens(), CompartmentKey::random(&mut rng).tokens());
        let tokens = [one.token("name", "amina"), one.token("sound", "amina"), one.token("name", "aminaa"), other.token("name", "amina")];
        for (i, a) in tokens.iter().enumerate() {
            assert!(tokens.iter().skip(i + 1).all(|b| a != b));
        }
        assert_eq!(one.token("name", "amina"), tokens[0]);
        assert_ne!(one.token("ab", "c"), one.token("a", "bc"));
    }
}
