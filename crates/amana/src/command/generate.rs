//! `amana generate`.

use crate::files::{Failure, read_scenario, scenario, write};
use crate::generate::{ScenarioFacts, generate};
use crate::output;
use crate::spell::Generate;
use app::{Language, texts};
use base::Findings;
use std::process::ExitCode;

/// Most people that are generated at once.
const MOST_PEOPLE: usize = 1_000_000;

pub fn run(args: &Generate) -> Result<ExitCode, Failure> {
    if args.people == 0 || args.people > MOST_PEOPLE {
        return Err(format!("--people {} is out of range: 1 to {MOST_PEOPLE}", args.people));
    }
    let folder = scenario(&args.scenario)?;
    let files = read_scenario(&folder)?;
    let mut findings = Findings::default();
    let facts = ScenarioFacts::read(&files, &mut findings);
    output::findings(&findings, texts(Language::English));
    let Some(facts) = facts else { return Ok(output::code(&findings)) };
    let out = args.out.clone().unwrap_or_else(|| folder.clone());
    std::fs::create_dir_all(&out).map_err(|e| format!("{} can't be made: {e}", out.display()))?;
    let made = generate(&facts, args.people, args.seed);
    let others = files.iter().filter(|(name, _)| out != folder && !made.contains_key(*name));
    for (name, bytes) in others.chain(&made) {
        write(&out.join(name), bytes)?;
    }
    output::line(&format!("{} people (generated, none real) for {} in {}", args.people, args.scenario.display(), out.display()))?;
    Ok(ExitCode::SUCCESS)
}
