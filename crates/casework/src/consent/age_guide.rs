//! Who consents at which age (Caring for Child Survivors, IRC and UNICEF; ages are set locally).

use super::record::{Assent, Capacity, Consent, GivenBy, WhyStandIn};
use base::Reason;
use content::Standing as Age;
use serde::{Deserialize, Serialize};

/// What is needed of a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChildsPart {
    /// Is told.
    Informed,
    /// Agrees in words.
    OralAssent,
    /// Agrees in writing.
    WrittenAssent,
    /// Consents in writing; a caregiver only with the child's permission.
    WrittenConsent,
}

/// What holds for children of some ages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeRule {
    /// The youngest, in completed years.
    pub from: u32,
    /// The oldest.
    pub to: u32,
    /// Whether the caregiver's consent must be in writing.
    pub caregiver_in_writing: bool,
    /// The child's part.
    pub child: ChildsPart,
    /// Whether a mature child may consent alone when there is no safe caregiver.
    pub alone_without_caregiver: bool,
}

/// Rules by age; who is older than all of them is an adult.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AgeGuide(pub Vec<AgeRule>);

impl Default for AgeGuide {
    /// Individual.md A.9.
    fn default() -> Self {
        let rule = |from, to, caregiver_in_writing, child, alone_without_caregiver| AgeRule {
            from,
            to,
            caregiver_in_writing,
            child,
            alone_without_caregiver,
        };
        Self(vec![
            rule(0, 5, true, ChildsPart::Informed, false),
            rule(6, 11, false, ChildsPart::OralAssent, false),
            rule(12, 14, false, ChildsPart::WrittenAssent, true),
            rule(15, 17, false, ChildsPart::WrittenConsent, false),
        ])
    }
}

impl AgeGuide {
    /// What is missing in a consent for a person of this age; nothing missing is an empty list.
    ///
    /// Who may be a child is one, of the youngest age possible (R-A3). Without any age nothing can be said.
    pub fn missing(&self, consent: &Consent, age: Option<Age>) -> Vec<Reason> {
        let Some(age) = age else { return vec![Reason::new("consent-age-unknown")] };
        match self.0.iter().find(|rule| (rule.from..=rule.to).contains(&age.least)) {
            Some(rule) => of_child(consent, rule),
            None if age.treat_as_child() => vec![Reason::new("consent-age-unknown")],
            None => of_adult(consent),
        }
    }
}

fn of_child(consent: &Consent, rule: &AgeRule) -> Vec<Reason> {
    let stand_in = consent.stand_in.as_ref().map(|stand_in| stand_in.stand_in_why);
    let needed = |code: &str| Reason::new(code).with("from", rule.from).with("to", rule.to);
    let mut missing = Vec::new();
    match consent.given_by {
        GivenBy::Person => {
            let alone = rule.alone_without_caregiver && stand_in == Some(WhyStandIn::NoSafeCaregiver);
            if rule.child != ChildsPart::WrittenConsent && !alone {
                missing.push(needed("consent-needs-caregiver"));
            }
            if consent.capacity == Capacity::Lacks {
                missing.push(needed("consent-lacks-capacity"));
            }
            if !consent.is_written() {
                missing.push(needed("consent-needs-writing"));
            }
            return missing;
        }
        GivenBy::Caregiver | GivenBy::Guardian if stand_in == Some(WhyStandIn::CaregiverSuspected) => {
            missing.push(needed("consent-caregiver-suspected"));
        }
        GivenBy::Caregiver | GivenBy::Guardian => {
            if consent.guardian.is_none() {
                missing.push(needed("consent-names-no-caregiver"));
            }
            if rule.caregiver_in_writing && !consent.is_written() {
                missing.push(needed("consent-needs-writing"));
            }
        }
        GivenBy::Other if stand_in.is_none() => missing.push(needed("consent-stand-in-unexplained")),
        GivenBy::Other | GivenBy::BidPanel => {}
    }
    let least = match rule.child {
        ChildsPart::Informed => Assent::Informed,
        ChildsPart::OralAssent => Assent::Oral,
        ChildsPart::WrittenAssent | ChildsPart::WrittenConsent => Assent::Written,
    };
    if consent.assent.is_none_or(|assent| assent < least) {
        missing.push(needed("consent-needs-assent"));
    }
    missing
}

fn of_adult(consent: &Consent) -> Vec<Reason> {
    let stand_in = consent.stand_in.as_ref().map(|stand_in| stand_in.stand_in_why);
    match (consent.given_by, consent.capacity) {
        (GivenBy::Person, Capacity::Lacks) => vec![Reason::new("consent-lacks-capacity")],
        (GivenBy::Person, _) => Vec::new(),
        (_, Capacity::Lacks) if stand_in == Some(WhyStandIn::LacksCapacity) => Vec::new(),
        (_, Capacity::Lacks) => vec![Reason::new("consent-stand-in-unexplained")],
        _ => vec![Reason::new("consent-not-own")],
    }
}
