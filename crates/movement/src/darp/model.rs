//! What the solver derives from an instance once: distances, tightened windows, and which requests can never share a vehicle.

use super::instance::Darp;

/// Slack for rounding in comparisons of times, minutes; well below the judge's tolerance.
pub(super) const ROUNDING: f64 = 1e-9;

/// The derived tables; nodes are numbered as in the instance (0 start, 1..=n pick-ups, n+1..=2n drop-offs, 2n+1 end).
pub(super) struct Model {
    pub requests: usize,
    pub vehicles: usize,
    pub capacity: i64,
    pub max_duration: f64,
    nodes: usize,
    distance: Vec<f64>,
    /// Earliest start of service, tightened by what must come before.
    pub opens: Vec<f64>,
    /// Latest start of service, tightened by what must come after.
    pub closes: Vec<f64>,
    pub service: Vec<f64>,
    pub load: Vec<i64>,
    max_ride: f64,
    apart: Vec<bool>,
}

impl Model {
    pub fn new(darp: &Darp) -> Self {
        let nodes = darp.nodes.len();
        let mut distance = Vec::with_capacity(nodes * nodes);
        for a in &darp.nodes {
            distance.extend(darp.nodes.iter().map(|b| (a.x - b.x).hypot(a.y - b.y)));
        }
        let requests = darp.requests();
        let mut model = Self {
            requests,
            vehicles: darp.vehicles.min(requests),
            capacity: darp.capacity,
            max_duration: darp.max_duration,
            nodes,
            distance,
            opens: darp.nodes.iter().map(|node| node.opens).collect(),
            closes: darp.nodes.iter().map(|node| node.closes).collect(),
            service: darp.nodes.iter().map(|node| node.service).collect(),
            load: darp.nodes.iter().map(|node| node.load).collect(),
            max_ride: darp.max_ride,
            apart: Vec::new(),
        };
        model.tighten();
        model.find_apart();
        model
    }

    pub fn end(&self) -> usize {
        self.nodes - 1
    }

    pub fn drop_of(&self, pickup: usize) -> usize {
        pickup + self.requests
    }

    pub fn is_pickup(&self, node: usize) -> bool {
        node >= 1 && node <= self.requests
    }

    pub fn is_drop(&self, node: usize) -> bool {
        node > self.requests && node <= 2 * self.requests
    }

    pub fn distance(&self, from: usize, to: usize) -> f64 {
        self.distance[from * self.nodes + to]
    }

    /// From start of service at one node to arrival at the next, minutes.
    pub fn leg(&self, from: usize, to: usize) -> f64 {
        self.service[from] + self.distance(from, to)
    }

    /// Longest time from the start of service at a pick-up to that at its drop-off.
    pub fn span(&self, pickup: usize) -> f64 {
        self.service[pickup] + self.max_ride
    }

    /// Whether two requests can never be on the same route.
    pub fn apart(&self, a: usize, b: usize) -> bool {
        self.apart[(a - 1) * self.requests + b - 1]
    }

    fn tighten(&mut self) {
        let end = self.end();
        for pickup in 1..=self.requests {
            let drop = self.drop_of(pickup);
            let (direct, span) = (self.leg(pickup, drop), self.span(pickup));
            // Forward, then backward: windows are intervals linked by two differences, so one round reaches the fixed point.
            self.opens[pickup] = self.opens[pickup].max(self.opens[0] + self.leg(0, pickup)).max(self.opens[drop] - span);
            self.opens[drop] = self.opens[drop].max(self.opens[pickup] + direct);
            self.closes[drop] = self.closes[drop].min(self.closes[end] - self.leg(drop, end)).min(self.closes[pickup] + span);
            self.closes[pickup] = self.closes[pickup].min(self.closes[drop] - direct);
        }
    }

    /// Whether a chain of nodes can be driven within windows and capacity, looking at nothing else.
    fn chain_fits(&self, chain: [usize; 4]) -> bool {
        let mut time = f64::NEG_INFINITY;
        let mut load = 0;
        let mut before = None;
        for node in chain {
            time = before.map_or(time, |from| time + self.leg(from, node)).max(self.opens[node]);
            load += self.load[node];
            if time > self.closes[node] + ROUNDING || load > self.capacity {
                return false;
            }
            before = Some(node);
        }
        true
    }

    fn find_apart(&mut self) {
        let mut apart = vec![false; self.requests * self.requests];
        for a in 1..=self.requests {
            for b in a + 1..=self.requests {
                let (c, d) = (self.drop_of(a), self.drop_of(b));
                let orders = [[a, c, b, d], [b, d, a, c], [a, b, c, d], [a, b, d, c], [b, a, c, d], [b, a, d, c]];
                let never = !orders.into_iter().any(|order| self.chain_fits(order));
                apart[(a - 1) * self.requests + b - 1] = never;
                apart[(b - 1) * self.requests + a - 1] = never;
            }
        }
        self.apart = apart;
    }
}
