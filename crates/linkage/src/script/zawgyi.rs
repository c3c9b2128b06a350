//! Burmese typed in Zawgyi, an older order of signs on the same code points, turned into Unicode's.
//!
//! Zawgyi writes ေ and the encircling ra before the consonant, has asat where Unicode stacks, and own code points for stacked and narrow forms. A text
//! is taken for Zawgyi if it holds what Unicode never writes. Source: the published correspondence of both (as in the converters by Rabbit and Parabaik).

const STACK: char = '\u{1039}';
const E: char = '\u{1031}';

/// The text in Unicode's order; itself if it is not Zawgyi.
pub(crate) fn to_unicode(text: &str) -> std::borrow::Cow<'_, str> {
    let letters: Vec<char> = text.chars().collect();
    if is_zawgyi(&letters) { convert(&letters).into() } else { text.into() }
}

fn is_consonant(c: char) -> bool {
    ('\u{1000}'..='\u{1021}').contains(&c)
}

fn is_zawgyi(letters: &[char]) -> bool {
    letters.iter().enumerate().any(|(at, &c)| {
        let (before, after) = (at.checked_sub(1).and_then(|b| letters.get(b)).copied(), letters.get(at + 1).copied());
        let follows = before.is_some_and(|b| is_consonant(b) || ('\u{103B}'..='\u{103E}').contains(&b) || b == '\u{103F}');
        match c {
            '\u{1033}' | '\u{1034}' | '\u{105A}' | '\u{1060}'..='\u{1097}' => true,
            // After its consonant in Unicode, before it in Zawgyi; so is the encircling ra.
            E => !follows,
            '\u{103B}' => !before.is_some_and(|b| is_consonant(b) || b == E),
            // Stacks a consonant in Unicode; silences one in Zawgyi.
            STACK => !after.is_some_and(is_consonant),
            _ => false,
        }
    })
}

/// What a sign of Zawgyi is in Unicode; `None` if the same.
fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{103A}' | '\u{107D}' => "\u{103B}",
        '\u{103B}' | '\u{107E}'..='\u{1084}' => "\u{103C}",
        '\u{103C}' => "\u{103D}",
        '\u{103D}' | '\u{1087}' => "\u{103E}",
        '\u{1039}' => "\u{103A}",
        '\u{1033}' => "\u{102F}",
        '\u{1034}' => "\u{1030}",
        '\u{105A}' => "\u{102B}\u{103A}",
        '\u{1060}' => "\u{1039}\u{1000}",
        '\u{1061}' => "\u{1039}\u{1001}",
        '\u{1062}' => "\u{1039}\u{1002}",
        '\u{1063}' => "\u{1039}\u{1003}",
        '\u{1065}' => "\u{1039}\u{1005}",
        '\u{1066}' | '\u{1067}' => "\u{1039}\u{1006}",
        '\u{1068}' => "\u{1039}\u{1007}",
        '\u{1069}' => "\u{1039}\u{1008}",
        '\u{106A}' => "\u{1009}",
        '\u{106B}' => "\u{100A}",
        '\u{106C}' => "\u{1039}\u{100B}",
        '\u{106D}' => "\u{1039}\u{100C}",
        '\u{106E}' => "\u{100D}\u{1039}\u{100D}",
        '\u{106F}' => "\u{100D}\u{1039}\u{100E}",
        '\u{1070}' => "\u{1039}\u{100F}",
        '\u{1071}' | '\u{1072}' => "\u{1039}\u{1010}",
        '\u{1073}' | '\u{1074}' => "\u{1039}\u{1011}",
        '\u{1075}' => "\u{1039}\u{1012}",
        '\u{1076}' => "\u{1039}\u{1013}",
        '\u{1077}' => "\u{1039}\u{1014}",
        '\u{1078}' => "\u{1039}\u{1015}",
        '\u{1079}' => "\u{1039}\u{1016}",
        '\u{107A}' => "\u{1039}\u{1017}",
        '\u{107B}' | '\u{1093}' => "\u{1039}\u{1018}",
        '\u{107C}' => "\u{1039}\u{1019}",
        '\u{1085}' => "\u{1039}\u{101C}",
        '\u{1086}' => "\u{103F}",
        '\u{1088}' => "\u{103E}\u{102F}",
        '\u{1089}' => "\u{103E}\u{1030}",
        '\u{108A}' => "\u{103D}\u{103E}",
        '\u{108E}' => "\u{102D}\u{1036}",
        '\u{108F}' => "\u{1014}",
        '\u{1090}' => "\u{101B}",
        '\u{1091}' => "\u{100F}\u{1039}\u{100D}",
        '\u{1092}' => "\u{100B}\u{1039}\u{100C}",
        '\u{1094}' | '\u{1095}' => "\u{1037}",
        '\u{1096}' => "\u{1039}\u{1010}\u{103D}",
        '\u{1097}' => "\u{100B}\u{1039}\u{100B}",
        _ => return None,
    })
}

