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

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::ParamsBuilder;
    use argon2::password_hash::phc::Output;

    /// RFC 9106, section 5.3 (Argon2id): the one vector there, with its secret and associated data.
    #[test]
    fn the_rfc_s_vector() {
        let mut builder = ParamsBuilder::new();
        builder.m_cost(32).t_cost(3).p_cost(4).data(argon2::AssociatedData::new(&[4; 12]).unwrap());
        let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, builder.build().unwrap()).unwrap();
        let mut out = [0; 32];
        argon2.hash_password_into(&[1; 32], &[2; 16], &mut out).unwrap();
        assert_eq!(
            Output::new(&out).unwrap().as_bytes(),
            crate::hash::from_hex::<32>("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659").unwrap()
        );
    }

    #[test]
    fn absurd_costs_and_secrets_are_refused() {
        for (memory_kib, passes) in [(0, 1), (7, 1), (1 << 21, 1), (64, 0), (64, 21)] {
            assert_eq!(Cost { memory_kib, passes }.argon2().map(|_| ()), Err(Error::Cost));
        }
        let cost = Cost { memory_kib: 8, passes: 1 };
        for (length, fits) in [(0, false), (1, true), (1024, true), (1025, false)] {
            assert_eq!(cost.derive(&"a".repeat(length).into(), &[0; 16]).is_ok(), fits, "{length}");
        }
    }
}
