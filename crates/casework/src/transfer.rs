//! Handing a record over: offered, then accepted or declined. Until it is accepted, who offers it answers for it.

use crate::around::{Around, has_ended};
use crate::consent::MayShare;
use crate::known::{card, group};
use crate::procedure::record_command;
use crate::refusal::{Decided, Objection, Refusal};
use crate::view::RecordView;
use base::{ActId, AgencyId, Field, Group, Instant, Reason, SiteId, TeamId, UserId};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;

static OFFERED: Field = Field::known("offered");

/// Who answers for a record and works on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Responsible {
    /// The agency.
    pub agency: AgencyId,
    /// The team.
    pub team: Option<TeamId>,
    /// The site.
    pub site: Option<SiteId>,
    /// The people; at least one, so that nothing is left to nobody.
    pub assigned: BTreeSet<UserId>,
}

/// A record that someone is asked to take over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Who would answer for it.
    pub to: Responsible,
    /// Why.
    pub why: String,
    /// When.
    pub at: Instant,
    /// Who offers it.
    pub by: UserId,
}

/// Leave to show another agency the person's data, where the disclosure is written, and which groups.
pub struct Leave<'a> {
    /// The leave.
    pub may_share: MayShare,
    /// The record that holds the disclosure ([`MayShare::disclose`]).
    pub holder: &'a RecordView,
    /// What the other agency will see.
    pub groups: &'a BTreeSet<Group>,
    /// The press of the button.
    pub act: ActId,
}

/// The offer that waits for an answer.
pub fn offered(record: &RecordView) -> Option<Offer> {
    record.one(&group::DECISION, &OFFERED)
}

/// Offers a record. To another agency only with leave, which is recorded as a disclosure.
pub fn offer(around: &Around<'_>, to: Responsible, why: &str, leave: Option<Leave<'_>>) -> Decided {
    let (record, now) = (around.record, around.moment.now);
    let standing = record.standing();
    let mut against: Vec<Objection> = Vec::new();
    if has_ended(around.content, record) {
        against.push(Reason::new("record-has-ended").into());
    }
    if standing.merged_into.is_some() {
        against.push(Reason::new("record-is-merged").into());
    }
    if offered(record).is_some() {
        against.push(Reason::new("transfer-waits").into());
    }
    if to.assigned.is_empty() {
        against.push(Reason::new("transfer-to-nobody").into());
    }
    if standing.agency == Some(to.agency) && standing.team == to.team && standing.site == to.site && standing.assigned == to.assigned {
        against.push(Reason::new("transfer-to-same").into());
    }
    if why.trim().is_empty() {
        against.push(Reason::new("step-needs-reason").into());
    }
    if standing.agency != Some(to.agency) && leave.is_none() {
        against.push(Reason::new("transfer-needs-consent").into());
    }
    Refusal::unless_none(against)?;
    let offer = Offer { to, why: why.trim().to_owned(), at: now, by: around.actor.user };
    let pen = record_command(around, json!({"command": "offer", "to": offer.to, "why": offer.why}));
    let mut drafts = vec![pen.set(&OFFERED, json!(offer)).done()];
    if let Some(Leave { may_share, holder, groups, act }) = leave {
        drafts.push(may_share.disclose(holder, act, record.id, groups, now)?);
    }
    Ok(drafts)
}

/// Gives a record to others of the agency at once, without asking them: what a supervisor may. An offer that waits is over by that.
pub fn assign(around: &Around<'_>, to: &BTreeSet<UserId>, why: &str) -> Decided {
    let standing = around.record.standing();
    let mut against: Vec<Objection> = Vec::new();
    if has_ended(around.content, around.record) {
        against.push(Reason::new("record-has-ended").into());
    }
    if standing.merged_into.is_some() {
        against.push(Reason::new("record-is-merged").into());
    }
    if to.is_empty() {
        against.push(Reason::new("transfer-to-nobody").into());
    }
    if standing.assigned == *to {
        against.push(Reason::new("transfer-to-same").into());
    }
    if why.trim().is_empty() {
        against.push(Reason::new("step-needs-reason").into());
    }
    Refusal::unless_none(against)?;
    let place = around.record.write(&group::CARD, around.moment.now).set(&card::ASSIGNED, json!(to));
    let decision = record_command(around, json!({"command": "assign", "to": to, "why": why.trim()})).clear(&OFFERED);
    Ok(vec![decision.done(), place.done()])
}

/// Takes over a record that was offered to the actor, alone or among others: whoever accepts first works on it.
pub fn accept(around: &Around<'_>) -> Decided {
    let offer = waiting(around, |offer, actor| offer.to.assigned.contains(&actor))?;
    let Responsible { agency, team, site, .. } = &offer.to;
    let assigned = [around.actor.user];
    let place = around.record.write(&group::CARD, around.moment.now).set(&card::AGENCY, agency.to_string());
    let place = place.set_or_clear(&card::TEAM, team.map(|id| id.to_string())).set_or_clear(&card::SITE, site.map(|id| id.to_string()));
    let decision = record_command(around, json!({"command": "accept"})).clear(&OFFERED);
    Ok(vec![decision.done(), place.set(&card::ASSIGNED, json!(assigned)).done()])
}

/// Declines a record that was offered to the actor, or takes the actor's own offer back.
pub fn decline(around: &Around<'_>, why: &str) -> Decided {
    waiting(around, |offer, actor| offer.to.assigned.contains(&actor) || offer.by == actor)?;
    if why.trim().is_empty() {
        return Err(Reason::new("step-needs-reason").into());
    }
    Ok(vec![record_command(around, json!({"command": "decline", "why": why.trim()})).clear(&OFFERED).done()])
}

fn waiting(around: &Around<'_>, may: impl Fn(&Offer, UserId) -> bool) -> Result<Offer, Refusal> {
    let offer = offered(around.record).ok_or_else(|| Refusal::from(Reason::new("transfer-none")))?;
    if may(&offer, around.actor.user) { Ok(offer) } else { Err(Reason::new("transfer-not-to-you").into()) }
}
