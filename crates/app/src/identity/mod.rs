//! Who works in an office: signing in, sessions, means of signing in, accounts, grants, the broken glass, the first run.
//!
//! In: whoever asks ([`Who`], or [`By::CommandLine`] for who holds the office's keys) and what they ask. Out: what the page shows, or a problem.
//! Always true: a login that isn't there takes the same work as a wrong password; nobody but its holder sees a means of signing in; who has
//! only a first code counts no grant until they have made a full means their own. Absent: addresses of machines.

mod by;
mod demo;
mod first;
mod glass;
mod grants;
mod me;
mod notices;
mod pages;
mod passkeys;
mod set_up;
mod sign_in;
mod users;
mod wire;
mod wire_me;

pub use by::By;
pub use passkeys::Relying;
pub use set_up::SetUp;
pub use sign_in::{Begun, Who};
pub use wire::{DemoPerson, GlassShown, GrantShown, LookGiven, NewGrant, NewUser, ProposalShown, SignIn, SignedIn, UserShown, Welcome};
pub use wire_me::{Authenticator, Ceremony, Codes, FirstSheet, Means, NoticeShown, PasskeyAnswer, PasskeyShown, Squares};
