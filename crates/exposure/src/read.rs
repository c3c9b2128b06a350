//! Assessments out of a table of people: one row a person, only the columns named in [`COLUMNS`] can be reached from here.

mod evidence;
mod items;

use crate::assessment::{Answer, Assessment, Gpc, HandSet, RiskInput, Threat, WashingtonGroup};
use crate::degree::Tier;
use crate::ruleset::Ruleset;
use base::{Finding, Findings, Instant, LocalZone, Row, Table};
use evidence::{read_evidence, warn_of_missing_evidence};
use items::{read_flags, read_items};

/// Every column that an assessment is read from.
pub const COLUMNS: &[&str] = &[
    "threat",
    "threat_risk",
    "evidence",
    "vulnerabilities",
    "capacities",
    "red_flags",
    "unknown_items",
    "wg",
    "wg_assistant",
    "assessed_at",
    "assessed_by",
    "changed_at",
    "exposure_tier",
    "tier_reason",
    "tier_by",
    "tier_at",
];

/// A row through which only [`COLUMNS`] can be seen.
#[derive(Clone, Copy)]
struct Seen<'a>(Row<'a>);

impl<'a> Seen<'a> {
    fn find(self, column: &str) -> Option<&'a str> {
        COLUMNS.contains(&column).then(|| self.0.find(column)).flatten()
    }

    fn list(self, column: &str) -> Vec<&'a str> {
        if COLUMNS.contains(&column) { self.0.list(column) } else { Vec::new() }
    }

    fn warning(self, column: &str, code: &str, text: String, remedy: String) -> Finding {
        self.0.warning(column, code, text, remedy)
    }
}

/// A person's assessment and where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAssessment {
    /// The person, as the file says.
    pub person_id: String,
    /// Line in the file.
    pub line: u64,
    /// What was assessed.
    pub assessment: Assessment,
}

/// All rows with a `person_id`, in file order; findings for what can't be used.
pub fn read_assessments(table: &Table, rules: &Ruleset, zone: &LocalZone, findings: &mut Findings) -> Vec<ReadAssessment> {
    table
        .rows()
        .filter_map(|row| {
            let person_id = row.text("person_id", findings)?.to_owned();
            Some(ReadAssessment { person_id, line: row.line, assessment: read_row(&row, rules, zone, findings) })
        })
        .collect()
}

/// One row's assessment. What can't be read is left out with a finding, and an unreadable threat counts as unknown, never as none.
///
/// Codes: `threat-unreadable`, `risk-unreadable`, `risks-do-not-match`, `unknown-item`, `item-both-ways`, `evidence-unreadable`,
/// `threat-without-evidence`, `washington-group-unreadable`, `date-unreadable`, `tier-unreadable`, `override-without-reason`,
/// `threat-missing`.
pub fn read_row(row: &Row<'_>, rules: &Ruleset, zone: &LocalZone, findings: &mut Findings) -> Assessment {
    let seen = Seen(*row);
    let evidence = read_evidence(seen, zone, findings);
    let (vulnerabilities, capacities, open_questions) = read_items(seen, rules, findings);
    let flags = read_flags(seen, rules, findings);
    let washington_group = read_washington_group(seen, findings);
    let threats = read_threats(seen, findings);
    let says_something = vulnerabilities.codes().chain(capacities.codes()).next().is_some();
    let risks: Vec<RiskInput> = match threats.as_slice() {
        [] if says_something => {
            findings.push(seen.warning(
                "threat",
                "threat-missing",
                "there are indicators but no threat: it counts as unknown".into(),
                "write the threat, 0 to 4".into(),
            ));
            vec![(Gpc::ATTACKS, None)]
        }
        _ => threats,
    }
    .into_iter()
    .map(|(gpc, threat)| RiskInput {
        gpc,
        threat,
        evidence: evidence.clone(),
        vulnerabilities: vulnerabilities.clone(),
        capacities: capacities.clone(),
    })
    .collect();
    warn_of_missing_evidence(seen, rules, &risks, findings);
    let assessment = Assessment {
        risks,
        flags,
        open_questions,
        washington_group,
        assessed_at: read_date(seen, "assessed_at", zone, findings),
        assessed_by: seen.find("assessed_by").map(str::to_owned),
        changed_at: read_date(seen, "changed_at", zone, findings),
        hand_set: read_hand(seen, zone, findings),
    };
    if assessment.is_assessed() && assessment.hand_set.as_ref().is_some_and(|hand| hand.reason.is_none()) {
        findings.push(seen.warning(
            "tier_reason",
            "override-without-reason",
            "a tier is set by hand over an assessment without a reason; the assessment stands".into(),
            "write the reason, or leave exposure_tier blank".into(),
        ));
    }
    assessment
}

