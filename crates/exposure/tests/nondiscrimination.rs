//! ND-1 to ND-7: the score can't see who someone is, and gaps in the data put nobody back.

#![allow(clippy::unwrap_used)]

use base::{Findings, Instant, LocalZone, Table};
use exposure::read::COLUMNS;
use exposure::{
    Answer, Answers, AssessReport, Assessment, Evidence, RiskInput, Ruleset, Status, Threat, Tier, WashingtonGroup, assess, assess_file,
    read_assessments,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

const NOW: Instant = Instant(1_389_758_400);

/// What must never reach the score, as column names.
const PROTECTED: [(&str, [&str; 5]); 14] = [
    ("name", ["Ngaya Fidèle", "محمد صالح", "Mariam", "Oumar Adoum", "Zo"]),
    ("family_name", ["Kossi", "Saleh", "Yangana", "Bello", "Ndoyo"]),
    ("sex", ["female", "male", "other", "unknown", "female"]),
    ("gender_identity", ["woman", "man", "other", "undisclosed", "man"]),
    ("nationality", ["CAF", "TCD", "CMR", "XXA", "SDN"]),
    ("ethnicity", ["Gbaya", "Peul", "Banda", "Haoussa", "Sara"]),
    ("religion", ["muslim", "christian", "animist", "none", "unknown"]),
    ("language", ["sag", "fra", "ara", "ful", "gba"]),
    ("birthplace", ["Bangui", "Sarh", "Bouar", "Garoua", "Birao"]),
    ("origin_pcode", ["CF11", "CF23", "TD07", "CM02", "CF62"]),
    ("legal_status", ["idp", "refugee", "returnee", "stateless", "resident"]),
    ("marital_status", ["single", "married", "widowed", "divorced", "unknown"]),
    ("political_opinion", ["a", "b", "c", "d", "e"]),
    ("education", ["none", "primary", "secondary", "university", "unknown"]),
];

fn rules() -> Ruleset {
    Ruleset::built_in().unwrap()
}

/// A small generator of repeatable numbers: tests of the score need no more.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn some(&mut self, codes: &[String], chance: u64) -> String {
        let drawn: Vec<&str> = codes.iter().filter(|_| self.below(100) < chance).map(String::as_str).collect();
        drawn.join(";")
    }
}

/// People with assessments of every kind, and protected attributes turned by `turn` places.
fn file(people: u64, turn: u64, column: Option<&str>) -> String {
    let rules = rules();
    let vulnerabilities: Vec<String> = rules.vulnerabilities.iter().map(|v| v.code.get_ref().clone()).collect();
    let capacities: Vec<String> = rules.capacities.iter().map(|c| c.code.get_ref().clone()).collect();
    let flags: Vec<String> = rules.flags.iter().map(|f| f.code.get_ref().clone()).collect();
    let mut text = String::from(
        "person_id,household_id,threat,threat_risk,evidence,vulnerabilities,capacities,unknown_items,red_flags,wg,assessed_at",
    );
    PROTECTED.iter().for_each(|(column, _)| text += &format!(",{column}"));
    text.push('\n');
    let mut draw = Draw(1);
    for index in 0..people {
        let assessed = draw.below(10) > 0;
        let day = 1 + draw.below(14);
        let threat = if assessed { draw.below(5).to_string() } else { String::new() };
        let wg =
            if draw.below(3) == 0 { (0..6).map(|_| (1 + draw.below(4)).to_string()).collect::<Vec<_>>().join(";") } else { String::new() };
        let (v, c, u, f) =
            (draw.some(&vulnerabilities, 15), draw.some(&capacities, 20), draw.some(&vulnerabilities, 5), draw.some(&flags, 1));
        let (v, c, u, f) = if assessed { (v, c, u, f) } else { Default::default() };
        text += &format!("p{index},h{},{threat},,own_statement@2014-01-{day:02}/B2,{v},{c},{u},{f},{wg},2014-01-{day:02}", index / 5);
        for (name, values) in PROTECTED {
            let turned = if column.is_none_or(|c| c == name) { turn } else { 0 };
            text += &format!(",{}", values[((index * 7 + turned) % 5) as usize]);
        }
        text.push('\n');
    }
    text
}

fn report(text: &str) -> AssessReport {
    assess_file(text.as_bytes(), "people.csv", NOW, &LocalZone::utc(), &rules())
}

