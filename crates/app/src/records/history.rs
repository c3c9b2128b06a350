//! What was done to a record, taking it back, and who has seen it.

use super::show::{Sight, act};
use super::wire::{Act, Changed, Seen, Undone, Verified};
use crate::Problem;
use crate::office::{Office, not_found};
use access::{Action, Subject};
use base::{ActId, Compartment, EntryId, Findings, Instant, RecordId, UserId};
use casework::known::{card, group, is_decided};
use journal::{Entry, Hand, Op};
use std::collections::BTreeSet;
use store::{AuditFilter, Batch, Witnessed};

/// Links shown at once.
const LINKS: u32 = 100;

impl Office {
    /// The acts on a record in what someone may see of it, newest first.
    pub async fn history(&self, who: &Subject, id: RecordId) -> Result<Vec<Act>, Problem> {
        let sight = self.sight(who, id).await?;
        let entries = self.entries(who, &sight, "read_history").await?;
        let people = self.names_of(entries.iter().map(|e| e.author).collect()).await?;
        let resource = sight.record.placement.resource();
        let shown = journal::history(&entries).into_iter().map(|done| {
            let groups: BTreeSet<_> = done.changes.iter().map(|c| c.compartment.group.clone()).collect();
            Act {
                act: done.id,
                at: Instant(done.written.millis.div_euclid(1000)),
                occurred: done.occurred,
                by: people.get(&done.author).cloned().unwrap_or_default(),
                form: done.form.cloned(),
                may_undo: done.form.is_some() && groups.iter().all(|group| self.may(who, Action::Write, &resource, group).is_ok()),
                changes: done.changes.iter().filter(|change| tells(change)).map(changed).collect(),
            }
        });
        // An act that says nothing to people, such as a disclosure, stands where it belongs: in the steps, in what was received.
        Ok(shown.filter(|act| !act.changes.is_empty()).collect())
    }

    async fn entries(&self, who: &Subject, sight: &Sight, action: &str) -> Result<Vec<Entry>, Problem> {
        let id = sight.record.placement.record;
        let links = vec![act(who, action, Some(id), sight.sensitive(), sight.purpose())];
        let filed = self.store.history(&self.feed, id, &sight.compartments(), &Witnessed { at: self.now(), acts: links }).await?;
        Ok(filed.into_iter().filter_map(|f| f.entry).collect())
    }

    /// Takes back an act, in each record that it reached, where nobody changed it since.
    ///
    /// Needs the right to write in each group that the act wrote in; an act of which anything is hidden from someone is not found.
    pub async fn undo(&self, who: &Subject, undone: ActId, by: ActId) -> Result<Undone, Problem> {
        let records: BTreeSet<RecordId> = self.store.act(&self.feed, undone).await?.into_iter().map(|filed| filed.record).collect();
        if records.is_empty() {
            return Err(not_found());
        }
        let mut batch = Batch {
            feed: self.feed.clone(),
            at: self.now(),
            entries: Vec::new(),
            placements: Vec::new(),
            expected: Vec::new(),
            acts: Vec::new(),
            key: None,
        };
        let mut findings = Findings::default();
        let hand = Hand { act: by, author: who.user, device: self.device };
        let mut reached = Vec::new();
        for id in records {
            let sight = self.sight(who, id).await?;
            let entries = self.entries(who, &sight, "read_history").await?;
            let (drafts, left) = journal::undo(undone, &entries, self.now());
            findings.extend(left);
            let resource = sight.record.placement.resource();
            let mut compartments = BTreeSet::new();
            let mut purpose = None;
            for draft in drafts {
                purpose = Some(self.may(who, Action::Write, &resource, &draft.group)?);
                compartments.insert(Compartment { area: draft.area.clone(), group: draft.group.clone() });
                batch.entries.push(draft.into_entry(EntryId(self.draw()), hand, self.written()));
            }
            if !compartments.is_empty() {
                reached.push(self.known(id).await?);
                batch.acts.push(act(who, "undo", Some(id), compartments.into_iter().collect(), purpose));
            }
        }
        let undone = !batch.entries.is_empty();
        if undone {
            let placed = reached.iter().map(|known| (known.record.placement.clone(), known.view.clone(), &known.related[..])).collect();
            batch.placements = self.place(placed, &batch.entries, &self.actor(who));
            self.store.append(&batch).await?;
        }
        Ok(Undone { undone, findings })
    }

    /// Who has seen, changed or received what about a record, newest first; for whoever may read it.
    pub async fn seen(&self, who: &Subject, id: RecordId) -> Result<Vec<Seen>, Problem> {
        let sight = self.sight(who, id).await?;
        let may_see = sight.compartments();
        let links = self.store.audit(&self.feed, AuditFilter { record: Some(id), ..AuditFilter::default() }, LINKS).await?;
        self.told(links, |compartment| may_see.contains(compartment)).await
    }

    /// The audit of the office, newest first; for whoever may read it.
    pub async fn audit(&self, who: &Subject, before: Option<u64>) -> Result<Vec<Seen>, Problem> {
        self.may_office(who, Action::Read, "audit")?;
        let links = self.store.audit(&self.feed, AuditFilter { before, ..AuditFilter::default() }, LINKS).await?;
        self.told(links, |_| true).await
    }

    /// Checks the chain of the audit against what was signed and the witness: each change, gap, reorder and cut is a finding.
    pub async fn verify_audit(&self, who: &Subject, verifier: &seal::Verifier) -> Result<Verified, Problem> {
        self.may_office(who, Action::Read, "audit")?;
        self.verified(verifier).await
    }

    /// The same for whoever holds the office's key and needs no account.
    pub async fn verified(&self, verifier: &seal::Verifier) -> Result<Verified, Problem> {
        let newest = self.store.audit(&self.feed, AuditFilter::default(), 1).await?;
        let (witness, mut findings) = self.witness();
        findings.extend(self.store.verify(&self.feed, verifier, witness.as_ref()).await?);
        Ok(Verified { links: newest.first().map_or(0, |link| link.n), ok: !findings.has_errors(), findings })
    }

    async fn told(&self, links: Vec<seal::Link>, may_see: impl Fn(&Compartment) -> bool) -> Result<Vec<Seen>, Problem> {
        let people = self.names_of(links.iter().filter_map(|link| link.actor).collect::<BTreeSet<UserId>>()).await?;
        let told = links.into_iter().map(|link| Seen {
            n: link.n,
            at: link.at,
            by: link.actor.and_then(|actor| people.get(&actor).cloned()).unwrap_or_default(),
            action: link.action,
            record: link.record,
            groups: link.compartments.into_iter().filter(&may_see).collect(),
            purpose: link.purpose,
        });
        Ok(told.collect())
    }
}

/// Whether a change says something to people: not what the program keeps for itself, but for the state that it led to.
fn tells(changed: &journal::Changed<'_>) -> bool {
    let group = &changed.compartment.group;
    !is_decided(group, changed.field) || (*group == group::CARD && *changed.field == card::STATE)
}

fn changed(changed: &journal::Changed<'_>) -> Changed {
    let (value, silence, cleared) = match changed.op {
        Op::Set(value) => (Some(value.clone()), None, false),
        Op::Silent(silence) => (None, Some(*silence), false),
        Op::Clear => (None, None, true),
    };
    Changed { group: changed.compartment.group.clone(), field: changed.field.clone(), entry: changed.entry, value, silence, cleared }
}
