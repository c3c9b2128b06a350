//! Signing in and out, and proving anew who one is.

use super::pages::pages;
use super::wire::{SignIn, SignedIn};
use super::{demo, first};
use crate::Problem;
use crate::office::Office;
use access::Subject;
use base::UserId;
use seal::{Cost, ExposeSecret, Hash, SecretString, SessionToken, TotpSecret, Verdict, find_recovery_code, verify_password};
use store::{Account, Credential, Session, Witnessed};
use tokio::sync::Semaphore;

/// A session that nobody used for so long ends, in seconds.
const IDLE: i64 = 30 * 60;
/// A session ends after so long whatever is done.
const LONGEST: i64 = 12 * 3600;
/// A proof counts for so long as fresh; as `access` holds it.
const FRESH: i64 = 600;
/// So many tries within [`WINDOW`] seconds, then none on this account until the window is over; other accounts are not slowed.
const TRIES: u32 = 10;
const WINDOW: i64 = 15 * 60;
/// Passwords that are checked at the same time: each takes 64 MiB.
static CHECKS: Semaphore = Semaphore::const_new(2);

/// Kinds of credential.
pub(super) const PASSWORD: &str = "password";
pub(super) const TOTP: &str = "totp";
pub(super) const RECOVERY: &str = "recovery";
pub(super) const PASSKEY: &str = "passkey";
pub(super) const FIRST: &str = "first";

/// Whoever shows a session's token.
#[derive(Debug, Clone)]
pub struct Who {
    /// What access decides on.
    pub subject: Subject,
    pub(super) account: Account,
    pub(super) session: Session,
}

/// A session begun: the token is shown to its holder once and kept nowhere.
pub struct Begun {
    token: SecretString,
    /// Seconds after which it ends whatever is done.
    pub longest: i64,
    /// Who signed in.
    pub signed_in: SignedIn,
}

impl Begun {
    /// What the holder shows from now on.
    pub fn token(&self) -> &str {
        self.token.expose_secret()
    }
}

impl Office {
    /// Begins a session for whoever proves who they are. An unknown login takes the same work as a wrong password.
    ///
    /// Problems: `wrong-sign-in`, `second-factor-needed`, `too-many-tries`.
    pub async fn sign_in(&self, asked: &SignIn) -> Result<Begun, Problem> {
        let (now, login) = (self.now(), asked.login.trim().to_lowercase());
        let what = format!("sign_in:{login}");
        self.count(&what).await?;
        let account = self.store.find_login(&self.feed, &login).await?.filter(|a| a.ended.is_none_or(|ended| now < ended));
        let proof = self.prove(account.as_ref(), &login, asked.password.as_deref(), asked.code.as_deref()).await?;
        let account = account.ok_or_else(wrong)?;
        self.store.forget_tries(&self.feed, &what).await?;
        self.begin_session(&account, proof == Proof::Full).await
    }

    /// Begins a session; without a full proof it is limited: its holder can only make a full means their own.
    pub(super) async fn begin_session(&self, account: &Account, full: bool) -> Result<Begun, Problem> {
        let now = self.now();
        let token = SessionToken::random(&mut *self.random());
        let session = Session {
            token: token.digest(),
            user: account.user,
            created: now,
            used: now,
            ends: now.plus_seconds(LONGEST),
            stepped_up: full.then_some(now),
            limited: !full,
        };
        self.store.begin_session(&self.feed, &session, &self.witnessed(account.user, "sign_in")).await?;
        let who = self.find(session.token).await?.ok_or_else(signed_out)?;
        Ok(Begun { token: token.text(), longest: LONGEST, signed_in: self.signed_in(&who).await? })
    }

    /// Whoever shows this token now. Problem: `signed-out`.
    pub async fn who(&self, token: &str) -> Result<Who, Problem> {
        let token = SessionToken::parse(token).ok_or_else(signed_out)?;
        self.find(token.digest()).await?.ok_or_else(signed_out)
    }

