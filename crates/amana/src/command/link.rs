//! `amana link`, `amana duplicates`, `amana match`: whole records that may be one person.

use crate::files::{Failure, read, write};
use crate::output;
use crate::spell::{Duplicates, Known, Link, MatchName};
use app::{Language, texts};
use linkage::find::{Finder, Proposal};
use linkage::model::Expect;
use linkage::pairs::{self, Pairs, Wanted};
use linkage::record::Record;
use linkage::{columns, explain};
use serde::Serialize;
use std::path::Path;
use std::process::ExitCode;

#[derive(Serialize)]
struct Found<'a> {
    id: &'a str,
    name: &'a str,
    probability: f32,
    weight: f32,
    because: Vec<Because>,
    would_settle: Vec<&'static str>,
}

#[derive(Serialize)]
struct Because {
    said: String,
    /// Natural log-odds, above 0 for and below 0 against.
    weight: f32,
}

/// Tells how far a long work is after so many.
const TOLD: usize = 1000;

/// `amana link` with whole records.
pub fn link(args: &Link) -> Result<ExitCode, Failure> {
    let (Some(left), Some(right)) = (&args.left, &args.right) else { return Err("name two files with --left and --right".into()) };
    let (registered, asked) = (people(left)?, people(right)?);
    let mut finder = Finder::new(registered, Expect::OneAtMost);
    let wanted = Wanted { top: args.top.unwrap_or(10), least: args.least };
    let found = pairs::link(&asked, &mut finder, wanted, progress(asked.len()));
    let rows = found.pairs.iter().map(|(n, proposal)| (asked.get(*n), proposal));
    table(&finder, rows, &args.out)?;
    tell(&found, "asked for");
    Ok(ExitCode::SUCCESS)
}

/// `amana duplicates`.
pub fn duplicates(args: &Duplicates) -> Result<ExitCode, Failure> {
    let listed = people(&args.list)?;
    let size = listed.len();
    let mut finder = Finder::new(listed, Expect::Any);
    let found = pairs::duplicates(&mut finder, Wanted { top: args.top, least: args.least }, progress(size));
    let rows = found.pairs.iter().map(|(n, proposal)| (finder.records().get(*n), proposal));
    table(&finder, rows, &args.out)?;
    tell(&found, "in the list");
    Ok(ExitCode::SUCCESS)
}

/// `amana match` in a list of whole records.
pub fn find(args: &MatchName, bytes: &[u8]) -> Result<ExitCode, Failure> {
    let listed = read_people(&args.list, bytes)?;
    let asked = query(&args.name, &args.known)?;
    let finder = Finder::new(listed, Expect::OneAtMost);
    let proposals = finder.find(&asked, args.top, None);
    let found: Vec<Found> = proposals.iter().filter_map(|proposal| told(&finder, &asked, proposal)).collect();
    if args.json {
        output::json(&found)?;
    } else if found.is_empty() {
        output::line("Nobody in the list is like this person.")?;
    } else {
        for one in &found {
            output::line(&format!("{}  {}  {:.0} %", one.id, one.name, one.probability * 100.0))?;
            for because in &one.because {
                output::line(&format!("    {:+.1}  {}", because.weight, because.said))?;
            }
            if !one.would_settle.is_empty() {
                output::line(&format!("    to settle it: {}", one.would_settle.join("; ")))?;
            }
        }
        output::line("\nNumbers before reasons: natural logarithm of how much liker one person than two. It proposes; people verify.")?;
    }
    Ok(ExitCode::from(u8::from(found.is_empty())))
}

fn told<'a>(finder: &'a Finder, asked: &Record, proposal: &Proposal) -> Option<Found<'a>> {
    let found = finder.records().get(proposal.at)?;
    let because = finder.why(asked, proposal).into_iter().map(|e| Because { said: e.said, weight: e.weight }).collect();
    Some(Found {
        id: &found.id,
        name: found.names.first().map_or("", |n| &n.text),
        probability: proposal.probability,
        weight: proposal.weight,
        because,
        would_settle: explain::would_settle(asked, found),
    })
}

/// What is asked for, read like a row of a list.
fn query(name: &str, known: &Known) -> Result<Record, Failure> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let cells = [
        ("id", "asked".to_owned()),
        ("name", name.to_owned()),
        ("sex", text(&known.sex)),
        ("birth_date", text(&known.birth_date)),
        ("birth_year", text(&known.birth_year)),
        ("age", text(&known.age)),
        ("age_date", text(&known.age_date)),
        ("estimated", if known.estimated { "yes" } else { "" }.to_owned()),
        ("places", known.places.join(";")),
        ("relatives", known.relatives.join(";")),
        ("identifiers", known.identifiers.join(";")),
        ("phones", known.phones.join(";")),
    ];
    let mut out = csv::Writer::from_writer(Vec::new());
    let fail = |e: csv::Error| format!("what is asked for can't be read: {e}");
    out.write_record(cells.iter().map(|c| c.0)).map_err(fail)?;
    out.write_record(cells.iter().map(|c| c.1.as_str())).map_err(fail)?;
    let bytes = out.into_inner().map_err(|e| format!("what is asked for can't be read: {e}"))?;
    let (records, findings) = columns::read("what is asked for", &bytes);
    output::findings(&findings, texts(Language::English));
    records.into_iter().next().ok_or_else(|| "there is no letter in this name: write it in quotation marks".to_owned())
}

fn table<'a>(finder: &Finder, pairs: impl Iterator<Item = (Option<&'a Record>, &'a Proposal)>, path: &Path) -> Result<(), Failure> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let fail = |e: csv::Error| format!("{} can't be written: {e}", path.display());
    out.write_record(["left", "right", "probability", "weight", "because", "would_settle"]).map_err(fail)?;
    for (asked, proposal) in pairs {
        let Some((asked, found)) = asked.and_then(|asked| Some((asked, told(finder, asked, proposal)?))) else { continue };
        let because: Vec<String> = found.because.iter().map(|b| format!("{:+.1} {}", b.weight, b.said)).collect();
        let (probability, weight) = (format!("{:.4}", found.probability), format!("{:.2}", found.weight));
        let cells = [found.id, &asked.id, &probability, &weight, &because.join(" | "), &found.would_settle.join("; ")];
        out.write_record(cells).map_err(fail)?;
    }
    let bytes = out.into_inner().map_err(|e| format!("{} can't be written: {e}", path.display()))?;
    write(path, &bytes)
}

fn progress(all: usize) -> impl FnMut(usize) {
    move |done| {
        if done > 0 && done.is_multiple_of(TOLD) {
            eprintln!("{done} of {all} …");
        }
    }
}

fn tell(found: &Pairs, whom: &str) {
    eprintln!("{} pairs. Nothing is merged or linked: each is for a person to look at.", found.pairs.len());
    eprintln!(
        "Estimated: {:.2} matches for each person {whom}; {:.1} % of true pairs are not in this file.",
        found.learnt.found,
        found.missed * 100.0
    );
    if found.learnt.unreached.is_none() {
        eprintln!("Too little but names to estimate how many pairs no way leads to.");
    }
}

fn people(path: &Path) -> Result<Vec<Record>, Failure> {
    read_people(path, &read(path)?)
}

fn read_people(path: &Path, bytes: &[u8]) -> Result<Vec<Record>, Failure> {
    let (records, findings) = columns::read(&path.display().to_string(), bytes);
    output::findings(&findings, texts(Language::English));
    if records.is_empty() {
        return Err(format!("{} holds nobody to compare: it needs the columns id and name, and a row for each person", path.display()));
    }
    Ok(records)
}
