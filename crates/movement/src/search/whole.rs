//! Moves of whole trips.

use super::insert::scan_trip;
use super::leaf::Leaf;
use super::model::Model;
use super::route::Route;
use super::state::{ENOUGH, State, TRIED};
use std::rc::Rc;

impl State {
    /// Takes whole trips of a vehicle (indices ascending) out; their units fall into the bank.
    pub fn take_trips(&mut self, model: &Model, v: usize, indices: &[usize], out: &mut Vec<Rc<Leaf>>) {
        let mut route = self.routes[v].clone();
        let Some(&from) = indices.first().filter(|&&k| k >= route.frozen) else { return };
        if indices.iter().any(|&k| route.leaves[k].trip.pace.is_some()) {
            return;
        }
        let taken: Vec<Rc<Leaf>> = indices.iter().rev().map(|&k| route.leaves.remove(k)).collect();
        if let Some(route) = self.try_route(model, v, route, from) {
            taken.iter().flat_map(|leaf| leaf.units()).for_each(|u| self.enter_bank(model, u));
            self.replace(model, v, route);
            out.extend(taken);
        }
    }

    /// Puts a whole trip where it costs least; whether there was a place.
    pub fn put_trip(&mut self, model: &Model, leaf: &Rc<Leaf>, vehicles: &[usize], blink: &mut impl FnMut() -> bool) -> bool {
        let mut best = std::mem::take(&mut self.best);
        best.reset(if model.free_flow { 1 } else { TRIED });
        for &v in vehicles {
            if let Some(route) = self.routes.get(v) {
                scan_trip(model, route, v, leaf, &mut best, blink);
            }
        }
        let mut found: Option<(usize, Route)> = None;
        let mut enough = ENOUGH;
        for place in &best.places {
            let v = place.vehicle;
            let Some(moved) = Leaf::new(model, v, leaf.trip.clone()) else { continue };
            let mut route = self.routes[v].clone();
            route.leaves.insert(place.trip, Rc::new(moved));
            let Some(route) = self.try_route(model, v, route, place.trip) else { continue };
            if found.as_ref().is_none_or(|(w, old)| route.cost - self.routes[v].cost < old.cost - self.routes[*w].cost) {
                found = Some((v, route));
            }
            enough -= 1;
            if enough == 0 {
                break;
            }
        }
        self.best = best;
        let Some((v, route)) = found else { return false };
        leaf.units().for_each(|u| self.leave_bank(model, u, v));
        self.replace(model, v, route);
        true
    }

    /// Exchanges what two vehicles do from trip `i` and trip `j` on; whether that can be driven.
    pub fn swap_tails(&mut self, model: &Model, (v, i): (usize, usize), (w, j): (usize, usize)) -> bool {
        let (mut a, mut b) = (self.routes[v].clone(), self.routes[w].clone());
        if i < a.frozen || j < b.frozen || v == w {
            return false;
        }
        let (tail_a, tail_b) = (a.leaves.split_off(i), b.leaves.split_off(j));
        let refit = |v: usize, tail: Vec<Rc<Leaf>>| -> Option<Vec<Rc<Leaf>>> {
            let offered = |leaf: &Rc<Leaf>| leaf.units().all(|u| model.offers(v, &model.riders[u]));
            tail.iter().map(|leaf| if offered(leaf) { Leaf::new(model, v, leaf.trip.clone()).map(Rc::new) } else { None }).collect()
        };
        let (Some(to_b), Some(to_a)) = (refit(w, tail_a), refit(v, tail_b)) else { return false };
        a.leaves.extend(to_a);
        b.leaves.extend(to_b);
        let Some(a) = self.try_route(model, v, a, i) else { return false };
        let units: Vec<(usize, usize)> = a
            .leaves
            .iter()
            .skip(i)
            .flat_map(|l| l.units().map(|u| (u, v)))
            .chain(b.leaves.iter().skip(j).flat_map(|l| l.units().map(|u| (u, w))))
            .collect();
        units.into_iter().for_each(|(u, v)| self.on[u] = v);
        self.replace(model, v, a);
        match self.try_route(model, w, b, j) {
            Some(b) => {
                self.replace(model, w, b);
                true
            }
            None => false,
        }
    }
}
