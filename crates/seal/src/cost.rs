//! What it costs to try a passphrase: Argon2id (RFC 9106).

use crate::error::Error;
use crate::key::Key;
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// Longest passphrase or password, in bytes.
const LONGEST: usize = 1024;

/// The cost of one try; stored beside what was made with it, so that it can rise later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Memory in KiB; 8 to 1,048,576.
    pub memory_kib: u32,
    /// Passes over it; 1 to 20.
    pub passes: u32,
}

impl Cost {
    /// 64 MiB and three passes (RFC 9106, section 4), in one lane since one thread computes it.
    pub const STANDARD: Self = Self { memory_kib: 64 * 1024, passes: 3 };

    /// Refuses what a damaged file could ask for to stop the machine.
    pub(crate) fn argon2(self) -> Result<Argon2<'static>, Error> {
        if !(8..=1 << 20).contains(&self.memory_kib) || !(1..=20).contains(&self.passes) {
            return Err(Error::Cost);
        }
        let params = Params::new(self.memory_kib, self.passes, 1, None).map_err(|_| Error::Cost)?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }

    pub(crate) fn derive(self, secret: &SecretString, salt: &[u8; 16]) -> Result<Key, Error> {
        let mut key = zeroize::Zeroizing::new([0; 32]);
        self.argon2()?.hash_password_into(checked(secret)?, salt, key.as_mut()).map_err(|_| Error::Cost)?;
        Ok(Key::new(*key))
    }
}

/// The bytes of a secret that is neither empty nor too long.
pub(crate) fn checked(secret: &SecretString) -> Result<&[u8], Error> {
    let bytes = secret.expose_secret().as_bytes();
    if (1..=LONGEST).contains(&bytes.len()) { Ok(bytes) } else { Err(Error::Length) }
}
