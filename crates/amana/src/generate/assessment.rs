//! What an assessor would have noted: the cells from which `exposure` makes the tier.

use super::draw::Draw;
use super::facts::ScenarioFacts;
use super::person::{Assessed, Household, Kind, Person, Sex};

/// Flags that force critical: such an assessment was made in the last hours.
const CRITICAL: [&str; 3] = ["violence_ongoing", "child_alone_tonight", "life_threatening_state"];

const BY_HAND: [(&str, &str); 4] = [
    ("1", "named in a list that was read out at the market"),
    ("2", "seen and decided at the gate, the form is still to be written"),
    ("3", "known to the site committee, to be assessed this week"),
    ("4", "lives with relatives, no threat named"),
];

/// What holds for the whole household.
struct Shared {
    threat: u8,
    risk: &'static str,
    evidence: String,
    items: Vec<&'static str>,
    capacities: Vec<&'static str>,
    flags: Vec<&'static str>,
}

/// Fills the assessment of everyone in a household. Nationality, ethnicity and religion are not looked at.
pub(super) fn fill(household: &mut Household, scenario: &ScenarioFacts, draw: &mut Draw) {
    let style = draw.below(1000);
    if style < 55 {
        return;
    }
    if style < 80 {
        let (tier, reason) =
            draw.weighted(&[(BY_HAND[0], 10), (BY_HAND[1], 25), (BY_HAND[2], 30), (BY_HAND[3], 35)]).copied().unwrap_or_default();
        let at = scenario.date(-draw.range(0, 3));
        for person in &mut household.people {
            person.assessment = Assessed { tier: tier.into(), tier_reason: reason.into(), at: at.clone(), ..Assessed::default() };
        }
        return;
    }
    let shared = share(household, scenario, draw);
    let stale = style < 130;
    let days = if stale { draw.range(9, 45) } else { draw.range(0, 5) };
    let assisted = household.people.iter().filter(|p| p.age >= 15 && !p.is_cared_for()).count();
    let dependants = household.people.iter().filter(|p| p.age < 15 || p.is_cared_for()).count();
    let kind = household.kind;
    for person in &mut household.people {
        if !person.is_adult() && draw.chance(8) {
            continue;
        }
        let mut assessed = assess(person, &shared, kind, assisted, dependants, draw);
        let critical = assessed.flags.iter().any(|f| CRITICAL.contains(f));
        assessed.at = if critical && !stale {
            scenario.stamp(scenario.starts.plus_seconds(-draw.range(2 * 60, 20 * 60) * 60))
        } else {
            scenario.date(-days)
        };
        person.assessment = assessed;
    }
}

fn share(household: &Household, scenario: &ScenarioFacts, draw: &mut Draw) -> Shared {
    let threat = draw.weighted(&[(0, 20), (1, 180), (2, 430), (3, 285), (4, 85)]).copied().unwrap_or(1);
    let risk = draw.weighted(&[("GPC02", 60), ("GPC12", 18), ("GPC15", 12), ("GPC01", 7), ("GPC13", 3)]).copied().unwrap_or("GPC02");
    let mut items = Vec::new();
    for (item, permille) in [
        ("no_income_no_aid", 550),
        ("unsafe_shelter", 450),
        ("no_documents", 280),
        ("no_information", 300),
        ("losing_home", 240),
        ("no_shared_language", 30),
        ("smuggler_debt", 20),
    ] {
        if draw.chance(permille) {
            items.push(item);
        }
    }
    let mut capacities = Vec::new();
    for (capacity, permille, unless) in [
        ("usable_documents", 350, "no_documents"),
        ("community_protection", 200, ""),
        ("own_resources", 250, "no_income_no_aid"),
        ("service_engaged", 150, ""),
        ("safe_place", 80, "losing_home"),
    ] {
        if draw.chance(permille) && !items.contains(&unless) {
            capacities.push(capacity);
        }
    }
    let mut flags = Vec::new();
    if threat == 4 && draw.chance(450) {
        flags.push("violence_ongoing");
    }
    if threat >= 3 && draw.chance(130) {
        flags.push("death_threat");
    }
    if items.contains(&"losing_home") && draw.chance(100) {
        flags.push("eviction_72h");
    }
    if household.kind == Kind::ChildrenAlone {
        flags.push("unaccompanied_child");
        if draw.chance(150) {
            flags.push("child_alone_tonight");
        }
    }
    Shared { threat, risk, evidence: evidence(threat, scenario, draw), items, capacities, flags }
}

