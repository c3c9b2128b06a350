//! The worked example of boarding and reconciliation, and each refusal.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use base::Instant;
use common::{at, files};
use movement::boarding::{Act, Boarding, PassengerStatus as Status, TripState};
use movement::operation::{Operation, group};
use movement::plan::Trip;
use std::fmt::Write;

/// 150 people in 38 families: two adults each and children, and a trip that takes them all.
fn movement() -> (Operation, Trip) {
    let mut people = String::from("person_id,household_id,site,age,consent,exposure_tier,needs,chaperone_of,name\n");
    for n in 1..=150 {
        let (household, age) = ((n - 1) / 4 + 1, if n % 4 == 1 || n % 4 == 2 { 30 } else { 9 });
        writeln!(people, "P{n},F{household},Alpha,{age},given,4,,,Name {n}").unwrap();
    }
    let mut files = files();
    files.insert("people.csv".into(), people.into_bytes());
    let operation = Operation::read(&files, None).0.unwrap();
    assert_eq!(operation.households.len(), 38);
    let all: Vec<&str> = operation.households.iter().map(|h| h.id.as_str()).collect();
    let mut trip = common::plan().trips[1].clone();
    trip.stops[1].board = common::strings(&all);
    trip.stops[2].alight = common::strings(&all);
    (operation, trip)
}

fn mark(person: &str, status: Status, code: Option<&str>, note: Option<&str>) -> Act {
    Act::Mark { person: person.into(), status, code: code.map(str::to_owned), note: note.map(str::to_owned) }
}

fn refused(boarding: &mut Boarding, when: Instant, act: Act) -> String {
    let before = boarding.clone();
    let refusal = boarding.enter(when, act).unwrap_err();
    assert_eq!(*boarding, before, "a refusal leaves no entry");
    refusal.code
}

#[test]
fn worked_example_of_150() {
    let (operation, trip) = movement();
    let mut boarding = Boarding::new(&operation, &trip);
    assert_eq!((boarding.view().state, boarding.view().expected), (TripState::Planned, 150));
    let now = at("11:00");
    // Second adults and whole families, so that no child boards alone.
    for n in [2, 6, 10] {
        boarding.enter(now, mark(&format!("P{n}"), Status::Refused, Some("NB02"), None)).unwrap();
    }
    boarding.enter(now, mark("P14", Status::Refused, Some("NB07"), Some("isolated, seen by the clinic"))).unwrap();
    for n in 145..=148 {
        boarding.enter(now, mark(&format!("P{n}"), Status::NoShow, Some("NB16"), None)).unwrap();
    }
    // Two children whose consent was missing are cleared the same day.
    for n in [3, 4] {
        boarding.enter(now, mark(&format!("P{n}"), Status::Refused, Some("NB03"), None)).unwrap();
        boarding.enter(now, mark(&format!("P{n}"), Status::Boarded, None, None)).unwrap();
    }
    assert_eq!(refused(&mut boarding, now, Act::Depart { acknowledged: true }), "E_STILL_EXPECTED");
    let open: Vec<String> = boarding.list.iter().map(|e| e.person.clone()).collect();
    for person in open {
        let n: u32 = person[1..].parse().unwrap();
        if ![2, 6, 10, 14].contains(&n) && !(145..=148).contains(&n) {
            boarding.enter(now, mark(&person, Status::Boarded, None, None)).unwrap();
        }
    }
    let view = boarding.view();
    assert_eq!((view.boarded, view.refused, view.no_show, view.state), (142, 4, 4, TripState::Boarding));
    assert_eq!(view.warnings.iter().filter(|w| w.code == "family-incomplete").count(), 4);
    assert_eq!(view.warnings.iter().filter(|w| w.code == "child-no-show").count(), 2);
    assert_eq!(refused(&mut boarding, now, Act::Depart { acknowledged: true }), "E_NO_CLEARANCE");
    boarding.enter(now, Act::Clear { given: now.plus_seconds(-30 * 3600) }).unwrap();
    assert_eq!(refused(&mut boarding, now, Act::Depart { acknowledged: true }), "E_CLEARANCE_EXPIRED");
    boarding.enter(now, Act::Clear { given: now.plus_seconds(-3600) }).unwrap();
    assert_eq!(refused(&mut boarding, now, Act::Depart { acknowledged: false }), "E_NOT_ACKNOWLEDGED");
    boarding.enter(now, Act::Depart { acknowledged: true }).unwrap();
    assert_eq!(refused(&mut boarding, at("10:00"), Act::Arrive), "E_BEFORE_DEPARTURE");
    assert_eq!(refused(&mut boarding, at("12:00"), mark("P1", Status::Hospital, None, Some(" "))), "E_NOTE_NEEDED");
    boarding.enter(at("12:00"), mark("P1", Status::Hospital, None, Some("Mid hospital, case opened"))).unwrap();
    boarding.enter(at("15:45"), Act::Arrive).unwrap();
    assert_eq!(refused(&mut boarding, at("16:00"), Act::Close), "E_NOT_BALANCED");
    let aboard: Vec<String> =
        boarding.passengers(&operation, &trip).into_iter().filter(|p| p.status == Status::Boarded).map(|p| p.person).collect();
    for person in &aboard {
        assert!(!boarding.view().balanced);
        boarding.enter(at("16:00"), mark(person, Status::Arrived, None, None)).unwrap();
    }
    let view = boarding.view();
    assert_eq!((view.boarded, view.arrived, view.explained, view.balanced), (142, 141, 1, true));
    boarding.enter(at("16:10"), Act::Close).unwrap();
    assert_eq!(boarding.view().state, TripState::Closed);
    assert!(!boarding.view().can_undo && boarding.view().next.is_empty());
    assert_eq!(refused(&mut boarding, at("16:20"), Act::Undo), "E_WRONG_STATE");
}

