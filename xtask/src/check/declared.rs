//! Every package brought in from outside has a line saying why (docs/decisions/dependencies.md).

use crate::report::Report;
use crate::tree::File;
use serde_json::Value;
use std::collections::BTreeSet;

const DOCUMENT: &str = "docs/decisions/dependencies.md";
const WEB: &str = "web/package.json";

/// Fails on a package that a manifest names and the document doesn't, and on one that only the document names.
pub fn check(metadata: &Value, files: &[File], report: &mut Report) {
    let find = |path: &str| files.iter().find(|f| f.path == path).map_or("", |f| f.text.as_str());
    let mut used = BTreeSet::new();
    for dependency in metadata["packages"].as_array().into_iter().flatten().flat_map(|p| p["dependencies"].as_array().into_iter().flatten())
    {
        if dependency["path"].is_null() {
            used.extend(dependency["name"].as_str().map(str::to_owned));
        }
    }
    match serde_json::from_str::<Value>(find(WEB)) {
        Ok(manifest) => {
            for kind in ["dependencies", "devDependencies"] {
                used.extend(manifest[kind].as_object().into_iter().flat_map(|d| d.keys().cloned()));
            }
        }
        Err(error) => report.fail("declared", WEB, format!("can't be read: {error}")),
    }
    let declared: BTreeSet<String> =
        find(DOCUMENT).lines().filter_map(|l| l.strip_prefix("| `")?.split('`').next()).map(str::to_owned).collect();
    for name in used.difference(&declared) {
        report.fail("declared", name, format!("is used and has no line in {DOCUMENT}"));
    }
    for name in declared.difference(&used) {
        report.fail("declared", name, format!("has a line in {DOCUMENT} and no manifest uses it"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn both_sides_must_name_a_package() {
        let files = [
            File::new(WEB, r#"{"dependencies": {"svelte": "5"}, "devDependencies": {"vite": "8"}}"#),
            File::new(DOCUMENT, "| `csv` | reads |\n| `svelte` | draws |\n| `left` | over |\n"),
        ];
        let metadata = json!({"packages": [{"dependencies": [{"name": "csv"}, {"name": "axum"}, {"name": "base", "path": "x"}]}]});
        let mut report = Report::default();
        check(&metadata, &files, &mut report);
        for name in ["axum", "vite", "left"] {
            assert!(report.fails_with(name), "{name}");
        }
        assert!(!report.fails_with("csv") && !report.fails_with("svelte") && !report.fails_with("base:"));
    }
}
