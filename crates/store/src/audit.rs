//! The audit chain in the database: links written with what they attest, read back, checked, and signed.

use crate::Store;
use crate::error::{Error, Result};
use crate::rows::named;
use crate::shape::Act;
use crate::sql::{Sql, Tx, Value, on, retrying};
use base::{Compartment, Feed, Finding, Findings, Instant, RecordId, UserId, Uuid};
use seal::{Audit, Checkpoint, Hash, Link, Signer, Verifier};
use std::collections::BTreeMap;

/// Where a feed's chain stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    /// The number of its last link; 0 before the first.
    pub(crate) n: i64,
    hash: Hash,
}

/// What a link attests: the sealed entries written with it, in the order of compartment and number.
#[derive(Debug, Default)]
pub(crate) struct Attested(Vec<u8>);

impl Attested {
    pub(crate) fn take(&mut self, sealed: &[u8]) {
        self.0.extend_from_slice(&seal::hash(sealed).0);
    }

    pub(crate) fn digest(&self) -> Hash {
        seal::hash(&self.0)
    }
}

/// Which links to list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Only those on this record.
    pub record: Option<RecordId>,
    /// Only those of this person.
    pub actor: Option<UserId>,
    /// Only those before this number.
    pub before: Option<u64>,
    /// Only those from this instant on.
    pub from: Option<Instant>,
    /// Only those before this instant.
    pub until: Option<Instant>,
}

type LinkRow = (i64, i64, Option<Uuid>, String, Option<Uuid>, String, Option<String>, Vec<u8>, Vec<u8>);
const LINK: &str = "n, at, actor, action, record, compartments, purpose, digest, hash";
/// How many links are checked at a time.
const CHECKED: i64 = 1000;