#[test]
fn each_refusal_by_state() {
    let (operation, plan) = (common::operation(), common::plan());
    let now = at("05:00");
    let fresh = || Boarding::new(&operation, &plan.trips[0]);
    let cases: Vec<(&str, Act)> = vec![
        ("E_NOT_ON_LIST", mark("D1", Status::Boarded, None, None)),
        ("E_CODE_NEEDED", mark("A1", Status::Refused, None, None)),
        ("E_CODE_NEEDED", mark("A1", Status::Refused, Some("NB21"), None)),
        ("E_REFERRAL", mark("A1", Status::Refused, Some("NB13"), None)),
        ("E_REFERRAL", mark("A1", Status::Refused, Some("NB15"), Some(""))),
        ("E_WRONG_STATE", mark("A1", Status::Arrived, None, None)),
        ("E_WRONG_STATE", mark("A1", Status::Missing, None, Some("sought"))),
        ("E_WRONG_STATE", Act::Arrive),
        ("E_WRONG_STATE", Act::Close),
        ("E_NOTHING_TO_UNDO", Act::Undo),
        ("E_CLEARANCE_IN_FUTURE", Act::Clear { given: now.plus_seconds(1) }),
    ];
    for (code, act) in cases {
        assert_eq!(refused(&mut fresh(), now, act.clone()), code, "{act:?}");
    }
    let mut boarding = fresh();
    boarding.enter(now, mark("A1", Status::Refused, Some("NB14"), Some("referral opened"))).unwrap();
    assert_eq!(boarding.view().refused, 1);
}

