//! What may be entered when; a refusal says why not.

use super::journal::{Act, Boarding, Fold};
use super::{PassengerStatus, TripState, no_boarding_codes};
use base::{Instant, Reason};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Display;

/// A clearance holds for this long (stage checklist: clearance at most 24 h old at departure).
pub const CLEARANCE_HOLDS: i64 = 24 * 3600;

/// A rule says no: with a stable code, what is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Stable code.
    pub code: String,
    /// In English.
    pub text: String,
    /// In English.
    pub remedy: String,
    /// Values.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
}

impl Refusal {
    fn new(code: &str, text: &str, remedy: &str) -> Self {
        Self { code: code.into(), text: text.into(), remedy: remedy.into(), args: BTreeMap::new() }
    }

    fn with(mut self, key: &str, value: impl Display) -> Self {
        self.args.insert(key.into(), value.to_string());
        self
    }

    /// As a reason: `E_NOT_BALANCED` becomes `not-balanced`.
    pub fn reason(&self) -> Reason {
        let code = self.code.trim_start_matches("E_").to_lowercase().replace('_', "-");
        Reason { code, args: self.args.clone() }
    }
}

fn wrong_state(state: TripState) -> Refusal {
    let text = "The trip is past that step, or not there yet.";
    Refusal::new("E_WRONG_STATE", text, "Look at the state of the trip.").with("state", format!("{state:?}").to_lowercase())
}

/// Whether an act may be entered now.
pub(super) fn judge(boarding: &Boarding, at: Instant, act: &Act) -> Result<(), Refusal> {
    let fold = boarding.fold();
    match act {
        Act::Mark { person, status, code, note } => mark(boarding, &fold, person, *status, code.as_deref(), note.as_deref()),
        Act::Clear { given } => clear(&fold, at, *given),
        Act::Depart { acknowledged } => depart(boarding, &fold, at, *acknowledged),
        Act::Arrive => arrive(&fold, at),
        Act::Close => close(boarding, &fold),
        Act::Undo if fold.state == TripState::Closed => Err(wrong_state(fold.state)),
        Act::Undo if !fold.undoable => Err(Refusal::new("E_NOTHING_TO_UNDO", "There is nothing to take back.", "Go on.")),
        Act::Undo => Ok(()),
    }
}

fn before_departure(state: TripState) -> bool {
    state <= TripState::Boarding
}

fn mark(
    boarding: &Boarding,
    fold: &Fold<'_>,
    person: &str,
    status: PassengerStatus,
    code: Option<&str>,
    note: Option<&str>,
) -> Result<(), Refusal> {
    if !boarding.list.iter().any(|e| e.person == person) {
        return Err(Refusal::new("E_NOT_ON_LIST", "The person is not on the list of this trip.", "Plan again to put them on a trip.")
            .with("person", person));
    }
    let allowed = match status {
        PassengerStatus::Expected | PassengerStatus::Boarded | PassengerStatus::Refused | PassengerStatus::NoShow => {
            before_departure(fold.state)
        }
        PassengerStatus::Arrived => fold.state == TripState::Arrived,
        _ => matches!(fold.state, TripState::Departed | TripState::Arrived),
    };
    if !allowed || (!before_departure(fold.state) && !fold.status(person).travelled()) {
        return Err(wrong_state(fold.state).with("person", person));
    }
    let noted = note.is_some_and(|n| !n.trim().is_empty());
    if status.explained() && !noted {
        return Err(Refusal::new("E_NOTE_NEEDED", "Someone who does not arrive needs a note.", "Write where they are and who was told.")
            .with("person", person));
    }
    if status != PassengerStatus::Refused {
        return Ok(());
    }
    let codes = no_boarding_codes();
    let Some(code) = code.and_then(|c| codes.iter().find(|known| known.code == c)) else {
        return Err(Refusal::new("E_CODE_NEEDED", "A refusal needs one of the no-boarding codes.", "Choose the code that says why.")
            .with("person", person));
    };
    if code.referral && !noted {
        let refusal =
            Refusal::new("E_REFERRAL", "This code needs a referral: the person is never just left.", "Open the referral and note it.");
        return Err(refusal.with("code", &code.code).with("person", person));
    }
    Ok(())
}

