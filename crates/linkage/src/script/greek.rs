//! Greek: pairs of letters are read as modern Greek says them; two consonants stand for foreign b, d, g, j.

use super::{longest, read_by};
use crate::symbol::Symbol as S;

/// With the accent on the second letter too; on the first, both are said apart.
const SPELLINGS: [(&str, &[S]); 23] = [
    ("ου", &[S::U]),
    ("ού", &[S::U]),
    ("αι", &[S::E]),
    ("αί", &[S::E]),
    ("ει", &[S::I]),
    ("εί", &[S::I]),
    ("οι", &[S::I]),
    ("οί", &[S::I]),
    ("υι", &[S::I]),
    ("υί", &[S::I]),
    ("αυ", &[S::A, S::V]),
    ("αύ", &[S::A, S::V]),
    ("ευ", &[S::E, S::V]),
    ("εύ", &[S::E, S::V]),
    ("ηυ", &[S::I, S::V]),
    ("γγ", &[S::N, S::G]),
    ("γχ", &[S::N, S::C_HA]),
    ("γξ", &[S::N, S::X]),
    ("τζ", &[S::J]),
    ("τσ", &[S::G_TSIGMA]),
    ("μπ", &[S::G_NASAL, S::G_P]),
    ("ντ", &[S::G_NASAL, S::G_T]),
    ("γκ", &[S::G_NASAL, S::G_K]),
];

/// At the beginning only the voiced stop is heard.
const FIRST: [(&str, &[S]); 4] = [("μπ", &[S::B]), ("ντ", &[S::D]), ("γκ", &[S::G]), ("ντζ", &[S::J])];

pub(super) fn read(letters: &[char]) -> Vec<S> {
    let mut symbols = read_by(letters, |left, before| {
        let first = if before.is_empty() { longest(&FIRST, left) } else { None };
        first.or_else(|| longest(&SPELLINGS, left)).unwrap_or_else(|| (left.first().map_or(&[][..], |&letter| symbols(letter)), 1))
    });
    symbols.dedup_by(|a, b| a == b && !super::latin::is_vowel(*a));
    symbols
}

fn symbols(letter: char) -> &'static [S] {
    match letter {
        'α' | 'ά' => &[S::A],
        'β' => &[S::G_BETA],
        'γ' => &[S::G_GAMMA],
        'δ' => &[S::DH],
        'ε' | 'έ' => &[S::E],
        'ζ' => &[S::G_ZETA],
        'η' | 'ή' => &[S::G_ETA],
        'θ' => &[S::TH],
        'ι' | 'ί' | 'ϊ' | 'ΐ' => &[S::I],
        'κ' => &[S::K],
        'λ' => &[S::L],
        'μ' => &[S::M],
        'ν' => &[S::N],
        'ξ' => &[S::X],
        'ο' | 'ό' | 'ω' | 'ώ' => &[S::O],
        'π' => &[S::P],
        'ρ' => &[S::R],
        'σ' | 'ς' => &[S::G_SIGMA],
        'τ' => &[S::T],
        'υ' | 'ύ' | 'ϋ' | 'ΰ' => &[S::G_UPSILON],
        'φ' => &[S::F],
        'χ' => &[S::C_HA],
        'ψ' => &[S::P, S::S],
        _ => &[],
    }
}
