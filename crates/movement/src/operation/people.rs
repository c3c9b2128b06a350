//! `people.csv`: who is to leave. What the planner may read is in [`Person`]; what only manifests and reports may read is in [`Profile`].

use super::needs::Needs;
use base::{Finding, Findings, Instant, LocalZone, Reason, Row, Sensitive, Table};
use roads::Network;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether a person agreed to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Consent {
    /// Informed consent is recorded.
    Given,
    /// Said no.
    Refused,
    /// Said yes and took it back.
    Withdrawn,
    /// Not asked, or not decided.
    Pending,
}

/// Whether a person can travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fitness {
    /// Fit.
    Fit,
    /// Not fit.
    Unfit,
    /// Fit until an instant; must have arrived by then.
    Until(Instant),
}

/// Age of a child as far as it decides how many an adult can look after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChildAge {
    /// Below 2.
    Baby,
    /// 2 to 5.
    Small,
    /// 6 to 12.
    School,
    /// 13 to 17.
    Youth,
}

impl ChildAge {
    /// The age of a child; one whose age is not known counts as small.
    fn of(age: Option<u32>, lap: bool) -> Self {
        match age {
            Some(0..=1) => Self::Baby,
            Some(6..=12) => Self::School,
            Some(13..) => Self::Youth,
            None if lap => Self::Baby,
            _ => Self::Small,
        }
    }
}

/// Degree of exposure, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// 1 critical, 2 high, 3 medium, 4 low.
    pub tier: u8,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Whether someone looked: a person never assessed is listed apart.
    pub assessed: bool,
}

/// A person as the planner sees one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Identifier.
    pub id: String,
    /// Household identifier.
    pub household: String,
    /// The household as registered, if it was cut: its parts travel in convoy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub convoy: Option<String>,
    /// Where the person is, by position in the network's places; `None` if it can't be told.
    pub site: Option<usize>,
    /// Degree of exposure.
    pub tier: Tier,
    /// Under 18 by what is known: the benefit of the doubt makes a child.
    pub child: bool,
    /// How much looking after a child takes; of no meaning for adults.
    pub age: ChildAge,
    /// Needs.
    pub needs: Needs,
    /// Consent.
    pub consent: Consent,
    /// Fitness to travel.
    pub fitness: Fitness,
    /// Children or others this person accompanies.
    pub accompanies: Vec<String>,
    /// Persons who must not travel with this one.
    pub not_with: Vec<String>,
    /// Destinations that are not safe for this person, by place.
    pub not_safe_for: Vec<usize>,
    /// Destinations this person agreed to, preferred first; empty for any.
    pub wishes: Vec<usize>,
    /// When the move was asked for.
    pub requested: Option<Instant>,
    /// Row in the file.
    pub row: u64,
    /// First problem of the row that makes it unsafe to plan with: its code.
    pub trouble: Option<String>,
}

/// What manifests and the disparity report may read, and the planner may not.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Profile {
    /// Name as said.
    pub name: Sensitive<String>,
    /// Sex as recorded.
    pub sex: String,
    /// Age in whole years at the start of the operation.
    pub age: Option<u32>,
    /// Whether the age is an estimate.
    pub age_estimated: bool,
    /// Whether the row says the person was generated.
    pub generated: bool,
}

/// Columns of `people.csv` that must be there.
pub const NEEDED: &[&str] = &["person_id", "household_id", "site"];

/// What a row of people is read against.
pub struct Context<'a> {
    /// Places.
    pub network: &'a Network,
    /// Time zone.
    pub zone: &'a LocalZone,
    /// Start of the operation: ages are taken then.
    pub starts: Instant,
    /// Rules of exposure.
    pub rules: Option<&'a exposure::Ruleset>,
    /// Assessments are judged as of this.
    pub as_of: Instant,
}

