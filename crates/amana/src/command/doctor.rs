//! `amana doctor`: what is well with an office and what is not, each with what to do, for whoever has no engineer beside them.

use super::backup::LAST;
use crate::clock::MachineClock;
use crate::files::{self, Failure};
use crate::office::{self, KEYRING, Opened, RECORDS, SETTINGS};
use crate::output;
use crate::spell::OfficeArgs;
use base::{Clock, Instant};
use clap::Args;
use content::Content;
use serde::Serialize;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::ExitCode;
use store::AuditFilter;

/// Less room than this is a warning, and less than the second stops work soon, in bytes.
const ROOM: (u64, u64) = (1 << 30, 100 << 20);
/// A backup older than this is a warning, days.
const BACKUP_DAYS: f64 = 2.0;
/// The program was written after this: a clock before it is wrong.
const WRITTEN: Instant = Instant(1_764_000_000);

/// `amana doctor`.
#[derive(Debug, Args)]
pub struct Doctor {
    #[command(flatten)]
    office: OfficeArgs,
    /// The port that the office is to be served on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Print as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Ok,
    Warn,
    Fail,
}

/// One thing that was looked at.
#[derive(Debug, Serialize)]
struct Line {
    check: &'static str,
    state: State,
    found: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    remedy: &'static str,
}

#[derive(Default)]
struct Lines(Vec<Line>);

impl Lines {
    fn ok(&mut self, check: &'static str, found: impl Into<String>) {
        self.0.push(Line { check, state: State::Ok, found: found.into(), remedy: "" });
    }

    fn warn(&mut self, check: &'static str, found: impl Into<String>, remedy: &'static str) {
        self.0.push(Line { check, state: State::Warn, found: found.into(), remedy });
    }

    fn fail(&mut self, check: &'static str, found: impl Into<String>, remedy: &'static str) {
        self.0.push(Line { check, state: State::Fail, found: found.into(), remedy });
    }
}

pub fn run(args: &Doctor) -> Result<ExitCode, Failure> {
    let mut lines = Lines::default();
    let dir = &args.office.dir;
    permissions(dir, &args.office.key.key_file, &mut lines);
    room(dir, &mut lines);
    let now = MachineClock.now();
    if now < WRITTEN {
        lines.fail(
            "clock",
            "the machine's clock is years behind",
            "set date and time, then start Amana again: deadlines and sign-in need them",
        );
    }
    own_content(dir, &mut lines);
    port(args.port, &mut lines);
    match args.office.key.read().and_then(|key| office::unlock(dir, &key)) {
        Err(e) => lines.fail(
            "key",
            e,
            "use the passphrase or key file that the office was made with; if the key ring is damaged, put back a copy or restore a backup",
        ),
        Ok(_) => {
            lines.ok("key", "opens the key ring");
            let looked = office::with(&args.office, None, async |opened| {
                inside(opened, now, &mut lines).await;
                Ok(())
            });
            if let Err(e) = looked {
                lines.fail(
                    "records",
                    e,
                    "if the key is right and the file is damaged, restore the last backup into an empty folder (docs/operations.md)",
                );
            }
        }
    }
    let worst = lines.0.iter().map(|line| line.state).max_by_key(|state| *state as u8).unwrap_or(State::Ok);
    if args.json {
        output::json(&lines.0)?;
    } else {
        for line in &lines.0 {
            let word = match line.state {
                State::Ok => "ok  ",
                State::Warn => "WARN",
                State::Fail => "FAIL",
            };
            let remedy = if line.remedy.is_empty() { String::new() } else { format!("\n      -> {}", line.remedy) };
            output::line(&format!("{word}  {}: {}{remedy}", line.check, line.found))?;
        }
    }
    Ok(ExitCode::from(u8::from(worst == State::Fail)))
}

fn permissions(dir: &Path, key_file: &Option<std::path::PathBuf>, lines: &mut Lines) {
    let open = |path: &Path| fs::metadata(path).is_ok_and(|m| m.permissions().mode() & 0o077 != 0);
    let wide: Vec<String> =
        [KEYRING, SETTINGS, RECORDS].iter().map(|name| dir.join(name)).filter(|p| open(p)).map(|p| p.display().to_string()).collect();
    if !dir.join(KEYRING).is_file() {
        lines.fail("folder", format!("{} holds no office", dir.display()), "name the folder that 'amana init' made with --dir");
    } else if open(dir) && !wide.is_empty() {
        lines.warn("permissions", format!("other users of this machine can read {}", wide.join(", ")), "chmod 700 the folder");
    } else {
        lines.ok("permissions", "only the owner can look into the folder");
    }
    if let Some(key) = key_file {
        let inside = key.canonicalize().ok().zip(dir.canonicalize().ok()).is_some_and(|(key, dir)| key.starts_with(dir));
        if inside {
            lines.fail(
                "key file",
                "lies in the office's folder: whoever takes the folder has both",
                "move it elsewhere, best to a disk that is taken out",
            );
        } else if open(key) {
            lines.warn("key file", "other users of this machine can read it", "chmod 600 the key file");
        } else {
            lines.ok("key file", "lies apart from the records, and only its owner can read it");
        }
    }
}

