//! Latin letters as English, French, Spanish, German and Slavic spelling use them for sounds.
//!
//! Marks fall away unless they make another sound (š, č, ž, ç, ñ). Two letters for one sound are one symbol; c and g before e, i and y are told
//! apart from hard ones; double consonants are one. Who writes ou for u (French) or oo (English) is read as u.

use super::{longest, read_by};
use crate::symbol::Symbol as S;
use unicode_normalization::UnicodeNormalization;

const SPELLINGS: [(&str, &[S]); 47] = [
    ("sch", &[S::SCH]),
    ("tsch", &[S::CH]),
    ("tch", &[S::CH]),
    ("sh", &[S::SH]),
    ("ch", &[S::CH]),
    ("kh", &[S::KH]),
    ("gh", &[S::GH]),
    ("th", &[S::TH]),
    ("dh", &[S::DH]),
    ("zh", &[S::ZH]),
    ("ph", &[S::F]),
    ("bh", &[S::B]),
    ("rh", &[S::R]),
    ("hw", &[S::W]),
    ("wh", &[S::W]),
    ("ts", &[S::TS]),
    ("tz", &[S::TS]),
    ("ck", &[S::K]),
    ("dj", &[S::J]),
    ("dzh", &[S::J]),
    ("dž", &[S::J]),
    ("sz", &[S::SZ]),
    ("cz", &[S::CZ]),
    ("š", &[S::SH]),
    ("ş", &[S::SH]),
    ("ș", &[S::SH]),
    ("ś", &[S::SH]),
    ("č", &[S::CH]),
    ("ć", &[S::CH]),
    ("ç", &[S::S]),
    ("ž", &[S::ZH]),
    ("ż", &[S::ZH]),
    ("ź", &[S::ZH]),
    ("ğ", &[S::GH]),
    ("ł", &[S::L]),
    ("ñ", &[S::N, S::Y]),
    ("ß", &[S::S]),
    ("þ", &[S::TH]),
    ("ð", &[S::D]),
    ("đ", &[S::D]),
    ("ț", &[S::TS]),
    ("æ", &[S::A, S::E]),
    ("œ", &[S::O, S::E]),
    ("ou", &[S::U]),
    ("oo", &[S::U]),
    ("ee", &[S::I]),
    ("eau", &[S::O]),
];

pub(super) fn read(letters: &[char]) -> Vec<S> {
    let mut symbols = read_by(letters, |left, before| {
        longest(&SPELLINGS, left).unwrap_or_else(|| (left.first().map_or(&[][..], |&letter| symbols(letter, left, before)), 1))
    });
    // Double letters are one sound; a doubled vowel too (Aarhus, Aaliyah).
    symbols.dedup();
    symbols
}

/// Whether a symbol stands for a vowel in a script that writes them.
pub(crate) fn is_vowel(symbol: S) -> bool {
    matches!(symbol, S::A | S::E | S::I | S::O | S::U | S::Y | S::SCHWA | S::C_YE | S::C_E | S::C_YERY | S::G_ETA | S::G_UPSILON)
}

fn symbols(letter: char, left: &[char], before: &[char]) -> &'static [S] {
    let plain = base(letter);
    let next = left.get(1).map(|&c| base(c));
    let soft = matches!(next, Some('e' | 'i' | 'y'));
    let beside_vowel = matches!(next, Some('a' | 'e' | 'i' | 'o' | 'u')) || before.last().is_some_and(|&c| "aeou".contains(base(c)));
    match plain {
        'a' => &[S::A],
        'b' => &[S::B],
        'c' if soft => &[S::C],
        'c' => &[S::K],
        'd' => &[S::D],
        'e' | 'ə' => &[S::E],
        'f' => &[S::F],
        'g' if soft => &[S::SOFT_G],
        'g' => &[S::G],
        'h' => &[S::H],
        'i' | 'ı' => &[S::I],
        'j' => &[S::J],
        'k' => &[S::K],
        'l' => &[S::L],
        'm' => &[S::M],
        'n' => &[S::N],
        'o' | 'ø' => &[S::O],
        'p' => &[S::P],
        'q' => &[S::Q],
        'r' => &[S::R],
        's' => &[S::S],
        't' => &[S::T],
        'u' => &[S::U],
        'v' => &[S::V],
        'w' => &[S::W],
        'x' => &[S::X],
        'y' if beside_vowel => &[S::Y],
        'y' => &[S::I],
        'z' => &[S::Z],
        'ŋ' => &[S::N, S::G],
        _ => &[],
    }
}

/// The letter without its marks.
fn base(letter: char) -> char {
    std::iter::once(letter).nfd().next().unwrap_or(letter)
}
