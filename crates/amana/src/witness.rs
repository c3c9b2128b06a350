//! The witness: signed checkpoints in a file outside the database, one JSON line each, so that a tail cut off the audit is missed.

use crate::files::Failure;
use app::{Office, SigningPace};
use base::{Feed, Finding, Findings};
use seal::{Checkpoint, Signer};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often it is looked whether it is time to sign.
const LOOK: Duration = Duration::from_secs(10);

/// The newest checkpoint of a feed in the file, and what is wrong with the file.
pub fn read(path: &Path, feed: &Feed) -> (Option<Checkpoint>, Findings) {
    let mut findings = Findings::default();
    let name = path.display().to_string();
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) => {
            let remedy = "plug in or mount what it lies on; if it was never written, start the server once";
            findings.push(Finding::warning("witness-unreadable", format!("the witness can't be read: {e}"), remedy).at(&name, 0, ""));
            return (None, findings);
        }
    };
    let mut newest: Option<Checkpoint> = None;
    for (row, line) in (1..).zip(text.lines()) {
        match serde_json::from_str::<Checkpoint>(line) {
            Ok(checkpoint) if checkpoint.feed != *feed => {}
            Ok(checkpoint) => newest = newest.filter(|n| n.n > checkpoint.n).or(Some(checkpoint)),
            Err(_) => findings.push(
                Finding::warning(
                    "witness-line",
                    "a line of the witness can't be read",
                    "nothing, if it is the last line after a power cut",
                )
                .at(&name, row, ""),
            ),
        }
    }
    (newest, findings)
}

/// Adds a checkpoint to the file and sees it onto the disk.
fn add(path: &Path, checkpoint: &Checkpoint) -> Result<(), Failure> {
    let fail = |e: std::io::Error| format!("the witness {} can't be written: {e}", path.display());
    let mut line = serde_json::to_string(checkpoint).map_err(|e| e.to_string())?;
    // A line of its own even after one that a power cut tore.
    let torn = fs::read(path).is_ok_and(|bytes| bytes.last().is_some_and(|last| *last != b'\n'));
    line = format!("{}{line}\n", if torn { "\n" } else { "" });
    let mut file = fs::OpenOptions::new().create(true).append(true).open(path).map_err(fail)?;
    file.write_all(line.as_bytes()).and_then(|()| file.sync_data()).map_err(fail)
}

/// Signs the audit of an office as it goes, and keeps what was signed in the file if there is one.
pub struct Keeper {
    /// The office.
    pub office: Office,
    /// Signs.
    pub signer: Signer,
    /// The witness.
    pub path: Option<PathBuf>,
    /// The last link that the file is known to cover.
    pub kept: u64,
}

impl Keeper {
    /// For an office, from what its file holds by now.
    pub fn new(office: &Office, signer: Signer, path: Option<PathBuf>) -> Self {
        let kept = path.as_deref().and_then(|path| read(path, &office.feed).0).map_or(0, |newest| newest.n);
        Self { office: office.clone(), signer, path, kept }
    }

    /// Signs if the pace asks for it. A witness that can't be written is told once each time, and the work goes on.
    pub async fn sign(&mut self, pace: SigningPace) {
        match self.office.checkpoint(&self.signer, pace).await {
            Ok(Some(newest)) if newest.n > self.kept => match self.path.as_deref().map_or(Ok(()), |path| add(path, &newest)) {
                Ok(()) => self.kept = newest.n,
                Err(failure) => eprintln!("warning [witness-unwritten]: {failure} -> plug in or mount what it lies on"),
            },
            Ok(_) => {}
            Err(problem) => eprintln!("warning [{}]: the audit was not signed: {} -> {}", problem.code, problem.text, problem.remedy),
        }
    }

    /// Signs at once, and then at the usual pace until `stop` is over, and once more at the end.
    pub async fn keep(mut self, stop: impl Future<Output = ()>) {
        tokio::pin!(stop);
        self.sign(SigningPace::AT_ONCE).await;
        while tokio::time::timeout(LOOK, &mut stop).await.is_err() {
            self.sign(SigningPace::USUAL).await;
        }
        self.sign(SigningPace::AT_ONCE).await;
    }
}
