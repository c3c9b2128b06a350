//! A solution while searching: a route per vehicle and the requests that have none.

use super::insertion::Slot;
use super::model::Model;
use super::pool::{Pool, RouteId, UNUSED};

#[derive(Clone)]
pub(super) struct Solution {
    pub routes: Vec<RouteId>,
    pub unserved: Vec<usize>,
}

impl Solution {
    /// All vehicles unused, nobody served.
    pub fn empty(model: &Model, wanted: &[usize]) -> Self {
        Self { routes: vec![UNUSED; model.vehicles], unserved: wanted.to_vec() }
    }

    pub fn distance(&self, pool: &Pool) -> f64 {
        self.routes.iter().map(|id| pool.get(*id).distance).sum()
    }

    /// Which vehicle carries each request (by request number).
    pub fn carriers(&self, model: &Model, pool: &Pool) -> Vec<Option<usize>> {
        let mut carriers = vec![None; model.requests + 1];
        for (vehicle, id) in self.routes.iter().enumerate() {
            for request in pool.get(*id).requests(model) {
                carriers[request] = Some(vehicle);
            }
        }
        carriers
    }

    /// Takes requests off their vehicles.
    pub fn remove(&mut self, model: &Model, pool: &mut Pool, requests: &[usize]) {
        let mut marked = vec![false; model.requests * 2 + 2];
        for request in requests {
            marked[*request] = true;
            marked[model.drop_of(*request)] = true;
        }
        for vehicle in 0..self.routes.len() {
            let route = pool.get(self.routes[vehicle]);
            if !route.stops.iter().any(|stop| marked[*stop as usize]) {
                continue;
            }
            let stops: Vec<u32> = route.stops.iter().copied().filter(|stop| !marked[*stop as usize]).collect();
            let on_board: Vec<usize> = route.requests(model).collect();
            // Leaving stops out keeps every limit but for rounding; should that ever fail, the whole route is planned anew.
            let shortened = pool.intern(model, &stops);
            self.unserved.extend(on_board.into_iter().filter(|request| shortened.is_none() || marked[*request]));
            self.routes[vehicle] = shortened.unwrap_or(UNUSED);
        }
    }

    /// Puts a request in a slot of a vehicle's route; it stays unserved if that breaks a limit after all.
    pub fn insert(&mut self, model: &Model, pool: &mut Pool, vehicle: usize, request: usize, slot: Slot) {
        let stops = pool.get(self.routes[vehicle]).with(model, request, slot);
        if let Some(id) = pool.intern(model, &stops) {
            self.routes[vehicle] = id;
            self.unserved.retain(|other| *other != request);
        }
    }
}
