//! `amana backtest`.

use crate::files::{Failure, read_scenario, scenario};
use crate::output;
use crate::spell::Backtest;
use app::{Language, texts};
use base::{Findings, parse_date};
use movement::backtest::{Options, backtest_folder};
use std::process::ExitCode;

pub fn run(args: &Backtest) -> Result<ExitCode, Failure> {
    let day = |text: &str| parse_date(text).ok_or_else(|| format!("'{text}' is no date: write 2013-12-15"));
    let mut options = Options::over(day(&args.from)?, day(&args.to)?);
    options.origins.clone_from(&args.origins);
    options.destinations.clone_from(&args.destinations);
    options.radius_km = args.radius_km.unwrap_or(options.radius_km);
    options.ends_km = args.ends_km.unwrap_or(options.ends_km);
    options.days = args.days.unwrap_or(options.days);
    let files = read_scenario(&scenario(&args.scenario)?)?;
    let mut findings = Findings::default();
    let result = backtest_folder(&files, &options, &mut findings);
    output::findings(&findings, texts(Language::English));
    if args.json {
        output::json(&result)?;
    } else {
        output::line(&result.to_string())?;
    }
    Ok(output::code(&findings))
}
