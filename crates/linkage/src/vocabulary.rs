//! The distinct words of many names, in an order that lets one reading compare them all.
//!
//! In: words; then one word to compare. Out: every word whose likeness exceeds a threshold. Always true: what is passed over lies below it (the
//! bound counts the best that each sound still to come could give). Words are sorted, so that rows of the comparison are shared by words that begin
//! alike; where no ending could reach the threshold, all words with that beginning are passed over. Cost: by pieces of words that stay in reach.

use crate::align::Sounds;
use crate::script::LONGEST;
use crate::symbol::Symbol;
use crate::table::Table;

/// Words in order, without repetition.
#[derive(Debug, Default)]
pub struct Vocabulary {
    symbols: Vec<Symbol>,
    words: Vec<Entry>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    start: u32,
    length: u8,
    /// How many symbols it has in common with the word before it.
    shared: u8,
    bare: bool,
}

const WIDTH: usize = LONGEST + 1;

impl Vocabulary {
    /// From words in ascending order, each once.
    pub fn new(sorted: &[Sounds]) -> Self {
        let mut found = Self::default();
        let mut before: Option<&Sounds> = None;
        for word in sorted {
            let symbols = word.symbols.get(..LONGEST.min(word.symbols.len())).unwrap_or_default();
            let shared = before
                .filter(|b| b.bare == word.bare)
                .map_or(0, |b| b.symbols.iter().zip(symbols).take_while(|(x, y)| x == y).count().min(LONGEST));
            let entry = Entry { start: found.symbols.len() as u32, length: symbols.len() as u8, shared: shared as u8, bare: word.bare };
            found.words.push(entry);
            found.symbols.extend_from_slice(symbols);
            before = Some(word);
        }
        found
    }

    /// Symbols of a word.
    pub fn symbols(&self, word: u32) -> &[Symbol] {
        let entry = self.words.get(word as usize);
        entry.and_then(|e| self.symbols.get(e.start as usize..e.start as usize + usize::from(e.length))).unwrap_or_default()
    }

    /// Whether a word's script leaves vowels out.
    pub fn bare(&self, word: u32) -> bool {
        self.words.get(word as usize).is_some_and(|e| e.bare)
    }

    /// Words liker to `query` than `threshold` (log-odds), in order.
    pub fn liker(&self, query: &Sounds, threshold: f32, table: &Table) -> Vec<(u32, f32)> {
        let asked = query.symbols.get(..LONGEST.min(query.symbols.len())).unwrap_or_default();
        let n = asked.len();
        // The best that the sounds from each place on could give.
        let mut to_come = [0.0f32; WIDTH];
        for (j, &symbol) in asked.iter().enumerate().rev() {
            to_come[j] = to_come[j + 1] + Symbol::all().map(|s| table.pair(s, symbol)).fold(0.0, f32::max);
        }
        let mut rows = [[0.0f32; WIDTH]; WIDTH];
        let mut found = Vec::new();
        // Depth up to which `rows` hold the word before; words that share more than `dead` symbols with it can't reach the threshold.
        let (mut ready, mut dead, mut bare) = (0usize, usize::MAX, None);
        for (id, entry) in self.words.iter().enumerate() {
            let shared = usize::from(entry.shared);
            if bare != Some(entry.bare) {
                bare = Some(entry.bare);
                ready = 0;
                let mut sum = 0.0;
                for (j, &symbol) in asked.iter().enumerate() {
                    sum += table.lone(symbol, entry.bare);
                    rows[0][j + 1] = sum;
                }
            } else if shared >= dead {
                continue;
            }
            ready = ready.min(shared);
            dead = usize::MAX;
            let symbols = self.symbols.get(entry.start as usize..entry.start as usize + usize::from(entry.length)).unwrap_or_default();
            let from = ready;
            for (depth, &symbol) in symbols.iter().enumerate().skip(from) {
                let alone = table.lone(symbol, query.bare);
                let pairs = table.row(symbol);
                let (upper, lower) = rows.split_at_mut(depth + 1);
                let (Some(above), Some(row)) = (upper.last(), lower.first_mut()) else { break };
                row[0] = above[0] + alone;
                let mut reach = row[0] + to_come[0];
                for (j, &b) in asked.iter().enumerate() {
                    let pair = pairs.get(b.at()).copied().unwrap_or(f32::MIN);
                    row[j + 1] = (above[j] + pair).max(above[j + 1] + alone).max(row[j] + table.lone(b, entry.bare));
                    reach = reach.max(row[j + 1] + to_come[j + 1]);
                }
                ready = depth + 1;
                if reach <= threshold {
                    dead = depth + 1;
                    break;
                }
            }
            if dead == usize::MAX && rows[symbols.len()][n] > threshold {
                found.push((id as u32, rows[symbols.len()][n]));
            }
        }
        found
    }
}
