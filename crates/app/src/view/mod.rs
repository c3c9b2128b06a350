//! What the page reads of an operation; mirrors `web/src/api/types.ts`.

mod operation;

pub use operation::{OperationView, band, operation_view};
