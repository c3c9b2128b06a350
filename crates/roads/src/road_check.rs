//! Whether the length of a road can be true, given where its ends lie.

use crate::network::Link;
use crate::place::Place;
use base::{Finding, Findings};
use std::collections::BTreeMap;

/// Lengths and positions are often rounded to a kilometre.
const ROUNDING_KM: f64 = 1.0;
/// Roads more than this many times as long as the straight line, and by at least [`MUCH_LONGER_KM`], deserve a look.
const MUCH_LONGER: f64 = 3.0;
const MUCH_LONGER_KM: f64 = 30.0;

/// Adds `road-shorter-than-straight` and `road-much-longer-than-straight`; the roads are kept.
pub(crate) fn check_lengths(file: &str, places: &[Place], links: &[(u64, Link)], findings: &mut Findings) {
    let measured: Vec<_> = links
        .iter()
        .filter_map(|(row, link)| {
            let (a, b) = (places.get(link.from.index())?, places.get(link.to.index())?);
            Some((*row, a, b, link.km(), a.point.distance_km(b.point)))
        })
        .collect();
    let is_short = |km: f64, straight: f64| straight > km + ROUNDING_KM;
    let mut doubts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, a, b, ..) in measured.iter().filter(|(.., km, straight)| is_short(*km, *straight)) {
        *doubts.entry(&a.name).or_default() += 1;
        *doubts.entry(&b.name).or_default() += 1;
    }
    for (row, a, b, km, straight) in &measured {
        let (a, b) = (a.name.as_str(), b.name.as_str());
        let finding = if is_short(*km, *straight) {
            let count = |name| doubts.get(name).copied().unwrap_or_default();
            let suspect = match count(a).cmp(&count(b)) {
                std::cmp::Ordering::Greater => format!("the position of '{a}' is doubtful: {} of its roads are too short", count(a)),
                std::cmp::Ordering::Less => format!("the position of '{b}' is doubtful: {} of its roads are too short", count(b)),
                std::cmp::Ordering::Equal => format!("either the length or the position of '{a}' or of '{b}' is wrong"),
            };
            Finding::warning(
                "road-shorter-than-straight",
                format!("'{a}' - '{b}' has {km:.0} km, but the straight line between them {straight:.1} km; the road is kept as written"),
                format!("{suspect}; measure again and correct it"),
            )
        } else if *km > MUCH_LONGER * straight && *km > straight + MUCH_LONGER_KM {
            Finding::note(
                "road-much-longer-than-straight",
                format!("'{a}' - '{b}' has {km:.0} km, but the straight line between them only {straight:.1} km"),
                "check the length and both positions if the road does not go a long way round",
            )
        } else {
            continue;
        };
        let finding = finding.at(file, *row, "km").with("a", a).with("b", b).with("km", km);
        findings.push(finding.with("straight", format!("{straight:.1}")));
    }
}
