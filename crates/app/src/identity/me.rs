//! Someone's own means of signing in: passkeys, a password with an authenticator, recovery codes; and their sessions.

use super::sign_in::{FIRST, PASSKEY, PASSWORD, RECOVERY, TOTP, Who};
use super::wire_me::{Authenticator, Codes, Means, PasskeyShown, Squares};
use crate::Problem;
use crate::office::{Office, refused};
use access::Action;
use base::{Sensitive, UserId};
use qrcode::{Color, QrCode};
use seal::{Cost, ExposeSecret, RecoveryCode, SecretString, TotpSecret, hash_password};
use std::fmt::Write;
use store::{Credential, Waiting, Witnessed};

/// An authenticator that isn't confirmed after so long is forgotten, in seconds.
const CONFIRM: i64 = 15 * 60;
/// Shortest password, in characters (NIST SP 800-63B asks for 15 where it stands alone, 8 beside a second factor).
const SHORTEST: usize = 12;

impl Office {
    /// How someone can sign in.
    pub async fn means(&self, who: &Who) -> Result<Means, Problem> {
        let kept = self.store.credentials(&self.feed, who.subject.user).await?;
        let passkeys = kept.iter().filter(|c| c.kind == PASSKEY).filter_map(|c| {
            let name = super::passkeys::name(c)?;
            Some(PasskeyShown { id: c.id, name, created: c.created, used: c.used })
        });
        Ok(Means {
            passkeys: passkeys.collect(),
            authenticator: kept.iter().any(|c| c.kind == TOTP),
            codes: kept.iter().filter(|c| c.kind == RECOVERY).count(),
            origin: self.relying.as_ref().map(|relying| relying.origin().to_owned()),
        })
    }

    /// Begins an authenticator: a secret that counts once its first code is shown. Needs a fresh proof.
    pub async fn begin_authenticator(&self, who: &Who) -> Result<Authenticator, Problem> {
        self.may_change_means(who).await?;
        let secret = TotpSecret::random(&mut *self.random());
        let at = self.now();
        let waiting = Waiting { id: who.subject.user.0, ends: at.plus_seconds(CONFIRM), what: secret.bytes().to_vec() };
        self.store.put_waiting(&self.feed, TOTP, &waiting, &Witnessed { at, acts: Vec::new() }).await?;
        let name = self.store.find_setting(&self.feed, super::set_up::NAME).await?;
        let office = name.as_ref().and_then(|name| name.as_str()).unwrap_or("Amana");
        let uri = secret.uri(office, &who.account.login).expose_secret().to_owned();
        let typed = uri.split_once("secret=").and_then(|(_, rest)| rest.split('&').next()).unwrap_or_default().to_owned();
        Ok(Authenticator { secret: typed, squares: squares(&uri)?, uri })
    }

    /// Makes a password and the authenticator begun one's own, in place of those before; gives recovery codes.
    ///
    /// Problems: `password-too-short`, `authenticator-wrong` (the code is not the one it shows), `not-found` (not begun, or too long ago).
    pub async fn finish_authenticator(&self, who: &Who, password: String, code: &str) -> Result<Codes, Problem> {
        self.may_change_means(who).await?;
        let password = SecretString::from(password);
        if password.expose_secret().chars().count() < SHORTEST {
            let text = format!("the password has fewer than {SHORTEST} characters");
            return Err(Problem::new(
                "password-too-short",
                text,
                "four words that have nothing to do with each other are easy to keep in mind",
            ));
        }
        let user = who.subject.user;
        let begun = self.store.waiting::<Vec<u8>>(&self.feed, TOTP, self.now()).await?;
        let begun = begun.into_iter().find(|w| w.id == user.0).ok_or_else(|| not_begun("this took too long"))?;
        let secret = TotpSecret::from_bytes(&begun.what).ok_or_else(|| not_begun("the secret was lost"))?;
        let step = secret.check(code, self.now(), None).ok_or_else(|| {
            Problem::new(
                "authenticator-wrong",
                "this is not the code that your authenticator shows now",
                "wait for its next code and type that; check the telephone's time",
            )
        })?;
        let phc = hash_password(&password, Cost::STANDARD, &mut *self.random())
            .map_err(|e| Problem::new(e.code(), "this can't be a password", "choose another"))?;
        let witnessed = self.witnessed(user, "set_password");
        let quiet = self.quiet();
        self.store.take_waiting::<Vec<u8>>(&self.feed, TOTP, user.0, &witnessed).await?;
        let old = self.store.credentials(&self.feed, user).await?;
        self.keep_credential(user, PASSWORD, phc.into_bytes(), &quiet).await?;
        self.keep_credential(user, TOTP, [secret.bytes(), &step.to_be_bytes()].concat(), &quiet).await?;
        for old in old.iter().filter(|c| c.kind == PASSWORD || c.kind == TOTP) {
            self.store.remove_credential(&self.feed, user, old.id, &quiet).await?;
        }
        let codes = self.new_codes(user, quiet).await?;
        self.made_full(who, "password-set").await?;
        Ok(codes)
    }

