//! Ethiopic: each sign is a consonant and one of seven vowels (or wa). Rows that Amharic says alike (ሀ ሐ ኀ ኸ; ሰ ሠ; አ ዐ; ጸ ፀ) are read alike.
//! The sixth vowel is often silent. Source: the order of Unicode's block 1200, eight places a row.

use crate::symbol::Symbol as S;

/// Consonants of the rows from 1200 on, eight code points each.
const ROWS: [&[S]; 43] = [
    &[S::H],        // ሀ
    &[S::L],        // ለ
    &[S::H],        // ሐ
    &[S::M],        // መ
    &[S::S],        // ሠ
    &[S::R],        // ረ
    &[S::S],        // ሰ
    &[S::SH],       // ሸ
    &[S::Q],        // ቀ
    &[S::Q, S::W],  // ቈ
    &[S::Q],        // ቐ
    &[S::Q, S::W],  // ቘ
    &[S::B],        // በ
    &[S::V],        // ቨ
    &[S::T],        // ተ
    &[S::CH],       // ቸ
    &[S::H],        // ኀ
    &[S::H, S::W],  // ኈ
    &[S::N],        // ነ
    &[S::N, S::Y],  // ኘ
    &[],            // አ
    &[S::K],        // ከ
    &[S::K, S::W],  // ኰ
    &[S::KH],       // ኸ
    &[S::KH, S::W], // ዀ
    &[S::W],        // ወ
    &[],            // ዐ
    &[S::Z],        // ዘ
    &[S::ZH],       // ዠ
    &[S::Y],        // የ
    &[S::D],        // ደ
    &[S::D],        // ዸ
    &[S::J],        // ጀ
    &[S::G],        // ገ
    &[S::G, S::W],  // ጐ
    &[S::G],        // ጘ
    &[S::T],        // ጠ
    &[S::CH],       // ጨ
    &[S::P],        // ጰ
    &[S::TS],       // ጸ
    &[S::TS],       // ፀ
    &[S::F],        // ፈ
    &[S::P],        // ፐ
];

pub(super) fn read(letters: &[char]) -> Vec<S> {
    let mut symbols = Vec::with_capacity(letters.len() * 2);
    for &letter in letters {
        symbols.extend_from_slice(consonant(letter));
        symbols.extend_from_slice(vowel(letter));
    }
    // Written twice where the first is said without its vowel: one sound.
    symbols.dedup();
    symbols
}

fn place(letter: char) -> Option<(usize, usize)> {
    let at = usize::try_from(u32::from(letter).checked_sub(0x1200)?).ok()?;
    (at / 8 < ROWS.len()).then_some((at / 8, at % 8))
}

fn consonant(letter: char) -> &'static [S] {
    place(letter).and_then(|(row, _)| ROWS.get(row)).copied().unwrap_or(&[])
}

fn vowel(letter: char) -> &'static [S] {
    let Some((row, order)) = place(letter) else { return &[] };
    // Without a consonant before it the sign is its vowel, and the first sounds like the fourth; after a throat sound too.
    let open = ROWS.get(row).is_some_and(|r| r.is_empty() || *r == [S::H]);
    match order {
        0 if open => &[S::A],
        0 => &[S::E],
        1 => &[S::U],
        2 => &[S::I],
        3 => &[S::A],
        4 => &[S::E],
        5 if ROWS.get(row).is_some_and(|r| r.is_empty()) => &[S::I],
        5 => &[S::SCHWA],
        6 => &[S::O],
        _ => &[S::W, S::A],
    }
}
