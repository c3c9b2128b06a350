//! The words that find a record: those of names, of its code, of papers and of telephones.

use casework::known::{card, group};
use casework::names;
use journal::{Card, Op};
use std::collections::BTreeSet;
use store::Token;

/// Fields of the group `identity` that people are looked for by: names and numbers of papers. Nobody is found by faith, descent or looks.
const SEARCHED: [&str; 4] = ["name", "name_text", "separated_name", "id_value"];

static PHONE: base::Field = base::Field::known("phone");

/// What the store indexes of a card.
pub fn index(card: &Card) -> BTreeSet<Token> {
    let compartment = card.compartment();
    let mut found = BTreeSet::new();
    if compartment.group == group::IDENTITY {
        for field in card.fields().filter(|f| SEARCHED.contains(&f.as_str())) {
            for text in texts(card, field) {
                found.extend(names::tokens(&text).iter().filter_map(|token| token_of(token)));
            }
        }
    } else if compartment.group == group::CONTACT {
        found.extend(texts(card, &PHONE).filter_map(|text| phone(&text)));
    } else if compartment.group == group::CARD {
        found.extend(texts(card, &card::CODE).map(|text| code(&text)));
    }
    found
}

fn texts<'a>(card: &'a Card, field: &base::Field) -> impl Iterator<Item = String> + use<'a> {
    card.heads(field).into_iter().filter_map(|head| match head.op {
        Op::Set(serde_json::Value::String(text)) => Some(text.clone()),
        _ => None,
    })
}

/// The spellings of each word of a question, the best first.
pub(super) fn spellings(text: &str) -> Vec<Vec<Token>> {
    names::words(text)
        .iter()
        .map(|word| {
            let mut all: Vec<Token> = names::tokens(word).iter().filter_map(|token| token_of(token)).collect();
            all.sort_by_key(|token| ["word", "beginning", "sound"].iter().position(|kind| *kind == token.kind));
            all
        })
        .filter(|all| !all.is_empty())
        .collect()
}

/// A telephone number as a token: whether or not the country's code is written.
pub(super) fn phone(text: &str) -> Option<Token> {
    Some(Token { kind: "phone", text: casework::likeness::number(text)? })
}

/// A display code as a token.
pub(super) fn code(text: &str) -> Token {
    Token { kind: "code", text: text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase() }
}

fn token_of(token: &str) -> Option<Token> {
    let (kind, text) = token.split_once(':')?;
    let kind = match kind {
        "t" => "word",
        "p" => "beginning",
        "s" => "sound",
        _ => return None,
    };
    Some(Token { kind, text: text.to_owned() })
}
