//! A site plan in metres.

use crate::geometry::Shape;
use serde_json::{Map, Value};

/// What a feature is, by the words of the plan's `kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words of the format, explained in docs/formats-site.md")]
pub enum Kind {
    Boundary,
    Shelter,
    Latrine,
    Bathing,
    WaterPoint,
    Light,
    Path,
    DistributionPoint,
    Wfs,
    Cfs,
    Health,
    PoliceSecurity,
    Market,
    School,
    FirewoodArea,
    Cemetery,
    Waste,
    Livestock,
    BusStop,
    Office,
    FirewoodRoute,
    Hazard,
    BufferExclusion,
}

/// Each kind with its word.
pub(crate) const WORDS: [(Kind, &str); 23] = [
    (Kind::Boundary, "boundary"),
    (Kind::Shelter, "shelter"),
    (Kind::Latrine, "latrine"),
    (Kind::Bathing, "bathing"),
    (Kind::WaterPoint, "water_point"),
    (Kind::Light, "light"),
    (Kind::Path, "path"),
    (Kind::DistributionPoint, "distribution_point"),
    (Kind::Wfs, "wfs"),
    (Kind::Cfs, "cfs"),
    (Kind::Health, "health"),
    (Kind::PoliceSecurity, "police_security"),
    (Kind::Market, "market"),
    (Kind::School, "school"),
    (Kind::FirewoodArea, "firewood_area"),
    (Kind::Cemetery, "cemetery"),
    (Kind::Waste, "waste"),
    (Kind::Livestock, "livestock"),
    (Kind::BusStop, "bus_stop"),
    (Kind::Office, "office"),
    (Kind::FirewoodRoute, "firewood_route"),
    (Kind::Hazard, "hazard"),
    (Kind::BufferExclusion, "buffer_exclusion"),
];

impl Kind {
    /// Its word in the plan.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }
}

/// One thing on the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Feature {
    /// Unique in the plan.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    pub(crate) shape: Shape,
    pub(crate) properties: Map<String, Value>,
}

impl Feature {
    /// A word among its properties.
    pub(crate) fn word(&self, name: &str) -> &str {
        self.properties.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// A number of 0 or more among its properties.
    pub(crate) fn number(&self, name: &str) -> Option<f64> {
        self.properties.get(name).and_then(Value::as_f64).filter(|n| n.is_finite() && *n >= 0.0)
    }

    /// Yes, no or not said.
    pub(crate) fn yes(&self, name: &str) -> Option<bool> {
        self.properties.get(name).and_then(Value::as_bool)
    }

    /// People in a shelter; 0 if not said.
    pub(crate) fn persons(&self) -> f64 {
        self.number("persons").unwrap_or(0.0)
    }
}

/// A site plan that was read: features in order of their identifiers.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Name of the site, as its boundary says.
    pub name: String,
    /// Everything on it that could be used, boundary included.
    pub features: Vec<Feature>,
    /// Whether any shelter lacks its people.
    pub(crate) people_missing: bool,
}

impl Plan {
    pub(crate) fn of(&self, kind: Kind) -> impl Iterator<Item = &Feature> + Clone {
        self.features.iter().filter(move |f| f.kind == kind)
    }

    pub(crate) fn boundary(&self) -> Option<&Feature> {
        self.of(Kind::Boundary).next()
    }

    /// Whether the plan says that this kind was looked for: then none on it means that there is none.
    pub(crate) fn surveyed(&self, kind: Kind) -> bool {
        let listed = self.boundary().and_then(|b| b.properties.get("surveyed")).and_then(Value::as_array);
        listed.is_some_and(|all| all.iter().any(|w| w.as_str() == Some(kind.word())))
    }
}
