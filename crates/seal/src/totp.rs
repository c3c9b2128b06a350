//! Time-based one-time passwords (RFC 6238): SHA-1, six digits, thirty seconds, as every authenticator app makes them.

use base::Instant;
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use rand_core::CryptoRng;
use secrecy::SecretString;
use sha1::Sha1;
use std::fmt;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

const STEP_SECONDS: i64 = 30;
/// How many steps a phone's clock may be off, either way.
const DRIFT: u64 = 1;

/// The secret shared with a person's authenticator; 20 bytes.
#[derive(Clone)]
pub struct TotpSecret(Zeroizing<[u8; 20]>);

impl TotpSecret {
    /// A new one.
    pub fn random(rng: &mut dyn CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 20]);
        rng.fill_bytes(bytes.as_mut());
        Self(bytes)
    }

    /// From the bytes that were kept, wrapped.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// To be kept wrapped ([`crate::ServiceKey::wrap`]).
    pub fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// What an authenticator scans, once: names must not need escaping beyond a space.
    pub fn uri(&self, issuer: &str, account: &str) -> SecretString {
        let (issuer, account) = (escape(issuer), escape(account));
        let secret = Zeroizing::new(BASE32_NOPAD.encode(self.bytes()));
        format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period=30", secret.as_str()).into()
    }

    /// The step that a code is right for, to be kept as `last`; `None` if the code is wrong, too old, or was used before.
    pub fn check(&self, code: &str, now: Instant, last: Option<u64>) -> Option<u64> {
        let present = u64::try_from(now.0.div_euclid(STEP_SECONDS)).ok()?;
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let steps = present.saturating_sub(DRIFT)..=present.saturating_add(DRIFT);
        let mut right = None;
        for step in steps.filter(|step| last.is_none_or(|last| *step > last)) {
            let expected = Zeroizing::new(format!("{:06}", self.number(step)? % 1_000_000));
            if bool::from(expected.as_bytes().ct_eq(digits.as_bytes())) {
                right = right.or(Some(step));
            }
        }
        right
    }

    /// The 31-bit number of a step (RFC 4226, section 5.3).
    fn number(&self, step: u64) -> Option<u32> {
        let mut mac = Hmac::<Sha1>::new_from_slice(self.bytes()).ok()?;
        mac.update(&step.to_be_bytes());
        let hash = mac.finalize().into_bytes();
        let offset = usize::from(hash.last()? & 15);
        let four = hash.get(offset..offset + 4)?.first_chunk::<4>()?;
        Some(u32::from_be_bytes(*four) & 0x7fff_ffff)
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

/// Percent-encodes all but letters and digits of ASCII.
fn escape(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    fn secret() -> TotpSecret {
        TotpSecret::from_bytes(b"12345678901234567890").unwrap()
    }

    /// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
    #[test]
    fn the_rfc_s_vectors() {
        for (at, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(secret().check(code, Instant(at), None), Some(at as u64 / 30), "{at}");
        }
    }

    #[test]
    fn one_step_of_drift_and_no_step_twice() {
        let code = "287082"; // of step 1
        for (at, right) in [(-1, false), (0, true), (29, true), (30, true), (59, true), (60, true), (89, true), (90, false)] {
            assert_eq!(secret().check(code, Instant(at), None).is_some(), right, "{at}");
        }
        assert_eq!(secret().check("287 082", Instant(59), Some(0)), Some(1));
        assert_eq!(secret().check(code, Instant(59), Some(1)), None);
        assert_eq!(secret().check(code, Instant(60), Some(2)), None);
        for wrong in ["287083", "28708", "2870820", "", "87082", "٢٨٧٠٨٢"] {
            assert_eq!(secret().check(wrong, Instant(59), None), None, "{wrong}");
        }
        assert_eq!(secret().check(code, Instant(i64::MIN), None), None);
        assert_eq!(secret().check(code, Instant(i64::MAX), Some(u64::MAX)), None);
    }

    #[test]
    fn what_an_authenticator_scans() {
        let uri = secret().uri("Amana", "Ana María");
        let expected =
            "otpauth://totp/Amana:Ana%20Mar%C3%ADa?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Amana&algorithm=SHA1&digits=6&period=30";
        assert_eq!(uri.expose_secret(), expected);
    }
}
