//! The threat surface: what is expected at a place and time, from what was known at one instant.

use crate::explain::Contribution;
use crate::front::follows;
use crate::grid::{Grid, Mass, share_out};
use crate::kernel::{Kernel, degrees, fade_per_day, flat_km};
use crate::params::{Echo, Params};
use crate::report::{PlacePrecision, Report};
use base::{Instant, Point};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether anybody reports from here: what is not covered is unknown, not safe.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    /// Days from the newest report within `coverage_km` to the asked instant; none if there never was one.
    pub last_report_days: Option<f64>,
    /// Whether that is at most `coverage_days`.
    pub known: bool,
}

/// Threat at a point.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Hazard {
    /// Expected incidents x severity per hour that a person at this point meets.
    pub per_hour: f64,
    /// Whether anybody reports from here.
    pub coverage: Coverage,
}

/// Threat of crossing a straight segment.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SegmentRisk {
    /// Expected incidents x severity met while crossing: the hazard integrated over the hours spent.
    pub risk: f64,
    /// Share of the segment from which nobody reports, 0 to 1.
    pub unknown_share: f64,
}

/// With more reports than this, those of a wide echo are summed on a lattice: a hundredth of its height off at most.
const MANY: usize = 2_000;

#[derive(Debug, Clone)]
struct Layer {
    kernel: Kernel,
    days: f64,
    grid: Grid,
}

/// What is expected where and when, from what was known at `as_of`.
#[derive(Debug, Clone)]
pub struct Surface {
    as_of: Instant,
    params: Params,
    reports: Vec<Report>,
    follows: Vec<u32>,
    layers: Vec<Layer>,
    newest: Grid,
}

impl Surface {
    /// Builds the surface from the reports known at `as_of` that are neither contradicted nor expired; the others are left out.
    ///
    /// Parameters should have passed [`Params::problems`].
    pub fn new(reports: &[Report], as_of: Instant, params: &Params) -> Self {
        let mut known: Vec<Report> = reports.iter().filter(|r| r.status.counts() && r.known_at() <= as_of).cloned().collect();
        known.sort_by(|a, b| a.id.cmp(&b.id).then(a.start.cmp(&b.start)));
        let most = params.echoes.iter().map(|echo| echo.after).max().unwrap_or(0);
        let follows = follows(&known, params.front_km, params.front_days, most);
        // One layer for each echo and step of precision.
        let mut layers = Vec::new();
        for echo in &params.echoes {
            for precision in PlacePrecision::ALL {
                let all = known.iter().zip(&follows);
                let alike = all.filter(|(r, follows)| r.place_precision == precision && **follows >= echo.after);
                let mut masses: Vec<Mass> = alike.map(|(r, _)| Mass { point: r.point, amount: per_day(params, echo, r, as_of) }).collect();
                if masses.is_empty() {
                    continue;
                }
                let kernel = kernel(params, echo, precision);
                let wide = kernel.width_km > 3.0 * params.radius_km;
                let merge = if wide { kernel.width_km / 16.0 } else { 0.0 };
                if wide && masses.len() > MANY {
                    masses = share_out(masses, kernel.width_km / 8.0);
                }
                layers.push(Layer { kernel, days: echo.days, grid: Grid::new(kernel.reach_km(), merge, masses) });
            }
        }
        let newest = newest(&known, as_of, params);
        Self { as_of, params: params.clone(), reports: known, follows, layers, newest }
    }

    /// The instant whose knowledge the surface holds.
    pub fn as_of(&self) -> Instant {
        self.as_of
    }

    /// The parameters in use.
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// The reports that count, sorted by identifier.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// Threat at a point and instant; an instant before `as_of` is taken as `as_of`.
    pub fn hazard(&self, point: Point, at: Instant) -> Hazard {
        let layers: f64 = (0..self.layers.len()).map(|layer| self.layer_per_day(layer, point, at)).sum();
        Hazard { per_hour: (self.params.background_per_day + layers) / 24.0, coverage: self.coverage(point, at) }
    }

