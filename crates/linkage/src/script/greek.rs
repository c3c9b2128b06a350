//! Greek: pairs of letters are read as modern Greek says them; two consonants stand for foreign b, d, g, j.

use super::{longest, read_by};
use crate::symbol::Symbol as S;

const SPELLINGS: [(&str, &[S]); 19] = [
    ("ου", &[S::U]),
    ("αι", &[S::E]),
    ("ει", &[S::I]),
    ("οι", &[S::I]),
    ("υι", &[S::I]),
    ("αυ", &[S::A, S::V]),
    ("ευ", &[S::E, S::V]),
    ("ηυ", &[S::I, S::V]),
    ("μπ", &[S::B]),
    ("ντ", &[S::D]),
    ("γκ", &[S::G]),
    ("γγ", &[S::N, S::G]),
    ("γχ", &[S::N, S::KH]),
    ("γξ", &[S::N, S::X]),
    ("τζ", &[S::J]),
    ("τσ", &[S::TS]),
    ("ντζ", &[S::N, S::J]),
    ("άι", &[S::A, S::I]),
    ("όι", &[S::O, S::I]),
];

pub(super) fn read(letters: &[char]) -> Vec<S> {
    let mut symbols = read_by(letters, |left, before| {
        let inside = !before.is_empty();
        match (left.first(), left.get(1)) {
            // Between other letters both are heard: Antonis, Olympia.
            (Some('ν'), Some('τ')) if inside && left.get(2) != Some(&'ζ') => (&[S::N, S::T][..], 2),
            (Some('μ'), Some('π')) if inside => (&[S::M, S::P][..], 2),
            _ => longest(&SPELLINGS, left).unwrap_or_else(|| (left.first().map_or(&[][..], |&letter| symbols(letter)), 1)),
        }
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
        'ζ' => &[S::Z],
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
        'σ' | 'ς' => &[S::S],
        'τ' => &[S::T],
        'υ' | 'ύ' | 'ϋ' | 'ΰ' => &[S::G_UPSILON],
        'φ' => &[S::F],
        'χ' => &[S::C_HA],
        'ψ' => &[S::P, S::S],
        _ => &[],
    }
}
