//! From letters to symbols, by the rules of each script.
//!
//! In: one word in one script. Out: its symbols in order. Always true: no input panics; a letter without a rule is spelt in Latin by a table and
//! then read as Latin. Absent: what a name means; where words begin and end ([`crate::name`]).

mod arabic;
mod cyrillic;
mod ethiopic;
mod greek;
mod hebrew;
mod latin;
mod myanmar;
pub(crate) mod zawgyi;

pub(crate) use myanmar::syllables;

use crate::symbol::Symbol;

/// Scripts with rules of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// With marks; English, French and Spanish habits of romanising.
    Latin,
    /// With Persian, Urdu, Pashto and Kurdish letters.
    Arabic,
    /// Russian, Ukrainian, Serbian, Kazakh, Tajik letters.
    Cyrillic,
    /// With geresh.
    Hebrew,
    /// Modern.
    Greek,
    /// Amharic, Tigrinya.
    Ethiopic,
    /// Unicode order; Zawgyi is turned into it before.
    Myanmar,
    /// No rules of its own.
    Other,
}

impl Script {
    /// The script of a letter; `None` for what belongs to no script (digits, marks, spaces).
    pub fn of(letter: char) -> Option<Self> {
        Some(match letter {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{250}'..='\u{2AF}' | '\u{1E00}'..='\u{1EFF}' | 'ʻ' | 'ʼ' => Self::Latin,
            '\u{620}'..='\u{65F}'
            | '\u{66E}'..='\u{6D3}'
            | '\u{6D5}'..='\u{6FF}'
            | '\u{750}'..='\u{77F}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => Self::Arabic,
            '\u{400}'..='\u{52F}' => Self::Cyrillic,
            '\u{5D0}'..='\u{5F2}' => Self::Hebrew,
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Self::Greek,
            '\u{1200}'..='\u{137F}' | '\u{1380}'..='\u{139F}' | '\u{2D80}'..='\u{2DDF}' => Self::Ethiopic,
            '\u{1000}'..='\u{109F}' | '\u{AA60}'..='\u{AA7F}' => Self::Myanmar,
            other if other.is_alphabetic() => Self::Other,
            _ => return None,
        })
    }

    /// Whether vowels are mostly left out.
    pub fn leaves_vowels_out(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew)
    }

    /// The symbols of a word in this script, already composed and in lower case.
    pub fn read(self, word: &str) -> Vec<Symbol> {
        let letters: Vec<char> = word.chars().collect();
        let mut symbols = match self {
            Self::Latin => latin::read(&letters),
            Self::Arabic => arabic::read(&letters),
            Self::Cyrillic => cyrillic::read(&letters),
            Self::Hebrew => hebrew::read(&letters),
            Self::Greek => greek::read(&letters),
            Self::Ethiopic => ethiopic::read(&letters),
            Self::Myanmar => myanmar::read(&letters),
            Self::Other => latin::read(&any_ascii::any_ascii(word).to_lowercase().chars().collect::<Vec<_>>()),
        };
        symbols.truncate(LONGEST);
        symbols
    }
}

/// Longest word in symbols; what is beyond tells nothing more.
pub(crate) const LONGEST: usize = 32;

/// What one step of reading gave: symbols, and how many letters it took.
type Step<'a> = (&'a [Symbol], usize);

/// Reads letters from left to right: `step` sees what is left, and what came before.
fn read_by<'a>(letters: &[char], step: impl Fn(&[char], &[char]) -> Step<'a>) -> Vec<Symbol> {
    let mut symbols = Vec::with_capacity(letters.len());
    let mut at = 0;
    while let (Some(left), Some(before)) = (letters.get(at..), letters.get(..at)) {
        if left.is_empty() {
            break;
        }
        let (read, taken) = step(left, before);
        symbols.extend_from_slice(read);
        at += taken.max(1);
    }
    symbols
}

/// The longest spelling that what is left begins with.
fn longest<'a>(spellings: &'a [(&'a str, &'a [Symbol])], left: &[char]) -> Option<Step<'a>> {
    let begins = |spelling: &str| {
        let mut n = 0;
        for (i, letter) in spelling.chars().enumerate() {
            if left.get(i) != Some(&letter) {
                return None;
            }
            n = i + 1;
        }
        Some(n)
    };
    spellings.iter().filter_map(|(spelling, symbols)| Some((*symbols, begins(spelling)?))).max_by_key(|(_, taken)| *taken)
}
