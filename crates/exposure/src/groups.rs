//! Group labels for the disparity report, read after scoring from columns that the scorer can't see.

use crate::assessment::Assessment;
use base::{Instant, LocalZone, Row};
use std::collections::BTreeMap;

/// Columns whose text is a label as it stands.
const PLAIN: [&str; 5] = ["sex", "site", "nationality", "ethnicity", "religion"];

/// Age bands of UNHCR: from this age on.
const AGE_BANDS: [(i64, &str); 5] = [(60, "60+"), (18, "18-59"), (12, "12-17"), (5, "05-11"), (0, "00-04")];

/// Label per dimension; a dimension whose column is absent from the file is left out, a blank cell is `unknown`.
pub(crate) fn labels(
    row: &Row<'_>,
    has_column: impl Fn(&str) -> bool,
    assessment: &Assessment,
    as_of: Instant,
    zone: &LocalZone,
) -> BTreeMap<String, String> {
    let mut labels = BTreeMap::new();
    for column in PLAIN.into_iter().filter(|c| has_column(c)) {
        labels.insert(column.to_owned(), row.find(column).map_or_else(|| "unknown".into(), str::to_lowercase));
    }
    if has_column("birth_year") || has_column("age") {
        labels.insert("age".into(), age_band(youngest_age(row, as_of, zone)).into());
    }
    if has_column("wg") {
        let disability = match assessment.washington_group {
            None => "not asked",
            Some(group) if group.is_disability() => "with disability",
            Some(group) if group.is_complete() => "without disability",
            Some(_) => "not fully answered",
        };
        labels.insert("disability".into(), disability.into());
    }
    labels
}

/// The lower end of what the age may be: a year of birth alone leaves two ages, and the benefit of the doubt takes the younger.
pub(crate) fn youngest_age(row: &Row<'_>, as_of: Instant, zone: &LocalZone) -> Option<i64> {
    let year: Option<i64> = row.find("birth_year").and_then(|t| t.parse().ok());
    let from_year = year.map(|y| (i64::from(zone.civil(as_of).year()) - y - 1).max(0));
    let age: Option<i64> = row.find("age").and_then(|t| t.parse().ok());
    age.or(from_year).filter(|a| (0..=130).contains(a))
}

fn age_band(age: Option<i64>) -> &'static str {
    age.and_then(|age| AGE_BANDS.iter().find(|(from, _)| age >= *from)).map_or("unknown", |(_, band)| band)
}
