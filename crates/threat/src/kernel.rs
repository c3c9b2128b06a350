//! How threat falls off with time and distance, at a point and along a straight segment.
//!
//! The Gaussian kernel is a disc of `radius_km` (what a person meets) blurred by where a follow-up may happen. The disc is taken as a bell
//! of the same area, so the blur of two bells is a bell: closed forms for points and, with `erf`, for segments; mass is conserved exactly.

use crate::params::Shape;
use base::{Instant, Point};

const KM_PER_DEGREE: f64 = 6371.0088 * std::f64::consts::PI / 180.0;

/// East and north of `p` as seen from `from`, in km, on a local flat projection.
pub(crate) fn flat_km(from: Point, p: Point) -> (f64, f64) {
    let mut east = p.lon - from.lon;
    if east > 180.0 {
        east -= 360.0;
    } else if east < -180.0 {
        east += 360.0;
    }
    (east * KM_PER_DEGREE * from.lat.to_radians().cos(), (p.lat - from.lat) * KM_PER_DEGREE)
}

/// Degrees of latitude in so many km.
pub(crate) fn degrees(km: f64) -> f64 {
    km / KM_PER_DEGREE
}

/// Fall with distance: `scale * exp(-(d/width)^2)` or `scale * exp(-d/width)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Kernel {
    pub shape: Shape,
    pub width_km: f64,
    pub scale: f64,
}

impl Kernel {
    /// The kernel of a follow-up that happens with a standard deviation of `sigma_km`, met within `radius_km`.
    pub fn new(shape: Shape, radius_km: f64, sigma_km: f64) -> Self {
        match shape {
            Shape::Gaussian => {
                let width2 = radius_km * radius_km + 2.0 * sigma_km * sigma_km;
                Self { shape, width_km: width2.sqrt(), scale: radius_km * radius_km / width2 }
            }
            Shape::Exponential => Self { shape, width_km: sigma_km.max(0.1), scale: 1.0 },
        }
    }

    /// Beyond this many km the kernel is taken as zero (below 10^-5 of its height).
    pub fn reach_km(&self) -> f64 {
        match self.shape {
            Shape::Gaussian => 3.5 * self.width_km,
            Shape::Exponential => 12.0 * self.width_km,
        }
    }

    /// Height at a distance.
    pub fn at(&self, km: f64) -> f64 {
        let x = km / self.width_km;
        match self.shape {
            Shape::Gaussian => self.scale * (-x * x).exp(),
            Shape::Exponential => self.scale * (-x).exp(),
        }
    }

    /// Mean height along the segment `a`-`b` as seen from its centre, in km.
    pub fn mean_along(&self, a: (f64, f64), b: (f64, f64)) -> f64 {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = dx.hypot(dy);
        if length < 1e-6 {
            return self.at(a.0.hypot(a.1));
        }
        let foot = -(a.0 * dx + a.1 * dy) / length;
        let off = (a.0 * dy - a.1 * dx).abs() / length;
        match self.shape {
            Shape::Gaussian => {
                let w = self.width_km;
                let along = erf((length - foot) / w) + erf(foot / w);
                self.at(off) * w * std::f64::consts::PI.sqrt() / 2.0 * along.max(0.0) / length
            }
            Shape::Exponential => {
                // Midpoint rule on steps of a quarter of the width, over the part within reach only.
                let reach = self.reach_km();
                let (from, to) = ((foot - reach).max(0.0), (foot + reach).min(length));
                if to <= from {
                    return 0.0;
                }
                let steps = ((to - from) / (self.width_km / 4.0)).ceil().max(1.0) as usize;
                let step = (to - from) / steps as f64;
                let sum: f64 = (0..steps).map(|i| self.at(off.hypot(from + (i as f64 + 0.5) * step - foot))).sum();
                sum * step / length
            }
        }
    }
}

/// Abramowitz and Stegun 7.1.26, absolute error below 1.5e-7.
fn erf(x: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.327_591_1 * x.abs());
    let poly = t * (0.254_829_592 + t * (-0.284_496_736 + t * (1.421_413_741 + t * (-1.453_152_027 + t * 1.061_405_429))));
    (1.0 - poly * (-x * x).exp()).copysign(x)
}

/// What is left at `at` of `exp(-age/days)/days`, averaged over an event from `start` to `end`: per day.
pub(crate) fn fade_per_day(days: f64, start: Instant, end: Instant, at: Instant) -> f64 {
    let young = at.days_since(end).max(0.0);
    let old = at.days_since(start).max(young);
    let span = old - young;
    if span < 1e-3 {
        return (-young / days).exp() / days;
    }
    ((-young / days).exp() - (-old / days).exp()) / span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn erf_is_close_to_the_table() {
        for (x, y) in [(0.0, 0.0), (0.5, 0.520_499_9), (1.0, 0.842_700_8), (-1.0, -0.842_700_8), (3.0, 0.999_977_9)] {
            assert!((erf(x) - y).abs() < 2e-7, "{x}");
        }
    }

    #[test]
    fn the_mean_along_a_segment_is_that_of_many_points() {
        for shape in [Shape::Gaussian, Shape::Exponential] {
            let kernel = Kernel::new(shape, 10.0, 8.0);
            for (a, b) in [((-30.0, 4.0), (50.0, 9.0)), ((1.0, 1.0), (2.0, 0.0)), ((12.0, -5.0), (90.0, 40.0))] {
                let n = 20_000;
                let points = (0..n).map(|i| (f64::from(i) + 0.5) / f64::from(n));
                let mean: f64 = points.map(|s| kernel.at((a.0 + (b.0 - a.0) * s).hypot(a.1 + (b.1 - a.1) * s))).sum::<f64>() / f64::from(n);
                let closed = kernel.mean_along(a, b);
                assert!((closed - mean).abs() < 0.01 * mean + 1e-6, "{shape:?} {a:?} {b:?}: {closed} {mean}");
            }
        }
    }

    #[test]
    fn blur_conserves_mass() {
        // Integral over the plane = pi * radius^2 whatever the blur.
        for sigma in [0.0, 12.0, 90.0] {
            let kernel = Kernel::new(Shape::Gaussian, 10.0, sigma);
            let step = kernel.width_km / 200.0;
            let mass: f64 =
                (0..2000).map(|i| (f64::from(i) + 0.5) * step).map(|r| kernel.at(r) * 2.0 * std::f64::consts::PI * r * step).sum();
            assert!((mass - 100.0 * std::f64::consts::PI).abs() < 0.5, "{sigma}: {mass}");
        }
    }

    #[test]
    fn a_long_event_fades_as_the_mean_of_its_days() {
        let day = 86_400;
        let mean: f64 =
            (0..10).map(|d| fade_per_day(14.0, Instant(d * day), Instant((d + 1) * day), Instant(30 * day))).sum::<f64>() / 10.0;
        let whole = fade_per_day(14.0, Instant(0), Instant(10 * day), Instant(30 * day));
        assert!((mean - whole).abs() < 1e-9);
    }
}
