//! A consent as it was taken.

use crate::around::day_of;
use crate::known::{card, group, kind};
use crate::names::words;
use crate::refusal::{Decided, Objection, Refusal};
use crate::view::RecordView;
use base::{Field, Instant, Purpose, Reason, RecordId, UserId};
use content::expression::Day;
use content::{Moment, days};
use journal::Reading;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// When it was taken back.
static WITHDRAWN_AT: Field = Field::known("withdrawn_at");

/// What someone agreed to, or did not (individual.md A.9): the fields of the group `consent`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Consent {
    /// Its record.
    #[serde(skip, default = "nobody")]
    pub record: RecordId,
    /// The person it is about.
    #[serde(skip, default = "nobody")]
    pub subject: RecordId,
    /// For what.
    pub purpose: Purpose,
    /// Who would receive it.
    #[serde(flatten)]
    pub recipient: Recipient,
    /// What was answered.
    pub answer: Given,
    /// Who answered.
    pub given_by: GivenBy,
    /// In which form.
    pub form: GivenIn,
    /// The language it was explained in (BCP 47).
    pub language: String,
    /// The interpreter, if there was one.
    #[serde(default)]
    pub interpreter: Option<String>,
    /// Whether the person can decide this, as the worker saw it.
    pub capacity: Capacity,
    /// The child's own part.
    #[serde(default)]
    pub assent: Option<Assent>,
    /// The caregiver or guardian who answered.
    #[serde(default)]
    pub guardian: Option<RecordId>,
    /// Why someone else than the caregiver answered, and who decided so.
    #[serde(flatten)]
    pub stand_in: Option<StandIn>,
    /// The day it was given.
    pub given_on: String,
    /// The last day on which it holds.
    #[serde(default)]
    pub expires_on: Option<String>,
    /// When it was taken back.
    #[serde(default)]
    pub withdrawn_at: Option<Instant>,
}

fn nobody() -> RecordId {
    RecordId(base::Uuid::nil())
}

/// Who would receive data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// A code of content's list: the own agency, the family, authorities.
    #[serde(rename = "recipient")]
    pub code: String,
    /// Which of them, where the code leaves that open.
    #[serde(rename = "recipient_name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Recipient {
    /// Whether both are the same recipient, however the name is written.
    pub fn is(&self, other: &Self) -> bool {
        let name = |recipient: &Self| words(recipient.name.as_deref().unwrap_or_default());
        self.code == other.code && name(self) == name(other)
    }
}

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// Agreed.
    Given,
    /// Did not.
    Refused,
}

/// Who answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenBy {
    /// The person.
    #[serde(rename = "self")]
    Person,
    /// Who cares for the child.
    Caregiver,
    /// Who may decide by law or custom.
    Guardian,
    /// A best interests panel.
    BidPanel,
    /// An adult whom the person trusts, or the caseworker, by a supervisor's decision.
    Other,
}

/// The form of a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenIn {
    /// Signed.
    Written,
    /// By thumbprint; counts as written.
    Thumbprint,
    /// Spoken before a witness.
    VerbalWitnessed,
}

/// Whether the person can decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Understands what is asked and what follows from it, with support if need be.
    Has,
    /// Doesn't, for now or for good.
    Lacks,
}

/// The child's part, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assent {
    /// Said no.
    Refused,
    /// Was told, in words for the age.
    Informed,
    /// Agreed in words.
    Oral,
    /// Agreed in writing.
    Written,
}

/// Why the caregiver did not answer, and the supervisor who decided that someone else may.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct StandIn {
    /// Why.
    pub stand_in_why: WhyStandIn,
    /// Who decided.
    pub stand_in_supervisor: UserId,
}

/// Why the caregiver did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyStandIn {
    /// The caregiver may be who harms the child.
    CaregiverSuspected,
    /// There is none, or none that is safe.
    NoSafeCaregiver,
    /// An adult who can't decide, now.
    LacksCapacity,
}

impl Consent {
    /// Reads a record of kind `consent`; a blank, a silence or a conflict in what it rests on is an objection.
    pub fn read(view: &RecordView) -> Result<Self, Refusal> {
        let mut fields = Map::new();
        let mut against: Vec<Objection> = Vec::new();
        for field in view.fields(&group::CONSENT) {
            match view.reading(&group::CONSENT, field) {
                Reading::One(_) => drop(view.one::<Json>(&group::CONSENT, field).map(|value| fields.insert(field.to_string(), value))),
                Reading::Conflict(_) => against.push(Reason::new("consent-in-conflict").with("field", field).into()),
                Reading::Absent => {}
            }
        }
        Refusal::unless_none(against)?;
        let subject = view.standing().parent.filter(|_| view.kind == kind::CONSENT);
        let read = serde_json::from_value::<Self>(Json::Object(fields)).ok();
        match (subject, read) {
            (Some(subject), Some(consent)) => Ok(Self { record: view.id, subject, ..consent }),
            _ => Err(Reason::new("consent-incomplete").into()),
        }
    }

    /// What keeps it from holding at this moment, whoever asks: the answer, its days, its withdrawal. None if it holds.
    pub fn lapsed(&self, moment: Moment<'_>) -> Option<Reason> {
        let today = day_of(moment.zone, moment.now);
        let expires = self.expires_on.as_deref().map(|text| days(text).map(|days| days.lo));
        if self.answer == Given::Refused {
            Some(Reason::new("consent-said-no"))
        } else if self.withdrawn_at.is_some() {
            // Sharing stops with the withdrawal itself; the 24 hours of R-A6 are for what is already under way.
            Some(Reason::new("consent-taken-back"))
        } else if self.given_day().zip(today).is_none_or(|(given, today)| given > today) {
            Some(Reason::new("consent-not-yet"))
        } else if expires.is_some_and(|last| last.zip(today).is_none_or(|(last, today)| last < today)) {
            Some(Reason::new("consent-expired"))
        } else {
            None
        }
    }

    /// The day it was given, or the first that it may have been.
    pub fn given_day(&self) -> Option<Day> {
        days(&self.given_on).map(|days| days.lo)
    }

    /// Whether it is in writing.
    pub fn is_written(&self) -> bool {
        self.form != GivenIn::VerbalWitnessed
    }
}

/// Takes a consent back. Future sharing stops at once; [`super::to_recall`] names what is under way.
pub fn withdraw(consent: &RecordView, now: Instant) -> Decided {
    if consent.kind != kind::CONSENT || consent.one::<RecordId>(&group::CARD, &card::PARENT).is_none() {
        return Err(Reason::new("consent-incomplete").into());
    }
    if !consent.all::<Instant>(&group::CONSENT, &WITHDRAWN_AT).is_empty() {
        return Err(Reason::new("consent-taken-back").into());
    }
    Ok(vec![consent.write(&group::CONSENT, now).set(&WITHDRAWN_AT, now.to_string()).done()])
}
