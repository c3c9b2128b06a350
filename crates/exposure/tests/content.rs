//! The rules and catalogues that are shipped, and what is said about broken ones.

#![allow(clippy::unwrap_used)]

use base::{Instant, LocalZone, Reason};
use exposure::{Ruleset, assess_file, text};
use fluent_bundle::{FluentBundle, FluentResource};
use proptest::prelude::*;
use std::collections::BTreeSet;

const RULES: &str = include_str!("../../../content/exposure/ruleset.toml");
const CATALOGUES: [(&str, &str); 4] = [
    ("en", include_str!("../../../content/i18n/en/exposure.ftl")),
    ("fr", include_str!("../../../content/i18n/fr/exposure.ftl")),
    ("es", include_str!("../../../content/i18n/es/exposure.ftl")),
    ("ar", include_str!("../../../content/i18n/ar/exposure.ftl")),
];

#[test]
fn the_shipped_rules_are_sound() {
    let (rules, findings) = Ruleset::read("ruleset.toml", RULES);
    assert!(rules.is_some() && findings.is_empty(), "{findings:?}");
}

/// One change to the shipped rules, the code it must give, and the line it must name.
fn check(from: &str, to: &str, code: &str) {
    assert!(RULES.contains(from), "{from}");
    let broken = RULES.replacen(from, to, 1);
    let (rules, findings) = Ruleset::read("ruleset.toml", &broken);
    let found = findings.iter().find(|f| f.code == code).unwrap_or_else(|| panic!("{code} not in {findings:?}"));
    let changed = RULES.lines().zip(broken.lines()).position(|(a, b)| a != b).unwrap() as u64 + 1;
    let named = found.row.unwrap();
    assert!(rules.is_none() && named.abs_diff(changed) <= 9, "{code}: line {named}, changed {changed}");
}

#[test]
fn broken_rules_are_named() {
    check("code = \"losing_home\"", "code = \"untreated_condition\"", "ruleset-code-twice");
    check("code = \"losing_home\"", "code = \"Losing home\"", "ruleset-code-malformed");
    check("points = 2", "points = 0", "ruleset-points");
    check("points = 2", "points = 11", "ruleset-points");
    check("points = 2", "points = \"two\"", "ruleset-unreadable");
    check("points = 2", "point = 2", "ruleset-unreadable");
    check("unless = [\"cannot_move_without_help\"]", "unless = [\"no_such_item\"]", "ruleset-unless");
    check("unless = [\"cannot_move_without_help\"]", "unless = [\"functional_difficulty\"]", "ruleset-unless");
    check("code = \"functional_difficulty\"\npoints = 1", "code = \"functional_difficulty\"\npoints = 3", "ruleset-not-monotone");
    check("at_least_unassisted = 3", "at_least_unassisted = 1", "ruleset-washington-group");
    check("medium = 300", "medium = 600", "ruleset-bands");
    check("per_capacity = 25", "per_capacity = 5000", "ruleset-formula");
    check("high = 2\nmedium = 3", "high = 4\nmedium = 3", "ruleset-tiers");
    check("critical = 24", "critical = 900", "ruleset-expiry");
    check("not_assessed = \"high\"", "not_assessed = \"low\"", "ruleset-unknown-lowers");
    check("review_above_percent = 125", "review_above_percent = 90", "ruleset-disparity");
    check("level = 3", "level = 2", "ruleset-threats");
    check("at_least = \"critical\"", "at_least = \"none\"", "ruleset-flag-forces-nothing");
}

/// Every code the program can give as a reason under the shipped rules.
fn reason_codes() -> Vec<String> {
    let rules = Ruleset::built_in().unwrap();
    let kebab = |code: &str| code.replace('_', "-");
    let fixed = [
        "threat-0",
        "threat-1",
        "threat-2",
        "threat-3",
        "threat-4",
        "threat-unknown",
        "evidence-missing",
        "evidence-old",
        "assessment-incomplete",
        "not-assessed",
        "assessment-undated",
        "assessment-in-future",
        "assessment-overtaken",
        "assessment-expired",
        "tier-by-hand",
        "tier-by-hand-without-reason",
        "tier-overridden",
        "override-without-reason",
    ];
    let mut codes: Vec<String> = fixed.iter().map(ToString::to_string).collect();
    codes.extend(rules.vulnerabilities.iter().flat_map(|v| ["v", "u"].map(|p| format!("{p}-{}", kebab(v.code.get_ref())))));
    codes.extend(rules.capacities.iter().map(|c| format!("c-{}", kebab(c.code.get_ref()))));
    codes.extend(rules.flags.iter().map(|f| format!("flag-{}", kebab(f.code.get_ref()))));
    codes
}

fn keys(catalogue: &str) -> BTreeSet<&str> {
    catalogue.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect()
}

fn values(line: &str) -> BTreeSet<&str> {
    line.split("{ ").skip(1).filter_map(|rest| rest.split_once(" }")).map(|(name, _)| name).collect()
}

#[test]
fn each_language_says_every_reason_with_the_same_values() {
    let english = CATALOGUES[0].1;
    for code in reason_codes() {
        assert!(keys(english).contains(format!("reason-{code}").as_str()), "{code}");
    }
    for (language, catalogue) in CATALOGUES {
        assert_eq!(keys(catalogue), keys(english), "{language}");
        for (theirs, ours) in catalogue.lines().zip(english.lines()).filter(|(_, ours)| ours.contains(" = ")) {
            assert_eq!(values(theirs), values(ours), "{language}: {theirs}");
        }
        let resource = FluentResource::try_new(catalogue.to_owned()).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
        let mut bundle = FluentBundle::new(vec![language.parse::<unic_langid::LanguageIdentifier>().unwrap()]);
        bundle.add_resource(resource).unwrap();
        for key in keys(catalogue) {
            assert!(bundle.has_message(key), "{language}: {key}");
        }
    }
}

