//! 10,000 ways of altering an audit chain, each of which is found.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use base::{Feed, Findings, Instant, RecordId, UserId, Uuid};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use seal::{Audit, Checkpoint, Hash, Link, MasterKeys, Signer, chain, genesis, hash};

const LINKS: u64 = 60;

struct World {
    feed: Feed,
    signer: Signer,
    stranger: Signer,
    rows: Vec<(Link, Hash)>,
    checkpoints: Vec<Checkpoint>,
}

fn link(n: u64) -> Link {
    Link {
        n,
        at: Instant(1_000 + n as i64 / 3),
        actor: (!n.is_multiple_of(5)).then(|| UserId(Uuid::from_u128(u128::from(n % 4)))),
        action: ["read", "write", "sign_in"][n as usize % 3].into(),
        record: (!n.is_multiple_of(3)).then(|| RecordId(Uuid::from_u128(u128::from(n)))),
        compartments: [vec![], vec!["general/identity".parse().unwrap()], vec!["gbv/card".parse().unwrap(), "gbv/health".parse().unwrap()]]
            [n as usize % 3]
            .clone(),
        purpose: (!n.is_multiple_of(2)).then(|| "case_management".parse().unwrap()),
        digest: hash(&n.to_le_bytes()),
    }
}

fn rehash(feed: &Feed, rows: &mut [(Link, Hash)], from: usize) {
    for index in from..rows.len() {
        let before = if index == 0 { genesis(feed) } else { rows[index - 1].1 };
        rows[index].1 = chain(&before, &rows[index].0);
    }
}

fn world() -> World {
    let mut rng = StdRng::seed_from_u64(1);
    let feed: Feed = "bangui".parse().unwrap();
    let (signer, stranger) = (MasterKeys::random(&mut rng).signer(), MasterKeys::random(&mut rng).signer());
    let mut rows: Vec<(Link, Hash)> = (1..=LINKS).map(|n| (link(n), genesis(&feed))).collect();
    rehash(&feed, &mut rows, 0);
    let checkpoints = rows.iter().filter(|(l, _)| l.n % 20 == 0).map(|(l, h)| signer.checkpoint(&feed, l.n, *h, l.at)).collect();
    World { feed, signer, stranger, rows, checkpoints }
}

fn verify(w: &World, rows: &[(Link, Hash)], checkpoints: &[Checkpoint], witness: Option<&Checkpoint>) -> Findings {
    let mut audit = Audit::new(&w.feed, checkpoints, witness, &w.signer.verifier());
    for (link, hash) in rows {
        audit.take(link, *hash);
    }
    audit.finish()
}

#[test]
fn an_untouched_chain_is_whole() {
    let w = world();
    assert!(verify(&w, &w.rows, &w.checkpoints, w.checkpoints.last()).is_empty());
    assert!(verify(&w, &w.rows, &[], None).is_empty());
    assert!(verify(&w, &[], &[], None).is_empty());
}

/// Changes one thing about one link.
fn change(rng: &mut StdRng, link: &mut Link) {
    let before = link.clone();
    while *link == before {
        match rng.random_range(0..8) {
            0 => link.at = link.at.plus_seconds(rng.random_range(-2..3)),
            1 => link.actor = rng.random_bool(0.5).then(|| UserId(Uuid::from_u128(rng.random_range(0..5)))),
            2 => link.action = ["read", "write", "sign_in", ""][rng.random_range(0..4)].into(),
            3 => link.record = rng.random_bool(0.5).then(|| RecordId(Uuid::from_u128(rng.random_range(0..99)))),
            4 if !link.compartments.is_empty() => {
                link.compartments.pop();
            }
            5 => link.compartments.insert(0, "gbv/card".parse().unwrap()),
            6 => link.purpose = rng.random_bool(0.5).then(|| "audit".parse().unwrap()),
            7 => link.digest.0[rng.random_range(0..32)] ^= 1 << rng.random_range(0..8),
            _ => {}
        }
    }
}

