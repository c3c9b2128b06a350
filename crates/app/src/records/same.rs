//! Two records of one person: found, looked at, merged, or kept apart.

use super::index;
use super::show::line;
use super::wire::{Given, Likeness, Line};
use crate::Problem;
use crate::office::Office;
use access::{Action, Subject};
use base::{ActId, Compartment, Field, Group, Kind, RecordId};
use casework::known::{group, kind};
use casework::likeness::{self, Traits};
use casework::{Person, RecordView, merge, names};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use store::{Filter, Token, Witnessed};

/// People that one may be the same as, at most.
const ALIKE: usize = 10;
/// People that are opened and compared for one, at most.
const COMPARED: usize = 40;
/// People whose likes are looked for at once.
const LOOKED_AT: u32 = 25;

static NAME_ROW: Kind = Kind::known("name");
static IDENTIFIER_ROW: Kind = Kind::known("identifier");

/// Pairs of people who may be one, among some.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Pairs {
    /// The pairs, the likeliest of each person first.
    pub pairs: Vec<Pair>,
    /// Among how many people, newest first, was looked.
    pub looked_at: usize,
    /// Where to look on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Two people who may be one, and why.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Pair {
    /// The one.
    pub one: Line,
    /// The other.
    pub other: Line,
    /// Why; the strongest first.
    pub reasons: Vec<base::Reason>,
}

/// Someone opened to be compared, as far as the asker may read them.
struct Compared {
    line: Line,
    traits: Traits,
}

impl Office {
    /// People whom someone being registered may already be among, as far as the asker may see: to be looked at before anyone is registered twice.
    ///
    /// `answers` are those of the registration so far. The program never takes two for one by itself.
    pub async fn alike(&self, who: &Subject, answers: &BTreeMap<Field, Given>) -> Result<Vec<Likeness>, Problem> {
        let mut new = Traits::default();
        gather(answers, &mut new);
        self.like(who, &new, &BTreeSet::new()).await
    }

    /// People who may be the same as a registered one and were not said to be others; for whoever may merge.
    pub async fn alike_to(&self, who: &Subject, id: RecordId) -> Result<Vec<Likeness>, Problem> {
        let sight = self.sight(who, id).await?;
        self.may(who, Action::Merge, &sight.record.placement.resource(), &group::IDENTITY)?;
        let Some(own) = self.compared(who, id).await? else { return Ok(Vec::new()) };
        let known = self.known(id).await?;
        let mut except: BTreeSet<RecordId> = merge::different(&known.view).into_iter().collect();
        except.insert(id);
        let mut found = Vec::new();
        for likeness in self.like(who, &own.traits, &except).await? {
            let other = self.known(likeness.line.id).await?;
            let may = self.may(who, Action::Merge, &other.record.placement.resource(), &group::IDENTITY);
            if may.is_ok() && !merge::different(&other.view).contains(&id) {
                found.push(likeness);
            }
        }
        Ok(found)
    }

    /// Pairs that may be one person, among some of those that the asker may merge: the newest, or from where the part before ended.
    pub async fn pairs(&self, who: &Subject, after: Option<&str>) -> Result<Pairs, Problem> {
        if self.scopes(who, Action::Merge, &group::IDENTITY)?.scope.is_empty() {
            return Err(Problem::new("access-no-grant", "your role does not merge records", "ask whoever gives grants in your office"));
        }
        let filter = Filter { kinds: BTreeSet::from([kind::PERSON.clone()]), ..Filter::default() };
        let part = self.lines(who, filter, super::list::place(after)?, LOOKED_AT).await?;
        let mut pairs: Vec<Pair> = Vec::new();
        for one in &part.lines {
            let Ok(found) = self.alike_to(who, one.id).await else { continue };
            for Likeness { line: other, reasons } in found {
                if !pairs.iter().any(|pair| [pair.one.id, pair.other.id] == [other.id, one.id]) {
                    pairs.push(Pair { one: one.clone(), other, reasons });
                }
            }
        }
        Ok(Pairs { pairs, looked_at: part.lines.len(), next: part.next })
    }

    /// Says that another record is of the same person; this one stays. Both keep their histories.
    pub(super) async fn merge(&self, who: &Subject, id: RecordId, act: ActId, other: RecordId, why: &str) -> Result<(), Problem> {
        self.sight(who, other).await?;
        let (known, other) = (self.known(id).await?, self.known(other).await?);
        self.may(who, Action::Merge, &other.record.placement.resource(), &group::IDENTITY)?;
        let purpose = self.may(who, Action::Merge, &known.record.placement.resource(), &group::IDENTITY)?;
        let actor = self.actor(who);
        let decided = merge::merge(&self.around(&known, &actor), &other.view, why);
        self.decided(who, act, "merge", purpose, &super::handover::both(&known, &other), decided).await
    }

    /// Takes a merge back: both records stand as they did, with what was written to each since.
    pub(super) async fn unmerge(&self, who: &Subject, id: RecordId, act: ActId, other: RecordId, why: &str) -> Result<(), Problem> {
        self.sight(who, other).await?;
        let (known, other) = (self.known(id).await?, self.known(other).await?);
        self.may(who, Action::Merge, &other.record.placement.resource(), &group::IDENTITY)?;
        let purpose = self.may(who, Action::Merge, &known.record.placement.resource(), &group::IDENTITY)?;
        let actor = self.actor(who);
        let decided = merge::unmerge(&self.around(&known, &actor), &other.view, why);
        self.decided(who, act, "unmerge", purpose, &super::handover::both(&known, &other), decided).await
    }

