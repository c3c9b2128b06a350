//! What may be decided about a record beside the steps of its procedure, and what waits to be.

use super::decide::Known;
use super::show::Sight;
use super::wire::RecordShown;
use crate::Problem;
use crate::office::Office;
use access::{Action, Subject};
use casework::consent;
use casework::known::{group, kind};

impl Office {
    /// Adds to a record what its reader may decide about it.
    pub(super) async fn decidable(&self, who: &Subject, sight: &Sight, known: &Known, shown: &mut RecordShown) -> Result<(), Problem> {
        let place = &sight.record.placement;
        let resource = place.resource();
        let may = |action, group| self.may(who, action, &resource, group).is_ok();
        let is = |kind: &base::Kind| place.kind == *kind;
        let open = place.merged_into.is_none() && !casework::has_ended(&self.content, &known.view);
        // What is led by a procedure is handed over; people and what was written down are not.
        let led = open && !is(&kind::PERSON) && self.content.find_procedure_for(&place.kind, &place.area).is_some();
        let hands = led && may(Action::Transfer, &group::CARD);
        let approves = may(Action::Approve, &group::DECISION);
        let erases = self.may_erase(who, place);
        shown.erasure = if erases || may(Action::Approve, &group::CARD) { self.wish(who, &known.view).await? } else { None };
        let offer = self.offer_shown(who, &sight.record, &known.view).await?;
        shown.offer = offer.filter(|offer| hands || offer.yours);
        let withdrawn = || consent::Consent::read(&known.view).is_ok_and(|consent| consent.withdrawn_at.is_some());
        let all = [
            ("offer", hands && shown.offer.is_none()),
            ("assign", led && approves),
            ("share", led && may(Action::Share, &group::CARD)),
            ("merge", is(&kind::PERSON) && may(Action::Merge, &group::IDENTITY)),
            ("withdraw", is(&kind::CONSENT) && may(Action::Write, &group::CONSENT) && !withdrawn()),
            ("erase", erases && shown.erasure.is_none()),
        ];
        shown.may = all.into_iter().filter(|(_, may)| *may).map(|(name, _)| name).collect();
        if is(&kind::CONSENT) && sight.groups.contains_key(&group::CONSENT) {
            let (carried, until) = self.rests_on(&known.view).await?;
            for carrier in carried {
                shown.carried.extend(self.line(who, carrier).await?);
            }
            shown.recall_until = until.filter(|_| !shown.carried.is_empty());
        } else if led {
            shown.consents = self.consents(who, known).await;
            shown.recall_until = self.recall_until(known).await?;
        }
        Ok(())
    }
}
