//! The rules as an operation writes them: title, limits, and where each limit comes from.

use base::{Finding, Findings};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The rules shipped with the program.
const BUILT_IN: &str = include_str!("../../../content/site/rules.toml");

/// How much a rule weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleSeverity {
    /// People may die.
    Critical,
    /// Serious.
    High,
    /// To be mended.
    Medium,
    /// Worth mending.
    Low,
}

/// One rule: words, limits and their source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// For people.
    pub title: String,
    /// How much it weighs.
    pub severity: RuleSeverity,
    /// S or S2 for a limit read in its source, K or P for a default to be set locally.
    pub mark: String,
    /// Where the limit was read; may be empty for a default.
    pub source: String,
    /// What to do where it isn't met.
    pub suggestion: String,
    /// Numbers by name: metres, square metres, people, shares of 1.
    pub limits: BTreeMap<String, f64>,
}

impl Rule {
    /// A limit; reading has made sure that it is there.
    pub(crate) fn limit(&self, name: &str) -> f64 {
        self.limits.get(name).copied().unwrap_or(f64::NAN)
    }

    /// Where the limit comes from, as it must be shown.
    pub fn basis(&self) -> String {
        let source = if self.source.is_empty() { String::new() } else { format!("; {}", self.source) };
        match self.mark.as_str() {
            "S" => self.source.clone(),
            "S2" => format!("{} (read second-hand)", self.source),
            _ => format!("default: set locally{source}"),
        }
    }
}

/// All rules with their limits, by code G01 to G36.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Named in each report.
    pub version: String,
    /// How far a light reaches that doesn't say so itself, in metres (default: set locally).
    pub light_radius_m: f64,
    /// Points of a rule that affects everyone.
    pub weight: BTreeMap<RuleSeverity, f64>,
    /// The rules.
    pub rule: BTreeMap<String, Rule>,
}

impl Rules {
    /// The rules shipped with the program.
    pub fn built_in() -> Result<Self, Findings> {
        let (rules, findings) = Self::read("rules.toml", BUILT_IN);
        rules.ok_or(findings)
    }

    /// Reads rules; none if they lack a rule or limit that the shipped ones have.
    pub fn read(file: &str, text: &str) -> (Option<Self>, Findings) {
        let mut findings = Findings::default();
        let mut fault = |text: String, remedy: &str| findings.push(Finding::error("site-rules", text, remedy).in_file(file));
        let parsed = |text: &str| toml::from_str::<Self>(text);
        let (rules, shipped) = match (parsed(text), parsed(BUILT_IN)) {
            (Ok(rules), Ok(shipped)) => (rules, shipped),
            (Err(e), _) | (_, Err(e)) => {
                fault(format!("the rules can't be read: {}", e.message()), "compare with content/site/rules.toml");
                return (None, findings);
            }
        };
        for (id, rule) in &shipped.rule {
            let Some(own) = rules.rule.get(id) else {
                fault(format!("rule {id} is missing"), "copy it from content/site/rules.toml");
                continue;
            };
            for name in rule.limits.keys().filter(|n| !own.limits.get(*n).is_some_and(|v| v.is_finite() && *v >= 0.0)) {
                fault(format!("rule {id} lacks the limit '{name}'"), "write a number of 0 or more");
            }
            if !["S", "S2", "K", "P"].contains(&own.mark.as_str()) {
                fault(format!("rule {id} has the mark '{}'", own.mark), "write S, S2, K or P");
            }
        }
        if !(rules.light_radius_m.is_finite() && rules.light_radius_m > 0.0) {
            fault("light_radius_m is no length".into(), "write metres, above 0");
        }
        for severity in shipped.weight.keys().filter(|s| !rules.weight.contains_key(s)) {
            fault(format!("no weight for {severity:?}"), "copy it from content/site/rules.toml");
        }
        ((!findings.has_errors()).then_some(rules), findings)
    }
}
