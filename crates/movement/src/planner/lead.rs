//! Trips that have set off, led around roads that are closed ahead of them.
//!
//! In: trips that are kept, and the roads closed now. Out: the same trips, those with a closed road ahead by another way where there is one.
//! Always true: what has happened stays, and everyone alights where they agreed to. Absent: trips that have not set off.
//!
//! # Going on, or holding
//! The new way may bring people to a destination on a day with someone they must be kept apart from, into the dark, or past their fitness.
//! Of going on at once and of holding where the vehicle is until a night or a day is over, the planner takes what breaks the fewest of these rules,
//! and the earliest of those. Why: the rules are hard for those planned later, and no less so for those on board; a hold in a known place can be
//! guarded, a meeting can't be undone. What stays broken is not hidden: the checker says it as a warning (`plan-led-around`), since whoever is on the
//! road can't be left at home any more and people have to act.

use crate::assemble::{node_named, stretch};
use crate::build::{Built, Calendar, ways_between};
use crate::operation::{Fitness, Operation};
use crate::plan::{Leg, Stop, Stretch, Trip};
use crate::problem::Problem;
use crate::schedule::{CrewClock, day_of, drive, next_free};
use base::Instant;
use roads::NodeIx;
use std::collections::{BTreeMap, BTreeSet};

/// How many ends of nights and of days a trip may hold for.
const HOLDS: usize = 4;

/// Leads trips around roads closed ahead; as they were if none is, if there is no other way, or if the vehicle's next trip is in a convoy under way,
/// which nothing may make late: the checker then says that the road ahead is closed, and people decide.
pub(super) fn lead_on(operation: &Operation, built: &Built, mut kept: Vec<Trip>) -> Vec<Trip> {
    let closed = closed(operation, built);
    let blocked = |s: &Stretch| s.enter > built.terms.from && s.roads.iter().any(|r| closed.get(r).is_some_and(|at| s.leave > *at));
    let next = |trip: &Trip| kept.iter().any(|t| t.vehicle == trip.vehicle && t.departs() > trip.departs());
    let led: Vec<usize> = (0..kept.len())
        .filter(|t| {
            kept[*t].departs() < built.terms.from && !next(&kept[*t]) && kept[*t].legs.iter().flat_map(|l| &l.stretches).any(blocked)
        })
        .collect();
    if led.is_empty() {
        return kept;
    }
    let lead = Lead::new(operation, built);
    for t in led {
        if let Some(trip) = lead.best(&kept, t) {
            kept[t] = trip;
        }
    }
    kept
}

/// Roads closed by the officer, each from a moment on.
fn closed(operation: &Operation, built: &Built) -> BTreeMap<u32, Instant> {
    let network = &operation.network;
    let mut closed = BTreeMap::new();
    for change in &built.terms.changes.closed {
        let (Some(a), Some(b)) = (network.find_node(&change.from), network.find_node(&change.to)) else { continue };
        for road in network.roads_between(a, b) {
            let at = closed.entry(road.0).or_insert(change.at);
            *at = change.at.min(*at);
        }
    }
    closed
}

