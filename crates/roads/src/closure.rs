//! Closures of roads and borders, and which links they close.

use crate::names::{close_matches, fold_name};
use crate::network::{Network, NodeIx, RoadIx, Span};
use base::{Finding, Findings, Instant, LocalZone, Row, Table, parse_date};
use serde::{Deserialize, Serialize};

/// What is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClosureEnds {
    /// The border between two countries: every link whose ends lie in one and the other.
    Countries(String, String),
    /// The links between two places.
    Places(String, String),
}

/// A road or border closed for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// What is closed.
    pub ends: ClosureEnds,
    /// When.
    pub span: Span,
    /// Why, or who says so; may be empty.
    pub note: String,
    /// File and row it was read from.
    pub source: (String, u64),
}

/// Reads `border_closures.csv` or `closures.csv`: a pair of countries (`country_a`, `country_b`) or of places (`from`, `to` or
/// `place_a`, `place_b`), `closed_from`, `closed_to` (the last closed day), `note`.
///
/// A date that is blank or unreadable leaves that side open, so that a doubtful road stays closed.
/// Codes: `closure-without-pair`, `closure-date-unreadable`, `closure-dates-exchanged`.
pub fn read_closures(table: &Table, zone: &LocalZone, findings: &mut Findings) -> Vec<Closure> {
    let mut closures = Vec::new();
    for row in table.rows() {
        let pair = |a: &[&str], b: &[&str]| Some((row.find_any(a)?.to_owned(), row.find_any(b)?.to_owned()));
        let countries = pair(&["country_a"], &["country_b"]).map(|(a, b)| ClosureEnds::Countries(a, b));
        let places = || pair(&["from", "place_a"], &["to", "place_b"]).map(|(a, b)| ClosureEnds::Places(a, b));
        let Some(ends) = countries.or_else(places) else {
            findings.push(row.error(
                "",
                "closure-without-pair",
                "the row names neither two countries nor two places; it is left out",
                "fill in country_a and country_b, or from and to",
            ));
            continue;
        };
        let everlasting = Span { from: Span::OPEN_START, to: Span::OPEN_END };
        let span = read_span(row, zone, findings).unwrap_or(everlasting);
        let note = row.find("note").unwrap_or_default().to_owned();
        closures.push(Closure { ends, span, note, source: (table.file.clone(), row.line) });
    }
    closures
}

/// The span of `closed_from` and `closed_to`; `None` if both are blank.
pub(crate) fn read_span(row: Row<'_>, zone: &LocalZone, findings: &mut Findings) -> Option<Span> {
    let (start, end) = (row.find("closed_from"), row.find("closed_to"));
    if start.is_none() && end.is_none() {
        return None;
    }
    let mut read = |column: &str, text: Option<&str>, open: Instant, take: &dyn Fn(&str) -> Option<Instant>| {
        let Some(text) = text else { return open };
        take(text).unwrap_or_else(|| {
            let finding = row.warning(
                column,
                "closure-date-unreadable",
                format!("'{text}' is not a date; the closure counts as open on that side"),
                "write a date like 2014-05-13, or an instant like 2014-05-13T06:00",
            );
            findings.push(finding.with("value", text));
            open
        })
    };
    let from = read("closed_from", start, Span::OPEN_START, &|text| zone.parse(text).ok());
    let to = read("closed_to", end, Span::OPEN_END, &|text| end_of(text, zone));
    if from < to {
        return Some(Span { from, to });
    }
    let finding = row.warning(
        "closed_to",
        "closure-dates-exchanged",
        "closed_to is before closed_from; they are taken as exchanged",
        "write the earlier date in closed_from",
    );
    findings.push(finding);
    let from = zone.parse(end.unwrap_or_default()).unwrap_or(Span::OPEN_START);
    Some(Span { from, to: end_of(start.unwrap_or_default(), zone).unwrap_or(Span::OPEN_END) })
}

/// The first instant after a closure's end: the midnight after a date, an instant itself.
fn end_of(text: &str, zone: &LocalZone) -> Option<Instant> {
    match parse_date(text) {
        Some(date) if text.len() == 10 => Some(zone.instant(date.tomorrow().ok()?, base::TimeOfDay(0))),
        _ => zone.parse(text).ok(),
    }
}

/// Closes the links that each closure means, and returns how many links were closed.
///
/// Codes: `closure-unknown-place`, `closure-without-road`.
pub fn apply_closures(network: &mut Network, closures: &[Closure], findings: &mut Findings) -> usize {
    let mut closed = 0;
    for closure in closures {
        let (file, row) = (closure.source.0.as_str(), closure.source.1);
        let roads = match &closure.ends {
            ClosureEnds::Countries(a, b) => across(network, a, b),
            ClosureEnds::Places(a, b) => {
                let ends = [("from", a), ("to", b)].map(|(column, name)| known(network, name, file, row, column, findings));
                let [Some(a), Some(b)] = ends else { continue };
                network.roads_between(a, b)
            }
        };
        if roads.is_empty() {
            let (ClosureEnds::Countries(a, b) | ClosureEnds::Places(a, b)) = &closure.ends;
            let finding = Finding::warning(
                "closure-without-road",
                format!("no road leads from {a} straight to {b}; the closure changes nothing"),
                "check the names; close a longer way piece by piece",
            );
            findings.push(finding.at(file, row, "").with("a", a).with("b", b));
        }
        closed += roads.len();
        for road in roads {
            network.link_mut(road).close(closure.span);
        }
    }
    closed
}

/// Links between two countries.
fn across(network: &Network, a: &str, b: &str) -> Vec<RoadIx> {
    let country = |node: NodeIx| network.place_at(node).map(|place| fold_name(&place.country));
    let (a, b) = (Some(fold_name(a)), Some(fold_name(b)));
    let crosses = |from: Option<String>, to: Option<String>| from != to && ((from == a && to == b) || (from == b && to == a));
    network.roads().filter(|(_, link)| crosses(country(link.from), country(link.to))).map(|(road, _)| road).collect()
}

fn known(network: &Network, name: &str, file: &str, row: u64, column: &str, findings: &mut Findings) -> Option<NodeIx> {
    let found = network.find_node(name);
    if found.is_none() {
        let near = close_matches(name, network.places().iter().map(|place| place.name.as_str()));
        let text = format!("'{name}' is not in the places file; the closure is left out");
        let finding = Finding::error("closure-unknown-place", text, did_you_mean(&near)).at(file, row, column);
        findings.push(finding.with("place", name).with("near", near.join(", ")));
    }
    found
}

/// The remedy for an unknown name.
pub(crate) fn did_you_mean(near: &[&str]) -> String {
    if near.is_empty() { "add the place to the places file, or correct the name".into() } else { format!("write {}", near.join(" or ")) }
}
