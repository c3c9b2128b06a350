//! What is known of a person who is looked for or was registered, as far as it helps to find them.

use crate::name::Name;

/// One person in a list. Any part but the identifier may be missing; nothing is guessed for it.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// As the list has it.
    pub id: String,
    /// The full name first, then other names the person goes by.
    pub names: Vec<Written>,
    /// As recorded.
    pub sex: Option<Sex>,
    /// When they were born.
    pub birth: Option<Birth>,
    /// Where they are from, lived, or were last seen.
    pub places: Vec<Written>,
    /// Their family.
    pub relatives: Vec<Relative>,
    /// Numbers of papers and cards, letters and digits only.
    pub identifiers: Vec<String>,
    /// Digits only.
    pub phones: Vec<String>,
}

/// Words as they were written and as they are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Verbatim.
    pub text: String,
    /// By sound.
    pub name: Name,
}

impl Written {
    /// Reads words in any script.
    pub fn read(text: &str) -> Self {
        Self { text: text.to_owned(), name: Name::read(text) }
    }
}

/// Sex as recorded; blank is not one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// F.
    Female,
    /// M.
    Male,
}

/// A year of birth and how far it is to be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Birth {
    /// Year.
    pub year: i16,
    /// Month and day, if the whole date is known.
    pub day: Option<(i8, i8)>,
    /// Whether somebody guessed it.
    pub estimated: bool,
}

/// A member of the person's family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relative {
    /// Mother, father, … in lower case; empty if it was not said.
    pub role: String,
    /// Their name.
    pub name: Written,
}
