//! Batches, cards, history, what is decided upon, and the audit of it.

use crate::common::*;
use base::{EntryId, Instant, RecordId};
use journal::{Entry, Op, Reading};
use seal::hash;
use std::collections::BTreeSet;
use store::{AuditFilter, Batch, Error, Expected, RequestKey, Witnessed};

contract! {
    what_is_written_reads_back,
    numbers_follow_commits_without_gaps,
    the_same_push_three_times_is_one,
    an_identifier_never_means_two_things,
    a_decision_on_an_old_card_is_stale,
    concurrent_edits_are_both_kept,
    a_request_sent_again_is_answered_as_before,
    a_refused_batch_leaves_nothing,
    reads_are_witnessed_in_the_same_transaction,
    erasure_destroys_and_the_chain_holds,
    wrong_clocks_change_no_order,
}

fn both() -> BTreeSet<base::Compartment> {
    [compartment("general/identity"), compartment("general/needs")].into()
}

async fn what_is_written_reads_back(bed: &Bed) {
    let record = RecordId(fresh());
    let mut place = placement(record);
    place.assigned = [USER].into();
    place.due = Some(Instant(5));
    place.parent = Some(RecordId(id(9)));
    let entries = vec![entry(record, "identity", &[("name", "Mariam Nadé")]), entry(record, "needs", &[("needs", "wheelchair")])];
    bed.store.append(&batch(vec![place.clone()], entries.clone())).await.unwrap();

    let opened = bed.store.read(&feed(), record, &both(), &Witnessed::default()).await.unwrap();
    assert_eq!(opened.record.placement, place);
    assert_eq!(opened.cards.values().map(|c| c.rev).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(text(&opened.cards[&compartment("general/identity")].card, "name").as_deref(), Some("Mariam Nadé"));

    let one = BTreeSet::from([compartment("general/needs")]);
    let opened = bed.store.read(&feed(), record, &one, &Witnessed::default()).await.unwrap();
    assert!(opened.cards.keys().eq(&one), "only what was asked for is opened");

    let history = bed.store.history(&feed(), record, &both(), &Witnessed::default()).await.unwrap();
    assert_eq!(history.into_iter().map(|f| f.entry.unwrap()).collect::<Vec<_>>(), entries);
    let of_act = bed.store.act(&feed(), entries[0].act).await.unwrap();
    assert_eq!(of_act.into_iter().filter_map(|f| f.entry).collect::<Vec<_>>(), entries[..1]);

    place.state = "closed".into();
    place.assigned = BTreeSet::new();
    place.withheld_from = [USER].into();
    bed.store.append(&batch(vec![place.clone()], vec![])).await.unwrap();
    let records = bed.store.records(&feed(), &[record, RecordId(id(77))].into()).await.unwrap();
    assert_eq!(records.into_values().map(|r| r.placement).collect::<Vec<_>>(), [place]);
    let unknown = bed.store.read(&feed(), RecordId(id(77)), &both(), &Witnessed::default()).await;
    assert!(matches!(unknown, Err(Error::NotFound)));
}

async fn numbers_follow_commits_without_gaps(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let writers: Vec<_> = (0..20)
        .map(|n| {
            let store = bed.store.clone();
            tokio::spawn(async move {
                let entries = vec![entry(record, "needs", &[("n", &n.to_string())]), entry(record, "health", &[("n", &n.to_string())])];
                store.append(&batch(vec![], entries)).await.unwrap();
            })
        })
        .collect();
    // A reader that follows along meets every number once and in order.
    let (mut seen, needs) = (0, compartment("general/needs"));
    while seen < 20 {
        for filed in bed.store.since(&feed(), &needs, seen, 7).await.unwrap() {
            assert_eq!(filed.place.seq, seen + 1);
            seen = filed.place.seq;
        }
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let opened = bed.store.read(&feed(), record, &both(), &Witnessed::default()).await.unwrap();
    assert_eq!(opened.cards[&needs].rev, 20);
    assert_eq!(
        bed.store.since(&feed(), &compartment("general/identity"), 0, 100).await.unwrap().len(),
        1,
        "each compartment has its own numbers"
    );
    assert!(bed.store.verify(&feed(), &bed.keys.signer().verifier(), None).await.unwrap().is_empty());
}

async fn the_same_push_three_times_is_one(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let push = batch(vec![], vec![entry(record, "needs", &[("a", "1")]), entry(record, "needs", &[("b", "2")])]);
    let first = bed.store.append(&push).await.unwrap();
    let links = bed.store.audit(&feed(), AuditFilter::default(), 100).await.unwrap().len();
    for _ in 0..2 {
        let again = bed.store.append(&push).await.unwrap();
        assert!(again.replayed && !first.replayed);
        assert_eq!(again.entries, first.entries);
    }
    // A part that is new is written, the rest is passed over, whatever stands twice.
    let new = entry(record, "needs", &[("c", "3")]);
    let entries = vec![push.entries[1].clone(), new.clone(), new.clone()];
    let third = bed.store.append(&batch(vec![], entries)).await.unwrap();
    assert_eq!(third.entries.iter().map(|n| n.seq).collect::<Vec<_>>(), [2, 3, 3]);
    let opened = bed.store.read(&feed(), record, &both(), &Witnessed::default()).await.unwrap();
    assert_eq!(opened.cards[&compartment("general/needs")].rev, 2);
    assert_eq!(bed.store.audit(&feed(), AuditFilter::default(), 100).await.unwrap().len(), links + 1);
}

async fn an_identifier_never_means_two_things(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let first = entry(record, "needs", &[("a", "1")]);
    bed.store.append(&batch(vec![], vec![first.clone()])).await.unwrap();
    let other = Entry { changes: entry(record, "needs", &[("a", "2")]).changes, ..first.clone() };
    let elsewhere = Entry { group: "health".parse().unwrap(), ..first.clone() };
    for wrong in [other, elsewhere] {
        assert!(matches!(bed.store.append(&batch(vec![], vec![wrong])).await, Err(Error::Contradiction(_))));
    }
    let mut other_kind = placement(record);
    other_kind.kind = kind("case");
    assert!(matches!(bed.store.append(&batch(vec![other_kind], vec![])).await, Err(Error::Contradiction(_))));
    let mut other_area = entry_in("gbv", record, "needs", &[("a", "1")]);
    assert!(matches!(bed.store.append(&batch(vec![], vec![other_area.clone()])).await, Err(Error::Contradiction(_))));
    other_area.record = RecordId(fresh());
    assert!(matches!(bed.store.append(&batch(vec![], vec![other_area])).await, Err(Error::NotFound)));
    let mut uncovered = batch(vec![], vec![entry(record, "needs", &[("b", "1")])]);
    uncovered.acts.clear();
    assert!(matches!(bed.store.append(&uncovered).await, Err(Error::Contradiction(_))), "nothing is written without its audit");
}

async fn a_decision_on_an_old_card_is_stale(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let decide = |rev: i64| {
        let mut decision = batch(vec![], vec![entry(record, "decision", &[("command", "close")])]);
        decision.expected = vec![Expected { record, compartment: compartment("general/decision"), rev }];
        decision
    };
    bed.store.append(&decide(0)).await.unwrap();
    let Err(Error::Stale { now, .. }) = bed.store.append(&decide(0)).await else { panic!("decided twice") };
    assert_eq!(now, 1);
    bed.store.append(&decide(1)).await.unwrap();
    // One seat, twenty who want it: one gets it.
    let seats: Vec<_> =
        (0..20).map(|_| (bed.store.clone(), decide(2))).map(|(s, d)| tokio::spawn(async move { s.append(&d).await.is_ok() })).collect();
    let mut got = 0;
    for seat in seats {
        got += usize::from(seat.await.unwrap());
    }
    assert_eq!(got, 1);
}

async fn concurrent_edits_are_both_kept(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let (one, two) = (entry(record, "needs", &[("age", "7")]), entry(record, "needs", &[("age", "8")]));
    for edit in [&one, &two] {
        bed.store.append(&batch(vec![], vec![edit.clone()])).await.unwrap();
    }
    let needs = compartment("general/needs");
    let opened = bed.store.read(&feed(), record, &both(), &Witnessed::default()).await.unwrap();
    assert!(matches!(opened.cards[&needs].card.value(&field("age")), Reading::Conflict(both) if both.len() == 2));
    let mut settled = entry(record, "needs", &[("age", "8")]);
    settled.changes.get_mut(&field("age")).unwrap().seen = vec![one.id, two.id];
    bed.store.append(&batch(vec![], vec![settled])).await.unwrap();
    let opened = bed.store.read(&feed(), record, &both(), &Witnessed::default()).await.unwrap();
    assert_eq!(text(&opened.cards[&needs].card, "age").as_deref(), Some("8"));
}

async fn a_request_sent_again_is_answered_as_before(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let key = RequestKey { key: fresh(), digest: hash(b"close it").0 };
    let request = |digest| Batch { key: Some(RequestKey { digest, ..key }), ..batch(vec![], vec![entry(record, "needs", &[("a", "1")])]) };
    let first = bed.store.append(&request(key.digest)).await.unwrap();
    let again = bed.store.append(&request(key.digest)).await.unwrap();
    assert_eq!((again.replayed, again.entries), (true, first.entries), "other entries, but the same request: done once");
    assert!(matches!(bed.store.append(&request(hash(b"open it").0)).await, Err(Error::KeyReused)));
    bed.store.forget_requests(&feed(), AT.plus_seconds(1)).await.unwrap();
    assert!(!bed.store.append(&request(key.digest)).await.unwrap().replayed);
}

async fn a_refused_batch_leaves_nothing(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let (fine, orphan) = (entry(record, "needs", &[("a", "1")]), entry(RecordId(fresh()), "legal", &[("a", "1")]));
    assert!(bed.store.append(&batch(vec![], vec![fine.clone(), orphan])).await.is_err());
    let mut stale = batch(vec![], vec![fine.clone()]);
    stale.expected = vec![Expected { record, compartment: compartment("general/needs"), rev: 4 }];
    assert!(bed.store.append(&stale).await.is_err());
    assert!(bed.store.since(&feed(), &compartment("general/needs"), 0, 9).await.unwrap().is_empty());
    let links = bed.store.audit(&feed(), AuditFilter::default(), 9).await.unwrap();
    assert_eq!(links.len(), 1);
    // A key made in a transaction that failed must not be used after it.
    assert_eq!(bed.store.append(&batch(vec![], vec![fine.clone()])).await.unwrap().entries[0].seq, 1);
    if bed.place != store::Place::Memory {
        let again = bed.again().await;
        let read = again.read(&feed(), record, &both(), &Witnessed::default()).await.unwrap();
        again.close().await;
        assert_eq!(text(&read.cards[&compartment("general/needs")].card, "a").as_deref(), Some("1"));
    }
}

async fn reads_are_witnessed_in_the_same_transaction(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    bed.store.read(&feed(), record, &both(), &reads(record)).await.unwrap();
    bed.store.history(&feed(), record, &both(), &reads(record)).await.unwrap();
    let of_record = AuditFilter { record: Some(record), ..AuditFilter::default() };
    let links = bed.store.audit(&feed(), of_record, 9).await.unwrap();
    assert_eq!(
        links.iter().map(|l| (l.n, l.action.as_str(), l.actor)).collect::<Vec<_>>(),
        [(3, "read", Some(USER)), (2, "read", Some(USER))]
    );
    // Nothing was read, so nothing is witnessed.
    assert!(bed.store.read(&feed(), RecordId(fresh()), &both(), &reads(record)).await.is_err());
    assert_eq!(bed.store.audit(&feed(), of_record, 9).await.unwrap().len(), 2);
    let before = AuditFilter { before: Some(3), actor: Some(USER), ..AuditFilter::default() };
    assert_eq!(bed.store.audit(&feed(), before, 9).await.unwrap().iter().map(|l| l.n).collect::<Vec<_>>(), [2, 1]);
    let checkpoint = bed.store.checkpoint(&feed(), &bed.keys.signer(), AT).await.unwrap();
    assert_eq!(checkpoint.n, 3);
    assert!(bed.store.verify(&feed(), &bed.keys.signer().verifier(), Some(&checkpoint)).await.unwrap().is_empty());
}

async fn erasure_destroys_and_the_chain_holds(bed: &Bed) {
    let record = register(&bed.store, "Awa Zoumana", |_| {}).await;
    let other = register(&bed.store, "Awa Keïta", |_| {}).await;
    bed.store.erase(&feed(), record, &reads(record)).await.unwrap();
    let opened = bed.store.read(&feed(), record, &both(), &Witnessed::default()).await.unwrap();
    assert!(opened.record.erased && opened.cards.is_empty());
    let history = bed.store.history(&feed(), record, &both(), &Witnessed::default()).await.unwrap();
    assert!(history.len() == 1 && history[0].entry.is_none(), "that something was written stays known, what it was does not");
    assert!(matches!(bed.store.append(&batch(vec![], vec![entry(record, "needs", &[("a", "1")])])).await, Err(Error::Contradiction(_))));
    let scope = all(USER);
    let words = vec![word("Awa")];
    let found = store::Search {
        scope: &scope,
        filter: store::Filter::default(),
        group: "identity".parse().unwrap(),
        words: &words,
        limit: 9,
        show: &[],
    };
    let found = bed.store.search(&feed(), &found, &Witnessed::default()).await.unwrap();
    assert_eq!(found.into_iter().map(|l| l.record.placement.record).collect::<Vec<_>>(), [other]);
    assert!(bed.store.verify(&feed(), &bed.keys.signer().verifier(), None).await.unwrap().is_empty());
    assert!(matches!(bed.store.erase(&feed(), RecordId(fresh()), &Witnessed::default()).await, Err(Error::NotFound)));
}

async fn wrong_clocks_change_no_order(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let mut ids: Vec<EntryId> = Vec::new();
    for millis in [AT.0 * 1000, (AT.0 + 31_536_000) * 1000, (AT.0 - 31_536_000) * 1000] {
        let mut late = entry(record, "needs", &[("age", &millis.to_string())]);
        late.written.millis = millis;
        late.changes.get_mut(&field("age")).unwrap().seen = ids.last().copied().into_iter().collect();
        ids.push(late.id);
        bed.store.append(&batch(vec![], vec![late])).await.unwrap();
    }
    let needs = compartment("general/needs");
    let filed = bed.store.since(&feed(), &needs, 0, 9).await.unwrap();
    assert_eq!(filed.iter().map(|f| f.place.entry).collect::<Vec<_>>(), ids);
    let opened = bed.store.read(&feed(), record, &both(), &Witnessed::default()).await.unwrap();
    let heads = opened.cards[&needs].card.heads(&field("age"));
    assert!(
        heads.len() == 1 && heads[0].entry == ids[2] && matches!(heads[0].op, Op::Set(_)),
        "what was seen is replaced, whatever its clock said"
    );
}
