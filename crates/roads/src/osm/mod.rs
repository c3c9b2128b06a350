//! Import of an OpenStreetMap extract (`.osm.pbf`).
//!
//! In: the bytes of the file, places, speeds. Out: a network of junctions on which every place lies at a node.
//! Always true: every node can be driven to from every other; a broken file gives findings and what could be read of it.
//! Absent: turn restrictions, ferries, barriers on nodes, relations.

mod compress;
mod read;
mod tags;

use crate::grid::Grid;
use crate::network::{ClassIx, Link, Network, NetworkParts, NodeIx};
use crate::place::Place;
use crate::weights::Speeds;
use base::{Finding, Findings, Point};
use compress::{Chain, Stretches};

/// How an extract is taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct OsmOptions {
    /// Speeds by class; a lower legal limit goes before them.
    pub speeds: Speeds,
    /// A place farther from a road than this is reported.
    pub far_km: f64,
    /// Bends of a road flatter than this are left out of its shape.
    pub flat_km: f64,
}

impl Default for OsmOptions {
    fn default() -> Self {
        Self { speeds: Speeds::default(), far_km: 5.0, flat_km: 0.2 }
    }
}

/// Reads the roads of an extract and puts each place at the nearest point of a road of the largest connected part.
///
/// The speed of each link is that of its stretches together. Chains of points become one link; a place in the middle of one parts it.
/// Codes: `file-too-large`, `osm-unreadable`, `osm-no-roads`, `osm-nodes-missing`, `osm-parts-cut-off`, `place-far-from-road`.
pub fn import_osm(file: &str, bytes: &[u8], places: &[Place], options: &OsmOptions, findings: &mut Findings) -> Network {
    if bytes.len() > base::table::MAX_BYTES {
        let finding =
            Finding::error("file-too-large", "files up to 200 MB can be read", "take an extract of the area of the operation alone");
        findings.push(finding.in_file(file).with("size", bytes.len() / (1024 * 1024)));
        return Network::default();
    }
    let ways = read::read_ways(file, bytes, findings);
    let stretches = Stretches::new(&ways, |class| options.speeds.of_class(tags::CLASSES.get(usize::from(class)).unwrap_or(&"")));
    drop(ways);
    note_cut_off(file, &stretches, findings);
    let grid = Grid::new(stretches.mainland());
    let snapped: Vec<Option<u32>> = places.iter().map(|place| snap(place, &grid, options.far_km, findings)).collect();
    let mut keep: Vec<u32> = snapped.iter().flatten().copied().collect();
    keep.sort_unstable();
    let (points, chains) = stretches.chains(&keep);
    assemble(&points, chains, &keep, places, &snapped, options)
}

fn note_cut_off(file: &str, stretches: &Stretches, findings: &mut Findings) {
    let (on, off) = stretches.km_on_and_off();
    if off > 0.0 {
        let text = format!("{off:.1} km of roads can't be driven to and from the other {on:.1} km; they are left out");
        let remedy = "nothing, if they are short; else look for a missing bridge or a wrong one-way road in the map data";
        let finding = Finding::warning("osm-parts-cut-off", text, remedy).in_file(file);
        findings.push(finding.with("off", format!("{off:.1}")).with("on", format!("{on:.1}")));
    }
}

fn snap(place: &Place, grid: &Grid, far_km: f64, findings: &mut Findings) -> Option<u32> {
    let (node, km) = grid.nearest(place.point)?;
    if km > far_km {
        let text = format!("'{}' lies {km:.1} km from the nearest road; routes end there", place.name);
        let remedy = "check its position; else plan the way between the road and the place apart";
        let finding = Finding::warning("place-far-from-road", text, remedy);
        findings.push(finding.with("place", &place.name).with("km", format!("{km:.1}")));
    }
    Some(node)
}

fn assemble(
    points: &[Point],
    chains: Vec<Chain>,
    keep: &[u32],
    places: &[Place],
    snapped: &[Option<u32>],
    options: &OsmOptions,
) -> Network {
    let mut ends: Vec<u32> = chains.iter().flat_map(|chain| [chain.from, chain.to]).chain(keep.iter().copied()).collect();
    ends.sort_unstable();
    ends.dedup();
    let node = |number: u32| Some(NodeIx(ends.binary_search(&number).ok()? as u32));
    let mut links: Vec<Link> = Vec::new();
    for chain in chains {
        let (Some(from), Some(to)) = (node(chain.from), node(chain.to)) else { continue };
        let meters = (chain.km * 1000.0).round().clamp(1.0, f64::from(u32::MAX)) as u32;
        let speed_kmh = (chain.hours > 0.0).then(|| (chain.km / chain.hours).clamp(1.0, 200.0));
        let bends = simplify(points[chain.from as usize], &chain.between, points[chain.to as usize], options.flat_km);
        links.push(Link {
            from,
            to,
            meters,
            class: ClassIx(chain.class),
            speed_kmh,
            one_way: chain.one_way,
            closed: Vec::new(),
            night_closed: false,
            bends,
        });
    }
    let places = places.iter().zip(snapped).filter_map(|(place, at)| Some((place.clone(), node((*at)?)?))).collect();
    Network::new(NetworkParts {
        points: ends.iter().map(|number| points[*number as usize]).collect(),
        links,
        classes: tags::CLASSES.iter().map(|class| (*class).to_owned()).collect(),
        places,
    })
}

/// Points of a line without those nearer than `flat_km` to the simpler line (Douglas and Peucker 1973), both ends left out.
fn simplify(from: Point, between: &[Point], to: Point, flat_km: f64) -> Vec<Point> {
    let line: Vec<Point> = std::iter::once(from).chain(between.iter().copied()).chain([to]).collect();
    let mut kept = vec![false; line.len()];
    let mut spans = vec![(0, line.len() - 1)];
    while let Some((a, b)) = spans.pop() {
        let off = |i: usize| line[i].distance_to_segment_km(line[a], line[b]);
        let farthest = (a + 1..b).map(|i| (off(i), i)).max_by(|x, y| x.0.total_cmp(&y.0));
        if let Some((km, at)) = farthest
            && km > flat_km
        {
            kept[at] = true;
            spans.extend([(a, at), (at, b)]);
        }
    }
    line.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| point).collect()
}

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
