//! The judge of a plan: replays each route against the instance, and decides by difference constraints whether a timetable exists.
//!
//! Shares nothing with the solver. A route's limits are inequalities `t[b] >= t[a] + w`; they can all be kept exactly when the graph of these
//! inequalities has no cycle of positive weight, which Bellman-Ford finds. Tolerance 1e-6 minutes.

use super::instance::Darp;
use super::plan::{DarpPlan, Stop};
use base::{Finding, Findings};

const TOLERANCE: f64 = 1e-6;

/// Names every limit that a plan breaks; nothing found means that the plan can be driven as it stands.
///
/// Codes: `darp-vehicles`, `darp-request`, `darp-twice`, `darp-missing`, `darp-order` (a drop-off without its pick-up before it on that vehicle, or
/// a pick-up without its drop-off), `darp-capacity`, `darp-window`, `darp-ride`, `darp-duration`.
pub fn check(darp: &Darp, plan: &DarpPlan) -> Findings {
    let mut findings = Findings::default();
    let used = plan.vehicles.iter().filter(|stops| !stops.is_empty()).count();
    if used > darp.vehicles {
        let text = format!("{used} vehicles are used, there are {}", darp.vehicles);
        findings.push(Finding::error("darp-vehicles", text, "merge routes or find another vehicle"));
    }
    let mut carried = vec![0usize; darp.requests() + 1];
    for (vehicle, stops) in plan.vehicles.iter().enumerate().map(|(index, stops)| (index + 1, stops)) {
        let known = findings.len();
        check_manifest(darp, vehicle, stops, &mut carried, &mut findings);
        if findings.len() == known && !stops.is_empty() {
            check_timetable(darp, vehicle, stops, &mut findings);
        }
    }
    for request in plan.unserved.iter().map(|left| left.request) {
        match carried.get_mut(request) {
            Some(count) if request > 0 => *count += 1,
            _ => findings.push(unknown(request)),
        }
    }
    for (request, count) in carried.iter().enumerate().skip(1) {
        if *count == 0 {
            let text = format!("request {request} is on no vehicle and not listed as unserved");
            findings.push(Finding::error("darp-missing", text, "carry it, or list it with a reason"));
        } else if *count > 1 {
            let text = format!("request {request} is listed {count} times");
            findings.push(Finding::error("darp-twice", text, "keep one"));
        }
    }
    findings
}

fn unknown(request: usize) -> Finding {
    Finding::error("darp-request", format!("there is no request {request}"), "use the numbers of the instance, from 1")
}

/// Everybody on a vehicle gets on, then off, and there is always room.
fn check_manifest(darp: &Darp, vehicle: usize, stops: &[Stop], carried: &mut [usize], findings: &mut Findings) {
    let mut aboard: Vec<usize> = Vec::new();
    let mut load = 0;
    for stop in stops {
        match *stop {
            Stop::Pickup(request) if request > 0 && request <= darp.requests() => {
                if let Some(count) = carried.get_mut(request) {
                    *count += 1;
                }
                load += darp.nodes.get(request).map_or(0, |node| node.load);
                aboard.push(request);
                if load > darp.capacity {
                    let text =
                        format!("vehicle {vehicle} carries {load} after picking up request {request}, its capacity is {}", darp.capacity);
                    findings.push(Finding::error("darp-capacity", text, "drop someone off first or use another vehicle"));
                }
            }
            Stop::Dropoff(request) if request > 0 && request <= darp.requests() => {
                if let Some(place) = aboard.iter().position(|on| *on == request) {
                    aboard.remove(place);
                    load -= darp.nodes.get(request).map_or(0, |node| node.load);
                } else {
                    let text = format!("vehicle {vehicle} drops off request {request} before picking it up");
                    findings.push(Finding::error("darp-order", text, "pick up before dropping off, on the same vehicle"));
                }
            }
            Stop::Pickup(request) | Stop::Dropoff(request) => findings.push(unknown(request)),
        }
    }
    for request in aboard {
        let text = format!("vehicle {vehicle} never drops off request {request}");
        findings.push(Finding::error("darp-order", text, "add its drop-off"));
    }
}

/// An inequality `t[to] >= t[from] + weight` between two events of a route; event 0 is the zero of time.
struct AtLeast {
    from: usize,
    to: usize,
    weight: f64,
}

