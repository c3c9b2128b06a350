//! Whatever is done to the audit or to what it attests behind the store's back, the check finds it.

use crate::common::*;
use rand::RngExt as _;
use rand::rngs::ThreadRng;
use store::{Place, Witnessed};

const LINKS: i64 = 12;

/// One statement that changes what was written: a column, a row taken out, two rows swapped, the tail cut, an entry changed or deleted.
fn mutation(rng: &mut ThreadRng, postgres: bool) -> String {
    let n = rng.random_range(1..=LINKS);
    let m = 1 + (n - 1 + rng.random_range(1..LINKS)) % LINKS;
    let bytes = |length: usize| {
        let hex: String = (0..length).map(|_| format!("{:02x}", rand::random::<u8>())).collect();
        if postgres { format!("'\\x{hex}'::bytea") } else { format!("x'{hex}'") }
    };
    let uuid = if postgres { format!("'{}'", fresh()) } else { format!("x'{}'", fresh().simple()) };
    match rng.random_range(0..13) {
        0 => format!("UPDATE audit SET at = at + 1 WHERE n = {n}"),
        1 => format!("UPDATE audit SET actor = {uuid} WHERE n = {n}"),
        2 => format!("UPDATE audit SET action = action || 'x' WHERE n = {n}"),
        3 => format!("UPDATE audit SET record = {uuid} WHERE n = {n}"),
        4 => format!("UPDATE audit SET compartments = compartments || ' general/legal' WHERE n = {n}"),
        5 => format!("UPDATE audit SET purpose = 'x' WHERE n = {n}"),
        6 => format!("UPDATE audit SET digest = {} WHERE n = {n}", bytes(32)),
        7 => format!("UPDATE audit SET hash = {} WHERE n = {n}", bytes(32)),
        8 => format!("DELETE FROM audit WHERE n = {n}"),
        9 => {
            format!("UPDATE audit SET n = -1 WHERE n = {n}; UPDATE audit SET n = {n} WHERE n = {m}; UPDATE audit SET n = {m} WHERE n = -1")
        }
        // Cut, and the head moved back so that it fits: only what was signed tells.
        10 => format!(
            "DELETE FROM entry WHERE link > {0}; DELETE FROM audit WHERE n > {0}; UPDATE audit_head SET n = {0}, hash = (SELECT hash FROM audit WHERE n = {0})",
            n.min(LINKS - 1)
        ),
        11 => format!("UPDATE entry SET sealed = {} WHERE link = {}", bytes(60), n - (n + 1) % 2),
        _ => format!("DELETE FROM entry WHERE link = {}", n - (n + 1) % 2),
    }
}

async fn mutated(bed: &Bed, times: u64) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    // Writes and reads take turns; link 1 is the registration.
    for n in 1..LINKS {
        if n % 2 == 0 {
            bed.store.append(&batch(vec![], vec![entry(record, "needs", &[("n", &n.to_string())])])).await.unwrap();
        } else {
            bed.store.read(&feed(), record, &[compartment("general/identity")].into(), &reads(record)).await.unwrap();
        }
    }
    let witness = bed.store.checkpoint(&feed(), &bed.keys.signer(), AT).await.unwrap();
    let verifier = bed.keys.signer().verifier();
    let tables = ["audit", "audit_head", "entry", "checkpoint"];
    let copy: String = tables.map(|t| format!("CREATE TABLE copy_{t} AS SELECT * FROM {t};")).concat();
    let back: String = tables.map(|t| format!("DELETE FROM {t}; INSERT INTO {t} SELECT * FROM copy_{t};")).concat();
    bed.sql(&copy).await;
    let mut rng = rand::rng();
    for _ in 0..times {
        let mutation = mutation(&mut rng, matches!(bed.place, Place::Postgres(_)));
        bed.sql(&mutation).await;
        let found = bed.store.verify(&feed(), &verifier, Some(&witness)).await.unwrap();
        assert!(!found.is_empty(), "not found: {mutation}");
        bed.sql(&back).await;
    }
    // A checkpoint taken out is missed, a forged one known.
    bed.sql("DELETE FROM checkpoint").await;
    assert!(!bed.store.verify(&feed(), &verifier, Some(&witness)).await.unwrap().is_empty());
    bed.sql(&back).await;
    bed.sql("UPDATE checkpoint SET at = at + 1").await;
    assert!(!bed.store.verify(&feed(), &verifier, None).await.unwrap().is_empty());
    bed.sql(&back).await;
    let clean = bed.store.verify(&feed(), &verifier, Some(&witness)).await.unwrap();
    assert!(clean.is_empty(), "{clean:?}");
    bed.store.read(&feed(), record, &[compartment("general/identity")].into(), &Witnessed::default()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mutation_is_found_on_sqlite() {
    mutated(&Bed::sqlite().await.unwrap(), crate::times("AMANA_MUTATIONS", 100)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mutation_is_found_on_postgres() {
    if let Some(bed) = Bed::postgres().await {
        mutated(&bed, crate::times("AMANA_MUTATIONS", 100)).await;
    }
}
