//! Reads an operation's list of people into the records: once, as one act, to be taken up again where it was cut off.

use super::answers::Reader;
use crate::Problem;
use crate::office::{Office, not_found};
use crate::records::New;
use access::{Grant, Limits, Subject, Why};
use base::{ActId, AgencyId, Area, Finding, Findings, Instant, RecordId, SiteId, Table, TeamId, UserId, Uuid};
use content::{Form, Payload};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::{UnitKind, Witnessed};

/// Roles with which the program itself reads a list in: what they may not write, it may not either.
const AS: [&str; 2] = ["data_officer", "protection_officer"];

/// How far reading a list in has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ReadIn {
    /// Records made.
    pub done: usize,
    /// Records to be made.
    pub of: usize,
}

/// What an office keeps of a list that it read in.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    act: ActId,
    done: bool,
    /// What could not be read in, for whoever looks after the list.
    #[serde(default)]
    findings: Findings,
}

/// What a row of a list becomes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Person = 1,
    Household,
    Exposure,
    Difficulties,
    Travel,
    Consent,
}

/// The rows of a list, and the identifiers of what they become: the same however often they are asked for, so that what was cut off can be taken up.
pub(super) struct Rows {
    act: ActId,
    /// The first row of each number.
    pub by_number: BTreeMap<String, u64>,
}

impl Rows {
    /// Sorts like the list, by what it becomes and the row that it stands in.
    pub fn id(&self, kind: Kind, line: u64) -> RecordId {
        let act = self.act.0.as_u128();
        let began = act >> 80 << 80;
        let (eight, variant) = (8 << 76, 2 << 62);
        RecordId(Uuid::from_u128(
            began | eight | ((kind as u128) << 64) | variant | ((u128::from(line) & 0x3fff_ffff) << 32) | (act & 0xffff_ffff),
        ))
    }
}

/// The records of one form to be made.
struct Work {
    form: Form,
    new: Vec<New>,
}

impl Office {
    /// What of an operation's list of people could not be read into the records; nothing while the list isn't in.
    pub async fn found_reading_in(&self, operation: &str) -> Result<Option<Findings>, Problem> {
        Ok(self.kept(operation).await?.filter(|kept| kept.done).map(|kept| kept.findings))
    }

    async fn kept(&self, operation: &str) -> Result<Option<Kept>, Problem> {
        let value = self.store.find_setting(&self.feed, &setting(operation)).await?;
        Ok(value.and_then(|value| serde_json::from_value(value).ok()))
    }

    async fn keep_read_in(&self, operation: &str, kept: &Kept) -> Result<(), Problem> {
        let acts = vec![store::Act { actor: None, action: "read_in".into(), record: None, compartments: Vec::new(), purpose: None }];
        Ok(self.store.put_setting(&self.feed, &setting(operation), &serde_json::json!(kept), &Witnessed { at: self.now(), acts }).await?)
    }

    /// Makes persons, households, assessments, requests to travel and consents of an operation's list, unless that was done.
    ///
    /// Descent, faith and nationality stay in the file: nobody needs them here. What can't stand is a finding with its row. Problem:
    /// `office-not-set-up` where there is no agency yet that could answer for the records.
    pub async fn read_in(&self, operation: &str, people: &[u8], told: &mut (dyn FnMut(ReadIn) + Send)) -> Result<Findings, Problem> {
        let kept = match self.kept(operation).await? {
            Some(kept) if kept.done => return Ok(kept.findings),
            Some(kept) => kept,
            None => Kept { act: ActId(self.draw()), done: false, findings: Findings::default() },
        };
        let who = self.program().await?;
        self.keep_read_in(operation, &kept).await?;
        let (work, withdrawn) = self.work(kept.act, people)?;
        let of = work.iter().map(|work| work.new.len()).sum();
        let mut done = 0;
        let mut findings = Findings::default();
        let first: Vec<RecordId> =
            work.first().map(|persons| persons.new.iter().take(2).map(|new| new.record).collect()).unwrap_or_default();
        for (n, Work { form, new }) in work.into_iter().enumerate() {
            let ids: BTreeSet<RecordId> = new.iter().map(|new| new.record).collect();
            let count = new.len();
            let there = self.store.records(&self.feed, &ids).await?;
            let missing = new.into_iter().filter(|new| !there.contains_key(&new.record)).collect();
            let found: Vec<Finding> =
                self.begin_many(&who, kept.act, &form, missing, &mut |made| told(ReadIn { done: done + there.len() + made, of })).await?;
            findings.extend(found.into_iter().filter(|finding| finding.severity == base::Severity::Error).map(|f| f.in_file("people.csv")));
            done += count;
            if n == 0 && self.is_demo().await? {
                self.begin_demo_cases(&first).await?;
            }
        }
        for consent in withdrawn {
            self.withdraw_consent(&who, kept.act, consent).await?;
        }
        self.keep_read_in(operation, &Kept { done: true, findings: findings.clone(), ..kept }).await?;
        Ok(findings)
    }
}

