#[path = "../../../roads/src/osm/fixture.rs"]
mod fixture;

use super::*;
use crate::operation::Files;
use base::parse_date;

fn car_2014() -> Files {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/car-2014/");
    let names = ["places.csv", "roads.csv", "border_closures.csv", "incidents.csv"];
    let mut files: Files = names.iter().map(|name| ((*name).to_owned(), std::fs::read(format!("{root}{name}")).unwrap())).collect();
    files.insert("operation.toml".into(), b"timezone = \"Africa/Bangui\"".to_vec());
    files
}

fn over(from: &str, to: &str) -> Options {
    Options::over(parse_date(from).unwrap(), parse_date(to).unwrap())
}

fn run(files: &Files, options: &Options) -> (Backtest, Findings) {
    let mut findings = Findings::default();
    let result = backtest_folder(files, options, &mut findings);
    (result, findings)
}

/// Two ways from A to Z: by N in 250 km, by S in 260 km.
const PLACES: &str = "place,lat,lon,kind,country,population\nA,0,20,town,X,9\nN,0.5,21,town,X,5\nS,-0.4,21,town,X,\nZ,0,22,camp,Y,7\n";
const ROADS: &str = "from,to,km\nA,N,125\nN,Z,125\nA,S,130\nS,Z,130\n";

fn small(incidents: &str) -> Files {
    let incidents = format!("event_id,date_start,date_end,kind,lat,lon,place_precision,status\n{incidents}");
    let texts = [("places.csv", PLACES), ("roads.csv", ROADS), ("incidents.csv", incidents.as_str())];
    let mut files: Files = texts.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    files.insert("operation.toml".into(), b"timezone = \"UTC\"".to_vec());
    files
}

fn two_weeks() -> Options {
    Options { origins: vec!["A".into()], destinations: vec!["Z".into()], ..over("2014-01-08", "2014-01-15") }
}

/// Fourteen attacks at N, one each day.
fn attacks() -> String {
    (1..=14).map(|day| format!("n{day},2014-01-{day:02},,one_sided,0.5,21,1,\n")).collect()
}

#[test]
fn a_small_history_counted_by_hand() {
    let more = "week two at N,2014-01-16,,one_sided,0.5,21,1,\n\
                week two at S,2014-01-17,,one_sided,-0.4,21,1,\n\
                near the end A,2014-01-09,,one_sided,0.05,20.02,1,\n\
                near the end Z,2014-01-18,,one_sided,0,21.9,1,\n\
                beside the road,2014-01-09,,one_sided,0.6,21,1,\n\
                wrong,2014-01-10,,one_sided,0.5,21,1,contradicted\n\
                began before,2014-01-07,2014-01-09,one_sided,0.5,21,1,\n\
                too late,2014-01-22,,one_sided,0.5,21,1,\n";
    let (result, findings) = run(&small(&(attacks() + more)), &two_weeks());
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!((result.weeks, result.pairs, result.routes), (2, 1, 2));
    // By N: 8th to 14th, and the 16th.
    assert_eq!(result.fastest, Met { incidents: 8, km: 500.0 });
    // What was reported of N by the 8th sends both weeks by S, where the 17th is met; 4 % further.
    let five = result.safest[2];
    assert_eq!((five.allowed_percent, five.incidents, five.km, five.ratio), (5.0, 1, 520.0, Some(0.125)));
    assert!((five.detour_percent - 4.0).abs() < 1e-9);
    assert_eq!((result.safest[0].incidents, result.safest[0].km), (8, 500.0), "no detour, no change");
    // Who knows the week goes by N in the second one: the same one incident, less road.
    assert_eq!((result.oracle.incidents, result.oracle.family[2].km, result.oracle.ratio), (1, 510.0, Some(0.125)));
    assert_eq!(result.by_origin[0].safest, Met { incidents: 1, km: 520.0 });
    assert_eq!(result.by_origin[0].fastest, result.fastest);
}

/// The same two ways from an extract: the one by N is shorter, and attacked in the week before.
#[test]
fn an_extract_is_walked_like_a_table_of_roads() {
    let mut files = small(&attacks());
    let nodes = [(1, 0.0, 20.0), (2, 0.5, 21.0), (3, -0.6, 21.0), (4, 0.0, 22.0)];
    let road = [("highway", "primary")];
    let extract = fixture::write_pbf(&nodes, &[(&[1, 2, 4], &road), (&[1, 3, 4], &road)]);
    files.insert("two-ways.osm.pbf".into(), extract);
    let by_table = run(&files, &two_weeks()).0;
    assert_eq!(by_table.fastest.km, 500.0, "roads.csv goes before an extract");
    files.remove("roads.csv");
    files.insert("places.csv".into(), PLACES.replace("-0.4", "-0.6").into_bytes());
    let (result, findings) = run(&files, &two_weeks());
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!((result.routes, result.fastest.incidents), (2, 7), "by N, from the 8th to the 14th");
    assert!((result.fastest.km - 4.0 * 124.3).abs() < 1.0, "{}", result.fastest.km);
    let five = result.safest[2];
    assert_eq!((five.incidents, five.ratio), (0, Some(0.0)), "the second week goes by S");
    assert!((five.km - result.fastest.km - 4.0 * (129.7 - 124.3)).abs() < 1.0, "both weeks go by S: {}", five.km);
}

