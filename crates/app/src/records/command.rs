//! Steps and other commands: what is decided once.

use super::decide::{Known, Writing};
use super::show::Sight;
use super::submit::refused;
use super::wire::StepShown;
use super::wire_command::{Command, Order};
use crate::Problem;
use crate::office::Office;
use access::{Action, Subject};
use base::{ActId, Purpose, RecordId};
use casework::known::group;
use casework::{Actor, Around, Decided, RecordView, procedure, refer};
use std::collections::BTreeMap;

impl Office {
    /// What a record may be led to next, with what stands against it.
    pub(super) fn steps(&self, who: &Subject, view: &RecordView, related: &[RecordView], language: &str) -> Vec<StepShown> {
        let actor = self.actor(who);
        let around = Around { content: &self.content, record: view, related, actor: &actor, moment: self.moment() };
        let shown = procedure::steps(&around).into_iter().map(|next| StepShown {
            command: next.step.name.clone(),
            label: next.step.label.show(language).to_owned(),
            form: next.step.form.clone(),
            reasons: next
                .step
                .reasons
                .as_ref()
                .map(|list| self.choices(list, true, language).into_iter().filter(|c| next.reasons.contains(&c.code.as_str())).collect())
                .unwrap_or_default(),
            shares: refer::discloses(view, &next.step.to),
            needs_approval: !next.step.approval.is_empty(),
            asked: next.asked.is_some(),
            allowed: next.allowed,
            why_not: next.why_not.iter().map(|objection| objection.reason.clone()).collect(),
            says: next.why_not.iter().filter_map(|o| Some(o.message.as_ref()?.show(language).to_owned())).collect(),
            due: next.due,
        });
        shown.collect()
    }

    /// Does to a record what is decided once. Whoever may not know of it is told that it isn't there, whatever they ask.
    pub async fn command(&self, who: &Subject, id: RecordId, given: &Command) -> Result<(), Problem> {
        let act = given.act;
        match &given.order {
            Order::Accept => return self.accept(who, id, act).await,
            Order::Decline { why } => return self.decline(who, id, act, why).await,
            _ => {}
        }
        let sight = self.sight(who, id).await?;
        match &given.order {
            Order::Take { .. } | Order::Agree | Order::TurnDown { .. } => self.lead(who, &sight, given).await,
            Order::Send { step, share } => self.send(who, id, act, step, share).await,
            Order::Disclose { share } => self.disclose(who, id, act, share).await,
            Order::Offer { to, why, share } => self.offer(who, id, act, to, why, share.as_ref()).await,
            Order::Assign { to, why } => self.assign(who, id, act, to, why).await,
            Order::Withdraw => self.withdraw(who, id, act).await,
            Order::Merge { record, why } => self.merge(who, id, act, *record, why).await,
            Order::Unmerge { record, why } => self.unmerge(who, id, act, *record, why).await,
            Order::Differ { record } => self.differ(who, id, act, *record).await,
            Order::AskErase { why } => self.ask_erase(who, id, act, why).await,
            Order::AgreeErase => self.agree_erase(who, id, act).await,
            Order::Keep { why } => self.keep(who, id, act, why).await,
            Order::Accept | Order::Decline { .. } => Ok(()),
        }
    }

    /// A step of the record's procedure, or an answer to one that waits.
    async fn lead(&self, who: &Subject, sight: &Sight, given: &Command) -> Result<(), Problem> {
        let known = self.known(sight.record.placement.record).await?;
        let actor = self.actor(who);
        let around = self.around(&known, &actor);
        let (action, decided) = match &given.order {
            Order::Agree => (Action::Approve, procedure::agree(&around)),
            Order::TurnDown { why } => (Action::Approve, procedure::turn_down(&around, why)),
            Order::Take { step, reason } => (Action::Advance, procedure::take(&around, step, reason.as_deref())),
            _ => return Ok(()),
        };
        // Who asked for a step may take the request back without the right to approve.
        let resource = sight.record.placement.resource();
        let purpose = match self.may(who, action, &resource, &group::DECISION) {
            Err(_) if matches!(given.order, Order::TurnDown { .. }) => self.may(who, Action::Advance, &resource, &group::DECISION)?,
            decision => decision?,
        };
        self.decided(who, given.act, "decide", purpose, &[&known], decided).await
    }

    /// What a decision looks at.
    pub(super) fn around<'a>(&'a self, known: &'a Known, actor: &'a Actor) -> Around<'a> {
        Around { content: &self.content, record: &known.view, related: &known.related, actor, moment: self.moment() }
    }

    /// Writes what was decided, or says why not.
    pub(super) async fn decided(
        &self,
        who: &Subject,
        act: ActId,
        action: &'static str,
        purpose: Purpose,
        known: &[&Known],
        decided: Decided,
    ) -> Result<(), Problem> {
        let drafts = decided.map_err(refused)?;
        self.write(Writing { who, act, action, purpose, key: None }, BTreeMap::new(), known, drafts).await
    }
}
