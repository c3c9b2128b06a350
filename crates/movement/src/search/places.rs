//! What routes share: places at the destinations, and who must be kept apart.

use super::leaf::Leaf;
use super::model::Model;
use super::route::Route;
use super::state::State;
use std::collections::BTreeMap;
use std::rc::Rc;

impl State {
    /// Adds a route's drop-offs to the places taken, or takes them out.
    pub(super) fn book(&mut self, model: &Model, v: usize, add: bool) {
        if model.free_flow {
            return;
        }
        let sign = if add { 1 } else { -1 };
        for &(trip, gate, day, people) in &self.routes[v].arrivals {
            self.taken[gate] += sign * i64::from(people);
            *self.by_day.entry((gate, day)).or_default() += sign * i64::from(people);
            if !model.problem.apart.is_empty() {
                let units = self.routes[v].leaves[trip].trip.dropoffs.iter().filter(|(g, _)| *g == gate).flat_map(|(_, units)| units);
                for &u in units.filter(|&&u| !model.riders[u].foes.is_empty()) {
                    if add {
                        self.arrived.insert(u, (gate, day));
                    } else {
                        self.arrived.remove(&u);
                    }
                }
            }
        }
    }

    /// Whether a new route of a vehicle leaves everyone a place and keeps apart who must be.
    pub(super) fn admits(&self, model: &Model, v: usize, route: &Route) -> bool {
        if model.free_flow {
            return true;
        }
        let mut change: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        for (arrivals, sign) in [(&self.routes[v].arrivals, -1), (&route.arrivals, 1)] {
            for &(_, gate, day, people) in arrivals {
                *change.entry((gate, day)).or_default() += sign * i64::from(people);
            }
        }
        let mut in_all: BTreeMap<usize, i64> = BTreeMap::new();
        for (&(gate, day), &people) in &change {
            let destination = &model.problem.destinations[gate];
            *in_all.entry(gate).or_default() += people;
            if people > 0 && self.by_day.get(&(gate, day)).copied().unwrap_or(0) + people > i64::from(destination.room_on(day)) {
                return false;
            }
        }
        if in_all
            .iter()
            .any(|(&gate, &people)| people > 0 && self.taken[gate] + people > i64::from(model.problem.destinations[gate].capacity))
        {
            return false;
        }
        model.problem.apart.is_empty() || self.keeps_apart(model, v, route)
    }

    fn keeps_apart(&self, model: &Model, v: usize, route: &Route) -> bool {
        let mut here: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for &(trip, gate, day, _) in &route.arrivals {
            for &u in route.leaves[trip].trip.dropoffs.iter().filter(|(g, _)| *g == gate).flat_map(|(_, units)| units) {
                if !model.riders[u].foes.is_empty() {
                    here.insert(u, (gate, day));
                }
            }
        }
        let apart = |u: &usize, where_to: &(usize, usize)| {
            model.riders[*u].foes.iter().all(|foe| {
                let elsewhere = if self.on[*foe] == v { None } else { self.arrived.get(foe) };
                here.get(foe).or(elsewhere) != Some(where_to)
            })
        };
        let alone = |leaf: &Rc<Leaf>| leaf.units().all(|u| model.riders[u].foes.iter().all(|foe| !leaf.units().any(|x| x == *foe)));
        here.iter().all(|(u, where_to)| apart(u, where_to)) && route.leaves.iter().all(alone)
    }
}