    /// Keeps that another record is of another person: the two are no longer shown as a pair.
    pub(super) async fn differ(&self, who: &Subject, id: RecordId, act: ActId, other: RecordId) -> Result<(), Problem> {
        self.sight(who, other).await?;
        let known = self.known(id).await?;
        let purpose = self.may(who, Action::Merge, &known.record.placement.resource(), &group::IDENTITY)?;
        let actor = self.actor(who);
        let decided = merge::differ(&self.around(&known, &actor), &[other]);
        self.decided(who, act, "decide", purpose, &[&known], decided).await
    }

    /// Finds by names, papers and telephone, and compares by all that is known.
    async fn like(&self, who: &Subject, new: &Traits, except: &BTreeSet<RecordId>) -> Result<Vec<Likeness>, Problem> {
        let mut found: BTreeSet<RecordId> = BTreeSet::new();
        let mut ask = |lines: Vec<store::Line>| {
            let person = |line: store::Line| match line.record.placement.kind == kind::PERSON {
                true => Some(line.record.placement.record),
                false => line.record.placement.parent,
            };
            found.extend(lines.into_iter().filter_map(person).filter(|id| !except.contains(id)));
        };
        for words in new.names.iter().flat_map(|name| pairs(index::spellings(name))) {
            ask(self.meets(who, &group::IDENTITY, &[&kind::PERSON, &NAME_ROW], &words).await?);
        }
        for (_, value) in &new.identifiers {
            ask(self.meets(who, &group::IDENTITY, &[&IDENTIFIER_ROW], &index::spellings(value)).await?);
        }
        for token in new.phones.iter().filter_map(|phone| index::phone(phone)) {
            ask(self.meets(who, &group::CONTACT, &[&kind::PERSON], &[vec![token]]).await?);
        }
        let mut candidates = BTreeMap::new();
        for id in found.into_iter().take(COMPARED) {
            candidates.extend(self.compared(who, id).await?.map(|compared| (id, compared)));
        }
        let traits: Vec<(RecordId, Traits)> = candidates.iter().map(|(id, compared)| (*id, compared.traits.clone())).collect();
        let likest = likeness::alike(new, &traits).into_iter().take(ALIKE);
        let shown = likest.filter_map(|like| Some(Likeness { line: candidates.remove(&like.record)?.line, reasons: like.reasons }));
        Ok(shown.collect())
    }

    async fn meets(&self, who: &Subject, within: &Group, kinds: &[&Kind], words: &[Vec<Token>]) -> Result<Vec<store::Line>, Problem> {
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let filter = Filter { kinds: kinds.iter().map(|kind| (*kind).clone()).collect(), ..Filter::default() };
        self.found(who, within, filter, words, COMPARED as u32, &[]).await
    }

    /// Opens someone to be compared: only what the asker may read. Nobody whom they may not know of, or who was merged into another.
    async fn compared(&self, who: &Subject, id: RecordId) -> Result<Option<Compared>, Problem> {
        let Ok(sight) = self.sight(who, id).await else { return Ok(None) };
        if sight.record.placement.merged_into.is_some() || !sight.groups.contains_key(&group::IDENTITY) {
            return Ok(None);
        }
        let compared = [&group::CARD, &group::IDENTITY, &group::CONTACT];
        let compartments: BTreeSet<Compartment> = sight.compartments().into_iter().filter(|c| compared.contains(&&c.group)).collect();
        let unseen = Witnessed { at: self.now(), acts: Vec::new() };
        let opened = self.store.read(&self.feed, id, &compartments, &unseen).await?;
        let cards: Vec<&journal::Card> = opened.cards.values().map(|revised| &revised.card).collect();
        let place = &sight.record.placement;
        let empty = RecordView::new(id, place.kind.clone(), place.area.clone());
        let view = cards.iter().fold(empty, |view, card| view.with((*card).clone()));
        let parts =
            self.parts(id).await?.into_iter().map(|part| part.view).filter(|part| part.kind == NAME_ROW || part.kind == IDENTIFIER_ROW);
        let parts: Vec<RecordView> = parts.collect();
        Ok(Some(Compared { line: line(&opened.record, &cards), traits: Traits::from(&Person { record: &view, parts: &parts }) }))
    }
}

/// All words of a name, or each two of them where there are more: two must sound alike, and not everyone writes every name.
fn pairs(words: Vec<Vec<Token>>) -> Vec<Vec<Vec<Token>>> {
    if words.len() <= 2 {
        return vec![words];
    }
    let each = |n: usize| words.iter().skip(n + 1).map(move |other| (n, other));
    (0..words.len()).flat_map(each).filter_map(|(n, other)| Some(vec![words.get(n)?.clone(), other.clone()])).take(6).collect()
}

/// What a registration says that can be compared, the rows of its repeats included.
fn gather(answers: &BTreeMap<Field, Given>, traits: &mut Traits) {
    let text = |name: &str| answers.iter().find(|(field, _)| field.as_str() == name).and_then(|(_, given)| given.value.as_ref()?.as_str());
    traits
        .names
        .extend(["name", "name_text"].into_iter().filter_map(text).filter(|name| !names::words(name).is_empty()).map(str::to_owned));
    traits.phones.extend(text("phone").map(str::to_owned));
    traits.identifiers.extend(text("id_type").zip(text("id_value")).map(|(kind, value)| (kind.to_owned(), value.to_owned())));
    traits.sex = traits.sex.take().or_else(|| text("sex").map(str::to_owned));
    traits.birth = traits.birth.take().or_else(|| content::days(text("birth_date")?));
    for row in answers.values().flat_map(|given| given.rows.iter().flatten()) {
        gather(row, traits);
    }
}
