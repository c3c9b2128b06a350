//! Consent: one record for each purpose and recipient, and the only way to a disclosure.
//!
//! In: records of kind `consent`, whose `parent` is the person; the person's age; who asks. Out: [`MayShare`], or what stands against it.
//! Always true: nothing makes a [`MayShare`] but a consent that holds, or another legal basis with a reason and a supervisor (R-A7); a consent
//! whose answers are in conflict does not hold. Absent: what is sent, and how.

mod age_guide;
mod record;
mod share;

pub use age_guide::{AgeGuide, AgeRule, ChildsPart};
pub use record::{Assent, Capacity, Consent, Given, GivenBy, GivenIn, Recipient, StandIn, WhyStandIn, withdraw};
pub use share::{Basis, Disclosure, LegalBasis, MayShare, OtherBasis, Sharing, disclosures, may_share, may_trace, recall_by, to_recall};
pub(crate) use share::{DISCLOSED, consents_to};
