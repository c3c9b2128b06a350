//! Lists, counts and search: only what a scope admits, found through its arms.

use crate::Store;
use crate::arms::{self, Arm, Filter};
use crate::error::{Error, Result};
use crate::keys::Sealer;
use crate::read::Witnessed;
use crate::rows::{self, RECORD, RecordRow};
use crate::shape::{Record, Revised, Token};
use crate::sql::{Sql, Tx, Value, retrying};
use access::Scope;
use base::{Compartment, Feed, Group, RecordId, Uuid};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// What changed last comes first.
    #[default]
    Changed,
    /// What is due first comes first; what isn't due is left out.
    Due,
}

/// Where a page of a list ends. It names nothing but a line that its reader has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    at: i64,
    id: Uuid,
}

/// A field group to show beside each line, where its own scope admits the record.
#[derive(Debug, Clone)]
pub struct Show {
    /// The group.
    pub group: Group,
    /// Which records' cards of the group the asker may read.
    pub scope: Scope,
}

/// What a list shows.
#[derive(Debug, Clone)]
pub struct List<'a> {
    /// The records whose existence the asker may know of.
    pub scope: &'a Scope,
    /// What narrows it.
    pub filter: Filter,
    /// Its order.
    pub sort: Sort,
    /// Where the page before ended.
    pub after: Option<Cursor>,
    /// How many lines at most; [`MAX_LIMIT`] at most.
    pub limit: u32,
    /// What to open for each line.
    pub show: &'a [Show],
}

/// What is searched for.
#[derive(Debug, Clone)]
pub struct Search<'a> {
    /// The records whose cards of the group the asker may read.
    pub scope: &'a Scope,
    /// What narrows it.
    pub filter: Filter,
    /// The group whose words are searched.
    pub group: Group,
    /// All of these must be found, each by any of its spellings, the best first: the word, its sound, its beginning.
    pub words: &'a [Vec<Token>],
    /// How many lines at most; [`MAX_LIMIT`] at most.
    pub limit: u32,
    /// What to open for each line.
    pub show: &'a [Show],
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The record.
    pub record: Record,
    /// The cards shown.
    pub cards: BTreeMap<Group, Revised>,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

/// The longest page.
pub const MAX_LIMIT: u32 = 200;
/// How many candidates a search opens at most for each arm, beyond what was asked for.
const CANDIDATES: u32 = 100;

impl Store {
    /// A page of the records that a scope admits; audited like [`Store::read`].
    pub async fn list(&self, feed: &Feed, list: &List<'_>, witnessed: &Witnessed) -> Result<Page> {
        retrying!(self.list_once(feed, list, witnessed))
    }

    async fn list_once(&self, feed: &Feed, list: &List<'_>, witnessed: &Witnessed) -> Result<Page> {
        let mut tx = self.witness(feed, witnessed).await?;
        let limit = list.limit.min(MAX_LIMIT);
        let key = |row: &RecordRow| match list.sort {
            Sort::Changed => (row.updated_at, row.id),
            Sort::Due => (row.due_at.unwrap_or(i64::MAX), row.id),
        };
        let mut rows: BTreeMap<(i64, Uuid), RecordRow> = BTreeMap::new();
        for arm in arms::arms(list.scope, &list.filter) {
            let mut sql = Sql::default();
            sql.push("SELECT ").push(RECORD);
            arm.push(&mut sql, feed, list.scope.user, &list.filter, None);
            if list.sort == Sort::Due {
                sql.push(" AND r.due_at IS NOT NULL");
            }
            if let Some(Cursor { at, id }) = list.after {
                sql.push(match list.sort {
                    Sort::Changed => " AND (r.updated_at, r.id) < (",
                    Sort::Due => " AND (r.due_at, r.id) > (",
                });
                sql.bind(Value::int(at)).push(", ").bind(Value::uuid(id)).push(")");
            }
            sql.push(match list.sort {
                Sort::Changed => " ORDER BY r.updated_at DESC, r.id DESC LIMIT ",
                Sort::Due => " ORDER BY r.due_at, r.id LIMIT ",
            });
            sql.bind(Value::int(i64::from(limit) + 1));
            rows.extend(sql.fetch::<RecordRow>(&mut tx).await?.into_iter().map(|row| (key(&row), row)));
        }
        let more = rows.len() > limit as usize;
        let in_order: Box<dyn Iterator<Item = RecordRow>> = match list.sort {
            Sort::Changed => Box::new(rows.into_values().rev()),
            Sort::Due => Box::new(rows.into_values()),
        };
        let rows: Vec<RecordRow> = in_order.take(limit as usize).collect();
        let next = rows.last().filter(|_| more).map(key).map(|(at, id)| Cursor { at, id });
        let mut sealer = Sealer::new(self, feed);
        let records = rows::records_of(&mut tx, &mut sealer, rows).await?;
        let lines = show(&mut tx, &mut sealer, records, list.show).await?;
        tx.commit().await?;
        Ok(Page { lines, next })
    }

    /// How many records a scope admits, counted no further than `at_most`.
    pub async fn count(&self, feed: &Feed, scope: &Scope, filter: &Filter, at_most: u32) -> Result<u32> {
        let mut tx = self.db.reading().await?;
        let mut seen: BTreeSet<Uuid> = BTreeSet::new();
        for arm in arms::arms(scope, filter) {
            let mut sql = Sql::default();
            sql.push("SELECT r.id");
            arm.push(&mut sql, feed, scope.user, filter, None);
            sql.push(" LIMIT ").bind(Value::int(at_most.into()));
            seen.extend(sql.fetch::<(Uuid,)>(&mut tx).await?.into_iter().map(|(id,)| id));
            if seen.len() >= at_most as usize {
                return Ok(at_most);
            }
        }
        Ok(u32::try_from(seen.len()).unwrap_or(at_most))
    }

