//! The desk of one operation: what is accepted, what is proposed, what can be undone.

use crate::office::Office;
use crate::roster::{Listed, Roster};
use crate::{PlanReport, Problem, report};
use access::Subject;
use base::{Findings, Instant, RecordId};
use movement::boarding::{Boarding, TripBoarding};
use movement::difference::{Difference, difference};
use movement::operation::{Files, Group, Operation, group};
use movement::plan::{Changes, Plan};
use movement::planner::{BOUND_STEPS, Request, Shift};
use movement::problem::Mode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// How many accepted plans can be gone back.
const UNDO_STEPS: usize = 20;

/// How many other days are kept ready.
const DAYS_KEPT: usize = 4;

/// What the page asks for.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanRequest {
    /// Day of knowledge; that of the desk if absent.
    #[serde(default)]
    pub as_of: Option<String>,
    /// What is minimised.
    pub mode: Mode,
    /// Seed; the operation's if absent.
    #[serde(default)]
    pub seed: Option<u64>,
    /// Time to search.
    #[serde(default)]
    pub seconds: Option<f64>,
    /// What the officer changed.
    #[serde(default)]
    pub changes: Changes,
}

/// A plan with its report.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Made {
    /// The plan.
    pub plan: Plan,
    /// What goes with it.
    pub report: PlanReport,
}

/// `GET /api/plan`.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanView<'a> {
    #[serde(flatten)]
    made: &'a Made,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<&'a Difference>,
    can_undo: bool,
    boarding: Vec<TripBoarding>,
}

/// An operation as known on one day.
#[derive(Debug, Clone)]
pub struct Known {
    /// The operation.
    pub operation: Operation,
    /// Its groups, in the lots of the operation's seed.
    pub groups: Vec<Group>,
    /// What was found in the files.
    pub findings: Findings,
    /// The day of knowledge.
    pub as_of: Instant,
    /// Which record each of its people is.
    listed: Listed,
    /// What is known of those records.
    roster: Arc<Roster>,
}

impl Known {
    /// The record of a person whom a plan names, if someone may be told who it is: within their grants, and withheld from them neither as a person
    /// nor as a household.
    pub fn find_named(&self, office: &Office, who: &Subject, person: &str) -> Option<RecordId> {
        let (person, household) = *self.listed.people.get(person)?;
        let may = |record| self.roster.may_name(office, who, record);
        (may(person) && household.is_none_or(may)).then_some(person)
    }
}

/// The desk.
pub struct Desk {
    /// The operation's files; its people are in the records.
    files: Files,
    /// `people.csv` as it came, to be read in once.
    people: Arc<Vec<u8>>,
    /// The operation without people, by day of knowledge.
    bare: BTreeMap<Instant, Arc<(Operation, Findings)>>,
    roster: Arc<Roster>,
    known: Arc<Known>,
    /// Other days looked at lately, newest last.
    days: Vec<Arc<Known>>,
    accepted: Option<Made>,
    before: Vec<Made>,
    proposal: Option<(Made, Difference)>,
    pub(crate) boarding: BTreeMap<u32, Boarding>,
}

impl Desk {
    /// Opens the desk of an operation; findings are the answer if it can't be read at all.
    ///
    /// It knows of nobody until [`Desk::put_roster`].
    pub fn open(mut files: Files, as_of: Option<Instant>) -> Result<Self, Findings> {
        let people = Arc::new(files.insert("people.csv".into(), NOBODY.into()).unwrap_or_default());
        let (bare, findings) = Operation::read(&files, as_of);
        let bare = bare.ok_or_else(|| findings.clone())?;
        let as_of = as_of.unwrap_or(bare.starts);
        let known = Known {
            groups: Vec::new(),
            operation: bare.clone(),
            findings: findings.clone(),
            as_of,
            listed: Listed::default(),
            roster: Arc::default(),
        };
        Ok(Self {
            files,
            people,
            bare: BTreeMap::from([(as_of, Arc::new((bare, findings)))]),
            roster: Arc::default(),
            known: Arc::new(known),
            days: Vec::new(),
            accepted: None,
            before: Vec::new(),
            proposal: None,
            boarding: BTreeMap::new(),
        })
    }

    /// The name of the operation, and its list of people as it came with its files.
    pub fn list_as_it_came(&self) -> (String, Arc<Vec<u8>>) {
        (self.known.operation.settings.name.clone(), self.people.clone())
    }

    /// Takes in the people of the office as their records stand.
    pub fn put_roster(&mut self, roster: Arc<Roster>) -> Result<(), Problem> {
        self.roster = roster;
        self.days.clear();
        self.known = Arc::new(self.read(self.known.as_of)?);
        Ok(())
    }

    fn read(&mut self, as_of: Instant) -> Result<Known, Problem> {
        if !self.bare.contains_key(&as_of) {
            let (bare, findings) = Operation::read(&self.files, Some(as_of));
            let bare = bare.ok_or_else(|| {
                Problem::new("operation-unreadable", "the operation can't be read as of that day", "look at the findings")
            })?;
            let own = self.known.as_of;
            while self.bare.len() > DAYS_KEPT {
                let Some(other) = self.bare.keys().copied().find(|day| *day != own) else { break };
                self.bare.remove(&other);
            }
            self.bare.insert(as_of, Arc::new((bare, findings)));
        }
        let bare = self
            .bare
            .get(&as_of)
            .cloned()
            .ok_or_else(|| Problem::new("operation-unreadable", "the operation can't be read", "report this"))?;
        let (mut operation, mut findings) = (*bare).clone();
        let listed = self.roster.list(&operation.zone, operation.starts);
        findings.extend(operation.put_people(&self.files, &listed.table, as_of).into_iter().map(|finding| named(finding, &operation)));
        let groups = group(&operation, operation.settings.seed);
        Ok(Known { operation, groups, findings, as_of, listed, roster: self.roster.clone() })
    }

