//! Whether a place lies where the others do, or would if its latitude and longitude were exchanged.

use crate::place::Place;
use base::{Finding, Findings, Point};
use std::collections::BTreeMap;

/// A place farther than this many typical distances from the middle of its country's places may lie outside it.
const OUTSIDE_COUNTRY: f64 = 6.0;
/// The same for all places of the file; a country's places often lie along one border, so that both must agree.
const OUTSIDE_FILE: f64 = 3.0;
/// A place of a country with few places is outside only when it is farther than this many typical distances of the file.
const OUTSIDE_FILE_ALONE: f64 = 6.0;
/// Nearer than this is never outside: places of one city would otherwise call any other town an outlier.
const LEAST_KM: f64 = 150.0;
/// Fewer places than this say nothing about where a country is.
const ENOUGH: usize = 5;
/// An exchange must bring a place at least this many times nearer to be suspected.
const NEARER: f64 = 3.0;

/// Middle of a group of places and how far its places typically lie from it; both by medians, so that a wrong place hardly moves them.
#[derive(Clone, Copy)]
struct Spread {
    middle: Point,
    typical_km: f64,
}

impl Spread {
    fn of(points: &[Point]) -> Option<Self> {
        let middle = Point { lat: median(points.iter().map(|p| p.lat))?, lon: median(points.iter().map(|p| p.lon))? };
        Some(Self { middle, typical_km: median(points.iter().map(|p| p.distance_km(middle)))? })
    }

    fn holds(self, point: Point, times: f64) -> bool {
        point.distance_km(self.middle) <= (times * self.typical_km).max(LEAST_KM)
    }
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

/// Adds `place-swapped` and `place-outside-country`; the places are kept as they are.
pub(crate) fn check_positions(file: &str, places: &[(u64, Place)], findings: &mut Findings) {
    let all: Vec<Point> = places.iter().map(|(_, p)| p.point).collect();
    let Some(everywhere) = Spread::of(&all).filter(|_| all.len() >= ENOUGH) else { return };
    let mut countries: BTreeMap<&str, Vec<Point>> = BTreeMap::new();
    for (_, place) in places.iter().filter(|(_, place)| !place.country.is_empty()) {
        countries.entry(place.country.as_str()).or_default().push(place.point);
    }
    let spreads: BTreeMap<&str, Spread> = countries
        .into_iter()
        .filter(|(_, points)| points.len() >= ENOUGH)
        .filter_map(|(country, points)| Some((country, Spread::of(&points)?)))
        .collect();
    for (line, place) in places {
        let country = spreads.get(place.country.as_str()).copied();
        let away = |point: Point, alone: f64| match country {
            Some(country) => !country.holds(point, OUTSIDE_COUNTRY) && !everywhere.holds(point, OUTSIDE_FILE),
            None => !everywhere.holds(point, alone),
        };
        if !away(place.point, OUTSIDE_FILE) {
            continue;
        }
        let middle = country.unwrap_or(everywhere).middle;
        let Point { lat, lon } = place.point;
        let far = place.point.distance_km(middle);
        let fits = |p: &Point| !away(*p, OUTSIDE_FILE) && p.distance_km(middle) * NEARER < far;
        let (name, km) = (&place.name, far.round());
        let group = country.map_or("the file", |_| place.country.as_str());
        let finding = if Point::new(lon, lat).filter(fits).is_some() {
            Finding::warning(
                "place-swapped",
                format!(
                    "'{name}' lies {km} km from the middle of the places of {group}, but near it if latitude and longitude are exchanged; \
                     it is kept as written"
                ),
                format!("if they are exchanged, write lat {lon} and lon {lat}"),
            )
        } else if away(place.point, OUTSIDE_FILE_ALONE) {
            Finding::warning(
                "place-outside-country",
                format!("'{name}' lies {km} km from the middle of the places of {group}; it is kept as written"),
                "check latitude, longitude, their signs and the country",
            )
        } else {
            continue;
        };
        findings.push(finding.at(file, *line, "lat").with("place", name).with("km", km).with("group", group));
    }
}
