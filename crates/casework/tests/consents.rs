//! Who may agree at which age, and what follows for sharing (individual.md A.9; R-A5, R-A6, R-A7).
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod office;

use base::{ActId, Purpose, RecordId, Uuid};
use casework::Person;
use casework::Refusal;
use casework::consent::{self, AgeGuide, Basis, Consent, LegalBasis, MayShare, OtherBasis, Recipient, Sharing};
use office::{NADIA, Office, SUPERVISOR, user};
use serde_json::{Value as Json, json};

fn purpose(text: &str) -> Purpose {
    text.parse().unwrap()
}

fn recipient(code: &str, name: Option<&str>) -> Recipient {
    Recipient { code: code.into(), name: name.map(str::to_owned) }
}

fn ask(office: &Office, person: RecordId, to: Recipient, other: Option<OtherBasis>) -> Result<MayShare, Refusal> {
    let related = office.related(person);
    let age = Person { record: office.get(person), parts: &related }.age(office.moment());
    let sharing = Sharing { subject: person, purpose: purpose("share_medical"), recipient: to, actor: user(NADIA) };
    consent::may_share(sharing, &related, age, &AgeGuide::default(), other, office.moment())
}

fn own(office: &Office, person: RecordId) -> Result<MayShare, Refusal> {
    ask(office, person, recipient("own_agency", None), None)
}

/// The guide by age, through what may be shared: who answered, in which form, and the child's part.
#[test]
fn age_guide() {
    let guardian = Uuid::from_u128(77).to_string();
    let caregiver = |form: &str, assent: &str| json!({"given_by": "caregiver", "guardian": guardian, "form": form, "assent": assent});
    let alone = |form: &str| json!({"given_by": "self", "form": form});
    let mut suspected = caregiver("written", "written");
    suspected["stand_in_why"] = json!("caregiver_suspected");
    suspected["stand_in_supervisor"] = json!(user(SUPERVISOR));
    let stand_in = |why: &str, assent: &str| json!({"given_by": "other", "stand_in_why": why, "stand_in_supervisor": user(SUPERVISOR), "assent": assent});
    let unexplained = json!({"given_by": "other", "assent": "written"});
    let mature = json!({"given_by": "self", "stand_in_why": "no_safe_caregiver", "stand_in_supervisor": user(SUPERVISOR)});
    let cases: [(&str, Json, Option<&str>); 24] = [
        ("2022-03-05", caregiver("written", "informed"), None),
        ("2022-03-05", caregiver("thumbprint", "informed"), None),
        ("2022-03-05", caregiver("verbal_witnessed", "informed"), Some("consent-needs-writing")),
        ("2022-03-05", json!({"given_by": "caregiver", "guardian": guardian}), Some("consent-needs-assent")),
        ("2022-03-05", alone("written"), Some("consent-needs-caregiver")),
        ("2018-03-05", caregiver("verbal_witnessed", "oral"), None),
        ("2018-03-05", caregiver("written", "informed"), Some("consent-needs-assent")),
        ("2018-03-05", caregiver("written", "refused"), Some("consent-needs-assent")),
        ("2018-03-05", suspected, Some("consent-caregiver-suspected")),
        ("2018-03-05", stand_in("caregiver_suspected", "oral"), None),
        ("2018-03-05", unexplained, Some("consent-stand-in-unexplained")),
        ("2018-03-05", json!({"given_by": "caregiver", "assent": "oral"}), Some("consent-names-no-caregiver")),
        ("2013-03-05", caregiver("verbal_witnessed", "written"), None),
        ("2013-03-05", caregiver("verbal_witnessed", "oral"), Some("consent-needs-assent")),
        ("2013-03-05", alone("written"), Some("consent-needs-caregiver")),
        ("2013-03-05", mature, None),
        ("2010-03-05", alone("written"), None),
        ("2010-03-05", alone("verbal_witnessed"), Some("consent-needs-writing")),
        ("2010-03-05", caregiver("written", "oral"), Some("consent-needs-assent")),
        // May be 17: a child, until it is known (R-A3, L-AGE-3).
        ("2008", caregiver("written", "oral"), Some("consent-needs-assent")),
        ("1990-03-05", alone("verbal_witnessed"), None),
        ("1990-03-05", json!({"given_by": "self", "capacity": "lacks"}), Some("consent-lacks-capacity")),
        ("1990-03-05", caregiver("written", "written"), Some("consent-not-own")),
        (
            "1990-03-05",
            json!({"given_by": "other", "capacity": "lacks", "stand_in_why": "lacks_capacity", "stand_in_supervisor": user(SUPERVISOR)}),
            None,
        ),
    ];
    for (birth, more, refused) in cases {
        let mut office = Office::at("2026-11-23T10:00");
        let person = office.person("Zara", birth);
        // The form turns some of these back already; consents of another form or an import come here unchecked.
        let consent = office.consent(person, "share_medical", json!({}));
        for (field, value) in more.as_object().unwrap() {
            let pen = office.get(consent).write(&"consent".parse().unwrap(), office.now).set(&field.parse().unwrap(), value.clone());
            office.append(NADIA, vec![pen.done()]);
        }
        match (own(&office, person), refused) {
            (Ok(leave), None) => assert_eq!(leave.basis(), &Basis::Consent(consent)),
            (Err(refusal), Some(code)) => assert!(refusal.has(code), "{birth} {more}: {refusal:?} for {code}"),
            (other, _) => panic!("{birth} {more}: {other:?}"),
        }
    }
}

