//! Units that could be moved and are on no trip.

/// Position that means "not in the bank".
const OUT: usize = usize::MAX;

/// A set of units that is quick to enter, leave, draw from and set back.
#[derive(Debug, Clone, Default)]
pub(super) struct Bank {
    units: Vec<usize>,
    place: Vec<usize>,
    /// What happened since [`Self::mark`]: unit, and whether it came in.
    log: Vec<(usize, bool)>,
}

impl Bank {
    /// A bank of some of `n` units.
    pub fn new(n: usize, units: impl Iterator<Item = usize>) -> Self {
        let mut bank = Self { units: Vec::new(), place: vec![OUT; n], log: Vec::new() };
        units.for_each(|u| bank.enter(u));
        bank.log.clear();
        bank
    }

    /// Units in it, in no meaningful order.
    pub fn units(&self) -> &[usize] {
        &self.units
    }

    /// Units that came in since the mark and are still in it.
    pub fn fallen(&self) -> impl Iterator<Item = usize> {
        self.log.iter().filter(|&&(u, entered)| entered && self.place[u] != OUT).map(|&(u, _)| u)
    }

    /// Forgets what happened.
    pub fn mark(&mut self) {
        self.log.clear();
    }

    /// Goes back to the mark.
    pub fn roll_back(&mut self) {
        while let Some((u, entered)) = self.log.pop() {
            if entered { self.take(u) } else { self.put(u) }
        }
    }

    pub fn enter(&mut self, u: usize) {
        self.put(u);
        self.log.push((u, true));
    }

    pub fn leave(&mut self, u: usize) {
        self.take(u);
        self.log.push((u, false));
    }

    fn put(&mut self, u: usize) {
        if self.place[u] == OUT {
            self.place[u] = self.units.len();
            self.units.push(u);
        }
    }

    fn take(&mut self, u: usize) {
        let at = std::mem::replace(&mut self.place[u], OUT);
        if at != OUT {
            self.units.swap_remove(at);
            if let Some(&moved) = self.units.get(at) {
                self.place[moved] = at;
            }
        }
    }
}
