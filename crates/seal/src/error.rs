//! Why something does not open.

use std::fmt;

/// A refusal; the data is untouched. Says what to do, never what was inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Error {
    /// Sealed bytes were altered, moved to another place, or are opened with another key.
    NotAuthentic,
    /// Written by a version of the program that this one doesn't know.
    Version,
    /// The passphrase or key file is not the one that it was sealed with.
    WrongSecret,
    /// The key ring has no lock for this kind of secret.
    NoSuchLock,
    /// The key ring ends too early.
    Truncated,
    /// The key ring or key file isn't as it was written.
    Damaged,
    /// The stated cost of deriving a key is out of range.
    Cost,
    /// The secret is empty or too long.
    Length,
    /// The backup was altered, or was made for another passphrase or recipient.
    #[cfg(feature = "backup")]
    Backup,
}

impl Error {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAuthentic => "seal-not-authentic",
            Self::Version => "seal-version",
            Self::WrongSecret => "seal-wrong-secret",
            Self::NoSuchLock => "seal-no-such-lock",
            Self::Truncated => "seal-truncated",
            Self::Damaged => "seal-damaged",
            Self::Cost => "seal-cost",
            Self::Length => "seal-length",
            #[cfg(feature = "backup")]
            Self::Backup => "seal-backup",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAuthentic => "sealed data was altered or moved, or another key sealed it: restore it from a backup",
            Self::Version => "a newer version of the program wrote this: use that version",
            Self::WrongSecret => "this is not the passphrase or key file that the key ring was sealed with: try again; nothing was changed",
            Self::NoSuchLock => {
                "the key ring can't be opened in this way: use the passphrase in place of the key file, or the other way round"
            }
            Self::Truncated => "the key ring ends too early: put back your copy of the file",
            Self::Damaged => "the file isn't as it was written: put back your copy of it",
            Self::Cost => "the cost of deriving a key is out of range: put back your copy of the file",
            Self::Length => "a passphrase or password has 1 to 1024 bytes",
            #[cfg(feature = "backup")]
            Self::Backup => "the backup was altered, or is for another passphrase or key: check which, and try another copy",
        })
    }
}

impl std::error::Error for Error {}