/// Threats and their risks, in parallel lists: `3;2` beside `GPC02;GPC08`; one threat without a risk is GPC02.
fn read_threats(seen: Seen<'_>, findings: &mut Findings) -> Vec<(Gpc, Option<Threat>)> {
    let threats = seen.list("threat");
    let risks = seen.list("threat_risk");
    if !risks.is_empty() && risks.len() != threats.len() {
        findings.push(
            seen.warning(
                "threat_risk",
                "risks-do-not-match",
                format!("{} threats stand beside {} risks", threats.len(), risks.len()),
                "write as many risks as threats, in the same order".into(),
            )
            .with("threats", threats.len())
            .with("risks", risks.len()),
        );
    }
    let count = threats.len().max(risks.len());
    let mut read: Vec<(Gpc, Option<Threat>)> = Vec::with_capacity(count);
    for index in 0..count {
        let threat = threats.get(index).and_then(|text| {
            let threat = text.parse().ok().and_then(Threat::new);
            if threat.is_none() && !is_unknown(text) {
                findings.push(
                    seen.warning(
                        "threat",
                        "threat-unreadable",
                        format!("'{text}' is no threat; it counts as unknown"),
                        "write 0 to 4, or unknown".into(),
                    )
                    .with("value", text),
                );
            }
            threat
        });
        let gpc = risks.get(index).map_or(Gpc::ATTACKS, |text| {
            text.parse().unwrap_or_else(|problem: String| {
                findings.push(
                    seen.warning("threat_risk", "risk-unreadable", format!("{problem}; it counts as GPC02"), "write GPC01 to GPC15".into())
                        .with("value", text),
                );
                Gpc::ATTACKS
            })
        });
        read.push((gpc, threat));
    }
    read
}

/// The six Washington Group answers in their order, such as `1;1;3;1;2;1`.
fn read_washington_group(seen: Seen<'_>, findings: &mut Findings) -> Option<WashingtonGroup> {
    let tokens = seen.list("wg");
    if tokens.is_empty() {
        return None;
    }
    let assisted = match seen.find("wg_assistant").map(str::to_lowercase).as_deref() {
        Some("yes" | "y" | "true" | "1") => Answer::Yes,
        Some("no" | "n" | "false" | "0") => Answer::No,
        _ => Answer::Unknown,
    };
    let numbers: Option<Vec<u8>> = tokens.iter().map(|t| t.parse().ok()).collect();
    let group = numbers.and_then(|n| <[u8; 6]>::try_from(n).ok()).and_then(|answers| WashingtonGroup::new(answers, assisted));
    if group.is_none() {
        findings.push(seen.warning(
            "wg",
            "washington-group-unreadable",
            "these are not six Washington Group answers".into(),
            "write six numbers (seeing; hearing; walking; remembering; self-care; communicating), each 1 to 4, 7 refused or 9 not known".into(),
        ));
    }
    group
}

fn read_date(seen: Seen<'_>, column: &str, zone: &LocalZone, findings: &mut Findings) -> Option<Instant> {
    let text = seen.find(column)?;
    match zone.parse(text) {
        Ok(at) => Some(at),
        Err(problem) => {
            findings
                .push(seen.warning(column, "date-unreadable", problem, "write 2014-01-15 or 2014-01-15T06:00".into()).with("value", text));
            None
        }
    }
}

fn read_hand(seen: Seen<'_>, zone: &LocalZone, findings: &mut Findings) -> Option<HandSet> {
    let text = seen.find("exposure_tier")?;
    let tier = text.parse().ok().and_then(Tier::new);
    if tier.is_none() {
        findings.push(
            seen.warning(
                "exposure_tier",
                "tier-unreadable",
                format!("'{text}' is no tier; it was left out"),
                "write 1 (most exposed) to 4, or leave it blank".into(),
            )
            .with("value", text),
        );
    }
    let at = read_date(seen, "tier_at", zone, findings);
    let text = |column| seen.find(column).map(str::to_owned);
    tier.map(|tier| HandSet { tier, reason: text("tier_reason"), by: text("tier_by"), at })
}

fn is_unknown(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "unknown" | "?" | "refused")
}

/// A code as the rules write it: small letters, `_` between words.
fn normal(token: &str) -> String {
    token.trim().to_lowercase().replace(['-', ' '], "_")
}