/// Takes the feed's head, and with it the right to write to the feed until the transaction ends.
pub(crate) async fn take(tx: &mut Tx, feed: &Feed) -> Result<Head> {
    let genesis = seal::genesis(feed);
    let (n, hash): (i64, Vec<u8>) = on!(tx, c => sqlx::query_as("INSERT INTO audit_head (feed, n, hash) VALUES ($1, 0, $2)
         ON CONFLICT (feed) DO UPDATE SET n = audit_head.n RETURNING n, hash")
        .bind(feed.as_str()).bind(&genesis.0[..]).fetch_one(c).await)?;
    Ok(Head { n, hash: hashed(&hash)? })
}

/// Chains acts to the head; what each attests by its place in the list, of nothing where it wrote nothing.
pub(crate) async fn chain(
    tx: &mut Tx,
    feed: &Feed,
    head: Head,
    at: Instant,
    acts: &[Act],
    mut digests: BTreeMap<usize, Hash>,
) -> Result<()> {
    if acts.is_empty() {
        return Ok(());
    }
    let Head { mut n, mut hash } = head;
    let mut rows = Vec::with_capacity(acts.len());
    for (place, act) in acts.iter().enumerate() {
        n += 1;
        let link = Link {
            n: n.unsigned_abs(),
            at,
            actor: act.actor,
            action: act.action.clone(),
            record: act.record,
            compartments: act.compartments.clone(),
            purpose: act.purpose.clone(),
            digest: digests.remove(&place).unwrap_or_else(|| Attested::default().digest()),
        };
        hash = seal::chain(&hash, &link);
        rows.push(vec![
            Value::text(feed.as_str()),
            Value::int(n),
            Value::int(at.0),
            Value::Uuid(link.actor.map(|a| a.0)),
            Value::Text(Some(link.action)),
            Value::Uuid(link.record.map(|r| r.0)),
            Value::Text(Some(link.compartments.iter().map(Compartment::to_string).collect::<Vec<_>>().join(" "))),
            Value::Text(link.purpose.map(|p| p.to_string())),
            Value::Bytes(Some(link.digest.0.to_vec())),
            Value::Bytes(Some(hash.0.to_vec())),
        ]);
    }
    Sql::insert(tx, "INSERT INTO audit (feed, n, at, actor, action, record, compartments, purpose, digest, hash) VALUES ", rows, "")
        .await?;
    Ok(on!(tx, c => sqlx::query("UPDATE audit_head SET n = $2, hash = $3 WHERE feed = $1")
        .bind(feed.as_str()).bind(n).bind(&hash.0[..]).execute(c).await.map(drop))?)
}

impl Store {
    /// Writes acts into the audit that change and read nothing here: a sign-in, a refusal.
    pub async fn attest(&self, feed: &Feed, at: Instant, acts: &[Act]) -> Result<()> {
        retrying!(self.attest_once(feed, at, acts))
    }

    pub(crate) async fn attest_once(&self, feed: &Feed, at: Instant, acts: &[Act]) -> Result<()> {
        let mut tx = self.db.writing().await?;
        let head = take(&mut tx, feed).await?;
        chain(&mut tx, feed, head, at, acts, BTreeMap::new()).await?;
        tx.commit().await
    }

    /// Links, the newest first.
    pub async fn audit(&self, feed: &Feed, filter: AuditFilter, limit: u32) -> Result<Vec<Link>> {
        let mut tx = self.db.reading().await?;
        let mut sql = Sql::default();
        sql.push("SELECT ").push(LINK).push(" FROM audit WHERE feed = ").bind(Value::text(feed.as_str()));
        if let Some(record) = filter.record {
            sql.push(" AND record = ").bind(Value::uuid(record.0));
        }
        if let Some(actor) = filter.actor {
            sql.push(" AND actor = ").bind(Value::uuid(actor.0));
        }
        if let Some(before) = filter.before {
            sql.push(" AND n < ").bind(Value::int(i64::try_from(before).unwrap_or(i64::MAX)));
        }
        if let Some(from) = filter.from {
            sql.push(" AND at >= ").bind(Value::int(from.0));
        }
        if let Some(until) = filter.until {
            sql.push(" AND at < ").bind(Value::int(until.0));
        }
        sql.push(" ORDER BY n DESC LIMIT ").bind(Value::int(limit.into()));
        sql.fetch(&mut tx).await?.into_iter().map(|row| linked(row).map(|(link, _)| link)).collect()
    }

    /// Signs where the chain stands and keeps that beside it; the caller writes the answer outside the database too, as a witness.
    ///
    /// Where another has signed the same link, its checkpoint stands and is given: witnesses keep what is in the database.
    /// [`Error::NotFound`] before the first link.
    pub async fn checkpoint(&self, feed: &Feed, signer: &Signer, at: Instant) -> Result<Checkpoint> {
        let mut tx = self.db.writing().await?;
        let head = take(&mut tx, feed).await?;
        if head.n == 0 {
            return Err(Error::NotFound);
        }
        let signed = signer.checkpoint(feed, head.n.unsigned_abs(), head.hash, at);
        on!(&mut tx, c => sqlx::query("INSERT INTO checkpoint (feed, n, hash, at, signature) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (feed, n) DO NOTHING")
            .bind(feed.as_str()).bind(head.n).bind(&head.hash.0[..]).bind(at.0).bind(&signed.signature).execute(c).await.map(drop))?;
        let stands = checkpoints(&mut tx, feed, head.n).await?.pop().ok_or(Error::NotFound)?;
        tx.commit().await?;
        Ok(stands)
    }

    /// The newest signed checkpoint; none before the first.
    pub async fn find_checkpoint(&self, feed: &Feed) -> Result<Option<Checkpoint>> {
        let mut tx = self.db.reading().await?;
        let last: Option<i64> = on!(&mut tx, c => sqlx::query_scalar("SELECT MAX(n) FROM checkpoint WHERE feed = $1")
            .bind(feed.as_str()).fetch_one(c).await)?;
        Ok(checkpoints(&mut tx, feed, last.unwrap_or(0)).await?.pop())
    }

    /// Checks the whole chain, the signed checkpoints, the witness, and each entry against the link that attests it. No findings: all is as it was written.
    pub async fn verify(&self, feed: &Feed, verifier: &Verifier, witness: Option<&Checkpoint>) -> Result<Findings> {
        let mut tx = self.db.reading().await?;
        let mut audit = Audit::new(feed, &checkpoints(&mut tx, feed, 0).await?, witness, verifier);
        let mut found = Findings::default();
        let (mut last, mut before) = ((0, seal::genesis(feed)), 0);
        loop {
            let mut sql = Sql::default();
            sql.push("SELECT ").push(LINK).push(" FROM audit WHERE feed = ").bind(Value::text(feed.as_str()));
            sql.push(" AND n > ").bind(Value::int(before)).push(" ORDER BY n LIMIT ").bind(Value::int(CHECKED));
            let links = sql.fetch::<LinkRow>(&mut tx).await?;
            let Some(to) = links.last().map(|link| link.0) else { break };
            let mut attested = attested(&mut tx, feed, before, to).await?;
            for row in links {
                let n = row.0;
                let Ok((link, hash)) = linked(row) else {
                    found.push(finding(n, "audit-changed", "the link can't be read", "compare with a backup"));
                    continue;
                };
                if attested.remove(&n).unwrap_or_default().digest() != link.digest {
                    found.push(finding(
                        n,
                        "audit-entries-changed",
                        "the entries that this link attests aren't as they were written",
                        "compare with a backup",
                    ));
                }
                audit.take(&link, hash);
                last = (n, hash);
            }
            for n in attested.into_keys() {
                found.push(finding(n, "audit-missing", "entries name a link that isn't there", "compare with a backup"));
            }
            before = to;
        }
        for n in attested(&mut tx, feed, before, i64::MAX).await?.into_keys() {
            found.push(finding(n, "audit-missing", "entries name a link that isn't there", "compare with a backup"));
        }
        let head: Option<(i64, Vec<u8>)> = on!(&mut tx, c => sqlx::query_as("SELECT n, hash FROM audit_head WHERE feed = $1")
            .bind(feed.as_str()).fetch_optional(c).await)?;
        if head.map_or((0, seal::genesis(feed).0.to_vec()), |h| h) != (last.0, last.1.0.to_vec()) {
            found.push(finding(last.0 + 1, "audit-cut", "the chain doesn't end where it last stood", "compare with a backup"));
        }
        for finding in audit.finish() {
            found.push(finding);
        }
        Ok(found)
    }
}

fn finding(n: i64, code: &'static str, text: &str, remedy: &str) -> Finding {
    Finding::error(code, text, remedy).at("audit", n.unsigned_abs(), "n")
}

/// What the entries say that were written with the links after one number up to another.
async fn attested(tx: &mut Tx, feed: &Feed, after: i64, to: i64) -> Result<BTreeMap<i64, Attested>> {
    let rows: Vec<(i64, Vec<u8>)> = on!(tx, c => sqlx::query_as("SELECT link, sealed FROM entry WHERE feed = $1 AND link > $2 AND link <= $3 ORDER BY link, area, grp, seq")
        .bind(feed.as_str()).bind(after).bind(to).fetch_all(c).await)?;
    let mut attested: BTreeMap<i64, Attested> = BTreeMap::new();
    for (link, sealed) in rows {
        attested.entry(link).or_default().take(&sealed);
    }
    Ok(attested)
}

/// The checkpoints from one number on.
async fn checkpoints(tx: &mut Tx, feed: &Feed, from: i64) -> Result<Vec<Checkpoint>> {
    let rows: Vec<(i64, Vec<u8>, i64, String)> = on!(tx, c => sqlx::query_as("SELECT n, hash, at, signature FROM checkpoint WHERE feed = $1 AND n >= $2 ORDER BY n")
        .bind(feed.as_str()).bind(from).fetch_all(c).await)?;
    let read = |(n, hash, at, signature): (i64, Vec<u8>, i64, String)| {
        Ok(Checkpoint { feed: feed.clone(), n: n.unsigned_abs(), hash: hashed(&hash)?, at: Instant(at), signature })
    };
    rows.into_iter().map(read).collect()
}

fn hashed(bytes: &[u8]) -> Result<Hash> {
    bytes.try_into().map(Hash).map_err(|_| Error::Seal(seal::Error::Truncated))
}

fn linked((n, at, actor, action, record, compartments, purpose, digest, hash): LinkRow) -> Result<(Link, Hash)> {
    let link = Link {
        n: u64::try_from(n).map_err(|_| Error::Seal(seal::Error::Damaged))?,
        at: Instant(at),
        actor: actor.map(UserId),
        action,
        record: record.map(RecordId),
        compartments: compartments.split_whitespace().map(named).collect::<Result<_>>()?,
        purpose: purpose.as_deref().map(named).transpose()?,
        digest: hashed(&digest)?,
    };
    Ok((link, hashed(&hash)?))
}
