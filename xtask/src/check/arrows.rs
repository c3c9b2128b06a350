//! Which room may depend on which (docs/ARCHITECTURE.md, "Rooms and arrows").

use crate::report::Report;
use serde_json::Value;

/// A room: its floor, what it may use, and what only its tests may use besides.
struct Room {
    name: &'static str,
    floor: u8,
    uses: &'static [&'static str],
    tests_use: &'static [&'static str],
}

/// Every crate of the workspace; an arrow that isn't here is forbidden.
const ROOMS: [Room; 18] = [
    Room { name: "base", floor: 0, uses: &[], tests_use: &[] },
    Room { name: "content", floor: 1, uses: &["base"], tests_use: &[] },
    Room { name: "journal", floor: 1, uses: &["base"], tests_use: &[] },
    Room { name: "access", floor: 1, uses: &["base"], tests_use: &[] },
    Room { name: "seal", floor: 1, uses: &["base"], tests_use: &[] },
    Room { name: "threat", floor: 1, uses: &["base"], tests_use: &[] },
    Room { name: "roads", floor: 1, uses: &["base"], tests_use: &[] },
    Room { name: "exposure", floor: 1, uses: &["base"], tests_use: &[] },
    Room { name: "site", floor: 1, uses: &["base"], tests_use: &[] },
    Room { name: "linkage", floor: 1, uses: &["base"], tests_use: &[] },
    Room { name: "movement", floor: 2, uses: &["base", "threat", "roads", "exposure"], tests_use: &[] },
    Room { name: "register", floor: 2, uses: &["base", "content"], tests_use: &[] },
    Room { name: "casework", floor: 2, uses: &["base", "content", "journal"], tests_use: &[] },
    Room { name: "store", floor: 3, uses: &["base", "journal", "access", "seal"], tests_use: &[] },
    Room {
        name: "app",
        floor: 4,
        uses: &["base", "content", "journal", "access", "seal", "threat", "roads", "exposure", "movement", "casework", "store"],
        tests_use: &[],
    },
    Room { name: "http", floor: 5, uses: &["base", "app"], tests_use: &[] },
    Room {
        name: "amana",
        floor: 6,
        uses: &[
            "base", "content", "journal", "access", "seal", "threat", "roads", "exposure", "site", "linkage", "movement", "casework",
            "register", "store", "app", "http",
        ],
        tests_use: &[],
    },
    Room { name: "xtask", floor: 6, uses: &[], tests_use: &[] },
];

/// Fails on an arrow that the table doesn't hold and on a crate without a row.
pub fn check(metadata: &Value, report: &mut Report) {
    let packages = metadata["packages"].as_array().map_or(&[][..], Vec::as_slice);
    if packages.is_empty() {
        report.fail("arrows", "cargo metadata", "names no package");
    }
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some(room) = ROOMS.iter().find(|r| r.name == name) else {
            report.fail("arrows", name, "no such room: give it a floor and its arrows in xtask/src/check/arrows.rs");
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let to = dependency["name"].as_str().unwrap_or_default();
            let ours = dependency["path"].is_string();
            let in_tests = dependency["kind"].as_str() == Some("dev");
            if ours && !room.uses.contains(&to) && !(in_tests && room.tests_use.contains(&to)) {
                report.fail("arrows", name, format!("must not depend on '{to}' (floor {} may use: {})", room.floor, room.uses.join(", ")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn run(name: &str, to: &str, kind: Value) -> Report {
        let mut report = Report::default();
        let dependency = json!({"name": to, "path": "somewhere", "kind": kind});
        check(&json!({"packages": [{"name": name, "dependencies": [dependency]}]}), &mut report);
        report
    }

    #[test]
    fn only_arrows_of_the_table_pass() {
        assert!(!run("movement", "roads", Value::Null).failed());
        for (name, to, kind) in [
            ("roads", "threat", Value::Null),
            ("exposure", "movement", json!("dev")),
            ("http", "movement", json!("build")),
            ("base", "app", Value::Null),
        ] {
            assert!(run(name, to, kind).fails_with(&format!("{name}: must not depend on '{to}'")));
        }
        assert!(run("utils", "base", Value::Null).fails_with("no such room"));
    }

    #[test]
    fn external_crates_are_no_arrows_and_silence_is_no_success() {
        let mut report = Report::default();
        check(&json!({"packages": [{"name": "base", "dependencies": [{"name": "csv", "kind": null}]}]}), &mut report);
        assert!(!report.failed());
        check(&json!({}), &mut report);
        assert!(report.failed());
    }

    #[test]
    fn every_arrow_of_the_table_points_down() {
        for room in &ROOMS {
            for to in room.uses.iter().chain(room.tests_use) {
                let below = ROOMS.iter().find(|r| r.name == *to).expect("a row for each room used");
                assert!(below.floor < room.floor, "{} -> {to}", room.name);
            }
        }
    }
}
