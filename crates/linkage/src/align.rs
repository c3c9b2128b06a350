//! Two words sound by sound: the best pairing of their symbols in order.

use crate::script::LONGEST;
use crate::symbol::Symbol;
use crate::table::Table;

/// A word to compare: its symbols, and whether its script leaves vowels out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sounds {
    /// Arabic and Hebrew.
    pub bare: bool,
    /// In order.
    pub symbols: Vec<Symbol>,
}

impl Sounds {
    /// Log-odds that both are one name rather than two strangers': the best pairing in order. Cost: product of lengths.
    pub fn likeness(&self, other: &Self, table: &Table) -> f32 {
        let (rows, columns) = (self.symbols.as_slice(), other.symbols.as_slice());
        let mut above = [0.0f32; LONGEST * 2 + 1];
        let mut sum = 0.0;
        for (j, &b) in columns.iter().enumerate().take(LONGEST * 2) {
            sum += table.lone(b, self.bare);
            above[j + 1] = sum;
        }
        for &a in rows {
            let alone = table.lone(a, other.bare);
            let mut diagonal = above[0];
            above[0] += alone;
            let mut left = above[0];
            for (j, &b) in columns.iter().enumerate().take(LONGEST * 2) {
                let best = (diagonal + table.pair(a, b)).max(above[j + 1] + alone).max(left + table.lone(b, self.bare));
                diagonal = above[j + 1];
                above[j + 1] = best;
                left = best;
            }
        }
        above.get(columns.len().min(LONGEST * 2)).copied().unwrap_or(0.0)
    }
}
