//! Reading the folder of an operation.

use super::household::{self, Household};
use super::people::{self, Context, Person, Profile};
use super::settings::Settings;
use super::{Destination, Vehicle, convoy, destinations, fleet};
use base::{Digest, Finding, Findings, Instant, LocalZone, Row, Table, TimeOfDay};
use roads::{Network, NetworkParts};
use std::collections::BTreeMap;

/// The files of an operation: name to bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// An operation as read.
#[derive(Debug, Clone)]
pub struct Operation {
    /// `operation.toml`.
    pub settings: Settings,
    /// Time zone.
    pub zone: LocalZone,
    /// First moment a vehicle may move.
    pub starts: Instant,
    /// Roads and places; closures are applied.
    pub network: Network,
    /// Reports of violence.
    pub reports: Vec<threat::Report>,
    /// How reports become a surface.
    pub threat: threat::Params,
    /// People, in file order.
    pub people: Vec<Person>,
    /// What only manifests and reports read; same positions as [`Operation::people`].
    pub profiles: Vec<Profile>,
    /// Households, in file order.
    pub households: Vec<Household>,
    /// Fleet.
    pub fleet: Vec<Vehicle>,
    /// Destinations.
    pub destinations: Vec<Destination>,
    /// Fingerprint of what the planner reads.
    pub inputs: String,
}

impl Operation {
    /// Reads all files as they are known at `as_of`; `None` if there is no `operation.toml` to go by. Everything wrong is in the findings at once.
    ///
    /// The operation starts on the local day of `as_of`, at the time of day that `operation.toml` says; without `as_of`, just when it says.
    /// Codes beside those of the single files: `file-missing`.
    pub fn read(files: &Files, as_of: Option<Instant>) -> (Option<Self>, Findings) {
        let mut findings = Findings::default();
        let operation = read(files, as_of, &mut findings);
        (operation, findings)
    }

    /// Takes in a list of people in place of the one that is there: one that is kept elsewhere than in the folder. Findings are of the list alone.
    pub fn put_people(&mut self, files: &Files, list: &[u8], as_of: Instant) -> Findings {
        let mut findings = Findings::default();
        let table = Table::read("people.csv", list, people::NEEDED, &mut findings);
        // What is wrong with the rules was said when the folder was read.
        let rules = super::tiers::rules(files.get("ruleset.toml").map(Vec::as_slice), &mut Findings::default());
        let context = Context { network: &self.network, zone: &self.zone, starts: self.starts, rules: rules.as_ref(), as_of };
        (self.people, self.profiles) = people::read(&table, &context, &mut findings);
        self.households = household::households(&self.people);
        self.inputs = fingerprint(self);
        check_homes(self, &mut findings);
        findings
    }

    /// End of what is planned.
    pub fn ends(&self) -> Instant {
        self.starts.plus_seconds(i64::from(self.settings.horizon_hours) * 3600)
    }

    /// Name of a place by position; empty if there is none.
    pub fn place_name(&self, place: usize) -> &str {
        self.network.places().get(place).map_or("", |p| p.name.as_str())
    }
}

/// The time zone that `operation.toml` names, if it can be read.
pub fn zone(files: &Files) -> Option<LocalZone> {
    Some(Settings::read("operation.toml", files.get("operation.toml")?, &mut Findings::default())?.1)
}