/// Whether times exist that keep all inequalities, each loosened by the tolerance.
fn can_be_kept(events: usize, rules: &[&[AtLeast]]) -> bool {
    let mut time = vec![0.0f64; events];
    for _ in 0..=events {
        let mut moved = false;
        for rule in rules.iter().flat_map(|rules| rules.iter()) {
            let (Some(from), Some(to)) = (time.get(rule.from).copied(), time.get_mut(rule.to)) else { continue };
            if from + rule.weight - TOLERANCE > *to + TOLERANCE * 1e-3 {
                *to = from + rule.weight - TOLERANCE;
                moved = true;
            }
        }
        if !moved {
            return true;
        }
    }
    false
}

/// Windows, then ride limits and route duration, each with the windows.
///
/// Rides and duration need no look together: a ride limit leads back from a drop-off to its pick-up and weighs at most what driving between them
/// gives away, so no cycle through the duration limit grows by it.
fn check_timetable(darp: &Darp, vehicle: usize, stops: &[Stop], findings: &mut Findings) {
    let requests = darp.requests();
    let node_of = |stop: &Stop| match *stop {
        Stop::Pickup(request) => request,
        Stop::Dropoff(request) => requests + request,
    };
    let order: Vec<usize> = [0].into_iter().chain(stops.iter().map(node_of)).chain([2 * requests + 1]).collect();
    let (mut windows, mut rides) = (Vec::new(), Vec::new());
    for (event, node) in order.iter().enumerate().map(|(place, node)| (place + 1, *node)) {
        let Some(here) = darp.nodes.get(node) else { continue };
        windows.push(AtLeast { from: 0, to: event, weight: here.opens });
        windows.push(AtLeast { from: event, to: 0, weight: -here.closes });
        if let Some(next) = order.get(event).and_then(|next| darp.nodes.get(*next)) {
            let drive = (here.x - next.x).hypot(here.y - next.y);
            windows.push(AtLeast { from: event, to: event + 1, weight: here.service + drive });
        }
        let drop = order.iter().position(|other| node > 0 && node <= requests && *other == node + requests);
        if let Some(drop) = drop {
            rides.push(AtLeast { from: drop + 1, to: event, weight: -darp.max_ride - here.service });
        }
    }
    let duration = [AtLeast { from: order.len(), to: 1, weight: -darp.max_duration }];
    let events = order.len() + 1;
    if !can_be_kept(events, &[&windows]) {
        let text = format!("vehicle {vehicle} can't reach every stop before its window closes");
        findings.push(Finding::error("darp-window", text, "change the order of stops or the vehicle"));
        return;
    }
    if !can_be_kept(events, &[&windows, &rides]) {
        let text = format!("someone on vehicle {vehicle} rides longer than {} minutes", darp.max_ride);
        findings.push(Finding::error("darp-ride", text, "drop them off earlier"));
    }
    if !can_be_kept(events, &[&windows, &duration]) {
        let text = format!("the route of vehicle {vehicle} takes longer than {} minutes", darp.max_duration);
        findings.push(Finding::error("darp-duration", text, "give stops to another vehicle"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::Unserved;
    use super::super::read;
    use super::*;
    use Stop::{Dropoff as D, Pickup as P};

    /// Four requests along a line, two vehicles of two seats, rides up to 12 minutes; request 4 has windows.
    const LINE: &str = "2 4 60 2 12
        0 0 0 0 0 0 500
        1 1 0 1 1 0 500
        2 2 0 1 1 0 500
        3 3 0 1 1 0 500
        4 4 0 1 1 100 105
        5 6 0 1 -1 0 500
        6 7 0 1 -1 0 500
        7 8 0 1 -1 0 500
        8 9 0 1 -1 0 115
        9 0 0 0 0 0 500";

    /// What is wrong, the routes, who is left out, and the codes that name it.
    type Case = (&'static str, &'static [&'static [Stop]], &'static [usize], &'static [&'static str]);

    fn codes(text: &str, vehicles: &[&[Stop]], unserved: &[usize]) -> Vec<String> {
        let darp = read("case", text.as_bytes()).unwrap();
        let unserved = unserved.iter().map(|request| Unserved { request: *request, reason: base::Reason::new("test") }).collect();
        let plan = DarpPlan { vehicles: vehicles.iter().map(|stops| stops.to_vec()).collect(), unserved };
        check(&darp, &plan).into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_plan_that_keeps_every_limit_has_no_findings() {
        assert_eq!(codes(LINE, &[&[P(1), D(1), P(2), D(2), P(3), D(3)], &[P(4), D(4)]], &[]), [""; 0]);
        assert_eq!(codes(LINE, &[&[P(1), P(2), D(1), D(2)], &[], &[P(4), D(4)]], &[3]), [""; 0], "an unused vehicle isn't used");
    }

    #[test]
    fn each_broken_limit_is_named() {
        const REST: &[Stop] = &[P(4), D(4)];
        let cases: [Case; 10] = [
            ("three aboard", &[&[P(1), P(2), P(3), D(1), D(2), D(3)], REST], &[], &["darp-capacity"]),
            ("ride by way of another", &[&[P(1), P(2), D(2), P(3), D(3), D(1)], REST], &[], &["darp-ride"]),
            ("three vehicles", &[&[P(1), D(1)], &[P(2), D(2)], &[P(3), D(3)]], &[4], &["darp-vehicles"]),
            ("nobody knows of request 2", &[&[P(1), D(1), P(3), D(3)], REST], &[], &["darp-missing"]),
            ("carried and left", &[&[P(1), D(1), P(2), D(2), P(3), D(3)], REST], &[2], &["darp-twice"]),
            ("carried twice", &[&[P(1), D(1), P(2), D(2), P(3), D(3)], &[P(1), D(1), P(4), D(4)]], &[], &["darp-twice"]),
            ("drop-off first", &[&[D(1), P(1)], REST], &[2, 3], &["darp-order", "darp-order"]),
            ("never dropped off", &[&[P(1)], REST], &[2, 3], &["darp-order"]),
            ("on two vehicles", &[&[P(1), P(4), D(4)], &[D(1)]], &[2, 3], &["darp-order", "darp-order"]),
            ("unknown", &[&[P(5), D(0)], REST], &[1, 2, 3, 9], &["darp-request", "darp-request", "darp-request"]),
        ];
        for (name, vehicles, unserved, expected) in cases {
            assert_eq!(codes(LINE, vehicles, unserved), expected, "{name}");
        }
    }

    #[test]
    fn times_are_judged_by_any_timetable_not_by_one() {
        // Waiting at the depot keeps the route short: leaving at 96 is early enough for a window that opens at 100.
        let alone = LINE.replace("2 4 60 2 12", "2 4 24 2 12");
        assert_eq!(codes(&alone, &[&[P(4), D(4)]], &[1, 2, 3]), [""; 0]);
        // 4 out, 1 to board, 5 there, 1 to alight, 9 back: 20 minutes at the least.
        let shorter = LINE.replace("2 4 60 2 12", "2 4 19.9 2 12");
        assert_eq!(codes(&shorter, &[&[P(4), D(4)]], &[1, 2, 3]), ["darp-duration"]);
        let early = LINE.replace("0 115", "0 105.9");
        assert_eq!(codes(&early, &[&[P(4), D(4)]], &[1, 2, 3]), ["darp-window"]);
        assert_eq!(codes(&LINE.replace("0 115", "0 106"), &[&[P(4), D(4)]], &[1, 2, 3]), [""; 0]);
        // Request 4 aboard while request 1 is fetched from behind: the ride takes 3 + 1 + 8 = 12, at the limit.
        assert_eq!(codes(LINE, &[&[P(4), P(1), D(4), D(1)]], &[2, 3]), [""; 0]);
        assert_eq!(codes(&LINE.replace("2 4 60 2 12", "2 4 60 2 11.9"), &[&[P(4), P(1), D(4), D(1)]], &[2, 3]), ["darp-ride"]);
    }

    #[test]
    fn a_late_start_that_waiting_forces_counts_as_duration() {
        // Request 2 is fetched at 50 and request 1 dropped off at 100 or later: the day lasts from 48 to 107 at the least.
        let text = "1 2 70 2 12
            0 0 0 0 0 0 500
            1 1 0 1 1 0 500
            2 2 0 1 1 50 50
            3 6 0 1 -1 100 110
            4 3 0 1 -1 0 500
            5 0 0 0 0 0 500";
        let stops: &[&[Stop]] = &[&[P(2), D(2), P(1), D(1)]];
        assert_eq!(codes(text, stops, &[]), [""; 0]);
        assert_eq!(codes(&text.replace("1 2 70", "1 2 58.9"), stops, &[]), ["darp-duration"]);
        assert_eq!(codes(&text.replace("1 2 70", "1 2 59"), stops, &[]), [""; 0]);
        // Fetched by 60 and dropped off at 100: longer than 12 minutes aboard, whenever the vehicle starts.
        assert_eq!(codes(&text.replace("1 1 0 1 1 0 500", "1 1 0 1 1 0 60"), stops, &[]), ["darp-ride"]);
        // Fetched before request 2 is: out of reach.
        assert_eq!(codes(&text.replace("1 1 0 1 1 0 500", "1 1 0 1 1 0 53"), stops, &[]), ["darp-window"]);
    }
}
