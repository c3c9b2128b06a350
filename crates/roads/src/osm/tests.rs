use super::fixture::{Way, write_pbf};
use super::*;
use crate::{Cost, Weights, find_fastest};

/// A town: a main road 1-2-3-4-5 with a village road to 6 and back into it at 4, a one-way ring, a private drive, a footpath, an island.
fn town() -> Vec<u8> {
    let nodes = [
        (1, 4.00, 18.00),
        (2, 4.00, 18.01),
        (3, 4.00, 18.02),
        (4, 4.00, 18.03),
        (5, 4.00, 18.04),
        (6, 4.02, 18.02),
        (7, 4.01, 18.04),
        (8, 4.01, 18.05),
        (9, 4.00, 18.05),
        (20, 5.00, 18.00),
        (21, 5.00, 18.01),
    ];
    let ways: [Way<'_>; 8] = [
        (&[1, 2, 3], &[("highway", "primary"), ("maxspeed", "40")]),
        (&[3, 4, 5], &[("highway", "primary"), ("name", "Main")]),
        (&[2, 6, 4], &[("highway", "track")]),
        (&[5, 7, 8, 9, 5], &[("highway", "residential"), ("junction", "roundabout")]),
        (&[1, 7], &[("highway", "service"), ("access", "private")]),
        (&[1, 6], &[("highway", "footway")]),
        (&[20, 21], &[("highway", "residential")]),
        (&[8, 99], &[("highway", "residential"), ("oneway", "yes")]),
    ];
    write_pbf(&nodes, &ways)
}

fn place(name: &str, lat: f64, lon: f64) -> Place {
    Place {
        name: name.into(),
        point: Point { lat, lon },
        kind: "town".into(),
        country: String::new(),
        admin1: String::new(),
        population: None,
    }
}

fn import(bytes: &[u8], places: &[Place]) -> (Network, Findings) {
    let mut findings = Findings::default();
    let network = import_osm("town.osm.pbf", bytes, places, &OsmOptions::default(), &mut findings);
    (network, findings)
}

#[test]
fn a_town_becomes_junctions_with_places_on_them() {
    let places = [place("West", 4.001, 18.0), place("Hill", 4.021, 18.02), place("Ring", 4.011, 18.05), place("Far", 4.2, 18.0)];
    let (network, findings) = import(&town(), &places);
    let codes: Vec<&str> = findings.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(codes, ["osm-nodes-missing", "osm-parts-cut-off", "place-far-from-road"]);
    // Junctions 2, 4 and 5; the end 1; places at 6 and 8. Point 3 joins two ways and is none.
    assert_eq!(network.node_count(), 6);
    let node = |name| network.find_node(name).unwrap();
    assert_eq!(network.place_at(node("Far")).unwrap().name, "Hill");
    let weights = Weights::by_road(&network, |road| Some(Cost { seconds: Speeds::default().seconds(&network, road), risk: 0 }));
    let there = find_fastest(&network, &weights, node("West"), node("Ring")).unwrap();
    let back = find_fastest(&network, &weights, node("Ring"), node("West")).unwrap();
    // 0.01 degrees are 1.11 km: by the main road at 40 and 60 km/h, then the ring at 25 km/h, one way.
    let (a, ring) = (1.109, 1.112);
    assert!((there.km() - (4.0 * a + ring + a)).abs() < 0.01, "{there:?}");
    assert!((back.km() - (4.0 * a + ring + a)).abs() < 0.01, "{back:?}");
    assert_ne!(there.roads(&network).last(), back.roads(&network).next());
    let expected = 3600.0 * (2.0 * a / 40.0 + 2.0 * a / 60.0 + (ring + a) / 25.0);
    assert!((there.seconds as f64 - expected).abs() < 5.0, "{there:?} {expected}");
    let main = network.roads_between(node("West"), there.nodes[1]);
    assert_eq!(network.class_name(network.link(main[0]).class), "primary");
}

#[test]
fn bends_are_kept_where_a_road_is_not_straight() {
    let (network, _) = import(&town(), &[]);
    let detour = network.roads().find(|(_, link)| !link.bends.is_empty() && !link.one_way).unwrap();
    let shape: Vec<Point> = network.shape(detour.0).collect();
    assert_eq!(shape.len(), 3);
    assert!((shape[1].lat - 4.02).abs() < 1e-6);
    let (from, to) = (Point { lat: 0.0, lon: 0.0 }, Point { lat: 0.0, lon: 1.0 });
    let line = [Point { lat: 0.235, lon: 0.3 }, Point { lat: 0.4, lon: 0.5 }, Point { lat: 0.195, lon: 0.75 }];
    assert_eq!(simplify(from, &line, to, 1.0), [line[1]]);
    assert_eq!(simplify(from, &line, to, 0.0), line);
    assert!(simplify(from, &[], to, 1.0).is_empty());
}

#[test]
fn what_is_no_extract_is_said() {
    for (bytes, code) in [(&b""[..], "osm-unreadable"), (b"from,to,km\nA,B,3\n", "osm-unreadable"), (&write_pbf(&[], &[]), "osm-no-roads")]
    {
        let (network, findings) = import(bytes, &[place("West", 4.0, 18.0)]);
        assert!(findings.has(code) && findings.has_errors(), "{findings:?}");
        assert_eq!((network.node_count(), network.links().len(), network.places().len()), (0, 0, 0));
    }
}

/// Cut anywhere and with any bit flipped, a file gives findings or a network, and routes on it, but no panic.
#[test]
fn broken_files_do_no_harm() {
    let whole = town();
    let places = [place("West", 4.0, 18.0), place("Ring", 4.01, 18.05)];
    let try_bytes = |bytes: &[u8]| {
        let (network, findings) = import(bytes, &places);
        let weights = Weights::by_road(&network, |road| Some(Cost { seconds: Speeds::default().seconds(&network, road), risk: 1 }));
        if let (Some(a), Some(b)) = (network.find_node("West"), network.find_node("Ring")) {
            find_fastest(&network, &weights, a, b);
        }
        findings.has_errors()
    };
    let broken = (0..whole.len()).filter(|length| try_bytes(&whole[..*length])).count();
    assert!(broken > whole.len() / 2, "{broken}");
    for bit in 0..whole.len() * 8 {
        let mut flipped = whole.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        try_bytes(&flipped);
    }
    // Numbers as large as the format can write them, where small ones stood.
    let huge = [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
    for at in 0..whole.len() - 2 * huge.len() {
        let mut damaged = whole.clone();
        damaged[at..at + huge.len()].copy_from_slice(&huge);
        try_bytes(&damaged);
        damaged[at + huge.len()..at + 2 * huge.len()].copy_from_slice(&huge);
        try_bytes(&damaged);
    }
}
