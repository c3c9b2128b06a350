//! Keys: 32 bytes that don't show themselves and are wiped when dropped.

use crate::envelope;
use crate::error::Error;
use data_encoding::HEXLOWER;
use rand_core::{CryptoRng, UnwrapErr};
use std::fmt;
use zeroize::Zeroizing;

/// The operating system's random bytes; for the binary. Stops the program if there are none, since nothing could then be kept secret.
pub fn system_random() -> impl CryptoRng + Send + Sync + Clone {
    UnwrapErr(getrandom::SysRng)
}

/// 32 secret bytes.
#[derive(Clone)]
pub(crate) struct Key(Zeroizing<[u8; 32]>);

impl Key {
    pub(crate) fn random(rng: &mut dyn CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        rng.fill_bytes(bytes.as_mut());
        Self(bytes)
    }

    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::new)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// BLAKE3's derivation: `context` says, once for the whole program, what the new key is for.
    pub(crate) fn derive(&self, context: &str) -> Self {
        Self::new(blake3::derive_key(context, self.bytes()))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

/// K1: opens the SQLite file.
#[derive(Debug, Clone)]
pub struct DatabaseKey(pub(crate) Key);

impl DatabaseKey {
    /// The raw key as SQLCipher's `PRAGMA key` takes it: `x'` + 64 hexadecimal digits + `'`.
    pub fn sqlcipher(&self) -> Zeroizing<String> {
        let hex = Zeroizing::new(HEXLOWER.encode(self.0.bytes()));
        Zeroizing::new(format!("x'{}'", hex.as_str()))
    }
}

/// K2: wraps compartment keys and the small secrets of accounts.
#[derive(Debug, Clone)]
pub struct ServiceKey(pub(crate) Key);

impl ServiceKey {
    /// Wraps a small secret; it opens only under the same label, which says what it is and whose (`totp/<user>`).
    pub fn wrap(&self, label: &str, secret: &[u8], rng: &mut dyn CryptoRng) -> Vec<u8> {
        envelope::seal(&self.0, label.as_bytes(), secret, rng)
    }

    /// Opens what [`Self::wrap`] made.
    pub fn unwrap(&self, label: &str, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        envelope::open(&self.0, label.as_bytes(), wrapped)
    }
}
