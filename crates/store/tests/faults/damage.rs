//! Wrong keys, flipped bits, files cut short: a clear refusal, and nothing is changed.

use crate::common::*;
use base::{Feed, RecordId};
use rand::RngExt as _;
use seal::MasterKeys;
use std::collections::BTreeSet;
use std::path::Path;
use store::{Error, Filter, List, Place, Result, Sort, Store, Witnessed};

/// A closed file of forty people.
async fn file() -> (Bed, std::path::PathBuf) {
    let bed = Bed::sqlite().await.unwrap();
    for n in 0..40 {
        register(&bed.store, &format!("Awa {n}"), |_| {}).await;
    }
    bed.store.close().await;
    let Place::File(path) = bed.place.clone() else { unreachable!() };
    (bed, path)
}

/// Everything in the file: names of all people, the audit, each page.
async fn everything(path: &Path, keys: &MasterKeys) -> Result<BTreeSet<(RecordId, String)>> {
    let store = Store::open(&Place::File(path.to_owned()), keys, index()).await?;
    let result = read(&store, &feed(), keys).await;
    store.close().await;
    result
}

async fn read(store: &Store, feed: &Feed, keys: &MasterKeys) -> Result<BTreeSet<(RecordId, String)>> {
    store.check().await?;
    if !store.verify(feed, &keys.signer().verifier(), None).await?.is_empty() {
        return Err(Error::Seal(seal::Error::Damaged));
    }
    let scope = all(USER);
    let show = [store::Show { group: "identity".parse().unwrap(), scope: scope.clone() }];
    let list = List { scope: &scope, filter: Filter::default(), sort: Sort::Changed, after: None, limit: 200, show: &show };
    let lines = store.list(feed, &list, &Witnessed::default()).await?.lines;
    Ok(lines.into_iter().map(|l| (l.record.placement.record, l.cards.values().filter_map(|c| text(&c.card, "name")).collect())).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_is_refused_and_nothing_changes() {
    let (bed, path) = file().await;
    let before = std::fs::read(&path).unwrap();
    let other = MasterKeys::random(&mut seal::system_random());
    let refused = everything(&path, &other).await;
    assert!(matches!(refused, Err(Error::KeyOrDamage(_))), "{refused:?}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(everything(&path, &bed.keys).await.unwrap().len(), 40);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_is_refused_by_postgres_too() {
    let Some(bed) = Bed::postgres().await else { return };
    register(&bed.store, "Awa", |_| {}).await;
    let other = MasterKeys::random(&mut seal::system_random());
    assert!(matches!(Store::open(&bed.place, &other, index()).await, Err(Error::KeyOrDamage(_))));
    assert!(bed.again().await.verify(&feed(), &bed.keys.signer().verifier(), None).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flipped_bit_is_refused_and_nothing_changes() {
    let (bed, path) = file().await;
    let whole = std::fs::read(&path).unwrap();
    let right = everything(&path, &bed.keys).await.unwrap();
    let mut rng = rand::rng();
    for _ in 0..crate::times("AMANA_MUTATIONS", 60) {
        let mut damaged = whole.clone();
        let at = rng.random_range(0..damaged.len());
        damaged[at] ^= 1 << rng.random_range(0..8);
        std::fs::write(&path, &damaged).unwrap();
        let read = everything(&path, &bed.keys).await;
        assert!(matches!(read, Err(Error::KeyOrDamage(_))), "byte {at}: {read:?}");
        assert!(std::fs::read(&path).unwrap() == damaged, "byte {at}: the file was written to");
    }
    std::fs::write(&path, &whole).unwrap();
    assert_eq!(everything(&path, &bed.keys).await.unwrap(), right);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_cut_short_is_refused_and_nothing_changes() {
    let (bed, path) = file().await;
    let whole = std::fs::read(&path).unwrap();
    for cut in [100, 4096, 5000, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        std::fs::write(&path, &whole[..cut]).unwrap();
        let read = everything(&path, &bed.keys).await;
        assert!(matches!(read, Err(Error::KeyOrDamage(_))), "cut at {cut}: {read:?}");
        assert_eq!(std::fs::read(&path).unwrap().len(), cut, "cut at {cut}: the file was written to");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_moved_to_another_place_is_refused() {
    for bed in [Bed::sqlite().await, Bed::postgres().await].into_iter().flatten() {
        let (one, two) = (register(&bed.store, "Awa", |_| {}).await, register(&bed.store, "Issa", |_| {}).await);
        let literal = |r: RecordId| match bed.place {
            Place::Postgres(_) => format!("'{r}'"),
            _ => format!("x'{}'", r.0.simple()),
        };
        bed.sql(&format!(
            "UPDATE card SET sealed = (SELECT sealed FROM card WHERE record = {}) WHERE record = {}",
            literal(one),
            literal(two)
        ))
        .await;
        let only = BTreeSet::from([compartment("general/identity")]);
        let moved = bed.store.read(&feed(), two, &only, &Witnessed::default()).await;
        assert!(matches!(moved, Err(Error::Seal(seal::Error::NotAuthentic))), "{moved:?}");
    }
}
