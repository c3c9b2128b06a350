//! What the judge knows of the operation and the plan: families, ties, spans of the clock, and who rides when.

use crate::operation::{Operation, Person, Vehicle};
use crate::plan::{Plan, Stop, Trip};
use crate::problem::Capacity;
use base::{Instant, LocalZone, TimeOfDay};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// People with one household identifier.
pub(super) struct Family<'a> {
    pub id: &'a str,
    /// The household as registered, if this is a part of one.
    pub convoy: Option<&'a str>,
    /// By position in the operation's people.
    pub members: Vec<usize>,
    /// That of the most exposed member.
    pub tier: u8,
    /// Where all of them are; `None` if they are not together.
    pub site: Option<usize>,
    /// Those tied together, and parts of one convoy, have one number.
    pub group: usize,
}

impl Family<'_> {
    /// Whether this is the household of a name, or a part of it.
    pub fn called(&self, name: &str) -> bool {
        self.id == name || self.convoy == Some(name)
    }
}

/// Families tied to one another, or parts of one convoy.
#[derive(Default)]
pub(super) struct Tied {
    /// By position in the families.
    pub families: Vec<usize>,
    /// That of the most exposed member.
    pub tier: u8,
}

/// How a family rides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ride {
    /// By position in the plan's trips.
    pub trip: usize,
    /// Stop it boards at.
    pub on: usize,
    /// Stop it alights at.
    pub off: usize,
    /// Leaves the stop it boards at.
    pub left: Instant,
    /// Alighting begins.
    pub begins: Instant,
    /// Everyone is off.
    pub ends: Instant,
}

/// What a stop takes.
pub(super) struct Work {
    /// Everyone who alights is off.
    pub off: Instant,
    /// Everyone who boards is on.
    pub done: Instant,
}

/// Spans of seconds since 1970, each without its end.
pub(super) type Spans = Vec<(i64, i64)>;

/// Operation and plan, looked at from all sides.
pub(super) struct World<'a> {
    pub operation: &'a Operation,
    pub plan: &'a Plan,
    pub families: Vec<Family<'a>>,
    pub by_id: BTreeMap<&'a str, usize>,
    pub tied: Vec<Tied>,
    /// Families tied by care, by position: each list rides on one vehicle.
    pub bound: Vec<Vec<usize>>,
    /// Trips that have set off, by number.
    set_off: BTreeSet<u32>,
    pub fleet: BTreeMap<&'a str, &'a Vehicle>,
    /// Driving is forbidden.
    pub curfew: Spans,
    pub dark: Spans,
    /// Of each family that boards and alights: its first ride.
    pub rides: BTreeMap<usize, Ride>,
    /// People of tiers 1 to 4 who begin to alight, by place and local day.
    arrivals: BTreeMap<(usize, Date), [usize; 4]>,
}

impl<'a> World<'a> {
    pub fn new(operation: &'a Operation, plan: &'a Plan) -> Self {
        let driving = &operation.settings.driving;
        let margin = i64::from(driving.margin_minutes) * 60;
        let span = (operation.starts, operation.ends());
        let mut curfew: Spans = driving.curfew.iter().flat_map(|c| daily(&operation.zone, span, (c.from, c.to), margin)).collect();
        curfew.sort_unstable();
        let families = families(operation);
        let mut world = Self {
            operation,
            plan,
            by_id: families.iter().enumerate().map(|(f, family)| (family.id, f)).collect(),
            families,
            tied: Vec::new(),
            bound: Vec::new(),
            set_off: BTreeSet::new(),
            fleet: operation.fleet.iter().map(|v| (v.id.as_str(), v)).collect(),
            curfew,
            dark: daily(&operation.zone, span, (driving.dark.from, driving.dark.to), 0),
            rides: BTreeMap::new(),
            arrivals: BTreeMap::new(),
        };
        world.tie();
        world.set_off();
        world.ride();
        world.arrive();
        world
    }

