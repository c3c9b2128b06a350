//! Hebrew letters; a geresh after ג ז צ ת makes the sounds that Hebrew lacks, double vav and yod are consonants.

use super::{longest, read_by};
use crate::symbol::Symbol as S;

const SPELLINGS: [(&str, &[S]); 8] = [
    ("ג'", &[S::J]),
    ("ז'", &[S::ZH]),
    ("צ'", &[S::CH]),
    ("ץ'", &[S::CH]),
    ("ת'", &[S::TH]),
    ("ד'", &[S::DH]),
    ("וו", &[S::W]),
    ("יי", &[S::Y, S::I]),
];

pub(super) fn read(letters: &[char]) -> Vec<S> {
    let letters: Vec<char> = letters.iter().map(|&c| if matches!(c, '׳' | '’' | '‘' | '`' | '´') { '\'' } else { c }).collect();
    read_by(&letters, |left, _| longest(&SPELLINGS, left).unwrap_or_else(|| (left.first().map_or(&[][..], |&letter| symbols(letter)), 1)))
}

fn symbols(letter: char) -> &'static [S] {
    match letter {
        'א' => &[S::H_ALEF],
        'ב' => &[S::BET],
        'ג' => &[S::G],
        'ד' => &[S::D],
        'ה' => &[S::HE],
        'ו' => &[S::VAV],
        'ז' => &[S::Z],
        'ח' => &[S::HET],
        'ט' | 'ת' => &[S::T],
        'י' => &[S::YOD],
        'כ' | 'ך' => &[S::KAF],
        'ל' => &[S::L],
        'מ' | 'ם' => &[S::M],
        'נ' | 'ן' => &[S::N],
        'ס' => &[S::S],
        'ע' => &[S::H_AYIN],
        'פ' | 'ף' => &[S::PE],
        'צ' | 'ץ' => &[S::TS],
        'ק' => &[S::K],
        'ר' => &[S::R],
        'ש' => &[S::SHIN],
        _ => &[],
    }
}
