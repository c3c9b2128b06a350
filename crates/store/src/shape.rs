//! What goes in and comes out.

use access::Resource;
use base::{AgencyId, Area, Compartment, EntryId, Feed, Instant, Kind, Purpose, RecordId, SiteId, TeamId, UserId, Uuid};
use journal::{Card, Entry};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Where a record stands: all of it that isn't sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// The record.
    pub record: RecordId,
    /// Its kind; never changes.
    pub kind: Kind,
    /// Its area of work; never changes.
    pub area: Area,
    /// The agency that answers for it.
    pub agency: AgencyId,
    /// The team that it belongs to.
    pub team: Option<TeamId>,
    /// The site that it belongs to.
    pub site: Option<SiteId>,
    /// Who works on it.
    pub assigned: BTreeSet<UserId>,
    /// Who must never see it.
    pub withheld_from: BTreeSet<UserId>,
    /// Who is asked to take it over; gives no sight of it.
    pub offered: BTreeSet<UserId>,
    /// The record that it is part of.
    pub parent: Option<RecordId>,
    /// Its state in its procedure, as content names it.
    pub state: String,
    /// When its next step is due.
    pub due: Option<Instant>,
    /// The record that it was found to be the same as.
    pub merged_into: Option<RecordId>,
}

impl Placement {
    /// What access decides on.
    pub fn resource(&self) -> Resource {
        Resource {
            kind: self.kind.clone(),
            area: self.area.clone(),
            agency: self.agency,
            team: self.team,
            site: self.site,
            assigned: self.assigned.clone(),
            withheld_from: self.withheld_from.clone(),
        }
    }
}

/// A record as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Where it stands.
    pub placement: Placement,
    /// When the server first heard of it.
    pub created: Instant,
    /// When it last changed.
    pub changed: Instant,
    /// Whether its contents were destroyed for good.
    pub erased: bool,
}

/// A card and its revision; the revision of a card that nobody wrote to is 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Revised {
    /// Counts the times that the card was written.
    pub rev: i64,
    /// What it reads.
    pub card: Card,
}

/// A record with some of its cards.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// Where it stands.
    pub record: Record,
    /// The cards asked for that there are.
    pub cards: BTreeMap<Compartment, Revised>,
}

/// The revision of a card that a decision rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The record.
    pub record: RecordId,
    /// The compartment.
    pub compartment: Compartment,
    /// The revision that was read; 0 if there was no card.
    pub rev: i64,
}

/// A request's own key: the same request sent again is answered as before and done once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestKey {
    /// Made by whoever asks.
    pub key: Uuid,
    /// Digest of what is asked.
    pub digest: [u8; 32],
}

/// An act for the audit: a link before it has its number, time and digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Who acts; `None` is the program itself.
    pub actor: Option<UserId>,
    /// What is done: `read`, `write`, `sign_in`.
    pub action: String,
    /// On which record; `None` in a batch stands for all of its records.
    pub record: Option<RecordId>,
    /// In which compartments.
    pub compartments: Vec<Compartment>,
    /// For what, if it was asked.
    pub purpose: Option<Purpose>,
}

/// A word that finds a record: its kind says how it is compared (`name`, `sound`, `prefix`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Token {
    /// The kind; a word of one kind never meets a word of another.
    pub kind: &'static str,
    /// The normalised word.
    pub text: String,
}

/// What is written together or not at all.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Where.
    pub feed: Feed,
    /// When the server received it.
    pub at: Instant,
    /// Entries in the order in which they shall be numbered. One that is there already is passed over.
    pub entries: Vec<Entry>,
    /// Records that are new or now stand elsewhere. A new record needs one.
    pub placements: Vec<Placement>,
    /// What the decision rests on.
    pub expected: Vec<Expected>,
    /// What goes into the audit; each entry must be covered by one.
    pub acts: Vec<Act>,
    /// The request's key, if it has one.
    pub key: Option<RequestKey>,
}

/// An entry's place in the order of its compartment, from 1 without a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbered {
    /// The entry.
    pub entry: EntryId,
    /// The compartment.
    pub compartment: Compartment,
    /// Its place.
    pub seq: i64,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appended {
    /// Each of its entries with its place.
    pub entries: Vec<Numbered>,
    /// Whether all of it was there already, so that nothing was written now.
    pub replayed: bool,
}

/// An entry as it is filed.
#[derive(Debug, Clone, PartialEq)]
pub struct Filed {
    /// Its place in its compartment.
    pub place: Numbered,
    /// The record that it is about.
    pub record: RecordId,
    /// When the server received it.
    pub received: Instant,
    /// What it says; nothing if the record was erased.
    pub entry: Option<Entry>,
}
