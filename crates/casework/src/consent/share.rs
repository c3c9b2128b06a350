//! From a consent, or another legal basis, to a disclosure.

use super::age_guide::AgeGuide;
use super::record::{Consent, Given, Recipient};
use crate::known::field::PERSON;
use crate::known::{group, kind};
use crate::refusal::{Objection, Refusal};
use crate::view::RecordView;
use base::{ActId, Field, Group, Instant, Purpose, Reason, RecordId, UserId};
use content::expression::Day;
use content::{Moment, Standing as Age};
use journal::Draft;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How the fields begin that hold disclosures, each followed by the act.
pub(crate) const DISCLOSED: &str = "disclosed_";

/// The purpose of looking for someone's family.
const TRACING: &str = "tracing";

/// For what a consent is.
static PURPOSE: Field = Field::known("purpose");

/// Hours within which what is under way must stop after a withdrawal (R-A6).
const RECALL_HOURS: i64 = 24;

/// What someone wants to share, and with whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sharing {
    /// Whose data.
    pub subject: RecordId,
    /// For what.
    pub purpose: Purpose,
    /// With whom.
    pub recipient: Recipient,
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
/// `consents` are the person's records of kind `consent`. A no that is as new as a yes, or newer, stands against it.
pub fn may_share(
    sharing: Sharing,
    consents: &[RecordView],
    age: Option<Age>,
    guide: &AgeGuide,
    other: Option<OtherBasis>,
    moment: Moment<'_>,
) -> Result<MayShare, Refusal> {
    if let Some(other) = other {
        Refusal::unless_none(against_basis(&other, &sharing, age))?;
        return Ok(MayShare { sharing, basis: Basis::Other(other) });
    }
    let (mut answers, mut against) = answers(sharing.subject, consents, sharing.purpose.as_str())?;
    answers.retain(|consent| consent.recipient.is(&sharing.recipient));
    let last_no = last_no(&answers);
    for consent in answers {
        let lapsed = consent.lapsed(moment).or_else(|| is_overtaken(&consent, last_no).then(|| Reason::new("consent-said-no")));
        let missing = lapsed.map_or_else(|| guide.missing(&consent, age), |reason| vec![reason]);
        if missing.is_empty() {
            return Ok(MayShare { sharing, basis: Basis::Consent(consent.record) });
        }
        against.extend(missing.into_iter().map(Objection::from));
    }
    if against.is_empty() {
        let reason = Reason::new("consent-missing").with("purpose", &sharing.purpose).with("recipient", &sharing.recipient.code);
        against.push(reason.into());
    }
    Err(Refusal(against))
}

/// Whether a consent of this person to a purpose holds now, whoever the recipient; for what is done within the own agency.
pub(crate) fn consents_to(person: RecordId, purpose: &str, consents: &[RecordView], moment: Moment<'_>) -> bool {
    let Ok((answers, _)) = answers(person, consents, purpose) else { return false };
    let last_no = last_no(&answers);
    answers.iter().any(|consent| consent.lapsed(moment).is_none() && !is_overtaken(consent, last_no))
}

/// Whether matches for this person may be shown at all: only with consent to tracing (R-A5).
pub fn may_trace(person: RecordId, consents: &[RecordView], moment: Moment<'_>) -> bool {
    consents_to(person, TRACING, consents, moment)
}

/// The person's consents to a purpose, and what is missing in those that are not filled in. One in conflict stands against all of them until it is
/// settled: it may be the newest no.
fn answers(person: RecordId, consents: &[RecordView], purpose: &str) -> Result<(Vec<Consent>, Vec<Objection>), Refusal> {
    let (mut answers, mut missing) = (Vec::new(), Vec::new());
    let of_person = consents.iter().filter(|view| view.kind == kind::CONSENT && view.standing().parent == Some(person));
    for view in of_person.filter(|view| view.all::<String>(&group::CONSENT, &PURPOSE).iter().any(|text| text == purpose)) {
        match Consent::read(view) {
            Ok(consent) => answers.push(consent),
            Err(refusal) if refusal.has("consent-in-conflict") => return Err(refusal),
            Err(refusal) => missing.extend(refusal.0),
        }
    }
    Ok((answers, missing))
}

/// The day of the newest no.
fn last_no(answers: &[Consent]) -> Option<Day> {
    answers.iter().filter(|consent| consent.answer == Given::Refused).filter_map(Consent::given_day).max()
}

/// Whether a no is as new as the consent, or newer.
fn is_overtaken(consent: &Consent, last_no: Option<Day>) -> bool {
    last_no.is_some_and(|no| consent.given_day().is_none_or(|given| given <= no))
}

/// What stands against sharing on another basis: each has a reason, and a supervisor who is not the one who asks.
fn against_basis(other: &OtherBasis, sharing: &Sharing, age: Option<Age>) -> Vec<Objection> {
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
    against
}

impl MayShare {
    /// What it rests on.
    pub fn basis(&self) -> &Basis {
        &self.basis
    }

    /// Whose data may be shared.
    pub fn subject(&self) -> RecordId {
        self.sharing.subject
    }

    /// The entry that says what was shared, with whom and why; uses the leave up. `carrier` is the record that carried it: a referral, a case that is
    /// handed over; `act` the press of the button. It is written in the person's record, or in `holder`, another record about them, where even that
    /// something was shared must not be seen in the person's. Refused if the view is not of that person.
    pub fn disclose(
        self,
        holder: &RecordView,
        act: ActId,
        carrier: RecordId,
        groups: &BTreeSet<Group>,
        now: Instant,
    ) -> Result<Draft, Refusal> {
        let Sharing { subject: of, purpose, recipient, actor: by } = self.sharing;
        let field = format!("{DISCLOSED}{}", act.0.simple()).parse::<Field>();
        let disclosure = Disclosure { purpose, recipient, by, carrier, groups: groups.clone(), basis: self.basis, at: now };
        let about = holder.id == of || holder.one(&group::CARD, &PERSON) == Some(of);
        match field {
            Ok(field) if about => Ok(holder.write(&group::CONSENT, now).set(&field, json!(disclosure)).done()),
            _ => Err(Reason::new("share-other-person").into()),
        }
    }
}

/// What was shared about someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// For what.
    pub purpose: Purpose,
    /// With whom.
    #[serde(flatten)]
    pub recipient: Recipient,
    /// By whom.
    pub by: UserId,
    /// The record that carried it.
    pub carrier: RecordId,
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
    all.sort_by_key(|disclosure| Reverse(disclosure.at));
    all
}

/// When what is under way must have stopped after a withdrawal.
pub fn recall_by(withdrawn: Instant) -> Instant {
    withdrawn.plus_seconds(RECALL_HOURS * 3600)
}

/// The records that carried what a withdrawn consent allowed, and until when each must be stopped and recalled (R-A6, individual.md J.3).
pub fn to_recall(subject: &RecordView, consent: &Consent) -> BTreeMap<RecordId, Instant> {
    let Some(until) = consent.withdrawn_at.map(recall_by) else { return BTreeMap::new() };
    let rested = disclosures(subject).into_iter().filter(|disclosure| disclosure.basis == Basis::Consent(consent.record));
    rested.map(|disclosure| (disclosure.carrier, until)).collect()
}
