//! Many records in one act: an import, the people of a demonstration.

use super::decide::begun;
use super::submit::placed;
use crate::Problem;
use crate::office::{Office, not_found};
use access::{Action, Subject};
use base::{ActId, EntryId, Finding, RecordId};
use casework::known::group;
use casework::{Around, DisplayCode, RecordView, Standing};
use content::{Form, Moment, Payload, Stage, validate};
use journal::Hand;
use std::collections::BTreeSet;
use store::{Batch, Placement};

/// Records written in one transaction.
const TOGETHER: usize = 250;

/// One record to be made.
#[derive(Debug, Clone)]
pub struct New {
    /// Its identifier.
    pub record: RecordId,
    /// The record that it is part of.
    pub parent: Option<RecordId>,
    /// Its answers.
    pub answers: Payload,
    /// Where it comes from, for findings.
    pub row: u64,
}

impl Office {
    /// Makes records by a form, all in one act, in parts of a few hundred; those whose answers can't stand are left out and said with their row.
    /// What a form requires may be missing: lists from elsewhere rarely hold all of it.
    ///
    /// `told` hears how many rows are done. What is written stays written if it ends early; the act can be undone, or sent again for the rest.
    pub async fn begin_many(
        &self,
        who: &Subject,
        act: ActId,
        form: &Form,
        rows: Vec<New>,
        told: &mut (dyn FnMut(usize) + Send),
    ) -> Result<Vec<Finding>, Problem> {
        let standing = Standing {
            agency: Some(who.agency),
            team: who.teams.first().copied(),
            site: who.sites.first().copied(),
            assigned: BTreeSet::from([who.user]),
            ..Standing::default()
        };
        let (actor, hand) = (self.actor(who), Hand { act, author: who.user, device: self.device });
        let mut findings = Vec::new();
        let mut done = 0;
        for some in rows.chunks(TOGETHER) {
            let (mut entries, mut placements) = (Vec::new(), Vec::<Placement>::new());
            let mut written = BTreeSet::new();
            let mut resource = None;
            for new in some {
                let moment = Moment { now: self.now(), zone: &self.zone };
                let checked = validate(&self.content, form, &new.answers, moment, Stage::Draft);
                let refused = checked.findings.has_errors();
                findings.extend(checked.findings.into_iter().map(|finding| Finding { row: Some(new.row), ..finding }));
                if refused {
                    continue;
                }
                let area = form.area.clone().ok_or_else(not_found)?;
                let view = RecordView::new(new.record, form.kind.clone(), area);
                let standing = Standing { parent: new.parent, ..standing.clone() };
                let around = Around { content: &self.content, record: &view, related: &[], actor: &actor, moment };
                let code = DisplayCode::from_random(self.random().next_u64());
                let mut drafts = casework::procedure::open(&around, code, &standing).map_err(super::submit::refused)?;
                let answered = casework::write(form, &checked.kept, &view, moment.now, &mut || RecordId(self.draw()));
                drafts.extend(answered.map_err(super::submit::refused)?);
                for draft in super::decide::merged(drafts) {
                    if !placements.iter().rev().take(8).any(|p| p.record == draft.record) {
                        placements.push(placed(&draft, &standing, new.record));
                    }
                    resource.get_or_insert_with(|| placed(&draft, &standing, new.record).resource());
                    written.insert(base::Compartment { area: draft.area.clone(), group: draft.group.clone() });
                    entries.push(draft.into_entry(EntryId(self.draw()), hand, self.written()));
                }
            }
            if let Some(resource) = resource {
                let purpose = self.may(who, Action::Create, &resource, &group::CARD)?;
                for compartment in written.iter().filter(|c| c.group != group::CARD && c.group != group::DECISION) {
                    self.may(who, Action::Write, &resource, &compartment.group)?;
                }
                let placements = self.place(placements.into_iter().map(begun).collect(), &entries, &actor);
                let acts = vec![super::show::act(who, "import", None, written.into_iter().collect(), Some(purpose))];
                let batch = Batch { feed: self.feed.clone(), at: self.now(), entries, placements, expected: Vec::new(), acts, key: None };
                self.store.append(&batch).await?;
            }
            done += some.len();
            told(done);
        }
        Ok(findings)
    }

    /// Takes back a consent, as part of an act.
    pub(crate) async fn withdraw_consent(&self, who: &Subject, act: ActId, consent: RecordId) -> Result<(), Problem> {
        let known = self.known(consent).await?;
        let purpose = self.may(who, Action::Write, &known.record.placement.resource(), &group::CONSENT)?;
        let drafts = match casework::consent::withdraw(&known.view, self.now()) {
            Ok(drafts) => drafts,
            // It was taken back before the act was cut off.
            Err(_) => return Ok(()),
        };
        let writing = super::decide::Writing { who, act, action: "write", purpose, key: None };
        self.write(writing, std::collections::BTreeMap::new(), &[&known], drafts).await
    }
}
