//! The rules as an operation writes them: items with points and words, flags, bands, expiry, tiers.

use crate::assessment::Domain;
use crate::degree::{Band, Tier};
use crate::ruleset_check;
use base::{Finding, Findings};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// The rules shipped with the program.
pub const BUILT_IN: &str = include_str!("../../../content/exposure/ruleset.toml");

/// Rules that were read and found sound. The text format is described by the file itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruleset {
    /// Named in each result.
    pub version: String,
    /// For people.
    pub title: String,
    /// Where the rules come from.
    pub basis: String,
    /// Numbers of the score.
    pub formula: Formula,
    /// From which score a band is reached.
    pub bands: Thresholds,
    /// Hours that an assessment of a band holds.
    pub expires_hours: PerBand<u32>,
    /// Tier of a band.
    pub tiers: PerBand<Tier>,
    /// What is done with what is not known.
    pub unknown: Unknown,
    /// When the disparity report asks for a look.
    pub disparity: DisparityRule,
    /// What each level of threat means.
    #[serde(rename = "threat")]
    pub threats: Vec<ThreatLevel>,
    /// What makes harm likelier or heavier.
    #[serde(rename = "vulnerability")]
    pub vulnerabilities: Vec<Vulnerability>,
    /// What protects.
    #[serde(rename = "capacity")]
    pub capacities: Vec<Capacity>,
    /// What forces a band whatever the score.
    #[serde(rename = "flag")]
    pub flags: Vec<Flag>,
}

/// Numbers of `T x (100 + per_vulnerability V) x 100 / (100 + per_capacity C)`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    /// What a point of V adds to 100.
    pub per_vulnerability: u32,
    /// V counts up to this.
    pub vulnerability_cap: u32,
    /// What a point of C adds to 100.
    pub per_capacity: u32,
    /// C counts up to this.
    pub capacity_cap: u32,
}

/// From which score a band is reached; one point is low.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// From here on high.
    pub high: u32,
    /// From here on medium.
    pub medium: u32,
}

/// A value for each band.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerBand<T> {
    /// For critical.
    pub critical: T,
    /// For high.
    pub high: T,
    /// For medium.
    pub medium: T,
    /// For low.
    pub low: T,
    /// For none.
    pub none: T,
}

impl<T: Copy> PerBand<T> {
    /// The value for a band.
    pub fn of(&self, band: Band) -> T {
        match band {
            Band::Critical => self.critical,
            Band::High => self.high,
            Band::Medium => self.medium,
            Band::Low => self.low,
            Band::None => self.none,
        }
    }
}

/// What is done with what is not known.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unknown {
    /// Band of someone whom nobody has assessed.
    pub not_assessed: Band,
    /// So many unknown vulnerability items make an assessment incomplete.
    pub incomplete_from: usize,
}

/// When the disparity report asks for a look.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisparityRule {
    /// A group's share above this percentage of everybody else's.
    pub review_above_percent: u32,
    /// A group's share below this percentage of everybody else's.
    pub review_below_percent: u32,
    /// Smaller groups are not shown with a share.
    pub smallest_group: usize,
}

/// What a level of threat means.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThreatLevel {
    /// 0 to 4.
    pub level: Spanned<u8>,
    /// In words.
    pub wording: String,
    /// Evidence is expected to be no older than this before the assessment.
    #[serde(default)]
    pub within_days: Option<u32>,
    /// Whether evidence is expected.
    #[serde(default)]
    pub needs_evidence: bool,
    /// Where it comes from.
    pub basis: String,
}

/// What makes harm likelier or heavier.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vulnerability {
    /// Used in files, results and message keys.
    pub code: Spanned<String>,
    /// 1 or more.
    pub points: u32,
    /// In words.
    pub wording: String,
    /// Where it comes from.
    pub basis: String,
    /// Washington Group answers that say yes.
    #[serde(default)]
    pub washington_group: Option<WashingtonGroupRule>,
    /// Doesn't count when one of these does.
    #[serde(default)]
    pub unless: Vec<String>,
}

