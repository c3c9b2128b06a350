//! The people of an operation as records, for a demonstration.

use crate::Problem;
use crate::identity::{SignIn, Who};
use crate::office::Office;
use crate::records::{Given, New, Refused, Submission};
use base::{ActId, Field, Findings, RecordId, Table};
use content::{Answer, Payload};
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Office {
    /// Registers the generated people of an operation's `people.csv` and their households, by someone of the demonstration. Gives how many people.
    ///
    /// Faith, descent and nationality stay in the file: nobody needs them here.
    pub async fn register_generated(&self, people: &[u8]) -> Result<usize, Problem> {
        let who = self.enter("amina").await?;
        let table = Table::read("people.csv", people, &["person_id", "name"], &mut Findings::default());
        let (mut persons, mut households) = (Vec::new(), BTreeMap::<String, Vec<RecordId>>::new());
        for row in table.rows() {
            let (record, Some(name)) = (RecordId(self.draw()), row.find("name")) else { continue };
            let mut answers = Answers::default();
            answers.set("name", json!(name));
            answers.set_some("sex", row.find("sex").map(Value::from));
            let estimated = if row.find("age_estimated") == Some("yes") { "~" } else { "" };
            answers.set_some("birth_date", row.find("birth_year").map(|year| json!(format!("{year}{estimated}"))));
            answers.set("displacement_status", json!("idp"));
            persons.push(New { record, parent: None, answers: answers.0, row: row.line });
            if let Some(household) = row.find("household_id") {
                households.entry(household.to_owned()).or_default().push(record);
            }
        }
        let count = persons.len();
        let (first, second) = (persons.first().map(|p| p.record), persons.get(1).map(|p| p.record));
        self.register(&who, "person_registration", persons).await?;
        let households = households.into_values().map(|members| {
            let mut answers = Answers::default();
            answers.set_some("head", members.first().map(|head| json!(head)));
            answers.set("size_declared", json!(members.len()));
            let row = |member: &RecordId| Payload::from([(field("member"), Answer::Set(json!(member)))]);
            answers.0.insert(field("members"), Answer::Rows(members.iter().map(row).collect()));
            New { record: RecordId(self.draw()), parent: None, answers: answers.0, row: 0 }
        });
        self.register(&who, "household_registration", households.collect()).await?;
        for (login, person) in [("boris", first), ("esther", second)] {
            if let Some(person) = person {
                self.open_case(login, person).await?;
            }
        }
        Ok(count)
    }

    /// A case for a caseworker to look at; its area follows from who opens it.
    async fn open_case(&self, login: &str, person: RecordId) -> Result<(), Problem> {
        let who = self.enter(login).await?;
        let mut answers = BTreeMap::new();
        for (name, value) in [
            ("person", json!(person)),
            ("risk", json!("high")),
            ("opened_on", json!("2014-01-15")),
            ("case_source", json!("self")),
            ("protection_risks", json!(["GPC01"])),
            ("risk_reason", json!("Made up for the demonstration.")),
            ("urgent_action", json!("None was needed.")),
            ("safe_to_contact", json!(true)),
        ] {
            answers.insert(field(name), Given { value: Some(value), silence: None, rows: None, seen: Vec::new() });
        }
        let given = Submission {
            act: ActId(self.draw()),
            record: RecordId(self.draw()),
            form: "case_intake".into(),
            version: 1,
            parent: None,
            occurred: None,
            answers,
            area: None,
            passed_over: Vec::new(),
        };
        match self.submit(&who.subject, &given).await {
            Err(Refused::Problem(problem)) => Err(problem),
            Err(Refused::Answers(findings)) => {
                let text: Vec<String> = findings.iter().map(|f| f.code.clone()).collect();
                Err(Problem::new(
                    "demo-case",
                    format!("the case of the demonstration does not fit its form: {}", text.join(", ")),
                    "report this",
                ))
            }
            Ok(_) => Ok(()),
        }
    }

    async fn enter(&self, login: &str) -> Result<Who, Problem> {
        let begun = self.sign_in(&SignIn { login: login.into(), password: None, code: None }).await?;
        self.who(begun.token()).await
    }

    async fn register(&self, who: &Who, form: &str, new: Vec<New>) -> Result<(), Problem> {
        let form = self.content.find_current_form(form).ok_or_else(crate::office::not_found)?;
        self.begin_many(&who.subject, ActId(self.draw()), form, new, &mut |_| ()).await?;
        Ok(())
    }
}

fn field(name: &'static str) -> Field {
    Field::known(name)
}

#[derive(Default)]
struct Answers(Payload);

impl Answers {
    fn set(&mut self, name: &'static str, value: Value) {
        self.0.insert(field(name), Answer::Set(value));
    }

    fn set_some(&mut self, name: &'static str, value: Option<Value>) {
        if let Some(value) = value {
            self.set(name, value);
        }
    }
}
