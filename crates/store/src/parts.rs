//! The parts of a record and what is offered to someone, as the program itself reads them to decide; what of them is shown to someone goes through a scope.

use crate::Store;
use crate::error::Result;
use crate::keys::Sealer;
use crate::list::Line;
use crate::rows::{self, RECORD, RecordRow};
use crate::sql::{Sql, Value};
use base::{Compartment, Feed, Group, RecordId, UserId};
use std::collections::{BTreeMap, BTreeSet};

impl Store {
    /// The records that someone is asked to take over, at most `limit`, oldest identifier first, with their cards of these groups.
    pub async fn offered(&self, feed: &Feed, user: UserId, groups: &BTreeSet<Group>, limit: u32) -> Result<Vec<Line>> {
        let mut sql = Sql::default();
        sql.push("SELECT ").push(RECORD).push(" FROM involved i CROSS JOIN record r WHERE r.id = i.record AND r.feed = i.feed");
        sql.push(" AND r.salt IS NOT NULL AND i.how = 'offered' AND i.feed = ").bind(Value::text(feed.as_str()));
        sql.push(" AND i.account = ").bind(Value::uuid(user.0)).push(" ORDER BY r.id LIMIT ").bind(Value::int(limit.into()));
        self.opened(feed, sql, groups).await
    }

    /// The records whose parent is this, at most `limit`, the oldest first, with their cards of these groups.
    pub async fn parts(&self, feed: &Feed, parent: RecordId, groups: &BTreeSet<Group>, limit: u32) -> Result<Vec<Line>> {
        let mut sql = Sql::default();
        sql.push("SELECT ").push(RECORD).push(" FROM record r WHERE r.feed = ").bind(Value::text(feed.as_str()));
        // Not by identifier alone: SQLite would look through every record in that order.
        sql.push(" AND r.parent = ").bind(Value::uuid(parent.0)).push(" ORDER BY r.created_at, r.id LIMIT ").bind(Value::int(limit.into()));
        self.opened(feed, sql, groups).await
    }

    async fn opened(&self, feed: &Feed, sql: Sql, groups: &BTreeSet<Group>) -> Result<Vec<Line>> {
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let found = sql.fetch::<RecordRow>(&mut tx).await?;
        let records = rows::records_of(&mut tx, &mut sealer, found).await?;
        let wanted = records.iter().flat_map(|record| {
            let area = record.placement.area.clone();
            groups.iter().map(move |group| (record.placement.record, Compartment { area: area.clone(), group: group.clone() }))
        });
        let mut cards: BTreeMap<RecordId, BTreeMap<_, _>> = BTreeMap::new();
        for ((record, compartment), card) in rows::cards(&mut tx, &mut sealer, &wanted.collect()).await? {
            cards.entry(record).or_default().insert(compartment.group, card);
        }
        Ok(records.into_iter().map(|record| Line { cards: cards.remove(&record.placement.record).unwrap_or_default(), record }).collect())
    }
}
