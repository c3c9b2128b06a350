//! The officer rule: what a good officer does on paper, and the plan every other plan has to beat.
//!
//! In: a [`Problem`]. Out: a [`Solution`]. Always true: it replays without a breach; the same problem gives the same plan. Absent: randomness, search.
//!
//! In plain words: *highest tier first, then fill the vehicle.* Whenever a vehicle is free (the earliest first, ties by its place in the fleet), it
//! goes to the first household in the queue (tier, then place in the tier's queue) that it may take, bound for the first of that
//! household's destinations that still has room; then, still in the order of the queue, everyone else at that site who may go to that destination
//! and fits gets on.

mod convoy;
mod queue;
#[cfg(test)]
mod tests;

use crate::problem::{Problem, Seconds, Solution, Trip};
use crate::schedule::{Rule, Run, Shortest, Visit, arrival_day, fits, run_trip};
use queue::Queue;
use std::collections::{BTreeMap, BTreeSet};

/// Makes the officer's plan.
pub fn officer(problem: &Problem) -> Solution {
    officer_after(problem, vec![Vec::new(); problem.vehicles.len()])
}

/// Makes the officer's plan for everyone who is not on the given trips, which come first and stay as they are.
///
/// Trips that can't be driven (a vehicle was lost, a road closed) are left out, and their units queue again.
pub fn officer_after(problem: &Problem, before: Vec<Vec<Trip>>) -> Solution {
    let mut desk = Desk::new(problem, before);
    while let Some((free, v)) = desk.free.pop_first() {
        if let Some(next) = desk.dispatch(v, free) {
            desk.free.insert((next, v));
        }
    }
    let unserved = (0..problem.units.len()).filter(|&u| !desk.served.get(u).copied().unwrap_or(true)).collect();
    Solution { trips: desk.trips, unserved, iterations: 0 }
}

/// What lies on the officer's desk: the queue, who is free when, and places taken at the destinations.
struct Desk<'a> {
    problem: &'a Problem,
    queue: Queue,
    trips: Vec<Vec<Trip>>,
    at: Vec<Visit>,
    free: BTreeSet<(Seconds, usize)>,
    served: Vec<bool>,
    taken: Vec<u64>,
    taken_by_day: BTreeMap<(usize, usize), u64>,
    arrived: BTreeMap<usize, (usize, usize)>,
    apart: BTreeMap<usize, Vec<usize>>,
    run: Run,
    shortest: Shortest,
    /// Convoy of each unit that travels in one.
    convoys: BTreeMap<usize, usize>,
}

impl<'a> Desk<'a> {
    fn new(problem: &'a Problem, before: Vec<Vec<Trip>>) -> Self {
        let mut apart: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &(a, b) in &problem.apart {
            apart.entry(a).or_default().push(b);
            apart.entry(b).or_default().push(a);
        }
        let at: Vec<Visit> = problem.vehicles.iter().map(Visit::start).collect();
        let mut desk = Self {
            problem,
            queue: Queue::default(),
            trips: vec![Vec::new(); problem.vehicles.len()],
            at,
            free: BTreeSet::new(),
            served: vec![false; problem.units.len()],
            taken: vec![0; problem.destinations.len()],
            taken_by_day: BTreeMap::new(),
            arrived: BTreeMap::new(),
            apart,
            run: Run::default(),
            shortest: Shortest::new(problem),
            convoys: problem.convoys.iter().enumerate().flat_map(|(c, parts)| parts.iter().map(move |u| (*u, c))).collect(),
        };
        for (v, trips) in before.into_iter().enumerate().take(problem.vehicles.len()) {
            for trip in trips {
                if let Ok(end) = desk.try_trip(v, &trip) {
                    desk.book(v, trip, end);
                }
            }
        }
        desk.queue = Queue::new(problem, &desk.served);
        desk.free = desk.at.iter().enumerate().map(|(v, at)| (at.free, v)).collect();
        desk
    }

    /// Sends a vehicle out; when it is free again, or `None` if there is nothing more it could do.
    fn dispatch(&mut self, v: usize, free: Seconds) -> Option<Seconds> {
        let vehicle = self.problem.vehicles.get(v)?;
        let mut full_today = false;
        let mut last = None;
        while let Some(head) = self.queue.head_after(last) {
            last = Some(head);
            let ((_, _, u), _) = head;
            let unit = self.problem.units.get(u)?;
            if let Some(convoy) = self.convoys.get(&u) {
                if self.problem.convoys[*convoy].first() == Some(&u) && self.send_convoy(&self.problem.convoys[*convoy], v) {
                    return Some(self.at.get(v)?.free);
                }
                continue;
            }
            let Some(configuration) = vehicle.configurations.iter().position(|&room| fits(vehicle, room, unit)) else { continue };
            for &destination in &unit.destinations {
                if !self.shortest.allows(self.problem, vehicle.profile, unit, destination) {
                    continue;
                }
                let trip = Trip {
                    vehicle: v,
                    configuration,
                    pickups: vec![(unit.pickup, vec![u])],
                    dropoffs: vec![(destination, vec![u])],
                    not_before: free,
                    pace: None,
                };
                let trip = if unit.second_adult { self.in_company(v, trip) } else { trip };
                match self.try_trip(v, &trip) {
                    Ok(end) => {
                        let (trip, end) = self.fill(v, trip, end);
                        self.book(v, trip, end);
                        return Some(self.at.get(v)?.free);
                    }
                    Err(rule) => full_today |= matches!(rule, Rule::DayFull | Rule::NotApart | Rule::Dark | Rule::RideTooLong),
                }
            }
        }
        let tomorrow = self.problem.day_starts.iter().copied().find(|&start| start > free)?;
        (full_today && tomorrow < self.problem.horizon.min(vehicle.until)).then_some(tomorrow)
    }

