//! PostgreSQL goes away in the middle of the work and comes back. A program of its own, because nothing else may use the database meanwhile.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::*;
use std::process::Command;
use store::{Error, Filter, Witnessed};

fn control(what: &str) {
    let control = std::env::var("AMANA_TEST_POSTGRES_CTL").unwrap();
    assert!(Command::new(control).arg(what).output().unwrap().status.success(), "{what}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_was_gone_goes_on() {
    let Some(bed) = Bed::postgres().await else { return };
    let record = register(&bed.store, "Awa", |_| {}).await;
    let written = batch(vec![], vec![entry(record, "needs", &[("a", "1")])]);
    let next = batch(vec![], vec![entry(record, "needs", &[("b", "2")])]);
    bed.store.append(&written).await.unwrap();
    control("stop");
    let refused = bed.store.append(&next).await;
    assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
    assert!(matches!(bed.store.ping().await, Err(Error::Unavailable(_))));
    control("start");
    bed.store.append(&next).await.unwrap();
    assert!(bed.store.append(&written).await.unwrap().replayed);
    let needs = [compartment("general/needs")].into();
    let opened = bed.store.read(&feed(), record, &needs, &Witnessed::default()).await.unwrap();
    assert_eq!(opened.cards.values().map(|c| c.rev).collect::<Vec<_>>(), [2]);
    assert_eq!(bed.store.count(&feed(), &all(USER), &Filter::default(), 9).await.unwrap(), 1);
    assert!(bed.store.verify(&feed(), &bed.keys.signer().verifier(), None).await.unwrap().is_empty());
}
