//! The list of a trip in the version that each role may see.
//!
//! In: an operation, a plan, the number of a trip, who it is for. Out: a [`Manifest`] to print or to save as a table. Always true: the driver's copy has
//! counts, needs and stops and nothing else about people; no copy has a tier, nationality, ethnicity or religion: there is no field for them.
//! Absent: layout and language; words are codes that catalogues translate.

mod fill;

use crate::problem::Capacity;
use base::{Instant, Sensitive};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use fill::{manifest, support};

/// Who a copy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Drives: counts, needs, stops.
    Driver,
    /// Leads the convoy: households by size with their needs, head counts; no names.
    Escort,
    /// Receives people: names, ages, needs, households, arrival.
    Receiving,
    /// Sends people off: boarding list with names, consent, fitness and boxes to tick.
    Sending,
}

impl std::str::FromStr for Audience {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "driver" => Ok(Self::Driver),
            "escort" => Ok(Self::Escort),
            "receiving" => Ok(Self::Receiving),
            "sending" => Ok(Self::Sending),
            _ => Err(format!("'{text}' is not driver, escort, receiving or sending")),
        }
    }
}

/// A manifest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Who it is for.
    pub audience: Audience,
    /// What stands above it.
    pub header: Header,
    /// Stops in order, each with the way to the next.
    pub stops: Vec<StopLine>,
    /// Households in order of boarding; empty for the driver.
    pub households: Vec<HouseholdLine>,
    /// People in order of boarding; empty for driver and escort.
    pub passengers: Vec<PassengerLine>,
}

/// What stands above a manifest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Operation.
    pub operation: String,
    /// Number of the trip.
    pub trip: u32,
    /// First letters of the plan's fingerprint: copies of one plan have the same.
    pub version: String,
    /// Vehicle.
    pub vehicle: String,
    /// Kind of vehicle.
    pub kind: String,
    /// How its room is arranged.
    pub configuration: Capacity,
    /// A woman is in the crew.
    pub woman_crew: bool,
    /// Medical staff is in the crew.
    pub medical_crew: bool,
    /// It has an escort.
    pub escort: bool,
    /// Equipment on board.
    pub equipment: Vec<String>,
    /// Where the first people board.
    pub origin: String,
    /// Where the trip ends.
    pub destination: String,
    /// Leaves the origin.
    pub departs: Instant,
    /// Reaches the end.
    pub arrives: Instant,
    /// Kilometres.
    pub km: f64,
    /// People on the trip.
    pub people: u32,
    /// Whether these people were generated for practice.
    pub generated: bool,
    /// Other trips of its convoy, each with the vehicle: a family too large for one vehicle rides on all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub convoy: Vec<(u32, String)>,
    /// Texts of the operation for this list (contacts, clearance, protocol), by name.
    pub protocol: BTreeMap<String, String>,
}

/// A stop with its head count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StopLine {
    /// Place.
    pub place: String,
    /// Arrival.
    pub arrive: Instant,
    /// Boarding or alighting begins.
    pub begin: Instant,
    /// Departure.
    pub depart: Instant,
    /// People who get on.
    pub on: Count,
    /// People who get off.
    pub off: Count,
    /// Head count when it leaves.
    pub on_board: Count,
    /// Places passed on the way to the next stop, with the times of passing.
    pub way: Vec<(String, Instant)>,
    /// Places where it halts on the way to the next stop: until when.
    pub halts: Vec<(String, Instant)>,
    /// Kilometres to the next stop.
    pub km: f64,
}

/// People counted with what they need: no one can be told from it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Count {
    /// Households.
    pub households: u32,
    /// People.
    pub people: u32,
    /// Of them children.
    pub children: u32,
    /// People by need.
    pub support: BTreeMap<String, u32>,
}

/// A household without names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseholdLine {
    /// Number on this list.
    pub seq: u32,
    /// Identifier.
    pub household: String,
    /// Gets on at.
    pub boards: String,
    /// Gets off at.
    pub alights: String,
    /// Size and needs.
    pub count: Count,
    /// Households tied to it by a chaperone or carer: they stay together.
    pub with: Vec<String>,
}

/// A person. Name and age are filled in for the receiving and the sending side only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PassengerLine {
    /// Number on this list.
    pub seq: u32,
    /// Identifier.
    pub person: String,
    /// Household.
    pub household: String,
    /// Name as said.
    pub name: Sensitive<String>,
    /// Age in years.
    pub age: Option<u32>,
    /// Whether the age is an estimate.
    pub age_estimated: bool,
    /// Under 18.
    pub child: bool,
    /// What the person needs on the way.
    pub support: Vec<String>,
    /// Services the person needs at the destination; on the receiving side's copy only.
    pub services: Vec<String>,
    /// Gets on at.
    pub boards: String,
    /// Gets off at.
    pub alights: String,
    /// Reaches the place where the person gets off.
    pub arrives: Instant,
    /// Identifiers of those this person accompanies.
    pub accompanies: Vec<String>,
    /// What the sending side checks before boarding; absent on the receiving side's copy.
    pub checks: Option<Checks>,
}

/// What is checked before a person boards: one box each, and one for a no-boarding code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checks {
    /// `given`, `refused`, `withdrawn` or `pending`.
    pub consent: String,
    /// Fit to travel.
    pub fit: bool,
    /// Fit until, if limited.
    pub fit_until: Option<Instant>,
    /// The best-interests step is needed and cleared; absent if not needed.
    pub best_interests: Option<bool>,
    /// Weeks of pregnancy: a certificate is due from week 28.
    pub pregnant_weeks: Option<u32>,
}
