//! Lists, counts and search: only what a scope admits, found through its arms.

use crate::Store;
use crate::arms::{self, Arm, Filter, Words};
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
/// How many records that hold a beginning or a sound, which many share, are looked at, from the newest on. A word itself is looked for in all.
const LOOKED_THROUGH: i64 = 20_000;
/// From how many records on a word is common; it is counted no further.
const COMMON: i64 = 5_000;

/// How a search goes on while it has found too few: the words themselves; one of them and the others in any spelling; any spelling of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closeness {
    Words,
    OneWord,
    Spellings,
}

impl Closeness {
    const ALL: [Self; 3] = [Self::Words, Self::OneWord, Self::Spellings];
}

impl Store {
    /// A page of the records that a scope admits; audited like [`Store::read`].
    pub async fn list(&self, feed: &Feed, list: &List<'_>, witnessed: &Witnessed) -> Result<Page> {
        retrying!(self.list_once(feed, list, witnessed))
    }

    async fn list_once(&self, feed: &Feed, list: &List<'_>, witnessed: &Witnessed) -> Result<Page> {
        let mut tx = self.db.reading().await?;
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
            let [changed, due, record] = arm.columns(&list.filter);
            let (by, beyond, order) = match list.sort {
                Sort::Changed => (changed, " < ", " DESC"),
                Sort::Due => (due, " > ", ""),
            };
            if list.sort == Sort::Due {
                sql.push(" AND ").push(due).push(" IS NOT NULL");
            }
            if let Some(Cursor { at, id }) = list.after {
                sql.push(" AND (").push(by).push(", ").push(record).push(")").push(beyond);
                sql.push("(").bind(Value::int(at)).push(", ").bind(Value::uuid(id)).push(")");
            }
            sql.push(" ORDER BY ").push(by).push(order).push(", ").push(record).push(order).push(" LIMIT ");
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
        self.witness(feed, witnessed).await?;
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
        let limit = search.limit.min(MAX_LIMIT) as usize;
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let mut found = BTreeMap::new();
        let arms = if search.words.is_empty() { Vec::new() } else { arms::arms(search.scope, &search.filter) };
        for closeness in Closeness::ALL {
            for arm in &arms {
                if found.len() < limit {
                    self.search_arm(&mut tx, &mut sealer, arm, search, closeness, &mut found).await?;
                }
            }
        }
        let mut ranked: Vec<(usize, Record)> = found.into_values().flatten().collect();
        ranked.sort_by_key(|(distance, record)| (*distance, std::cmp::Reverse((record.changed, record.placement.record))));
        ranked.truncate(limit);
        let lines = show(&mut tx, &mut sealer, ranked.into_iter().map(|(_, record)| record).collect(), search.show).await?;
        tx.commit().await?;
        self.witness(feed, witnessed).await?;
        Ok(lines)
    }

    /// Looks through one arm; of each record that it meets for the first time it tells how far from the words it is, if it holds them.
    async fn search_arm(
        &self,
        tx: &mut Tx,
        sealer: &mut Sealer<'_>,
        arm: &Arm,
        search: &Search<'_>,
        closeness: Closeness,
        found: &mut BTreeMap<RecordId, Option<(usize, Record)>>,
    ) -> Result<()> {
        let compartment = Compartment { area: arm.area.clone(), group: search.group.clone() };
        // Without a key there is nothing written in the compartment.
        let Some(key) = sealer.find_compartment(tx, &compartment).await? else { return Ok(()) };
        let hashes: Vec<Vec<i64>> = search.words.iter().map(|any| any.iter().map(|word| key.token(word)).collect()).collect();
        let exact: Vec<&[i64]> = hashes.iter().map(|any| any.get(..1).unwrap_or_default()).collect();
        let any: Vec<&[i64]> = hashes.iter().map(Vec::as_slice).collect();
        // What to look through, which word it is a spelling of, and what the other words may be.
        let mut through: Vec<(i64, usize, &[&[i64]])> = Vec::new();
        let each = |n: usize, spellings: &[&[i64]]| spellings.get(n).copied().unwrap_or_default().to_vec();
        match closeness {
            Closeness::Words => {
                let rarest = self.rarest(tx, sealer.feed, arm, search, &exact).await?;
                through.extend(each(rarest, &exact).into_iter().map(|first| (first, rarest, &exact[..])));
            }
            Closeness::OneWord if hashes.len() > 1 => {
                through.extend(
                    (0..hashes.len())
                        .flat_map(|n| each(n, &exact).into_iter().map(move |first| (first, n)))
                        .map(|(first, n)| (first, n, &any[..])),
                );
            }
            Closeness::OneWord => {}
            Closeness::Spellings => {
                let rarest = self.rarest(tx, sealer.feed, arm, search, &any).await?;
                through.extend(each(rarest, &any).into_iter().skip(1).map(|first| (first, rarest, &any[..])));
            }
        }
        for (first, word, spellings) in through {
            let others = spellings.iter().enumerate().filter(|(n, _)| *n != word).map(|(_, any)| *any).collect();
            let newest = if closeness == Closeness::Spellings { LOOKED_THROUGH } else { i64::MAX };
            let words = Words { group: &search.group, first, newest, others };
            let mut sql = Sql::default();
            sql.push("SELECT ").push(RECORD);
            arm.push(&mut sql, sealer.feed, search.scope.user, &search.filter, Some(&words));
            sql.push(" LIMIT ").bind(Value::int(search.limit.min(MAX_LIMIT).into()));
            let rows = sql.fetch::<RecordRow>(tx).await?.into_iter().filter(|row| !found.contains_key(&RecordId(row.id))).collect();
            let records = rows::records_of(tx, sealer, rows).await?;
            let wanted = records.iter().map(|r| (r.placement.record, compartment.clone())).collect();
            let cards = rows::cards(tx, sealer, &wanted).await?;
            for record in records {
                let id = record.placement.record;
                let held = cards.get(&(id, compartment.clone())).map(|c| (self.index)(&c.card)).unwrap_or_default();
                let distance = search.words.iter().map(|any| any.iter().position(|word| held.contains(word)));
                found.insert(id, distance.sum::<Option<usize>>().map(|distance| (distance, record)));
            }
        }
        Ok(())
    }

    /// The word that the fewest records hold: looking through those finds the rest soonest.
    async fn rarest(&self, tx: &mut Tx, feed: &Feed, arm: &Arm, search: &Search<'_>, words: &[&[i64]]) -> Result<usize> {
        let mut rarest = (i64::MAX, 0);
        for (n, any) in words.iter().enumerate().filter(|_| words.len() > 1) {
            let mut sql = Sql::default();
            sql.push("SELECT count(*) FROM (SELECT 1 FROM token");
            arm.holds(&mut sql, feed, &search.group, any);
            sql.push(" LIMIT ").bind(Value::int(COMMON)).push(") t");
            let count = sql.fetch::<(i64,)>(tx).await?.first().map_or(0, |row| row.0);
            rarest = rarest.min((count, n));
        }
        Ok(rarest.1)
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
