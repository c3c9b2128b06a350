//! Search before create: who among those already registered may be the person at the desk. It gives reasons and never merges.

use crate::names::{sound, words};
use crate::person::Person;
use base::{Reason, RecordId};
use content::expression::{Between, Day};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Days that two births may lie apart and still be one: people round their years (default: set locally).
const BIRTH_SLACK: i32 = 366;

/// What a registration says that can be compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Traits {
    /// Names as written.
    pub names: Vec<String>,
    /// Sex, where it is known.
    pub sex: Option<String>,
    /// Days on which the person may have been born.
    pub birth: Option<Between<Day>>,
    /// Identifiers as type and value.
    pub identifiers: Vec<(String, String)>,
    /// Telephone numbers.
    pub phones: Vec<String>,
}

/// Someone who may be the same person, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// Who is registered already.
    pub record: RecordId,
    /// Why they may be the same; the strongest first.
    pub reasons: Vec<Reason>,
}

impl From<&Person<'_>> for Traits {
    fn from(person: &Person<'_>) -> Self {
        Self { names: person.names(), sex: person.sex(), birth: person.birth(), identifiers: person.identifiers(), phones: person.phones() }
    }
}

/// Reasons that can stand alone, the strongest first.
const STRENGTH: [&str; 4] = ["same-identifier", "same-phone", "same-name", "similar-name"];

/// Those of the candidates who may be the person: the strongest reason first, then the most reasons.
pub fn alike(new: &Traits, candidates: &[(RecordId, Traits)]) -> Vec<Likeness> {
    let compared = candidates.iter().map(|(record, traits)| Likeness { record: *record, reasons: compare(new, traits) });
    let mut found: Vec<Likeness> = compared.filter(|likeness| !likeness.reasons.is_empty()).collect();
    let strength =
        |likeness: &Likeness| STRENGTH.iter().position(|code| likeness.reasons.first().is_some_and(|reason| reason.code == *code));
    found.sort_by_key(|likeness| (strength(likeness), Reverse(likeness.reasons.len()), likeness.record));
    found
}

/// Why two registrations may be of one person; none if nothing but a birth or a sex agrees, or names agree and births or sexes rule it out.
pub fn compare(one: &Traits, other: &Traits) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let shared = |a: BTreeSet<String>, b: BTreeSet<String>| a.intersection(&b).next().is_some();
    let identifiers =
        |traits: &Traits| traits.identifiers.iter().map(|(kind, value)| format!("{kind} {}", words(value).concat())).collect();
    if shared(identifiers(one), identifiers(other)) {
        reasons.push(Reason::new("same-identifier"));
    }
    if shared(numbers(one), numbers(other)) {
        reasons.push(Reason::new("same-phone"));
    }
    let sexes_differ = one.sex.as_ref().zip(other.sex.as_ref()).is_some_and(|(a, b)| is_definite(a) && is_definite(b) && a != b);
    let births = one.birth.zip(other.birth).map(|(a, b)| days_between(a, b));
    let ruled_out = sexes_differ || births.is_some_and(|days| days > BIRTH_SLACK);
    if let Some(code) = names_agree(one, other).filter(|_| !ruled_out) {
        reasons.push(Reason::new(code));
    }
    if !reasons.is_empty() {
        reasons.extend(
            births.filter(|days| *days <= BIRTH_SLACK).map(|days| Reason::new(if days == 0 { "birth-agrees" } else { "birth-near" })),
        );
    }
    reasons
}

/// Whether a code of sex can rule someone out.
fn is_definite(sex: &str) -> bool {
    matches!(sex, "female" | "male")
}

/// How many days lie between what two births may have been; 0 where they overlap.
fn days_between(a: Between<Day>, b: Between<Day>) -> i32 {
    (a.lo.number() - b.hi.number()).max(b.lo.number() - a.hi.number()).max(0)
}

/// How any name of the one agrees with any of the other: the same words in any order, or at least two words (or the only one) that sound alike.
fn names_agree(one: &Traits, other: &Traits) -> Option<&'static str> {
    let mut found = None;
    for (a, b) in one.names.iter().flat_map(|a| other.names.iter().map(move |b| (a, b))) {
        let (a, b): (BTreeSet<String>, BTreeSet<String>) = (words(a).into_iter().collect(), words(b).into_iter().collect());
        if a.is_empty() || b.is_empty() {
            continue;
        }
        if a == b {
            return Some("same-name");
        }
        let sounds =
            |words: &BTreeSet<String>| words.iter().map(|word| sound(word)).filter(|sound| sound.len() > 1).collect::<BTreeSet<_>>();
        let (a, b) = (sounds(&a), sounds(&b));
        let alike = a.intersection(&b).count();
        if alike >= 2 || alike == 1 && a.len().min(b.len()) == 1 {
            found = Some("similar-name");
        }
    }
    found
}

fn numbers(traits: &Traits) -> BTreeSet<String> {
    traits.phones.iter().filter_map(|phone| number(phone)).collect()
}

/// A telephone number by its last eight digits: the country's code is written or not. A shorter one is no evidence.
pub fn number(phone: &str) -> Option<String> {
    let digits: String = words(phone).concat().chars().filter(char::is_ascii_digit).collect();
    digits.get(digits.len().checked_sub(8)?..).map(str::to_owned)
}
