//! What is taken from a scenario: its places, its clock, and where people wait.

use base::{Findings, Instant, LocalZone, Table};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A place of the scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceFact {
    /// Name.
    pub name: String,
    /// Country, three letters.
    pub country: String,
    /// town, camp, transit, ...
    pub kind: String,
    /// Population or capacity, where known.
    pub population: u64,
}

/// What generated content is fitted to.
#[derive(Debug, Clone)]
pub struct ScenarioFacts {
    /// All places, in file order.
    pub places: Vec<PlaceFact>,
    /// When the operation starts.
    pub starts: Instant,
    /// Its time zone.
    pub zone: LocalZone,
}

#[derive(Deserialize)]
struct Head {
    timezone: String,
    starts: String,
}

impl ScenarioFacts {
    /// Reads `places.csv` and `operation.toml` of a scenario; nothing if one of them can't be used.
    ///
    /// Codes beside those of tables: `file-missing`, `settings-unreadable`, `no-places`.
    pub fn read(files: &BTreeMap<String, Vec<u8>>, findings: &mut Findings) -> Option<Self> {
        let mut file = |name: &str| {
            let found = files.get(name);
            if found.is_none() {
                let what =
                    base::Finding::error("file-missing", format!("there is no {name}"), "add it; the shipped scenario shows what it holds");
                findings.push(what.in_file(name).with("file", name));
            }
            found
        };
        let (places, settings) = (file("places.csv"), file("operation.toml"));
        let (places, settings) = (places?, settings?);
        let head: Option<Head> = toml::from_str(&String::from_utf8_lossy(settings)).ok();
        let clock = head.and_then(|head| {
            let zone = LocalZone::find(&head.timezone)?;
            Some((zone.parse(&head.starts).ok()?, zone))
        });
        if clock.is_none() {
            let what = base::Finding::error(
                "settings-unreadable",
                "timezone or starts can't be read",
                "write timezone = \"Africa/Bangui\" and starts = \"2014-01-15T05:00:00+01:00\"",
            );
            findings.push(what.in_file("operation.toml"));
        }
        let table = Table::read("places.csv", places, &["place"], findings);
        let places: Vec<PlaceFact> = table
            .rows()
            .filter_map(|row| {
                Some(PlaceFact {
                    name: row.find("place")?.into(),
                    country: row.find("country").unwrap_or_default().into(),
                    kind: row.find("kind").unwrap_or("town").into(),
                    population: row.find("population").and_then(|t| t.parse().ok()).unwrap_or(0),
                })
            })
            .collect();
        if places.is_empty() {
            findings.push(
                base::Finding::error("no-places", "there is no place to put anyone", "add places to places.csv").in_file("places.csv"),
            );
        }
        let (starts, zone) = clock?;
        (!places.is_empty()).then_some(Self { places, starts, zone })
    }

    /// Whether the scenario has a place of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.places.iter().any(|p| p.name == name)
    }

    /// The country most places are in: where people wait.
    pub(super) fn home(&self) -> &str {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        self.places.iter().for_each(|p| *counts.entry(&p.country).or_default() += 1);
        counts.into_iter().max_by_key(|(_, n)| *n).map_or("", |(country, _)| country)
    }

    /// Local text of an instant with its offset: `2014-01-12T09:35:00+01:00`.
    pub(super) fn stamp(&self, at: Instant) -> String {
        let local = self.zone.civil(at);
        let seconds = LocalZone::utc().parse(&local.to_string()).map_or(0, |as_utc| as_utc.0 - at.0);
        let sign = if seconds < 0 { '-' } else { '+' };
        format!("{}{sign}{:02}:{:02}", local.strftime("%Y-%m-%dT%H:%M:%S"), seconds.abs() / 3600, seconds.abs() / 60 % 60)
    }

    /// Local date so many days from the start: `2014-01-12`.
    pub(super) fn date(&self, days: i64) -> String {
        self.zone.civil(self.starts.plus_seconds(days * 86_400)).date().to_string()
    }

    /// Year in which the operation starts.
    pub(super) fn year(&self) -> i64 {
        i64::from(self.zone.civil(self.starts).year())
    }
}

/// Where people wait in the Central African Republic of January 2014, from how many people on, and in which shares.
const SITES: [(&str, usize, u64); 29] = [
    ("Bangui", 0, 560),
    ("Bouar", 0, 50),
    ("Bossangoa", 0, 60),
    ("Boda", 0, 80),
    ("Bossembele", 0, 60),
    ("Bimbo", 0, 110),
    ("Damara", 0, 50),
    ("Mbaiki", 0, 30),
    ("Carnot", 10_000, 45),
    ("Bozoum", 10_000, 40),
    ("Kaga Bandoro", 10_000, 40),
    ("Bambari", 10_000, 40),
    ("Berberati", 10_000, 35),
    ("Paoua", 10_000, 30),
    ("Sibut", 10_000, 30),
    ("Bouca", 10_000, 25),
    ("Batangafo", 10_000, 25),
    ("Dekoa", 10_000, 15),
    ("Bria", 50_000, 25),
    ("Nola", 50_000, 15),
    ("Baboua", 50_000, 15),
    ("Kabo", 50_000, 15),
    ("Ndele", 50_000, 15),
    ("Gamboula", 50_000, 15),
    ("Bangassou", 50_000, 15),
    ("Bogangolo", 50_000, 12),
    ("Grimari", 50_000, 12),
    ("Bohong", 50_000, 12),
    ("Mbres", 50_000, 10),
];

/// Sites and their weights: those known for this crisis, or else the towns of the country by population.
pub(super) fn sites(scenario: &ScenarioFacts, people: usize) -> Vec<(String, u64)> {
    let known: Vec<(String, u64)> = SITES
        .iter()
        .filter(|(name, from, _)| people >= *from && scenario.has(name))
        .map(|(name, _, weight)| ((*name).to_owned(), *weight))
        .collect();
    if !known.is_empty() {
        return known;
    }
    let home = scenario.home();
    let towns = scenario.places.iter().filter(|p| p.country == home && p.kind == "town");
    let towns: Vec<(String, u64)> = towns.map(|p| (p.name.clone(), 1 + p.population / 1000)).collect();
    if towns.is_empty() { scenario.places.iter().take(1).map(|p| (p.name.clone(), 1)).collect() } else { towns }
}
