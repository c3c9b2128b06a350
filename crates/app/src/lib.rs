//! Use cases: the records and people of an office; the desk of a movement: read an operation, plan, compare, accept, undo, board, print.
//!
//! In: the files of an operation and what an officer asks for. Out: views as the page reads them, texts in the users'
//! languages, manifests to print. Always true: a plan is accepted only after the independent checker has seen it, and what it
//! found goes with it. Absent: HTTP, clocks, threads; state lives in memory until records have their store.

mod cards;
mod checkpoint;
mod demo;
mod desk;
mod desk_boarding;
mod desk_names;
pub mod identity;
mod manifest;
mod office;
mod problem;
pub mod records;
mod report;
mod roster;
mod text;
mod view;

pub use cards::{Routes, routes};
pub use checkpoint::SigningPace;
pub use desk::{Desk, Known, Made, PlanRequest, PlanView};
pub use desk_boarding::TripPeople;
pub use manifest::{Audience, PRINT_CSS, Style, csv as manifest_csv, html as manifest_html};
pub use movement::boarding::{Act, NoBoardingCode, PassengerStatus, TripBoarding, no_boarding_codes};
pub use movement::plan::{Changes, Plan};
pub use movement::planner::{BOUND_STEPS, Pace, Phase, Progress, Request, plan, replan, sensitivity};
pub use office::{Edge, Office};
pub use problem::Problem;
pub use report::{PlanReport, report};
pub use roster::{Listed, ReadIn, Roster};
pub use seal::Verifier;
pub use text::{Language, Texts, texts};
pub use view::{OperationView, band, operation_view};
