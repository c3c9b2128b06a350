//! `amana manifest`.

use super::{language, plan_and_operation};
use crate::clock::MachineClock;
use crate::files::{Failure, write};
use crate::spell::Manifest;
use app::{Audience, Style, manifest_csv, manifest_html, texts};
use base::Clock;
use std::path::Path;
use std::process::ExitCode;

pub fn run(args: &Manifest) -> Result<ExitCode, Failure> {
    let texts = texts(language(&args.lang)?);
    let audience = args.audience.parse::<Audience>()?;
    let (file, operation) = plan_and_operation(&args.plan, args.scenario.as_deref())?;
    let made = match args.format.as_str() {
        "csv" => manifest_csv(&operation, &file.plan, args.trip, audience, texts),
        "html" => manifest_html(&operation, &file.plan, args.trip, audience, texts, MachineClock.now(), Style::Inside),
        other => return Err(format!("'{other}' is no format: choose html or csv")),
    };
    let made = made.ok_or_else(|| format!("the plan has no trip {}", args.trip))?;
    write(args.out.as_deref().unwrap_or(Path::new("-")), made.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
