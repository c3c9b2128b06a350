//! A row of an operation's list of people, as answers of the forms that say the same.

use super::read_in::{Kind, Rows};
use base::{Field, Instant, LocalZone, RecordId, Row, parse_date};
use content::{Answer, Content, Payload, Silence};
use serde_json::{Value, json};

/// Years of birth that a person of today can have.
const EARLIEST_BIRTH: i32 = 1895;

/// Answers being collected.
#[derive(Default)]
pub(super) struct Answers(pub Payload);

impl Answers {
    fn set(&mut self, name: &'static str, value: impl Into<Value>) {
        self.0.insert(Field::known(name), Answer::Set(value.into()));
    }

    fn set_some(&mut self, name: &'static str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.set(name, value);
        }
    }

    fn rows(&mut self, name: &'static str, rows: Vec<Payload>) {
        if !rows.is_empty() {
            self.0.insert(Field::known(name), Answer::Rows(rows));
        }
    }
}

/// What the rows of one list are read against.
pub(super) struct Reader<'a> {
    pub content: &'a Content,
    pub zone: &'a LocalZone,
    pub rows: &'a Rows,
    /// The present year.
    pub year: i32,
}

impl Reader<'_> {
    /// The registration of a person: what it takes to know them again.
    pub fn person(&self, row: &Row<'_>) -> Payload {
        let mut answers = Answers::default();
        answers.set_some("name", row.find("name"));
        answers.set_some("number", row.find("person_id"));
        answers.set_some("sex", self.code("sex", row.find("sex").unwrap_or_default().to_lowercase()));
        if let Some(year) = row.find("birth_year").and_then(|text| text.parse::<i32>().ok()).filter(|year| self.is_birth(*year)) {
            let estimated = if row.find("age_estimated") == Some("yes") { "~" } else { "" };
            answers.set("birth_date", format!("{year:04}{estimated}"));
        } else if let Some(age) = row.find("age").and_then(|text| text.parse::<i32>().ok()).filter(|age| self.is_birth(self.year - age)) {
            answers.set("birth_date", format!("{:04}~", self.year - age));
        }
        answers.0
    }

    fn is_birth(&self, year: i32) -> bool {
        (EARLIEST_BIRTH.max(self.year - 120)..=self.year).contains(&year)
    }

    /// A household of the list with its members, the first of whom counts as its head until someone says otherwise.
    pub fn household(number: &str, members: &[RecordId]) -> Payload {
        let mut answers = Answers::default();
        answers.set("number", number);
        answers.set_some("head", members.first().map(|head| json!(head)));
        answers.set("size_declared", members.len());
        let row = |member: &RecordId| Payload::from([(Field::known("member"), Answer::Set(json!(member)))]);
        answers.rows("members", members.iter().map(row).collect());
        answers.0
    }

    /// The assessment of exposure, if the row holds one.
    pub fn exposure(&self, row: &Row<'_>, person: RecordId) -> Option<Payload> {
        const HOLDS: [&str; 6] = ["threat", "vulnerabilities", "capacities", "red_flags", "unknown_items", "exposure_tier"];
        if HOLDS.iter().all(|column| row.find(column).is_none()) {
            return None;
        }
        let mut answers = Answers::default();
        answers.set("person", json!(person));
        answers.set_some("assessed_at", self.instant(row.find("assessed_at")));
        answers.set_some("changed_at", self.instant(row.find("changed_at")));
        // One threat stands for all risks of an assessment: the highest of the row.
        let threats = row.list("threat");
        match threats.iter().filter_map(|text| text.parse::<u8>().ok()).filter(|level| *level <= 4).max() {
            Some(level) => answers.set("threat", level.to_string()),
            None if threats.is_empty() => {}
            None => drop(answers.0.insert(Field::known("threat"), Answer::Silent(Silence::Unknown))),
        }
        for (field, column, list) in [
            ("threat_risks", "threat_risk", "protection_risk"),
            ("red_flags", "red_flags", "exposure_flag"),
            ("vulnerabilities", "vulnerabilities", "exposure_vulnerability"),
            ("capacities", "capacities", "exposure_capacity"),
            ("unknown_items", "unknown_items", "exposure_vulnerability"),
        ] {
            answers.set_some(field, self.codes(list, row.list(column)));
        }
        answers.rows("evidence", row.list("evidence").into_iter().filter_map(|token| self.evidence(token)).collect());
        answers.set_some("tier_by_hand", row.find("exposure_tier").and_then(|text| text.parse::<u8>().ok()));
        answers.set_some("tier_reason", row.find("tier_reason"));
        Some(answers.0)
    }

    /// Evidence as the list writes it: `kind[@date][/grade]`.
    fn evidence(&self, token: &str) -> Option<Payload> {
        let token = token.split('#').next().unwrap_or_default();
        let (head, rest) = token.split_once('/').unwrap_or((token, ""));
        let (kind, date) = head.split_once('@').unwrap_or((head, ""));
        let mut answers = Answers::default();
        answers.set("evidence_kind", self.code("evidence_kind", kind.trim().to_lowercase())?);
        answers.set_some("evidence_on", parse_date(date).map(|date| date.to_string()));
        let is_grade = |text: &&str| matches!(text.as_bytes(), [b'A'..=b'F', b'1'..=b'6']);
        answers.set_some("evidence_grade", rest.split('/').find(is_grade));
        Some(answers.0)
    }

    /// The six questions of the Washington Group, if they were asked.
    pub fn difficulties(&self, row: &Row<'_>, person: RecordId) -> Option<Payload> {
        const QUESTIONS: [&str; 6] = ["wg_seeing", "wg_hearing", "wg_walking", "wg_remembering", "wg_self_care", "wg_communicating"];
        let given = row.list("wg");
        if given.len() != QUESTIONS.len() {
            return None;
        }
        let mut answers = Answers::default();
        answers.set("person", json!(person));
        for (question, digit) in QUESTIONS.into_iter().zip(given) {
            let answer = match digit {
                "7" => Answer::Silent(Silence::Refused),
                "1" | "2" | "3" | "4" => Answer::Set(json!(digit)),
                _ => Answer::Silent(Silence::Unknown),
            };
            answers.0.insert(Field::known(question), answer);
        }
        answers.set_some("wg_assistant", row.find("wg_assistant").map(|text| text == "yes"));
        Some(answers.0)
    }

    /// The request to travel. What the list says and the form has no word for is kept as what must be cleared up first: it holds the household.
    pub fn travel(&self, row: &Row<'_>, person: RecordId) -> Payload {
        let mut answers = Answers::default();
        let mut clarify = Vec::new();
        answers.set("person", json!(person));
        answers.set_some("requested_at", self.instant(row.find("requested_at")));
        answers.set_some("for_practice", (row.find("generated") == Some("yes")).then_some(true));
        for (field, column) in [("boards_at", "site"), ("destination_wish", "destination_wish"), ("not_safe_for", "not_safe_for")] {
            answers.set_some(field, row.find(column));
        }
        self.needs(row, &mut answers, &mut clarify);
        self.fitness(row, &mut answers, &mut clarify);
        for (column, known) in [("birth_year", "birth_date"), ("age", "birth_date")] {
            let kept = self.person(row).contains_key(&Field::known(known));
            clarify.extend(row.find(column).filter(|_| !kept).map(|text| format!("{column} {text}")));
        }
        clarify.extend(
            row.find("consent").filter(|text| !CONSENTS.contains(&text.to_lowercase().as_str())).map(|text| format!("consent {text}")),
        );
        if !clarify.is_empty() {
            answers.set("to_clarify", clarify.join(", ").replace([';', '|'], ","));
        }
        let ties = ["chaperone_of", "carer_of", "not_with"].into_iter().flat_map(|tie| row.list(tie).into_iter().map(move |id| (tie, id)));
        answers.rows("ties", ties.map(|(tie, id)| self.tie(tie, id)).collect());
        answers.0
    }

    fn tie(&self, tie: &str, id: &str) -> Payload {
        let mut answers = Answers::default();
        answers.set("tie", tie);
        match self.rows.by_number.get(id) {
            Some(line) => answers.set("tied_to", json!(self.rows.id(Kind::Person, *line))),
            None => answers.set("tied_to_number", id),
        }
        answers.0
    }

    fn needs(&self, row: &Row<'_>, answers: &mut Answers, clarify: &mut Vec<String>) {
        let (mut needs, mut services, mut equipment) = (Vec::new(), Vec::new(), Vec::new());
        for word in row.list("needs") {
            let (name, value) = word.split_once('=').map_or((word, ""), |(name, value)| (name.trim(), value.trim()));
            let number = value.parse::<u32>().ok().filter(|n| *n > 0);
            match (name, number) {
                ("service", _) if !value.is_empty() => services.push(value),
                ("equipment", _) if !value.is_empty() => equipment.push(value),
                ("pregnant_weeks", Some(weeks @ 1..=45)) => answers.set("pregnant_weeks", weeks),
                ("max_ride_min", Some(minutes @ 1..=10_000)) => answers.set("longest_ride_minutes", minutes),
                _ if self.code("travel_need", name.to_owned()).is_some() => needs.push(name),
                _ => clarify.push(word.to_owned()),
            }
        }
        answers.set_some("travel_needs", (!needs.is_empty()).then_some(needs));
        answers.set_some("services_needed", (!services.is_empty()).then(|| services.join(";")));
        answers.set_some("equipment_needed", (!equipment.is_empty()).then(|| equipment.join(";")));
    }

    fn fitness(&self, row: &Row<'_>, answers: &mut Answers, clarify: &mut Vec<String>) {
        let text = row.find("fit_to_travel").unwrap_or("yes").to_lowercase();
        match text.as_str() {
            "yes" | "y" | "true" | "1" => return answers.set("fitness", "fit"),
            "no" | "n" | "false" | "0" => return answers.set("fitness", "unfit"),
            _ => {}
        }
        let until = text.strip_prefix("until").map(str::trim);
        match until.and_then(parse_date) {
            Some(last) => {
                answers.set("fitness", "until");
                answers.set("fit_until", last.to_string());
            }
            None => {
                answers.set("fitness", "unfit");
                clarify.push(format!("fit_to_travel {text}"));
            }
        }
    }

    /// Consent to be put on a list of passengers, if it was asked for.
    pub fn consent(&self, row: &Row<'_>) -> Option<Payload> {
        let answer = match row.find("consent")?.to_lowercase().as_str() {
            "given" | "withdrawn" => "given",
            "refused" => "refused",
            _ => return None,
        };
        let mut answers = Answers::default();
        answers.set("purpose", "movement");
        answers.set("recipient", "own_agency");
        answers.set("answer", answer);
        Some(answers.0)
    }

    fn instant(&self, text: Option<&str>) -> Option<String> {
        self.zone.parse(text?).ok().map(|at: Instant| at.to_string())
    }

    fn code(&self, list: &str, code: String) -> Option<String> {
        self.content.find_codelist(list)?.find(&code).map(|code| code.code.clone())
    }

    fn codes(&self, list: &str, written: Vec<&str>) -> Option<Vec<String>> {
        let normal =
            |text: &str| if list == "protection_risk" { text.to_uppercase() } else { text.to_lowercase().replace(['-', ' '], "_") };
        let mut codes: Vec<String> = written.into_iter().filter_map(|text| self.code(list, normal(text.trim()))).collect();
        codes.dedup();
        (!codes.is_empty()).then_some(codes)
    }
}

/// What the column `consent` may say.
const CONSENTS: [&str; 4] = ["given", "refused", "withdrawn", "pending"];
