//! Names on lists: who may be told them, and the audit of each telling.

use crate::desk::Known;
use crate::manifest::Audience;
use crate::office::Office;
use crate::{Plan, Problem};
use access::Subject;
use base::{Area, Compartment, Group, Purpose, RecordId, Sensitive};
use movement::operation::Operation;
use std::borrow::Cow;
use std::collections::BTreeSet;

impl Office {
    /// The operation to print a list from, in which only those have names whose names may be told to whoever asks. That they are told is put into the
    /// audit first, of each person. Copies without names (driver, escort) tell of nobody.
    pub async fn operation_to_print<'a>(
        &self,
        who: &Subject,
        known: &'a Known,
        plan: &Plan,
        trip: u32,
        audience: Audience,
    ) -> Result<Cow<'a, Operation>, Problem> {
        let operation = &known.operation;
        if matches!(audience, Audience::Driver | Audience::Escort) {
            return Ok(Cow::Borrowed(operation));
        }
        let on: BTreeSet<&str> = plan.trips.iter().filter(|t| t.id == trip).flat_map(|t| t.households()).collect();
        let riders = || operation.people.iter().enumerate().filter(|(_, person)| on.contains(person.household.as_str()));
        self.tell_names(who, known, riders().map(|(_, person)| person.id.as_str()), "print_list").await?;
        let hidden: Vec<usize> =
            riders().filter(|(_, person)| known.find_named(self, who, &person.id).is_none()).map(|(at, _)| at).collect();
        if hidden.is_empty() {
            return Ok(Cow::Borrowed(operation));
        }
        let mut shown = operation.clone();
        for at in hidden {
            shown.profiles[at].name = Sensitive::default();
        }
        Ok(Cow::Owned(shown))
    }

    /// Puts into the audit of each person that their name and needs were told on a list.
    pub async fn tell_names(&self, who: &Subject, known: &Known, people: impl Iterator<Item = &str>, action: &str) -> Result<(), Problem> {
        let records: Vec<RecordId> = people.filter_map(|person| known.find_named(self, who, person)).collect();
        let compartments = ["identity", "needs"].map(|group| Compartment { area: Area::known("general"), group: Group::known(group) });
        let act = |record| store::Act {
            actor: Some(who.user),
            action: action.to_owned(),
            record: Some(record),
            compartments: compartments.to_vec(),
            purpose: Some(Purpose::known("movement")),
        };
        let acts: Vec<store::Act> = records.into_iter().map(act).collect();
        Ok(self.store.attest(&self.feed, self.now(), &acts).await?)
    }
}
