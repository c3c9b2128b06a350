//! What the page asks and is told about who is signed in. Field names are the wire's.

use base::{AgencyId, Instant, UserId};
use serde::{Deserialize, Serialize};

/// `GET /api/welcome`: what anyone may know before signing in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Welcome {
    /// The office's own name.
    pub office: String,
    /// Whether it has its first administrator.
    pub set_up: bool,
    /// People of a demonstration, to sign in as with one press; empty in a real office.
    pub demo: Vec<DemoPerson>,
}

/// Someone made up, in a demonstration.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DemoPerson {
    /// The name to sign in with.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Their role, as in content/access/roles.toml.
    pub role: String,
}

/// `POST /api/session`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The name to sign in with.
    pub login: String,
    /// The password; absent for a person of a demonstration.
    #[serde(default)]
    pub password: Option<String>,
    /// Six digits of an authenticator, or a recovery code.
    #[serde(default)]
    pub code: Option<String>,
}

/// `GET /api/session`: who is signed in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SignedIn {
    /// Who.
    pub user: UserId,
    /// The name to sign in with.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Their agency.
    pub agency: AgencyId,
    /// Their agency's name.
    pub agency_name: String,
    /// Their roles now.
    pub roles: Vec<String>,
    /// Whether this is a demonstration.
    pub demo: bool,
    /// Pages that there is something to see on, in order: `people`, `cases`, `movements`, `audit`, `users`.
    pub pages: Vec<String>,
    /// When the session ends if nothing is done.
    pub ends: Instant,
    /// Until when what needs a fresh proof of who asks may be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stepped_up_until: Option<Instant>,
}
