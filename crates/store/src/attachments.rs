//! Attachments: sealed pieces that can be sent again from where a line was cut, addressed by their content.
//!
//! What a file is, is told by its first bytes and not by its name; what isn't on the list is refused. Metadata inside files (a camera's place and time) is not
//! taken out here: what is kept is what was sent.

use crate::Store;
use crate::error::{Error, Result};
use crate::keys::Sealer;
use crate::read::Witnessed;
use crate::rows::{self, named};
use crate::sql::{Tx, on, retrying};
use base::{Compartment, Feed, Instant, RecordId, Sensitive, Uuid};
use seal::{Hash, Part};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Bytes of a piece; the last one of a file has what is left.
pub const PIECE: u64 = 256 * 1024;
/// The largest file.
pub const MAX_SIZE: u64 = 64 * 1024 * 1024;
/// The longest name of a file, in bytes.
const MAX_NAME: usize = 255;

/// Types of files that are taken, as their first bytes tell them. None that a browser would run.
const TAKEN: [&str; 19] = [
    "application/msword",
    "application/pdf",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "audio/aac",
    "audio/amr",
    "audio/m4a",
    "audio/mpeg",
    "audio/ogg",
    "audio/opus",
    "audio/x-wav",
    "image/heif",
    "image/jpeg",
    "image/png",
    "image/tiff",
    "image/webp",
    "video/mp4",
];
const TEXT: &str = "text/plain";

/// A file about a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its identifier, made by whoever sends it.
    pub id: Uuid,
    /// The record.
    pub record: RecordId,
    /// What it is seen with.
    pub compartment: Compartment,
    /// Its name.
    pub name: Sensitive<String>,
    /// Its size in bytes.
    pub size: u64,
    /// When sending began.
    pub created: Instant,
    /// What it holds, once all of it is there.
    pub content: Option<Content>,
}

/// What a complete file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its address: the hash of its bytes.
    pub hash: Hash,
    /// Its type, by its first bytes.
    pub media: String,
}

/// What of an attachment is sealed.
#[derive(Serialize, Deserialize)]
struct Inside {
    name: Sensitive<String>,
    content: Option<Content>,
}

impl Attachment {
    /// How many pieces it has.
    pub fn pieces(&self) -> u32 {
        u32::try_from(self.size.div_ceil(PIECE)).unwrap_or(u32::MAX)
    }

    fn length_of(&self, n: u32) -> Option<u64> {
        let begins = u64::from(n) * PIECE;
        (begins < self.size).then(|| PIECE.min(self.size - begins))
    }

    fn part(&self, piece: Option<u32>) -> Part {
        let mut name = self.id.as_bytes().to_vec();
        name.extend(piece.map(u32::to_le_bytes).into_iter().flatten());
        Part::File(seal::hash(&name))
    }
}

impl Store {
    /// Begins to take a file, or goes on with it: says which pieces are there already.
    ///
    /// [`Error::TooLarge`]; [`Error::NotFound`] if the record isn't there; [`Error::Contradiction`] if the identifier means another file.
    pub async fn begin_attachment(&self, feed: &Feed, attachment: &Attachment, witnessed: &Witnessed) -> Result<BTreeSet<u32>> {
        retrying!(self.begin_attachment_once(feed, attachment, witnessed))
    }

