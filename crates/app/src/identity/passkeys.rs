//! Passkeys: made one's own, used to sign in and to prove anew who one is, taken away.
//!
//! Every passkey is discoverable: the browser says whose it is, so that the server never tells which logins have one.

use super::me::last_means;
use super::sign_in::{Begun, PASSKEY, PASSWORD, Who};
use super::wire::SignedIn;
use super::wire_me::{Ceremony, PasskeyAnswer};
use crate::Problem;
use crate::office::{Office, not_found};
use base::{UserId, Uuid};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{Account, Credential, Waiting};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url,
    Webauthn, WebauthnBuilder,
};

/// A browser's answer comes within so long, in seconds.
const ANSWER: i64 = 5 * 60;
/// Longest name of a passkey, in characters.
const LONGEST: usize = 60;

/// The address that passkeys are made for.
#[derive(Debug)]
pub struct Relying {
    origin: String,
    webauthn: Webauthn,
}

impl Relying {
    /// Passkeys for an address as the browser shows it, such as `https://amana.example.org`; its host name is the relying party.
    /// `None` for a host that is a number (`127.0.0.1`): browsers make none for those.
    pub fn at(origin: &str) -> Result<Option<Self>, Problem> {
        let wrong = || {
            Problem::new(
                "origin-unreadable",
                format!("'{origin}' is not the address of a page"),
                "write it as the browser shows it, such as https://amana.example.org",
            )
        };
        let url = Url::parse(origin).map_err(|_| wrong())?;
        let Some(domain) = url.domain().map(str::to_owned) else {
            return if url.has_host() { Ok(None) } else { Err(wrong()) };
        };
        let webauthn = WebauthnBuilder::new(&domain, &url).and_then(|builder| builder.rp_name("Amana").build()).map_err(|_| wrong())?;
        Ok(Some(Self { origin: url.origin().ascii_serialization(), webauthn }))
    }

    /// The address, without a path.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

/// What is kept of a passkey.
#[derive(Serialize, Deserialize)]
struct Kept {
    name: String,
    passkey: Passkey,
}

fn open(credential: &Credential) -> Option<Kept> {
    serde_json::from_slice(credential.secret.reveal()).ok()
}

/// What the holder of a passkey calls it.
pub(super) fn name(credential: &Credential) -> Option<String> {
    open(credential).map(|kept| kept.name)
}

#[derive(Serialize, Deserialize)]
enum Half {
    Enrol { user: UserId, state: PasskeyRegistration },
    Use { state: DiscoverableAuthentication },
}

impl Office {
    fn relying(&self) -> Result<&Relying, Problem> {
        self.relying.as_deref().ok_or_else(|| {
            Problem::new("no-passkeys", "passkeys don't work at this server's address", "use your password and authenticator")
        })
    }

    async fn first_half(&self, half: Half, options: impl Serialize) -> Result<Ceremony, Problem> {
        let quiet = self.quiet();
        let waiting = Waiting { id: self.draw(), ends: quiet.at.plus_seconds(ANSWER), what: half };
        self.store.put_waiting(&self.feed, PASSKEY, &waiting, &quiet).await?;
        let mut options = serde_json::to_value(options).map_err(|_| refused())?;
        Ok(Ceremony { ceremony: waiting.id, options: options["publicKey"].take() })
    }

    async fn second_half(&self, ceremony: Uuid) -> Result<Half, Problem> {
        match self.store.take_waiting(&self.feed, PASSKEY, ceremony, &self.quiet()).await {
            Err(store::Error::NotFound) => Err(refused()),
            other => Ok(other?),
        }
    }

    /// Begins a passkey of one's own. Needs a fresh proof. Problem: `no-passkeys`.
    pub async fn begin_passkey(&self, who: &Who) -> Result<Ceremony, Problem> {
        self.may_change_means(who).await?;
        let account = &who.account;
        let kept = self.store.credentials(&self.feed, account.user).await?;
        let theirs = kept.iter().filter(|c| c.kind == PASSKEY).filter_map(open).map(|kept| kept.passkey.cred_id().clone()).collect();
        let (options, state) = self
            .relying()?
            .webauthn
            .start_passkey_registration(account.user.0, &account.login, &account.name, Some(theirs))
            .map_err(|_| refused())?;
        let mut begun = self.first_half(Half::Enrol { user: account.user, state }, options).await?;
        begun.options["authenticatorSelection"]["residentKey"] = "required".into();
        begun.options["authenticatorSelection"]["requireResidentKey"] = true.into();
        Ok(begun)
    }

