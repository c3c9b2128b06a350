//! `amana check`.

use super::plan_and_operation;
use crate::files::Failure;
use crate::output;
use crate::spell::Check;
use app::{Language, texts};
use std::process::ExitCode;

pub fn run(args: &Check) -> Result<ExitCode, Failure> {
    let (file, operation) = plan_and_operation(&args.plan, args.scenario.as_deref())?;
    let breaches = movement::check::check(&operation, &file.plan);
    let broken = breaches.iter().filter(|b| b.severity == base::Severity::Error).count();
    if args.json {
        output::json(&breaches)?;
    } else {
        output::findings(&breaches, texts(Language::English));
        output::line(&format!(
            "{} trips, {} households waiting: {} rules broken, {} things to look at",
            file.plan.trips.len(),
            file.plan.waiting.len(),
            broken,
            breaches.len() - broken
        ))?;
    }
    Ok(output::code(&breaches))
}
