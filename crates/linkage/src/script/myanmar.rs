//! Myanmar: a syllable is a consonant with medials, a vowel, and perhaps a final that asat has silenced; finals change the vowel (အောင် Aung,
//! ကျော် Kyaw, မြင့် Myint). Written as Burmese romanises names. Tones are dropped. Order of signs: Unicode's, not Zawgyi's.

use crate::symbol::Symbol as S;

const ASAT: char = '\u{103A}';
const VIRAMA: char = '\u{1039}';

pub(super) fn read(letters: &[char]) -> Vec<S> {
    let mut symbols = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let syllable = Syllable::read(letters, &mut at);
        syllable.say(&mut symbols);
    }
    symbols
}

/// The syllables of a run of letters: one begins at a consonant (or a vowel that stands alone) that isn't silenced nor stacked under another.
pub(crate) fn syllables(run: &str) -> Vec<String> {
    let letters: Vec<char> = run.chars().collect();
    let mut found: Vec<String> = Vec::new();
    for (at, &letter) in letters.iter().enumerate() {
        let stacked = at > 0 && letters.get(at - 1) == Some(&VIRAMA);
        let begins = ('\u{1000}'..='\u{102A}').contains(&letter) && !silenced(&letters, at) && !stacked;
        match found.last_mut() {
            Some(current) if !begins => current.push(letter),
            _ => found.push(letter.to_string()),
        }
    }
    found
}

/// Signs of one syllable.
#[derive(Default)]
struct Syllable {
    onset: Option<char>,
    medials: Vec<char>,
    vowels: Vec<char>,
    coda: Option<char>,
}

impl Syllable {
    /// Reads from `at`, and moves it past what was read (one sign at least).
    fn read(letters: &[char], at: &mut usize) -> Self {
        let sign = |i: usize| letters.get(i).copied();
        let mut found = Self { onset: sign(*at), ..Self::default() };
        *at += 1;
        while let Some(letter) = sign(*at) {
            match letter {
                '\u{103B}'..='\u{103E}' => found.medials.push(letter),
                '\u{102B}'..='\u{1032}' | '\u{1036}' => found.vowels.push(letter),
                // Tones, and marks of other languages; the asat of ော်.
                '\u{1037}' | '\u{1038}' | ASAT | '\u{1033}'..='\u{1035}' => {}
                consonant if is_consonant(consonant) && silenced(letters, *at) => {
                    found.coda = Some(consonant);
                    if sign(*at + 1) == Some(VIRAMA) {
                        // Stacked: the next consonant begins a syllable of its own.
                        *at += 2;
                        return found;
                    }
                }
                _ => return found,
            }
            *at += 1;
        }
        found
    }

    fn say(&self, out: &mut Vec<S>) {
        let Some(onset) = self.onset else { return };
        let has = |medial: char| self.medials.contains(&medial);
        if let Some(alone) = standing_alone(onset) {
            out.extend_from_slice(alone);
            return;
        }
        let glide = has('\u{103B}') || has('\u{103C}');
        match onset {
            // With a glide kh and g are heard and written as ch and j; k is written ky.
            'ခ' if glide => out.push(S::CH),
            'ဂ' if glide => out.push(S::J),
            'သ' if glide || has('\u{103E}') => out.push(S::SH),
            'ရ' if has('\u{103E}') => out.push(S::SH),
            'ယ' if has('\u{103E}') => out.push(S::SH),
            other => out.extend_from_slice(consonant(other)),
        }
        if glide && !matches!(onset, 'သ' | 'ခ' | 'ဂ') {
            out.push(S::Y);
        }
        let w = has('\u{103D}');
        self.rhyme(w, out);
    }

