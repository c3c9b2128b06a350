//! Forms filled in: a new record, or a record changed.

use super::decide::{Known, Writing};
use super::wire::{Given, Saved, Submission};
use crate::Problem;
use crate::office::{Office, not_found};
use access::{Action, Resource, Subject};
use base::{Area, Field, Findings, RecordId};
use casework::known::{field, group, is_decided, kind};
use casework::{Around, DisplayCode, RecordView, Standing};
use content::{Answer, Checked, Form, Moment, Payload, Silence, Stage, validate};
use journal::Draft;
use std::collections::{BTreeMap, BTreeSet};
use store::{Placement, RequestKey};

/// Why a submission was not written.
#[derive(Debug)]
pub enum Refused {
    /// A rule or the world says no.
    Problem(Problem),
    /// Answers can't stand as they are; each finding names its field.
    Answers(Findings),
}

impl<P: Into<Problem>> From<P> for Refused {
    fn from(problem: P) -> Self {
        Self::Problem(problem.into())
    }
}

impl Office {
    /// Writes what someone filled in. The same act sent again is done once.
    ///
    /// Problems: `form-unknown`, `field-decided`, `rows-are-records`, what access says.
    pub async fn submit(&self, who: &Subject, given: &Submission) -> Result<Saved, Refused> {
        let form = self.content.find_form(&given.form, given.version).ok_or_else(|| {
            Problem::new("form-unknown", "this version of the form is not known here", "load the page again; your answers are kept on it")
        })?;
        let there = self.store.records(&self.feed, &BTreeSet::from([given.record])).await?.contains_key(&given.record);
        let findings = if there { self.change(who, given, form).await? } else { self.begin(who, given, form).await? };
        let code = self.line(who, given.record).await?.map(|line| line.code).unwrap_or_default();
        Ok(Saved { record: given.record, code, findings })
    }

    /// A new record, and a record for each row of its repeats.
    async fn begin(&self, who: &Subject, given: &Submission, form: &Form) -> Result<Findings, Refused> {
        let parent = match given.parent {
            Some(parent) => Some(self.sight(who, parent).await?.record.placement),
            None => None,
        };
        // A consent taken in the course of a case is the person's, in the area of the case; so is a case itself, whether or not its author sees them.
        let belongs_to = match given.parent {
            Some(parent) if form.kind == kind::CONSENT => Some(self.about(parent).await?),
            None => self.named_person(given).await?,
            parent => parent,
        };
        let standing = Standing {
            agency: Some(who.agency),
            team: who.teams.first().copied(),
            site: parent.as_ref().and_then(|p| p.site).or_else(|| who.sites.first().copied()),
            assigned: BTreeSet::from([who.user]),
            parent: belongs_to,
            ..Standing::default()
        };
        let area = match &form.area {
            Some(area) => area.clone(),
            None => self.area_for(who, form, given.area.as_ref().or(parent.as_ref().map(|p| &p.area)))?,
        };
        let checked = self.check(form, &payload(&given.answers), given, |_| true)?;
        let view = RecordView::new(given.record, form.kind.clone(), area);
        let actor = self.actor(who);
        let around = Around { content: &self.content, record: &view, related: &[], actor: &actor, moment: self.moment() };
        let code = DisplayCode::from_random(self.random().next_u64());
        let mut drafts = casework::procedure::open(&around, code, &standing).map_err(refused)?;
        let occurred = given.occurred.unwrap_or_else(|| self.now());
        drafts.extend(casework::write(form, &checked.kept, &view, occurred, &mut || RecordId(self.draw())).map_err(refused)?);

        let mut begin: BTreeMap<RecordId, Placement> = BTreeMap::new();
        for draft in &drafts {
            begin.entry(draft.record).or_insert_with(|| placed(draft, &standing, given.record));
        }
        for part in begin.values().filter(|place| place.record != given.record) {
            let part = RecordView::new(part.record, part.kind.clone(), part.area.clone());
            let code = DisplayCode::from_random(self.random().next_u64());
            let standing = Standing { parent: Some(given.record), ..standing.clone() };
            drafts.extend(casework::procedure::open(&Around { record: &part, ..around }, code, &standing).map_err(refused)?);
        }
        if !given.passed_over.is_empty() {
            // First, so that the command that stands is the opening.
            drafts.splice(0..0, casework::merge::differ(&around, &given.passed_over).map_err(refused)?);
        }
        let own = begin.get(&given.record).ok_or_else(not_found)?.resource();
        let purpose = self.may(who, Action::Create, &own, &group::CARD)?;
        self.may_write(who, &own, &drafts)?;
        let writing = Writing { who, act: given.act, action: "create", purpose, key: Some(key(given)?) };
        self.write(writing, begin, &[], drafts).await?;
        Ok(checked.findings)
    }

