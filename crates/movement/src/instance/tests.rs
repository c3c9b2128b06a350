use super::{read, to_json};
use crate::officer::officer;
use crate::problem::{Mode, Problem};
use crate::schedule::replay_all;
use crate::search::{Options, solve};
use proptest::prelude::*;

const SMALL: &str = "2 1 3\n0 600\n600 0\n4 0 0\n1 0 3 0 0 6.0 8\n1 0 1 0 0 1.0 1\n1 0 5 1 0 2.0 2\n";
const EVAC_60: &str = include_str!("../../tests/instances/evac_60.txt");
const EVAC_240: &str = include_str!("../../tests/instances/evac_240.txt");

fn parsed(text: &str) -> Problem {
    read("x.txt", text.as_bytes()).unwrap_or_else(|findings| panic!("{findings:?}"))
}

/// The figures measured in November 2026 by an independent evaluator: W of the officer rule, hours until the last of tier 1 alights.
#[test]
fn the_officer_rule_gives_the_measured_figures() {
    for (text, w, last) in [(EVAC_60, 1556.0, 3.3), (EVAC_240, 14615.0, 5.4)] {
        let problem = parsed(text);
        let replay = replay_all(&problem, &officer(&problem)).expect("replays");
        assert!((replay.harm.total - w).abs() < 0.6, "{}", replay.harm.total);
        let latest = replay.rides.iter().filter(|r| problem.units[r.0].tier == 1).map(|r| r.2).max().unwrap_or(0);
        assert!((latest as f64 / 3600.0 - last).abs() < 0.1, "{latest}");
    }
}

#[test]
fn the_search_is_below_the_plain_search_measured_beside_the_officer() {
    let problem = parsed(EVAC_60);
    let options = Options { mode: Mode::Harm, iterations: Some(15_000), ..Options::default() };
    let harm = replay_all(&problem, &solve(&problem, &options, &mut |_| true)).expect("replays").harm;
    assert!(harm.total <= 1302.0, "{}", harm.total);
    assert!(crate::bound::bound(&problem, 30).total <= harm.total);
}

#[test]
fn writes_events_in_order_and_names_who_fits_nowhere() {
    let problem = parsed(SMALL);
    let json = to_json(&problem, &officer(&problem));
    assert_eq!(
        json,
        "{\"vehicles\": [\n  [[\"p\", 0], [\"p\", 1], [\"d\", 0], [\"d\", 1]]\n], \"unserved\": [{\"household\": 2, \"reason\": \"no-vehicle-fits\", \
         \"bays\": \"1\", \"seats\": \"5\", \"stretchers\": \"0\"}]}\n"
    );
}

#[test]
fn every_fault_is_found_with_its_line() {
    let check = |text: &str, code: &str, row: Option<u64>| {
        let findings = read("x.txt", text.as_bytes()).expect_err(code);
        assert!(findings.iter().any(|f| f.code == code && f.row == row), "{code} at {row:?}: {findings:?}");
    };
    check("", "instance-empty", Some(1));
    check("2 1\n", "instance-head", Some(1));
    check("0 0 0\n", "instance-head", Some(1));
    check(&SMALL.replacen("600 0\n", "600\n", 1), "instance-matrix", Some(3));
    check(&SMALL.replacen("600 0\n", "600 x\n", 1), "instance-number", Some(3));
    check(&SMALL.replacen("600 0\n", "600 -1\n", 1), "instance-number", Some(3));
    check(&SMALL.replacen("600 0\n", "1e300 0\n", 1), "instance-seconds", Some(3));
    check(&SMALL.replacen("4 0 0\n", "4 0\n", 1), "instance-vehicle", Some(4));
    check(&SMALL.replacen("4 0 0\n", "4.5 0 0\n", 1), "instance-whole", Some(4));
    check(&SMALL.replacen("1 0 3 0 0 6.0 8", "7 0 3 0 0 6.0 8", 1), "instance-place", Some(5));
    check(&SMALL.replacen("6.0 8", "6.0 0", 1), "instance-weight", Some(5));
    check(&SMALL.replacen("6.0 8", "6.0", 1), "instance-household", Some(5));
    check(SMALL.trim_end().rsplit_once('\n').map_or("", |(head, _)| head), "instance-lines", Some(6));
    let two = read("x.txt", SMALL.replace("4 0 0", "4 0").replace("6.0 8", "6.0 0").as_bytes()).expect_err("two faults");
    assert!(two.has("instance-vehicle") && two.has("instance-weight"));
    assert!(read("x.txt", &[0xff, 0xfe]).expect_err("not text").has("instance-encoding"));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[0-9 .eE\n-]{0,120}", cut in 0usize..80) {
        let _ = read("x.txt", text.as_bytes());
        let _ = read("x.txt", &SMALL.as_bytes()[..cut.min(SMALL.len())]);
    }
}
