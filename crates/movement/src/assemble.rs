//! From a solution of the search back to a plan with names, minutes and reasons.
//!
//! In: the operation, what was built from it, a solution. Out: the trips of a [`Plan`]. Always true: every unit of the
//! solution stands for all its households. Absent: choice.

use crate::build::Built;
use crate::operation::Operation;
use crate::plan::{Leg, Stop, Stretch, Trip};
use crate::problem::{self, Solution};
use crate::schedule::{Breach, Drive, StopTimes, TripTimes, replay};
use base::Instant;
use roads::NodeIx;

/// What the name of a node without a place begins with.
const JUNCTION: &str = "junction ";

/// Trips with names and times, in order of departure; identifiers count on from `first_id`.
pub fn trips(operation: &Operation, built: &Built, solution: &Solution, first_id: u32) -> Result<Vec<Trip>, Breach> {
    let mut trips = Vec::new();
    for (v, driven) in solution.trips.iter().enumerate() {
        for (trip, times) in driven.iter().zip(replay(&built.problem, v, driven)?) {
            trips.push(one(operation, built, v, trip, &times));
        }
    }
    trips.sort_by(|a: &Trip, b: &Trip| (a.departs(), &a.vehicle).cmp(&(b.departs(), &b.vehicle)));
    for (i, trip) in trips.iter_mut().enumerate() {
        trip.id = first_id + i as u32;
    }
    Ok(trips)
}

fn one(operation: &Operation, built: &Built, v: usize, trip: &problem::Trip, times: &TripTimes) -> Trip {
    let vehicle = &built.problem.vehicles[v];
    let name = |place: usize| operation.place_name(built.places[place]).to_owned();
    let pickups = trip.pickups.iter().map(|(place, units)| (*place, units, true));
    let dropoffs = trip.dropoffs.iter().map(|(d, units)| (built.problem.destinations[*d].place, units, false));
    let mut at = times.from;
    let mut plan = Trip {
        id: 0,
        vehicle: operation.fleet[built.vehicles[v]].id.clone(),
        configuration: vehicle.configurations[trip.configuration],
        stops: Vec::new(),
        legs: Vec::new(),
    };
    for (((place, units, board), stop), drive) in pickups.chain(dropoffs).zip(&times.stops).zip(&times.legs) {
        if plan.stops.is_empty() && place != at {
            let (free, departs) = (built.instant(times.free), built.instant(times.departs()));
            plan.stops.push(Stop { place: name(at), arrive: free, begin: free, depart: departs, board: Vec::new(), alight: Vec::new() });
        }
        if !plan.stops.is_empty() {
            plan.legs.push(leg(operation, built, vehicle.profile, at, place, drive));
        }
        plan.stops.push(stop_of(built, name(place), stop, households(operation, built, units), board));
        at = place;
    }
    plan
}

fn stop_of(built: &Built, place: String, times: &StopTimes, who: Vec<String>, boards: bool) -> Stop {
    let (board, alight) = if boards { (who, Vec::new()) } else { (Vec::new(), who) };
    Stop {
        place,
        arrive: built.instant(times.reach),
        begin: built.instant(times.begin),
        depart: built.instant(times.depart),
        board,
        alight,
    }
}

fn households(operation: &Operation, built: &Built, units: &[usize]) -> Vec<String> {
    units.iter().flat_map(|u| &built.aboard[*u]).map(|h| operation.households[*h].id.clone()).collect()
}

fn leg(operation: &Operation, built: &Built, profile: usize, from: usize, to: usize, drive: &Drive) -> Leg {
    let empty = problem::Way::default();
    let way = built.problem.travel.profiles[profile].ways[from][to].as_ref().unwrap_or(&empty);
    let stretches: Vec<Stretch> = way
        .stretches
        .iter()
        .zip(&drive.segments)
        .map(|(s, times)| stretch(operation, s, built.instant(times.0), built.instant(times.1)))
        .collect();
    Leg { km: stretches.iter().map(|s| s.km).sum(), stretches, risk: drive.risk }
}

/// A stretch with names and times.
pub(crate) fn stretch(operation: &Operation, s: &problem::Stretch, enter: Instant, leave: Instant) -> Stretch {
    let label = |node: u32| operation.network.place_at(NodeIx(node)).map_or_else(|| format!("{JUNCTION}{node}"), |p| p.name.clone());
    Stretch {
        from: label(s.from_node),
        to: label(s.to_node),
        enter,
        leave,
        driving: s.seconds,
        km: s.meters as f64 / 1000.0,
        risk: s.risk,
        roads: s.roads.clone(),
    }
}

/// The node at an end of a stretch, by its name: a place or a junction.
pub(crate) fn node_named(operation: &Operation, name: &str) -> Option<NodeIx> {
    let junction = || name.strip_prefix(JUNCTION)?.parse().ok().filter(|n| (*n as usize) < operation.network.node_count()).map(NodeIx);
    operation.network.find_node(name).or_else(junction)
}