#[test]
fn the_english_catalogue_and_the_rules_use_the_same_words() {
    let rules = Ruleset::built_in().unwrap();
    for (code, wording) in rules.wordings() {
        let said = text::english(&Reason::new(&code).with("points", 2), &rules);
        assert!(said.contains(wording), "{code}: '{said}' is not '{wording}'");
    }
    for level in &rules.threats {
        let said = text::english(&Reason::new(&format!("threat-{}", level.level.get_ref())).with("risk", "GPC02"), &rules);
        assert_eq!(said, format!("{} (GPC02)", level.wording));
    }
}

#[test]
fn an_item_of_an_operations_own_is_said_in_its_words() {
    let own = RULES.replacen("code = \"losing_home\"", "code = \"seen_in_broadcast\"", 1).replacen(
        "the household is being driven out or has no shelter",
        "named in a broadcast",
        1,
    );
    let rules = Ruleset::read("own.toml", &own).0.unwrap();
    assert_eq!(text::english(&Reason::new("v-seen-in-broadcast"), &rules), "named in a broadcast");
    assert_eq!(text::english(&Reason::new("v-no-documents").with("points", 1), &rules), "no usable identity document (+1)");
    assert_eq!(text::english(&Reason::new("no-such-code"), &rules), "no-such-code");
}

#[test]
fn everything_wrong_in_a_file_is_said_with_its_place_and_put_on_the_safe_side() {
    let text = "person_id,threat,threat_risk,evidence,vulnerabilities,capacities,unknown_items,red_flags,wg,assessed_at,exposure_tier,birth_year\n\
        a,7,GPC02,,,,,,,2014-01-14,,1980\n\
        b,3,GPC99,rumour,no_papers,,,,,2014-01-14,,1980\n\
        c,3;2,GPC02,own_statement@soon,no-documents,safe_place,safe_place,on_fire,1;2,14 January,9,1980\n\
        d,,,,no_documents,,,,1;1;1;1;1;1,2014-01-14,,2012\n\
        a,,,,,,,,,,3,1980\n\
        ,2,,,,,,,,,,\n\
        e,2,,,,,,,,2014-03-01,,1980\n";
    let rules = Ruleset::built_in().unwrap();
    let zone = LocalZone::find("Africa/Bangui").unwrap();
    let report = assess_file(text.as_bytes(), "people.csv", Instant(1_389_758_400), &zone, &rules);
    for (code, row) in [
        ("threat-unreadable", 2),
        ("risk-unreadable", 3),
        ("evidence-unreadable", 3),
        ("threat-without-evidence", 3),
        ("unknown-item", 3),
        ("risks-do-not-match", 4),
        ("item-both-ways", 4),
        ("washington-group-unreadable", 4),
        ("date-unreadable", 4),
        ("tier-unreadable", 4),
        ("threat-missing", 5),
        ("washington-group-under-five", 5),
        ("person-twice", 6),
        ("tier-by-hand-without-reason", 6),
        ("missing-value", 7),
        ("assessed-in-future", 8),
    ] {
        assert!(report.findings.iter().any(|f| f.code == code && f.row == Some(row)), "{code} in row {row}: {:#?}", report.findings);
    }
    let tiers: Vec<u8> = report.people.iter().map(|p| p.degree.tier.number()).collect();
    assert_eq!(tiers, [2, 3, 2, 2, 3, 3]);
    let codes = CATALOGUES[0].1;
    for finding in report.findings.iter().filter(|f| f.code != "missing-value") {
        assert!(keys(codes).contains(format!("finding-{}", finding.code).as_str()), "{}", finding.code);
    }
    assert!(report.people[2].degree.unknowns.contains(&"safe_place".to_owned()));
}

#[test]
fn any_bytes_give_a_report() {
    let rules = Ruleset::built_in().unwrap();
    for (bytes, people, code) in [
        (&b""[..], 0, "no-header"),
        (b"\xff\xfe\x00", 0, "missing-column"),
        (b"person_id", 0, ""),
        (b"person_id,threat\n\"", 0, ""),
        (b"person_id,threat\np,2;;;|,,,\n", 1, "row-length"),
        (b"person_id\np\n", 1, ""),
    ] {
        let report = assess_file(bytes, "x.csv", Instant(0), &LocalZone::utc(), &rules);
        assert_eq!(report.people.len(), people, "{bytes:?}");
        assert!(report.findings.has(code) || (code.is_empty() && report.findings.is_empty()), "{bytes:?}: {:?}", report.findings);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever the cells say, everyone has a degree, and each unreadable cell is named with its row.
    #[test]
    fn any_cell_is_taken_or_named(cells in prop::collection::vec("[ -~é;|@/#=]{0,12}", exposure::read::COLUMNS.len()), as_of in any::<i32>()) {
        let quoted: Vec<String> = cells.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect();
        let text = format!("person_id,{}\np,{}\n", exposure::read::COLUMNS.join(","), quoted.join(","));
        let report = assess_file(text.as_bytes(), "x.csv", Instant(as_of.into()), &LocalZone::utc(), &Ruleset::built_in().unwrap());
        prop_assert!(report.people.len() == 1, "{:?}", report.findings);
        prop_assert!(report.findings.iter().all(|f| f.row == Some(2)), "{:?}", report.findings);
    }
}
