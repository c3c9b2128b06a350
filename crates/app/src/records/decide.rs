//! Decisions: everything about a record is loaded, casework decides, and what it drafts is written with its audit, or nothing is.

use super::show::act;
use crate::Problem;
use crate::office::{Office, not_found};
use access::Subject;
use base::{ActId, Compartment, EntryId, Purpose, RecordId, Role};
use casework::known::kind;
use casework::{Actor, Around, RecordView};
use content::Moment;
use journal::{Draft, Hand};
use std::collections::{BTreeMap, BTreeSet};
use store::{Batch, Expected, Placement, Record, RequestKey, Revised, Witnessed};

/// Related records that a decision looks at, at most.
const RELATED: u32 = store::MAX_LIMIT;

/// A record with all of its cards and what is related to it, as the program itself reads it to decide. Never shown.
pub(super) struct Known {
    pub record: Record,
    pub view: RecordView,
    pub related: Vec<RecordView>,
    /// What the decision rests on.
    pub expected: Vec<Expected>,
}

/// What is written together: drafts on records that are there or begin, by one person for one purpose.
pub(super) struct Writing<'a> {
    pub who: &'a Subject,
    pub act: ActId,
    pub action: &'a str,
    pub purpose: Purpose,
    pub key: Option<RequestKey>,
}

impl Office {
    pub(super) fn moment(&self) -> Moment<'_> {
        Moment { now: self.now(), zone: &self.zone }
    }

    /// Whoever acts, with the roles that they hold now.
    pub(super) fn actor(&self, who: &Subject) -> Actor {
        let now = self.now();
        let roles: BTreeSet<Role> = who.grants.iter().filter(|grant| grant.is_live(now)).map(|grant| grant.role.clone()).collect();
        Actor { user: who.user, roles }
    }

    /// Everything that a decision about a record may look at.
    pub(super) async fn known(&self, id: RecordId) -> Result<Known, Problem> {
        let record = self.store.records(&self.feed, &BTreeSet::from([id])).await?.remove(&id).ok_or_else(not_found)?;
        let compartments: BTreeSet<Compartment> =
            self.policy.groups.iter().map(|group| Compartment { area: record.placement.area.clone(), group: group.clone() }).collect();
        let opened = self.store.read(&self.feed, id, &compartments, &Witnessed { at: self.now(), acts: Vec::new() }).await?;
        let expected =
            opened.cards.iter().map(|(compartment, revised)| Expected { record: id, compartment: compartment.clone(), rev: revised.rev });
        let expected = expected.collect();
        let view = viewed(&record.placement, opened.cards.into_values());
        let mut related = self.parts(id).await?;
        if let Some(person) = view.find(&PERSON).one().and_then(|value| value.as_str()?.parse().ok()) {
            related.extend(self.parts(person).await?.into_iter().filter(|part| part.kind == kind::CONSENT));
        }
        Ok(Known { record, view, related, expected })
    }

    /// The records that are part of another, whole, as the program itself reads them.
    async fn parts(&self, parent: RecordId) -> Result<Vec<RecordView>, Problem> {
        let lines = self.store.parts(&self.feed, parent, &self.policy.groups, RELATED).await?;
        Ok(lines.into_iter().map(|line| viewed(&line.record.placement, line.cards.into_values())).collect())
    }

    /// Writes drafts: the records that begin are placed where `begin` says, the others where their drafts leave them.
    pub(super) async fn write(
        &self,
        writing: Writing<'_>,
        begin: BTreeMap<RecordId, Placement>,
        known: Option<&Known>,
        drafts: Vec<Draft>,
    ) -> Result<(), Problem> {
        let hand = Hand { act: writing.act, author: writing.who.user, device: self.device };
        let entries: Vec<journal::Entry> =
            merged(drafts).into_iter().map(|draft| draft.into_entry(EntryId(self.draw()), hand, self.written())).collect();
        let mut views: BTreeMap<RecordId, (Placement, RecordView)> = begin
            .into_values()
            .map(|place| (place.record, (place.clone(), RecordView::new(place.record, place.kind, place.area))))
            .chain(known.map(|known| (known.view.id, (known.record.placement.clone(), known.view.clone()))))
            .collect();
        let mut touched: BTreeMap<RecordId, BTreeSet<Compartment>> = BTreeMap::new();
        for entry in &entries {
            touched.entry(entry.record).or_default().insert(entry.compartment());
            if let Some((place, view)) = views.remove(&entry.record) {
                views.insert(entry.record, (place, view.after(entry)));
            }
        }
        let related: Vec<RecordView> = known.map(|known| known.related.clone()).unwrap_or_default();
        let actor = self.actor(writing.who);
        let placements = views.into_values().filter(|(place, _)| touched.contains_key(&place.record)).map(|(place, view)| {
            let stands = view.standing();
            let around = Around { content: &self.content, record: &view, related: &related, actor: &actor, moment: self.moment() };
            let due = casework::procedure::next_due(&around);
            Placement {
                agency: stands.agency.unwrap_or(place.agency),
                team: stands.team,
                site: stands.site,
                assigned: stands.assigned,
                withheld_from: stands.withheld_from,
                parent: stands.parent,
                state: stands.state,
                merged_into: stands.merged_into,
                due,
                ..place
            }
        });
        let placements = placements.collect();
        let acts = touched.into_iter().map(|(record, compartments)| {
            act(writing.who, writing.action, Some(record), compartments.into_iter().collect(), Some(writing.purpose.clone()))
        });
        let batch = Batch {
            feed: self.feed.clone(),
            at: self.now(),
            acts: acts.collect(),
            entries,
            placements,
            expected: known.map(|known| known.expected.clone()).unwrap_or_default(),
            key: writing.key,
        };
        self.store.append(&batch).await?;
        Ok(())
    }
}

/// The person whom a case, assessment or referral is about.
static PERSON: base::Field = base::Field::known("person");

fn viewed(placement: &Placement, cards: impl Iterator<Item = Revised>) -> RecordView {
    let view = RecordView::new(placement.record, placement.kind.clone(), placement.area.clone());
    cards.fold(view, |view, revised| view.with(revised.card))
}

/// Drafts of one record, group and form as one.
pub(super) fn merged(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut all: Vec<Draft> = Vec::new();
    for draft in drafts {
        match all.iter_mut().find(|d| d.record == draft.record && d.group == draft.group && d.form == draft.form) {
            Some(same) => same.changes.extend(draft.changes),
            None => all.push(draft),
        }
    }
    all
}
