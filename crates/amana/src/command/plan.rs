//! `amana plan`.

use super::{instance, operation};
use crate::clock::Limit;
use crate::files::{Failure, PlanFile, write};
use crate::output;
use crate::spell::{self, Plan};
use app::{Language, report, texts};
use base::Reason;
use movement::operation::Operation;
use movement::plan;
use movement::planner::{self, BOUND_STEPS, Request};
use movement::problem::Mode;
use std::path::Path;
use std::process::ExitCode;

/// Search time if neither rounds nor a limit are given, seconds.
const USUAL_SECONDS: f64 = 5.0;

impl From<spell::Mode> for Mode {
    fn from(mode: spell::Mode) -> Self {
        match mode {
            spell::Mode::Tiers => Self::Tiers,
            spell::Mode::Harm => Self::Harm,
            spell::Mode::Officer => Self::Officer,
        }
    }
}

/// The limit of a search: none beside rounds, else the one given or the usual one.
pub fn limit(seconds: Option<f64>, iterations: Option<u64>, usual: f64) -> Limit {
    Limit::seconds(seconds.or(iterations.is_none().then_some(usual)))
}

pub fn run(args: &Plan) -> Result<ExitCode, Failure> {
    if let Some(path) = &args.instance {
        return instance::run(args, path);
    }
    let folder = args.scenario.as_deref().unwrap_or(Path::new("."));
    let (operation, _, as_of) = operation(folder, args.as_of.as_deref())?;
    let seed = args.seed.unwrap_or(operation.settings.seed);
    let request = Request {
        mode: args.mode.into(),
        as_of,
        seed,
        iterations: args.iterations,
        hazard_scale: 1.0,
        changes: Default::default(),
        bound_steps: BOUND_STEPS,
    };
    let limit = limit(args.time_limit, args.iterations, USUAL_SECONDS);
    let made = planner::plan(&operation, &request, &mut |_| limit.pace());
    let mut report = report(&operation, &made);
    if args.report.is_some() {
        report.sensitivity = app::sensitivity(&operation, &request, &made, &|| true);
    }
    let file = PlanFile { scenario: folder.to_path_buf(), plan: made };
    if !report.checked {
        output::findings(&report.breaches, texts(Language::English));
        eprintln!("amana: the plan breaks a rule and is not given out");
        return Ok(ExitCode::FAILURE);
    }
    if let Some(out) = &args.out {
        write(out, &file.bytes()?)?;
    }
    if let Some(out) = &args.report {
        write(out, &serde_json::to_vec_pretty(&report).map_err(|e| e.to_string())?)?;
    }
    if args.json {
        output::json(&file)?;
    } else if args.out.as_deref() != Some(Path::new("-")) {
        summary(&operation, &file.plan, &report.headline)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The plan in a page of text.
pub fn summary(operation: &Operation, plan: &plan::Plan, headline: &[Reason]) -> Result<(), Failure> {
    let texts = texts(Language::English);
    output::line(&format!(
        "{}: as of {}, mode {:?}, {} rounds",
        plan.operation,
        operation.zone.show(plan.as_of),
        plan.mode,
        plan.iterations
    ))?;
    for reason in headline {
        output::line(&texts.reason(reason))?;
    }
    let cells = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<String>>();
    let mut rows = vec![cells(&["tier", "people", "moved", "mean wait h", "last h", "harm", "officer rule", "bound", "gap %"])];
    let number = |x: f64| format!("{x:.1}");
    for tier in &plan.tiers {
        let m = &tier.measure;
        rows.push(vec![
            tier.tier.to_string(),
            tier.people.to_string(),
            tier.moved.to_string(),
            number(tier.mean_wait_hours),
            number(tier.last_wait_hours),
            number(m.harm),
            number(m.officer),
            number(m.bound),
            gap(m),
        ]);
    }
    let total = &plan.total;
    rows.push(vec![
        "W".into(),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        number(total.harm),
        number(total.officer),
        number(total.bound),
        gap(total),
    ]);
    output::line(&output::table(&rows))?;
    let mut rows = vec![cells(&["trip", "vehicle", "departs", "arrives", "households", "way"])];
    for trip in &plan.trips {
        let way: Vec<&str> = trip.stops.iter().map(|s| s.place.as_str()).collect();
        rows.push(vec![
            trip.id.to_string(),
            trip.vehicle.clone(),
            operation.zone.show(trip.departs()),
            operation.zone.show(trip.ends()),
            trip.households().count().to_string(),
            way.join(" > "),
        ]);
    }
    output::line(&output::table(&rows))?;
    let mut why: std::collections::BTreeMap<String, (usize, u32)> = std::collections::BTreeMap::new();
    for waiting in &plan.waiting {
        let lifts: Vec<String> = waiting.lifts.iter().map(|l| texts.reason(l)).collect();
        let entry = why.entry(format!("{} -> {}", texts.reason(&waiting.reason), lifts.join("; "))).or_default();
        *entry = (entry.0 + 1, entry.1 + waiting.people);
    }
    for (reason, (households, people)) in why {
        output::line(&format!("waiting: {people} people in {households} households: {reason}"))?;
    }
    Ok(())
}

fn gap(measure: &plan::Measure) -> String {
    if measure.harm <= 0.0 { "0.0".into() } else { format!("{:.1}", (measure.harm - measure.bound) / measure.harm * 100.0) }
}
