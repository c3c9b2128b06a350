//! `amana guidance`: what to follow and whom to ask in each area of work.

use super::language;
use crate::clock::MachineClock;
use crate::files::Failure;
use crate::{office, output};
use app::{Language, Texts, texts};
use base::{Clock, Findings};
use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use register::guidance::{AreaShown, ReferenceShown, Register, SHIPPED};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// `amana guidance`.
#[derive(Debug, Args)]
pub struct Guidance {
    /// Identifier of an area, such as A05; without one, all areas.
    area: Option<String>,
    /// Only references in which each of these words stands.
    #[arg(long, default_value = "")]
    search: String,
    /// Folder of an office or operation, whose content/register adds to what is shipped.
    #[arg(long)]
    dir: Option<PathBuf>,
    /// en, fr, es or ar.
    #[arg(long, default_value = "en")]
    language: String,
    /// Print as JSON.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Guidance) -> Result<ExitCode, Failure> {
    let language = language(&args.language)?;
    let own = own(args.dir.as_deref())?;
    let pairs: Vec<(&str, &str)> = own.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (register, findings) = checked(&pairs);
    output::findings(&findings, texts(Language::English));
    if let Some(area) = args.area.as_deref().filter(|area| register.find_area(area).is_none()) {
        let known: Vec<&str> = register.areas().iter().map(|a| a.id.as_str()).collect();
        return Err(format!("there is no area '{area}': choose {}", known.join(", ")));
    }
    let shown = register.show(args.area.as_deref(), &args.search, language.code(), today());
    if args.json {
        output::json(&shown)?;
    } else if shown.is_empty() {
        output::line(&texts(language).get("guidance-none"))?;
    } else {
        shown.iter().try_for_each(|area| output::line(&area_text(area, texts(language))))?;
    }
    Ok(ExitCode::from(u8::from(findings.has_errors() || shown.is_empty())))
}

/// The register with what an operation adds, and every finding about it and about what its content cites.
pub fn checked(own: &[(&str, &str)]) -> (Register, Findings) {
    let (register, mut findings) = Register::load(SHIPPED, own);
    findings.extend(register.check_citations(content::SHIPPED.iter().chain(own)));
    (register, findings)
}

/// The day on this machine's clock, in UTC.
pub fn today() -> Date {
    TimeZone::UTC.to_datetime(jiff::Timestamp::from_second(MachineClock.now().0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)).date()
}

/// Files of the content of a folder, if one is named.
pub fn own(dir: Option<&Path>) -> Result<Vec<(String, String)>, Failure> {
    match dir {
        Some(dir) if !dir.is_dir() => Err(format!("there is no folder {}", dir.display())),
        Some(dir) => office::own_content(dir),
        None => Ok(Vec::new()),
    }
}

fn area_text(area: &AreaShown, texts: &Texts) -> String {
    let mut lines = vec![format!("{}  {}", area.id, area.title)];
    lines.extend(area.contacts.iter().map(|c| format!("  {}  ({})", c.email, texts.get(&key("guidance-contact", c.status)))));
    lines.extend(area.references.iter().map(|r| reference_text(r, texts)));
    lines.push(String::new());
    lines.join("\n")
}

fn reference_text(r: &ReferenceShown, texts: &Texts) -> String {
    let say =
        |key: &str, value: &str| texts.find(key, &[("value".to_owned(), value.to_owned())].into()).unwrap_or_else(|| value.to_owned());
    let year = r.year.map(|y| format!(", {y}")).unwrap_or_default();
    let identifier = r.identifier.as_ref().map(|i| format!(", {i}")).unwrap_or_default();
    let states = [key("guidance-kind", r.kind), key("guidance-access", r.access), key("guidance-state", r.state)];
    let states = states.map(|key| texts.get(&key)).join(" · ");
    let mut lines = vec![format!("  {}  {} ({}{year}{identifier})", r.id, r.title, r.publisher), r.about.clone(), states];
    lines.extend(r.successor.as_ref().map(|s| say("guidance-successor", s)));
    lines.extend(r.cited_year_differs.map(|y| say("guidance-cited-year", &y.to_string())));
    lines.extend(r.discrepancy.clone());
    lines.extend((!r.see_also.is_empty()).then(|| say("guidance-see-also", &r.see_also.join("; "))));
    lines.push(r.source.as_ref().map_or_else(|| texts.get("guidance-set-locally"), |s| say("guidance-source", s)));
    lines.extend(r.review_due.then(|| texts.get("guidance-review-due")));
    lines.join("\n       ")
}

fn key(list: &str, code: &str) -> String {
    format!("{list}-{}", code.replace('_', "-"))
}
