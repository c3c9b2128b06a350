//! Writing: entries numbered in the order of commits, cards folded, words indexed and the audit chained, all in one transaction.

use crate::audit::Attested;
use crate::error::{Error, Result};
use crate::keys::Sealer;
use crate::shape::{Act, Appended, Batch, Expected, Numbered, Placement, RequestKey, Revised, Token};
use crate::sql::{Sql, Tx, Value, on, retrying};
use crate::{Store, audit, rows};
use base::{Compartment, EntryId, Feed, Instant, RecordId, UserId};
use journal::{Card, Entry};
use seal::Hash;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Store {
    /// Writes a batch, or nothing of it.
    ///
    /// The feed's audit head is taken first, so that whatever writes to a feed does so one after the other on every process that shares the database:
    /// the order of numbers is the order of commits, and nobody who reads up to a number misses one below it.
    ///
    /// [`Error::Stale`] if a card isn't at the revision expected; [`Error::NotFound`] for an entry on a record that is neither there nor placed;
    /// [`Error::Contradiction`] for an identifier that already means something else, or a record that was erased; [`Error::KeyReused`].
    pub async fn append(&self, batch: &Batch) -> Result<Appended> {
        retrying!(self.append_once(batch))
    }

    async fn append_once(&self, batch: &Batch) -> Result<Appended> {
        let mut tx = self.db.writing().await?;
        let head = audit::take(&mut tx, &batch.feed).await?;
        if let Some(key) = &batch.key
            && let Some(answer) = answered(&mut tx, &batch.feed, key).await?
        {
            return Ok(answer);
        }
        let mut sealer = Sealer::new(self, &batch.feed);
        let known = known(&mut tx, &mut sealer, &batch.entries).await?;
        let new: Vec<&Entry> = first_of_each(&batch.entries).filter(|e| !known.contains_key(&e.id)).collect();
        if new.is_empty() && !batch.entries.is_empty() {
            return Ok(Appended { entries: batch.entries.iter().filter_map(|e| known.get(&e.id).cloned()).collect(), replayed: true });
        }
        expect(&mut tx, &batch.feed, &batch.expected).await?;
        let stands = place(&mut tx, &mut sealer, batch, &new).await?;
        let mut places = known;
        let digests = file(&mut tx, &mut sealer, batch, head.n, &new, &mut places).await?;
        self.fold(&mut tx, &mut sealer, &new, &stands).await?;
        audit::chain(&mut tx, &batch.feed, head, batch.at, &batch.acts, digests).await?;
        let answer = Appended { entries: batch.entries.iter().filter_map(|e| places.get(&e.id).cloned()).collect(), replayed: false };
        if let Some(key) = &batch.key {
            let text = serde_json::to_string(&Appended { replayed: true, ..answer.clone() }).map_err(|e| Error::Database(e.to_string()))?;
            on!(&mut tx, c => sqlx::query("INSERT INTO idempotency (feed, key, digest, answer, at) VALUES ($1, $2, $3, $4, $5)")
                .bind(batch.feed.as_str()).bind(key.key).bind(&key.digest[..]).bind(text).bind(batch.at.0).execute(c).await.map(drop))?;
        }
        tx.commit().await?;
        Ok(answer)
    }

    /// Folds new entries into the cards of their records and keeps the words that find them.
    async fn fold(&self, tx: &mut Tx, sealer: &mut Sealer<'_>, new: &[&Entry], stands: &BTreeMap<RecordId, Placement>) -> Result<()> {
        let mut by_card: BTreeMap<(RecordId, Compartment), Vec<&Entry>> = BTreeMap::new();
        for entry in new {
            by_card.entry((entry.record, entry.compartment())).or_default().push(entry);
        }
        let mut cards = rows::cards(tx, sealer, &by_card.keys().cloned().collect()).await?;
        let feed = sealer.feed.as_str().to_owned();
        let (mut gone, mut found, mut written) = (Vec::new(), Vec::new(), Vec::new());
        for ((record, compartment), entries) in by_card {
            let before = cards.remove(&(record, compartment.clone()));
            let words_before = before.as_ref().map(|b| (self.index)(&b.card)).unwrap_or_default();
            let Revised { rev, mut card } = before.unwrap_or_else(|| Revised { rev: 0, card: Card::new(compartment.clone()) });
            for entry in entries {
                card.apply(entry);
            }
            let words = (self.index)(&card);
            let key = sealer.compartment(tx, &compartment).await?;
            let at = [Value::text(&feed), Value::text(compartment.area.as_str()), Value::text(compartment.group.as_str())];
            let row = |word: &Token| [&at[..], &[Value::int(key.token(word)), Value::uuid(record.0)]].concat();
            gone.extend(words_before.difference(&words).map(row));
            let whose = stands.get(&record).map(whose).ok_or(Error::NotFound)?;
            found.extend(words.difference(&words_before).map(|word| [row(word), whose.to_vec()].concat()));
            let sealed = sealer.seal_card(tx, record, &card).await?;
            let [feed, area, group] = at;
            written.push(vec![feed, Value::uuid(record.0), area, group, Value::int(rev + 1), Value::Bytes(Some(sealed))]);
        }
        for row in gone {
            let mut sql = Sql::default();
            sql.push("DELETE FROM token WHERE (feed, area, grp, token, record) = ").bind_all(row);
            sql.execute(tx).await?;
        }
        Sql::insert(tx, "INSERT INTO token (feed, area, grp, token, record, agency, team, site) VALUES ", found, " ON CONFLICT DO NOTHING")
            .await?;
        Sql::insert(
            tx,
            "INSERT INTO card (feed, record, area, grp, rev, sealed) VALUES ",
            written,
            " ON CONFLICT (feed, record, area, grp) DO UPDATE SET rev = excluded.rev, sealed = excluded.sealed",
        )
        .await
    }

    /// Forgets the answers given before an instant; a request sent again after that is a new one.
    pub async fn forget_requests(&self, feed: &Feed, before: Instant) -> Result<()> {
        let mut tx = self.db.writing().await?;
        on!(&mut tx, c => sqlx::query("DELETE FROM idempotency WHERE feed = $1 AND at < $2")
            .bind(feed.as_str()).bind(before.0).execute(c).await.map(drop))?;
        tx.commit().await
    }
}