/// ND-1: whatever each protected attribute says, degree, score, reasons and rank are the same, byte for byte.
#[test]
fn permuting_protected_attributes_changes_nothing() {
    let original = report(&file(1200, 0, None));
    let degrees = serde_json::to_string(&original.people).unwrap();
    let rank = |report: &AssessReport| {
        let mut order: Vec<_> = report.people.iter().map(|p| (p.degree.rank_key(), p.person_id.clone())).collect();
        order.sort();
        order
    };
    assert!(
        original.people_by_tier.len() == 4 && original.findings.iter().all(|f| f.code == "item-both-ways" || f.code == "threat-missing")
    );
    for turn in 1..5 {
        let turned = report(&file(1200, turn, None));
        assert_eq!(serde_json::to_string(&turned.people).unwrap(), degrees);
        assert_eq!(rank(&turned), rank(&original));
    }
    for (column, _) in PROTECTED {
        assert_eq!(serde_json::to_string(&report(&file(1200, 3, Some(column))).people).unwrap(), degrees, "{column}");
    }
}

/// ND-2: the input type has no field for a protected attribute, and the files that make a score don't name one.
#[test]
fn the_scorer_has_no_way_to_see_protected_attributes() {
    let full = Assessment {
        risks: vec![RiskInput {
            gpc: "GPC02".parse().unwrap(),
            threat: Threat::new(4),
            evidence: vec![Evidence { id: "e".into(), kind: "witness".into(), at: Some(NOW), grade: Some("A1".into()) }],
            vulnerabilities: Answers::default().with("no_documents", Answer::Yes),
            capacities: Answers::default().with("safe_place", Answer::Yes),
        }],
        flags: vec!["recruitment".into()],
        open_questions: vec!["death_threat".into()],
        washington_group: WashingtonGroup::new([1; 6], Answer::No),
        assessed_at: Some(NOW),
        assessed_by: Some("c".into()),
        changed_at: Some(NOW),
        hand_set: Some(exposure::HandSet { tier: Tier::FIRST, reason: Some("r".into()), by: Some("b".into()), at: Some(NOW) }),
    };
    let mut keys = Vec::new();
    collect_keys(&serde_json::to_value(full).unwrap(), &mut keys);
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(
        keys,
        [
            "answers",
            "assessed_at",
            "assessed_by",
            "assisted",
            "at",
            "by",
            "capacities",
            "changed_at",
            "evidence",
            "flags",
            "gpc",
            "grade",
            "hand_set",
            "id",
            "kind",
            "no_documents",
            "open_questions",
            "reason",
            "risks",
            "safe_place",
            "threat",
            "tier",
            "vulnerabilities",
            "washington_group"
        ]
    );
    for source in [
        include_str!("../src/assessment.rs"),
        include_str!("../src/score.rs"),
        include_str!("../src/read.rs"),
        include_str!("../src/read/evidence.rs"),
        include_str!("../src/read/items.rs"),
    ] {
        for (column, _) in PROTECTED {
            let quoted = [format!("\"{column}\""), format!("{column}:"), format!(".{column}")];
            assert!(quoted.iter().all(|q| !source.contains(q.as_str())), "{column} is named in what makes a score");
        }
    }
    assert!(PROTECTED.iter().all(|(column, _)| !COLUMNS.contains(column)));
}

fn collect_keys(value: &serde_json::Value, keys: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => map.iter().for_each(|(key, value)| {
            keys.push(key.clone());
            collect_keys(value, keys);
        }),
        serde_json::Value::Array(list) => list.iter().for_each(|value| collect_keys(value, keys)),
        _ => {}
    }
}

/// ND-3: the same evidence counts the same whatever the motive behind the threat.
#[test]
fn the_motive_of_a_threat_changes_nothing() {
    let degree = |motive: &str| {
        let text = format!("person_id,threat,evidence,assessed_at\np,3,own_statement@2014-01-10/B2/motive={motive},2014-01-14\n");
        let report = report(&text);
        assert!(report.findings.is_empty(), "{:?}", report.findings);
        report.people[0].degree.clone()
    };
    let first = degree("ethnicity");
    assert_eq!(first.per_risk[0].threat, Threat::new(3));
    for motive in ["religion", "debt", "personal_dispute", "politics"] {
        assert_eq!(degree(motive), first);
    }
}

