//! The first sign-in: a code, good for some days, with which its holder makes a means of signing in their own.
//!
//! Whoever gives the code never knows a password, an authenticator's secret or a passkey of anybody else's.

use super::sign_in::FIRST;
use super::wire_me::FirstSheet;
use crate::Problem;
use crate::office::Office;
use base::{Instant, UserId};
use seal::{ExposeSecret, RecoveryCode, SecretString, find_recovery_code};
use store::{Account, Credential, Witnessed};

/// A first code is good for so long, in seconds: a week, since whoever gets it may be on the road.
const GOOD_FOR: i64 = 7 * 24 * 3600;

/// Whether the code is someone's first code, now.
pub(super) fn fits(code: &SecretString, user: UserId, kept: &[Credential], now: Instant) -> bool {
    let live = kept.iter().filter(|c| c.kind == FIRST && now < c.created.plus_seconds(GOOD_FOR));
    let hashes: Vec<seal::Hash> = live.filter_map(|c| c.secret.reveal().as_slice().try_into().ok().map(seal::Hash)).collect();
    find_recovery_code(code, user, &hashes).is_some()
}

impl Office {
    /// Takes every means of signing in from someone and gives them a first code in their place.
    pub(super) async fn give_first_code(&self, account: &Account, witnessed: &Witnessed) -> Result<FirstSheet, Problem> {
        let code = RecoveryCode::random(&mut *self.random());
        let old = self.store.credentials(&self.feed, account.user).await?;
        self.keep_credential(account.user, FIRST, code.hash(account.user).0.to_vec(), witnessed).await?;
        for old in old {
            self.store.remove_credential(&self.feed, account.user, old.id, &self.quiet()).await?;
        }
        self.store.end_sessions(&self.feed, account.user, None, &self.quiet()).await?;
        Ok(FirstSheet {
            login: account.login.clone(),
            name: account.name.clone(),
            code: code.text().expose_secret().to_owned(),
            until: witnessed.at.plus_seconds(GOOD_FOR),
        })
    }
}
