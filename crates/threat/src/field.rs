//! The surface at one instant, sampled on lattices: for hundreds of thousands of short roads.
//!
//! Each report's bell is wide beside the lattice it is sampled on, so that what lies between corners is told by them; wide bells have
//! wide lattices, and each lattice is filled where somebody asks.

use crate::kernel::{degrees, flat_km};
use crate::params::Shape;
use crate::surface::Surface;
use base::{Instant, Point};
use std::collections::BTreeMap;

/// Corners to the width of the narrowest bell of a level.
const CORNERS: f64 = 16.0;
/// Corners to a side of a tile.
const SIDE: i32 = 32;
/// A segment longer than this share of the narrowest bell, or that takes longer than so many hours, is asked for by itself.
const LONGEST: (f64, f64) = (0.5, 1.0);

/// The hazard at one instant, for many points and short segments: within 1 % of what [`Surface`] itself says.
#[derive(Debug)]
pub struct Field<'a> {
    surface: &'a Surface,
    at: Instant,
    /// From narrow bells to wide ones; each holds the sum of its own and of all wider ones.
    levels: Vec<Level>,
    narrowest_km: f64,
}

/// Bells up to twice as wide as the narrowest of them.
#[derive(Debug)]
struct Level {
    step: f64,
    layers: Vec<usize>,
    tiles: BTreeMap<(i32, i32), Vec<f64>>,
}

impl<'a> Field<'a> {
    /// The surface at an instant; nothing is sampled yet.
    pub fn new(surface: &'a Surface, at: Instant) -> Self {
        let mut widths: Vec<(f64, usize)> = surface.widths_km().enumerate().map(|(layer, km)| (km, layer)).collect();
        widths.sort_by(|a, b| a.0.total_cmp(&b.0));
        let narrowest_km = widths.first().map_or(f64::INFINITY, |w| w.0);
        let mut levels: Vec<Level> = Vec::new();
        let mut from = 0.0;
        for (km, layer) in widths {
            if levels.is_empty() || km > 2.0 * from {
                from = km;
                levels.push(Level { step: degrees(km / CORNERS), layers: Vec::new(), tiles: BTreeMap::new() });
            }
            levels.iter_mut().rev().take(1).for_each(|level| level.layers.push(layer));
        }
        Self { surface, at, levels, narrowest_km }
    }

    /// Mean hazard per hour along the straight segment `a`-`b`, entered at the instant of the field and crossed in `hours`.
    pub fn segment_per_hour(&mut self, a: Point, b: Point, hours: f64) -> f64 {
        let (x, y) = flat_km(a, b);
        let km = x.hypot(y);
        // A bell that is none has a point, which no lattice tells; and a long segment is one sum of many.
        let smooth = self.surface.params().shape == Shape::Gaussian;
        if !smooth || hours > LONGEST.1 || km > LONGEST.0 * self.narrowest_km {
            return self.surface.segment_per_hour(a, b, self.at, hours);
        }
        let parts = (km / self.narrowest_km * 8.0).ceil().max(1.0) as u32;
        let middles = (0..parts).map(|i| a.towards(b, (f64::from(i) + 0.5) / f64::from(parts)));
        let sum: f64 = middles.map(|point| self.between(0, point)).sum();
        (self.surface.params().background_per_day + sum / f64::from(parts)) / 24.0
    }

    /// Per day from a level and all wider ones, between the four corners around a point.
    fn between(&mut self, level: usize, point: Point) -> f64 {
        let Some(step) = self.levels.get(level).map(|level| level.step) else { return 0.0 };
        let (row, column) = ((point.lat / step).floor(), (point.lon / step).floor());
        let (north, east) = (point.lat / step - row, point.lon / step - column);
        let mut corner = |up: i32, right: i32| self.corner(level, row as i32 + up, column as i32 + right);
        let south_side = corner(0, 0) * (1.0 - east) + corner(0, 1) * east;
        let north_side = corner(1, 0) * (1.0 - east) + corner(1, 1) * east;
        south_side * (1.0 - north) + north_side * north
    }

    fn corner(&mut self, level: usize, row: i32, column: i32) -> f64 {
        let tile = (row.div_euclid(SIDE), column.div_euclid(SIDE));
        let slot = (row.rem_euclid(SIDE) * SIDE + column.rem_euclid(SIDE)) as usize;
        let known = self.levels.get(level).and_then(|l| l.tiles.get(&tile)?.get(slot)).copied().unwrap_or(f64::NAN);
        if !known.is_nan() {
            return known;
        }
        let Some(here) = self.levels.get(level) else { return 0.0 };
        let point = Point { lat: f64::from(row) * here.step, lon: f64::from(column) * here.step };
        let own: f64 = here.layers.iter().map(|layer| self.surface.layer_per_day(*layer, point, self.at)).sum();
        let value = own + self.between(level + 1, point);
        if let Some(here) = self.levels.get_mut(level) {
            let tile = here.tiles.entry(tile).or_insert_with(|| vec![f64::NAN; (SIDE * SIDE) as usize]);
            tile.iter_mut().skip(slot).take(1).for_each(|slot| *slot = value);
        }
        value
    }
}
