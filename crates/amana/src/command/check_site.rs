//! `amana check-site`.

use crate::files::{Failure, read};
use crate::output;
use app::{Language, texts};
use base::Findings;
use clap::Args;
use serde::Serialize;
use site::{Change, Climate, Outcome, Phase, Plan, Reader, Report, Rules, Settings, compare, judge};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// `amana check-site`.
#[derive(Debug, Args)]
pub struct CheckSite {
    /// The plan as GeoJSON; `-` for standard input.
    pub plan: PathBuf,
    /// The plan as it was before: tells what changed, rule by rule.
    #[arg(long)]
    pub before: Option<PathBuf>,
    /// Rules to use in place of the built-in ones.
    #[arg(long)]
    pub rules: Option<PathBuf>,
    /// Judge by the limits of the first weeks.
    #[arg(long)]
    pub first_phase: bool,
    /// Judge by the limits of a cold place.
    #[arg(long)]
    pub cold: bool,
    /// Name households headed by women and children alone; for those who may know.
    #[arg(long)]
    pub restricted: bool,
    /// Print as JSON.
    #[arg(long)]
    pub json: bool,
}

/// What is printed as JSON.
#[derive(Serialize)]
struct Answer {
    findings: Findings,
    report: Report,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<Change>>,
}

/// Exit code 1 if the plan has errors or a rule is not met.
pub fn run(args: &CheckSite) -> Result<ExitCode, Failure> {
    let english = texts(Language::English);
    let rules = match &args.rules {
        Some(path) => {
            let (rules, findings) = Rules::read(&path.display().to_string(), &String::from_utf8_lossy(&read(path)?));
            output::findings(&findings, english);
            rules.ok_or("the rules can't be used; see the findings")?
        }
        None => Rules::built_in().map_err(|findings| {
            output::findings(&findings, english);
            "the built-in rules can't be used"
        })?,
    };
    let settings = Settings {
        phase: if args.first_phase { Phase::First } else { Phase::Settled },
        climate: if args.cold { Climate::Cold } else { Climate::Warm },
        reader: if args.restricted { Reader::Restricted } else { Reader::Anyone },
    };
    let judged = |path: &Path| {
        let (plan, findings) = Plan::read(&path.display().to_string(), &read(path)?);
        output::findings(&findings, english);
        let plan = plan.ok_or("the plan can't be judged; see the findings")?;
        Ok::<_, Failure>((judge(&plan, &rules, settings), findings))
    };
    let before = args.before.as_deref().map(judged).transpose()?;
    let (report, findings) = judged(&args.plan)?;
    let changes = before.map(|(before, _)| compare(&before, &report));
    let failed = findings.has_errors() || report.count(Outcome::Fail) > 0;
    if args.json {
        output::json(&Answer { findings, report, changes })?;
    } else {
        text(&report, changes.as_deref())?;
    }
    Ok(ExitCode::from(u8::from(failed)))
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "met",
        Outcome::Warn => "look",
        Outcome::Fail => "NOT MET",
        Outcome::NotJudged => "not judged",
    }
}

fn text(report: &Report, changes: Option<&[Change]>) -> Result<(), Failure> {
    let mut rows = vec![["rule", "", "measured", "people", "limit from"].map(str::to_owned).to_vec()];
    for v in &report.verdicts {
        let measure = |m: &site::Measure| format!("{} {} ({})", m.value.map_or("none".into(), |n| format!("{n:.1}")), m.what, m.limit);
        let measured: Vec<String> = v.measures.iter().map(measure).collect();
        let name = format!("{} {}", v.rule, v.title);
        rows.push(vec![name, word(v.outcome).into(), measured.join("; "), format!("{:.0}", v.people), v.basis.clone()]);
    }
    output::line(&output::table(&rows))?;
    for v in report.verdicts.iter().filter(|v| !v.advice.is_empty()) {
        let mut named: Vec<String> = v.features.iter().take(8).cloned().collect();
        let more = v.features.len().saturating_sub(8) + v.withheld;
        if more > 0 {
            named.push(format!("and {more} more"));
        }
        let named = if named.is_empty() { String::new() } else { format!(" ({})", named.join(", ")) };
        output::line(&format!("{}: {}{named}", v.rule, v.advice))?;
    }
    for c in changes.unwrap_or_default() {
        let (was, is) = (word(c.outcome.0), word(c.outcome.1));
        let counts = format!("features {} -> {}, people {:.0} -> {:.0}", c.offending.0, c.offending.1, c.people.0, c.people.1);
        output::line(&format!("changed {}: {was} -> {is}; {counts}", c.rule))?;
    }
    let score = report.score.map_or("no score without people".to_owned(), |s| format!("score {s:.1} of 100 (default: set locally)"));
    let [met, look, failed, unknown] = [Outcome::Pass, Outcome::Warn, Outcome::Fail, Outcome::NotJudged].map(|o| report.count(o));
    output::line(&format!("{}: {met} met, {look} to look at, {failed} not met, {unknown} not judged; {score}", report.site))?;
    output::line("Ask the women who live there: do they feel safe at night at latrine and water, which path do they avoid, who holds keys?")
}
