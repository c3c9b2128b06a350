//! The table of roles: rows of areas x kinds x field groups x actions x scope x purposes.

use base::{Area, Group, Kind, Purpose, Role};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// What someone does with a record; in the area of the office itself, with accounts, grants and settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Have it appear in lists, counts and search; needs the group `card`.
    List,
    /// Read a field group.
    Read,
    /// Write entries in a field group.
    Write,
    /// Begin a record of this kind.
    Create,
    /// Move a procedure to its next step.
    Advance,
    /// Hand a record to another worker, team or agency.
    Transfer,
    /// Say yes or no to what another person asks.
    Approve,
    /// Disclose a field group to someone outside, on consent or another recorded basis.
    Share,
    /// Take a field group out as a file.
    Export,
    /// Say that two records are one person, or take that back.
    Merge,
    /// Destroy the key of a record for good.
    Erase,
    /// In an emergency, open for a short time what is otherwise closed; someone looks at it afterwards.
    BreakGlass,
    /// Give a grant, approve another's, or end one.
    Grant,
    /// Manage accounts, devices, content and settings.
    Administer,
}

impl Action {
    /// Each action, in the order of the table.
    pub const ALL: [Self; 14] = [
        Self::List,
        Self::Read,
        Self::Write,
        Self::Create,
        Self::Advance,
        Self::Transfer,
        Self::Approve,
        Self::Share,
        Self::Export,
        Self::Merge,
        Self::Erase,
        Self::BreakGlass,
        Self::Grant,
        Self::Administer,
    ];

    /// The word that the table uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Read => "read",
            Self::Write => "write",
            Self::Create => "create",
            Self::Advance => "advance",
            Self::Transfer => "transfer",
            Self::Approve => "approve",
            Self::Share => "share",
            Self::Export => "export",
            Self::Merge => "merge",
            Self::Erase => "erase",
            Self::BreakGlass => "break_glass",
            Self::Grant => "grant",
            Self::Administer => "administer",
        }
    }

    /// Whether the subject must have proved anew within ten minutes who they are: what leaves, what ends and what opens doors.
    pub fn needs_step_up(self) -> bool {
        matches!(self, Self::Export | Self::Erase | Self::BreakGlass | Self::Grant | Self::Administer)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Action {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|a| a.as_str() == text).ok_or_else(|| format!("'{text}' is not an action"))
    }
}

/// How far a row reaches, from narrow to wide. All but the widest stay within the subject's own agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Width {
    /// What the subject is assigned to.
    Own,
    /// What belongs to one of the subject's teams.
    Team,
    /// What belongs to one of the subject's sites.
    Site,
    /// What belongs to the subject's agency.
    Agency,
    /// Everything, of every agency.
    All,
}

impl Width {
    /// Each width, from narrow to wide.
    pub const ALL: [Self; 5] = [Self::Own, Self::Team, Self::Site, Self::Agency, Self::All];

    /// The word that the table uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Team => "team",
            Self::Site => "site",
            Self::Agency => "agency",
            Self::All => "all",
        }
    }
}

impl fmt::Display for Width {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Width {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|w| w.as_str() == text).ok_or_else(|| format!("'{text}' is not a scope"))
    }
}

/// How secret an area of work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Secrecy {
    /// Seen by need to know.
    Open,
    /// The same, and a grant in it needs four eyes.
    Strict,
    /// The same, and that a record exists is itself secret: no one breaks the glass here.
    Hidden,
}

/// One row: each action on each group of each kind in each area, within the scope and for the purposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Areas of work.
    pub areas: BTreeSet<Area>,
    /// Kinds of record.
    pub kinds: BTreeSet<Kind>,
    /// Field groups.
    pub groups: BTreeSet<Group>,
    /// What may be done.
    pub actions: BTreeSet<Action>,
    /// How far it reaches.
    pub scope: Width,
    /// For what.
    pub purposes: BTreeSet<Purpose>,
}

/// What one role may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleTable {
    /// Who this is, in a sentence for the protection officer who reads the matrix.
    pub about: String,
    /// The rows; any one permits.
    pub rows: Vec<Row>,
}

/// How the glass may be broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlassRules {
    /// The longest time that it stays open, in hours.
    pub longest_hours: u32,
    /// Within how many hours another person looks at what was done.
    pub second_look_hours: u32,
    /// The shortest reason that counts as one, in characters.
    pub shortest_reason: usize,
    /// Roles that are told at once.
    pub notify: BTreeSet<Role>,
}

/// The whole table, checked; made by [`Policy::read`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The table's own version, for the audit.
    pub version: String,
    /// Areas of work and how secret each is.
    pub areas: BTreeMap<Area, Secrecy>,
    /// Kinds of record that rows may name.
    pub kinds: BTreeSet<Kind>,
    /// Field groups that rows may name.
    pub groups: BTreeSet<Group>,
    /// Purposes that rows may name.
    pub purposes: BTreeSet<Purpose>,
    /// Roles and their rows.
    pub roles: BTreeMap<Role, RoleTable>,
    /// How the glass may be broken.
    pub break_glass: GlassRules,
}

impl Policy {
    /// How secret an area is; one that the table doesn't know is hidden.
    pub fn secrecy(&self, area: &Area) -> Secrecy {
        self.areas.get(area).copied().unwrap_or(Secrecy::Hidden)
    }
}
