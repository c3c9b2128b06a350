//! Decisions: everything about a record is loaded, casework decides, and what it drafts is written with its audit, or nothing is.

use super::show::act;
use crate::Problem;
use crate::office::{Office, not_found};
use access::Subject;
use base::{ActId, Compartment, EntryId, Group, Purpose, RecordId, Role};
use casework::known::{card, group, kind};
use casework::{Actor, Around, RecordView, transfer};
use content::Moment;
use journal::{Draft, Entry, Hand};
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

/// A record that belongs to another, and the revisions that were read of it.
pub(super) struct Part {
    pub view: RecordView,
    expected: Vec<Expected>,
}

/// What is written together: drafts on records that are there or begin, by one person for one purpose.
pub(super) struct Writing<'a> {
    pub who: &'a Subject,
    pub act: ActId,
    pub action: &'static str,
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
        let record =
            self.store.records(&self.feed, &BTreeSet::from([id])).await?.remove(&id).filter(|r| !r.erased).ok_or_else(not_found)?;
        let compartments: BTreeSet<Compartment> =
            self.policy.groups.iter().map(|group| Compartment { area: record.placement.area.clone(), group: group.clone() }).collect();
        let opened = self.store.read(&self.feed, id, &compartments, &Witnessed { at: self.now(), acts: Vec::new() }).await?;
        let mut expected: Vec<Expected> = opened
            .cards
            .iter()
            .map(|(compartment, revised)| Expected { record: id, compartment: compartment.clone(), rev: revised.rev })
            .collect();
        let view = viewed(&record.placement, opened.cards.into_values());
        let mut related = self.parts(id).await?;
        if let Some(person) = view.find(&PERSON).one().and_then(|value| value.as_str()?.parse().ok()) {
            related.extend(self.parts(person).await?.into_iter().filter(|part| part.view.kind == kind::CONSENT));
        }
        // A consent that is withdrawn meanwhile must not be shared on.
        expected.extend(related.iter().filter(|part| part.view.kind == kind::CONSENT).flat_map(|part| part.expected.clone()));
        Ok(Known { record, view, related: related.into_iter().map(|part| part.view).collect(), expected })
    }

    /// The records that are part of another, whole, as the program itself reads them.
    pub(super) async fn parts(&self, parent: RecordId) -> Result<Vec<Part>, Problem> {
        let lines = self.store.parts(&self.feed, parent, &self.policy.groups, RELATED).await?;
        let part = |line: store::Line| {
            let (record, area) = (line.record.placement.record, line.record.placement.area.clone());
            let compartment = |group: &Group| Compartment { area: area.clone(), group: group.clone() };
            let expected = line.cards.iter().map(|(group, r)| Expected { record, compartment: compartment(group), rev: r.rev }).collect();
            Part { expected, view: viewed(&line.record.placement, line.cards.into_values()) }
        };
        Ok(lines.into_iter().filter(|line| !line.record.erased).map(part).collect())
    }

    /// Writes drafts: the records that begin are placed where `begin` says, the others where their drafts leave them. What `known` holds is expected to
    /// stand as it was read.
    pub(super) async fn write(
        &self,
        writing: Writing<'_>,
        begin: BTreeMap<RecordId, Placement>,
        known: &[&Known],
        drafts: Vec<Draft>,
    ) -> Result<(), Problem> {
        let hand = Hand { act: writing.act, author: writing.who.user, device: self.device };
        let entries: Vec<Entry> =
            merged(drafts).into_iter().map(|draft| draft.into_entry(EntryId(self.draw()), hand, self.written())).collect();
        let there = known.iter().map(|known| (known.record.placement.clone(), known.view.clone(), &known.related[..]));
        let placements = self.place(begin.into_values().map(begun).chain(there).collect(), &entries, &self.actor(writing.who));
        let mut touched: BTreeMap<RecordId, BTreeSet<Compartment>> = BTreeMap::new();
        for entry in &entries {
            touched.entry(entry.record).or_default().insert(entry.compartment());
        }
        let acts = touched.into_iter().map(|(record, compartments)| {
            act(writing.who, writing.action, Some(record), compartments.into_iter().collect(), Some(writing.purpose.clone()))
        });
        let batch = Batch {
            feed: self.feed.clone(),
            at: self.now(),
            acts: acts.collect(),
            entries,
            placements,
            expected: known.iter().flat_map(|known| known.expected.clone()).collect(),
            key: writing.key,
        };
        self.store.append(&batch).await?;
        Ok(())
    }

    /// Where records stand after entries, each with what is related to it; those without an entry are left out.
    ///
    /// A record whose opening was taken back is still seen by whoever saw it, in no state and with nothing due.
    pub(super) fn place(&self, records: Vec<Placed<'_>>, entries: &[Entry], actor: &Actor) -> Vec<Placement> {
        let mut by_record: BTreeMap<RecordId, Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            by_record.entry(entry.record).or_default().push(entry);
        }
        let after = records.into_iter().filter_map(|(place, view, related)| {
            let view = by_record.get(&place.record)?.iter().fold(view, |view, entry| view.after(entry));
            if view.one::<String>(&group::CARD, &card::CODE).is_none() {
                return Some(Placement { state: String::new(), due: None, merged_into: None, offered: BTreeSet::new(), ..place });
            }
            let stands = view.standing();
            let around = Around { content: &self.content, record: &view, related, actor, moment: self.moment() };
            Some(Placement {
                agency: stands.agency.unwrap_or(place.agency),
                team: stands.team,
                site: stands.site,
                assigned: stands.assigned,
                withheld_from: stands.withheld_from,
                offered: transfer::offered(&view).map(|offer| offer.to.assigned).unwrap_or_default(),
                parent: stands.parent,
                state: stands.state,
                merged_into: stands.merged_into,
                due: casework::procedure::next_due(&around),
                ..place
            })
        });
        after.collect()
    }
}

/// A record as it was placed and read, and what is related to it.
pub(super) type Placed<'a> = (Placement, RecordView, &'a [RecordView]);

/// A record that begins.
pub(super) fn begun<'a>(place: Placement) -> Placed<'a> {
    let view = RecordView::new(place.record, place.kind.clone(), place.area.clone());
    (place, view, &[])
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
