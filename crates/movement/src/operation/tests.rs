//! Broken files: every problem is named at once, with its place; nobody is lost.

use super::*;
use base::Findings;

const TOML: &str = "name = \"T\"\ntimezone = \"Africa/Bangui\"\nstarts = \"2014-01-15T05:00\"\nhorizon_hours = 48\n";
const PLACES: &str = "place,lat,lon,country\nA,4.3,18.5,CAF\nB,5.3,18.6,CAF\nC,6.3,18.4,CAF\n";
const ROADS: &str = "from,to,km\nA,B,130\nB,C,140\n";
const PEOPLE: &str = "person_id,household_id,site,birth_year,exposure_tier,consent\np1,h1,A,1980,1,given\n";
const FLEET: &str = "vehicle_id,depot,seats\nbus-1,A,40\n";
const DESTINATIONS: &str = "place,capacity_total\nC,100\n";

fn files() -> Files {
    let all = [
        ("operation.toml", TOML),
        ("places.csv", PLACES),
        ("roads.csv", ROADS),
        ("people.csv", PEOPLE),
        ("fleet.csv", FLEET),
        ("destinations.csv", DESTINATIONS),
        ("incidents.csv", "event_id,date_start,kind,lat,lon\n"),
    ];
    all.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect()
}

fn read(file: &str, bytes: &[u8]) -> (Option<Operation>, Findings) {
    let mut files = files();
    files.insert(file.into(), bytes.to_vec());
    Operation::read(&files, None)
}

#[test]
fn a_sound_folder_has_no_errors() {
    let (operation, findings) = Operation::read(&files(), None);
    assert!(!findings.has_errors(), "{findings:?}");
    let operation = operation.unwrap();
    assert_eq!((operation.people.len(), operation.households.len(), operation.fleet.len(), operation.destinations.len()), (1, 1, 1, 1));
    assert_eq!(operation.starts.to_string(), "2014-01-15T04:00:00Z");
}

#[test]
fn the_day_of_knowledge_moves_the_start() {
    let zone = zone(&files()).unwrap();
    let (operation, _) = Operation::read(&files(), Some(zone.parse("2014-02-01").unwrap()));
    assert_eq!(operation.unwrap().starts, zone.parse("2014-02-01T05:00").unwrap());
}

/// (file, content, code, row)
const BROKEN: &[(&str, &str, &str, Option<u64>)] = &[
    ("people.csv", "person_id,site\np1,A\n", "missing-column", Some(1)),
    ("people.csv", "person_id,household_id,site\np1,h1,Atlantis\n", "place-unknown", Some(2)),
    ("people.csv", "person_id,household_id,site\np1,h1,A\np1,h2,A\n", "person-twice", Some(3)),
    ("people.csv", "person_id,household_id,site\n,h1,A\n", "missing-value", Some(2)),
    ("people.csv", "person_id,household_id,site,chaperone_of\np1,h1,A,nobody\n", "tie-unknown", Some(2)),
    ("people.csv", "person_id,household_id,site,chaperone_of\np1,h1,A,p1\n", "tie-to-self", Some(2)),
    ("people.csv", "person_id,household_id,site,chaperone_of\np1,h1,A,p2\np2,h2,A,p3\np3,h3,A,p1\n", "ties-in-a-circle", Some(2)),
    ("people.csv", "person_id,household_id,site,birth_year\np1,h1,A,1802\n", "age-out-of-range", Some(2)),
    ("people.csv", "person_id,household_id,site,consent\np1,h1,A,perhaps\n", "consent-unreadable", Some(2)),
    ("people.csv", "person_id,household_id,site,fit_to_travel\np1,h1,A,soon\n", "fitness-unreadable", Some(2)),
    ("people.csv", "person_id,household_id,site,needs\np1,h1,A,wings\n", "need-unknown", Some(2)),
    ("people.csv", "person_id,household_id,site,needs\np1,h1,A,max_ride_min=long\n", "need-unreadable", Some(2)),
    ("people.csv", "person_id,household_id,site\np1,h1,A\np2,h1,B\n", "household-apart", Some(2)),
    ("people.csv", "", "no-header", None),
    ("fleet.csv", "vehicle_id,depot,seats\nbus-1,A,-4\n", "number-too-small", Some(2)),
    ("fleet.csv", "vehicle_id,depot,seats\nbus-1,A,0\n", "no-room", Some(2)),
    ("fleet.csv", "vehicle_id,depot,seats\nbus-1,A,40\nbus-1,A,40\n", "vehicle-twice", Some(3)),
    ("fleet.csv", "vehicle_id,depot,seats,configurations\nbus-1,A,40,many\n", "configuration-unreadable", Some(2)),
    ("fleet.csv", "vehicle_id,depot,seats,speed_factor\nbus-1,A,40,9\n", "speed-factor", Some(2)),
    ("fleet.csv", "vehicle_id,depot,seats,available_from,available_to\nbus-1,A,40,2014-01-20,2014-01-15\n", "dates-swapped", Some(2)),
    ("destinations.csv", "place,opens,closes\nC,18:00,06:00\n", "hours-swapped", Some(2)),
    ("destinations.csv", "place\nC\nC\n", "destination-twice", Some(3)),
    ("destinations.csv", "place\nC\n", "capacity-unknown", Some(2)),
    ("roads.csv", "from,to,km\nA,B,20\n", "road-shorter-than-straight", Some(2)),
    ("incidents.csv", "event_id,date_start,kind,lat,lon\ne1,2030-01-01,one_sided,4.3,18.5\n", "reports-after-as-of", None),
    ("operation.toml", "name = \"T\"\ntimezone = \"Mars\"\nstarts = \"2014-01-15\"\nhorizon_hours = 1\n", "timezone-unknown", None),
    ("operation.toml", "name = \"T\"\ntimezone = \"UTC\"\nstarts = \"soon\"\nhorizon_hours = 1\n", "starts-unreadable", None),
    ("operation.toml", "name = \"T\"\ntimezone = \"UTC\"\nstarts = \"2014-01-15\"\nhorizon_hours = 0\n", "setting-out-of-range", None),
    ("operation.toml", "name = \"T\"\nwhat = 1\n", "settings-unreadable", Some(2)),
];

