//! From a consent, or another legal basis, to a disclosure.

use super::age_guide::AgeGuide;
use super::record::Consent;
use crate::known::{group, kind};
use crate::refusal::{Objection, Refusal};
use crate::view::RecordView;
use base::{Field, Group, Instant, Purpose, Reason, RecordId, UserId};
use content::{Moment, Standing as Age};
use journal::Draft;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;

/// How the fields begin that hold disclosures, each followed by the record that carried it.
pub(crate) const DISCLOSED: &str = "disclosed_";

/// From whom something is kept, by the person's wish.
static WITHHELD_FROM: Field = Field::known("withheld_from");

/// Hours within which what is under way must stop after a withdrawal (R-A6).
const RECALL_HOURS: i64 = 24;

/// What someone wants to share, and with whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sharing {
    /// Whose data.
    pub subject: RecordId,
    /// For what.
    pub purpose: Purpose,
    /// With whom, as consents name it.
    pub recipient: String,
    /// Who wants to.
    pub actor: UserId,
}

/// A basis other than consent (R-A7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalBasis {
    /// Someone's life or safety depends on it.
    VitalInterest,
    /// It is in the best interests of a child, and the caregiver can't be asked.
    BestInterests,
    /// The rules on abuse by aid workers demand a report.
    MandatoryReporting,
    /// The law demands it.
    LegalObligation,
}

/// Another basis, as it must be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherBasis {
    /// Which.
    pub basis: LegalBasis,
    /// Why it holds here.
    pub reason: String,
    /// Who agreed; never who asks.
    pub supervisor: UserId,
}

/// What a disclosure rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// This consent.
    Consent(RecordId),
    /// Something else.
    Other(OtherBasis),
}

/// Leave to share once, which only [`may_share`] gives.
#[derive(Debug, PartialEq, Eq)]
pub struct MayShare {
    sharing: Sharing,
    basis: Basis,
}

/// Leave to share, from the consents of a person or from another basis, or everything that stands against it.
///
/// `consents` are the person's records of kind `consent`. A wish that the recipient should not get to know
/// stands against every consent, also when it stands in a consent that doesn't hold.
pub fn may_share(
    sharing: Sharing,
    consents: &[RecordView],
    age: Option<Age>,
    guide: &AgeGuide,
    other: Option<OtherBasis>,
    moment: Moment<'_>,
) -> Result<MayShare, Refusal> {
    if let Some(other) = other {
        let mut against: Vec<Objection> = Vec::new();
        if other.reason.trim().is_empty() {
            against.push(Reason::new("share-basis-without-reason").into());
        }
        if other.supervisor == sharing.actor {
            against.push(Reason::new("share-own-supervisor").into());
        }
        if other.basis == LegalBasis::BestInterests && !age.is_some_and(Age::treat_as_child) {
            against.push(Reason::new("share-best-interests-of-adult").into());
        }
        Refusal::unless_none(against)?;
        return Ok(MayShare { sharing, basis: Basis::Other(other) });
    }
    let mut against: Vec<Objection> = Vec::new();
    let mut holds = None;
    let of_subject = consents.iter().filter(|view| view.kind == kind::CONSENT && view.standing().parent == Some(sharing.subject));
    let consents: Vec<&RecordView> = of_subject.collect();
    let withheld = consents.iter().flat_map(|view| view.all::<Vec<String>>(&group::CONSENT, &WITHHELD_FROM)).flatten();
    if withheld.into_iter().any(|recipient| recipient == sharing.recipient) {
        return Err(Reason::new("share-withheld").into());
    }
    for view in consents {
        let consent = match Consent::read(view) {
            Ok(consent) => consent,
            Err(refusal) => {
                against.extend(refusal.0);
                continue;
            }
        };
        if consent.purpose != sharing.purpose || consent.recipient != sharing.recipient {
            continue;
        }
        let missing = consent.lapsed(moment).map_or_else(|| guide.missing(&consent, age), |reason| vec![reason]);
        if missing.is_empty() {
            holds = Some(consent.record);
        }
        against.extend(missing.into_iter().map(Objection::from));
    }
    match holds {
        Some(record) => Ok(MayShare { sharing, basis: Basis::Consent(record) }),
        None if against.is_empty() => {
            let reason = Reason::new("consent-missing").with("purpose", &sharing.purpose).with("recipient", &sharing.recipient);
            Err(reason.into())
        }
        None => Err(Refusal(against)),
    }
}

impl MayShare {
    /// What it rests on.
    pub fn basis(&self) -> &Basis {
        &self.basis
    }

    /// The entry in the person's record that says what was shared, with whom and why; uses the leave up. `carrier` is the record that carried it:
    /// a referral, an export. `None` if the view is not of that person.
    pub fn disclose(self, subject: &RecordView, carrier: RecordId, groups: &BTreeSet<Group>, now: Instant) -> Option<Draft> {
        let field: Field = format!("{DISCLOSED}{}", carrier.0.simple()).parse().ok()?;
        let Sharing { subject: of, purpose, recipient, actor } = self.sharing;
        let value = json!({"purpose": purpose, "recipient": recipient, "by": actor, "groups": groups, "basis": self.basis, "at": now});
        (subject.id == of).then(|| subject.write(&group::CONSENT, now).set(&field, value).done())
    }
}

/// What was shared about someone.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Disclosure {
    /// For what.
    pub purpose: Purpose,
    /// With whom.
    pub recipient: String,
    /// By whom.
    pub by: UserId,
    /// Which field groups.
    pub groups: BTreeSet<Group>,
    /// On what basis.
    pub basis: Basis,
    /// When.
    pub at: Instant,
}

/// Everything that was shared about someone, newest first.
pub fn disclosures(subject: &RecordView) -> Vec<Disclosure> {
    let values = subject.beginning(&group::CONSENT, DISCLOSED).filter_map(|(_, value)| serde_json::from_value(value.clone()).ok());
    let mut all: Vec<Disclosure> = values.collect();
    all.sort_by_key(|disclosure| std::cmp::Reverse(disclosure.at));
    all
}

/// The records that carried what a withdrawn consent allowed, and until when each must be stopped and recalled (R-A6, individual.md J.3).
pub fn to_recall(subject: &RecordView, consent: &Consent) -> Vec<(RecordId, Instant)> {
    let Some(withdrawn) = consent.withdrawn_at else { return Vec::new() };
    let rests = |value: &serde_json::Value| {
        serde_json::from_value::<Disclosure>(value.clone()).is_ok_and(|disclosure| disclosure.basis == Basis::Consent(consent.record))
    };
    let carriers = subject.beginning(&group::CONSENT, DISCLOSED).filter(|(_, value)| rests(value));
    let carriers = carriers.filter_map(|(id, _)| id.parse().ok().map(RecordId));
    carriers.map(|carrier| (carrier, withdrawn.plus_seconds(RECALL_HOURS * 3600))).collect()
}
