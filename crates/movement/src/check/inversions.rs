//! Wherever someone of a lower tier leaves a site first, the plan says why, and it is true.

use super::people::{blocks, holds};
use super::persons::accepts;
use super::rules::Court;
use super::vehicle::room_of;
use super::world::{World, meets, place_of};
use crate::operation::{Destination, Fitness, Vehicle};
use crate::plan::{Stop, Trip};
use crate::problem::Capacity;
use base::Instant;
use std::collections::{BTreeMap, BTreeSet};

/// Up to this many seconds later, a group leaves from alongside (vehicles load side by side).
const ALONGSIDE: i64 = 3600;

/// A stop at which people board at a site.
#[derive(Clone, Copy)]
struct Pickup {
    depart: Instant,
    trip: usize,
    stop: usize,
    /// Lowest tier (largest number) of a family that boards.
    lowest: u8,
}

/// Someone who left later, or not at all, and a pick-up before that.
struct Case<'w, 'a> {
    world: &'w World<'a>,
    known: &'w Known<'a>,
    at_trip: usize,
    group: usize,
    tier: u8,
    trip: &'a Trip,
    stop: usize,
}

/// What is asked again and again.
struct Known<'a> {
    /// By trip and tier: what those of this tier and above take after each stop.
    loads: Vec<[Vec<Capacity>; 4]>,
    /// Everyone who must be kept apart from someone.
    apart: BTreeSet<&'a str>,
    /// By trip and stop: families that board, and the destination if any alight.
    stops: Vec<Vec<(Vec<usize>, Option<&'a Destination>)>>,
}

impl<'a> Known<'a> {
    fn new(world: &World<'a>) -> Self {
        let people = &world.operation.people;
        let apart =
            people.iter().filter(|p| !p.not_with.is_empty()).flat_map(|p| p.not_with.iter().chain([&p.id])).map(String::as_str).collect();
        let of = |trip: &Trip| [1, 2, 3, 4].map(|tier| loads(world, trip, tier));
        let stop = |s: &Stop| {
            let boards = s.board.iter().filter_map(|id| world.by_id.get(id.as_str()).copied()).collect();
            (boards, world.destination(&s.place).filter(|_| !s.alight.is_empty()))
        };
        let stops = world.plan.trips.iter().map(|t| t.stops.iter().map(stop).collect()).collect();
        Self { loads: world.plan.trips.iter().map(of).collect(), apart, stops }
    }
}

/// What families of a tier and above take after each stop of a trip.
fn loads(world: &World<'_>, trip: &Trip, tier: u8) -> Vec<Capacity> {
    let known = |id: &String| world.by_id.get(id.as_str()).copied().filter(|f| world.tier(*f) <= tier);
    let mut on: BTreeSet<usize> = BTreeSet::new();
    let after = trip.stops.iter().map(|stop| {
        stop.alight.iter().filter_map(known).for_each(|f| _ = on.remove(&f));
        stop.board.iter().filter_map(known).for_each(|f| _ = on.insert(f));
        room_of(world, &on)
    });
    after.collect()
}

pub(super) fn check(world: &World<'_>, court: &mut Court) {
    let (pickups, known) = (pickups(world), Known::new(world));
    let mut said: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for inversion in &world.plan.inversions {
        let place: [(&str, &dyn std::fmt::Display); 3] =
            [("trip", &inversion.trip), ("stop", &inversion.site), ("household", &inversion.later)];
        let family = world.by_id.get(inversion.later.as_str()).and_then(|f| world.families.get(*f));
        let site = world.operation.network.find_place(&inversion.site);
        let found = family.and_then(|f| {
            let met = inverted(world, f.group, &pickups)?;
            let pickup = met.into_iter().find(|p| world.plan.trips.get(p.trip).is_some_and(|t| t.id == inversion.trip))?;
            (site_of(world, f.group) == site).then_some((f.group, pickup))
        });
        let Some((case, group)) = found.and_then(|(group, pickup)| Some((case(world, &known, group, pickup)?, group))) else {
            court.name("plan-inversion-untrue", &place);
            continue;
        };
        if case.holds(&inversion.reason.code) {
            said.entry(group).or_default().insert(&inversion.reason.code);
        } else {
            court.name("plan-inversion-untrue", &place);
        }
        if inversion.reason.code == "trip-no-rule" {
            court.name("plan-inversion-unexplained", &place);
        }
    }
    for (group, tied) in world.tied.iter().enumerate() {
        let reasons = said.get(&group);
        for pickup in inverted(world, group, &pickups).unwrap_or_default() {
            let Some(case) = case(world, &known, group, pickup) else { continue };
            if !reasons.is_some_and(|codes| codes.iter().any(|code| case.holds(code))) {
                let household = tied.families.first().and_then(|f| world.families.get(*f)).map_or("", |f| f.id);
                let stop = place_of(case.trip, case.stop);
                court.name("plan-inversion-missing", &[("trip", &case.trip.id), ("stop", &stop), ("household", &household)]);
            }
        }
    }
}

