//! XLSForm: forms made for Kobo and ODK come in, ours go out.
//!
//! In: a [`Workbook`] (`survey`, `choices`, `settings`) or a form. Out: files of content as text, or a workbook; findings by sheet row.
//! Always true: an expression whose meaning on a blank differs between XPath and our language is rewritten and shown; one that can't be
//! read is kept as text and never evaluated; a form that went out and comes back unchanged is the same form.
//! Absent: Excel's bytes, unless the feature `xlsform` brings them in.

mod adapt;
mod draft;
#[cfg(feature = "xlsform")]
mod excel;
mod export;
mod import;
mod list;
mod survey;
mod text;
mod xpath;

#[cfg(feature = "xlsform")]
pub use excel::{read_xlsx, write_xlsx};
pub use export::export;
pub use import::{Imported, Intake, import};

use std::collections::BTreeMap;

/// Sheets of text by name, as Excel shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workbook(pub BTreeMap<String, Sheet>);

/// Rows of cells; the first row is the header.
pub type Sheet = Vec<Vec<String>>;

/// The columns that XLSForm doesn't know and that bring a form of ours back as it was.
mod own {
    pub const GROUP: &str = "amana_group";
    pub const SENSITIVITY: &str = "amana_sensitivity";
    pub const MAY_BE_UNKNOWN: &str = "amana_may_be_unknown";
    pub const MAY_BE_REFUSED: &str = "amana_may_be_refused";
    pub const TYPE: &str = "amana_type";
    pub const KINDS: &str = "amana_kinds";
    pub const CODELIST: &str = "amana_codelist";
    pub const HIDDEN_CODES: &str = "amana_hidden_codes";
    pub const UNDER: &str = "amana_under";
    pub const ROWS: &str = "amana_rows";
    pub const FORM: &str = "amana_form";
    pub const KIND: &str = "amana_kind";
    pub const AREA: &str = "amana_area";
    pub const BASIS: &str = "amana_basis";
}

/// A column of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Relevance,
    Constraint,
    Calculation,
    Required,
}

impl Column {
    /// What XLSForm calls it, where our source is kept beside it, and the key in our files.
    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Relevance => ("relevant", "amana_relevance", "relevance"),
            Self::Constraint => ("constraint", "amana_constraint", "constraint"),
            Self::Calculation => ("calculation", "amana_calculation", "calculation"),
            Self::Required => ("required", "amana_required", "required"),
        }
    }
}
