//! An area of work with its references and contacts.

use content::{Basis, Words};
use jiff::civil::Date;

/// After so many days without a look, a reference is due for review (our default: set locally).
pub const REVIEW_DAYS: i32 = 365;

/// Declares an enum whose values are read from and shown as their codes.
macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $value,)+ }
        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];
            /// Its code, as files have it.
            pub fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }
        }
        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|v| v.code() == text).ok_or_else(|| format!("'{text}' is none of {}", [$($code),+].join(", ")))
            }
        }
    };
}

codes! {
    /// What sort of text a reference is.
    Kind {
        /// What an organisation has decided to do.
        Policy = "policy",
        /// How to do it.
        Guideline = "guideline",
        /// What quality is agreed.
        Standard = "standard",
        /// What States are bound by.
        Law = "law",
        /// An instruction inside one organisation.
        InternalInstruction = "internal_instruction",
        /// Evidence.
        Report = "report",
        /// Tools.
        Toolkit = "toolkit",
    }
}

codes! {
    /// Who can get the text.
    Access {
        /// Anyone.
        Public = "public",
        /// Those inside the organisation.
        Internal = "internal",
        /// Nobody yet: announced only.
        InProgress = "in_progress",
    }
}

codes! {
    /// How far a reference has been looked into, and whether it still holds.
    State {
        /// Listed as the brief prints it; nobody looked whether it holds.
        Listed = "listed",
        /// Announced as in progress when it was cited.
        InProgress = "in_progress",
        /// Holds.
        Current = "current",
        /// Another edition took its place.
        Superseded = "superseded",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Can no longer be had.
        Unavailable = "unavailable",
    }
}

/// A reference: what was cited, what it really is, and whether it still holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its identifier, such as `R12`.
    pub id: String,
    /// The line as it was printed.
    pub cited: String,
    /// The year in that line.
    pub cited_year: Option<u32>,
    /// Its full title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The year it appeared.
    pub year: Option<u32>,
    /// Its number, symbol or date.
    pub identifier: Option<String>,
    /// What sort of text it is.
    pub kind: Kind,
    /// Who can get it.
    pub access: Access,
    /// Whether it holds.
    pub state: State,
    /// The edition that took its place, or what became of it.
    pub successor: Option<String>,
    /// Our two lines about it.
    pub about: Words,
    /// What doesn't fit between what was cited and what is.
    pub discrepancy: Option<Words>,
    /// What to read with it.
    pub see_also: Vec<String>,
    /// Where these lines come from.
    pub basis: Basis,
    /// When someone last looked whether it holds.
    pub checked: Option<Date>,
    /// Who looked.
    pub checked_by: Option<String>,
    /// The file it was read from.
    pub file: String,
    /// The line it begins in.
    pub line: u64,
}

impl Reference {
    /// Whether it was cited with a year that isn't its own.
    pub fn year_differs(&self) -> bool {
        self.cited_year.zip(self.year).is_some_and(|(cited, year)| cited != year)
    }

    /// Whether nobody looked at it for [`REVIEW_DAYS`]. What was never looked at is due.
    pub fn review_due(&self, today: Date) -> bool {
        self.checked.is_none_or(|at| today.since(at).map_or(true, |span| span.get_days() > REVIEW_DAYS))
    }
}

/// An area of work: the references to follow and whom to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuidanceArea {
    /// Its identifier, such as `A05`.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// Addresses that were printed about 2017 and that nobody has confirmed since.
    pub contacts: Vec<String>,
    /// Addresses that the operation has confirmed itself.
    pub confirmed_contacts: Vec<String>,
    /// What to follow, in the order of files.
    pub references: Vec<Reference>,
}