fn read(files: &Files, as_of: Option<Instant>, findings: &mut Findings) -> Option<Operation> {
    let Some(bytes) = files.get("operation.toml") else {
        findings.push(
            Finding::error("file-missing", "there is no operation.toml", "copy the one of the shipped scenario and change it")
                .in_file("operation.toml"),
        );
        return None;
    };
    let (settings, zone, first) = Settings::read("operation.toml", bytes, findings)?;
    let as_of = as_of.unwrap_or(first);
    let starts = on_day_of(&zone, first, as_of);
    let network = read_network(files, &settings, &zone, findings);
    let table = |name: &str, needed: &[&str], findings: &mut Findings| match files.get(name) {
        Some(bytes) => Table::read(name, bytes, needed, findings),
        None => {
            findings.push(
                Finding::error("file-missing", format!("there is no {name}"), "add it; docs/formats.md lists its columns")
                    .in_file(name)
                    .with("file", name),
            );
            Table::default()
        }
    };
    let reports = match files.get("incidents.csv") {
        Some(bytes) => threat::read_reports_csv("incidents.csv", bytes, &zone, Some(as_of), findings),
        None => {
            findings.push(
                Finding::warning(
                    "no-incidents",
                    "there is no incidents.csv: every road and site counts as unknown, none as safe",
                    "add the reports you have, however few",
                )
                .in_file("incidents.csv"),
            );
            Vec::new()
        }
    };
    let people_table = table("people.csv", people::NEEDED, findings);
    let rules = super::tiers::rules(files.get("ruleset.toml").map(Vec::as_slice), findings);
    let context = Context { network: &network, zone: &zone, starts, rules: rules.as_ref(), as_of };
    let (mut people, profiles) = people::read(&people_table, &context, findings);
    let fleet = fleet::read(&table("fleet.csv", fleet::NEEDED, findings), &network, &zone, findings);
    let destinations = destinations::read(&table("destinations.csv", destinations::NEEDED, findings), &network, &zone, findings);
    convoy::cut(&mut people, &fleet);
    let households = household::households(&people);
    let mut operation = Operation {
        settings,
        zone,
        starts,
        network,
        reports,
        threat: crate::backtest::read_params(files, findings),
        people,
        profiles,
        households,
        fleet,
        destinations,
        inputs: String::new(),
    };
    operation.inputs = fingerprint(&operation);
    check_sites(&operation, findings);
    check_homes(&operation, findings);
    Some(operation)
}

/// The time of day of `first`, on the local day of `as_of`.
fn on_day_of(zone: &LocalZone, first: Instant, as_of: Instant) -> Instant {
    let time = zone.civil(first).time();
    zone.instant(zone.civil(as_of).date(), TimeOfDay(time.hour() as u16 * 60 + time.minute() as u16))
}

fn read_network(files: &Files, settings: &Settings, zone: &LocalZone, findings: &mut Findings) -> Network {
    let Some(bytes) = files.get("places.csv") else {
        findings.push(
            Finding::error("file-missing", "there is no places.csv", "add it; docs/formats.md lists its columns")
                .in_file("places.csv")
                .with("file", "places.csv"),
        );
        return Network::new(NetworkParts::default());
    };
    let places = roads::read_places(&Table::read("places.csv", bytes, &["place", "lat", "lon"], findings), findings);
    let extract = files.iter().find(|(name, _)| name.ends_with(".osm.pbf"));
    let mut network = match (files.get("roads.csv"), extract) {
        (Some(bytes), _) => roads::read_roads(&Table::read("roads.csv", bytes, &["from", "to", "km"], findings), &places, zone, findings),
        (None, Some((name, bytes))) => {
            let options = roads::OsmOptions { speeds: settings.speeds(), far_km: settings.routing.snap_km, ..Default::default() };
            roads::import_osm(name, bytes, &places, &options, findings)
        }
        (None, None) => {
            findings.push(
                Finding::error("file-missing", "there is neither roads.csv nor an .osm.pbf extract", "add one of them")
                    .in_file("roads.csv")
                    .with("file", "roads.csv"),
            );
            Network::new(NetworkParts::default())
        }
    };
    for name in ["border_closures.csv", "closures.csv"] {
        if let Some(bytes) = files.get(name) {
            let closures = roads::read_closures(&Table::read(name, bytes, &[], findings), zone, findings);
            roads::apply_closures(&mut network, &closures, findings);
        }
    }
    network
}

