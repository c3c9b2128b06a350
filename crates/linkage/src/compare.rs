//! Two records part by part: at which level each part agrees.
//!
//! In: two records made ready by one [`Reader`]. Out: a level for each part that both have. Always true: the order of the two makes no difference; what one of
//! them lacks says nothing.

use crate::alignment::{Agreement, agree};
use crate::lexicon::{Lexicon, Weighed};
use crate::record::{Birth, Record, Sex, Written};
use crate::table::Table;
use std::sync::Arc;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(usize)]
pub enum Part {
    /// The full name, or another the person goes by.
    Name,
    /// The same where one script leaves vowels out and the other writes them.
    NameAcross,
    /// Date or year of birth.
    Birth,
    /// The same where somebody guessed.
    BirthEstimated,
    /// Sex.
    Sex,
    /// Places.
    Place,
    /// Names of relatives.
    Relatives,
    /// Numbers of papers and cards.
    Identifier,
    /// Telephone numbers.
    Phone,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::NameAcross,
        Self::Birth,
        Self::BirthEstimated,
        Self::Sex,
        Self::Place,
        Self::Relatives,
        Self::Identifier,
        Self::Phone,
    ];
}

/// How one part of two records agrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// Which part.
    pub part: Part,
    /// 0 is the best; the last disagrees.
    pub level: usize,
    /// Natural logarithm of one in how many agrees so well by chance, where that depends on what is shared (a rare name).
    pub rarity: Option<f32>,
}

/// A record ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Ready {
    names: Vec<Vec<Arc<Weighed>>>,
    birth: Option<Birth>,
    sex: Option<Sex>,
    places: Vec<Vec<Arc<Weighed>>>,
    relatives: Vec<(String, Vec<Arc<Weighed>>)>,
    identifiers: Vec<String>,
    phones: Vec<String>,
}

/// Makes records ready: it knows how common words are.
#[derive(Debug)]
pub struct Reader {
    pub(crate) table: Table,
    names: Lexicon,
    places: Lexicon,
}

/// Likeness from which on a name agrees at levels 0, 1, …
const NAME: [f32; 5] = [0.93, 0.8, 0.65, 0.5, 0.35];
/// Of those, levels at which what is shared says how often chance does it.
const NAME_SHARED: usize = 4;
const PLACE: [f32; 3] = [0.9, 0.7, 0.5];
/// From which on a relative is the same.
const RELATIVE: f32 = 0.7;
/// Digits of a telephone number that count: before them stands how the country is dialled.
const DIGITS: usize = 8;