/// An entry sent twice in one batch is one.
fn first_of_each(entries: &[Entry]) -> impl Iterator<Item = &Entry> {
    let mut seen = BTreeSet::new();
    entries.iter().filter(move |e| seen.insert(e.id))
}

async fn answered(tx: &mut Tx, feed: &Feed, key: &RequestKey) -> Result<Option<Appended>> {
    let found: Option<(Vec<u8>, String)> = on!(tx, c => sqlx::query_as("SELECT digest, answer FROM idempotency WHERE feed = $1 AND key = $2")
        .bind(feed.as_str()).bind(key.key).fetch_optional(c).await)?;
    match found {
        Some((digest, _)) if digest != key.digest => Err(Error::KeyReused),
        Some((_, answer)) => Ok(Some(serde_json::from_str(&answer).map_err(|e| Error::Database(e.to_string()))?)),
        None => Ok(None),
    }
}

/// The entries that are there already; one that is there and says something else is refused.
async fn known(tx: &mut Tx, sealer: &mut Sealer<'_>, entries: &[Entry]) -> Result<BTreeMap<EntryId, Numbered>> {
    let ids: BTreeMap<Uuid, &Entry> = entries.iter().map(|e| (e.id.0, e)).collect();
    let mut known = BTreeMap::new();
    for filed in rows::entries_by_id(tx, sealer, &ids.keys().copied().collect::<Vec<_>>()).await? {
        match filed.entry {
            Some(there) if ids.get(&there.id.0).is_some_and(|new| **new != there) => return Err(Error::Contradiction("entry")),
            _ => known.insert(filed.place.entry, filed.place),
        };
    }
    Ok(known)
}

async fn expect(tx: &mut Tx, feed: &Feed, expected: &[Expected]) -> Result<()> {
    for Expected { record, compartment, rev } in expected {
        let now: Option<i64> = on!(tx, c => sqlx::query_scalar("SELECT rev FROM card WHERE feed = $1 AND record = $2 AND area = $3 AND grp = $4")
            .bind(feed.as_str()).bind(record.0).bind(compartment.area.as_str()).bind(compartment.group.as_str()).fetch_optional(c).await)?;
        let now = now.unwrap_or(0);
        if now != *rev {
            return Err(Error::Stale { record: *record, compartment: compartment.clone(), now });
        }
    }
    Ok(())
}

/// Agency, team and site, as they stand beside each word that finds a record.
fn whose(p: &Placement) -> [Value; 3] {
    [Value::uuid(p.agency.0), Value::Uuid(p.team.map(|t| t.0)), Value::Uuid(p.site.map(|s| s.0))]
}

