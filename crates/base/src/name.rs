//! The short names that content gives to areas of work, field groups, kinds of record and fields.

use serde::{Deserialize, Deserializer, Serialize, de};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use utoipa::ToSchema;

/// Longest name, in characters.
pub const MAX_LENGTH: usize = 64;

/// Whether a text can be a name: a lower-case letter, then lower-case letters, digits and underscores; at most [`MAX_LENGTH`] characters.
pub const fn is_name(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !(bytes[at].is_ascii_lowercase() || at > 0 && (bytes[at].is_ascii_digit() || bytes[at] == b'_')) {
            return false;
        }
        at += 1;
    }
    0 < at && at <= MAX_LENGTH
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = String)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// A name that the program itself knows; for constants, where the compiler refuses what [`is_name`] refuses.
            pub const fn known(text: &'static str) -> Self {
                assert!(is_name(text));
                Self(Cow::Borrowed(text))
            }

            /// The text of the name.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = String;
            /// Refuses what [`is_name`] refuses.
            fn from_str(text: &str) -> Result<Self, String> {
                if is_name(text) {
                    Ok(Self(Cow::Owned(text.to_owned())))
                } else {
                    Err(format!("'{text}' is not a name: a lower-case letter, then lower-case letters, digits or '_', at most {MAX_LENGTH}"))
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(de::Error::custom)
            }
        }
    )+};
}

names! {
    /// An area of work: `general`, `child_protection`, `gbv`.
    Area,
    /// A field group within a record: `identity`, `contact`, `health`.
    Group,
    /// A kind of record: `person`, `household`, `case`.
    Kind,
    /// A field of a form: `sex`, `birth_date`.
    Field,
    /// A feed: the unit in which records are distributed, an office or programme.
    Feed,
    /// A role that a grant gives: `caseworker`, `data_officer`.
    Role,
    /// What something is read or shared for: `case_management`, `tracing`.
    Purpose,
}

/// What is seen, sealed and counted together: one field group in one area of work. Written `gbv/narrative`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Compartment {
    /// The area of work.
    pub area: Area,
    /// The field group.
    pub group: Group,
}

impl fmt::Display for Compartment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.area, self.group)
    }
}

impl FromStr for Compartment {
    type Err = String;
    /// Reads `area/group`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (area, group) = text.split_once('/').ok_or_else(|| format!("'{text}' is not a compartment like 'general/identity'"))?;
        Ok(Self { area: area.parse()?, group: group.parse()? })
    }
}

impl Serialize for Compartment {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Compartment {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_plain_and_read_back() {
        for good in ["a", "child_protection", "x9_"] {
            assert_eq!(good.parse::<Area>().map(|a| a.to_string()), Ok(good.to_owned()));
        }
        for bad in ["", "A", "9a", "a-b", "a b", "é", "_a", &"a".repeat(65)] {
            assert!(bad.parse::<Field>().is_err(), "{bad}");
        }
        static KNOWN: Field = Field::known("x9_");
        assert_eq!("x9_".parse(), Ok(KNOWN.clone()));
        let compartment: Compartment = "gbv/narrative".parse().unwrap();
        assert_eq!((compartment.to_string().as_str(), compartment.group.as_str()), ("gbv/narrative", "narrative"));
        assert!("gbv".parse::<Compartment>().is_err() && "gbv/a/b".parse::<Compartment>().is_err());
    }
}