impl Reader {
    /// Counts names and places over all records.
    pub fn new<'a>(records: impl Iterator<Item = &'a Record> + Clone, table: Table) -> Self {
        let sounds = |written: &'a Written| written.name.words.iter().map(|w| &w.sounds);
        let total = records.clone().count();
        let names = records.clone().flat_map(move |r| r.names.iter().take(1).flat_map(sounds));
        let places = records.flat_map(move |r| r.places.iter().flat_map(sounds));
        Self { names: Lexicon::new(names, total, &table), places: Lexicon::new(places, total, &table), table }
    }

    /// Weighs the words of a record.
    pub fn ready(&self, record: &Record) -> Ready {
        let weigh = |written: &Written, lexicon: &Lexicon| -> Vec<Arc<Weighed>> {
            written.name.words.iter().map(|w| lexicon.weigh(&w.sounds, &self.table)).collect()
        };
        Ready {
            names: record.names.iter().map(|n| weigh(n, &self.names)).collect(),
            birth: record.birth,
            sex: record.sex,
            places: record.places.iter().map(|p| weigh(p, &self.places)).collect(),
            relatives: record.relatives.iter().map(|r| (r.role.clone(), weigh(&r.name, &self.names))).collect(),
            identifiers: record.identifiers.clone(),
            phones: record.phones.iter().map(|p| p.get(p.len().saturating_sub(DIGITS)..).unwrap_or(p).to_owned()).collect(),
        }
    }

    /// The level of each part that both have.
    pub fn compare(&self, a: &Ready, b: &Ready) -> Vec<Level> {
        let levels = [self.name(a, b), birth(a, b), sex(a, b), self.place(a, b), self.relatives(a, b), identifier(a, b), phone(a, b)];
        levels.into_iter().flatten().collect()
    }

    fn best(&self, ours: &[Vec<Arc<Weighed>>], theirs: &[Vec<Arc<Weighed>>]) -> Option<Agreement> {
        let pairs = ours.iter().flat_map(|x| theirs.iter().map(move |y| (x, y)));
        pairs.map(|(x, y)| agree(x, y, &self.table)).max_by(|p, q| p.likeness.total_cmp(&q.likeness).then(p.rarity.total_cmp(&q.rarity)))
    }

    fn name(&self, a: &Ready, b: &Ready) -> Option<Level> {
        let best = self.best(&a.names, &b.names)?;
        let level = step(best.likeness, &NAME);
        let part = if best.across { Part::NameAcross } else { Part::Name };
        Some(Level { part, level, rarity: (level < NAME_SHARED).then_some(best.rarity) })
    }

    fn place(&self, a: &Ready, b: &Ready) -> Option<Level> {
        let best = self.best(&a.places, &b.places)?;
        let level = step(best.likeness, &PLACE);
        // Each further place is a further chance to agree.
        let chances = (a.places.len() * b.places.len()) as f32;
        Some(Level { part: Part::Place, level, rarity: (level == 0).then_some((best.rarity - chances.ln()).max(0.0)) })
    }

    /// Relatives of like roles one to one, the likest first; two that agree depend on each other, so the second only lifts the level.
    fn relatives(&self, a: &Ready, b: &Ready) -> Option<Level> {
        let mut pairs = Vec::new();
        let mut roles_met = false;
        for (i, (role, ours)) in a.relatives.iter().enumerate() {
            for (j, (other, theirs)) in b.relatives.iter().enumerate() {
                if role == other || role.is_empty() || other.is_empty() {
                    roles_met = true;
                    let found = agree(ours, theirs, &self.table);
                    pairs.push((found.likeness, found.rarity, i, j));
                }
            }
        }
        if !roles_met {
            return None;
        }
        pairs.sort_by(|p, q| q.0.total_cmp(&p.0).then(q.1.total_cmp(&p.1)));
        let mut met: Vec<(f32, usize, usize)> = Vec::new();
        for (like, rarity, i, j) in pairs {
            if like >= RELATIVE && !met.iter().any(|m| m.1 == i || m.2 == j) {
                met.push((rarity, i, j));
            }
        }
        let level = 2 - met.len().min(2);
        Some(Level { part: Part::Relatives, level, rarity: met.iter().map(|m| m.0).reduce(f32::max) })
    }
}

/// The first step that a likeness reaches; their number if it reaches none.
fn step(likeness: f32, steps: &[f32]) -> usize {
    steps.iter().position(|least| likeness >= *least).unwrap_or(steps.len())
}

fn birth(a: &Ready, b: &Ready) -> Option<Level> {
    let (x, y) = (a.birth?, b.birth?);
    let apart = x.year.abs_diff(y.year);
    let level = |part, level| Some(Level { part, level, rarity: None });
    if x.estimated || y.estimated {
        return level(Part::BirthEstimated, [0, 2, 5, 10].iter().position(|most| apart <= *most).unwrap_or(4));
    }
    if let (Some((m, d)), Some((n, e))) = (x.day, y.day) {
        let same = [apart == 0, m == n, d == e].iter().filter(|s| **s).count();
        if same == 3 {
            return level(Part::Birth, 0);
        }
        if same == 2 || (apart == 0 && m == e && d == n) {
            return level(Part::Birth, 1);
        }
    }
    level(Part::Birth, 2 + [0, 1, 3, 7].iter().position(|most| apart <= *most).unwrap_or(4))
}

fn sex(a: &Ready, b: &Ready) -> Option<Level> {
    let same = a.sex? == b.sex?;
    Some(Level { part: Part::Sex, level: usize::from(!same), rarity: None })
}

fn identifier(a: &Ready, b: &Ready) -> Option<Level> {
    let pairs = a.identifiers.iter().flat_map(|x| b.identifiers.iter().map(move |y| (x, y)));
    let level = pairs.map(|(x, y)| if x == y { 0 } else { 2 - usize::from(one_slip(x, y)) }).min()?;
    Some(Level { part: Part::Identifier, level, rarity: None })
}

fn phone(a: &Ready, b: &Ready) -> Option<Level> {
    let pairs = a.phones.iter().flat_map(|x| b.phones.iter().map(move |y| x == y));
    let same = pairs.reduce(|p, q| p || q)?;
    Some(Level { part: Part::Phone, level: usize::from(!same), rarity: None })
}

/// Whether one letter was changed, left out, added or swapped with the next.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let before = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(before..).unwrap_or_default(), b.get(before..).unwrap_or_default());
    let after = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (a.get(..a.len() - after), b.get(..b.len() - after)) {
        (Some([] | [_]), Some([] | [_])) => true,
        (Some([p, q]), Some([r, s])) => p == s && q == r,
        _ => false,
    }
}
