//! What a thing is called in each language.

use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// The languages that every label must have; one that lacks one shows in English and is a finding.
pub const LANGUAGES: [&str; 4] = ["en", "fr", "es", "ar"];

/// A language as a BCP 47 tag: `en`, `fr`, `ar`, `zh-Hans`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// English, which stands in for a language that is missing.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Language {
    type Err = String;
    /// Reads two or three lower-case letters, then any subtags.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.split('-');
        let primary = parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
        if primary && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric())) {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!("'{text}' is not a language tag like en, fr, es or ar"))
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One text in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<Language, String>);

impl Words {
    /// The text in exactly this language.
    pub fn find(&self, language: &str) -> Option<&str> {
        self.0.iter().find(|(tag, _)| tag.as_str() == language).map(|(_, text)| text.as_str())
    }

    /// The text in this language, else in English, else in the first there is; blank only when there is none.
    pub fn show(&self, language: &str) -> &str {
        self.find(language).or_else(|| self.find("en")).or_else(|| self.0.values().next().map(String::as_str)).unwrap_or_default()
    }

    /// The languages of [`LANGUAGES`] that are missing.
    pub fn missing(&self) -> impl Iterator<Item = &'static str> {
        LANGUAGES.into_iter().filter(|language| self.find(language).is_none())
    }

    /// Whether it says nothing in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        for good in ["en", "ar", "prs", "zh-Hans", "fr-CF"] {
            assert!(good.parse::<Language>().is_ok(), "{good}");
        }
        for bad in ["", "e", "EN", "english", "fr_", "fr-", "en-toolongsub"] {
            assert!(bad.parse::<Language>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_missing_language_shows_in_english_and_is_named() {
        let words = Words([("en", "Sex"), ("fr", "Sexe")].map(|(l, t)| (l.parse().unwrap(), t.to_owned())).into());
        assert_eq!((words.show("fr"), words.show("ar"), words.find("ar")), ("Sexe", "Sex", None));
        assert_eq!(words.missing().collect::<Vec<_>>(), ["es", "ar"]);
        assert_eq!(Words::default().show("en"), "");
    }
}
