//! Manifests as a page to print and as a table.

mod html;
mod table;

pub use html::{PRINT_CSS, Style, html};
pub use movement::manifest::Audience;
pub use table::csv;

use crate::Texts;
use base::{Instant, LocalZone};
use movement::manifest::{Count, PassengerLine};
use std::collections::BTreeMap;

/// Words for what someone needs on the way.
fn need(texts: &Texts, word: &str) -> String {
    let key = format!("need-{}", word.replace('_', "-"));
    texts.find(&key, &BTreeMap::new()).unwrap_or_else(|| word.to_owned())
}

fn needs(texts: &Texts, count: &Count) -> String {
    let words: Vec<String> = count.support.iter().map(|(word, n)| format!("{} {n}", need(texts, word))).collect();
    words.join(", ")
}

fn age(texts: &Texts, line: &PassengerLine) -> String {
    match line.age {
        Some(age) if line.age_estimated => {
            texts.find("manifest-age-about", &BTreeMap::from([("age".to_owned(), age.to_string())])).unwrap_or_else(|| age.to_string())
        }
        Some(age) => age.to_string(),
        None => texts.get("manifest-age-unknown"),
    }
}

fn time(zone: &LocalZone, at: Instant) -> String {
    zone.show(at)
}

fn yes_no(texts: &Texts, yes: bool) -> String {
    texts.get(if yes { "manifest-yes" } else { "manifest-no" })
}
