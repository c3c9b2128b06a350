//! Generated people, vehicles and capacities for a scenario of real places: nobody in them is real.
//!
//! In: the facts of a scenario, how many people, a seed. Out: `people.csv`, `fleet.csv` and `destinations.csv` as bytes.
//! Always true: exactly that many people; the same facts, number and seed give the same bytes (PCG-64 seeded with `seed_from_u64`,
//! whole-number draws only); every row says `generated = yes`; ties name people of the same site; no tier is set by hand but in the few
//! rows that show how that looks. The threat to a household and all that follows is drawn without looking at nationality, ethnicity
//! or religion, whose columns are there so that tests can show that nobody reads them.
//! Absent: clocks and files.

mod assessment;
mod destinations;
mod draw;
mod facts;
mod fleet;
mod household;
mod names;
mod needs;
mod person;
mod table;
#[cfg(test)]
mod tests;
mod ties;

pub use facts::{PlaceFact, ScenarioFacts};

use draw::Draw;
use std::collections::BTreeMap;

/// File name to bytes.
pub type GeneratedFiles = BTreeMap<String, Vec<u8>>;

/// Writes `people.csv`, `fleet.csv` and `destinations.csv` for so many people.
pub fn generate(scenario: &ScenarioFacts, people: usize, seed: u64) -> GeneratedFiles {
    let mut draw = Draw::new(seed);
    let destinations = destinations::destinations(scenario, people);
    let sites = facts::sites(scenario, people);
    let mut households = household::households(scenario, &sites, people, &mut draw);
    for household in &mut households {
        needs::fill(household, &destinations, scenario, &mut draw);
        assessment::fill(household, scenario, &mut draw);
    }
    ties::tie(&mut households, &mut draw);
    BTreeMap::from([
        ("people.csv".to_owned(), table::people(&households)),
        ("fleet.csv".to_owned(), fleet::write(scenario, &sites, people, &mut draw)),
        ("destinations.csv".to_owned(), destinations::write(&destinations)),
    ])
}
