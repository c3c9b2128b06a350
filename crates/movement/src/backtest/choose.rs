//! Origins and destinations: as asked for, or by a rule that fits any scenario.

use super::Options;
use base::{Finding, Findings};
use roads::{Network, Place};
use std::cmp::Reverse;
use std::collections::BTreeMap;

const ORIGINS: usize = 16;
const DESTINATIONS: usize = 7;

/// Origins by name, else the most populated places of the home country that are neither camp nor transit point.
///
/// Home is the country with the most such places; population that is not known counts as none; ties by order in the file.
pub(super) fn origins(network: &Network, options: &Options, findings: &mut Findings) -> Vec<usize> {
    if !options.origins.is_empty() {
        return named(network, &options.origins, findings);
    }
    let home = home(network);
    let mut places: Vec<usize> = indices(network, |p| !is_refuge(p) && Some(p.country.as_str()) == home);
    places.sort_by_key(|p| population(network, *p));
    places.truncate(ORIGINS);
    places
}

/// Destinations by name, else camps and transit points abroad: the countries in turn, in the order of their largest, each giving its
/// next largest; then other places abroad; then other places at home.
pub(super) fn destinations(network: &Network, origins: &[usize], options: &Options, findings: &mut Findings) -> Vec<usize> {
    if !options.destinations.is_empty() {
        return named(network, &options.destinations, findings);
    }
    let home = home(network);
    let abroad = |p: &Place| Some(p.country.as_str()) != home;
    let mut chosen: Vec<usize> = Vec::new();
    for tier in [
        indices(network, |p| abroad(p) && is_refuge(p)),
        indices(network, |p| abroad(p) && !is_refuge(p)),
        indices(network, |p| !abroad(p) && is_refuge(p)),
        indices(network, |p| !abroad(p) && !is_refuge(p)),
    ] {
        let more = in_turn(network, tier.into_iter().filter(|p| !origins.contains(p)).collect());
        chosen.extend(more.into_iter().take(DESTINATIONS - chosen.len()));
    }
    chosen
}

/// The largest of each country in turn, then the second largest of each, and so on.
fn in_turn(network: &Network, mut places: Vec<usize>) -> Vec<usize> {
    places.sort_by_key(|p| population(network, *p));
    let mut countries: Vec<(&str, Vec<usize>)> = Vec::new();
    for place in places {
        let country = network.places().get(place).map_or("", |p| p.country.as_str());
        match countries.iter_mut().find(|(name, _)| *name == country) {
            Some((_, of_it)) => of_it.push(place),
            None => countries.push((country, vec![place])),
        }
    }
    let rounds = countries.iter().map(|(_, of_it)| of_it.len()).max().unwrap_or(0);
    (0..rounds).flat_map(|round| countries.iter().filter_map(move |(_, of_it)| of_it.get(round).copied())).collect()
}

fn named(network: &Network, names: &[String], findings: &mut Findings) -> Vec<usize> {
    let mut found = Vec::new();
    for name in names {
        match network.find_place(name) {
            Some(place) if found.contains(&place) => {}
            Some(place) => found.push(place),
            None => {
                let near = roads::close_matches(name, network.places().iter().map(|p| p.name.as_str()));
                let remedy =
                    if near.is_empty() { "write a place of places.csv".to_owned() } else { format!("write {}", near.join(" or ")) };
                let text = format!("'{name}' is not in the places file; it is left out");
                findings.push(Finding::error("backtest-unknown-place", text, remedy).with("place", name).with("near", near.join(", ")));
            }
        }
    }
    found
}

fn is_refuge(place: &Place) -> bool {
    matches!(place.kind.as_str(), "camp" | "transit")
}

fn home(network: &Network) -> Option<&str> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for place in network.places().iter().filter(|p| !is_refuge(p)) {
        *count.entry(&place.country).or_default() += 1;
    }
    count.into_iter().max_by_key(|(country, count)| (*count, Reverse(*country))).map(|(country, _)| country)
}

fn indices(network: &Network, keep: impl Fn(&Place) -> bool) -> Vec<usize> {
    network.places().iter().enumerate().filter(|(_, p)| keep(p)).map(|(i, _)| i).collect()
}

/// Largest first.
fn population(network: &Network, place: usize) -> Reverse<u64> {
    Reverse(network.places().get(place).and_then(|p| p.population).unwrap_or(0))
}
