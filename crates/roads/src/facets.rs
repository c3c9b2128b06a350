//! Sharper bounds for hard Pareto searches: the convex hull of the trade-offs, from searches by weighed costs.
//!
//! A weighing `a * seconds + b * risk` has a best way through every node. What a way costs by it, at best, says how near it can
//! come to the known trade-offs; one that can't come between any two neighbours is hopeless (Aneja and Nair 1979 for the hull,
//! Raith and Ehrgott 2009 for the triangles).

use crate::corridor::{Corridor, Step};
use crate::front::{Begin, By, Front, Point};
use crate::ways::{NO_WAY, Pair, Ways};

/// Factors of a weighing are cut down to this, so that weighed costs don't overflow; any factors give bounds that hold.
const MOST_FACTOR: u64 = 1 << 24;

/// Factors of seconds and risk, and the best ways by them from the start and to the target, where near enough to matter.
struct Weighing {
    factors: Pair,
    behind: Ways,
    ahead: Ways,
}

/// A stretch of the hull between two neighbouring trade-offs on it.
struct Stretch {
    from: Pair,
    to: Pair,
    /// Weighings that bound it, each with the most that a way worth finding in this stretch may cost by it.
    planes: Vec<(usize, u64)>,
    /// Whether nothing lies below it, so that halving it gives nothing new.
    flat: bool,
}

/// The hull of the trade-offs of a corridor.
pub(crate) struct Facets {
    weighings: Vec<Weighing>,
    stretches: Vec<Stretch>,
}

fn weigh((a, b): Pair, (seconds, risk): Pair) -> u64 {
    a.saturating_mul(seconds).saturating_add(b.saturating_mul(risk))
}

impl Facets {
    /// One stretch from the fastest to the safest way, without bounds yet.
    pub(crate) fn new(front: &Front) -> Self {
        let ends = front.0.first().zip(front.0.last());
        let stretch = |(fastest, safest): (&Point, &Point)| Stretch {
            from: (fastest.seconds, fastest.risk),
            to: (safest.seconds, safest.risk),
            planes: Vec::new(),
            flat: false,
        };
        Self { weighings: Vec::new(), stretches: ends.map(stretch).into_iter().collect() }
    }

    /// Number of weighings.
    pub(crate) fn len(&self) -> usize {
        self.weighings.len()
    }

    /// Halves the stretches and takes out of the corridor what can't matter beside the front that this gives.
    pub(crate) fn sharpen(&mut self, corridor: &mut Corridor, front: &mut Front) {
        self.halve(corridor, front);
        corridor.keep(|corridor, step| self.hopeful(corridor, front, step));
    }

    /// Halves every stretch that is not flat by searches from both ends, side by side; trade-offs met are offered to the front.
    fn halve(&mut self, corridor: &Corridor, front: &mut Front) {
        let (open, mut stretches): (Vec<Stretch>, Vec<Stretch>) =
            std::mem::take(&mut self.stretches).into_iter().partition(|stretch| !stretch.flat);
        let found: Vec<Option<Weighing>> = std::thread::scope(|scope| {
            let search = |stretch: &Stretch| {
                let (from, to) = (stretch.from, stretch.to);
                let factors = shrink(from.1.saturating_sub(to.1), to.0.saturating_sub(from.0));
                let most = weigh(factors, (to.0, from.1));
                let way =
                    move |outward: bool| corridor.ways(outward, |cost| (weigh(factors, cost), 0), |_, cost| weigh(factors, cost) <= most);
                (factors, scope.spawn(move || way(true)), scope.spawn(move || way(false)))
            };
            let running: Vec<_> = open.iter().map(search).collect();
            let both = running.into_iter().map(|(factors, behind, ahead)| Some((factors, behind.join().ok()?, ahead.join().ok()?)));
            both.map(|both| both.map(|(factors, behind, ahead)| Weighing { factors, behind, ahead })).collect()
        });
        for (mut stretch, weighing) in open.into_iter().zip(found) {
            let Some(weighing) = weighing else {
                stretches.push(Stretch { flat: true, ..stretch });
                continue;
            };
            let number = self.weighings.len();
            let middle = weighing.ahead.costs[corridor.from as usize];
            let of = |cost: Pair| weigh(weighing.factors, cost);
            let below = of(middle) < of(stretch.from).min(of(stretch.to));
            meet(corridor, &weighing, number, front);
            self.weighings.push(weighing);
            stretch.planes.push((number, u64::MAX));
            if below && stretch.from.0 < middle.0 && middle.0 < stretch.to.0 {
                stretches.push(Stretch { to: middle, planes: stretch.planes.clone(), ..stretch });
                stretches.push(Stretch { from: middle, ..stretch });
            } else {
                stretches.push(Stretch { flat: true, ..stretch });
            }
        }
        stretches.sort_by_key(|stretch| stretch.from);
        self.stretches = stretches;
        (0..self.stretches.len()).for_each(|at| self.tighten(at, front));
    }

