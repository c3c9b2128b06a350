//! Registering: forms to journals and back, and who may be registered already.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod office;

use base::{RecordId, Uuid};
use casework::likeness::{Traits, alike, compare};
use casework::names::tokens;
use casework::{Person, payload};
use content::{Answer, Payload, days};
use office::{NADIA, Office};
use serde_json::json;

#[test]
fn answers_become_one_entry_for_each_group_and_read_back_the_same() {
    let mut office = Office::at("2026-11-23T10:00");
    let person = office.open("person", None);
    let form = office.content.find_current_form("person_registration").unwrap().clone();
    let mut new = 5_000;
    let row = |pairs: &[(&str, &str)]| pairs.iter().map(|(f, v)| (f.parse().unwrap(), Answer::Set(json!(v)))).collect::<Payload>();
    let answers: Payload = [
        ("name", Answer::Set(json!("زينب آدم"))),
        ("sex", Answer::Set(json!("female"))),
        ("birth_date", Answer::Set(json!("1990-05"))),
        ("occupation", Answer::Silent(content::Silence::Refused)),
        ("phone", Answer::Set(json!("+236 70 12 34 56"))),
        ("other_names", Answer::Rows(vec![row(&[("name_text", "Zeinab")]), row(&[("name_text", "Zaynab Adam")])])),
        ("identifiers", Answer::Rows(vec![row(&[("id_type", "passport"), ("id_value", "CF 99-12")])])),
    ]
    .map(|(field, answer)| (field.parse().unwrap(), answer))
    .into();
    // The record stands open already, so its rows can no longer be made with it.
    let refusal = casework::write(&form, &answers, office.get(person), office.now, &mut || RecordId(Uuid::nil())).unwrap_err();
    assert!(refusal.has("rows-are-records"));
    let empty = casework::RecordView::new(RecordId(Uuid::from_u128(4_999)), "person".parse().unwrap(), "general".parse().unwrap());
    let drafts = casework::write(&form, &answers, &empty, office.now, &mut || {
        new += 1;
        RecordId(Uuid::from_u128(new))
    })
    .unwrap();
    let groups: Vec<(u128, &str)> = drafts.iter().map(|draft| (draft.record.0.as_u128(), draft.group.as_str())).collect();
    assert_eq!(&groups[..2], [(4_999, "contact"), (4_999, "identity")]);
    assert_eq!(groups.len(), 2 + 3 * 2, "each row has its parent and its answers: {groups:?}");
    assert!(drafts.iter().all(|draft| draft.group.as_str() == "card" || draft.form.as_ref().is_some_and(|f| f.form == form.id)));
    office.append(NADIA, drafts);

    let view = office.get(empty.id).clone();
    let parts = office.related(empty.id);
    assert_eq!(payload(&form, &view, &parts), answers);
    let again = Payload::from_iter(answers.iter().filter(|(_, a)| !matches!(a, Answer::Rows(_))).map(|(f, a)| (f.clone(), a.clone())));
    let unchanged = casework::write(&form, &again, &view, office.now, &mut || RecordId(Uuid::nil())).unwrap();
    assert_eq!(unchanged, [], "what is the same is not written again");
    let without = Payload::from_iter(again.into_iter().filter(|(field, _)| field.as_str() != "phone"));
    let cleared = casework::write(&form, &without, &view, office.now, &mut || RecordId(Uuid::nil())).unwrap();
    assert!(cleared.len() == 1 && cleared[0].changes.values().all(|change| change.op == journal::Op::Clear && change.seen.len() == 1));

    let zeinab = Person { record: &view, parts: &parts };
    assert_eq!(zeinab.names(), ["زينب آدم", "Zeinab", "Zaynab Adam"]);
    assert_eq!((zeinab.sex().as_deref(), zeinab.birth()), (Some("female"), days("1990-05")));
    assert_eq!(zeinab.age(office.moment()).map(|age| (age.least, age.most)), Some((36, 36)));
    assert_eq!((zeinab.identifiers(), zeinab.phones()), (vec![("passport".into(), "CF 99-12".into())], vec!["+236 70 12 34 56".into()]));
}

#[test]
fn an_age_that_was_reported_counts_where_no_birth_is_known() {
    let mut office = Office::at("2026-11-23T10:00");
    let person = office.open("person", None);
    office.fill(
        person,
        "person_registration",
        json!({"name": "Y", "sex": "male", "age_reported": {"years": 17, "on": "2025-11-20", "estimated": true}}),
    );
    let age = Person { record: office.get(person), parts: &[] }.age(office.moment()).unwrap();
    assert!(age.least == 17 && age.most > 18 && age.treat_as_child());
}

#[test]
fn who_may_be_the_same_and_why() {
    let traits = |name: &str, sex: &str, birth: &str, phone: &str, id: &str| Traits {
        names: vec![name.into()],
        sex: Some(sex.into()).filter(|s: &String| !s.is_empty()),
        birth: days(birth),
        identifiers: Some(("passport".to_owned(), id.to_owned())).into_iter().filter(|(_, id)| !id.is_empty()).collect(),
        phones: vec![phone.into()],
    };
    let new = traits("Mahamat Zène", "male", "1990", "70 12 34 56", "CF-9912");
    let cases: [(Traits, &[&str]); 11] = [
        (traits("Zene Mahamat", "male", "1990-05-01", "", ""), &["same-name", "birth-agrees"]),
        (traits("محمد زين", "male", "1991-06", "", ""), &["similar-name", "birth-near"]),
        (traits("Mohammed Zein", "", "", "", ""), &["similar-name"]),
        (traits("Mohammed", "male", "", "", ""), &["similar-name"]),
        (traits("Mohammed Oumar", "male", "1990", "", ""), &[]),
        (traits("Mahamat Zène", "female", "1990", "", ""), &[]),
        (traits("Mahamat Zène", "unknown", "1990", "", ""), &["same-name", "birth-agrees"]),
        (traits("Mahamat Zène", "male", "1970", "", ""), &[]),
        (traits("Someone Else", "female", "1950", "+236 70123456", ""), &["same-phone"]),
        (traits("Someone Else", "female", "1950", "3456", "cf 9912"), &["same-identifier"]),
        (traits("", "male", "1990", "", ""), &[]),
    ];
    for (n, (other, reasons)) in cases.iter().enumerate() {
        let codes = |a: &Traits, b: &Traits| compare(a, b).into_iter().map(|reason| reason.code).collect::<Vec<_>>();
        assert_eq!(codes(&new, other), *reasons, "case {n}");
        assert_eq!(codes(other, &new), *reasons, "case {n} the other way");
        if reasons.iter().any(|reason| reason.ends_with("-name")) {
            let indexed = tokens(&other.names[0]);
            assert!(tokens(&new.names[0]).iter().any(|token| indexed.contains(token)), "case {n} would not be found");
        }
    }
    let candidates: Vec<(RecordId, Traits)> =
        cases.iter().enumerate().map(|(n, (traits, _))| (RecordId(Uuid::from_u128(n as u128)), traits.clone())).collect();
    let found: Vec<u128> = alike(&new, &candidates).iter().map(|likeness| likeness.record.0.as_u128()).collect();
    assert_eq!(found, [9, 8, 0, 6, 1, 2, 3]);
}
