//! Recovery codes: ten on a sheet of paper, each good once.

use crate::hash::{Hash, Parts, hash};
use base::UserId;
use rand_core::CryptoRng;
use secrecy::{ExposeSecret, SecretString};
use std::fmt;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// Digits and capitals without I, L, O and U, which are misread (Crockford's base 32).
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Symbols in a code, in groups of four; five bits each.
const LENGTH: usize = 16;

/// One code: 80 random bits, so many that a plain hash of it is safe to keep.
#[derive(Clone)]
pub struct RecoveryCode(SecretString);

impl RecoveryCode {
    /// How many are given at a time.
    pub const COUNT: usize = 10;

    /// A sheet of new ones.
    pub fn sheet(rng: &mut dyn CryptoRng) -> Vec<Self> {
        (0..Self::COUNT).map(|_| Self::random(rng)).collect()
    }

    /// A single new one.
    pub fn random(rng: &mut dyn CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        rng.fill_bytes(bytes.as_mut());
        let symbols = bytes.iter().filter_map(|byte| SYMBOLS.get(usize::from(byte % 32)));
        let mut text = String::with_capacity(LENGTH + LENGTH / 4);
        for (index, symbol) in symbols.enumerate() {
            if index > 0 && index % 4 == 0 {
                text.push('-');
            }
            text.push(char::from(*symbol));
        }
        Self(text.into())
    }

    /// The text to print: `XXXX-XXXX-XXXX-XXXX`.
    pub fn text(&self) -> &SecretString {
        &self.0
    }

    /// What is kept of it, for this person.
    pub fn hash(&self, user: UserId) -> Hash {
        hash_of(user, self.0.expose_secret())
    }
}

/// Which of the kept hashes a code as typed belongs to; that one must then be struck out. Looks at all of them whatever it finds.
pub fn find_recovery_code(typed: &SecretString, user: UserId, kept: &[Hash]) -> Option<usize> {
    let given = hash_of(user, typed.expose_secret());
    let mut found = None;
    for (index, hash) in kept.iter().enumerate() {
        if bool::from(hash.0.ct_eq(&given.0)) {
            found = Some(index);
        }
    }
    found
}

/// Spaces, hyphens and case don't count, and O, I and L are read as what they were taken for.
fn hash_of(user: UserId, code: &str) -> Hash {
    let plain = code.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    let plain = Zeroizing::new(plain.collect::<String>());
    let parts = Zeroizing::new(Parts::new("amana recovery code 1").bytes(user.0.as_bytes()).text(&plain).done());
    hash(&parts)
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Uuid;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    #[test]
    fn each_code_is_found_as_people_type_it_and_only_for_its_owner() {
        let (user, other) = (UserId(Uuid::from_u128(1)), UserId(Uuid::from_u128(2)));
        let sheet = RecoveryCode::sheet(&mut StdRng::seed_from_u64(8));
        let kept: Vec<Hash> = sheet.iter().map(|code| code.hash(user)).collect();
        assert_eq!(kept.len(), RecoveryCode::COUNT);
        for (index, code) in sheet.iter().enumerate() {
            let text = code.text().expose_secret();
            assert!(text.len() == 19 && text.split('-').all(|four| four.len() == 4), "{text}");
            for typed in [text.to_owned(), text.to_lowercase(), text.replace('-', " "), text.replace('0', "o").replace('1', "l")] {
                assert_eq!(find_recovery_code(&typed.into(), user, &kept), Some(index));
            }
            assert_eq!(find_recovery_code(code.text(), other, &kept), None);
            assert_eq!(find_recovery_code(&text[..18].into(), user, &kept), None);
        }
        assert_eq!(find_recovery_code(&"".into(), user, &kept), None);
    }
}
