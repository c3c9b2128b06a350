//! A record as cards, read by group and field.

use crate::known::{card, group};
use base::{AgencyId, Area, Field, Group, Instant, Kind, RecordId, SiteId, TeamId, UserId};
use journal::{Card, Change, Draft, Entry, Op, Reading};
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// A record with those of its cards that were handed in.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordView {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// Its area of work.
    pub area: Area,
    cards: BTreeMap<Group, Card>,
}

/// Where a record stands, as far as its `card` says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// The agency that answers for it.
    pub agency: Option<AgencyId>,
    /// The team that it belongs to.
    pub team: Option<TeamId>,
    /// The site that it belongs to.
    pub site: Option<SiteId>,
    /// Who works on it.
    pub assigned: BTreeSet<UserId>,
    /// Who must never see it.
    pub withheld_from: BTreeSet<UserId>,
    /// The record that it is part of.
    pub parent: Option<RecordId>,
    /// Its state in its procedure; blank before it has one.
    pub state: String,
    /// The record that it was found to be the same as.
    pub merged_into: Option<RecordId>,
}

impl RecordView {
    /// A record of which nothing is known yet.
    pub fn new(id: RecordId, kind: Kind, area: Area) -> Self {
        Self { id, kind, area, cards: BTreeMap::new() }
    }

    /// Adds a card; one of another area is passed over, as no record has it.
    pub fn with(mut self, card: Card) -> Self {
        if card.compartment().area == self.area {
            self.cards.insert(card.compartment().group.clone(), card);
        }
        self
    }

    /// The same record after an entry.
    pub fn after(mut self, entry: &Entry) -> Self {
        if entry.record == self.id && entry.area == self.area {
            self.cards.entry(entry.group.clone()).or_insert_with(|| Card::new(entry.compartment())).apply(entry);
        }
        self
    }

    /// The cards, by group.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.cards.values()
    }

    /// The fields of a group that have been written to.
    pub fn fields(&self, group: &Group) -> impl Iterator<Item = &Field> {
        self.cards.get(group).into_iter().flat_map(Card::fields)
    }

    /// What a field reads.
    pub fn reading(&self, group: &Group, field: &Field) -> Reading<'_> {
        self.cards.get(group).map_or(Reading::Absent, |card| card.value(field))
    }

    /// What a field reads in whichever group it stands.
    pub fn find(&self, field: &Field) -> Reading<'_> {
        let readings = self.cards.values().map(|card| card.value(field));
        readings.into_iter().find(|reading| *reading != Reading::Absent).unwrap_or(Reading::Absent)
    }

    /// The one value of a field, if it has one and is of this type.
    pub fn one<T: DeserializeOwned>(&self, group: &Group, field: &Field) -> Option<T> {
        serde_json::from_value(self.reading(group, field).one()?.clone()).ok()
    }

    /// Every value that stands in a field, so that a conflict hides none of them.
    pub fn all<T: DeserializeOwned>(&self, group: &Group, field: &Field) -> Vec<T> {
        let values = self.cards.get(group).into_iter().flat_map(|card| card.heads(field)).filter_map(|head| match head.op {
            Op::Set(value) => serde_json::from_value(value.clone()).ok(),
            _ => None,
        });
        values.collect()
    }

    /// The fields of a group in which a value stands and whose name begins so, with the rest of the name.
    pub fn beginning<'a>(&'a self, group: &Group, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Json)> {
        let card = self.cards.get(group);
        let fields = card.into_iter().flat_map(move |card| card.fields().map(move |field| (card, field)));
        fields.filter_map(move |(card, field)| Some((field.as_str().strip_prefix(prefix)?, card.value(field).one()?)))
    }

    /// Where it stands.
    pub fn standing(&self) -> Standing {
        Standing {
            agency: self.one(&group::CARD, &card::AGENCY),
            team: self.one(&group::CARD, &card::TEAM),
            site: self.one(&group::CARD, &card::SITE),
            assigned: self.one(&group::CARD, &card::ASSIGNED).unwrap_or_default(),
            withheld_from: self.one(&group::CARD, &card::WITHHELD_FROM).unwrap_or_default(),
            parent: self.one(&group::CARD, &card::PARENT),
            state: self.one(&group::CARD, &card::STATE).unwrap_or_default(),
            merged_into: self.one(&group::CARD, &card::MERGED_INTO),
        }
    }

    /// Begins an entry of this record in a group.
    pub fn write(&self, group: &Group, now: Instant) -> Pen<'_> {
        Pen { card: self.cards.get(group), draft: Draft::new(self.id, self.kind.clone(), self.area.clone(), group.clone(), now) }
    }
}

/// Writes one entry, naming as seen whatever the view shows.
pub struct Pen<'a> {
    card: Option<&'a Card>,
    draft: Draft,
}

impl Pen<'_> {
    /// Gives a field a value.
    pub fn set(self, field: &Field, value: impl Into<Json>) -> Self {
        self.put(field, Op::Set(value.into()))
    }

    /// Gives a field a value, or takes back what stands there.
    pub fn set_or_clear(self, field: &Field, value: Option<impl Into<Json>>) -> Self {
        match value {
            Some(value) => self.set(field, value),
            None => self.clear(field),
        }
    }

    /// Takes back what stands in a field; changes nothing if nothing does.
    pub fn clear(self, field: &Field) -> Self {
        let empty = self.card.is_none_or(|card| card.seen(field).is_empty());
        if empty { self } else { self.put(field, Op::Clear) }
    }

    /// Gives a field an answer of a form; none clears it.
    pub(crate) fn answer(self, field: &Field, answer: Option<&content::Answer>) -> Self {
        match answer {
            Some(content::Answer::Set(value)) => self.set(field, value.clone()),
            Some(content::Answer::Silent(content::Silence::Unknown)) => self.put(field, Op::Silent(journal::Silence::Unknown)),
            Some(content::Answer::Silent(content::Silence::Refused)) => self.put(field, Op::Silent(journal::Silence::Refused)),
            // The rows of a repeat are records of their own.
            Some(content::Answer::Rows(_)) => self,
            None => self.clear(field),
        }
    }

    fn put(mut self, field: &Field, op: Op) -> Self {
        let seen = self.card.map(|card| card.seen(field)).unwrap_or_default();
        self.draft.changes.insert(field.clone(), Change { op, seen });
        self
    }

    /// The draft.
    pub fn done(self) -> Draft {
        self.draft
    }
}
