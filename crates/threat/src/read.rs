//! Reads reports from a table in our own layout, UCDP GED's or ACLED's; everything wrong is said at once.

use crate::date;
use crate::report::{Kind, PlacePrecision, Report, ReportId, Status};
use base::{Finding, Findings, Instant, LocalZone, Point, Row, Table};
use std::collections::BTreeMap;

const ID: &[&str] = &["event_id", "event_id_cnty", "id"];
const START: &[&str] = &["date_start", "event_date"];
const END: &[&str] = &["date_end"];
const LAT: &[&str] = &["lat", "latitude"];
const LON: &[&str] = &["lon", "lng", "longitude"];
const KIND: &[&str] = &["kind", "type_of_violence", "event_type"];
const DATE_PRECISION: &[&str] = &["date_precision", "date_prec", "time_precision"];
const CIVILIANS: &[&str] = &["civilian_deaths", "deaths_civilians"];
const DEATHS: &[&str] = &["deaths_best", "best", "fatalities"];
const ACTOR_A: &[&str] = &["actor_a", "side_a", "actor1"];
const ACTOR_B: &[&str] = &["actor_b", "side_b", "actor2"];
const PLACE: &[&str] = &["place", "where_coordinates", "location"];
const SOURCE: &[&str] = &["source", "source_office", "source_article"];

/// Reads the bytes of a CSV file and then [`read_reports`].
pub fn read_reports_csv(file: &str, bytes: &[u8], zone: &LocalZone, as_of: Option<Instant>, findings: &mut Findings) -> Vec<Report> {
    let table = Table::read(file, bytes, &[], findings);
    if table.is_empty() && findings.has("no-header") {
        return Vec::new();
    }
    read_reports(&table, zone, as_of, findings)
}

/// Reads reports; rows that can't be used are left out and said so.
///
/// With `as_of`, reports that begin later are returned too (a back-test needs them) and said to be left out of the surface in one note.
///
/// Codes: `missing-column`, `report-date-missing`, `report-date-unreadable`, `report-end-before-start`, `report-kind-unknown`,
/// `report-duplicate-id`, `report-lat-lon-swapped`, `report-far-away`, `report-precision-unknown`, `report-status-unknown`,
/// `reports-after-as-of`, and those of [`Row::point`] and [`Row::number`].
pub fn read_reports(table: &Table, zone: &LocalZone, as_of: Option<Instant>, findings: &mut Findings) -> Vec<Report> {
    let needed = [("date_start", START), ("lat", LAT), ("lon", LON), ("kind", KIND)];
    let missing: Vec<_> = needed.iter().filter(|(_, names)| !names.iter().any(|n| table.has_column(n))).collect();
    for (name, names) in &missing {
        let text = format!("column '{name}' is missing");
        let remedy = format!("add a column '{name}' ({} are recognised too)", names.join(", "));
        findings.push(Finding::error("missing-column", text, remedy).at(table.file.as_str(), 1, *name).with("name", name));
    }
    if missing.iter().any(|(name, _)| *name != "kind") {
        return Vec::new();
    }
    let region = Region::of(table);
    let mut seen: BTreeMap<ReportId, u64> = BTreeMap::new();
    let mut reports = Vec::new();
    for row in table.rows() {
        let Some(report) = read_row(&row, table, zone, &region, findings) else { continue };
        if let Some(first) = seen.insert(report.id.clone(), row.line) {
            findings.push(
                row.warning(
                    column(table, ID),
                    "report-duplicate-id",
                    format!("report {} stands in row {first} already; this row is left out", report.id),
                    "give each report an identifier of its own, or take the copy out",
                )
                .with("id", &report.id)
                .with("row", first),
            );
            seen.insert(report.id, first);
            continue;
        }
        reports.push(report);
    }
    if let Some(as_of) = as_of {
        say_future(table, &reports, as_of, zone, findings);
    }
    reports
}

fn say_future(table: &Table, reports: &[Report], as_of: Instant, zone: &LocalZone, findings: &mut Findings) {
    let future = reports.iter().filter(|r| r.start >= as_of).count();
    if future > 0 {
        let day = zone.show(as_of);
        findings.push(
            Finding::note(
                "reports-after-as-of",
                format!("{future} reports begin after {day} and are left out of the threat surface"),
                "nothing to do when planning in the past; otherwise correct their dates",
            )
            .in_file(table.file.as_str())
            .with("count", future)
            .with("as_of", day),
        );
    }
}

