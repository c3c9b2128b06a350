//! A back-test of a scenario's folder: it needs places, roads and incidents, and nothing about people.

use super::{Backtest, Options, backtest};
use crate::operation::Files;
use base::{Finding, Findings, LocalZone, Table};
use roads::{Network, OsmOptions, Place};
use threat::Params;

/// Reads a folder's places, roads, closures, incidents and threat parameters, and runs the back-test on them.
///
/// Codes beside those of the files and of [`backtest`]: `file-missing`, `timezone-missing`, `threat-unreadable`, `threat-out-of-range`.
pub fn backtest_folder(files: &Files, options: &Options, findings: &mut Findings) -> Backtest {
    let zone = zone(files, findings);
    let places = roads::read_places(&table(files, "places.csv", &roads::PLACE_COLUMNS, findings), findings);
    let mut network = network(files, &places, &zone, findings);
    for name in ["border_closures.csv", "closures.csv"] {
        if let Some(bytes) = files.get(name) {
            let closures = roads::read_closures(&Table::read(name, bytes, &[], findings), &zone, findings);
            roads::apply_closures(&mut network, &closures, findings);
        }
    }
    let incidents = files.get("incidents.csv").map(Vec::as_slice).unwrap_or_default();
    let reports = threat::read_reports_csv("incidents.csv", incidents, &zone, None, findings);
    let params = read_params(files, findings);
    backtest(&network, &reports, &params, &zone, options, findings)
}

/// The roads of `roads.csv`, or of the folder's extract if there is no such file.
fn network(files: &Files, places: &[Place], zone: &LocalZone, findings: &mut Findings) -> Network {
    match files.iter().find(|(name, _)| name.ends_with(".osm.pbf")) {
        Some((name, bytes)) if !files.contains_key("roads.csv") => roads::import_osm(name, bytes, places, &OsmOptions::default(), findings),
        _ => roads::read_roads(&table(files, "roads.csv", &roads::ROAD_COLUMNS, findings), places, zone, findings),
    }
}

fn table(files: &Files, name: &str, needed: &[&str], findings: &mut Findings) -> Table {
    let Some(bytes) = files.get(name) else {
        let text = format!("there is no {name}");
        findings.push(Finding::error("file-missing", text, "add it; docs/formats.md lists its columns").in_file(name).with("file", name));
        return Table::default();
    };
    Table::read(name, bytes, needed, findings)
}

/// Threat parameters: the folder's `threat.toml` if it has a usable one, else the defaults.
///
/// Codes: `threat-unreadable`, `threat-out-of-range`.
pub fn read_params(files: &Files, findings: &mut Findings) -> Params {
    let file = "threat.toml";
    let Some(bytes) = files.get(file) else { return Params::default() };
    let remedy = "copy content/threat/params.toml and change it; until then the shipped parameters are used";
    let read = std::str::from_utf8(bytes)
        .map_err(|e| e.to_string())
        .and_then(|text| toml::from_str::<Params>(text).map_err(|e| e.message().to_owned()));
    match read {
        Err(error) => findings
            .push(Finding::error("threat-unreadable", format!("the threat parameters can't be read: {error}"), remedy).in_file(file)),
        Ok(params) => {
            let problems = params.problems();
            if problems.is_empty() {
                return params;
            }
            for problem in problems {
                findings.push(Finding::error("threat-out-of-range", problem, remedy).in_file(file));
            }
        }
    }
    Params::default()
}

/// The zone of `operation.toml`; universal time if there is none.
fn zone(files: &Files, findings: &mut Findings) -> LocalZone {
    let text = files.get("operation.toml").and_then(|bytes| std::str::from_utf8(bytes).ok());
    let table = text.and_then(|text| text.parse::<toml::Table>().ok());
    let zone = table.as_ref().and_then(|t| t.get("timezone")?.as_str()).and_then(LocalZone::find);
    zone.unwrap_or_else(|| {
        let text = "there is no operation.toml with a time zone; days are those of universal time";
        findings.push(Finding::note("timezone-missing", text, "add operation.toml with timezone, such as \"Africa/Bangui\""));
        LocalZone::utc()
    })
}
