//! What is decided about.

use base::{AgencyId, Area, Kind, SiteId, TeamId, UserId};
use std::collections::BTreeSet;

/// What access needs to know of a record; nothing of what is in it. For a record about to be made, as it will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// Its kind.
    pub kind: Kind,
    /// Its area of work.
    pub area: Area,
    /// The agency that answers for it.
    pub agency: AgencyId,
    /// The team that it belongs to.
    pub team: Option<TeamId>,
    /// The site that it belongs to.
    pub site: Option<SiteId>,
    /// Who works on it.
    pub assigned: BTreeSet<UserId>,
    /// Who must never see it, whatever they are granted: a relative, the subject of a complaint.
    pub withheld_from: BTreeSet<UserId>,
}