    /// The trip with the first in the queue who can go along, so that nobody is alone with a single adult; as it was if there is no one.
    fn in_company(&mut self, v: usize, trip: Trip) -> Trip {
        let (site, own) = (trip.pickups[0].0, trip.pickups[0].1[0]);
        let others: Vec<usize> = self.queue.at_site(site).filter(|u| *u != own).collect();
        others.into_iter().find_map(|u| self.with(v, &trip, u).filter(|larger| self.try_trip(v, larger).is_ok())).unwrap_or(trip)
    }

    /// The trip with a unit more, if the vehicle has room for it and it may go there.
    fn with(&self, v: usize, trip: &Trip, u: usize) -> Option<Trip> {
        let (vehicle, unit) = (self.problem.vehicles.get(v)?, self.problem.units.get(u)?);
        let (destination, on_board) = (trip.dropoffs.first()?.0, &trip.pickups.first()?.1);
        if self.convoys.contains_key(&u)
            || !unit.destinations.contains(&destination)
            || unit.asks & !vehicle.offers != 0
            || on_board.contains(&u)
        {
            return None;
        }
        let load = on_board.iter().filter_map(|&u| self.problem.units.get(u)).fold(unit.demand, |load, u| load.plus(u.demand));
        let configuration = vehicle.configurations.iter().position(|room| room.holds(load))?;
        let mut larger = Trip { configuration, ..trip.clone() };
        larger.pickups.first_mut()?.1.push(u);
        larger.dropoffs.first_mut()?.1.push(u);
        Some(larger)
    }

    /// Lets others of the site on, in the order of the queue.
    fn fill(&mut self, v: usize, mut trip: Trip, mut end: Visit) -> (Trip, Visit) {
        let Some(site) = trip.pickups.first().map(|stop| stop.0) else { return (trip, end) };
        for u in self.queue.at_site(site).collect::<Vec<usize>>() {
            let Some(larger) = self.with(v, &trip, u) else { continue };
            if let Ok(later) = self.try_trip(v, &larger) {
                (trip, end) = (larger, later);
            }
        }
        (trip, end)
    }

    /// Where and when the vehicle would be after a trip, or the rule that forbids it.
    fn try_trip(&mut self, v: usize, trip: &Trip) -> Result<Visit, Rule> {
        let vehicle = self.problem.vehicles.get(v).ok_or(Rule::UnknownIndex)?;
        let mut end = *self.at.get(v).ok_or(Rule::UnknownIndex)?;
        self.run.rides.clear();
        self.run.arrivals.clear();
        run_trip(self.problem, vehicle, trip, &mut end, &mut self.run)?;
        for (&(destination, begin, people), (_, units)) in self.run.arrivals.iter().zip(&trip.dropoffs) {
            let gate = self.problem.destinations.get(destination).ok_or(Rule::UnknownIndex)?;
            let (day, people) = (arrival_day(self.problem, begin), u64::from(people));
            if self.taken.get(destination).copied().unwrap_or(0) + people > u64::from(gate.capacity) {
                return Err(Rule::DestinationFull);
            }
            if self.taken_by_day.get(&(destination, day)).copied().unwrap_or(0) + people > u64::from(gate.room_on(day)) {
                return Err(Rule::DayFull);
            }
            let foes = units.iter().filter_map(|u| self.apart.get(u)).flatten();
            for foe in foes {
                if trip.pickups.iter().any(|(_, units)| units.contains(foe)) || self.arrived.get(foe) == Some(&(destination, day)) {
                    return Err(Rule::NotApart);
                }
            }
        }
        Ok(end)
    }

    /// Writes a trip down that was just tried.
    fn book(&mut self, v: usize, mut trip: Trip, end: Visit) {
        if self.try_trip(v, &trip).is_err() {
            return;
        }
        for (&(destination, begin, people), (_, units)) in self.run.arrivals.iter().zip(&trip.dropoffs) {
            let day = arrival_day(self.problem, begin);
            if let Some(taken) = self.taken.get_mut(destination) {
                *taken += u64::from(people);
            }
            *self.taken_by_day.entry((destination, day)).or_default() += u64::from(people);
            for &u in units {
                self.arrived.insert(u, (destination, day));
                self.queue.leave(self.problem, u);
                if let Some(served) = self.served.get_mut(u) {
                    *served = true;
                }
            }
        }
        let earliest = self.at.get(v).map_or(0, |at| at.free);
        if trip.not_before <= earliest {
            trip.not_before = 0;
        }
        if let (Some(at), Some(trips)) = (self.at.get_mut(v), self.trips.get_mut(v)) {
            *at = end;
            trips.push(trip);
        }
    }
}
