use crate::*;
use base::{Findings, Instant, LocalZone, Point, parse_date};
use proptest::prelude::*;

const DAY: i64 = 86_400;

/// An attack on civilians on a day after the epoch, known to the point.
pub(crate) fn report(id: &str, day: i64, lat: f64, lon: f64) -> Report {
    Report {
        id: ReportId(id.into()),
        start: Instant(day * DAY),
        end: Instant((day + 1) * DAY),
        date_precision: 1,
        kind: Kind::OneSided,
        actor_a: None,
        actor_b: None,
        point: Point::new(lat, lon).unwrap(),
        place_precision: PlacePrecision::Point,
        place: None,
        civilian_deaths: Some(0),
        deaths: None,
        source: None,
        status: Status::Reported,
        received: None,
    }
}

fn at(lat: f64, lon: f64) -> Point {
    Point::new(lat, lon).unwrap()
}

fn day(day: i64) -> Instant {
    Instant(day * DAY)
}

fn car_2014() -> Vec<Report> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/car-2014/incidents.csv");
    let mut findings = Findings::default();
    let zone = LocalZone::find("Africa/Bangui").unwrap();
    let reports = read_reports_csv("incidents.csv", &std::fs::read(path).unwrap(), &zone, None, &mut findings);
    assert_eq!((reports.len(), findings), (803, Findings::default()));
    reports
}

fn bangui(date: &str) -> Instant {
    LocalZone::find("Africa/Bangui").unwrap().instant(parse_date(date).unwrap(), base::TimeOfDay(0))
}

#[test]
fn hazard_falls_with_distance_and_time_to_the_background_and_never_to_zero() {
    let surface = Surface::new(&[report("a", 0, 5.0, 18.0)], day(1), &Params::default());
    let along: Vec<f64> = (0..40).map(|i| surface.hazard(at(5.0 + f64::from(i) * 0.05, 18.0), day(1)).per_hour).collect();
    assert!(along.windows(2).all(|w| w[0] >= w[1] - 1e-9), "{along:?}");
    let later: Vec<f64> = (1..400).map(|d| surface.hazard(at(5.0, 18.0), day(d)).per_hour).collect();
    assert!(later.windows(2).all(|w| w[0] > w[1]), "{later:?}");
    let nowhere = surface.hazard(at(-40.0, -100.0), day(1));
    assert!((nowhere.per_hour - Params::default().background_per_day / 24.0).abs() < 1e-15);
    assert_eq!(nowhere.coverage, Coverage { last_report_days: None, known: false });
    let here = surface.hazard(at(5.0, 18.0), day(31)).coverage;
    assert_eq!((here.last_report_days, here.known), (Some(30.0), true));
    assert!(!surface.hazard(at(5.0, 18.0), day(99)).coverage.known);
}

#[test]
fn kind_harm_and_status_weigh() {
    let hazard = |change: &dyn Fn(&mut Report)| {
        let mut one = report("a", 0, 5.0, 18.0);
        change(&mut one);
        Surface::new(&[one], day(1), &Params { unconfirmed: 0.5, ..Params::default() }).hazard(at(5.0, 18.0), day(1)).per_hour
    };
    let plain = hazard(&|_| {});
    for kind in [Kind::NonState, Kind::StateBased, Kind::Remote, Kind::Unrest, Kind::Other] {
        assert!(hazard(&|r| r.kind = kind) < plain, "{kind:?}");
    }
    assert!(hazard(&|r| r.civilian_deaths = Some(10)) > plain);
    assert!(hazard(&|r| r.status = Status::Confirmed) > 1.5 * plain);
    let background = Params::default().background_per_day / 24.0;
    for status in [Status::Contradicted, Status::Expired] {
        assert_eq!(hazard(&|r| r.status = status), background, "{status:?}");
    }
}

#[test]
fn a_report_counts_from_the_end_of_its_last_day_or_from_when_it_came_in() {
    let mut long = report("long", 0, 5.0, 18.0);
    long.end = day(10);
    assert_eq!(long.known_at(), day(10));
    assert!(Surface::new(std::slice::from_ref(&long), day(9), &Params::default()).reports().is_empty());
    assert_eq!(Surface::new(std::slice::from_ref(&long), day(10), &Params::default()).reports().len(), 1);
    long.received = Some(day(4));
    assert_eq!(Surface::new(std::slice::from_ref(&long), day(4), &Params::default()).reports().len(), 1);
    long.received = Some(day(-4));
    assert_eq!(long.known_at(), day(0), "nothing is known before it happens");
}

