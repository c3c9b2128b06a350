//! `amana route`.

use super::operation;
use crate::files::Failure;
use crate::output;
use crate::spell::Route;
use base::Instant;
use movement::build::Terms;
use movement::cards::{Card, Deck};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct Answer<'a> {
    from: &'a str,
    to: &'a str,
    as_of: Instant,
    routes: Vec<Card>,
}

pub fn run(args: &Route) -> Result<ExitCode, Failure> {
    let (operation, _, as_of) = operation(&args.scenario, args.as_of.as_deref())?;
    let node = |name: &str| {
        operation.network.find_node(name).ok_or_else(|| {
            let near = roads::close_matches(name, operation.network.places().iter().map(|p| p.name.as_str()));
            let hint = if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(" or ")) };
            format!("'{name}' is not a place of this operation{hint}")
        })
    };
    let (from, to) = (node(&args.from)?, node(&args.to)?);
    let terms = Terms { as_of, from: operation.starts, seed: operation.settings.seed, hazard_scale: 1.0, changes: Default::default() };
    let deck = Deck::new(&operation, terms);
    let all = deck.all(from, to);
    let chosen = deck.chosen(&all);
    let routes: Vec<Card> = all.iter().enumerate().map(|(i, route)| deck.card(route, i == chosen)).collect();
    if args.json {
        output::json(&Answer { from: &args.from, to: &args.to, as_of, routes })?;
        return Ok(ExitCode::from(u8::from(all.is_empty())));
    }
    if routes.is_empty() {
        output::line(&format!("No open road leads from {} to {} as of {}.", args.from, args.to, operation.zone.show(as_of)))?;
        return Ok(ExitCode::FAILURE);
    }
    output::line(&format!(
        "{} to {}, as of {}: {} best trade-offs of time and risk, fastest first",
        args.from,
        args.to,
        operation.zone.show(as_of),
        routes.len()
    ))?;
    for (i, card) in routes.iter().enumerate() {
        show(i + 1, card)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn show(number: usize, card: &Card) -> Result<(), Failure> {
    let mark = if card.chosen { "  <- the planner takes this one" } else { "" };
    output::line(&format!("\n{number}. {:.0} km, {:.1} h of driving, risk {:.4} per person{mark}", card.km, card.hours, card.risk))?;
    let mut rows = Vec::new();
    for segment in &card.segments {
        let unknown = if segment.unknown_share > 0.0 { format!("{:.0} % unknown", segment.unknown_share * 100.0) } else { String::new() };
        let reports: Vec<String> = segment.reports.iter().map(|r| format!("{} {:.0} %", r.report.0, r.share * 100.0)).collect();
        let reports = if reports.is_empty() { String::new() } else { format!("reports: {}", reports.join(", ")) };
        rows.push(vec![
            format!("   {} > {}", segment.from, segment.to),
            format!("{:.0} km", segment.km),
            format!("{:.1} h", segment.hours),
            format!("risk {:.4}", segment.risk),
            unknown,
            reports,
        ]);
    }
    output::line(&output::table(&rows))
}
