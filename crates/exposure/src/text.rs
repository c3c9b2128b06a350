//! Reasons in English for the command line, from the same catalogue that the screens use.

use crate::ruleset::Ruleset;
use base::Reason;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const CATALOGUE: &str = include_str!("../../../content/i18n/en/exposure.ftl");

static MESSAGES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| CATALOGUE.lines().filter_map(|line| line.split_once(" = ")).collect());

/// A reason in English; an item of an operation's own rules that the catalogue doesn't know is said in the rules' words.
pub fn english(reason: &Reason, rules: &Ruleset) -> String {
    match MESSAGES.get(format!("reason-{}", reason.code).as_str()) {
        Some(template) => fill(template, reason),
        None => rules.wordings().get(&reason.code).map_or_else(|| reason.code.clone(), ToString::to_string),
    }
}

/// Fills `{ $value }` from the reason and `{ message }` from the catalogue, whose messages are one line each.
fn fill(template: &str, reason: &Reason) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{ ") {
        let Some((name, tail)) = after.split_once(" }") else { break };
        text.push_str(before);
        match name.strip_prefix('$') {
            Some(key) => text.push_str(reason.args.get(key).map_or("", String::as_str)),
            None => text.push_str(MESSAGES.get(name).copied().unwrap_or(name)),
        }
        rest = tail;
    }
    text.push_str(rest);
    text
}
