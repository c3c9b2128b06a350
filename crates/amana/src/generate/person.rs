//! A generated household and its people, with the cells that their rows will have.

/// Male or female, as recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sex {
    Female,
    Male,
}

/// What kind of household it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Couple,
    SingleMother,
    SingleFather,
    Extended,
    Grandparents,
    LoneAdult,
    OlderAlone,
    CoupleAlone,
    /// Children without any adult: unaccompanied.
    ChildrenAlone,
}

/// One person.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) sex: Sex,
    pub(super) age: i64,
    pub(super) birth_year: i64,
    pub(super) age_estimated: bool,
    /// Living with relatives who are not the customary caregivers.
    pub(super) separated: bool,
    /// Ill or injured without being treated.
    pub(super) ill: bool,
    pub(super) needs: Vec<String>,
    pub(super) consent: &'static str,
    pub(super) fit: String,
    pub(super) chaperone_of: Vec<String>,
    pub(super) carer_of: Vec<String>,
    pub(super) not_with: Vec<String>,
    pub(super) assessment: Assessed,
}

/// The cells of the assessment; all blank for someone nobody has looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Assessed {
    pub(super) tier: String,
    pub(super) tier_reason: String,
    pub(super) at: String,
    pub(super) threat: String,
    pub(super) risk: String,
    pub(super) evidence: String,
    pub(super) vulnerabilities: Vec<&'static str>,
    pub(super) capacities: Vec<&'static str>,
    pub(super) flags: Vec<&'static str>,
    pub(super) unknown: Vec<&'static str>,
    pub(super) washington_group: String,
    pub(super) assistant: &'static str,
}

/// People who are registered together.
#[derive(Debug, Clone)]
pub(super) struct Household {
    pub(super) id: String,
    pub(super) kind: Kind,
    pub(super) site: String,
    pub(super) nationality: &'static str,
    pub(super) ethnicity: &'static str,
    pub(super) religion: &'static str,
    pub(super) requested_at: String,
    pub(super) wishes: Vec<String>,
    pub(super) not_safe_for: Vec<String>,
    pub(super) people: Vec<Person>,
}

impl Person {
    pub(super) fn is_adult(&self) -> bool {
        self.age >= 18
    }

    pub(super) fn needs(&self, need: &str) -> bool {
        self.needs.iter().any(|n| n == need)
    }

    /// Needs another person to move.
    pub(super) fn is_cared_for(&self) -> bool {
        ["wheelchair", "stretcher", "assistance"].iter().any(|n| self.needs(n))
    }
}
