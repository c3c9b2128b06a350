//! Sending someone to a service (individual.md J.3). States and clocks are content's procedure for `referral`; here is what it can't say.

use crate::around::Around;
use crate::consent::MayShare;
use crate::known::kind;
use crate::procedure::take_with_leave;
use crate::refusal::{Decided, Refusal};
use crate::view::RecordView;
use base::{ActId, Field, Group, Reason, RecordId};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// The state in which the provider has got it.
pub(crate) const SENT: &str = "sent";
/// States that leave a need unmet.
const UNMET: [&str; 2] = ["declined", "not_provided"];

static SERVICE: Field = Field::known("service");
static SERVICE_REQUESTED: Field = Field::known("service_requested");
static DECLINE_REASON: Field = Field::known("decline_reason");
static UNMET_REASON: Field = Field::known("unmet_reason");
static SERVICE_TYPE: Field = Field::known("service_type");

/// Sends the referral around by a step of its procedure, with leave to share, and records the disclosure in `holder` ([`MayShare::disclose`]).
pub fn send(around: &Around<'_>, step: &str, may_share: MayShare, holder: &RecordView, groups: &BTreeSet<Group>, act: ActId) -> Decided {
    if around.person() != may_share.subject() {
        return Err(Reason::new("share-other-person").into());
    }
    let mut drafts = take_with_leave(around, step)?;
    drafts.push(may_share.disclose(holder, act, around.record.id, groups, around.moment.now)?);
    Ok(drafts)
}

/// The services that could help instead, once a provider has declined: of the type asked for, and not the one that was asked.
pub fn alternatives<'a>(referral: &RecordView, services: &'a [RecordView]) -> Vec<&'a RecordView> {
    let wanted = referral.find(&SERVICE_REQUESTED).one();
    let asked: Option<RecordId> = referral.find(&SERVICE).one().and_then(|id| serde_json::from_value(id.clone()).ok());
    let fits = |service: &&RecordView| {
        service.kind == kind::SERVICE && Some(service.id) != asked && wanted.is_some() && service.find(&SERVICE_TYPE).one() == wanted
    };
    services.iter().filter(fits).collect()
}

/// What a step leaves unmet, for the analysis of gaps: counted by service and reason, never by person.
pub(crate) fn unmet_need(record: &RecordView, to: &str) -> Option<Json> {
    let unmet = record.kind == kind::REFERRAL && UNMET.contains(&to);
    let reason = || [&DECLINE_REASON, &UNMET_REASON].into_iter().find_map(|field| record.find(field).one().cloned());
    unmet.then(|| json!({"service": record.find(&SERVICE_REQUESTED).one(), "outcome": to, "reason": reason()}))
}

/// Whether a step that leads there sends a referral: it goes through [`send`] and not through [`crate::procedure::take`].
pub fn discloses(record: &RecordView, to: &str) -> bool {
    record.kind == kind::REFERRAL && to == SENT
}

/// Refuses a step that sends a referral without leave.
pub(crate) fn needs_leave(record: &RecordView, to: &str) -> Result<(), Refusal> {
    if discloses(record, to) { Err(Reason::new("referral-needs-leave").into()) } else { Ok(()) }
}
