//! A name as words to compare.
//!
//! In: a name as it was written. Out: its words by sound. Articles, "son of" and marks fall away; names that some write as one word and others as two
//! (Abdurrahman, Abd al-Rahman; Nureddine, Nur al-Din) are two; Burmese names are cut into syllables. The order is kept.

use crate::align::Sounds;
use crate::script::Script;
use unicode_normalization::UnicodeNormalization;

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it was written, in lower case.
    pub written: String,
    /// As it sounds.
    pub sounds: Sounds,
}

/// A name as words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Name {
    /// In order of writing.
    pub words: Vec<Word>,
}

/// Words that say who someone's father is, or are articles: written by some and left out by others.
const FALL_AWAY: [&str; 32] = [
    "al", "el", "ul", "il", "as", "ash", "ar", "an", "ad", "at", "az", "bin", "ibn", "ben", "bint", "bt", "binti", "ould", "wuld", "mr",
    "mrs", "ms", "dr", "بن", "ابن", "بنت", "ال", "ولد", "uulu", "kyzy", "בן", "בת",
];

/// Endings of "of the faith", written as one word with what stands before.
const FAITH: [&str; 12] = ["eddine", "uddine", "eddin", "uddin", "addin", "iddin", "oddin", "aldin", "eldin", "ettin", "aldeen", "uddeen"];

impl Name {
    /// Reads a name in any script, or in several.
    pub fn read(text: &str) -> Self {
        let text = crate::script::zawgyi::to_unicode(text);
        let text: String = text.nfkc().collect::<String>().to_lowercase();
        let text: String =
            text.nfc().map(|c| if matches!(c, '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' | 'ʿ' | 'ʾ' | '׳') { '\'' } else { c }).collect();
        let mut words = Vec::new();
        for piece in text.split(|c: char| !(c.is_alphabetic() || is_mark(c) || c == '\'')) {
            for part in by_script(piece) {
                split(&part, &mut |word| {
                    if !FALL_AWAY.contains(&word)
                        && let Some(read) = Word::read(word)
                    {
                        words.push(read);
                    }
                });
            }
        }
        if words.is_empty() {
            words.extend(text.split_whitespace().filter_map(Word::read));
        }
        Self { words }
    }

    /// All its sounds as one word.
    pub fn whole(&self) -> Sounds {
        Sounds {
            symbols: self.words.iter().flat_map(|w| w.sounds.symbols.iter().copied()).take(crate::script::LONGEST * 2).collect(),
            bare: self.words.iter().any(|w| w.sounds.bare),
        }
    }
}

impl Word {
    fn read(word: &str) -> Option<Self> {
        let script = word.chars().find_map(Script::of)?;
        let symbols = script.read(word);
        (!symbols.is_empty()).then(|| Self { written: word.to_owned(), sounds: Sounds { symbols, bare: script.leaves_vowels_out() } })
    }
}

/// Marks that belong to the letter before them.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
        || ('\u{102B}'..='\u{103E}').contains(&c)
        || ('\u{64B}'..='\u{65F}').contains(&c)
        || c == '\u{640}'
}

/// Runs of letters of one script; Burmese by syllable.
fn by_script(piece: &str) -> Vec<String> {
    let mut runs: Vec<(Option<Script>, String)> = Vec::new();
    for c in piece.chars() {
        let script = Script::of(c).filter(|_| !is_mark(c));
        match runs.last_mut() {
            Some((current, run)) if script.is_none() || current.is_none() || *current == script => {
                run.push(c);
                *current = current.or(script);
            }
            _ => runs.push((script, c.to_string())),
        }
    }
    let mut words = Vec::new();
    for (script, run) in runs {
        if script == Some(Script::Myanmar) { words.extend(crate::script::syllables(&run)) } else { words.push(run) }
    }
    words
}

/// Cuts what some write as one word and others as two.
fn split(word: &str, keep: &mut impl FnMut(&str)) {
    let word = word.trim_matches('\'');
    let bare: String = word.chars().filter(|c| !('\u{64B}'..='\u{65F}').contains(c) && *c != '\u{640}').collect();
    // Arabic: the article, "servant of the", "of the faith".
    if let Some(rest) = bare.strip_prefix("عبدال").filter(|rest| !rest.is_empty()) {
        keep("عبد");
        return keep(if rest == "له" { "الله" } else { rest });
    }
    if let Some(before) = bare.strip_suffix("الدين") {
        if !before.is_empty() {
            keep(before);
        }
        return keep("دين");
    }
    if bare != "الله"
        && let Some(rest) = bare.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3)
    {
        return keep(rest);
    }
    // Latin: the same.
    if FAITH.contains(&bare.as_str()) || bare == "deen" || bare == "dine" {
        return keep("din");
    }
    if let Some(before) = FAITH.iter().find_map(|ending| bare.strip_suffix(ending)).filter(|before| before.chars().count() >= 3) {
        keep(before);
        return keep("din");
    }
    if let Some(rest) = servant_of(&bare) {
        keep("abd");
        return keep(&rest);
    }
    keep(&bare);
}

/// What follows Abdul, Abdel, Abdur, … in one word.
fn servant_of(word: &str) -> Option<String> {
    let rest = word.strip_prefix("abd").or_else(|| word.strip_prefix("'abd"))?;
    let rest = rest.strip_prefix("ou").unwrap_or(rest);
    let after = rest.trim_start_matches(['u', 'e', 'a', 'o', 'i']);
    if after == "llah" || after == "lah" {
        return Some("allah".to_owned());
    }
    let mut letters = after.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let name: String = if first == 'l' && rest != after || first == second { after.chars().skip(1).collect() } else { return None };
    (name.chars().count() >= 3).then_some(name)
}
