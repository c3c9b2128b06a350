//! The key ring: a small file that holds the master keys, locked with a passphrase or a key file (K0).
//!
//! It may lie beside the data; what opens it must not. A ring can have several locks, so that a printed key in a safe opens what a
//! forgotten passphrase no longer does.

use crate::audit::{Signer, Verifier};
use crate::cost::Cost;
use crate::envelope;
use crate::error::Error;
use crate::hash::{from_hex, hash};
use crate::key::{DatabaseKey, Key, ServiceKey};
use data_encoding::{BASE64, HEXLOWER};
use rand_core::CryptoRng;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::Zeroizing;

const VERSION: u32 = 1;
const TITLE: &str =
    "# Amana key ring. Keep a copy apart from the data, and what opens it (the passphrase or the key file) apart from both.\n";
const SEAL: &str = "# blake3 ";
const KEY_FILE: &str = "amana-key-1:";

/// The keys that everything else hangs on; only in memory.
#[derive(Clone)]
pub struct MasterKeys {
    database: Key,
    service: Key,
    signing: Key,
}

impl MasterKeys {
    /// New ones, for a new installation.
    pub fn random(rng: &mut dyn CryptoRng) -> Self {
        Self { database: Key::random(rng), service: Key::random(rng), signing: Key::random(rng) }
    }

    /// K1.
    pub fn database(&self) -> DatabaseKey {
        DatabaseKey(self.database.clone())
    }

    /// K2.
    pub fn service(&self) -> ServiceKey {
        ServiceKey(self.service.clone())
    }

    /// Signs audit checkpoints.
    pub fn signer(&self) -> Signer {
        Signer::new(&self.signing)
    }

    fn bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([*self.database.bytes(), *self.service.bytes(), *self.signing.bytes()].concat())
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (database, rest) = bytes.split_first_chunk::<32>()?;
        let (service, signing) = rest.split_first_chunk::<32>()?;
        Some(Self { database: Key::new(*database), service: Key::new(*service), signing: Key::from_slice(signing)? })
    }
}

impl fmt::Debug for MasterKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

/// K0: what opens a key ring.
#[derive(Debug, Clone)]
pub enum Unseal {
    /// A passphrase that someone types; each try costs this much.
    Passphrase(SecretString, Cost),
    /// The text of a key file.
    KeyFile(SecretString),
}

/// The text of a new key file: 256 random bits, one line.
pub fn new_key_file(rng: &mut dyn CryptoRng) -> SecretString {
    let key = Key::random(rng);
    let hex = Zeroizing::new(HEXLOWER.encode(key.bytes()));
    format!("{KEY_FILE}{}\n", hex.as_str()).into()
}

/// The file, read. Knows who signs checkpoints without being opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyRing {
    version: u32,
    verifier: String,
    lock: Vec<Lock>,
}

/// The master keys, sealed under one K0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lock {
    salt: String,
    /// Present for a passphrase, absent for a key file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cost: Option<Cost>,
    sealed: String,
}

impl KeyRing {
    /// A ring for these keys with one lock.
    pub fn new(keys: &MasterKeys, unseal: &Unseal, rng: &mut dyn CryptoRng) -> Result<Self, Error> {
        let mut ring = Self { version: VERSION, verifier: keys.signer().verifier().hex(), lock: Vec::new() };
        ring.add_lock(keys, unseal, rng)?;
        Ok(ring)
    }

    /// Reads a file that [`Self::text`] wrote.
    pub fn read(text: &str) -> Result<Self, Error> {
        let body = text.strip_suffix('\n').ok_or(Error::Truncated)?;
        let (body, last) = body.rsplit_once('\n').ok_or(Error::Truncated)?;
        let sum = last.strip_prefix(SEAL).ok_or(Error::Truncated)?;
        let body = format!("{body}\n");
        if hash(body.as_bytes()).to_string() != sum {
            return Err(Error::Damaged);
        }
        let ring: Self = toml::from_str(&body).map_err(|_| Error::Damaged)?;
        if ring.version == VERSION { Ok(ring) } else { Err(Error::Version) }
    }

