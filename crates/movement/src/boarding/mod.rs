//! Boarding a trip against its list: who is present, refused or absent, who arrived, and whether everyone is accounted for.
//!
//! In: a trip of a plan, then entries as things happen. Out: the state of the trip ([`TripBoarding`]), each passenger's status, or a [`Refusal`].
//! Always true: entries are only added; taking one back is an entry too. What is shown is read from the entries alone, so the same entries give the
//! same state. A trip closes only when departed = arrived + explained. Absent: clocks, files; names are read from the operation when asked for.
//!
//! States: planned, boarding (first entry), departed, arrived, closed. Source of codes and rules: field practice (stages *board* to *close*).

mod codes;
mod journal;
mod rules;
mod view;

pub use codes::{NoBoardingCode, no_boarding_codes};
pub use journal::{Act, Boarding, Entry, Expected};
pub use rules::Refusal;
pub use view::{Next, Passenger, TripBoarding};

use serde::{Deserialize, Serialize};

/// Where a trip stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum TripState {
    /// Nothing has been entered.
    Planned,
    /// People are being checked on.
    Boarding,
    /// On the road.
    Departed,
    /// At the last stop; people are being checked off.
    Arrived,
    /// Everyone is accounted for.
    Closed,
}

/// Where a passenger stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PassengerStatus {
    /// On the list; not seen yet.
    Expected,
    /// On board.
    Boarded,
    /// Did not board, with a code.
    Refused,
    /// Did not come.
    NoShow,
    /// Got off where they should.
    Arrived,
    /// In hospital on the way.
    Hospital,
    /// Not found.
    Missing,
    /// Brought or gone elsewhere.
    Diverted,
    /// Died on the way.
    Deceased,
}

impl PassengerStatus {
    /// Whether the person was on board when the trip left.
    pub fn travelled(self) -> bool {
        !matches!(self, Self::Expected | Self::Refused | Self::NoShow)
    }

    /// Left the vehicle in a way that must be explained.
    pub fn explained(self) -> bool {
        matches!(self, Self::Hospital | Self::Missing | Self::Diverted | Self::Deceased)
    }
}
