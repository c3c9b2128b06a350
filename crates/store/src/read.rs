//! Reading records: what stands, what was written, and what is new since.

use crate::error::{Error, Result};
use crate::keys::Sealer;
use crate::shape::{Act, Filed, Opened, Record};
use crate::sql::{Tx, Value, retrying};
use crate::{Store, audit, rows};
use base::{ActId, Compartment, Feed, Instant, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// What goes into the audit in the transaction of a read or change.
#[derive(Debug, Clone, Default)]
pub struct Witnessed {
    /// When it is done.
    pub at: Instant,
    /// The acts; none for a read in which nothing is sensitive.
    pub acts: Vec<Act>,
}

impl Store {
    /// Where records stand, without opening anything; what isn't there isn't in the answer.
    pub async fn records(&self, feed: &Feed, ids: &BTreeSet<RecordId>) -> Result<BTreeMap<RecordId, Record>> {
        let mut tx = self.db.reading().await?;
        rows::records(&mut tx, &mut Sealer::new(self, feed), ids).await
    }

    /// Opens a record's cards of these compartments; nothing is given out before what goes into the audit is written.
    ///
    /// [`Error::NotFound`] if there is no such record. Of an erased record there are no cards.
    pub async fn read(&self, feed: &Feed, record: RecordId, compartments: &BTreeSet<Compartment>, witnessed: &Witnessed) -> Result<Opened> {
        retrying!(self.read_once(feed, record, compartments, witnessed))
    }

    async fn read_once(
        &self,
        feed: &Feed,
        record: RecordId,
        compartments: &BTreeSet<Compartment>,
        witnessed: &Witnessed,
    ) -> Result<Opened> {
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let ids = BTreeSet::from([record]);
        let record = rows::records(&mut tx, &mut sealer, &ids).await?.remove(&record).ok_or(Error::NotFound)?;
        let wanted = compartments.iter().map(|c| (record.placement.record, c.clone())).collect();
        let cards = rows::cards(&mut tx, &mut sealer, &wanted).await?;
        tx.commit().await?;
        self.witness(feed, witnessed).await?;
        Ok(Opened { record, cards: cards.into_iter().map(|((_, compartment), card)| (compartment, card)).collect() })
    }

    /// A record's entries in these compartments, oldest first within each; audited like [`Store::read`].
    pub async fn history(
        &self,
        feed: &Feed,
        record: RecordId,
        compartments: &BTreeSet<Compartment>,
        witnessed: &Witnessed,
    ) -> Result<Vec<Filed>> {
        retrying!(self.history_once(feed, record, compartments, witnessed))
    }

    async fn history_once(
        &self,
        feed: &Feed,
        record: RecordId,
        compartments: &BTreeSet<Compartment>,
        witnessed: &Witnessed,
    ) -> Result<Vec<Filed>> {
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let mut history = Vec::new();
        for compartment in compartments {
            let mut sql = rows::entries(feed);
            sql.push(" AND e.record = ").bind(Value::uuid(record.0)).push(" AND e.area = ").bind(Value::text(compartment.area.as_str()));
            sql.push(" AND e.grp = ").bind(Value::text(compartment.group.as_str())).push(" ORDER BY e.seq");
            history.extend(rows::filed(&mut tx, &mut sealer, &sql).await?);
        }
        tx.commit().await?;
        self.witness(feed, witnessed).await?;
        Ok(history)
    }

    /// The entries of a compartment after a number, in order; at most `limit`.
    pub async fn since(&self, feed: &Feed, compartment: &Compartment, seq: i64, limit: u32) -> Result<Vec<Filed>> {
        let mut tx = self.db.reading().await?;
        let mut sql = rows::entries(feed);
        sql.push(" AND e.area = ")
            .bind(Value::text(compartment.area.as_str()))
            .push(" AND e.grp = ")
            .bind(Value::text(compartment.group.as_str()));
        sql.push(" AND e.seq > ").bind(Value::int(seq)).push(" ORDER BY e.seq LIMIT ").bind(Value::int(limit.into()));
        rows::filed(&mut tx, &mut Sealer::new(self, feed), &sql).await
    }

    /// The entries of one act, of whatever compartments: who undoes it must be let into each of them.
    pub async fn act(&self, feed: &Feed, act: ActId) -> Result<Vec<Filed>> {
        let mut tx = self.db.reading().await?;
        let mut sql = rows::entries(feed);
        sql.push(" AND e.act = ").bind(Value::uuid(act.0)).push(" ORDER BY e.area, e.grp, e.seq");
        rows::filed(&mut tx, &mut Sealer::new(self, feed), &sql).await
    }

    /// Writes the acts of a read, if there are any, before what was read is given out: it isn't where they can't be written.
    ///
    /// After the reading and not around it, so that nobody who writes waits for whoever reads.
    pub(crate) async fn witness(&self, feed: &Feed, witnessed: &Witnessed) -> Result<()> {
        if witnessed.acts.is_empty() { Ok(()) } else { self.attest_once(feed, witnessed.at, &witnessed.acts).await }
    }

    /// Begins a transaction that writes, the acts first.
    pub(crate) async fn changing(&self, feed: &Feed, witnessed: &Witnessed) -> Result<Tx> {
        let mut tx = self.db.writing().await?;
        let head = audit::take(&mut tx, feed).await?;
        audit::chain(&mut tx, feed, head, witnessed.at, &witnessed.acts, BTreeMap::new()).await?;
        Ok(tx)
    }
}
