//! A trip with the sums that make trying a rider on it cheap.

use super::model::{Model, NO_WAY, STOPS};
use crate::problem::{Capacity, Seconds, Trip};

/// Sums over a trip as if it met no window: times are relative to reaching the first pick-up.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    /// Pick-ups, drop-offs.
    pub picks: usize,
    pub drops: usize,
    /// Places and destinations of the stops.
    pub pick_place: [usize; STOPS],
    pub drop_place: [usize; STOPS],
    pub drop_gate: [usize; STOPS],
    /// Departure from each pick-up; arrival at and end of each drop-off.
    pub depart: [Seconds; STOPS],
    pub arrive: [Seconds; STOPS],
    pub ended: [Seconds; STOPS],
    /// Cost per second of delay before leaving pick-up `i` (index `picks`: after the last).
    pub pick_rate: [f64; STOPS + 1],
    /// Cost per second of delay before alighting begins at drop-off `i`.
    pub drop_rate: [f64; STOPS + 1],
    /// Cost per unit of risk of those on board before pick-up `i` and before drop-off `i`.
    pub pick_risk: [f64; STOPS + 1],
    pub drop_risk: [f64; STOPS + 1],
    /// Risk on the way from the first pick-up to each stop.
    pub risk_to_pick: [f64; STOPS],
    pub risk_to_drop: [f64; STOPS],
}

/// A trip and its sums.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    pub trip: Trip,
    pub load: Capacity,
    /// First and last place.
    pub first: usize,
    pub last: usize,
    /// Seconds from reaching the first pick-up to the end.
    pub length: Seconds,
    /// Cost if the first pick-up is reached at 0, and per second later.
    pub cost: f64,
    pub rate: f64,
    /// The same as harm per tier.
    pub harm: [f64; 4],
    pub harm_rate: [f64; 4],
    /// Has too many stops to be added to.
    pub rigid: bool,
    pub sums: Sums,
}

impl Leaf {
    /// Sums up a trip of vehicle `v`; `None` if it has no road or no one on it.
    pub fn new(model: &Model, v: usize, trip: Trip) -> Option<Self> {
        let (&(first, _), &(last_gate, _)) = (trip.pickups.first()?, trip.dropoffs.last()?);
        let last = model.problem.destinations.get(last_gate)?.place;
        let rigid = trip.pickups.len() > STOPS || trip.dropoffs.len() > STOPS;
        let mut leaf = Self {
            load: Capacity::default(),
            first,
            last,
            length: 0,
            cost: 0.0,
            rate: 0.0,
            harm: [0.0; 4],
            harm_rate: [0.0; 4],
            rigid,
            sums: Sums::default(),
            trip,
        };
        leaf.add_up(model, v)?;
        if leaf.length >= NO_WAY {
            return None;
        }
        leaf.trip.vehicle = v;
        leaf.trip.configuration = model.configuration(v, leaf.load)?;
        Some(leaf)
    }

    fn add_up(&mut self, model: &Model, v: usize) -> Option<()> {
        let table = model.table(v);
        let s = &mut self.sums;
        s.picks = self.trip.pickups.len().min(STOPS);
        s.drops = self.trip.dropoffs.len().min(STOPS);
        let (mut now, mut risk, mut place) = (0, 0.0, self.first);
        let (mut boarded_ride, mut boarded_risk) = (0.0, 0.0);
        for (i, (site, units)) in self.trip.pickups.iter().enumerate() {
            if i > 0 {
                now += table.seconds(place, *site);
                risk += table.risk(place, *site);
            }
            place = *site;
            let (mut wait, mut ride, mut on_risk) = (0.0, 0.0, 0.0);
            for &u in units {
                now += model.riders.get(u)?.board;
            }
            for &u in units {
                let rider = model.riders.get(u)?;
                let unit = model.problem.units.get(u)?;
                self.load = self.load.plus(rider.demand);
                wait += rider.wait;
                ride += rider.ride;
                on_risk += rider.risk;
                self.cost += (rider.wait - rider.ride) * now as f64 - rider.risk * risk;
                *self.harm.get_mut(rider.tier)? +=
                    (unit.wait_per_hour - unit.ride_per_hour) * now as f64 / 3600.0 - unit.risk_factor * risk;
                *self.harm_rate.get_mut(rider.tier)? += unit.wait_per_hour / 3600.0;
            }
            self.rate += wait;
            if i < STOPS {
                (s.pick_place[i], s.depart[i], s.risk_to_pick[i]) = (*site, now, risk);
                (s.pick_rate[i], s.pick_risk[i]) = (boarded_ride - boarded_wait(&self.trip, model, i)?, boarded_risk);
            }
            boarded_ride += ride;
            boarded_risk += on_risk;
        }
        // Delay before pick-up i: those boarded before ride longer, the others wait longer.
        for i in 0..s.picks {
            s.pick_rate[i] += self.rate;
        }
        s.pick_rate[s.picks] = boarded_ride;
        s.pick_risk[s.picks] = boarded_risk;
        s.drop_rate[0] = boarded_ride;
        s.drop_risk[0] = boarded_risk;
        for (i, (gate, units)) in self.trip.dropoffs.iter().enumerate() {
            let to = model.problem.destinations.get(*gate)?.place;
            now += table.seconds(place, to);
            risk += table.risk(place, to);
            place = to;
            if i < STOPS {
                (s.drop_gate[i], s.drop_place[i], s.arrive[i], s.risk_to_drop[i]) = (*gate, to, now, risk);
            }
            for &u in units {
                let rider = model.riders.get(u)?;
                let unit = model.problem.units.get(u)?;
                self.cost += rider.ride * now as f64 + rider.risk * risk;
                *self.harm.get_mut(rider.tier)? += unit.ride_per_hour * now as f64 / 3600.0 + unit.risk_factor * risk;
                now += rider.alight;
                boarded_ride -= rider.ride;
                boarded_risk -= rider.risk;
            }
            if i < STOPS {
                s.ended[i] = now;
                s.drop_rate[i + 1] = boarded_ride.max(0.0);
                s.drop_risk[i + 1] = boarded_risk.max(0.0);
            }
        }
        self.length = now;
        Some(())
    }

    /// Every unit on board.
    pub fn units(&self) -> impl Iterator<Item = usize> {
        self.trip.pickups.iter().flat_map(|(_, units)| units.iter().copied())
    }
}

/// Waiting cost per second of everyone boarded before pick-up `i`.
fn boarded_wait(trip: &Trip, model: &Model, i: usize) -> Option<f64> {
    let mut sum = 0.0;
    for &u in trip.pickups.get(..i)?.iter().flat_map(|(_, units)| units) {
        sum += model.riders.get(u)?.wait;
    }
    Some(sum)
}