    /// Finds who is tied to whom: everyone reached along ties, either way.
    fn tie(&mut self) {
        let people = &self.operation.people;
        let home: BTreeMap<&str, usize> =
            people.iter().filter_map(|p| Some((p.id.as_str(), *self.by_id.get(p.household.as_str())?))).collect();
        let mut next: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); self.families.len()];
        for person in people {
            let Some(a) = home.get(person.id.as_str()).copied() else { continue };
            for b in person.accompanies.iter().filter_map(|id| home.get(id.as_str()).copied()) {
                for (from, to) in [(a, b), (b, a)] {
                    if let Some(list) = next.get_mut(from) {
                        list.insert(to);
                    }
                }
            }
        }
        self.bound = reached(&next);
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (f, family) in self.families.iter().enumerate() {
            let Some(convoy) = family.convoy else { continue };
            let other = *first.entry(convoy).or_insert(f);
            next[f].insert(other);
            next[other].insert(f);
        }
        for families in reached(&next) {
            let tier = families.iter().map(|f| self.families[*f].tier).min().unwrap_or(4);
            families.iter().for_each(|f| self.families[*f].group = self.tied.len());
            self.tied.push(Tied { families, tier });
        }
    }

    /// Finds which trips have set off: those that left before the plan was made, those in convoy with one of them, and what a vehicle did before.
    fn set_off(&mut self) {
        let plan = self.plan;
        let convoy = |id: &str| self.by_id.get(id).and_then(|f| self.families.get(*f)?.convoy);
        let convoys: Vec<BTreeSet<&str>> = plan.trips.iter().map(|t| t.households().filter_map(convoy).collect()).collect();
        let mut gone: Vec<bool> = plan.trips.iter().map(|t| t.departs() < plan.from).collect();
        while let Some(next) = (0..gone.len()).find(|t| {
            let (trip, own) = (&plan.trips[*t], &convoys[*t]);
            let pulls = |o: usize| {
                let before = plan.trips[o].vehicle == trip.vehicle && trip.departs() < plan.trips[o].departs();
                gone[o] && (before || !own.is_disjoint(&convoys[o]))
            };
            !gone[*t] && (0..gone.len()).any(pulls)
        }) {
            gone[next] = true;
        }
        self.set_off = plan.trips.iter().zip(gone).filter(|(_, gone)| *gone).map(|(trip, _)| trip.id).collect();
    }

    fn ride(&mut self) {
        let mut rides = BTreeMap::new();
        for (t, trip) in self.plan.trips.iter().enumerate() {
            let mut on: BTreeMap<&str, usize> = BTreeMap::new();
            for (s, stop) in trip.stops.iter().enumerate() {
                let work = self.work(stop);
                for id in &stop.alight {
                    let (Some(board), Some(family)) = (on.remove(id.as_str()), self.by_id.get(id.as_str()).copied()) else { continue };
                    let left = trip.stops.get(board).map_or(stop.arrive, |s| s.depart);
                    rides.entry(family).or_insert(Ride { trip: t, on: board, off: s, left, begins: stop.begin, ends: work.off });
                }
                for id in &stop.board {
                    on.entry(id.as_str()).or_insert(s);
                }
            }
        }
        self.rides = rides;
    }

    fn arrive(&mut self) {
        let mut arrivals: BTreeMap<(usize, Date), [usize; 4]> = BTreeMap::new();
        for (f, ride) in &self.rides {
            let (Some(trip), Some(family)) = (self.plan.trips.get(ride.trip), self.families.get(*f)) else { continue };
            let Some(place) = self.operation.network.find_place(place_of(trip, ride.off)) else { continue };
            let tiers = arrivals.entry((place, self.day(ride.begins))).or_default();
            if let Some(people) = tiers.get_mut(usize::from(self.tier(*f)).saturating_sub(1)) {
                *people += family.members.len();
            }
        }
        self.arrivals = arrivals;
    }

    /// People who arrive at a place: by day, of each tier.
    pub fn arrived(&self, place: usize) -> impl Iterator<Item = (Date, &[usize; 4])> {
        self.arrivals.range((place, Date::MIN)..=(place, Date::MAX)).map(|((_, day), tiers)| (*day, tiers))
    }

    /// People who arrive at a place on a day with trips under way, and whether any of those may have been led another way.
    pub fn under_way_to(&self, place: usize, day: Date) -> (usize, bool) {
        let (mut people, mut led) = (0, false);
        for (f, ride) in &self.rides {
            let (Some(trip), Some(family)) = (self.plan.trips.get(ride.trip), self.families.get(*f)) else { continue };
            let there = || self.operation.network.find_place(place_of(trip, ride.off)) == Some(place) && self.day(ride.begins) == day;
            if self.under_way(trip) && there() {
                people += family.members.len();
                led |= self.led(trip);
            }
        }
        (people, led)
    }

    /// When everyone of a stop is off, and when everyone is on: alighting comes first, one household after the other.
    pub fn work(&self, stop: &Stop) -> Work {
        let driving = &self.operation.settings.driving;
        let takes = |each: u32, list: &[String]| i64::from(each) * list.len() as i64;
        let off = stop.begin.plus_seconds(takes(driving.alighting_seconds, &stop.alight));
        Work { off, done: off.plus_seconds(takes(driving.boarding_seconds, &stop.board)) }
    }

    /// Whether people may begin to alight at a place at a moment.
    pub fn receives(&self, place: &str, at: Instant) -> bool {
        let Some(gate) = self.destination(place) else { return true };
        let (zone, day) = (&self.operation.zone, self.day(at));
        let daily = zone.instant(day, gate.opens) <= at && at < zone.instant(day, gate.closes);
        daily && gate.open_from.is_none_or(|from| from <= at) && gate.open_to.is_none_or(|to| at < to)
    }

    /// Whether a trip had set off when the plan was made.
    pub fn under_way(&self, trip: &Trip) -> bool {
        self.set_off.contains(&trip.id)
    }

    /// Whether a trip had set off when the plan was made, and a road was closed before it ends: it may have had to go another way than planned.
    pub fn led(&self, trip: &Trip) -> bool {
        self.under_way(trip) && self.plan.changes.closed.iter().any(|closed| closed.at < trip.ends())
    }

    pub fn destination(&self, place: &str) -> Option<&'a crate::operation::Destination> {
        let place = self.operation.network.find_place(place)?;
        self.operation.destinations.iter().find(|d| d.place == place)
    }

    pub fn day(&self, at: Instant) -> Date {
        self.operation.zone.civil(at).date()
    }

    pub fn members(&self, family: usize) -> impl Iterator<Item = &'a Person> {
        let people = &self.operation.people;
        self.families.get(family).into_iter().flat_map(|f| &f.members).filter_map(move |m| people.get(*m)).collect::<Vec<_>>().into_iter()
    }

    /// Everyone tied together.
    pub fn everyone(&self, group: usize) -> Vec<&'a Person> {
        self.tied.get(group).into_iter().flat_map(|t| &t.families).flat_map(|f| self.members(*f)).collect()
    }

    /// Tier of a family: that of those tied to it.
    pub fn tier(&self, family: usize) -> u8 {
        self.families.get(family).and_then(|f| self.tied.get(f.group)).map_or(4, |t| t.tier)
    }

    /// Room that some people take who travel together: lying, in a wheelchair, on the lap of an adult (one each), or on a seat.
    pub fn room(people: &[&Person]) -> Capacity {
        let count = |test: &dyn Fn(&Person) -> bool| people.iter().filter(|p| test(p)).count() as u32;
        let stretchers = count(&|p| p.needs.stretcher);
        let bays = count(&|p| !p.needs.stretcher && p.needs.wheelchair);
        let infants = count(&|p| p.needs.infant_lap && !p.needs.stretcher && !p.needs.wheelchair);
        let laps = infants.min(count(&|p| !p.child));
        Capacity { seats: people.len() as u32 - stretchers - bays - laps, bays, stretchers }
    }
}

