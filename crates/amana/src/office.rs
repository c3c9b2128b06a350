//! Opens an office: the folder that holds its keys and records, or a demonstration that is kept nowhere.

use crate::clock::MachineClock;
use crate::files::{self, Failure};
use crate::spell::OfficeArgs;
use crate::{output, witness};
use app::{Edge, Language, Office, texts};
use base::{Clock, DeviceId, Feed, Findings, Instant, LocalZone, Uuid};
use content::Content;
use seal::{
    Checkpoint, Cost, CryptoRng, ExposeSecret, KeyRing, MasterKeys, SecretString, Signer, Unseal, Verifier, new_key_file, system_random,
};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use store::{Place, Store};

const ROLES: (&str, &str) = ("content/access/roles.toml", include_str!("../../../content/access/roles.toml"));
/// Files of an office's folder.
pub const SETTINGS: &str = "office.toml";
pub const KEYRING: &str = "keyring";
pub const RECORDS: &str = "amana.db";

/// Content of the office's own, put over what is shipped.
const CONTENT: &str = "content";

/// The machine's clock, identifiers and random bits, and the witness of an office.
struct Machine {
    feed: Feed,
    witness: Option<PathBuf>,
}

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

    fn witness(&self) -> (Option<Checkpoint>, Findings) {
        self.witness.as_deref().map_or_else(Default::default, |path| witness::read(path, &self.feed))
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
    /// File outside the database that signed checkpoints of the audit go to: best on another disk or machine. From the office's folder, if not from the root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<PathBuf>,
}

/// Where the key to an office's keys comes from.
pub enum Key {
    /// A file with a passphrase on its first line; `-` for standard input.
    Passphrase(PathBuf),
    /// A key file that `init` made.
    File(PathBuf),
}

impl Key {
    /// What opens a key ring.
    pub fn unseal(&self) -> Result<Unseal, Failure> {
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
    /// Signs its audit.
    pub signer: Signer,
    /// Where signed checkpoints are kept outside the database.
    pub witness: Option<PathBuf>,
}

/// A demonstration in memory; gone when the program ends.
pub async fn demonstration(zone: LocalZone, name: &str) -> Result<Opened, Failure> {
    let keys = MasterKeys::random(&mut system_random());
    let settings = Settings { feed: feed("demo")?, zone: String::new(), device: DeviceId(Uuid::now_v7()), database: None, witness: None };
    let opened = open(&Place::Memory, &keys, &settings, zone, &[]).await?;
    opened.office.begin_demo(name).await.map_err(|p| p.text)?;
    Ok(opened)
}

/// Makes an office's folder; it must not hold one. A key file is written beside nothing: where the caller says.
pub fn make(dir: &Path, key: &Key, settings: &Settings) -> Result<(), Failure> {
    if dir.join(KEYRING).exists() {
        return Err(format!("{} holds an office already", dir.display()));
    }
    std::fs::create_dir_all(dir).map_err(|e| format!("{} can't be made: {e}", dir.display()))?;
    files::only_ours(dir)?;
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

/// The settings of a folder.
pub fn settings(dir: &Path) -> Result<Settings, Failure> {
    let mut settings: Settings = toml::from_str(&text_of(dir, SETTINGS)?).map_err(|e| format!("{SETTINGS} can't be read: {e}"))?;
    settings.witness = settings.witness.map(|path| dir.join(path));
    Ok(settings)
}

/// The keys of a folder.
pub fn unlock(dir: &Path, key: &Key) -> Result<MasterKeys, Failure> {
    let ring = KeyRing::read(&text_of(dir, KEYRING)?).map_err(|e| format!("{KEYRING}: {e}"))?;
    ring.open(&key.unseal()?).map_err(|e| format!("{KEYRING}: {e}"))
}

/// Where the records of a folder are.
pub fn place(dir: &Path, settings: &Settings) -> Place {
    settings.database.clone().map_or_else(|| Place::File(dir.join(RECORDS)), Place::Postgres)
}

fn text_of(dir: &Path, name: &str) -> Result<String, Failure> {
    String::from_utf8(files::read(&dir.join(name))?).map_err(|_| format!("{name} is not text"))
}

/// The files of a folder that a backup holds beside the records: settings, key ring, content of its own.
pub fn kept_files(dir: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut kept = vec![(SETTINGS.to_owned(), files::read(&dir.join(SETTINGS))?), (KEYRING.to_owned(), files::read(&dir.join(KEYRING))?)];
    files::below(dir, CONTENT, &mut kept)?;
    Ok(kept)
}

/// Content that the office put over what is shipped, by path.
pub fn own_content(dir: &Path) -> Result<Vec<(String, String)>, Failure> {
    let mut own = Vec::new();
    files::below(dir, CONTENT, &mut own)?;
    own.into_iter()
        .map(|(name, bytes)| String::from_utf8(bytes).map(|text| (name.clone(), text)).map_err(|_| format!("{name} is not text")))
        .collect()
}

/// Opens the office of a folder.
pub async fn of_folder(dir: &Path, key: &Key) -> Result<Opened, Failure> {
    of_folder_with(dir, key, settings(dir)?).await
}

async fn of_folder_with(dir: &Path, key: &Key, settings: Settings) -> Result<Opened, Failure> {
    let zone = LocalZone::find(&settings.zone).ok_or_else(|| format!("{SETTINGS}: there is no time zone '{}'", settings.zone))?;
    open(&place(dir, &settings), &unlock(dir, key)?, &settings, zone, &own_content(dir)?).await
}

/// Opens an office, does something with it, and closes it; `witness` stands in for the one of its settings.
pub fn with<T>(args: &OfficeArgs, witness: Option<&Path>, work: impl AsyncFnOnce(&Opened) -> Result<T, Failure>) -> Result<T, Failure> {
    let mut settings = settings(&args.dir)?;
    settings.witness = witness.map(Path::to_path_buf).or(settings.witness);
    let key = args.key.read()?;
    runtime()?.block_on(async {
        let opened = of_folder_with(&args.dir, &key, settings).await?;
        let done = work(&opened).await;
        opened.office.store.close().await;
        done
    })
}

/// What commands run in.
pub fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(|e| format!("the program can't start: {e}"))
}

async fn open(place: &Place, keys: &MasterKeys, settings: &Settings, zone: LocalZone, own: &[(String, String)]) -> Result<Opened, Failure> {
    let store = Store::open(place, keys, Arc::new(app::records::index)).await.map_err(|e| e.to_string())?;
    let own: Vec<(&str, &str)> = own.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    // A file of one's own with an error is left out whole: what is shipped stays in its place.
    let (content, findings) = Content::load(content::SHIPPED, &own);
    output::findings(&findings, texts(Language::English));
    let (_, findings) = crate::command::guidance::checked(&own);
    output::findings(&findings, texts(Language::English));
    let (policy, findings) = access::Policy::read(ROLES.0, ROLES.1);
    let policy = policy.ok_or_else(|| format!("the table of roles has {} findings", findings.iter().count()))?;
    let edge = Arc::new(Machine { feed: settings.feed.clone(), witness: settings.witness.clone() });
    let office = Office::new(store, Arc::new(content), Arc::new(policy), settings.feed.clone(), zone, settings.device, edge);
    Ok(Opened { office, verifier: keys.signer().verifier(), signer: keys.signer(), witness: settings.witness.clone() })
}

/// The name of a feed.
pub fn feed(name: &str) -> Result<Feed, Failure> {
    name.parse()
}
