//! The worked site of the domain facts, with its exact figures, and plans that are broken.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use serde_json::{Value, json};
use site::{Outcome, Plan, Report, Rules, Settings, Verdict, compare, judge};

const METRE: f64 = 8.99322e-6;

/// Degrees of a place in metres, turned by an angle and moved to a longitude.
fn degrees(x: f64, y: f64, turn: f64, lon: f64) -> Value {
    let (sin, cos) = turn.sin_cos();
    json!([lon + (x * cos - y * sin) * METRE, (x * sin + y * cos) * METRE])
}

fn site(turn: f64, lon: f64) -> Vec<Value> {
    let at = |x, y| degrees(x, y, turn, lon);
    let feature = |id: &str, properties: Value, kind: &str, coordinates: Value| json!({"type": "Feature", "id": id, "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}});
    let ring = [(0.0, 0.0), (240.0, 0.0), (240.0, 200.0), (0.0, 200.0), (0.0, 0.0)].map(|(x, y)| at(x, y));
    let mut all = vec![feature("site", json!({"kind": "boundary", "name": "Worked site", "population": 1200}), "Polygon", json!([ring]))];
    for (row, y) in [30.0, 100.0, 170.0].into_iter().enumerate() {
        for (column, x) in [30.0, 90.0, 150.0, 210.0].into_iter().enumerate() {
            all.push(feature(&format!("B{row}{column}"), json!({"kind": "shelter", "persons": 100}), "Point", at(x, y)));
        }
    }
    for (id, x, y, stalls) in [("LF1", 60.0, 65.0, 18), ("LF2", 150.0, 65.0, 18), ("LM1", 66.0, 65.0, 6), ("LM2", 180.0, 100.0, 6)] {
        let users = if id.starts_with("LF") { "f" } else { "m" };
        all.push(feature(id, json!({"kind": "latrine", "users": users, "stalls": stalls}), "Point", at(x, y)));
    }
    all.push(feature("W1", json!({"kind": "water_point", "taps": 5, "type": "tap"}), "Point", at(120.0, 110.0)));
    for (i, (x, y)) in [(60.0, 65.0), (66.0, 80.0), (150.0, 65.0), (30.0, 30.0), (120.0, 110.0)].into_iter().enumerate() {
        all.push(feature(&format!("L{i}"), json!({"kind": "light", "radius_m": 15}), "Point", at(x, y)));
    }
    all
}

fn read(features: &[Value]) -> (Option<Plan>, base::Findings) {
    Plan::read("plan.geojson", json!({"type": "FeatureCollection", "features": features}).to_string().as_bytes())
}

fn report(features: &[Value]) -> Report {
    judge(&read(features).0.unwrap(), &Rules::built_in().unwrap(), Settings::default())
}

fn get<'r>(report: &'r Report, rule: &str) -> &'r Verdict {
    report.verdicts.iter().find(|v| v.rule == rule).unwrap()
}

#[test]
fn figures_of_the_worked_site() {
    let report = report(&site(0.0, 30.0));
    assert_eq!(report.verdicts.len(), 36);
    for (rule, outcome, value, off) in [
        ("G01", Outcome::Warn, 40.0, 0.01),
        ("G03", Outcome::Fail, 25.0, 1e-9),
        ("G04", Outcome::Fail, 120.9, 0.05),
        ("G06", Outcome::Pass, 3.0, 1e-9),
        ("G07", Outcome::Fail, 6.0, 0.01),
        ("G09", Outcome::Pass, 1.0, 1e-9),
        ("G11", Outcome::Fail, 0.28, 0.01),
        ("G13", Outcome::Pass, 120.4, 0.05),
        ("G14", Outcome::Pass, 240.0, 1e-9),
        ("G17", Outcome::Pass, 60.0, 0.01),
    ] {
        let verdict = get(&report, rule);
        assert_eq!(verdict.outcome, outcome, "{verdict:?}");
        assert!((verdict.measures[0].value.unwrap() - value).abs() <= off, "{verdict:?}");
    }
    assert_eq!(get(&report, "G03").measures[1].value, Some(12.0));
    assert_eq!(get(&report, "G04").features, ["B03", "B13", "B20", "B21", "B22", "B23"]);
    assert_eq!(get(&report, "G04").people, 600.0);
    for rule in ["G02", "G12", "G19", "G22", "G29", "G31"] {
        assert_eq!(get(&report, rule).outcome, Outcome::NotJudged, "{rule} has nothing to go by");
    }
}

