//! How each tier fares, beside the officer rule and the proven bound.

use crate::bound::Bound;
use crate::build::Built;
use crate::plan::{Measure, Queued, TierSummary};
use crate::schedule::Harm;

/// Per tier and in total. Waiting is counted from the moment the plan was made ([`crate::plan::Plan::from`]), for those not yet under way.
pub(super) fn measures(built: &Built, queue: &[Queued], harm: &Harm, rule: &Harm, bounds: &Bound) -> (Vec<TierSummary>, Measure) {
    let tiers = (1..=4u8).map(|tier| {
        let own = || queue.iter().filter(move |q| q.tier == tier);
        let waits: Vec<(f64, u32)> = own().filter_map(|q| Some((q.pickup?.hours_since(built.terms.from).max(0.0), q.people))).collect();
        let moved: u32 = waits.iter().map(|w| w.1).sum();
        let at = usize::from(tier) - 1;
        TierSummary {
            tier,
            people: own().map(|q| q.people).sum(),
            moved,
            mean_wait_hours: waits.iter().map(|(hours, people)| hours * f64::from(*people)).sum::<f64>() / f64::from(moved.max(1)),
            last_wait_hours: waits.iter().map(|w| w.0).fold(0.0, f64::max),
            measure: Measure { harm: harm.tiers[at], officer: rule.tiers[at], bound: bounds.tiers[at] },
        }
    });
    (tiers.collect(), Measure { harm: harm.total, officer: rule.total, bound: bounds.total })
}
