//! Indicators and evidence become a degree of exposure to imminent risk, with reasons.
//!
//! In: a [`Ruleset`] (a readable content file) and an [`Assessment`] per person: threats with evidence, what makes harm
//! likelier, what protects, red flags, the day it was made. Out: a [`Degree`]: score per risk, band, tier 1 to 4, reasons, what
//! is unknown, when it expires. For a file of people: all degrees, findings, and the disparity report.
//! Always true: a further risk, flag or threat never lowers the band, a further capacity never raises it, what is
//! unknown never lowers it; arithmetic is whole numbers; the same input gives the same answer.
//! Absent: a field for nationality, ethnicity, religion, sex, name, birthplace or legal status anywhere that [`assess`] can
//! reach; clocks, files and randomness. [`disparity`] and [`file`](assess_file) look at groups after the fact and can't feed the score.
//!
//! Columns that [`read_row`] reads are listed in [`read::COLUMNS`] and explained in `content/exposure/README.md`.

mod assessment;
mod degree;
pub mod disparity;
mod file;
mod groups;
pub mod read;
mod ruleset;
mod ruleset_check;
mod score;
pub mod text;

pub use assessment::{Answer, Answers, Assessment, Domain, Evidence, Gpc, HandSet, RiskInput, Threat, WashingtonGroup};
pub use degree::{Band, Degree, Override, RiskDegree, Status, Tier, TransportView, household_tier};
pub use file::{AssessReport, OverrideCount, PersonDegree, assess_file};
pub use read::{ReadAssessment, read_assessments, read_row};
pub use ruleset::{Capacity, Flag, Ruleset, ThreatLevel, Vulnerability};
pub use score::assess;
