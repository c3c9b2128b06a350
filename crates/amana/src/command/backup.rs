//! `amana backup`.

use crate::backup::{Head, line_of};
use crate::files::{self, Failure};
use crate::office::{self, Opened};
use crate::output;
use crate::spell::{KeySource, OfficeArgs};
use app::SigningPace;
use base::{Instant, LocalZone};
use clap::Args;
use seal::{BackupTo, BackupWriter, ExposeSecret, SecretString, new_backup_identity};
use serde_json::json;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Act, Witnessed};

/// Setting that says when the last backup was taken.
pub const LAST: &str = "last_backup";
/// Bytes of room left besides what a backup is expected to take.
const SPARE: u64 = 16 << 20;
/// Lines between two signs of progress.
const STEP: u64 = 20_000;

/// `amana backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// Make a new key pair for backups in this file, print the public key, and do nothing else.
    #[arg(long, exclusive = true)]
    new_identity: Option<PathBuf>,
    /// Folder of the office, made by `amana init`.
    #[arg(long, required_unless_present = "new_identity")]
    dir: Option<PathBuf>,
    #[command(flatten)]
    key: KeySource,
    /// A folder, in which the file is named by its time, or a file that is not there yet.
    #[arg(long, required_unless_present = "new_identity")]
    to: Option<PathBuf>,
    /// Public key (`age1...`) of whoever may open it; may be given several times.
    #[arg(long, conflicts_with = "backup_passphrase_file")]
    recipient: Vec<String>,
    /// A file of public keys, one a line.
    #[arg(long, conflicts_with = "backup_passphrase_file")]
    recipients_file: Option<PathBuf>,
    /// File whose first line is a passphrase that opens it, in place of keys.
    #[arg(long)]
    backup_passphrase_file: Option<PathBuf>,
    /// Keep only so many of the office's backups in the folder.
    #[arg(long)]
    keep: Option<usize>,
}

pub fn run(args: &Backup) -> Result<ExitCode, Failure> {
    if let Some(path) = &args.new_identity {
        let (identity, key) = new_backup_identity();
        let text = format!(
            "# Opens backups of Amana. Keep it in a safe, away from the server.\n# public key: {key}\n{}\n",
            identity.expose_secret()
        );
        files::write_secret(path, text.as_bytes())?;
        return output::line(&key).map(|()| ExitCode::SUCCESS);
    }
    let (Some(dir), Some(to)) = (&args.dir, &args.to) else {
        return Err("say which office: --dir FOLDER, and where to: --to".into());
    };
    let office = &OfficeArgs { dir: dir.clone(), key: args.key.clone() };
    let readers = readers(args)?;
    office::with(office, None, async |opened| {
        let path = if to.is_dir() { to.join(name(&opened.office)) } else { to.clone() };
        write(&path, &readers, &office.dir, opened).await?;
        if let Some(keep) = args.keep.filter(|_| to.is_dir()) {
            forget(to, opened.office.feed.as_str(), keep.max(1))?;
        }
        Ok(ExitCode::SUCCESS)
    })
}

fn readers(args: &Backup) -> Result<BackupTo, Failure> {
    if let Some(path) = &args.backup_passphrase_file {
        return Ok(BackupTo::Passphrase(first_line(path)?));
    }
    let mut keys = args.recipient.clone();
    if let Some(path) = &args.recipients_file {
        let text = String::from_utf8(files::read(path)?).map_err(|_| format!("{} is not text", path.display()))?;
        keys.extend(text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned));
    }
    if keys.is_empty() {
        return Err("say who may open the backup: --recipient age1... (made by 'amana backup --new-identity FILE') or --backup-passphrase-file FILE".into());
    }
    Ok(BackupTo::Recipients(keys))
}

/// The secret on the first line of a file.
pub fn first_line(path: &Path) -> Result<SecretString, Failure> {
    let text = String::from_utf8(files::read(path)?).map_err(|_| format!("{} is not text", path.display()))?;
    Ok(text.lines().next().unwrap_or_default().to_owned().into())
}

