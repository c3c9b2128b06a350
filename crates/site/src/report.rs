//! What the rules say of a plan, and two plans side by side.

use crate::ruleset::RuleSeverity;
use serde::Serialize;
use std::collections::BTreeMap;

/// How a rule came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Met.
    Pass,
    /// Between good and bad.
    Warn,
    /// Not met.
    Fail,
    /// The plan does not say enough; not counted as met.
    NotJudged,
}

/// One figure beside its limit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// What was measured, with its unit.
    pub what: String,
    /// The figure; none where there is nothing to measure, as when no toilet is for women.
    pub value: Option<f64>,
    /// What it should be.
    pub limit: String,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verdict {
    /// G01 to G36.
    pub rule: String,
    /// For people.
    pub title: String,
    /// How much it weighs.
    pub severity: RuleSeverity,
    /// How it came out.
    pub outcome: Outcome,
    /// Figures beside limits.
    pub measures: Vec<Measure>,
    /// Where the limits come from.
    pub basis: String,
    /// Features that offend, by identifier.
    pub features: Vec<String>,
    /// Features that offend and aren't named to this reader.
    pub withheld: usize,
    /// People affected.
    pub people: f64,
    /// The same by kind of household; none where fewer than five would point at someone.
    pub people_by_household: BTreeMap<String, Option<f64>>,
    /// What to do, or why it can't be judged.
    pub advice: String,
}

/// All verdicts on a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Of the rules.
    pub version: String,
    /// Name of the site.
    pub site: String,
    /// People; none if the plan does not say.
    pub population: Option<f64>,
    /// 100 less the weight of each rule by the share of people affected, at least 0; none without people.
    pub score: Option<f64>,
    /// One for each rule, in order.
    pub verdicts: Vec<Verdict>,
}

impl Report {
    /// How many rules came out so.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.verdicts.iter().filter(|v| v.outcome == outcome).count()
    }
}

/// One rule on two plans.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// G01 to G36.
    pub rule: String,
    /// How it came out before and after.
    pub outcome: (Outcome, Outcome),
    /// Offending features before and after.
    pub offending: (usize, usize),
    /// People affected before and after.
    pub people: (f64, f64),
}

/// Rule by rule, those alone that differ.
pub fn compare(before: &Report, after: &Report) -> Vec<Change> {
    let pairs = before.verdicts.iter().zip(&after.verdicts);
    let change = |(b, a): (&Verdict, &Verdict)| Change {
        rule: a.rule.clone(),
        outcome: (b.outcome, a.outcome),
        offending: (b.features.len() + b.withheld, a.features.len() + a.withheld),
        people: (b.people, a.people),
    };
    pairs.filter(|(b, a)| (b.outcome, b.people, &b.measures) != (a.outcome, a.people, &a.measures)).map(change).collect()
}
