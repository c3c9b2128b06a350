//! The audit chain: links, their hashes, and signed checkpoints.

use crate::hash::{Hash, Parts};
use crate::key::Key;
use base::{Compartment, Feed, Instant, Purpose, RecordId, UserId};
use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One act, as the audit keeps it. Holds no address of a machine and nothing of what was read or written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its number in the feed, from 1, without gaps.
    pub n: u64,
    /// When the server did it.
    pub at: Instant,
    /// Who did it; `None` is the program itself.
    pub actor: Option<UserId>,
    /// What was done: `read`, `write`, `sign_in`.
    pub action: String,
    /// On which record, if on one.
    pub record: Option<RecordId>,
    /// In which compartments.
    pub compartments: Vec<Compartment>,
    /// For what, if it was asked.
    pub purpose: Option<Purpose>,
    /// Hash of what was written, as it is stored (sealed); of nothing for a read.
    pub digest: Hash,
}

/// What the first link of a feed follows.
pub fn genesis(feed: &Feed) -> Hash {
    crate::hash::hash(&Parts::new("amana audit 1").text(feed.as_str()).done())
}

/// The hash of a link that follows another.
pub fn chain(before: &Hash, link: &Link) -> Hash {
    let mut parts = Parts::new("amana audit link 1")
        .bytes(&before.0)
        .bytes(&link.n.to_le_bytes())
        .bytes(&link.at.0.to_le_bytes())
        .bytes(link.actor.as_ref().map_or(&[], |actor| actor.0.as_bytes().as_slice()))
        .text(&link.action)
        .bytes(link.record.as_ref().map_or(&[], |record| record.0.as_bytes().as_slice()))
        .text(link.purpose.as_ref().map_or("", Purpose::as_str))
        .bytes(&link.digest.0);
    for Compartment { area, group } in &link.compartments {
        parts = parts.text(area.as_str()).text(group.as_str());
    }
    crate::hash::hash(&parts.done())
}

/// A signed statement that the chain of a feed stood at this hash. The newest is kept outside the database too, as a witness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// The feed.
    pub feed: Feed,
    /// The number of the last link that it covers.
    pub n: u64,
    /// That link's hash.
    pub hash: Hash,
    /// When it was signed.
    pub at: Instant,
    /// Ed25519 over the four above; 128 hexadecimal digits.
    pub signature: String,
}

fn statement(feed: &Feed, n: u64, hash: &Hash, at: Instant) -> Vec<u8> {
    Parts::new("amana audit checkpoint 1").text(feed.as_str()).bytes(&n.to_le_bytes()).bytes(&hash.0).bytes(&at.0.to_le_bytes()).done()
}

/// Signs checkpoints.
#[derive(Clone)]
pub struct Signer(SigningKey);

impl Signer {
    pub(crate) fn new(seed: &Key) -> Self {
        Self(SigningKey::from_bytes(seed.bytes()))
    }

    /// States that the chain of the feed stood at this hash after link `n`.
    pub fn checkpoint(&self, feed: &Feed, n: u64, hash: Hash, at: Instant) -> Checkpoint {
        let signature = HEXLOWER.encode(&self.0.sign(&statement(feed, n, &hash, at)).to_bytes());
        Checkpoint { feed: feed.clone(), n, hash, at, signature }
    }

    /// What tells its signatures from others.
    pub fn verifier(&self) -> Verifier {
        Verifier(self.0.verifying_key())
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

/// Knows the signatures of one [`Signer`]; not a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verifier(VerifyingKey);

impl Verifier {
    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        VerifyingKey::from_bytes(&crate::hash::from_hex(text)?).ok().map(Self)
    }

    /// 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        HEXLOWER.encode(self.0.as_bytes())
    }

    /// Whether the checkpoint was signed by that signer and is as it was signed.
    pub fn knows(&self, checkpoint: &Checkpoint) -> bool {
        let Some(signature) = crate::hash::from_hex(&checkpoint.signature).map(|bytes| Signature::from_bytes(&bytes)) else {
            return false;
        };
        let statement = statement(&checkpoint.feed, checkpoint.n, &checkpoint.hash, checkpoint.at);
        self.0.verify_strict(&statement, &signature).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032, section 7.1, tests 1 and 2.
    #[test]
    fn the_rfc_s_vectors() {
        for (seed, public, message, signature) in [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                &b""[..],
                concat!(
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155",
                    "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
                ),
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                &b"\x72"[..],
                concat!(
                    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da",
                    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
                ),
            ),
        ] {
            let signer = Signer::new(&Key::new(crate::hash::from_hex(seed).unwrap()));
            assert_eq!(signer.verifier().hex(), public);
            assert_eq!(HEXLOWER.encode(&signer.0.sign(message).to_bytes()), signature);
        }
    }
}
