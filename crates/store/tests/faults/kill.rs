//! kill -9 in the middle of writing, and two processes writing at once.

use crate::child::{self, ENTRIES};
use crate::common::*;
use base::{ActId, Compartment};
use rand::RngExt as _;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::time::Duration;
use store::{Store, Witnessed};

/// Every act in these compartments after a number; moves the numbers on, and checks that they have no gap.
async fn acts_since(store: &Store, seen: &mut BTreeMap<Compartment, i64>) -> BTreeSet<ActId> {
    let mut acts = BTreeSet::new();
    for (compartment, last) in seen {
        loop {
            let filed = store.since(&feed(), compartment, *last, 500).await.unwrap();
            if filed.is_empty() {
                break;
            }
            for one in filed {
                assert_eq!(one.place.seq, *last + 1, "a gap in {compartment}");
                *last += 1;
                acts.insert(one.entry.unwrap().act);
            }
        }
    }
    acts
}

fn from_the_start() -> BTreeMap<Compartment, i64> {
    [(compartment("general/identity"), 0), (compartment("general/needs"), 0)].into()
}

/// No entry of an act without the others, and every card is the fold of its entries.
async fn whole(store: &Store, acts: &BTreeSet<ActId>) {
    for act in acts {
        let filed = store.act(&feed(), *act).await.unwrap();
        assert_eq!(filed.len(), ENTRIES, "half an act");
        for one in filed {
            let only = BTreeSet::from([one.place.compartment.clone()]);
            let opened = store.read(&feed(), one.record, &only, &Witnessed::default()).await.unwrap();
            let history = store.history(&feed(), one.record, &only, &Witnessed::default()).await.unwrap();
            let entries: Vec<_> = history.into_iter().filter_map(|f| f.entry).collect();
            let card = &opened.cards[&one.place.compartment];
            assert_eq!((card.rev, &card.card), (1, &journal::Card::fold(one.place.compartment, &entries)));
        }
    }
}

async fn killed(bed: &Bed, times: u64) {
    let folder = folder();
    let (mut seen, mut acknowledged) = (from_the_start(), 0);
    for _ in 0..times {
        let mut child = child::command("appends_until_killed", bed, &folder).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(rand::rng().random_range(0..250)));
        child.kill().unwrap();
        let mut output = String::new();
        child.stdout.take().unwrap().read_to_string(&mut output).unwrap();
        child.wait().unwrap();
        let said: BTreeSet<ActId> = child::said(&output).map(|act| act.parse().unwrap()).collect();
        let store = bed.again().await;
        // The killed one's last statement may still be on its way to its end.
        let there = acts_since(&store, &mut seen).await;
        assert!(said.is_subset(&there), "acknowledged and not there");
        whole(&store, &there).await;
        store.close().await;
        acknowledged += said.len();
    }
    assert!(acknowledged > 0, "the children were killed before they wrote");
    let store = bed.again().await;
    let all = acts_since(&store, &mut from_the_start()).await;
    let links = store.audit(&feed(), store::AuditFilter::default(), u32::MAX).await.unwrap();
    assert_eq!(links.len(), all.len(), "one link for each act");
    assert!(store.verify(&feed(), &bed.keys.signer().verifier(), None).await.unwrap().is_empty());
    store.close().await;
    eprintln!("{times} kills, {acknowledged} acts acknowledged, {} there, {} links", all.len(), links.len());
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_keeps_what_it_acknowledged() {
    killed(&Bed::sqlite().await.unwrap(), crate::times("AMANA_KILLS", 12)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_keeps_what_it_acknowledged() {
    if let Some(bed) = Bed::postgres().await {
        killed(&bed, crate::times("AMANA_KILLS", 12)).await;
    }
}

/// Two processes append fifty acts each while a reader follows along.
async fn two_at_once(bed: &Bed) {
    let folder = folder();
    let mut children: Vec<_> = (0..2).map(|_| child::command("appends_fifty", bed, &folder).spawn().unwrap()).collect();
    let (mut seen, mut met) = (from_the_start(), BTreeSet::new());
    for _ in 0..3000 {
        met.extend(acts_since(&bed.store, &mut seen).await);
        if seen.values().sum::<i64>() == 300 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    for child in &mut children {
        let status = child.wait().unwrap();
        assert!(status.success(), "{status}");
    }
    assert_eq!(met.len(), 100);
    assert_eq!(seen.values().copied().collect::<Vec<_>>(), [100, 200], "a reader that follows along misses none");
    whole(&bed.store, &met).await;
    assert!(bed.store.verify(&feed(), &bed.keys.signer().verifier(), None).await.unwrap().is_empty());
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_share_one_order_on_sqlite() {
    two_at_once(&Bed::sqlite().await.unwrap()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_share_one_order_on_postgres() {
    if let Some(bed) = Bed::postgres().await {
        two_at_once(&bed).await;
    }
}
