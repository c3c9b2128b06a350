//! The records as the list of people that `movement::operation` reads: one row a person, in the order in which they were registered.

use super::facts::{Facts, Roster, UNKNOWN};
use base::{Instant, LocalZone, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// The columns, of which none says faith, descent or nationality.
const COLUMNS: [&str; 31] = [
    "person_id",
    "household_id",
    "name",
    "generated",
    "site",
    "sex",
    "birth_year",
    "age",
    "age_estimated",
    "exposure_tier",
    "tier_reason",
    "assessed_at",
    "changed_at",
    "threat",
    "threat_risk",
    "evidence",
    "vulnerabilities",
    "capacities",
    "red_flags",
    "unknown_items",
    "wg",
    "wg_assistant",
    "needs",
    "consent",
    "fit_to_travel",
    "chaperone_of",
    "carer_of",
    "not_with",
    "not_safe_for",
    "destination_wish",
    "requested_at",
];

/// The list, and which record each of its people is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Listed {
    /// The table, as `people.csv`.
    pub(crate) table: Vec<u8>,
    /// By the number under which a plan names a person: their record, and that of their household.
    pub(crate) people: BTreeMap<String, (RecordId, Option<RecordId>)>,
}

/// The day for which a list is made: year, month, day.
type Day = (i32, i32, i32);

/// What is known about whom.
#[derive(Default)]
struct Around<'a> {
    exposure: BTreeMap<RecordId, &'a Facts>,
    difficulties: BTreeMap<RecordId, &'a Facts>,
    travel: BTreeMap<RecordId, &'a Facts>,
    consent: BTreeMap<RecordId, &'a Facts>,
    household: BTreeMap<RecordId, RecordId>,
    members: BTreeMap<RecordId, Vec<RecordId>>,
    parts: BTreeMap<RecordId, Vec<&'a Facts>>,
}

impl Roster {
    /// The list of all who were assessed or asked to travel, and of their households, as it stands for an operation that begins at an instant.
    pub fn list(&self, zone: &LocalZone, begins: Instant) -> Listed {
        let date = zone.civil(begins).date();
        let day = (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
        let around = self.around();
        let asked: BTreeSet<RecordId> = around.exposure.keys().chain(around.travel.keys()).copied().collect();
        let with: BTreeSet<RecordId> = asked.iter().filter_map(|person| around.household.get(person)).copied().collect();
        let listed = asked.iter().copied().chain(with.iter().filter_map(|home| around.members.get(home)).flatten().copied());
        let listed: BTreeSet<RecordId> = listed.filter(|person| self.is(*person, "person")).collect();
        let homes = self.numbers(with.iter().copied());
        // Two people with one number are for people to sort out: the reader holds both.
        let names: BTreeMap<RecordId, String> = listed.iter().map(|person| (*person, self.number(*person))).collect();
        let mut people = BTreeMap::new();
        let mut csv = csv::Writer::from_writer(Vec::new());
        // Writing to memory can't fail.
        let _ = csv.write_record(COLUMNS);
        for (person, number) in &names {
            let home = around.household.get(person).copied();
            people.entry(number.clone()).or_insert((*person, home));
            let mut row = self.row(*person, &around, day);
            row.insert("person_id", number.clone());
            row.insert("household_id", home.and_then(|home| homes.get(&home).cloned()).unwrap_or_else(|| number.clone()));
            for tie in around.parts.get(&around.travel.get(person).map_or(*person, |travel| travel.placement.record)).into_iter().flatten()
            {
                let other = match tie.record("tied_to") {
                    Some(other) => names.get(&other).cloned().unwrap_or_else(|| self.number(other)),
                    None => tie.cell("tied_to_number").unwrap_or_default().to_owned(),
                };
                if let Some(column) = COLUMNS.iter().find(|column| tie.cell("tie") == Some(column)) {
                    *row.entry(column).or_default() += &format!("{other};");
                }
            }
            let _ = csv.write_record(COLUMNS.map(|column| row.get(column).map_or("", String::as_str)));
        }
        Listed { table: csv.into_inner().unwrap_or_default(), people }
    }

    fn is(&self, record: RecordId, kind: &str) -> bool {
        self.facts.get(&record).is_some_and(|facts| facts.placement.kind.as_str() == kind)
    }

    /// The number that an organisation gave, or the display code.
    fn number(&self, record: RecordId) -> String {
        let facts = self.facts.get(&record);
        let found = facts.and_then(|facts| facts.cell("number").filter(|text| *text != UNKNOWN).or_else(|| facts.cell("code")));
        found.map_or_else(|| record.to_string(), str::to_owned)
    }

    /// A number for each, its display code where another has the same.
    fn numbers(&self, records: impl Iterator<Item = RecordId>) -> BTreeMap<RecordId, String> {
        let numbers: BTreeMap<RecordId, String> = records.map(|record| (record, self.number(record))).collect();
        let mut times = BTreeMap::<&str, u32>::new();
        numbers.values().for_each(|number| *times.entry(number).or_default() += 1);
        let code = |record| self.facts.get(record).and_then(|facts| facts.cell("code")).map_or_else(|| record.to_string(), str::to_owned);
        let alone = |number: &str| times.get(number).is_none_or(|times| *times == 1);
        numbers.iter().map(|(record, number)| (*record, if alone(number) { number.clone() } else { code(record) })).collect()
    }

    /// Who belongs to whom; of several looks at one thing, the last.
    fn around(&self) -> Around<'_> {
        let mut around = Around::default();
        for facts in self.facts.values() {
            match facts.placement.kind.as_str() {
                "assessment" if facts.cells.keys().any(|field| field.starts_with("wg_")) => {
                    keep_last(&mut around.difficulties, facts.record("person"), facts);
                }
                "assessment" if TRAVEL.iter().any(|field| facts.cell(field).is_some()) => {
                    keep_last(&mut around.travel, facts.record("person"), facts);
                }
                "assessment" if EXPOSURE.iter().any(|field| facts.cell(field).is_some()) => {
                    keep_last(&mut around.exposure, facts.record("person"), facts);
                }
                "consent" if facts.cell("purpose") == Some("movement") => {
                    keep_last(&mut around.consent, facts.placement.parent, facts);
                }
                "member" if facts.cell("left_on").is_none() => {
                    if let (Some(person), Some(home)) =
                        (facts.record("member"), facts.placement.parent.filter(|home| self.is(*home, "household")))
                    {
                        around.household.insert(person, home);
                    }
                }
                "evidence" | "tie" => {
                    if let Some(parent) = facts.placement.parent {
                        around.parts.entry(parent).or_default().push(facts);
                    }
                }
                _ => {}
            }
        }
        for (person, home) in &around.household {
            around.members.entry(*home).or_default().push(*person);
        }
        around
    }

