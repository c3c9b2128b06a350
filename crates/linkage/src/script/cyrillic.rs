//! Cyrillic letters: Russian, Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Kyrgyz, Tajik, Mongolian.

use super::{longest, read_by};
use crate::symbol::Symbol as S;

const SPELLINGS: [(&str, &[S]); 4] = [("дж", &[S::J]), ("кс", &[S::K, S::S]), ("тц", &[S::TS]), ("тч", &[S::CH])];

pub(super) fn read(letters: &[char]) -> Vec<S> {
    let mut symbols = read_by(letters, |left, _| {
        longest(&SPELLINGS, left).unwrap_or_else(|| (left.first().map_or(&[][..], |&letter| symbols(letter)), 1))
    });
    symbols.dedup_by(|a, b| a == b && !super::latin::is_vowel(*a));
    symbols
}

fn symbols(letter: char) -> &'static [S] {
    match letter {
        'а' | 'ә' | 'ӓ' => &[S::A],
        'б' => &[S::B],
        'в' => &[S::V],
        'г' => &[S::C_GE],
        'ґ' | 'ѓ' => &[S::G],
        'д' => &[S::D],
        'е' => &[S::C_YE],
        'ё' => &[S::Y, S::O],
        'є' => &[S::Y, S::E],
        'ж' | 'җ' => &[S::ZH],
        'з' => &[S::Z],
        'ѕ' => &[S::D, S::Z],
        'и' | 'і' | 'ӣ' => &[S::I],
        'ї' => &[S::Y, S::I],
        'й' | 'ј' => &[S::C_I_SHORT],
        'к' | 'ќ' => &[S::K],
        'қ' => &[S::Q],
        'л' => &[S::L],
        'љ' => &[S::L, S::Y],
        'м' => &[S::M],
        'н' => &[S::N],
        'њ' => &[S::N, S::Y],
        'ң' | 'ӈ' => &[S::N, S::G],
        'о' | 'ө' | 'ӧ' => &[S::O],
        'п' => &[S::P],
        'р' => &[S::R],
        'с' => &[S::S],
        'т' => &[S::T],
        'у' | 'ұ' | 'ү' | 'ӯ' | 'ӱ' => &[S::U],
        'ў' => &[S::W],
        'ф' => &[S::F],
        'х' => &[S::C_HA],
        'һ' | 'ҳ' => &[S::H],
        'ғ' => &[S::GH],
        'ц' => &[S::TS],
        'ч' | 'ћ' => &[S::CH],
        'џ' | 'ђ' | 'ҷ' => &[S::J],
        'ш' => &[S::SH],
        'щ' => &[S::SCH],
        'ы' => &[S::C_YERY],
        'э' => &[S::C_E],
        'ю' => &[S::Y, S::U],
        'я' => &[S::Y, S::A],
        _ => &[],
    }
}
