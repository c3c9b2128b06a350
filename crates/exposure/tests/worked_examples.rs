//! The worked examples of the assessment's rules and the numbers of its test vectors.

#![allow(clippy::unwrap_used)]

use base::{Instant, LocalZone};
use exposure::{
    Answer, Answers, Assessment, Band, Evidence, HandSet, RiskInput, Ruleset, Status, Threat, Tier, WashingtonGroup, assess, household_tier,
};

const NOW: Instant = Instant(1_389_758_400);
const HOUR: i64 = 3600;

fn rules() -> Ruleset {
    Ruleset::built_in().unwrap()
}

fn answers(codes: &[&str]) -> Answers {
    codes.iter().fold(Answers::default(), |all, code| all.with(code, Answer::Yes))
}

/// Items whose points make up `points`.
fn vulnerable(points: u32) -> Vec<&'static str> {
    const TWO: [&str; 5] =
        ["child_without_caregiver", "cannot_move_without_help", "untreated_condition", "controlled_by_abuser", "losing_home"];
    let mut codes: Vec<&str> = TWO.iter().take(points as usize / 2).copied().collect();
    codes.extend((points % 2 == 1).then_some("no_documents"));
    codes
}

fn person(threat: u8, points: u32, capacities: usize) -> Assessment {
    const CAPACITIES: [&str; 6] =
        ["trusted_adult", "safe_place", "service_engaged", "usable_documents", "community_protection", "own_resources"];
    let evidence = Evidence { id: "e1".into(), kind: "own_statement".into(), at: Some(NOW.plus_seconds(-10 * 24 * HOUR)), grade: None };
    Assessment {
        risks: vec![RiskInput {
            gpc: "GPC02".parse().unwrap(),
            threat: Threat::new(threat),
            evidence: vec![evidence],
            vulnerabilities: answers(&vulnerable(points)),
            capacities: answers(CAPACITIES.get(..capacities).unwrap()),
        }],
        assessed_at: Some(NOW),
        ..Assessment::default()
    }
}

fn check(assessment: &Assessment, risk100: u32, band: Band) {
    let degree = assess(&rules(), assessment, NOW);
    let highest = degree.per_risk.iter().map(|r| r.risk100).max().unwrap_or(0);
    assert_eq!((highest, degree.band), (risk100, band), "{assessment:?}");
}

#[test]
fn the_vectors_of_the_score() {
    for (threat, v, c, risk100, band) in [
        (3, 4, 1, 432, Band::Medium),
        (3, 5, 0, 600, Band::High),
        (4, 5, 4, 400, Band::Medium),
        (4, 5, 0, 800, Band::High),
        (2, 0, 0, 200, Band::Low),
        (0, 10, 0, 0, Band::None),
        (4, 10, 0, 1200, Band::High),
        (1, 10, 4, 150, Band::Low),
        (2, 10, 0, 600, Band::High),
        (4, 5, 6, 400, Band::Medium),
    ] {
        check(&person(threat, v, c), risk100, band);
    }
}

#[test]
fn points_are_capped_at_ten() {
    let mut all = person(3, 10, 0);
    for item in rules().vulnerabilities {
        all.risks[0].vulnerabilities.record(item.code.get_ref(), Answer::Yes);
    }
    assert_eq!(assess(&rules(), &all, NOW).per_risk[0].vulnerability, 10);
}

#[test]
fn threatened_by_name_and_alone_is_medium_and_a_weapon_makes_it_critical() {
    let mut man = person(3, 0, 0);
    man.risks[0].vulnerabilities = answers(&["no_income_no_aid", "no_information"]);
    man.risks[0].capacities = answers(&["community_protection"]);
    man.washington_group = WashingtonGroup::new([1, 1, 4, 1, 1, 1], Answer::No);
    check(&man, 432, Band::Medium);
    let degree = assess(&rules(), &man, NOW);
    assert_eq!(degree.per_risk[0].vulnerability_items, ["cannot_move_without_help", "no_income_no_aid", "no_information"]);
    assert_eq!(degree.per_risk[0].evidence_ids, ["e1"]);
    assert_eq!(degree.tier.number(), 3);

    man.flags = vec!["violence_ongoing".into()];
    check(&man, 432, Band::Critical);
    let degree = assess(&rules(), &man, NOW);
    let codes: Vec<&str> = degree.reasons.iter().map(|r| r.code.as_str()).collect();
    for code in [
        "flag-violence-ongoing",
        "threat-3",
        "v-cannot-move-without-help",
        "v-no-income-no-aid",
        "v-no-information",
        "c-community-protection",
    ] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    assert_eq!(degree.tier, Tier::FIRST);
}

