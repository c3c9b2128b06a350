//! Backups as `age` files: any copy of that tool opens them, without this program. `age` draws its own random bytes.

use crate::cost::checked;
use crate::error::Error;
use age::x25519;
use secrecy::{ExposeSecret, SecretString};
use std::io::{self, Read, Write};

/// Who will be able to open a backup.
#[derive(Debug, Clone)]
pub enum BackupTo {
    /// Whoever knows the passphrase.
    Passphrase(SecretString),
    /// Whoever holds the identity of one of these public keys (`age1...`); what writes the backup can't open it.
    Recipients(Vec<String>),
}

/// What opens a backup.
#[derive(Debug, Clone)]
pub enum BackupFrom {
    /// The passphrase.
    Passphrase(SecretString),
    /// An identity (`AGE-SECRET-KEY-1...`).
    Identity(SecretString),
}

/// A new identity to keep in a safe, and its public key to make backups with.
pub fn new_backup_identity() -> (SecretString, String) {
    let identity = x25519::Identity::generate();
    (identity.to_string(), identity.to_public().to_string())
}

/// Takes a backup's bytes; without [`Self::finish`] what was written never opens.
pub struct BackupWriter<W: Write>(age::stream::StreamWriter<W>);

impl<W: Write> BackupWriter<W> {
    /// Begins a backup.
    pub fn begin(to: &BackupTo, out: W) -> io::Result<Self> {
        let encryptor = match to {
            BackupTo::Passphrase(passphrase) => {
                checked(passphrase).map_err(io::Error::other)?;
                age::Encryptor::with_user_passphrase(passphrase.clone())
            }
            BackupTo::Recipients(keys) => {
                let keys: Vec<x25519::Recipient> =
                    keys.iter().map(|key| key.parse().map_err(|_| io::Error::other(Error::Backup))).collect::<Result<_, _>>()?;
                age::Encryptor::with_recipients(keys.iter().map(|key| key as &dyn age::Recipient)).map_err(io::Error::other)?
            }
        };
        encryptor.wrap_output(out).map(Self)
    }

    /// Ends it, and gives back what it was written to.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()
    }
}

impl<W: Write> Write for BackupWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Opens a backup: each 64 KiB is checked before it is given out, and a cut is an error at the end, so act on nothing before all is read.
pub fn open_backup<R: Read>(from: &BackupFrom, backup: R) -> Result<impl Read + use<R>, Error> {
    let decryptor = age::Decryptor::new(backup).map_err(|_| Error::Backup)?;
    match from {
        BackupFrom::Passphrase(passphrase) => {
            decryptor.decrypt(std::iter::once(&age::scrypt::Identity::new(passphrase.clone()) as &dyn age::Identity))
        }
        BackupFrom::Identity(text) => {
            let identity: x25519::Identity = text.expose_secret().trim().parse().map_err(|_| Error::Backup)?;
            decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity))
        }
    }
    .map_err(|_| Error::Backup)
}
