//! Nearest of many points, by a grid of cells.

use crate::network::{Network, NodeIx};
use base::Point;

/// Kilometres in a degree of latitude, rounded down so that bounds stay bounds.
const KM_A_DEGREE: f64 = 111.0;
/// Most cells on a side of the grid.
const MOST_CELLS: f64 = 2048.0;

/// A grid over points, about two points to a cell.
pub(crate) struct Grid {
    corner: Point,
    cell: f64,
    rows: usize,
    columns: usize,
    first: Vec<u32>,
    members: Vec<(u32, Point)>,
}

impl Grid {
    /// Lays the grid over points, each with a number of its own.
    pub(crate) fn new(points: impl IntoIterator<Item = (u32, Point)>) -> Self {
        let mut members: Vec<(u32, Point)> = points.into_iter().filter(|(_, p)| p.lat.is_finite() && p.lon.is_finite()).collect();
        let low = |of: fn(&Point) -> f64| members.iter().map(|(_, p)| of(p)).fold(f64::INFINITY, f64::min);
        let high = |of: fn(&Point) -> f64| members.iter().map(|(_, p)| of(p)).fold(f64::NEG_INFINITY, f64::max);
        let (south, west) = (low(|p| p.lat), low(|p| p.lon));
        let (height, width) = (high(|p| p.lat) - south, high(|p| p.lon) - west);
        if members.is_empty() {
            return Self { corner: Point { lat: 0.0, lon: 0.0 }, cell: 1.0, rows: 0, columns: 0, first: vec![0], members };
        }
        let wanted = (height * width * 2.0 / members.len() as f64).sqrt();
        let cell = wanted.max(height.max(width) / MOST_CELLS).max(1e-6);
        let mut grid = Self {
            corner: Point { lat: south, lon: west },
            cell,
            rows: (height / cell) as usize + 1,
            columns: (width / cell) as usize + 1,
            first: Vec::new(),
            members: Vec::new(),
        };
        members.sort_by_cached_key(|(number, point)| (grid.cell_of(*point), *number));
        grid.first = vec![0; grid.rows * grid.columns + 1];
        for (_, point) in &members {
            let cell = grid.cell_of(*point);
            grid.first[cell + 1] += 1;
        }
        for i in 1..grid.first.len() {
            grid.first[i] += grid.first[i - 1];
        }
        grid.members = members;
        grid
    }

    /// The nearest point's number and its distance in kilometres, the lowest number of equally near ones; `None` if there are no points.
    pub(crate) fn nearest(&self, point: Point) -> Option<(u32, f64)> {
        if self.members.is_empty() || !point.lat.is_finite() || !point.lon.is_finite() {
            return None;
        }
        let (row, column) = (self.row(point), self.column(point));
        // Along a ring's nearest side at least this many kilometres lie between two neighbouring cells.
        let high_lat = point.lat.abs().max(self.corner.lat.abs()).max((self.corner.lat + self.cell * self.rows as f64).abs());
        let step = self.cell * KM_A_DEGREE * high_lat.min(89.9).to_radians().cos();
        let mut best: Option<(f64, u32)> = None;
        for ring in 0..=self.rows.max(self.columns) {
            if best.is_some_and(|(km, _)| km < step * (ring as f64 - 1.0)) {
                break;
            }
            for r in row.saturating_sub(ring)..=(row + ring).min(self.rows - 1) {
                let on_edge = r.abs_diff(row) == ring;
                let columns = column.saturating_sub(ring)..=(column + ring).min(self.columns - 1);
                for c in columns.filter(|c| on_edge || c.abs_diff(column) == ring) {
                    let cell = r * self.columns + c;
                    for (number, member) in &self.members[self.first[cell] as usize..self.first[cell + 1] as usize] {
                        let found = (member.distance_km(point), *number);
                        if best.is_none_or(|best| found < best) {
                            best = Some(found);
                        }
                    }
                }
            }
        }
        best.map(|(km, number)| (number, km))
    }

    fn row(&self, point: Point) -> usize {
        (((point.lat - self.corner.lat) / self.cell).max(0.0) as usize).min(self.rows - 1)
    }

    fn column(&self, point: Point) -> usize {
        (((point.lon - self.corner.lon) / self.cell).max(0.0) as usize).min(self.columns - 1)
    }

    fn cell_of(&self, point: Point) -> usize {
        self.row(point) * self.columns + self.column(point)
    }
}

/// Finds the node of a network that is nearest to a point.
pub struct Snapper(Grid);

impl Snapper {
    /// Takes every node of a network.
    pub fn new(network: &Network) -> Self {
        Self(Grid::new(network.nodes().map(|node| (node.0, network.point(node)))))
    }

    /// The nearest node and its distance in kilometres, as the crow flies; `None` if the network has no node.
    pub fn nearest(&self, point: Point) -> Option<(NodeIx, f64)> {
        self.0.nearest(point).map(|(node, km)| (NodeIx(node), km))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point() -> impl Strategy<Value = Point> {
        (-60.0..60.0f64, -20.0..40.0f64).prop_map(|(lat, lon)| Point { lat, lon })
    }

    proptest! {
        #[test]
        fn the_grid_agrees_with_looking_at_all(points in prop::collection::vec(point(), 0..80), from in point()) {
            let grid = Grid::new((0..).zip(points.iter().copied()));
            let all = points.iter().map(|p| p.distance_km(from)).fold(None, |best: Option<f64>, km| Some(best.map_or(km, |b| b.min(km))));
            prop_assert_eq!(grid.nearest(from).map(|(_, km)| km), all);
        }
    }

    #[test]
    fn points_on_one_spot_and_beyond_the_grid() {
        let spot = Point { lat: 4.0, lon: 18.0 };
        let grid = Grid::new([(7, spot), (3, spot)]);
        assert_eq!(grid.nearest(spot), Some((3, 0.0)));
        assert_eq!(grid.nearest(Point { lat: -80.0, lon: -170.0 }).map(|(number, _)| number), Some(3));
        assert_eq!(Grid::new([]).nearest(spot), None);
    }
}
