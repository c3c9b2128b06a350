//! Erasing a record: one asks, another agrees, the keys are destroyed and a certificate stays.

use super::show::act as audited;
use super::wire_command::{CertificateShown, WishShown};
use crate::Problem;
use crate::office::{Office, refused};
use access::{Action, Refusal, Subject};
use base::{ActId, Area, Compartment, EntryId, Field, Kind, RecordId};
use casework::erase::{self, Certificate};
use casework::known::group;
use casework::{Actor, Around, RecordView};
use journal::Hand;
use std::collections::BTreeSet;
use store::{Batch, Filter, Placement, Witnessed};

/// A certificate is a record of the office, of the kind that whoever reads the audit reads.
static KIND: Kind = Kind::known("audit");
static AREA: Area = Area::known("office");
static CERTIFICATE: Field = Field::known("certificate");
/// Certificates shown at once.
const SHOWN: u32 = 100;
/// A proof of who someone is counts for so long as fresh, in seconds.
const FRESH: i64 = 600;

impl Office {
    /// Asks that a record and its parts be erased; another must agree.
    pub(super) async fn ask_erase(&self, who: &Subject, id: RecordId, act: ActId, why: &str) -> Result<(), Problem> {
        let mut known = self.known(id).await?;
        let purpose = self.may(who, Action::Erase, &known.record.placement.resource(), &group::CARD)?;
        known.related = self.erased_with(who, id).await?;
        let actor = self.actor(who);
        let decided = erase::ask(&self.around(&known, &actor), why);
        self.decided(who, act, "erase_asked", purpose, &[&known], decided).await
    }

    /// Turns down the erasure that waits, or takes back one's own.
    pub(super) async fn keep(&self, who: &Subject, id: RecordId, act: ActId, why: &str) -> Result<(), Problem> {
        let known = self.known(id).await?;
        let resource = known.record.placement.resource();
        let purpose =
            self.may(who, Action::Approve, &resource, &group::CARD).or_else(|_| self.may(who, Action::Erase, &resource, &group::CARD))?;
        let actor = self.actor(who);
        let decided = erase::keep(&self.around(&known, &actor), why);
        self.decided(who, act, "decide", purpose, &[&known], decided).await
    }

    /// Agrees, as a second person, to the erasure that waits: what is in the record and its parts can never be read again.
    ///
    /// The certificate is written first. If the program ends before the last key is destroyed the record is still there, and agreeing again goes on.
    pub(super) async fn agree_erase(&self, who: &Subject, id: RecordId, act: ActId) -> Result<(), Problem> {
        let known = self.known(id).await?;
        let resource = known.record.placement.resource();
        let purpose =
            self.may(who, Action::Approve, &resource, &group::CARD).or_else(|_| self.may(who, Action::Erase, &resource, &group::CARD))?;
        let now = self.now();
        if !who.stepped_up.is_some_and(|at| at <= now && now < at.plus_seconds(FRESH)) {
            return Err(refused(&Refusal::StepUp));
        }
        let nothing = || super::submit::refused(base::Reason::new("approval-not-asked").into());
        let wish = erase::asked(&known.view).ok_or_else(nothing)?;
        // Whoever asked must still be one who may.
        let asker = self.workers().await?.into_iter().find(|(account, _)| account.user == wish.by).map(|(_, subject)| subject);
        let asker = asker.filter(|asker| self.may_erase(asker, &known.record.placement)).ok_or_else(|| refused(&Refusal::NoGrant))?;
        let related = self.erased_with(&asker, id).await?;
        let actor = Actor { user: wish.by, roles: BTreeSet::new() };
        let around = Around { content: &self.content, record: &known.view, related: &related, actor: &actor, moment: self.moment() };
        let erasure = erase::erase(&around, who.user, &wish.why).map_err(super::submit::refused)?;
        self.certify(who, act, &known.record.placement, &erasure.certificate, purpose.clone()).await?;
        let parts = erasure.records.iter().copied().filter(|record| *record != id);
        for record in parts.chain([id]) {
            let acts = vec![audited(who, "erase", Some(record), Vec::new(), Some(purpose.clone()))];
            self.store.erase(&self.feed, record, &Witnessed { at: now, acts }).await?;
        }
        Ok(())
    }