    /// The records that hold all the words, the closest first; audited like [`Store::read`].
    ///
    /// What the token table finds is opened and compared with the words before it is shown, so that a collision of hashes shows nothing.
    pub async fn search(&self, feed: &Feed, search: &Search<'_>, witnessed: &Witnessed) -> Result<Vec<Line>> {
        retrying!(self.search_once(feed, search, witnessed))
    }

    async fn search_once(&self, feed: &Feed, search: &Search<'_>, witnessed: &Witnessed) -> Result<Vec<Line>> {
        let limit = search.limit.min(MAX_LIMIT);
        let mut tx = self.witness(feed, witnessed).await?;
        let mut sealer = Sealer::new(self, feed);
        let mut found: BTreeMap<RecordId, (usize, Record)> = BTreeMap::new();
        let arms = if search.words.is_empty() { Vec::new() } else { arms::arms(search.scope, &search.filter) };
        // First the words themselves; only if these are too few, all their spellings.
        for spellings in [1, usize::MAX] {
            if found.len() < limit as usize {
                for arm in &arms {
                    self.search_arm(&mut tx, &mut sealer, arm, search, spellings, limit + CANDIDATES, &mut found).await?;
                }
            }
        }
        let mut ranked: Vec<(usize, Record)> = found.into_values().collect();
        ranked.sort_by_key(|(distance, record)| (*distance, std::cmp::Reverse((record.changed, record.placement.record))));
        ranked.truncate(limit as usize);
        let lines = show(&mut tx, &mut sealer, ranked.into_iter().map(|(_, record)| record).collect(), search.show).await?;
        tx.commit().await?;
        Ok(lines)
    }

    /// Looks through one arm by the first so many spellings of each word.
    #[allow(clippy::too_many_arguments)]
    async fn search_arm(
        &self,
        tx: &mut Tx,
        sealer: &mut Sealer<'_>,
        arm: &Arm,
        search: &Search<'_>,
        spellings: usize,
        candidates: u32,
        found: &mut BTreeMap<RecordId, (usize, Record)>,
    ) -> Result<()> {
        let compartment = Compartment { area: arm.area.clone(), group: search.group.clone() };
        // Without a key there is nothing written in the compartment.
        let Some(key) = sealer.find_compartment(tx, &compartment).await? else { return Ok(()) };
        let hashes: Vec<Vec<i64>> =
            search.words.iter().map(|any| any.iter().take(spellings).map(|word| key.token(word)).collect()).collect();
        let mut sql = Sql::default();
        sql.push("SELECT ").push(RECORD);
        arm.push(&mut sql, sealer.feed, search.scope.user, &search.filter, Some((&search.group, &hashes)));
        // A record comes once for each spelling of the first word that it holds.
        let times = hashes.first().map_or(1, Vec::len) as i64;
        sql.push(" LIMIT ").bind(Value::int(i64::from(candidates) * times));
        let rows: BTreeMap<Uuid, RecordRow> = sql.fetch::<RecordRow>(tx).await?.into_iter().map(|row| (row.id, row)).collect();
        let records = rows::records_of(tx, sealer, rows.into_values().collect()).await?;
        let wanted = records.iter().map(|r| (r.placement.record, compartment.clone())).collect();
        let cards = rows::cards(tx, sealer, &wanted).await?;
        for record in records {
            let Some(held) = cards.get(&(record.placement.record, compartment.clone())).map(|c| (self.index)(&c.card)) else { continue };
            let distance = search.words.iter().map(|any| any.iter().position(|word| held.contains(word)));
            if let Some(distance) = distance.sum::<Option<usize>>() {
                found.insert(record.placement.record, (distance, record));
            }
        }
        Ok(())
    }
}

/// Opens what is to be shown of records, each group only where its scope admits the record.
async fn show(tx: &mut Tx, sealer: &mut Sealer<'_>, records: Vec<Record>, show: &[Show]) -> Result<Vec<Line>> {
    let wanted = records.iter().flat_map(|record| {
        let resource = record.placement.resource();
        let area = record.placement.area.clone();
        let admitted = show.iter().filter(move |s| s.scope.admits(&resource));
        admitted.map(move |s| (record.placement.record, Compartment { area: area.clone(), group: s.group.clone() }))
    });
    let mut cards: BTreeMap<RecordId, BTreeMap<Group, Revised>> = BTreeMap::new();
    for ((record, compartment), card) in rows::cards(tx, sealer, &wanted.collect()).await? {
        cards.entry(record).or_default().insert(compartment.group, card);
    }
    Ok(records.into_iter().map(|record| Line { cards: cards.remove(&record.placement.record).unwrap_or_default(), record }).collect())
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.at, self.id.simple())
    }
}

impl FromStr for Cursor {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let (at, id) = text.split_once('.').ok_or(Error::Contradiction("cursor"))?;
        let at = at.parse().map_err(|_| Error::Contradiction("cursor"))?;
        Ok(Self { at, id: id.parse().map_err(|_| Error::Contradiction("cursor"))? })
    }
}
