//! Places of an operation, read from `places.csv`.

use crate::names::fold_name;
use crate::place_check::check_positions;
use base::{Findings, Point, Row, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A town, camp, transit point or other place that people leave from, pass or reach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Name, unique in the operation.
    pub name: String,
    /// Where it is.
    pub point: Point,
    /// What it is: `town`, `camp`, `transit`, ...; empty if not said.
    pub kind: String,
    /// Country as written, usually ISO 3166 alpha-3; empty if not said.
    pub country: String,
    /// First-level area; empty if not said.
    pub admin1: String,
    /// People living there, if known.
    pub population: Option<u64>,
}

/// Columns that `places.csv` must have.
pub const PLACE_COLUMNS: [&str; 3] = ["place", "lat", "lon"];

/// Reads places; rows that can't be used are left out with a finding, all others are kept in file order.
///
/// Codes: those of [`base::Row`], `place-duplicate`, `place-swapped`, `place-outside-country`, `no-places`.
pub fn read_places(table: &Table, findings: &mut Findings) -> Vec<Place> {
    let mut kept: Vec<(u64, Place)> = Vec::new();
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for row in table.rows() {
        let Some(place) = read_place(row, findings) else { continue };
        let key = fold_name(&place.name);
        if let Some(first) = seen.get(&key) {
            let text = format!("'{}' is already in row {first}; this row is left out", place.name);
            let finding = row.error("place", "place-duplicate", text, "give each place a name of its own, or delete one of the rows");
            findings.push(finding.with("place", &place.name).with("first", first));
            continue;
        }
        seen.insert(key, row.line);
        kept.push((row.line, place));
    }
    if kept.is_empty() {
        let finding =
            base::Finding::error("no-places", "no place could be read", "add at least one row with a name, latitude and longitude");
        findings.push(finding.in_file(table.file.as_str()));
    }
    check_positions(&table.file, &kept, findings);
    kept.into_iter().map(|(_, place)| place).collect()
}

fn read_place(row: Row<'_>, findings: &mut Findings) -> Option<Place> {
    let name = row.text("place", findings);
    let point = row.point("lat", "lon", findings);
    let population = row.parse("population", "a whole number like 12405", findings);
    let text = |column| row.find(column).unwrap_or_default().to_owned();
    let (name, point) = (name?.to_owned(), point?);
    Some(Place { name, point, kind: text("kind"), country: text("country"), admin1: text("admin1"), population })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of 2014 with one row replaced or added.
    fn facts_with(from: &str, to: &str) -> (Vec<Place>, Findings) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/car-2014/places.csv");
        let text = std::fs::read_to_string(path).unwrap();
        assert!(text.contains(from), "{from}");
        let mut findings = Findings::default();
        let table = Table::read("places.csv", text.replacen(from, to, 1).as_bytes(), &PLACE_COLUMNS, &mut findings);
        (read_places(&table, &mut findings), findings)
    }

    #[test]
    fn the_facts_of_2014_are_read_without_findings() {
        let (places, findings) = facts_with("Bangui", "Bangui");
        assert_eq!((places.len(), findings), (63, Findings::default()));
        assert_eq!((places[0].name.as_str(), places[0].population), ("Bangui", Some(334_350)));
        assert_eq!((places[2].population, places[39].kind.as_str(), places[39].country.as_str()), (None, "camp", "TCD"));
    }

    #[test]
    fn each_slip_is_found_where_it_is() {
        for (from, to, code, kept) in [
            ("4.36122,18.55496", "18.55496,4.36122", "place-swapped", 63),
            ("6.49263,17.45518", "17.45518,6.49263", "place-swapped", 63),
            ("7.935476,16.594162", "16.594162,7.935476", "place-swapped", 63),
            ("3.062182,18.518301", "18.518301,3.062182", "place-swapped", 63),
            ("4.36122,18.55496", "-43.6122,18.55496", "place-outside-country", 63),
            ("4.36122,18.55496", "436122,18.55496", "not-on-earth", 62),
            ("4.36122,18.55496", "4.36122,", "missing-value", 62),
            ("4.36122,18.55496", "4.36122,east", "unreadable-value", 62),
            ("town,334350", "town,many", "unreadable-value", 63),
            ("town,334350", "town,-5", "unreadable-value", 63),
            ("Bimbo,CAF", "bangui,CAF", "place-duplicate", 62),
            ("Bimbo,CAF", ",CAF", "missing-value", 62),
        ] {
            let (places, findings) = facts_with(from, to);
            let codes: Vec<&str> = findings.iter().map(|f| f.code.as_str()).collect();
            assert_eq!((codes, places.len()), (vec![code], kept), "{to}");
            assert!(findings.iter().all(|f| f.row.is_some() && f.column.is_some()), "{findings:?}");
        }
    }

    #[test]
    fn several_exchanged_rows_are_all_found() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/car-2014/places.csv");
        let text = std::fs::read_to_string(path).unwrap();
        let exchanged: Vec<String> = text
            .lines()
            .enumerate()
            .map(|(i, line)| {
                let mut cells: Vec<&str> = line.split(',').collect();
                if i >= 2 && i % 6 == 0 {
                    cells.swap(3, 4);
                }
                cells.join(",")
            })
            .collect();
        let mut findings = Findings::default();
        let table = Table::read("places.csv", exchanged.join("\n").as_bytes(), &PLACE_COLUMNS, &mut findings);
        assert_eq!(read_places(&table, &mut findings).len(), 63);
        assert_eq!(findings.iter().filter(|f| f.code == "place-swapped").count(), 10, "{findings:?}");
    }

    #[test]
    fn no_places_is_an_error() {
        let mut findings = Findings::default();
        assert!(read_places(&Table::default(), &mut findings).is_empty());
        assert!(findings.has("no-places"));
    }
}
