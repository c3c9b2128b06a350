//! Who is found most exposed, by group, for people to look at.
//!
//! In: observations with group labels that the caller hands in, made after scoring. Out: per dimension and label the share of
//! high and critical, against everybody else. Always true: nothing here changes a degree; shares are whole per mille.
//! Absent: a way back into the score; a quota.

use crate::degree::{Degree, Status};
use crate::ruleset::DisparityRule;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One person as the report sees it: labels by dimension (`sex` -> `female`) and the degree.
#[derive(Debug, Clone)]
pub struct Observation<'a> {
    /// Label in each dimension.
    pub labels: BTreeMap<String, String>,
    /// The result.
    pub degree: &'a Degree,
}

/// What is said about one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupShare {
    /// The group.
    pub label: String,
    /// People with a degree of their own; the not-assessed are counted apart.
    pub assessed: usize,
    /// Not assessed yet.
    pub not_assessed: usize,
    /// High or critical; nothing for a group too small to show.
    pub urgent: Option<usize>,
    /// Share of high and critical in per mille.
    pub share_permille: Option<u64>,
    /// The share divided by that of everybody else in per cent; nothing if nobody else is urgent.
    pub ratio_percent: Option<u64>,
    /// Whether people should look at it.
    pub review: bool,
    /// Reasons of the urgent, most frequent first.
    pub reasons: Vec<(String, usize)>,
    /// Changes by hand that made the tier more urgent.
    pub raised_by_hand: usize,
    /// Changes by hand that made the tier less urgent.
    pub lowered_by_hand: usize,
}

/// All groups of one dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    /// Such as `sex`.
    pub dimension: String,
    /// Each group, by label.
    pub groups: Vec<GroupShare>,
}

#[derive(Default)]
struct Count {
    assessed: usize,
    not_assessed: usize,
    urgent: usize,
    reasons: BTreeMap<String, usize>,
    raised: usize,
    lowered: usize,
}

/// The report, dimensions and labels in order. Source: test ND-5 and ND-6 of the assessment's rules.
pub fn disparity(observations: &[Observation<'_>], rule: &DisparityRule) -> Vec<Dimension> {
    let mut counts: BTreeMap<&str, BTreeMap<&str, Count>> = BTreeMap::new();
    for seen in observations {
        for (dimension, label) in &seen.labels {
            count(counts.entry(dimension).or_default().entry(label).or_default(), seen.degree);
        }
    }
    counts.into_iter().map(|(dimension, groups)| Dimension { dimension: dimension.into(), groups: compare(groups, rule) }).collect()
}

fn count(group: &mut Count, degree: &Degree) {
    if degree.status == Status::NotAssessed {
        group.not_assessed += 1;
        return;
    }
    group.assessed += 1;
    if let Some(change) = &degree.overridden {
        group.raised += usize::from(change.to < change.from);
        group.lowered += usize::from(change.to > change.from);
    }
    if degree.band.is_urgent() {
        group.urgent += 1;
        for reason in &degree.reasons {
            *group.reasons.entry(reason.code.clone()).or_default() += 1;
        }
    }
}

fn compare(groups: BTreeMap<&str, Count>, rule: &DisparityRule) -> Vec<GroupShare> {
    let assessed: usize = groups.values().map(|g| g.assessed).sum();
    let urgent: usize = groups.values().map(|g| g.urgent).sum();
    groups
        .into_iter()
        .map(|(label, group)| {
            let shown = group.assessed >= rule.smallest_group;
            let (rest, rest_urgent) = (assessed - group.assessed, urgent - group.urgent);
            let (here, there) = (group.urgent as u64 * rest as u64, rest_urgent as u64 * group.assessed as u64);
            let comparable = shown && rest >= rule.smallest_group;
            let above = here * 100 > there * u64::from(rule.review_above_percent);
            let below = here * 100 < there * u64::from(rule.review_below_percent);
            let mut reasons: Vec<(String, usize)> = if shown { group.reasons.into_iter().collect() } else { Vec::new() };
            reasons.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            GroupShare {
                label: label.into(),
                assessed: group.assessed,
                not_assessed: group.not_assessed,
                urgent: shown.then_some(group.urgent),
                share_permille: if shown { (group.urgent as u64 * 1000).checked_div(group.assessed as u64) } else { None },
                ratio_percent: if comparable { (here * 100).checked_div(there) } else { None },
                review: comparable && (above || below),
                reasons,
                raised_by_hand: group.raised,
                lowered_by_hand: group.lowered,
            }
        })
        .collect()
}