fn clear(fold: &Fold<'_>, at: Instant, given: Instant) -> Result<(), Refusal> {
    if !before_departure(fold.state) {
        return Err(wrong_state(fold.state));
    }
    if given > at {
        return Err(Refusal::new("E_CLEARANCE_IN_FUTURE", "The clearance would be given later than now.", "Enter when it was given.")
            .with("given", given));
    }
    Ok(())
}

/// Rules of departure, the one that is soonest put right last.
fn depart(boarding: &Boarding, fold: &Fold<'_>, at: Instant, acknowledged: bool) -> Result<(), Refusal> {
    ready(boarding, fold)?;
    let age = fold.clearance.map_or(0, |given| at.0 - given.0);
    if age > CLEARANCE_HOLDS {
        let refusal =
            Refusal::new("E_CLEARANCE_EXPIRED", "The clearance is older than 24 hours.", "Get a new clearance and enter its time.");
        return Err(refusal.with("hours", age / 3600));
    }
    if !acknowledged {
        return Err(Refusal::new(
            "E_NOT_ACKNOWLEDGED",
            "The receiving side has not acknowledged the list.",
            "Send the list, wait for the answer, then tick the box.",
        ));
    }
    Ok(())
}

/// What departure needs besides its time and the receiving side.
pub(super) fn ready(boarding: &Boarding, fold: &Fold<'_>) -> Result<(), Refusal> {
    if !before_departure(fold.state) {
        return Err(wrong_state(fold.state));
    }
    let status = |person: &String| fold.status(person);
    let expected = boarding.list.iter().filter(|e| status(&e.person) == PassengerStatus::Expected).count();
    if expected > 0 {
        let text = "Someone on the list is neither present, refused nor a no-show.";
        return Err(Refusal::new("E_STILL_EXPECTED", text, "Mark everyone on the list.").with("count", expected));
    }
    if !boarding.list.iter().any(|e| status(&e.person).travelled()) {
        return Err(Refusal::new("E_NOBODY_ON_BOARD", "Nobody is on board.", "Plan again without this trip."));
    }
    let alone = boarding.list.iter().find(|e| e.child && status(&e.person).travelled() && !e.adults.iter().any(|a| status(a).travelled()));
    if let Some(child) = alone {
        let text = "A child is on board without an adult who is named for it or of its family.";
        return Err(Refusal::new("E_CHILD_ALONE", text, "Take the child off, or wait for the adult.")
            .with("person", &child.person)
            .with("household", &child.household));
    }
    if fold.clearance.is_none() {
        return Err(Refusal::new("E_NO_CLEARANCE", "There is no clearance yet.", "Enter when the clearance was given."));
    }
    Ok(())
}

fn arrive(fold: &Fold<'_>, at: Instant) -> Result<(), Refusal> {
    match (fold.state, fold.departed) {
        (TripState::Departed, Some(left)) if at < left => {
            Err(Refusal::new("E_BEFORE_DEPARTURE", "The trip would arrive before it left.", "Correct the time.").with("departed", left))
        }
        (TripState::Departed, _) => Ok(()),
        (state, _) => Err(wrong_state(state)),
    }
}

pub(super) fn close(boarding: &Boarding, fold: &Fold<'_>) -> Result<(), Refusal> {
    if fold.state != TripState::Arrived {
        return Err(wrong_state(fold.state));
    }
    let open = boarding.list.iter().filter(|e| fold.status(&e.person) == PassengerStatus::Boarded).count();
    if open > 0 {
        return Err(
            Refusal::new("E_NOT_BALANCED", "Departed is not arrived + explained.", "Mark how each person arrived.").with("count", open)
        );
    }
    Ok(())
}
