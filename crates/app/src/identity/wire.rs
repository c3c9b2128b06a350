//! What the page asks and is told about who is signed in. Field names are the wire's.

use super::wire_me::NoticeShown;
use base::{AgencyId, Area, Instant, UserId, Uuid};
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
    /// The address at which passkeys work; absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passkeys: Option<String>,
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
    /// Whether they must make a full means of signing in their own before anything else.
    pub limited: bool,
    /// What they must be told, oldest first.
    pub notices: Vec<NoticeShown>,
    /// How many grants wait for their yes and how many broken glasses for their look.
    pub to_decide: usize,
    /// Pages that there is something to see on, in order: `people`, `cases`, `movements`, `audit`, `decide`, `users`.
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
    pub id: Uuid,
    /// The role.
    pub role: String,
    /// From when on it counts.
    pub from: Instant,
    /// When it no longer counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
    /// Whether it was taken in an emergency.
    pub broken_glass: bool,
    /// When another person must have looked at what was done under it; absent once someone has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_look_due: Option<Instant>,
}

/// A grant that another person must approve.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProposalShown {
    /// Its identifier.
    pub id: Uuid,
    /// Who will hold it: their name.
    pub to: String,
    /// The role.
    pub role: String,
    /// Only these areas of work; all of the role's if empty.
    pub areas: Vec<Area>,
    /// When it would end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
    /// Who proposed it: their name; empty for the command line.
    pub by: String,
    /// When it is no longer waited for.
    pub expires: Instant,
    /// Whether whoever asks may approve it: not who proposed it, and not who will hold it.
    pub may_approve: bool,
    /// Whether whoever asks proposed it and may take it back.
    pub own: bool,
}

/// A broken glass.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GlassShown {
    /// The identifier of its grant.
    pub id: Uuid,
    /// Who broke it: their name.
    pub by: String,
    /// The role under which.
    pub role: String,
    /// What was opened.
    pub areas: Vec<Area>,
    /// Why, in their words.
    pub reason: String,
    /// When it was broken.
    pub from: Instant,
    /// When it ends, or ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
    /// Whether it is open now.
    pub open: bool,
    /// When another person must have looked at it.
    pub look_due: Instant,
    /// What they found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub look: Option<LookGiven>,
    /// Whether whoever asks may look at it: not who broke it.
    pub may_look: bool,
    /// Whether whoever asks broke it, and may end it.
    pub own: bool,
}

/// What a second look found.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LookGiven {
    /// Who looked: their name.
    pub by: String,
    /// When.
    pub at: Instant,
    /// Whether the need was there.
    pub justified: bool,
    /// In their words.
    pub remarks: String,
}

/// `POST /api/users`.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// The name to sign in with.
    pub login: String,
    /// Their name.
    pub name: String,
}

/// `POST /api/users/{id}/grants`.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGrant {
    /// The role.
    pub role: String,
    /// Only these areas of work; all of the role's if empty.
    #[serde(default)]
    pub areas: std::collections::BTreeSet<Area>,
    /// When it ends.
    #[serde(default)]
    pub until: Option<Instant>,
}
