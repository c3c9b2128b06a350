//! Why two records are proposed as one person: each piece of evidence in words, and what would settle it.

use crate::compare::{Level, Part};
use crate::model::Model;
use crate::record::{Birth, Record, Sex, Written};

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Which part.
    pub part: Part,
    /// Natural log-odds: above 0 for, below 0 against.
    pub weight: f32,
    /// In English.
    pub said: String,
}

/// Evidence of each part that both have, the weightiest first.
pub fn explain(asked: &Record, found: &Record, levels: &[Level], model: &Model) -> Vec<Evidence> {
    let mut evidence: Vec<Evidence> =
        levels.iter().map(|level| Evidence { part: level.part, weight: model.weight(level), said: said(level, asked, found) }).collect();
    evidence.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()).then(a.part.cmp(&b.part)));
    evidence
}

/// What to ask for next: parts that are missing on either side, those that tell most first.
pub fn would_settle(asked: &Record, found: &Record) -> Vec<&'static str> {
    let lacks = |empty: fn(&Record) -> bool| empty(asked) || empty(found);
    let role = |role: &str| [asked, found].iter().any(|r| !r.relatives.iter().any(|other| other.role == role));
    let words = |record: &Record| record.names.first().map_or(0, |n| n.name.words.len());
    let mut ask = Vec::new();
    if role("mother") {
        ask.push("ask for the mother's name");
    }
    if role("father") && words(asked).min(words(found)) < 3 {
        ask.push("ask for the father's name");
    }
    if lacks(|r| r.birth.is_none()) {
        ask.push("ask how old they are");
    }
    if lacks(|r| r.places.is_empty()) {
        ask.push("ask where they lived and were last together");
    }
    if lacks(|r| r.phones.is_empty() && r.identifiers.is_empty()) {
        ask.push("ask for a telephone number or a paper");
    }
    ask
}

fn said(level: &Level, asked: &Record, found: &Record) -> String {
    let by = |words: &[&'static str]| words.get(level.level).or(words.last()).copied().unwrap_or_default();
    let shared = level.rarity.map_or_else(String::new, |r| format!("; about one in {} shares as much", round(r.exp())));
    match level.part {
        Part::Name | Part::NameAcross => {
            let words =
                ["the same name", "nearly the same name", "a like name", "a name alike in part", "little of the name", "different names"];
            format!("{}: {} ~ {}{shared}", by(&words), texts(&asked.names), texts(&found.names))
        }
        Part::Birth => {
            let words = [
                "born on the same day",
                "dates of birth but for one part the same",
                "born in the same year",
                "born a year apart",
                "born up to three years apart",
                "born up to seven years apart",
                "born more than seven years apart",
            ];
            format!("{}: {} ~ {}", by(&words), born(asked.birth), born(found.birth))
        }
        Part::BirthEstimated => {
            let words = ["the same", "within two years", "within five years", "within ten years", "more than ten years apart"];
            format!("estimated births {}: {} ~ {}", by(&words), born(asked.birth), born(found.birth))
        }
        Part::Sex => format!("{}: {} ~ {}", by(&["the same sex", "different sex"]), sex(asked.sex), sex(found.sex)),
        Part::Place => {
            let words = ["the same place", "nearly the same place", "a like place", "different places"];
            format!("{}: {} ~ {}{shared}", by(&words), texts(&asked.places), texts(&found.places))
        }
        Part::Relatives => {
            let words = ["two relatives or more agree", "one relative agrees", "no relative agrees"];
            let relatives = |record: &Record| {
                let each = record.relatives.iter().map(|r| format!("{} {}", r.role, r.name.text).trim().to_owned());
                each.collect::<Vec<_>>().join(", ")
            };
            format!("{}: {} ~ {}", by(&words), relatives(asked), relatives(found))
        }
        Part::Identifier => by(&["the same paper", "papers but for one letter the same", "different papers"]).to_owned(),
        Part::Phone => by(&["the same telephone", "different telephones"]).to_owned(),
    }
}

/// Two digits tell enough.
fn round(number: f32) -> u64 {
    let step = 10f32.powf(number.max(1.0).log10().floor() - 1.0).max(1.0);
    ((number / step).round() * step) as u64
}

fn texts(written: &[Written]) -> String {
    written.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" / ")
}

fn born(birth: Option<Birth>) -> String {
    birth.map_or_else(String::new, |b| match b.day {
        Some((month, day)) => format!("{}-{month:02}-{day:02}", b.year),
        None => b.year.to_string(),
    })
}

fn sex(sex: Option<Sex>) -> &'static str {
    match sex {
        Some(Sex::Female) => "female",
        Some(Sex::Male) => "male",
        None => "",
    }
}