fn assessment() -> impl Strategy<Value = Assessment> {
    let rules = rules();
    let vulnerabilities: Vec<String> = rules.vulnerabilities.iter().map(|v| v.code.get_ref().clone()).collect();
    let capacities: Vec<String> = rules.capacities.iter().map(|c| c.code.get_ref().clone()).collect();
    let flags: Vec<String> = rules.flags.iter().map(|f| f.code.get_ref().clone()).collect();
    let answer = || prop_oneof![3 => Just(Answer::No), 2 => Just(Answer::Yes), 1 => Just(Answer::Unknown)];
    let risk = (
        prop::option::weighted(0.9, 0u8..5),
        prop::collection::vec(answer(), vulnerabilities.len()),
        prop::collection::vec(answer(), capacities.len()),
    )
        .prop_map(move |(threat, v, c)| RiskInput {
            gpc: "GPC02".parse().unwrap(),
            threat: threat.and_then(Threat::new),
            evidence: Vec::new(),
            vulnerabilities: vulnerabilities.iter().zip(v).fold(Answers::default(), |all, (code, a)| all.with(code, a)),
            capacities: capacities.iter().zip(c).fold(Answers::default(), |all, (code, a)| all.with(code, a)),
        });
    let difficulty = || prop::sample::select(vec![1u8, 2, 3, 4, 7, 9]);
    let group = prop::option::of((prop::array::uniform6(difficulty()), answer()).prop_map(|(a, s)| WashingtonGroup::new(a, s).unwrap()));
    (prop::collection::vec(risk, 0..3), prop::sample::subsequence(flags, 0..3), group, prop::option::of(-100i64..10)).prop_map(
        |(risks, flags, washington_group, hours)| Assessment {
            risks,
            flags,
            washington_group,
            assessed_at: hours.map(|h| NOW.plus_seconds(h * 3600)),
            ..Assessment::default()
        },
    )
}

fn highest(rules: &Ruleset, assessment: &Assessment) -> (Tier, exposure::Band, u32, u32) {
    let degree = assess(rules, assessment, NOW);
    let (risk, most) = degree.per_risk.iter().fold((0, 0), |(a, b), r| (a.max(r.risk100), b.max(r.risk100_at_most)));
    (degree.tier, degree.band, risk, most)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// ND-4: one more risk, flag or degree of threat never lowers; one more capacity never raises.
    #[test]
    fn more_risk_never_lowers_and_more_capacity_never_raises(before in assessment(), item in 0usize..100, risk in 0usize..3) {
        let rules = rules();
        let (tier, band, score, most) = highest(&rules, &before);
        let vulnerability = rules.vulnerabilities[item % rules.vulnerabilities.len()].code.get_ref();
        let capacity = rules.capacities[item % rules.capacities.len()].code.get_ref();
        let flag = rules.flags[item % rules.flags.len()].code.get_ref();
        if let Some(index) = (!before.risks.is_empty()).then(|| risk % before.risks.len()) {
            let mut more = before.clone();
            more.risks[index].vulnerabilities.record(vulnerability, Answer::Yes);
            let after = highest(&rules, &more);
            prop_assert!(after.0 <= tier && after.1 >= band && after.2 >= score && after.3 >= most);

            let mut worse = before.clone();
            worse.risks[index].threat = worse.risks[index].threat.map(|t| Threat::new(t.level() + 1).unwrap_or(t));
            let after = highest(&rules, &worse);
            prop_assert!(after.0 <= tier && after.1 >= band && after.2 >= score && after.3 >= most);

            let mut safer = before.clone();
            safer.risks[index].capacities.record(capacity, Answer::Yes);
            let after = highest(&rules, &safer);
            prop_assert!(after.0 >= tier && after.1 <= band && after.2 <= score && after.3 <= most);
        }
        if before.is_assessed() {
            let mut flagged = before.clone();
            flagged.flags.push(flag.clone());
            let after = highest(&rules, &flagged);
            prop_assert!(after.1 >= band && after.2 == score && after.3 == most);
        }
    }

    /// ND-7: an answer that goes missing never lowers the band, and neither does a missing date.
    #[test]
    fn missing_answers_never_lower(before in assessment(), item in 0usize..100, risk in 0usize..3, domain in 0usize..6) {
        let rules = rules();
        let (tier, band, ..) = highest(&rules, &before);
        let mut undated = before.clone();
        undated.assessed_at = None;
        prop_assert!(highest(&rules, &undated).0 <= tier);
        if before.risks.is_empty() {
            return Ok(());
        }
        let index = risk % before.risks.len();
        let holes: [&dyn Fn(&mut Assessment); 4] = [
            &|a| a.risks[index].vulnerabilities.record(rules.vulnerabilities[item % rules.vulnerabilities.len()].code.get_ref(), Answer::Unknown),
            &|a| a.risks[index].capacities.record(rules.capacities[item % rules.capacities.len()].code.get_ref(), Answer::Unknown),
            &|a| a.risks[index].threat = None,
            &|a| a.washington_group = a.washington_group.and_then(|g| without(g, domain)),
        ];
        for hole in holes {
            let mut missing = before.clone();
            hole(&mut missing);
            prop_assert!(highest(&rules, &missing).1 >= band, "{missing:?}");
        }
    }
}

