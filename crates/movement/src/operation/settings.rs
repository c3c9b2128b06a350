//! `operation.toml`: what the officer sets for one operation. Every default is ours and is shown as "default: set locally".

use super::people::ChildAge;
use base::{Finding, Findings, Instant, LocalZone, TimeOfDay};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything in `operation.toml`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Name of the operation.
    pub name: String,
    /// IANA time zone.
    pub timezone: String,
    /// First moment a vehicle may move (RFC 3339, or local date or time).
    pub starts: String,
    /// Hours that are planned; waiting people count harm until the end of them.
    pub horizon_hours: u32,
    /// Seed of the search and of the lots drawn among equals.
    #[serde(default)]
    pub seed: u64,
    /// Tier weights and the tolerance of the order of tiers.
    #[serde(default)]
    pub tiers: Tiers,
    /// Rules of driving.
    #[serde(default)]
    pub driving: Driving,
    /// Expert-set scale of hazards.
    #[serde(default)]
    pub hazards: Hazards,
    /// How ways are chosen.
    #[serde(default)]
    pub routing: Routing,
    /// How many unaccompanied children one adult may escort.
    #[serde(default)]
    pub escorts: Escorts,
    /// Protocol texts printed on manifests, by name.
    #[serde(default)]
    pub protocol: BTreeMap<String, String>,
}

/// Weights and tolerance of the tiers.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tiers {
    /// Weight of tiers 1 to 4 in W.
    pub weights: [f64; 4],
    /// How many percent a higher tier may give up for the tiers below it; never below what the officer rule gives it.
    pub tolerance_percent: f64,
}

impl Default for Tiers {
    fn default() -> Self {
        Self { weights: [8.0, 4.0, 2.0, 1.0], tolerance_percent: 2.0 }
    }
}

/// A daily span without driving; may run over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Curfew {
    /// Begins (local).
    pub from: TimeOfDay,
    /// Ends (local).
    pub to: TimeOfDay,
}

/// Dry or wet: which column of speeds holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Season {
    /// Dry season.
    Dry,
    /// Wet season.
    Wet,
}

/// Rules of driving.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Driving {
    /// Season.
    pub season: Season,
    /// Speed in km/h by road class, dry season; `other` for every other class.
    pub dry_kmh: BTreeMap<String, f64>,
    /// The same for the wet season.
    pub wet_kmh: BTreeMap<String, f64>,
    /// Spans without driving.
    pub curfew: Vec<Curfew>,
    /// Span of darkness.
    pub dark: Curfew,
    /// Minutes to keep from curfews and closures.
    pub margin_minutes: u32,
    /// Boarding time per household.
    pub boarding_seconds: u32,
    /// Alighting time per household.
    pub alighting_seconds: u32,
    /// Time between two trips.
    pub turnaround_minutes: u32,
    /// Longest driving of a crew in a local day; 0 for no limit.
    pub max_drive_hours_per_day: f64,
    /// A break is due after this much driving; 0 for never.
    pub break_after_minutes: u32,
    /// Its length.
    pub break_minutes: u32,
    /// Longest ride of anyone, from pick-up to arrival, nights on the way included; 0 for no limit.
    pub longest_ride_hours: u32,
    /// Whether every loaded vehicle must travel with an escort (`escort` in fleet.csv).
    pub escort_required: bool,
}

impl Default for Driving {
    fn default() -> Self {
        let speeds = |list: &[(&str, f64)]| list.iter().map(|(k, v)| ((*k).to_owned(), *v)).collect();
        Self {
            season: Season::Dry,
            dry_kmh: speeds(&[("primary", 50.0), ("secondary", 40.0), ("track", 20.0), ("other", 40.0)]),
            wet_kmh: speeds(&[("primary", 40.0), ("secondary", 25.0), ("track", 10.0), ("other", 25.0)]),
            curfew: vec![Curfew { from: TimeOfDay(18 * 60), to: TimeOfDay(5 * 60) }],
            dark: Curfew { from: TimeOfDay(18 * 60), to: TimeOfDay(5 * 60 + 30) },
            margin_minutes: 15,
            boarding_seconds: 180,
            alighting_seconds: 60,
            turnaround_minutes: 30,
            max_drive_hours_per_day: 9.0,
            break_after_minutes: 270,
            break_minutes: 45,
            longest_ride_hours: 60,
            escort_required: false,
        }
    }
}

/// Expert-set scale of hazards: only ranking and sensitivity are claimed.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hazards {
    /// Hazard per person and hour that is assumed where nothing is reported: unknown is never safe.
    pub floor_per_hour: f64,
    /// Harm of an hour's ride itself, per person, in the same unit.
    pub ride_per_hour: f64,
}

impl Default for Hazards {
    fn default() -> Self {
        Self { floor_per_hour: 0.0005, ride_per_hour: 0.002 }
    }
}

/// How the way between two places is chosen among the best trade-offs of time and risk.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Routing {
    /// Hours of driving that are worth one unit of risk less.
    pub hours_per_risk: f64,
    /// Never longer than this factor of the fastest way's time.
    pub longest_factor: f64,
    /// Kilometres within which a place is put on the network.
    pub snap_km: f64,
}

