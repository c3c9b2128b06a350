//! The parts of a record, what is offered to someone, and what changed since, as the program itself reads them to decide; what of them is shown to someone goes
//! through a scope.

use crate::Store;
use crate::error::Result;
use crate::keys::Sealer;
use crate::list::Line;
use crate::rows::{self, RECORD, RecordRow};
use crate::sql::{Sql, Tx, Value};
use base::{Area, Compartment, Feed, Group, Instant, Kind, RecordId, UserId};
use std::collections::{BTreeMap, BTreeSet};

impl Store {
    /// The records that someone is asked to take over, at most `limit`, oldest identifier first, with their cards of these groups.
    pub async fn offered(&self, feed: &Feed, user: UserId, groups: &BTreeSet<Group>, limit: u32) -> Result<Vec<Line>> {
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let mut sql = Sql::default();
        sql.push("SELECT ").push(RECORD).push(" FROM involved i CROSS JOIN record r WHERE r.id = i.record AND r.feed = i.feed");
        sql.push(" AND r.salt IS NOT NULL AND i.how = 'offered' AND i.feed = ").bind(Value::text(feed.as_str()));
        sql.push(" AND i.account = ").bind(Value::uuid(user.0)).push(" ORDER BY r.id LIMIT ").bind(Value::int(limit.into()));
        let found = sql.fetch::<RecordRow>(&mut tx).await?;
        opened(&mut tx, &mut sealer, found, groups).await
    }

    /// The records whose parent is this, at most `limit`, the oldest first, with their cards of these groups.
    pub async fn parts(&self, feed: &Feed, parent: RecordId, groups: &BTreeSet<Group>, limit: u32) -> Result<Vec<Line>> {
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let mut sql = Sql::default();
        sql.push("SELECT ").push(RECORD).push(" FROM record r WHERE r.feed = ").bind(Value::text(feed.as_str()));
        // Not by identifier alone: SQLite would look through every record in that order.
        sql.push(" AND r.parent = ").bind(Value::uuid(parent.0)).push(" ORDER BY r.created_at, r.id LIMIT ").bind(Value::int(limit.into()));
        let found = sql.fetch::<RecordRow>(&mut tx).await?;
        opened(&mut tx, &mut sealer, found, groups).await
    }

    /// The records of these areas and kinds that changed at this instant or after it, with their cards of these groups; erased ones without.
    pub async fn changed(&self, feed: &Feed, of: &BTreeSet<(Area, Kind)>, groups: &BTreeSet<Group>, since: Instant) -> Result<Vec<Line>> {
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let mut found = Vec::new();
        for (area, kind) in of {
            let mut sql = Sql::default();
            sql.push("SELECT ").push(RECORD).push(" FROM record r WHERE r.feed = ").bind(Value::text(feed.as_str()));
            sql.push(" AND r.area = ").bind(Value::text(area.as_str())).push(" AND r.kind = ").bind(Value::text(kind.as_str()));
            sql.push(" AND r.updated_at >= ").bind(Value::int(since.0));
            found.extend(sql.fetch::<RecordRow>(&mut tx).await?);
        }
        opened(&mut tx, &mut sealer, found, groups).await
    }
}

/// Opens the cards of these groups of the records of rows.
async fn opened(tx: &mut Tx, sealer: &mut Sealer<'_>, found: Vec<RecordRow>, groups: &BTreeSet<Group>) -> Result<Vec<Line>> {
    let records = rows::records_of(tx, sealer, found).await?;
    let wanted = records.iter().filter(|record| !record.erased).flat_map(|record| {
        let area = record.placement.area.clone();
        groups.iter().map(move |group| (record.placement.record, Compartment { area: area.clone(), group: group.clone() }))
    });
    let mut cards: BTreeMap<RecordId, BTreeMap<_, _>> = BTreeMap::new();
    for ((record, compartment), card) in rows::cards(tx, sealer, &wanted.collect()).await? {
        cards.entry(record).or_default().insert(compartment.group, card);
    }
    Ok(records.into_iter().map(|record| Line { cards: cards.remove(&record.placement.record).unwrap_or_default(), record }).collect())
}
