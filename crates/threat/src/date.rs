//! Dates as the sources of reports write them.

use base::{Instant, LocalZone};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The first and the last instant of what a cell says: a whole local day for a date, the instant itself for a time.
///
/// Reads `2014-01-15`, `2014-01-15 00:00:00.000` (GED: a date in disguise), `15 January 2014` (ACLED), a local time and RFC 3339.
pub(crate) fn span(text: &str, zone: &LocalZone) -> Option<(Instant, Instant)> {
    let text = text.trim();
    let date_part = text.split([' ', 'T']).next().unwrap_or(text);
    let rest = text.get(date_part.len() + 1..).unwrap_or("");
    let date = if rest.is_empty() || rest.chars().all(|c| matches!(c, '0' | ':' | '.')) { base::parse_date(date_part) } else { None };
    let date = match date {
        Some(date) => Some(date),
        None => worded(text).and_then(|iso| base::parse_date(&iso)),
    };
    if let Some(date) = date {
        let next = date.tomorrow().ok()?;
        return Some((zone.instant(date, base::TimeOfDay(0)), zone.instant(next, base::TimeOfDay(0))));
    }
    zone.parse(text).ok().map(|at| (at, at))
}

/// `15 January 2014` as `2014-01-15`.
fn worded(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let day: u8 = day.parse().ok()?;
    let month = month.get(..3)?.to_lowercase();
    let month = 1 + MONTHS.iter().position(|m| *m == month)?;
    Some(format!("{year:0>4}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_three_sources_and_times() {
        let zone = LocalZone::find("Africa/Bangui").unwrap();
        let day = (zone.parse("2014-01-15").unwrap(), zone.parse("2014-01-16").unwrap());
        for text in ["2014-01-15", "2014-01-15 00:00:00.000", "15 January 2014", "15 Jan 2014", " 2014-01-15T00:00:00 "] {
            assert_eq!(span(text, &zone), Some(day), "{text}");
        }
        let noon = zone.parse("2014-01-15T12:00").unwrap();
        assert_eq!(span("2014-01-15T12:00", &zone), Some((noon, noon)));
        assert_eq!(span("2014-01-15T11:00:00Z", &zone), Some((noon, noon)));
        for text in ["", "soon", "2014-02-30", "31 February 2014", "é é é", "15 Ja 2014"] {
            assert_eq!(span(text, &zone), None, "{text}");
        }
    }
}
