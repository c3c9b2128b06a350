//! Handing a record over: offered and accepted, or given by a supervisor; and who there is to take it.

use super::show::line;
use super::wire_command::{Colleague, OfferShown, Share};
use crate::Problem;
use crate::office::{Office, not_found};
use access::{Action, Subject};
use base::{ActId, RecordId, UserId};
use casework::known::{card, group};
use casework::{RecordView, names, transfer};
use std::collections::{BTreeMap, BTreeSet};
use store::{Account, Placement, UnitKind};

/// Offers shown to one person at most.
const OFFERS: u32 = 100;

impl Office {
    /// Offers a record to people of one agency who could work on it. To another agency only with leave to share.
    pub(super) async fn offer(
        &self,
        who: &Subject,
        id: RecordId,
        act: ActId,
        to: &BTreeSet<UserId>,
        why: &str,
        share: Option<&Share>,
    ) -> Result<(), Problem> {
        let known = self.known(id).await?;
        let place = &known.record.placement;
        let purpose = self.may(who, Action::Transfer, &place.resource(), &group::CARD)?;
        let people = self.workers().await?;
        let takers = people.iter().filter(|(account, _)| to.contains(&account.user)).collect::<Vec<_>>();
        let able = takers.len() == to.len() && takers.iter().all(|(account, subject)| self.could_take(account, subject, place));
        let Some((first, _)) = takers.first().filter(|_| able) else {
            return Err(Problem::new("transfer-to-nobody", "not everyone named could work on this record", "choose from the list"));
        };
        if takers.iter().any(|(account, _)| account.agency != first.agency) {
            return Err(Problem::new("transfer-two-agencies", "these people are of two agencies", "offer it to one agency"));
        }
        let team = first.teams.iter().find(|team| takers.iter().all(|(account, _)| account.teams.contains(team))).copied();
        let site = place.site.filter(|site| first.sites.contains(site)).or_else(|| first.sites.first().copied());
        let to = transfer::Responsible { agency: first.agency, team, site, assigned: to.clone() };
        let actor = self.actor(who);
        let around = self.around(&known, &actor);
        match share.filter(|_| to.agency != place.agency) {
            None => {
                let decided = transfer::offer(&around, to, why, None);
                self.decided(who, act, "transfer", purpose, &[&known], decided).await
            }
            Some(share) => {
                let agency = self.store.units(&self.feed).await?.into_iter().find(|unit| unit.id == to.agency.0).map(|unit| unit.name);
                let named = share.recipient_name.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or(&share.recipient);
                if names::words(named) != names::words(&agency.unwrap_or_default()) {
                    let text = "the consent is for another recipient than the agency that would get the record";
                    return Err(Problem::new("share-other-recipient", text, "ask the person for consent to this agency, by its name"));
                }
                let person = self.person_of(&known).await?;
                let may_share = self.leave(who, &known, &person, share).await?;
                let holder = self.holder(&known, &person);
                let leave = transfer::Leave { may_share, holder: &holder.view, groups: &share.groups, act };
                let decided = transfer::offer(&around, to, why, Some(leave));
                self.decided(who, act, "transfer", purpose, &both(&known, holder), decided).await
            }
        }
    }

    /// Takes over what was offered to the asker, who need not have seen it before.
    pub(super) async fn accept(&self, who: &Subject, id: RecordId, act: ActId) -> Result<(), Problem> {
        let known = self.known(id).await?;
        let offer = transfer::offered(&known.view).filter(|offer| offer.to.assigned.contains(&who.user));
        let Some(offer) = offer else {
            self.sight(who, id).await?;
            return Err(super::submit::refused(base::Reason::new("transfer-not-to-you").into()));
        };
        let after = Placement {
            agency: offer.to.agency,
            team: offer.to.team,
            site: offer.to.site,
            assigned: BTreeSet::from([who.user]),
            ..known.record.placement.clone()
        };
        let purpose = self.may(who, Action::Advance, &after.resource(), &group::DECISION)?;
        let actor = self.actor(who);
        let decided = transfer::accept(&self.around(&known, &actor));
        self.decided(who, act, "transfer", purpose, &[&known], decided).await
    }

    /// Turns down what was offered to the asker, or takes back the asker's own offer.
    pub(super) async fn decline(&self, who: &Subject, id: RecordId, act: ActId, why: &str) -> Result<(), Problem> {
        let known = self.known(id).await?;
        let offered = transfer::offered(&known.view).is_some_and(|offer| offer.to.assigned.contains(&who.user));
        let purpose = if offered {
            self.policy.purposes.iter().find(|purpose| purpose.as_str() == "case_management").cloned().ok_or_else(not_found)?
        } else {
            self.sight(who, id).await?;
            self.may(who, Action::Transfer, &known.record.placement.resource(), &group::CARD)?
        };
        let actor = self.actor(who);
        let decided = transfer::decline(&self.around(&known, &actor), why);
        self.decided(who, act, "transfer", purpose, &[&known], decided).await
    }

    /// Gives a record to colleagues of the same agency, or takes it over: for whoever may agree to what is asked about it.
    pub(super) async fn assign(&self, who: &Subject, id: RecordId, act: ActId, to: &BTreeSet<UserId>, why: &str) -> Result<(), Problem> {
        let known = self.known(id).await?;
        let place = &known.record.placement;
        let purpose = self.may(who, Action::Approve, &place.resource(), &group::DECISION)?;
        let people = self.workers().await?;
        let able = people.iter().filter(|(account, subject)| {
            to.contains(&account.user) && account.agency == place.agency && self.could_take(account, subject, place)
        });
        if able.count() != to.len() {
            return Err(Problem::new("transfer-to-nobody", "not everyone named could work on this record", "choose from the list"));
        }
        let actor = self.actor(who);
        let decided = transfer::assign(&self.around(&known, &actor), to, why);
        self.decided(who, act, "transfer", purpose, &[&known], decided).await
    }

