//! `destinations.csv`: where people are received, how many, when, and whom they can't receive.

use base::{Findings, Instant, LocalZone, Row, Table, TimeOfDay};
use roads::Network;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A place that receives people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Destination {
    /// Its place, by position in the network's places.
    pub place: usize,
    /// Places in all; `None` if not said.
    pub capacity_total: Option<u32>,
    /// Places per day; `None` if not said.
    pub capacity_per_day: Option<u32>,
    /// Services there.
    pub services: BTreeSet<String>,
    /// Opens each day.
    pub opens: TimeOfDay,
    /// Closes each day.
    pub closes: TimeOfDay,
    /// First day it receives anyone.
    pub open_from: Option<Instant>,
    /// Last moment it receives anyone.
    pub open_to: Option<Instant>,
    /// Needs it can't receive.
    pub refuses: BTreeSet<String>,
}

/// Columns of `destinations.csv` that must be there.
pub const NEEDED: &[&str] = &["place"];

/// Reads the destinations; one with an error is left out with its finding.
///
/// Codes beside those of [`Row`]: `place-unknown`, `destination-twice`, `hours-swapped`, `capacity-unknown`.
pub fn read(table: &Table, network: &Network, zone: &LocalZone, findings: &mut Findings) -> Vec<Destination> {
    let mut all: Vec<Destination> = Vec::new();
    for row in table.rows() {
        let mut own = Findings::default();
        let found = read_one(&row, network, zone, &mut own);
        if let Some(destination) = found.filter(|_| !own.has_errors()) {
            if all.iter().any(|d| d.place == destination.place) {
                own.push(row.error(
                    "place",
                    "destination-twice",
                    "the place is already a destination",
                    "join both rows; this one is left out",
                ));
            } else {
                all.push(destination);
            }
        }
        findings.extend(own);
    }
    all
}

fn read_one(row: &Row<'_>, network: &Network, zone: &LocalZone, findings: &mut Findings) -> Option<Destination> {
    let place = super::load::place(row, "place", network, findings);
    let whole = |column: &str, findings: &mut Findings| row.number(column, 0.0, findings).map(|n| n as u32);
    let (capacity_total, capacity_per_day) = (whole("capacity_total", findings), whole("capacity_per_day", findings));
    if capacity_total.is_none() {
        findings.push(row.warning(
            "capacity_total",
            "capacity-unknown",
            "nothing says how many people this place can take",
            "ask the receiving side; until then the plan assumes no limit",
        ));
    }
    let mut hour = |column: &str, otherwise: u16| row.parse(column, "a time like 06:00", findings).unwrap_or(TimeOfDay(otherwise));
    let (opens, closes) = (hour("opens", 0), hour("closes", 1440));
    if opens >= closes {
        findings.push(row.error(
            "closes",
            "hours-swapped",
            format!("it closes at {closes}, before it opens at {opens}"),
            "put the later time into closes",
        ));
    }
    let mut moment = |column: &str, last: bool| super::load::moment(row, column, zone, last, findings);
    let (open_from, open_to) = (moment("open_from", false), moment("open_to", true));
    let words = |column: &str| row.list(column).into_iter().map(str::to_owned).collect();
    Some(Destination {
        place: place?,
        capacity_total,
        capacity_per_day,
        services: words("services"),
        opens,
        closes,
        open_from,
        open_to,
        refuses: words("refuses"),
    })
}
