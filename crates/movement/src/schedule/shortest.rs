//! The shortest a ride can be, whatever the hour: who can't be carried even so needs no trying.

use super::replay::Rule;
use crate::problem::{Problem, Seconds, Unit};

/// Driving times between places without any halt, and the longest time between two nights.
#[derive(Debug, Clone, Default)]
pub struct Shortest {
    places: usize,
    /// By profile, then from, then to.
    seconds: Vec<Vec<Option<Seconds>>>,
    light: Seconds,
}

impl Shortest {
    /// Adds up every way of the problem.
    pub fn new(problem: &Problem) -> Self {
        let places = problem.places;
        let of = |ways: &[Vec<Option<crate::problem::Way>>]| {
            let way = |from: usize, to: usize| ways.get(from)?.get(to)?.as_ref();
            let pairs = (0..places).flat_map(|from| (0..places).map(move |to| (from, to)));
            pairs.map(|(from, to)| Some(way(from, to)?.stretches.iter().map(|s| s.seconds.max(0)).sum())).collect()
        };
        let seconds = problem.travel.profiles.iter().map(|profile| of(&profile.ways)).collect();
        let (mut light, mut free) = (0, 0);
        for span in &problem.travel.dark {
            light = light.max(span.0 - free);
            free = free.max(span.1);
        }
        Self { places, seconds, light: light.max(problem.horizon - free) }
    }

    /// The rule that keeps a unit from riding to a destination (by position) with vehicles of a profile even if it never halted.
    pub fn forbids(&self, problem: &Problem, profile: usize, unit: &Unit, destination: usize) -> Option<Rule> {
        let gate = problem.destinations.get(destination).map_or(usize::MAX, |gate| gate.place);
        let pair = (gate < self.places).then(|| unit.pickup * self.places + gate);
        let Some(Some(ride)) = pair.and_then(|pair| self.seconds.get(profile)?.get(pair)) else { return Some(Rule::NoWay) };
        if unit.max_ride.is_some_and(|most| *ride > most) {
            return Some(Rule::RideTooLong);
        }
        (unit.day_only && *ride > self.light).then_some(Rule::Dark)
    }

    /// Whether a unit could bear that ride.
    pub fn allows(&self, problem: &Problem, profile: usize, unit: &Unit, destination: usize) -> bool {
        self.forbids(problem, profile, unit, destination).is_none()
    }
}