    fn row(&self, person: RecordId, around: &Around<'_>, day: Day) -> BTreeMap<&'static str, String> {
        let mut row = BTreeMap::new();
        if let Some(facts) = self.facts.get(&person) {
            copy(&mut row, facts, &[("name", "name"), ("sex", "sex")]);
            born(&mut row, facts.cell("birth_date").or_else(|| facts.cell("age_reported")).unwrap_or_default(), day);
        }
        if let Some(facts) = around.exposure.get(&person) {
            exposed(&mut row, facts, around.parts.get(&facts.placement.record).map_or(&[], Vec::as_slice), &self.asked);
        }
        if let Some(facts) = around.difficulties.get(&person) {
            let digits = WG.map(|field| facts.cell(field).filter(|text| *text != UNKNOWN).unwrap_or("9"));
            row.insert("wg", digits.join(";"));
            row.insert("wg_assistant", yes_no(facts.cell("wg_assistant")));
        }
        if let Some(facts) = around.travel.get(&person) {
            travels(&mut row, facts);
        }
        // Whoever did not ask themselves is where their household is.
        let here = around.household.get(&person).and_then(|home| around.members.get(home)).into_iter().flatten();
        let site = std::iter::once(&person).chain(here).find_map(|member| around.travel.get(member)?.cell("boards_at"));
        row.insert("site", site.unwrap_or_default().to_owned());
        row.insert("consent", around.consent.get(&person).map_or("pending", |facts| consented(facts, day)).to_owned());
        row
    }
}

/// Fields that tell a request to travel, and an assessment of exposure.
const TRAVEL: [&str; 3] = ["boards_at", "fitness", "requested_at"];
const EXPOSURE: [&str; 5] = ["threat", "red_flags", "vulnerabilities", "capacities", "tier_by_hand"];
const WG: [&str; 6] = ["wg_seeing", "wg_hearing", "wg_walking", "wg_remembering", "wg_self_care", "wg_communicating"];

fn keep_last<'a>(map: &mut BTreeMap<RecordId, &'a Facts>, of: Option<RecordId>, facts: &'a Facts) {
    let Some(of) = of else { return };
    let when = |facts: &Facts| {
        let made = facts.cell("assessed_at").or_else(|| facts.cell("requested_at")).and_then(|text| text.parse::<Instant>().ok());
        (made, facts.placement.record)
    };
    if map.get(&of).is_none_or(|old| when(old) < when(facts)) {
        map.insert(of, facts);
    }
}

fn copy(row: &mut BTreeMap<&'static str, String>, facts: &Facts, fields: &[(&'static str, &str)]) {
    let known = fields.iter().filter_map(|(column, field)| Some((*column, facts.cell(field).filter(|text| *text != UNKNOWN)?.to_owned())));
    row.extend(known);
}

