//! An office as its people use it: register, find, correct at the same time, settle, undo, and what each may not know.

#![allow(clippy::unwrap_used)]

mod bench;

use app::identity::SignIn;
use app::records::{Ask, Command, Order, RecordShown, Refused};
use app::{Edge, Office};
use base::{ActId, DeviceId, Field, LocalZone, RecordId};
use bench::{Day, entries};
use seal::{MasterKeys, system_random};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use store::{Place, Store};

fn names(shown: &RecordShown) -> Vec<String> {
    let group = shown.groups.iter().find(|g| g.group.as_str() == "identity").unwrap();
    group.fields[&Field::known("name")].iter().map(|a| a.value.as_ref().unwrap().as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_corrections_at_once_are_both_kept_shown_and_settled_and_the_audit_holds_it_all() {
    let day = Day::begin().await;
    let (amina, boris) = (day.who("amina").await, day.who("boris").await);
    let person = day.register(&amina, "Fatimé Mahamat").await;
    let seen = entries(&day.open(&amina, person).await, "name");
    for (who, name) in [(&amina, "Fatimé Mahamat Ali"), (&boris, "Fatima Mahamat")] {
        let given = day.given(person, "person_registration", &[("name", json!(name), &seen)]);
        // The same press of the button, sent twice, is one.
        day.office.submit(&who.subject, &given).await.unwrap();
        day.office.submit(&who.subject, &given).await.unwrap();
    }
    let shown = day.open(&amina, person).await;
    let mut both = names(&shown);
    both.sort();
    assert_eq!(both, ["Fatima Mahamat", "Fatimé Mahamat Ali"]);
    assert!(shown.line.conflict);
    // Each of the two is found by, in another script too.
    for word in ["فاطمة", "Fatime Ali"] {
        let ask = Ask { q: Some(word.into()), ..Ask::default() };
        assert!(day.office.list(&boris.subject, &ask).await.unwrap().lines.iter().any(|line| line.id == person), "{word}");
    }
    let settled = day.given(person, "person_registration", &[("name", json!("Fatimé Ali Mahamat"), &entries(&shown, "name"))]);
    day.office.submit(&boris.subject, &settled).await.unwrap();
    let shown = day.open(&amina, person).await;
    assert_eq!((names(&shown), shown.line.conflict), (vec!["Fatimé Ali Mahamat".to_owned()], false));

    // History shows all four acts; the last can be taken back, and the conflict stands again.
    let history = day.office.history(&amina.subject, person).await.unwrap();
    assert_eq!(history.len(), 4);
    assert!(day.office.undo(&boris.subject, settled.act, ActId(day.clock.id())).await.unwrap().undone);
    assert_eq!(names(&day.open(&amina, person).await).len(), 2);

    let ines = day.who("ines").await;
    let acts: Vec<String> = day.office.audit(&ines.subject, None).await.unwrap().into_iter().map(|seen| seen.action).collect();
    for action in ["create", "write", "read", "search", "undo", "sign_in"] {
        assert!(acts.iter().any(|a| a == action), "{action} is not among {acts:?}");
    }
    let verified = day.office.verify_audit(&ines.subject, &day.keys.signer().verifier()).await.unwrap();
    assert!(verified.ok, "{:?}", verified.findings);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_not_be_known_is_not_found_as_if_it_were_not_there() {
    let day = Day::begin().await;
    let (amina, esther) = (day.who("amina").await, day.who("esther").await);
    let case = RecordId(day.clock.id());
    let given = day.given(
        case,
        "case_intake",
        &[
            ("person", json!(RecordId(day.clock.id())), &[]),
            ("risk", json!("high"), &[]),
            ("opened_on", json!("2026-11-01"), &[]),
            ("case_source", json!("self"), &[]),
            ("protection_risks", json!(["GPC01"]), &[]),
            ("risk_reason", json!("said so"), &[]),
            ("urgent_action", json!("none now"), &[]),
            ("safe_to_contact", json!(true), &[]),
        ],
    );
    if let Err(Refused::Answers(findings)) = day.office.submit(&esther.subject, &given).await {
        panic!("{findings:?}");
    }
    let shown = day.open(&esther, case).await;
    assert_eq!((shown.line.area.as_str(), shown.line.state.is_some()), ("gbv", true));
    assert!(shown.groups.iter().all(|group| !group.fields.contains_key(&Field::known("assigned"))), "who is assigned is shown");
    let caseload = Ask { kind: Some("case".parse().unwrap()), state: Some(String::new()), ..Ask::default() };
    assert_eq!(day.office.list(&esther.subject, &caseload).await.unwrap().lines.len(), 1);
    let nothing = RecordId(day.clock.id());
    for login in ["amina", "boris", "chantal", "djibril", "farid", "grace", "hassan", "ines", "jonas"] {
        let who = day.who(login).await;
        let hidden = day.office.open(&who.subject, case, "en").await.unwrap_err();
        assert_eq!(hidden, day.office.open(&who.subject, nothing, "en").await.unwrap_err(), "{login}");
        assert_eq!(hidden.code, "not-found");
        let ask = Ask { q: Some(shown.line.code.clone()), ..Ask::default() };
        assert!(day.office.list(&who.subject, &ask).await.unwrap().lines.is_empty(), "{login}");
        let command = Command { act: ActId(day.clock.id()), order: Order::Take { step: "register".into(), reason: None } };
        assert_eq!(day.office.command(&who.subject, case, &command).await.unwrap_err(), hidden, "{login}");
        assert_eq!(day.office.seen(&who.subject, case).await.unwrap_err(), hidden, "{login}");
        assert_eq!(day.office.undo(&who.subject, given.act, ActId(day.clock.id())).await.unwrap_err(), hidden, "{login}");
    }
    // Who runs the system reads nobody.
    let person = day.register(&amina, "Someone").await;
    let jonas = day.who("jonas").await;
    assert_eq!(day.office.open(&jonas.subject, person, "en").await.unwrap_err().code, "not-found");
    assert!(day.office.list(&jonas.subject, &Ask::default()).await.unwrap().lines.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_it_is_idle_and_a_grant_at_the_next_request() {
    let day = Day::begin().await;
    let begun = day.office.sign_in(&SignIn { login: "amina".into(), password: None, code: None }).await.unwrap();
    let amina = day.office.who(begun.token()).await.unwrap();
    let person = day.register(&amina, "Someone").await;
    let jonas = day.who("jonas").await;
    let grant = day.office.users((&jonas).into()).await.unwrap().into_iter().find(|u| u.login == "amina").unwrap().grants[0].id;
    day.office.end_grant((&jonas).into(), grant).await.unwrap();
    let amina = day.office.who(begun.token()).await.unwrap();
    assert_eq!(day.office.open(&amina.subject, person, "en").await.unwrap_err().code, "not-found");

    // A fresh proof is asked after ten minutes; an idle session is over after thirty.
    day.clock.0.fetch_add(601, Ordering::Relaxed);
    assert_eq!(day.office.end_grant((&jonas).into(), grant).await.unwrap_err().code, "access-step-up");
    day.clock.0.fetch_add(1_801, Ordering::Relaxed);
    assert_eq!(day.office.who(begun.token()).await.unwrap_err().code, "signed-out");
    assert_eq!(day.office.who("").await.unwrap_err().code, "signed-out");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_of_a_demonstration_comes_into_a_real_office() {
    let day = Day::begin().await;
    let wrong = SignIn { login: "amina".into(), password: Some("not hers".into()), code: None };
    assert_eq!(day.office.sign_in(&wrong).await.err().unwrap().code, "wrong-sign-in");
    assert_eq!(day.office.begin_demo("again").await, Ok(()));

    let keys = MasterKeys::random(&mut system_random());
    let store = Store::open(&Place::Memory, &keys, Arc::new(app::records::index)).await.unwrap();
    let real = Office::new(
        store,
        day.office.content.clone(),
        day.office.policy.clone(),
        "main".parse().unwrap(),
        LocalZone::utc(),
        DeviceId(day.clock.id()),
        day.clock.clone(),
    );
    let asked = app::identity::SetUp {
        office: "Bangui".into(),
        agency: "Agency".into(),
        site: "Site".into(),
        login: "Root".into(),
        name: "Root".into(),
    };
    let sheet = real.set_up(&asked).await.unwrap();
    assert_eq!(real.set_up(&asked).await.err().unwrap().code, "office-is-set-up");
    assert_eq!(real.begin_demo("Test").await.unwrap_err().code, "office-is-real");
    assert_eq!(real.sign_in(&SignIn { login: "amina".into(), password: None, code: None }).await.err().unwrap().code, "wrong-sign-in");
    let begun = real.sign_in(&SignIn { login: "root".into(), password: Some(sheet.code), code: None }).await.unwrap();
    assert!(begun.signed_in.limited && !begun.signed_in.demo);
}
