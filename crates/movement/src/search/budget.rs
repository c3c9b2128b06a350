//! How much is left: rounds that are counted, a share of time that the caller tells, or cycles of growing length.

use super::saved::Saved;
use super::solve::Progress;
use std::cell::Cell;

/// Rounds of the first cycle where the end is not known; each is twice as long as the one before.
const FIRST_CYCLE: u64 = 8_000;
/// How often the caller is asked.
const ASK_EVERY: u64 = 32;

/// What is left of the search.
pub(super) struct Budget<'a> {
    keep_going: &'a mut dyn FnMut(&Progress) -> bool,
    /// Rounds made.
    pub made: u64,
    /// Told to stop, or all rounds made.
    pub stopped: bool,
    /// Cycles begun.
    pub cycles: u64,
    limit: Option<u64>,
    share: Option<f64>,
    began: u64,
    length: u64,
}

impl<'a> Budget<'a> {
    pub fn new(limit: Option<u64>, keep_going: &'a mut dyn FnMut(&Progress) -> bool) -> Self {
        Self { keep_going, made: 0, stopped: false, cycles: 0, limit, share: None, began: 0, length: limit.unwrap_or(FIRST_CYCLE) }
    }

    /// Begins a cycle, if there is anything left.
    pub fn next_cycle(&mut self) -> bool {
        if self.stopped || self.cycles > 0 && (self.limit.is_some() || self.share.is_some()) {
            return false;
        }
        if self.cycles > 0 {
            self.length *= 2;
        }
        self.cycles += 1;
        self.began = self.made;
        true
    }

    /// How much of the cycle is over, 0 to 1.
    pub fn done(&self) -> f64 {
        match (self.limit, self.share) {
            (None, Some(share)) => share,
            _ => (self.made - self.began) as f64 / self.length.max(1) as f64,
        }
    }

    /// Whether another round may be made before `to` of the cycle is over.
    pub fn goes_on(&mut self, to: f64, best: &Saved) -> bool {
        if self.stopped {
            return false;
        }
        if self.made.is_multiple_of(ASK_EVERY) {
            let spent = Cell::new(None);
            let progress = Progress { iterations: self.made, tiers: best.harm, waiting: best.bank.units().len(), spent };
            self.stopped = !(self.keep_going)(&progress);
            self.share = progress.spent.get().or(self.share);
        }
        if self.limit.is_some_and(|limit| self.made >= limit) {
            self.stopped = true;
        }
        !self.stopped && self.done() < to
    }
}
