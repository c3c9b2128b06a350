//! A site plan against 36 spatial rules that lower the risk of violence, above all against women and children.
//!
//! In: a plan as GeoJSON ([`Plan::read`]) and rules with their limits ([`Rules`], editable content). Out: a [`Report`] with a
//! verdict for each rule: what was measured, the limit and where it comes from, features that offend, people affected.
//! Always true: each rule has a verdict; a rule that can't be judged says why and never counts as passed; the answer does not depend
//! on the order of features; nothing panics, whatever the plan.
//! Absent: files, clocks, chance; anything that moves a feature by itself. Distances are straight lines on a sphere: ways along the path
//! network are not measured yet.

mod geometry;
mod judge;
mod plan;
mod read;
mod report;
mod rules;
mod ruleset;

pub use judge::{Climate, Phase, Reader, Settings, judge};
pub use plan::{Feature, Kind, Plan};
pub use report::{Change, Measure, Outcome, Report, Verdict, compare};
pub use ruleset::{Rule, RuleSeverity, Rules};
