//! Who of many may bear a name: a list in the order of likeness.
//!
//! In: names with their place in the caller's list. Out: the likest, best first. Always true: every word of every name is compared; no name is
//! passed over for its first letter, its script or the order of its words. Cost of one query: see `Vocabulary::liker`, and the bearers of words
//! that are like one of the query's.

use crate::align::Sounds;
use crate::name::Name;
use crate::table::Table;
use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// Names to be found.
#[derive(Debug)]
pub struct Pool {
    table: Table,
    vocabulary: Vocabulary,
    /// Who bears each word.
    bearers: Lists,
    /// Words of each name in order.
    names: Lists,
}

/// Evidence for a word below this is chance: at least, and as a share of the word's own.
const CHANCE: (f32, f32) = (2.0, 0.15);
/// Cost of a word that one name has and the other lacks: at least, and per symbol.
const LACKING: (f32, f32) = (0.6, 0.4);
/// Share of that cost for a word of the name asked for: its evidence is missed already.
const ASKED: f32 = 0.3;

/// Words at least this like, as a share of the likest, are spellings of one.
const SPELLING: f32 = 0.75;
/// Added to the log of how few bear a word.
const RARITY: f32 = 4.0;
/// Share of a common word's evidence beyond its rarity that is taken off. Not all: who of ten thousand Muhammads writes it as the one asked for does is still
/// the likelier; not none: a long common name would outweigh a short rare one. Set by trial with the others (decision 0007).
const COMMON: f32 = 0.5;

/// Many short lists in one.
#[derive(Debug, Default)]
struct Lists {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.items.extend(list);
        self.ends.push(self.items.len() as u32);
    }

    fn get(&self, n: u32) -> &[u32] {
        let start = (n as usize).checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or(0));
        let end = self.ends.get(n as usize).copied().unwrap_or(start);
        self.items.get(start as usize..end as usize).unwrap_or_default()
    }
}