    /// Takes the password, the authenticator and the recovery codes away; refused while there is no passkey.
    pub async fn remove_authenticator(&self, who: &Who) -> Result<(), Problem> {
        self.may_change_means(who).await?;
        let user = who.subject.user;
        let kept = self.store.credentials(&self.feed, user).await?;
        if !kept.iter().any(|c| c.kind == PASSKEY) {
            return Err(last_means());
        }
        let mut witnessed = self.witnessed(user, "remove_password");
        for old in kept.iter().filter(|c| c.kind == PASSWORD || c.kind == TOTP || c.kind == RECOVERY) {
            self.store.remove_credential(&self.feed, user, old.id, &witnessed).await?;
            witnessed.acts.clear();
        }
        self.tell(user, "password-removed").await
    }

    /// A new sheet of recovery codes in place of the old one.
    pub async fn renew_codes(&self, who: &Who) -> Result<Codes, Problem> {
        self.may_change_means(who).await?;
        let user = who.subject.user;
        if !self.store.credentials(&self.feed, user).await?.iter().any(|c| c.kind == TOTP) {
            return Err(Problem::new(
                "no-authenticator",
                "recovery codes stand in for an authenticator, and you have none",
                "set up a password with an authenticator first",
            ));
        }
        let codes = self.new_codes(user, self.witnessed(user, "renew_codes")).await?;
        self.tell(user, "codes-renewed").await?;
        Ok(codes)
    }

    /// Ends every session of one's own, this one too.
    pub async fn sign_out_everywhere(&self, who: &Who) -> Result<(), Problem> {
        let witnessed = self.witnessed(who.subject.user, "sign_out_everywhere");
        Ok(self.store.end_sessions(&self.feed, who.subject.user, None, &witnessed).await?)
    }

    /// Whether someone may change how they sign in: with a fresh proof, or while they have no full means yet.
    ///
    /// Once there is a full means, who else came in by the first code can do no more.
    pub(super) async fn may_change_means(&self, who: &Who) -> Result<(), Problem> {
        if who.session.limited {
            let kept = self.store.credentials(&self.feed, who.subject.user).await?;
            if !kept.iter().any(|c| c.kind == PASSKEY || c.kind == TOTP) {
                return Ok(());
            }
        }
        // As fresh a proof as giving a grant asks for.
        access::step_up(&who.subject, Action::Grant, self.now()).map_err(|r| refused(&r))
    }

    /// A full means of signing in was made one's own: the first code goes, the session counts in full, its holder is told.
    pub(super) async fn made_full(&self, who: &Who, notice: &str) -> Result<(), Problem> {
        let user = who.subject.user;
        for first in self.store.credentials(&self.feed, user).await?.into_iter().filter(|c| c.kind == FIRST) {
            self.store.remove_credential(&self.feed, user, first.id, &self.quiet()).await?;
        }
        if who.session.limited {
            return Ok(self.store.step_up(&self.feed, who.session.token, &self.witnessed(user, "step_up")).await?);
        }
        self.tell(user, notice).await
    }

    async fn new_codes(&self, user: UserId, mut witnessed: Witnessed) -> Result<Codes, Problem> {
        let old = self.store.credentials(&self.feed, user).await?;
        let codes = RecoveryCode::sheet(&mut *self.random());
        for code in &codes {
            self.keep_credential(user, RECOVERY, code.hash(user).0.to_vec(), &witnessed).await?;
            witnessed.acts.clear();
        }
        for old in old.iter().filter(|c| c.kind == RECOVERY) {
            self.store.remove_credential(&self.feed, user, old.id, &witnessed).await?;
        }
        Ok(Codes { codes: codes.iter().map(|code| code.text().expose_secret().to_owned()).collect() })
    }

    /// Keeps what a means of signing in is checked with.
    pub(super) async fn keep_credential(&self, user: UserId, kind: &str, secret: Vec<u8>, witnessed: &Witnessed) -> Result<(), Problem> {
        let secret = Sensitive::new(secret);
        let credential = Credential { id: self.draw(), user, kind: kind.into(), secret, created: witnessed.at, used: None };
        Ok(self.store.add_credential(&self.feed, &credential, witnessed).await?)
    }

    /// Now, for a change that another act of the audit stands for.
    pub(super) fn quiet(&self) -> Witnessed {
        Witnessed { at: self.now(), acts: Vec::new() }
    }
}

/// What is said when the last means of signing in would go.
pub(super) fn last_means() -> Problem {
    Problem::new("last-means", "without this you could not sign in any more", "set up another way to sign in first")
}

fn not_begun(text: &str) -> Problem {
    Problem::new("not-begun", text, "begin again")
}

/// A text as a QR code.
fn squares(text: &str) -> Result<Squares, Problem> {
    let code = QrCode::new(text).map_err(|_| not_begun("the name of the office or the login is too long for an authenticator"))?;
    let (side, mut path) = (code.width(), String::new());
    for (at, _) in code.to_colors().iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
        let _ = write!(path, "M{} {}h1v1h-1z", at % side, at / side);
    }
    Ok(Squares { side, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_have_the_three_corners_that_a_reader_looks_for() {
        let drawn = squares("otpauth://totp/Amana:awa?secret=ABC").unwrap();
        assert_eq!((drawn.side - 17) % 4, 0);
        let dark = |x: usize, y: usize| drawn.path.contains(&format!("M{x} {y}h1v1h-1z"));
        for (x, y) in [(0, 0), (drawn.side - 7, 0), (0, drawn.side - 7)] {
            assert!((0..7).all(|i| dark(x + i, y) && dark(x, y + i)) && !dark(x + 1, y + 1) && dark(x + 3, y + 3));
        }
        assert!(squares(&"x".repeat(5000)).is_err());
    }
}