#[test]
fn ten_thousand_mutations_are_all_found() {
    let w = world();
    let mut rng = StdRng::seed_from_u64(2);
    let mut kinds = [0; 10];
    for round in 0..10_000 {
        let (mut rows, mut checkpoints) = (w.rows.clone(), w.checkpoints.clone());
        let at = rng.random_range(0..rows.len());
        let kind = rng.random_range(0..10);
        let expected: &[&str] = match kind {
            0 => {
                change(&mut rng, &mut rows[at].0);
                &["audit-changed"]
            }
            1 => {
                rows[at].1.0[rng.random_range(0..32)] ^= 1 << rng.random_range(0..8);
                &["audit-changed"]
            }
            2 => {
                // By someone who knows how the chain is made and has no key.
                change(&mut rng, &mut rows[at].0);
                rehash(&w.feed, &mut rows, at);
                &["audit-rewritten"]
            }
            3 => {
                let count = rng.random_range(1..=(rows.len() - at).min(5));
                rows.drain(at..at + count);
                if at == rows.len() { &["audit-cut"] } else { &["audit-missing"] }
            }
            4 => {
                rows.truncate(at);
                &["audit-cut"]
            }
            5 => {
                // Cut, with the checkpoints that would tell; only the witness is left.
                rows.truncate(at);
                checkpoints.retain(|c| c.n <= at as u64);
                &["audit-cut", "audit-checkpoint-missing"]
            }
            6 => {
                let other = (at + rng.random_range(1..rows.len())) % rows.len();
                rows.swap(at, other);
                &["audit-out-of-order"]
            }
            7 => {
                let copy = rows[at].clone();
                rows.insert(rng.random_range(at + 1..=rows.len()), copy);
                &["audit-out-of-order"]
            }
            8 => {
                // Taken out, and the rest numbered and hashed anew.
                rows.remove(at);
                for (index, (link, _)) in rows.iter_mut().enumerate().skip(at) {
                    link.n = index as u64 + 1;
                }
                rehash(&w.feed, &mut rows, at);
                &["audit-cut"]
            }
            _ => {
                let which = rng.random_range(0..checkpoints.len());
                let c = &mut checkpoints[which];
                match rng.random_range(0..5) {
                    0 => c.n += 1,
                    1 => c.hash.0[rng.random_range(0..32)] ^= 1,
                    2 => c.at = c.at.plus_seconds(1),
                    3 => *c = w.stranger.checkpoint(&w.feed, c.n, c.hash, c.at),
                    _ => c.feed = "bria".parse().unwrap(),
                }
                &["audit-checkpoint-forged"]
            }
        };
        kinds[kind] += 1;
        let findings = verify(&w, &rows, &checkpoints, w.checkpoints.last());
        for code in expected {
            assert!(findings.has(code), "round {round}, kind {kind} at {at}: no {code} in {findings:?}");
        }
        if kind < 2 {
            assert!(findings.iter().any(|f| f.row == Some(rows[at].0.n)), "round {round}: the link isn't named");
        }
    }
    assert!(kinds.iter().all(|count| *count > 500), "{kinds:?}");
}

#[test]
fn a_database_rolled_back_as_a_whole_is_told_by_its_witness() {
    let w = world();
    let findings = verify(&w, &w.rows[..40], &w.checkpoints[..2], w.checkpoints.last());
    assert!(findings.has("audit-cut") && findings.has("audit-checkpoint-missing"), "{findings:?}");
    assert!(verify(&w, &w.rows[..40], &w.checkpoints[..2], None).is_empty());
}

#[test]
fn another_feed_s_chain_is_not_ours() {
    let mut w = world();
    w.feed = "bria".parse().unwrap();
    let findings = verify(&w, &w.rows, &w.checkpoints, None);
    assert!(findings.has("audit-changed") && findings.has("audit-checkpoint-forged"));
}

#[test]
fn a_thousand_findings_are_listed_and_the_rest_counted() {
    let w = world();
    let rows: Vec<(Link, Hash)> = (0..1500).map(|_| (link(1), hash(b"wrong"))).collect();
    let findings = verify(&w, &rows, &[], None);
    assert_eq!((findings.len(), findings.iter().last().map(|f| f.args["count"].as_str())), (1001, Some("500")));
}

#[test]
fn checkpoints_are_read_back() {
    let w = world();
    let text = serde_json::to_string(&w.checkpoints).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Checkpoint>>(&text).unwrap(), w.checkpoints);
}