#[test]
fn a_block_more_brings_two_of_six_within_reach() {
    let mut after = site(0.0, 30.0);
    let place = degrees(210.0, 65.0, 0.0, 30.0);
    let properties = json!({"kind": "latrine", "users": "f", "stalls": 12});
    after.push(json!({"type": "Feature", "id": "LF3", "properties": properties, "geometry": {"type": "Point", "coordinates": place}}));
    let changes = compare(&report(&site(0.0, 30.0)), &report(&after));
    let reach = changes.iter().find(|c| c.rule == "G04").unwrap();
    assert_eq!((reach.offending, reach.people), ((6, 4), (600.0, 400.0)));
    assert!(changes.iter().all(|c| c.rule != "G14"));
}

#[test]
fn turning_moving_and_reordering_change_nothing() {
    let first = report(&site(0.0, 30.0));
    for (turn, lon) in [(0.6, 30.0), (0.0, -71.0), (2.0, 100.0)] {
        let mut features = site(turn, lon);
        features.reverse();
        for (a, b) in first.verdicts.iter().zip(&report(&features).verdicts) {
            assert_eq!((&a.outcome, &a.features), (&b.outcome, &b.features), "{} turned by {turn} at {lon}", a.rule);
            for (m, n) in a.measures.iter().zip(&b.measures) {
                assert!((m.value.unwrap_or(-1.0) - n.value.unwrap_or(-1.0)).abs() < 0.01, "{}: {m:?} {n:?}", a.rule);
            }
        }
    }
}

#[test]
fn a_limit_holds_by_a_hair_on_either_side() {
    for (metres, outcome) in [(49.95, Outcome::Pass), (50.05, Outcome::Fail)] {
        let mut features = site(0.0, 30.0);
        features.retain(|f| !f["id"].as_str().unwrap().starts_with('B') || f["id"] == "B00");
        for f in features.iter_mut().filter(|f| f["id"] == "B00") {
            f["geometry"]["coordinates"] = degrees(60.0, 65.0 - metres, 0.0, 30.0);
        }
        assert_eq!(get(&report(&features), "G04").outcome, outcome, "{metres} m");
    }
}

#[test]
fn broken_plans_are_told_all_at_once() {
    let mut features = site(0.0, 30.0);
    features[0]["geometry"]["coordinates"][0].as_array_mut().unwrap().swap(1, 2);
    features[1]["properties"]["persons"] = json!(0);
    features[2]["id"] = json!("B00");
    features[13]["properties"]["kind"] = json!("toilet");
    features[14]["geometry"] = Value::Null;
    let (plan, findings) = read(&features);
    for code in ["site-self-crossing", "site-no-people", "site-duplicate-id", "site-kind", "site-geometry"] {
        assert!(findings.has(code), "{code}: {findings:?}");
    }
    let report = judge(&plan.unwrap(), &Rules::built_in().unwrap(), Settings::default());
    for rule in ["G01", "G03", "G17"] {
        assert_eq!(get(&report, rule).outcome, Outcome::NotJudged);
    }
    let mut swapped = site(0.0, 100.0);
    for f in &mut swapped[1..] {
        f["geometry"]["coordinates"].as_array_mut().unwrap().reverse();
    }
    let (plan, findings) = read(&swapped);
    assert!(plan.is_none() && findings.has("site-swapped"));
    assert!(Plan::read("x", b"{").1.has("site-not-geojson"));
}

/// What a plan doesn't say of its facilities can't be judged, and never passes.
#[test]
fn what_is_not_said_is_not_judged() {
    let judged = |property: &str, rule: &str| {
        let mut features = site(0.0, 30.0);
        for feature in &mut features {
            feature["properties"].as_object_mut().unwrap().remove(property);
        }
        get(&report(&features), rule).outcome
    };
    for (property, rule) in [("users", "G07"), ("type", "G16"), ("stalls", "G03"), ("taps", "G14")] {
        assert_eq!(judged(property, rule), Outcome::NotJudged, "{rule} without {property}");
    }
}
