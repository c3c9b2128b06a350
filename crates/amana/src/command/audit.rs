//! `amana audit`.

use crate::files::{self, Failure};
use crate::office::{self, Opened};
use crate::output;
use crate::spell::OfficeArgs;
use app::{Language, SigningPace, texts};
use base::{Compartment, Instant};
use clap::{Args, Subcommand, ValueEnum};
use seal::Link;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Act, AuditFilter};

/// Links read at a time.
const LINKS: u32 = 1000;

/// `amana audit`.
#[derive(Debug, Args)]
pub struct Audit {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Check that the audit is whole and as it was written; exit code 1 if not.
    Verify(Verify),
    /// List or export who did what in a period.
    List(List),
}

#[derive(Debug, Args)]
struct Verify {
    #[command(flatten)]
    office: OfficeArgs,
    /// Signed checkpoints kept outside the database; those that the office's settings name if absent.
    #[arg(long)]
    witness: Option<PathBuf>,
    /// Print as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
}

#[derive(Debug, Args)]
struct List {
    #[command(flatten)]
    office: OfficeArgs,
    /// From this day or time on, in the office's zone.
    #[arg(long)]
    from: Option<String>,
    /// Before this day or time.
    #[arg(long)]
    until: Option<String>,
    /// How it is written.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// A new file that only you may read; standard output if absent.
    #[arg(long)]
    out: Option<PathBuf>,
}

pub fn run(args: &Audit) -> Result<ExitCode, Failure> {
    match &args.what {
        What::Verify(args) => office::with(&args.office, args.witness.as_deref(), async |opened| verify(args, opened).await),
        What::List(args) => office::with(&args.office, None, async |opened| list(args, opened).await),
    }
}

async fn verify(args: &Verify, opened: &Opened) -> Result<ExitCode, Failure> {
    let verified = opened.office.verified(&opened.verifier).await.map_err(|p| p.text)?;
    if args.json {
        output::json(&verified)?;
    } else {
        output::findings(&verified.findings, texts(Language::English));
        let how = if verified.ok {
            "whole, and as it was written"
        } else {
            "NOT as it was written: keep the database as it is, and compare with a backup"
        };
        output::line(&format!("The audit has {} links: {how}.", verified.links))?;
        if verified.ok && opened.witness.is_none() {
            output::line(
                "No witness is kept, so that a tail cut off together with what was signed could not be noticed: set 'witness' in office.toml.",
            )?;
        }
    }
    Ok(output::code(&verified.findings))
}

/// A link as it is written out.
#[derive(Serialize)]
struct Row {
    n: u64,
    at: String,
    actor: String,
    action: String,
    record: String,
    compartments: String,
    purpose: String,
    hash_of_written: String,
}

async fn list(args: &List, opened: &Opened) -> Result<ExitCode, Failure> {
    let office = &opened.office;
    let at =
        |text: &Option<String>| -> Result<Option<Instant>, Failure> { text.as_deref().map(|text| office.zone.parse(text)).transpose() };
    let mut filter = AuditFilter { from: at(&args.from)?, until: at(&args.until)?, ..AuditFilter::default() };
    let act = Act { actor: None, action: "export".into(), record: None, compartments: Vec::new(), purpose: None };
    office.store.attest(&office.feed, office.now(), &[act]).await.map_err(|e| e.to_string())?;
    let mut rows = Vec::new();
    loop {
        let links = office.store.audit(&office.feed, filter, LINKS).await.map_err(|e| e.to_string())?;
        let Some(last) = links.last() else { break };
        filter.before = Some(last.n);
        rows.extend(links.iter().map(|link| row(link, &office.zone)));
    }
    rows.reverse();
    let text = match args.format {
        Format::Table => {
            let head = ["n", "at", "who", "did", "record", "compartments", "purpose"].map(str::to_owned).to_vec();
            let cells = rows.into_iter().map(|r| vec![r.n.to_string(), r.at, r.actor, r.action, r.record, r.compartments, r.purpose]);
            output::table(&std::iter::once(head).chain(cells).collect::<Vec<_>>())
        }
        Format::Json => serde_json::to_string_pretty(&rows).map_err(|e| e.to_string())?,
        Format::Csv => {
            let mut out = csv::Writer::from_writer(Vec::new());
            rows.iter().try_for_each(|row| out.serialize(row)).map_err(|e| e.to_string())?;
            String::from_utf8(out.into_inner().map_err(|e| e.to_string())?).map_err(|e| e.to_string())?.trim_end().to_owned()
        }
    };
    match args.out.as_deref().filter(|path| *path != Path::new("-")) {
        Some(path) => files::write_secret(path, format!("{text}\n").as_bytes())?,
        None => output::line(&text)?,
    }
    crate::witness::Keeper::new(office, opened.signer.clone(), opened.witness.clone()).sign(SigningPace::AT_ONCE).await;
    Ok(ExitCode::SUCCESS)
}

fn row(link: &Link, zone: &base::LocalZone) -> Row {
    Row {
        n: link.n,
        at: zone.show(link.at),
        actor: link.actor.map(|actor| actor.to_string()).unwrap_or_default(),
        action: link.action.clone(),
        record: link.record.map(|record| record.to_string()).unwrap_or_default(),
        compartments: link.compartments.iter().map(Compartment::to_string).collect::<Vec<_>>().join(" "),
        purpose: link.purpose.as_ref().map(ToString::to_string).unwrap_or_default(),
        hash_of_written: link.digest.to_string(),
    }
}
