//! From every point of every way to junctions: chains of points between them become one link.

use super::read::Ways;
use super::tags::Direction;
use crate::connect::strong_components;
use base::Point;

/// A stretch between two neighbouring points of a way.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    from: u32,
    to: u32,
    one_way: bool,
    class: u16,
    km: f64,
    hours: f64,
}

/// Every stretch of the network, and the group of points that can all reach one another.
pub(crate) struct Stretches {
    points: Vec<Point>,
    stretches: Vec<Stretch>,
    on_mainland: Vec<bool>,
}

/// A link between junctions.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chain {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) one_way: bool,
    /// The class of most of its length.
    pub(crate) class: u16,
    pub(crate) km: f64,
    pub(crate) hours: f64,
    /// Points between both ends.
    pub(crate) between: Vec<Point>,
}

impl Stretches {
    /// Cuts ways into stretches; `kmh` gives the speed of a class.
    pub(crate) fn new(ways: &Ways, kmh: impl Fn(u16) -> f64) -> Self {
        let mut stretches = Vec::new();
        for (drivable, nodes) in ways.iter() {
            let class_kmh = kmh(drivable.class);
            let kmh = drivable.limit_kmh.map_or(class_kmh, |limit| limit.min(class_kmh)).max(1.0);
            for pair in nodes.windows(2) {
                let (from, to) = if drivable.direction == Direction::Backward { (pair[1], pair[0]) } else { (pair[0], pair[1]) };
                let (Some(a), Some(b)) = (ways.points[from as usize], ways.points[to as usize]) else { continue };
                if from != to {
                    let km = a.distance_km(b);
                    let one_way = drivable.direction != Direction::Both;
                    stretches.push(Stretch { from, to, one_way, class: drivable.class, km, hours: km / kmh });
                }
            }
        }
        let points: Vec<Point> = ways.points.iter().map(|p| p.unwrap_or(Point { lat: f64::NAN, lon: f64::NAN })).collect();
        let arcs = || stretches.iter().flat_map(|s| [Some((s.from, s.to)), (!s.one_way).then_some((s.to, s.from))]).flatten();
        let group_of = strong_components(points.len(), arcs);
        let mut sizes = vec![0u32; points.len()];
        group_of.iter().for_each(|group| sizes[*group as usize] += 1);
        let largest = (0..sizes.len()).max_by_key(|group| (sizes[*group], std::cmp::Reverse(*group))).unwrap_or_default();
        let on_mainland = group_of.iter().map(|group| *group as usize == largest).collect();
        Self { points, stretches, on_mainland }
    }

    /// Points on the mainland with their numbers.
    pub(crate) fn mainland(&self) -> impl Iterator<Item = (u32, Point)> {
        (0..).zip(&self.points).zip(&self.on_mainland).filter(|(_, on)| **on).map(|((number, point), _)| (number, *point))
    }

    /// Kilometres on the mainland and elsewhere.
    pub(crate) fn km_on_and_off(&self) -> (f64, f64) {
        self.stretches.iter().fold((0.0, 0.0), |(on, off), s| if self.holds(s) { (on + s.km, off) } else { (on, off + s.km) })
    }

    fn holds(&self, stretch: &Stretch) -> bool {
        self.on_mainland[stretch.from as usize] && self.on_mainland[stretch.to as usize]
    }

    /// Joins stretches of the mainland at every point where two meet, one leading on from the other, except at points in `keep` (sorted).
    ///
    /// Chains that end where they begin are left out: no route uses them.
    pub(crate) fn chains(mut self, keep: &[u32]) -> (Vec<Point>, Vec<Chain>) {
        let mut stretches = std::mem::take(&mut self.stretches);
        stretches.retain(|s| self.holds(s));
        let (first, touching) = touching(self.points.len(), &stretches);
        let at = |node: u32| &touching[first[node as usize] as usize..first[node as usize + 1] as usize];
        let is_junction = |node: u32| {
            let [a, b] = at(node) else { return true };
            let (a, b) = (&stretches[*a as usize], &stretches[*b as usize]);
            let leads_on = a.one_way == b.one_way && (!a.one_way || (a.to == node) != (b.to == node));
            !leads_on || other(a, node) == other(b, node) || keep.binary_search(&node).is_ok()
        };
        let mut used = vec![false; stretches.len()];
        let mut chains = Vec::new();
        let mut walk = |start: u32, stretch: u32| {
            if std::mem::replace(&mut used[stretch as usize], true) {
                return;
            }
            let mut run = vec![stretch];
            let mut node = other(&stretches[stretch as usize], start);
            while node != start && !is_junction(node) {
                let Some(next) = at(node).iter().copied().find(|next| !used[*next as usize]) else { break };
                used[next as usize] = true;
                run.push(next);
                node = other(&stretches[next as usize], node);
            }
            if node != start {
                chains.push(join(&self.points, &stretches, start, &run));
            }
        };
        let all = 0..self.points.len() as u32;
        for node in all.clone().filter(|node| is_junction(*node)) {
            at(node).iter().for_each(|stretch| walk(node, *stretch));
        }
        (self.points, chains)
    }
}

fn other(stretch: &Stretch, node: u32) -> u32 {
    if stretch.from == node { stretch.to } else { stretch.from }
}

/// Stretches touching each point, as a run per point.
fn touching(points: usize, stretches: &[Stretch]) -> (Vec<u32>, Vec<u32>) {
    let mut first = vec![0u32; points + 1];
    for node in stretches.iter().flat_map(|s| [s.from, s.to]) {
        first[node as usize + 1] += 1;
    }
    for i in 0..points {
        first[i + 1] += first[i];
    }
    let mut next = first.clone();
    let mut touching = vec![0u32; stretches.len() * 2];
    for (number, stretch) in (0..).zip(stretches) {
        for node in [stretch.from, stretch.to] {
            touching[next[node as usize] as usize] = number;
            next[node as usize] += 1;
        }
    }
    (first, touching)
}

fn join(points: &[Point], stretches: &[Stretch], start: u32, run: &[u32]) -> Chain {
    let mut by_class = std::collections::BTreeMap::<u16, f64>::new();
    let mut chain = Chain { from: start, to: start, one_way: false, class: 0, km: 0.0, hours: 0.0, between: Vec::new() };
    let mut against = false;
    for stretch in run.iter().map(|number| &stretches[*number as usize]) {
        against = stretch.from != chain.to;
        chain.to = other(stretch, chain.to);
        chain.one_way = stretch.one_way;
        chain.km += stretch.km;
        chain.hours += stretch.hours;
        *by_class.entry(stretch.class).or_default() += stretch.km;
        chain.between.push(points[chain.to as usize]);
    }
    chain.between.pop();
    chain.class = by_class.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(class, _)| class);
    if chain.one_way && against {
        std::mem::swap(&mut chain.from, &mut chain.to);
        chain.between.reverse();
    }
    chain
}
