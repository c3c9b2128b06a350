//! Two lists, or one list with itself, to pairs that a person should look at.

use crate::find::{Finder, Learnt, Proposal};
use crate::record::Record;

/// Which pairs to list.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// So many for each person asked for.
    pub top: usize,
    /// None less likely than this.
    pub least: f32,
}

/// Pairs, and what is estimated to be missing.
#[derive(Debug, Clone)]
pub struct Pairs {
    /// Place of the person asked for, and who is proposed, in the order of those asked for and then by likelihood.
    pub pairs: Vec<(usize, Proposal)>,
    /// What the lists taught.
    pub learnt: Learnt,
    /// Estimated share of the true pairs that are not in `pairs`: too unlikely, too far down, or not reached at all.
    pub missed: f32,
}

/// Finds each of `asked` in the list; `each` is told how many are done.
pub fn link(asked: &[Record], finder: &mut Finder, wanted: Wanted, each: impl FnMut(usize)) -> Pairs {
    let learnt = finder.learn(asked);
    collect(asked, finder, wanted, learnt, false, each)
}

/// Finds records of the list that may be of one person; each pair once.
pub fn duplicates(finder: &mut Finder, wanted: Wanted, each: impl FnMut(usize)) -> Pairs {
    let all = finder.records().to_vec();
    let learnt = finder.learn(&all);
    collect(&all, finder, wanted, learnt, true, each)
}

fn collect(asked: &[Record], finder: &Finder, wanted: Wanted, learnt: Learnt, own: bool, mut each: impl FnMut(usize)) -> Pairs {
    let (mut listed, mut all) = (0.0f64, 0.0f64);
    let mut pairs = Vec::new();
    for (n, record) in asked.iter().enumerate() {
        each(n);
        for (rank, proposal) in finder.find(record, usize::MAX, own.then_some(n)).into_iter().enumerate() {
            if own && proposal.at < n {
                continue;
            }
            all += f64::from(proposal.probability);
            if rank < wanted.top && proposal.probability >= wanted.least {
                listed += f64::from(proposal.probability);
                pairs.push((n, proposal));
            }
        }
    }
    let expected = all / f64::from(1.0 - learnt.unreached.unwrap_or(0.0)).max(0.01);
    let missed = if expected > 0.0 { (1.0 - listed / expected).clamp(0.0, 1.0) as f32 } else { 0.0 };
    Pairs { pairs, learnt, missed }
}