/// Writes where records stand, and sees to it that every entry has one to belong to. Gives where all that it touches stand now.
async fn place(tx: &mut Tx, sealer: &mut Sealer<'_>, batch: &Batch, new: &[&Entry]) -> Result<BTreeMap<RecordId, Placement>> {
    let touched: BTreeSet<RecordId> = new.iter().map(|e| e.record).chain(batch.placements.iter().map(|p| p.record)).collect();
    let mut there = rows::records(tx, sealer, &touched).await?;
    let placed: BTreeMap<RecordId, &Placement> = batch.placements.iter().map(|p| (p.record, p)).collect();
    for record in &touched {
        match (there.get(record), placed.get(record)) {
            (None, None) => return Err(Error::NotFound),
            (Some(old), _) if old.erased => return Err(Error::Contradiction("record was erased")),
            (Some(old), Some(now)) if old.placement.kind != now.kind || old.placement.area != now.area => {
                return Err(Error::Contradiction("kind and area of a record never change"));
            }
            _ => {}
        }
    }
    for entry in new {
        let of = placed.get(&entry.record).map(|p| (&p.kind, &p.area));
        let of = of.or_else(|| there.get(&entry.record).map(|r| (&r.placement.kind, &r.placement.area)));
        if of != Some((&entry.kind, &entry.area)) {
            return Err(Error::Contradiction("kind and area of an entry are its record's"));
        }
    }
    let at = batch.at.0;
    let mut fresh = Vec::new();
    let mut involved = Vec::new();
    for p in placed.values() {
        let old = there.remove(&p.record);
        let changed = old.as_ref().map_or(at, |r| r.changed.0.max(at));
        let old = old.map(|r| r.placement);
        let (team, site, parent, merged) = (p.team.map(|t| t.0), p.site.map(|s| s.0), p.parent.map(|r| r.0), p.merged_into.map(|r| r.0));
        if old.is_none() {
            fresh.push(vec![
                Value::text(batch.feed.as_str()),
                Value::uuid(p.record.0),
                Value::text(p.kind.as_str()),
                Value::text(p.area.as_str()),
                Value::uuid(p.agency.0),
                Value::Uuid(team),
                Value::Uuid(site),
                Value::Uuid(parent),
                Value::text(&p.state),
                Value::Int(p.due.map(|d| d.0)),
                Value::Uuid(merged),
                Value::Bytes(Some(sealer.fresh_salt(p.record))),
                Value::int(at),
                Value::int(at),
            ]);
        } else {
            on!(&mut *tx, c => sqlx::query("UPDATE record SET agency = $3, team = $4, site = $5, parent = $6, state = $7, due_at = $8, merged_into = $9
                 WHERE feed = $1 AND id = $2")
                .bind(batch.feed.as_str()).bind(p.record.0).bind(p.agency.0).bind(team).bind(site).bind(parent).bind(&p.state)
                .bind(p.due.map(|d| d.0)).bind(merged).execute(c).await.map(drop))?;
        }
        if old.as_ref().is_some_and(|o| whose(o) != whose(p)) {
            on!(&mut *tx, c => sqlx::query("UPDATE token SET agency = $3, team = $4, site = $5 WHERE feed = $1 AND record = $2")
                .bind(batch.feed.as_str()).bind(p.record.0).bind(p.agency.0).bind(team).bind(site).execute(c).await.map(drop))?;
        }
        let were = old.as_ref().map(|o| (&o.assigned, &o.withheld_from, &o.offered, o.due));
        if were != Some((&p.assigned, &p.withheld_from, &p.offered, p.due)) {
            if let Some(old) = &old {
                let mut sql = Sql::default();
                sql.push("DELETE FROM involved WHERE feed = ").bind(Value::text(batch.feed.as_str()));
                involves(&mut sql, [old]).execute(tx).await?;
            }
            let of = |users: &'_ BTreeSet<UserId>, how: &'static str| users.iter().map(|user| (*user, how)).collect::<Vec<_>>();
            let rows = [of(&p.assigned, "assigned"), of(&p.withheld_from, "withheld"), of(&p.offered, "offered")].into_iter().flatten();
            involved.extend(rows.map(|(user, how)| {
                vec![
                    Value::text(batch.feed.as_str()),
                    Value::uuid(user.0),
                    Value::text(how),
                    Value::uuid(p.record.0),
                    Value::text(p.area.as_str()),
                    Value::text(p.kind.as_str()),
                    Value::int(changed),
                    Value::Int(p.due.map(|d| d.0)),
                ]
            }));
        }
    }
    let insert = "INSERT INTO record (feed, id, kind, area, agency, team, site, parent, state, due_at, merged_into, salt, created_at, updated_at) VALUES ";
    let is_new: BTreeSet<Value> = fresh.iter().filter_map(|row| row.get(1).cloned()).collect();
    Sql::insert(tx, insert, fresh, "").await?;
    Sql::insert(tx, "INSERT INTO involved (feed, account, how, record, area, kind, changed_at, due_at) VALUES ", involved, "").await?;
    let placed = placed.into_iter().map(|(record, p)| (record, p.clone()));
    let stands: BTreeMap<RecordId, Placement> = there.into_iter().map(|(record, r)| (record, r.placement)).chain(placed).collect();
    let older: Vec<&Placement> = stands.values().filter(|p| !is_new.contains(&Value::uuid(p.record.0))).collect();
    for some in older.chunks(Sql::CHUNK) {
        // Time never runs back for a reader that pages by it.
        let mut sql = Sql::default();
        sql.push("UPDATE record SET updated_at = ").bind(Value::int(at)).push(" WHERE feed = ").bind(Value::text(batch.feed.as_str()));
        sql.push(" AND updated_at < ").bind(Value::int(at)).push(" AND id IN ").bind_all(some.iter().map(|p| Value::uuid(p.record.0)));
        sql.execute(tx).await?;
        let mut sql = Sql::default();
        sql.push("UPDATE involved SET changed_at = ").bind(Value::int(at)).push(" WHERE feed = ").bind(Value::text(batch.feed.as_str()));
        sql.push(" AND changed_at < ").bind(Value::int(at));
        involves(&mut sql, some.iter().copied()).execute(tx).await?;
    }
    Ok(stands)
}

/// Whoever is involved in these records, by the whole key: by record alone SQLite would look through everyone of the feed.
fn involves<'p>(sql: &mut Sql, placements: impl IntoIterator<Item = &'p Placement>) -> &mut Sql {
    let (mut users, mut records) = (BTreeSet::new(), Vec::new());
    for p in placements {
        users.extend(p.assigned.iter().chain(&p.withheld_from).chain(&p.offered).map(|user| Value::uuid(user.0)));
        records.push(Value::uuid(p.record.0));
    }
    sql.push(" AND how IN ('assigned', 'withheld', 'offered') AND account IN ").bind_all(users).push(" AND record IN ").bind_all(records)
}

