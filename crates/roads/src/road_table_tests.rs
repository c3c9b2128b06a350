use super::*;
use crate::{ClosureEnds, apply_closures, find_fastest, find_islands, read_closures, read_places};
use crate::{Cost, Speeds, Weights};

const PLACES: &str = "place,country,admin1,lat,lon,kind,population
Alpha,CAF,X,5.0,18.0,town,100
Beta,CAF,X,5.0,18.5,town,
Gamma,TCD,Y,5.5,18.5,camp,0
Delta,CAF,X,5.2,18.9,town,
";

fn table(file: &str, text: &str, findings: &mut Findings) -> Table {
    Table::read(file, text.as_bytes(), &[], findings)
}

fn read(roads: &str) -> (Network, Findings) {
    let mut findings = Findings::default();
    let places = read_places(&table("places.csv", PLACES, &mut findings), &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    let network = read_roads(&table("roads.csv", roads, &mut findings), &places, &zone(), &mut findings);
    (network, findings)
}

fn zone() -> LocalZone {
    LocalZone::find("Africa/Bangui").unwrap()
}

fn facts(name: &str) -> Table {
    let path = format!("{}/../../scenarios/car-2014/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut findings = Findings::default();
    let table = Table::read(name, &bytes, &[], &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    table
}

/// One broken row each: the code that must be found, and whether the row is kept.
#[test]
fn each_broken_row_is_named() {
    let header = "from,to,km,class,speed_kmh,one_way,closed_from,closed_to,night_closed\n";
    let good = "Alpha,Beta,60,,,,,,\nBeta,Gamma,60,,,,,,\nGamma,Delta,60,,,,,,\n";
    assert_eq!(read(&format!("{header}{good}")).1, Findings::default());
    for (row, code, kept) in [
        ("Alpha,Bta,60", "road-unknown-place", false),
        ("Alpha,,60", "missing-value", false),
        ("Alpha,Alpha,60", "road-self-loop", false),
        ("Alpha,Delta,-3", "road-length-impossible", false),
        ("Alpha,Delta,0", "road-length-impossible", false),
        ("Alpha,Delta,NaN", "road-length-impossible", false),
        ("Alpha,Delta,40000", "road-length-impossible", false),
        ("Alpha,Delta,far", "unreadable-value", false),
        ("Alpha,Delta,", "missing-value", false),
        ("Beta,Alpha,60", "road-duplicate", false),
        ("Beta,Alpha,70", "road-parallel", true),
        ("Alpha,Delta,50", "road-shorter-than-straight", true),
        ("Alpha,Delta,400", "road-much-longer-than-straight", true),
        ("Alpha,Delta,130,,0", "number-too-small", true),
        ("Alpha,Delta,130,,,maybe", "unreadable-value", true),
        ("Alpha,Delta,130,,,,someday,", "closure-date-unreadable", true),
        ("Alpha,Delta,130,,,,2014-02-01,2014-01-01", "closure-dates-exchanged", true),
    ] {
        let pad = ",".repeat(8 - row.matches(',').count());
        let (network, findings) = read(&format!("{header}{good}{row}{pad}\n"));
        assert!(findings.has(code), "{row}: {findings:?}");
        assert!(findings.iter().all(|f| f.file.as_deref() == Some("roads.csv") && f.row == Some(5)), "{row}: {findings:?}");
        assert_eq!(network.links().len(), if kept { 4 } else { 3 }, "{row}");
    }
}

#[test]
fn an_unknown_name_gets_a_suggestion() {
    let (_, findings) = read("from,to,km\nAlhpa,Beta,60\n");
    assert!(findings.iter().any(|f| f.code == "road-unknown-place" && f.remedy == "write Alpha"), "{findings:?}");
}

#[test]
fn one_way_roads_go_one_way_and_cut_off_places_are_named() {
    let (network, findings) = read("from,to,km,one_way\nAlpha,Beta,60,yes\nBeta,Gamma,60,no\nGamma,Delta,60,no\n");
    let weights = Weights::by_road(&network, |road| Some(Cost { seconds: Speeds::default().seconds(&network, road), risk: 0 }));
    let node = |name| network.find_node(name).unwrap();
    let there = find_fastest(&network, &weights, node("alpha"), node("GAMMA")).unwrap();
    assert_eq!((there.meters, there.seconds, there.nodes.len()), (120_000, 10_800, 3));
    assert_eq!(find_fastest(&network, &weights, node("Gamma"), node("Alpha")), None);
    let cut = findings.iter().find(|f| f.code == "place-unreachable").unwrap();
    assert_eq!(cut.args["places"], "Alpha");
    assert!(find_islands(&network).on_mainland(node("Delta")) && !find_islands(&network).on_mainland(node("Alpha")));
    let (_, findings) = read("from,to,km\nAlpha,Beta,60\nGamma,Delta,60\n");
    assert_eq!(findings.iter().find(|f| f.code == "places-cut-off").unwrap().args["places"], "Gamma, Delta");
}

#[test]
fn closures_close_borders_and_roads_for_whole_local_days() {
    let (mut network, mut findings) = read("from,to,km\nAlpha,Beta,60\nBeta,Gamma,60\nGamma,Delta,60\n");
    let rows = "country_a,country_b,from,to,closed_from,closed_to,note
caf,TCD,,,2014-05-13,2014-05-14,said
,,Alpha,Beta,2014-01-01,,
,,Alpha,Gamma,2014-01-01,,
,,Alpha,Gama,2014-01-01,,
CAF,COD,,,2014-01-01,,
,,Alpha,,2014-01-01,,
";
    let closures = read_closures(&table("closures.csv", rows, &mut findings), &zone(), &mut findings);
    assert_eq!(closures.len(), 5);
    assert_eq!(closures[0].ends, ClosureEnds::Countries("caf".into(), "TCD".into()));
    assert_eq!(apply_closures(&mut network, &closures, &mut findings), 3);
    let codes: Vec<(&str, Option<u64>)> = findings.iter().map(|f| (f.code.as_str(), f.row)).collect();
    let expected = [("closure-without-pair", 7), ("closure-without-road", 4), ("closure-unknown-place", 5), ("closure-without-road", 6)];
    assert_eq!(codes, expected.map(|(code, row)| (code, Some(row))));
    let border = &network.links()[1];
    for (at, closed) in [("2014-05-12T23:59", false), ("2014-05-13", true), ("2014-05-14T23:59", true), ("2014-05-15", false)] {
        assert_eq!(border.is_closed(zone().parse(at).unwrap()), closed, "{at}");
    }
    assert!(network.links()[0].is_closed(zone().parse("2031-01-01").unwrap()));
    assert!(!network.links()[0].is_closed(zone().parse("2013-12-31").unwrap()));
}

#[test]
fn the_facts_of_2014_are_one_mainland_but_bili_with_three_roads_too_short() {
    let mut findings = Findings::default();
    let places = read_places(&facts("places.csv"), &mut findings);
    let mut network = read_roads(&facts("roads.csv"), &places, &zone(), &mut findings);
    assert_eq!((network.node_count(), network.links().len(), network.arcs().len()), (63, 86, 172));
    let codes: Vec<(&str, Option<u64>)> = findings.iter().map(|f| (f.code.as_str(), f.row)).collect();
    let short = "road-shorter-than-straight";
    let expected = [
        (short, Some(30)),
        (short, Some(55)),
        ("road-much-longer-than-straight", Some(61)),
        (short, Some(72)),
        ("place-unreachable", None),
    ];
    assert_eq!(codes, expected, "{findings:?}");
    assert_eq!(findings.0[4].args["places"], "Bili");
    let closures = read_closures(&facts("border_closures.csv"), &zone(), &mut findings);
    assert_eq!(apply_closures(&mut network, &closures, &mut findings), 8);
    let mole = network.roads_between(network.find_node("Bangui").unwrap(), network.find_node("Mole").unwrap());
    assert_eq!(mole.len(), 1);
    assert!(network.link(mole[0]).is_closed(zone().parse("2014-01-15").unwrap()));
}
