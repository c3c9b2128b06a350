//! A route that keeps every limit, with its earliest timetable and what is needed to judge insertions quickly.

use super::insertion::Slot;
use super::model::Model;
use super::schedule::{Draft, NO_PICKUP};

/// A feasible route from the start depot to the end depot.
pub(super) struct Route {
    /// Nodes in order, both depots included.
    pub stops: Box<[u32]>,
    /// Earliest start of service at each stop.
    pub time: Box<[f64]>,
    /// An upper bound of the start of service at each stop.
    pub late: Box<[f64]>,
    /// For a drop-off, where its pick-up is.
    pub pick_at: Box<[usize]>,
    /// People aboard when leaving each stop.
    pub load: Box<[i64]>,
    pub distance: f64,
    /// Best insertion of each request, found when first asked for.
    pub slots: Box<[Slot]>,
}

impl Route {
    /// The route of a sequence, if all limits can be kept.
    pub fn find(model: &Model, stops: &[u32], draft: &mut Draft) -> Option<Self> {
        draft.load(model, stops);
        let mut load = 0;
        let mut loads = Vec::with_capacity(stops.len());
        for stop in stops {
            load += model.load[*stop as usize];
            loads.push(load);
        }
        if loads.iter().any(|load| *load > model.capacity) || draft.time[0] > draft.late[0] || !draft.settle(model, 1) {
            return None;
        }
        let used = stops.len() > 2;
        let distance = if used { length(model, stops) } else { 0.0 };
        Some(Self {
            stops: stops.into(),
            time: draft.time.as_slice().into(),
            late: draft.late.as_slice().into(),
            pick_at: draft.pick_at.as_slice().into(),
            load: loads.into(),
            distance,
            slots: vec![Slot::UNKNOWN; model.requests + 1].into(),
        })
    }

    /// Requests on the route, in order of pick-up.
    pub fn requests<'a>(&'a self, model: &'a Model) -> impl Iterator<Item = usize> + 'a {
        self.stops.iter().map(|stop| *stop as usize).filter(|stop| model.is_pickup(*stop))
    }

    /// Distance saved by taking a request off.
    pub fn saving(&self, model: &Model, pickup: usize) -> f64 {
        let drop = model.drop_of(pickup);
        if self.stops.len() <= 4 {
            return self.distance;
        }
        let kept = |stop: &&u32| **stop as usize != pickup && **stop as usize != drop;
        let mut before = 0;
        let mut rest = 0.0;
        for stop in self.stops.iter().filter(kept).skip(1).map(|stop| *stop as usize) {
            rest += model.distance(before, stop);
            before = stop;
        }
        self.distance - rest
    }

    /// The sequence with a request put in.
    pub fn with(&self, model: &Model, pickup: usize, slot: Slot) -> Vec<u32> {
        let mut stops = Vec::with_capacity(self.stops.len() + 2);
        let (pick_after, drop_after) = (slot.pick_after as usize, slot.drop_after as usize);
        stops.extend_from_slice(&self.stops[..=pick_after]);
        stops.push(pickup as u32);
        stops.extend_from_slice(&self.stops[pick_after + 1..=drop_after]);
        stops.push(model.drop_of(pickup) as u32);
        stops.extend_from_slice(&self.stops[drop_after + 1..]);
        stops
    }

    /// Loads a draft with the route and a request put in, times as lower bounds; false when a latest time is already passed.
    pub fn draft_with(&self, model: &Model, pickup: usize, slot: Slot, draft: &mut Draft) -> bool {
        let (pick_after, drop_after) = (slot.pick_after as usize, slot.drop_after as usize);
        let drop = model.drop_of(pickup);
        draft.clear();
        for at in 0..self.stops.len() {
            draft.stops.push(self.stops[at]);
            draft.time.push(self.time[at]);
            draft.late.push(self.late[at]);
            let before = self.pick_at[at];
            let shift = if before == NO_PICKUP { 0 } else { usize::from(before > pick_after) + usize::from(before > drop_after) };
            draft.pick_at.push(if before == NO_PICKUP { NO_PICKUP } else { before + shift });
            if at == pick_after {
                draft.stops.push(pickup as u32);
                draft.time.push(model.opens[pickup]);
                draft.late.push(model.closes[pickup]);
                draft.pick_at.push(NO_PICKUP);
            }
            if at == drop_after {
                draft.stops.push(drop as u32);
                draft.time.push(model.opens[drop]);
                draft.late.push(model.closes[drop]);
                draft.pick_at.push(pick_after + 1);
            }
        }
        draft.settle(model, pick_after + 1)
    }
}

/// Distance of a sequence.
pub(super) fn length(model: &Model, stops: &[u32]) -> f64 {
    stops.windows(2).map(|pair| model.distance(pair[0] as usize, pair[1] as usize)).sum()
}
