//! A way by the clock: when one would arrive, where one halts, how much time is left before the curfew.

use super::{Card, Deck};
use crate::build::way_along;
use crate::schedule::{CrewClock, drive};

/// A way driven from the start of the plan under curfew, breaks and crew hours.
#[derive(Debug, Clone, PartialEq)]
pub struct Timing {
    /// Hours from the start of the plan to arrival.
    pub arrival_hours: f64,
    /// Places of overnight halts.
    pub halts: Vec<String>,
    /// Minutes from arrival to the next curfew.
    pub margin_minutes: Option<i64>,
}

/// A halt at least this long is one for the night.
const NIGHT_SECONDS: i64 = 5 * 3600;

impl Deck<'_> {
    /// Drives a card's way; `None` if it can't be driven before the end of the operation.
    pub fn time(&self, card: &Card) -> Option<Timing> {
        let problem = way_along(self.operation, &self.terms, &self.costs, &card.places)?;
        let mut clock = CrewClock::rested(0);
        let run = drive(&problem, 0, 0, 1, 0, &mut clock)?;
        let way = problem.travel.profiles[0].ways[0][1].as_ref()?;
        let halts = run.segments.windows(2).zip(&way.stretches).filter(|(pair, _)| pair[1].0 - pair[0].1 >= NIGHT_SECONDS);
        let name = |node: u32| self.operation.network.place_at(roads::NodeIx(node)).map(|p| p.name.clone());
        Some(Timing {
            arrival_hours: run.arrive as f64 / 3600.0,
            halts: halts.filter_map(|(_, stretch)| name(stretch.to_node)).collect(),
            margin_minutes: problem.travel.no_drive.iter().find(|s| s.0 >= run.arrive).map(|s| (s.0 - run.arrive) / 60),
        })
    }
}