fn room(dir: &Path, lines: &mut Lines) {
    match files::free_space(dir) {
        Err(e) => lines.fail("disk", e, "look whether the disk is there"),
        Ok(free) => {
            let found = format!("{} MiB free", free >> 20);
            match free {
                free if free < ROOM.1 => lines.fail("disk", found, "make room now: nothing can be written when it is full"),
                free if free < ROOM.0 => lines.warn("disk", found, "make room this week: move old backups to another disk"),
                _ => lines.ok("disk", found),
            }
        }
    }
}

fn own_content(dir: &Path, lines: &mut Lines) {
    match office::own_content(dir) {
        Err(e) => lines.fail("content", e, "put back a file that can be read"),
        Ok(own) => {
            let pairs: Vec<(&str, &str)> = own.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
            let (_, mut findings) = Content::load(content::SHIPPED, &pairs);
            findings.extend(super::guidance::checked(&pairs).1);
            match findings.iter().next() {
                Some(first) => lines.warn(
                    "content",
                    format!("{} findings, the first: {first}", findings.len()),
                    "mend the file; until then what is shipped is used in its place",
                ),
                None => lines.ok("content", format!("forms, lists and procedures are sound; {} files of the office's own", own.len())),
            }
        }
    }
}

fn port(port: u16, lines: &mut Lines) {
    match std::net::TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => lines.ok("port", format!("{port} is free")),
        Err(_) => lines
            .ok("port", format!("{port} is taken: well if Amana is running; if it does not start, something else has it: use --port 8081")),
    }
}

async fn inside(opened: &Opened, now: Instant, lines: &mut Lines) {
    let (office, store) = (&opened.office, &opened.office.store);
    match store.check().await {
        Ok(()) => {
            lines.ok("records", "encrypted (SQLCipher, or sealed in PostgreSQL), of this program's version, every page as it was written")
        }
        Err(e) => lines.fail("records", e.to_string(), "restore the last backup into an empty folder (docs/operations.md)"),
    }
    let newest = store.audit(&office.feed, AuditFilter::default(), 1).await.ok().and_then(|links| links.first().map(|link| link.at));
    match newest {
        Some(newest) if newest.0 > now.0 + 60 => {
            lines.fail("clock", "is behind the last act in the audit", "set date and time of this machine, then start Amana again");
        }
        _ => lines.ok("clock", format!("says {}, after the last act", office.zone.show(now))),
    }
    match office.verified(&opened.verifier).await {
        Err(problem) => lines.fail("audit", problem.text, "restore the last backup into an empty folder"),
        Ok(verified) => match verified.findings.iter().find(|f| f.severity == base::Severity::Error) {
            Some(first) => lines.fail(
                "audit",
                format!("is not as it was written: {first}"),
                "change nothing; copy the folder away; tell whoever oversees data protection",
            ),
            None => lines.ok("audit", format!("{} links, whole and as they were written", verified.links)),
        },
    }
    match &opened.witness {
        None => lines.warn(
            "witness",
            "none is kept: a cut tail of the audit could go unseen",
            "set witness = \"/media/stick/amana-witness\" in office.toml",
        ),
        Some(path) => match crate::witness::read(path, &office.feed).0 {
            None => lines.warn(
                "witness",
                format!("{} holds nothing of this office", path.display()),
                "plug in or mount what it lies on, and start the server once",
            ),
            Some(newest) => lines.ok("witness", format!("covers {} links, signed {}", newest.n, office.zone.show(newest.at))),
        },
    }
    let last = store
        .find_setting(&office.feed, LAST)
        .await
        .ok()
        .flatten()
        .and_then(|value| serde_json::from_value::<Instant>(value["at"].clone()).ok());
    match last {
        None => lines.warn("backup", "none was ever taken", "take one with 'amana backup' and keep it away from this machine"),
        Some(at) if now.days_since(at) > BACKUP_DAYS => {
            lines.warn(
                "backup",
                format!("the last is of {}", office.zone.show(at)),
                "take one with 'amana backup'; look why the timer did not",
            );
        }
        Some(at) => lines.ok("backup", format!("the last is of {}", office.zone.show(at))),
    }
}
