//! Assessments out of a table of people: one row a person, only the columns named in [`COLUMNS`] can be reached from here.

use crate::assessment::{Answer, Answers, Assessment, Evidence, Gpc, HandSet, RiskInput, Threat, WashingtonGroup};
use crate::degree::Tier;
use crate::ruleset::Ruleset;
use base::{Finding, Findings, Instant, LocalZone, Row, Table};

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
    "changed_at",
    "exposure_tier",
    "tier_reason",
    "tier_by",
    "tier_at",
];

/// The kinds of evidence.
const EVIDENCE_KINDS: [&str; 6] = ["own_statement", "witness", "document", "incident_record", "official_warning", "site_monitoring"];

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

/// Evidence as `kind[@date][/grade][/motive=...][#id]`; a motive stays with the record: it changes nothing and is not kept here.
fn read_evidence(seen: Seen<'_>, zone: &LocalZone, findings: &mut Findings) -> Vec<Evidence> {
    let mut read = Vec::new();
    for (index, token) in seen.list("evidence").into_iter().enumerate() {
        let (rest, id) = token.split_once('#').unwrap_or((token, ""));
        let mut parts = rest.split('/');
        let head = parts.next().unwrap_or_default();
        let (kind, date) = head.split_once('@').map_or((head, None), |(kind, date)| (kind, Some(date)));
        let kind = normal(kind);
        let grade = parts.find(|p| !p.starts_with("motive=")).map(str::to_ascii_uppercase);
        let at = date.map(|d| zone.parse(d));
        let sound_grade = grade.as_deref().is_none_or(is_grade);
        let known = EVIDENCE_KINDS.contains(&kind.as_str());
        if !known || !sound_grade || at.as_ref().is_some_and(Result::is_err) {
            findings.push(
                seen.warning(
                    "evidence",
                    "evidence-unreadable",
                    format!("evidence '{head}' is only partly understood"),
                    format!("write one of {}, then @date and /grade such as /B2", EVIDENCE_KINDS.join(", ")),
                )
                .with("value", head),
            );
        }
        if known {
            let id = if id.is_empty() { format!("e{}", index + 1) } else { id.to_owned() };
            read.push(Evidence { id, kind, at: at.and_then(Result::ok), grade: grade.filter(|_| sound_grade) });
        }
    }
    read
}

fn is_grade(text: &str) -> bool {
    matches!(text.as_bytes(), [b'A'..=b'F', b'1'..=b'6'])
}

fn warn_of_missing_evidence(seen: Seen<'_>, rules: &Ruleset, risks: &[RiskInput], findings: &mut Findings) {
    let lacking = risks.iter().find(|risk| {
        let needs = risk.threat.and_then(|t| rules.find_threat(t.level())).is_some_and(|l| l.needs_evidence);
        needs && risk.evidence.is_empty()
    });
    if let Some(threat) = lacking.and_then(|risk| risk.threat) {
        findings.push(
            seen.warning(
                "evidence",
                "threat-without-evidence",
                format!("threat {} stands without evidence; it counts as documented", threat.level()),
                "add what stands behind it; the person's own statement is enough".into(),
            )
            .with("threat", threat.level()),
        );
    }
}

/// Yes items from their own columns, unknown ones from `unknown_items`; an item that is in both is yes.
fn read_items(seen: Seen<'_>, rules: &Ruleset, findings: &mut Findings) -> (Answers, Answers, Vec<String>) {
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

fn read_flags(seen: Seen<'_>, rules: &Ruleset, findings: &mut Findings) -> Vec<String> {
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