    /// Width of the fall with distance of each layer.
    pub(crate) fn widths_km(&self) -> impl Iterator<Item = f64> + '_ {
        self.layers.iter().map(|layer| layer.kernel.width_km)
    }

    /// What one layer adds at a point and instant.
    pub(crate) fn layer_per_day(&self, layer: usize, point: Point, at: Instant) -> f64 {
        let Some(layer) = self.layers.get(layer) else { return 0.0 };
        let (reach, fade) = (layer.kernel.reach_km(), self.fade(layer, at));
        let mut per_day = 0.0;
        layer.grid.near(point, point, reach, |mass| {
            let (x, y) = flat_km(mass.point, point);
            let km = x.hypot(y);
            if km <= reach {
                per_day += layer.kernel.at(km) * mass.amount * fade;
            }
        });
        per_day
    }

    /// Threat of crossing the straight segment `a`-`b`, entered at `enter`, in `hours` (at an even pace; negative counts as 0).
    ///
    /// For a road that bends, or that is longer than the straight line, give the hours that the road takes.
    pub fn segment_risk(&self, a: Point, b: Point, enter: Instant, hours: f64) -> SegmentRisk {
        SegmentRisk { risk: self.segment_per_hour(a, b, enter, hours) * hours.max(0.0), unknown_share: self.unknown_share(a, b, enter) }
    }

    /// Mean hazard per hour along the straight segment: the fast half of [`Self::segment_risk`].
    pub fn segment_per_hour(&self, a: Point, b: Point, enter: Instant, hours: f64) -> f64 {
        let middle = enter.plus_seconds((hours.max(0.0) * 1800.0) as i64);
        let mut per_day = self.params.background_per_day;
        for layer in &self.layers {
            let (reach, fade) = (layer.kernel.reach_km(), self.fade(layer, middle));
            layer.grid.near(a, b, reach, |mass| {
                per_day += layer.kernel.mean_along(flat_km(mass.point, a), flat_km(mass.point, b)) * mass.amount * fade;
            });
        }
        per_day / 24.0
    }

    /// Share of points along a segment from which nobody reports.
    pub fn unknown_share(&self, a: Point, b: Point, at: Instant) -> f64 {
        let steps = (a.distance_km(b) / (self.params.coverage_km / 2.0)).ceil().clamp(1.0, 64.0) as usize;
        let unknown = (0..steps).filter(|i| !self.coverage(a.towards(b, (*i as f64 + 0.5) / steps as f64), at).known).count();
        unknown as f64 / steps as f64
    }

    /// Whether anybody reports from a point.
    pub fn coverage(&self, point: Point, at: Instant) -> Coverage {
        let at = at.max(self.as_of);
        let mut age: Option<f64> = None;
        self.newest.near(point, point, self.params.coverage_km, |mass| {
            let (x, y) = flat_km(mass.point, point);
            if x.hypot(y) <= self.params.coverage_km {
                let days = mass.amount + at.days_since(self.as_of);
                age = Some(age.map_or(days, |a| a.min(days)));
            }
        });
        Coverage { last_report_days: age, known: age.is_some_and(|days| days <= self.params.coverage_days) }
    }

    /// The reports behind the hazard at a point, largest first, at most `most`; shares are of the whole hazard, background included.
    pub fn explain_point(&self, point: Point, at: Instant, most: usize) -> Vec<Contribution> {
        self.explain_segment(point, point, at, 0.0, most)
    }

    /// The reports behind the risk of a segment, largest first, at most `most`; shares are of the whole risk, background included.
    pub fn explain_segment(&self, a: Point, b: Point, enter: Instant, hours: f64, most: usize) -> Vec<Contribution> {
        let at = enter.plus_seconds((hours.max(0.0) * 1800.0) as i64).max(self.as_of);
        let amounts = self.reports.iter().zip(&self.follows).map(|(report, follows)| {
            let (from, to) = (flat_km(report.point, a), flat_km(report.point, b));
            let echoes = self.params.echoes.iter().filter(|echo| *follows >= echo.after);
            let parts = echoes.map(|echo| {
                kernel(&self.params, echo, report.place_precision).mean_along(from, to) * per_day(&self.params, echo, report, at)
            });
            parts.sum::<f64>()
        });
        Contribution::largest(&self.reports, amounts.collect(), self.params.background_per_day, most)
    }

    fn fade(&self, layer: &Layer, at: Instant) -> f64 {
        (-at.days_since(self.as_of).max(0.0) / layer.days).exp()
    }
}

/// Expected follow-ups of one report x severity per day at an instant, for one echo.
fn per_day(params: &Params, echo: &Echo, report: &Report, at: Instant) -> f64 {
    let weight = params.severity.weight(report.kind, report.civilian_deaths) * params.status_weight(report.status);
    weight * echo.incidents * fade_per_day(echo.days, report.start, report.end, at)
}

/// Fall with distance of one echo of a report known so exactly.
fn kernel(params: &Params, echo: &Echo, precision: PlacePrecision) -> Kernel {
    Kernel::new(params.shape, params.radius_km, echo.km.hypot(params.precision_km(precision)))
}

/// For each spot that ever reported, the days from its newest report to `as_of`, on a lattice of a tenth of the coverage radius.
///
/// A report that is known no better than its province says nothing about who reports from the point it is pinned to.
fn newest(reports: &[Report], as_of: Instant, params: &Params) -> Grid {
    let lattice = degrees(params.coverage_km) / 10.0;
    let spot = |degrees: f64| (degrees / lattice).round() as i64;
    let mut spots: BTreeMap<(i64, i64), Instant> = BTreeMap::new();
    for report in reports.iter().filter(|r| r.place_precision <= PlacePrecision::District) {
        let newest = spots.entry((spot(report.point.lat), spot(report.point.lon))).or_insert(report.end);
        *newest = (*newest).max(report.end);
    }
    let masses = spots.into_iter().map(|((lat, lon), end)| {
        let point = Point { lat: (lat as f64 * lattice).clamp(-90.0, 90.0), lon: (lon as f64 * lattice).clamp(-180.0, 180.0) };
        Mass { point, amount: as_of.days_since(end).max(0.0) }
    });
    Grid::new(params.coverage_km, 0.0, masses)
}
