//! Every route met lately, kept once: what was worked out about it (best insertions) is reused when the search comes back to it.

use super::insertion::{self, Slot};
use super::model::Model;
use super::route::Route;
use super::schedule::Draft;
use super::solution::Solution;
use std::collections::HashMap;

/// Memory for remembered routes, bytes.
const MEMORY: usize = 256 << 20;

/// The place of a route in the pool; valid until the next [`Pool::compact`].
pub(super) type RouteId = usize;

/// The unused vehicle's route.
pub(super) const UNUSED: RouteId = 0;

pub(super) struct Pool {
    routes: Vec<Route>,
    known: HashMap<Box<[u32]>, RouteId>,
    draft: Draft,
    most: usize,
}

impl Pool {
    /// A pool that knows the unused vehicle; none when even the depot's windows can't be kept.
    pub fn find(model: &Model) -> Option<Self> {
        let bytes_per_route = model.requests * size_of::<Slot>() + 1_000;
        let most = (MEMORY / bytes_per_route).max(1_000);
        let mut pool = Self { routes: Vec::new(), known: HashMap::new(), draft: Draft::default(), most };
        pool.intern(model, &[0, model.end() as u32])?;
        Some(pool)
    }

    pub fn get(&self, id: RouteId) -> &Route {
        &self.routes[id]
    }

    /// The route of a sequence, if it keeps every limit.
    pub fn intern(&mut self, model: &Model, stops: &[u32]) -> Option<RouteId> {
        if let Some(id) = self.known.get(stops) {
            return Some(*id);
        }
        let route = Route::find(model, stops, &mut self.draft)?;
        self.known.insert(stops.into(), self.routes.len());
        self.routes.push(route);
        Some(self.routes.len() - 1)
    }

    /// The best insertion of a request in a route.
    pub fn slot(&mut self, model: &Model, id: RouteId, pickup: usize) -> Slot {
        let slot = self.routes[id].slots[pickup];
        if !slot.cost.is_nan() {
            return slot;
        }
        let slot = insertion::best(model, &self.routes[id], pickup, &mut self.draft);
        self.routes[id].slots[pickup] = slot;
        slot
    }

    /// Forgets all routes but those in use, once there are too many.
    pub fn compact(&mut self, in_use: &mut [&mut Solution]) {
        if self.routes.len() < self.most {
            return;
        }
        let mut kept: Vec<Route> = Vec::new();
        let mut moved: HashMap<RouteId, RouteId> = HashMap::new();
        let mut used: Vec<RouteId> = in_use.iter().flat_map(|solution| solution.routes.iter().copied()).chain([UNUSED]).collect();
        used.sort_unstable();
        used.dedup();
        for (id, route) in std::mem::take(&mut self.routes).into_iter().enumerate() {
            if used.binary_search(&id).is_ok() {
                moved.insert(id, kept.len());
                kept.push(route);
            }
        }
        self.known = kept.iter().enumerate().map(|(id, route)| (route.stops.clone(), id)).collect();
        self.routes = kept;
        for id in in_use.iter_mut().flat_map(|solution| solution.routes.iter_mut()) {
            *id = moved.get(id).copied().unwrap_or(UNUSED);
        }
    }
}