    /// Whether a way that costs `at_best` in all, and at best so much by each weighing, may still be better than every known one.
    fn may_win(&self, at_best: Pair, by: impl Fn(usize) -> Option<Pair>) -> bool {
        let first = self.stretches.partition_point(|stretch| stretch.to.0 <= at_best.0);
        let within = self.stretches.iter().skip(first).take_while(|stretch| stretch.from.1 > at_best.1);
        let near = |(number, most): &(usize, u64)| by(*number).is_some_and(|cost| weigh(self.weighings[*number].factors, cost) <= *most);
        within.into_iter().any(|stretch| stretch.planes.iter().all(near))
    }

    /// Whether a way over an arc between two nodes of the corridor may be better than every known one.
    pub(crate) fn hopeful(&self, corridor: &Corridor, front: &Front, step: &Step) -> bool {
        let (tail, head, cost) = (step.tail as usize, step.head as usize, step.cost);
        let sum = |a: Pair, b: Pair| (a.0 + b.0, a.1 + b.1);
        let at_best = corridor.at_best(step);
        front.misses(at_best)
            && self.may_win(at_best, |number| {
                let (behind, ahead) = (self.weighings[number].behind.costs[tail], self.weighings[number].ahead.costs[head]);
                (behind.0 != NO_WAY && ahead.0 != NO_WAY).then(|| sum(sum(behind, cost), ahead))
            })
    }

    /// Whether a label may lead to a way that is better than every known one; `left` by weighing, as [`Facets::left`] has it.
    pub(crate) fn leads_on(&self, so_far: Pair, at_best: Pair, left: &[Pair]) -> bool {
        self.may_win(at_best, |number| {
            let left = left[number];
            (left.0 != NO_WAY).then(|| (so_far.0 + left.0, so_far.1 + left.1))
        })
    }

    /// What is left by each weighing from some nodes, node by node.
    pub(crate) fn left(&self, nodes: &[u32]) -> Vec<Pair> {
        nodes.iter().flat_map(|node| self.weighings.iter().map(|weighing| weighing.ahead.costs[*node as usize])).collect()
    }

    /// Takes note that the front has a new point.
    pub(crate) fn taken(&mut self, seconds: u64, front: &Front) {
        let at = self.stretches.partition_point(|stretch| stretch.to.0 <= seconds);
        if at < self.stretches.len() {
            self.tighten(at, front);
        }
    }

    /// What a way between two neighbours of the front may cost at most: a second and a millionth less than both together.
    fn tighten(&mut self, at: usize, front: &Front) {
        let stretch = &mut self.stretches[at];
        let known = front.between(stretch.from.0, stretch.to.0);
        for (number, most) in &mut stretch.planes {
            let factors = self.weighings[*number].factors;
            let corner = |pair: &[Point]| weigh(factors, (pair[1].seconds.saturating_sub(1), pair[0].risk.saturating_sub(1)));
            *most = known.windows(2).map(corner).max().unwrap_or(0);
        }
    }

    /// The arcs of the corridor from a node to the target by a weighing, in order.
    pub(crate) fn follow_ahead(&self, corridor: &Corridor, weighing: usize, node: u32) -> Vec<u32> {
        self.weighings[weighing].ahead.follow(node, |step| corridor.steps[step as usize].head)
    }

    /// The arcs of the corridor from the start to a node by a weighing, in order.
    pub(crate) fn follow_behind(&self, corridor: &Corridor, weighing: usize, node: u32) -> Vec<u32> {
        let mut steps = self.weighings[weighing].behind.follow(node, |step| corridor.steps[step as usize].tail);
        steps.reverse();
        steps
    }
}

/// Offers the ways that go to each node or on from it by a weighing.
fn meet(corridor: &Corridor, weighing: &Weighing, number: usize, front: &mut Front) {
    let by = By::Weighing(number);
    for (node, around) in corridor.around.iter().enumerate() {
        let (behind, ahead) = (weighing.behind.costs[node], weighing.ahead.costs[node]);
        let place = corridor.nodes[node].0;
        if behind.0 != NO_WAY {
            front.offer(Point::new(Begin::Node(place, by), behind, By::Time, around.fastest));
            front.offer(Point::new(Begin::Node(place, by), behind, By::Risk, around.safest));
            if ahead.0 != NO_WAY {
                front.offer(Point::new(Begin::Node(place, by), behind, by, ahead));
            }
        }
    }
}

/// Factors in about the same proportion, from 1 to [`MOST_FACTOR`].
fn shrink(a: u64, b: u64) -> Pair {
    let too_long = (u64::BITS - a.max(b).leading_zeros()).saturating_sub(MOST_FACTOR.ilog2());
    ((a >> too_long).max(1), (b >> too_long).max(1))
}