#[test]
fn a_consent_holds_for_its_purpose_and_recipient_and_days() {
    let mut office = Office::at("2026-11-23T10:00");
    let person = office.person("Zara", "1990-05-01");
    assert!(own(&office, person).unwrap_err().has("consent-missing"));
    office.consent(person, "share_legal", json!({}));
    assert!(own(&office, person).unwrap_err().has("consent-missing"));
    office.consent(
        person,
        "share_medical",
        json!({"recipient": "other_organisation", "recipient_name": "Médecins du Lac", "expires_on": "2026-12-31"}),
    );
    assert!(own(&office, person).unwrap_err().has("consent-missing"));
    let to = |name: &str| recipient("other_organisation", Some(name));
    assert!(ask(&office, person, to("MEDECINS DU LAC"), None).is_ok());
    assert!(ask(&office, person, to("Médecins du Fleuve"), None).unwrap_err().has("consent-missing"));
    office.go_to("2026-12-31T23:00");
    assert!(ask(&office, person, to("Médecins du Lac"), None).is_ok());
    office.go_to("2027-01-01T00:30");
    assert!(ask(&office, person, to("Médecins du Lac"), None).unwrap_err().has("consent-expired"));
    office.go_to("2026-11-22T10:00");
    assert!(ask(&office, person, to("Médecins du Lac"), None).unwrap_err().has("consent-not-yet"));
}

#[test]
fn the_newest_no_counts_and_a_conflict_stands_against_every_yes() {
    let mut office = Office::at("2026-11-23T10:00");
    let person = office.person("Zara", "1990-05-01");
    office.consent(person, "share_medical", json!({}));
    assert!(own(&office, person).is_ok());
    office.go_to("2026-11-24T10:00");
    let no = office.consent(person, "share_medical", json!({"answer": "refused"}));
    assert!(own(&office, person).unwrap_err().has("consent-said-no"));
    office.consent(person, "share_medical", json!({}));
    assert!(own(&office, person).unwrap_err().has("consent-said-no"), "of a yes and a no on one day the no counts");
    office.go_to("2026-11-25T10:00");
    office.consent(person, "share_medical", json!({}));
    assert!(own(&office, person).is_ok());
    // Two workers, apart, write down different answers to the same question.
    let apart = office.get(no).clone();
    for answer in ["refused", "given"] {
        let pen =
            apart.write(&"consent".parse().unwrap(), office.now).set(&"given_on".parse().unwrap(), format!("2026-11-2{}", answer.len()));
        office.append(NADIA, vec![pen.set(&"answer".parse().unwrap(), answer).done()]);
    }
    assert!(own(&office, person).unwrap_err().has("consent-in-conflict"));
}

