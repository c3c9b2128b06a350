//! A report of violence: what happened, when, where, how sure we are of each, and who says so.

use base::{Instant, Point};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Identifier of a report, as its source gives it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReportId(pub String);

impl fmt::Display for ReportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Kind of violence; the first three are UCDP's types, the others hold what ACLED and people in the field report besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Deliberate violence against civilians by a state or an organised group.
    OneSided,
    /// Fighting between organised groups, none of them a state.
    NonState,
    /// Fighting in which at least one party is a state.
    StateBased,
    /// Shelling, air strikes, mines and explosives.
    Remote,
    /// Riots, protests and looting.
    Unrest,
    /// Anything else, or a kind that was not recognised.
    Other,
}

/// How exactly the place is known, in UCDP's steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlacePrecision {
    /// 1: the point itself.
    Point,
    /// 2: within about 25 km of the point.
    Near,
    /// 3: somewhere in a second-level area (district).
    District,
    /// 4: somewhere in a first-level area (province).
    Province,
    /// 5: along a line or within a region.
    Region,
    /// 6: somewhere in the country.
    Country,
}

impl PlacePrecision {
    /// All steps, in UCDP's order.
    pub const ALL: [Self; 6] = [Self::Point, Self::Near, Self::District, Self::Province, Self::Region, Self::Country];

    /// Reads UCDP's number, 1 to 6 (7, "international waters or airspace", counts as 6).
    pub fn from_ucdp(step: u8) -> Option<Self> {
        Self::ALL.get(usize::from(step.min(6)).checked_sub(1)?).copied().filter(|_| step <= 7)
    }

    /// Reads ACLED's `geo_precision`: 1 the town, 2 near a town or part of a small region, 3 a larger region.
    pub fn from_acled(step: u8) -> Option<Self> {
        match step {
            1 => Some(Self::Point),
            2 => Some(Self::Near),
            3 => Some(Self::Province),
            _ => None,
        }
    }

    /// UCDP's number, 1 to 6.
    pub fn ucdp(self) -> u8 {
        match self {
            Self::Point => 1,
            Self::Near => 2,
            Self::District => 3,
            Self::Province => 4,
            Self::Region => 5,
            Self::Country => 6,
        }
    }
}

/// What is thought of a report today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Said by one source; counts.
    Reported,
    /// Confirmed by a second source; counts.
    Confirmed,
    /// Found to be wrong; does not count.
    Contradicted,
    /// No longer of use, by decision of an officer; does not count.
    Expired,
}

impl Status {
    /// Whether a report with this status raises the threat at all.
    pub fn counts(self) -> bool {
        matches!(self, Self::Reported | Self::Confirmed)
    }
}

/// One report of violence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Identifier from the source.
    pub id: ReportId,
    /// Local midnight at which its first day begins, or the exact instant if the source gives one.
    pub start: Instant,
    /// Local midnight at which its last day is over, or the exact instant if the source gives one; never before `start`.
    pub end: Instant,
    /// How exactly the date is known: 1 the day, 2 within 2-6 days, 3 the week, 4 the month, 5 more than a month (UCDP).
    pub date_precision: u8,
    /// Kind of violence.
    pub kind: Kind,
    /// First party, as the source names it.
    pub actor_a: Option<String>,
    /// Second party, as the source names it.
    pub actor_b: Option<String>,
    /// Where; see `place_precision`.
    pub point: Point,
    /// How exactly the place is known.
    pub place_precision: PlacePrecision,
    /// Name of the place, as the source gives it.
    pub place: Option<String>,
    /// Civilians killed, if counted.
    pub civilian_deaths: Option<u32>,
    /// All people killed, best estimate.
    pub deaths: Option<u32>,
    /// Who says so.
    pub source: Option<String>,
    /// What is thought of it today.
    pub status: Status,
    /// When it came to be known, if that is recorded.
    pub received: Option<Instant>,
}

impl Report {
    /// When the report is known: when it was received if that is recorded, else when its last day is over.
    ///
    /// An event that spans days counts only once the whole span is past, so that a plan for a day never knows of that day.
    pub fn known_at(&self) -> Instant {
        self.received.map_or(self.end, |received| received.max(self.start))
    }
}
