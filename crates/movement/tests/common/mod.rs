//! A small operation, and a valid plan for it made by hand.
//!
//! Alpha - Mid - Camp - Delta lie on one road, an hour apart; Bravo lies an hour off Mid. The bus takes H1, H2 and H3 from Alpha and H5 from
//! Bravo to Camp, breaks, comes back for H6 and brings it to Delta. H4 has not consented.
#![allow(dead_code, reason = "each test uses its part")]

use base::{Instant, Reason};
use movement::operation::{Files, Operation};
use movement::plan::{Changes, Inversion, Leg, Measure, Plan, Queued, Stop, Stretch, TierSummary, Trip, Waiting};
use movement::problem::{Capacity, Mode};

pub const SETTINGS: &str = r#"
name = "test"
timezone = "Africa/Bangui"
starts = "2014-01-15T05:00"
horizon_hours = 72
"#;

pub const PLACES: &str = "place,country,lat,lon
Alpha,CAF,4.0,18.0
Mid,CAF,4.0,18.4
Camp,CAF,4.0,18.8
Delta,CAF,4.0,19.2
Bravo,CAF,4.3,18.4
";

pub const ROADS: &str = "from,to,km,class
Alpha,Mid,50,primary
Mid,Camp,50,primary
Camp,Delta,50,primary
Bravo,Mid,40,secondary
";

pub const PEOPLE: &str =
    "person_id,household_id,site,age,sex,exposure_tier,needs,consent,fit_to_travel,chaperone_of,not_with,destination_wish,requested_at,name
A1,H1,Alpha,40,female,1,,given,yes,,,Camp,2014-01-14T08:00,Ada
A2,H1,Alpha,1,male,4,infant_lap,given,yes,,,Camp,,Abe
U1,H2,Alpha,14,female,2,unaccompanied; best_interests_cleared; woman_crew,given,yes,,,,2014-01-14T09:00,Uma
C1,H3,Alpha,30,female,3,,given,yes,U1,,,2014-01-14T10:00,Cleo
W1,H4,Alpha,50,male,2,,pending,yes,,,,2014-01-14T07:00,Wim
B1,H5,Bravo,70,male,3,wheelchair; no_night; max_ride_min=300; service=clinic; equipment=oxygen; medical_escort,given,until 2014-01-16,,,,,Bo
B2,H5,Bravo,65,female,3,,given,yes,,,,,Bea
D1,H6,Alpha,25,male,4,,given,yes,,B1,,,Dan
";

pub const FLEET: &str = "vehicle_id,depot,kind,seats,configurations,woman_crew,medical_crew,equipment,range_km
bus-1,Alpha,bus,10,6/2/0,yes,yes,oxygen,600
car-2,Camp,4x4,4,,no,no,,
";

pub const DESTINATIONS: &str = "place,capacity_total,capacity_per_day,services,opens,closes
Camp,50,20,clinic,06:00,20:00
Delta,50,20,clinic,06:00,20:00
";

pub fn files() -> Files {
    let all = [
        ("operation.toml", SETTINGS),
        ("places.csv", PLACES),
        ("roads.csv", ROADS),
        ("people.csv", PEOPLE),
        ("fleet.csv", FLEET),
        ("destinations.csv", DESTINATIONS),
    ];
    all.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect()
}

pub fn operation() -> Operation {
    let (operation, findings) = Operation::read(&files(), None);
    assert!(!findings.has_errors(), "{findings:?}");
    operation.unwrap()
}

/// Local time on 15 January.
pub fn at(text: &str) -> Instant {
    format!("2014-01-15T{text}:00+01:00").parse().unwrap()
}

pub fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|s| (*s).to_owned()).collect()
}

pub fn stop(place: &str, arrive: &str, depart: &str, board: &[&str], alight: &[&str]) -> Stop {
    Stop { place: place.into(), arrive: at(arrive), begin: at(arrive), depart: at(depart), board: strings(board), alight: strings(alight) }
}

/// An hour's drive.
pub fn hour(from: &str, to: &str, enter: &str, road: u32, km: f64) -> Stretch {
    Stretch {
        from: from.into(),
        to: to.into(),
        enter: at(enter),
        leave: at(enter).plus_seconds(3600),
        driving: 3600,
        km,
        risk: 0.01,
        roads: vec![road],
    }
}

