//! The tier of each person, by the rules of exposure; the planner keeps the tier and its reasons, nothing else of the assessment.

use super::people::{Context, Tier};
use base::{Finding, Findings, Row};
use exposure::{Ruleset, Status, assess, read_row};

/// Reads the rules: those of the operation's folder if it has its own, else the built-in ones.
pub fn rules(own: Option<&[u8]>, findings: &mut Findings) -> Option<Ruleset> {
    let read = match own {
        Some(bytes) => {
            let (rules, found) = Ruleset::read("ruleset.toml", &String::from_utf8_lossy(bytes));
            findings.extend(found);
            rules
        }
        None => None,
    };
    read.or_else(|| Ruleset::built_in().map_err(|found| findings.extend(found)).ok())
}

/// The tier of one row.
pub fn read(row: &Row<'_>, context: &Context<'_>, findings: &mut Findings) -> Tier {
    let Some(rules) = context.rules else {
        findings
            .push(Finding::error("no-ruleset", "there are no rules of exposure to go by", "repair ruleset.toml").in_file("ruleset.toml"));
        return Tier { tier: 2, reasons: vec![base::Reason::new("not-assessed")], assessed: false };
    };
    // Transport sees the tier and where the assessment stands; flags and answers stay with protection and case roles.
    let view = assess(rules, &read_row(row, rules, context.zone, findings), context.as_of).for_transport();
    Tier { tier: view.tier.number(), reasons: view.reasons, assessed: view.status != Status::NotAssessed }
}
