//! Ways and nodes out of the blocks of a `.osm.pbf` file.

use super::tags::{Drivable, read_tags};
use base::{Finding, Findings, Point};
use osmpbf::{BlobDecode, BlobReader, Element, PrimitiveBlock};

/// Drivable ways and the nodes they run through.
#[derive(Debug, Default)]
pub(crate) struct Ways {
    /// Each way with where its nodes start in `nodes`; they end where those of the next start.
    pub(crate) ways: Vec<(Drivable, u32)>,
    /// Nodes of the ways, as positions in `points`.
    pub(crate) nodes: Vec<u32>,
    /// Where each node is; `None` if the file doesn't hold it, as happens at the edge of an extract.
    pub(crate) points: Vec<Option<Point>>,
}

impl Ways {
    /// Each way with its nodes.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Drivable, &[u32])> {
        let ends = self.ways.iter().skip(1).map(|(_, first)| *first as usize).chain([self.nodes.len()]);
        self.ways.iter().zip(ends).map(|((drivable, first), end)| (*drivable, &self.nodes[*first as usize..end]))
    }
}

/// Reads a file in two passes: ways first, then only the nodes that they need.
///
/// What comes before a broken block is used. Codes: `osm-unreadable`, `osm-no-roads`, `osm-nodes-missing`.
pub(crate) fn read_ways(file: &str, bytes: &[u8], findings: &mut Findings) -> Ways {
    let mut ways: Vec<(Drivable, u32)> = Vec::new();
    let mut refs: Vec<i64> = Vec::new();
    for_each_block(file, bytes, findings, |block| {
        for way in block.groups().flat_map(|group| group.ways()) {
            let Some(drivable) = read_tags(way.tags()) else { continue };
            let Ok(first) = u32::try_from(refs.len()) else { break };
            ways.push((drivable, first));
            refs.extend(way.raw_refs().iter().scan(0i64, |id, step| {
                *id = id.wrapping_add(*step);
                Some(*id)
            }));
        }
    });
    let mut ids = refs.clone();
    ids.sort_unstable();
    ids.dedup();
    let position = |id: i64| ids.binary_search(&id).ok();
    let mut points: Vec<Option<Point>> = vec![None; ids.len()];
    let mut ignored = Findings::default();
    for_each_block(file, bytes, &mut ignored, |block| {
        for element in block.elements() {
            let (id, lat, lon) = match element {
                Element::DenseNode(node) => (node.id(), node.lat(), node.lon()),
                Element::Node(node) => (node.id(), node.lat(), node.lon()),
                _ => continue,
            };
            if let Some(at) = position(id) {
                points[at] = Point::new(lat, lon);
            }
        }
    });
    let missing = points.iter().filter(|point| point.is_none()).count();
    if ways.is_empty() {
        let remedy = "use an extract of OpenStreetMap that holds the roads of the area";
        findings.push(Finding::error("osm-no-roads", "the file holds no road that a car can use", remedy).in_file(file));
    } else if missing > 0 {
        let text = format!("{missing} of {} points of roads are not in the file; the roads end before them", ids.len());
        let remedy = "nothing, if the roads at the edge of the area don't matter; else take a larger extract";
        findings.push(Finding::note("osm-nodes-missing", text, remedy).in_file(file).with("missing", missing).with("all", ids.len()));
    }
    let nodes = refs.into_iter().filter_map(|id| Some(position(id)? as u32)).collect();
    Ways { ways, nodes, points }
}

fn for_each_block(file: &str, bytes: &[u8], findings: &mut Findings, mut take: impl FnMut(&PrimitiveBlock)) {
    let mut blocks = 0;
    for blob in BlobReader::new(bytes) {
        match blob.and_then(|blob| {
            blob.decode().map(|decoded| {
                if let BlobDecode::OsmData(block) = decoded {
                    take(&block)
                }
            })
        }) {
            Ok(()) => blocks += 1,
            Err(error) => {
                let text = format!("block {} of the file can't be read ({error}); roads in it and after it may be missing", blocks + 1);
                let finding = Finding::error("osm-unreadable", text, "download the extract again and compare its checksum").in_file(file);
                findings.push(finding.with("block", blocks + 1));
                blocks += 1;
            }
        }
    }
    if blocks == 0 {
        let remedy = "use a file in the format .osm.pbf";
        findings.push(Finding::error("osm-unreadable", "the file holds no block of OpenStreetMap data", remedy).in_file(file));
    }
}
