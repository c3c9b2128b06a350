//! An office with the shipped content, for tests: records grow by entries as they would in the store.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use base::{ActId, AgencyId, Area, DeviceId, EntryId, Instant, Kind, LocalZone, RecordId, UserId, Uuid};
use casework::{Actor, Around, Decided, DisplayCode, RecordView, Refusal, Standing, procedure};
use content::{Content, Moment, Payload, SHIPPED, Stage, validate};
use journal::{Draft, Entry, Hand, Hlc};
use serde_json::Value as Json;
use std::collections::BTreeMap;

pub const NADIA: u128 = 1;
pub const OMAR: u128 = 2;
pub const SUPERVISOR: u128 = 3;

pub struct Office {
    pub content: Content,
    pub zone: LocalZone,
    pub now: Instant,
    pub records: BTreeMap<RecordId, RecordView>,
    pub entries: Vec<Entry>,
    made: u128,
}

pub fn user(n: u128) -> UserId {
    UserId(Uuid::from_u128(n))
}

pub fn agency(n: u128) -> AgencyId {
    AgencyId(Uuid::from_u128(n))
}

impl Office {
    /// In Bangui, at a local time.
    pub fn at(local: &str) -> Self {
        Self::with(local, &[])
    }

    /// With content of its own over what is shipped.
    pub fn with(local: &str, own: &[(&str, &str)]) -> Self {
        let (content, findings) = Content::load(SHIPPED, own);
        assert!(!findings.has_errors(), "{findings:?}");
        let zone = LocalZone::find("Africa/Bangui").unwrap();
        let now = zone.parse(local).unwrap();
        Self { content, zone, now, records: BTreeMap::new(), entries: Vec::new(), made: 1000 }
    }

    pub fn go_to(&mut self, local: &str) {
        self.now = self.zone.parse(local).unwrap();
    }

    pub fn moment(&self) -> Moment<'_> {
        Moment { now: self.now, zone: &self.zone }
    }

    pub fn local(&self, at: Instant) -> String {
        self.zone.show(at)
    }

    pub fn get(&self, id: RecordId) -> &RecordView {
        &self.records[&id]
    }

    /// The consents of a person, and the parts of a record.
    pub fn related(&self, id: RecordId) -> Vec<RecordView> {
        let person = self.records.get(&id).and_then(|view| view.find(&"person".parse().unwrap()).one().cloned());
        let person: Option<RecordId> = person.and_then(|id| serde_json::from_value(id).ok());
        let near = |view: &&RecordView| view.standing().parent.is_some_and(|parent| parent == id || Some(parent) == person);
        self.records.values().filter(near).cloned().collect()
    }

    /// Does something to a record as someone.
    pub fn act<T>(&self, id: RecordId, by: u128, roles: &[&str], act: impl FnOnce(&Around<'_>) -> T) -> T {
        let actor = Actor { user: user(by), roles: roles.iter().map(|role| role.parse().unwrap()).collect() };
        let related = self.related(id);
        act(&Around { content: &self.content, record: self.get(id), related: &related, actor: &actor, moment: self.moment() })
    }

    fn fresh(&mut self) -> Uuid {
        self.made += 1;
        Uuid::from_u128(self.made)
    }

    /// Appends drafts as one act.
    pub fn append(&mut self, by: u128, drafts: Vec<Draft>) {
        let device = DeviceId(Uuid::from_u128(by));
        let hand = Hand { act: ActId(self.fresh()), author: user(by), device };
        for draft in drafts {
            let id = EntryId(self.fresh());
            let entry = draft.into_entry(id, hand, Hlc { millis: self.now.0 * 1000, counter: 0, device });
            assert!(entry.check().is_empty(), "{entry:?}");
            let view = self.records.remove(&entry.record);
            let view = view.unwrap_or_else(|| RecordView::new(entry.record, entry.kind.clone(), entry.area.clone()));
            self.records.insert(entry.record, view.after(&entry));
            self.entries.push(entry);
        }
    }

    pub fn done(&mut self, by: u128, decided: Decided) {
        self.append(by, decided.unwrap());
    }

    pub fn take(&mut self, id: RecordId, by: u128, step: &str) -> Result<(), Refusal> {
        let drafts = self.act(id, by, &["caseworker"], |around| procedure::take(around, step, None))?;
        self.append(by, drafts);
        Ok(())
    }

    /// A new record with its code and place.
    pub fn open(&mut self, kind: &str, parent: Option<RecordId>) -> RecordId {
        let id = RecordId(self.fresh());
        let (kind, area): (Kind, Area) = (kind.parse().unwrap(), "general".parse().unwrap());
        self.records.insert(id, RecordView::new(id, kind, area));
        let standing = Standing { agency: Some(agency(1)), assigned: [user(NADIA)].into(), parent, ..Standing::default() };
        let code = DisplayCode::from_random(self.made as u64);
        let drafts = self.act(id, NADIA, &[], |around| procedure::open(around, code, &standing));
        self.done(NADIA, drafts);
        id
    }

    /// Fills in a form, in the JSON of the wire; `complete` holds it to what is required.
    pub fn fill(&mut self, id: RecordId, form: &str, answers: Json) {
        let form = self.content.find_current_form(form).unwrap().clone();
        let fields = answers.as_object().unwrap().iter();
        let answers: Payload = fields.map(|(field, json)| (field.parse().unwrap(), content::Answer::Set(json.clone()))).collect();
        let checked = validate(&self.content, &form, &answers, self.moment(), Stage::Draft);
        assert!(!checked.findings.has_errors(), "{:?}", checked.findings);
        let view = self.get(id).clone();
        let mut made = self.made;
        let drafts = casework::write(&form, &checked.kept, &view, self.now, &mut || {
            made += 1;
            RecordId(Uuid::from_u128(made))
        });
        self.made = made;
        self.done(NADIA, drafts);
    }

    /// A person with an exact date of birth.
    pub fn person(&mut self, name: &str, birth: &str) -> RecordId {
        let id = self.open("person", None);
        self.fill(id, "person_registration", serde_json::json!({"name": name, "sex": "female", "birth_date": birth}));
        id
    }

    /// A consent of an adult to the own agency, in writing; `more` overrides.
    pub fn consent(&mut self, person: RecordId, purpose: &str, more: Json) -> RecordId {
        let id = self.open("consent", Some(person));
        let mut answers = serde_json::json!({
            "purpose": purpose, "recipient": "own_agency", "answer": "given", "given_by": "self", "capacity": "has",
            "form": "written", "language": "fra", "given_on": self.zone.civil(self.now).date().to_string(),
        });
        for (field, value) in more.as_object().unwrap() {
            answers[field] = value.clone();
        }
        self.fill(id, "consent", answers);
        id
    }
}