    fn rhyme(&self, w: bool, out: &mut Vec<S>) {
        let has = |vowel: char| self.vowels.contains(&vowel);
        let (aa, i, u, e, ai, dot) = (
            has('\u{102B}') || has('\u{102C}'),
            has('\u{102D}') || has('\u{102E}'),
            has('\u{102F}') || has('\u{1030}'),
            has('\u{1031}'),
            has('\u{1032}'),
            has('\u{1036}'),
        );
        let rounded = |plain: &'static [S], with_w: &'static [S]| if w { with_w } else { plain };
        let rhyme: &[S] = match (self.coda, aa, i, u, e) {
            // Final nasals.
            (Some('င'), true, _, _, true) => &[S::A, S::U, S::N, S::G],
            (Some('င'), _, true, true, _) => &[S::A, S::I, S::N, S::G],
            (Some('င' | 'ဉ'), ..) => rounded(&[S::I, S::N], &[S::W, S::I, S::N]),
            (Some('န' | 'မ' | 'ဏ'), _, false, true, _) => &[S::O, S::N],
            (Some('န' | 'မ' | 'ဏ'), _, true, false, _) => &[S::E, S::I, S::N],
            (Some('န' | 'မ' | 'ဏ'), ..) => rounded(&[S::A, S::N], &[S::U, S::N]),
            // Final stops.
            (Some('က'), true, _, _, true) => &[S::A, S::U, S::STOP],
            (Some('က'), _, true, true, _) => &[S::A, S::I, S::STOP],
            (Some('က'), ..) => rounded(&[S::E, S::STOP], &[S::W, S::E, S::STOP]),
            (Some('စ'), ..) => rounded(&[S::I, S::STOP], &[S::W, S::I, S::STOP]),
            (Some('တ' | 'ပ' | 'ဒ' | 'ဗ' | 'ဋ' | 'ဓ' | 'ထ'), _, false, true, _) => &[S::O, S::STOP],
            (Some('တ' | 'ပ' | 'ဒ' | 'ဗ' | 'ဋ' | 'ဓ' | 'ထ'), _, true, false, _) => &[S::E, S::I, S::STOP],
            (Some('တ' | 'ပ' | 'ဒ' | 'ဗ' | 'ဋ' | 'ဓ' | 'ထ'), ..) => rounded(&[S::A, S::STOP], &[S::U, S::STOP]),
            (Some('ည'), ..) => rounded(&[S::I], &[S::W, S::E]),
            (Some('ယ'), ..) => rounded(&[S::E], &[S::W, S::E]),
            // The dot is a nasal.
            (_, _, false, true, _) if dot => &[S::O, S::N],
            (_, _, true, _, _) if dot => &[S::E, S::I, S::N],
            _ if dot => &[S::A, S::N],
            // Open.
            (_, true, _, _, true) => &[S::A, S::W],
            (_, _, true, true, _) => &[S::O],
            (_, _, true, ..) => rounded(&[S::I], &[S::W, S::I]),
            (_, _, _, true, _) => &[S::U],
            (_, _, _, _, true) => rounded(&[S::E], &[S::W, S::E]),
            _ if ai => rounded(&[S::E], &[S::W, S::E]),
            _ => rounded(&[S::A], &[S::W, S::A]),
        };
        out.extend_from_slice(rhyme);
    }
}

fn is_consonant(letter: char) -> bool {
    ('\u{1000}'..='\u{1021}').contains(&letter) || letter == '\u{103F}'
}

/// Whether the consonant at `at` closes the syllable: an asat follows (a tone may stand between), or it has another stacked under it.
fn silenced(letters: &[char], at: usize) -> bool {
    let after = letters.get(at + 1..).unwrap_or_default();
    match after.first() {
        Some(&ASAT | &VIRAMA) => true,
        Some('\u{1037}') => after.get(1) == Some(&ASAT),
        _ => false,
    }
}

fn standing_alone(letter: char) -> Option<&'static [S]> {
    Some(match letter {
        'ဣ' | 'ဤ' => &[S::I],
        'ဥ' | 'ဦ' => &[S::U],
        'ဧ' => &[S::E],
        'ဩ' | 'ဪ' => &[S::A, S::W],
        '\u{103F}' => &[S::MY_TH, S::A],
        letter if is_consonant(letter) => return None,
        _ => &[],
    })
}

fn consonant(letter: char) -> &'static [S] {
    match letter {
        'က' => &[S::K],
        'ခ' => &[S::KH],
        'ဂ' | 'ဃ' => &[S::G],
        'င' => &[S::N, S::G],
        'စ' => &[S::S],
        'ဆ' => &[S::S],
        'ဇ' | 'ဈ' => &[S::Z],
        'ဉ' | 'ည' => &[S::N, S::Y],
        'တ' | 'ထ' | 'ဋ' | 'ဌ' => &[S::T],
        'ဒ' | 'ဓ' | 'ဍ' | 'ဎ' => &[S::D],
        'န' | 'ဏ' => &[S::N],
        'ပ' | 'ဖ' => &[S::P],
        'ဗ' | 'ဘ' => &[S::B],
        'မ' => &[S::M],
        'ယ' => &[S::Y],
        'ရ' => &[S::MY_YA],
        'လ' | 'ဠ' => &[S::L],
        'ဝ' => &[S::W],
        'သ' => &[S::MY_TH],
        'ဟ' => &[S::H],
        _ => &[],
    }
}