/// R-A6: sharing stops with the withdrawal; what is under way stops within 24 hours; what happened stays on record.
#[test]
fn withdrawal() {
    let mut office = Office::at("2026-11-23T10:00");
    let person = office.person("Zara", "1990-05-01");
    let given = office.consent(person, "share_medical", json!({}));
    let carrier = RecordId(Uuid::from_u128(5));
    let groups = ["identity".parse().unwrap()].into();
    let leave = own(&office, person).unwrap();
    let draft = leave.disclose(office.get(person), ActId(Uuid::from_u128(6)), carrier, &groups, office.now).unwrap();
    office.append(NADIA, vec![draft]);
    assert!(consent::to_recall(office.get(person), &Consent::read(office.get(given)).unwrap()).is_empty());
    office.go_to("2026-11-24T09:00");
    let drafts = consent::withdraw(office.get(given), office.now);
    office.done(NADIA, drafts);
    assert!(own(&office, person).unwrap_err().has("consent-taken-back"));
    assert!(consent::withdraw(office.get(given), office.now).unwrap_err().has("consent-taken-back"));
    let recall = consent::to_recall(office.get(person), &Consent::read(office.get(given)).unwrap());
    assert_eq!(recall.into_iter().map(|(id, at)| (id, office.local(at))).collect::<Vec<_>>(), [(carrier, "2026-11-25 09:00".to_owned())]);
    let told = consent::disclosures(office.get(person));
    assert_eq!((told.len(), &told[0].basis, told[0].by, told[0].carrier), (1, &Basis::Consent(given), user(NADIA), carrier));
}

/// R-A7: without consent only on a recorded basis, with a reason and a supervisor who is someone else.
#[test]
fn another_basis() {
    let mut office = Office::at("2026-11-23T10:00");
    let (adult, child) = (office.person("Zara", "1990-05-01"), office.person("Amina", "2015"));
    office.consent(adult, "share_medical", json!({"answer": "refused"}));
    let basis = |basis, reason: &str, supervisor| Some(OtherBasis { basis, reason: reason.into(), supervisor: user(supervisor) });
    let to = || recipient("own_agency", None);
    for (person, other, refused) in [
        (adult, basis(LegalBasis::VitalInterest, "bleeding", SUPERVISOR), None),
        (adult, basis(LegalBasis::VitalInterest, " ", SUPERVISOR), Some("share-basis-without-reason")),
        (adult, basis(LegalBasis::MandatoryReporting, "abuse by staff", NADIA), Some("share-own-supervisor")),
        (adult, basis(LegalBasis::BestInterests, "no caregiver", SUPERVISOR), Some("share-best-interests-of-adult")),
        (child, basis(LegalBasis::BestInterests, "no caregiver", SUPERVISOR), None),
        (adult, None, Some("consent-said-no")),
    ] {
        match (ask(&office, person, to(), other), refused) {
            (Ok(leave), None) => assert!(matches!(leave.basis(), Basis::Other(_)) && leave.subject() == person),
            (Err(refusal), Some(code)) => assert!(refusal.has(code), "{refusal:?}"),
            (other, _) => panic!("{other:?}"),
        }
    }
    let leave = ask(&office, adult, to(), basis(LegalBasis::VitalInterest, "bleeding", SUPERVISOR)).unwrap();
    let of_other = leave.disclose(office.get(child), ActId(Uuid::nil()), adult, &Default::default(), office.now);
    assert!(of_other.unwrap_err().has("share-other-person"));
}

/// R-A5, L-FTR-3: without consent to tracing no match is shown.
#[test]
fn tracing_needs_consent() {
    let mut office = Office::at("2026-11-23T10:00");
    let person = office.person("Zara", "1990-05-01");
    assert!(!consent::may_trace(person, &office.related(person), office.moment()));
    office.consent(person, "tracing", json!({}));
    assert!(consent::may_trace(person, &office.related(person), office.moment()));
}