    async fn begin_attachment_once(&self, feed: &Feed, attachment: &Attachment, witnessed: &Witnessed) -> Result<BTreeSet<u32>> {
        if attachment.size == 0 || attachment.size > MAX_SIZE || attachment.name.reveal().len() > MAX_NAME {
            return Err(Error::TooLarge);
        }
        let mut tx = self.changing(feed, witnessed).await?;
        let mut sealer = Sealer::new(self, feed);
        let Attachment { id, record, compartment, .. } = attachment;
        rows::records(&mut tx, &mut sealer, &[*record].into()).await?.get(record).filter(|r| !r.erased).ok_or(Error::NotFound)?;
        match find(&mut tx, &mut sealer, *id).await? {
            Some(there) if (there.record, &there.compartment, there.size) != (*record, compartment, attachment.size) => {
                return Err(Error::Contradiction("attachment"));
            }
            Some(_) => {}
            None => {
                let sealed = seal_inside(&mut tx, &mut sealer, attachment, None).await?;
                let size = i64::try_from(attachment.size).map_err(|_| Error::TooLarge)?;
                on!(&mut tx, c => sqlx::query("INSERT INTO attachment (feed, id, record, area, grp, size, created_at, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
                    .bind(feed.as_str()).bind(id).bind(record.0).bind(compartment.area.as_str()).bind(compartment.group.as_str()).bind(size)
                    .bind(witnessed.at.0).bind(sealed).execute(c).await.map(drop))?;
            }
        }
        let there: Vec<i64> = on!(&mut tx, c => sqlx::query_scalar("SELECT n FROM piece WHERE feed = $1 AND attachment = $2")
            .bind(feed.as_str()).bind(id).fetch_all(c).await)?;
        tx.commit().await?;
        Ok(there.into_iter().filter_map(|n| u32::try_from(n).ok()).collect())
    }

    /// Keeps a piece, from 0; the same piece sent again takes its place.
    ///
    /// [`Error::Unsupported`] at the first piece for a type that isn't taken; [`Error::Contradiction`] for a piece of another length, or of a file
    /// that is complete.
    pub async fn put_piece(&self, feed: &Feed, id: Uuid, n: u32, bytes: &[u8]) -> Result<()> {
        retrying!(self.put_piece_once(feed, id, n, bytes))
    }

    async fn put_piece_once(&self, feed: &Feed, id: Uuid, n: u32, bytes: &[u8]) -> Result<()> {
        let mut tx = self.changing(feed, &Witnessed::default()).await?;
        let mut sealer = Sealer::new(self, feed);
        let attachment = find(&mut tx, &mut sealer, id).await?.ok_or(Error::NotFound)?;
        if attachment.content.is_some() || attachment.length_of(n) != u64::try_from(bytes.len()).ok() {
            return Err(Error::Contradiction("piece"));
        }
        if n == 0 {
            media(bytes, attachment.pieces() == 1)?;
        }
        let sealed = sealer.seal(&mut tx, attachment.record, &attachment.compartment, attachment.part(Some(n)), bytes).await?;
        on!(&mut tx, c => sqlx::query("INSERT INTO piece (feed, attachment, n, sealed) VALUES ($1, $2, $3, $4)
             ON CONFLICT (feed, attachment, n) DO UPDATE SET sealed = excluded.sealed")
            .bind(feed.as_str()).bind(id).bind(i64::from(n)).bind(sealed).execute(c).await.map(drop))?;
        tx.commit().await
    }

    /// Ends the taking of a file: from now on it can be read and not changed.
    ///
    /// [`Error::Contradiction`] while a piece is missing; [`Error::Unsupported`]; [`Error::NotFound`].
    pub async fn finish_attachment(&self, feed: &Feed, id: Uuid, witnessed: &Witnessed) -> Result<Attachment> {
        retrying!(self.finish_attachment_once(feed, id, witnessed))
    }

    async fn finish_attachment_once(&self, feed: &Feed, id: Uuid, witnessed: &Witnessed) -> Result<Attachment> {
        let mut tx = self.changing(feed, witnessed).await?;
        let mut sealer = Sealer::new(self, feed);
        let mut attachment = find(&mut tx, &mut sealer, id).await?.ok_or(Error::NotFound)?;
        if attachment.content.is_some() {
            return Ok(attachment);
        }
        let bytes = bytes(&mut tx, &mut sealer, &attachment).await?.ok_or(Error::Contradiction("a piece is missing"))?;
        attachment.content = Some(Content { hash: seal::hash(&bytes), media: media(&bytes, true)?.to_owned() });
        let sealed = seal_inside(&mut tx, &mut sealer, &attachment, attachment.content.clone()).await?;
        on!(&mut tx, c => sqlx::query("UPDATE attachment SET complete_at = $3, sealed = $4 WHERE feed = $1 AND id = $2")
            .bind(feed.as_str()).bind(id).bind(witnessed.at.0).bind(sealed).execute(c).await.map(drop))?;
        tx.commit().await?;
        Ok(attachment)
    }

    /// An attachment, complete or not, without its bytes.
    pub async fn find_attachment(&self, feed: &Feed, id: Uuid) -> Result<Option<Attachment>> {
        find(&mut self.db.reading().await?, &mut Sealer::new(self, feed), id).await
    }

    /// The complete attachments of a record in these compartments, by identifier.
    pub async fn attachments(&self, feed: &Feed, record: RecordId, compartments: &BTreeSet<Compartment>) -> Result<Vec<Attachment>> {
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let ids: Vec<Uuid> = on!(&mut tx, c => sqlx::query_scalar("SELECT id FROM attachment WHERE feed = $1 AND record = $2 AND complete_at IS NOT NULL ORDER BY id")
            .bind(feed.as_str()).bind(record.0).fetch_all(c).await)?;
        let mut found = Vec::new();
        for id in ids {
            found.extend(find(&mut tx, &mut sealer, id).await?.filter(|a| compartments.contains(&a.compartment)));
        }
        Ok(found)
    }

    /// The bytes of a complete attachment; audited like [`Store::read`].
    ///
    /// [`Error::NotFound`]; [`Error::Seal`] if what lies there isn't what was kept.
    pub async fn read_attachment(&self, feed: &Feed, id: Uuid, witnessed: &Witnessed) -> Result<(Attachment, Vec<u8>)> {
        retrying!(self.read_attachment_once(feed, id, witnessed))
    }

    async fn read_attachment_once(&self, feed: &Feed, id: Uuid, witnessed: &Witnessed) -> Result<(Attachment, Vec<u8>)> {
        let mut tx = self.db.reading().await?;
        let mut sealer = Sealer::new(self, feed);
        let attachment = find(&mut tx, &mut sealer, id).await?.ok_or(Error::NotFound)?;
        let content = attachment.content.as_ref().ok_or(Error::NotFound)?;
        let bytes = bytes(&mut tx, &mut sealer, &attachment).await?.filter(|bytes| seal::hash(bytes) == content.hash);
        let bytes = bytes.ok_or(Error::Seal(seal::Error::Truncated))?;
        tx.commit().await?;
        self.witness(feed, witnessed).await?;
        Ok((attachment, bytes))
    }
}

/// The type of a file that is taken; plain text is told by being text to its end.
fn media(bytes: &[u8], whole: bool) -> Result<&'static str> {
    if let Some(kind) = infer::get(bytes) {
        return TAKEN.into_iter().find(|taken| *taken == kind.mime_type()).ok_or(Error::Unsupported);
    }
    let cut_at_the_end = |e: &std::str::Utf8Error| !whole && e.error_len().is_none();
    let is_text = std::str::from_utf8(bytes).as_ref().map_or_else(cut_at_the_end, |_| true);
    if is_text && !bytes.contains(&0) && !bytes.trim_ascii_start().starts_with(b"<") { Ok(TEXT) } else { Err(Error::Unsupported) }
}

async fn seal_inside(tx: &mut Tx, sealer: &mut Sealer<'_>, attachment: &Attachment, content: Option<Content>) -> Result<Vec<u8>> {
    let inside = Inside { name: attachment.name.clone(), content };
    let bytes = serde_json::to_vec(&inside).map_err(|e| Error::Database(e.to_string()))?;
    sealer.seal(tx, attachment.record, &attachment.compartment, attachment.part(None), &bytes).await
}

type Row = (Uuid, String, String, i64, i64, Vec<u8>, Option<Vec<u8>>);

async fn find(tx: &mut Tx, sealer: &mut Sealer<'_>, id: Uuid) -> Result<Option<Attachment>> {
    let row: Option<Row> = on!(&mut *tx, c => sqlx::query_as("SELECT a.record, a.area, a.grp, a.size, a.created_at, a.sealed, r.salt
         FROM attachment a JOIN record r ON r.feed = a.feed AND r.id = a.record WHERE a.feed = $1 AND a.id = $2")
        .bind(sealer.feed.as_str()).bind(id).fetch_optional(c).await)?;
    let Some((record, area, group, size, created, sealed, salt)) = row else { return Ok(None) };
    let record = RecordId(record);
    sealer.knows(record, salt.as_deref())?;
    let compartment = Compartment { area: named(&area)?, group: named(&group)? };
    let name = Sensitive::default();
    let mut attachment = Attachment { id, record, compartment, name, size: size.unsigned_abs(), created: Instant(created), content: None };
    let inside = sealer.open(tx, record, &attachment.compartment, attachment.part(None), &sealed).await?;
    let inside: Inside = serde_json::from_slice(&inside).map_err(|_| Error::Seal(seal::Error::Version))?;
    (attachment.name, attachment.content) = (inside.name, inside.content);
    Ok(Some(attachment))
}

/// All the bytes, if all the pieces are there.
async fn bytes(tx: &mut Tx, sealer: &mut Sealer<'_>, attachment: &Attachment) -> Result<Option<Vec<u8>>> {
    let mut all = Vec::with_capacity(usize::try_from(attachment.size).map_err(|_| Error::TooLarge)?);
    for n in 0..attachment.pieces() {
        let sealed: Option<Vec<u8>> = on!(&mut *tx, c => sqlx::query_scalar("SELECT sealed FROM piece WHERE feed = $1 AND attachment = $2 AND n = $3")
            .bind(sealer.feed.as_str()).bind(attachment.id).bind(i64::from(n)).fetch_optional(c).await)?;
        let Some(sealed) = sealed else { return Ok(None) };
        all.extend_from_slice(&sealer.open(tx, attachment.record, &attachment.compartment, attachment.part(Some(n)), &sealed).await?);
    }
    Ok(Some(all))
}
