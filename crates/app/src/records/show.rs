//! A record as someone may see it.

use super::wire::{Answer, GroupShown, Line, RecordShown};
use crate::Problem;
use crate::office::{Office, not_found};
use access::{Action, Subject};
use base::{Compartment, Group, Purpose, RecordId, UserId};
use casework::RecordView;
use casework::known::{card, group, is_decided};
use journal::{Card, Op};
use std::collections::{BTreeMap, BTreeSet};
use store::{Filter, List, Opened, Record, Show, Sort, Witnessed};

/// How many parts of a record are shown with it.
const PARTS: u32 = 100;

/// Who acts on what, for the audit.
pub(super) fn act(
    who: &Subject,
    action: &str,
    record: Option<RecordId>,
    compartments: Vec<Compartment>,
    purpose: Option<Purpose>,
) -> store::Act {
    store::Act { actor: Some(who.user), action: action.into(), record, compartments, purpose }
}

/// A record's groups that someone may read, with the purpose.
pub(super) struct Sight {
    pub record: Record,
    pub groups: BTreeMap<Group, Purpose>,
}

impl Sight {
    pub fn compartments(&self) -> BTreeSet<Compartment> {
        let area = &self.record.placement.area;
        self.groups.keys().map(|group| Compartment { area: area.clone(), group: group.clone() }).collect()
    }

    /// The compartments whose reading goes into the audit: all but what a list shows.
    pub fn sensitive(&self) -> Vec<Compartment> {
        self.compartments().into_iter().filter(|c| c.group != group::CARD).collect()
    }

    pub fn purpose(&self) -> Option<Purpose> {
        self.groups.values().next().cloned()
    }
}

impl Office {
    /// What of a record someone may read; not found if they may not know of it.
    pub(super) async fn sight(&self, who: &Subject, id: RecordId) -> Result<Sight, Problem> {
        let record =
            self.store.records(&self.feed, &BTreeSet::from([id])).await?.remove(&id).filter(|r| !r.erased).ok_or_else(not_found)?;
        let resource = record.placement.resource();
        let mut problem = not_found();
        let mut groups = BTreeMap::new();
        for group in &self.policy.groups {
            match self.may(who, Action::Read, &resource, group) {
                Ok(purpose) => drop(groups.insert(group.clone(), purpose)),
                Err(refusal) if refusal.code != "not-found" && problem.code == "not-found" => problem = refusal,
                Err(_) => {}
            }
        }
        if groups.is_empty() { Err(problem) } else { Ok(Sight { record, groups }) }
    }

    /// Opens a record: what someone may read of it, its parts and steps. The reading is audited.
    pub async fn open(&self, who: &Subject, id: RecordId, language: &str) -> Result<RecordShown, Problem> {
        let sight = self.sight(who, id).await?;
        let links = vec![act(who, "read", Some(id), sight.sensitive(), sight.purpose())];
        let opened = self.store.read(&self.feed, id, &sight.compartments(), &Witnessed { at: self.now(), acts: links }).await?;
        let people = self.names(&opened).await?;
        let known = self.known(id).await?;
        let of = |parent| Filter { parent: Some(parent), ..Filter::default() };
        let mut parts = self.lines(who, of(id), None, PARTS).await?.lines;
        let mut absorbed = Vec::new();
        for merged in casework::merge::absorbed(&known.view) {
            parts.extend(self.lines(who, of(merged), None, PARTS).await?.lines);
            absorbed.extend(self.line(who, merged).await?);
        }
        let parent = match opened.record.placement.parent {
            Some(parent) => self.line(who, parent).await?,
            None => None,
        };
        let resource = opened.record.placement.resource();
        let leads = [Action::Advance, Action::Approve].into_iter().any(|action| self.may(who, action, &resource, &group::DECISION).is_ok());
        let steps = if leads { self.steps(who, &known.view, &known.related, language) } else { Vec::new() };
        let forms = self.content.forms_for(&opened.record.placement.kind, &opened.record.placement.area);
        let form = forms.into_iter().find(|form| self.begins(form));
        let mut shown = RecordShown {
            line: line(&opened.record, &cards(&opened)),
            form: form.map(|form| journal::FormVersion { form: form.id.clone(), version: form.version }),
            groups: self.groups(who, &sight, form, &opened, &people),
            parts,
            parent,
            absorbed,
            steps,
            may: Vec::new(),
            offer: None,
            erasure: None,
            consents: Vec::new(),
            carried: Vec::new(),
            recall_until: None,
        };
        self.decidable(who, &sight, &known, &mut shown).await?;
        Ok(shown)
    }

