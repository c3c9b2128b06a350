//! What each level of agreement is worth (Fellegi and Sunter 1969), and learning it from pairs of which nobody said whether they match.
//!
//! In: levels of pairs. Out: match weights (natural log-odds) and probabilities. Always true: a part that is missing adds nothing.

use crate::compare::{Level, Part};

/// Most levels that a part has.
const LEVELS: usize = 7;

/// Chances of each level among pairs that match, and among strangers.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    matching: [[f32; LEVELS]; Part::ALL.len()],
    strangers: [[f32; LEVELS]; Part::ALL.len()],
    /// How many of the list each of those asked for is, on average: below 1 where one at most is expected.
    pub found: f32,
}

/// How many people asked for may be in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// A list without repetitions: candidates compete.
    OneAtMost,
    /// A list in which the same person may stand several times.
    Any,
}

/// Starting values in the order of [`Part::ALL`] (expert judgement; learning moves them): matching, then strangers. Each row sums to 1.
const START: [([f32; LEVELS], [f32; LEVELS]); Part::ALL.len()] = [
    ([0.55, 0.18, 0.12, 0.08, 0.04, 0.03, 0.0], [0.00005, 0.0001, 0.0005, 0.003, 0.02, 0.97635, 0.0]),
    ([0.2, 0.3, 0.25, 0.15, 0.06, 0.04, 0.0], [0.00005, 0.0001, 0.0005, 0.003, 0.02, 0.97635, 0.0]),
    ([0.6, 0.12, 0.12, 0.08, 0.04, 0.02, 0.02], [0.00004, 0.0006, 0.015, 0.03, 0.06, 0.10, 0.79436]),
    ([0.25, 0.4, 0.22, 0.09, 0.04, 0.0, 0.0], [0.015, 0.06, 0.09, 0.13, 0.705, 0.0, 0.0]),
    ([0.985, 0.015, 0.0, 0.0, 0.0, 0.0, 0.0], [0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0]),
    ([0.72, 0.08, 0.04, 0.16, 0.0, 0.0, 0.0], [0.01, 0.005, 0.015, 0.97, 0.0, 0.0, 0.0]),
    ([0.35, 0.45, 0.2, 0.0, 0.0, 0.0, 0.0], [0.0001, 0.01, 0.9899, 0.0, 0.0, 0.0, 0.0]),
    ([0.85, 0.08, 0.07, 0.0, 0.0, 0.0, 0.0], [0.00001, 0.0001, 0.99989, 0.0, 0.0, 0.0, 0.0]),
    ([0.6, 0.4, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0001, 0.9999, 0.0, 0.0, 0.0, 0.0, 0.0]),
];

/// Pairs that the starting values count as, so that a short list doesn't unlearn them.
const PRIOR: f32 = 100.0;
/// Share of what rarity says: the words of a name depend on each other (families, neighbours, fashions).
const SHARED: f32 = 0.8;
/// The same for relatives, whose names stand in the person's own as well.
const SHARED_BY_RELATIVES: f32 = 0.5;
/// Most that rarity may say: nobody's name proves who they are.
const MOST: f32 = 12.0;
/// Parts are not independent; the sum says too much by about so much (expert judgement; not measured by itself).
const DEPENDENCE: f32 = 0.9;

impl Default for Model {
    fn default() -> Self {
        Self { matching: START.map(|s| s.0), strangers: START.map(|s| s.1), found: 0.8 }
    }
}

impl Model {
    /// Natural log-odds that one level adds.
    pub fn weight(&self, level: &Level) -> f32 {
        let row = level.part as usize;
        let chance = |rows: &[[f32; LEVELS]]| rows.get(row).and_then(|r| r.get(level.level)).copied().unwrap_or(0.0).max(1e-6);
        let strangers = match level.rarity {
            Some(rarity) => -(rarity * if level.part == Part::Relatives { SHARED_BY_RELATIVES } else { SHARED }).min(MOST),
            None => chance(&self.strangers).ln(),
        };
        chance(&self.matching).ln() - strangers
    }

    /// Match weight: natural log-odds against two strangers.
    pub fn total(&self, levels: &[Level]) -> f32 {
        DEPENDENCE * levels.iter().map(|level| self.weight(level)).sum::<f32>()
    }

    /// Probability of each candidate of one person asked for, by match weights, in a list of `size` people.
    pub fn probabilities(&self, totals: &[f32], size: usize, expect: Expect) -> Vec<f32> {
        let most = if expect == Expect::OneAtMost { 0.999 } else { size as f64 };
        let found = f64::from(self.found).max(0.001).min(most);
        let odds: Vec<f64> = totals.iter().map(|w| f64::from(w.min(60.0)).exp() * found / size.max(1) as f64).collect();
        let all: f64 = odds.iter().sum();
        let share = |odds: &f64| match expect {
            Expect::OneAtMost => odds / (1.0 - found + all),
            Expect::Any => odds / (1.0 + odds),
        };
        odds.iter().map(|o| share(o) as f32).collect()
    }

