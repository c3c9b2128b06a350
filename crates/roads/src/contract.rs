//! Takes the lesser junctions out of a corridor.
//!
//! A junction is taken out where the arcs that lead past it are not more than those it had (contraction: Geisberger, Sanders, Schultes
//! and Delling 2008); of arcs side by side only those stay that none of the others beats. Every best trade-off is kept.

use crate::corridor::{Corridor, Made, Step};
use crate::facets::Facets;
use crate::front::Front;

/// Pairs of arcs into and out of a junction that is taken out: at most so many, in rounds.
const THROUGH: [usize; 7] = [2, 4, 6, 9, 16, 36, 100];

/// Takes out junctions, those with the fewest ways through them first.
pub(crate) fn contract(corridor: &mut Corridor, facets: &Facets, front: &Front) {
    let nodes = corridor.nodes.len();
    let held = corridor.held().to_vec();
    let ends = [corridor.from, corridor.to];
    let mut press = Press { corridor, facets, front, out: vec![Vec::new(); nodes], into: vec![Vec::new(); nodes] };
    held.into_iter().for_each(|number| press.add(number));
    for most in THROUGH {
        (0..nodes as u32).filter(|node| !ends.contains(node)).for_each(|node| press.take_out(node, most));
    }
    let kept = press.out.concat();
    corridor.hold(&kept);
}

struct Press<'a> {
    corridor: &'a mut Corridor,
    facets: &'a Facets,
    front: &'a Front,
    /// Arcs by tail and by head.
    out: Vec<Vec<u32>>,
    into: Vec<Vec<u32>>,
}

impl Press<'_> {
    fn step(&self, number: u32) -> Step {
        self.corridor.steps[number as usize]
    }

    fn take_out(&mut self, node: u32, most: usize) {
        let (into, out) = (&self.into[node as usize], &self.out[node as usize]);
        let size = into.len() + out.len();
        if size == 0 || into.len() * out.len() > most {
            return;
        }
        let past = self.past(node);
        if past.len() > size {
            return;
        }
        for number in std::mem::take(&mut self.into[node as usize]) {
            let tail = self.step(number).tail;
            self.out[tail as usize].retain(|known| *known != number);
        }
        for number in std::mem::take(&mut self.out[node as usize]) {
            let head = self.step(number).head;
            self.into[head as usize].retain(|known| *known != number);
        }
        for step in past {
            self.corridor.steps.push(step);
            self.add(self.corridor.steps.len() as u32 - 1);
        }
    }

    /// Arcs past a node that matter beside those there are.
    fn past(&self, node: u32) -> Vec<Step> {
        let mut past = Vec::new();
        for first in &self.into[node as usize] {
            for second in &self.out[node as usize] {
                let (a, b) = (self.step(*first), self.step(*second));
                let cost = (a.cost.0 + b.cost.0, a.cost.1 + b.cost.1);
                let step = Step { tail: a.tail, head: b.head, cost, made: Made::Both(*first, *second) };
                if a.tail != b.head && !self.beaten(&step) && self.facets.hopeful(self.corridor, self.front, &step) {
                    past.push(step);
                }
            }
        }
        past
    }

    /// Whether an arc beside it is at least as good.
    fn beaten(&self, step: &Step) -> bool {
        let known = self.out[step.tail as usize].iter().map(|number| self.step(*number));
        known.filter(|known| known.head == step.head).any(|known| known.cost.0 <= step.cost.0 && known.cost.1 <= step.cost.1)
    }

    /// Adds an arc unless one beside it is as good; drops those that it beats.
    fn add(&mut self, number: u32) {
        let step = self.step(number);
        if self.beaten(&step) {
            return;
        }
        let steps = &self.corridor.steps;
        let stays = |known: &u32| {
            let known = steps[*known as usize];
            known.tail != step.tail || known.head != step.head || known.cost.0 < step.cost.0 || known.cost.1 < step.cost.1
        };
        self.out[step.tail as usize].retain(stays);
        self.into[step.head as usize].retain(stays);
        self.out[step.tail as usize].push(number);
        self.into[step.head as usize].push(number);
    }
}
