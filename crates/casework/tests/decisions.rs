//! What is decided once: seats, merges, erasure; and what only decisions write.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod office;

use base::{Area, Kind, RecordId, Uuid};
use casework::known::{self, card, group};
use casework::merge::{absorbed, merge, unmerge};
use casework::seats::{Seats, give_back, take_seat};
use casework::{DisplayCode, RecordView, Standing, erase::erase, procedure};
use journal::{Card, history, undo};
use office::{NADIA, OMAR, Office, user};
use serde_json::json;

fn movement(office: &mut Office, seats: u32) -> RecordId {
    let movement = office.open("movement", None);
    let pen = office.get(movement).write(&group::CARD, office.now).set(&"seats".parse().unwrap(), seats).done();
    office.append(NADIA, vec![pen]);
    movement
}

#[test]
fn no_seat_is_taken_twice_and_none_beyond_the_last() {
    let mut office = Office::at("2026-11-23T10:00");
    let (bus, other) = (movement(&mut office, 1), movement(&mut office, 9));
    let (zara, amina) = (office.person("Zara", "1990"), office.person("Amina", "1991"));
    let ask = |office: &Office, movement, person, elsewhere: &[RecordView]| {
        office.act(movement, NADIA, &[], |around| take_seat(around, office.get(person), elsewhere))
    };
    let drafts = ask(&office, bus, zara, &[]);
    office.done(NADIA, drafts);
    assert_eq!((Seats::of(office.get(bus)).left(), Seats::of(office.get(bus)).taken[&zara].by), (0, user(NADIA)));
    assert!(ask(&office, bus, zara, &[]).unwrap_err().has("seat-taken-before"));
    assert!(ask(&office, bus, amina, &[]).unwrap_err().has("seats-all-taken"));
    assert!(ask(&office, other, zara, &[office.get(bus).clone()]).unwrap_err().has("seat-elsewhere"));
    assert!(ask(&office, zara, amina, &[]).unwrap_err().has("not-a-movement"));
    assert!(ask(&office, other, bus, &[]).unwrap_err().has("seat-for-no-person"));
    let without_seats = office.open("movement", None);
    assert!(ask(&office, without_seats, zara, &[]).unwrap_err().has("seats-unknown"));

    assert!(office.act(bus, NADIA, &[], |around| give_back(around, amina, "ill")).unwrap_err().has("seat-not-taken"));
    let back = office.act(bus, NADIA, &[], |around| give_back(around, zara, "ill"));
    office.done(NADIA, back);
    assert_eq!(Seats::of(office.get(bus)).left(), 1);
    assert!(ask(&office, bus, amina, &[]).is_ok() && ask(&office, bus, zara, &[]).is_ok());
}

#[test]
fn a_merge_points_and_its_undo_restores() {
    let mut office = Office::at("2026-11-23T10:00");
    let (kept, twin, third) = (office.person("Zara Abakar", "1990"), office.person("Zahra Abakar", "1990-02"), office.person("X", "1950"));
    let before = (office.get(kept).clone(), office.get(twin).clone());
    let go = |office: &Office, kept, twin: RecordId, why: &str| office.act(kept, OMAR, &[], |around| merge(around, office.get(twin), why));
    assert!(go(&office, kept, kept, "same").unwrap_err().has("merge-not-two-persons"));
    assert!(go(&office, kept, twin, "").unwrap_err().has("step-needs-reason"));
    let drafts = go(&office, kept, twin, "same card, same mother");
    office.done(OMAR, drafts);
    assert_eq!(office.get(twin).standing().merged_into, Some(kept));
    assert_eq!(absorbed(office.get(kept)), [twin]);
    let name = |office: &Office, id| office.get(id).one::<String>(&group::IDENTITY, &"name".parse().unwrap());
    assert_eq!(
        (name(&office, kept), name(&office, twin)),
        (Some("Zara Abakar".into()), Some("Zahra Abakar".into())),
        "both histories stay"
    );
    assert!(go(&office, third, twin, "again").unwrap_err().has("record-is-merged"));
    assert!(go(&office, twin, third, "chain").unwrap_err().has("record-is-merged"));

    // What is written to either meanwhile stays where it was written.
    let pen = office.get(kept).write(&group::IDENTITY, office.now).set(&"occupation".parse().unwrap(), "tailor").done();
    office.append(NADIA, vec![pen]);
    assert!(office.act(third, OMAR, &[], |around| unmerge(around, office.get(twin), "no")).unwrap_err().has("merge-is-none"));
    let drafts = office.act(kept, OMAR, &[], |around| unmerge(around, office.get(twin), "two sisters"));
    office.done(OMAR, drafts);
    assert_eq!((office.get(kept).standing(), office.get(twin).standing()), (before.0.standing(), before.1.standing()));
    assert_eq!(absorbed(office.get(kept)), []);
    assert_eq!(office.get(kept).one::<String>(&group::IDENTITY, &"occupation".parse().unwrap()).as_deref(), Some("tailor"));
    let acts = history(&office.entries);
    let merged = acts.iter().find(|act| act.changes.iter().any(|c| *c.field == card::MERGED_INTO && c.before.is_empty())).unwrap();
    let (drafts, findings) = undo(merged.id, &office.entries, office.now);
    assert!(findings.has("undo-decision") && drafts.is_empty(), "a merge is undone by unmerge");
}