impl Default for Routing {
    fn default() -> Self {
        Self { hours_per_risk: 10.0, longest_factor: 2.0, snap_km: 5.0 }
    }
}

/// How many unaccompanied children of one age an adult may escort; children of several ages add up by their shares.
///
/// Defaults are ours, after the usual practice of escorted movements of children: confirm them with the child-protection lead.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Escorts {
    /// Below 2 years.
    pub under_2: u32,
    /// 2 to 5 years, or of unknown age.
    pub under_6: u32,
    /// 6 to 12 years.
    pub under_13: u32,
    /// 13 to 17 years.
    pub under_18: u32,
}

impl Default for Escorts {
    fn default() -> Self {
        Self { under_2: 1, under_6: 3, under_13: 6, under_18: 10 }
    }
}

impl Escorts {
    /// Children of an age per adult.
    pub fn per_adult(&self, age: ChildAge) -> u32 {
        match age {
            ChildAge::Baby => self.under_2,
            ChildAge::Small => self.under_6,
            ChildAge::School => self.under_13,
            ChildAge::Youth => self.under_18,
        }
    }
}

impl Settings {
    /// Reads `operation.toml`. Codes: `settings-unreadable`, `timezone-unknown`, `starts-unreadable`, `setting-out-of-range`.
    pub fn read(file: &str, bytes: &[u8], findings: &mut Findings) -> Option<(Self, LocalZone, Instant)> {
        let text = String::from_utf8_lossy(bytes);
        let settings: Self = match toml::from_str(&text) {
            Ok(settings) => settings,
            Err(error) => {
                let row = error.span().map_or(1, |s| 1 + text[..s.start.min(text.len())].matches('\n').count() as u64);
                let say = error.message().to_owned();
                findings.push(
                    Finding::error("settings-unreadable", say.clone(), "correct the line; the shipped scenario shows every key")
                        .at(file, row, "")
                        .with("error", say),
                );
                return None;
            }
        };
        let Some(zone) = LocalZone::find(&settings.timezone) else {
            let name = &settings.timezone;
            findings.push(
                Finding::error("timezone-unknown", format!("'{name}' is not a time zone"), "write an IANA name such as Africa/Bangui")
                    .at(file, 0, "timezone")
                    .with("value", name),
            );
            return None;
        };
        let starts = match zone.parse(&settings.starts) {
            Ok(starts) => starts,
            Err(error) => {
                findings.push(
                    Finding::error("starts-unreadable", error, "write 2014-01-15T05:00")
                        .at(file, 0, "starts")
                        .with("value", &settings.starts),
                );
                return None;
            }
        };
        settings.check(file, findings).then_some((settings, zone, starts))
    }

    fn check(&self, file: &str, findings: &mut Findings) -> bool {
        let d = &self.driving;
        let speeds = d.dry_kmh.values().chain(d.wet_kmh.values()).copied();
        let wrong = [
            ("horizon_hours", self.horizon_hours == 0 || self.horizon_hours > 24 * 60),
            ("tiers.weights", self.tiers.weights.iter().any(|w| !w.is_finite() || *w <= 0.0)),
            ("tiers.tolerance_percent", !(0.0..=100.0).contains(&self.tiers.tolerance_percent)),
            ("driving.speeds", speeds.into_iter().any(|v| !(1.0..=150.0).contains(&v))),
            ("driving.max_drive_hours_per_day", !(0.0..=24.0).contains(&d.max_drive_hours_per_day)),
            (
                "escorts",
                [ChildAge::Baby, ChildAge::Small, ChildAge::School, ChildAge::Youth].iter().any(|a| self.escorts.per_adult(*a) == 0),
            ),
            ("hazards.floor_per_hour", !self.hazards.floor_per_hour.is_finite() || self.hazards.floor_per_hour < 0.0),
            ("hazards.ride_per_hour", !self.hazards.ride_per_hour.is_finite() || self.hazards.ride_per_hour < 0.0),
            ("routing.hours_per_risk", !self.routing.hours_per_risk.is_finite() || self.routing.hours_per_risk < 0.0),
            ("routing.longest_factor", !(1.0..=100.0).contains(&self.routing.longest_factor)),
        ];
        let mut good = true;
        for (key, _) in wrong.iter().filter(|w| w.1) {
            good = false;
            findings.push(
                Finding::error("setting-out-of-range", format!("'{key}' is out of range"), "compare it with the shipped scenario")
                    .at(file, 0, *key)
                    .with("key", key),
            );
        }
        good
    }

    /// Speeds of the season.
    pub fn speeds(&self) -> roads::Speeds {
        let by_class = match self.driving.season {
            Season::Dry => self.driving.dry_kmh.clone(),
            Season::Wet => self.driving.wet_kmh.clone(),
        };
        let other_kmh = by_class.get("other").copied().unwrap_or(30.0);
        roads::Speeds { by_class, other_kmh }
    }
}
