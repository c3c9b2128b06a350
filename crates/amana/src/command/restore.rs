//! `amana restore`.

use super::backup::first_line;
use crate::backup;
use crate::files::{self, Failure};
use crate::office::{self, KEYRING, RECORDS, SETTINGS, Settings};
use crate::output;
use crate::spell::KeySource;
use app::{Language, texts};
use clap::Args;
use seal::{BackupFrom, KeyRing};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use store::{Act, Place, Store};

/// `amana restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup.
    #[arg(long)]
    from: PathBuf,
    /// File with the key that opens the backup, as `amana backup --new-identity` made it.
    #[arg(long, required_unless_present = "backup_passphrase_file")]
    identity: Option<PathBuf>,
    /// File whose first line is the passphrase that opens the backup.
    #[arg(long, conflicts_with = "identity")]
    backup_passphrase_file: Option<PathBuf>,
    /// Folder for the office; must be empty or not there.
    #[arg(long)]
    dir: PathBuf,
    #[command(flatten)]
    key: KeySource,
    /// An empty PostgreSQL database to put the records in; a file in the folder if absent, wherever they lay before.
    #[arg(long)]
    database: Option<String>,
}

pub fn run(args: &Restore) -> Result<ExitCode, Failure> {
    let opens = match (&args.identity, &args.backup_passphrase_file) {
        (Some(path), _) => BackupFrom::Identity(identity(path)?),
        (None, Some(path)) => BackupFrom::Passphrase(first_line(path)?),
        (None, None) => return Err("say what opens the backup: --identity FILE or --backup-passphrase-file FILE".into()),
    };
    if fs::read_dir(&args.dir).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(format!("{} is not empty: a backup is only put where nothing is", args.dir.display()));
    }
    // Once to its end before anything is written: what was altered or cut far inside must not be half there.
    let reading = backup::read(&args.from, &opens)?;
    let (head, kept) = (reading.head.clone(), reading.files.clone());
    let mut last = String::new();
    for line in reading.rows() {
        last = line.map_err(|e| format!("{} can't be read: {e}", args.from.display()))?;
    }
    if !last.starts_with("{\"end\":") {
        return Err(format!("{} ends too early: try another copy", args.from.display()));
    }
    let text = |name: &str| {
        let bytes = kept.iter().find(|(file, _)| file == name).map(|(_, bytes)| bytes.clone());
        bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(|| format!("the backup holds no {name}"))
    };
    let mut settings: Settings = toml::from_str(&text(SETTINGS)?).map_err(|e| format!("{SETTINGS}: {e}"))?;
    let ring = KeyRing::read(&text(KEYRING)?).map_err(|e| format!("{KEYRING}: {e}"))?;
    let keys = ring.open(&args.key.read()?.unseal()?).map_err(|e| format!("the office's key: {e}"))?;
    settings.database.clone_from(&args.database);
    // The old witness knows of acts after the backup: it would call this office rolled back for ever.
    let witness = settings.witness.take();

    let making = Making::new(&args.dir)?;
    for (name, bytes) in kept.iter().filter(|(name, _)| name != SETTINGS) {
        let path = making.0.join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(|e| format!("{}: {e}", path.display()))?;
        files::write_secret(&path, bytes)?;
    }
    files::write_secret(&making.0.join(SETTINGS), toml::to_string(&settings).map_err(|e| e.to_string())?.as_bytes())?;
    let place = args.database.clone().map_or_else(|| Place::File(making.0.join(RECORDS)), Place::Postgres);
    let rows = backup::read(&args.from, &opens)?.rows();
    let (findings, counts) = office::runtime()?.block_on(async {
        let (store, counts) =
            Store::restore(&place, &keys, Arc::new(app::records::index), &mut Box::new(rows)).await.map_err(|e| e.to_string())?;
        let checked = async {
            let signer = keys.signer();
            let witness = store.find_checkpoint(&settings.feed).await?;
            let findings = store.verify(&settings.feed, &signer.verifier(), witness.as_ref()).await?;
            store.check().await?;
            let act = Act { actor: None, action: "restore".into(), record: None, compartments: Vec::new(), purpose: None };
            store.attest(&settings.feed, base::Clock::now(&crate::clock::MachineClock), &[act]).await?;
            store.checkpoint(&settings.feed, &signer, base::Clock::now(&crate::clock::MachineClock)).await?;
            Ok::<_, store::Error>(findings)
        };
        let checked = checked.await;
        store.close().await;
        Ok::<_, Failure>((checked.map_err(|e| e.to_string())?, counts))
    })?;
    making.done(&args.dir)?;
    output::findings(&findings, texts(Language::English));
    let zone = base::LocalZone::find(&settings.zone).unwrap_or_else(base::LocalZone::utc);
    let state = if findings.has_errors() { "its audit was NOT whole when the backup was taken" } else { "its audit is whole" };
    output::line(&format!(
        "{}: the office as it was on {}: {} records, {} entries; {state}.",
        args.dir.display(),
        zone.show(head.taken_at),
        counts.get("record").copied().unwrap_or_default(),
        counts.get("entry").copied().unwrap_or_default()
    ))?;
    if let Some(path) = witness {
        output::line(&format!("Its witness was {}: name a new file in office.toml, and keep the old one.", path.display()))?;
    }
    Ok(output::code(&findings))
}

/// The key in a file such as `age-keygen` writes, with lines that begin with `#` around it.
fn identity(path: &Path) -> Result<seal::SecretString, Failure> {
    let text = String::from_utf8(files::read(path)?).map_err(|_| format!("{} is not text", path.display()))?;
    let line = text.lines().map(str::trim).find(|line| line.starts_with("AGE-SECRET-KEY-"));
    line.map(|line| line.to_owned().into()).ok_or_else(|| format!("{} holds no key: it begins with AGE-SECRET-KEY-", path.display()))
}

/// The folder while it is filled, beside where it will be; gone again if that fails.
struct Making(PathBuf);

impl Making {
    fn new(dir: &Path) -> Result<Self, Failure> {
        let name = dir.file_name().ok_or_else(|| format!("{} is no name of a folder", dir.display()))?;
        let beside = dir.with_file_name(format!("{}.part", name.to_string_lossy()));
        let fail = |e: std::io::Error| format!("{} can't be made: {e}", beside.display());
        if beside.exists() {
            return Err(format!("{} is left over from a restore that was cut off: remove it", beside.display()));
        }
        fs::create_dir_all(&beside).map_err(fail)?;
        files::only_ours(&beside)?;
        Ok(Self(beside))
    }

    fn done(self, dir: &Path) -> Result<(), Failure> {
        fs::rename(&self.0, dir).map_err(|e| format!("{} can't be made: {e}", dir.display()))
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
