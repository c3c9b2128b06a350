//! Rules that hold a group back before any vehicle or road is looked at: each with its reason and what would lift it.

use super::Operation;
use super::household::{Group, consent_block};
use super::people::{Fitness, Person};
use base::Reason;

impl Operation {
    /// The rule that holds a group back, and what would lift it; `None` if it may travel.
    ///
    /// Reasons carry the no-boarding code of the field where there is one (`domain` D.7): NB01 to NB06.
    pub fn block(&self, group: &Group) -> Option<(Reason, Vec<Reason>)> {
        let people: Vec<&Person> = group.members.iter().map(|m| &self.people[*m]).collect();
        trouble(&people)
            .or_else(|| self.sites(group))
            .or_else(|| consent_block(&people))
            .or_else(|| unfit(&people))
            .or_else(|| unaccompanied(&people))
            .or_else(|| self.escorts(&people))
            .or_else(|| children_alone(&people))
            .or_else(|| apart(&people))
            .or_else(|| self.nowhere(group))
    }

    /// Whether a household has a child without an adult of its own: one who is unaccompanied, or all are children. A separated child's caregiver
    /// is a relative.
    pub fn without_own_adult(&self, household: usize) -> bool {
        let members = || self.households[household].members.iter().map(|m| &self.people[*m]);
        let none = members().all(|p| p.child);
        members().any(|p| p.child && !p.needs.separated && (p.needs.unaccompanied || none))
    }

    fn sites(&self, group: &Group) -> Option<(Reason, Vec<Reason>)> {
        if group.site.is_some() {
            return None;
        }
        let code = if group.households.len() > 1 { "tie-elsewhere" } else { "family-separated" };
        Some((Reason::new(code).with("nb", "NB05"), vec![Reason::new("lift-bring-together")]))
    }

    /// Unaccompanied children need as many chaperones as their ages ask for; an adult's own children are that family's affair.
    fn escorts(&self, people: &[&Person]) -> Option<(Reason, Vec<Reason>)> {
        let children: Vec<&&Person> = people.iter().filter(|p| p.needs.unaccompanied).collect();
        let escorts = people.iter().filter(|p| !p.child && children.iter().any(|c| p.accompanies.contains(&c.id))).count();
        let load: f64 = children.iter().map(|c| 1.0 / f64::from(self.settings.escorts.per_adult(c.age).max(1))).sum();
        let needed = (load - 1e-9).ceil().max(0.0) as usize;
        (needed > escorts).then(|| {
            let reason = Reason::new("too-few-escorts").with("children", children.len()).with("escorts", escorts).with("needed", needed);
            (reason.with("nb", "NB03"), vec![Reason::new("lift-escorts").with("count", needed - escorts)])
        })
    }

    fn nowhere(&self, group: &Group) -> Option<(Reason, Vec<Reason>)> {
        if !group.destinations.is_empty() {
            return None;
        }
        if self.destinations.is_empty() {
            return Some((Reason::new("no-destinations"), vec![Reason::new("lift-destination")]));
        }
        let services: Vec<&str> = group.needs.services.iter().map(String::as_str).collect();
        let missing = services.iter().find(|s| !self.destinations.iter().any(|d| d.services.contains(**s)));
        let lift = match missing {
            Some(service) => Reason::new("lift-service").with("service", service),
            None => Reason::new("lift-other-destination"),
        };
        Some((Reason::new("no-destination-fits"), vec![lift]))
    }
}

fn trouble(people: &[&Person]) -> Option<(Reason, Vec<Reason>)> {
    let person = people.iter().find(|p| p.trouble.is_some())?;
    let code = person.trouble.clone().unwrap_or_default();
    Some((
        Reason::new("data-problem").with("row", person.row).with("code", code),
        vec![Reason::new("lift-correct-row").with("row", person.row)],
    ))
}

fn unfit(people: &[&Person]) -> Option<(Reason, Vec<Reason>)> {
    let count = people.iter().filter(|p| p.fitness == Fitness::Unfit).count();
    let reason = || Reason::new("not-fit").with("count", count).with("of", people.len()).with("nb", "NB06");
    (count > 0).then(|| (reason(), vec![Reason::new("lift-fitness")]))
}

/// An unaccompanied child needs an adult who is named as the chaperone, and a cleared best-interests step.
fn unaccompanied(people: &[&Person]) -> Option<(Reason, Vec<Reason>)> {
    for child in people.iter().filter(|p| p.needs.unaccompanied || p.needs.separated) {
        let accompanied = people.iter().any(|p| !p.child && p.accompanies.contains(&child.id));
        if child.needs.unaccompanied && !accompanied {
            return Some((Reason::new("no-chaperone").with("nb", "NB03"), vec![Reason::new("lift-chaperone")]));
        }
        if !child.needs.best_interests_cleared {
            return Some((Reason::new("best-interests-open").with("nb", "NB04"), vec![Reason::new("lift-best-interests")]));
        }
    }
    None
}

/// Someone who must not travel with another of the same group: nobody may choose between the tie and the rule but people.
fn apart(people: &[&Person]) -> Option<(Reason, Vec<Reason>)> {
    let inside = |p: &&&Person| p.not_with.iter().any(|id| people.iter().any(|other| other.id == *id));
    people.iter().find(inside).map(|_| (Reason::new("tied-and-apart"), vec![Reason::new("lift-case-conference")]))
}

/// Children are never alone with a driver: a group without an adult waits.
fn children_alone(people: &[&Person]) -> Option<(Reason, Vec<Reason>)> {
    people.iter().all(|p| p.child).then(|| (Reason::new("children-alone").with("nb", "NB03"), vec![Reason::new("lift-chaperone")]))
}
