//! The people of an operation as records: read in once, planned from as they stand, named only to those who may know.

#![allow(clippy::unwrap_used)]

mod bench;

use app::{Desk, Edge, Roster};
use base::RecordId;
use bench::Day;
use movement::operation::{Files, Operation, Person, Profile};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The shipped operation with the first so many rows of its people, and one who is in no order at all.
fn files(rows: usize) -> Files {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/car-2014/");
    let names = [
        "operation.toml",
        "places.csv",
        "roads.csv",
        "people.csv",
        "fleet.csv",
        "destinations.csv",
        "incidents.csv",
        "border_closures.csv",
    ];
    let mut files: Files = names.into_iter().map(|name| (name.to_owned(), std::fs::read(format!("{folder}{name}")).unwrap())).collect();
    let people = String::from_utf8(files["people.csv"].clone()).unwrap();
    let some: Vec<&str> = people.lines().take(rows + 2).collect();
    let header: Vec<&str> = some[0].split(',').collect();
    let odd: BTreeMap<&str, &str> = BTreeMap::from([
        ("person_id", "ODD-1"),
        ("household_id", "ODD-H1"),
        ("site", "Boda"),
        ("needs", "wheelchair;flying carpet"),
        ("chaperone_of", "NOBODY-9"),
        ("consent", "withdrawn"),
        ("fit_to_travel", "perhaps"),
    ]);
    let odd: Vec<&str> = header.iter().map(|column| odd.get(column).copied().unwrap_or_default()).collect();
    files.insert("people.csv".into(), format!("{}\n{}\n", some.join("\n"), odd.join(",")).into_bytes());
    files
}

async fn refresh(day: &Day, roster: &mut Roster, desk: &mut Desk) -> bool {
    let changed = roster.refresh(&day.office).await.unwrap();
    if changed {
        desk.put_roster(Arc::new(roster.clone())).unwrap();
    }
    changed
}

async fn read_in(day: &Day, files: Files) -> (Roster, Desk) {
    let mut desk = Desk::open(files, None).unwrap();
    let (name, list) = desk.list_as_it_came();
    let mut steps = Vec::new();
    let findings = day.office.read_in(&name, &list, &mut |step| steps.push(step)).await.unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(steps.last().map(|step| step.done), steps.last().map(|step| step.of));
    let mut roster = Roster::default();
    assert!(refresh(day, &mut roster, &mut desk).await);
    (roster, desk)
}

/// What a plan and a list read of everyone, whatever row it stands in; ties in any order.
fn people(operation: &Operation) -> BTreeMap<String, (Person, Profile)> {
    let mut all = BTreeMap::new();
    for (person, profile) in operation.people.iter().zip(&operation.profiles) {
        let mut person = Person { row: 0, trouble: person.trouble.as_ref().map(|_| "held".into()), ..person.clone() };
        person.accompanies.sort();
        person.tier.reasons.clear();
        all.insert(person.id.clone(), (person, profile.clone()));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn records_say_of_everyone_what_the_list_said_and_it_is_read_in_once() {
    let day = Day::begin().await;
    let files = files(400);
    let from_list = people(&Operation::read(&files, None).0.unwrap());
    let (mut roster, mut desk) = read_in(&day, files).await;
    let from_records = people(&desk.known().operation);
    assert_eq!(from_records.keys().collect::<Vec<_>>(), from_list.keys().collect::<Vec<_>>());
    for (id, there) in &from_list {
        let here = &from_records[id];
        assert_eq!(here.0, there.0, "{id}");
        assert_eq!(serde_json::to_value(&here.1).unwrap(), serde_json::to_value(&there.1).unwrap(), "{id}");
    }
    assert!(from_records["ODD-1"].0.trouble.is_some());
    // Again, nothing is made.
    let (name, list) = desk.list_as_it_came();
    day.office.read_in(&name, &list, &mut |_| panic!("it is in")).await.unwrap();
    assert_eq!(day.office.found_reading_in(&name).await.unwrap().map(|found| found.len()), Some(0));
    assert!(!refresh(&day, &mut roster, &mut desk).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_registered_and_assessed_by_form_is_planned_for_and_a_changed_assessment_changes_the_tier() {
    let day = Day::begin().await;
    let (mut roster, mut desk) = read_in(&day, files(0)).await;
    let (amina, kadija) = (day.who("amina").await, day.who("kadija").await);
    let person = day.register(&amina, "Fatimé Mahamat").await;
    assert_eq!(desk.known().operation.people.len(), 1);
    refresh(&day, &mut roster, &mut desk).await;
    assert_eq!(desk.known().operation.people.len(), 1, "who was only registered did not ask to leave");

    let (travel, exposure) = (RecordId(day.clock.id()), RecordId(day.clock.id()));
    let asks =
        day.given(travel, "travel", &[("person", json!(person), &[]), ("boards_at", json!("Boda"), &[]), ("fitness", json!("fit"), &[])]);
    day.office.submit(&kadija.subject, &asks).await.unwrap();
    let assessed = day.given(
        exposure,
        "exposure_assessment",
        &[
            ("person", json!(person), &[]),
            ("assessed_at", json!("2014-01-14T09:00:00Z"), &[]),
            ("threat", json!("2"), &[]),
            ("red_flags", json!([]), &[]),
            ("vulnerabilities", json!([]), &[]),
            ("capacities", json!([]), &[]),
        ],
    );
    if let Err(app::records::Refused::Answers(findings)) = day.office.submit(&kadija.subject, &assessed).await {
        let silent = findings.iter().map(|f| format!("{} {:?}", f.code, f.column)).collect::<Vec<_>>();
        panic!("{silent:?}");
    }
    assert!(refresh(&day, &mut roster, &mut desk).await);
    let tier = |desk: &Desk| {
        let known = desk.known();
        let code = known.operation.people.iter().position(|p| p.id != "ODD-1").unwrap();
        (
            known.operation.people[code].tier.tier,
            known.operation.people[code].tier.assessed,
            known.operation.profiles[code].name.reveal().clone(),
        )
    };
    let before = tier(&desk);
    assert_eq!((before.1, before.2.as_str()), (true, "Fatimé Mahamat"));

    let seen = day.open(&kadija, exposure).await;
    let seen: Vec<base::EntryId> = bench::entries(&seen, "red_flags");
    let worse = day.given(exposure, "exposure_assessment", &[("red_flags", json!(["violence_ongoing"]), &seen)]);
    day.office.submit(&kadija.subject, &worse).await.unwrap();
    assert!(refresh(&day, &mut roster, &mut desk).await);
    assert!(tier(&desk).0 < before.0, "{} is not before {}", tier(&desk).0, before.0);

    // Whoever plans may name her; whoever runs the system may not, and neither may know what the tier rests on.
    let code = desk.known().operation.people.iter().find(|p| p.id != "ODD-1").unwrap().id.clone();
    let (djibril, jonas) = (day.who("djibril").await, day.who("jonas").await);
    assert_eq!(desk.known().find_named(&day.office, &djibril.subject, &code), Some(person));
    assert_eq!(desk.known().find_named(&day.office, &jonas.subject, &code), None);
    let shown = day.open(&djibril, exposure).await;
    assert!(shown.groups.iter().all(|group| group.group.as_str() != "narrative"));
    // That her name was told stands with her.
    day.office.tell_names(&djibril.subject, &desk.known(), [code.as_str()].into_iter(), "print_list").await.unwrap();
    let told = day.office.seen(&amina.subject, person).await.unwrap();
    assert!(told.iter().any(|seen| seen.action == "print_list" && seen.by.starts_with("Djibril")));
}
