//! Points on the globe.

use serde::{Deserialize, Serialize};

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_RADIUS_KM: f64 = 6371.0088;

/// A point, WGS 84 degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Latitude, -90 to 90.
    pub lat: f64,
    /// Longitude, -180 to 180.
    pub lon: f64,
}

impl Point {
    /// A point if both degrees are in range.
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some(Self { lat, lon })
    }

    /// Great-circle distance in kilometres (haversine).
    pub fn distance_km(self, other: Self) -> f64 {
        let (a, b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = (b - a) / 2.0;
        let half_lon = (other.lon - self.lon).to_radians() / 2.0;
        let h = half_lat.sin().powi(2) + a.cos() * b.cos() * half_lon.sin().powi(2);
        2.0 * EARTH_RADIUS_KM * h.sqrt().min(1.0).asin()
    }

    /// The point at `share` (0 to 1) of the straight line to `other`; good for distances of a few hundred kilometres.
    pub fn towards(self, other: Self, share: f64) -> Self {
        Self { lat: self.lat + (other.lat - self.lat) * share, lon: self.lon + (other.lon - self.lon) * share }
    }

    /// Distance in kilometres to the segment `a`-`b`, on a local flat projection.
    pub fn distance_to_segment_km(self, a: Self, b: Self) -> f64 {
        let scale = self.lat.to_radians().cos();
        let flat = |p: Self| ((p.lon - self.lon) * scale, p.lat - self.lat);
        let ((ax, ay), (bx, by)) = (flat(a), flat(b));
        let (dx, dy) = (bx - ax, by - ay);
        let length2 = dx * dx + dy * dy;
        let t = if length2 > 0.0 { (-(ax * dx + ay * dy) / length2).clamp(0.0, 1.0) } else { 0.0 };
        (ax + t * dx).hypot(ay + t * dy).to_radians() * EARTH_RADIUS_KM
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bangui_to_bimbo() {
        let bangui = Point::new(4.36122, 18.55496).unwrap();
        let bimbo = Point::new(4.25671, 18.41583).unwrap();
        assert!((bangui.distance_km(bimbo) - 19.3).abs() < 0.3);
        assert!(Point::new(91.0, 0.0).is_none());
    }

    #[test]
    fn distance_to_segment_ends_and_middle() {
        let p = |lat, lon| Point::new(lat, lon).unwrap();
        assert!((p(1.0, 0.5).distance_to_segment_km(p(0.0, 0.0), p(0.0, 1.0)) - 111.2).abs() < 0.5);
        assert!((p(0.0, 2.0).distance_to_segment_km(p(0.0, 0.0), p(0.0, 1.0)) - 111.2).abs() < 0.5);
    }
}