/// Reads the people: every row with any text becomes a person.
///
/// Codes beside those of [`Row`]: `person-twice`, `place-unknown`, those of the assessment, `consent-unreadable`,
/// `fitness-unreadable`, `age-out-of-range`, `tie-unknown`, `tie-to-self`,
/// `ties-in-a-circle`, `girl-without-a-woman`.
pub fn read(table: &Table, context: &Context<'_>, findings: &mut Findings) -> (Vec<Person>, Vec<Profile>) {
    let mut people: Vec<Person> = Vec::with_capacity(table.len());
    let mut profiles = Vec::with_capacity(table.len());
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for row in table.rows() {
        let tier = super::tiers::read(&row, context, findings);
        let mut own = Findings::default();
        let (mut person, profile) = read_one(&row, context, tier, &mut own);
        if let Some(line) = seen.get(&person.id) {
            own.push(
                row.error(
                    "person_id",
                    "person-twice",
                    format!("'{}' is already in row {line}", person.id),
                    "find out whether it is one person; both households are held until then",
                )
                .with("value", &person.id),
            );
            person.id = format!("{} (row {})", person.id, row.line);
        }
        person.trouble = own.iter().find(|f| f.severity == base::Severity::Error).map(|f| f.code.clone());
        seen.insert(person.id.clone(), row.line);
        findings.extend(own);
        people.push(person);
        profiles.push(profile);
    }
    check_ties(&mut people, &table.file, findings);
    look_for_women(&people, &profiles, &table.file, findings);
    (people, profiles)
}

/// Warns of an unaccompanied girl who has neither a woman as chaperone nor asked for one in the crew. The planner reads needs only, never sex:
/// whoever agrees writes the need down.
fn look_for_women(people: &[Person], profiles: &[Profile], file: &str, findings: &mut Findings) {
    let woman = |sex: &str| matches!(sex, "female" | "f" | "woman" | "girl");
    let women: std::collections::BTreeSet<&str> = people
        .iter()
        .zip(profiles)
        .filter(|(p, profile)| !p.child && woman(&profile.sex))
        .flat_map(|(p, _)| p.accompanies.iter().map(String::as_str))
        .collect();
    let alone = |p: &Person| p.needs.unaccompanied && !p.needs.woman_crew && !women.contains(p.id.as_str());
    for (girl, _) in people.iter().zip(profiles).filter(|(p, profile)| woman(&profile.sex) && alone(p)) {
        findings.push(
            Finding::warning(
                "girl-without-a-woman",
                "an unaccompanied girl has no woman as chaperone",
                "name a woman as chaperone, or write woman_crew into her needs",
            )
            .at(file, girl.row, "needs")
            .with("value", &girl.id),
        );
    }
}

fn read_one(row: &Row<'_>, context: &Context<'_>, tier: Tier, findings: &mut Findings) -> (Person, Profile) {
    let id = row.text("person_id", findings).map_or_else(|| format!("row {}", row.line), str::to_owned);
    let household = row.text("household_id", findings).map_or_else(|| format!("household of row {}", row.line), str::to_owned);
    let age = read_age(row, context, findings);
    let places = |column: &str, findings: &mut Findings| super::load::places(row, column, context.network, findings);
    let ids = |columns: &[&str]| columns.iter().flat_map(|c| row.list(c)).map(str::to_owned).collect();
    let needs = Needs::read(row, findings);
    let person = Person {
        household,
        convoy: None,
        site: super::load::place(row, "site", context.network, findings),
        tier,
        child: age.is_some_and(|a| a < 18) || needs.unaccompanied || needs.separated || needs.infant_lap,
        age: ChildAge::of(age, needs.infant_lap),
        needs,
        consent: read_consent(row, findings),
        fitness: read_fitness(row, context.zone, findings),
        accompanies: ids(&["chaperone_of", "carer_of"]),
        not_with: ids(&["not_with"]),
        not_safe_for: places("not_safe_for", findings),
        wishes: places("destination_wish", findings),
        requested: super::load::moment(row, "requested_at", context.zone, false, findings),
        row: row.line,
        trouble: None,
        id,
    };
    let profile = Profile {
        name: Sensitive::new(row.find("name").unwrap_or_default().into()),
        sex: row.find("sex").unwrap_or("unknown").to_lowercase(),
        age,
        age_estimated: row.flag("age_estimated", findings).unwrap_or(false),
        generated: row.flag("generated", findings).unwrap_or(false),
    };
    (person, profile)
}

fn read_age(row: &Row<'_>, context: &Context<'_>, findings: &mut Findings) -> Option<u32> {
    let age = match row.number("age", 0.0, findings) {
        Some(age) => age,
        None => f64::from(context.zone.civil(context.starts).year()) - row.number("birth_year", 0.0, findings)?,
    };
    if (0.0..=120.0).contains(&age) {
        return Some(age as u32);
    }
    findings.push(
        row.error("birth_year", "age-out-of-range", format!("the person would be {age} years old"), "check the year of birth")
            .with("value", age),
    );
    None
}

