//! Who accompanies whom, and who must not travel together.

use super::draw::Draw;
use super::person::{Household, Kind};
use std::collections::BTreeMap;

/// Ties inside households first, then chaperones and carers from another household of the site, then those who must be kept apart.
///
/// A household takes part in at most one tie to another one, so that what travels together stays small, and no tie closes a circle.
pub(super) fn tie(households: &mut [Household], draw: &mut Draw) {
    let mut free: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, household) in households.iter_mut().enumerate() {
        care_inside(household, draw);
        if !matches!(household.kind, Kind::ChildrenAlone | Kind::OlderAlone) {
            free.entry(household.site.clone()).or_default().push(index);
        }
    }
    for index in 0..households.len() {
        let Some(household) = households.get(index) else { continue };
        let (column, permille) = match household.kind {
            Kind::ChildrenAlone => (Column::Chaperone, 870),
            Kind::OlderAlone => (Column::Carer, 500),
            _ => continue,
        };
        let (site, cared) = (household.site.clone(), household.people.iter().map(|p| p.id.clone()).collect());
        if draw.chance(permille) {
            give_adult(households, free.entry(site).or_default(), column, cared, draw);
        }
    }
    for nearby in free.values_mut() {
        let pairs = nearby.len() / 150 + usize::from(nearby.len() >= 20);
        for _ in 0..pairs {
            if let (Some(a), Some(b)) = (take(nearby, draw), take(nearby, draw)) {
                keep_apart(households, a, b);
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Column {
    Chaperone,
    Carer,
}

/// An adult who needs no care looks after those who do.
fn care_inside(household: &mut Household, draw: &mut Draw) {
    let carers: Vec<usize> =
        (0..household.people.len()).filter(|i| household.people.get(*i).is_some_and(|p| p.is_adult() && !p.is_cared_for())).collect();
    let cared: Vec<String> = household.people.iter().filter(|p| p.is_cared_for()).map(|p| p.id.clone()).collect();
    for id in cared {
        if draw.chance(700)
            && let Some(carer) = draw.pick(&carers).copied().and_then(|i| household.people.get_mut(i))
        {
            carer.carer_of.push(id);
        }
    }
}

fn take(nearby: &mut Vec<usize>, draw: &mut Draw) -> Option<usize> {
    (!nearby.is_empty()).then(|| nearby.swap_remove(draw.below(nearby.len() as u64) as usize))
}

/// Finds someone of 25 to 59 years who is fit, willing and free; after a few tries nobody is found, as happens.
fn give_adult(households: &mut [Household], nearby: &mut Vec<usize>, column: Column, cared: Vec<String>, draw: &mut Draw) {
    for _ in 0..8 {
        let Some(index) = take(nearby, draw) else { return };
        let suitable =
            households.get_mut(index).filter(|h| h.people.len() <= 8 && h.people.iter().all(|p| p.consent == "given" && p.fit == "yes"));
        let adult = suitable.and_then(|h| h.people.iter_mut().find(|p| (25..60).contains(&p.age) && !p.is_cared_for() && !p.ill));
        match adult {
            Some(adult) => {
                match column {
                    Column::Chaperone => adult.chaperone_of.extend(cared),
                    Column::Carer => adult.carer_of.extend(cared),
                }
                return;
            }
            None => nearby.push(index),
        }
    }
}

fn keep_apart(households: &mut [Household], a: usize, b: usize) {
    let head = |index: usize| households.get(index).and_then(|h| h.people.first()).map(|p| p.id.clone());
    let (Some(one), Some(other)) = (head(a), head(b)) else { return };
    for (index, id) in [(a, other), (b, one)] {
        if let Some(person) = households.get_mut(index).and_then(|h| h.people.first_mut()) {
            person.not_with.push(id);
        }
    }
}
