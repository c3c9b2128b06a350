//! The register of guidance: areas of work, the references to follow in each, and whom to ask.

mod area;
mod load;
mod read;
mod search;
mod shipped;
mod view;

pub use area::{Access, GuidanceArea, Kind, REVIEW_DAYS, Reference, State};
pub use load::Register;
pub use search::Found;
pub use shipped::SHIPPED;
pub use view::{AreaShown, ContactShown, ReferenceShown};

/// The folder of content that this reads.
pub const FOLDER: &str = "register";
