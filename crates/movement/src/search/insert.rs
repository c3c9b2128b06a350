//! Where a rider would cost least: every place on every trip of a vehicle, and every gap for a new trip.

use super::leaf::Leaf;
use super::model::{Model, NO_WAY, Rider, STOPS, Table};
use super::route::Route;
use crate::problem::{Seconds, Trip};

/// A stop that is there already, or a new one before index `i`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum At {
    /// Stop `i`.
    Stop(usize),
    /// New stop that becomes number `i`.
    New(usize),
}

/// A place for a rider.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// Vehicle.
    pub vehicle: usize,
    /// Trip, or where the new trip goes.
    pub trip: usize,
    /// Pick-up and drop-off; `None` for a trip of its own.
    pub stops: Option<(At, At)>,
    /// Destination.
    pub gate: usize,
    /// Cost added, as if no window were met.
    pub added: f64,
}

/// The cheapest few places, ascending.
#[derive(Debug, Default)]
pub(super) struct Best {
    pub places: Vec<Place>,
    keep: usize,
}

impl Best {
    pub fn reset(&mut self, keep: usize) {
        self.places.clear();
        self.keep = keep;
    }

    /// Cost that a place has to be below to be kept.
    #[inline]
    fn limit(&self) -> f64 {
        if self.places.len() < self.keep { f64::INFINITY } else { self.places.last().map_or(f64::INFINITY, |p| p.added) }
    }

    #[inline]
    fn offer(&mut self, place: Place) {
        if place.added < self.limit() {
            if self.places.len() == self.keep {
                self.places.pop();
            }
            let i = self.places.partition_point(|p| p.added <= place.added);
            self.places.insert(i, place);
        }
    }
}

/// Offers every place of rider `u` on vehicle `v`.
pub(super) fn scan(model: &Model, route: &Route, v: usize, u: usize, best: &mut Best, blink: &mut impl FnMut() -> bool) {
    let Some(rider) = model.riders.get(u) else { return };
    if !model.offers(v, rider) || model.configuration(v, rider.demand).is_none() {
        return;
    }
    let table = model.table(v);
    let scan = Scan { model, table, rider, route, v };
    for (k, leaf) in route.leaves.iter().enumerate().skip(route.frozen) {
        let free = route.at.get(k).map_or(0, |at| at.free);
        // Whoever rides on this trip or a later one waits at least until it is free.
        if rider.wait * free as f64 >= best.limit() {
            return;
        }
        if blink() {
            continue;
        }
        scan.own_trip(k, best);
        if !leaf.rigid
            && model.configuration(v, leaf.load.plus(rider.demand)).is_some()
            && !rider.foes.iter().any(|&foe| leaf.units().any(|x| x == foe))
        {
            scan.join(k, leaf, best);
        }
    }
    scan.own_trip(route.leaves.len(), best);
}

/// Offers every gap of vehicle `v` to a whole trip.
pub(super) fn scan_trip(model: &Model, route: &Route, v: usize, leaf: &Leaf, best: &mut Best, blink: &mut impl FnMut() -> bool) {
    let offered = || leaf.units().all(|u| model.riders.get(u).is_some_and(|rider| model.offers(v, rider)));
    if model.configuration(v, leaf.load).is_none() || !offered() {
        return;
    }
    let table = model.table(v);
    for k in route.frozen..=route.leaves.len() {
        let Some(at) = route.at.get(k) else { continue };
        if leaf.rate * at.free as f64 + leaf.cost >= best.limit() {
            return;
        }
        if blink() {
            continue;
        }
        let reach = at.free + table.seconds(at.place, leaf.first);
        let end = reach + leaf.length + model.problem.turnaround;
        if end >= NO_WAY {
            continue;
        }
        let mut added = leaf.cost + leaf.rate * reach as f64;
        if let Some(next) = route.leaves.get(k) {
            let later = end - at.free + table.seconds(leaf.last, next.first) - table.seconds(at.place, next.first);
            added += route.rate_from.get(k).copied().unwrap_or(0.0) * later as f64;
        }
        best.offer(Place { vehicle: v, trip: k, stops: None, gate: 0, added });
    }
}

