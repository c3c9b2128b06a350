//! The best trade-offs known so far, and where a better one could still lie.

use crate::ways::Pair;

/// Which best way is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Time,
    Risk,
    /// The weighing of this number.
    Weighing(usize),
}

/// How a trade-off begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Begin {
    /// Along a label's way.
    Label(u32),
    /// By the best way to a node of the corridor.
    Node(u32, By),
}

/// Seconds and risk of a known way: how it begins, and by which best way it goes on to the target.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Point {
    pub(crate) seconds: u64,
    pub(crate) risk: u64,
    pub(crate) begin: Begin,
    pub(crate) then: By,
}

impl Point {
    /// From the costs of its two parts.
    pub(crate) fn new(begin: Begin, so_far: Pair, then: By, left: Pair) -> Self {
        Self { seconds: so_far.0 + left.0, risk: so_far.1 + left.1, begin, then }
    }
}

/// Known ways that none of the others beats, by ascending seconds and descending risk.
#[derive(Debug, Default)]
pub(crate) struct Front(pub(crate) Vec<Point>);

impl Front {
    /// Takes a way unless one known is at least as good; drops those it beats. Says whether it was taken.
    pub(crate) fn offer(&mut self, point: Point) -> bool {
        let after = self.0.partition_point(|known| known.seconds <= point.seconds);
        let before = after.checked_sub(1).and_then(|at| self.0.get(at));
        if before.is_some_and(|known| known.risk <= point.risk) {
            return false;
        }
        let first = if before.is_some_and(|known| known.seconds == point.seconds) { after - 1 } else { after };
        let beaten = self.0.iter().skip(first).take_while(|known| known.risk >= point.risk).count();
        self.0.splice(first..first + beaten, [point]);
        true
    }

    /// The least risk known for at most so many seconds.
    pub(crate) fn risk_by(&self, seconds: u64) -> u64 {
        let after = self.0.partition_point(|known| known.seconds <= seconds);
        after.checked_sub(1).and_then(|at| self.0.get(at)).map_or(u64::MAX, |known| known.risk)
    }

    /// Whether no known way is at least as good.
    pub(crate) fn misses(&self, (seconds, risk): (u64, u64)) -> bool {
        risk < self.risk_by(seconds)
    }

    /// The points from one time to another, both included.
    pub(crate) fn between(&self, from: u64, to: u64) -> &[Point] {
        let first = self.0.partition_point(|known| known.seconds < from);
        let after = self.0.partition_point(|known| known.seconds <= to);
        self.0.get(first..after).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn only_what_nothing_beats_is_kept(offers in prop::collection::vec((0u64..9, 0u64..9), 0..30), by in 0u64..9) {
            let mut front = Front::default();
            offers.iter().for_each(|(seconds, risk)| {
                front.offer(Point { seconds: *seconds, risk: *risk, begin: Begin::Label(0), then: By::Time });
            });
            let beaten = |a: &(u64, u64)| offers.iter().any(|b| b != a && b.0 <= a.0 && b.1 <= a.1);
            let mut expected: Vec<(u64, u64)> = offers.iter().filter(|a| !beaten(a)).copied().collect();
            expected.sort_unstable();
            expected.dedup();
            prop_assert_eq!(front.0.iter().map(|p| (p.seconds, p.risk)).collect::<Vec<_>>(), expected);
            let least = offers.iter().filter(|p| p.0 <= by).map(|p| p.1).min();
            prop_assert_eq!(front.risk_by(by), least.unwrap_or(u64::MAX));
        }
    }
}
