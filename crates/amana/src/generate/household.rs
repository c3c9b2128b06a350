//! Households of the sizes and ages met in the region: about five people, nearly half of them under 15.

use super::draw::Draw;
use super::facts::ScenarioFacts;
use super::names::{self, Register};
use super::person::{Assessed, Household, Kind, Person, Sex};

const LARGEST: usize = 12;

const KINDS: [(Kind, u64); 9] = [
    (Kind::Couple, 430),
    (Kind::Extended, 235),
    (Kind::SingleMother, 155),
    (Kind::LoneAdult, 45),
    (Kind::Grandparents, 50),
    (Kind::CoupleAlone, 40),
    (Kind::SingleFather, 25),
    (Kind::ChildrenAlone, 25),
    (Kind::OlderAlone, 20),
];

/// Numbers of children at home.
const CHILDREN: [(i64, u64); 10] = [(1, 16), (2, 21), (3, 21), (4, 16), (5, 11), (6, 7), (7, 4), (8, 2), (9, 1), (10, 1)];

/// Age and sex of a person to be, and whether they are separated.
type Member = (i64, Sex, bool);

/// Exactly so many people in households; the last one is cut to fit.
pub(super) fn households(scenario: &ScenarioFacts, sites: &[(String, u64)], people: usize, draw: &mut Draw) -> Vec<Household> {
    let mut all = Vec::with_capacity(people / 5 + 1);
    let mut count = 0;
    while count < people {
        let mut kind = draw.weighted(&KINDS).copied().unwrap_or(Kind::Couple);
        let mut members = compose(kind, draw);
        members.truncate(LARGEST.min(people - count));
        if members.len() == 1 && !matches!(kind, Kind::ChildrenAlone | Kind::OlderAlone) {
            kind = Kind::LoneAdult;
        }
        all.push(name(scenario, sites, kind, &members, count, all.len(), draw));
        count += members.len();
    }
    all
}

fn either(draw: &mut Draw) -> Sex {
    if draw.chance(500) { Sex::Female } else { Sex::Male }
}

fn compose(kind: Kind, draw: &mut Draw) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    match kind {
        Kind::Couple | Kind::Extended | Kind::CoupleAlone => {
            let woman = if kind == Kind::CoupleAlone { draw.range(18, 70) } else { draw.range(19, 48) };
            members.push((woman + draw.range(0, 9), Sex::Male, false));
            members.push((woman, Sex::Female, false));
            if kind != Kind::CoupleAlone {
                children(woman, &mut members, draw);
            }
        }
        Kind::SingleMother => {
            let woman = draw.range(19, 48);
            members.push((woman, Sex::Female, false));
            children(woman, &mut members, draw);
        }
        Kind::SingleFather => {
            let man = draw.range(24, 55);
            members.push((man, Sex::Male, false));
            children(man - 4, &mut members, draw);
        }
        Kind::Grandparents => {
            let woman = draw.range(56, 76);
            members.push((woman, Sex::Female, false));
            if draw.chance(350) {
                members.push((woman + draw.range(0, 8), Sex::Male, false));
            }
            for _ in 0..draw.range(1, 5) {
                members.push((draw.range(2, 16), either(draw), false));
            }
        }
        Kind::LoneAdult => {
            let sex = if draw.chance(700) { Sex::Male } else { Sex::Female };
            members.push((draw.range(18, 55), sex, false));
        }
        Kind::OlderAlone => members.push((draw.range(60, 84), either(draw), false)),
        Kind::ChildrenAlone => {
            let oldest = draw.range(6, 17);
            members.push((oldest, either(draw), false));
            if draw.chance(250) {
                members.push((draw.range(4, oldest), either(draw), false));
            }
        }
    }
    if kind == Kind::Extended {
        extend(&mut members, draw);
    }
    if matches!(kind, Kind::Couple | Kind::SingleMother | Kind::Extended) && draw.chance(40) {
        members.push((draw.range(3, 16), either(draw), true));
    }
    members
}

/// Children of a woman of this age who are still at home.
fn children(mother: i64, members: &mut Vec<Member>, draw: &mut Draw) {
    let most = (mother - 17).min(23);
    let count = draw.weighted(&CHILDREN).copied().unwrap_or(3).min(1 + (mother - 18) / 2);
    for _ in 0..count {
        members.push((draw.range(0, most), either(draw), false));
    }
}

/// Grandparents, siblings and other kin.
fn extend(members: &mut Vec<Member>, draw: &mut Draw) {
    if draw.chance(600) {
        let sex = if draw.chance(650) { Sex::Female } else { Sex::Male };
        members.push((draw.range(55, 82), sex, false));
    }
    for _ in 0..draw.range(0, 3) {
        members.push((draw.range(4, 38), either(draw), false));
    }
}

fn name(
    scenario: &ScenarioFacts,
    sites: &[(String, u64)],
    kind: Kind,
    members: &[Member],
    first: usize,
    index: usize,
    draw: &mut Draw,
) -> Household {
    let muslim = draw.chance(520);
    let religion = if muslim { "muslim" } else { draw.weighted(&[("christian", 92), ("animist", 8)]).copied().unwrap_or_default() };
    let ethnicity = if muslim {
        draw.word(&["Peul", "Haoussa", "Arabe", "Gula", "Rounga", "Kara", "Bornou"])
    } else {
        draw.word(&["Gbaya", "Banda", "Mandja", "Sara", "Mboum", "Ngbaka", "Yakoma", "Ali"])
    };
    let foreign = draw.chance(if muslim { 200 } else { 30 });
    let nationality = if foreign { draw.word(&["TCD", "TCD", "CMR", "SDN", "NGA", "COD", "MLI"]) } else { "CAF" };
    let register = if !muslim {
        Register::Christian
    } else if draw.chance(80) {
        Register::Arabic
    } else {
        Register::Muslim
    };
    let family = names::family(register, draw);
    let asked = scenario.starts.plus_seconds(-draw.range(12 * 60, 8 * 24 * 60) * 60);
    let people = members
        .iter()
        .zip(first + 1..)
        .map(|((age, sex, separated), number)| Person {
            id: format!("GEN-{number:06}"),
            name: format!("{} {family}", names::given(register, *sex, draw)),
            sex: *sex,
            age: *age,
            birth_year: scenario.year() - age,
            age_estimated: draw.chance(if *age >= 50 { 600 } else { 300 }),
            separated: *separated,
            ill: draw.chance(if *age >= 60 { 90 } else { 22 }),
            needs: Vec::new(),
            consent: "given",
            fit: "yes".into(),
            chaperone_of: Vec::new(),
            carer_of: Vec::new(),
            not_with: Vec::new(),
            assessment: Assessed::default(),
        })
        .collect();
    Household {
        id: format!("GEN-H{:05}", index + 1),
        kind,
        site: draw.weighted(sites).cloned().unwrap_or_default(),
        nationality,
        ethnicity,
        religion,
        requested_at: scenario.stamp(asked),
        wishes: Vec::new(),
        not_safe_for: Vec::new(),
        people,
    }
}
