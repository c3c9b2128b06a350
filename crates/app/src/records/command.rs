//! Steps and other commands: what is decided once.

use super::decide::Writing;
use super::submit::refused;
use super::wire::{Command, StepShown};
use crate::Problem;
use crate::office::Office;
use access::{Action, Subject};
use base::RecordId;
use casework::known::group;
use casework::{Around, RecordView, procedure};
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
            needs_approval: !next.step.approval.is_empty(),
            asked: next.asked.is_some(),
            allowed: next.allowed,
            why_not: next.why_not.iter().map(|objection| objection.reason.clone()).collect(),
            says: next.why_not.iter().filter_map(|o| Some(o.message.as_ref()?.show(language).to_owned())).collect(),
            due: next.due,
        });
        shown.collect()
    }

    /// Does to a record what is decided once: takes a step of its procedure, agrees to one that waits, or turns it down.
    pub async fn command(&self, who: &Subject, id: RecordId, given: &Command) -> Result<(), Problem> {
        let sight = self.sight(who, id).await?;
        let known = self.known(id).await?;
        let actor = self.actor(who);
        let around = Around { content: &self.content, record: &known.view, related: &known.related, actor: &actor, moment: self.moment() };
        let text = |name: &str| given.args.get(name).and_then(|value| value.as_str());
        let (action, decided) = match given.command.as_str() {
            "agree" => (Action::Approve, procedure::agree(&around)),
            "turn_down" => (Action::Approve, procedure::turn_down(&around, text("why").unwrap_or_default())),
            step => (Action::Advance, procedure::take(&around, step, text("reason"))),
        };
        // Who asked for a step may take the request back without the right to approve.
        let resource = sight.record.placement.resource();
        let purpose = match self.may(who, action, &resource, &group::DECISION) {
            Err(_) if given.command == "turn_down" => self.may(who, Action::Advance, &resource, &group::DECISION)?,
            decision => decision?,
        };
        let drafts = decided.map_err(refused)?;
        let writing = Writing { who, act: given.act, action: "decide", purpose, key: None };
        self.write(writing, BTreeMap::new(), Some(&known), drafts).await
    }
}