    /// The operation as known on the day of the desk.
    pub fn known(&self) -> Arc<Known> {
        self.known.clone()
    }

    /// The operation as known on another day: a date, local time or instant. The desk keeps its own day.
    pub fn known_on(&mut self, text: &str) -> Result<Arc<Known>, Problem> {
        let as_of = self.known.operation.zone.parse(text).map_err(|e| Problem::new("date-unreadable", e, "choose a day"))?;
        if as_of == self.known.as_of {
            return Ok(self.known());
        }
        if let Some(known) = self.days.iter().find(|k| k.as_of == as_of) {
            return Ok(known.clone());
        }
        let known = Arc::new(self.read(as_of)?);
        if self.days.len() >= DAYS_KEPT {
            self.days.remove(0);
        }
        self.days.push(known.clone());
        Ok(known)
    }

    /// What the planner is asked for a page's request.
    pub fn request(&self, known: &Known, asked: &PlanRequest) -> Request {
        let seed = asked.seed.unwrap_or(known.operation.settings.seed);
        Request {
            mode: asked.mode,
            as_of: known.as_of,
            seed,
            iterations: None,
            hazard_scale: 1.0,
            changes: asked.changes.clone(),
            bound_steps: BOUND_STEPS,
        }
    }

    /// A first plan is accepted at once (it can be undone); `known` becomes the desk's.
    pub fn accept_first(&mut self, known: Arc<Known>, made: Made) -> Result<(), Problem> {
        report::refuse_unchecked(&made.report)?;
        self.refuse_once_under_way()?;
        self.known = known;
        self.remember();
        self.accepted = Some(made);
        self.proposal = None;
        self.boarding.clear();
        Ok(())
    }

    /// Adds what if the hazard is other to the accepted plan, if it is still the one it was worked out for.
    pub fn add_sensitivity(&mut self, plan: &Plan, shifts: Vec<Shift>) {
        if let Some(made) = self.accepted.as_mut().filter(|made| made.plan == *plan) {
            made.report.sensitivity = shifts;
        }
    }

    /// A plan made anew is proposed beside the accepted one.
    pub fn propose(&mut self, made: Made) -> Result<(), Problem> {
        report::refuse_unchecked(&made.report)?;
        let old = self.accepted()?;
        let difference = difference(&old.plan, &made.plan);
        self.proposal = Some((made, difference));
        Ok(())
    }

    /// Takes the proposal.
    pub fn accept(&mut self) -> Result<(), Problem> {
        let (made, _) = self.proposal.as_ref().ok_or_else(|| Problem::new("no-proposal", "there is no proposal", "make the plan anew"))?;
        self.keeps_lists(&made.plan)?;
        self.boarding.retain(|_, b| !b.entries.is_empty());
        self.remember();
        self.accepted = self.proposal.take().map(|p| p.0);
        Ok(())
    }

    /// Drops the proposal.
    pub fn discard(&mut self) {
        self.proposal = None;
    }

    /// Goes back to the plan before.
    pub fn undo(&mut self) -> Result<(), Problem> {
        self.refuse_once_under_way()?;
        let made = self.before.pop().ok_or_else(|| Problem::new("nothing-to-undo", "there is no earlier plan", "make a plan"))?;
        self.accepted = Some(made);
        self.proposal = None;
        Ok(())
    }

    fn remember(&mut self) {
        if let Some(made) = self.accepted.take() {
            self.before.push(made);
            if self.before.len() > UNDO_STEPS {
                self.before.remove(0);
            }
        }
    }

    fn refuse_once_under_way(&self) -> Result<(), Problem> {
        if self.has_begun() {
            return Err(Problem::new(
                "boarding-has-begun",
                "boarding of a trip has begun under this plan",
                "close a road or lose a vehicle, and plan anew: what has happened stays",
            ));
        }
        Ok(())
    }

    /// The accepted plan.
    pub fn accepted(&self) -> Result<&Made, Problem> {
        self.accepted.as_ref().ok_or_else(|| Problem::new("no-plan", "there is no plan yet", "press Plan"))
    }

    /// The accepted plan as the page reads it.
    pub fn plan_view(&self) -> Result<PlanView<'_>, Problem> {
        let made = self.accepted()?;
        Ok(PlanView { made, difference: None, can_undo: !self.before.is_empty(), boarding: self.boardings(&made.plan) })
    }

    /// The proposal as the page reads it.
    pub fn proposal_view(&self) -> Result<PlanView<'_>, Problem> {
        let (made, difference) =
            self.proposal.as_ref().ok_or_else(|| Problem::new("no-proposal", "there is no proposal", "make the plan anew"))?;
        Ok(PlanView { made, difference: Some(difference), can_undo: !self.before.is_empty(), boarding: self.boardings(&made.plan) })
    }

    /// People brought to each destination by the accepted plan.
    pub fn planned_arrivals(&self) -> BTreeMap<String, u32> {
        let mut arrivals = BTreeMap::new();
        for queued in self.accepted.iter().flat_map(|m| &m.plan.queue) {
            if let Some(place) = &queued.destination {
                *arrivals.entry(place.clone()).or_default() += queued.people;
            }
        }
        arrivals
    }
}

/// A list without people.
const NOBODY: &str = "person_id,household_id,site\n";

/// A finding about a row of the list made from records, said of the person and not of a file that nobody has.
fn named(finding: base::Finding, operation: &Operation) -> base::Finding {
    let person = finding.row.and_then(|row| operation.people.iter().find(|person| person.row == row));
    match person {
        Some(person) => base::Finding { file: Some(person.id.clone()), row: None, ..finding },
        None => finding,
    }
}