    /// The line of one record, if someone may know of it.
    pub(super) async fn line(&self, who: &Subject, id: RecordId) -> Result<Option<Line>, Problem> {
        let Ok(sight) = self.sight(who, id).await else { return Ok(None) };
        let shown: BTreeSet<Compartment> =
            sight.compartments().into_iter().filter(|c| c.group == group::CARD || c.group == group::IDENTITY).collect();
        let links = vec![act(who, "read", Some(id), shown.iter().filter(|c| c.group != group::CARD).cloned().collect(), sight.purpose())];
        let opened = self.store.read(&self.feed, id, &shown, &Witnessed { at: self.now(), acts: links }).await?;
        Ok(Some(line(&opened.record, &cards(&opened))))
    }

    /// Names of those who wrote what is shown.
    pub(super) async fn names(&self, opened: &Opened) -> Result<BTreeMap<UserId, String>, Problem> {
        let mut authors = BTreeSet::new();
        for revised in opened.cards.values() {
            for field in revised.card.fields() {
                authors.extend(revised.card.heads(field).into_iter().map(|head| head.stamp.author));
            }
        }
        self.names_of(authors).await
    }

    /// Names of accounts.
    pub(super) async fn names_of(&self, users: BTreeSet<UserId>) -> Result<BTreeMap<UserId, String>, Problem> {
        let mut names = BTreeMap::new();
        for user in users {
            if let Some(account) = self.store.find_account(&self.feed, user).await? {
                names.insert(user, account.name);
            }
        }
        Ok(names)
    }

    /// The groups with answers, and those without that the form asks for and someone may fill in.
    fn groups(
        &self,
        who: &Subject,
        sight: &Sight,
        form: Option<&content::Form>,
        opened: &Opened,
        people: &BTreeMap<UserId, String>,
    ) -> Vec<GroupShown> {
        let resource = opened.record.placement.resource();
        let asked: BTreeSet<&Group> = form.into_iter().flat_map(content::Form::questions).map(|question| &question.group).collect();
        let shown = sight.compartments().into_iter().map(|compartment| {
            let card = opened.cards.get(&compartment).map(|revised| &revised.card);
            let fields = card.into_iter().flat_map(|card| card.fields().map(move |field| (field.clone(), answers(card, field, people))));
            // What the program decided stands in the line, the steps and the history; who is assigned could give a hidden case away.
            let fields = fields.filter(|(field, _)| !is_decided(&compartment.group, field));
            GroupShown {
                may_write: self.may(who, Action::Write, &resource, &compartment.group).is_ok(),
                seen_by: self.seen_by(&opened.record, &compartment.group),
                fields: fields.filter(|(_, answers)| !answers.is_empty()).collect(),
                group: compartment.group,
            }
        });
        shown.filter(|shown| !shown.fields.is_empty() || (shown.may_write && asked.contains(&shown.group))).collect()
    }

    /// Roles whose table lets them read a group of records of this kind and area.
    fn seen_by(&self, record: &Record, group: &Group) -> Vec<String> {
        let reads = |row: &access::Row| {
            row.areas.contains(&record.placement.area)
                && row.kinds.contains(&record.placement.kind)
                && row.groups.contains(group)
                && row.actions.contains(&Action::Read)
        };
        self.policy.roles.iter().filter(|(_, table)| table.rows.iter().any(reads)).map(|(role, _)| role.to_string()).collect()
    }