#[test]
fn what_is_reported_later_changes_nothing() {
    let reports = car_2014();
    let as_of = bangui("2014-01-15");
    let past: Vec<Report> = reports.iter().filter(|r| r.end <= as_of).cloned().collect();
    assert!(past.len() > 200 && past.len() < 400, "{}", past.len());
    let (all, known) = (Surface::new(&reports, as_of, &Params::default()), Surface::new(&past, as_of, &Params::default()));
    let (bangui, bossangoa) = (at(4.36, 18.55), at(6.49, 17.46));
    assert_eq!(all.hazard(bangui, as_of), known.hazard(bangui, as_of));
    assert_eq!(all.segment_risk(bangui, bossangoa, as_of, 6.0), known.segment_risk(bangui, bossangoa, as_of, 6.0));
    assert_eq!(all.explain_segment(bangui, bossangoa, as_of, 6.0, 99), known.explain_segment(bangui, bossangoa, as_of, 6.0, 99));
    assert!(all.hazard(bangui, as_of).per_hour > 10.0 * all.hazard(at(5.4, 26.5), as_of).per_hour, "Bangui, January 2014");
}

#[test]
fn imprecise_reports_are_spread_not_lost() {
    // The hazard summed over a wide plane is the same whatever the precision, and the peak is lower.
    let params =
        Params { background_per_day: 0.0, echoes: vec![Echo { days: 14.0, km: 8.0, incidents: 1.0, after: 0 }], ..Params::default() };
    let look = |precision| {
        let mut one = report("a", 0, 0.0, 20.0);
        one.place_precision = precision;
        let surface = Surface::new(&[one], day(1), &params);
        let degrees = || (-60..=60).map(|i| f64::from(i) * 0.1);
        let sum: f64 =
            degrees().flat_map(|y| degrees().map(move |x| (y, x))).map(|(y, x)| surface.hazard(at(y, 20.0 + x), day(1)).per_hour).sum();
        (sum, surface.hazard(at(0.0, 20.0), day(1)).per_hour)
    };
    let (exact, peak) = look(PlacePrecision::Point);
    let mut before = peak;
    for precision in [PlacePrecision::Near, PlacePrecision::District, PlacePrecision::Province] {
        let (mass, peak) = look(precision);
        assert!((mass / exact - 1.0).abs() < 0.02, "{precision:?}: {mass} {exact}");
        assert!(peak < before, "{precision:?}");
        before = peak;
    }
}

#[test]
fn the_reports_behind_a_risk_are_named_with_their_share() {
    let mut reports = vec![report("near", 0, 5.0, 18.0), report("far", 0, 5.6, 18.0), report("elsewhere", 0, 9.0, 22.0)];
    reports.push(Report { status: Status::Contradicted, ..report("wrong", 0, 5.0, 18.0) });
    let surface = Surface::new(&reports, day(1), &Params::default());
    let why = surface.explain_segment(at(4.8, 17.9), at(5.2, 18.1), day(1), 2.0, 10);
    let ids: Vec<&str> = why.iter().map(|c| c.report.0.as_str()).collect();
    assert_eq!(ids, ["near", "far", "elsewhere"]);
    assert!(why[0].share > 0.7 && why.iter().map(|c| c.share).sum::<f64>() <= 1.0);
    assert_eq!(surface.explain_point(at(5.0, 18.0), day(1), 1).len(), 1);
}

#[test]
fn hard_parameters_are_named() {
    assert!(Params::default().problems().is_empty() && Params::crude().problems().is_empty());
    let bad = Params { radius_km: 0.0, background_per_day: f64::NAN, ..Params::default() };
    assert_eq!(bad.problems().len(), 2);
    let half = Params::default().scaled(0.5);
    let reports = [report("a", 0, 5.0, 18.0)];
    let (full, half) = (Surface::new(&reports, day(1), &Params::default()), Surface::new(&reports, day(1), &half));
    let (full, half) = (full.hazard(at(5.0, 18.1), day(2)).per_hour, half.hazard(at(5.0, 18.1), day(2)).per_hour);
    assert!((half / full - 0.5).abs() < 1e-9);
}