struct Scan<'a> {
    model: &'a Model<'a>,
    table: &'a Table,
    rider: &'a Rider,
    route: &'a Route,
    v: usize,
}

impl Scan<'_> {
    /// Seconds by which all later trips move when trip `k` ends `later` later at `last` in place of `before`.
    #[inline]
    fn after(&self, k: usize, later: Seconds, last: usize, before: usize) -> f64 {
        let Some(next) = self.route.leaves.get(k) else { return 0.0 };
        let detour = if last == before { 0 } else { self.table.seconds(last, next.first) - self.table.seconds(before, next.first) };
        self.route.rate_from.get(k).copied().unwrap_or(0.0) * (later + detour) as f64
    }

    /// A trip of its own before trip `k`.
    #[inline]
    fn own_trip(&self, k: usize, best: &mut Best) {
        let Some(at) = self.route.at.get(k) else { return };
        let r = self.rider;
        let reach = at.free + self.table.seconds(at.place, r.site);
        let depart = reach + r.board;
        for &(gate, place) in &r.gates {
            let ride = self.table.seconds(r.site, place);
            let end = depart + ride + r.alight + self.model.problem.turnaround;
            if end >= NO_WAY {
                continue;
            }
            let own = r.wait * depart as f64 + r.ride * ride as f64 + r.risk * self.table.risk(r.site, place);
            let added = own + self.after(k, end - at.free, place, at.place);
            best.offer(Place { vehicle: self.v, trip: k, stops: None, gate, added });
        }
    }

    /// On trip `k`.
    #[inline]
    fn join(&self, k: usize, leaf: &Leaf, best: &mut Best) {
        let s = &leaf.sums;
        match s.pick_place[..s.picks].iter().position(|&p| p == self.rider.site) {
            Some(i) => self.with_pick(k, leaf, At::Stop(i), best),
            None if s.picks < STOPS => (0..=s.picks).for_each(|i| self.with_pick(k, leaf, At::New(i), best)),
            None => {}
        }
    }

    fn with_pick(&self, k: usize, leaf: &Leaf, pick: At, best: &mut Best) {
        let Some(at) = self.route.at.get(k) else { return };
        let (s, r, t) = (&leaf.sums, self.rider, self.table);
        let free = at.free.max(leaf.trip.not_before);
        let reach = free + t.seconds(at.place, leaf.first);
        // Delay of everything after, own departure, risk on the way to the pick-up, cost so far.
        let (delay, depart, risk_before, mut cost) = match pick {
            At::Stop(i) => (r.board, reach + s.depart[i] + r.board, s.risk_to_pick[i], r.board as f64 * s.pick_rate[i]),
            At::New(i) => {
                let (from, left) = if i == 0 { (at.place, free) } else { (s.pick_place[i - 1], reach + s.depart[i - 1]) };
                let to = if i < s.picks { s.pick_place[i] } else { s.drop_place[0] };
                let there = t.seconds(from, r.site);
                let delay = there + r.board + t.seconds(r.site, to) - t.seconds(from, to);
                let mut cost = delay as f64 * s.pick_rate[i];
                let mut risk = 0.0;
                if self.model.risky && i > 0 {
                    cost += (t.risk(from, r.site) + t.risk(r.site, to) - t.risk(from, to)) * s.pick_risk[i];
                    risk = s.risk_to_pick[i - 1] + t.risk(from, r.site);
                }
                (delay, left + there + r.board, risk, cost)
            }
        };
        cost += (r.wait - r.ride) * depart as f64;
        // What is known so far can only grow by the ride.
        if cost + r.ride * depart as f64 >= best.limit() {
            return;
        }
        for &(gate, place) in &r.gates {
            let known = s.drop_gate[..s.drops].iter().position(|&g| g == gate);
            let first = known.unwrap_or(0);
            let last = known.unwrap_or(if s.drops < STOPS { s.drops } else { 0 });
            if known.is_none() && s.drops >= STOPS {
                continue;
            }
            for j in first..=last {
                let (drop, ride) = if known.is_some() {
                    (At::Stop(j), self.at_stop(leaf, j, reach + delay))
                } else {
                    (At::New(j), self.at_new(leaf, (j, place), pick, (depart, risk_before), (reach + delay, delay), k))
                };
                let (alights, mut added, risk_after) = ride;
                added += match drop {
                    At::Stop(_) => self.after(k + 1, delay + r.alight, leaf.last, leaf.last),
                    At::New(_) => 0.0,
                };
                added += cost + r.ride * alights as f64;
                if self.model.risky {
                    added += r.risk * (risk_after - risk_before).max(0.0);
                }
                best.offer(Place { vehicle: self.v, trip: k, stops: Some((pick, drop)), gate, added });
            }
        }
    }

    /// Alighting at drop-off `j`, heavier riders first: own alighting, cost of others, risk on the way.
    #[inline]
    fn at_stop(&self, leaf: &Leaf, j: usize, reach: Seconds) -> (Seconds, f64, f64) {
        let (s, r) = (&leaf.sums, self.rider);
        let mut alights = reach + s.arrive[j];
        let mut lighter = s.drop_rate[j];
        for rider in leaf.trip.dropoffs[j].1.iter().filter_map(|&x| self.model.riders.get(x)) {
            if rider.ride < r.ride {
                break;
            }
            alights += rider.alight;
            lighter -= rider.ride;
        }
        (alights, r.alight as f64 * lighter.max(0.0), s.risk_to_drop[j])
    }

    /// A new drop-off before drop-off `j`: own alighting, cost of others (later trips included), risk on the way.
    #[inline]
    fn at_new(
        &self,
        leaf: &Leaf,
        (j, place): (usize, usize),
        pick: At,
        own: (Seconds, f64),
        (reach, delay): (Seconds, Seconds),
        k: usize,
    ) -> (Seconds, f64, f64) {
        let (s, r, t) = (&leaf.sums, self.rider, self.table);
        let (from, left, risk) = if j > 0 {
            (s.drop_place[j - 1], reach + s.ended[j - 1], s.risk_to_drop[j - 1])
        } else if pick == At::New(s.picks) {
            (r.site, own.0, own.1)
        } else {
            (s.pick_place[s.picks - 1], reach + s.depart[s.picks - 1], s.risk_to_pick[s.picks - 1])
        };
        let there = t.seconds(from, place);
        let alights = left + there;
        if j == s.drops {
            let later = delay + there + r.alight;
            return (alights, self.after(k + 1, later, place, leaf.last), risk + t.risk(from, place));
        }
        let to = s.drop_place[j];
        let detour = there + r.alight + t.seconds(place, to) - t.seconds(from, to);
        let mut added = detour as f64 * s.drop_rate[j] + self.after(k + 1, delay + detour, leaf.last, leaf.last);
        if self.model.risky {
            added += (t.risk(from, place) + t.risk(place, to) - t.risk(from, to)) * s.drop_risk[j];
        }
        (alights, added, risk + t.risk(from, place))
    }
}

/// The trip with a rider added at a place of it.
pub(super) fn with_rider(model: &Model, trip: &Trip, u: usize, pick: At, drop: At, gate: usize) -> Option<Trip> {
    let rider = model.riders.get(u)?;
    let mut trip = trip.clone();
    match pick {
        At::Stop(i) => trip.pickups.get_mut(i)?.1.push(u),
        At::New(i) => trip.pickups.insert(i, (rider.site, vec![u])),
    }
    match drop {
        At::Stop(j) => {
            let units = &mut trip.dropoffs.get_mut(j)?.1;
            let at = units.iter().position(|&x| model.riders.get(x).is_some_and(|other| other.ride < rider.ride));
            units.insert(at.unwrap_or(units.len()), u);
        }
        At::New(j) => trip.dropoffs.insert(j, (gate, vec![u])),
    }
    Some(trip)
}
