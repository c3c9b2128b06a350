//! What the tags of an OpenStreetMap way say about driving on it.

/// Ways in which a road can be driven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Both,
    Forward,
    Backward,
}

/// What matters of a way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Drivable {
    /// Position in [`CLASSES`].
    pub(crate) class: u16,
    pub(crate) direction: Direction,
    /// Legal limit in km/h, if one is given.
    pub(crate) limit_kmh: Option<f64>,
}

/// Values of `highway` that cars and buses may use.
pub(crate) const CLASSES: [&str; 16] = [
    "motorway",
    "motorway_link",
    "trunk",
    "trunk_link",
    "primary",
    "primary_link",
    "secondary",
    "secondary_link",
    "tertiary",
    "tertiary_link",
    "unclassified",
    "residential",
    "living_street",
    "service",
    "track",
    "road",
];

/// Access keys, the most particular first: the first that is there decides.
const ACCESS: [&str; 4] = ["motorcar", "motor_vehicle", "vehicle", "access"];

/// Reads tags; `None` if a car can't use the way.
pub(crate) fn read_tags<'a>(tags: impl Iterator<Item = (&'a str, &'a str)>) -> Option<Drivable> {
    let (mut highway, mut oneway, mut junction, mut maxspeed, mut area) = (None, None, None, None, false);
    let mut access = [None; ACCESS.len()];
    for (key, value) in tags {
        match key {
            "highway" => highway = Some(value),
            "oneway" => oneway = Some(value),
            "junction" => junction = Some(value),
            "maxspeed" => maxspeed = Some(value),
            "area" => area = value == "yes",
            _ => {
                if let Some(at) = ACCESS.iter().position(|name| *name == key) {
                    access[at] = Some(value);
                }
            }
        }
    }
    let highway = highway?;
    let class = CLASSES.iter().position(|class| *class == highway)?;
    let barred = matches!(access.into_iter().flatten().next(), Some("no" | "private"));
    if area || barred {
        return None;
    }
    let implied = highway == "motorway" || matches!(junction, Some("roundabout" | "circular"));
    let direction = match oneway {
        Some("yes" | "true" | "1") => Direction::Forward,
        Some("-1" | "reverse") => Direction::Backward,
        Some("reversible" | "alternating") => return None,
        Some("no" | "false" | "0") => Direction::Both,
        _ if implied => Direction::Forward,
        _ => Direction::Both,
    };
    Some(Drivable { class: class as u16, direction, limit_kmh: maxspeed.and_then(read_speed) })
}

/// `50`, `50 km/h`, `30 mph`; `None` for `none`, `signals`, zone codes and nonsense.
fn read_speed(text: &str) -> Option<f64> {
    let text = text.split(';').next()?.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let number: f64 = text.get(..digits)?.parse().ok()?;
    let kmh = match text.get(digits..)?.trim() {
        "" | "km/h" | "kmh" | "kph" => number,
        "mph" => number * 1.609_344,
        "knots" => number * 1.852,
        _ => return None,
    };
    (1.0..=200.0).contains(&kmh).then_some(kmh)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tags: &[(&str, &str)], expected: Option<(&str, Direction, Option<f64>)>) {
        let read = read_tags(tags.iter().copied());
        let shown = read.map(|d| (CLASSES[usize::from(d.class)], d.direction, d.limit_kmh.map(f64::round)));
        assert_eq!(shown, expected, "{tags:?}");
    }

    #[test]
    fn tags_of_ways() {
        use Direction::{Backward, Both, Forward};
        check(&[("highway", "primary")], Some(("primary", Both, None)));
        check(&[("highway", "motorway"), ("maxspeed", "110")], Some(("motorway", Forward, Some(110.0))));
        check(&[("highway", "motorway"), ("oneway", "no")], Some(("motorway", Both, None)));
        check(&[("highway", "motorway_link")], Some(("motorway_link", Both, None)));
        check(&[("highway", "residential"), ("junction", "roundabout")], Some(("residential", Forward, None)));
        check(&[("highway", "tertiary"), ("oneway", "-1"), ("maxspeed", "30 mph")], Some(("tertiary", Backward, Some(48.0))));
        check(&[("highway", "track"), ("maxspeed", "walk")], Some(("track", Both, None)));
        check(&[("highway", "road"), ("maxspeed", "40;60")], Some(("road", Both, Some(40.0))));
        check(&[("highway", "service"), ("access", "private")], None);
        check(&[("highway", "service"), ("access", "no"), ("motor_vehicle", "yes")], Some(("service", Both, None)));
        check(&[("highway", "service"), ("access", "yes"), ("motorcar", "no")], None);
        check(&[("highway", "residential"), ("oneway", "reversible")], None);
        check(&[("highway", "service"), ("area", "yes")], None);
        check(&[("highway", "footway")], None);
        check(&[("highway", "construction")], None);
        check(&[("waterway", "river")], None);
        check(&[("highway", "primary"), ("maxspeed", "99999")], Some(("primary", Both, None)));
        check(&[("highway", "primary"), ("maxspeed", "é0")], Some(("primary", Both, None)));
    }
}