#[test]
fn no_child_leaves_without_its_adult() {
    let (operation, plan) = (common::operation(), common::plan());
    for (adult, child) in [("C1", "U1"), ("A1", "A2")] {
        let mut boarding = Boarding::new(&operation, &plan.trips[0]);
        for person in ["A1", "A2", "U1", "C1", "B1", "B2"] {
            let act = if person == adult { mark(person, Status::NoShow, None, None) } else { mark(person, Status::Boarded, None, None) };
            boarding.enter(at("05:00"), act).unwrap();
        }
        boarding.enter(at("05:00"), Act::Clear { given: at("05:00") }).unwrap();
        let refusal = boarding.enter(at("05:09"), Act::Depart { acknowledged: true }).unwrap_err();
        assert_eq!((refusal.code.as_str(), refusal.args["person"].as_str()), ("E_CHILD_ALONE", child));
        assert_eq!(boarding.view().next[2].why.as_ref().unwrap().code, "child-alone");
        boarding.enter(at("05:01"), mark(child, Status::Refused, Some("NB03"), None)).unwrap();
        boarding.enter(at("05:09"), Act::Depart { acknowledged: true }).unwrap();
    }
}

#[test]
fn undo_takes_back_the_last_entry_that_holds() {
    let (operation, plan) = (common::operation(), common::plan());
    let mut boarding = Boarding::new(&operation, &plan.trips[1]);
    let now = at("11:57");
    boarding.enter(now, mark("D1", Status::Boarded, None, None)).unwrap();
    boarding.enter(now, Act::Clear { given: now }).unwrap();
    boarding.enter(now, Act::Depart { acknowledged: true }).unwrap();
    boarding.enter(now, Act::Undo).unwrap();
    let view = boarding.view();
    assert_eq!((view.state, view.departed_at, view.clearance_at, view.boarded), (TripState::Boarding, None, Some(now), 1));
    boarding.enter(now, Act::Undo).unwrap();
    boarding.enter(now, Act::Undo).unwrap();
    assert_eq!((boarding.view().state, boarding.view().can_undo, boarding.entries.len()), (TripState::Planned, false, 6));
    assert_eq!(boarding, serde_json::from_str(&serde_json::to_string(&boarding).unwrap()).unwrap());
}

#[test]
fn passengers_are_named_for_whoever_boards_them() {
    let (operation, plan) = (common::operation(), common::plan());
    let passengers = Boarding::new(&operation, &plan.trips[0]).passengers(&operation, &plan.trips[0]);
    let of = |id: &str| passengers.iter().find(|p| p.person == id).unwrap();
    assert_eq!(
        (of("B1").name.reveal().as_str(), of("B1").age, of("B1").pickup.as_str(), of("B1").dropoff.as_str()),
        ("Bo", Some(70), "Bravo", "Camp")
    );
    assert_eq!(of("A2").support, ["lap"]);
    let json = serde_json::to_string(&passengers).unwrap();
    assert!(!json.contains("tier") && !json.contains("female"), "{json}");
}

/// Families: F1 {4, 3, 3}, F2 {child of 14, 2}, F3 {2, 4}, F4 {activist 1, children 4, 4}: F4, then F2 and F3 by time of request, then F1.
#[test]
fn order_of_families() {
    for (f2, f3, order) in [("08:00", "09:00", ["F4", "F2", "F3", "F1"]), ("10:00", "09:00", ["F4", "F3", "F2", "F1"])] {
        let people = format!(
            "person_id,household_id,site,age,exposure_tier,consent,requested_at\n\
             a,F1,Alpha,40,4,given,2014-01-14T06:00\nb,F1,Alpha,38,3,given,\nc,F1,Alpha,1,3,given,\n\
             d,F2,Alpha,14,2,given,2014-01-14T{f2}\n\
             e,F3,Alpha,71,2,given,2014-01-14T{f3}\nf,F3,Alpha,69,4,given,\n\
             g,F4,Alpha,33,1,given,2014-01-14T12:00\nh,F4,Alpha,8,4,given,\ni,F4,Alpha,6,4,given,\n"
        );
        let mut files = files();
        files.insert("people.csv".into(), people.into_bytes());
        let operation = Operation::read(&files, None).0.unwrap();
        let mut groups = group(&operation, 7);
        groups.sort_by_key(|g| g.order);
        let names: Vec<&str> = groups.iter().map(|g| operation.households[g.households[0]].id.as_str()).collect();
        assert_eq!(names, order);
        assert_eq!((groups[0].tier, groups[0].members.len()), (1, 3), "the children board with the activist");
    }
}