pub fn leg(stretches: Vec<Stretch>) -> Leg {
    Leg { km: stretches.iter().map(|s| s.km).sum(), risk: stretches.iter().map(|s| s.risk).sum(), stretches }
}

pub fn plan() -> Plan {
    let first = Trip {
        id: 1,
        vehicle: "bus-1".into(),
        configuration: Capacity { seats: 6, bays: 2, stretchers: 0 },
        stops: vec![
            stop("Alpha", "05:00", "05:09", &["H1", "H2", "H3"], &[]),
            stop("Bravo", "07:09", "07:12", &["H5"], &[]),
            stop("Camp", "09:12", "09:16", &[], &["H1", "H2", "H3", "H5"]),
        ],
        legs: vec![
            leg(vec![hour("Alpha", "Mid", "05:09", 0, 50.0), hour("Mid", "Bravo", "06:09", 3, 40.0)]),
            leg(vec![hour("Bravo", "Mid", "07:12", 3, 40.0), hour("Mid", "Camp", "08:12", 1, 50.0)]),
        ],
    };
    let second = Trip {
        id: 2,
        vehicle: "bus-1".into(),
        configuration: Capacity { seats: 10, bays: 0, stretchers: 0 },
        stops: vec![
            stop("Camp", "09:46", "09:57", &[], &[]),
            stop("Alpha", "11:57", "12:00", &["H6"], &[]),
            stop("Delta", "15:45", "15:46", &[], &["H6"]),
        ],
        legs: vec![
            leg(vec![hour("Camp", "Mid", "09:57", 1, 50.0), hour("Mid", "Alpha", "10:57", 0, 50.0)]),
            leg(vec![
                hour("Alpha", "Mid", "12:00", 0, 50.0),
                hour("Mid", "Camp", "13:00", 1, 50.0),
                hour("Camp", "Delta", "14:45", 2, 50.0),
            ]),
        ],
    };
    let queued = |household: &str, people, tier, site: &str, ride: Option<(u32, &str, &str)>| Queued {
        household: household.into(),
        people,
        tier,
        site: site.into(),
        trip: ride.map(|r| r.0),
        pickup: ride.map(|r| at(r.1)),
        destination: ride.map(|r| r.2.to_owned()),
        reasons: Vec::new(),
    };
    let summary = |tier, people, moved, hours| TierSummary {
        tier,
        people,
        moved,
        mean_wait_hours: hours,
        last_wait_hours: hours,
        held: u32::from(tier == 2),
        measure: Measure { harm: 1.0, officer: 1.0, bound: 0.5, held: 0.0 },
    };
    let operation = operation();
    Plan {
        operation: "test".into(),
        inputs: operation.inputs.clone(),
        as_of: operation.starts,
        starts: operation.starts,
        from: operation.starts,
        ends: operation.ends(),
        mode: Mode::Tiers,
        seed: 1,
        iterations: 0,
        hazard_scale: 1.0,
        changes: Changes::default(),
        trips: vec![first, second],
        waiting: vec![Waiting {
            household: "H4".into(),
            people: 1,
            tier: 2,
            site: "Alpha".into(),
            reason: Reason::new("consent-pending").with("count", 1).with("of", 1),
            lifts: vec![Reason::new("lift-consent")],
        }],
        queue: vec![
            queued("H1", 2, 1, "Alpha", Some((1, "05:09", "Camp"))),
            queued("H2", 1, 2, "Alpha", Some((1, "05:09", "Camp"))),
            queued("H3", 1, 2, "Alpha", Some((1, "05:09", "Camp"))),
            queued("H4", 1, 2, "Alpha", None),
            queued("H5", 2, 3, "Bravo", Some((1, "07:12", "Camp"))),
            queued("H6", 1, 4, "Alpha", Some((2, "12:00", "Delta"))),
        ],
        inversions: vec![Inversion { site: "Alpha".into(), later: "H4".into(), trip: 1, reason: Reason::new("consent-pending") }],
        tiers: vec![summary(1, 2, 2, 0.15), summary(2, 3, 2, 0.15), summary(3, 2, 2, 2.2), summary(4, 1, 1, 7.0)],
        total: Measure { harm: 15.0, officer: 15.0, bound: 7.5, held: 0.0 },
    }
}
