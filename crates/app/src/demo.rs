//! The people of an operation as records, for a demonstration.

use crate::Problem;
use crate::identity::{SignIn, Who};
use crate::office::Office;
use crate::records::New;
use base::{ActId, Field, Findings, RecordId, Table};
use content::{Answer, Payload};
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Office {
    /// Registers the generated people of an operation's `people.csv` and their households, by someone of the demonstration. Gives how many people.
    ///
    /// Faith, descent and nationality stay in the file: nobody needs them here.
    pub async fn register_generated(&self, people: &[u8]) -> Result<usize, Problem> {
        let who = self.registrar().await?;
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
        Ok(count)
    }

    async fn registrar(&self) -> Result<Who, Problem> {
        let begun = self.sign_in(&SignIn { login: "amina".into(), password: None, code: None }).await?;
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
