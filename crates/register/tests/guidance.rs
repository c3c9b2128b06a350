//! The shipped register against what the brief lists (sector facts A-1 and A-2), and what an operation adds.
#![allow(clippy::unwrap_used, reason = "a test that can't go on stops")]

use register::guidance::{Register, SHIPPED, State};

fn shipped() -> Register {
    let (register, findings) = Register::load(SHIPPED, &[]);
    assert!(findings.is_empty(), "{findings:?}");
    register
}

fn ids<'a>(all: impl Iterator<Item = &'a register::guidance::Reference>) -> Vec<&'a str> {
    all.map(|r| r.id.as_str()).collect()
}

#[test]
fn what_the_brief_lists_is_all_there() {
    let register = shipped();
    let expected: Vec<String> = (1..=32).map(|n| format!("R{n:02}")).collect();
    assert_eq!(ids(register.references()), expected.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(register.areas().len(), 12);
    assert_eq!(register.areas().iter().map(|a| a.contacts.len()).sum::<usize>(), 19);
    assert!(register.find_area("a04").unwrap().contacts.contains(&"Ethics&ConductOffice@iom.int".to_owned()));
}

/// A-1.
#[test]
fn years_in_progress_and_superseded() {
    let register = shipped();
    let differs: Vec<_> = register.references().filter(|r| r.year_differs()).map(|r| (r.id.as_str(), r.cited_year, r.year)).collect();
    assert_eq!(differs, [("R13", Some(2016), Some(2017)), ("R20", Some(2016), Some(2015))]);
    let with = |state| ids(register.references().filter(|r| r.state == state));
    assert_eq!(with(State::InProgress), ["R17", "R19", "R21", "R28"]);
    assert!(register.find("R21").unwrap().successor.as_ref().unwrap().contains("GBViC"));
    assert_eq!(with(State::Superseded), ["R03", "R12", "R18"]);
}

/// A-2.
#[test]
fn citing_a_superseded_edition_warns() {
    let register = shipped();
    let list = (
        "checklists/school.toml",
        "id = \"school\"\nbasis = \"published: guidance R12\"\n# again\nx = { basis = \"published: guidance R99\" }\n",
    );
    let findings = register.check_citations(&[list, ("a.toml", "basis = \"published: guidance R10\"")]);
    let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said[0].starts_with("warning [guidance-superseded] checklists/school.toml:2 basis: R12 is superseded by CPMS 2019"),
        "{said:?}"
    );
    assert!(said[1].starts_with("error [guidance-unknown] checklists/school.toml:4"), "{said:?}");
}

#[test]
fn an_operation_adds_and_replaces() {
    let own = r#"
id = "A05"
confirmed_contacts = ["cp@example.org"]
[[reference]]
id = "R12"
title = "Minimum Standards for Child Protection in Humanitarian Action, 2019"
publisher = "Alliance"
year = 2019
kind = "standard"
state = "current"
about = { en = "a", fr = "b", es = "e", ar = "c" }
basis = "default: set locally"
[[reference]]
id = "R-CAF-1"
title = "National directive on children outside parental care"
publisher = "Ministry"
kind = "law"
state = "current"
about = { en = "a", fr = "b", es = "e", ar = "c" }
basis = "default: set locally"
"#;
    let (register, findings) = Register::load(SHIPPED, &[("content/register/own.toml", own), ("content/forms/x.toml", "")]);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings.has("content-overridden"));
    assert_eq!(register.cite("R12"), None);
    let area = register.find_area("A05").unwrap();
    assert_eq!((area.contacts.len(), area.confirmed_contacts.len(), area.references.len()), (1, 1, 6));
    assert_eq!(area.title.find("fr"), Some("Protection de l’enfance"));
}

#[test]
fn everything_wrong_in_a_file_is_said_at_once_with_its_line() {
    let own = r#"id = "X1"
contacts = ["nobody", "a@b.org"]
surprise = 1
[[reference]]
id = "R77"
title = "T"
publisher = "P"
kind = "poem"
state = "superseded"
about = { en = "a", fr = "b", es = "e", ar = "c" }
basis = "hearsay"
"#;
    let (register, findings) = Register::load(SHIPPED, &[("content/register/own.toml", own)]);
    let at: Vec<(&str, u64)> = findings.iter().map(|f| (f.code.as_str(), f.row.unwrap())).collect();
    for expected in [
        ("content-value-unreadable", 1),
        ("guidance-address", 2),
        ("content-unknown-key", 3),
        ("content-value-unreadable", 8),
        ("guidance-no-successor", 9),
        ("content-value-unreadable", 11),
    ] {
        assert!(at.contains(&expected), "{expected:?} not in {at:?}");
    }
    assert!(register.find("R77").is_none());
}

#[test]
fn search_finds_every_word_in_any_language_and_order() {
    let register = shipped();
    let find = |words: &str| register.search(words).into_iter().map(|(_, r)| r.id.as_str()).collect::<Vec<_>>();
    assert_eq!(find("pinheiro"), ["R32"]);
    assert_eq!(find("minimum CHILD"), ["R12"]);
    assert_eq!(find("lois traite victimes"), Vec::<&str>::new());
    assert_eq!(find("in/238"), ["R23"]);
    assert!(find("الإجلاء").contains(&"R23"));
    assert_eq!(find("  ").len(), 32);
}

#[test]
fn what_nobody_looked_at_for_a_year_is_due() {
    let register = shipped();
    let day = |text: &str| text.parse().unwrap();
    let seen = register.find("R10").unwrap();
    assert!(!seen.review_due(day("2027-11-24")));
    assert!(seen.review_due(day("2027-11-25")));
    assert!(register.find("R01").unwrap().review_due(day("2026-11-25")), "never looked at");
}
