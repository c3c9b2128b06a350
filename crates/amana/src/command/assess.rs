//! `amana assess`.

use super::language;
use crate::clock::MachineClock;
use crate::files::{Failure, read};
use crate::output;
use crate::spell::Assess;
use app::texts;
use base::{Clock, LocalZone};
use exposure::{Ruleset, assess_file};
use std::process::ExitCode;

pub fn run(args: &Assess) -> Result<ExitCode, Failure> {
    let texts = texts(language(&args.lang)?);
    let zone = LocalZone::find(&args.timezone)
        .ok_or_else(|| format!("'{}' is not a time zone: write an IANA name such as Africa/Bangui", args.timezone))?;
    let as_of = match &args.as_of {
        Some(text) => zone.parse(text)?,
        None => MachineClock.now(),
    };
    let rules = match &args.rules {
        Some(path) => {
            let text = String::from_utf8_lossy(&read(path)?).into_owned();
            let (rules, findings) = Ruleset::read(&path.display().to_string(), &text);
            output::findings(&findings, texts);
            rules.ok_or("the rules can't be used; see the findings")?
        }
        None => Ruleset::built_in().map_err(|findings| {
            output::findings(&findings, texts);
            "the built-in rules can't be used"
        })?,
    };
    let report = assess_file(&read(&args.people)?, &args.people.display().to_string(), as_of, &zone, &rules);
    output::findings(&report.findings, texts);
    if args.json {
        output::json(&report)?;
        return Ok(output::code(&report.findings));
    }
    let mut rows = vec![["person", "tier", "band", "why"].map(str::to_owned).to_vec()];
    for person in &report.people {
        let why: Vec<String> = person.degree.reasons.iter().map(|r| texts.reason(r)).collect();
        rows.push(vec![
            person.person_id.clone(),
            person.degree.tier.number().to_string(),
            person.degree.band.word().to_owned(),
            why.join(" "),
        ]);
    }
    output::line(&output::table(&rows))?;
    output::line(&format!(
        "\nRules {}; people by tier: {:?}; households by tier: {:?}",
        report.ruleset_version, report.people_by_tier, report.households_by_tier
    ))?;
    output::line("Disparity (for people to look at, never a quota):")?;
    let mut rows = vec![["by", "group", "people", "high or critical", "share", "ratio", ""].map(str::to_owned).to_vec()];
    for dimension in &report.disparity {
        for group in &dimension.groups {
            let review = if group.review { "look at this" } else { "" };
            let figure = |n: Option<String>| n.unwrap_or_else(|| "too few".into());
            let (urgent, share) = (group.urgent.map(|n| n.to_string()), group.share_permille.map(|n| format!("{:.1} %", n as f64 / 10.0)));
            let ratio = group.ratio_percent.map_or(String::new(), |r| format!("{:.2}", r as f64 / 100.0));
            rows.push(vec![
                dimension.dimension.clone(),
                group.label.clone(),
                group.assessed.to_string(),
                figure(urgent),
                figure(share),
                ratio,
                review.to_owned(),
            ]);
        }
    }
    output::line(&output::table(&rows))?;
    Ok(output::code(&report.findings))
}