/// The answers with one domain not known.
fn without(group: WashingtonGroup, domain: usize) -> Option<WashingtonGroup> {
    use exposure::Domain::{Communicating, Hearing, Remembering, Seeing, SelfCare, Walking};
    let mut answers = [Seeing, Hearing, Walking, Remembering, SelfCare, Communicating].map(|d| group.difficulty(d).unwrap_or(9));
    answers[domain] = 9;
    WashingtonGroup::new(answers, group.assisted)
}

#[test]
fn three_unknown_items_are_incomplete_and_two_are_not() {
    let row =
        |unknown: &str| report(&format!("person_id,threat,unknown_items,assessed_at\np,2,{unknown},2014-01-14\n")).people[0].degree.clone();
    let two = row("no_documents;smuggler_debt;safe_place");
    assert!(!two.incomplete && two.unknowns.len() == 3);
    let three = row("no_documents;smuggler_debt;no_information");
    assert!(three.incomplete && three.reasons.iter().any(|r| r.code == "assessment-incomplete"));
    assert_eq!((three.per_risk[0].risk100, three.per_risk[0].risk100_at_most, three.tier.number()), (200, 320, 3));
}

/// ND-5: a group found exposed far more or less often than everybody else is put before people; a small one is not shown.
#[test]
fn unequal_shares_ask_for_a_look() {
    let mut text = String::from("person_id,threat,evidence,vulnerabilities,assessed_at,sex,religion,birth_year\n");
    for index in 0..200 {
        let (sex, urgent) = if index % 2 == 0 { ("female", index % 4 == 0) } else { ("male", index % 10 == 1) };
        let religion = if index < 5 {
            "small"
        } else if index % 3 == 0 {
            "one"
        } else {
            "other"
        };
        let (threat, items) = if urgent { (3, "losing_home;no_documents;untreated_condition") } else { (2, "") };
        text += &format!("p{index},{threat},own_statement,{items},2014-01-14,{sex},{religion},{}\n", 1950 + index % 60);
    }
    let report = report(&text);
    let groups: BTreeMap<&str, _> = report.disparity.iter().map(|d| (d.dimension.as_str(), &d.groups)).collect();
    let sex: Vec<_> = groups["sex"].iter().map(|g| (g.label.as_str(), g.assessed, g.share_permille, g.ratio_percent, g.review)).collect();
    assert_eq!(sex, [("female", 100, Some(500), Some(250), true), ("male", 100, Some(200), Some(40), true)]);
    let small = groups["religion"].iter().find(|g| g.label == "small").unwrap();
    assert_eq!((small.urgent, small.share_permille, small.review, small.reasons.len()), (None, None, false, 0));
    assert_eq!(groups["sex"][0].reasons[0], ("threat-3".into(), 50));
    assert_eq!(groups["age"].iter().map(|g| g.assessed).sum::<usize>(), 200);
    assert!(report.people.iter().all(|p| p.degree.status == Status::Current));
}

/// ND-6: changes by hand are counted by who made them and in which direction, for every group.
#[test]
fn changes_by_hand_are_counted_by_assessor_and_group() {
    let text = "person_id,threat,assessed_at,exposure_tier,tier_reason,tier_by,sex\n\
        a,2,2014-01-14,1,heard at night,anna,female\nb,2,2014-01-14,2,followed home,anna,female\nc,2,2014-01-14,4,confirmed,anna,male\n\
        d,2,2014-01-14,1,,bob,male\n";
    let report = report(text);
    let anna = &report.overrides["anna"];
    assert_eq!((report.overrides.len(), anna.raised, anna.lowered, anna.unchanged), (1, 2, 0, 1));
    let women = report.disparity.iter().find(|d| d.dimension == "sex").and_then(|d| d.groups.iter().find(|g| g.label == "female")).unwrap();
    assert_eq!((women.raised_by_hand, women.lowered_by_hand), (2, 0));
    assert!(report.findings.has("override-without-reason"));
    assert_eq!(report.people[3].degree.tier.number(), 4);
}

/// The reader can't be made to hand on anything but its own columns.
#[test]
fn what_is_read_is_the_same_without_any_other_column() {
    let text = file(300, 0, None);
    let kept: Vec<usize> = text
        .lines()
        .next()
        .unwrap()
        .split(',')
        .enumerate()
        .filter(|(_, c)| COLUMNS.contains(c) || *c == "person_id")
        .map(|(i, _)| i)
        .collect();
    let narrow: String = text
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            kept.iter().map(|i| cells[*i]).collect::<Vec<_>>().join(",") + "\n"
        })
        .collect();
    let read = |text: &str| {
        let mut findings = Findings::default();
        let table = Table::read("people.csv", text.as_bytes(), &["person_id"], &mut findings);
        read_assessments(&table, &rules(), &LocalZone::utc(), &mut findings)
    };
    assert_eq!(read(&narrow), read(&text));
}