#[test]
fn the_counting_rule_can_be_set() {
    let more = "near the end A,2014-01-09,,one_sided,0.05,20.02,1,\nbeside the road,2014-01-09,,one_sided,0.6,21,1,\n";
    let files = small(&(attacks() + more));
    let met = |options: Options| run(&files, &options).0.fastest.incidents;
    assert_eq!(met(two_weeks()), 7);
    assert_eq!(met(Options { ends_km: 0.0, ..two_weeks() }), 8);
    assert_eq!(met(Options { radius_km: 12.0, ..two_weeks() }), 8);
    assert_eq!(met(Options { days: 3, ..two_weeks() }), 3);
    let (result, findings) = run(&files, &Options { radius_km: f64::NAN, days: 0, detours: vec![], ..two_weeks() });
    assert_eq!((result.fastest.incidents, findings.iter().filter(|f| f.code == "backtest-option").count()), (7, 3));
}

#[test]
fn a_route_knows_nothing_of_its_own_week() {
    let attacked = run(&small(&attacks()), &two_weeks()).0;
    let calm: String = attacks().lines().take(7).map(|line| format!("{line}\n")).collect();
    let quiet = run(&small(&calm), &Options { to: parse_date("2014-01-08").unwrap(), ..two_weeks() }).0;
    let first_week = run(&small(&attacks()), &Options { to: parse_date("2014-01-08").unwrap(), ..two_weeks() }).0;
    assert_eq!((attacked.fastest.incidents, quiet.fastest.incidents), (7, 0));
    let lengths = |result: &Backtest| result.safest.iter().chain(&result.reference).map(|t| t.km).collect::<Vec<_>>();
    assert_eq!(lengths(&quiet), lengths(&first_week), "only the week itself differs, so the routes are the same");
    assert_eq!(quiet.safest[2].ratio, None, "nothing met, nothing to compare");
}

#[test]
fn what_can_not_be_walked_is_said() {
    let files = small(&attacks());
    let ask = |options: Options| run(&files, &options).1;
    let typo = ask(Options { origins: vec!["Aa".into()], ..two_weeks() });
    assert!(typo.has("backtest-unknown-place") && typo.has("backtest-no-pairs"), "{typo:?}");
    assert!(ask(Options { to: parse_date("2013-01-01").unwrap(), ..two_weeks() }).has("backtest-no-weeks"));
    assert!(ask(Options { to: parse_date("2014-04-01").unwrap(), ..two_weeks() }).has("backtest-past-reports"));
    let (nothing, findings) = run(&Files::new(), &two_weeks());
    assert_eq!((nothing.routes, nothing.pairs), (0, 0));
    assert!(findings.has("file-missing") && findings.has("timezone-missing"));
    let mut files = files;
    files.insert("threat.toml".into(), b"radius_km = -1".to_vec());
    assert!(run(&files, &two_weeks()).1.has("threat-out-of-range"));
    files.insert("threat.toml".into(), b"radius = 1".to_vec());
    assert!(run(&files, &two_weeks()).1.has("threat-unreadable"));
}

#[test]
fn the_shipped_parameters_are_the_defaults() {
    let shipped = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/threat/params.toml")).unwrap();
    let mut findings = Findings::default();
    let params = read_params(&Files::from([("threat.toml".to_owned(), shipped)]), &mut findings);
    assert_eq!((params, findings), (Params::default(), Findings::default()));
}

#[test]
fn central_african_republic_2014() {
    let (result, _) = run(&car_2014(), &over("2013-12-15", "2014-06-30"));
    assert_eq!((result.weeks, result.pairs, result.routes), (29, 80, 2096), "two of seven destinations lie beyond a closed border");
    assert_eq!(result.origins.len(), 16);
    assert_eq!(result.destinations, ["East", "Belom", "Mole", "Betou", "Adamaoua", "Dosseye", "Boyabu"]);
    assert_eq!(result.fastest, Met { incidents: 3282, km: 1_577_108.0 });
    let (ours, crude) = (result.safest[2], result.reference[2]);
    assert!(ours.detour_percent <= 5.0 && crude.detour_percent <= 5.0);
    let ratio = ours.ratio.unwrap();
    // The headline of decision 0003: a change of more than a hundredth is a change of the model.
    assert!((ratio - 0.417).abs() < 0.01 && ratio <= 0.45 && ratio < crude.ratio.unwrap(), "{result}");
    assert!((crude.ratio.unwrap() - 0.425).abs() < 0.005, "{result}");
    assert!(result.oracle.ratio.unwrap() < 0.15, "{result}");
    let sum: u64 = result.by_origin.iter().map(|o| o.safest.incidents).sum();
    assert_eq!(sum, ours.incidents);
    assert_eq!(run(&car_2014(), &over("2013-12-15", "2014-06-30")).0, result, "the same input gives the same figures");
}
