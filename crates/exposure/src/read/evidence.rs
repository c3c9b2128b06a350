//! The `evidence` column.

use super::{Seen, normal};
use crate::assessment::{Evidence, RiskInput};
use crate::ruleset::Ruleset;
use base::{Findings, LocalZone};

/// The kinds of evidence.
const EVIDENCE_KINDS: [&str; 6] = ["own_statement", "witness", "document", "incident_record", "official_warning", "site_monitoring"];

/// Evidence as `kind[@date][/grade][/motive=...][#id]`; a motive stays with the record: it changes nothing and is not kept here.
pub(super) fn read_evidence(seen: Seen<'_>, zone: &LocalZone, findings: &mut Findings) -> Vec<Evidence> {
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

pub(super) fn warn_of_missing_evidence(seen: Seen<'_>, rules: &Ruleset, risks: &[RiskInput], findings: &mut Findings) {
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