fn yes_no(cell: Option<&str>) -> String {
    cell.map_or("", |text| if text == "true" { "yes" } else { "no" }).to_owned()
}

/// Year of birth, or where a month is known the age in whole years on the day: nobody is made older than they may be.
fn born(row: &mut BTreeMap<&'static str, String>, written: &str, day: Day) {
    let latest = written.rsplit('/').next().unwrap_or_default();
    let mut parts = latest.trim_end_matches('~').split('-').map(|text| text.parse::<i32>().ok());
    let Some(year) = parts.next().flatten() else { return };
    let age = day.0 - year;
    match (parts.next().flatten(), parts.next().flatten()) {
        (Some(month), of_month) => {
            let before = (day.1, day.2) < (month, of_month.unwrap_or(31));
            row.insert("age", (age - i32::from(before)).max(0).to_string());
        }
        _ => drop(row.insert("birth_year", year.to_string())),
    }
    row.insert("age_estimated", if written.ends_with('~') { "yes" } else { "no" }.to_owned());
}

fn exposed(row: &mut BTreeMap<&'static str, String>, facts: &Facts, evidence: &[&Facts], asked: &BTreeMap<&'static str, String>) {
    copy(
        row,
        facts,
        &[
            ("assessed_at", "assessed_at"),
            ("changed_at", "changed_at"),
            ("threat_risk", "threat_risks"),
            ("red_flags", "red_flags"),
            ("vulnerabilities", "vulnerabilities"),
            ("capacities", "capacities"),
            ("unknown_items", "unknown_items"),
            ("exposure_tier", "tier_by_hand"),
            ("tier_reason", "tier_reason"),
        ],
    );
    let risks = row.get("threat_risk").map_or(1, |text| text.split(';').count());
    if let Some(threat) = facts.cell("threat") {
        row.insert("threat", vec![threat; risks].join(";"));
    }
    // What someone was asked and could not say counts as unknown, item by item, and never as no.
    for (_, codes) in asked.iter().filter(|(field, _)| facts.cell(field) == Some(UNKNOWN)) {
        *row.entry("unknown_items").or_default() += codes;
    }
    let token = |facts: &&Facts| {
        let on = facts.cell("evidence_on").filter(|date| date.len() == 10).map_or(String::new(), |date| format!("@{date}"));
        let grade = facts.cell("evidence_grade").filter(|text| *text != UNKNOWN).map_or(String::new(), |grade| format!("/{grade}"));
        Some(format!("{}{on}{grade};", facts.cell("evidence_kind")?))
    };
    row.insert("evidence", evidence.iter().filter_map(token).collect());
}

fn travels(row: &mut BTreeMap<&'static str, String>, facts: &Facts) {
    let copied = [("destination_wish", "destination_wish"), ("not_safe_for", "not_safe_for"), ("requested_at", "requested_at")];
    copy(row, facts, &copied);
    row.insert("generated", yes_no(facts.cell("for_practice")));
    let fit = match (facts.cell("fitness"), facts.cell("fit_until")) {
        (Some("until"), Some(last)) => format!("until {last}"),
        (Some("fit"), _) => "yes".to_owned(),
        // Not asked is no objection; asked and not known is one.
        (None, _) => String::new(),
        _ => "no".to_owned(),
    };
    row.insert("fit_to_travel", fit);
    let several = |field: &str| facts.cell(field).unwrap_or_default().split([';', '|']).map(str::trim).filter(|text| !text.is_empty());
    let mut needs: Vec<String> = several("travel_needs").map(str::to_owned).collect();
    needs.extend(facts.cell("pregnant_weeks").map(|weeks| format!("pregnant_weeks={weeks}")));
    needs.extend(facts.cell("longest_ride_minutes").map(|minutes| format!("max_ride_min={minutes}")));
    needs.extend(several("services_needed").map(|text| format!("service={text}")));
    needs.extend(several("equipment_needed").map(|text| format!("equipment={text}")));
    // No word that the planner knows: it holds the household until someone has cleared it up.
    needs.extend(facts.cell("to_clarify").map(|text| format!("to clarify: {}", text.replace([';', '|', '='], ","))));
    row.insert("needs", needs.iter().map(|need| format!("{need};")).collect());
}

fn consented(facts: &Facts, (year, month, day): Day) -> &'static str {
    let today = format!("{year:04}-{month:02}-{day:02}");
    match facts.cell("answer") {
        _ if facts.cell("withdrawn_at").is_some() => "withdrawn",
        Some("refused") => "refused",
        Some("given") if facts.cell("expires_on").is_none_or(|last| last >= today.as_str()) => "given",
        _ => "pending",
    }
}
