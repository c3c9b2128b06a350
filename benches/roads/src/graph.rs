//! The network that is measured on.

use base::{Findings, Point};
use rand::{Rng, RngExt, SeedableRng};
use roads::{ClassIx, Link, Network, NetworkParts, NodeIx, OsmOptions, RISK_UNIT, import_osm};

/// Copies in a row.
const ACROSS: u32 = 5;
/// The network is made at least this large.
const NODES: u32 = 387_000;

/// An extract tiled, five copies to a row, or a generated network of about the same size.
pub fn load(path: Option<&str>) -> (String, Network) {
    let Some(path) = path else { return ("generated".into(), generated(620)) };
    let bytes = std::fs::read(path).expect("the extract can be read");
    let mut findings = Findings::default();
    let tile = import_osm(path, &bytes, &[], &OsmOptions::default(), &mut findings);
    for finding in findings.iter() {
        eprintln!("{finding}");
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let copies = NODES.div_ceil(tile.node_count().max(1) as u32);
    (format!("{name}, {} junctions, {copies} copies", tile.node_count()), tiled(&tile, copies))
}

/// Copies side by side, each joined to its neighbours by eight roads between the nodes nearest to each other's side.
fn tiled(tile: &Network, copies: u32) -> Network {
    let points: Vec<Point> = tile.nodes().map(|node| tile.point(node)).collect();
    let low = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min);
    let high = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    let (south, west) = (low(|p| p.lat), low(|p| p.lon));
    let (height, width) = (high(|p| p.lat) - south, high(|p| p.lon) - west);
    let count = points.len() as u32;
    let mut parts = NetworkParts { classes: tile.classes().to_vec(), ..NetworkParts::default() };
    for copy in 0..copies {
        let (row, column) = (copy / ACROSS, copy % ACROSS);
        let shift = |p: &Point| Point { lat: p.lat + height * f64::from(row), lon: p.lon + width * f64::from(column) };
        let first = copy * count;
        parts.points.extend(points.iter().map(shift));
        parts.links.extend(tile.links().iter().map(|link| Link {
            from: NodeIx(link.from.0 + first),
            to: NodeIx(link.to.0 + first),
            bends: link.bends.iter().map(shift).collect(),
            ..link.clone()
        }));
    }
    // Gates: for eight stretches of each side, the node farthest out.
    let gates = |along: fn(&Point) -> f64, out: fn(&Point) -> f64, from: f64, length: f64| -> Vec<u32> {
        (0..8)
            .filter_map(|i| {
                let stretch = from + length * f64::from(i) / 8.0..from + length * f64::from(i + 1) / 8.0;
                let inside = (0..count).filter(|n| stretch.contains(&along(&points[*n as usize])));
                inside.max_by(|a, b| out(&points[*a as usize]).total_cmp(&out(&points[*b as usize])))
            })
            .collect()
    };
    let east_west = (gates(|p| p.lat, |p| p.lon, south, height), gates(|p| p.lat, |p| -p.lon, south, height));
    let north_south = (gates(|p| p.lon, |p| p.lat, west, width), gates(|p| p.lon, |p| -p.lat, west, width));
    for copy in 0..copies {
        for (step, inside, (out, into)) in [(1, copy % ACROSS + 1 < ACROSS, &east_west), (ACROSS, true, &north_south)] {
            if inside && copy + step < copies {
                for (a, b) in out.iter().zip(into) {
                    let (a, b) = (NodeIx(copy * count + a), NodeIx((copy + step) * count + b));
                    let km = parts.points[a.index()].distance_km(parts.points[b.index()]);
                    parts.links.push(link(a, b, km, 60.0));
                }
            }
        }
    }
    Network::new(parts)
}

/// A grid with a fifth of its roads missing, some faster than others.
fn generated(side: u32) -> Network {
    let mut rng = rand_pcg::Pcg64::seed_from_u64(1);
    let mut parts = NetworkParts { classes: vec![String::new()], ..NetworkParts::default() };
    for row in 0..side {
        for column in 0..side {
            let off = |rng: &mut rand_pcg::Pcg64| rng.random_range(-0.0004..0.0004);
            let (lat, lon) = (4.0 + f64::from(row) * 0.001 + off(&mut rng), 18.0 + f64::from(column) * 0.001 + off(&mut rng));
            parts.points.push(Point { lat, lon });
        }
    }
    for row in 0..side {
        for column in 0..side {
            let here = row * side + column;
            for (inside, there, lane) in [(column + 1 < side, here + 1, row), (row + 1 < side, here + side, column)] {
                if inside && (lane % 8 == 0 || rng.random_range(0..5) > 0) {
                    let km = parts.points[here as usize].distance_km(parts.points[there as usize]).max(0.01);
                    let kmh = if lane % 64 == 0 {
                        80.0
                    } else if lane % 8 == 0 {
                        50.0
                    } else {
                        25.0
                    };
                    parts.links.push(link(NodeIx(here), NodeIx(there), km, kmh));
                }
            }
        }
    }
    Network::new(parts)
}

fn link(from: NodeIx, to: NodeIx, km: f64, kmh: f64) -> Link {
    Link {
        from,
        to,
        meters: (km * 1000.0).round().max(1.0) as u32,
        class: ClassIx(0),
        speed_kmh: Some(kmh),
        one_way: false,
        closed: Vec::new(),
        night_closed: false,
        bends: Vec::new(),
    }
}

/// Risk of each link: hot spots of 1 to 8 km reach with an intensity that falls off with distance, times the length of the link.
pub fn random_risk(network: &Network, spots: usize, rng: &mut impl Rng) -> Vec<u32> {
    let nodes = network.node_count() as u32;
    let spots: Vec<(Point, f64, f64)> = (0..spots)
        .map(|_| {
            let at = network.point(NodeIx(rng.random_range(0..nodes)));
            (at, rng.random_range(1.0..8.0), rng.random_range(0.001..0.05))
        })
        .collect();
    network
        .links()
        .iter()
        .map(|link| {
            let middle = network.point(link.from).towards(network.point(link.to), 0.5);
            let intensity: f64 =
                spots.iter().map(|(at, reach, peak)| peak * (-at.distance_km(middle) / reach).exp()).filter(|i| *i > 1e-5).sum();
            (intensity * link.km() * f64::from(RISK_UNIT)).round() as u32
        })
        .collect()
}
