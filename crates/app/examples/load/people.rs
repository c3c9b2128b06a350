//! People who never were, drawn from a seed: the same number gives the same person in every run.

use base::{Field, RecordId, Uuid};
use content::{Answer, Payload};
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64;
use serde_json::json;

const BEGINNINGS: [&str; 20] =
    ["ma", "ka", "zo", "ni", "fa", "sa", "yo", "be", "do", "mo", "ra", "ha", "ju", "le", "ga", "ti", "wa", "pe", "ab", "is"];
const MIDDLES: [&str; 16] = ["ri", "li", "mou", "ra", "di", "na", "bi", "so", "ta", "lo", "ko", "sse", "he", "mba", "ngo", "ya"];
const ENDINGS: [&str; 12] = ["am", "a", "na", "i", "ou", "ate", "el", "in", "ra", "ba", "ma", "que"];
/// Apart from the seeds of requests.
const PEOPLE: u64 = 7_000_000_000;

/// The identifier of a person: they lie in the order in which they were registered, as those of version 7 do.
pub fn record(n: u64) -> RecordId {
    RecordId(Uuid::from_u64_pair((1 << 60) | (n << 12), Pcg64::seed_from_u64(PEOPLE + n).next_u64()))
}

/// Two words, of which a few make up most names, as among people: one in seventy people of the commonest.
pub fn name(rng: &mut Pcg64) -> String {
    let mut pick = |from: &[&'static str]| from[((rng.random::<f64>() * rng.random::<f64>()) * from.len() as f64) as usize];
    let mut word = || format!("{}{}{}", pick(&BEGINNINGS), pick(&MIDDLES), pick(&ENDINGS));
    format!("{} {}", word(), word())
}

/// The name of a person.
pub fn name_of(n: u64) -> String {
    name(&mut Pcg64::seed_from_u64(n))
}

/// What a person answered at registration: four field groups, besides the card.
pub fn answers(n: u64) -> Payload {
    let mut rng = Pcg64::seed_from_u64(n);
    let name = name(&mut rng);
    let need = ["wheelchair", "escort"][rng.random_range(0..2)];
    let given = [
        ("name", json!(name)),
        ("sex", json!(["female", "male"][rng.random_range(0..2)])),
        ("birth_date", json!(format!("{}~", rng.random_range(1930..2014)))),
        ("phone", json!(format!("+236 70 {:02} {:02} {:02}", rng.random_range(0..100), rng.random_range(0..100), n % 100))),
        ("safe_to_call", json!(true)),
        ("address", json!(format!("Shelter {} {}", ["A", "B", "C"][rng.random_range(0..3)], rng.random_range(1..400)))),
        ("displacement_status", json!("idp")),
        ("support_needs", json!([need])),
    ];
    given.into_iter().map(|(field, value)| (Field::known(field), Answer::Set(value))).collect()
}
