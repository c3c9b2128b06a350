//! The answer to an instance as JSON.

use crate::problem::{Problem, Solution};
use crate::schedule::fits;
use base::Reason;
use std::fmt::Write as _;

/// `{"vehicles": [[["p", household], ["d", household], …], …], "unserved": [{"household", "reason", …}, …]}`, indices from 0 in file order.
pub fn to_json(problem: &Problem, solution: &Solution) -> String {
    let mut json = String::from("{\"vehicles\": [");
    for (v, trips) in solution.trips.iter().enumerate() {
        json.push_str(if v == 0 { "\n  [" } else { ",\n  [" });
        let events = trips.iter().flat_map(|trip| {
            let on = trip.pickups.iter().flat_map(|(_, units)| units).map(|&u| ('p', u));
            on.chain(trip.dropoffs.iter().flat_map(|(_, units)| units).map(|&u| ('d', u)))
        });
        for (i, (event, u)) in events.enumerate() {
            let _ = write!(json, "{}[\"{event}\", {u}]", if i == 0 { "" } else { ", " });
        }
        json.push(']');
    }
    json.push_str("\n], \"unserved\": [");
    for (i, &u) in solution.unserved.iter().enumerate() {
        let reason = why_unserved(problem, u);
        let _ = write!(json, "{}{{\"household\": {u}, \"reason\": \"{}\"", if i == 0 { "" } else { ", " }, reason.code);
        for (key, value) in &reason.args {
            let _ = write!(json, ", \"{key}\": \"{value}\"");
        }
        json.push('}');
    }
    json.push_str("]}\n");
    json
}

/// Why a household is on no trip: `no-vehicle-fits` (with what it takes) or `no-time`.
pub fn why_unserved(problem: &Problem, u: usize) -> Reason {
    match problem.units.get(u) {
        Some(unit) if !problem.vehicles.iter().any(|v| v.configurations.iter().any(|&room| fits(v, room, unit))) => {
            let need = unit.demand;
            Reason::new("no-vehicle-fits").with("seats", need.seats).with("bays", need.bays).with("stretchers", need.stretchers)
        }
        _ => Reason::new("no-time"),
    }
}
