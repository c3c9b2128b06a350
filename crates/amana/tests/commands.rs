//! The program as a person or a script runs it: commands, exit codes, files.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn scenario() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/car-2014").into()
}

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_amana")).args(args).output().unwrap()
}

fn json(args: &[&str]) -> Value {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_plan_is_made_checked_changed_and_printed() {
    let folder = folder("plan");
    let (first, second) = (folder.join("plan.json"), folder.join("again.json"));
    let made = run(&["plan", "--scenario", &scenario(), "--iterations", "150", "--out", text(&first)]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert!(String::from_utf8_lossy(&made.stdout).contains("officer rule"));
    assert!(run(&["check", text(&first)]).status.success());

    let again = [
        "replan",
        text(&first),
        "--now",
        "2014-01-16T12:00",
        "--close",
        "Bossembele--Bossangoa",
        "--lose",
        "bus-02",
        "--iterations",
        "150",
    ];
    let changed = json(&[&again[..], &["--json", "--out", text(&second)]].concat());
    assert!(!changed["difference"]["lines"].as_array().unwrap().is_empty());
    assert!(run(&["check", text(&second)]).status.success());

    let plan: Value = serde_json::from_slice(&std::fs::read(&first).unwrap()).unwrap();
    let household = plan["trips"][0]["stops"].as_array().unwrap().iter().find_map(|s| s["board"][0].as_str()).unwrap();
    let names: Vec<String> = std::fs::read_to_string(format!("{}/people.csv", scenario()))
        .unwrap()
        .lines()
        .filter(|l| l.contains(household))
        .map(|l| l.split(',').nth(2).unwrap().to_owned())
        .collect();
    let print = |audience: &str, format: &str| {
        let output = run(&["manifest", text(&first), "--trip", "1", "--for", audience, "--lang", "fr", "--format", format]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    for format in ["html", "csv"] {
        assert!(names.iter().all(|n| print("sending", format).contains(n)), "the boarding list has names");
        for nameless in ["driver", "escort"] {
            let copy = print(nameless, format);
            assert!(names.iter().all(|n| !copy.contains(n)), "{nameless}, {format}: a name");
        }
    }
}

#[test]
fn a_plan_that_was_tampered_with_fails_the_check() {
    let file = folder("tampered").join("plan.json");
    let mut plan = json(&["plan", "--scenario", &scenario(), "--iterations", "50", "--json"]);
    let first = plan["trips"][0]["stops"].as_array_mut().unwrap().iter_mut().find(|s| s["board"].is_array()).unwrap();
    first["board"].as_array_mut().unwrap().pop();
    std::fs::write(&file, serde_json::to_vec(&plan).unwrap()).unwrap();
    let checked = run(&["check", text(&file)]);
    assert_eq!(checked.status.code(), Some(1));
}

#[test]
fn same_seed_and_rounds_give_the_same_bytes() {
    let plan = || run(&["plan", "--scenario", &scenario(), "--iterations", "120", "--seed", "9", "--json"]).stdout;
    assert_eq!(plan(), plan());
}

#[test]
fn routes_are_best_trade_offs_with_their_reports() {
    let answer = json(&["route", "--scenario", &scenario(), "--from", "Bangui", "--to", "Gore", "--as-of", "2014-01-15", "--json"]);
    let routes: Vec<(f64, f64)> =
        answer["routes"].as_array().unwrap().iter().map(|r| (r["hours"].as_f64().unwrap(), r["risk"].as_f64().unwrap())).collect();
    assert!(!routes.is_empty());
    for pair in routes.windows(2) {
        assert!(pair[0].0 < pair[1].0 && pair[0].1 > pair[1].1, "{routes:?}");
    }
    assert!(answer["routes"][0]["segments"][0]["reports"].is_array());
    assert_eq!(run(&["route", "--scenario", &scenario(), "--from", "Bangui", "--to", "Nowhere"]).status.code(), Some(3));
}

#[test]
fn the_back_test_beats_the_fastest_routes() {
    let answer = json(&["backtest", "--scenario", &scenario(), "--from", "2013-12-15", "--to", "2014-02-15", "--json"]);
    let at_5 = &answer["safest"][2];
    assert!(at_5["detour_percent"].as_f64().unwrap() <= 5.5 && at_5["ratio"].as_f64().unwrap() < 1.0, "{at_5}");
}

#[test]
fn bad_files_give_findings_and_exit_codes() {
    let folder = folder("bad");
    assert_eq!(run(&["plan"]).status.code(), Some(2));
    assert_eq!(run(&["plan", "--scenario", text(&folder.join("none"))]).status.code(), Some(3));
    std::fs::write(folder.join("operation.toml"), "name = 1").unwrap();
    let output = run(&["plan", "--scenario", text(&folder)]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("settings-unreadable"));
    let instance = folder.join("instance.txt");
    std::fs::write(&instance, "1 1 1\nx\n").unwrap();
    for format in ["evacuation", "darp"] {
        let output = run(&["plan", "--instance", text(&instance), "--format", format, "--json"]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn people_are_assessed_and_generated() {
    let out = folder("generated");
    let made = run(&["generate", "--scenario", &scenario(), "--people", "300", "--seed", "4", "--out", text(&out)]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let people = out.join("people.csv");
    let report = json(&["assess", text(&people), "--as-of", "2014-01-15", "--timezone", "Africa/Bangui", "--json"]);
    assert_eq!(report["people"].as_array().unwrap().len(), 300);
    let plan = json(&["plan", "--scenario", text(&out), "--iterations", "20", "--json"]);
    let people: u64 = plan["queue"].as_array().unwrap().iter().map(|q| q["people"].as_u64().unwrap()).sum();
    assert_eq!(people, 300);
}

#[test]
fn people_are_found_across_scripts_with_reasons() {
    let folder = folder("linkage");
    let (left, right, out) = (folder.join("left.csv"), folder.join("right.csv"), folder.join("pairs.csv"));
    let registered = "id,name,sex,birth_year,places,relatives,phones\n\
        r1,محمد عبد الله,m,2012,Bria,mother: Zahra,\nr2,Mariam Saleh,f,2010,Bambari,,\nr3,Jean Ngaba,m,1980,Bria,,70112233\n";
    std::fs::write(&left, registered).unwrap();
    std::fs::write(&right, "id,name,sex,birth_year,places,relatives,phones\ni1,Mohamed Abdallah,m,2013,Bria,mother: زهراء,\n").unwrap();
    let found = json(&["match", "--in", text(&left), "--name", "Mohamed Abdallah", "--sex", "m", "--relative", "mother: زهراء", "--json"]);
    assert_eq!(found[0]["id"], "r1");
    let said: Vec<&str> = found[0]["because"].as_array().unwrap().iter().map(|b| b["said"].as_str().unwrap()).collect();
    assert!(said.iter().any(|s| s.contains("one relative agrees")), "{said:?}");
    assert!(run(&["link", "--left", text(&left), "--right", text(&right), "--out", text(&out)]).status.success());
    let pairs = std::fs::read_to_string(&out).unwrap();
    assert!(pairs.lines().nth(1).unwrap().starts_with("r1,i1,"), "{pairs}");
    assert!(run(&["duplicates", text(&left), "--out", text(&out)]).status.success());
    let bad = run(&["link", "--left", text(&left), "--out", text(&out)]);
    assert!(!bad.status.success() && String::from_utf8_lossy(&bad.stderr).contains("--right"));
}

#[test]
fn guidance_is_found_with_what_took_its_place_and_an_office_adds_to_it() {
    let printed = run(&["guidance", "a05"]);
    let printed = String::from_utf8_lossy(&printed.stdout).into_owned();
    assert!(printed.contains("R12") && printed.contains("Use instead: CPMS 2019") && !printed.contains("R32"), "{printed}");
    let all = json(&["guidance", "--json"]);
    assert_eq!(all.as_array().unwrap().len(), 12);
    let found = json(&["guidance", "--search", "pinheiro", "--language", "fr", "--json"]);
    assert_eq!(found[0]["title"], "Terres, biens et réparations");
    assert_eq!(run(&["guidance", "--search", "zebra"]).status.code(), Some(1));
    assert_eq!(run(&["guidance", "A99"]).status.code(), Some(3));

    let office = folder("own-guidance");
    std::fs::create_dir_all(office.join("content/register")).unwrap();
    let own = "id = \"A05\"\nconfirmed_contacts = [\"cp@example.org\"]\n[[reference]]\nid = \"R-1\"\nbasis = \"published: guidance R12\"\n";
    std::fs::write(office.join("content/register/own.toml"), own).unwrap();
    let broken = run(&["guidance", "A05", "--dir", text(&office)]);
    let said = String::from_utf8_lossy(&broken.stderr).into_owned();
    assert_eq!(broken.status.code(), Some(1));
    assert!(said.contains("content/register/own.toml:3") && said.contains("own.toml:5 basis: R12 is superseded"), "{said}");
    std::fs::write(office.join("content/register/own.toml"), &own[..own.find("[[").unwrap()]).unwrap();
    assert_eq!(json(&["guidance", "A05", "--dir", text(&office), "--json"])[0]["contacts"][0]["status"], "confirmed");
}

#[test]
fn a_site_plan_is_judged_and_compared() {
    let feature = |id: &str, kind: &str, more: &str, shape: &str| {
        format!(r#"{{"type":"Feature","id":"{id}","properties":{{"kind":"{kind}"{more}}},"geometry":{shape}}}"#)
    };
    let point = |lon: f64| format!(r#"{{"type":"Point","coordinates":[{lon},0.0005]}}"#);
    let square = r#"{"type":"Polygon","coordinates":[[[30,0],[30.001,0],[30.001,0.001],[30,0.001],[30,0]]]}"#;
    let plan = |name: &str, radius: u32| {
        let path = folder("sites").join(name);
        let all = [
            feature("site", "boundary", r#","name":"Test","population":100"#, square),
            feature("S1", "shelter", r#","persons":100"#, &point(30.0002)),
            feature("LF", "latrine", r#","users":"f","stalls":5"#, &point(30.0004)),
            feature("L1", "light", &format!(r#","radius_m":{radius}"#), &point(30.0004)),
        ];
        std::fs::write(&path, format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, all.join(","))).unwrap();
        path
    };
    let (dark, lit) = (plan("dark.geojson", 1), plan("lit.geojson", 40));
    let rule = |answer: &Value, id: &str| {
        let all = answer["report"]["verdicts"].as_array().unwrap();
        assert_eq!(all.len(), 36);
        all.iter().find(|v| v["rule"] == id).unwrap()["outcome"].clone()
    };
    let answer = |args: &[&str]| {
        let output = run(args);
        assert_eq!(output.status.code(), Some(1), "some rule is not met: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    let before = answer(&["check-site", text(&dark), "--json"]);
    let after = answer(&["check-site", text(&lit), "--before", text(&dark), "--json"]);
    assert_ne!(rule(&before, "G11"), "pass");
    assert_eq!(rule(&after, "G11"), "pass");
    let changed: Vec<&str> = after["changes"].as_array().unwrap().iter().map(|c| c["rule"].as_str().unwrap()).collect();
    assert!(changed.contains(&"G11"), "{changed:?}");
    assert!(before["changes"].is_null());
    std::fs::write(folder("sites").join("broken.geojson"), "{").unwrap();
    let broken = run(&["check-site", text(&folder("sites").join("broken.geojson"))]);
    assert!(!broken.status.success() && String::from_utf8_lossy(&broken.stderr).contains("site-not-geojson"));
}
