//! GeoJSON (RFC 7946) to a plan, with everything that is wrong at once.

use crate::geometry::{Place, Shape, crosses_itself};
use crate::plan::{Feature, Kind, Plan, WORDS};
use base::{Finding, Findings, Severity};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// More features than this are refused: cut the plan into sites.
const MOST_FEATURES: usize = 200_000;
/// A larger site has its coordinates swapped or is no site.
const MOST_SQUARE_METRES: f64 = 1e8;
/// Metres of a degree of a great circle (mean radius of the earth, IUGG).
const DEGREE_M: f64 = 111_195.080_233;

/// What is wrong, gathered: the same fault of many features is one finding that names the first few.
#[derive(Default)]
struct Faults(BTreeMap<Fault, Met>);

/// Its code and what is wrong.
type Fault = (&'static str, String);
/// How far it reaches, what to do, and the features it was met at.
type Met = (Severity, &'static str, Vec<(u64, String)>);

impl Faults {
    fn add(&mut self, severity: Severity, code: &'static str, what: impl Into<String>, remedy: &'static str, row: usize, id: &str) {
        let entry = self.0.entry((code, what.into())).or_insert((severity, remedy, Vec::new()));
        entry.2.push((row as u64 + 1, id.to_owned()));
    }

    fn findings(self, file: &str) -> Findings {
        let said = |((code, what), (severity, remedy, places)): (Fault, Met)| {
            let mut named: Vec<String> = places.iter().take(5).map(|(row, id)| format!("{id} (feature {row})")).collect();
            if places.len() > 5 {
                named.push(format!("and {} more", places.len() - 5));
            }
            let text = format!("{what}: {}", named.join(", "));
            let finding =
                if severity == Severity::Error { Finding::error(code, text, remedy) } else { Finding::warning(code, text, remedy) };
            finding.at(file, places.first().map_or(0, |p| p.0), "feature")
        };
        self.0.into_iter().map(said).collect()
    }
}

fn places(value: &Value) -> Option<Vec<Place>> {
    value.as_array()?.iter().map(place).collect()
}

fn place(value: &Value) -> Option<Place> {
    let pair = value.as_array()?;
    let (lon, lat) = (pair.first()?.as_f64()?, pair.get(1)?.as_f64()?);
    (lon.is_finite() && lat.is_finite()).then_some([lon, lat])
}

/// The geometry in degrees; none if it is of another type or broken.
fn shape(geometry: &Value) -> Option<Shape> {
    let coordinates = &geometry["coordinates"];
    match geometry["type"].as_str()? {
        "Point" => place(coordinates).map(Shape::Point),
        "LineString" => places(coordinates).filter(|l| l.len() >= 2).map(Shape::Line),
        "Polygon" => {
            let rings = coordinates.as_array()?.iter().map(places).collect::<Option<Vec<_>>>()?;
            (!rings.is_empty() && rings.iter().all(|r| r.len() >= 4 && r.first() == r.last())).then_some(Shape::Area(rings))
        }
        _ => None,
    }
}

fn each(shape: &mut Shape, mut change: impl FnMut(&mut Place)) {
    match shape {
        Shape::Point(p) => change(p),
        Shape::Line(line) => line.iter_mut().for_each(change),
        Shape::Area(rings) => rings.iter_mut().flatten().for_each(change),
    }
}

/// Azimuthal equidistant on the sphere around `origin` (degrees), metres east and north.
fn project(origin: Place, p: Place) -> Place {
    let (lat0, lat, dlon) = (origin[1].to_radians(), p[1].to_radians(), (p[0] - origin[0]).to_radians());
    let half = (((lat - lat0) / 2.0).sin().powi(2) + lat0.cos() * lat.cos() * (dlon / 2.0).sin().powi(2)).sqrt().min(1.0);
    let angle = 2.0 * half.asin();
    let east = lat.cos() * dlon.sin();
    let north = (lat - lat0).sin() + 2.0 * lat0.sin() * lat.cos() * (dlon / 2.0).sin().powi(2);
    let length = east.hypot(north);
    let scale = if length > 0.0 { angle.to_degrees() * DEGREE_M / length } else { 0.0 };
    [east * scale, north * scale]
}

impl Plan {
    /// Reads a plan; none if nothing can be judged. `file` is named in findings, rows count features from 1.
    pub fn read(file: &str, bytes: &[u8]) -> (Option<Self>, Findings) {
        let stop = |code: &str, text: String, remedy: &str| (None, Findings(vec![Finding::error(code, text, remedy).in_file(file)]));
        let value: Value = match serde_json::from_slice(bytes) {
            Ok(value) => value,
            Err(e) => return stop("site-not-geojson", format!("this is no JSON: {e}"), "export the plan as GeoJSON"),
        };
        let Some(all) = value["features"].as_array().filter(|_| value["type"] == "FeatureCollection") else {
            return stop("site-not-geojson", "this is no FeatureCollection".into(), "export the plan as a GeoJSON FeatureCollection");
        };
        if all.len() > MOST_FEATURES {
            return stop("site-too-large", format!("{} features; {MOST_FEATURES} can be judged", all.len()), "cut the plan into sites");
        }
        let mut faults = Faults::default();
        let mut seen = BTreeSet::new();
        let mut features: Vec<(usize, Feature)> = Vec::new();
        for (row, item) in all.iter().enumerate() {
            if let Some(feature) = feature(row, item, &mut seen, &mut faults) {
                features.push((row, feature));
            }
        }
        let Some(origin) = origin(&features) else {
            let mut findings = faults.findings(file);
            findings
                .push(Finding::error("site-empty", "there is no feature that can be used", "draw a boundary and shelters").in_file(file));
            return (None, findings);
        };
        let mut out_of_range = false;
        for (row, feature) in &mut features {
            let mut beyond = false;
            each(&mut feature.shape, |p| {
                beyond |= p[1].abs() > 90.0 || p[0].abs() > 180.0;
                *p = project(origin, *p);
            });
            if beyond {
                faults.add(Severity::Error, "site-swapped", "a latitude beyond 90 degrees", SWAP, *row, &feature.id);
                out_of_range = true;
            }
            if feature.kind == Kind::Boundary && feature.shape.area() > MOST_SQUARE_METRES {
                faults.add(Severity::Error, "site-swapped", "the site has more than 10,000 hectares", SWAP, *row, &feature.id);
                out_of_range = true;
            }
        }
        let people_missing = check(&mut features, &mut faults);
        let findings = faults.findings(file);
        let mut features: Vec<Feature> = features.into_iter().map(|(_, f)| f).collect();
        features.sort_by(|a, b| a.id.cmp(&b.id));
        let name = features.iter().find(|f| f.kind == Kind::Boundary).map(|f| f.word("name").to_owned()).unwrap_or_default();
        ((!out_of_range).then_some(Self { name, features, people_missing }), findings)
    }
}

const SWAP: &str = "GeoJSON writes longitude first, then latitude: look whether they are swapped";

fn feature(row: usize, item: &Value, seen: &mut BTreeSet<String>, faults: &mut Faults) -> Option<Feature> {
    let properties: Map<String, Value> = item["properties"].as_object().cloned().unwrap_or_default();
    let word = properties.get("kind").and_then(Value::as_str).unwrap_or_default();
    let own = [item.get("id"), properties.get("id")].into_iter().flatten();
    let id = own
        .filter_map(|v| v.as_str().map(str::to_owned).or_else(|| v.as_i64().map(|n| n.to_string())))
        .next()
        .unwrap_or_else(|| format!("{word}-{}", row + 1));
    let Some((kind, _)) = WORDS.iter().find(|(_, w)| *w == word) else {
        let what = format!("'{word}' is no kind; left out");
        faults.add(Severity::Warning, "site-kind", what, "write one of the kinds of docs/formats-site.md", row, &id);
        return None;
    };
    let Some(shape) = shape(&item["geometry"]).filter(|s| fits(*kind, s)) else {
        let what = format!("the geometry of a {word} can't be used; left out");
        faults.add(Severity::Error, "site-geometry", what, "draw it as docs/formats-site.md says; close each ring", row, &id);
        return None;
    };
    if !seen.insert(id.clone()) {
        faults.add(Severity::Error, "site-duplicate-id", "the identifier is there twice; left out", "give each feature its own", row, &id);
        return None;
    }
    Some(Feature { id, kind: *kind, shape, properties })
}

fn fits(kind: Kind, shape: &Shape) -> bool {
    match kind {
        Kind::Boundary | Kind::Hazard | Kind::BufferExclusion => matches!(shape, Shape::Area(_)),
        Kind::Path | Kind::FirewoodRoute => matches!(shape, Shape::Line(_)),
        Kind::Light | Kind::WaterPoint | Kind::DistributionPoint | Kind::Health | Kind::PoliceSecurity => matches!(shape, Shape::Point(_)),
        Kind::Shelter | Kind::Latrine | Kind::Bathing | Kind::Wfs | Kind::Cfs => !matches!(shape, Shape::Line(_)),
        _ => true,
    }
}

/// The middle of the boundary, else of everything, by degrees.
fn origin(features: &[(usize, Feature)]) -> Option<Place> {
    let boundary: Vec<_> = features.iter().filter(|(_, f)| f.kind == Kind::Boundary).collect();
    let of = if boundary.is_empty() { features.iter().collect() } else { boundary };
    let middles: Vec<Place> = of.iter().map(|(_, f)| f.shape.middle()).collect();
    let range = |axis: usize| {
        let least = middles.iter().map(|m| m[axis]).fold(f64::INFINITY, f64::min);
        (least + middles.iter().map(|m| m[axis]).fold(f64::NEG_INFINITY, f64::max)) / 2.0
    };
    (!middles.is_empty()).then(|| [range(0), range(1)])
}

/// What can be seen once places are in metres; drops broken boundaries; says whether people are missing.
fn check(features: &mut Vec<(usize, Feature)>, faults: &mut Faults) -> bool {
    let broken = |f: &Feature| matches!(&f.shape, Shape::Area(rings) if rings.iter().any(|r| crosses_itself(r)));
    let mut boundaries = 0;
    features.retain(|(row, f)| {
        if broken(f) {
            let what = format!("the outline of the {} crosses itself; left out", f.kind.word());
            faults.add(Severity::Error, "site-self-crossing", what, "draw it so that no two edges cross", *row, &f.id);
            return false;
        }
        boundaries += usize::from(f.kind == Kind::Boundary);
        if f.kind == Kind::Boundary && boundaries > 1 {
            faults.add(Severity::Error, "site-boundaries", "a second boundary; left out", "judge one site at a time", *row, &f.id);
            return false;
        }
        true
    });
    let boundary = features.iter().find(|(_, f)| f.kind == Kind::Boundary).map(|(_, f)| f.shape.clone());
    let mut missing = false;
    for (row, f) in features.iter().filter(|(_, f)| f.kind == Kind::Shelter) {
        if f.persons() <= 0.0 {
            missing = true;
            faults.add(Severity::Error, "site-no-people", "a shelter without people", "write persons, 1 or more", *row, &f.id);
        }
        if boundary.as_ref().is_some_and(|b| !b.holds(f.shape.middle())) {
            faults.add(Severity::Warning, "site-outside", "a shelter outside the boundary", "move it or redraw the boundary", *row, &f.id);
        }
    }
    missing
}
