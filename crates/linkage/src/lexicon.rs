//! How common each word is, counted over all its spellings.
//!
//! In: words of many names. Out: for any word, how much is learnt from sharing it. Always true: a word counts as at least as common as the common words it is like.

use crate::align::Sounds;
use crate::table::Table;
use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A word and what sharing it is worth.
#[derive(Debug, PartialEq)]
pub struct Weighed {
    /// As it sounds.
    pub sounds: Sounds,
    /// Likeness with itself.
    pub own: f32,
    /// Natural logarithm of one in how many bears it or another spelling of it.
    pub rarity: f32,
}

/// Counted words.
#[derive(Debug, Default)]
pub struct Lexicon {
    common: Vocabulary,
    counts: Vec<u32>,
    total: u32,
    known: BTreeMap<Sounds, Arc<Weighed>>,
}

/// So many of the commonest words stand for all their spellings.
const COMMON: usize = 1500;
/// Words at least this like, as a share of likeness with itself, are spellings of one.
const SPELLING: f32 = 0.75;

impl Lexicon {
    /// Counts the words of `total` names.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a Sounds>, total: usize, table: &Table) -> Self {
        let mut counted: BTreeMap<&Sounds, u32> = BTreeMap::new();
        words.into_iter().for_each(|word| *counted.entry(word).or_default() += 1);
        let mut order: Vec<(&Sounds, u32)> = counted.iter().map(|(word, count)| (*word, *count)).filter(|(_, count)| *count > 1).collect();
        order.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        order.truncate(COMMON);
        order.sort();
        let common: Vec<Sounds> = order.iter().map(|(word, _)| (*word).clone()).collect();
        let mut lexicon = Self {
            common: Vocabulary::new(&common),
            counts: order.into_iter().map(|(_, count)| count).collect(),
            total: total as u32,
            known: BTreeMap::new(),
        };
        let known = counted.into_keys().map(|word| (word.clone(), Arc::new(lexicon.weighed(word, table)))).collect();
        lexicon.known = known;
        lexicon
    }

    /// What sharing a word is worth.
    pub fn weigh(&self, word: &Sounds, table: &Table) -> Arc<Weighed> {
        self.known.get(word).map_or_else(|| Arc::new(self.weighed(word, table)), Arc::clone)
    }

    fn weighed(&self, sounds: &Sounds, table: &Table) -> Weighed {
        let own = sounds.likeness(sounds, table);
        let like = self.common.liker(sounds, own * SPELLING, table);
        let bearers: u32 = like.iter().filter_map(|&(id, _)| self.counts.get(id as usize)).sum();
        let rarity = ((self.total + 1) as f32 / (bearers + 1) as f32).ln().max(0.0);
        Weighed { sounds: sounds.clone(), own, rarity }
    }
}
