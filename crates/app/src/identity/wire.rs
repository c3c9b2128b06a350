//! What the page asks and is told about who is signed in. Field names are the wire's.

use base::{AgencyId, Instant, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `GET /api/welcome`: what anyone may know before signing in.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Welcome {
    /// The office's own name.
    pub office: String,
    /// Whether it has its first administrator.
    pub set_up: bool,
    /// People of a demonstration, to sign in as with one press; empty in a real office.
    pub demo: Vec<DemoPerson>,
}

/// Someone made up, in a demonstration.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DemoPerson {
    /// The name to sign in with.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Their role, as in content/access/roles.toml.
    pub role: String,
}

/// `POST /api/session`.
#[derive(Debug, Clone, Deserialize, ToSchema)]
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
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
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

/// Someone who works here, as an administrator sees them.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UserShown {
    /// Who.
    pub id: UserId,
    /// The name to sign in with.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Since when the account can't be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Instant>,
    /// What they were granted, live or not.
    pub grants: Vec<GrantShown>,
}

/// A grant, as an administrator sees it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GrantShown {
    /// Its identifier.
    pub id: base::Uuid,
    /// The role.
    pub role: String,
    /// From when on it counts.
    pub from: Instant,
    /// When it no longer counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
    /// Whether it was taken in an emergency.
    pub broken_glass: bool,
    /// When another person must have looked at what was done under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_look_due: Option<Instant>,
}

/// `POST /api/users`.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// The name to sign in with.
    pub login: String,
    /// Their name.
    pub name: String,
    /// A first password.
    pub password: String,
}

/// `POST /api/users/{id}/grants`.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGrant {
    /// The role.
    pub role: String,
    /// Only these areas of work; all of the role's if empty.
    #[serde(default)]
    pub areas: std::collections::BTreeSet<base::Area>,
    /// When it ends.
    #[serde(default)]
    pub until: Option<Instant>,
}
