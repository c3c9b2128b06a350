//! The no-boarding codes, from the content file in the binary.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

const FILE: &str = include_str!("../../../../content/codelists/no-boarding.toml");

/// A reason not to board, from the code list of the field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NoBoardingCode {
    /// `NB01` to `NB20`.
    pub code: String,
    /// The person is never refused and left: a referral must be noted.
    #[serde(default)]
    pub referral: bool,
}

#[derive(Deserialize, ToSchema)]
struct List {
    code: Vec<NoBoardingCode>,
}

/// All codes in order.
pub fn no_boarding_codes() -> Vec<NoBoardingCode> {
    // The file is part of the program; a test reads it.
    toml::from_str::<List>(FILE).map(|list| list.code).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_codes_of_which_three_need_a_referral() {
        let codes = no_boarding_codes();
        let names: Vec<String> = (1..=20).map(|n| format!("NB{n:02}")).collect();
        assert_eq!(codes.iter().map(|c| c.code.clone()).collect::<Vec<_>>(), names);
        let referral: Vec<&str> = codes.iter().filter(|c| c.referral).map(|c| c.code.as_str()).collect();
        assert_eq!(referral, ["NB13", "NB14", "NB15"]);
    }
}
