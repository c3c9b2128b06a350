//! Who is signed in.

mod wire;

pub use wire::{DemoPerson, SignIn, SignedIn, Welcome};
