//! Masses on the globe, found again by box: sorted by cell, so that a query reads a few runs of memory.

use crate::kernel::degrees;
use base::Point;
use std::collections::BTreeMap;

/// What stands at one point: expected incidents x severity per day at the surface's instant, or days since a report.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mass {
    pub point: Point,
    pub amount: f64,
}

/// Points sorted by cell of `cell` degrees.
#[derive(Debug, Clone, Default)]
pub(crate) struct Grid {
    cell: f64,
    masses: Vec<((i32, i32), Mass)>,
}

impl Grid {
    /// Builds a grid for queries that reach `reach_km`; points closer than `merge_km` may be taken as one (0: only equal points).
    pub fn new(reach_km: f64, merge_km: f64, masses: impl IntoIterator<Item = Mass>) -> Self {
        let cell = (degrees(reach_km) / 2.0).clamp(0.02, 45.0);
        let lattice = degrees(merge_km);
        let snap = |p: Point| {
            if lattice <= 0.0 {
                return p;
            }
            let lat = ((p.lat / lattice).round() * lattice).clamp(-90.0, 90.0);
            let across = lattice / lat.to_radians().cos().max(0.01);
            Point { lat, lon: ((p.lon / across).round() * across).clamp(-180.0, 180.0) }
        };
        let mut all: Vec<_> = masses
            .into_iter()
            .map(|m| Mass { point: snap(m.point), ..m })
            .map(|m| ((index(m.point.lat, cell), index(m.point.lon, cell)), m))
            .collect();
        all.sort_by(|a, b| {
            let at = |m: &Mass| (m.point.lat, m.point.lon);
            let ((lat_a, lon_a), (lat_b, lon_b)) = (at(&a.1), at(&b.1));
            a.0.cmp(&b.0).then(lat_a.total_cmp(&lat_b)).then(lon_a.total_cmp(&lon_b))
        });
        all.dedup_by(|next, kept| {
            let same = next.1.point == kept.1.point;
            if same {
                kept.1.amount += next.1.amount;
            }
            same
        });
        Self { cell, masses: all }
    }

    /// Each mass in the box around `a` and `b` grown by `reach_km` (and some just outside it), in a fixed order.
    pub fn near(&self, a: Point, b: Point, reach_km: f64, mut take: impl FnMut(&Mass)) {
        let grow = degrees(reach_km);
        let (south, north) = (a.lat.min(b.lat) - grow, a.lat.max(b.lat) + grow);
        let widest = south.abs().max(north.abs()).min(89.0).to_radians().cos();
        let (west, east) = (a.lon.min(b.lon) - grow / widest, a.lon.max(b.lon) + grow / widest);
        let ranges: [(f64, f64); 2] = if east - west >= 360.0 {
            [(-180.0, 180.0), (1.0, 0.0)]
        } else if west < -180.0 {
            [(-180.0, east), (west + 360.0, 180.0)]
        } else if east > 180.0 {
            [(west, 180.0), (-180.0, east - 360.0)]
        } else {
            [(west, east), (1.0, 0.0)]
        };
        for row in index(south, self.cell)..=index(north, self.cell) {
            for (from, to) in ranges.iter().filter(|(from, to)| from <= to) {
                let (first, last) = ((row, index(*from, self.cell)), (row, index(*to, self.cell)));
                let begin = self.masses.partition_point(|(cell, _)| *cell < first);
                for (_, mass) in self.masses.iter().skip(begin).take_while(|(cell, _)| *cell <= last) {
                    take(mass);
                }
            }
        }
    }
}

/// Shares each mass among the four corners around it of a lattice of `km`: sum and centre stay the same, and many become few.
pub(crate) fn share_out(masses: Vec<Mass>, km: f64) -> Vec<Mass> {
    let step = degrees(km);
    let mut corners: BTreeMap<(i64, i64), f64> = BTreeMap::new();
    // Rows have lattices of their own, for a degree of longitude shortens towards the poles.
    let across = |row: i64| step / (row as f64 * step).to_radians().cos().max(0.01);
    for mass in masses {
        let (row, north) = ((mass.point.lat / step).floor(), (mass.point.lat / step).rem_euclid(1.0));
        for (row, part) in [(row as i64, 1.0 - north), (row as i64 + 1, north)] {
            let column = mass.point.lon / across(row);
            let east = column.rem_euclid(1.0);
            for (column, share) in [(column.floor() as i64, 1.0 - east), (column.floor() as i64 + 1, east)] {
                *corners.entry((row, column)).or_default() += mass.amount * part * share;
            }
        }
    }
    let point = |(row, column): (i64, i64)| Point {
        lat: (row as f64 * step).clamp(-90.0, 90.0),
        lon: (column as f64 * across(row)).clamp(-180.0, 180.0),
    };
    corners.into_iter().map(|(corner, amount)| Mass { point: point(corner), amount }).collect()
}

fn index(degrees: f64, cell: f64) -> i32 {
    (degrees / cell).floor() as i32
}
