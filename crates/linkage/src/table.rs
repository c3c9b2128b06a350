//! How much more often two symbols stand for one sound of one name than by chance, learnt from names in two scripts.

use crate::symbol::{SYMBOLS, Symbol};

/// Log-odds (natural) per pair of symbols, and per symbol that the other name lacks.
#[derive(Debug, Clone)]
pub struct Table {
    pair: Vec<f32>,
    /// Not in the other name: which writes vowels; which leaves them out.
    lone: [Vec<f32>; 2],
}

/// The learnt table: see `examples/learn.rs`.
const SHIPPED: &str = include_str!("correspondence.tsv");
/// Symbols of scripts that nothing was learnt from: set by how the scripts are read (expert judgement, no source counts them).
const RULES: &str = include_str!("rules.tsv");

/// For pairs that nobody has seen.
const UNSEEN: f32 = -5.0;

impl Table {
    /// The table in the program.
    pub fn shipped() -> Self {
        let mut table = Self::read(SHIPPED);
        table.add(RULES);
        table
    }

    /// From lines `symbol<TAB>symbol<TAB>log-odds`; a first column of `-` or `~` means: lacking in a name that writes vowels, or leaves them out.
    pub fn read(text: &str) -> Self {
        let mut table = Self { pair: vec![UNSEEN; SYMBOLS * SYMBOLS], lone: [vec![UNSEEN; SYMBOLS], vec![UNSEEN; SYMBOLS]] };
        table.add(text);
        table
    }

    fn add(&mut self, text: &str) {
        for line in text.lines() {
            let mut cells = line.split('\t');
            let (Some(a), Some(b), Some(odds)) = (cells.next(), cells.next(), cells.next().and_then(|c| c.parse().ok())) else { continue };
            let Some(b) = Symbol::of(b) else { continue };
            match a {
                "-" => self.set_lone(b, false, odds),
                "~" => self.set_lone(b, true, odds),
                a => {
                    if let Some(a) = Symbol::of(a) {
                        self.set(a, b, odds);
                    }
                }
            }
        }
    }

    /// Log-odds of two symbols for one sound.
    pub fn pair(&self, a: Symbol, b: Symbol) -> f32 {
        self.pair.get(a.at() * SYMBOLS + b.at()).copied().unwrap_or(UNSEEN)
    }

    /// Log-odds of each symbol with this one.
    pub(crate) fn row(&self, symbol: Symbol) -> &[f32] {
        self.pair.get(symbol.at() * SYMBOLS..(symbol.at() + 1) * SYMBOLS).unwrap_or_default()
    }

    /// Log-odds of a symbol that the other name lacks; `bare`: the other leaves vowels out.
    pub fn lone(&self, symbol: Symbol, bare: bool) -> f32 {
        self.lone[usize::from(bare)].get(symbol.at()).copied().unwrap_or(UNSEEN)
    }

    fn set(&mut self, a: Symbol, b: Symbol, odds: f32) {
        for (a, b) in [(a, b), (b, a)] {
            if let Some(slot) = self.pair.get_mut(a.at() * SYMBOLS + b.at()) {
                *slot = odds;
            }
        }
    }

    fn set_lone(&mut self, symbol: Symbol, bare: bool, odds: f32) {
        if let Some(slot) = self.lone[usize::from(bare)].get_mut(symbol.at()) {
            *slot = odds;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RULES, SHIPPED, Symbol};

    #[test]
    fn every_line_of_the_tables_counts() {
        for line in SHIPPED.lines().chain(RULES.lines()) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [a, b, odds] = cells.as_slice() else { panic!("{line}") };
            assert!(matches!(*a, "-" | "~") || Symbol::of(a).is_some(), "{line}");
            assert!(Symbol::of(b).is_some() && odds.parse::<f32>().is_ok(), "{line}");
        }
    }
}
