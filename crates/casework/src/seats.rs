//! Seats on a movement: decided once, on the server.

use crate::around::{Around, called, has_ended};
use crate::known::{group, kind};
use crate::procedure::{Mark, record_command};
use crate::refusal::{Decided, Objection, Refusal};
use crate::view::RecordView;
use base::{Field, Reason, RecordId};
use serde_json::json;
use std::collections::BTreeMap;

/// How the fields of the group `decision` begin that hold seats, each followed by the person.
const SEAT: &str = "seat_";
/// How many people a movement has room for.
static SEATS: Field = Field::known("seats");

/// The seats of a movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    /// How many there are; nothing if nobody said, and then none can be taken.
    pub capacity: Option<u32>,
    /// Who has one, since when and through whom.
    pub taken: BTreeMap<RecordId, Mark>,
}

impl Seats {
    /// Reads them from a movement.
    pub fn of(movement: &RecordView) -> Self {
        let seat = |(id, mark): (&str, &serde_json::Value)| Some((RecordId(id.parse().ok()?), serde_json::from_value(mark.clone()).ok()?));
        Self { capacity: movement.one(&group::CARD, &SEATS), taken: movement.beginning(&group::DECISION, SEAT).filter_map(seat).collect() }
    }

    /// How many are left.
    pub fn left(&self) -> u32 {
        self.capacity.unwrap_or(0).saturating_sub(u32::try_from(self.taken.len()).unwrap_or(u32::MAX))
    }
}

/// Takes a seat for a person. `elsewhere` are the other movements that the person could be on at the same time.
pub fn take_seat(around: &Around<'_>, person: &RecordView, elsewhere: &[RecordView]) -> Decided {
    let (seats, mut against) = begin(around);
    if person.kind != kind::PERSON {
        against.push(Reason::new("seat-for-no-person").into());
    }
    if person.standing().merged_into.is_some() {
        against.push(Reason::new("record-is-merged").into());
    }
    if seats.taken.contains_key(&person.id) {
        against.push(Reason::new("seat-taken-before").into());
    } else if seats.capacity.is_none() {
        against.push(Reason::new("seats-unknown").into());
    } else if seats.left() == 0 {
        against.push(Reason::new("seats-all-taken").with("seats", seats.taken.len()).into());
    }
    let open = elsewhere.iter().filter(|other| other.id != around.record.id && !has_ended(around.content, other));
    for other in open.filter(|other| Seats::of(other).taken.contains_key(&person.id)) {
        against.push(Reason::new("seat-elsewhere").with("movement", called(other)).into());
    }
    Refusal::unless_none(against)?;
    let mark = Mark { at: around.moment.now, by: around.actor.user };
    let pen = record_command(around, json!({"command": "take_seat", "person": person.id}));
    Ok(vec![pen.set(&field(person.id)?, json!(mark)).done()])
}

/// Gives a seat back, for a reason.
pub fn give_back(around: &Around<'_>, person: RecordId, why: &str) -> Decided {
    let (seats, mut against) = begin(around);
    if !seats.taken.contains_key(&person) {
        against.push(Reason::new("seat-not-taken").into());
    }
    if why.trim().is_empty() {
        against.push(Reason::new("step-needs-reason").into());
    }
    Refusal::unless_none(against)?;
    let pen = record_command(around, json!({"command": "give_back", "person": person, "why": why.trim()}));
    Ok(vec![pen.clear(&field(person)?).done()])
}

fn begin(around: &Around<'_>) -> (Seats, Vec<Objection>) {
    let mut against = Vec::new();
    if around.record.kind != kind::MOVEMENT {
        against.push(Reason::new("not-a-movement").into());
    }
    if has_ended(around.content, around.record) {
        against.push(Reason::new("record-has-ended").into());
    }
    (Seats::of(around.record), against)
}

fn field(person: RecordId) -> Result<Field, Refusal> {
    format!("{SEAT}{}", person.0.simple()).parse().map_err(|_| Reason::new("seat-for-no-person").into())
}