    /// A part of the records that someone may know of, narrowed, newest first; names where they may read them.
    pub(super) async fn lines(
        &self,
        who: &Subject,
        filter: Filter,
        after: Option<store::Cursor>,
        limit: u32,
    ) -> Result<super::wire::Lines, Problem> {
        let page = self.page(who, filter, Sort::Changed, after, limit).await?;
        Ok(super::wire::Lines { lines: page.lines.iter().map(line_of).collect(), next: page.next.map(|cursor| cursor.to_string()) })
    }

    /// The same as the store gives it, in an order.
    pub(super) async fn page(
        &self,
        who: &Subject,
        filter: Filter,
        sort: Sort,
        after: Option<store::Cursor>,
        limit: u32,
    ) -> Result<store::Page, Problem> {
        let listed = self.scopes(who, Action::List, &group::CARD)?;
        let show = self.show(who)?;
        let list = List { scope: &listed.scope, filter, sort, after, limit, show: &show };
        let links = vec![act(who, "list", None, Vec::new(), listed.purpose)];
        Ok(self.store.list(&self.feed, &list, &Witnessed { at: self.now(), acts: links }).await?)
    }

    /// What stands beside each line: the card, and the name where someone may read it.
    pub(super) fn show(&self, who: &Subject) -> Result<Vec<Show>, Problem> {
        [&group::CARD, &group::IDENTITY]
            .into_iter()
            .map(|group| Ok(Show { group: group.clone(), scope: self.scopes(who, Action::Read, group)?.scope }))
            .collect()
    }
}

/// The answers that stand in a field, newest first; equal answers are one.
fn answers(card: &Card, field: &base::Field, people: &BTreeMap<UserId, String>) -> Vec<Answer> {
    use journal::Reading;
    let shown = |answer: &journal::Answer<'_>| -> Option<Answer> {
        let head = answer.heads.first()?;
        let (value, silence) = match answer.op {
            Op::Set(value) => (Some(value.clone()), None),
            Op::Silent(silence) => (None, Some(*silence)),
            Op::Clear => (None, None),
        };
        let by = people.get(&head.stamp.author).cloned().unwrap_or_default();
        Some(Answer {
            entry: head.entry,
            entries: answer.heads.iter().map(|h| h.entry).collect(),
            value,
            silence,
            by,
            occurred: head.stamp.occurred,
        })
    };
    match card.value(field) {
        Reading::Absent => Vec::new(),
        Reading::One(answer) => shown(&answer).filter(|a| a.value.is_some() || a.silence.is_some()).into_iter().collect(),
        Reading::Conflict(all) => all.iter().filter_map(shown).collect(),
    }
}

fn cards(opened: &Opened) -> Vec<&Card> {
    opened.cards.values().map(|revised| &revised.card).collect()
}

/// The line of a record as the store lists it.
pub(super) fn line_of(found: &store::Line) -> Line {
    line(&found.record, &found.cards.values().map(|revised| &revised.card).collect::<Vec<_>>())
}

/// A record's line from those of its cards that are at hand.
pub(super) fn line(record: &Record, cards: &[&Card]) -> Line {
    let placement = &record.placement;
    let mut view = RecordView::new(placement.record, placement.kind.clone(), placement.area.clone());
    for card in cards {
        view = view.with((*card).clone());
    }
    Line {
        id: placement.record,
        kind: placement.kind.clone(),
        area: placement.area.clone(),
        code: view.one(&group::CARD, &card::CODE).unwrap_or_default(),
        title: title(&view),
        state: Some(placement.state.clone()).filter(|s| !s.is_empty()),
        risk: view.one(&group::CARD, &RISK),
        due: placement.due,
        merged_into: placement.merged_into,
        changed: record.changed,
        conflict: view.cards().any(|card| !card.conflicts().is_empty()),
    }
}

static RISK: base::Field = base::Field::known("risk");

/// What to call a record: the names that stand in it, newest first where two do.
fn title(view: &RecordView) -> Option<String> {
    static NAMES: [base::Field; 3] = [base::Field::known("name"), base::Field::known("name_text"), base::Field::known("separated_name")];
    NAMES.iter().find_map(|field| view.all::<String>(&group::IDENTITY, field).into_iter().next())
}