    /// The file: TOML, with a last line by which damage and cuts are told from a wrong passphrase.
    pub fn text(&self) -> Result<String, Error> {
        let body = format!("{TITLE}{}", toml::to_string(self).map_err(|_| Error::Damaged)?);
        Ok(format!("{body}{SEAL}{}\n", hash(body.as_bytes())))
    }

    /// What tells our checkpoints from forged ones.
    pub fn verifier(&self) -> Result<Verifier, Error> {
        Verifier::parse(&self.verifier).ok_or(Error::Damaged)
    }

    /// The master keys.
    pub fn open(&self, unseal: &Unseal) -> Result<MasterKeys, Error> {
        self.find_lock(unseal).map(|(_, keys)| keys)
    }

    /// Adds a lock that opens the same keys.
    pub fn add_lock(&mut self, keys: &MasterKeys, unseal: &Unseal, rng: &mut dyn CryptoRng) -> Result<(), Error> {
        let mut salt = [0; 16];
        rng.fill_bytes(&mut salt);
        let cost = match unseal {
            Unseal::Passphrase(_, cost) => Some(*cost),
            Unseal::KeyFile(_) => None,
        };
        let sealed = envelope::seal(&unseal.key(cost, &salt)?, self.aad(cost).as_bytes(), &keys.bytes(), rng);
        self.lock.push(Lock { salt: HEXLOWER.encode(&salt), cost, sealed: BASE64.encode(&sealed) });
        Ok(())
    }

    /// Puts a new lock in place of the one that `old` opens: a changed passphrase, a new key file.
    pub fn change_lock(&mut self, old: &Unseal, new: &Unseal, rng: &mut dyn CryptoRng) -> Result<(), Error> {
        let (index, keys) = self.find_lock(old)?;
        self.add_lock(&keys, new, rng)?;
        self.lock.swap_remove(index);
        Ok(())
    }

    fn find_lock(&self, unseal: &Unseal) -> Result<(usize, MasterKeys), Error> {
        let typed = matches!(unseal, Unseal::Passphrase(..));
        let mut why_not = Error::NoSuchLock;
        for (index, lock) in self.lock.iter().enumerate().filter(|(_, lock)| lock.cost.is_some() == typed) {
            let salt = from_hex(&lock.salt).ok_or(Error::Damaged)?;
            let sealed = BASE64.decode(lock.sealed.as_bytes()).map_err(|_| Error::Damaged)?;
            match envelope::open(&unseal.key(lock.cost, &salt)?, self.aad(lock.cost).as_bytes(), &sealed) {
                Ok(bytes) => return MasterKeys::from_bytes(&bytes).map(|keys| (index, keys)).ok_or(Error::Damaged),
                Err(Error::Version) => why_not = Error::Version,
                Err(_) => why_not = Error::WrongSecret,
            }
        }
        Err(why_not)
    }

    /// What a lock is sealed to: the ring's version and signer, and the lock's own cost.
    fn aad(&self, cost: Option<Cost>) -> String {
        let cost = cost.map_or("key file".into(), |c| format!("{} KiB, {} passes", c.memory_kib, c.passes));
        format!("amana key ring {}; {}; {cost}", self.version, self.verifier)
    }
}

impl Unseal {
    fn key(&self, cost: Option<Cost>, salt: &[u8; 16]) -> Result<Key, Error> {
        match self {
            Self::Passphrase(secret, asked) => cost.unwrap_or(*asked).derive(secret, salt),
            Self::KeyFile(text) => {
                let hex = text.expose_secret().trim().strip_prefix(KEY_FILE).ok_or(Error::Damaged)?;
                let key = Key::new(from_hex(hex).ok_or(Error::Damaged)?);
                Ok(Key::new(*blake3::keyed_hash(key.bytes(), salt).as_bytes()))
            }
        }
    }
}