fn case<'w, 'a>(world: &'w World<'a>, known: &'w Known<'a>, group: usize, pickup: Pickup) -> Option<Case<'w, 'a>> {
    let (tier, trip) = (world.tied.get(group)?.tier, world.plan.trips.get(pickup.trip)?);
    Some(Case { world, known, at_trip: pickup.trip, group, tier, trip, stop: pickup.stop })
}

fn pickups(world: &World<'_>) -> BTreeMap<usize, Vec<Pickup>> {
    let mut all: BTreeMap<usize, Vec<Pickup>> = BTreeMap::new();
    for (t, trip) in world.plan.trips.iter().enumerate() {
        for (s, stop) in trip.stops.iter().enumerate() {
            let tiers = stop.board.iter().filter_map(|id| world.families.get(*world.by_id.get(id.as_str())?)).map(|f| f.tier);
            if let (Some(place), Some(lowest)) = (world.operation.network.find_place(&stop.place), tiers.max()) {
                all.entry(place).or_default().push(Pickup { depart: stop.depart, trip: t, stop: s, lowest });
            }
        }
    }
    all
}

fn site_of(world: &World<'_>, group: usize) -> Option<usize> {
    let mut sites = world.tied.get(group)?.families.iter().map(|f| world.families.get(*f).and_then(|f| f.site));
    let first = sites.next()??;
    sites.all(|s| s == Some(first)).then_some(first)
}

/// Pick-ups at a group's site, on other trips and before it leaves, that took someone of a lower tier.
fn inverted(world: &World<'_>, group: usize, pickups: &BTreeMap<usize, Vec<Pickup>>) -> Option<Vec<Pickup>> {
    let tied = world.tied.get(group)?;
    let here = pickups.get(&site_of(world, group)?)?;
    let ride = tied.families.first().and_then(|f| world.rides.get(f));
    let before = |p: &&Pickup| ride.is_none_or(|r| p.depart < r.left && p.trip != r.trip) && p.lowest > tied.tier;
    Some(here.iter().filter(before).copied().collect())
}

