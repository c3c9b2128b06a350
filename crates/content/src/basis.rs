//! Where a line of content comes from, so that nobody takes our proposal for a standard.

use serde::Serialize;
use std::str::FromStr;

/// Where a line of content comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "source")]
pub enum Basis {
    /// Seen in the source that is named.
    Published(String),
    /// Usual in the field, not a published standard; set locally.
    FieldPractice(String),
    /// A proposal of this program; the operation decides.
    Default,
}

impl Basis {
    /// Whether the page must show "default: set locally" beside it.
    pub fn is_set_locally(&self) -> bool {
        !matches!(self, Self::Published(_))
    }
}

impl FromStr for Basis {
    type Err = String;
    /// Reads `published: <source>`, `field practice: <what>` or `default: set locally`.
    fn from_str(text: &str) -> Result<Self, String> {
        let named = |rest: &str| (!rest.trim().is_empty()).then(|| rest.trim().to_owned());
        let read = match text.split_once(':') {
            Some(("published", rest)) => named(rest).map(Self::Published),
            Some(("field practice", rest)) => named(rest).map(Self::FieldPractice),
            Some(("default", rest)) if rest.trim() == "set locally" => Some(Self::Default),
            _ => None,
        };
        read.ok_or_else(|| format!("'{text}' is not 'published: <source>', 'field practice: <what>' or 'default: set locally'"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_kinds_and_nothing_else() {
        assert_eq!("published: ISO 3166-1".parse(), Ok(Basis::Published("ISO 3166-1".into())));
        assert!(!"published: x".parse::<Basis>().unwrap().is_set_locally());
        assert!("field practice: registration desks".parse::<Basis>().unwrap().is_set_locally());
        assert!("default: set locally".parse::<Basis>().unwrap().is_set_locally());
        for bad in ["", "published:", "published", "default", "default: maybe", "standard: x"] {
            assert!(bad.parse::<Basis>().is_err(), "{bad}");
        }
    }
}
