//! Every language says everything: catalogues hold the same messages, and each code in the program has its message.

use crate::report::Report;
use crate::source;
use crate::tree::File;
use std::collections::{BTreeMap, BTreeSet};

const FOLDER: &str = "content/i18n/";
const REGISTRY: &str = "content/i18n/languages.json";

/// What a catalogue says under one key: whether anything, and the variables it uses.
#[derive(Debug, Default, PartialEq)]
struct Message {
    says_something: bool,
    variables: BTreeSet<String>,
}

/// Fails on messages that are missing, empty, twice there or use unknown variables, and on reasons without message; counts findings without one.
pub fn check(files: &[File], report: &mut Report) {
    let registry = files.iter().find(|f| f.path == REGISTRY).map(|f| f.text.as_str()).unwrap_or_default();
    let (complete, started) = languages(registry);
    if !complete.iter().any(|l| l == "en") {
        report.fail("catalogues", REGISTRY, "lists no English");
        return;
    }
    let mut catalogues: BTreeMap<&str, BTreeMap<String, Message>> =
        complete.iter().chain(&started).map(|l| (l.as_str(), BTreeMap::new())).collect();
    for file in files.iter().filter(|f| f.path.starts_with(FOLDER) && f.ends_with(&[".ftl"])) {
        let language = file.path[FOLDER.len()..].split(['/', '.']).next().unwrap_or_default();
        let Some(catalogue) = catalogues.get_mut(language) else {
            report.fail("catalogues", &file.path, format!("'{language}' is not one of {REGISTRY}"));
            continue;
        };
        for (key, message) in read(&file.text) {
            if !message.says_something {
                report.fail("catalogues", &file.path, format!("'{key}' is empty"));
            }
            if catalogue.insert(key.clone(), message).is_some() {
                report.fail("catalogues", &file.path, format!("'{key}' is there twice"));
            }
        }
    }
    compare(&catalogues, &started, report);
    let english = &catalogues["en"];
    let Used { reasons, beginnings, findings } = used(files);
    for (code, path) in beginnings.iter().filter(|(code, _)| !english.keys().any(|k| k.starts_with(&format!("reason-{code}-")))) {
        report.fail("catalogues", path, format!("reason-{code}-… has no message"));
    }
    for (code, path) in reasons.iter().filter(|(code, _)| !english.contains_key(&format!("reason-{code}"))) {
        report.fail("catalogues", path, format!("reason-{code} has no message"));
    }
    let silent: Vec<&str> = findings.keys().filter(|code| !english.contains_key(&format!("finding-{code}"))).map(String::as_str).collect();
    if !silent.is_empty() {
        let text = format!("{} of {} codes have no message and show in English: {}", silent.len(), findings.len(), silent.join(" "));
        report.note("catalogues", "findings", text);
    }
}

/// The languages of the registry that say everything, and those only started.
fn languages(registry: &str) -> (Vec<String>, Vec<String>) {
    let entries: Vec<serde_json::Value> = serde_json::from_str(registry).unwrap_or_default();
    let of = |state: &str| entries.iter().filter(|e| e["state"] == state).filter_map(|e| e["code"].as_str().map(str::to_owned)).collect();
    (of("complete"), of("started"))
}

/// Messages of one complete language that another language lacks, and variables that English doesn't hand over.
fn compare(catalogues: &BTreeMap<&str, BTreeMap<String, Message>>, started: &[String], report: &mut Report) {
    let keys: BTreeSet<&String> = catalogues.values().flat_map(BTreeMap::keys).collect();
    if keys.is_empty() {
        report.fail("catalogues", FOLDER, "holds no message");
    }
    for key in keys {
        let english = catalogues["en"].get(key);
        for (language, catalogue) in catalogues {
            let Some(message) = catalogue.get(key) else {
                if !started.iter().any(|l| l == language) {
                    report.fail("catalogues", language, format!("'{key}' is missing"));
                }
                continue;
            };
            for variable in message.variables.iter().filter(|v| english.is_some_and(|e| !e.variables.contains(*v))) {
                report.fail("catalogues", language, format!("'{key}' uses ${variable}, which the English message doesn't"));
            }
        }
    }
}

