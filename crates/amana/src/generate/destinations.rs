//! Where people can be received, and how many: slightly too few places for all, as is usual.

use super::facts::ScenarioFacts;
use super::table::csv;

/// A destination as it will be written.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) name: String,
    capacity: usize,
    per_day: usize,
    services: &'static str,
    hours: (&'static str, &'static str),
    open_from: String,
    open_to: String,
    refuses: &'static str,
}

/// Name, share of all people in thousandths, share per day, services, hours, first and last day from the start, needs refused.
type Plan = (&'static str, usize, usize, &'static str, (&'static str, &'static str), Option<i64>, Option<i64>, &'static str);

/// Camps and transit points of January 2014. Together they hold 86 % of the people, a little less than consent and are fit to go; Molé lies behind a closed border.
const PLANS: [Plan; 8] = [
    ("Betou", 300, 130, "food;shelter;medical;child_protection", ("06:00", "18:00"), None, None, ""),
    ("Belom", 160, 80, "food;shelter;child_protection", ("06:00", "18:00"), None, None, ""),
    ("Gore", 140, 70, "food;shelter;medical;child_protection", ("06:00", "18:00"), None, None, ""),
    ("Gado-Badzere", 110, 60, "food;shelter;medical", ("06:00", "18:00"), None, None, ""),
    ("Lolo", 70, 40, "food;shelter", ("07:00", "17:00"), None, Some(10), "stretcher"),
    ("Dosseye", 50, 50, "food;shelter", ("06:00", "18:00"), Some(3), None, "stretcher;medical_escort"),
    ("Timangolo", 30, 30, "food;shelter", ("07:00", "17:00"), Some(5), None, "stretcher;medical_escort"),
    ("Mole", 200, 100, "food;shelter;medical", ("06:00", "18:00"), None, None, ""),
];

/// Those known for this crisis, or else all camps and transit points of the scenario with equal shares.
pub(super) fn destinations(scenario: &ScenarioFacts, people: usize) -> Vec<Place> {
    let share = |permille: usize| (people * permille).div_ceil(10_000) * 10;
    let date = |days: Option<i64>| days.map_or_else(String::new, |d| scenario.date(d));
    let known: Vec<Place> = PLANS
        .iter()
        .filter(|plan| scenario.has(plan.0))
        .map(|(name, capacity, per_day, services, hours, from, to, refuses)| Place {
            name: (*name).into(),
            capacity: share(*capacity),
            per_day: share(*per_day),
            services,
            hours: *hours,
            open_from: date(*from),
            open_to: date(*to),
            refuses,
        })
        .collect();
    if !known.is_empty() {
        return known;
    }
    let home = scenario.home();
    let places: Vec<&super::PlaceFact> =
        scenario.places.iter().filter(|p| p.country != home || matches!(p.kind.as_str(), "camp" | "transit")).collect();
    let each = 860 / places.len().max(1);
    places
        .iter()
        .map(|place| Place {
            name: place.name.clone(),
            capacity: share(each),
            per_day: share(each / 2),
            services: "food;shelter;medical",
            hours: ("06:00", "18:00"),
            open_from: String::new(),
            open_to: String::new(),
            refuses: "",
        })
        .collect()
}

/// `destinations.csv`.
pub(super) fn write(destinations: &[Place]) -> Vec<u8> {
    let header =
        ["place", "capacity_total", "capacity_per_day", "services", "opens", "closes", "open_from", "open_to", "refuses", "generated"];
    let tags = ["#loc+dest", "#capacity+total", "#capacity+day", "#service", "", "", "#date+start", "#date+end", "", "#meta+generated"];
    let rows = destinations.iter().map(|d| {
        let number = |n: usize| n.to_string();
        let text = |t: &str| t.to_owned();
        vec![
            d.name.clone(),
            number(d.capacity),
            number(d.per_day),
            text(d.services),
            text(d.hours.0),
            text(d.hours.1),
            d.open_from.clone(),
            d.open_to.clone(),
            text(d.refuses),
            text("yes"),
        ]
    });
    csv(&header, &tags, rows)
}
