//! Who can't be planned whatever the search does: held by the officer, no vehicle fits, no road leads there.

use super::Built;
use super::fleet::Offers;
use crate::convoy;
use crate::operation::{Group, Operation};
use crate::plan::Changes;
use crate::problem::{Capacity, Unit, Vehicle};
use base::Reason;

type Block = Option<(Reason, Vec<Reason>)>;

/// Held back by the officer with a no-boarding code.
pub(super) fn officer(operation: &Operation, group: &Group, changes: &Changes) -> Block {
    let own = |id: &str| group.households.iter().map(|h| &operation.households[*h]).any(|h| h.id == id || h.convoy.as_deref() == Some(id));
    let held = changes.held.iter().find(|h| own(&h.household))?;
    Some((Reason::new("held-by-officer").with("nb", &held.code), vec![Reason::new("lift-release")]))
}

/// No vehicle has the room or the crew, or no road leads from the site to any destination.
pub(super) fn by_fleet_and_roads(operation: &Operation, built: &Built, offers: &Offers, unit: &Unit) -> Block {
    let fleet = &built.problem.vehicles;
    if fleet.is_empty() {
        return Some((Reason::new("no-vehicles"), vec![Reason::new("lift-vehicle")]));
    }
    let roomy: Vec<&Vehicle> = fleet.iter().filter(|v| v.configurations.iter().any(|c| c.holds(unit.demand))).collect();
    if roomy.is_empty() {
        return Some(no_room(fleet, unit.demand));
    }
    let able: Vec<&Vehicle> = roomy.iter().copied().filter(|v| unit.asks & !v.offers == 0).collect();
    if able.is_empty() {
        let missing = roomy.iter().map(|v| offers.missing(unit.asks, v.offers)).next().unwrap_or("equipment");
        return Some((Reason::new("no-vehicle-offers").with("need", missing), vec![Reason::new("lift-offer").with("need", missing)]));
    }
    let site = operation.place_name(built.places[unit.pickup]);
    let way = |v: &&Vehicle, from: usize, to: usize| built.problem.travel.profiles[v.profile].ways[from][to].is_some();
    let reach: Vec<&Vehicle> = able.into_iter().filter(|v| way(v, v.start, unit.pickup)).collect();
    if reach.is_empty() {
        return Some((Reason::new("no-road-to-site").with("site", site), vec![Reason::new("lift-road").with("site", site)]));
    }
    let there = |d: &usize| reach.iter().any(|v| way(v, unit.pickup, built.problem.destinations[*d].place));
    if unit.destinations.iter().any(there) {
        return None;
    }
    let names: Vec<&str> =
        unit.destinations.iter().map(|d| operation.place_name(built.places[built.problem.destinations[*d].place])).collect();
    Some((
        Reason::new("no-road").with("site", site).with("destinations", names.join(", ")),
        vec![Reason::new("lift-road").with("site", site)],
    ))
}

/// Too few vehicles that drive alike and have the room for all parts of a convoy at once, or too few of them that come to the site by road.
pub(super) fn by_convoy(operation: &Operation, built: &Built, units: &[Unit]) -> Block {
    let (problem, parts) = (&built.problem, units.len());
    let most = |fleets: Vec<Vec<usize>>| fleets.iter().map(|fleet| convoy::assign(problem, units, fleet).iter().flatten().count()).max();
    let (alike, coming) = (most(convoy::alike(problem, units)).unwrap_or(0), most(convoy::fleets(problem, units)).unwrap_or(0));
    if parts < 2 || coming == parts {
        return None;
    }
    if alike < parts {
        let reason = Reason::new("convoy-too-few-vehicles").with("parts", parts).with("vehicles", alike);
        return Some((reason, vec![Reason::new("lift-convoy-vehicles").with("count", parts - alike)]));
    }
    let site = operation.place_name(built.places[units[0].pickup]);
    let reason = Reason::new("convoy-no-road").with("parts", parts).with("vehicles", coming).with("site", site);
    Some((reason, vec![Reason::new("lift-road").with("site", site)]))
}

fn no_room(fleet: &[Vehicle], demand: Capacity) -> (Reason, Vec<Reason>) {
    let most = |get: fn(&Capacity) -> u32| fleet.iter().flat_map(|v| &v.configurations).map(get).max().unwrap_or(0);
    let (seats, bays, stretchers) = (most(|c| c.seats), most(|c| c.bays), most(|c| c.stretchers));
    let lift = |code: &str, need: u32, most: u32| (need > most).then(|| Reason::new(code).with("count", need - most));
    let mut lifts: Vec<Reason> = [
        lift("lift-stretchers", demand.stretchers, stretchers),
        lift("lift-bays", demand.bays, bays),
        lift("lift-seats", demand.seats, seats),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lifts.is_empty() {
        lifts.push(
            Reason::new("lift-configuration").with("seats", demand.seats).with("bays", demand.bays).with("stretchers", demand.stretchers),
        );
    }
    let code = if demand.seats > seats { "larger-than-any-vehicle" } else { "no-vehicle-fits" };
    (Reason::new(code).with("seats", demand.seats).with("bays", demand.bays).with("stretchers", demand.stretchers), lifts)
}
