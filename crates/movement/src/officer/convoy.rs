//! Sending a family that needs several vehicles.

use super::Desk;
use crate::convoy::{assign, find_pace, fleets, trip};
use crate::problem::{Trip, Unit};
use crate::schedule::{Visit, arrival_day};

impl Desk<'_> {
    /// Forms a convoy of the vehicles that could be loaded first, and sends it off; whether it could. Vehicles other than `own` are put back among the free.
    pub(super) fn send_convoy(&mut self, parts: &[usize], own: usize) -> bool {
        let units: Vec<Unit> = parts.iter().map(|u| self.problem.units[*u].clone()).collect();
        for mut fleet in fleets(self.problem, &units) {
            fleet.sort_by_key(|v| (self.at[*v].free, *v));
            let Some(enough) = (units.len()..=fleet.len()).find(|n| assign(self.problem, &units, &fleet[..*n]).iter().all(Option::is_some))
            else {
                continue;
            };
            // The first that would do, and if those have no time left, any.
            for n in [enough, fleet.len()] {
                let vehicles: Vec<usize> = assign(self.problem, &units, &fleet[..n]).into_iter().flatten().collect();
                for destination in units[0].destinations.clone() {
                    if let Some(trips) = self.form(parts, &vehicles, destination) {
                        for (trip, end) in trips {
                            let v = trip.vehicle;
                            self.free.remove(&(self.at[v].free, v));
                            self.book(v, trip, end);
                            if v != own {
                                self.free.insert((self.at[v].free, v));
                            }
                        }
                        return true;
                    }
                }
            }
        }
        false
    }

    /// The trips of a convoy and where each ends, if there are a pace and places.
    fn form(&mut self, parts: &[usize], vehicles: &[usize], destination: usize) -> Option<Vec<(Trip, Visit)>> {
        let problem = self.problem;
        let make = |(part, v): (&usize, &usize)| Some((trip(problem, *v, *part, destination)?, self.at[*v]));
        let mut trips: Vec<(Trip, Visit)> = parts.iter().zip(vehicles).map(make).collect::<Option<_>>()?;
        let people: u64 = parts.iter().map(|u| u64::from(problem.units[*u].people)).sum();
        let gate = &problem.destinations[destination];
        if self.taken[destination] + people > u64::from(gate.capacity) {
            return None;
        }
        let mut admits = |begins| {
            let day = arrival_day(problem, begins);
            let taken = self.taken_by_day.get(&(destination, day)).copied().unwrap_or(0);
            let foes = parts.iter().filter_map(|u| self.apart.get(u)).flatten();
            let apart = foes.into_iter().all(|foe| self.arrived.get(foe) != Some(&(destination, day)));
            taken + people <= u64::from(gate.room_on(day)) && apart
        };
        find_pace(problem, &mut trips, 0, &mut admits).then_some(())?;
        trips
            .into_iter()
            .map(|(trip, _)| Some((self.try_trip(trip.vehicle, &trip).ok()?, trip)))
            .map(|end| end.map(|(e, t)| (t, e)))
            .collect()
    }
}
