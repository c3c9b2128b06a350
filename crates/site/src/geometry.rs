//! Distances and areas in the plane, metres.

use rstar::primitives::{GeomWithData, Line};
use rstar::{AABB, RTree, RTreeObject};

/// A place in metres east and north of the middle of the site.
pub type Place = [f64; 2];

/// What a feature covers. Rings repeat their first place at the end.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Point(Place),
    Line(Vec<Place>),
    /// Outer ring first, then holes.
    Area(Vec<Vec<Place>>),
}

pub fn distance(a: Place, b: Place) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

fn to_segment(p: Place, a: Place, b: Place) -> f64 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let length2 = dx * dx + dy * dy;
    let t = if length2 > 0.0 { (((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2).clamp(0.0, 1.0) } else { 0.0 };
    distance(p, [a[0] + t * dx, a[1] + t * dy])
}

fn side(a: Place, b: Place, p: Place) -> f64 {
    (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
}

fn cross(a: Place, b: Place, c: Place, d: Place) -> bool {
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

fn between(a: Place, b: Place, c: Place, d: Place) -> f64 {
    if cross(a, b, c, d) {
        return 0.0;
    }
    to_segment(a, c, d).min(to_segment(b, c, d)).min(to_segment(c, a, b)).min(to_segment(d, a, b))
}

/// The area of a ring, never negative.
pub fn ring_area(ring: &[Place]) -> f64 {
    ring.windows(2).map(|w| w[0][0] * w[1][1] - w[1][0] * w[0][1]).sum::<f64>().abs() / 2.0
}

fn ring_holds(ring: &[Place], p: Place) -> bool {
    let over = ring.windows(2).filter(|w| {
        let (a, b) = (w[0], w[1]);
        (a[1] > p[1]) != (b[1] > p[1]) && p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]
    });
    over.count() % 2 == 1
}

/// Whether two edges of a ring cross, or it goes over itself.
pub fn crosses_itself(ring: &[Place]) -> bool {
    let edges: Vec<_> = ring.windows(2).enumerate().map(|(i, w)| GeomWithData::new(Line::new(w[0], w[1]), i)).collect();
    let tree = RTree::bulk_load(edges);
    let last = ring.len().saturating_sub(2);
    tree.iter().any(|edge| {
        tree.locate_in_envelope_intersecting(edge.envelope()).any(|other| {
            let (i, j) = (edge.data, other.data);
            let neighbours = j <= i + 1 || (i == 0 && j == last);
            !neighbours && between(edge.geom().from, edge.geom().to, other.geom().from, other.geom().to) == 0.0
        })
    })
}

impl Shape {
    /// The place it is reached at: the point, the middle of a line's ends, the centre of gravity of an area.
    pub fn middle(&self) -> Place {
        match self {
            Self::Point(p) => *p,
            Self::Line(line) => mean(line),
            Self::Area(rings) => {
                let ring = &rings[0];
                let (origin, mut sum, mut at) = (ring[0], 0.0, [0.0, 0.0]);
                for w in ring.windows(2) {
                    let (a, b) = ([w[0][0] - origin[0], w[0][1] - origin[1]], [w[1][0] - origin[0], w[1][1] - origin[1]]);
                    let part = a[0] * b[1] - b[0] * a[1];
                    sum += part;
                    at = [at[0] + (a[0] + b[0]) * part, at[1] + (a[1] + b[1]) * part];
                }
                if sum.abs() < 1e-9 { mean(ring) } else { [origin[0] + at[0] / (3.0 * sum), origin[1] + at[1] / (3.0 * sum)] }
            }
        }
    }

    /// Square metres; 0 for points and lines.
    pub fn area(&self) -> f64 {
        match self {
            Self::Area(rings) => ring_area(&rings[0]) - rings[1..].iter().map(|r| ring_area(r)).sum::<f64>(),
            _ => 0.0,
        }
    }

    /// Whether a place lies in the area; false for points and lines.
    pub fn holds(&self, p: Place) -> bool {
        match self {
            Self::Area(rings) => ring_holds(&rings[0], p) && !rings[1..].iter().any(|r| ring_holds(r, p)),
            _ => false,
        }
    }

    fn lines(&self) -> Vec<&[Place]> {
        match self {
            Self::Point(p) => vec![std::slice::from_ref(p)],
            Self::Line(line) => vec![line],
            Self::Area(rings) => rings.iter().map(Vec::as_slice).collect(),
        }
    }

    /// Straight pieces; a point is one of no length.
    pub fn segments(&self) -> impl Iterator<Item = (Place, Place)> + '_ {
        self.lines().into_iter().flat_map(|line| {
            let single = (line.len() == 1).then(|| (line[0], line[0]));
            line.windows(2).map(|w| (w[0], w[1])).chain(single)
        })
    }

    /// From a place to the nearest edge, inside or outside.
    pub fn edge_distance(&self, p: Place) -> f64 {
        self.segments().map(|(a, b)| to_segment(p, a, b)).fold(f64::INFINITY, f64::min)
    }

    /// Wall to wall; 0 where they touch or one holds the other.
    pub fn distance(&self, other: &Self) -> f64 {
        let first = |s: &Self| s.lines().first().and_then(|l| l.first().copied());
        if first(other).is_some_and(|p| self.holds(p)) || first(self).is_some_and(|p| other.holds(p)) {
            return 0.0;
        }
        let mut least = f64::INFINITY;
        for (a, b) in self.segments() {
            for (c, d) in other.segments() {
                least = least.min(between(a, b, c, d));
            }
        }
        least
    }

    /// The smallest upright rectangle around it.
    pub fn envelope(&self) -> AABB<Place> {
        let places: Vec<Place> = self.lines().into_iter().flatten().copied().collect();
        AABB::from_points(&places)
    }

    /// Length of a line in metres.
    pub fn length(&self) -> f64 {
        self.segments().map(|(a, b)| distance(a, b)).sum()
    }
}

fn mean(places: &[Place]) -> Place {
    let n = places.len().max(1) as f64;
    [places.iter().map(|p| p[0]).sum::<f64>() / n, places.iter().map(|p| p[1]).sum::<f64>() / n]
}
