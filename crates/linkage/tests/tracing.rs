//! A true match survives each single way in which an inquiry may differ.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "../examples/tracing/people.rs"]
mod people;

use linkage::columns;
use linkage::find::Finder;
use linkage::model::Expect;
use people::{Draw, HEAD, Person, SPOILT, Spoilt};

const PEOPLE: usize = 10_000;
const EACH: usize = 8;

#[test]
fn the_true_match_stays_in_the_top_ten() {
    let mut draw = Draw::new(7);
    let persons: Vec<Person> = (0..PEOPLE).map(|_| Person::draw(&mut draw)).collect();
    let mut left = HEAD.to_owned();
    persons.iter().enumerate().for_each(|(n, person)| person.write(&n.to_string(), false, &mut draw, &mut left));
    let mut finder = Finder::new(columns::read("left.csv", left.as_bytes()).0, Expect::OneAtMost);
    let late = finder.add(finder.records()[1].clone());
    let mut missed = Vec::new();
    for how in SPOILT {
        for (n, person) in persons.iter().enumerate().skip(100).take(EACH) {
            let (mut person, mut right) = (person.clone(), HEAD.to_owned());
            person.spoil(how, &mut draw);
            person.write("asked", how == Spoilt::Typo, &mut draw, &mut right);
            let asked = columns::read("right.csv", right.as_bytes()).0;
            if !finder.find(&asked[0], 10, None).iter().any(|p| p.at == n) {
                missed.push((how, right));
            }
        }
    }
    assert!(missed.is_empty(), "{missed:?}");
    let found = finder.find(&finder.records()[1], 2, None);
    assert!(found.iter().any(|p| p.at == late), "who arrived later is found too");
}
