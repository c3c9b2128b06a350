//! What is decided once, by whom it may be and by whom not: steps, referral, transfer, consent, merge, erasure.

#![allow(clippy::unwrap_used)]

mod bench;

use app::identity::Who;
use app::records::{Ask, Basis, Command, Given, Order, RecordShown, Refused, Share, Submission};
use app::{Edge, Problem};
use base::{ActId, Field, RecordId, UserId};
use bench::Day;
use casework::consent::LegalBasis;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;

impl Day {
    async fn order(&self, who: &Who, record: RecordId, order: Order) -> Result<(), Problem> {
        self.office.command(&who.subject, record, &Command { act: ActId(self.clock.id()), order }).await
    }

    async fn refused(&self, who: &Who, record: RecordId, order: Order) -> String {
        self.order(who, record, order).await.unwrap_err().code
    }

    async fn fill(&self, who: &Who, parent: Option<RecordId>, form: &str, answers: &[(&'static str, Value)]) -> RecordId {
        let record = RecordId(self.clock.id());
        let answers: Vec<(&'static str, Value, &[base::EntryId])> = answers.iter().map(|(f, v)| (*f, v.clone(), &[][..])).collect();
        let given = Submission { parent, ..self.given(record, form, &answers) };
        match self.office.submit(&who.subject, &given).await {
            Ok(_) => record,
            Err(refused) => panic!("{form}: {refused:?}"),
        }
    }

    /// A case about someone, whom its author need not see.
    async fn case(&self, who: &Who, person: RecordId) -> RecordId {
        let answers = [
            ("person", json!(person)),
            ("risk", json!("high")),
            ("opened_on", json!("2026-11-01")),
            ("case_source", json!("self")),
            ("protection_risks", json!(["GPC01"])),
            ("risk_reason", json!("said so")),
            ("urgent_action", json!("none now")),
            ("safe_to_contact", json!(true)),
        ];
        self.fill(who, None, "case_intake", &answers).await
    }

    async fn consent(&self, who: &Who, on: RecordId, purpose: &str, recipient: (&str, Option<&str>)) -> RecordId {
        let mut answers = vec![
            ("purpose", json!(purpose)),
            ("recipient", json!(recipient.0)),
            ("answer", json!("given")),
            ("given_by", json!("self")),
            ("capacity", json!("has")),
            ("form", json!("written")),
            ("language", json!("sag")),
            ("given_on", json!("2026-11-01")),
        ];
        answers.extend(recipient.1.map(|name| ("recipient_name", json!(name))));
        self.fill(who, Some(on), "consent", &answers).await
    }

    async fn user(&self, login: &str) -> UserId {
        self.who(login).await.subject.user
    }

    /// The cases that someone sees.
    async fn caseload(&self, who: &Who) -> Vec<RecordId> {
        let ask = Ask { kind: Some("case".parse().unwrap()), by_due: true, ..Ask::default() };
        self.office.list(&who.subject, &ask).await.unwrap().lines.into_iter().map(|line| line.id).collect()
    }
}

fn share(purpose: &str, recipient: (&str, Option<&str>), groups: &[&str]) -> Share {
    Share {
        purpose: purpose.parse().unwrap(),
        recipient: recipient.0.into(),
        recipient_name: recipient.1.map(str::to_owned),
        groups: groups.iter().map(|group| group.parse().unwrap()).collect(),
        basis: None,
    }
}

fn why() -> String {
    "for the test".into()
}

/// Each command, so that nobody who may not know of a record learns of it by trying.
fn every_order(other: RecordId, user: UserId) -> Vec<Order> {
    let share = share("share_medical", ("own_agency", None), &["identity"]);
    let to = BTreeSet::from([user]);
    vec![
        Order::Take { step: "register".into(), reason: None },
        Order::Agree,
        Order::TurnDown { why: why() },
        Order::Send { step: "send".into(), share: share.clone() },
        Order::Disclose { share: share.clone() },
        Order::Offer { to: to.clone(), why: why(), share: Some(share) },
        Order::Accept,
        Order::Decline { why: why() },
        Order::Assign { to, why: why() },
        Order::Withdraw,
        Order::Merge { record: other, why: why() },
        Order::Unmerge { record: other, why: why() },
        Order::Differ { record: other },
        Order::AskErase { why: why() },
        Order::AgreeErase,
        Order::Keep { why: why() },
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_know_of_a_record_finds_none_by_any_command() {
    let day = Day::begin().await;
    let (amina, boris, hassan) = (day.who("amina").await, day.who("boris").await, day.who("hassan").await);
    let person = day.register(&amina, "Someone Hidden").await;
    let case = day.case(&boris, person).await;
    let nothing = RecordId(day.clock.id());
    for login in ["djibril", "grace", "jonas", "karim"] {
        let who = day.who(login).await;
        for order in every_order(person, who.subject.user) {
            let missing = day.order(&who, nothing, order.clone()).await.unwrap_err();
            assert_eq!(missing.code, "not-found");
            assert_eq!(day.order(&who, case, order.clone()).await.unwrap_err(), missing, "{login}: {order:?}");
        }
        for answer in [
            day.office.colleagues(&who.subject, case).await.map(drop),
            day.office.received(&who.subject, case).await.map(drop),
            day.office.alike_to(&who.subject, case).await.map(drop),
        ] {
            assert_eq!(answer.unwrap_err().code, "not-found", "{login}");
        }
    }
    // Who sees a person merges only with one whom they see too.
    let hidden = day.case(&day.who("esther").await, person).await;
    let order = Order::Merge { record: hidden, why: why() };
    assert_eq!(day.refused(&hassan, person, order).await, "not-found");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_offered_taken_back_offered_again_and_taken_over() {
    let day = Day::begin().await;
    let (amina, boris, chantal) = (day.who("amina").await, day.who("boris").await, day.who("chantal").await);
    let person = day.register(&amina, "Zara Handed").await;
    let case = day.case(&boris, person).await;
    let colleagues = day.office.colleagues(&boris.subject, case).await.unwrap();
    let takes: Vec<&str> = colleagues.iter().filter(|c| c.takes).map(|c| c.name.as_str()).collect();
    assert_eq!(takes, ["Chantal (demo)", "Karim (demo, partner)"]);

    let to = |user| BTreeSet::from([user]);
    let offer = |user, why: &str| Order::Offer { to: to(user), why: why.into(), share: None };
    let amina_user = amina.subject.user;
    assert_eq!(day.refused(&boris, case, offer(amina_user, "leave")).await, "transfer-to-nobody", "she could not work on it");
    assert_eq!(day.refused(&boris, case, offer(chantal.subject.user, " ")).await, "step-needs-reason");
    day.order(&boris, case, offer(chantal.subject.user, "on leave")).await.unwrap();
    assert_eq!(day.refused(&boris, case, offer(chantal.subject.user, "again")).await, "transfer-waits");
    assert_eq!(day.refused(&boris, case, Order::Accept).await, "transfer-not-to-you");
    let waiting = day.office.offers(&chantal.subject).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].line.title.clone(), waiting[0].why.as_str()), (1, None, "on leave"));
    day.order(&boris, case, Order::Decline { why: "stays".into() }).await.unwrap();
    assert!(day.office.offers(&chantal.subject).await.unwrap().is_empty());

    day.order(&boris, case, offer(chantal.subject.user, "on leave after all")).await.unwrap();
    day.order(&chantal, case, Order::Accept).await.unwrap();
    assert_eq!(day.office.open(&boris.subject, case, "en").await.unwrap_err().code, "not-found", "it is no longer his");
    assert_eq!(day.caseload(&chantal).await, [case]);
    // A supervisor gives it back without asking; a caseworker could not.
    let assign = |user| Order::Assign { to: to(user), why: why() };
    day.order(&chantal, case, assign(boris.subject.user)).await.unwrap();
    assert_eq!(day.caseload(&boris).await, [case]);
    assert_eq!(day.refused(&boris, case, assign(chantal.subject.user)).await, "access-no-grant");
    // The history shows what people said, and never who is assigned.
    let told = format!("{:?}", day.office.history(&chantal.subject, case).await.unwrap());
    assert!(!told.contains("assigned") && !told.contains("offered"));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_agency_gets_a_case_only_with_consent_to_it_by_name() {
    let day = Day::begin().await;
    let (amina, boris) = (day.who("amina").await, day.who("boris").await);
    let person = day.register(&amina, "Zara Leaving").await;
    let case = day.case(&boris, person).await;
    let karim = day.who("karim").await;
    let to = BTreeSet::from([karim.subject.user]);
    let partner = ("other_organisation", Some("Demonstration partner"));
    let groups = ["identity", "needs"];
    let offer = |share| Order::Offer { to: to.clone(), why: why(), share };
    assert_eq!(day.refused(&boris, case, offer(None)).await, "transfer-needs-consent");
    assert_eq!(day.refused(&boris, case, offer(Some(share("share_case_transfer", partner, &groups)))).await, "consent-missing");
    day.consent(&boris, case, "share_case_transfer", partner).await;
    let elsewhere = share("share_case_transfer", ("unhcr", None), &groups);
    assert_eq!(day.refused(&boris, case, offer(Some(elsewhere))).await, "share-other-recipient");
    assert_eq!(day.refused(&boris, case, offer(Some(share("share_case_transfer", partner, &[])))).await, "share-nothing");
    day.order(&boris, case, offer(Some(share("share_case_transfer", partner, &groups)))).await.unwrap();

    assert_eq!(day.office.open(&karim.subject, case, "en").await.unwrap_err().code, "not-found", "an offer gives no sight");
    assert_eq!(day.office.offers(&karim.subject).await.unwrap().len(), 1);
    let received = day.office.received(&boris.subject, person).await.unwrap();
    assert_eq!((received.len(), received[0].recipient_name.as_deref()), (1, Some("Demonstration partner")));
    day.order(&karim, case, Order::Accept).await.unwrap();
    assert_eq!(day.caseload(&karim).await, [case]);
    assert!(day.caseload(&boris).await.is_empty());
}

async fn referral(day: &Day, boris: &Who, person: RecordId, case: RecordId, consent: RecordId) -> RecordId {
    let record = RecordId(day.clock.id());
    let answers = [
        ("person", json!(person)),
        ("priority", json!("urgent")),
        ("service_requested", json!("health")),
        ("referral_reason", json!("fever")),
        ("contact_via_worker", json!(true)),
        ("minor", json!(false)),
        ("consent", json!(consent)),
        ("legal_basis", json!("consent")),
        ("delivered_via", json!("in_person")),
    ];
    let answers: Vec<(&'static str, Value, &[base::EntryId])> = answers.iter().map(|(f, v)| (*f, v.clone(), &[][..])).collect();
    let mut given = Submission { parent: Some(case), ..day.given(record, "referral", &answers) };
    let unknown = Given { value: None, silence: Some(journal::Silence::Unknown), rows: None, seen: Vec::new() };
    given.answers.insert(Field::known("service"), unknown);
    if let Err(refused) = day.office.submit(&boris.subject, &given).await {
        panic!("{refused:?}");
    }
    record
}

fn step(name: &str) -> Order {
    Order::Take { step: name.into(), reason: None }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_goes_with_consent_and_a_withdrawal_stops_it() {
    let day = Day::begin().await;
    let (amina, boris) = (day.who("amina").await, day.who("boris").await);
    let person = day.register(&amina, "Zara Referred").await;
    let case = day.case(&boris, person).await;
    let clinic = ("other_organisation", Some("Clinic of the demonstration"));
    let consent = day.consent(&boris, case, "share_medical", clinic).await;
    let sent = referral(&day, &boris, person, case, consent).await;
    day.order(&boris, sent, step("agree")).await.unwrap();
    assert_eq!(day.refused(&boris, sent, step("send")).await, "referral-needs-leave");
    let send = |groups: &[&str]| Order::Send { step: "send".into(), share: share("share_medical", clinic, groups) };
    assert_eq!(day.refused(&boris, sent, send(&["alleged"])).await, "access-no-grant", "what he may not share");
    day.order(&boris, sent, send(&["identity", "health"])).await.unwrap();
    let shown = day.open(&boris, sent).await;
    assert_eq!((shown.line.state.as_deref(), shown.recall_until), (Some("sent"), None));
    let received = day.office.received(&boris.subject, person).await.unwrap();
    assert_eq!((received[0].carrier.id, received[0].consent), (sent, Some(consent)));
    // The clerk sees the person and not what carried it.
    assert!(day.office.received(&amina.subject, person).await.unwrap().is_empty());

    let shown = day.open(&boris, consent).await;
    assert_eq!(shown.carried.iter().map(|line| line.id).collect::<Vec<_>>(), [sent]);
    assert!(shown.may.contains(&"withdraw"));
    day.order(&boris, consent, Order::Withdraw).await.unwrap();
    assert_eq!(day.refused(&boris, consent, Order::Withdraw).await, "consent-taken-back");
    assert!(day.open(&boris, sent).await.recall_until.is_some(), "it must be recalled");
    let again = Order::Disclose { share: share("share_medical", clinic, &["identity"]) };
    assert_eq!(day.refused(&boris, case, again).await, "consent-taken-back");
    // Another basis needs a supervisor who may agree, never the one who asks.
    let basis = |supervisor| {
        let basis = Basis { basis: LegalBasis::VitalInterest, reason: "bleeding".into(), supervisor };
        Order::Disclose { share: Share { basis: Some(basis), ..share("share_medical", clinic, &["identity"]) } }
    };
    assert_eq!(day.refused(&boris, case, basis(amina.subject.user)).await, "share-no-supervisor");
    day.order(&boris, case, basis(day.user("chantal").await)).await.unwrap();
    assert_eq!(day.office.received(&boris.subject, person).await.unwrap().len(), 2);
    day.order(&boris, sent, step("recall")).await.unwrap();
    assert_eq!(day.open(&boris, sent).await.recall_until, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shared_in_a_hidden_area_leaves_no_trace_with_the_person() {
    let day = Day::begin().await;
    let (amina, esther) = (day.who("amina").await, day.who("esther").await);
    let person = day.register(&amina, "Zara Quiet").await;
    let seen = |shown: &RecordShown| (shown.line.changed, shown.parts.len(), shown.consents.len());
    let before = seen(&day.open(&amina, person).await);
    let case = day.case(&esther, person).await;
    let clinic = ("other_organisation", Some("Clinic of the demonstration"));
    let consent = day.consent(&esther, case, "share_gbv_support", clinic).await;
    day.clock.0.fetch_add(60, Ordering::Relaxed);
    day.order(&esther, case, Order::Disclose { share: share("share_gbv_support", clinic, &["needs"]) }).await.unwrap();
    assert_eq!(day.office.received(&esther.subject, case).await.unwrap().len(), 1);
    assert_eq!(day.open(&esther, consent).await.carried.iter().map(|line| line.id).collect::<Vec<_>>(), [case]);
    assert_eq!(seen(&day.open(&amina, person).await), before);
    assert!(day.office.received(&amina.subject, person).await.unwrap().is_empty());
    let acts = day.office.seen(&amina.subject, person).await.unwrap();
    assert!(acts.iter().all(|act| act.by != "Esther (demo)"), "{acts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_of_one_person_are_found_merged_and_taken_apart() {
    let day = Day::begin().await;
    let (amina, boris, hassan) = (day.who("amina").await, day.who("boris").await, day.who("hassan").await);
    let (kept, twin) = (day.register(&amina, "Fatimé Mahamat").await, day.register(&amina, "Fatima Mahamat").await);
    let stranger = day.register(&amina, "Grâce Ngakola").await;
    let case = day.case(&boris, twin).await;
    let like = |answers: &[(&'static str, Value)]| {
        let given = |value: &Value| Given { value: Some(value.clone()), silence: None, rows: None, seen: Vec::new() };
        answers.iter().map(|(field, value)| (Field::known(field), given(value))).collect::<BTreeMap<_, _>>()
    };
    for (asked, codes) in [
        (vec![("name", json!("Fatima Mahamat")), ("birth_date", json!("1990"))], "same-name birth-agrees"),
        (vec![("name", json!("Fadima Mahamat"))], "similar-name"),
        (vec![("name", json!("Fatima Mahamat")), ("sex", json!("male"))], ""),
        (vec![("name", json!("Nobody Atall"))], ""),
    ] {
        let found = day.office.alike(&amina.subject, &like(&asked)).await.unwrap();
        let first = found.first().map(|like| like.reasons.iter().map(|r| r.code.as_str()).collect::<Vec<_>>().join(" "));
        assert_eq!(first.unwrap_or_default(), codes, "{asked:?}");
    }
    let pairs = day.office.pairs(&hassan.subject, None).await.unwrap();
    assert_eq!((pairs.pairs.len(), pairs.looked_at), (1, 3));
    assert_eq!(day.office.pairs(&amina.subject, None).await.unwrap_err().code, "access-no-grant");

    let merge = |record| Order::Merge { record, why: "the same card".into() };
    assert_eq!(day.refused(&amina, kept, merge(twin)).await, "access-no-grant");
    assert_eq!(day.refused(&hassan, kept, merge(kept)).await, "merge-not-two-persons");
    day.order(&hassan, kept, merge(twin)).await.unwrap();
    assert_eq!(day.refused(&hassan, kept, merge(twin)).await, "record-is-merged");
    assert_eq!(day.open(&hassan, twin).await.line.merged_into, Some(kept));
    let shown = day.open(&hassan, kept).await;
    assert_eq!(shown.absorbed.iter().map(|line| line.id).collect::<Vec<_>>(), [twin]);
    assert_eq!(day.open(&boris, kept).await.parts.iter().map(|line| line.id).collect::<Vec<_>>(), [case]);
    let people = Ask { kind: Some("person".parse().unwrap()), ..Ask::default() };
    let listed = |lines: app::records::Lines| lines.lines.into_iter().map(|line| line.id).collect::<BTreeSet<_>>();
    assert_eq!(listed(day.office.list(&hassan.subject, &people).await.unwrap()), BTreeSet::from([kept, stranger]));

    day.order(&hassan, kept, Order::Unmerge { record: twin, why: "two cards".into() }).await.unwrap();
    assert_eq!(listed(day.office.list(&hassan.subject, &people).await.unwrap()).len(), 3);
    day.order(&hassan, kept, Order::Differ { record: twin }).await.unwrap();
    assert!(day.office.pairs(&hassan.subject, None).await.unwrap().pairs.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_passed_over_at_registration_is_not_asked_about_again() {
    let day = Day::begin().await;
    let (amina, hassan) = (day.who("amina").await, day.who("hassan").await);
    let first = day.register(&amina, "Zara Twin").await;
    let record = RecordId(day.clock.id());
    let answers =
        [("name", json!("Zara Twin")), ("sex", json!("female")), ("birth_date", json!("1991~")), ("preferred_language", json!("sag"))];
    let answers: Vec<(&'static str, Value, &[base::EntryId])> = answers.iter().map(|(f, v)| (*f, v.clone(), &[][..])).collect();
    let mut given = day.given(record, "person_registration", &answers);
    given.answers.extend([
        (Field::known("place"), Given { value: None, silence: Some(journal::Silence::Unknown), rows: None, seen: Vec::new() }),
        (Field::known("displacement_status"), Given { value: Some(json!("idp")), silence: None, rows: None, seen: Vec::new() }),
    ]);
    given.passed_over = vec![first];
    match day.office.submit(&amina.subject, &given).await {
        Err(Refused::Answers(findings)) => panic!("{findings:?}"),
        saved => drop(saved.unwrap()),
    }
    assert!(day.office.pairs(&hassan.subject, None).await.unwrap().pairs.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn erasing_takes_two_people_and_a_fresh_proof_and_leaves_a_certificate() {
    let day = Day::begin().await;
    let (amina, chantal) = (day.who("amina").await, day.who("chantal").await);
    let ines = day.who("ines").await;
    let person = day.register(&amina, "Zara Forgotten").await;
    let code = day.open(&amina, person).await.line.code;
    let ask = || Order::AskErase { why: "she asked".into() };
    assert_eq!(day.refused(&amina, person, ask()).await, "access-no-grant");
    assert_eq!(day.refused(&ines, person, ask()).await, "erase-open");
    let close = Order::Take { step: "close".into(), reason: Some("person_request".into()) };
    if let Err(problem) = day.order(&amina, person, close).await {
        panic!("{problem:?}");
    }
    day.order(&ines, person, ask()).await.unwrap();
    assert_eq!(day.refused(&ines, person, ask()).await, "erase-waits");
    assert_eq!(day.refused(&ines, person, Order::AgreeErase).await, "erase-needs-witness", "nobody agrees with themselves");
    day.order(&chantal, person, Order::Keep { why: "wait".into() }).await.unwrap();
    assert_eq!(day.refused(&chantal, person, Order::AgreeErase).await, "approval-not-asked");
    day.order(&ines, person, ask()).await.unwrap();
    day.clock.0.fetch_add(700, Ordering::Relaxed);
    assert_eq!(day.refused(&chantal, person, Order::AgreeErase).await, "access-step-up");
    let chantal = day.who("chantal").await;
    day.order(&chantal, person, Order::AgreeErase).await.unwrap();
    for who in [&amina, &ines, &chantal] {
        assert_eq!(day.office.open(&who.subject, person, "en").await.unwrap_err().code, "not-found");
        let ask = Ask { q: Some(code.clone()), ..Ask::default() };
        assert!(day.office.list(&who.subject, &ask).await.unwrap().lines.is_empty());
    }
    let ines = day.who("ines").await;
    let certificates = day.office.certificates(&ines.subject).await.unwrap();
    let [one] = &certificates[..] else { panic!("{certificates:?}") };
    assert_eq!(
        (one.record.as_str(), one.by.as_str(), one.witness.as_str(), one.why.as_str()),
        (code.as_str(), "Inès (demo)", "Chantal (demo)", "she asked")
    );
    assert_eq!(day.office.certificates(&amina.subject).await.unwrap_err().code, "not-found");
    assert!(day.office.verify_audit(&ines.subject, &day.keys.signer().verifier()).await.unwrap().ok);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_opening_taken_back_leaves_no_state_in_lists_and_what_is_due_comes_first() {
    let day = Day::begin().await;
    let (amina, boris) = (day.who("amina").await, day.who("boris").await);
    let person = day.register(&amina, "Zara Undone").await;
    let (first, second) = (day.case(&boris, person).await, day.case(&boris, person).await);
    let dues = |lines: &app::records::Lines| lines.lines.iter().map(|line| (line.id, line.due)).collect::<Vec<_>>();
    let ask = Ask { kind: Some("case".parse().unwrap()), by_due: true, ..Ask::default() };
    let listed = day.office.list(&boris.subject, &ask).await.unwrap();
    assert!(dues(&listed).windows(2).all(|two| two[0].1.map_or(i64::MAX, |at| at.0) <= two[1].1.map_or(i64::MAX, |at| at.0)));
    let opened = day.office.history(&boris.subject, second).await.unwrap();
    assert!(day.office.undo(&boris.subject, opened.last().unwrap().act, ActId(day.clock.id())).await.unwrap().undone);
    let listed = day.office.list(&boris.subject, &ask).await.unwrap();
    assert_eq!(listed.lines.len(), 2);
    let undone = listed.lines.iter().find(|line| line.id == second).unwrap();
    assert_eq!((undone.state.as_deref(), undone.due, undone.code.as_str()), (None, None, ""));
    assert!(listed.lines.iter().find(|line| line.id == first).unwrap().state.is_some());
}
