//! Session tokens: 256 random bits; the server keeps only their hash.

use crate::hash::{Hash, hash};
use data_encoding::BASE64URL_NOPAD;
use rand_core::CryptoRng;
use secrecy::SecretString;
use std::fmt;
use zeroize::Zeroizing;

/// What a browser or device shows with each request.
#[derive(Clone)]
pub struct SessionToken(Zeroizing<[u8; 32]>);

impl SessionToken {
    /// A new one.
    pub fn random(rng: &mut dyn CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        rng.fill_bytes(bytes.as_mut());
        Self(bytes)
    }

    /// Reads 43 characters of base64 for addresses; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(BASE64URL_NOPAD.decode(text.as_bytes()).ok()?);
        bytes.as_slice().try_into().ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// The text that its holder keeps.
    pub fn text(&self) -> SecretString {
        BASE64URL_NOPAD.encode(self.0.as_slice()).into()
    }

    /// What the server keeps and finds the session by; the token can't be made from it.
    pub fn digest(&self) -> Hash {
        hash(self.0.as_slice())
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;
    use secrecy::ExposeSecret;

    #[test]
    fn a_token_is_read_back_and_nothing_else_is() {
        let mut rng = StdRng::seed_from_u64(9);
        let token = SessionToken::random(&mut rng);
        let text = token.text();
        let text = text.expose_secret();
        assert_eq!(SessionToken::parse(text).map(|again| again.digest()), Some(token.digest()));
        assert_ne!(SessionToken::random(&mut rng).digest(), token.digest());
        for wrong in ["", "a", &text[1..], &format!("{text}A"), &text.replace(&text[..1], "+")] {
            assert!(SessionToken::parse(wrong).is_none(), "{wrong}");
        }
    }
}
