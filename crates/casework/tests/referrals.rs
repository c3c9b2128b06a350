//! Referrals and transfers: nothing leaves without leave, every clock runs, what is refused is counted.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod office;

use base::{ActId, RecordId, Uuid};
use casework::consent::{self, AgeGuide, MayShare, Recipient, Sharing};
use casework::transfer::{self, Leave, Responsible};
use casework::{Person, procedure, refer};
use office::{NADIA, OMAR, Office, agency, user};
use serde_json::json;
use std::collections::BTreeSet;

fn leave(office: &Office, person: RecordId) -> MayShare {
    let related = office.related(person);
    let age = Person { record: office.get(person), parts: &related }.age(office.moment());
    let recipient = Recipient { code: "own_agency".into(), name: None };
    let sharing = Sharing { subject: person, purpose: "share_medical".parse().unwrap(), recipient, actor: user(NADIA) };
    consent::may_share(sharing, &related, age, &AgeGuide::default(), None, office.moment()).unwrap()
}

fn referral(office: &mut Office, person: RecordId, service: RecordId) -> RecordId {
    let consent = office.consent(person, "share_medical", json!({}));
    let referral = office.open("referral", Some(person));
    office.fill(referral, "referral", json!({
        "person": person, "priority": "urgent", "service_requested": "health", "service": service, "referral_reason": "fever for a week",
        "contact_via_worker": true, "minor": false, "consent": consent, "legal_basis": "consent", "delivered_via": "in_person",
    }));
    referral
}

fn service(office: &mut Office) -> RecordId {
    let service = office.open("service", None);
    let pen = office.get(service).write(&"card".parse().unwrap(), office.now).set(&"service_type".parse().unwrap(), "health").done();
    office.append(NADIA, vec![pen]);
    service
}

/// EX-J1, L-REF-1, L-REF-2.
#[test]
fn a_referral_runs_against_its_clocks_and_a_no_leaves_an_unmet_need() {
    let mut office = Office::at("2026-11-23T10:00");
    let (full, other) = (service(&mut office), service(&mut office));
    let person = office.person("Zara", "1990-05-01");
    let referral = referral(&mut office, person, full);
    let groups: BTreeSet<_> = ["identity", "needs"].map(|group| group.parse().unwrap()).into();
    office.take(referral, NADIA, "agree").unwrap();
    assert!(office.take(referral, NADIA, "send").unwrap_err().has("referral-needs-leave"), "a step alone sends nothing");
    let stranger = office.person("Amina", "1991-05-01");
    office.consent(stranger, "share_medical", json!({}));
    let act = ActId(Uuid::from_u128(9));
    let wrong = leave(&office, stranger);
    let sent = office.act(referral, NADIA, &[], |around| refer::send(around, "send", wrong, office.get(stranger), &groups, act));
    assert!(sent.unwrap_err().has("share-other-person"));
    let right = leave(&office, person);
    let sent = office.act(referral, NADIA, &[], |around| refer::send(around, "send", right, office.get(person), &groups, act));
    office.done(NADIA, sent);
    assert_eq!(consent::disclosures(office.get(person))[0].groups, groups);

    let due = |office: &Office| {
        let due = |around: &casework::Around<'_>| {
            let due = procedure::deadlines(around).into_iter();
            due.map(|due| (due.deadline.name.clone(), office.local(due.at), due.met.is_some())).collect::<Vec<_>>()
        };
        office.act(referral, NADIA, &[], due)
    };
    let (acknowledge, service) =
        (("acknowledge_urgent".to_owned(), "2026-11-24 10:00".to_owned()), ("service_urgent".to_owned(), "2026-11-26 10:00".to_owned()));
    let with = |(name, at): &(String, String), met| (name.clone(), at.clone(), met);
    assert_eq!(due(&office), [with(&acknowledge, false), with(&service, false)]);

    office.go_to("2026-11-23T16:00");
    office.fill(referral, "referral_decline", json!({"decline_reason": "full", "alternative": other}));
    office.take(referral, OMAR, "decline").unwrap();
    assert_eq!(due(&office), [with(&acknowledge, true), with(&service, true)]);
    let unmet = office.get(referral).find(&"unmet_need".parse().unwrap()).one().cloned();
    assert_eq!(unmet, Some(json!({"service": "health", "outcome": "declined", "reason": "full"})));
    let services: Vec<_> = [full, other].map(|id| office.get(id).clone()).into();
    assert_eq!(refer::alternatives(office.get(referral), &services).iter().map(|s| s.id).collect::<Vec<_>>(), [other]);
}

#[test]
fn a_case_is_handed_over_when_it_is_accepted_and_not_before() {
    let mut office = Office::at("2026-11-23T10:00");
    let person = office.person("Zara", "1990-05-01");
    let case = office.open("case", Some(person));
    let to = |agency_number, who: &[u128]| Responsible {
        agency: agency(agency_number),
        team: None,
        site: None,
        assigned: who.iter().map(|n| user(*n)).collect(),
    };
    let offer = |office: &Office, to, leave| office.act(case, NADIA, &[], |around| transfer::offer(around, to, "on leave", leave));
    assert!(offer(&office, to(1, &[]), None).unwrap_err().has("transfer-to-nobody"));
    assert!(offer(&office, to(1, &[NADIA]), None).unwrap_err().has("transfer-to-same"));
    assert!(offer(&office, to(2, &[OMAR]), None).unwrap_err().has("transfer-needs-consent"));
    assert!(office.act(case, OMAR, &[], transfer::accept).unwrap_err().has("transfer-none"));

    let drafts = offer(&office, to(1, &[OMAR]), None);
    office.done(NADIA, drafts);
    assert_eq!(office.get(case).standing().assigned, [user(NADIA)].into(), "Nadia answers for it until Omar accepts");
    assert!(offer(&office, to(1, &[3]), None).unwrap_err().has("transfer-waits"));
    assert!(office.act(case, NADIA, &[], transfer::accept).unwrap_err().has("transfer-not-to-you"));
    assert!(office.act(case, 3, &[], |around| transfer::decline(around, "no")).unwrap_err().has("transfer-not-to-you"));
    let declined = office.act(case, OMAR, &[], |around| transfer::decline(around, "25 cases already"));
    office.done(OMAR, declined);
    assert_eq!(transfer::offered(office.get(case)), None);

    office.consent(person, "share_medical", json!({}));
    let groups = ["identity".parse().unwrap()].into();
    let may_share = leave(&office, person);
    let leave = Leave { may_share, holder: office.get(person), groups: &groups, act: ActId(Uuid::from_u128(3)) };
    let drafts = offer(&office, to(2, &[OMAR]), Some(leave));
    office.done(NADIA, drafts);
    let accepted = office.act(case, OMAR, &[], transfer::accept);
    office.done(OMAR, accepted);
    let standing = office.get(case).standing();
    assert_eq!((standing.agency, standing.assigned), (Some(agency(2)), [user(OMAR)].into()));
    assert_eq!(consent::disclosures(office.get(person))[0].carrier, case);
}
