//! The OpenAPI document and the page's types are committed; `UPDATE=1 cargo test -p http --test document` writes them anew.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod typescript;

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn document() -> Value {
    serde_json::to_value(http::document()).unwrap()
}

fn fresh(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == text, "{} is stale: UPDATE=1 cargo test -p http --test document", path.display());
}

#[test]
fn what_is_committed_is_fresh() {
    fresh("docs/openapi.json", &(http::document().to_pretty_json().unwrap() + "\n"));
    fresh("web/src/api/generated.ts", &typescript::write(&document()));
}

#[test]
fn every_operation_has_a_name_of_its_own_a_summary_and_refusals() {
    let mut names = BTreeSet::new();
    for (path, method, operation) in typescript::operations(&document()) {
        assert!(names.insert(operation["operationId"].as_str().unwrap().to_owned()), "{path}");
        assert!(operation["summary"].is_string(), "{method} {path} has no doc comment");
        assert!(operation["responses"]["403"].is_object() && operation["security"].is_array(), "{method} {path}");
        assert_eq!(
            operation["responses"]["404"].is_object(),
            operation["responses"]["404"].is_object() || path.contains('{'),
            "{method} {path}"
        );
    }
}

/// Two types of one name would silently share one schema.
#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    fn walk(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => {
                found.extend(map.get("$ref").and_then(Value::as_str).map(str::to_owned));
                map.values().for_each(|v| walk(v, found));
            }
            Value::Array(all) => all.iter().for_each(|v| walk(v, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    walk(&document, &mut found);
    assert!(found.len() > 30);
    for reference in found {
        assert!(document.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
    }
}