/// The act that covers an entry: one that names its record, else one that stands for the whole batch.
fn covering(acts: &[Act], entry: &Entry) -> Option<usize> {
    let covers = |act: &Act| act.compartments.iter().any(|c| c.area == entry.area && c.group == entry.group);
    let named = acts.iter().position(|act| act.record == Some(entry.record) && covers(act));
    named.or_else(|| acts.iter().position(|act| act.record.is_none() && covers(act)))
}

/// Numbers, seals and files entries; gives what each act's link must attest.
async fn file(
    tx: &mut Tx,
    sealer: &mut Sealer<'_>,
    batch: &Batch,
    last_link: i64,
    new: &[&Entry],
    places: &mut BTreeMap<EntryId, Numbered>,
) -> Result<BTreeMap<usize, Hash>> {
    let mut by_compartment: BTreeMap<Compartment, Vec<&Entry>> = BTreeMap::new();
    for entry in new {
        by_compartment.entry(entry.compartment()).or_default().push(entry);
    }
    let mut rows = Vec::with_capacity(new.len());
    let mut attested: BTreeMap<usize, Attested> = BTreeMap::new();
    for (compartment, entries) in by_compartment {
        let (area, group) = (compartment.area.as_str(), compartment.group.as_str());
        let count = i64::try_from(entries.len()).map_err(|_| Error::TooLarge)?;
        let last: i64 = on!(&mut *tx, c => sqlx::query_scalar("INSERT INTO counter (feed, area, grp, last) VALUES ($1, $2, $3, $4)
             ON CONFLICT (feed, area, grp) DO UPDATE SET last = counter.last + excluded.last RETURNING last")
            .bind(batch.feed.as_str()).bind(area).bind(group).bind(count).fetch_one(c).await)?;
        for (entry, seq) in entries.into_iter().zip(last - count + 1..) {
            let act = covering(&batch.acts, entry).ok_or(Error::Contradiction("an entry that no act covers"))?;
            let sealed = sealer.seal_entry(tx, entry).await?;
            attested.entry(act).or_default().take(&sealed);
            places.insert(entry.id, Numbered { entry: entry.id, compartment: compartment.clone(), seq });
            rows.push(vec![
                Value::text(batch.feed.as_str()),
                Value::uuid(entry.id.0),
                Value::text(area),
                Value::text(group),
                Value::int(seq),
                Value::uuid(entry.record.0),
                Value::uuid(entry.act.0),
                Value::int(batch.at.0),
                Value::int(last_link + 1 + i64::try_from(act).map_err(|_| Error::TooLarge)?),
                Value::Bytes(Some(sealed)),
            ]);
        }
    }
    Sql::insert(tx, "INSERT INTO entry (feed, id, area, grp, seq, record, act, received_at, link, sealed) VALUES ", rows, "").await?;
    Ok(attested.into_iter().map(|(act, attested)| (act, attested.digest())).collect())
}
