//! Identifiers: a newtype each, so that no one is mistaken for another. Nothing here draws one: whoever writes hands in a maker of UUIDs.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use utoipa::ToSchema;
pub use uuid::Uuid;

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

identifiers! {
    /// A record: a person, household, case, movement, note and so on.
    RecordId,
    /// One entry of a journal.
    EntryId,
    /// The entries written by one press of a button; what is undone is an act.
    ActId,
    /// A person who works with Amana.
    UserId,
    /// An organisation.
    AgencyId,
    /// A team within an agency.
    TeamId,
    /// A site, camp or office.
    SiteId,
    /// A device that writes.
    DeviceId,
}