fn read_consent(row: &Row<'_>, findings: &mut Findings) -> Consent {
    match row.find("consent").map(str::to_lowercase).as_deref() {
        Some("given") => Consent::Given,
        Some("refused") => Consent::Refused,
        Some("withdrawn") => Consent::Withdrawn,
        Some("pending") | None => Consent::Pending,
        Some(other) => {
            findings.push(
                row.error(
                    "consent",
                    "consent-unreadable",
                    format!("'{other}' is no consent"),
                    "write given, refused, withdrawn or pending; until then it counts as pending",
                )
                .with("value", other),
            );
            Consent::Pending
        }
    }
}

fn read_fitness(row: &Row<'_>, zone: &LocalZone, findings: &mut Findings) -> Fitness {
    let text = row.find("fit_to_travel").unwrap_or("yes").to_lowercase();
    match text.as_str() {
        "yes" | "y" | "true" | "1" => return Fitness::Fit,
        "no" | "n" | "false" | "0" => return Fitness::Unfit,
        _ => {}
    }
    match text.strip_prefix("until").and_then(|t| zone.parse(&t.trim().to_uppercase()).ok()) {
        Some(at) => Fitness::Until(if text.trim().len() <= "until 2014-01-15".len() { at.plus_seconds(86_400) } else { at }),
        None => {
            findings.push(
                row.error(
                    "fit_to_travel",
                    "fitness-unreadable",
                    format!("'{text}' is not yes, no or until a date"),
                    "write yes, no or until 2014-01-20; until then it counts as no",
                )
                .with("value", &text),
            );
            Fitness::Unfit
        }
    }
}

/// Marks people whose ties lead nowhere, to themselves, or round in a circle.
fn check_ties(people: &mut [Person], file: &str, findings: &mut Findings) {
    let index: BTreeMap<String, usize> = people.iter().enumerate().map(|(i, p)| (p.id.clone(), i)).collect();
    let mut troubles: Vec<(usize, Finding)> = Vec::new();
    for (i, person) in people.iter().enumerate() {
        for (column, ids) in [("chaperone_of", &person.accompanies), ("not_with", &person.not_with)] {
            for id in ids {
                let at = |f: Finding| f.at(file, person.row, column).with("value", id);
                match index.get(id) {
                    None => troubles.push((
                        i,
                        at(Finding::error(
                            "tie-unknown",
                            format!("'{id}' is no person of this file"),
                            "correct the identifier; the household is held until then",
                        )),
                    )),
                    Some(j) if *j == i => {
                        troubles.push((i, at(Finding::error("tie-to-self", "the person is tied to themselves", "name the other person"))))
                    }
                    Some(_) => {}
                }
            }
        }
    }
    for i in in_circles(people, &index) {
        let at = Finding::error(
            "ties-in-a-circle",
            "those who accompany each other form a circle",
            "say who is the one in care; all of them are held until then",
        );
        troubles.push((i, at.at(file, people[i].row, "chaperone_of")));
    }
    for (i, finding) in troubles {
        people[i].trouble.get_or_insert_with(|| finding.code.clone());
        findings.push(finding);
    }
}

/// People on a circle of ties, or between two circles: what is left after taking away, again and again, whoever accompanies no one or is accompanied by no one.
fn in_circles(people: &[Person], index: &BTreeMap<String, usize>) -> Vec<usize> {
    let ties: Vec<(usize, usize)> = people
        .iter()
        .enumerate()
        .flat_map(|(i, p)| p.accompanies.iter().filter_map(move |id| Some((i, *index.get(id)?))))
        .filter(|(i, j)| i != j)
        .collect();
    let mut left: std::collections::BTreeSet<usize> = ties.iter().flat_map(|(i, j)| [*i, *j]).collect();
    loop {
        let live = |t: &&(usize, usize)| left.contains(&t.0) && left.contains(&t.1);
        let from: std::collections::BTreeSet<usize> = ties.iter().filter(live).map(|t| t.0).collect();
        let to: std::collections::BTreeSet<usize> = ties.iter().filter(live).map(|t| t.1).collect();
        let next: std::collections::BTreeSet<usize> = from.intersection(&to).copied().collect();
        if next.len() == left.len() {
            return next.into_iter().collect();
        }
        left = next;
    }
}
