//! One file per command.

mod assess;
pub mod audit;
mod backtest;
pub mod backup;
mod check;
pub mod check_site;
pub mod doctor;
mod generate;
pub mod guidance;
mod init;
mod instance;
mod link;
mod manifest;
mod names;
mod plan;
mod replan;
pub mod restore;
mod route;
mod serve;
mod user;

use crate::files::{Failure, PlanFile, read_scenario, scenario};
use crate::output;
use crate::spell::Command;
use app::{Language, texts};
use base::{Findings, Instant};
use movement::operation::{Operation, zone};
use std::path::Path;
use std::process::ExitCode;

impl Command {
    /// Does it.
    pub fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Serve(args) => serve::run(&args),
            Self::Init(args) => init::run(&args),
            Self::User(args) => user::run(&args),
            Self::Backup(args) => backup::run(&args),
            Self::Restore(args) => restore::run(&args),
            Self::Doctor(args) => doctor::run(&args),
            Self::Audit(args) => audit::run(&args),
            Self::Plan(args) => plan::run(&args),
            Self::Check(args) => check::run(&args),
            Self::CheckSite(args) => check_site::run(&args),
            Self::Replan(args) => replan::run(&args),
            Self::Manifest(args) => manifest::run(&args),
            Self::Route(args) => route::run(&args),
            Self::Backtest(args) => backtest::run(&args),
            Self::Assess(args) => assess::run(&args),
            Self::Generate(args) => generate::run(&args),
            Self::Guidance(args) => guidance::run(&args),
            Self::Names(args) => names::names(&args),
            Self::Match(args) => names::find(&args),
            Self::Link(args) => names::link(&args),
            Self::Duplicates(args) => link::duplicates(&args),
        }
    }
}

/// Reads an operation and prints its findings; `as_of` in words of the operation's time zone.
fn operation(folder: &Path, as_of: Option<&str>) -> Result<(Operation, Findings, Instant), Failure> {
    let files = read_scenario(&scenario(folder)?)?;
    let as_of = match as_of {
        Some(text) => Some(zone(&files).ok_or("operation.toml can't be read: run without --as-of to see what is wrong")?.parse(text)?),
        None => None,
    };
    let (operation, findings) = Operation::read(&files, as_of);
    output::findings(&findings, texts(Language::English));
    let operation = operation.ok_or("the operation can't be read; see the findings")?;
    let as_of = as_of.unwrap_or(operation.starts);
    Ok((operation, findings, as_of))
}

/// Reads a plan and the operation it was made from.
fn plan_and_operation(path: &Path, folder: Option<&Path>) -> Result<(PlanFile, Operation), Failure> {
    let file = PlanFile::read(path)?;
    let folder = folder.unwrap_or(&file.scenario);
    let files = read_scenario(&scenario(folder)?)?;
    let (operation, findings) = Operation::read(&files, Some(file.plan.as_of));
    let operation = operation.ok_or_else(|| {
        output::findings(&findings, texts(Language::English));
        "the operation can't be read; see the findings"
    })?;
    if operation.inputs != file.plan.inputs {
        eprintln!(
            "warning [inputs-differ]: the files in {} are not those the plan was made from -> make the plan anew, or name the right folder with --scenario",
            folder.display()
        );
    }
    Ok((file, operation))
}

fn language(code: &str) -> Result<Language, Failure> {
    Language::find(code).ok_or_else(|| format!("'{code}' is no language here: choose en, fr, es or ar"))
}
