//! `amana plan --instance`: benchmark instances.

use super::plan::limit;
use crate::files::{Failure, read, write};
use crate::output;
use crate::spell::{Format, Plan};
use app::{Language, texts};
use movement::search::{Options, Progress, solve};
use movement::{darp, instance};
use std::path::Path;
use std::process::ExitCode;

/// Search time if neither rounds nor a limit are given, seconds.
const USUAL_SECONDS: f64 = 10.0;

/// Between two calls the dial-a-ride search may take this long (recombining routes), seconds.
const DARP_STEP: f64 = 0.3;

pub fn run(args: &Plan, path: &Path) -> Result<ExitCode, Failure> {
    let bytes = read(path)?;
    let name = path.display().to_string();
    let limit = limit(args.time_limit, args.iterations, USUAL_SECONDS);
    let seed = args.seed.unwrap_or(1);
    let texts = texts(Language::English);
    match args.format {
        Format::Evacuation => match instance::read(&name, &bytes) {
            Err(findings) => {
                output::findings(&findings, texts);
                Ok(output::code(&findings))
            }
            Ok(problem) => {
                let options = Options { mode: args.mode.into(), seed, iterations: args.iterations, ..Options::default() };
                let mut watch = |p: &Progress| {
                    limit.spent().into_iter().for_each(|share| p.spent(share));
                    limit.goes_on()
                };
                let solution = solve(&problem, &options, &mut watch);
                give(args, &instance::to_json(&problem, &solution))
            }
        },
        Format::Darp => match darp::read(&name, &bytes) {
            Err(findings) => {
                output::findings(&findings, texts);
                Ok(output::code(&findings))
            }
            Ok(read) => {
                let rounds = args.iterations.unwrap_or(u64::MAX);
                let spare = limit.spare(DARP_STEP);
                let plan = darp::solve(&read, seed, &mut |p| p.iteration < rounds && spare.goes_on());
                give(args, &serde_json::to_string(&plan).map_err(|e| e.to_string())?)
            }
        },
    }
}

fn give(args: &Plan, answer: &str) -> Result<ExitCode, Failure> {
    if let Some(out) = &args.out {
        write(out, answer.as_bytes())?;
    }
    if args.json || args.out.is_none() {
        output::line(answer)?;
    }
    Ok(ExitCode::SUCCESS)
}
