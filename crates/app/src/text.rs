//! Texts in the users' languages, from the catalogues that the page uses too.

use base::{Finding, Reason};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A language with a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Arabic.
    Arabic,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::English, Self::French, Self::Spanish, Self::Arabic];

    /// Its code: `en`, `fr`, `es`, `ar`.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Arabic => "ar",
        }
    }

    /// Direction of its script, as in HTML: `ltr` or `rtl`.
    pub fn direction(self) -> &'static str {
        if self == Self::Arabic { "rtl" } else { "ltr" }
    }

    /// The language of a code such as `fr` or `fr-CF`.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| code.split(['-', '_']).next().is_some_and(|c| c.eq_ignore_ascii_case(l.code())))
    }
}

macro_rules! catalogue {
    ($lang:literal) => {
        [
            include_str!(concat!("../../../content/i18n/", $lang, "/exposure.ftl")),
            include_str!(concat!("../../../content/i18n/", $lang, "/findings.ftl")),
            include_str!(concat!("../../../content/i18n/", $lang, "/manifest.ftl")),
            include_str!(concat!("../../../content/i18n/", $lang, "/reasons.ftl")),
            include_str!(concat!("../../../content/i18n/", $lang, "/casework.ftl")),
            include_str!(concat!("../../../content/i18n/", $lang, "/guidance.ftl")),
        ]
    };
}

/// Texts of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// The texts of a language; read once.
pub fn texts(language: Language) -> &'static Texts {
    static ALL: OnceLock<BTreeMap<Language, Texts>> = OnceLock::new();
    static ENGLISH: OnceLock<Texts> = OnceLock::new();
    ALL.get_or_init(|| Language::ALL.into_iter().map(|l| (l, Texts::new(l))).collect())
        .get(&language)
        .unwrap_or_else(|| ENGLISH.get_or_init(|| Texts::new(Language::English)))
}

impl Texts {
    fn new(language: Language) -> Self {
        let sources = match language {
            Language::English => catalogue!("en"),
            Language::French => catalogue!("fr"),
            Language::Spanish => catalogue!("es"),
            Language::Arabic => catalogue!("ar"),
        };
        let mut bundle = FluentBundle::new_concurrent(language.code().parse().into_iter().collect());
        bundle.set_use_isolating(language == Language::Arabic);
        for source in sources {
            // A message that can't be parsed is left out; the tests read every catalogue strictly.
            let resource = FluentResource::try_new(source.into()).unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource);
        }
        Self { language, bundle }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message by key, if the catalogue has it.
    pub fn find(&self, key: &str, args: &BTreeMap<String, String>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(name.as_str(), FluentValue::try_number(value.as_str()));
        }
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned())
    }

    /// A message without values; its key where the catalogue lacks it.
    pub fn get(&self, key: &str) -> String {
        self.find(key, &BTreeMap::new()).unwrap_or_else(|| key.to_owned())
    }

    /// A reason in words; code and values where the catalogue lacks it.
    pub fn reason(&self, reason: &Reason) -> String {
        self.find(&format!("reason-{}", reason.code), &reason.args).unwrap_or_else(|| plain(&reason.code, &reason.args))
    }

    /// A finding in words: the catalogue's, or its own English.
    pub fn finding(&self, finding: &Finding) -> String {
        self.find(&format!("finding-{}", finding.code), &finding.args).unwrap_or_else(|| finding.text.clone())
    }
}

fn plain(code: &str, args: &BTreeMap<String, String>) -> String {
    let values: Vec<String> = args.iter().map(|(k, v)| format!("{k}: {v}")).collect();
    if values.is_empty() { code.to_owned() } else { format!("{code} ({})", values.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_catalogue_is_sound_and_speaks() {
        for (language, sources) in [("en", catalogue!("en")), ("fr", catalogue!("fr")), ("es", catalogue!("es")), ("ar", catalogue!("ar"))]
        {
            for source in sources {
                if let Err((_, errors)) = FluentResource::try_new(source.into()) {
                    panic!("{language}: {errors:?}");
                }
            }
            let texts = texts(Language::find(language).unwrap());
            let said = texts.reason(&Reason::new("consent-pending").with("count", 1).with("of", 5));
            assert!(!said.contains("consent-pending"), "{said}");
        }
    }

    #[test]
    fn an_unknown_reason_shows_its_code_and_values() {
        assert_eq!(texts(Language::English).reason(&Reason::new("strange").with("n", 2)), "strange (n: 2)");
    }
}
