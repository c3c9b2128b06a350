//! The parts of a record, as the program itself reads them to decide; what of them is shown to someone goes through a scope.

use crate::Store;
use crate::error::Result;
use crate::keys::Sealer;
use crate::list::Line;
use crate::rows::{self, RECORD, RecordRow};
use crate::sql::{Sql, Value};
use base::{Compartment, Feed, Group, RecordId};
use std::collections::{BTreeMap, BTreeSet};

impl Store {
    /// The records whose parent is this, at most `limit`, the oldest first, with their cards of these groups.
    pub async fn parts(&self, feed: &Feed, parent: RecordId, groups: &BTreeSet<Group>, limit: u32) -> Result<Vec<Line>> {
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let mut sql = Sql::default();
        sql.push("SELECT ").push(RECORD).push(" FROM record r WHERE r.feed = ").bind(Value::text(feed.as_str()));
        // Not by identifier alone: SQLite would look through every record in that order.
        sql.push(" AND r.parent = ").bind(Value::uuid(parent.0)).push(" ORDER BY r.created_at, r.id LIMIT ").bind(Value::int(limit.into()));
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
