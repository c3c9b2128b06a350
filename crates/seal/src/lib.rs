//! Encryption, passwords and the audit chain: the only room that touches cryptography.
//!
//! In: secrets, bytes, places, the present, a generator of random bytes. Out: sealed bytes, keys that don't show themselves, hashes, findings.
//! Always true: what was altered, moved or cut does not open; a secret has no `Display`, its `Debug` hides it, and it is wiped when dropped;
//! secrets are compared in constant time. Absent: clocks, storage, who may; chance but through [`CryptoRng`], which `system_random` gives
//! at the edge: a trait object that tests replace by a seeded generator, rather than a source of our own that every call would have to trust.

mod audit;
mod audit_check;
#[cfg(feature = "backup")]
mod backup;
mod compartment;
mod cost;
mod envelope;
mod error;
mod hash;
mod key;
mod password;
mod recovery;
mod ring;
mod session;
mod totp;

pub use audit::{Checkpoint, Link, Signer, Verifier, chain, genesis};
pub use audit_check::Audit;
#[cfg(feature = "backup")]
pub use backup::{BackupFrom, BackupTo, BackupWriter, new_backup_identity, open_backup};
pub use compartment::{CompartmentKey, Part, Place, RecordKey, Salt, TokenKey};
pub use cost::Cost;
pub use error::Error;
pub use hash::{Hash, hash};
pub use key::{DatabaseKey, ServiceKey, system_random};
pub use password::{Verdict, hash_password, verify_password};
pub use rand_core::CryptoRng;
pub use recovery::{RecoveryCode, find_recovery_code};
pub use ring::{KeyRing, MasterKeys, Unseal, new_key_file};
pub use secrecy::{ExposeSecret, SecretString};
pub use session::SessionToken;
pub use totp::TotpSecret;
pub use zeroize::Zeroizing;