/// Lists of those reached from one another, each ascending.
fn reached(next: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let mut seen = vec![false; next.len()];
    let mut lists = Vec::new();
    for start in 0..next.len() {
        let (mut open, mut list) = (vec![start], Vec::new());
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                list.push(at);
                open.extend(next[at].iter().copied());
            }
        }
        if !list.is_empty() {
            list.sort_unstable();
            lists.push(list);
        }
    }
    lists
}

/// Name of the place of a stop; empty if there is none.
pub(super) fn place_of(trip: &Trip, stop: usize) -> &str {
    trip.stops.get(stop).map_or("", |s| s.place.as_str())
}

/// Whether a span without its end meets any of the others.
pub(super) fn meets(spans: &[(i64, i64)], from: Instant, to: Instant) -> bool {
    spans.iter().any(|(a, b)| *a < to.0 && from.0 < *b)
}

/// A daily span on each local day of a time, begun earlier by `widen` seconds; runs over midnight if it does not end after it begins.
fn daily(zone: &LocalZone, (from, to): (Instant, Instant), (begins, ends): (TimeOfDay, TimeOfDay), widen: i64) -> Spans {
    let mut spans = Vec::new();
    let Ok(mut day) = zone.civil(from).date().yesterday() else { return spans };
    while let Ok(next) = day.tomorrow() {
        let begin = zone.instant(day, begins);
        if begin.0 - widen > to.0 {
            break;
        }
        let end = zone.instant(if ends > begins { day } else { next }, ends);
        spans.push((begin.0 - widen, end.0));
        day = next;
    }
    spans
}

fn families(operation: &Operation) -> Vec<Family<'_>> {
    let mut index: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all: Vec<Family<'_>> = Vec::new();
    for (p, person) in operation.people.iter().enumerate() {
        let at = *index.entry(person.household.as_str()).or_insert(all.len());
        if at == all.len() {
            all.push(Family {
                id: &person.household,
                convoy: person.convoy.as_deref(),
                members: Vec::new(),
                tier: 4,
                site: person.site,
                group: 0,
            });
        }
        if let Some(family) = all.get_mut(at) {
            family.members.push(p);
            family.tier = family.tier.min(person.tier.tier);
            family.site = family.site.filter(|s| Some(*s) == person.site);
        }
    }
    all
}
