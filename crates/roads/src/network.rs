//! Nodes, named road links, and the directed arcs that routes run on.

use crate::names::fold_name;
use crate::place::Place;
use base::{Instant, Point};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A node of one network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NodeIx(pub u32);

/// A road link of one network, in file order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoadIx(pub u32);

/// A directed arc of one network: one way along a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArcIx(pub u32);

/// A road class of one network, such as `primary`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClassIx(pub u16);

impl NodeIx {
    /// For indexing.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl RoadIx {
    /// For indexing.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl ArcIx {
    /// For indexing.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A span of time, from its first instant up to but without its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First instant.
    pub from: Instant,
    /// First instant after it.
    pub to: Instant,
}

impl Span {
    /// Stands for "since ever": 1 January of the year 1.
    pub const OPEN_START: Instant = Instant(-62_135_596_800);
    /// Stands for "until further notice": the end of the year 9999.
    pub const OPEN_END: Instant = Instant(253_402_207_200);

    /// Whether it holds an instant.
    pub fn holds(self, at: Instant) -> bool {
        self.from <= at && at < self.to
    }
}

/// A road between two nodes, as in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// One end; where a one-way road starts.
    pub from: NodeIx,
    /// Other end; where a one-way road leads.
    pub to: NodeIx,
    /// Length.
    pub meters: u32,
    /// Road class.
    pub class: ClassIx,
    /// Speed of this link in km/h; if absent that of its class holds.
    pub speed_kmh: Option<f64>,
    /// Whether it can be driven only `from` to `to`.
    pub one_way: bool,
    /// When it is closed, sorted and apart.
    pub closed: Vec<Span>,
    /// Whether it is closed at night.
    pub night_closed: bool,
    /// Where it bends between its ends, `from` to `to`; empty if it is taken as straight.
    pub bends: Vec<Point>,
}

impl Link {
    /// Length in kilometres.
    pub fn km(&self) -> f64 {
        f64::from(self.meters) / 1000.0
    }

    /// Whether it is closed at an instant, night aside.
    pub fn is_closed(&self, at: Instant) -> bool {
        self.closed.iter().any(|span| span.holds(at))
    }

    /// Closes it for a span; spans that touch are joined, empty ones do nothing.
    pub fn close(&mut self, span: Span) {
        if span.from >= span.to {
            return;
        }
        self.closed.push(span);
        self.closed.sort_unstable();
        self.closed.dedup_by(|next, kept| {
            let touch = next.from <= kept.to;
            if touch {
                kept.to = kept.to.max(next.to);
            }
            touch
        });
    }
}

/// One way along a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    /// Where it starts.
    pub tail: NodeIx,
    /// Where it leads.
    pub head: NodeIx,
    /// The link it runs along.
    pub road: RoadIx,
}

/// What a network is made of.
#[derive(Debug, Clone, Default)]
pub struct NetworkParts {
    /// A point for each node.
    pub points: Vec<Point>,
    /// The links; those with an end that is no node are left out.
    pub links: Vec<Link>,
    /// Names of the classes that links speak of.
    pub classes: Vec<String>,
    /// Places, each with the node it lies at.
    pub places: Vec<(Place, NodeIx)>,
}

/// The road network: nodes, links, places, and arcs by tail and by head.
///
/// Indices are those of this network: a method given an index of another one panics or answers about the wrong thing.
#[derive(Debug, Clone, Default)]
pub struct Network {
    points: Vec<Point>,
    links: Vec<Link>,
    classes: Vec<String>,
    places: Vec<Place>,
    place_nodes: Vec<NodeIx>,
    place_at: BTreeMap<NodeIx, usize>,
    by_name: BTreeMap<String, usize>,
    first_out: Vec<u32>,
    arcs: Vec<Arc>,
    first_in: Vec<u32>,
    into: Vec<ArcIx>,
}

impl Network {
    /// Puts a network together; arcs are sorted by tail, then link.
    pub fn new(parts: NetworkParts) -> Self {
        let nodes = parts.points.len();
        let mut network = Self { points: parts.points, classes: parts.classes, ..Self::default() };
        network.links = parts.links.into_iter().filter(|l| l.from.index() < nodes && l.to.index() < nodes).collect();
        for (place, node) in parts.places {
            if node.index() < nodes {
                network.place_at.entry(node).or_insert(network.places.len());
                network.by_name.entry(fold_name(&place.name)).or_insert(network.places.len());
                network.places.push(place);
                network.place_nodes.push(node);
            }
        }
        network.link_up();
        network
    }