    /// How often strangers agree at each level, counted over pairs drawn at random.
    pub fn learn_strangers<'a>(&mut self, pairs: impl IntoIterator<Item = &'a [Level]>) {
        let mut counts = START.map(|s| s.1.map(|u| u * PRIOR));
        pairs.into_iter().flatten().for_each(|level| add(&mut counts, level, 1.0));
        self.strangers = counts.map(shares);
    }

    /// Expectation and maximisation: how often people asked for agree with themselves at each level, from the candidates of each of them.
    pub fn learn(&mut self, asked: &[Vec<Vec<Level>>], size: usize, expect: Expect, rounds: usize) {
        for _ in 0..rounds {
            let mut counts = START.map(|s| s.0.map(|m| m * PRIOR));
            let mut found = 0.0;
            for candidates in asked {
                let totals: Vec<f32> = candidates.iter().map(|levels| self.total(levels)).collect();
                for (levels, probability) in candidates.iter().zip(self.probabilities(&totals, size, expect)) {
                    found += probability;
                    levels.iter().for_each(|level| add(&mut counts, level, probability));
                }
            }
            self.matching = counts.map(shares);
            self.found = (found + 1.0) / (asked.len() as f32 + 2.0);
        }
    }
}

fn add(counts: &mut [[f32; LEVELS]], level: &Level, by: f32) {
    if let Some(slot) = counts.get_mut(level.part as usize).and_then(|row| row.get_mut(level.level)) {
        *slot += by;
    }
}

fn shares(counts: [f32; LEVELS]) -> [f32; LEVELS] {
    let all: f32 = counts.iter().sum();
    counts.map(|c| c / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(part: Part, level: usize, rarity: Option<f32>) -> Level {
        Level { part, level, rarity }
    }

    #[test]
    fn weights_are_those_computed_by_hand() {
        let model = Model::default();
        let near = |a: f32, b: f32| assert!((a - b).abs() < 1e-3, "{a} {b}");
        // ln(0.985 / 0.5), ln(0.015 / 0.5), ln(0.25 / 0.015).
        near(model.weight(&level(Part::Sex, 0, None)), 0.6780);
        near(model.weight(&level(Part::Sex, 1, None)), -3.5066);
        near(model.weight(&level(Part::BirthEstimated, 0, None)), 2.8134);
        // ln 0.55 + 0.8 x 9.
        near(model.weight(&level(Part::Name, 0, Some(9.0))), 6.6022);
        near(model.total(&[level(Part::Sex, 0, None), level(Part::Name, 0, Some(9.0))]), 0.9 * 7.2802);
        near(model.total(&[]), 0.0);
    }

    #[test]
    fn rows_of_the_starting_values_sum_to_one() {
        for (matching, strangers) in START {
            assert!(
                (matching.iter().sum::<f32>() - 1.0).abs() < 1e-4 && (strangers.iter().sum::<f32>() - 1.0).abs() < 1e-4,
                "{matching:?} {strangers:?}"
            );
        }
    }

    #[test]
    fn probabilities_are_those_computed_by_hand() {
        let model = Model { found: 0.5, ..Model::default() };
        // Odds e^ln(10) x 0.5 / 10 = 0.5 each: 0.5 / (0.5 + 1), and 0.5 / 1.5 alone.
        let two = [10f32.ln(), 10f32.ln()];
        let near = |found: Vec<f32>, each: f32| assert!(found.iter().all(|p| (p - each).abs() < 1e-4), "{found:?}");
        near(model.probabilities(&two, 10, Expect::OneAtMost), 1.0 / 3.0);
        near(model.probabilities(&two, 10, Expect::Any), 1.0 / 3.0);
        near(model.probabilities(&two[..1], 10, Expect::OneAtMost), 0.5);
    }

    #[test]
    fn learning_finds_how_often_a_part_is_wrong() {
        // A quarter of those asked for have the wrong sex; the name leaves no doubt.
        let right = |n: usize| vec![vec![level(Part::Name, 0, Some(15.0)), level(Part::Sex, usize::from(n.is_multiple_of(4)), None)]];
        let asked: Vec<_> = (0..4000).map(right).collect();
        let mut model = Model::default();
        model.learn(&asked, 100, Expect::OneAtMost, 10);
        let wrong = model.matching[Part::Sex as usize][1];
        assert!((wrong - 0.244).abs() < 0.01, "{wrong}");
        assert!(model.found > 0.95, "{}", model.found);
    }
}
