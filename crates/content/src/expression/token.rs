//! Source text to tokens, with code-point positions.

use super::problem::{Code, Problem};
use super::{MAX_LENGTH, MAX_PARTS};

/// A word or sign of the language.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Word {
    Number(f64),
    Text(String),
    Field(String),
    Name(String),
    Sign(&'static str),
    End,
}

/// A word and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub word: Word,
    pub start: usize,
    pub end: usize,
}

/// Longer signs first.
const SIGNS: [&str; 14] = ["!=", "<=", ">=", "..", "=", "<", ">", "+", "-", "*", ",", "(", ")", "."];

/// All tokens, the last one [`Word::End`]; or the first thing that is no token.
pub(super) fn tokens(source: &str) -> Result<Vec<Token>, Problem> {
    let chars: Vec<char> = source.chars().collect();
    if chars.len() > MAX_LENGTH {
        return Err(Problem::new(Code::TooLong, (MAX_LENGTH, chars.len()), &[]));
    }
    let mut found = Vec::new();
    let mut parts = 0;
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if matches!(c, ' ' | '\t' | '\r' | '\n') {
            at += 1;
            continue;
        }
        let (word, end) = word(&chars, at, c)?;
        parts += usize::from(!matches!(word, Word::Sign("(" | ")" | ",")));
        if parts > MAX_PARTS {
            return Err(Problem::new(Code::TooManyParts, (at, end), &[]));
        }
        found.push(Token { word, start: at, end });
        at = end;
    }
    found.push(Token { word: Word::End, start: at, end: at });
    Ok(found)
}

fn word(chars: &[char], at: usize, first: char) -> Result<(Word, usize), Problem> {
    let rest = chars.get(at..).unwrap_or_default();
    let text = |from: usize, to: usize| -> String { chars.get(from..to).unwrap_or_default().iter().collect() };
    let digit_follows = rest.get(1).is_some_and(char::is_ascii_digit);
    if first.is_ascii_digit() || (first == '.' && digit_follows) {
        let end = number_end(chars, at);
        let value = text(at, end).parse::<f64>().unwrap_or(f64::INFINITY);
        return if value.is_finite() { Ok((Word::Number(value), end)) } else { Err(Problem::new(Code::NumberTooLarge, (at, end), &[])) };
    }
    if first == '\'' || first == '"' {
        return match rest.iter().skip(1).position(|c| *c == first) {
            Some(length) => Ok((Word::Text(text(at + 1, at + 1 + length)), at + length + 2)),
            None => Err(Problem::new(Code::UnclosedText, (at, chars.len()), &[])),
        };
    }
    if first == '$' && rest.get(1) == Some(&'{') {
        let end = rest.iter().position(|c| *c == '}').map(|length| at + length + 1);
        let name = text(at + 2, end.map_or(at, |e| e - 1));
        return match end {
            Some(end) if is_name(&name) => Ok((Word::Field(name), end)),
            _ => Err(Problem::new(Code::BadReference, (at, end.unwrap_or(chars.len())), &[])),
        };
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let length = rest.iter().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ':')).count();
        return Ok((Word::Name(text(at, at + length)), at + length));
    }
    match SIGNS.into_iter().find(|sign| sign.chars().eq(rest.iter().copied().take(sign.len()))) {
        Some(sign) => Ok((Word::Sign(sign), at + sign.len())),
        None => Err(Problem::new(Code::UnexpectedCharacter, (at, at + 1), &[&first.to_string()])),
    }
}

/// Digits, then a point and more digits if there is one.
fn number_end(chars: &[char], at: usize) -> usize {
    let digits = |from: usize| from + chars.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
    let whole = digits(at);
    if chars.get(whole) == Some(&'.') { digits(whole + 1) } else { whole }
}

/// Whether a field can be called this.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && text.chars().all(|c| c.is_ascii_alphanumeric() || "_.-".contains(c))
}