struct Lead<'a> {
    operation: &'a Operation,
    built: &'a Built,
    calendar: Calendar,
    /// Household by identifier.
    homes: BTreeMap<&'a str, usize>,
    /// Households with someone who must be kept apart from someone of a household.
    foes: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Lead<'a> {
    fn new(operation: &'a Operation, built: &'a Built) -> Self {
        let home: BTreeMap<&str, &str> = operation.people.iter().map(|p| (p.id.as_str(), p.household.as_str())).collect();
        let mut foes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for person in &operation.people {
            for other in person.not_with.iter().filter_map(|id| home.get(id.as_str()).copied()) {
                foes.entry(&person.household).or_default().insert(other);
                foes.entry(other).or_default().insert(&person.household);
            }
        }
        let homes = operation.households.iter().enumerate().map(|(h, household)| (household.id.as_str(), h)).collect();
        Self { operation, built, calendar: Calendar::new(operation, &built.terms), homes, foes }
    }

    fn second(&self, at: Instant) -> i64 {
        at.0 - self.built.terms.from.0
    }

    /// The trip by its new way, going on or holding; `None` if there is no other way.
    fn best(&self, kept: &[Trip], t: usize) -> Option<Trip> {
        let trip = &kept[t];
        let rest = Rest::of(self.operation, self.built, trip)?;
        let ends = self.calendar.dark.iter().map(|s| s.1).chain(self.calendar.days.iter().copied());
        let mut holds: Vec<i64> = ends.filter(|at| *at > self.second(rest.now)).collect();
        holds.sort_unstable();
        holds.truncate(HOLDS);
        holds.insert(0, self.second(rest.now));
        let ways = holds.into_iter().filter_map(|until| self.drive(kept, trip, &rest, until));
        ways.map(|trip| (self.broken(kept, t, &trip), trip)).min_by_key(|(broken, _)| *broken).map(|best| best.1)
    }

    /// Drives the rest of a trip, not before a second.
    fn drive(&self, kept: &[Trip], trip: &Trip, rest: &Rest, until: i64) -> Option<Trip> {
        let problem = &rest.ways;
        let mut new = Trip { legs: trip.legs[..rest.leg].to_vec(), stops: trip.stops[..=rest.leg].to_vec(), ..trip.clone() };
        let before = kept.iter().filter(|t| t.vehicle == trip.vehicle && t.departs() < trip.departs()).flat_map(|t| &t.legs);
        let legs: Vec<Leg> = before.chain(&trip.legs[..rest.leg]).cloned().collect();
        let driven = super::underway::driven_since(self.operation, &legs, &rest.done, rest.now);
        let stands = self.second(rest.now);
        // All of the day's driving counts as unbroken: at worst the crew breaks once too often.
        let mut clock = CrewClock { day: day_of(&problem.day_starts, stands), driven, unbroken: driven, ..CrewClock::rested(stands) };
        let mut now = until;
        for (i, old) in trip.stops[rest.leg + 1..].iter().enumerate() {
            let run = drive(problem, 0, i, i + 1, now, &mut clock)?;
            let way = problem.travel.profiles[0].ways[i][i + 1].as_ref()?;
            let at = |s| self.built.terms.from.plus_seconds(s);
            let ahead = way.stretches.iter().zip(&run.segments).map(|(s, t)| stretch(self.operation, s, at(t.0), at(t.1)));
            let (mut stretches, mut risk) = (Vec::new(), run.risk);
            if i == 0 {
                // Standing on the way, people on board, is a halt; at a stop it is waiting there.
                let halt = if rest.done.is_empty() { 0.0 } else { self.built.costs.halt(rest.here) };
                risk += rest.done.iter().map(|s| s.risk).sum::<f64>() + halt * (run.depart - stands).max(0) as f64 / 3600.0;
                stretches.clone_from(&rest.done);
                if let Some(stop) = new.stops.last_mut().filter(|_| rest.done.is_empty()) {
                    stop.depart = at(run.depart);
                }
            }
            stretches.extend(ahead);
            new.legs.push(Leg { km: stretches.iter().map(|s| s.km).sum(), stretches, risk });
            let arrive = at(run.arrive);
            let later = (arrive.0 - old.arrive.0).max(0);
            let mut stop = old.clone();
            stop.arrive = arrive;
            stop.begin = self.gate_opens(old, Instant(old.begin.0 + later).max(arrive));
            stop.depart = stop.begin.plus_seconds(old.depart.0 - old.begin.0);
            now = self.second(stop.depart);
            new.stops.push(stop);
        }
        (new.ends() <= self.operation.ends()).then_some(new)
    }

    /// When a destination takes people who are there from `at`; `at` itself for any other stop, or if it does not open again.
    fn gate_opens(&self, stop: &Stop, at: Instant) -> Instant {
        let place = self.operation.network.find_place(&stop.place);
        let Some(gate) = self.operation.destinations.iter().find(|d| Some(d.place) == place).filter(|_| !stop.alight.is_empty()) else {
            return at;
        };
        let second = self.second(at);
        let open = self.calendar.open(gate.opens, gate.closes, gate.open_from, gate.open_to);
        open.iter().find(|span| second < span.1).map_or(at, |span| self.built.terms.from.plus_seconds(second.max(span.0)))
    }

    /// How many rules a led trip would break for those on board.
    fn broken(&self, kept: &[Trip], t: usize, trip: &Trip) -> usize {
        let mut broken = 0;
        let mut left: BTreeMap<&str, Instant> = BTreeMap::new();
        for stop in &trip.stops {
            let riders: Vec<(usize, Instant)> =
                stop.alight.iter().filter_map(|h| Some((*self.homes.get(h.as_str())?, left.get(h.as_str()).copied()?))).collect();
            let each = i64::from(self.operation.settings.driving.alighting_seconds);
            let ends = stop.begin.plus_seconds(each * stop.alight.len() as i64);
            broken += riders.iter().map(|(h, from)| self.limits(*h, *from, ends)).sum::<usize>();
            let day = self.operation.zone.civil(stop.begin).date();
            let others = || kept.iter().enumerate().filter(|(other, _)| *other != t).flat_map(|(_, trip)| &trip.stops);
            let same = || others().filter(|s| s.place == stop.place && self.operation.zone.civil(s.begin).date() == day);
            let there: BTreeSet<&str> = same().flat_map(|s| &s.alight).map(String::as_str).collect();
            let foes = stop.alight.iter().filter_map(|h| self.foes.get(h.as_str())).flatten();
            broken += foes.filter(|foe| there.contains(*foe)).count();
            let size = |h: &str| self.homes.get(h).map_or(0, |h| self.operation.households[*h].members.len());
            let people: usize = there.iter().map(|h| size(h)).chain(stop.alight.iter().map(|h| size(h))).sum();
            let place = self.operation.network.find_place(&stop.place);
            let gate = self.operation.destinations.iter().find(|d| Some(d.place) == place).filter(|_| !stop.alight.is_empty());
            broken += usize::from(gate.and_then(|d| d.capacity_per_day).is_some_and(|most| people > most as usize));
            left.extend(stop.board.iter().map(|h| (h.as_str(), stop.depart)));
        }
        broken
    }

    /// Members of a household whom a ride would harm: too long, in the dark, past their fitness.
    fn limits(&self, household: usize, left: Instant, ends: Instant) -> usize {
        let people = self.operation.households[household].members.iter().map(|m| &self.operation.people[*m]);
        let (from, seconds) = (self.second(left), ends.0 - left.0);
        people
            .map(|p| {
                let dark = p.needs.no_night && next_free(&self.calendar.dark, from, seconds) != from;
                let long = p.needs.max_ride_min.is_some_and(|most| seconds > i64::from(most) * 60);
                let unfit = matches!(p.fitness, Fitness::Until(at) if ends > at);
                usize::from(dark) + usize::from(long) + usize::from(unfit)
            })
            .sum()
    }
}

