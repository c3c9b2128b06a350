//! `amana replan`.

use super::plan::{limit, summary};
use super::{language, plan_and_operation};
use crate::files::{Failure, PlanFile, write};
use crate::output;
use crate::spell::Replan;
use app::{report, texts};
use base::Instant;
use movement::difference::{Difference, difference};
use movement::operation::Operation;
use movement::plan::{Changes, ClosedRoad, HeldHousehold, LostVehicle};
use movement::planner::{self, BOUND_STEPS, Request};
use serde::Serialize;
use std::path::Path;
use std::process::ExitCode;

/// Search time if neither rounds nor a limit are given, seconds.
const USUAL_SECONDS: f64 = 2.0;

#[derive(Serialize)]
struct Answer<'a> {
    plan: &'a PlanFile,
    difference: &'a Difference,
}

pub fn run(args: &Replan) -> Result<ExitCode, Failure> {
    let texts = texts(language(&args.lang)?);
    let (old, operation) = plan_and_operation(&args.plan, args.scenario.as_deref())?;
    let now = operation.zone.parse(&args.now)?;
    let changes = changes(args, &operation, old.plan.changes.clone(), now)?;
    let plan = &old.plan;
    let request = Request {
        mode: plan.mode,
        as_of: plan.as_of,
        seed: plan.seed,
        iterations: args.iterations,
        hazard_scale: plan.hazard_scale,
        changes,
        bound_steps: BOUND_STEPS,
    };
    let limit = limit(args.time_limit, args.iterations, USUAL_SECONDS);
    let made = planner::replan(&operation, plan, now, &request, &mut |_| limit.pace());
    let report = report(&operation, &made);
    if !report.checked {
        output::findings(&report.breaches, texts);
        eprintln!("amana: the new plan breaks a rule and is not given out");
        return Ok(ExitCode::FAILURE);
    }
    let difference = difference(plan, &made);
    let file = PlanFile { scenario: args.scenario.clone().unwrap_or_else(|| old.scenario.clone()), plan: made };
    if let Some(out) = &args.out {
        write(out, &file.bytes()?)?;
    }
    if args.json {
        output::json(&Answer { plan: &file, difference: &difference })?;
    } else if args.out.as_deref() != Some(Path::new("-")) {
        for line in &difference.lines {
            output::line(&texts.reason(line))?;
        }
        summary(&operation, &file.plan, &report.headline)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn changes(args: &Replan, operation: &Operation, mut changes: Changes, now: Instant) -> Result<Changes, Failure> {
    for road in &args.close {
        let (from, to) = road.split_once("--").ok_or_else(|| format!("'{road}' is no road: write From--To"))?;
        let network = &operation.network;
        let node = |name: &str| network.find_node(name).ok_or_else(|| format!("'{name}' is not a place of this operation"));
        if network.roads_between(node(from)?, node(to)?).is_empty() {
            return Err(format!("no road joins {from} and {to}"));
        }
        changes.closed.push(ClosedRoad { from: from.into(), to: to.into(), at: now });
    }
    for vehicle in &args.lose {
        if !operation.fleet.iter().any(|v| v.id == *vehicle) {
            return Err(format!("'{vehicle}' is no vehicle of this operation"));
        }
        changes.lost.push(LostVehicle { vehicle: vehicle.clone(), at: now });
    }
    for held in &args.hold {
        let (household, code) = held.split_once('=').unwrap_or((held, "NB02"));
        if !operation.households.iter().any(|h| h.id == household) {
            return Err(format!("'{household}' is no household of this operation"));
        }
        changes.held.push(HeldHousehold { household: household.into(), code: code.into() });
    }
    Ok(changes)
}
