//! Whether a group could have been on a trip: crew, room, destination, hours.

use super::View;
use crate::operation::{Group, Operation};
use crate::plan::{Plan, Trip};
use crate::problem::Capacity;
use base::{Instant, Reason, TimeOfDay};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// People of each tier (1 to 4) who arrive, by place and day.
pub(super) type Arrivals = BTreeMap<(usize, Date), [u32; 4]>;

/// Counts arrivals; the day is that in which alighting begins.
pub(super) fn arrivals(operation: &Operation, groups: &[Group], plan: &Plan, index: &BTreeMap<&str, (usize, usize)>) -> Arrivals {
    let mut arrivals = Arrivals::new();
    for stop in plan.trips.iter().flat_map(|t| &t.stops) {
        let Some(place) = operation.network.find_place(&stop.place) else { continue };
        for (h, g) in stop.alight.iter().filter_map(|id| index.get(id.as_str())) {
            let tier = usize::from(groups.get(*g).map_or(4, |g| g.tier).clamp(1, 4)) - 1;
            let people = operation.households.get(*h).map_or(0, |h| h.members.len()) as u32;
            arrivals.entry((place, operation.zone.civil(stop.begin).date())).or_default()[tier] += people;
        }
    }
    arrivals
}

/// A group that leaves later, beside a trip that took others.
pub(super) struct Look<'v, 'a> {
    pub view: &'v View<'a>,
    pub g: usize,
    pub group: &'v Group,
    /// Trip and stop, by position.
    pub at: (usize, usize),
    pub trip: &'v Trip,
}

impl Look<'_, '_> {
    /// The first rule that kept the group off the trip.
    pub fn reason(&self) -> Reason {
        self.vehicle().or_else(|| self.way()).or_else(|| self.places()).unwrap_or_else(|| Reason::new("trip-no-rule"))
    }

    fn vehicle(&self) -> Option<Reason> {
        let vehicle = self.view.fleet.get(self.trip.vehicle.as_str())?;
        let needs = &self.group.needs;
        if needs.woman_crew && !vehicle.woman_crew {
            return Some(Reason::new("trip-no-woman-crew"));
        }
        if needs.medical_escort && !vehicle.medical_crew {
            return Some(Reason::new("trip-no-medical-crew"));
        }
        if let Some(equipment) = needs.equipment.iter().find(|e| !vehicle.equipment.contains(*e)) {
            return Some(Reason::new("trip-no-equipment").with("equipment", equipment));
        }
        let demand = self.group.demand;
        (!vehicle.configurations.iter().any(|c| c.holds(demand))).then(|| {
            let reason = Reason::new("trip-no-configuration");
            reason.with("seats", demand.seats).with("bays", demand.bays).with("stretchers", demand.stretchers)
        })
    }

    /// Stops of the trip at which the group could be received.
    fn drops(&self) -> Vec<usize> {
        let goes = |place: usize| {
            let places = self.group.destinations.iter().filter_map(|d| self.view.operation.destinations.get(*d));
            places.into_iter().any(|d| d.place == place)
        };
        let stops = self.view.stops.get(self.at.0).into_iter().flatten().enumerate().skip(self.at.1 + 1);
        stops.filter(|(_, here)| here.gate.is_some_and(goes)).map(|(s, _)| s).collect()
    }

    fn way(&self) -> Option<Reason> {
        let departs = self.trip.stops.get(self.at.1)?.depart;
        if self.group.requested.is_some_and(|at| at > departs) {
            return Some(Reason::new("trip-asked-later"));
        }
        let drops = self.drops();
        if drops.is_empty() {
            return Some(Reason::new("trip-other-destination"));
        }
        if self.foes() {
            return Some(Reason::new("trip-kept-apart"));
        }
        let driving = &self.view.operation.settings.driving;
        let takes = self.group.households.len() as i64 * i64::from(driving.alighting_seconds);
        let ends: Vec<Instant> = drops.iter().filter_map(|s| self.trip.stops.get(*s)).map(|s| s.begin.plus_seconds(takes)).collect();
        if self.group.fit_until.is_some_and(|until| ends.iter().all(|end| *end > until)) {
            return Some(Reason::new("trip-fitness-ends"));
        }
        if let Some(most) = self.group.needs.max_ride_min.filter(|most| ends.iter().all(|end| end.0 - departs.0 > i64::from(*most) * 60)) {
            return Some(Reason::new("trip-too-long").with("minutes", most));
        }
        let dark = |end: &Instant| is_dark(self.view.operation, departs, *end);
        (self.group.needs.no_night && ends.iter().all(dark)).then(|| Reason::new("trip-at-night"))
    }

    /// Groups of tiers at or above this one that are on the trip.
    fn ahead(&self, id: &str) -> Option<usize> {
        let g = self.view.index.get(id)?.1;
        self.view.groups.get(g).is_some_and(|g| g.tier <= self.group.tier).then_some(g)
    }

