//! How each tier fares, beside the officer rule and the proven bound.

use crate::bound::Bound;
use crate::build::Built;
use crate::operation::Operation;
use crate::plan::{Measure, Queued, TierSummary};
use crate::schedule::Harm;

/// Per tier and in total. Waiting is counted from the moment the plan was made ([`crate::plan::Plan::from`]), for those not yet under way.
///
/// Those held before the search wait until the end, whatever the plan: their harm stands beside it.
pub(super) fn measures(
    operation: &Operation,
    built: &Built,
    queue: &[Queued],
    harm: &Harm,
    rule: &Harm,
    bounds: &Bound,
) -> (Vec<TierSummary>, Measure) {
    let (held, people) = held(operation, built);
    let weights = operation.settings.tiers.weights;
    let tiers = (1..=4u8).map(|tier| {
        let own = || queue.iter().filter(move |q| q.tier == tier);
        let waits: Vec<(f64, u32)> = own().filter_map(|q| Some((q.pickup?.hours_since(built.terms.from).max(0.0), q.people))).collect();
        let moved: u32 = waits.iter().map(|w| w.1).sum();
        let at = usize::from(tier) - 1;
        TierSummary {
            tier,
            people: own().map(|q| q.people).sum(),
            moved,
            held: people[usize::from(tier) - 1],
            mean_wait_hours: waits.iter().map(|(hours, people)| hours * f64::from(*people)).sum::<f64>() / f64::from(moved.max(1)),
            last_wait_hours: waits.iter().map(|w| w.0).fold(0.0, f64::max),
            measure: Measure { harm: harm.tiers[at], officer: rule.tiers[at], bound: bounds.tiers[at], held: held[at] },
        }
    });
    let weighed = held.iter().zip(weights).map(|(h, w)| h * w).sum();
    (tiers.collect(), Measure { harm: harm.total, officer: rule.total, bound: bounds.total, held: weighed })
}

/// Harm and people held before any search, per tier.
fn held(operation: &Operation, built: &Built) -> ([f64; 4], [u32; 4]) {
    let (mut harm, mut people) = ([0.0; 4], [0; 4]);
    let floor = operation.settings.hazards.floor_per_hour * built.terms.hazard_scale;
    let hours = built.problem.horizon as f64 / 3600.0;
    for household in
        built.held.iter().filter_map(|h| built.groups.get(h.group)).flat_map(|g| g.households.iter().map(move |h| (g.tier, *h)))
    {
        let (tier, h) = household;
        let Some(household) = operation.households.get(h) else { continue };
        let hazard = household.site.and_then(|s| built.costs.places.get(s)).copied().unwrap_or(floor);
        let at = usize::from(tier.clamp(1, 4)) - 1;
        harm[at] += hazard * hours * household.members.len() as f64;
        people[at] += household.members.len() as u32;
    }
    (harm, people)
}
