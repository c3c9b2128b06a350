//! What is generated holds together, and is what the other rooms can read without a complaint.

use super::{GeneratedFiles, ScenarioFacts, generate};
use base::{Findings, Row, Table};
use exposure::{AssessReport, Ruleset, assess_file};
use std::collections::{BTreeMap, BTreeSet};

const PLACES: &[u8] = include_bytes!("../../../../scenarios/car-2014/places.csv");
const OPERATION: &[u8] = include_bytes!("../../../../scenarios/car-2014/operation.toml");

fn facts() -> ScenarioFacts {
    let files = BTreeMap::from([("places.csv".to_owned(), PLACES.to_vec()), ("operation.toml".to_owned(), OPERATION.to_vec())]);
    let mut findings = Findings::default();
    let facts = ScenarioFacts::read(&files, &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    facts.unwrap()
}

fn table(files: &GeneratedFiles, name: &str) -> Table {
    let mut findings = Findings::default();
    let table = Table::read(name, &files[name], &[], &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    table
}

fn assessed(files: &GeneratedFiles) -> AssessReport {
    let facts = facts();
    assess_file(&files["people.csv"], "people.csv", facts.starts, &facts.zone, &Ruleset::built_in().unwrap())
}

fn age(row: &Row<'_>) -> i64 {
    2014 - row.find("birth_year").unwrap().parse::<i64>().unwrap()
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let facts = facts();
    assert_eq!(generate(&facts, 500, 1), generate(&facts, 500, 1));
    assert_ne!(generate(&facts, 500, 1)["people.csv"], generate(&facts, 500, 2)["people.csv"]);
}

#[test]
fn the_shipped_operation_is_what_two_thousand_and_seed_one_give() {
    let files = generate(&facts(), 2000, 1);
    let shipped: [(&str, &[u8]); 3] = [
        ("people.csv", include_bytes!("../../../../scenarios/car-2014/people.csv")),
        ("fleet.csv", include_bytes!("../../../../scenarios/car-2014/fleet.csv")),
        ("destinations.csv", include_bytes!("../../../../scenarios/car-2014/destinations.csv")),
    ];
    for (name, bytes) in shipped {
        assert!(files[name] == bytes, "{name} differs: run `amana generate --scenario car-2014 --people 2000 --seed 1`");
    }
}

#[test]
fn any_number_of_people_is_exact_and_every_row_says_it_is_generated() {
    let facts = facts();
    for people in [0, 1, 2, 7, 2000, 10_001] {
        let files = generate(&facts, people, 3);
        let table = table(&files, "people.csv");
        let ids: BTreeSet<&str> = table.rows().filter_map(|r| r.find("person_id")).collect();
        assert_eq!((table.len(), ids.len()), (people, people));
        assert!(table.rows().all(|r| r.find("generated") == Some("yes") && r.find("person_id").unwrap().starts_with("GEN-")));
    }
}

#[test]
fn households_and_ages_are_those_of_the_region() {
    let files = generate(&facts(), 20_000, 1);
    let table = table(&files, "people.csv");
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    table.rows().for_each(|r| *sizes.entry(r.find("household_id").unwrap()).or_default() += 1);
    let mean = table.len() as f64 / sizes.len() as f64;
    assert!((4.5..5.6).contains(&mean) && sizes.values().all(|s| (1..=12).contains(s)), "mean {mean}");
    let share = |ages: std::ops::Range<i64>| table.rows().filter(|r| ages.contains(&age(r))).count() * 100 / table.len();
    assert!((38..=52).contains(&share(0..15)) && (3..=7).contains(&share(60..120)), "{} {}", share(0..15), share(60..120));
    let women = table.rows().filter(|r| r.find("sex") == Some("female")).count() * 100 / table.len();
    assert!((48..=55).contains(&women), "{women}");
}

#[test]
fn ties_name_people_of_the_same_site_and_close_no_circle() {
    let files = generate(&facts(), 20_000, 1);
    let table = table(&files, "people.csv");
    let people: BTreeMap<&str, Row<'_>> = table.rows().map(|r| (r.find("person_id").unwrap(), r)).collect();
    let mut accompanied = BTreeSet::new();
    let mut ties = [0; 3];
    for (id, row) in &people {
        for (index, column) in ["chaperone_of", "carer_of", "not_with"].into_iter().enumerate() {
            for other in row.list(column) {
                let them = people[other];
                ties[index] += 1;
                assert!(other != *id && them.find("site") == row.find("site"));
                match index {
                    0 => assert!(age(row) >= 25 && them.list("needs").contains(&"unaccompanied")),
                    1 => assert!(age(row) >= 18),
                    _ => assert!(them.list("not_with").contains(id) && them.find("household_id") != row.find("household_id")),
                }
                if index < 2 {
                    accompanied.insert(other);
                }
            }
        }
    }
    assert!(ties.iter().all(|n| *n > 20), "{ties:?}");
    let leads = people.iter().filter(|(_, r)| !r.list("chaperone_of").is_empty() || !r.list("carer_of").is_empty());
    assert!(leads.into_iter().all(|(id, _)| !accompanied.contains(id)), "whoever is looked after looks after nobody");
}

#[test]
fn assessments_give_every_tier_and_no_finding() {
    let report = assessed(&generate(&facts(), 2000, 1));
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    let share = |tier: u8| report.people_by_tier[&tier] * 100 / 2000;
    assert!((2..=12).contains(&share(1)) && (10..=30).contains(&share(2)) && (20..=45).contains(&share(3)), "{:?}", report.people_by_tier);
    assert_eq!(report.people_by_status.len(), 4, "{:?}", report.people_by_status);
    assert!(report.incomplete > 5);
}

#[test]
fn the_threat_does_not_depend_on_who_someone_is() {
    let report = assessed(&generate(&facts(), 100_000, 1));
    for dimension in report.disparity.iter().filter(|d| ["nationality", "ethnicity", "religion"].contains(&d.dimension.as_str())) {
        for group in dimension.groups.iter().filter(|g| g.assessed > 3000) {
            assert!(!group.review, "{}: {group:?}", dimension.dimension);
        }
    }
}

#[test]
fn capacities_are_slightly_scarce_and_vehicles_fit_the_people() {
    for people in [2000, 20_000, 100_000] {
        let files = generate(&facts(), people, 1);
        let sum = |file: &str, column: &str, except: &str| -> usize {
            let table = table(&files, file);
            table.rows().filter(|r| r.find("place") != Some(except)).map(|r| r.find(column).unwrap().parse::<usize>().unwrap()).sum()
        };
        let places = sum("destinations.csv", "capacity_total", "Mole");
        assert!((82..90).contains(&(places * 100 / people)), "{places}");
        let seats = sum("fleet.csv", "seats", "");
        assert!(people / seats < 20 && seats * 14 > people, "{seats}");
        assert!(table(&files, "fleet.csv").rows().all(|r| r.find("configurations").unwrap().starts_with(&format!(
            "{}/{}/{}",
            r.find("seats").unwrap(),
            r.find("wheelchair_bays").unwrap(),
            r.find("stretchers").unwrap()
        ))));
    }
}

#[test]
fn a_scenario_of_other_places_works_too() {
    let mut findings = Findings::default();
    let places =
        b"place,country,lat,lon,kind,population\nAlpha,SDN,1,1,town,5000\nBeta,SDN,1,2,town,\nGamma,SDN,2,2,town,70\nSafe,TCD,3,3,camp,\n";
    let files = BTreeMap::from([("places.csv".to_owned(), places.to_vec()), ("operation.toml".to_owned(), OPERATION.to_vec())]);
    let facts = ScenarioFacts::read(&files, &mut findings).unwrap();
    let made = generate(&facts, 200, 1);
    let sites: BTreeSet<String> = table(&made, "people.csv").rows().filter_map(|r| r.find("site").map(str::to_owned)).collect();
    assert!(sites.iter().all(|s| ["Alpha", "Beta", "Gamma"].contains(&s.as_str())));
    assert_eq!(table(&made, "destinations.csv").rows().filter_map(|r| r.find("place")).collect::<Vec<_>>(), ["Safe"]);
    assert!(ScenarioFacts::read(&BTreeMap::new(), &mut findings).is_none() && findings.has("file-missing"));
}