    /// The area of a record whose form goes with any: the one wanted, if its author may begin one there, else the first where they may.
    fn area_for(&self, who: &Subject, form: &Form, wanted: Option<&Area>) -> Result<Area, Problem> {
        let all = self.areas_to_begin(who, &form.kind)?;
        let area = wanted.filter(|area| all.contains(area)).or_else(|| all.first());
        area.cloned().ok_or_else(|| {
            Problem::new("access-no-grant", "your role does not begin such records", "ask whoever gives grants in your office")
        })
    }

    /// The registered person whom answers say that they are about.
    async fn named_person(&self, given: &Submission) -> Result<Option<RecordId>, Problem> {
        let named = given.answers.get(&field::PERSON).and_then(|answer| answer.value.as_ref()?.as_str()?.parse::<RecordId>().ok());
        let Some(person) = named else { return Ok(None) };
        let found = self.store.records(&self.feed, &BTreeSet::from([person])).await?;
        Ok(found.get(&person).filter(|record| record.placement.kind == kind::PERSON && !record.erased).map(|_| person))
    }

    /// The areas of work in which someone may begin records of a kind.
    pub(super) fn areas_to_begin(&self, who: &Subject, kind: &base::Kind) -> Result<BTreeSet<Area>, Problem> {
        let begun = self.scopes(who, Action::Create, &group::CARD)?;
        let clauses = begun.scope.clauses.iter().filter(|clause| clause.kinds.contains(kind));
        Ok(clauses.flat_map(|clause| clause.areas.iter().cloned()).collect())
    }

    /// A record that is there, changed where its author answered anew.
    async fn change(&self, who: &Subject, given: &Submission, form: &Form) -> Result<Findings, Refused> {
        let sight = self.sight(who, given.record).await?;
        let placement = &sight.record.placement;
        if placement.kind != form.kind || form.area.as_ref().is_some_and(|area| *area != placement.area) {
            return Err(not_found().into());
        }
        let known = self.known(given.record).await?;
        let mut whole = casework::payload(form, &known.view, &known.related);
        for (field, answer) in &given.answers {
            whole.remove(field);
            whole.extend(read(answer).map(|answer| (field.clone(), answer)));
        }
        // What was wrong before is not held against whoever corrects something else.
        let checked = self.check(form, &whole, given, |column| given.answers.keys().any(|field| field.as_str() == column))?;
        let kept = Payload::from_iter(checked.kept.into_iter().filter(|(_, answer)| !matches!(answer, Answer::Rows(_))));
        let occurred = given.occurred.unwrap_or_else(|| self.now());
        let mut drafts = casework::write(form, &kept, &known.view, occurred, &mut || RecordId(self.draw())).map_err(refused)?;
        for draft in &mut drafts {
            draft.changes.retain(|field, change| match given.answers.get(field) {
                Some(answer) => {
                    change.seen.clone_from(&answer.seen);
                    true
                }
                None => form.find_question(field.as_str()).is_some_and(|question| question.calculation.is_some()),
            });
        }
        drafts.retain(|draft| !draft.changes.is_empty());
        let resource = placement.resource();
        let purpose = self.may_write(who, &resource, &drafts)?.or_else(|| sight.purpose());
        if let Some(purpose) = purpose.filter(|_| !drafts.is_empty()) {
            let writing = Writing { who, act: given.act, action: "write", purpose, key: Some(key(given)?) };
            // Another's edit meanwhile is no reason to refuse: what was seen decides.
            let known = Known { expected: Vec::new(), ..known };
            self.write(writing, BTreeMap::new(), &[&known], drafts).await?;
        }
        Ok(checked.findings)
    }