fn prefix(feed: &str) -> String {
    format!("amana-{feed}-")
}

fn name(office: &app::Office) -> String {
    let stamp = LocalZone::utc().civil(office.now()).strftime("%Y%m%dT%H%M%SZ").to_string();
    format!("{}{stamp}.age", prefix(office.feed.as_str()))
}

/// Removes all but the newest of the feed's backups; their names sort by time.
fn forget(folder: &Path, feed: &str, keep: usize) -> Result<(), Failure> {
    let fail = |e: io::Error| format!("{}: {e}", folder.display());
    let ours =
        |name: &str| name.strip_prefix(&prefix(feed)).and_then(|rest| rest.strip_suffix(".age")).is_some_and(|stamp| stamp.len() == 16);
    let mut names: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(fail)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(ours))
        .collect();
    names.sort();
    let old = names.len().saturating_sub(keep);
    names.iter().take(old).try_for_each(|path| fs::remove_file(path).map_err(fail))
}

/// A file that goes again unless it was finished.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

async fn write(path: &Path, readers: &BackupTo, dir: &Path, opened: &Opened) -> Result<(), Failure> {
    let fail = |e: io::Error| format!("{} can't be written: {e}", path.display());
    if path.exists() {
        return Err(format!("{} is there already: a backup is never overwritten", path.display()));
    }
    let office = &opened.office;
    let size = office.store.size().await.map_err(|e| e.to_string())?;
    // Bytes are written as text, a third longer than they are.
    let (needed, folder) = (size / 2 * 3 + SPARE, path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")));
    let free = files::free_space(folder)?;
    if free < needed {
        return Err(format!(
            "{} has {} MiB free and a backup may need {}: make room, or choose another disk",
            folder.display(),
            free >> 20,
            needed >> 20
        ));
    }
    let now = office.now();
    let act = |action: &str| Act { actor: None, action: action.into(), record: None, compartments: Vec::new(), purpose: None };
    office.store.attest(&office.feed, now, &[act("backup")]).await.map_err(|e| e.to_string())?;
    let mut keeper = crate::witness::Keeper::new(office, opened.signer.clone(), opened.witness.clone());
    keeper.sign(SigningPace::AT_ONCE).await;

    let part = Part(path.with_extension("part"));
    let file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&part.0).map_err(fail)?;
    let mut out = BackupWriter::begin(readers, BufWriter::new(file)).map_err(fail)?;
    let kept = office::kept_files(dir)?;
    let head = serde_json::to_string(&Head::new(now, kept.len())).map_err(|e| e.to_string())?;
    writeln!(out, "{head}").map_err(fail)?;
    for (name, bytes) in &kept {
        writeln!(out, "{}", line_of(name, bytes)?).map_err(fail)?;
    }
    let mut lines = 0_u64;
    let counts = office
        .store
        .dump(&mut |line| {
            lines += 1;
            if lines.is_multiple_of(STEP) {
                eprintln!("{lines} rows …");
            }
            out.write_all(line.as_bytes())?;
            out.write_all(b"\n")
        })
        .await
        .map_err(|e| e.to_string())?;
    let file: File = out.finish().and_then(|buffer| buffer.into_inner().map_err(io::IntoInnerError::into_error)).map_err(fail)?;
    file.sync_all().and_then(|()| fs::rename(&part.0, path)).and_then(|()| File::open(folder)?.sync_all()).map_err(fail)?;
    remember(opened, now, act("backup_done")).await?;
    keeper.sign(SigningPace::AT_ONCE).await;
    let entries = counts.get("entry").copied().unwrap_or_default();
    output::line(&format!(
        "{}: {} records, {entries} entries. Try it now and then: 'amana restore' into an empty folder.",
        path.display(),
        counts["record"]
    ))
}

async fn remember(opened: &Opened, at: Instant, act: Act) -> Result<(), Failure> {
    let witnessed = Witnessed { at: opened.office.now(), acts: vec![act] };
    opened.office.store.put_setting(&opened.office.feed, LAST, &json!({ "at": at }), &witnessed).await.map_err(|e| e.to_string())
}