#[test]
fn a_flag_holds_against_every_capacity() {
    let mut safe = person(4, 5, 4);
    check(&safe, 400, Band::Medium);
    safe.flags = vec!["violence_ongoing".into()];
    check(&safe, 400, Band::Critical);
    safe.flags = vec!["forced_return_72h".into()];
    check(&safe, 400, Band::Critical);
    safe.flags = vec!["unaccompanied_child".into()];
    check(&safe, 400, Band::High);
}

#[test]
fn washington_group_answers_speak_for_themselves() {
    let items = |answers, assisted| {
        let mut someone = person(2, 0, 0);
        someone.washington_group = WashingtonGroup::new(answers, assisted);
        assess(&rules(), &someone, NOW).per_risk[0].vulnerability_items.join(" ")
    };
    assert_eq!(items([1, 1, 3, 1, 1, 1], Answer::Yes), "functional_difficulty");
    assert_eq!(items([1, 1, 3, 1, 1, 1], Answer::No), "cannot_move_without_help");
    assert_eq!(items([1, 1, 3, 1, 1, 1], Answer::Unknown), "cannot_move_without_help");
    assert_eq!(items([2, 2, 2, 2, 2, 2], Answer::No), "");
    assert_eq!(items([1, 1, 1, 1, 1, 4], Answer::No), "functional_difficulty");
    let group = |answers| WashingtonGroup::new(answers, Answer::No).unwrap();
    assert!(!group([2, 2, 2, 2, 2, 2]).is_disability() && group([1, 1, 1, 1, 1, 4]).is_disability());
    assert!(!group([1, 7, 1, 1, 1, 1]).is_disability() && !group([1, 7, 1, 1, 1, 1]).is_complete());
    assert!(WashingtonGroup::new([0, 1, 1, 1, 1, 1], Answer::No).is_none());
}

#[test]
fn nobody_looked_is_tier_two_and_said_so() {
    let degree = assess(&rules(), &Assessment::default(), NOW);
    assert_eq!((degree.status, degree.tier.number(), degree.reasons[0].code.as_str()), (Status::NotAssessed, 2, "not-assessed"));
    assert_eq!(degree.expires_at, None);
}

#[test]
fn an_assessment_expires_by_band_and_then_counts_one_tier_higher() {
    for (assessment, hours, tier) in [
        (Assessment { flags: vec!["violence_ongoing".into()], ..person(2, 0, 0) }, 24, (1, 1)),
        (person(3, 5, 0), 168, (2, 1)),
        (person(3, 4, 1), 720, (3, 2)),
        (person(2, 0, 0), 2160, (4, 3)),
    ] {
        let last = assess(&rules(), &assessment, NOW.plus_seconds(hours * HOUR));
        assert_eq!((last.status, last.tier.number(), last.expires_at), (Status::Current, tier.0, Some(NOW.plus_seconds(hours * HOUR))));
        let after = assess(&rules(), &assessment, NOW.plus_seconds(hours * HOUR + 1));
        assert_eq!((after.status, after.tier.number(), after.band), (Status::Stale, tier.1, last.band));
        assert_eq!(after.reasons[0].code, "assessment-expired");
    }
}

#[test]
fn a_change_a_missing_date_and_a_future_date_make_it_stale() {
    let stale = |assessment: Assessment| {
        let degree = assess(&rules(), &assessment, NOW.plus_seconds(HOUR));
        (degree.status, degree.tier.number(), degree.reasons[0].code.clone())
    };
    let changed = |at| Assessment { changed_at: Some(NOW.plus_seconds(at)), ..person(3, 4, 1) };
    assert_eq!(stale(changed(60)), (Status::Stale, 2, "assessment-overtaken".into()));
    assert_eq!(stale(changed(-60)).0, Status::Current);
    assert_eq!(stale(Assessment { assessed_at: None, ..person(3, 4, 1) }), (Status::Stale, 2, "assessment-undated".into()));
    let future = Assessment { assessed_at: Some(NOW.plus_seconds(2 * HOUR)), ..person(3, 4, 1) };
    assert_eq!(stale(future), (Status::Stale, 2, "assessment-in-future".into()));
}

