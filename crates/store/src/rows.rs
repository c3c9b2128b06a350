//! Rows by their identifiers, opened.

use crate::error::Result;
use crate::keys::Sealer;
use crate::shape::{Filed, Numbered, Placement, Record, Revised};
use crate::sql::{Sql, Tx, Value};
use base::{AgencyId, Compartment, EntryId, Feed, Instant, RecordId, SiteId, TeamId, UserId};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A row of `record` as both engines give it.
#[derive(sqlx::FromRow)]
pub(crate) struct RecordRow {
    pub(crate) id: Uuid,
    kind: String,
    area: String,
    agency: Uuid,
    team: Option<Uuid>,
    site: Option<Uuid>,
    parent: Option<Uuid>,
    state: String,
    pub(crate) due_at: Option<i64>,
    merged_into: Option<Uuid>,
    pub(crate) salt: Option<Vec<u8>>,
    created_at: i64,
    pub(crate) updated_at: i64,
}

/// The columns of [`RecordRow`], of a table called `r`.
pub(crate) const RECORD: &str =
    "r.id, r.kind, r.area, r.agency, r.team, r.site, r.parent, r.state, r.due_at, r.merged_into, r.salt, r.created_at, r.updated_at";

/// Makes records of rows: looks up who is involved, and lets the sealer know their salts.
pub(crate) async fn records_of(tx: &mut Tx, sealer: &mut Sealer<'_>, rows: Vec<RecordRow>) -> Result<Vec<Record>> {
    let mut involved: BTreeMap<Uuid, [BTreeSet<UserId>; 3]> = BTreeMap::new();
    for some in rows.chunks(Sql::CHUNK) {
        let mut sql = Sql::default();
        sql.push("SELECT record, account, how FROM involved WHERE feed = ").bind(Value::text(sealer.feed.as_str()));
        sql.push(" AND record IN ").bind_all(some.iter().map(|r| Value::uuid(r.id)));
        for (record, user, how) in sql.fetch::<(Uuid, Uuid, String)>(tx).await? {
            let [assigned, withheld, offered] = involved.entry(record).or_default();
            let those = match how.as_str() {
                "assigned" => assigned,
                "offered" => offered,
                _ => withheld,
            };
            those.insert(UserId(user));
        }
    }
    rows.into_iter()
        .map(|row| {
            let [assigned, withheld_from, offered] = involved.remove(&row.id).unwrap_or_default();
            sealer.knows(RecordId(row.id), row.salt.as_deref())?;
            Ok(Record {
                placement: Placement {
                    record: RecordId(row.id),
                    kind: named(&row.kind)?,
                    area: named(&row.area)?,
                    agency: AgencyId(row.agency),
                    team: row.team.map(TeamId),
                    site: row.site.map(SiteId),
                    assigned,
                    withheld_from,
                    offered,
                    parent: row.parent.map(RecordId),
                    state: row.state,
                    due: row.due_at.map(Instant),
                    merged_into: row.merged_into.map(RecordId),
                },
                created: Instant(row.created_at),
                changed: Instant(row.updated_at),
                erased: row.salt.is_none(),
            })
        })
        .collect()
}

/// The records that are there.
pub(crate) async fn records(tx: &mut Tx, sealer: &mut Sealer<'_>, ids: &BTreeSet<RecordId>) -> Result<BTreeMap<RecordId, Record>> {
    let mut rows = Vec::new();
    for some in ids.iter().copied().collect::<Vec<_>>().chunks(Sql::CHUNK) {
        let mut sql = Sql::default();
        sql.push("SELECT ").push(RECORD).push(" FROM record r WHERE r.feed = ").bind(Value::text(sealer.feed.as_str()));
        sql.push(" AND r.id IN ").bind_all(some.iter().map(|r| Value::uuid(r.0)));
        rows.extend(sql.fetch(tx).await?);
    }
    Ok(records_of(tx, sealer, rows).await?.into_iter().map(|r| (r.placement.record, r)).collect())
}

/// The cards that are there, of records whose salts the sealer knows.
pub(crate) async fn cards(
    tx: &mut Tx,
    sealer: &mut Sealer<'_>,
    wanted: &BTreeSet<(RecordId, Compartment)>,
) -> Result<BTreeMap<(RecordId, Compartment), Revised>> {
    let records: BTreeSet<RecordId> = wanted.iter().map(|(record, _)| *record).collect();
    let groups: BTreeSet<&str> = wanted.iter().map(|(_, compartment)| compartment.group.as_str()).collect();
    let mut cards = BTreeMap::new();
    for some in records.into_iter().collect::<Vec<_>>().chunks(Sql::CHUNK) {
        let mut sql = Sql::default();
        sql.push("SELECT record, area, grp, rev, sealed FROM card WHERE feed = ").bind(Value::text(sealer.feed.as_str()));
        sql.push(" AND record IN ").bind_all(some.iter().map(|r| Value::uuid(r.0)));
        sql.push(" AND grp IN ").bind_all(groups.iter().map(|g| Value::text(g)));
        for (record, area, group, rev, sealed) in sql.fetch::<(Uuid, String, String, i64, Vec<u8>)>(tx).await? {
            let key = (RecordId(record), Compartment { area: named(&area)?, group: named(&group)? });
            if wanted.contains(&key) {
                let card = sealer.open_card(tx, key.0, &key.1, &sealed).await?;
                cards.insert(key, Revised { rev, card });
            }
        }
    }
    Ok(cards)
}

/// A row of `entry`, with the salt of its record.
type EntryRow = (Uuid, String, String, i64, Uuid, i64, Vec<u8>, Option<Vec<u8>>);

/// Begins a statement that finds entries; a condition on `e` follows.
pub(crate) fn entries(feed: &Feed) -> Sql {
    let mut sql = Sql::default();
    sql.push("SELECT e.id, e.area, e.grp, e.seq, e.record, e.received_at, e.sealed, r.salt FROM entry e JOIN record r ON r.feed = e.feed AND r.id = e.record WHERE e.feed = ")
        .bind(Value::text(feed.as_str()));
    sql
}

/// Opens what a statement begun with [`entries`] finds.
pub(crate) async fn filed(tx: &mut Tx, sealer: &mut Sealer<'_>, sql: &Sql) -> Result<Vec<Filed>> {
    let mut filed = Vec::new();
    for (id, area, group, seq, record, received, sealed, salt) in sql.fetch::<EntryRow>(tx).await? {
        let compartment = Compartment { area: named(&area)?, group: named(&group)? };
        sealer.knows(RecordId(record), salt.as_deref())?;
        let entry = match salt {
            Some(_) => Some(sealer.open_entry(tx, EntryId(id), RecordId(record), &compartment, &sealed).await?),
            None => None,
        };
        filed.push(Filed {
            place: Numbered { entry: EntryId(id), compartment, seq },
            record: RecordId(record),
            received: Instant(received),
            entry,
        });
    }
    Ok(filed)
}

/// The entries that are there.
pub(crate) async fn entries_by_id(tx: &mut Tx, sealer: &mut Sealer<'_>, ids: &[Uuid]) -> Result<Vec<Filed>> {
    let mut found = Vec::new();
    for some in ids.chunks(Sql::CHUNK) {
        let mut sql = entries(sealer.feed);
        sql.push(" AND e.id IN ").bind_all(some.iter().map(|id| Value::uuid(*id)));
        found.extend(filed(tx, sealer, &sql).await?);
    }
    Ok(found)
}

/// A name that we wrote ourselves, read back.
pub(crate) fn named<T: std::str::FromStr<Err = String>>(text: &str) -> Result<T> {
    text.parse().map_err(crate::Error::Database)
}
