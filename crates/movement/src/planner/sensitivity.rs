//! What the plan would be at other hazards: only ranking and sensitivity are claimed, so both are shown.

use super::{Pace, Request, plan};
use crate::operation::Operation;
use crate::plan::Plan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// How a plan shifts when all hazards are a factor of what is assumed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Shift {
    /// The factor.
    pub hazard_scale: f64,
    /// Trips whose households or vehicle differ.
    pub trips_changed: usize,
    /// Households on another trip or at another time (by more than an hour), or on none.
    pub households_changed: usize,
    /// W at that factor.
    pub total: f64,
}

/// The plan at half and at double hazard, with a quarter of the rounds the plan itself had; what is done when told to stop is dropped.
pub fn sensitivity(operation: &Operation, request: &Request, made: &Plan, goes_on: &dyn Fn() -> bool) -> Vec<Shift> {
    let at = |scale| {
        let request = Request { hazard_scale: scale, iterations: Some(made.iterations / 4), bound_steps: 0, ..request.clone() };
        let found = plan(operation, &request, &mut |_| if goes_on() { Pace::On } else { Pace::Stop });
        goes_on().then(|| shift(made, &found))
    };
    [0.5, 2.0].into_iter().map_while(at).collect()
}

fn shift(a: &Plan, b: &Plan) -> Shift {
    let pickups: BTreeMap<&str, Option<i64>> = a.queue.iter().map(|q| (q.household.as_str(), q.pickup.map(|p| p.0))).collect();
    let moved = |id: &str, pickup: Option<i64>| match (pickups.get(id).copied().flatten(), pickup) {
        (Some(x), Some(y)) => (x - y).abs() > 3600,
        (x, y) => x.is_some() != y.is_some(),
    };
    let key = |p: &Plan| -> std::collections::BTreeSet<(String, Vec<String>)> {
        let who = |t: &crate::plan::Trip| {
            let mut who: Vec<String> = t.households().map(str::to_owned).collect();
            who.sort();
            (t.vehicle.clone(), who)
        };
        p.trips.iter().map(who).collect()
    };
    Shift {
        hazard_scale: b.hazard_scale,
        trips_changed: key(b).difference(&key(a)).count(),
        households_changed: b.queue.iter().filter(|q| moved(&q.household, q.pickup.map(|p| p.0))).count(),
        total: b.total.harm,
    }
}
