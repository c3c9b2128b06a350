//! Disclosure: what leaves, only with leave; who has received what; a consent taken back.

use super::decide::Known;
use super::handover::both;
use super::submit::refused;
use super::wire_command::{ConsentShown, Received, Share};
use crate::Problem;
use crate::office::Office;
use access::{Action, Secrecy, Subject};
use base::{ActId, Instant, RecordId};
use casework::consent::{self, AgeGuide, Basis, Consent, Disclosure, MayShare, OtherBasis, Recipient, Sharing};
use casework::known::{card, field, group, kind};
use casework::{Person, RecordView, refer};
use std::collections::{BTreeMap, BTreeSet};

impl Office {
    /// Sends a referral by a step of its procedure and records what was shared.
    pub(super) async fn send(&self, who: &Subject, id: RecordId, act: ActId, step: &str, share: &Share) -> Result<(), Problem> {
        let known = self.known(id).await?;
        let purpose = self.may(who, Action::Advance, &known.record.placement.resource(), &group::DECISION)?;
        let person = self.person_of(&known).await?;
        let may_share = self.leave(who, &known, &person, share).await?;
        let actor = self.actor(who);
        let holder = self.holder(&known, &person);
        let decided = refer::send(&self.around(&known, &actor), step, may_share, &holder.view, &share.groups, act);
        self.decided(who, act, "share", purpose, &both(&known, holder), decided).await
    }

    /// Records that something was shared by another way.
    pub(super) async fn disclose(&self, who: &Subject, id: RecordId, act: ActId, share: &Share) -> Result<(), Problem> {
        let known = self.known(id).await?;
        let purpose = self.may(who, Action::Share, &known.record.placement.resource(), &group::CARD)?;
        let person = self.person_of(&known).await?;
        let may_share = self.leave(who, &known, &person, share).await?;
        let holder = self.holder(&known, &person);
        let decided = may_share.disclose(&holder.view, act, id, &share.groups, self.now()).map(|draft| vec![draft]);
        self.decided(who, act, "share", purpose, &both(&known, holder), decided).await
    }

    /// Leave to share groups of a record about a person: the asker may share each of them, and a consent holds or another basis is recorded.
    pub(super) async fn leave(&self, who: &Subject, carrier: &Known, person: &Known, share: &Share) -> Result<MayShare, Problem> {
        let resource = carrier.record.placement.resource();
        if share.groups.is_empty() {
            return Err(Problem::new("share-nothing", "nothing was chosen to be shared", "choose what they receive"));
        }
        for group in &share.groups {
            self.may(who, Action::Share, &resource, group)?;
        }
        let other = match &share.basis {
            None => None,
            Some(basis) => {
                let people = self.workers().await?;
                let agrees = |subject: &Subject| self.may(subject, Action::Approve, &resource, &group::DECISION).is_ok();
                if !people.iter().any(|(account, subject)| account.user == basis.supervisor && agrees(subject)) {
                    let text = "whoever is named as having agreed may not agree to this";
                    return Err(Problem::new("share-no-supervisor", text, "choose a supervisor from the list"));
                }
                Some(OtherBasis { basis: basis.basis, reason: basis.reason.clone(), supervisor: basis.supervisor })
            }
        };
        let name = share.recipient_name.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        let sharing = Sharing {
            subject: person.view.id,
            purpose: share.purpose.clone(),
            recipient: Recipient { code: share.recipient.clone(), name },
            actor: who.user,
        };
        let moment = self.moment();
        let age = Person { record: &person.view, parts: &person.related }.age(moment);
        // Only those that the asker may read: another's, in a hidden area, must not show by what it allows.
        let consents = self.readable(who, &person.related).await;
        consent::may_share(sharing, &consents, age, &AgeGuide::default(), other, moment).map_err(refused)
    }

    /// Those consents that someone may read.
    async fn readable(&self, who: &Subject, related: &[RecordView]) -> Vec<RecordView> {
        let mut readable = Vec::new();
        for view in related.iter().filter(|view| view.kind == kind::CONSENT) {
            if self.sight(who, view.id).await.is_ok_and(|sight| sight.groups.contains_key(&group::CONSENT)) {
                readable.push(view.clone());
            }
        }
        readable
    }

    /// The person whom a record is about.
    pub(super) async fn person_of(&self, known: &Known) -> Result<Known, Problem> {
        match about(&known.view) {
            Some(person) => self.known(person).await.map_err(|_| no_person()),
            None => Err(no_person()),
        }
    }

    /// The person whom a record is about, by its identifier.
    pub(super) async fn about(&self, id: RecordId) -> Result<RecordId, Problem> {
        about(&self.known(id).await?.view).ok_or_else(no_person)
    }

    /// Where a disclosure is written: with the person, but where the carrier's existence is secret with the carrier.
    pub(super) fn holder<'a>(&self, carrier: &'a Known, person: &'a Known) -> &'a Known {
        let open = self.policy.areas.get(&carrier.record.placement.area).is_some_and(|secrecy| *secrecy != Secrecy::Hidden);
        if open { person } else { carrier }
    }

