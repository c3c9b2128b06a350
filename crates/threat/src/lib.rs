//! Reported incidents to a threat surface over place and time.
//!
//! In: reports of violence (own layout, UCDP GED, ACLED), an instant "as of", and parameters. Out: a hazard rate for being at a point
//! and a risk for crossing a straight segment, both in *expected incidents x severity*, with the reports behind them.
//! Always true: a report counts only from the moment it is known ([`Report::known_at`]); contradicted and expired reports never count;
//! more reports never lower the hazard; a segment cut in two has the same risk as the whole; where nobody reports, the answer says
//! *unknown* ([`Coverage`]) and is never zero while a background is set.
//! Absent: clocks, files, roads, routes, people. The absolute scale is set by experts, not estimated: ranking and sensitivity are claimed.

mod date;
mod explain;
mod field;
mod front;
mod grid;
mod kernel;
mod params;
mod read;
mod report;
mod surface;
#[cfg(test)]
mod tests;

pub use explain::Contribution;
pub use field::Field;
pub use params::{Echo, Params, Severity, Shape};
pub use read::{read_reports, read_reports_csv};
pub use report::{Kind, PlacePrecision, Report, ReportId, Status};
pub use surface::{Coverage, Hazard, SegmentRisk, Surface};
