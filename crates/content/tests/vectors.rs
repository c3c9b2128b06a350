//! The worked examples of the language, and the promises that hold for every expression.
#![allow(clippy::unwrap_used, reason = "tests")]

mod notation;

use content::expression::{Declared, Outcome, Problem, Use, Value, check, evaluate, outcome, parse, print};
use notation::{Written, fields, instant, json, ty, value};
use serde_json::{Map, Value as Json, json};

fn vectors() -> Json {
    serde_json::from_str(include_str!("../../../content/expressions/vectors.json")).unwrap()
}

fn list<'a>(json: &'a Json, key: &str) -> &'a Vec<Json> {
    json[key].as_array().unwrap()
}

fn told(problems: &[Problem]) -> Json {
    problems.iter().map(|p| json!([p.code, p.start, p.end])).collect()
}

/// Same kind, same bits.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.lo.to_bits() == b.lo.to_bits() && a.hi.to_bits() == b.hi.to_bits(),
        (a, b) => a == b,
    }
}

#[test]
fn each_expression_gives_its_value() {
    let vectors = vectors();
    let fields = fields(&vectors["fields"]);
    let mut count = 0;
    for group in list(&vectors, "evaluate") {
        let declared = Declared { fields: &fields, here: group["here"].as_str(), scope: group["scope"].as_str() };
        for case in list(group, "cases") {
            let (source, with, expected) = (case[0].as_str().unwrap(), case[1].as_object().unwrap(), &case[2]);
            let about = format!("{}: {source} with {}", group["about"], case[1]);
            let expression = parse(source).unwrap_or_else(|p| panic!("{about}: {p:?}"));
            if group["unchecked"] != true {
                assert_eq!(told(&check(&expression, &declared, ty(&group["type"]))), json!([]), "{about}");
            }
            let environment = Written { with, now: instant(&vectors["now"]), offset_hours: 1, choice_names: &vectors["choice_names"] };
            let expected = match expected.as_str() {
                Some(number) if group["type"] == "number" => Value::number(number.parse().unwrap()),
                _ => value(expected),
            };
            let found = evaluate(&expression, &environment);
            assert!(same(&found, &expected), "{about}: {} in place of {}", json(&found), case[2]);
            count += 1;
        }
    }
    assert!(count > 250, "{count}");
}

#[test]
fn each_fault_has_its_code_and_place() {
    let vectors = vectors();
    let fields = fields(&vectors["fields"]);
    for case in list(&vectors, "reading") {
        let problems = parse(case[0].as_str().unwrap()).err().unwrap_or_default();
        assert_eq!(told(&problems), case[1], "{}", case[0]);
        assert!(problems.iter().all(|p| !p.message.is_empty() && !p.message.contains("{0}")), "{problems:?}");
    }
    for case in list(&vectors, "checking") {
        let declared = Declared { fields: &fields, here: case[3].as_str(), scope: case[4].as_str() };
        let expression = parse(case[0].as_str().unwrap()).unwrap_or_else(|p| panic!("{case}: {p:?}"));
        let problems = check(&expression, &declared, ty(&case[1]));
        assert_eq!(told(&problems), case[2], "{case}");
        assert!(problems.iter().all(|p| !p.message.contains("{0}") && !p.message.contains("{1}")), "{problems:?}");
    }
}

#[test]
fn each_use_says_what_a_blank_means() {
    for case in list(&vectors(), "outcomes") {
        let usage = match case[0].as_str().unwrap() {
            "relevance" => Use::Relevance,
            "constraint" => Use::Constraint,
            "calculation" => Use::Calculation,
            "guard" => Use::Guard,
            _ => Use::Screener,
        };
        let found = match outcome(usage, value(&case[1])) {
            Outcome::Yes => json!("yes"),
            Outcome::No => json!("no"),
            Outcome::Indeterminate(reason) => json!({"indeterminate": reason.name()}),
            Outcome::Keeps(kept) => json!({"keeps": json(&kept)}),
        };
        let expected = if let Some(kept) = case[2].get("keeps") { json!({"keeps": json(&value(kept))}) } else { case[2].clone() };
        assert_eq!(found, expected, "{case}");
    }
}

#[test]
fn printing_is_canonical() {
    let vectors = vectors();
    for case in list(&vectors, "printing") {
        let expression = parse(case[0].as_str().unwrap()).unwrap();
        assert_eq!(print(&expression), case[1], "{}", case[0]);
    }
    let sources = list(&vectors, "evaluate").iter().flat_map(|g| list(g, "cases")).chain(list(&vectors, "checking"));
    for source in sources.map(|c| c[0].as_str().unwrap()) {
        let read = parse(source).unwrap();
        let printed = print(&read);
        let again = parse(&printed).unwrap();
        assert_eq!(again, read, "{source}");
        assert_eq!(print(&again), printed, "{source}");
        assert_eq!(read.source(), source);
    }
}

#[test]
fn the_largest_expressions_need_little_stack() {
    // A fourth of what a thread gets.
    let run = || {
        let deep = format!("{}1{}", "int(-(".repeat(20), "))".repeat(20));
        let nested = (0..59).fold("1".to_owned(), |inner, _| format!("if(false() or true() and 1 + 1 * {inner} < 9, 1, 2)"));
        for source in [deep, "-".repeat(60) + "1", format!("1{}", "+1".repeat(999)), nested] {
            let empty = Map::new();
            let environment = Written { with: &empty, now: base::Instant(0), offset_hours: 0, choice_names: &Json::Null };
            let expression = parse(&source).unwrap();
            let fields = std::collections::BTreeMap::new();
            let declared = Declared { fields: &fields, here: None, scope: None };
            assert_eq!(check(&expression, &declared, content::expression::Type::Number), []);
            assert!(evaluate(&expression, &environment).blank().is_none());
            assert_eq!(parse(&print(&expression)).unwrap(), expression);
        }
    };
    std::thread::Builder::new().stack_size(512 * 1024).spawn(run).unwrap().join().unwrap();
}