    async fn find(&self, token: Hash) -> Result<Option<Who>, Problem> {
        let found = self.store.find_session(&self.feed, token, self.now(), IDLE).await?;
        Ok(found.map(|s| Who { subject: s.subject, account: s.account, session: s.session }))
    }

    /// What the page is told about who is signed in.
    pub async fn signed_in(&self, who: &Who) -> Result<SignedIn, Problem> {
        let now = self.now();
        let agencies = self.store.units(&self.feed).await?;
        let agency = agencies.into_iter().find(|unit| unit.id == who.account.agency.0);
        let mut roles: Vec<String> = who.subject.grants.iter().filter(|g| g.is_live(now)).map(|g| g.role.to_string()).collect();
        roles.dedup();
        Ok(SignedIn {
            user: who.account.user,
            login: who.account.login.clone(),
            name: who.account.name.clone(),
            agency: who.account.agency,
            agency_name: agency.map(|unit| unit.name).unwrap_or_default(),
            roles,
            demo: self.is_demo().await?,
            limited: who.session.limited,
            notices: self.notices(who.account.user).await?,
            to_decide: self.to_decide(who).await?,
            pages: pages(self, &who.subject),
            ends: now.plus_seconds(IDLE).min(who.session.ends),
            stepped_up_until: who.subject.stepped_up.map(|at| at.plus_seconds(FRESH)).filter(|until| now <= *until),
        })
    }

    /// Ends the session.
    pub async fn sign_out(&self, who: &Who) -> Result<(), Problem> {
        let witnessed = self.witnessed(who.account.user, "sign_out");
        Ok(self.store.end_sessions(&self.feed, who.account.user, Some(who.session.token), &witnessed).await?)
    }

    /// Proves anew who one is, with the second means; counts for ten minutes.
    pub async fn step_up(&self, who: &Who, password: Option<&str>, code: Option<&str>) -> Result<SignedIn, Problem> {
        let what = format!("step_up:{}", who.account.user);
        self.count(&what).await?;
        if self.prove(Some(&who.account), &who.account.login, password, code).await? != Proof::Full {
            return Err(Problem::new(
                "no-second-factor",
                "you have no second means of proving who you are",
                "enrol a passkey or an authenticator first",
            ));
        }
        self.store.forget_tries(&self.feed, &what).await?;
        self.stepped_up(who).await
    }

    /// Writes that someone has just proved who they are.
    pub(super) async fn stepped_up(&self, who: &Who) -> Result<SignedIn, Problem> {
        self.store.step_up(&self.feed, who.session.token, &self.witnessed(who.account.user, "step_up")).await?;
        let who = self.find(who.session.token).await?.ok_or_else(signed_out)?;
        self.signed_in(&who).await
    }

    async fn count(&self, what: &str) -> Result<(), Problem> {
        if self.store.count_try(&self.feed, what, self.now(), WINDOW).await? > TRIES {
            let mut problem = Problem::new(
                "too-many-tries",
                "this was tried too often",
                "wait a quarter of an hour, or ask the administrator to reset it",
            );
            problem.args.insert("seconds".into(), WINDOW.to_string());
            return Err(problem);
        }
        Ok(())
    }

    /// How well someone proves to be the holder of an account; an error if not at all.
    async fn prove(&self, account: Option<&Account>, login: &str, password: Option<&str>, code: Option<&str>) -> Result<Proof, Problem> {
        if password.is_none() && demo::lets_in(self, login).await? {
            return Ok(Proof::Full);
        }
        let kept = match account {
            Some(account) => self.store.credentials(&self.feed, account.user).await?,
            None => Vec::new(),
        };
        let hash = kept.iter().find(|c| c.kind == PASSWORD).and_then(|c| String::from_utf8(c.secret.reveal().clone()).ok());
        let password = SecretString::from(password.unwrap_or(" ").to_owned());
        let right = checked(password.clone(), hash).await?;
        let user = account.ok_or_else(wrong)?.user;
        if !right {
            return if first::fits(&password, user, &kept, self.now()) { Ok(Proof::Limited) } else { Err(wrong()) };
        }
        if !kept.iter().any(|c| c.kind == TOTP) {
            return Ok(Proof::Limited);
        }
        let Some(code) = code else {
            return Err(Problem::new(
                "second-factor-needed",
                "a second proof is needed",
                "type the six digits of your authenticator, or a recovery code",
            ));
        };
        self.second(user, &kept, code).await?;
        Ok(Proof::Full)
    }

