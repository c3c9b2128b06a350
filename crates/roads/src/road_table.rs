//! Road links read from `roads.csv`.

use crate::closure::{did_you_mean, read_span};
use crate::connect::check_connections;
use crate::names::{close_matches, fold_name};
use crate::network::{ClassIx, Link, Network, NetworkParts, NodeIx};
use crate::place::Place;
use crate::road_check::check_lengths;
use base::{Findings, LocalZone, Row, Table};
use std::collections::BTreeMap;

/// Columns that `roads.csv` must have.
pub const ROAD_COLUMNS: [&str; 3] = ["from", "to", "km"];

/// Longer links are a slip of the pen: it is half way round the earth.
const MOST_KM: f64 = 20_000.0;

/// Reads the links between places into a network with one node per place, in the order of `places`.
///
/// Rows that can't be used are left out with a finding; a row that is merely doubtful is kept.
/// Codes: those of [`base::Row`] and of closures, `road-unknown-place`, `road-self-loop`, `road-length-impossible`,
/// `road-duplicate`, `road-parallel`, `road-shorter-than-straight`, `road-much-longer-than-straight`, `place-unreachable`,
/// `places-cut-off`.
pub fn read_roads(table: &Table, places: &[Place], zone: &LocalZone, findings: &mut Findings) -> Network {
    let mut reader = Reader { places, zone, by_name: BTreeMap::new(), classes: vec![String::new()], seen: BTreeMap::new() };
    for (index, place) in places.iter().enumerate() {
        reader.by_name.entry(fold_name(&place.name)).or_insert(NodeIx(index as u32));
    }
    let kept: Vec<(u64, Link)> = table.rows().filter_map(|row| Some((row.line, reader.read(row, findings)?))).collect();
    check_lengths(&table.file, places, &kept, findings);
    let network = Network::new(NetworkParts {
        points: places.iter().map(|place| place.point).collect(),
        links: kept.into_iter().map(|(_, link)| link).collect(),
        classes: reader.classes,
        places: places.iter().cloned().zip((0..).map(NodeIx)).collect(),
    });
    check_connections(&network, &table.file, findings);
    network
}

struct Reader<'a> {
    places: &'a [Place],
    zone: &'a LocalZone,
    by_name: BTreeMap<String, NodeIx>,
    classes: Vec<String>,
    /// Row and length of links already read, by their ends and whether they are one-way.
    seen: BTreeMap<(NodeIx, NodeIx, bool), (u64, u32)>,
}

impl Reader<'_> {
    fn read(&mut self, row: Row<'_>, findings: &mut Findings) -> Option<Link> {
        let (from, to) = (self.end(row, "from", findings), self.end(row, "to", findings));
        let meters = read_meters(row, findings);
        let speed_kmh = row.number("speed_kmh", 1.0, findings);
        let one_way = row.flag("one_way", findings).unwrap_or(false);
        let night_closed = row.flag("night_closed", findings).unwrap_or(false);
        let span = read_span(row, self.zone, findings);
        let (from, to, meters) = (from?, to?, meters?);
        if from == to {
            let text = format!("the road leads from '{0}' to '{0}'; it is left out", self.name(from));
            let finding = row.error("to", "road-self-loop", text, "write the place that the road leads to, or delete the row");
            findings.push(finding.with("place", self.name(from)));
            return None;
        }
        let key = if one_way { (from, to, true) } else { (from.min(to), from.max(to), false) };
        if let Some((first, length)) = self.seen.get(&key).copied() {
            let pair = format!("'{}' - '{}'", self.name(from), self.name(to));
            if length == meters {
                let text = format!("{pair} is already in row {first} with the same length; this row is left out");
                findings.push(row.warning("from", "road-duplicate", text, "delete one of the rows").with("first", first));
                return None;
            }
            let text = format!("{pair} is already in row {first} with another length; both are kept, as two roads");
            findings.push(row.note("from", "road-parallel", text, "delete the wrong row if there is one road").with("first", first));
        }
        self.seen.entry(key).or_insert((row.line, meters));
        let class = self.class(row.find("class").unwrap_or_default());
        let mut link = Link { from, to, meters, class, speed_kmh, one_way, closed: Vec::new(), night_closed, bends: Vec::new() };
        if let Some(span) = span {
            link.close(span);
        }
        Some(link)
    }

    fn name(&self, node: NodeIx) -> &str {
        self.places.get(node.index()).map_or("", |place| place.name.as_str())
    }

    fn end(&self, row: Row<'_>, column: &str, findings: &mut Findings) -> Option<NodeIx> {
        let name = row.text(column, findings)?;
        let found = self.by_name.get(&fold_name(name)).copied();
        if found.is_none() {
            let near = close_matches(name, self.places.iter().map(|place| place.name.as_str()));
            let text = format!("'{name}' is not in the places file; the road is left out");
            let finding = row.error(column, "road-unknown-place", text, did_you_mean(&near));
            findings.push(finding.with("place", name).with("near", near.join(", ")));
        }
        found
    }

    fn class(&mut self, name: &str) -> ClassIx {
        let name = name.to_lowercase();
        let known = self.classes.iter().position(|class| *class == name).unwrap_or_else(|| {
            self.classes.push(name);
            self.classes.len() - 1
        });
        ClassIx(u16::try_from(known).unwrap_or_default())
    }
}

fn read_meters(row: Row<'_>, findings: &mut Findings) -> Option<u32> {
    row.text("km", findings)?;
    let km: f64 = row.parse("km", "a number of kilometres like 132", findings)?;
    if km > 0.0 && km <= MOST_KM {
        return Some((km * 1000.0).round().max(1.0) as u32);
    }
    let text = format!("a road of {km} km is not possible; it is left out");
    findings.push(row.error("km", "road-length-impossible", text, "write the length in kilometres").with("km", km));
    None
}

#[cfg(test)]
#[path = "road_table_tests.rs"]
mod tests;
