//! Where violence repeats: how many reports each report follows.

use crate::kernel::{degrees, flat_km};
use crate::report::Report;
use base::Point;
use std::collections::BTreeMap;

/// For each report, how many others were over before it began, at most `days` earlier and within `km`; counted up to `most`.
///
/// Reports across the 180th meridian are not seen.
pub(crate) fn follows(reports: &[Report], km: f64, days: f64, most: u32) -> Vec<u32> {
    let cell = degrees(km).max(0.01);
    let index = |degrees: f64| (degrees / cell).floor() as i64;
    let mut cells: BTreeMap<(i64, i64), Vec<&Report>> = BTreeMap::new();
    for report in reports {
        cells.entry((index(report.point.lat), index(report.point.lon))).or_default().push(report);
    }
    for cell in cells.values_mut() {
        cell.sort_by_key(|r| r.end);
    }
    reports.iter().map(|report| count(&cells, cell, report, km, days, most)).collect()
}

fn count(cells: &BTreeMap<(i64, i64), Vec<&Report>>, cell: f64, report: &Report, km: f64, days: f64, most: u32) -> u32 {
    let index = |degrees: f64| (degrees / cell).floor() as i64;
    let Point { lat, lon } = report.point;
    let across = degrees(km) / lat.to_radians().cos().max(0.01);
    let mut found = 0;
    for row in index(lat) - 1..=index(lat) + 1 {
        for (_, alike) in cells.range((row, index(lon - across))..=(row, index(lon + across))) {
            let past = alike.partition_point(|r| r.end <= report.start);
            for other in alike.iter().take(past).rev().take_while(|r| report.start.days_since(r.end) <= days) {
                let (x, y) = flat_km(report.point, other.point);
                if found < most && x.hypot(y) <= km && other.id != report.id {
                    found += 1;
                }
                if found == most {
                    return most;
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::report;

    #[test]
    fn only_what_was_over_before_near_by_and_not_long_ago_is_followed() {
        let reports = [
            report("first", 0, 4.36, 18.55),
            report("near", 10, 4.40, 18.55),
            report("same day as near", 10, 4.36, 18.55),
            report("far", 20, 6.00, 18.55),
            report("late", 100, 4.36, 18.55),
            report("after late", 101, 4.36, 18.64),
        ];
        assert_eq!(follows(&reports, 15.0, 60.0, 9), [0, 1, 1, 0, 0, 1]);
        assert_eq!(follows(&reports, 15.0, 365.0, 9), [0, 1, 1, 0, 3, 4]);
        assert_eq!(follows(&reports, 15.0, 365.0, 2), [0, 1, 1, 0, 2, 2]);
    }
}
