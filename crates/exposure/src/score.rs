//! The scorer. It sees an [`Assessment`] and nothing else about a person.

use crate::assessment::{Answer, Assessment, RiskInput, WashingtonGroup};
use crate::degree::{Band, Degree, Override, RiskDegree, Status};
use crate::ruleset::{Ruleset, Vulnerability, WashingtonGroupRule, reason_code};
use base::{Instant, Reason};

const SECONDS_PER_HOUR: i64 = 3600;
const SECONDS_PER_DAY: i64 = 24 * SECONDS_PER_HOUR;

/// The degree of exposure at an instant.
///
/// Band: the highest over all risks and flags. What is unknown counts as present, so that a gap in the data never lowers it.
/// Tier: of the band; one higher when the assessment is stale; not assessed counts as the ruleset says.
pub fn assess(rules: &Ruleset, assessment: &Assessment, as_of: Instant) -> Degree {
    let mut reasons = Vec::new();
    let mut unknowns: Vec<String> = assessment.open_questions.clone();
    let mut band = Band::None;
    let flags = raise_flags(rules, assessment, &mut band, &mut reasons);
    let per_risk: Vec<RiskDegree> = assessment
        .risks
        .iter()
        .map(|risk| {
            let degree = score_risk(rules, assessment, risk, &mut unknowns, &mut reasons);
            band = band.max(if risk.threat.is_none() { rules.unknown.not_assessed } else { rules.band_of(degree.risk100_at_most) });
            degree
        })
        .collect();
    unknowns.sort_unstable();
    unknowns.dedup();
    let unknown_items = unknowns.iter().filter(|code| rules.find_vulnerability(code).is_some()).count();
    let incomplete = assessment.is_assessed() && unknown_items >= rules.unknown.incomplete_from;
    if incomplete {
        reasons.push(Reason::new("assessment-incomplete").with("count", unknown_items));
    }
    let mut degree = Degree {
        ruleset_version: rules.version.clone(),
        status: Status::Current,
        per_risk,
        flags,
        band,
        tier: rules.tiers.of(band),
        reasons,
        unknowns,
        incomplete,
        assessed_at: assessment.assessed_at,
        assessed_by: assessment.assessed_by.clone(),
        expires_at: None,
        overridden: None,
    };
    apply_hand(rules, assessment, &mut degree);
    apply_age(rules, assessment, as_of, &mut degree);
    degree
}

/// Flags known to the ruleset, each once; raises the band to what they force.
fn raise_flags(rules: &Ruleset, assessment: &Assessment, band: &mut Band, reasons: &mut Vec<Reason>) -> Vec<String> {
    let raised: Vec<_> = rules.flags.iter().filter(|f| assessment.flags.iter().any(|code| code == f.code.get_ref())).collect();
    for flag in &raised {
        *band = (*band).max(flag.at_least);
        reasons.push(Reason::new(&reason_code("flag", flag.code.get_ref())).with("band", flag.at_least.word()));
    }
    raised.iter().map(|flag| flag.code.get_ref().clone()).collect()
}

fn score_risk(
    rules: &Ruleset,
    assessment: &Assessment,
    risk: &RiskInput,
    unknowns: &mut Vec<String>,
    reasons: &mut Vec<Reason>,
) -> RiskDegree {
    let answers: Vec<(&Vulnerability, Answer)> = rules
        .vulnerabilities
        .iter()
        .map(|item| (item, answer(item, risk.vulnerabilities.answer(item.code.get_ref()), assessment.washington_group.as_ref())))
        .collect();
    let known = counted(&answers, |answer| answer == Answer::Yes);
    let possible = counted(&answers, |answer| answer != Answer::No);
    let capacities: Vec<&str> =
        rules.capacities.iter().map(|c| c.code.get_ref().as_str()).filter(|code| risk.capacities.answer(code) == Answer::Yes).collect();
    unknowns.extend(answers.iter().filter(|(_, a)| *a == Answer::Unknown).map(|(item, _)| item.code.get_ref().clone()));
    let open = rules.capacities.iter().filter(|c| risk.capacities.answer(c.code.get_ref()) == Answer::Unknown);
    unknowns.extend(open.map(|c| c.code.get_ref().clone()));

    let points = |items: &[&Vulnerability]| items.iter().map(|i| i.points).sum::<u32>().min(rules.formula.vulnerability_cap);
    let capacity = u32::try_from(capacities.len()).unwrap_or(u32::MAX).min(rules.formula.capacity_cap);
    let threat = risk.threat.map_or(0, |t| u32::from(t.level()));
    let risk100 = |v: u32| threat * (100 + rules.formula.per_vulnerability * v) * 100 / (100 + rules.formula.per_capacity * capacity);

    explain_threat(rules, assessment, risk, reasons);
    for item in &possible {
        let sure = known.iter().any(|k| k.code.get_ref() == item.code.get_ref());
        let code = item.code.get_ref();
        push_once(reasons, Reason::new(&reason_code(if sure { "v" } else { "u" }, code)).with("points", item.points));
    }
    for code in &capacities {
        push_once(reasons, Reason::new(&reason_code("c", code)));
    }
    RiskDegree {
        gpc: risk.gpc,
        threat: risk.threat,
        vulnerability: points(&known),
        vulnerability_items: known.iter().map(|i| i.code.get_ref().clone()).collect(),
        capacity,
        capacity_items: capacities.iter().map(ToString::to_string).collect(),
        risk100: risk100(points(&known)),
        risk100_at_most: risk100(points(&possible)),
        evidence_ids: risk.evidence.iter().map(|e| e.id.clone()).collect(),
    }
}

