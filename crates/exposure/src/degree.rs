//! The answer: how exposed someone is, and why.

use crate::assessment::{Gpc, Threat};
use base::{Instant, Reason};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How exposed, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Band {
    /// No threat is known.
    None,
    /// A risk exists: watch.
    Low,
    /// Act within days.
    Medium,
    /// Act within a day.
    High,
    /// Act now.
    Critical,
}

impl Band {
    /// All, least first.
    pub const ALL: [Self; 5] = [Self::None, Self::Low, Self::Medium, Self::High, Self::Critical];

    /// The word used in files and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }

    /// Whether it counts in the disparity report: high or critical.
    pub fn is_urgent(self) -> bool {
        self >= Self::High
    }
}

/// Who goes first: 1 before 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Tier(u8);

impl Tier {
    /// Most exposed.
    pub const FIRST: Self = Self(1);
    /// Least exposed.
    pub const LAST: Self = Self(4);

    /// A tier of 1 to 4.
    pub fn new(number: u8) -> Option<Self> {
        (1..=4).contains(&number).then_some(Self(number))
    }

    /// The number.
    pub fn number(self) -> u8 {
        self.0
    }

    /// One tier nearer to 1.
    pub fn raised(self) -> Self {
        Self(self.0.saturating_sub(1).max(1))
    }
}

impl TryFrom<u8> for Tier {
    type Error = String;
    fn try_from(number: u8) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("a tier is 1 to 4, not {number}"))
    }
}

impl From<Tier> for u8 {
    fn from(tier: Tier) -> Self {
        tier.0
    }
}

/// A household travels at the tier of its most exposed member.
pub fn household_tier(members: impl IntoIterator<Item = Tier>) -> Option<Tier> {
    members.into_iter().min()
}

/// Where an assessment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Nobody has looked: counts as the ruleset's `not_assessed` band, and is listed apart.
    NotAssessed,
    /// A tier given by hand, no assessment behind it.
    HandSet,
    /// Assessed, and the assessment holds.
    Current,
    /// Expired or overtaken: counts one tier higher until reviewed.
    Stale,
}

/// The score of one risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskDegree {
    /// Which risk.
    pub gpc: Gpc,
    /// T; nothing if not known.
    pub threat: Option<Threat>,
    /// V: points of what is known to apply, capped.
    pub vulnerability: u32,
    /// Codes behind V.
    pub vulnerability_items: Vec<String>,
    /// C: points of what is known to protect, capped.
    pub capacity: u32,
    /// Codes behind C.
    pub capacity_items: Vec<String>,
    /// T x (100 + 20 V) x 100 / (100 + 25 C), rounded down, of what is known.
    pub risk100: u32,
    /// The same with each unknown counted as present; the band follows this one.
    pub risk100_at_most: u32,
    /// Evidence behind T.
    pub evidence_ids: Vec<String>,
}

/// A person changed the result, with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// Tier that the rules gave.
    pub from: Tier,
    /// Tier that the person gave.
    pub to: Tier,
    /// Why.
    pub reason: String,
    /// Who.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub at: Option<Instant>,
}

/// One person's degree of exposure. Full view: for protection and case roles only (see [`Degree::for_transport`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Degree {
    /// Rules that were used.
    pub ruleset_version: String,
    /// Where the assessment stands.
    pub status: Status,
    /// Score per risk.
    pub per_risk: Vec<RiskDegree>,
    /// Red flags, by code.
    pub flags: Vec<String>,
    /// Band of the rules or of the person who overrode them; staleness moves the tier, not the band.
    pub band: Band,
    /// Who goes first.
    pub tier: Tier,
    /// Why, most important first.
    pub reasons: Vec<Reason>,
    /// Codes of what is not known.
    pub unknowns: Vec<String>,
    /// Too much is unknown to lean on this.
    pub incomplete: bool,
    /// When it was made.
    pub assessed_at: Option<Instant>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub assessed_by: Option<String>,
    /// The last instant at which it holds.
    pub expires_at: Option<Instant>,
    /// What a person changed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub overridden: Option<Override>,
}

/// What transport, shelter and camp management may see: no indicator, no threat, no flag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransportView {
    /// Who goes first.
    pub tier: Tier,
    /// How exposed.
    pub band: Band,
    /// Whether someone has looked.
    pub status: Status,
    /// Reasons that speak of the assessment only: not assessed, expired, set by hand, incomplete.
    pub reasons: Vec<Reason>,
    /// The last instant at which it holds.
    pub expires_at: Option<Instant>,
}

/// Codes that say where an assessment stands and nothing about the person.
const STANDING: [&str; 10] = [
    "not-assessed",
    "assessment-expired",
    "assessment-overtaken",
    "assessment-undated",
    "assessment-in-future",
    "assessment-incomplete",
    "tier-by-hand",
    "tier-by-hand-without-reason",
    "tier-overridden",
    "override-without-reason",
];

/// Order inside one operation before waiting time and the seeded tie-break: smaller is more urgent.
pub type RankKey = (Tier, Reverse<u8>, Reverse<u32>);

impl Degree {
    /// Tier, then threat (most first), then score (most first); an unknown threat counts as the highest.
    pub fn rank_key(&self) -> RankKey {
        let threat = self.per_risk.iter().map(|r| r.threat.unwrap_or(Threat::MOST).level()).max().unwrap_or(0);
        let risk = self.per_risk.iter().map(|r| r.risk100_at_most).max().unwrap_or(0);
        (self.tier, Reverse(threat), Reverse(risk))
    }

    /// The part that may leave the circle of protection and case roles.
    pub fn for_transport(&self) -> TransportView {
        let reasons = self.reasons.iter().filter(|r| STANDING.contains(&r.code.as_str())).cloned().collect();
        TransportView { tier: self.tier, band: self.band, status: self.status, reasons, expires_at: self.expires_at }
    }
}