    /// Uses up a code of the authenticator or of the sheet: the same one never counts twice.
    async fn second(&self, user: UserId, kept: &[Credential], code: &str) -> Result<(), Problem> {
        let code = code.trim();
        if code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()) {
            for credential in kept.iter().filter(|c| c.kind == TOTP) {
                let Some((secret, last)) = totp(credential) else { continue };
                if let Some(step) = secret.check(code, self.now(), last) {
                    let used = [secret.bytes(), &step.to_be_bytes()].concat();
                    return self
                        .used(self.store.use_credential(&self.feed, credential, &used, &self.witnessed(user, "use_authenticator")).await);
                }
            }
            return Err(wrong());
        }
        let sheet: Vec<&Credential> = kept.iter().filter(|c| c.kind == RECOVERY && c.secret.reveal().len() == 32).collect();
        let hashes: Vec<Hash> = sheet.iter().filter_map(|c| c.secret.reveal().as_slice().try_into().ok().map(Hash)).collect();
        let found = find_recovery_code(&SecretString::from(code.to_owned()), user, &hashes).and_then(|at| sheet.get(at));
        let credential = found.ok_or_else(wrong)?;
        self.used(self.store.remove_credential(&self.feed, user, credential.id, &self.witnessed(user, "use_recovery_code")).await)
    }

    /// A credential that someone used in the meantime proves nothing.
    fn used(&self, result: store::Result<()>) -> Result<(), Problem> {
        match result {
            Err(store::Error::NotFound) => Err(wrong()),
            other => Ok(other?),
        }
    }

    /// What the audit holds of an act on accounts.
    pub(super) fn witnessed(&self, actor: UserId, action: &str) -> Witnessed {
        let act = store::Act { actor: Some(actor), action: action.into(), record: None, compartments: Vec::new(), purpose: None };
        Witnessed { at: self.now(), acts: vec![act] }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// A first code, or a password alone.
    Limited,
    /// With a second means.
    Full,
}

/// Whether a password is right; away from the threads that answer requests, and few at a time.
async fn checked(password: SecretString, hash: Option<String>) -> Result<bool, Problem> {
    let _turn = CHECKS.acquire().await.map_err(|_| failed())?;
    let verdict =
        tokio::task::spawn_blocking(move || verify_password(&password, hash.as_deref(), Cost::STANDARD)).await.map_err(|_| failed())?;
    match verdict {
        Ok(Verdict::Right | Verdict::Rehash) => Ok(true),
        Ok(Verdict::Wrong) | Err(seal::Error::Length) => Ok(false),
        Err(_) => Err(failed()),
    }
}

/// An authenticator's secret, and the last step that was used.
fn totp(credential: &Credential) -> Option<(TotpSecret, Option<u64>)> {
    let bytes = credential.secret.reveal();
    let (secret, last) = bytes.split_at_checked(20)?;
    Some((TotpSecret::from_bytes(secret)?, last.try_into().ok().map(u64::from_be_bytes)))
}

fn wrong() -> Problem {
    Problem::new("wrong-sign-in", "name, password or code is wrong", "try again; after ten tries there is a pause of a quarter of an hour")
}

fn signed_out() -> Problem {
    Problem::new("signed-out", "you are not signed in", "sign in")
}

fn failed() -> Problem {
    Problem::new("store-failed", "this could not be checked", "try again; if it stays, tell whoever runs the server")
}
