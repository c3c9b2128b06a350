//! Random records: every kind of answer, every blank, edges of numbers, dates and text.

use content::expression::{Blank, Day, Declared, Type};
use rand::RngExt;
use rand_pcg::Pcg64Mcg;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

const NUMBERS: [f64; 24] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    2.0,
    3.0,
    17.0,
    18.0,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.5,
    0.1,
    0.3,
    0.499_999_999_999_999_94,
    4_503_599_627_370_497.0,
    9_007_199_254_740_991.0,
    1e21,
    1e-7,
    1e300,
    1.7e308,
    5e-324,
    1e15,
];
pub const TEXTS: [&str; 20] = [
    "",
    "a",
    "b",
    "ab",
    "male",
    "female",
    "escort",
    "wheelchair",
    "en",
    "xx",
    "é",
    "e\u{301}",
    "😀",
    "a😀b",
    "مريم",
    "١٢",
    "12",
    "-3.5",
    "2008-02-29",
    "2026-13",
];
const CODES: [&str; 4] = ["wheelchair", "escort", "medicine", "interpreter"];

pub fn pick<T: Copy>(rng: &mut Pcg64Mcg, from: &[T]) -> T {
    from[rng.random_range(0..from.len())]
}

/// A record of these fields, seen from where the expression stands; some fields are left out.
pub fn record(rng: &mut Pcg64Mcg, names: &BTreeSet<String>, declared: &Declared<'_>) -> Map<String, Json> {
    let mut with = Map::new();
    let mut rows = Map::new();
    let length = rng.random_range(0..4);
    let fields = names.iter().map(|name| (name.as_str(), name.as_str())).chain(declared.here.map(|name| (".", name)));
    for (name, field) in fields {
        let Some(field) = declared.fields.get(field) else { continue };
        if rng.random_bool(0.1) {
            continue;
        }
        let within = |repeat: &str| declared.scope == Some(repeat) || (declared.scope == Some("docs") && repeat == "members");
        let many: Vec<Json> = (0..length).map(|_| answer(rng, field.ty)).collect();
        let value = match &field.repeat {
            _ if field.ty == Type::Repeat => json!({"rows": length}),
            Some(repeat) if !within(repeat) => json!({"many": many}),
            _ => answer(rng, field.ty),
        };
        if field.repeat.is_some() {
            rows.insert(name.to_owned(), many.into());
        }
        with.insert(name.to_owned(), value);
    }
    with.insert("#rows".into(), rows.into());
    if declared.scope.is_some() {
        with.insert("#position".into(), json!(rng.random_range(1..4)));
    }
    with
}

/// An answer of this type; one in a hundred is of another type, as no honest caller would give.
fn answer(rng: &mut Pcg64Mcg, ty: Type) -> Json {
    if rng.random_bool(0.15) {
        return json!({"blank": pick(rng, &Blank::ALL).name()});
    }
    let ty = if rng.random_bool(0.01) { pick(rng, &[Type::Truth, Type::Number, Type::Text, Type::Date, Type::Choices]) } else { ty };
    match ty {
        Type::Truth => json!(rng.random_bool(0.5)),
        Type::Number if rng.random_bool(0.3) => range(rng),
        Type::Number => json!(number(rng)),
        Type::Text | Type::Choice => json!(pick(rng, &TEXTS)),
        Type::Date if rng.random_bool(0.3) => {
            let from = date(rng);
            json!({"date": [from.to_string(), later(rng, from).to_string()]})
        }
        Type::Date => json!({"date": date(rng).to_string()}),
        Type::Instant => json!({"instant": base::Instant(rng.random_range(-62_135_500_000..253_402_200_000)).to_string()}),
        Type::Choices => json!({"choices": CODES.into_iter().filter(|_| rng.random_bool(0.4)).collect::<Vec<_>>()}),
        Type::Present | Type::Repeat => json!({"present": true}),
    }
}

fn number(rng: &mut Pcg64Mcg) -> f64 {
    match rng.random_range(0..4) {
        0 => pick(rng, &NUMBERS),
        1 => f64::from(rng.random_range(-20..130)),
        2 => f64::from(rng.random_range(-2000..2000)) / 8.0,
        // Any finite number: a random exponent and fraction.
        _ => Some(f64::from_bits(rng.random())).filter(|n| n.is_finite()).unwrap_or(7.0),
    }
}

fn range(rng: &mut Pcg64Mcg) -> Json {
    let (a, b) = (number(rng), number(rng));
    // Now and then the wrong way round, as no honest caller would give.
    if rng.random_bool(0.05) { json!([a.max(b), a.min(b)]) } else { json!([a.min(b), a.max(b)]) }
}

fn date(rng: &mut Pcg64Mcg) -> Day {
    let number = match rng.random_range(0..4) {
        0 => rng.random_range(Day::FIRST.number()..=Day::LAST.number()),
        1 => pick(rng, &[Day::FIRST.number(), Day::LAST.number(), 11_016, 11_017, 13_938, -25_509]),
        _ => rng.random_range(10_000..21_000),
    };
    Day::from_number(i64::from(number)).unwrap()
}

fn later(rng: &mut Pcg64Mcg, from: Day) -> Day {
    let days = pick(rng, &[0, 1, 27, 30, 364, 365, 4000]);
    Day::from_number(i64::from(from.number()) + days).unwrap_or(Day::LAST)
}
