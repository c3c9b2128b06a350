//! Who works in an office: signing in, sessions, accounts, grants, the first run.
//!
//! A login that isn't there takes the same work as a wrong password. Nothing here keeps an address of a machine.

mod demo;
mod pages;
mod set_up;
mod sign_in;
mod users;
mod wire;

pub use set_up::{SetUp, Sheet};
pub use sign_in::{Begun, Who};
pub use wire::{DemoPerson, GrantShown, NewGrant, NewUser, SignIn, SignedIn, UserShown, Welcome};