#[test]
fn each_broken_file_is_named_with_code_and_row() {
    for (file, content, code, row) in BROKEN {
        let (_, findings) = read(file, content.as_bytes());
        let found = findings.iter().find(|f| f.code == *code);
        let found = found.unwrap_or_else(|| panic!("{file}: {code} not in {:?}", findings.iter().map(|f| &f.code).collect::<Vec<_>>()));
        assert_eq!(found.file.as_deref(), Some(*file), "{code}");
        if row.is_some() {
            assert_eq!(found.row, *row, "{code}");
        }
        assert!(!found.remedy.is_empty(), "{code}");
    }
}

#[test]
fn every_row_of_people_stays_a_person() {
    let csv = "person_id,household_id,site,consent\np1,h1,A,given\np1,h2,Atlantis,x\n,,,given\np3,\"h3,A,given\n";
    let (operation, findings) = read("people.csv", csv.as_bytes());
    assert!(findings.has_errors());
    assert_eq!(operation.unwrap().people.len(), 4);
}

#[test]
fn bytes_that_are_no_text_are_no_panic() {
    for name in ["operation.toml", "places.csv", "roads.csv", "people.csv", "fleet.csv", "destinations.csv", "incidents.csv"] {
        for bytes in [&b"\xff\xfe\x00\x01,\n\"\n\x80"[..], b"", b"\n\n\n", b",,,\n,,,\n"] {
            let (_, findings) = read(name, bytes);
            assert!(!findings.is_empty(), "{name}");
        }
    }
}

#[test]
fn an_unaccompanied_child_needs_a_chaperone_and_a_cleared_step() {
    let csv = |needs: &str, tie: &str| {
        format!("person_id,household_id,site,birth_year,needs,consent,chaperone_of\nc,h1,A,2003,{needs},given,\nw,h2,A,1980,,given,{tie}\n")
    };
    let block = |csv: String| {
        let operation = read("people.csv", csv.as_bytes()).0.unwrap();
        let groups = group(&operation, 1);
        let with_child = groups.iter().find(|g| g.members.contains(&0)).unwrap().clone();
        (operation.block(&with_child).map(|b| b.0.code), with_child.households.len())
    };
    assert_eq!(block(csv("unaccompanied;best_interests_cleared", "")), (Some("no-chaperone".into()), 1));
    assert_eq!(block(csv("unaccompanied", "c")), (Some("best-interests-open".into()), 2));
    assert_eq!(block(csv("unaccompanied;best_interests_cleared", "c")), (None, 2));
}

/// (years of birth of the unaccompanied children, chaperones, whether they are too few)
const ESCORTS: &[(&[u32], usize, bool)] = &[
    (&[2013], 1, false),
    (&[2013, 2013], 1, true),
    (&[2013, 2013], 2, false),
    (&[2010, 2010, 2010], 1, false),
    (&[2010, 2010, 2010, 2010], 1, true),
    (&[2005, 2005, 2005, 2005, 2005, 2005], 1, false),
    (&[2005, 2005, 2005, 2005, 2005, 2010, 2010], 1, true),
    (&[2000, 2000, 2000, 2000, 2000, 2010], 1, false),
];

#[test]
fn chaperones_escort_as_many_children_as_their_ages_allow() {
    for (births, chaperones, few) in ESCORTS {
        let mut csv = "person_id,household_id,site,birth_year,needs,consent,chaperone_of\n".to_owned();
        for (i, birth) in births.iter().enumerate() {
            csv += &format!("c{i},h{i},A,{birth},unaccompanied;best_interests_cleared,given,\n");
        }
        let all: Vec<String> = (0..births.len()).map(|i| format!("c{i}")).collect();
        for w in 0..*chaperones {
            csv += &format!("w{w},w{w},A,1980,,given,{}\n", all.join(";"));
        }
        let operation = read("people.csv", csv.as_bytes()).0.unwrap();
        let code = operation.block(&group(&operation, 1)[0]).map(|b| b.0.code);
        assert_eq!(code, few.then(|| "too-few-escorts".to_owned()), "{births:?} with {chaperones}");
    }
}

#[test]
fn a_girl_alone_without_a_woman_beside_her_is_said() {
    let warned = |sex: &str, needs: &str, chaperone: &str| {
        let csv = format!(
            "person_id,household_id,site,birth_year,sex,needs,chaperone_of\nc,h1,A,2003,{sex},unaccompanied;{needs},\nw,h2,A,1980,{chaperone},,c\n"
        );
        read("people.csv", csv.as_bytes()).1.iter().any(|f| f.code == "girl-without-a-woman")
    };
    assert!(warned("female", "", "male"));
    assert!(!warned("female", "woman_crew", "male"));
    assert!(!warned("female", "", "female"));
    assert!(!warned("male", "", "male"));
}