fn read_row(row: &Row<'_>, table: &Table, zone: &LocalZone, region: &Region, findings: &mut Findings) -> Option<Report> {
    let dates = read_dates(row, table, zone, findings);
    let point = read_point(row, table, region, findings);
    let kind = read_kind(row, table, findings);
    let place_precision = read_precision(row, table, findings);
    let status = read_status(row, findings);
    let count = |names: &[&str], findings: &mut Findings| {
        row.number(column(table, names), 0.0, findings).map(|n| n.round().min(f64::from(u32::MAX)) as u32)
    };
    let civilian_deaths = count(CIVILIANS, findings);
    let deaths = count(DEATHS, findings);
    let date_precision = row.find_any(DATE_PRECISION).and_then(|t| t.parse().ok()).unwrap_or(1);
    let received = row.find("received").and_then(|text| {
        let read = zone.parse(text).ok();
        if read.is_none() {
            findings.push(
                row.warning("received", "report-date-unreadable", format!("'{text}' is not a date or time"), "write 2014-01-15T06:00")
                    .with("value", text),
            );
        }
        read
    });
    let (start, end) = dates?;
    let owned = |names: &[&str]| row.find_any(names).map(str::to_owned);
    Some(Report {
        id: ReportId(owned(ID).unwrap_or_else(|| format!("row {}", row.line))),
        start,
        end,
        date_precision,
        kind,
        actor_a: owned(ACTOR_A),
        actor_b: owned(ACTOR_B),
        point: point?,
        place_precision,
        place: owned(PLACE),
        civilian_deaths: civilian_deaths.or(if kind == Kind::OneSided { deaths } else { None }),
        deaths,
        source: owned(SOURCE),
        status,
        received,
    })
}

fn read_dates(row: &Row<'_>, table: &Table, zone: &LocalZone, findings: &mut Findings) -> Option<(Instant, Instant)> {
    let start_column = column(table, START);
    let Some(text) = row.find_any(START) else {
        findings.push(row.error(
            start_column,
            "report-date-missing",
            "the report has no date and is left out",
            "fill in the day on which it began",
        ));
        return None;
    };
    let mut unreadable = |name: &str, text: &str, what: &str| {
        let remedy = "write a date like 2014-01-15";
        findings.push(row.error(name, "report-date-unreadable", format!("'{text}' is not a date; {what}"), remedy).with("value", text));
    };
    let Some((start, first_end)) = date::span(text, zone) else {
        unreadable(start_column, text, "the report is left out");
        return None;
    };
    let Some(text) = row.find_any(END) else { return Some((start, first_end)) };
    let Some((_, end)) = date::span(text, zone) else {
        unreadable(column(table, END), text, "the report is taken as lasting one day");
        return Some((start, first_end));
    };
    if end < start {
        findings.push(row.warning(
            column(table, END),
            "report-end-before-start",
            "the report ends before it begins; it is taken as lasting one day",
            "correct one of the dates; they may be swapped",
        ));
        return Some((start, first_end));
    }
    Some((start, end))
}

/// Where most reports of a file lie: the box of the middle eight tenths, grown on each side by its own width, at least eight degrees.
struct Region(Option<(f64, f64, f64, f64)>);

impl Region {
    fn of(table: &Table) -> Self {
        let mut lats: Vec<f64> = Vec::new();
        let mut lons: Vec<f64> = Vec::new();
        for row in table.rows() {
            let degree = |names| row.find_any(names).and_then(|t| t.parse::<f64>().ok());
            if let Some(point) = degree(LAT).zip(degree(LON)).and_then(|(lat, lon)| Point::new(lat, lon)) {
                lats.push(point.lat);
                lons.push(point.lon);
            }
        }
        lats.sort_by(f64::total_cmp);
        lons.sort_by(f64::total_cmp);
        let part = |sorted: &[f64], share: f64| sorted.get((sorted.len().saturating_sub(1) as f64 * share).round() as usize).copied();
        // Too few reports have no middle.
        if lats.len() < 10 {
            return Self(None);
        }
        let bounds = |sorted: &[f64]| {
            let (low, high) = part(sorted, 0.1).zip(part(sorted, 0.9))?;
            let grow = (high - low).max(8.0);
            Some((low - grow, high + grow))
        };
        Self(bounds(&lats).zip(bounds(&lons)).map(|((south, north), (west, east))| (south, north, west, east)))
    }

