//! Ways to a record that don't pass by its name: papers, telephones, births and places, relatives.
//!
//! In: records. Out: for one record, those that share a key with it. A key that too many share leads nowhere.

use crate::record::{Record, Sex};

/// Records by key.
#[derive(Debug)]
pub struct Keys {
    /// Hash of a key and who has it, sorted.
    sorted: Vec<(u64, u32)>,
}

/// A key of more records than this finds nobody in particular.
const CROWD: usize = 200;
/// Digits of a telephone number that count.
const DIGITS: usize = 8;
/// Years a birth may be off and still share a key.
const YEARS: i16 = 1;

impl Keys {
    /// Over records in order.
    pub fn new<'a>(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let mut sorted: Vec<(u64, u32)> = Vec::new();
        for (n, record) in (0u32..).zip(records) {
            sorted.extend(keys(record, 0).into_iter().map(|key| (key, n)));
        }
        sorted.sort_unstable();
        sorted.dedup();
        Self { sorted }
    }

    /// Who shares a key, in order.
    pub fn find(&self, record: &Record) -> Vec<u32> {
        let mut found = Vec::new();
        for key in keys(record, YEARS) {
            let start = self.sorted.partition_point(|(k, _)| *k < key);
            let bearers = self.sorted.get(start..).unwrap_or_default().iter().take_while(|(k, _)| *k == key);
            let who: Vec<u32> = bearers.take(CROWD + 1).map(|(_, n)| *n).collect();
            if who.len() <= CROWD {
                found.extend(who);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Keys of a record, with births up to so many years off.
fn keys(record: &Record, years: i16) -> Vec<u64> {
    let mut keys = Vec::new();
    let mut add = |kind: &str, parts: &[&str]| keys.push(hash(kind, parts));
    record.identifiers.iter().for_each(|i| add("paper", &[i]));
    record.phones.iter().for_each(|p| add("phone", &[p.get(p.len().saturating_sub(DIGITS)..).unwrap_or(p)]));
    let places: Vec<String> = record.places.iter().map(|p| skeleton(&p.name)).collect();
    let sex = record.sex.map_or("", |s| if s == Sex::Female { "f" } else { "m" });
    if let Some(birth) = record.birth {
        if let Some((month, day)) = birth.day {
            add("date", &[&birth.year.to_string(), &format!("{month}-{day}")]);
        }
        for year in birth.year.saturating_sub(years)..=birth.year.saturating_add(years) {
            places.iter().for_each(|place| add("born", &[place, &year.to_string(), sex]));
        }
    }
    let named = record.names.iter().take(1).flat_map(|n| &n.name.words).map(|w| hash_word(&w.sounds)).collect::<Vec<_>>();
    for relative in &record.relatives {
        add("relative", &[&skeleton(&relative.name.name)]);
        // Any word of a relative's name beside any word of one's own: either may be wrong.
        for word in &relative.name.name.words {
            named.iter().for_each(|own| add("family", &[&hash_word(&word.sounds), own]));
        }
    }
    keys
}

fn skeleton(name: &crate::Name) -> String {
    name.words.iter().map(|w| hash_word(&w.sounds)).collect()
}

/// Its symbols but vowels, which are heard differently first.
fn hash_word(sounds: &crate::Sounds) -> String {
    const VOWELS: [&str; 6] = ["a", "e", "i", "o", "u", "ə"];
    sounds.symbols.iter().map(|s| s.text()).filter(|s| !VOWELS.contains(s)).collect()
}

/// FNV-1a, 64 bits: the same on every machine.
fn hash(kind: &str, parts: &[&str]) -> u64 {
    let bytes = std::iter::once(kind).chain(parts.iter().copied()).flat_map(|p| p.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
