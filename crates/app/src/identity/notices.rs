//! What someone must be told at their next sign-in: that a means of signing in was made, taken or reset.

use super::sign_in::Who;
use super::wire_me::NoticeShown;
use crate::Problem;
use crate::office::Office;
use base::{Instant, UserId, Uuid};
use serde::{Deserialize, Serialize};
use store::{Waiting, Witnessed};

const NOTICE: &str = "notice";
/// A notice that nobody reads goes after so long, in seconds.
const KEPT: i64 = 180 * 24 * 3600;

#[derive(Serialize, Deserialize)]
struct Notice {
    to: UserId,
    code: String,
    at: Instant,
}

impl Office {
    /// Leaves a notice for someone.
    pub(super) async fn tell(&self, to: UserId, code: &str) -> Result<(), Problem> {
        let at = self.now();
        let waiting = Waiting { id: self.draw(), ends: at.plus_seconds(KEPT), what: Notice { to, code: code.into(), at } };
        Ok(self.store.put_waiting(&self.feed, NOTICE, &waiting, &Witnessed { at, acts: Vec::new() }).await?)
    }

    /// What someone hasn't yet said that they understood, oldest first.
    pub(super) async fn notices(&self, to: UserId) -> Result<Vec<NoticeShown>, Problem> {
        let all = self.store.waiting::<Notice>(&self.feed, NOTICE, self.now()).await?;
        let theirs = all.into_iter().filter(|n| n.what.to == to);
        Ok(theirs.map(|n| NoticeShown { id: n.id, code: n.what.code, at: n.what.at }).collect())
    }

    /// Someone understood a notice of theirs.
    pub async fn understood(&self, who: &Who, notice: Uuid) -> Result<(), Problem> {
        if !self.notices(who.subject.user).await?.iter().any(|n| n.id == notice) {
            return Err(crate::office::not_found());
        }
        let witnessed = Witnessed { at: self.now(), acts: Vec::new() };
        self.store.take_waiting::<Notice>(&self.feed, NOTICE, notice, &witnessed).await?;
        Ok(())
    }
}
