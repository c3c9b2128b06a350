//! `fleet.csv`: vehicles and what they offer.

use super::Needs;
use crate::problem::Capacity;
use base::{Findings, Instant, LocalZone, Row, Table};
use roads::Network;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A vehicle with its crew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Vehicle {
    /// Identifier.
    pub id: String,
    /// Place it stands at, by position in the network's places.
    pub depot: usize,
    /// Bus, truck, minibus, 4x4, ambulance, ...
    pub kind: String,
    /// Ways its room can be arranged; the first is the usual one.
    pub configurations: Vec<Capacity>,
    /// A woman is in the crew.
    pub woman_crew: bool,
    /// Medical staff is in the crew.
    pub medical_crew: bool,
    /// Equipment on board.
    pub equipment: BTreeSet<String>,
    /// Ready from.
    pub from: Option<Instant>,
    /// Not in service after.
    pub until: Option<Instant>,
    /// Factor on the speed of every road, 0.1 to 2.
    pub speed_factor: f64,
    /// Road classes it may use; empty for all.
    pub road_classes: BTreeSet<String>,
    /// Travels with its own escort.
    pub escort: bool,
    /// Longest total distance.
    pub range_km: Option<f64>,
}

impl Vehicle {
    /// Whether crew and equipment meet what people need on the way.
    pub fn offers(&self, needs: &Needs) -> bool {
        (self.woman_crew || !needs.woman_crew) && (self.medical_crew || !needs.medical_escort) && needs.equipment.is_subset(&self.equipment)
    }
}

/// Columns of `fleet.csv` that must be there.
pub const NEEDED: &[&str] = &["vehicle_id", "depot", "seats"];

/// Reads the fleet; a vehicle with an error is left out with its finding.
///
/// Codes beside those of [`Row`]: `vehicle-twice`, `place-unknown`, `no-room`, `configuration-unreadable`, `speed-factor`, `dates-swapped`.
pub fn read(table: &Table, network: &Network, zone: &LocalZone, findings: &mut Findings) -> Vec<Vehicle> {
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let mut fleet = Vec::new();
    for row in table.rows() {
        let mut own = Findings::default();
        let vehicle = read_one(&row, network, zone, &mut own);
        if let Some(vehicle) = vehicle.filter(|_| !own.has_errors()) {
            match seen.insert(vehicle.id.clone(), row.line) {
                Some(line) => own.push(
                    row.error(
                        "vehicle_id",
                        "vehicle-twice",
                        format!("'{}' is already in row {line}", vehicle.id),
                        "give each vehicle its own identifier; this row is left out",
                    )
                    .with("value", &vehicle.id),
                ),
                None => fleet.push(vehicle),
            }
        }
        findings.extend(own);
    }
    fleet
}

fn read_one(row: &Row<'_>, network: &Network, zone: &LocalZone, findings: &mut Findings) -> Option<Vehicle> {
    let id = row.text("vehicle_id", findings)?.to_owned();
    let depot = super::load::place(row, "depot", network, findings);
    let whole = |column: &str, findings: &mut Findings| row.number(column, 0.0, findings).map_or(0, |n| n as u32);
    let usual =
        Capacity { seats: whole("seats", findings), bays: whole("wheelchair_bays", findings), stretchers: whole("stretchers", findings) };
    let mut configurations = vec![usual];
    for text in row.find("configurations").unwrap_or_default().split(['|', ';']).map(str::trim).filter(|t| !t.is_empty()) {
        match configuration(text) {
            Some(found) if !configurations.contains(&found) => configurations.push(found),
            Some(_) => {}
            None => findings.push(
                row.error(
                    "configurations",
                    "configuration-unreadable",
                    format!("'{text}' is not seats/bays/stretchers"),
                    "write 40/0/0|34/2/0",
                )
                .with("value", text),
            ),
        }
    }
    if configurations.iter().all(|c| *c == Capacity::default()) && !row.flag("escort", &mut Findings::default()).unwrap_or(false) {
        findings.push(
            row.error("seats", "no-room", "the vehicle has no seat, bay or stretcher", "fill in its room, or take the row out")
                .with("value", &id),
        );
    }
    let mut moment = |column: &str, last: bool| super::load::moment(row, column, zone, last, findings);
    let (from, until) = (moment("available_from", false), moment("available_to", true));
    if let (Some(a), Some(b)) = (from, until)
        && a >= b
    {
        findings.push(row.error(
            "available_to",
            "dates-swapped",
            "the vehicle is gone before it comes",
            "put the later time into available_to",
        ));
    }
    let speed_factor = row.number("speed_factor", 0.0, findings).unwrap_or(1.0);
    if !(0.1..=2.0).contains(&speed_factor) {
        findings.push(
            row.error(
                "speed_factor",
                "speed-factor",
                format!("{speed_factor} is not a factor of 0.1 to 2"),
                "1 is the usual speed of the road",
            )
            .with("value", speed_factor),
        );
    }
    let words = |column: &str| row.list(column).into_iter().map(str::to_owned).collect();
    Some(Vehicle {
        id,
        depot: depot?,
        kind: row.find("kind").unwrap_or("vehicle").into(),
        configurations,
        woman_crew: row.flag("woman_crew", findings).unwrap_or(false),
        medical_crew: row.flag("medical_crew", findings).unwrap_or(false),
        equipment: words("equipment"),
        from,
        until,
        speed_factor,
        road_classes: words("road_classes"),
        escort: row.flag("escort", findings).unwrap_or(false),
        range_km: row.number("range_km", 0.0, findings),
    })
}

fn configuration(text: &str) -> Option<Capacity> {
    let mut parts = text.split('/').map(|p| p.trim().parse::<u32>());
    let (seats, bays, stretchers) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    parts.next().is_none().then_some(Capacity { seats, bays, stretchers })
}