    /// Whom a record could be given to and who could agree to what is asked about it, for whoever may hand it over, share it or agree.
    pub async fn colleagues(&self, who: &Subject, id: RecordId) -> Result<Vec<Colleague>, Problem> {
        let place = self.sight(who, id).await?.record.placement;
        let resource = place.resource();
        let may = |action, group| self.may(who, action, &resource, group);
        may(Action::Transfer, &group::CARD)
            .or_else(|_| may(Action::Approve, &group::DECISION))
            .or_else(|_| may(Action::Share, &group::CARD))?;
        let units: BTreeMap<base::Uuid, String> =
            self.store.units(&self.feed).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
        let named = |id: &base::Uuid| units.get(id).cloned().unwrap_or_default();
        let people = self.workers().await?.into_iter().map(|(account, subject)| Colleague {
            user: account.user,
            takes: self.could_take(&account, &subject, &place),
            approves: account.user != who.user && self.may(&subject, Action::Approve, &resource, &group::DECISION).is_ok(),
            agency: account.agency,
            agency_name: named(&account.agency.0),
            teams: account.teams.iter().map(|team| named(&team.0)).collect(),
            name: account.name,
        });
        Ok(people.filter(|colleague| colleague.takes || colleague.approves).collect())
    }

    /// What is offered to someone.
    pub async fn offers(&self, who: &Subject) -> Result<Vec<OfferShown>, Problem> {
        let lines =
            self.store.offered(&self.feed, who.user, &BTreeSet::from([group::CARD.clone(), group::DECISION.clone()]), OFFERS).await?;
        let mut shown = Vec::new();
        for found in lines.into_iter().filter(|found| !found.record.placement.withheld_from.contains(&who.user)) {
            let place = &found.record.placement;
            let view = RecordView::new(place.record, place.kind.clone(), place.area.clone());
            let view = found.cards.into_values().fold(view, |view, revised| view.with(revised.card));
            shown.extend(self.offer_shown(who, &found.record, &view).await?);
        }
        Ok(shown)
    }

    /// The offer that waits for an answer; of the record itself no more than a list shows without a name.
    pub(super) async fn offer_shown(
        &self,
        who: &Subject,
        record: &store::Record,
        view: &RecordView,
    ) -> Result<Option<OfferShown>, Problem> {
        let Some(offer) = transfer::offered(view) else { return Ok(None) };
        let names = self.names_of(offer.to.assigned.iter().copied().chain([offer.by]).collect()).await?;
        let agency = self.store.units(&self.feed).await?.into_iter().find(|unit| {
            unit.kind == UnitKind::Agency && view.one::<base::AgencyId>(&group::CARD, &card::AGENCY).is_some_and(|id| id.0 == unit.id)
        });
        let card: Vec<_> = view.cards().filter(|card| card.compartment().group == group::CARD).collect();
        Ok(Some(OfferShown {
            line: line(record, &card),
            by: names.get(&offer.by).cloned().unwrap_or_default(),
            agency: agency.map(|unit| unit.name).unwrap_or_default(),
            to: offer.to.assigned.iter().filter_map(|user| names.get(user).cloned()).collect(),
            yours: offer.to.assigned.contains(&who.user),
            by_you: offer.by == who.user,
            why: offer.why,
            at: offer.at,
        }))
    }

    /// Everyone who works here, with what they are granted.
    pub(super) async fn workers(&self) -> Result<Vec<(Account, Subject)>, Problem> {
        let mut grants: BTreeMap<UserId, Vec<access::Grant>> = BTreeMap::new();
        for granted in self.store.grants(&self.feed, None).await? {
            grants.entry(granted.user).or_default().push(granted.grant);
        }
        let now = self.now();
        let accounts = self.store.accounts(&self.feed).await?.into_iter().filter(|account| account.ended.is_none_or(|ended| now < ended));
        let subject = |account: &Account, grants| Subject {
            user: account.user,
            agency: account.agency,
            teams: account.teams.clone(),
            sites: account.sites.clone(),
            grants,
            stepped_up: None,
        };
        Ok(accounts
            .map(|account| (subject(&account, grants.remove(&account.user).unwrap_or_default()), account))
            .map(|(s, a)| (a, s))
            .collect())
    }

    /// Whether someone who doesn't work on a record could, once it is theirs.
    fn could_take(&self, account: &Account, subject: &Subject, place: &Placement) -> bool {
        if place.assigned.contains(&account.user) {
            return false;
        }
        let theirs = Placement {
            agency: account.agency,
            team: account.teams.first().copied(),
            site: account.sites.first().copied(),
            assigned: BTreeSet::from([account.user]),
            ..place.clone()
        };
        self.may(subject, Action::Advance, &theirs.resource(), &group::DECISION).is_ok()
    }
}

/// The records that a decision writes, each once.
pub(super) fn both<'a>(one: &'a super::decide::Known, other: &'a super::decide::Known) -> Vec<&'a super::decide::Known> {
    if one.view.id == other.view.id { vec![one] } else { vec![one, other] }
}
