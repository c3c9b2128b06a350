//! What the store survives: kill -9, a full disk, damage, wrong keys, someone at the audit table.
//!
//! `AMANA_KILLS` and `AMANA_MUTATIONS` set how many sequences and mutations are tried; without them a few.
#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "../common/mod.rs"]
mod common;

mod audit;
mod child;
mod damage;
mod full;
mod kill;
mod plain;

/// How many times to try, from the environment.
fn times(variable: &str, few: u64) -> u64 {
    std::env::var(variable).ok().and_then(|n| n.parse().ok()).unwrap_or(few)
}