/// A fingerprint of everything the planner reads: profiles (names, sex) leave it as it is.
fn fingerprint(operation: &Operation) -> String {
    let mut digest = Digest::default();
    let mut feed = |text: String| digest.update(text.as_bytes());
    feed(format!("{:?}{:?}", operation.settings, operation.starts));
    operation.people.iter().for_each(|p| feed(format!("{p:?}")));
    operation.fleet.iter().for_each(|v| feed(format!("{v:?}")));
    operation.destinations.iter().for_each(|d| feed(format!("{d:?}")));
    operation.network.links().iter().for_each(|l| feed(format!("{l:?}")));
    operation.reports.iter().for_each(|r| feed(format!("{r:?}")));
    digest.hex()
}

fn check_sites(operation: &Operation, findings: &mut Findings) {
    if operation.fleet.is_empty() {
        findings.push(
            Finding::warning("no-vehicles", "no vehicle can be used: nobody can be moved", "add vehicles to fleet.csv")
                .in_file("fleet.csv"),
        );
    }
    if operation.destinations.is_empty() {
        findings.push(
            Finding::warning("no-destinations", "no destination can be used: nobody can be moved", "add places to destinations.csv")
                .in_file("destinations.csv"),
        );
    }
}

fn check_homes(operation: &Operation, findings: &mut Findings) {
    for household in operation.households.iter().filter(|h| h.site.is_none()) {
        let sites: std::collections::BTreeSet<_> = household.members.iter().filter_map(|m| operation.people[*m].site).collect();
        if sites.len() > 1 {
            let row = operation.people[household.members[0]].row;
            findings.push(
                Finding::warning(
                    "household-apart",
                    format!("members of household '{}' are at different sites", household.id),
                    "bring them together, or correct the site; the household is held until then",
                )
                .at("people.csv", row, "site")
                .with("household", &household.id),
            );
        }
    }
}

/// The place a cell names. Codes: `place-unknown`, and `missing-value` for a blank cell.
pub(super) fn place(row: &Row<'_>, column: &str, network: &Network, findings: &mut Findings) -> Option<usize> {
    let name = row.text(column, findings)?;
    find_place(row, column, name, network, findings)
}

/// The places a list cell names (names have spaces, so they are parted by `;` or `|`).
pub(super) fn places(row: &Row<'_>, column: &str, network: &Network, findings: &mut Findings) -> Vec<usize> {
    let text = row.find(column).unwrap_or_default();
    text.split([';', '|'])
        .map(str::trim)
        .filter(|t| !t.is_empty())
        .filter_map(|name| find_place(row, column, name, network, findings))
        .collect()
}

fn find_place(row: &Row<'_>, column: &str, name: &str, network: &Network, findings: &mut Findings) -> Option<usize> {
    let found = network.find_place(name);
    if found.is_none() {
        let near = roads::close_matches(name, network.places().iter().map(|p| p.name.as_str()));
        let remedy = if near.is_empty() {
            "write a place of places.csv, or add it there".to_owned()
        } else {
            format!("did you mean {}? Otherwise add it to places.csv", near.join(" or "))
        };
        findings.push(row.error(column, "place-unknown", format!("'{name}' is not in places.csv"), remedy).with("value", name));
    }
    found
}

/// The moment a cell names: an instant, a local time, or a date (its first instant, or with `last` the first one after it).
pub(super) fn moment(row: &Row<'_>, column: &str, zone: &LocalZone, last: bool, findings: &mut Findings) -> Option<Instant> {
    let text = row.find(column)?;
    match zone.parse(text) {
        Ok(at) if last && text.len() == 10 => Some(at.plus_seconds(86_400)),
        Ok(at) => Some(at),
        Err(error) => {
            findings.push(
                row.error(column, "unreadable-value", error, "write 2014-01-15 or 2014-01-15T06:00")
                    .with("value", text)
                    .with("expected", "a date or time"),
            );
            None
        }
    }
}