/// A small nga over the consonant, which Unicode writes before it: alone, or with a vowel.
fn kinzi(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{1064}' => "",
        '\u{108B}' => "\u{102D}",
        '\u{108C}' => "\u{102E}",
        '\u{108D}' => "\u{1036}",
        _ => return None,
    })
}

/// Consonant by consonant: what Zawgyi writes before it is set behind, with medials in their order.
fn convert(letters: &[char]) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < letters.len() {
        let (mut e, mut ra) = (false, false);
        while let Some(&c) = letters.get(at) {
            match c {
                E => e = true,
                '\u{103B}' | '\u{107E}'..='\u{1084}' => ra = true,
                _ => break,
            }
            at += 1;
        }
        let mut cluster = String::new();
        if let Some(&c) = letters.get(at) {
            cluster.push_str(sign(c).unwrap_or(c.encode_utf8(&mut [0; 4])));
            at += 1;
        }
        let (mut medials, mut rest, mut nga) = (if ra { vec!['\u{103C}'] } else { Vec::new() }, String::new(), false);
        while let Some(&c) = letters.get(at) {
            let begins = is_consonant(c)
                || matches!(c, E | '\u{103B}' | '\u{107E}'..='\u{1084}' | '\u{106A}' | '\u{106B}' | '\u{108F}' | '\u{1090}' | '\u{1086}');
            if begins || !('\u{1000}'..='\u{109F}').contains(&c) {
                break;
            }
            if let Some(vowel) = kinzi(c) {
                nga = true;
                rest.push_str(vowel);
            } else {
                for s in sign(c).unwrap_or(c.encode_utf8(&mut [0; 4])).chars() {
                    if ('\u{103B}'..='\u{103E}').contains(&s) { medials.push(s) } else { rest.push(s) }
                }
            }
            at += 1;
        }
        if nga {
            out.push_str("\u{1004}\u{103A}\u{1039}");
        }
        medials.sort_unstable();
        out.push_str(&cluster);
        // A stacked consonant stands at once behind the one it is under.
        let stacked = if rest.starts_with(STACK) {
            rest.drain(..rest.char_indices().nth(2).map_or(rest.len(), |(i, _)| i)).collect()
        } else {
            String::new()
        };
        out.push_str(&stacked);
        out.extend(medials);
        if e {
            out.push(E);
        }
        out.push_str(&rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::to_unicode;

    #[test]
    fn signs_are_set_in_unicodes_order() {
        for (zawgyi, unicode) in [
            ("\u{1031}\u{1000}\u{103A}\u{102C}\u{1039}", "\u{1000}\u{103B}\u{1031}\u{102C}\u{103A}"), // Kyaw
            ("\u{1031}\u{1021}\u{102C}\u{1004}\u{1039}", "\u{1021}\u{1031}\u{102C}\u{1004}\u{103A}"), // Aung
            ("\u{103B}\u{1019}\u{1004}\u{1037}\u{1039}", "\u{1019}\u{103C}\u{1004}\u{1037}\u{103A}"), // Myint
            ("\u{1031}\u{1010}\u{103C}", "\u{1010}\u{103D}\u{1031}"),
        ] {
            assert_eq!(to_unicode(zawgyi), unicode, "{zawgyi}");
        }
        assert_eq!(to_unicode("အောင်"), "အောင်");
        assert_eq!(to_unicode("မြင့်"), "မြင့်");
    }
}