fn any_report() -> impl Strategy<Value = Report> {
    (0i64..60, 0i64..20, 3.0..8.0f64, 15.0..22.0f64, 1u8..=6, 0u32..20).prop_map(|(start, long, lat, lon, precision, deaths)| {
        let mut one = report(&format!("{start}-{lat}-{lon}"), start, lat, lon);
        one.end = day(start + long + 1);
        one.place_precision = PlacePrecision::from_ucdp(precision).unwrap();
        one.civilian_deaths = Some(deaths);
        one
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_reports_never_lower_the_hazard_and_future_ones_change_nothing(reports in prop::collection::vec(any_report(), 0..12), more in any_report(), lat in 2.0..9.0f64, lon in 14.0..23.0f64) {
        let (as_of, here) = (day(40), at(lat, lon));
        let before = Surface::new(&reports, as_of, &Params::default()).hazard(here, as_of).per_hour;
        let mut all = reports.clone();
        let known = more.known_at() <= as_of;
        all.push(more);
        let after = Surface::new(&all, as_of, &Params::default()).hazard(here, as_of).per_hour;
        prop_assert!(after >= before * (1.0 - 1e-6));
        prop_assert!(known || after == before);
    }

    #[test]
    fn the_order_of_reports_does_not_matter(reports in prop::collection::vec(any_report(), 0..12), lat in 2.0..9.0f64, lon in 14.0..23.0f64) {
        let mut turned = reports.clone();
        turned.reverse();
        let hazard = |reports: &[Report]| Surface::new(reports, day(50), &Params::default()).hazard(at(lat, lon), day(51));
        prop_assert_eq!(hazard(&reports), hazard(&turned));
    }

    #[test]
    fn a_segment_cut_in_two_has_the_risk_of_the_whole(reports in prop::collection::vec(any_report(), 1..12), share in 0.05..0.95f64, lat in 2.0..9.0f64, lon in 14.0..23.0f64, dlat in -2.0..2.0f64, dlon in -2.0..2.0f64) {
        let surface = Surface::new(&reports, day(60), &Params::default());
        let (a, b) = (at(lat, lon), at(lat + dlat, lon + dlon));
        let middle = a.towards(b, share);
        // Entered at the same instant and at even pace, so only the place differs; an hour is nothing to the decay.
        let risk = |a, b, hours| surface.segment_risk(a, b, day(60), hours).risk;
        let (whole, parts) = (risk(a, b, 1.0), risk(a, middle, share) + risk(middle, b, 1.0 - share));
        prop_assert!((whole - parts).abs() <= 0.02 * whole + 1e-9, "{whole} {parts}");
        let still = surface.segment_risk(a, a, day(60), 1.0).risk;
        prop_assert!((still - surface.hazard(a, day(60).plus_seconds(1_800)).per_hour).abs() <= 1e-3 * still + 1e-9);
    }
}

#[test]
fn thousands_of_reports_are_summed_without_being_moved() {
    // One spot reported 2,001 times is one report 2,001 times as heavy, lattice or not.
    let many: Vec<Report> = (0..2_001).map(|i| report(&format!("{i:04}"), 0, 5.03, 18.07)).collect();
    let params =
        Params { echoes: vec![Echo { days: 4.0, km: 40.0, incidents: 1.0, after: 0 }], background_per_day: 0.0, ..Params::default() };
    let (one, all) = (Surface::new(&many[..1], day(1), &params), Surface::new(&many, day(1), &params));
    let peak = all.hazard(at(5.03, 18.07), day(1)).per_hour;
    for (lat, lon) in [(5.03, 18.07), (5.2, 18.0), (5.03, 18.7), (4.2, 17.6), (6.0, 18.07)] {
        let (single, sum) = (one.hazard(at(lat, lon), day(1)).per_hour, all.hazard(at(lat, lon), day(1)).per_hour);
        assert!((sum - 2_001.0 * single).abs() < 0.02 * peak, "{lat} {lon}: {sum} {}", 2_001.0 * single);
    }
}

#[test]
fn everything_wrong_in_a_file_is_said_at_once() {
    let header =
        "event_id,date_start,date_end,kind,lat,lon,place_precision,civilian_deaths,status\n#event+id,#date,#date,#x,#geo,#geo,#x,#x,#x\n";
    let mut text = header.to_owned();
    (0..12).for_each(|i| text += &format!("ok{i},2014-01-0{},,one_sided,{},18.5,1,0,\n", 1 + i % 9, 4.0 + f64::from(i) * 0.1));
    text += "swapped,2014-01-05,,one_sided,22.5,4.4,1,0,\n";
    text += "nodate,,,one_sided,4.4,18.5,1,0,\n";
    text += "baddate,soon,,one_sided,4.4,18.5,1,0,\n";
    text += "ends,2014-01-05,2014-01-02,one_sided,4.4,18.5,1,0,\n";
    text += "kind,2014-01-05,,dance,4.4,18.5,9,-3,perhaps\n";
    text += "ok1,2014-01-05,,one_sided,4.4,18.5,1,0,\n";
    text += "later,2015-01-05,,one_sided,4.4,18.5,1,0,confirmed\n";
    text += "mars,2014-01-05,,one_sided,104.4,218.5,1,0,\n";
    text += "paris,2014-01-05,,one_sided,48.9,2.3,1,0,contradicted\n";
    let zone = LocalZone::find("Africa/Bangui").unwrap();
    let mut findings = Findings::default();
    let reports = read_reports_csv("incidents.csv", text.as_bytes(), &zone, Some(bangui("2014-02-01")), &mut findings);
    let ids: Vec<&str> = reports.iter().skip(12).map(|r| r.id.0.as_str()).collect();
    assert_eq!(ids, ["swapped", "ends", "kind", "later", "paris"]);
    assert_eq!((reports[12].point, reports[13].end), (at(4.4, 22.5), bangui("2014-01-06")));
    for (code, row) in [
        ("report-lat-lon-swapped", 15),
        ("report-date-missing", 16),
        ("report-date-unreadable", 17),
        ("report-end-before-start", 18),
        ("report-kind-unknown", 19),
        ("report-precision-unknown", 19),
        ("number-too-small", 19),
        ("report-status-unknown", 19),
        ("report-duplicate-id", 20),
        ("not-on-earth", 22),
        ("report-far-away", 23),
    ] {
        assert!(findings.iter().any(|f| f.code == code && f.row == Some(row) && f.column.is_some()), "{code} {row}: {findings:#?}");
    }
    assert!(findings.has("reports-after-as-of"));
    assert_eq!(findings.len(), 12, "{findings:#?}");
    let mut findings = Findings::default();
    assert!(read_reports_csv("incidents.csv", b"event_id,kind\n1,one_sided\n", &zone, None, &mut findings).is_empty());
    assert_eq!(findings.iter().filter(|f| f.code == "missing-column").count(), 3);
}

#[test]
fn ged_and_acled_are_read_as_they_are() {
    let zone = LocalZone::utc();
    let read = |text: &str| {
        let mut findings = Findings::default();
        let reports = read_reports_csv("x.csv", text.as_bytes(), &zone, None, &mut findings);
        assert!(findings.is_empty(), "{findings:?}");
        reports
    };
    let ged = read(
        "id,date_start,date_end,date_prec,type_of_violence,side_a,side_b,latitude,longitude,where_prec,where_coordinates,deaths_civilians,best\n7,2014-01-05 00:00:00.000,2014-01-06 00:00:00.000,2,3,anti-Balaka,Civilians,4.36,18.55,2,Bangui city,4,5\n",
    );
    let one = &ged[0];
    assert_eq!((one.kind, one.place_precision, one.civilian_deaths, one.deaths), (Kind::OneSided, PlacePrecision::Near, Some(4), Some(5)));
    assert_eq!((one.start.to_string(), one.end.to_string()), ("2014-01-05T00:00:00Z".into(), "2014-01-07T00:00:00Z".into()));
    let acled = read(
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,latitude,longitude,geo_precision,fatalities\nCAR1,05 January 2014,Violence against civilians,Attack,A,Civilians,4.36,18.55,1,3\nCAR2,2014-01-06,Battles,Armed clash,Military Forces of X,Y,4.36,18.55,3,0\nCAR3,2014-01-06,Protests,,,,4.36,18.55,2,0\n",
    );
    let kinds: Vec<Kind> = acled.iter().map(|r| r.kind).collect();
    assert_eq!(kinds, [Kind::OneSided, Kind::StateBased, Kind::Unrest]);
    assert_eq!((acled[0].civilian_deaths, acled[1].place_precision), (Some(3), PlacePrecision::Province));
}

/// Roads of up to twenty kilometres all over the country, in the field and asked for one by one.
#[test]
fn the_field_is_within_one_percent_of_the_surface() {
    let reports = car_2014();
    for date in ["2013-12-06", "2014-01-15", "2014-06-30"] {
        let surface = Surface::new(&reports, bangui(date), &Params::default());
        let mut field = Field::new(&surface, bangui(date));
        for i in 0..4_000 {
            let share = |by: f64| (f64::from(i) * by).fract();
            let a = at(2.5 + 8.0 * share(0.618_034), 14.5 + 12.0 * share(0.754_878));
            let b = at(a.lat + 0.1 * (share(0.569_84) - 0.5), a.lon + 0.1 * (share(0.324_718) - 0.5));
            let hours = a.distance_km(b) / 25.0;
            let (sampled, asked) = (field.segment_per_hour(a, b, hours), surface.segment_per_hour(a, b, bangui(date), hours));
            assert!((sampled - asked).abs() <= 0.01 * asked, "{a:?} {b:?}: {sampled} instead of {asked}");
        }
    }
}

#[test]
fn the_field_asks_for_what_a_lattice_can_not_tell() {
    let (a, b) = (at(5.0, 18.0), at(6.0, 19.0));
    for shape in [Shape::Gaussian, Shape::Exponential] {
        let surface = Surface::new(&[report("a", 0, 5.5, 18.5)], day(1), &Params { shape, ..Params::default() });
        assert_eq!(Field::new(&surface, day(2)).segment_per_hour(a, b, 3.0), surface.segment_per_hour(a, b, day(2), 3.0));
    }
    let nothing = Surface::new(&[], day(1), &Params::default());
    assert_eq!(Field::new(&nothing, day(2)).segment_per_hour(a, a, 0.0), nothing.segment_per_hour(a, a, day(2), 0.0));
}
