//! What the surface believes about violence, in one readable structure (`content/threat/params.toml`).

use crate::report::{Kind, PlacePrecision, Status};
use serde::{Deserialize, Serialize};

/// One way in which violence echoes: each report lets `incidents` more be expected, about `km` away, fading over `days`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Echo {
    /// E-folding time in days, above 0.
    pub days: f64,
    /// Standard deviation in km along each axis, at least 0 (0: at the very place).
    pub km: f64,
    /// Expected further incidents per report, over all time and everywhere, at least 0.
    pub incidents: f64,
    /// Only reports echo so that follow at least this many others near by (see [`Params::front_km`]); 0: every report.
    #[serde(default)]
    pub after: u32,
}

/// The form in which threat falls off with distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Bell curve: the chance that something that happens about there happens within reach of here.
    Gaussian,
    /// `exp(-d / km)` around the reported point, blind to precision: the crude reference that the back-test compares with.
    Exponential,
}

/// Weight by kind and harm: what one incident means to a person who meets it, in units of one attack on civilians without deaths.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Severity {
    /// Weight of one-sided violence.
    pub one_sided: f64,
    /// Weight of fighting between groups.
    pub non_state: f64,
    /// Weight of fighting with a state.
    pub state_based: f64,
    /// Weight of shelling, strikes and mines.
    pub remote: f64,
    /// Weight of riots and protests.
    pub unrest: f64,
    /// Weight of anything else.
    pub other: f64,
    /// Added per natural logarithm of (1 + civilian deaths).
    pub per_log_death: f64,
}

impl Default for Severity {
    fn default() -> Self {
        Self { one_sided: 1.0, non_state: 0.8, state_based: 0.7, remote: 0.9, unrest: 0.2, other: 0.5, per_log_death: 0.1 }
    }
}

impl Severity {
    /// Every incident weighs one: expected incidents, without harm.
    pub const PLAIN: Self =
        Self { one_sided: 1.0, non_state: 1.0, state_based: 1.0, remote: 1.0, unrest: 1.0, other: 1.0, per_log_death: 0.0 };

    /// Weight of one incident of this kind with so many civilian deaths.
    pub fn weight(&self, kind: Kind, civilian_deaths: Option<u32>) -> f64 {
        let base = match kind {
            Kind::OneSided => self.one_sided,
            Kind::NonState => self.non_state,
            Kind::StateBased => self.state_based,
            Kind::Remote => self.remote,
            Kind::Unrest => self.unrest,
            Kind::Other => self.other,
        };
        base * (1.0 + self.per_log_death * f64::from(civilian_deaths.unwrap_or(0)).ln_1p())
    }
}

/// All parameters of the surface; how the defaults were chosen is told in `docs/decisions/0003-threat-model.md`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Params {
    /// An incident within this many km of a person is met by them.
    pub radius_km: f64,
    /// Form of the fall with distance.
    pub shape: Shape,
    /// How violence echoes: a mixture of short and long, near and far.
    pub echoes: Vec<Echo>,
    /// A report follows another if that one lies within this many km ...
    pub front_km: f64,
    /// ... and was over at most so many days before: places where violence repeats are fronts, and stay so longer.
    pub front_days: f64,
    /// Standard deviation in km along each axis that each step of place precision adds, from 1 (point) to 6 (country).
    pub precision_km: [f64; 6],
    /// Weight by kind and harm.
    pub severity: Severity,
    /// Weight of a report that is not confirmed, 0 to 1.
    pub unconfirmed: f64,
    /// Incidents per day and point that are expected even where nothing was ever reported; above 0, so that unknown is never safe.
    pub background_per_day: f64,
    /// A point is covered if anything was reported within this many km ...
    pub coverage_km: f64,
    /// ... in the last so many days.
    pub coverage_days: f64,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            radius_km: 10.0,
            shape: Shape::Gaussian,
            echoes: vec![
                Echo { days: 14.0, km: 8.0, incidents: 1.0, after: 0 },
                Echo { days: 14.0, km: 8.0, incidents: 2.0, after: 8 },
                Echo { days: 300.0, km: 8.0, incidents: 0.7, after: 0 },
                Echo { days: 4.0, km: 40.0, incidents: 1.5, after: 0 },
                Echo { days: 90.0, km: 160.0, incidents: 0.8, after: 0 },
            ],
            front_km: 15.0,
            front_days: 60.0,
            precision_km: [0.0, 12.0, 35.0, 90.0, 150.0, 300.0],
            severity: Severity::default(),
            unconfirmed: 1.0,
            background_per_day: 0.0002,
            coverage_km: 50.0,
            coverage_days: 60.0,
        }
    }
}

impl Params {
    /// The crude reference of the back-test: each report fades over 14 days and 8 km, blind to kind, harm and precision.
    ///
    /// Its `incidents` set no scale that can be compared with the default's: it is for ranking only.
    pub fn crude() -> Self {
        Self {
            shape: Shape::Exponential,
            echoes: vec![Echo { days: 14.0, km: 8.0, incidents: 1.0, after: 0 }],
            severity: Severity::PLAIN,
            background_per_day: 0.0,
            ..Self::default()
        }
    }

    /// The same with every expected incident times `factor`: for "what if the threat is half or double".
    pub fn scaled(mut self, factor: f64) -> Self {
        for echo in &mut self.echoes {
            echo.incidents *= factor;
        }
        self.background_per_day *= factor;
        self
    }

    /// What is wrong with the parameters, in words; nothing if they can be used.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let mut need = |name: &str, value: f64, least: f64| {
            if !(value.is_finite() && value >= least) {
                problems.push(format!("{name} is {value}, must be a number of at least {least}"));
            }
        };
        need("radius_km", self.radius_km, 0.1);
        need("background_per_day", self.background_per_day, 0.0);
        need("unconfirmed", self.unconfirmed, 0.0);
        need("front_km", self.front_km, 0.0);
        need("front_days", self.front_days, 0.0);
        need("coverage_km", self.coverage_km, 0.1);
        need("coverage_days", self.coverage_days, 0.1);
        for echo in &self.echoes {
            need("echoes.days", echo.days, 0.01);
            need("echoes.km", echo.km, 0.0);
            need("echoes.incidents", echo.incidents, 0.0);
        }
        for km in self.precision_km {
            need("precision_km", km, 0.0);
        }
        let severity = &self.severity;
        for weight in [severity.one_sided, severity.non_state, severity.state_based, severity.remote, severity.unrest, severity.other] {
            need("severity", weight, 0.0);
        }
        need("severity.per_log_death", severity.per_log_death, 0.0);
        problems
    }

    pub(crate) fn precision_km(&self, precision: PlacePrecision) -> f64 {
        match self.shape {
            Shape::Gaussian => self.precision_km[usize::from(precision.ucdp()) - 1],
            Shape::Exponential => 0.0,
        }
    }

    pub(crate) fn status_weight(&self, status: Status) -> f64 {
        match status {
            Status::Confirmed => 1.0,
            Status::Reported => self.unconfirmed,
            Status::Contradicted | Status::Expired => 0.0,
        }
    }
}