/// Washington Group answers that say yes to an item.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WashingtonGroupRule {
    /// Any of these domains.
    pub domains: Vec<Domain>,
    /// Difficulty from which it applies.
    pub at_least: u8,
    /// Difficulty from which it applies when nobody assists, or nobody knows whether someone does.
    #[serde(default)]
    pub at_least_unassisted: Option<u8>,
}

/// What protects; one point each.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capacity {
    /// Used in files, results and message keys.
    pub code: Spanned<String>,
    /// In words.
    pub wording: String,
    /// Where it comes from.
    pub basis: String,
}

/// A fact that forces a band whatever the score.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Used in files, results and message keys.
    pub code: Spanned<String>,
    /// The band it forces.
    pub at_least: Band,
    /// In words.
    pub wording: String,
    /// Where it comes from.
    pub basis: String,
}

impl Ruleset {
    /// Reads and checks rules; nothing comes back if they can't be leaned on. Codes: `ruleset-unreadable` and those of `ruleset_check`.
    pub fn read(file: &str, text: &str) -> (Option<Self>, Findings) {
        let mut findings = Findings::default();
        match toml::from_str::<Self>(text) {
            Ok(rules) => {
                ruleset_check::check(&rules, file, text, &mut findings);
                (Some(rules).filter(|_| !findings.has_errors()), findings)
            }
            Err(error) => {
                let line = error.span().map_or(1, |span| ruleset_check::line_of(text, span.start));
                let message = error.message().replace('\n', " ");
                findings.push(
                    Finding::error("ruleset-unreadable", message.as_str(), "compare with the rules shipped with the program")
                        .at(file, line, "")
                        .with("detail", message),
                );
                (None, findings)
            }
        }
    }

    /// The rules shipped with the program.
    ///
    /// # Errors
    /// What is wrong with them; a test holds that nothing is.
    pub fn built_in() -> Result<Self, Findings> {
        let (rules, findings) = Self::read("exposure/ruleset.toml", BUILT_IN);
        rules.ok_or(findings)
    }

    /// A vulnerability item by code.
    pub fn find_vulnerability(&self, code: &str) -> Option<&Vulnerability> {
        self.vulnerabilities.iter().find(|v| v.code.get_ref() == code)
    }

    /// A capacity item by code.
    pub fn find_capacity(&self, code: &str) -> Option<&Capacity> {
        self.capacities.iter().find(|c| c.code.get_ref() == code)
    }

    /// A flag by code.
    pub fn find_flag(&self, code: &str) -> Option<&Flag> {
        self.flags.iter().find(|f| f.code.get_ref() == code)
    }

    /// What a level of threat means.
    pub fn find_threat(&self, level: u8) -> Option<&ThreatLevel> {
        self.threats.iter().find(|t| *t.level.get_ref() == level)
    }

    /// The band of a score.
    pub fn band_of(&self, risk100: u32) -> Band {
        match risk100 {
            0 => Band::None,
            r if r >= self.bands.high => Band::High,
            r if r >= self.bands.medium => Band::Medium,
            _ => Band::Low,
        }
    }

    /// The band that a tier set by hand stands for: the most exposed band with that tier.
    pub fn band_for(&self, tier: Tier) -> Band {
        Band::ALL.into_iter().rev().find(|b| self.tiers.of(*b) >= tier).unwrap_or(Band::None)
    }

    /// English words by reason code (`v-...`, `u-...`, `c-...`, `flag-...`), for items that a catalogue doesn't know.
    pub fn wordings(&self) -> BTreeMap<String, &str> {
        let named = |prefix| self.vulnerabilities.iter().map(move |v| (reason_code(prefix, v.code.get_ref()), v.wording.as_str()));
        let capacities = self.capacities.iter().map(|c| (reason_code("c", c.code.get_ref()), c.wording.as_str()));
        let flags = self.flags.iter().map(|f| (reason_code("flag", f.code.get_ref()), f.wording.as_str()));
        named("v").chain(named("u")).chain(capacities).chain(flags).collect()
    }
}

/// The reason code of an item: `v-no-income-no-aid`.
pub(crate) fn reason_code(prefix: &str, code: &str) -> String {
    format!("{prefix}-{}", code.replace('_', "-"))
}
