//! One function for each rule; those that can't be judged yet say so.

mod facilities;
mod homes;
mod light;
mod reach;

use crate::judge::{Answer, HAIR, Site};
use crate::plan::{Feature, Kind};
use crate::ruleset::Rule;

pub type Run = fn(&Site, &Rule) -> Answer;

const RUNS: [(&str, Run); 36] = [
    ("G01", homes::site_area),
    ("G02", homes::living_area),
    ("G03", facilities::toilet_ratio),
    ("G04", reach::women_toilet),
    ("G05", reach::men_toilet),
    ("G06", facilities::stall_ratio),
    ("G07", facilities::blocks_apart),
    ("G08", facilities::locks),
    ("G09", light::facilities),
    ("G10", light::main_paths),
    ("G11", light::way_to_latrine),
    ("G12", reach::bathing),
    ("G13", reach::water),
    ("G14", facilities::taps),
    ("G15", light::water),
    ("G16", facilities::water_source),
    ("G17", facilities::fringe),
    ("G18", facilities::against_shelter),
    ("G19", facilities::armed_post),
    ("G20", reach::police),
    ("G21", reach::distribution),
    ("G22", facilities::distribution_armed),
    ("G23", homes::alone_at_fringe),
    ("G24", reach::children_alone),
    ("G25", reach::women_space),
    ("G26", reach::clinical_care),
    ("G27", homes::firewood),
    ("G28", homes::fire_break),
    ("G29", homes::spacing),
    ("G30", homes::road),
    ("G31", homes::hazard),
    ("G32", homes::accessible),
    ("G33", reach::accessible_latrine),
    ("G34", facilities::waste),
    ("G35", homes::family),
    ("G36", facilities::children_traffic),
];

pub fn find(id: &str) -> Option<Run> {
    RUNS.iter().find(|(own, _)| *own == id).map(|(_, run)| *run)
}

/// Whether women can use it: their own, a family's, or for all if it locks.
fn for_women(f: &Feature) -> bool {
    matches!(f.word("users"), "f" | "family") || (f.word("users") == "unisex" && f.yes("lock") == Some(true))
}

fn for_men(f: &Feature) -> bool {
    matches!(f.word("users"), "m" | "unisex" | "family")
}

/// The posts of armed people, and those of others; an error if a post doesn't say whose it is.
fn posts<'a>(site: &Site<'a>) -> Result<(Vec<&'a Feature>, Vec<&'a Feature>), String> {
    let all = site.all(Kind::PoliceSecurity)?;
    all_say(&all, "actor")?;
    Ok(all.into_iter().partition(|f| matches!(f.word("actor"), "armed_force" | "militia")))
}

fn stalls(all: &[&Feature]) -> Result<f64, String> {
    all_say(all, "stalls")?;
    Ok(all.iter().filter_map(|f| f.number("stalls")).sum())
}

/// An error unless each of these says what a rule reads of it: what isn't said can't be judged, and must not pass.
fn all_say(all: &[&Feature], property: &str) -> Result<(), String> {
    let silent: Vec<&str> =
        all.iter().filter(|f| f.number(property).is_none() && f.word(property).is_empty()).map(|f| f.id.as_str()).collect();
    match silent.first() {
        None => Ok(()),
        Some(first) => Err(format!("{} don't say '{property}' (such as {first}): write it at each", silent.len())),
    }
}

fn most(value: f64, limit: f64) -> bool {
    value <= limit + HAIR
}

fn least(value: f64, limit: f64) -> bool {
    value >= limit - HAIR
}
