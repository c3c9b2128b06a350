//! Who may do what, on which records and field groups, for which purpose (docs/decisions/0006-access.md).
//!
//! In: the table of roles, a subject with grants, a resource, the present. Out: a decision, or a scope that a store turns into a query.
//! Always true: what no row permits is not permitted; a decision and a scope agree; what a subject can't see and what isn't there
//! give the same answer. Absent: clocks, storage, what is in a record.

mod decide;
mod grants;
mod policy;
mod read;
mod resource;
mod scope;
mod subject;

pub use decide::{Decision, Refusal, decide, step_up};
pub use grants::{BreakGlass, Eyes, GrantRefusal, Proposal, break_glass, check_grant, grant_needs, second_look_due};
pub use policy::{Action, GlassRules, Policy, RoleTable, Row, Secrecy, Width};
pub use resource::Resource;
pub use scope::{Clause, Scope, scope};
pub use subject::{Grant, Limits, Subject, Why};
