//! Opens an office: the folder that holds its keys and records, or a demonstration that is kept nowhere.

use crate::clock::MachineClock;
use crate::files::{self, Failure};
use app::{Edge, Office};
use base::{Clock, DeviceId, Feed, Instant, LocalZone, Uuid};
use content::Content;
use seal::{Cost, CryptoRng, ExposeSecret, KeyRing, MasterKeys, SecretString, Unseal, Verifier, new_key_file, system_random};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use store::{Place, Store};

const ROLES: (&str, &str) = ("content/access/roles.toml", include_str!("../../../content/access/roles.toml"));
/// Files of an office's folder.
const SETTINGS: &str = "office.toml";
const KEYRING: &str = "keyring";
const RECORDS: &str = "amana.db";

/// The machine's clock, identifiers and random bits.
struct Machine;

impl Clock for Machine {
    fn now(&self) -> Instant {
        MachineClock.now()
    }
}

impl Edge for Machine {
    fn millis(&self) -> i64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX))
    }

    fn id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn random(&self) -> Box<dyn CryptoRng + Send> {
        Box::new(system_random())
    }
}

/// What an office's folder says of it, in clear: nothing secret belongs there.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The feed that it writes to.
    pub feed: Feed,
    /// The zone that it lives in.
    pub zone: String,
    /// The device that stands for the office itself.
    pub device: DeviceId,
    /// A PostgreSQL database in place of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
}

/// Where the key to an office's keys comes from.
pub enum Key {
    /// A file with a passphrase on its first line; `-` for standard input.
    Passphrase(PathBuf),
    /// A key file that `init` made.
    File(PathBuf),
}

impl Key {
    fn unseal(&self) -> Result<Unseal, Failure> {
        let text = |path: &Path| String::from_utf8(files::read(path)?).map_err(|_| format!("{} is not text", path.display()));
        Ok(match self {
            Self::Passphrase(path) => {
                Unseal::Passphrase(SecretString::from(text(path)?.lines().next().unwrap_or_default().to_owned()), Cost::STANDARD)
            }
            Self::File(path) => Unseal::KeyFile(SecretString::from(text(path)?)),
        })
    }
}

/// An office with what tells its signed checkpoints from forged ones.
pub struct Opened {
    /// The office.
    pub office: Office,
    /// Knows its signature.
    pub verifier: Verifier,
}

/// A demonstration in memory; gone when the program ends.
pub async fn demonstration(zone: LocalZone, name: &str) -> Result<Opened, Failure> {
    let keys = MasterKeys::random(&mut system_random());
    let settings = Settings { feed: feed("demo")?, zone: String::new(), device: DeviceId(Uuid::now_v7()), database: None };
    let opened = open(&Place::Memory, &keys, &settings, zone).await?;
    opened.office.begin_demo(name).await.map_err(|p| p.text)?;
    Ok(opened)
}

/// Makes an office's folder; it must not hold one. A key file is written beside nothing: where the caller says.
pub fn make(dir: &Path, key: &Key, settings: &Settings) -> Result<(), Failure> {
    if dir.join(KEYRING).exists() {
        return Err(format!("{} holds an office already", dir.display()));
    }
    std::fs::create_dir_all(dir).map_err(|e| format!("{} can't be made: {e}", dir.display()))?;
    if let Key::File(path) = key {
        if path.exists() {
            return Err(format!("{} is there already: a key file is never overwritten", path.display()));
        }
        files::write_secret(path, new_key_file(&mut system_random()).expose_secret().as_bytes())?;
    }
    let keys = MasterKeys::random(&mut system_random());
    let ring = KeyRing::new(&keys, &key.unseal()?, &mut system_random()).map_err(|e| format!("the keys can't be sealed: {e}"))?;
    files::write_secret(&dir.join(KEYRING), ring.text().map_err(|e| e.to_string())?.as_bytes())?;
    let text = toml::to_string(settings).map_err(|e| e.to_string())?;
    files::write(&dir.join(SETTINGS), text.as_bytes())
}

/// Opens the office of a folder.
pub async fn of_folder(dir: &Path, key: &Key) -> Result<Opened, Failure> {
    let text = |name: &str| String::from_utf8(files::read(&dir.join(name))?).map_err(|_| format!("{name} is not text"));
    let settings: Settings = toml::from_str(&text(SETTINGS)?).map_err(|e| format!("{SETTINGS} can't be read: {e}"))?;
    let zone = LocalZone::find(&settings.zone).ok_or_else(|| format!("{SETTINGS}: there is no time zone '{}'", settings.zone))?;
    let ring = KeyRing::read(&text(KEYRING)?).map_err(|e| format!("{KEYRING}: {e}"))?;
    let keys = ring.open(&key.unseal()?).map_err(|e| format!("{KEYRING}: {e}"))?;
    let place = match &settings.database {
        Some(url) => Place::Postgres(url.clone()),
        None => Place::File(dir.join(RECORDS)),
    };
    open(&place, &keys, &settings, zone).await
}

async fn open(place: &Place, keys: &MasterKeys, settings: &Settings, zone: LocalZone) -> Result<Opened, Failure> {
    let store = Store::open(place, keys, Arc::new(app::records::index)).await.map_err(|e| e.to_string())?;
    let (content, findings) = Content::load(content::SHIPPED, &[]);
    if findings.has_errors() {
        return Err(format!("the shipped content has {} errors", findings.iter().count()));
    }
    let (policy, findings) = access::Policy::read(ROLES.0, ROLES.1);
    let policy = policy.ok_or_else(|| format!("the table of roles has {} findings", findings.iter().count()))?;
    let edge = Arc::new(Machine);
    let office = Office::new(store, Arc::new(content), Arc::new(policy), settings.feed.clone(), zone, settings.device, edge);
    Ok(Opened { office, verifier: keys.signer().verifier() })
}

/// The name of a feed.
pub fn feed(name: &str) -> Result<Feed, Failure> {
    name.parse()
}
