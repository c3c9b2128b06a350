//! Commands over the wire: what is decided once about a record, and what the page is told for deciding it.

use super::wire::Line;
use base::{ActId, AgencyId, EntryId, Group, Instant, Purpose, Reason, RecordId, UserId};
use casework::consent::LegalBasis;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// `POST /api/records/{id}/commands`.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
pub struct Command {
    /// Made by the sender.
    pub act: ActId,
    /// What is decided.
    #[serde(flatten)]
    pub order: Order,
}

/// What is decided about a record. On the wire: `command` and, where it needs any, `args`.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(tag = "command", content = "args", rename_all = "snake_case", deny_unknown_fields)]
pub enum Order {
    /// Takes a step of its procedure.
    Take {
        /// The step.
        step: String,
        /// The reason, where the step needs one.
        #[serde(default)]
        reason: Option<String>,
    },
    /// Agrees to the step that waits.
    Agree,
    /// Turns the step that waits down.
    TurnDown {
        /// Why.
        why: String,
    },
    /// Sends a referral by a step that discloses.
    Send {
        /// The step.
        step: String,
        /// What is shared, with whom, on what basis.
        share: Share,
    },
    /// Records that something was shared by another way: on paper, by telephone.
    Disclose {
        /// What, with whom, on what basis.
        share: Share,
    },
    /// Offers the record to people, one of whom takes it over by accepting.
    Offer {
        /// To whom; all of one agency.
        to: BTreeSet<UserId>,
        /// Why.
        why: String,
        /// The basis, where they are of another agency.
        #[serde(default)]
        share: Option<Share>,
    },
    /// Takes over what was offered to the asker.
    Accept,
    /// Turns an offer down, or takes back one's own.
    Decline {
        /// Why.
        why: String,
    },
    /// Gives the record to colleagues at once.
    Assign {
        /// To whom.
        to: BTreeSet<UserId>,
        /// Why.
        why: String,
    },
    /// Takes a consent back.
    Withdraw,
    /// Says that another record is of the same person; this one stays.
    Merge {
        /// The other.
        record: RecordId,
        /// What convinced the asker.
        why: String,
    },
    /// Takes a merge back.
    Unmerge {
        /// The record that was merged into this one.
        record: RecordId,
        /// Why.
        why: String,
    },
    /// Keeps that another record is of another person.
    Differ {
        /// The other.
        record: RecordId,
    },
    /// Asks that the record be erased.
    AskErase {
        /// Why.
        why: String,
    },
    /// Agrees to the erasure that waits, as a second person: what is in the record is destroyed.
    AgreeErase,
    /// Turns the erasure that waits down.
    Keep {
        /// Why.
        why: String,
    },
}

/// What someone wants to share.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// For what, as consents name it.
    pub purpose: Purpose,
    /// With whom, as consents name it.
    pub recipient: String,
    /// Which of them.
    #[serde(default)]
    pub recipient_name: Option<String>,
    /// Which field groups.
    pub groups: BTreeSet<Group>,
    /// Another basis than consent.
    #[serde(default)]
    pub basis: Option<Basis>,
}

/// A basis other than consent.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Which.
    #[schema(value_type = String)]
    pub basis: LegalBasis,
    /// Why it holds here.
    pub reason: String,
    /// Who agreed.
    pub supervisor: UserId,
}

/// An offer that waits.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OfferShown {
    /// What is offered: as much as a list shows, without a name.
    pub line: Line,
    /// Who offers it.
    pub by: String,
    /// The agency of whoever offers it.
    pub agency: String,
    /// To whom.
    pub to: Vec<String>,
    /// Why.
    pub why: String,
    /// When.
    pub at: Instant,
    /// Whether it is for the asker to accept.
    pub yours: bool,
    /// Whether the asker made it.
    pub by_you: bool,
}

/// An erasure that waits for a second person.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WishShown {
    /// Who asks.
    pub by: String,
    /// Whether it is the asker.
    pub by_you: bool,
    /// Why.
    pub why: String,
    /// When.
    pub at: Instant,
}

/// A consent, as far as sharing asks.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ConsentShown {
    /// Its record.
    pub id: RecordId,
    /// Its display code.
    pub code: String,
    /// For what; nothing if it is not filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
    /// With whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
    /// Which of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient_name: Option<String>,
    /// Why nothing may be shared on it now; empty if it holds.
    pub against: Vec<Reason>,
}

/// Something that was shared about someone.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Received {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: String,
    /// For what.
    pub purpose: Purpose,
    /// With whom.
    pub recipient: String,
    /// Which of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient_name: Option<String>,
    /// Which field groups.
    pub groups: BTreeSet<Group>,
    /// The record that carried it.
    pub carrier: Line,
    /// The consent that allowed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<RecordId>,
    /// Another basis.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub basis: Option<LegalBasis>,
    /// Why it held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Someone to whom a record could be given, or who could agree to what is asked.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Colleague {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Their agency.
    pub agency: AgencyId,
    /// Its name.
    pub agency_name: String,
    /// Names of their teams.
    pub teams: Vec<String>,
    /// Whether they could work on the record, had they got it.
    pub takes: bool,
    /// Whether they may agree to what is asked about it.
    pub approves: bool,
}

/// What stays of an erased record.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CertificateShown {
    /// The entry that holds it.
    pub entry: EntryId,
    /// The code that the record had.
    pub record: String,
    /// How many records it took with it.
    pub parts: usize,
    /// Why.
    pub why: String,
    /// When.
    pub at: Instant,
    /// Who asked for it.
    pub by: String,
    /// Who agreed.
    pub witness: String,
}