/// The messages of a Fluent file; an attribute counts as `key.attribute`.
fn read(text: &str) -> Vec<(String, Message)> {
    let mut found: Vec<(String, Message)> = Vec::new();
    let mut parent = String::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        let trimmed = line.trim_start();
        let indented = trimmed.len() < line.len();
        let head = trimmed.split_once('=').map(|(name, value)| (name.trim_end(), value));
        let rest = match head {
            Some((name, value)) if !indented && is_name(name.trim_start_matches('-')) => {
                parent = name.to_owned();
                found.push((parent.clone(), Message::default()));
                value
            }
            Some((name, value)) if indented && name.starts_with('.') && is_name(&name[1..]) => {
                found.push((format!("{parent}{name}"), Message::default()));
                value
            }
            _ => trimmed,
        };
        if let Some((_, message)) = found.last_mut() {
            message.says_something |= !rest.trim().is_empty();
            for piece in rest.split('$').skip(1) {
                message.variables.insert(piece.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-').collect());
            }
        }
    }
    // A message that has only attributes says something through them.
    let parents: BTreeSet<String> = found.iter().filter_map(|(k, _)| k.split_once('.').map(|(p, _)| p.to_owned())).collect();
    found.retain(|(key, message)| message.says_something || !parents.contains(key));
    found
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// Codes that the program can say, each with a file that says it.
#[derive(Default)]
struct Used {
    reasons: BTreeMap<String, String>,
    /// Codes put together while running: only how they begin is known.
    beginnings: BTreeMap<String, String>,
    findings: BTreeMap<String, String>,
}

fn used(files: &[File]) -> Used {
    let mut used = Used::default();
    for file in files.iter().filter(|f| f.path.starts_with("crates/") && f.ends_with(&[".rs"]) && !source::is_test(&f.path)) {
        let code = source::code(&file.text);
        for argument in source::calls(&code, "Reason::new(").iter().flatten() {
            let put_together = argument.split('"').step_by(2).any(|outside| outside.contains('('));
            let into = if put_together { &mut used.beginnings } else { &mut used.reasons };
            into.extend(source::codes(argument).into_iter().map(|c| (c, file.path.clone())));
        }
        for level in ["error", "warning", "note"] {
            for arguments in source::calls(&code, &format!("Finding::{level}(")) {
                used.findings.extend(arguments.first().into_iter().flat_map(|a| source::codes(a)).map(|c| (c, file.path.clone())));
            }
            for arguments in source::calls(&code, &format!(".{level}(")).iter().filter(|a| a.len() >= 4) {
                used.findings.extend(source::codes(&arguments[1]).into_iter().map(|c| (c, file.path.clone())));
            }
        }
    }
    used
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTED: &str = r#"[{"code":"en","state":"complete"},{"code":"fr","state":"complete"},{"code":"ar","state":"complete"},{"code":"sw","state":"started"}]"#;

    fn run(en: &str, fr: &str, ar: &str, code: &str) -> Report {
        let mut report = Report::default();
        let files = [("en", en), ("fr", fr), ("ar", ar)].map(|(l, t)| File::new(&format!("content/i18n/{l}/main.ftl"), t));
        let mut files = files.to_vec();
        files.push(File::new(REGISTRY, LISTED));
        files.push(File::new("crates/movement/src/why.rs", code));
        check(&files, &mut report);
        report
    }

    #[test]
    fn equal_catalogues_pass() {
        let text = "# note\nplan = Plan { $n }\nlong =\n    two\n    lines\nb = x\n    .label = y\n";
        let report = run(text, text, text, "");
        assert!(!report.failed(), "{report}");
    }

    #[test]
    fn each_fault_is_named() {
        let good = "plan = Plan { $n }\n";
        for (fr, fault) in [
            ("", "fr: 'plan' is missing"),
            ("plan = P\nextra = X\n", "en: 'extra' is missing"),
            ("plan =\n", "'plan' is empty"),
            ("plan = P\nplan = Q\n", "'plan' is there twice"),
            ("plan = { $m }\n", "uses $m"),
            ("plan = P\n    .title = T\n", "en: 'plan.title' is missing"),
        ] {
            let report = run(good, fr, good, "");
            assert!(report.fails_with(fault), "{fault}: {report}");
        }
        let mut report = Report::default();
        check(&[File::new(REGISTRY, LISTED), File::new("content/i18n/xx/main.ftl", good)], &mut report);
        assert!(report.fails_with("'xx' is not one of"));
        let mut report = Report::default();
        check(&[File::new("content/i18n/en/main.ftl", good)], &mut report);
        assert!(report.fails_with("lists no English"));
    }

    #[test]
    fn a_started_language_may_lack_messages_but_adds_none() {
        let english = "plan = Plan { $n }\nstop = Stop\n";
        let with = |swahili: &str| {
            let mut files: Vec<File> = ["en", "fr", "ar"].map(|l| File::new(&format!("content/i18n/{l}/main.ftl"), english)).to_vec();
            files.extend([File::new(REGISTRY, LISTED), File::new("content/i18n/sw/main.ftl", swahili)]);
            let mut report = Report::default();
            check(&files, &mut report);
            report
        };
        assert!(!with("plan = Mpango { $n }\n").failed());
        assert!(with("plan = Mpango { $m }\n").fails_with("uses $m"));
        assert!(with("extra = Zaidi\n").fails_with("en: 'extra' is missing"));
    }

    #[test]
    fn codes_need_messages() {
        let text = "reason-no-seat = No seat\nfinding-bad-row = Bad row\n";
        let code = r#"
            Reason::new("no-seat").with("n", 1);
            Reason::new(if late { "too-late" } else { "no-seat" });
            Finding::error("bad-row", "text", "remedy");
            row.warning("seats", "odd-seats", format!("{x}"), "look");
            Reason::new(&composed("flag", id));
            Reason::new(&composed("no", id));
            // Reason::new("in-a-comment")
        "#;
        let report = run(text, text, text, code);
        assert!(report.fails_with("reason-too-late") && !report.fails_with("reason-no-seat") && !report.fails_with("in-a-comment"));
        assert!(report.fails_with("reason-flag-") && !report.fails_with("reason-no-…"));
        assert!(report.notes_with("1 of 2 codes") && report.notes_with("odd-seats"));
    }
}