impl Pool {
    /// Over names in order.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a Name>, table: Table) -> Self {
        let mut known: BTreeMap<Sounds, Vec<u32>> = BTreeMap::new();
        let mut lengths: Vec<usize> = Vec::new();
        // Places of words within all names, in a row.
        let mut place = 0;
        for name in names {
            for word in &name.words {
                match known.get_mut(&word.sounds) {
                    Some(places) => places.push(place),
                    None => drop(known.insert(word.sounds.clone(), vec![place])),
                }
                place += 1;
            }
            lengths.push(name.words.len());
        }
        let mut owner = Vec::with_capacity(place as usize);
        for (n, &length) in lengths.iter().enumerate() {
            owner.extend(std::iter::repeat_n(n as u32, length));
        }
        let mut word_at = vec![0u32; place as usize];
        let mut bearers = Lists::default();
        for (id, places) in known.values().enumerate() {
            for &at in places {
                if let Some(slot) = word_at.get_mut(at as usize) {
                    *slot = id as u32;
                }
            }
            let mut who: Vec<u32> = places.iter().filter_map(|&at| owner.get(at as usize).copied()).collect();
            who.dedup();
            bearers.push(who);
        }
        let mut names = Lists::default();
        let mut words = word_at.into_iter();
        lengths.iter().for_each(|&length| names.push(words.by_ref().take(length)));
        let sorted: Vec<Sounds> = known.into_keys().collect();
        Self { table, vocabulary: Vocabulary::new(&sorted), bearers, names }
    }

    /// How many names.
    pub fn len(&self) -> usize {
        self.names.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.names.ends.is_empty()
    }

    /// The `top` likest names: place in the list and log-odds.
    pub fn rank(&self, query: &Name, top: usize) -> Vec<(u32, f32)> {
        let mut sums = vec![0.0f32; self.len()];
        let mut best = vec![0.0f32; self.len()];
        let mut evidence: Vec<BTreeMap<u32, f32>> = Vec::new();
        for word in &query.words {
            let own = word.sounds.likeness(&word.sounds, &self.table);
            let like = self.vocabulary.liker(&word.sounds, CHANCE.0.max(own * CHANCE.1), &self.table);
            let like = self.weighed(like);
            let mut touched: Vec<u32> = Vec::new();
            for &(id, value) in &like {
                for &n in self.bearers.get(id) {
                    let Some(slot) = best.get_mut(n as usize) else { continue };
                    if *slot == 0.0 {
                        touched.push(n);
                    }
                    *slot = slot.max(value);
                }
            }
            for n in touched {
                if let (Some(sum), Some(best)) = (sums.get_mut(n as usize), best.get_mut(n as usize)) {
                    *sum += std::mem::take(best);
                }
            }
            evidence.push(like.into_iter().collect());
        }
        let sum = |n: u32| sums.get(n as usize).copied().unwrap_or(0.0);
        let mut order: Vec<u32> = (0..self.len() as u32).filter(|&n| sum(n) > 0.0).collect();
        let keep = (top * 4).max(400).min(order.len());
        if keep < order.len() {
            order.select_nth_unstable_by(keep, |a, b| sum(*b).total_cmp(&sum(*a)).then(a.cmp(b)));
            order.truncate(keep);
        }
        let line = query.whole();
        let mut scored: Vec<(u32, f32)> = order.into_iter().map(|n| (n, self.score(query, &line, &evidence, n))).collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scored.truncate(top);
        scored
    }

    /// Evidence of a word is no more than how rare it is with all its spellings: who shares "Muhammad" shares little.
    fn weighed(&self, like: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
        let best = like.iter().map(|&(_, value)| value).fold(0.0, f32::max);
        let bearers: usize = like.iter().filter(|(_, value)| *value > best * SPELLING).map(|&(id, _)| self.bearers.get(id).len()).sum();
        let rarity = ((self.len() + 1) as f32 / (bearers + 1) as f32).ln() + RARITY;
        let over = (best - rarity).max(0.0) * COMMON;
        like.into_iter().map(|(id, value)| (id, value - over)).filter(|(_, value)| *value > 0.0).collect()
    }

    /// The better of: word by word in any order, or all sounds in one line.
    fn score(&self, query: &Name, line: &Sounds, evidence: &[BTreeMap<u32, f32>], n: u32) -> f32 {
        let words = self.names.get(n);
        let met = meet(evidence, words);
        let lacking = |length: usize| LACKING.0 + LACKING.1 * length as f32;
        let mine = query.words.iter().enumerate().filter(|(i, _)| !met.iter().any(|m| m.asked == *i));
        let theirs = words.iter().enumerate().filter(|(j, _)| !met.iter().any(|m| m.found == *j));
        let sum = met.iter().map(|m| m.odds).sum::<f32>()
            - ASKED * mine.map(|(_, word)| lacking(word.sounds.symbols.len())).sum::<f32>()
            - theirs.map(|(_, &id)| lacking(self.vocabulary.symbols(id).len())).sum::<f32>();
        let other = Sounds {
            bare: words.iter().any(|&id| self.vocabulary.bare(id)),
            symbols: words.iter().flat_map(|&id| self.vocabulary.symbols(id).iter().copied()).take(crate::script::LONGEST * 2).collect(),
        };
        sum.max(line.likeness(&other, &self.table))
    }

    /// Which words of two names stand for each other, likest first: what an answer is explained by.
    pub fn meetings(query: &Name, found: &Name, table: &Table) -> Vec<Meeting> {
        let evidence: Vec<BTreeMap<u32, f32>> = query
            .words
            .iter()
            .map(|word| {
                let odds = found.words.iter().map(|other| word.sounds.likeness(&other.sounds, table));
                (0u32..).zip(odds).filter(|(_, odds)| *odds > CHANCE.0).collect()
            })
            .collect();
        let places: Vec<u32> = (0..found.words.len() as u32).collect();
        meet(&evidence, &places)
    }
}

/// A word of one name that stands for a word of another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Meeting {
    /// Place of the word in the name asked for.
    pub asked: usize,
    /// Place of the word in the name found.
    pub found: usize,
    /// Log-odds (natural) that it is no accident.
    pub odds: f32,
}

/// Words matched one to one, the likest first.
fn meet(evidence: &[BTreeMap<u32, f32>], words: &[u32]) -> Vec<Meeting> {
    let mut pairs: Vec<Meeting> = Vec::new();
    for (asked, like) in evidence.iter().enumerate() {
        pairs.extend(words.iter().enumerate().filter_map(|(found, id)| Some(Meeting { asked, found, odds: *like.get(id)? })));
    }
    pairs.sort_by(|a, b| b.odds.total_cmp(&a.odds).then((a.asked, a.found).cmp(&(b.asked, b.found))));
    let mut met: Vec<Meeting> = Vec::new();
    for pair in pairs {
        if !met.iter().any(|m| m.asked == pair.asked || m.found == pair.found) {
            met.push(pair);
        }
    }
    met
}