    /// Makes a passkey one's own. Problem: `passkey-refused`.
    pub async fn finish_passkey(&self, who: &Who, answer: &PasskeyAnswer) -> Result<(), Problem> {
        self.may_change_means(who).await?;
        let user = who.subject.user;
        let state = match self.second_half(answer.ceremony).await? {
            Half::Enrol { user: theirs, state } if theirs == user => state,
            _ => return Err(refused()),
        };
        let given: RegisterPublicKeyCredential = read(&answer.credential)?;
        let passkey = self.relying()?.webauthn.finish_passkey_registration(&given, &state).map_err(|_| refused())?;
        let kept = Kept { name: answer.name.trim().chars().take(LONGEST).collect(), passkey };
        let kept = serde_json::to_vec(&kept).map_err(|_| refused())?;
        self.keep_credential(user, PASSKEY, kept, &self.witnessed(user, "add_passkey")).await?;
        self.made_full(who, "passkey-added").await
    }

    /// Takes a passkey of one's own away; refused if it is the last means of signing in.
    pub async fn remove_passkey(&self, who: &Who, passkey: Uuid) -> Result<(), Problem> {
        self.may_change_means(who).await?;
        let user = who.subject.user;
        let kept = self.store.credentials(&self.feed, user).await?;
        kept.iter().find(|c| c.id == passkey && c.kind == PASSKEY).ok_or_else(not_found)?;
        if !kept.iter().any(|c| c.kind == PASSWORD || (c.kind == PASSKEY && c.id != passkey)) {
            return Err(last_means());
        }
        self.store.remove_credential(&self.feed, user, passkey, &self.witnessed(user, "remove_passkey")).await?;
        self.tell(user, "passkey-removed").await
    }

    /// Asks the browser for any passkey of this address: to sign in, or to prove anew who one is.
    pub async fn ask_passkey(&self) -> Result<Ceremony, Problem> {
        let (options, state) = self.relying()?.webauthn.start_discoverable_authentication().map_err(|_| refused())?;
        self.first_half(Half::Use { state }, options).await
    }

    /// Begins a session for the holder of a passkey. Problem: `passkey-refused`.
    pub async fn sign_in_by_passkey(&self, answer: &PasskeyAnswer) -> Result<Begun, Problem> {
        let account = self.by_passkey(answer).await?;
        self.begin_session(&account, true).await
    }

    /// Proves anew by a passkey who one is; counts for ten minutes.
    pub async fn step_up_by_passkey(&self, who: &Who, answer: &PasskeyAnswer) -> Result<SignedIn, Problem> {
        if self.by_passkey(answer).await?.user != who.subject.user {
            return Err(Problem::new("passkey-of-another", "this passkey is of someone else", "choose your own passkey"));
        }
        self.stepped_up(who).await
    }

    /// Whose passkey answered; the account must not have ended.
    async fn by_passkey(&self, answer: &PasskeyAnswer) -> Result<Account, Problem> {
        let Half::Use { state } = self.second_half(answer.ceremony).await? else { return Err(refused()) };
        let given: PublicKeyCredential = read(&answer.credential)?;
        let webauthn = &self.relying()?.webauthn;
        let (user, id) = webauthn.identify_discoverable_authentication(&given).map_err(|_| refused())?;
        let user = UserId(user);
        let account = self
            .store
            .find_account(&self.feed, user)
            .await?
            .filter(|a| a.ended.is_none_or(|ended| self.now() < ended))
            .ok_or_else(refused)?;
        let all = self.store.credentials(&self.feed, user).await?;
        let mut theirs = all.iter().filter(|c| c.kind == PASSKEY).filter_map(|c| Some((c, open(c)?)));
        let (credential, mut kept) = theirs.find(|(_, kept)| kept.passkey.cred_id().as_slice() == id).ok_or_else(refused)?;
        let result =
            webauthn.finish_discoverable_authentication_v2(&given, state, DiscoverableKey::from(&kept.passkey)).map_err(|_| refused())?;
        kept.passkey.update_credential(&result);
        let secret = serde_json::to_vec(&kept).map_err(|_| refused())?;
        match self.store.use_credential(&self.feed, credential, &secret, &self.witnessed(user, "use_passkey")).await {
            Err(store::Error::NotFound) => Err(refused()),
            other => Ok(other.map(|()| account)?),
        }
    }
}

fn read<T: serde::de::DeserializeOwned>(credential: &Value) -> Result<T, Problem> {
    T::deserialize(credential).map_err(|_| refused())
}

fn refused() -> Problem {
    Problem::new(
        "passkey-refused",
        "this passkey doesn't fit, or its answer came too late",
        "try again; if it stays, sign in another way and make a new passkey",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_relying_party_is_the_host_of_the_address() {
        let at = |origin| Relying::at(origin).map(|relying| relying.map(|relying| relying.origin)).map_err(|problem| problem.code);
        assert_eq!(at("https://amana.example.org/"), Ok(Some("https://amana.example.org".into())));
        assert_eq!(at("http://localhost:8080"), Ok(Some("http://localhost:8080".into())));
        assert_eq!(at("http://127.0.0.1:8080"), Ok(None));
        for wrong in ["", "amana.example.org", "localhost:8080", "data:x"] {
            assert_eq!(at(wrong), Err("origin-unreadable".into()), "{wrong}");
        }
    }
}