    /// Parts of a record that go with it: those that whoever asks may erase. Of a part that is hidden from them nothing is said or destroyed.
    async fn erased_with(&self, asker: &Subject, id: RecordId) -> Result<Vec<RecordView>, Problem> {
        let parts = self.parts(id).await?;
        let places = self.store.records(&self.feed, &parts.iter().map(|part| part.view.id).collect()).await?;
        let may = |view: &RecordView| places.get(&view.id).is_some_and(|record| self.may_erase(asker, &record.placement));
        Ok(parts.into_iter().map(|part| part.view).filter(may).collect())
    }

    /// Whether someone may erase a record, once they have proved who they are.
    pub(super) fn may_erase(&self, who: &Subject, place: &Placement) -> bool {
        match self.may(who, Action::Erase, &place.resource(), &group::CARD) {
            Ok(_) => true,
            Err(problem) => problem.code == Refusal::StepUp.code(),
        }
    }

    async fn certify(
        &self,
        who: &Subject,
        act: ActId,
        of: &Placement,
        certificate: &Certificate,
        purpose: base::Purpose,
    ) -> Result<(), Problem> {
        let view = RecordView::new(RecordId(act.0), KIND.clone(), AREA.clone());
        let text =
            serde_json::to_value(certificate).map_err(|e| Problem::new("request-unreadable", e.to_string(), "load the page again"))?;
        let draft = view.write(&group::CARD, self.now()).set(&CERTIFICATE, text).done();
        // The same press of the button again is the same certificate.
        let entry = draft.into_entry(EntryId(act.0), Hand { act, author: who.user, device: self.device }, self.written());
        let place = Placement {
            record: view.id,
            kind: KIND.clone(),
            area: AREA.clone(),
            team: None,
            site: None,
            assigned: BTreeSet::new(),
            withheld_from: BTreeSet::new(),
            offered: BTreeSet::new(),
            parent: None,
            state: String::new(),
            due: None,
            merged_into: None,
            agency: of.agency,
        };
        let compartment = Compartment { area: AREA.clone(), group: group::CARD.clone() };
        let batch = Batch {
            feed: self.feed.clone(),
            at: self.now(),
            acts: vec![audited(who, "certify", Some(view.id), vec![compartment], Some(purpose))],
            entries: vec![entry],
            placements: vec![place],
            expected: Vec::new(),
            key: None,
        };
        self.store.append(&batch).await?;
        Ok(())
    }

    /// What stays of records that were erased, newest first; for whoever reads the audit.
    pub async fn certificates(&self, who: &Subject) -> Result<Vec<CertificateShown>, Problem> {
        self.may_office(who, Action::Read, "audit")?;
        let filter = Filter { kinds: BTreeSet::from([KIND.clone()]), areas: BTreeSet::from([AREA.clone()]), ..Filter::default() };
        let found = self.page(who, filter, store::Sort::default(), None, SHOWN).await?.lines;
        let read = |line: &store::Line| {
            let card = &line.cards.get(&group::CARD)?.card;
            let head = card.heads(&CERTIFICATE).into_iter().next()?;
            let journal::Op::Set(value) = head.op else { return None };
            Some((head.entry, serde_json::from_value::<Certificate>(value.clone()).ok()?))
        };
        let read: Vec<(EntryId, Certificate)> = found.iter().filter_map(read).collect();
        let names = self.names_of(read.iter().flat_map(|(_, c)| [c.by, c.witness]).collect()).await?;
        let named = |user: base::UserId| names.get(&user).cloned().unwrap_or_default();
        let shown = read.into_iter().map(|(entry, c)| CertificateShown {
            entry,
            by: named(c.by),
            witness: named(c.witness),
            record: c.record,
            parts: c.parts,
            why: c.why,
            at: c.at,
        });
        Ok(shown.collect())
    }

    /// The erasure that waits, for whoever may ask for one or agree.
    pub(super) async fn wish(&self, who: &Subject, view: &RecordView) -> Result<Option<WishShown>, Problem> {
        let Some(wish) = erase::asked(view) else { return Ok(None) };
        let names = self.names_of(BTreeSet::from([wish.by])).await?;
        Ok(Some(WishShown {
            by_you: wish.by == who.user,
            by: names.get(&wish.by).cloned().unwrap_or_default(),
            why: wish.why,
            at: wish.at,
        }))
    }
}
