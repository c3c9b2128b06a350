//! Who waits: by sex, age, needs, site, tier and whether children are accompanied by others than their parents.
//!
//! In: an operation and a plan. Out: for each group its people, those moved, their mean wait, and its ratio to the wait of everyone else.
//! Always true: whoever is not moved waits until the end of the plan, so that leaving someone behind never makes a group look better.
//! Absent: any influence on a plan. This is information for people to look at, never a quota; it reads profiles, which the planner can't.

use crate::operation::{Needs, Operation};
use crate::plan::Plan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// How one group of people fares beside everyone else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Disparity {
    /// What is looked at: `sex`, `age`, `disability`, `need`, `site`, `tier` or `children`.
    pub by: String,
    /// The group; keys a catalogue message except for sites.
    pub group: String,
    /// People in it.
    pub people: u32,
    /// People on a trip.
    pub moved: u32,
    /// Mean hours until pick-up; until the end of the plan for those on no trip.
    pub mean_wait_hours: f64,
    /// Mean wait beside that of everyone else, at most [`MOST`]; 1 if there is no one else.
    pub ratio: f64,
    /// Whether people should look at it: a ratio above [`LONGER`] or below [`SHORTER`]. Tiers are meant to differ: there only a more exposed half
    /// that waits longer is.
    pub review: bool,
}

/// Above this ratio a group is looked at (default: set locally).
pub const LONGER: f64 = 1.25;
/// Below this ratio a group is looked at (default: set locally).
pub const SHORTER: f64 = 0.8;
/// Largest ratio given.
pub const MOST: f64 = 99.0;

/// Sums over a group.
#[derive(Default, Clone, Copy)]
struct Sum {
    people: u32,
    moved: u32,
    hours: f64,
}

/// Looks at every group that has someone in it, in a fixed order.
pub fn disparity(operation: &Operation, plan: &Plan) -> Vec<Disparity> {
    let pickups: BTreeMap<&str, f64> = plan
        .trips
        .iter()
        .flat_map(|t| &t.stops)
        .flat_map(|s| s.board.iter().map(|h| (h.as_str(), s.depart.hours_since(plan.starts).max(0.0))))
        .collect();
    let until_end = plan.ends.hours_since(plan.starts).max(0.0);
    let tiers: BTreeMap<&str, u8> = plan.queue.iter().map(|q| (q.household.as_str(), q.tier)).collect();
    let mut all = Sum::default();
    let mut sums: BTreeMap<(usize, usize, String), Sum> = BTreeMap::new();
    for (i, person) in operation.people.iter().enumerate() {
        let pickup = pickups.get(person.household.as_str()).copied();
        let one = Sum { people: 1, moved: u32::from(pickup.is_some()), hours: pickup.unwrap_or(until_end) };
        all = all.plus(one);
        let profile = operation.profiles.get(i);
        let mut count = |by: usize, rank: usize, group: &str| {
            let sum = sums.entry((by, rank, group.to_owned())).or_default();
            *sum = sum.plus(one);
        };
        count(0, 0, profile.map_or("unknown", |p| p.sex.as_str()));
        let (rank, band) = age_band(profile.and_then(|p| p.age));
        count(1, rank, band);
        let disability = person.needs.wheelchair || person.needs.stretcher || person.needs.assistance;
        count(2, 0, if disability { "with" } else { "without" });
        for (rank, word) in needs(&person.needs) {
            count(3, rank, word);
        }
        count(4, 0, person.site.map_or("unknown", |s| operation.place_name(s)));
        let tier = tiers.get(person.household.as_str()).copied().unwrap_or(person.tier.tier);
        count(5, usize::from(tier), &tier.to_string());
        count(6, 0, child(person.child, &person.needs));
    }
    sums.into_iter().map(|((by, _, group), sum)| judge(by, group, sum, all)).collect()
}

impl Sum {
    fn plus(self, other: Self) -> Self {
        Self { people: self.people + other.people, moved: self.moved + other.moved, hours: self.hours + other.hours }
    }

    fn mean(self) -> f64 {
        if self.people == 0 { 0.0 } else { self.hours / f64::from(self.people) }
    }
}

/// What is looked at, in order.
const BY: [&str; 7] = ["sex", "age", "disability", "need", "site", "tier", "children"];

fn judge(by: usize, group: String, sum: Sum, all: Sum) -> Disparity {
    let rest = Sum { people: all.people - sum.people, moved: all.moved - sum.moved, hours: (all.hours - sum.hours).max(0.0) };
    let (own, other) = (sum.mean(), rest.mean());
    let ratio = if rest.people == 0 || (own == 0.0 && other == 0.0) {
        1.0
    } else if other == 0.0 {
        MOST
    } else {
        (own / other).min(MOST)
    };
    let by = BY.get(by).copied().unwrap_or_default();
    let review = match by {
        "tier" => matches!(group.as_str(), "1" | "2") && ratio > LONGER,
        _ => !(SHORTER..=LONGER).contains(&ratio),
    };
    Disparity { by: by.to_owned(), group, people: sum.people, moved: sum.moved, mean_wait_hours: own, ratio, review }
}

fn age_band(age: Option<u32>) -> (usize, &'static str) {
    match age {
        Some(0..=4) => (0, "0-4"),
        Some(5..=11) => (1, "5-11"),
        Some(12..=17) => (2, "12-17"),
        Some(18..=59) => (3, "18-59"),
        Some(_) => (4, "60+"),
        None => (5, "unknown"),
    }
}

/// Needs that may make someone wait; a person with several counts in each.
fn needs(needs: &Needs) -> Vec<(usize, &'static str)> {
    let all = [
        ("wheelchair", needs.wheelchair),
        ("stretcher", needs.stretcher),
        ("assistance", needs.assistance),
        ("medical_escort", needs.medical_escort),
        ("pregnant", needs.pregnant_weeks.is_some()),
        ("woman_crew", needs.woman_crew),
    ];
    let mut found: Vec<(usize, &'static str)> = all.into_iter().enumerate().filter(|(_, n)| n.1).map(|(rank, n)| (rank, n.0)).collect();
    if found.is_empty() {
        found.push((6, "none"));
    }
    found
}

fn child(child: bool, needs: &Needs) -> &'static str {
    match (child, needs.unaccompanied || needs.separated) {
        (true, true) => "child-chaperoned",
        (true, false) => "child-with-family",
        (false, _) => "adult",
    }
}
