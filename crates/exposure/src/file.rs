//! A whole file of people: degrees, findings, counts and the disparity report.

use crate::degree::{Degree, Status, household_tier};
use crate::disparity::{Dimension, Observation, disparity};
use crate::groups::{labels, youngest_age};
use crate::read::read_row;
use crate::ruleset::Ruleset;
use crate::score::assess;
use base::{Findings, Instant, LocalZone, Table};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One person's result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonDegree {
    /// As in the file.
    pub person_id: String,
    /// As in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub household_id: Option<String>,
    /// Line in the file.
    pub line: u64,
    /// The person's own degree.
    pub degree: Degree,
}

/// Changes by hand, by who made them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OverrideCount {
    /// Made more urgent.
    pub raised: usize,
    /// Made less urgent.
    pub lowered: usize,
    /// Confirmed as it was.
    pub unchanged: usize,
}

/// What `amana assess` prints.
#[derive(Debug, Clone, Serialize)]
pub struct AssessReport {
    /// File that was read.
    pub file: String,
    /// Instant of the assessment.
    pub as_of: Instant,
    /// Rules that were used.
    pub ruleset_version: String,
    /// Everyone in file order.
    pub people: Vec<PersonDegree>,
    /// People by tier.
    pub people_by_tier: BTreeMap<u8, usize>,
    /// Households by the tier they travel at; someone without a household counts as one.
    pub households_by_tier: BTreeMap<u8, usize>,
    /// People by where their assessment stands.
    pub people_by_status: BTreeMap<Status, usize>,
    /// People of whom too much is unknown.
    pub incomplete: usize,
    /// Changes by hand, by assessor.
    pub overrides: BTreeMap<String, OverrideCount>,
    /// For people to look at.
    pub disparity: Vec<Dimension>,
    /// Everything wrong in the file.
    pub findings: Findings,
}

/// Reads and assesses a file of people. Columns: `person_id`*, `household_id`, those of [`crate::read::COLUMNS`], and for the disparity
/// report only `sex`, `birth_year` or `age`, `site`, `wg`, `nationality`, `ethnicity`, `religion` where the file has them.
///
/// Codes beyond those of [`read_row`]: `person-twice`, `washington-group-under-five`, `assessed-in-future`, `tier-by-hand-without-reason`.
pub fn assess_file(bytes: &[u8], file_name: &str, as_of: Instant, zone: &LocalZone, rules: &Ruleset) -> AssessReport {
    let mut findings = Findings::default();
    let table = Table::read(file_name, bytes, &["person_id"], &mut findings);
    let mut people = Vec::with_capacity(table.len());
    let mut groups = Vec::with_capacity(table.len());
    let mut seen = BTreeSet::new();
    let mut without_reason: Vec<u64> = Vec::new();
    for row in table.rows() {
        let Some(person_id) = row.text("person_id", &mut findings) else { continue };
        if !seen.insert(person_id) {
            findings.push(
                row.warning("person_id", "person-twice", format!("'{person_id}' is there twice"), "give each person one row")
                    .with("value", person_id),
            );
        }
        let mut assessment = read_row(&row, rules, zone, &mut findings);
        if assessment.washington_group.is_some() && youngest_age(&row, as_of, zone).is_some_and(|age| age < 5) {
            findings.push(row.warning(
                "wg",
                "washington-group-under-five",
                "the Washington Group questions are not made for children under 5; the answers were left out",
                "use the Child Functioning Module for ages 2 to 4",
            ));
            assessment.washington_group = None;
        }
        let degree = assess(rules, &assessment, as_of);
        if assessment.assessed_at.is_some_and(|made| made > as_of) {
            findings.push(row.warning(
                "assessed_at",
                "assessed-in-future",
                "the assessment is dated after the instant asked for; it counts one tier higher until reviewed",
                "correct the date",
            ));
        }
        if degree.reasons.iter().any(|r| r.code == "tier-by-hand-without-reason") {
            without_reason.push(row.line);
        }
        groups.push(labels(&row, |column| table.has_column(column), &assessment, as_of, zone));
        people.push(PersonDegree {
            person_id: person_id.into(),
            household_id: row.find("household_id").map(str::to_owned),
            line: row.line,
            degree,
        });
    }
    if let Some(line) = without_reason.first() {
        let count = without_reason.len();
        findings.push(
            base::Finding::warning(
                "tier-by-hand-without-reason",
                format!("{count} tiers are set by hand without a reason, the first in this row"),
                "fill in tier_reason, so that the person can be told why",
            )
            .at(file_name, *line, "tier_reason")
            .with("count", count),
        );
    }
    let observations: Vec<Observation<'_>> =
        people.iter().zip(groups).map(|(person, labels)| Observation { labels, degree: &person.degree }).collect();
    let disparity = disparity(&observations, &rules.disparity);
    AssessReport {
        file: file_name.into(),
        as_of,
        ruleset_version: rules.version.clone(),
        people_by_tier: tally(people.iter().map(|p| p.degree.tier.number())),
        households_by_tier: tally(households(&people).into_iter().filter_map(household_tier).map(crate::Tier::number)),
        people_by_status: tally(people.iter().map(|p| p.degree.status)),
        incomplete: people.iter().filter(|p| p.degree.incomplete).count(),
        overrides: overrides(&people),
        disparity,
        findings,
        people,
    }
}

fn tally<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

fn households(people: &[PersonDegree]) -> Vec<Vec<crate::Tier>> {
    let mut members: BTreeMap<(&str, u64), Vec<crate::Tier>> = BTreeMap::new();
    for person in people {
        let key = person.household_id.as_deref().map_or(("", person.line), |household| (household, 0));
        members.entry(key).or_default().push(person.degree.tier);
    }
    members.into_values().collect()
}

fn overrides(people: &[PersonDegree]) -> BTreeMap<String, OverrideCount> {
    let mut counts: BTreeMap<String, OverrideCount> = BTreeMap::new();
    for change in people.iter().filter_map(|p| p.degree.overridden.as_ref()) {
        let count = counts.entry(change.by.clone().unwrap_or_else(|| "not named".into())).or_default();
        match change.to.cmp(&change.from) {
            std::cmp::Ordering::Less => count.raised += 1,
            std::cmp::Ordering::Greater => count.lowered += 1,
            std::cmp::Ordering::Equal => count.unchanged += 1,
        }
    }
    counts
}