/// What is left of a trip: from the end of the stretch it is on.
struct Rest {
    /// The leg it is on.
    leg: usize,
    /// Stretches of that leg that are entered already.
    done: Vec<Stretch>,
    /// Where it is when the last of them is over.
    here: NodeIx,
    /// And when.
    now: Instant,
    /// Ways from here and from each later stop.
    ways: Problem,
}

impl Rest {
    fn of(operation: &Operation, built: &Built, trip: &Trip) -> Option<Self> {
        let from = built.terms.from;
        let vehicle = operation.fleet.iter().find(|v| v.id == trip.vehicle)?;
        let leg = trip.stops.iter().skip(1).position(|s| s.arrive > from)?;
        let done: Vec<Stretch> = trip.legs.get(leg)?.stretches.iter().filter(|s| s.enter <= from).cloned().collect();
        let name = done.last().map_or(trip.stops[leg].place.as_str(), |s| s.to.as_str());
        let here = node_named(operation, name)?;
        let now = done.last().map_or(from.max(trip.stops[leg].depart), |s| s.leave.max(from));
        let later = trip.stops[leg + 1..].iter().map(|s| operation.network.find_node(&s.place));
        let nodes: Vec<NodeIx> = std::iter::once(Some(here)).chain(later).collect::<Option<_>>()?;
        Some(Self { leg, done, here, now, ways: ways_between(operation, &built.terms, &built.costs, vehicle, &nodes) })
    }
}
