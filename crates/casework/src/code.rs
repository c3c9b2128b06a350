//! Display codes: what is said over the radio and written on paper in place of a name.

use std::fmt;
use std::str::FromStr;

/// Crockford's base 32: no I, L, O or U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters before the one that checks.
const LENGTH: usize = 8;

/// A code of eight letters that mean nothing, and a ninth that catches any one wrong letter and any two exchanged.
///
/// 2^40 codes: among a million records two draw the same one about every second time, so whoever draws asks whether it is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DisplayCode([u8; LENGTH]);

impl DisplayCode {
    /// The code for the lowest 40 of some random bits.
    pub fn from_random(bits: u64) -> Self {
        let mut left = bits;
        Self([(); LENGTH].map(|()| {
            let letter = (left & 31) as u8;
            left >>= 5;
            letter
        }))
    }

    /// The sum in the field of 32 elements (x^5 = x^2 + 1), each place worth x times the next.
    fn check(self) -> u8 {
        let times_x = |n: u8| if n & 16 == 0 { n << 1 } else { (n << 1) & 31 ^ 5 };
        self.0.into_iter().fold(0, |sum, letter| times_x(sum ^ letter))
    }
}

impl fmt::Display for DisplayCode {
    /// `7K4M-9QRT-X`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, value) in self.0.into_iter().chain([self.check()]).enumerate() {
            let letter = LETTERS.get(usize::from(value)).copied().map_or('?', char::from);
            write!(f, "{}{letter}", if n > 0 && n % 4 == 0 { "-" } else { "" })?;
        }
        Ok(())
    }
}

impl FromStr for DisplayCode {
    type Err = String;
    /// Reads it as people write it: any case, with or without hyphens and spaces, O for 0, I and L for 1.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "the code is not one of ours: nine letters and digits, the last of which checks the others".to_owned();
        let mut values = Vec::new();
        for letter in text.chars().filter(|c| !matches!(c, '-' | ' ')) {
            let plain = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = LETTERS.iter().position(|l| char::from(*l) == plain).ok_or_else(wrong)?;
            values.push(u8::try_from(value).map_err(|_| wrong())?);
        }
        let check = values.pop();
        let code = Self(values.try_into().map_err(|_| wrong())?);
        if check == Some(code.check()) { Ok(code) } else { Err(wrong()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_people_write_them() {
        let code = DisplayCode::from_random(0x12_3456_789a);
        let text = code.to_string();
        assert_eq!((text.len(), text.matches('-').count()), (11, 2));
        for written in
            [text.clone(), text.to_lowercase(), text.replace('-', " "), text.replace('-', "").replace('1', "l").replace('0', "o")]
        {
            assert_eq!(written.parse(), Ok(code), "{written}");
        }
        for bad in ["", "7K4M", "UUUU-UUUU-U", "é", &format!("{text}0")] {
            assert!(bad.parse::<DisplayCode>().is_err(), "{bad}");
        }
    }

    #[test]
    fn every_wrong_letter_and_every_exchange_is_caught() {
        for seed in [0, 1, 0xff_ffff_ffff, 0x5a_1234_0f0f] {
            let right: Vec<char> = DisplayCode::from_random(seed).to_string().replace('-', "").chars().collect();
            for at in 0..9 {
                for letter in LETTERS {
                    let mut wrong = right.clone();
                    wrong[at] = char::from(*letter);
                    let read = wrong.iter().collect::<String>().parse::<DisplayCode>();
                    assert_eq!(read.is_ok(), wrong == right);
                }
                for other in 0..at {
                    let mut wrong = right.clone();
                    wrong.swap(at, other);
                    assert_eq!(wrong.iter().collect::<String>().parse::<DisplayCode>().is_ok(), wrong == right);
                }
            }
        }
    }
}
