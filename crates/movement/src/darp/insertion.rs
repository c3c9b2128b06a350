//! The cheapest feasible place for a request in a route.

use super::model::{Model, ROUNDING};
use super::route::Route;
use super::schedule::Draft;

/// Where a request goes in a route and what it costs; infinite when nowhere. Kept small: millions are remembered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Slot {
    pub cost: f32,
    /// Place of the stop before the pick-up.
    pub pick_after: u16,
    /// Place of the last stop before the drop-off that was there already (the pick-up's own `pick_after` when nothing is between).
    pub drop_after: u16,
}

impl Slot {
    pub const NOWHERE: Self = Self { cost: f32::INFINITY, pick_after: 0, drop_after: 0 };
    /// Not worked out yet.
    pub const UNKNOWN: Self = Self { cost: f32::NAN, pick_after: 0, drop_after: 0 };

    pub fn exists(&self) -> bool {
        self.cost < f32::INFINITY
    }
}

/// Looks at every pair of places, cheapest bound first along the route; only what could be the best so far is timed exactly.
pub(super) fn best(model: &Model, route: &Route, pickup: usize, draft: &mut Draft) -> Slot {
    if route.requests(model).any(|other| model.apart(pickup, other)) {
        return Slot::NOWHERE;
    }
    let mut best = Slot::NOWHERE;
    for pick_after in 0..route.stops.len() - 1 {
        if route.time[pick_after] > model.closes[pickup] {
            break;
        }
        scan_drops(model, route, pickup, pick_after, &mut best, draft);
    }
    best
}

/// Tries every place of the drop-off for one place of the pick-up.
fn scan_drops(model: &Model, route: &Route, pickup: usize, pick_after: usize, best: &mut Slot, draft: &mut Draft) {
    let drop = model.drop_of(pickup);
    let people = model.load[pickup];
    let (from, to) = (route.stops[pick_after] as usize, route.stops[pick_after + 1] as usize);
    let time = (route.time[pick_after] + model.leg(from, pickup)).max(model.opens[pickup]);
    if time > model.closes[pickup] + ROUNDING || route.load[pick_after] + people > model.capacity {
        return;
    }
    // An unused vehicle costs nothing, whatever the distance between its depots.
    let gone = if route.stops.len() == 2 { 0.0 } else { model.distance(from, to) };
    let to_pickup = model.distance(from, pickup);
    let detour = to_pickup + model.distance(pickup, to) - gone;
    let direct = to_pickup + model.distance(pickup, drop) + model.distance(drop, to) - gone;
    let (pick_place, try_slot) = (pick_after as u16, |slot: Slot, best: &mut Slot, draft: &mut Draft| {
        if slot.cost < best.cost && route.draft_with(model, pickup, slot, draft) {
            *best = slot;
        }
    });
    if (time + model.leg(pickup, drop)).max(model.opens[drop]) + model.leg(drop, to) <= route.late[pick_after + 1] + ROUNDING {
        try_slot(Slot { cost: direct as f32, pick_after: pick_place, drop_after: pick_place }, best, draft);
    }
    if detour as f32 >= best.cost {
        return;
    }
    let mut before = pickup;
    let mut now = time;
    // Time spent moving and serving since the pick-up: a lower bound of the ride.
    let mut ride = 0.0;
    for drop_after in pick_after + 1..route.stops.len() - 1 {
        let here = route.stops[drop_after] as usize;
        let next = route.stops[drop_after + 1] as usize;
        let leg = model.leg(before, here);
        ride += leg;
        now = (now + leg).max(route.time[drop_after]);
        if now > route.late[drop_after] + ROUNDING || route.load[drop_after] + people > model.capacity {
            return;
        }
        if ride > model.span(pickup) + ROUNDING || now > model.closes[drop] {
            return;
        }
        before = here;
        let last_leg = model.leg(here, drop);
        if ride + last_leg > model.span(pickup) + ROUNDING {
            continue;
        }
        let arrival = (now + last_leg).max(model.opens[drop]);
        if arrival > model.closes[drop] + ROUNDING || arrival + model.leg(drop, next) > route.late[drop_after + 1] + ROUNDING {
            continue;
        }
        let cost = detour + model.distance(here, drop) + model.distance(drop, next) - model.distance(here, next);
        try_slot(Slot { cost: cost as f32, pick_after: pick_place, drop_after: drop_after as u16 }, best, draft);
    }
}
