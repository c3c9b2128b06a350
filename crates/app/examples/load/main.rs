//! Fills an office with people who never were and measures lists, search and opening beside writing, through the calls that the routes make.
//!
//!     cargo run --release -p app --example load -- --people 50000 --at folder/amana.db --keys folder/keyring.toml
//!     scripts/postgres sh -c 'cargo run --release -p app --example load -- --people 50000 --at "$AMANA_TEST_POSTGRES" --keys keyring.toml'
//!
//! Further: `--seconds 30` of measuring, `--rate 20` requests and as many writes each second, `--alone 50` of each request one after the other
//! first. What is filled already is not filled again. On standard output a line of JSON for each kind of request (benches/README.md).
#![allow(clippy::unwrap_used, reason = "an example")]

mod ask;
mod office;
mod people;

use ask::{Request, Took};
use serde_json::json;
use std::collections::BTreeMap;
use store::Place;

fn argument(flag: &str) -> Option<String> {
    std::env::args().skip_while(|a| a != flag).nth(1)
}

fn number(flag: &str, otherwise: u64) -> u64 {
    argument(flag).map_or(otherwise, |n| n.parse().unwrap())
}

/// Memory that this process holds now, in MB.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok()).unwrap_or_default() / 1000.0
}

fn report(case: &str, took: &BTreeMap<Request, Took>) {
    for (request, took) in took {
        let round = |ms: f64| (ms * 10.0).round() / 10.0;
        let values = json!({
            "p50 ms": round(took.below(0.5)), "p99 ms": round(took.below(0.99)), "most ms": round(took.below(1.0)),
            "times": took.times.len(), "found": (took.found as f64 / took.times.len() as f64).round(),
        });
        println!("{}", json!({"bench": "store", "case": case, "who": format!("{request:?}").to_lowercase(), "values": values}));
    }
}

#[tokio::main]
async fn main() {
    let (people, rate) = (number("--people", 50_000), number("--rate", 20));
    let at = argument("--at").expect("--at: a file, or an address of PostgreSQL");
    let engine = if at.starts_with("postgres") { "PostgreSQL" } else { "SQLite" };
    let place = if at.starts_with("postgres") { Place::Postgres(at) } else { Place::File(at.into()) };
    let (office, edges, opened) = office::open(&place, argument("--keys").expect("--keys: a key ring").as_ref()).await;
    eprintln!("opened in {opened:.2} s, {:.0} MB", resident());
    let (new, seconds) = office::fill(&office, &edges, people).await;
    if new > 0 {
        eprintln!("registered {new} people in {seconds:.0} s: {:.0} a second", new as f64 / seconds);
    }
    let alone = number("--alone", 0);
    if alone > 0 {
        report(&format!("{engine}, {people} people, one request at a time"), &ask::alone(&office, people, alone).await);
    }
    let took = ask::measure(&office, &edges, people, rate, number("--seconds", 30)).await;
    report(&format!("{engine}, {people} people, {rate} requests and {rate} writes a second"), &took);
    eprintln!("afterwards {:.0} MB", resident());
    office.store.close().await;
}