    /// Everything that was shared about someone, with the record that holds it.
    async fn disclosures(&self, person: &RecordView) -> Result<Vec<Disclosure>, Problem> {
        let mut all = consent::disclosures(person);
        for part in self.parts(person.id).await? {
            all.extend(consent::disclosures(&part.view));
            if part.view.kind == kind::CASE {
                for below in self.parts(part.view.id).await? {
                    all.extend(consent::disclosures(&below.view));
                }
            }
        }
        all.sort_by_key(|disclosure| std::cmp::Reverse(disclosure.at));
        Ok(all)
    }

    /// Who has received what about the person of a record, newest first, as far as the asker may know of what carried it.
    pub async fn received(&self, who: &Subject, id: RecordId) -> Result<Vec<Received>, Problem> {
        let sight = self.sight(who, id).await?;
        if !sight.groups.contains_key(&group::CONSENT) {
            return Ok(Vec::new());
        }
        let known = self.known(id).await?;
        let Ok(person) = self.person_of(&known).await else { return Ok(Vec::new()) };
        let all = self.disclosures(&person.view).await?;
        let names = self.names_of(all.iter().map(|disclosure| disclosure.by).collect()).await?;
        let mut shown = Vec::new();
        for disclosure in all {
            let Some(carrier) = self.line(who, disclosure.carrier).await? else { continue };
            let (consent, other) = match disclosure.basis {
                Basis::Consent(consent) => (Some(consent), None),
                Basis::Other(other) => (None, Some(other)),
            };
            shown.push(Received {
                at: disclosure.at,
                by: names.get(&disclosure.by).cloned().unwrap_or_default(),
                purpose: disclosure.purpose,
                recipient: disclosure.recipient.code,
                recipient_name: disclosure.recipient.name,
                groups: disclosure.groups,
                carrier,
                consent,
                basis: other.as_ref().map(|other| other.basis),
                reason: other.map(|other| other.reason),
            });
        }
        Ok(shown)
    }

    /// Takes a consent back, as the person wishes: sharing on it stops at once.
    pub(super) async fn withdraw(&self, who: &Subject, id: RecordId, act: ActId) -> Result<(), Problem> {
        let known = self.known(id).await?;
        let purpose = self.may(who, Action::Write, &known.record.placement.resource(), &group::CONSENT)?;
        let decided = consent::withdraw(&known.view, self.now());
        self.decided(who, act, "withdraw", purpose, &[&known], decided).await
    }

    /// The consents of the person whom a record is about, as far as someone may read them.
    pub(super) async fn consents(&self, who: &Subject, known: &Known) -> Vec<ConsentShown> {
        let readable = self.readable(who, &known.related).await;
        let shown = readable.iter().map(|view| {
            let read = Consent::read(view);
            let (consent, against) = match read {
                Ok(consent) => {
                    let lapsed = consent.lapsed(self.moment()).into_iter().collect();
                    (Some(consent), lapsed)
                }
                Err(refusal) => (None, refusal.0.into_iter().map(|objection| objection.reason).collect()),
            };
            ConsentShown {
                id: view.id,
                code: view.one(&group::CARD, &card::CODE).unwrap_or_default(),
                purpose: consent.as_ref().map(|consent| consent.purpose.clone()),
                recipient: consent.as_ref().map(|consent| consent.recipient.code.clone()),
                recipient_name: consent.and_then(|consent| consent.recipient.name),
                against,
            }
        });
        shown.collect()
    }

    /// What rests on a consent: the records that carried what it allowed, and until when they must be recalled if it was taken back.
    pub(super) async fn rests_on(&self, consent: &RecordView) -> Result<(BTreeSet<RecordId>, Option<Instant>), Problem> {
        let Ok(read) = Consent::read(consent) else { return Ok((BTreeSet::new(), None)) };
        let Ok(person) = self.known(read.subject).await else { return Ok((BTreeSet::new(), None)) };
        let carried = self.disclosures(&person.view).await?.into_iter().filter(|d| d.basis == Basis::Consent(consent.id));
        let carried: BTreeSet<RecordId> = carried.map(|disclosure| disclosure.carrier).collect();
        let until = read.withdrawn_at.filter(|_| !carried.is_empty()).map(consent::recall_by);
        Ok((carried, until))
    }

    /// Until when what a record carried must be recalled, because a consent was taken back.
    pub(super) async fn recall_until(&self, known: &Known) -> Result<Option<Instant>, Problem> {
        if casework::has_ended(&self.content, &known.view) {
            return Ok(None);
        }
        let withdrawn: BTreeMap<RecordId, Instant> =
            known.related.iter().filter_map(|view| Some((view.id, Consent::read(view).ok()?.withdrawn_at?))).collect();
        let Some(person) = about(&known.view).filter(|_| !withdrawn.is_empty()) else { return Ok(None) };
        let Ok(person) = self.known(person).await else { return Ok(None) };
        let carried = self.disclosures(&person.view).await?.into_iter().filter(|d| d.carrier == known.view.id);
        let at = carried.filter_map(|disclosure| match disclosure.basis {
            Basis::Consent(consent) => withdrawn.get(&consent).copied(),
            Basis::Other(_) => None,
        });
        Ok(at.min().map(consent::recall_by))
    }
}

/// The person whom a record is about: the one it names, or the record itself.
fn about(view: &RecordView) -> Option<RecordId> {
    if view.kind == kind::PERSON { Some(view.id) } else { view.one(&group::CARD, &field::PERSON) }
}

fn no_person() -> Problem {
    Problem::new("record-without-person", "this record names nobody whom it is about", "fill in the person first")
}