#[test]
fn a_person_may_override_with_a_reason_and_never_without() {
    let by_hand = |tier, reason: Option<&str>| HandSet {
        tier: Tier::new(tier).unwrap(),
        reason: reason.map(Into::into),
        by: Some("officer 7".into()),
        at: Some(NOW),
    };
    let mut someone = person(3, 4, 1);
    someone.hand_set = Some(by_hand(1, Some("seen by the same men this morning")));
    let degree = assess(&rules(), &someone, NOW);
    let change = degree.overridden.unwrap();
    assert_eq!((degree.tier.number(), degree.band, change.from.number(), change.to.number()), (1, Band::Critical, 3, 1));
    assert_eq!((change.reason.as_str(), change.by.as_deref()), ("seen by the same men this morning", Some("officer 7")));

    for blank in [None, Some("  ")] {
        someone.hand_set = Some(by_hand(1, blank));
        let degree = assess(&rules(), &someone, NOW);
        assert_eq!((degree.tier.number(), degree.overridden), (3, None));
        assert!(degree.reasons.iter().any(|r| r.code == "override-without-reason"));
    }

    let alone = Assessment { hand_set: Some(by_hand(4, Some("lives with cousins"))), ..Assessment::default() };
    let degree = assess(&rules(), &alone, NOW);
    assert_eq!((degree.status, degree.tier.number(), degree.band), (Status::HandSet, 4, Band::Low));
}

#[test]
fn a_threat_without_evidence_counts_and_is_said() {
    let mut someone = person(4, 5, 0);
    someone.risks[0].evidence.clear();
    check(&someone, 800, Band::High);
    assert!(assess(&rules(), &someone, NOW).reasons.iter().any(|r| r.code == "evidence-missing"));
    let mut old = person(3, 5, 0);
    old.risks[0].evidence[0].at = Some(NOW.plus_seconds(-31 * 24 * HOUR));
    check(&old, 600, Band::High);
    assert!(assess(&rules(), &old, NOW).reasons.iter().any(|r| r.code == "evidence-old"));
}

#[test]
fn the_person_band_is_the_highest_of_the_risks() {
    let mut someone = person(1, 0, 0);
    someone.risks.push(person(3, 5, 0).risks.remove(0));
    someone.risks[1].gpc = "GPC08".parse().unwrap();
    let degree = assess(&rules(), &someone, NOW);
    assert_eq!(degree.per_risk.iter().map(|r| r.risk100).collect::<Vec<_>>(), [100, 600]);
    assert_eq!(degree.band, Band::High);
}

#[test]
fn transport_sees_the_tier_and_no_indicator() {
    let mut someone = person(3, 4, 1);
    someone.flags = vec!["rape_within_120h".into()];
    let view = assess(&rules(), &someone, NOW.plus_seconds(8 * 24 * HOUR)).for_transport();
    let codes: Vec<&str> = view.reasons.iter().map(|r| r.code.as_str()).collect();
    assert_eq!((view.tier.number(), view.status, codes), (1, Status::Stale, vec!["assessment-expired"]));
    let text = serde_json::to_string(&view).unwrap();
    assert!(!text.contains("rape") && !text.contains("threat") && !text.contains("home"), "{text}");
}

/// Test D-1: families F1 to F4 and the tier each travels at.
#[test]
fn families_travel_at_the_tier_of_their_most_exposed_member() {
    let tier = |assessment: &Assessment| assess(&rules(), assessment, NOW).tier;
    let general = person(1, 2, 2);
    let mother = person(2, 3, 0);
    let baby = person(2, 3, 0);
    let mut child_alone = person(2, 2, 0);
    child_alone.flags = vec!["unaccompanied_child".into()];
    let older_man = person(3, 5, 0);
    let mut activist = person(4, 1, 1);
    activist.flags = vec!["violence_ongoing".into()];
    let families = [
        household_tier([tier(&general), tier(&mother), tier(&baby)]),
        household_tier([tier(&child_alone)]),
        household_tier([tier(&older_man), tier(&general)]),
        household_tier([tier(&activist), tier(&general), tier(&general)]),
    ];
    assert_eq!(tier(&general), Tier::LAST);
    assert_eq!(families.map(|t| t.map_or(0, Tier::number)), [3, 2, 2, 1]);
    assert_eq!(household_tier([]), None);
}

#[test]
fn local_dates_are_read_in_the_zone_of_the_operation() {
    let zone = LocalZone::find("Africa/Bangui").unwrap();
    let table = b"person_id,threat,assessed_at\np,2,2014-01-15\n";
    let report = exposure::assess_file(table, "people.csv", NOW, &zone, &rules());
    assert_eq!(report.people[0].degree.assessed_at, zone.parse("2014-01-14T23:00:00Z").ok());
}