    fn foes(&self) -> bool {
        let people = &self.view.operation.people;
        let person = |m: &usize| people.get(*m);
        let own: Vec<_> = self.group.members.iter().filter_map(person).collect();
        if !own.iter().any(|p| self.view.apart.contains(p.id.as_str())) {
            return false;
        }
        let others = self.trip.households().filter_map(|id| self.ahead(id)).filter_map(|g| self.view.groups.get(g));
        others
            .flat_map(|g| &g.members)
            .filter_map(person)
            .any(|p| own.iter().any(|o| o.not_with.contains(&p.id) || p.not_with.contains(&o.id)))
    }

    fn places(&self) -> Option<Reason> {
        let drops = self.drops();
        if drops.iter().all(|s| !self.fits(*s)) {
            return Some(Reason::new("trip-no-room"));
        }
        let operation = self.view.operation;
        let full = |s: &usize| {
            let stop = self.trip.stops.get(*s)?;
            let place = operation.network.find_place(&stop.place)?;
            let destination = operation.destinations.iter().find(|d| d.place == place)?;
            let day = operation.zone.civil(stop.begin).date();
            let count = |tiers: &[u32; 4]| tiers.iter().take(usize::from(self.group.tier)).sum::<u32>();
            let today = self.view.arrivals.get(&(place, day)).map_or(0, count);
            let in_all: u32 = self.view.arrivals.range((place, Date::MIN)..=(place, Date::MAX)).map(|(_, tiers)| count(tiers)).sum();
            let more = self.group.members.len() as u32;
            // The group itself may be among those counted: then it is not counted twice.
            let mine = self.arrival();
            let today = today.saturating_sub(if mine == Some((place, day)) { more } else { 0 });
            let in_all = in_all.saturating_sub(if mine.is_some_and(|m| m.0 == place) { more } else { 0 });
            Some(
                destination.capacity_per_day.is_some_and(|most| today + more > most)
                    || destination.capacity_total.is_some_and(|most| in_all + more > most),
            )
        };
        drops.iter().all(|s| full(s) == Some(true)).then(|| Reason::new("trip-destination-full"))
    }

    /// Where and on which day the group arrives, if it does.
    fn arrival(&self) -> Option<(usize, Date)> {
        let id = self.group.households.first().and_then(|h| self.view.operation.households.get(*h)).map(|h| h.id.as_str())?;
        let trip = self.view.plan.trips.get(self.view.rides.get(&self.g)?.1)?;
        let stop = trip.stops.iter().find(|s| s.alight.iter().any(|h| h == id))?;
        let day = self.view.operation.zone.civil(stop.begin).date();
        Some((self.view.operation.network.find_place(&stop.place)?, day))
    }

    /// Whether a configuration holds the group until a stop, beside all of tiers at or above it.
    fn fits(&self, drop: usize) -> bool {
        let Some(vehicle) = self.view.fleet.get(self.trip.vehicle.as_str()) else { return true };
        let tier = usize::from(self.group.tier.clamp(1, 4)) - 1;
        let Some(loads) = self.view.loads.get(&self.trip.id).and_then(|tiers| tiers.get(tier)) else { return true };
        let with = |s: usize, load: Capacity| if (self.at.1..drop).contains(&s) { load.plus(self.group.demand) } else { load };
        vehicle.configurations.iter().any(|c| loads.iter().enumerate().all(|(s, load)| c.holds(with(s, *load))))
    }
}

/// What groups of each tier and above take after each stop of a trip.
pub(super) fn loads(groups: &[Group], index: &BTreeMap<&str, (usize, usize)>, trip: &Trip) -> [Vec<Capacity>; 4] {
    [1, 2, 3, 4].map(|tier| {
        let ahead = |id: &String| index.get(id.as_str()).map(|i| i.1).filter(|g| groups.get(*g).is_some_and(|g| g.tier <= tier));
        let mut on: BTreeSet<usize> = BTreeSet::new();
        let after = trip.stops.iter().map(|stop| {
            stop.alight.iter().filter_map(ahead).for_each(|g| _ = on.remove(&g));
            stop.board.iter().filter_map(ahead).for_each(|g| _ = on.insert(g));
            on.iter().filter_map(|g| groups.get(*g)).map(|g| g.demand).fold(Capacity::default(), Capacity::plus)
        });
        after.collect()
    })
}

/// Whether any of the daily darkness falls between two moments.
fn is_dark(operation: &Operation, from: Instant, to: Instant) -> bool {
    let dark = operation.settings.driving.dark;
    let zone = &operation.zone;
    let Ok(mut day) = zone.civil(from).date().yesterday() else { return false };
    while zone.instant(day, TimeOfDay(0)) < to {
        let Ok(next) = day.tomorrow() else { return false };
        let ends = zone.instant(if dark.to > dark.from { day } else { next }, dark.to);
        if zone.instant(day, dark.from) < to && from < ends {
            return true;
        }
        day = next;
    }
    false
}