    /// Checks a whole form; only findings in columns that `counts` are told.
    fn check(&self, form: &Form, payload: &Payload, given: &Submission, counts: impl Fn(&str) -> bool) -> Result<Checked, Refused> {
        let moment = Moment { now: given.occurred.unwrap_or_else(|| self.now()), zone: &self.zone };
        let checked = validate(&self.content, form, payload, moment, Stage::Complete);
        let findings: Findings = checked.findings.into_iter().filter(|f| f.column.as_deref().is_none_or(&counts)).collect();
        if findings.has_errors() { Err(Refused::Answers(findings)) } else { Ok(Checked { kept: checked.kept, findings }) }
    }

    /// Whether someone may write each group that a form's drafts write, and the purpose of the last.
    fn may_write(&self, who: &Subject, resource: &Resource, drafts: &[Draft]) -> Result<Option<base::Purpose>, Problem> {
        let mut purpose = None;
        for draft in drafts.iter().filter(|draft| draft.form.is_some()) {
            if let Some(field) = draft.changes.keys().find(|field| is_decided(&draft.group, field)) {
                return Err(Problem::new("field-decided", format!("'{field}' is not written by a form"), "use the step that decides it"));
            }
            purpose = Some(self.may(who, Action::Write, resource, &draft.group)?);
        }
        Ok(purpose)
    }
}

/// A casework refusal, as a problem: all of its reasons, the first as the code.
pub(super) fn refused(refusal: casework::Refusal) -> Problem {
    let mut problem = Problem::new("refused", "a rule of the work says no", "look at what is missing");
    for (n, objection) in refusal.0.iter().enumerate() {
        if n == 0 {
            problem.code.clone_from(&objection.reason.code);
            problem.args.extend(objection.reason.args.clone());
        }
        if let Some(message) = &objection.message {
            problem.text = message.show("en").to_owned();
        }
    }
    problem
}

/// Where a record begins: the one filled in, or a row of its repeats beside it.
pub(super) fn placed(draft: &Draft, standing: &Standing, own: RecordId) -> Placement {
    Placement {
        record: draft.record,
        kind: draft.kind.clone(),
        area: draft.area.clone(),
        agency: standing.agency.unwrap_or(base::AgencyId(base::Uuid::nil())),
        team: standing.team,
        site: standing.site,
        assigned: standing.assigned.clone(),
        withheld_from: BTreeSet::new(),
        offered: BTreeSet::new(),
        parent: if draft.record == own { standing.parent } else { Some(own) },
        state: String::new(),
        due: None,
        merged_into: None,
    }
}

/// The key under which the same submission sent again is done once.
fn key(given: &Submission) -> Result<RequestKey, Problem> {
    let asked = serde_json::to_vec(given).map_err(|e| Problem::new("request-unreadable", e.to_string(), "load the page again"))?;
    Ok(RequestKey { key: given.act.0, digest: seal::hash(&asked).0 })
}

/// Answers as content reads them.
fn payload(answers: &BTreeMap<Field, Given>) -> Payload {
    answers.iter().filter_map(|(field, given)| Some((field.clone(), read(given)?))).collect()
}

/// One answer; without rows, value and silence it takes back what stands.
fn read(given: &Given) -> Option<Answer> {
    Some(match (&given.rows, &given.value, given.silence) {
        (Some(rows), ..) => Answer::Rows(rows.iter().map(payload).collect()),
        (_, Some(value), _) => Answer::Set(value.clone()),
        (_, None, Some(journal::Silence::Unknown)) => Answer::Silent(Silence::Unknown),
        (_, None, Some(journal::Silence::Refused)) => Answer::Silent(Silence::Refused),
        (_, None, None) => return None,
    })
}
