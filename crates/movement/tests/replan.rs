//! Trips under way, led around a road that closes ahead of them.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use base::{Instant, Severity};
use movement::check::check;
use movement::operation::Operation;
use movement::plan::{Changes, ClosedRoad, Plan};
use movement::planner::{Pace, Request, plan, replan};
use movement::problem::Mode;

const PLACES: &str = "place,country,lat,lon
Alpha,CAF,4.0,18.0
Mid,CAF,4.0,18.4
Camp,CAF,4.0,18.8
Bravo,CAF,4.3,18.4
Kilo,CAF,4.6,18.6
Echo,CAF,3.0,19.2
Foxtrot,CAF,3.5,19.0
";

/// Two hours to Camp, or a day and a night by Bravo and Kilo if Mid - Camp is closed; Echo is a day and a night from Camp.
const ROADS: &str = "from,to,km,class
Alpha,Mid,50,primary
Mid,Camp,50,primary
Mid,Bravo,40,secondary
Bravo,Kilo,200,secondary
Kilo,Camp,200,secondary
Echo,Foxtrot,250,primary
Foxtrot,Camp,300,primary
";

/// Ada (Alpha) must be kept apart from Ben (Echo): both set off on the 15th; she arrives that day, he on the 16th.
fn operation(fit: &str) -> Operation {
    let people = format!(
        "person_id,household_id,site,age,exposure_tier,consent,fit_to_travel,not_with\nada,H1,Alpha,40,1,given,{fit},ben\nben,H2,Echo,40,1,given,yes,\n"
    );
    let mut files = common::files();
    let own = [
        ("places.csv", PLACES),
        ("roads.csv", ROADS),
        ("people.csv", &people),
        ("fleet.csv", "vehicle_id,depot,seats\ncar-1,Alpha,4\ncar-2,Echo,4\n"),
        ("destinations.csv", "place,capacity_total,capacity_per_day,opens,closes\nCamp,50,20,06:00,18:00\n"),
    ];
    files.extend(own.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())));
    Operation::read(&files, None).0.unwrap()
}

fn arrival(operation: &Operation, plan: &Plan, household: &str) -> String {
    let stop = plan.trips.iter().flat_map(|t| &t.stops).find(|s| s.alight.iter().any(|h| h == household)).unwrap();
    operation.zone.civil(stop.begin).date().to_string()
}

/// The plan, and the plan made anew when Mid - Camp closes while Ada is between Alpha and Mid.
fn closed(operation: &Operation) -> (Plan, Plan) {
    let request = Request {
        mode: Mode::Tiers,
        as_of: operation.starts,
        seed: 1,
        iterations: Some(50),
        hazard_scale: 1.0,
        changes: Changes::default(),
        bound_steps: 0,
    };
    let first = plan(operation, &request, &mut |_| Pace::On);
    let now: Instant = common::at("05:30");
    let closed = vec![ClosedRoad { from: "Mid".into(), to: "Camp".into(), at: now }];
    let changes = Changes { closed, ..Changes::default() };
    let second = replan(operation, &first, now, &Request { changes, ..request }, &mut |_| Pace::On);
    (first, second)
}

#[test]
fn a_trip_led_around_holds_rather_than_arrive_beside_someone_to_be_kept_apart_from() {
    let operation = operation("yes");
    let (first, second) = closed(&operation);
    let days = |plan: &Plan| (arrival(&operation, plan, "H1"), arrival(&operation, plan, "H2"));
    assert_eq!(days(&first), ("2014-01-15".into(), "2014-01-16".into()));
    assert_eq!(days(&second), ("2014-01-17".into(), "2014-01-16".into()));
    let findings = check(&operation, &second);
    assert!(findings.iter().all(|f| f.code.starts_with("plan-inversion")), "{findings:?}");
}

#[test]
fn where_every_way_on_breaks_a_rule_the_trip_goes_on_and_the_checker_warns() {
    let operation = operation("until 2014-01-16");
    let (_, second) = closed(&operation);
    assert_eq!(arrival(&operation, &second, "H1"), "2014-01-16");
    let findings = check(&operation, &second);
    let led: Vec<_> = findings.iter().filter(|f| f.code == "plan-led-around").collect();
    assert!(led.iter().all(|f| f.severity == Severity::Warning));
    assert_eq!(led.iter().map(|f| f.args["rule"].as_str()).collect::<Vec<_>>(), ["plan-kept-apart-arrival"]);
    assert!(!findings.has_errors(), "{findings:?}");
}