    fn link_up(&mut self) {
        let both = self.links.iter().enumerate().flat_map(|(i, link)| {
            let road = RoadIx(i as u32);
            let there = Arc { tail: link.from, head: link.to, road };
            let back = Arc { tail: link.to, head: link.from, road };
            [Some(there), (!link.one_way).then_some(back)]
        });
        self.arcs = both.flatten().collect();
        self.arcs.sort_by_key(|arc| arc.tail);
        self.first_out = first_of(self.points.len(), self.arcs.iter().map(|arc| arc.tail));
        self.into = (0..self.arcs.len() as u32).map(ArcIx).collect();
        let arcs = &self.arcs;
        self.into.sort_by_key(|arc| arcs[arc.index()].head);
        self.first_in = first_of(self.points.len(), self.into.iter().map(|arc| arcs[arc.index()].head));
    }

    /// Number of nodes.
    pub fn node_count(&self) -> usize {
        self.points.len()
    }

    /// Every node.
    pub fn nodes(&self) -> impl Iterator<Item = NodeIx> + use<> {
        (0..self.points.len() as u32).map(NodeIx)
    }

    /// Where a node is.
    pub fn point(&self, node: NodeIx) -> Point {
        self.points[node.index()]
    }

    /// Every link, by [`RoadIx`].
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Every link with its index.
    pub fn roads(&self) -> impl Iterator<Item = (RoadIx, &Link)> {
        self.links.iter().enumerate().map(|(i, link)| (RoadIx(i as u32), link))
    }

    /// One link.
    pub fn link(&self, road: RoadIx) -> &Link {
        &self.links[road.index()]
    }

    /// The line of a link: its ends and the bends between them.
    pub fn shape(&self, road: RoadIx) -> impl Iterator<Item = Point> + '_ {
        let link = self.link(road);
        std::iter::once(self.point(link.from)).chain(link.bends.iter().copied()).chain([self.point(link.to)])
    }

    /// One link, to close it.
    pub fn link_mut(&mut self, road: RoadIx) -> &mut Link {
        &mut self.links[road.index()]
    }

    /// Links between two nodes, in either direction.
    pub fn roads_between(&self, a: NodeIx, b: NodeIx) -> Vec<RoadIx> {
        let mut found: Vec<RoadIx> = [(a, b), (b, a)]
            .into_iter()
            .flat_map(|(tail, head)| self.arcs_from(tail).filter(move |arc| self.arc(*arc).head == head))
            .map(|arc| self.arc(arc).road)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Class names, by [`ClassIx`].
    pub fn classes(&self) -> &[String] {
        &self.classes
    }

    /// Name of a link's class; empty if it has none.
    pub fn class_name(&self, class: ClassIx) -> &str {
        self.classes.get(usize::from(class.0)).map_or("", String::as_str)
    }

    /// Places, in file order.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The node of a place by its position in [`Network::places`].
    pub fn node_of(&self, place: usize) -> Option<NodeIx> {
        self.place_nodes.get(place).copied()
    }

    /// The position of a place by name; case, accents and hyphens don't matter.
    pub fn find_place(&self, name: &str) -> Option<usize> {
        self.by_name.get(&fold_name(name)).copied()
    }

    /// The node of a place by name; case, accents and hyphens don't matter.
    pub fn find_node(&self, name: &str) -> Option<NodeIx> {
        self.node_of(self.find_place(name)?)
    }

    /// The place at a node, the first if there are several.
    pub fn place_at(&self, node: NodeIx) -> Option<&Place> {
        self.places.get(*self.place_at.get(&node)?)
    }

    /// Every arc, by [`ArcIx`].
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// One arc.
    pub fn arc(&self, arc: ArcIx) -> Arc {
        self.arcs[arc.index()]
    }

    /// Arcs that start at a node.
    pub fn arcs_from(&self, node: NodeIx) -> impl Iterator<Item = ArcIx> + use<> {
        (self.first_out[node.index()]..self.first_out[node.index() + 1]).map(ArcIx)
    }

    /// Arcs that lead to a node.
    pub fn arcs_into(&self, node: NodeIx) -> &[ArcIx] {
        &self.into[self.first_in[node.index()] as usize..self.first_in[node.index() + 1] as usize]
    }

    /// Length of an arc.
    pub fn meters(&self, arc: ArcIx) -> u32 {
        self.link(self.arc(arc).road).meters
    }
}

/// Where each node's run starts in a list sorted by node, with the length of the list at the end.
fn first_of(nodes: usize, sorted: impl Iterator<Item = NodeIx>) -> Vec<u32> {
    let mut first = vec![0u32; nodes + 1];
    for node in sorted {
        first[node.index() + 1] += 1;
    }
    for i in 0..nodes {
        first[i + 1] += first[i];
    }
    first
}
