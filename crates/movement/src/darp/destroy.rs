//! Which requests to take off their vehicles before planning them anew.

use super::model::Model;
use super::pool::Pool;
use super::solution::Solution;
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// Ways of choosing, each good at a different kind of improvement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Removal {
    /// Anyone.
    Random,
    /// Those that cost most where they are.
    Costly,
    /// Those alike in places.
    Near,
    /// Those alike in places and hours.
    Related,
    /// Neighbours on the same stretch of each route near a place.
    Stretches,
    /// Whole routes.
    Routes,
}

impl Removal {
    pub const ALL: [Self; 6] = [Self::Random, Self::Costly, Self::Near, Self::Related, Self::Stretches, Self::Routes];
}

/// For each request the others, most alike first.
pub(super) struct Likeness {
    near: Vec<Vec<usize>>,
    related: Vec<Vec<usize>>,
}

impl Likeness {
    pub fn new(model: &Model) -> Self {
        let order = |score: &dyn Fn(usize, usize) -> f64| {
            let mut lists = vec![Vec::new()];
            for a in 1..=model.requests {
                let mut others: Vec<usize> = (1..=model.requests).filter(|b| *b != a).collect();
                others.sort_by(|b, c| score(a, *b).total_cmp(&score(a, *c)).then(b.cmp(c)));
                lists.push(others);
            }
            lists
        };
        let places = |a: usize, b: usize| model.distance(a, b) + model.distance(model.drop_of(a), model.drop_of(b));
        let hour = |node: usize| (model.opens[node] + model.closes[node]) / 2.0;
        let closest = |a: usize, b: usize| {
            let (c, d) = (model.drop_of(a), model.drop_of(b));
            model.distance(a, b).min(model.distance(a, d)).min(model.distance(c, b)).min(model.distance(c, d))
        };
        let hours = |a: usize, b: usize| (hour(a) - hour(b)).abs().min((hour(model.drop_of(a)) - hour(b)).abs());
        Self { near: order(&|a, b| places(a, b)), related: order(&|a, b| closest(a, b) + 0.2 * hours(a, b)) }
    }
}

/// The requests to take off, at most about `count` of them.
pub(super) fn choose(
    removal: Removal,
    model: &Model,
    likeness: &Likeness,
    pool: &Pool,
    solution: &Solution,
    count: usize,
    rng: &mut Pcg64Mcg,
) -> Vec<usize> {
    let mut served: Vec<usize> = solution.routes.iter().flat_map(|id| pool.get(*id).requests(model)).collect();
    if served.is_empty() {
        return served;
    }
    let seed = match solution.unserved.as_slice() {
        [] => served[rng.random_range(0..served.len())],
        left => left[rng.random_range(0..left.len())],
    };
    match removal {
        Removal::Random => {
            for at in 0..count.min(served.len()) {
                let other = rng.random_range(at..served.len());
                served.swap(at, other);
            }
            served.truncate(count);
            served
        }
        Removal::Costly => {
            let mut costs: Vec<(f64, usize)> = Vec::with_capacity(served.len());
            for id in &solution.routes {
                let route = pool.get(*id);
                costs.extend(route.requests(model).map(|request| (route.saving(model, request) * rng.random_range(0.5..1.5), request)));
            }
            costs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            costs.into_iter().take(count).map(|(_, request)| request).collect()
        }
        Removal::Near => pick_alike(&likeness.near[seed], seed, count, rng),
        Removal::Related => pick_alike(&likeness.related[seed], seed, count, rng),
        Removal::Stretches => stretches(model, likeness, pool, solution, seed, count, rng),
        Removal::Routes => {
            let carriers = solution.carriers(model, pool);
            let mut taken = Vec::new();
            let mut vehicles = Vec::new();
            for request in std::iter::once(seed).chain(likeness.near[seed].iter().copied()) {
                let Some(vehicle) = carriers[request] else { continue };
                if vehicles.contains(&vehicle) {
                    continue;
                }
                vehicles.push(vehicle);
                taken.extend(pool.get(solution.routes[vehicle]).requests(model));
                if taken.len() >= count {
                    break;
                }
            }
            taken
        }
    }
}

/// The seed and others from the front of its list, the front more often.
fn pick_alike(list: &[usize], seed: usize, count: usize, rng: &mut Pcg64Mcg) -> Vec<usize> {
    let mut rest = list.to_vec();
    let mut taken = vec![seed];
    while taken.len() < count && !rest.is_empty() {
        let share: f64 = rng.random();
        let at = (share.powi(5) * rest.len() as f64) as usize;
        taken.push(rest.remove(at.min(rest.len() - 1)));
    }
    taken
}

/// Around a place, takes a stretch of consecutive riders off each route that passes.
fn stretches(
    model: &Model,
    likeness: &Likeness,
    pool: &Pool,
    solution: &Solution,
    seed: usize,
    count: usize,
    rng: &mut Pcg64Mcg,
) -> Vec<usize> {
    let carriers = solution.carriers(model, pool);
    let longest = rng.random_range(2..=count.clamp(2, 8));
    let mut taken = Vec::new();
    let mut visited = vec![false; solution.routes.len()];
    for request in std::iter::once(seed).chain(likeness.related[seed].iter().copied()) {
        if taken.len() >= count {
            break;
        }
        let Some(vehicle) = carriers[request] else { continue };
        if std::mem::replace(&mut visited[vehicle], true) {
            continue;
        }
        let riders: Vec<usize> = pool.get(solution.routes[vehicle]).requests(model).collect();
        let length = rng.random_range(1..=longest.min(riders.len()));
        let at = riders.iter().position(|rider| *rider == request).unwrap_or(0);
        let first = rng.random_range(at.saturating_sub(length - 1)..=at.min(riders.len() - length));
        taken.extend_from_slice(&riders[first..first + length]);
    }
    taken
}
