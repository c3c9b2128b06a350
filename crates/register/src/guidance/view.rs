//! The register as a reader sees it: one language, standing and warnings worked out.

use super::Register;
use super::area::{GuidanceArea, Reference, State};
use jiff::civil::Date;
use serde::Serialize;

/// An area of work, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AreaShown {
    /// Its identifier, such as `A05`.
    pub id: String,
    /// What it is called, in the reader's language.
    pub title: String,
    /// Whom to ask.
    pub contacts: Vec<ContactShown>,
    /// What to follow.
    pub references: Vec<ReferenceShown>,
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactShown {
    /// An e-mail address.
    pub email: String,
    /// `as_printed` (about 2017, unverified) or `confirmed` by the operation.
    pub status: &'static str,
}

/// A reference, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReferenceShown {
    /// Its identifier, such as `R12`.
    pub id: String,
    /// The line as it was printed.
    pub cited: String,
    /// Its full title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The year it appeared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u32>,
    /// The year it was cited with, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cited_year_differs: Option<u32>,
    /// Its number, symbol or date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    /// Code of what sort of text it is.
    pub kind: &'static str,
    /// Code of who can get it.
    pub access: &'static str,
    /// Code of whether it holds.
    pub state: &'static str,
    /// What took its place, or what became of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    /// Our two lines about it.
    pub about: String,
    /// What doesn't fit between what was cited and what is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discrepancy: Option<String>,
    /// What to read with it.
    pub see_also: Vec<String>,
    /// The source in which these lines were seen; without one they are "default: set locally".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The day someone last looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<Date>,
    /// Who looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked_by: Option<String>,
    /// Whether it is time to look again.
    pub review_due: bool,
    /// Whether an operation that cites it is warned.
    pub warns: bool,
}

impl Register {
    /// What is shown of an area (or of all) for words that are searched, to a reader of `language` on the day `today`. Areas in which nothing
    /// was found are left out.
    pub fn show(&self, area: Option<&str>, words: &str, language: &str, today: Date) -> Vec<AreaShown> {
        let found = self.search(words);
        let areas = self.areas().iter().filter(|a| area.is_none_or(|id| a.id.eq_ignore_ascii_case(id)));
        let shown = areas.map(|a| {
            let references = found.iter().filter(|(of, _)| of.id == a.id);
            AreaShown {
                id: a.id.clone(),
                title: a.title.show(language).to_owned(),
                contacts: contacts(a),
                references: references.map(|(_, r)| reference(r, language, today, self.cite(&r.id).is_some())).collect(),
            }
        });
        shown.filter(|a| words.trim().is_empty() || !a.references.is_empty()).collect()
    }
}

fn contacts(area: &GuidanceArea) -> Vec<ContactShown> {
    let with = |emails: &[String], status| emails.iter().map(|email| ContactShown { email: email.clone(), status }).collect::<Vec<_>>();
    let printed: Vec<String> = area.contacts.iter().filter(|c| !area.confirmed_contacts.contains(c)).cloned().collect();
    [with(&area.confirmed_contacts, "confirmed"), with(&printed, "as_printed")].concat()
}

fn reference(r: &Reference, language: &str, today: Date, warns: bool) -> ReferenceShown {
    let source = match &r.basis {
        content::Basis::Published(source) => Some(source.clone()),
        _ => None,
    };
    ReferenceShown {
        id: r.id.clone(),
        cited: r.cited.clone(),
        title: r.title.clone(),
        publisher: r.publisher.clone(),
        year: r.year,
        cited_year_differs: r.cited_year.filter(|_| r.year_differs()),
        identifier: r.identifier.clone(),
        kind: r.kind.code(),
        access: r.access.code(),
        state: r.state.code(),
        successor: r.successor.clone().filter(|_| r.state != State::Current),
        about: r.about.show(language).to_owned(),
        discrepancy: r.discrepancy.as_ref().map(|d| d.show(language).to_owned()),
        see_also: r.see_also.clone(),
        source,
        checked: r.checked,
        checked_by: r.checked_by.clone(),
        review_due: r.review_due(today),
        warns,
    }
}
