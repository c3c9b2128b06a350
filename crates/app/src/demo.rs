//! Cases of a demonstration.

use crate::Problem;
use crate::identity::{SignIn, Who};
use crate::office::Office;
use crate::records::{Given, Refused, Submission};
use base::{ActId, Field, RecordId};
use serde_json::json;
use std::collections::BTreeMap;

impl Office {
    /// Two cases for caseworkers to look at, of the first people of a demonstration.
    pub(crate) async fn begin_demo_cases(&self, people: &[RecordId]) -> Result<(), Problem> {
        for (login, person) in ["boris", "esther"].into_iter().zip(people) {
            self.open_case(login, *person).await?;
        }
        Ok(())
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
}

fn field(name: &'static str) -> Field {
    Field::known(name)
}
