//! What has changed between two plans, to be read over the radio.
//!
//! In: the plan in force and the one that would replace it. Out: lines in order of urgency: promises to the most exposed first, then trips that
//! no longer go, then other vehicles, other ways, other times, then households that ride on another trip, then new trips.
//! Always true: the same two plans give the same lines; two equal plans give none. Absent: names, sex, age.

mod pair;

use crate::plan::{Plan, Queued, Trip};
use base::{Instant, Reason};
use pair::pairs;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The difference of two plans.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Difference {
    /// Trips that differ, are gone or are new.
    pub trips_changed: u32,
    /// Households of tier 1 that now leave later or not at all.
    pub promises_broken: u32,
    /// One sentence each.
    pub lines: Vec<Reason>,
}

/// Seconds by which a time may differ without being said: below a minute nobody can act on it.
const UNSAID: i64 = 60;

/// Says what has changed.
///
/// Reasons, in order: `change-not-leaving`, `change-leaves-later` (tier by tier), `change-trip-cancelled`, `change-vehicle`, `change-way`,
/// `change-stops`, `change-trip-later`, `change-arrives-later`, `change-trip-earlier`, `change-other-trip`, `change-now-leaving`, `change-leaves-earlier`, `change-trip-new`.
pub fn difference(old: &Plan, new: &Plan) -> Difference {
    let mut found = Difference::default();
    let mut lines: Vec<(u32, Reason)> = Vec::new();
    households(old, new, &mut found, &mut lines);
    for (before, after) in pairs(&old.trips, &new.trips) {
        let own = match (before, after) {
            (Some(before), Some(after)) => trip(before, after),
            (Some(gone), None) => vec![(20, place(Reason::new("change-trip-cancelled"), gone))],
            (None, Some(fresh)) => vec![(90, place(Reason::new("change-trip-new"), fresh))],
            (None, None) => Vec::new(),
        };
        let riders = |t: Option<&Trip>| {
            let mut list: Vec<String> = t.into_iter().flat_map(|t| t.households()).map(str::to_owned).collect();
            list.sort();
            list
        };
        if !own.is_empty() || riders(before) != riders(after) {
            found.trips_changed += 1;
        }
        lines.extend(own);
    }
    lines.sort_by_key(|l| l.0);
    found.lines = lines.into_iter().map(|l| l.1).collect();
    found
}

fn place(reason: Reason, trip: &Trip) -> Reason {
    let from = trip.stops.iter().find(|s| !s.board.is_empty()).map_or("", |s| s.place.as_str());
    let to = trip.stops.last().map_or("", |s| s.place.as_str());
    reason.with("trip", trip.id).with("vehicle", &trip.vehicle).with("from", from).with("to", to).with("at", trip.departs())
}

/// What households notice: those that leave later or not at all first, by tier.
fn households(old: &Plan, new: &Plan, found: &mut Difference, lines: &mut Vec<(u32, Reason)>) {
    let now: BTreeMap<&str, &Queued> = new.queue.iter().map(|q| (q.household.as_str(), q)).collect();
    // A household's trip has the number that the other plan gives it, so a trip that was only renumbered is not another trip.
    let renumbered: BTreeMap<u32, u32> = pairs(&old.trips, &new.trips).into_iter().filter_map(|(a, b)| Some((a?.id, b?.id))).collect();
    for before in &old.queue {
        let after = now.get(before.household.as_str());
        let say = |code: &str| {
            Reason::new(code)
                .with("household", &before.household)
                .with("people", before.people)
                .with("tier", before.tier)
                .with("site", &before.site)
        };
        let urgency = u32::from(before.tier.min(4));
        match (before.pickup, after.and_then(|a| a.pickup)) {
            (Some(_), None) => {
                found.promises_broken += u32::from(before.tier == 1);
                lines.push((urgency * 2 - 1, say("change-not-leaving")));
            }
            (Some(then), Some(at)) if at.0 - then.0 >= UNSAID => {
                found.promises_broken += u32::from(before.tier == 1);
                lines.push((urgency * 2, say("change-leaves-later").with("minutes", minutes(then, at)).with("at", at)));
            }
            (None, Some(at)) => lines.push((70 + urgency, say("change-now-leaving").with("at", at))),
            (Some(then), Some(at)) => {
                let trip = after.and_then(|a| a.trip);
                if before.trip.and_then(|t| renumbered.get(&t)).copied() != trip {
                    lines.push((60 + urgency, say("change-other-trip").with("trip", trip.unwrap_or_default()).with("at", at)));
                } else if then.0 - at.0 >= UNSAID {
                    lines.push((80 + urgency, say("change-leaves-earlier").with("minutes", minutes(at, then)).with("at", at)));
                }
            }
            (None, None) => {}
        }
    }
}

fn minutes(from: Instant, to: Instant) -> i64 {
    (to.0 - from.0) / 60
}

/// What the crew of a trip notices.
fn trip(before: &Trip, after: &Trip) -> Vec<(u32, Reason)> {
    let mut lines = Vec::new();
    let say = |code: &str| Reason::new(code).with("trip", after.id);
    if before.vehicle != after.vehicle || before.configuration != after.configuration {
        let c = after.configuration;
        let reason = say("change-vehicle").with("vehicle", &after.vehicle).with("before", &before.vehicle);
        lines.push((30, reason.with("seats", c.seats).with("bays", c.bays).with("stretchers", c.stretchers)));
    }
    let stops =
        |t: &Trip| t.stops.iter().filter(|s| !s.board.is_empty() || !s.alight.is_empty()).map(|s| s.place.clone()).collect::<Vec<_>>();
    if stops(before) != stops(after) {
        lines.push((45, say("change-stops").with("stops", stops(after).join(" - "))));
    } else if let Some((around, by)) = other_way(before, after) {
        lines.push((40, say("change-way").with("around", around).with("by", by)));
    }
    let first = |t: &Trip| t.stops.iter().find(|s| !s.board.is_empty()).map_or(t.departs(), |s| s.depart);
    let (then, at) = (first(before), first(after));
    let reach = |t: &Trip| t.stops.last().map_or(Instant(0), |s| s.arrive);
    let arrives = reach(after);
    if at.0 - then.0 >= UNSAID {
        lines.push((50, say("change-trip-later").with("minutes", minutes(then, at)).with("at", at).with("arrives", arrives)));
    } else if then.0 - at.0 >= UNSAID {
        lines.push((55, say("change-trip-earlier").with("minutes", minutes(at, then)).with("at", at).with("arrives", arrives)));
    } else if arrives.0 - reach(before).0 >= UNSAID {
        lines.push((51, say("change-arrives-later").with("minutes", minutes(reach(before), arrives)).with("arrives", arrives)));
    }
    lines
}

/// Places no longer passed, and those passed instead; `None` if the way is the same.
fn other_way(before: &Trip, after: &Trip) -> Option<(String, String)> {
    let pieces = |t: &Trip| t.legs.iter().flat_map(|l| &l.stretches).map(|s| (s.from.clone(), s.to.clone())).collect::<Vec<_>>();
    let (old, new) = (pieces(before), pieces(after));
    if old == new {
        return None;
    }
    let only = |list: &[(String, String)], other: &[(String, String)]| {
        let mut names: Vec<String> = Vec::new();
        for (from, to) in list.iter().filter(|piece| !other.contains(piece)) {
            let name = format!("{from} - {to}");
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
    };
    Some((only(&old, &new), only(&new, &old)))
}
