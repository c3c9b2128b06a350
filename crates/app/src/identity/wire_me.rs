//! What the page asks and is told about someone's own means of signing in. Field names are the wire's.

use base::{Instant, Uuid};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `GET /api/me`: how one can sign in.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Means {
    /// Passkeys, oldest first.
    pub passkeys: Vec<PasskeyShown>,
    /// Whether there is a password with an authenticator.
    pub authenticator: bool,
    /// Recovery codes that are left.
    pub codes: usize,
    /// The address at which passkeys work; absent where the server's address can't have any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
}

/// A passkey, as its holder sees it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PasskeyShown {
    /// Its identifier.
    pub id: Uuid,
    /// What its holder calls it.
    pub name: String,
    /// When it was added.
    pub created: Instant,
    /// When it was last used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used: Option<Instant>,
}

/// The first half of a passkey's use: what the browser is asked, and under which number the answer comes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Ceremony {
    /// To be given back with the answer.
    pub ceremony: Uuid,
    /// The browser's options, as JSON of WebAuthn.
    pub options: serde_json::Value,
}

/// The second half: what the browser answered.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasskeyAnswer {
    /// The number of the first half.
    pub ceremony: Uuid,
    /// What the browser gave, as JSON of WebAuthn.
    pub credential: serde_json::Value,
    /// For a new passkey: what its holder calls it.
    #[serde(default)]
    pub name: String,
}

/// `POST /api/me/authenticator/start`: a secret to be scanned or typed into an authenticator; shown once.
#[derive(Clone, Serialize, ToSchema)]
pub struct Authenticator {
    /// As text, to be typed.
    pub secret: String,
    /// An `otpauth` address, for an authenticator on the same device.
    pub uri: String,
    /// The address as squares, to be scanned.
    pub squares: Squares,
}

/// A QR code as a drawing.
#[derive(Clone, Serialize, ToSchema)]
pub struct Squares {
    /// Squares on each side, without the margin of four.
    pub side: usize,
    /// The dark ones, as the path of an SVG with one unit per square.
    pub path: String,
}

/// A sheet of recovery codes; shown once.
#[derive(Clone, Serialize, ToSchema)]
pub struct Codes {
    /// Ten, each good once.
    pub codes: Vec<String>,
}

/// What someone gets to sign in the first time; shown once, to whoever hands it over.
#[derive(Clone, Serialize, ToSchema)]
pub struct FirstSheet {
    /// The name to sign in with.
    pub login: String,
    /// Their name.
    pub name: String,
    /// The code, in place of a password.
    pub code: String,
    /// Until when it is good.
    pub until: Instant,
}

/// Something that its reader must know and say that they understood.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NoticeShown {
    /// Its identifier.
    pub id: Uuid,
    /// What it says: `sign-in-reset`, `passkey-added`, `passkey-removed`, `password-set`, `password-removed`, `codes-renewed`.
    pub code: String,
    /// When it happened.
    pub at: Instant,
}