/// Items that count, without those that give way to another that counts.
fn counted<'a>(answers: &[(&'a Vulnerability, Answer)], counts: impl Fn(Answer) -> bool) -> Vec<&'a Vulnerability> {
    let present: Vec<&Vulnerability> = answers.iter().filter(|(_, a)| counts(*a)).map(|(item, _)| *item).collect();
    let stands = |item: &&Vulnerability| !item.unless.iter().any(|other| present.iter().any(|p| p.code.get_ref() == other));
    present.iter().copied().filter(stands).collect()
}

/// The assessor's answer together with what the Washington Group answers say; yes from either is yes.
fn answer(item: &Vulnerability, given: Answer, group: Option<&WashingtonGroup>) -> Answer {
    let (Some(rule), Some(group)) = (&item.washington_group, group) else { return given };
    match (given, washington_group_says(rule, group)) {
        (Answer::Yes, _) | (_, Answer::Yes) => Answer::Yes,
        (Answer::Unknown, _) | (_, Answer::Unknown) => Answer::Unknown,
        (Answer::No, Answer::No) => Answer::No,
    }
}

fn washington_group_says(rule: &WashingtonGroupRule, group: &WashingtonGroup) -> Answer {
    let limit = if group.assisted == Answer::Yes { rule.at_least } else { rule.at_least_unassisted.unwrap_or(rule.at_least) };
    let difficulties: Vec<Option<u8>> = rule.domains.iter().map(|d| group.difficulty(*d)).collect();
    if difficulties.iter().flatten().any(|d| *d >= limit) {
        Answer::Yes
    } else if difficulties.contains(&None) {
        Answer::Unknown
    } else {
        Answer::No
    }
}

fn explain_threat(rules: &Ruleset, assessment: &Assessment, risk: &RiskInput, reasons: &mut Vec<Reason>) {
    let gpc = risk.gpc;
    let Some(threat) = risk.threat else {
        reasons.push(Reason::new("threat-unknown").with("risk", gpc));
        return;
    };
    reasons.push(Reason::new(&format!("threat-{}", threat.level())).with("risk", gpc));
    let Some(level) = rules.find_threat(threat.level()) else { return };
    if level.needs_evidence && risk.evidence.is_empty() {
        reasons.push(Reason::new("evidence-missing").with("risk", gpc));
    }
    let dates: Option<Vec<Instant>> = risk.evidence.iter().map(|e| e.at).collect();
    let newest = dates.and_then(|d| d.into_iter().max());
    if let (true, Some(days), Some(newest), Some(made)) = (level.needs_evidence, level.within_days, newest, assessment.assessed_at)
        && newest.plus_seconds(i64::from(days) * SECONDS_PER_DAY) < made
    {
        reasons.push(Reason::new("evidence-old").with("risk", gpc).with("days", days));
    }
}

/// A tier set by a person: alone it stands as given; over an assessment it needs a reason, and is recorded beside what the rules gave.
fn apply_hand(rules: &Ruleset, assessment: &Assessment, degree: &mut Degree) {
    let Some(hand) = &assessment.hand_set else {
        if !assessment.is_assessed() {
            degree.status = Status::NotAssessed;
            degree.band = rules.unknown.not_assessed;
            degree.tier = rules.tiers.of(degree.band);
            degree.reasons.insert(0, Reason::new("not-assessed"));
        }
        return;
    };
    let why = hand.reason.as_deref().map(str::trim).filter(|r| !r.is_empty());
    if !assessment.is_assessed() {
        degree.status = Status::HandSet;
        degree.reasons.insert(0, if why.is_some() { Reason::new("tier-by-hand") } else { Reason::new("tier-by-hand-without-reason") });
    } else if let Some(why) = why {
        let change = Override { from: degree.tier, to: hand.tier, reason: why.into(), by: hand.by.clone(), at: hand.at };
        degree.reasons.insert(0, Reason::new("tier-overridden").with("from", change.from.number()).with("to", change.to.number()));
        degree.overridden = Some(change);
    } else {
        degree.reasons.insert(0, Reason::new("override-without-reason").with("tier", hand.tier.number()));
        return;
    }
    degree.band = rules.band_for(hand.tier);
    degree.tier = hand.tier;
}

/// Expiry: an assessment past its time, overtaken by a change, without a date or dated in the future counts one tier higher.
fn apply_age(rules: &Ruleset, assessment: &Assessment, as_of: Instant, degree: &mut Degree) {
    if degree.status == Status::NotAssessed || (degree.status == Status::HandSet && assessment.assessed_at.is_none()) {
        return;
    }
    let stale = match assessment.assessed_at {
        None => Some(Reason::new("assessment-undated")),
        Some(made) => {
            let hours = rules.expires_hours.of(degree.band);
            let expires = made.plus_seconds(i64::from(hours) * SECONDS_PER_HOUR);
            degree.expires_at = Some(expires);
            if made > as_of {
                Some(Reason::new("assessment-in-future"))
            } else if assessment.changed_at.is_some_and(|change| change > made && change <= as_of) {
                Some(Reason::new("assessment-overtaken"))
            } else {
                (as_of > expires).then(|| Reason::new("assessment-expired").with("hours", hours))
            }
        }
    };
    if let Some(reason) = stale {
        degree.status = Status::Stale;
        degree.tier = degree.tier.raised();
        degree.reasons.insert(0, reason);
    }
}

fn push_once(reasons: &mut Vec<Reason>, reason: Reason) {
    if !reasons.contains(&reason) {
        reasons.push(reason);
    }
}
