//! Ground floor: what every other room speaks in.
//!
//! In: nothing. Out: identifiers, instants and local times, places and distances, findings and reasons, tables read from CSV.
//! Always true: a finding names a code, a place and a remedy; an instant is whole seconds since 1970 UTC.
//! Absent: clocks, files, randomness, anything about one area of work.

mod digest;
mod finding;
mod geo;
pub mod id;
pub mod name;
mod reason;
mod sensitive;
pub mod table;
mod time;

pub use digest::Digest;
pub use finding::{Finding, Findings, Severity};
pub use geo::Point;
pub use id::{ActId, AgencyId, DeviceId, EntryId, RecordId, SiteId, TeamId, UserId, Uuid};
pub use name::{Area, Compartment, Feed, Field, Group, Kind, Purpose, Role};
pub use reason::Reason;
pub use sensitive::Sensitive;
pub use table::{Row, Table};
pub use time::{Clock, Instant, LocalZone, TimeOfDay, parse_date};
