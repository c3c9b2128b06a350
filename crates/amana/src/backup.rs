//! The file of a backup: an `age` file of text lines. A head, the files of the office's folder, then the rows that the store gives.

use crate::files::Failure;
use data_encoding::BASE64;
use seal::{BackupFrom, open_backup};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Component, Path};

/// The form of backups that this program writes.
const FORM: u32 = 1;

/// The first line.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    amana_backup: u32,
    /// The program that wrote it.
    pub program: String,
    /// When it was begun.
    pub taken_at: base::Instant,
    /// How many files of the folder follow.
    pub files: usize,
}

impl Head {
    /// Of a backup that begins now.
    pub fn new(taken_at: base::Instant, files: usize) -> Self {
        Self { amana_backup: FORM, program: env!("CARGO_PKG_VERSION").into(), taken_at, files }
    }
}

/// A file of the office's folder, as a line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    file: String,
    base64: String,
}

/// The line of a file.
pub fn line_of(name: &str, bytes: &[u8]) -> Result<String, Failure> {
    serde_json::to_string(&Kept { file: name.into(), base64: BASE64.encode(bytes) }).map_err(|e| e.to_string())
}

/// A backup that is being read: its head and files are read, the rows follow.
pub struct Reading<R> {
    /// The first line.
    pub head: Head,
    /// Files of the folder by name.
    pub files: Vec<(String, Vec<u8>)>,
    lines: R,
}

/// Opens a backup and reads what stands before the rows.
pub fn read(path: &Path, from: &BackupFrom) -> Result<Reading<impl BufRead + use<>>, Failure> {
    let fail = |e: io::Error| format!("{} can't be read: {}", path.display(), cut(&e));
    let file = File::open(path).map_err(fail)?;
    let mut lines =
        BufReader::with_capacity(1 << 16, open_backup(from, BufReader::new(file)).map_err(|e| format!("{}: {e}", path.display()))?);
    let mut next = || {
        let mut line = String::new();
        lines.read_line(&mut line).map(|_| line).map_err(fail)
    };
    let not_one = || format!("{} is no backup of this program", path.display());
    let head: Head = serde_json::from_str(&next()?).map_err(|_| not_one())?;
    if head.amana_backup != FORM {
        return Err(format!("{} was written by a newer program ({}): use that one", path.display(), head.program));
    }
    let mut files = Vec::new();
    for _ in 0..head.files {
        let kept: Kept = serde_json::from_str(&next()?).map_err(|_| not_one())?;
        let inside = Path::new(&kept.file).components().all(|part| matches!(part, Component::Normal(_)));
        let bytes = BASE64.decode(kept.base64.as_bytes()).ok().filter(|_| inside).ok_or_else(not_one)?;
        files.push((kept.file, bytes));
    }
    Ok(Reading { head, files, lines })
}

impl<R: BufRead> Reading<R> {
    /// The rows, line by line; what was altered or cut is an error where it is met.
    pub fn rows(self) -> impl Iterator<Item = io::Result<String>> {
        let mut lines = self.lines;
        std::iter::from_fn(move || {
            let mut line = String::new();
            match lines.read_line(&mut line) {
                Ok(0) => None,
                Ok(_) => Some(Ok(line.trim_end_matches('\n').to_owned())),
                Err(e) => Some(Err(io::Error::other(cut(&e)))),
            }
        })
    }
}

/// What `age` says of a piece that doesn't open, in words that say what to do.
fn cut(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => "it was altered or cut off: try another copy".into(),
        _ => error.to_string(),
    }
}