impl Office {
    /// The program itself, with the agency that answers for what it reads in, and the team and site where there is only one.
    async fn program(&self) -> Result<Subject, Problem> {
        let units = self.store.units(&self.feed).await?;
        let all = |kind: UnitKind| units.iter().filter(move |unit| unit.kind == kind).map(|unit| unit.id).collect::<Vec<_>>();
        let agency = all(UnitKind::Agency).first().copied().map(AgencyId).ok_or_else(|| {
            Problem::new(
                "office-not-set-up",
                "there is no agency yet that could answer for the people of the operation",
                "set the office up",
            )
        })?;
        let only = |ids: Vec<Uuid>| (ids.len() == 1).then_some(ids).into_iter().flatten();
        let grant = |role: &str| {
            Some(Grant { role: role.parse().ok()?, limits: Limits::default(), from: Instant(0), until: None, why: Why::Normal })
        };
        Ok(Subject {
            user: UserId(Uuid::nil()),
            agency,
            teams: only(all(UnitKind::Team)).map(TeamId).collect(),
            sites: only(all(UnitKind::Site)).map(SiteId).collect(),
            grants: AS.into_iter().filter_map(grant).collect(),
            stepped_up: None,
        })
    }

    /// The records to be made of a list, persons first, and the consents that were taken back since.
    fn work(&self, act: ActId, people: &[u8]) -> Result<(Vec<Work>, Vec<RecordId>), Problem> {
        // What is wrong with the list itself was said when the operation was opened.
        let table = Table::read("people.csv", people, &[], &mut Findings::default());
        let mut by_number = BTreeMap::new();
        for row in table.rows() {
            row.find("person_id").map(|number| by_number.entry(number.to_owned()).or_insert(row.line));
        }
        let rows = Rows { act, by_number };
        let year = i32::from(self.zone.civil(self.now()).year());
        let reader = Reader { content: &self.content, zone: &self.zone, rows: &rows, year };
        let mut works = BTreeMap::<usize, Vec<New>>::new();
        let mut households = BTreeMap::<&str, (u64, Vec<RecordId>)>::new();
        let mut withdrawn = Vec::new();
        for row in table.rows() {
            let id = |kind| rows.id(kind, row.line);
            let person = id(Kind::Person);
            let mut make = |kind: Kind, parent: Option<RecordId>, answers: Option<Payload>| {
                if let Some(answers) = answers {
                    works.entry(kind as usize).or_default().push(New { record: id(kind), parent, answers, row: row.line });
                }
            };
            make(Kind::Person, None, Some(reader.person(&row)));
            make(Kind::Exposure, None, reader.exposure(&row, person));
            make(Kind::Difficulties, None, reader.difficulties(&row, person));
            make(Kind::Travel, None, Some(reader.travel(&row, person)));
            make(Kind::Consent, Some(person), reader.consent(&row));
            if row.find("consent").is_some_and(|text| text.eq_ignore_ascii_case("withdrawn")) {
                withdrawn.push(id(Kind::Consent));
            }
            if let Some(household) = row.find("household_id") {
                households.entry(household).or_insert_with(|| (row.line, Vec::new())).1.push(person);
            }
        }
        let household = |(number, (line, members)): (&str, (u64, Vec<RecordId>))| New {
            record: rows.id(Kind::Household, line),
            parent: None,
            answers: Reader::household(number, &members),
            row: line,
        };
        works.insert(Kind::Household as usize, households.into_iter().map(household).collect());
        let forms = [
            (Kind::Person, "person_registration"),
            (Kind::Household, "household_registration"),
            (Kind::Exposure, "exposure_assessment"),
            (Kind::Difficulties, "washington_group"),
            (Kind::Travel, "travel"),
            (Kind::Consent, "consent"),
        ];
        let mut all = Vec::new();
        for (kind, form) in forms {
            let mut form = self.content.find_current_form(form).ok_or_else(not_found)?.clone();
            form.area.get_or_insert(Area::known("movement"));
            all.push(Work { form, new: works.remove(&(kind as usize)).unwrap_or_default() });
        }
        Ok((all, withdrawn))
    }
}

fn setting(operation: &str) -> String {
    format!("read_in {operation}")
}