#[test]
fn erasing_names_all_that_must_go_and_leaves_a_certificate_without_data() {
    let mut office = Office::at("2026-11-23T10:00");
    let person = office.person("Zara", "1990");
    let note = office.open("note", Some(person));
    let photo = json!({"digest": "a".repeat(64), "media_type": "image/jpeg", "bytes": 9});
    let pen = office.get(person).write(&"photo".parse().unwrap(), office.now).set(&"photo".parse().unwrap(), photo).done();
    office.append(NADIA, vec![pen]);
    let ask = |office: &Office, witness, why: &str| office.act(person, NADIA, &[], |around| erase(around, user(witness), why));
    assert!(ask(&office, OMAR, "asked for it").unwrap_err().has("erase-open"));
    let end = office.content.find_procedure_for(&known::kind::PERSON, &"general".parse().unwrap()).unwrap();
    let end = end.states.iter().find(|state| state.ends).unwrap().name.clone();
    let pen = office.get(person).write(&group::CARD, office.now).set(&card::STATE, end).done();
    office.append(NADIA, vec![pen]);
    let refusal = ask(&office, NADIA, " ").unwrap_err();
    assert!(refusal.has("erase-needs-witness") && refusal.has("step-needs-reason"));
    let erasure = ask(&office, OMAR, "asked for it").unwrap();
    assert_eq!(erasure.records, [person, note].into());
    assert_eq!(erasure.attachments, ["a".repeat(64)].into());
    let certificate = serde_json::to_string(&erasure.certificate).unwrap();
    assert!(!certificate.contains("Zara") && erasure.certificate.witness == user(OMAR));
    let pen = office.get(note).write(&group::CARD, office.now).set(&"legal_hold".parse().unwrap(), true).done();
    office.append(NADIA, vec![pen]);
    assert!(ask(&office, OMAR, "asked for it").unwrap_err().has("erase-legal-hold"));
}

#[test]
fn a_record_is_opened_once_under_the_procedure_of_its_kind() {
    let mut office = Office::at("2026-11-23T10:00");
    let person = office.open("person", None);
    let view = office.get(person);
    assert!(view.find(&card::CODE).one().unwrap().as_str().unwrap().parse::<DisplayCode>().is_ok());
    assert_eq!(procedure::Progress::of(view).entered.len(), 1);
    let again = office.act(person, NADIA, &[], |around| procedure::open(around, DisplayCode::from_random(1), &Standing::default()));
    assert!(again.unwrap_err().has("record-is-open"));
}

#[test]
fn only_decisions_write_what_is_decided() {
    let field = |text: &str| text.parse().unwrap();
    for (group, name, decided) in [
        (&group::CARD, "state", true),
        (&group::CARD, "assigned", true),
        (&group::CARD, "risk", false),
        (&group::DECISION, "command", true),
        (&group::DECISION, "anything", true),
        (&group::CONSENT, "disclosed_00000000000000000000000000000001", true),
        (&group::CONSENT, "answer", false),
        (&group::IDENTITY, "state", false),
    ] {
        assert_eq!(known::is_decided(group, &field(name)), decided, "{group}/{name}");
    }
    let office = Office::at("2026-11-23T10:00");
    let forms = office.content.forms().flat_map(|form| form.questions().map(move |question| (form, question)));
    for (form, question) in forms {
        assert!(!known::is_decided(&question.group, &question.name), "{} asks for {}/{}", form.id, question.group, question.name);
    }
}

#[test]
fn clearing_what_is_not_there_writes_nothing() {
    let mut office = Office::at("2026-11-23T10:00");
    let person = office.person("Zara", "1990");
    let pen = || office.get(person).write(&group::IDENTITY, office.now);
    assert!(pen().clear(&"occupation".parse().unwrap()).done().changes.is_empty());
    assert_eq!(pen().clear(&"name".parse().unwrap()).done().changes.len(), 1);
}

/// A card of another area is not part of a record, whoever hands it in.
#[test]
fn a_view_takes_no_card_of_another_area() {
    let (general, gbv): (Area, Area) = ("general".parse().unwrap(), "gbv".parse().unwrap());
    let view = RecordView::new(RecordId(Uuid::nil()), Kind::known("person"), general);
    let card = Card::new(base::Compartment { area: gbv, group: group::CARD.clone() });
    assert_eq!(view.with(card).cards().count(), 0);
}