    fn holds(&self, point: Point) -> bool {
        self.0.is_none_or(|(south, north, west, east)| (south..=north).contains(&point.lat) && (west..=east).contains(&point.lon))
    }
}

fn read_point(row: &Row<'_>, table: &Table, region: &Region, findings: &mut Findings) -> Option<Point> {
    let (lat_column, lon_column) = (column(table, LAT), column(table, LON));
    let degree = |name: &str| row.find(name).and_then(|t| t.parse::<f64>().ok());
    let swapped = degree(lon_column).zip(degree(lat_column)).and_then(|(lat, lon)| Point::new(lat, lon)).filter(|p| region.holds(*p));
    let as_written = degree(lat_column).zip(degree(lon_column)).and_then(|(lat, lon)| Point::new(lat, lon));
    if let (Some(swapped), true, true) = (swapped, region.0.is_some(), as_written.is_none_or(|p| !region.holds(p))) {
        findings.push(row.warning(
            lat_column,
            "report-lat-lon-swapped",
            "latitude and longitude look swapped: the other way round the report lies among the others; it is read so",
            "swap the two cells",
        ));
        return Some(swapped);
    }
    let point = row.point(lat_column, lon_column, findings)?;
    if !region.holds(point) {
        let text = "the report lies far from the others; it is kept";
        findings.push(row.note(lat_column, "report-far-away", text, "check latitude and longitude"));
    }
    Some(point)
}

fn read_kind(row: &Row<'_>, table: &Table, findings: &mut Findings) -> Kind {
    let text = row.find_any(KIND).unwrap_or("").to_lowercase().replace(['-', ' '], "_");
    let state = row.find_any(ACTOR_A).into_iter().chain(row.find_any(ACTOR_B)).any(|a| a.contains("Forces of") || a.contains("Government"));
    match text.as_str() {
        "one_sided" | "3" | "violence_against_civilians" => Kind::OneSided,
        "non_state" | "2" => Kind::NonState,
        "state_based" | "1" => Kind::StateBased,
        "battles" if state => Kind::StateBased,
        "battles" => Kind::NonState,
        "remote" | "explosions/remote_violence" | "shelling" | "mine" | "air_strike" => Kind::Remote,
        "unrest" | "riots" | "protests" | "looting" => Kind::Unrest,
        "other" | "strategic_developments" => Kind::Other,
        _ => {
            findings.push(
                row.warning(
                    column(table, KIND),
                    "report-kind-unknown",
                    format!("the kind of violence '{text}' is not known; it counts as 'other'"),
                    "write one_sided, non_state, state_based, remote, unrest or other",
                )
                .with("value", text),
            );
            Kind::Other
        }
    }
}

fn read_precision(row: &Row<'_>, table: &Table, findings: &mut Findings) -> PlacePrecision {
    let acled = table.has_column("geo_precision");
    let name = column(table, if acled { &["geo_precision"] } else { &["place_precision", "where_prec"] });
    // Nothing said about precision: taken as near, for a pin that may be off is safer than one that is believed.
    let Some(text) = row.find(name) else { return PlacePrecision::Near };
    let step = text.parse::<u8>().ok();
    let read = step.and_then(if acled { PlacePrecision::from_acled } else { PlacePrecision::from_ucdp });
    read.unwrap_or_else(|| {
        findings.push(
            row.warning(
                name,
                "report-precision-unknown",
                format!("'{text}' is not a step of place precision; the report is taken as within 25 km"),
                "write 1 (exact point) to 6 (country)",
            )
            .with("value", text),
        );
        PlacePrecision::Near
    })
}

fn read_status(row: &Row<'_>, findings: &mut Findings) -> Status {
    match row.find("status").map(str::to_lowercase).as_deref() {
        None | Some("reported") => Status::Reported,
        Some("confirmed") => Status::Confirmed,
        Some("contradicted") => Status::Contradicted,
        Some("expired") => Status::Expired,
        Some(other) => {
            findings.push(
                row.warning(
                    "status",
                    "report-status-unknown",
                    format!("the status '{other}' is not known; the report counts as reported"),
                    "write reported, confirmed, contradicted or expired",
                )
                .with("value", other),
            );
            Status::Reported
        }
    }
}

/// The name under which a table has a column; the first name if it has none.
fn column<'a>(table: &Table, names: &[&'a str]) -> &'a str {
    names.iter().find(|n| table.has_column(n)).or(names.first()).copied().unwrap_or("")
}
