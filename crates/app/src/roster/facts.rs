//! What of the records a plan or a manifest is made from, kept at hand and brought up to date by what changed.

use crate::Problem;
use crate::office::Office;
use access::{Action, Secrecy, Subject};
use base::{Area, Field, Group, Instant, Kind, RecordId};
use casework::RecordView;
use casework::known::group;
use journal::{Op, Reading};
use std::collections::{BTreeMap, BTreeSet};
use store::{Line, Placement};

/// How far clocks of servers that share a database may differ, seconds: what changed since then is read again.
const CLOCKS_DIFFER: i64 = 120;

/// Fields that are read of each kind of record. Nothing else of a record is kept: no faith, no descent, no nationality.
const READ: [(&str, &[&str]); 7] = [
    ("person", &["name", "number", "code", "sex", "birth_date", "age_reported"]),
    ("household", &["number", "code"]),
    ("member", &["member", "left_on"]),
    (
        "assessment",
        &[
            "person",
            "assessed_at",
            "changed_at",
            "threat",
            "threat_risks",
            "red_flags",
            "vulnerabilities",
            "capacities",
            "unknown_items",
            "tier_by_hand",
            "tier_reason",
            "wg_seeing",
            "wg_hearing",
            "wg_walking",
            "wg_remembering",
            "wg_self_care",
            "wg_communicating",
            "wg_assistant",
            "requested_at",
            "for_practice",
            "boards_at",
            "destination_wish",
            "not_safe_for",
            "travel_needs",
            "longest_ride_minutes",
            "services_needed",
            "equipment_needed",
            "to_clarify",
            "fitness",
            "fit_until",
            "pregnant_weeks",
        ],
    ),
    ("evidence", &["evidence_kind", "evidence_on", "evidence_grade"]),
    ("tie", &["tie", "tied_to", "tied_to_number"]),
    ("consent", &["purpose", "answer", "withdrawn_at", "expires_on"]),
];

/// Questions of which a silence is a silence about each of their codes, and the list of those.
const ASKED: [(&str, &str); 2] = [("vulnerabilities", "exposure_vulnerability"), ("red_flags", "exposure_flag")];

/// What a silence reads as.
pub(super) const UNKNOWN: &str = "unknown";

/// A record, as far as a plan is made from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    pub placement: Placement,
    pub changed: Instant,
    /// What its fields say.
    pub cells: BTreeMap<&'static str, String>,
}

impl Facts {
    pub fn cell(&self, field: &str) -> Option<&str> {
        self.cells.get(field).map(String::as_str)
    }

    pub fn record(&self, field: &str) -> Option<RecordId> {
        self.cell(field)?.parse().ok()
    }
}

/// The people of the office, as far as plans are made from them.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    pub(super) facts: BTreeMap<RecordId, Facts>,
    /// What each of these questions asks for, as `;one;after;another`.
    pub(super) asked: BTreeMap<&'static str, String>,
    /// Everything that changed before this is in.
    upto: Option<Instant>,
}

impl Roster {
    /// Takes in what changed in the records; says whether anything of it matters here.
    ///
    /// The program itself reads it to plan; who is told of a name is asked at each telling, see [`Roster::may_name`].
    pub async fn refresh(&mut self, office: &Office) -> Result<bool, Problem> {
        let now = office.now();
        let since = self.upto.map_or(Instant(i64::MIN), |upto| upto.plus_seconds(-CLOCKS_DIFFER));
        let lines = office.store.changed(&office.feed, &of(office), &GROUPS.into_iter().map(Group::known).collect(), since).await?;
        let mut changed = false;
        for line in lines {
            let record = line.record.placement.record;
            if line.record.erased || line.record.placement.merged_into.is_some() {
                changed |= self.facts.remove(&record).is_some();
                continue;
            }
            let facts = facts(line);
            changed |= self.facts.get(&record).is_none_or(|old| old.cells != facts.cells || old.placement != facts.placement);
            self.facts.insert(record, facts);
        }
        self.asked = ASKED
            .into_iter()
            .map(|(field, list)| {
                let codes = office.content.find_codelist(list).into_iter().flat_map(|list| list.current());
                (field, codes.fold(String::new(), |all, code| format!("{all};{}", code.code)))
            })
            .collect();
        self.upto = Some(now);
        Ok(changed)
    }

    /// Whether someone may read who is in a record, within their grants and where it is not withheld from them.
    pub(crate) fn may_name(&self, office: &Office, who: &Subject, record: RecordId) -> bool {
        let facts = self.facts.get(&record);
        facts.is_some_and(|facts| office.may(who, Action::Read, &facts.placement.resource(), &group::IDENTITY).is_ok())
    }
}

/// Groups in which fields of [`READ`] stand.
const GROUPS: [&str; 7] = ["card", "identity", "location", "needs", "health", "narrative", "consent"];

/// Kinds and areas that are looked at: persons and households where they are registered, and of assessments those in no hidden area, so that the
/// page of movements can't tell of one.
fn of(office: &Office) -> BTreeSet<(Area, Kind)> {
    let general = Area::known("general");
    let mut all: BTreeSet<(Area, Kind)> =
        ["person", "household", "member"].into_iter().map(|kind| (general.clone(), Kind::known(kind))).collect();
    for area in office.policy.areas.keys().filter(|area| office.policy.secrecy(area) != Secrecy::Hidden) {
        all.extend(["assessment", "evidence", "tie", "consent"].into_iter().map(|kind| (area.clone(), Kind::known(kind))));
    }
    all
}

fn facts(line: Line) -> Facts {
    let placement = line.record.placement;
    let view = RecordView::new(placement.record, placement.kind.clone(), placement.area.clone());
    let view = line.cards.into_values().fold(view, |view, revised| view.with(revised.card));
    let fields = READ.iter().find(|(kind, _)| *kind == placement.kind.as_str()).map_or(&[][..], |(_, fields)| fields);
    let cells = fields.iter().filter_map(|field| Some((*field, cell(&view, &Field::known(field))?))).collect();
    Facts { placement, changed: line.record.changed, cells }
}

/// The year of birth that follows from an age as someone said it on a day; of a range the youngest.
fn birth(age: &serde_json::Map<String, serde_json::Value>) -> Option<String> {
    let years = age.get("years")?;
    let years = years.as_i64().or_else(|| years.get(0)?.as_i64())?;
    let on: i64 = age.get("on")?.as_str()?.get(..4)?.parse().ok()?;
    Some(format!("{:04}~", on - years))
}

/// What a field says, as text; of answers that conflict, the newest, until people settle them.
fn cell(view: &RecordView, field: &Field) -> Option<String> {
    let answer = match view.find(field) {
        Reading::Absent => return None,
        Reading::One(answer) => answer,
        Reading::Conflict(answers) => answers.into_iter().next()?,
    };
    match answer.op {
        Op::Set(serde_json::Value::String(text)) => Some(text.clone()),
        Op::Set(serde_json::Value::Array(all)) => {
            Some(all.iter().filter_map(|one| one.as_str()).collect::<Vec<_>>().join(";")).filter(|text| !text.is_empty())
        }
        Op::Set(serde_json::Value::Object(age)) => birth(age),
        Op::Set(value) => Some(value.to_string()),
        Op::Silent(_) => Some(UNKNOWN.to_owned()),
        Op::Clear => None,
    }
}
