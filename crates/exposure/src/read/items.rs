//! The columns that list codes of the rules.

use super::{Seen, normal};
use crate::assessment::{Answer, Answers};
use crate::ruleset::Ruleset;
use base::{Finding, Findings};

/// Yes items from their own columns, unknown ones from `unknown_items`; an item that is in both is yes.
pub(super) fn read_items(seen: Seen<'_>, rules: &Ruleset, findings: &mut Findings) -> (Answers, Answers, Vec<String>) {
    let (mut vulnerabilities, mut capacities, mut open) = (Answers::default(), Answers::default(), Vec::new());
    for token in seen.list("unknown_items") {
        let code = normal(token);
        if rules.find_vulnerability(&code).is_some() {
            vulnerabilities.record(&code, Answer::Unknown);
        } else if rules.find_capacity(&code).is_some() {
            capacities.record(&code, Answer::Unknown);
        } else if rules.find_flag(&code).is_some() {
            open.push(code);
        } else {
            findings.push(unknown_item(seen, "unknown_items", token, "any item of the rules"));
        }
    }
    for token in seen.list("vulnerabilities") {
        let code = normal(token);
        if rules.find_vulnerability(&code).is_some() {
            warn_of_both(seen, "vulnerabilities", &vulnerabilities, &code, findings);
            vulnerabilities.record(&code, Answer::Yes);
        } else {
            let codes: Vec<&str> = rules.vulnerabilities.iter().map(|v| v.code.get_ref().as_str()).collect();
            findings.push(unknown_item(seen, "vulnerabilities", token, &codes.join(", ")));
        }
    }
    for token in seen.list("capacities") {
        let code = normal(token);
        if rules.find_capacity(&code).is_some() {
            warn_of_both(seen, "capacities", &capacities, &code, findings);
            // Said to be there and said to be unknown: the unknown stands, so that the doubt protects the person.
            if capacities.answer(&code) == Answer::No {
                capacities.record(&code, Answer::Yes);
            }
        } else {
            let codes: Vec<&str> = rules.capacities.iter().map(|c| c.code.get_ref().as_str()).collect();
            findings.push(unknown_item(seen, "capacities", token, &codes.join(", ")));
        }
    }
    (vulnerabilities, capacities, open)
}

fn warn_of_both(seen: Seen<'_>, column: &str, answers: &Answers, code: &str, findings: &mut Findings) {
    if answers.answer(code) == Answer::Unknown {
        let text = format!("'{code}' is said to apply and to be unknown; the answer that protects the person counts");
        findings.push(seen.warning(column, "item-both-ways", text, "keep one of the two".into()).with("item", code));
    }
}

pub(super) fn read_flags(seen: Seen<'_>, rules: &Ruleset, findings: &mut Findings) -> Vec<String> {
    let mut flags = Vec::new();
    for token in seen.list("red_flags") {
        let code = normal(token);
        if rules.find_flag(&code).is_some() {
            flags.push(code);
        } else {
            let codes: Vec<&str> = rules.flags.iter().map(|f| f.code.get_ref().as_str()).collect();
            findings.push(unknown_item(seen, "red_flags", token, &codes.join(", ")));
        }
    }
    flags
}

fn unknown_item(seen: Seen<'_>, column: &str, token: &str, codes: &str) -> Finding {
    seen.warning(column, "unknown-item", format!("the rules know no '{token}'; it was left out"), format!("write one of: {codes}"))
        .with("value", token)
}
