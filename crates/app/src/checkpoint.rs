//! Signing where the audit stands, often enough that little can be cut off unseen.

use crate::Problem;
use crate::office::Office;
use seal::{Checkpoint, Signer};
use store::AuditFilter;

/// How often the audit is signed while the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SigningPace {
    /// After so many acts.
    pub acts: u64,
    /// After so many seconds, if there was any act.
    pub seconds: i64,
}

impl SigningPace {
    /// 500 acts or five minutes.
    pub const USUAL: Self = Self { acts: 500, seconds: 300 };
    /// Whenever there is something that isn't signed.
    pub const AT_ONCE: Self = Self { acts: 1, seconds: 0 };
}

impl Office {
    /// Signs where the audit stands if the pace asks for it, and gives the newest checkpoint, also one that another server signed; none before the first act.
    ///
    /// The caller keeps it outside the database too.
    pub async fn checkpoint(&self, signer: &Signer, pace: SigningPace) -> Result<Option<Checkpoint>, Problem> {
        let newest = self.store.find_checkpoint(&self.feed).await?;
        let stands = self.store.audit(&self.feed, AuditFilter::default(), 1).await?.first().map_or(0, |link| link.n);
        let now = self.now();
        let (signed, at) = newest.as_ref().map_or((0, base::Instant(0)), |newest| (newest.n, newest.at));
        let unsigned = stands.saturating_sub(signed);
        if unsigned == 0 || (unsigned < pace.acts && now.0.saturating_sub(at.0) < pace.seconds) {
            return Ok(newest);
        }
        Ok(Some(self.store.checkpoint(&self.feed, signer, now).await?))
    }
}