impl<'a> Case<'_, 'a> {
    fn at(&self) -> Option<&'a Stop> {
        self.trip.stops.get(self.stop)
    }

    /// Whether a reason is true of this group and this trip.
    fn holds(&self, code: &str) -> bool {
        let people = self.world.everyone(self.group);
        let vehicle = self.world.fleet.get(self.trip.vehicle.as_str());
        let lacks = |test: &dyn Fn(&Vehicle) -> bool| vehicle.is_some_and(|v| test(v));
        let Some(at) = self.at() else { return false };
        match code {
            "trip-joined-by-tie" => self.lower().all(|f| self.world.tier(f) <= self.tier),
            "trip-asked-later" => people.iter().filter_map(|p| p.requested).min().is_some_and(|r| r > at.depart),
            "trip-no-woman-crew" => lacks(&|v| !v.woman_crew) && people.iter().any(|p| p.needs.woman_crew),
            "trip-no-medical-crew" => lacks(&|v| !v.medical_crew) && people.iter().any(|p| p.needs.medical_escort),
            "trip-no-equipment" => lacks(&|v| people.iter().any(|p| !p.needs.equipment.is_subset(&v.equipment))),
            "trip-no-configuration" => lacks(&|v| !holds(v, World::room(&people))),
            "trip-other-destination" => self.drops().is_empty(),
            "trip-kept-apart" => self.foes(),
            "trip-fitness-ends" | "trip-too-long" | "trip-at-night" => self.drops().iter().all(|s| self.too_late(code, *s)),
            "trip-no-room" => self.drops().iter().all(|s| !self.fits(*s)),
            "trip-destination-full" => self.drops().iter().all(|s| self.full(*s)),
            "trip-alongside" => self.later().is_some_and(|seconds| (0..=ALONGSIDE).contains(&seconds)),
            "trip-no-rule" => true,
            _ => blocks(self.world, self.group, code) == Some(true),
        }
    }

    /// Seconds by which the group leaves later than this trip.
    fn later(&self) -> Option<i64> {
        let ride = self.world.tied.get(self.group)?.families.first().and_then(|f| self.world.rides.get(f))?;
        Some(ride.left.0 - self.at()?.depart.0)
    }

    /// What is known of the stops of the trip.
    fn stops(&self) -> &[(Vec<usize>, Option<&'a Destination>)] {
        self.known.stops.get(self.at_trip).map(Vec::as_slice).unwrap_or_default()
    }

    /// Families of a lower tier of their own that board here.
    fn lower(&self) -> impl Iterator<Item = usize> {
        let boards = self.stops().get(self.stop).into_iter().flat_map(|s| s.0.iter().copied());
        boards.filter(|f| self.world.families.get(*f).is_some_and(|f| f.tier > self.tier))
    }

    /// Later stops of the trip at which the whole group could be received.
    fn drops(&self) -> Vec<usize> {
        let people = self.world.everyone(self.group);
        let stops = self.stops().iter().enumerate().skip(self.stop + 1);
        stops.filter(|(_, s)| s.1.is_some_and(|d| people.iter().all(|p| accepts(p, d).is_empty()))).map(|(s, _)| s).collect()
    }

    /// Families on the trip that could not be left behind for this group.
    fn ahead(&self) -> BTreeSet<usize> {
        self.trip.households().filter_map(|id| self.world.by_id.get(id).copied()).filter(|f| self.world.tier(*f) <= self.tier).collect()
    }

    fn foes(&self) -> bool {
        let own = self.world.everyone(self.group);
        if !own.iter().any(|p| self.known.apart.contains(p.id.as_str())) {
            return false;
        }
        self.ahead()
            .iter()
            .flat_map(|f| self.world.members(*f))
            .any(|p| own.iter().any(|o| o.not_with.contains(&p.id) || p.not_with.contains(&o.id)))
    }

    fn too_late(&self, code: &str, drop: usize) -> bool {
        let (Some(at), Some(stop)) = (self.at(), self.trip.stops.get(drop)) else { return false };
        let families = self.world.tied.get(self.group).map_or(0, |t| t.families.len()) as i64;
        let ends = stop.begin.plus_seconds(families * i64::from(self.world.operation.settings.driving.alighting_seconds));
        self.world.everyone(self.group).iter().any(|p| match code {
            "trip-fitness-ends" => matches!(p.fitness, Fitness::Until(until) if ends > until),
            "trip-too-long" => p.needs.max_ride_min.is_some_and(|most| ends.0 - at.depart.0 > i64::from(most) * 60),
            _ => p.needs.no_night && meets(&self.world.dark, at.depart, ends),
        })
    }

    /// Whether some configuration holds the group until a stop beside all who could not be left behind.
    fn fits(&self, drop: usize) -> bool {
        let Some(vehicle) = self.world.fleet.get(self.trip.vehicle.as_str()) else { return false };
        let own = World::room(&self.world.everyone(self.group));
        let loads = self.known.loads.get(self.at_trip).and_then(|tiers| tiers.get(usize::from(self.tier).saturating_sub(1)));
        let with = |s: usize, load: &Capacity| if (self.stop..drop).contains(&s) { load.plus(own) } else { *load };
        let room: Vec<Capacity> = loads.into_iter().flatten().enumerate().map(|(s, load)| with(s, load)).collect();
        let most = |get: fn(&Capacity) -> u32| room.iter().map(get).max().unwrap_or(0);
        holds(vehicle, Capacity { seats: most(|c| c.seats), bays: most(|c| c.bays), stretchers: most(|c| c.stretchers) })
    }

    /// Whether those who could not be left behind leave too few places at a stop.
    fn full(&self, drop: usize) -> bool {
        let Some(stop) = self.trip.stops.get(drop) else { return false };
        let Some(gate) = self.world.destination(&stop.place) else { return false };
        let own = self.world.everyone(self.group).len();
        // The group itself may be among those who arrive there: it is not counted twice.
        let ride = self.world.tied.get(self.group).and_then(|t| t.families.first()).and_then(|f| self.world.rides.get(f));
        let arrives = ride.filter(|r| {
            let place = self.world.plan.trips.get(r.trip).map(|t| place_of(t, r.off)).unwrap_or_default();
            self.world.operation.network.find_place(place) == Some(gate.place)
        });
        let (mut today, mut in_all) = (own, own);
        for (day, tiers) in self.world.arrived(gate.place) {
            let ahead: usize = tiers.iter().take(usize::from(self.tier)).sum();
            let mine = if arrives.is_some_and(|r| self.world.day(r.begins) == day) { own } else { 0 };
            let others = ahead.saturating_sub(mine);
            in_all += others;
            today += if day == self.world.day(stop.begin) { others } else { 0 };
        }
        gate.capacity_per_day.is_some_and(|most| today > most as usize) || gate.capacity_total.is_some_and(|most| in_all > most as usize)
    }
}
