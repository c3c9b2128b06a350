//! Arabic letters, with those of Persian, Urdu, Pashto, Kurdish and Uyghur.
//!
//! Marks of vowels, doubling and stretching are dropped (they are seldom written); forms of alef and hamza fall together; letters that were
//! typed for each other on other keyboards (ی for ي, ک for ك, ہ for ه) too. Source of letters: Unicode 17, blocks 0600 and 0750.

use super::read_by;
use crate::symbol::Symbol as S;

pub(super) fn read(letters: &[char]) -> Vec<S> {
    read_by(letters, |left, _| (left.first().map_or(&[][..], |&letter| symbols(letter)), 1))
}

fn symbols(letter: char) -> &'static [S] {
    match letter {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => &[S::ALEF],
        'ء' => &[S::HAMZA],
        'ؤ' => &[S::HAMZA, S::WAW],
        'ئ' => &[S::HAMZA, S::YA],
        'ب' | 'ٻ' | 'ݐ' => &[S::B],
        'پ' => &[S::P],
        'ت' | 'ٹ' | 'ټ' | 'ٽ' | 'ٺ' | 'ٿ' => &[S::T],
        'ث' => &[S::TH],
        'ج' | 'ڄ' => &[S::JIM],
        'چ' | 'ڇ' => &[S::CH],
        'ح' => &[S::HEAVY_H],
        'خ' => &[S::KH],
        'د' | 'ډ' | 'ڈ' | 'ڊ' => &[S::D],
        'ذ' => &[S::DH],
        'ر' | 'ڑ' | 'ړ' | 'ڕ' => &[S::R],
        'ز' => &[S::Z],
        'ژ' | 'ږ' => &[S::ZH],
        'س' => &[S::S],
        'ش' | 'ښ' => &[S::SH],
        'ص' => &[S::HEAVY_S],
        'ض' => &[S::HEAVY_D],
        'ط' => &[S::HEAVY_T],
        'ظ' => &[S::HEAVY_Z],
        'ع' => &[S::AYN],
        'غ' => &[S::GH],
        'ف' => &[S::F],
        'ڤ' | 'ۋ' => &[S::V],
        'ق' => &[S::Q],
        'ك' | 'ک' | 'ڪ' => &[S::K],
        'گ' | 'ګ' | 'ݣ' | 'ڭ' => &[S::G],
        'ل' | 'ڵ' => &[S::L],
        'م' => &[S::M],
        'ن' | 'ں' | 'ڼ' => &[S::N],
        'ه' | 'ھ' | 'ہ' | 'ۀ' => &[S::H],
        'ة' | 'ۃ' => &[S::MARBUTA],
        'و' | 'ۊ' => &[S::WAW],
        'ۆ' => &[S::O],
        'ۇ' | 'ۈ' => &[S::U],
        'ي' | 'ی' | 'ى' | 'ے' | 'ې' | 'ۍ' | 'ێ' => &[S::YA],
        'ە' => &[S::E],
        'څ' => &[S::TS],
        'ځ' => &[S::D, S::Z],
        _ => &[],
    }
}
