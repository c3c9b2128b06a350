//! What an assessor found: the only thing the scorer can see.

use base::Instant;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A protection risk of the Global Protection Cluster's list, `GPC01` to `GPC15`; the numbering is this program's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gpc(u8);

impl Gpc {
    /// Attacks on civilians and other unlawful killings: what an evacuation is most often about.
    pub const ATTACKS: Self = Self(2);
}

impl FromStr for Gpc {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.trim().to_ascii_uppercase();
        digits
            .strip_prefix("GPC")
            .filter(|d| d.len() == 2)
            .and_then(|d| d.parse().ok())
            .filter(|n| (1..=15).contains(n))
            .map(Self)
            .ok_or_else(|| format!("'{text}' is not a risk from GPC01 to GPC15"))
    }
}

impl fmt::Display for Gpc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GPC{:02}", self.0)
    }
}

impl Serialize for Gpc {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Gpc {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(de::Error::custom)
    }
}

/// Threat 0 (none known) to 4 (harm is going on or expected within 72 hours).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Threat(u8);

impl Threat {
    /// The highest.
    pub const MOST: Self = Self(4);

    /// A threat of 0 to 4.
    pub fn new(level: u8) -> Option<Self> {
        (level <= 4).then_some(Self(level))
    }

    /// The number.
    pub fn level(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Threat {
    type Error = String;
    fn try_from(level: u8) -> Result<Self, String> {
        Self::new(level).ok_or_else(|| format!("a threat is 0 to 4, not {level}"))
    }
}

impl From<Threat> for u8 {
    fn from(threat: Threat) -> Self {
        threat.0
    }
}

/// Whether something applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// It does.
    Yes,
    /// It doesn't.
    #[default]
    No,
    /// Asked and not known, refused, or never asked.
    Unknown,
}

/// Answers by item code; what was never set is `No`, so whoever builds this sets what was not asked to `Unknown`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Answer>);

impl Answers {
    /// The answers with one more.
    pub fn with(mut self, code: &str, answer: Answer) -> Self {
        self.record(code, answer);
        self
    }

    /// Records an answer, in place of an earlier one for the same code.
    pub fn record(&mut self, code: &str, answer: Answer) {
        if answer == Answer::No {
            self.0.remove(code);
        } else {
            self.0.insert(code.into(), answer);
        }
    }

    /// The answer for a code.
    pub fn answer(&self, code: &str) -> Answer {
        self.0.get(code).copied().unwrap_or_default()
    }

    /// Codes answered yes or unknown, in order.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// What stands behind a threat; who did it and why is kept with the record and not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Identifier, unique within the person.
    pub id: String,
    /// own_statement, witness, document, incident_record, official_warning or site_monitoring; an own statement is enough.
    pub kind: String,
    /// When it happened or was said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub at: Option<Instant>,
    /// Reliability of the source A-F and credibility 1-6, such as `B2`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub grade: Option<String>,
}

/// One assessed risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskInput {
    /// Which risk.
    pub gpc: Gpc,
    /// The threat; nothing if it is not known.
    pub threat: Option<Threat>,
    /// What stands behind it.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// What makes harm likelier or heavier, by code of the ruleset.
    #[serde(default)]
    pub vulnerabilities: Answers,
    /// What protects, by code of the ruleset.
    #[serde(default)]
    pub capacities: Answers,
}

/// A domain of the Washington Group Short Set, in its fixed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Domain {
    /// Seeing, even with glasses.
    Seeing,
    /// Hearing, even with a hearing aid.
    Hearing,
    /// Walking or climbing steps.
    Walking,
    /// Remembering or concentrating.
    Remembering,
    /// Washing all over or dressing.
    SelfCare,
    /// Communicating in the usual language.
    Communicating,
}

/// The six answers: 1 no difficulty, 2 some, 3 a lot, 4 cannot do at all, 7 refused, 9 not known. Not for children under 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WashingtonGroup {
    answers: [u8; 6],
    /// Whether someone assists.
    pub assisted: Answer,
}

impl WashingtonGroup {
    /// Six answers in the set's order, each 1 to 4, 7 or 9.
    pub fn new(answers: [u8; 6], assisted: Answer) -> Option<Self> {
        answers.iter().all(|a| matches!(a, 1..=4 | 7 | 9)).then_some(Self { answers, assisted })
    }

    /// Difficulty 1 to 4 in a domain; nothing if refused or not known.
    pub fn difficulty(&self, domain: Domain) -> Option<u8> {
        self.answers.get(domain as usize).copied().filter(|a| *a <= 4)
    }

    /// The short set's cut-off: at least one domain with a lot of difficulty or more.
    pub fn is_disability(&self) -> bool {
        self.answers.iter().any(|a| matches!(a, 3 | 4))
    }

    /// Whether all six were answered.
    pub fn is_complete(&self) -> bool {
        self.answers.iter().all(|a| *a <= 4)
    }
}

/// A tier set by a person, alone or over an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandSet {
    /// The tier.
    pub tier: crate::Tier,
    /// Why; an override of an assessment does not count without it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
    /// Who set it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub at: Option<Instant>,
}

/// All that is known about one person's exposure. Empty means that nobody has looked yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Risks, each with its threat.
    #[serde(default)]
    pub risks: Vec<RiskInput>,
    /// Red flags raised, by code of the ruleset.
    #[serde(default)]
    pub flags: Vec<String>,
    /// Codes of flags or other items that the assessor could not find out.
    #[serde(default)]
    pub open_questions: Vec<String>,
    /// Washington Group answers, if asked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub washington_group: Option<WashingtonGroup>,
    /// When it was made.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub assessed_at: Option<Instant>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub assessed_by: Option<String>,
    /// When an incident, a move or a change of the household last happened: an older assessment is stale.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub changed_at: Option<Instant>,
    /// A tier set by a person.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub hand_set: Option<HandSet>,
}

impl Assessment {
    /// Whether anything was assessed, apart from a tier set by hand.
    pub fn is_assessed(&self) -> bool {
        !self.risks.is_empty() || !self.flags.is_empty()
    }
}
