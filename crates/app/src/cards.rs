//! `GET /api/routes`: route cards between two places.

use crate::desk::Known;
use crate::view::band;
use crate::{Changes, Problem};
use base::Findings;
use base::Instant;
use movement::build::Terms;
use movement::cards::{Card, Deck, Segment, pick};
use movement::operation::Operation;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Reports named on a card.
const REPORTS_NAMED: usize = 5;

/// Cards between two places.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Routes {
    from: String,
    to: String,
    as_of: Instant,
    chosen: usize,
    cards: Vec<CardView>,
    findings: Findings,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
struct CardView {
    places: Vec<String>,
    km: f64,
    hours: f64,
    #[schema(required)]
    arrival_hours: Option<f64>,
    risk: f64,
    band: &'static str,
    halts: Vec<String>,
    #[schema(required)]
    worst: Option<Worst>,
    #[schema(required)]
    turn_back: Option<String>,
    #[schema(required)]
    margin_minutes: Option<i64>,
    #[schema(required)]
    newest_report_days: Option<f64>,
    reports: Vec<Behind>,
    unknown_share: f64,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
struct Worst {
    from: String,
    to: String,
    risk: f64,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
struct Behind {
    id: String,
    date: String,
    place: String,
    kind: String,
    share: f64,
}

/// The cards between two named places, as known on a day and under the officer's changes.
pub fn routes(known: &Known, changes: Changes, from: &str, to: &str) -> Result<Routes, Problem> {
    let operation = &known.operation;
    let terms = Terms { as_of: known.as_of, from: operation.starts, seed: operation.settings.seed, hazard_scale: 1.0, changes };
    let node = |name: &str| {
        let unknown = || Problem::new("place-unknown", format!("'{name}' is not a place of this operation"), "choose a place of the list");
        operation.network.find_node(name).ok_or_else(unknown)
    };
    let (a, b) = (node(from)?, node(to)?);
    let deck = Deck::new(operation, terms.clone());
    let all = deck.all(a, b);
    if all.is_empty() {
        return Err(Problem::new("no-road", format!("no open road leads from {from} to {to}"), "look which roads are closed on this day"));
    }
    let chosen = deck.chosen(&all);
    let picked = pick(&all, chosen);
    let cards = picked.iter().map(|i| view(operation, &terms, &deck, &deck.card(&all[*i], *i == chosen))).collect();
    let chosen = picked.iter().position(|i| *i == chosen).unwrap_or(0);
    Ok(Routes { from: from.into(), to: to.into(), as_of: terms.as_of, chosen, cards, findings: Findings::default() })
}

fn view(operation: &Operation, terms: &Terms, deck: &Deck<'_>, card: &Card) -> CardView {
    let timing = deck.time(card);
    let unknown_share = card.segments.iter().map(|s| s.unknown_share * s.km).sum::<f64>() / card.km.max(1e-9);
    let worst = card.segments.iter().max_by(|a, b| a.risk.total_cmp(&b.risk));
    let reports = behind(operation, terms, card);
    CardView {
        places: card.places.clone(),
        km: card.km,
        hours: card.hours,
        risk: card.risk,
        band: band(card.risk / card.hours.max(1e-9), unknown_share, operation.settings.hazards.floor_per_hour),
        worst: worst.map(|s| Worst { from: s.from.clone(), to: s.to.clone(), risk: s.risk }),
        turn_back: turn_back(&card.segments),
        newest_report_days: reports.iter().map(|r| r.1).min_by(f64::total_cmp),
        reports: reports.into_iter().map(|r| r.0).take(REPORTS_NAMED).collect(),
        unknown_share,
        halts: timing.as_ref().map(|t| t.halts.clone()).unwrap_or_default(),
        margin_minutes: timing.as_ref().and_then(|t| t.margin_minutes),
        arrival_hours: timing.map(|t| t.arrival_hours),
    }
}

/// The last place from which the way back is not longer than the way on.
fn turn_back(segments: &[Segment]) -> Option<String> {
    let all: f64 = segments.iter().map(|s| s.hours).sum();
    let mut driven = 0.0;
    let mut last = None;
    for segment in &segments[..segments.len().saturating_sub(1)] {
        driven += segment.hours;
        if driven * 2.0 <= all {
            last = Some(segment.to.clone());
        }
    }
    last
}

/// Reports behind the risk of the whole way, largest first, each with its age in days.
fn behind(operation: &Operation, terms: &Terms, card: &Card) -> Vec<(Behind, f64)> {
    let mut shares: BTreeMap<&str, f64> = BTreeMap::new();
    for segment in &card.segments {
        for report in &segment.reports {
            *shares.entry(report.report.0.as_str()).or_default() += report.share * segment.risk / card.risk.max(1e-12);
        }
    }
    let mut all: Vec<(&str, f64)> = shares.into_iter().collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    all.into_iter()
        .filter_map(|(id, share)| {
            let report = operation.reports.iter().find(|r| r.id.0 == id)?;
            let kind = serde_json::to_value(report.kind).ok().and_then(|k| k.as_str().map(str::to_owned)).unwrap_or_default();
            let date = operation.zone.civil(report.start).date().to_string();
            Some((
                Behind { id: id.into(), date, place: report.place.clone().unwrap_or_default(), kind, share },
                terms.as_of.days_since(report.known_at()),
            ))
        })
        .collect()
}
