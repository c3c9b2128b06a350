//! Two names word by word, in any order: a word that moved, is missing, was added or is spelt otherwise is one mechanism.

use crate::align::Sounds;
use crate::lexicon::Weighed;
use crate::script::LONGEST;
use crate::table::Table;
use std::sync::Arc;

/// A name whose words are weighed.
pub type Words = [Arc<Weighed>];

/// How two names agree.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Agreement {
    /// 0: nothing in common; 1: every word agrees.
    pub likeness: f32,
    /// Natural logarithm of one in how many bears what they share.
    pub rarity: f32,
    /// Whether one is written without vowels and the other with them.
    pub across: bool,
}

/// Words less like than this don't meet.
const MEETS: f32 = 0.45;
/// How much the longer name counts: who gives two names of four still agrees.
const LONGER: f32 = 0.25;
/// A common word is worth this, a rare one more by its rarity.
const BASE: f32 = 2.0;
/// What a line without regard to words counts for.
const LINE: f32 = 0.9;

/// Compares two names; the order of the two makes no difference.
pub fn agree(a: &Words, b: &Words, table: &Table) -> Agreement {
    let worth = |word: &Weighed| BASE + word.rarity;
    let mut pairs = Vec::with_capacity(a.len() * b.len());
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            let like = if Arc::ptr_eq(x, y) { 1.0 } else { (x.sounds.likeness(&y.sounds, table) / reach(x, y)).clamp(0.0, 1.0) };
            if like >= MEETS {
                pairs.push((like * (worth(x) + worth(y)) / 2.0, like, i, j));
            }
        }
    }
    pairs.sort_by(|p, q| q.0.total_cmp(&p.0).then((p.2 + p.3).cmp(&(q.2 + q.3))));
    let (mut mine, mut theirs) = (vec![false; a.len()], vec![false; b.len()]);
    let (mut met, mut rarity) = (0.0, 0.0);
    for (value, like, i, j) in pairs {
        let (Some(x), Some(y), Some(left), Some(right)) = (a.get(i), b.get(j), mine.get_mut(i), theirs.get_mut(j)) else { continue };
        if !*left && !*right {
            (*left, *right) = (true, true);
            met += value;
            rarity += like * x.rarity.min(y.rarity);
        }
    }
    let (one, other): (f32, f32) = (a.iter().map(|w| worth(w)).sum(), b.iter().map(|w| worth(w)).sum());
    let whole = (1.0 - LONGER) * one.min(other) + LONGER * one.max(other);
    let mut likeness = if whole > 0.0 { (met / whole).min(1.0) } else { 0.0 };
    let across = a.iter().any(|w| w.sounds.bare) != b.iter().any(|w| w.sounds.bare);
    if likeness < LINE && a.len() != b.len() {
        // Perhaps the words were only cut elsewhere.
        let (x, y) = (line(a), line(b));
        let like = LINE * x.likeness(&y, table) / x.likeness(&x, table).min(y.likeness(&y, table)).max(1.0);
        if like > likeness {
            let all = |words: &Words| words.iter().map(|w| w.rarity).sum::<f32>();
            likeness = like.min(LINE);
            rarity = rarity.max(likeness * all(a).min(all(b)));
        }
    }
    Agreement { likeness, rarity, across }
}

/// The most that two words could give.
fn reach(x: &Weighed, y: &Weighed) -> f32 {
    x.own.min(y.own).max(1.0)
}

fn line(words: &Words) -> Sounds {
    Sounds {
        bare: words.iter().any(|w| w.sounds.bare),
        symbols: words.iter().flat_map(|w| w.sounds.symbols.iter().copied()).take(LONGEST * 2).collect(),
    }
}