fn evidence(threat: u8, scenario: &ScenarioFacts, draw: &mut Draw) -> String {
    if threat < 2 {
        return String::new();
    }
    let kinds = [("own_statement", 60), ("witness", 20), ("incident_record", 12), ("site_monitoring", 8)];
    let mut one = || {
        let kind = draw.weighted(&kinds).copied().unwrap_or("own_statement");
        let day = scenario.date(-draw.range(6, 20));
        format!("{kind}@{day}/{}{}", draw.word(&["A", "B", "B", "C"]), draw.range(1, 4))
    };
    if threat == 4 { format!("{};{}", one(), one()) } else { one() }
}

fn assess(person: &Person, shared: &Shared, kind: Kind, assisted: usize, dependants: usize, draw: &mut Draw) -> Assessed {
    let mut items = shared.items.clone();
    let mut capacities = shared.capacities.clone();
    let mut flags = shared.flags.clone();
    let alone = assisted <= usize::from(person.age >= 15 && !person.is_cared_for());
    for (item, applies) in [
        ("child_without_caregiver", kind == Kind::ChildrenAlone),
        ("untreated_condition", person.ill && draw.chance(600)),
        ("late_pregnancy_or_birth", person.needs.iter().any(|n| is_late(n))),
        ("sole_carer_of_three", person.is_adult() && alone && dependants >= 3),
        ("older_alone", kind == Kind::OlderAlone),
        ("past_serious_violence", person.age >= 15 && draw.chance(40)),
        ("acute_distress", person.age >= 15 && draw.chance(80)),
        ("controlled_by_abuser", person.age >= 12 && draw.chance(2)),
    ] {
        if applies {
            items.push(item);
        }
    }
    if kind != Kind::ChildrenAlone && draw.chance(if person.is_adult() { 200 } else { 600 }) {
        capacities.push("trusted_adult");
    }
    if person.separated && draw.chance(500) {
        flags.push("separated_unverified_carer");
    }
    if person.needs("stretcher") && draw.chance(250) {
        flags.push("life_threatening_state");
    }
    let mut threat = shared.threat.to_string();
    let mut risk = shared.risk.to_owned();
    if (12..18).contains(&person.age) && person.sex == Sex::Male && draw.chance(20) {
        flags.push("recruitment");
        threat += ";2";
        risk += ";GPC07";
    } else if person.sex == Sex::Female && person.age >= 12 && draw.chance(60) {
        threat += if draw.chance(800) { ";2" } else { ";1" };
        risk += ";GPC08";
    }
    let mut unknown = Vec::new();
    if draw.chance(110) {
        let asked = ["no_documents", "past_serious_violence", "smuggler_debt", "acute_distress", "no_information", "safe_place"];
        for _ in 0..draw.range(1, 4) {
            let item = draw.word(&asked);
            if !unknown.contains(&item) && !items.contains(&item) && !capacities.contains(&item) {
                unknown.push(item);
            }
        }
    }
    Assessed {
        threat,
        risk,
        evidence: shared.evidence.clone(),
        vulnerabilities: items,
        capacities,
        flags,
        unknown,
        washington_group: washington_group(person, draw),
        assistant: if person.age < 6 || !person.is_cared_for() {
            ""
        } else if alone {
            "no"
        } else {
            "yes"
        },
        ..Assessed::default()
    }
}

fn is_late(need: &str) -> bool {
    need.strip_prefix("pregnant_weeks=").and_then(|w| w.parse::<u32>().ok()).is_some_and(|w| w >= 28)
}

/// Six answers for those who are surely 5 years and over: a year of birth alone leaves two ages.
fn washington_group(person: &Person, draw: &mut Draw) -> String {
    if person.age < 6 {
        return String::new();
    }
    let mild = if person.age >= 60 { 250 } else { 40 };
    let mut answers: [u8; 6] = [1; 6];
    for answer in &mut answers {
        if draw.chance(mild) {
            *answer = 2;
        }
    }
    let strong = if person.age >= 60 { 60 } else { 10 };
    let domain = draw.below(6) as usize;
    if draw.chance(strong)
        && let Some(answer) = answers.get_mut(domain)
    {
        *answer = if draw.chance(4) { 7 } else { 3 };
    }
    let [_, _, walking, _, self_care, _] = &mut answers;
    if person.needs("stretcher") {
        (*walking, *self_care) = (4, 4);
    } else if person.needs("wheelchair") {
        *walking = if draw.chance(600) { 4 } else { 3 };
    } else if person.needs("assistance") {
        *walking = 3;
    }
    answers.map(|a| a.to_string()).join(";")
}
