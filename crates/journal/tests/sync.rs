//! What a device is owed, and what becomes of what it sends.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use base::{EntryId, Finding, Findings, Instant, RecordId, Uuid};
use common::{compartment, entry, field, hand};
use journal::Op;
use journal::sync::{Cursors, Outgo, Permission, Sight, Verdict, clock_ahead, judge, owed};
use std::collections::BTreeSet;

#[test]
fn cursors_never_go_back_and_forget_when_sight_ends() {
    let (feed, seen) = ("bangui".parse().unwrap(), compartment());
    let mut cursors = Cursors::default();
    for number in [3, 9, 4] {
        cursors.advance("bangui".parse().unwrap(), seen.clone(), number);
    }
    assert_eq!((cursors.at(&feed, &seen), cursors.at(&feed, &"gbv/card".parse().unwrap())), (9, 0));
    cursors.forget(&feed, &seen);
    assert_eq!(cursors.at(&feed, &seen), 0);
}

#[test]
fn a_device_is_told_what_it_loses_before_what_it_gains() {
    let record = |n| RecordId(Uuid::from_u128(n));
    let held: Sight = [(record(1), compartment()), (record(2), compartment())].into();
    let may: Sight = [(record(2), compartment()), (record(3), compartment())].into();
    assert_eq!(owed(&held, &may), [(Outgo::Forget, record(1), compartment()), (Outgo::Upsert, record(3), compartment())]);
    assert!(owed(&may, &may).is_empty());
}

#[test]
fn a_push_gets_one_verdict_however_often_it_comes() {
    let known = EntryId(Uuid::from_u128(1));
    let pushed = |id, seen: Vec<EntryId>| entry(id, hand(1, 1), 0, [(field(0), Op::Clear, seen)]);
    let stranger = EntryId(Uuid::from_u128(99));
    let wrong = Findings(vec![Finding::error("answer-too-long", "", "")]);
    let refused = |code: &str| Verdict::Refused { code: code.into() };
    let quarantined = Verdict::Quarantined { reason: "grant-ended".into() };
    let cases = [
        (pushed(1, vec![]), Findings::default(), Permission::Never, Verdict::Accepted),
        (pushed(2, vec![known]), Findings::default(), Permission::Now, Verdict::Accepted),
        (pushed(2, vec![known]), Findings::default(), Permission::WhenWritten, quarantined),
        (pushed(2, vec![stranger]), Findings::default(), Permission::Now, refused("seen-unknown")),
        (pushed(2, vec![stranger]), wrong.clone(), Permission::Never, refused("not-allowed")),
        (pushed(2, vec![]), wrong.clone(), Permission::Now, refused("answers-refused")),
        (pushed(2, vec![]), wrong, Permission::WhenWritten, refused("answers-refused")),
        (entry(2, hand(1, 1), 0, []), Findings::default(), Permission::Now, refused("entry-empty")),
    ];
    for (n, (entry, findings, permission, verdict)) in cases.into_iter().enumerate() {
        assert_eq!(judge(&entry, &BTreeSet::from([known]), &findings, permission), verdict, "case {n}");
    }
}

#[test]
fn a_clock_that_runs_ahead_is_told_and_one_behind_is_not() {
    let at = |millis| entry(1, hand(1, 1), millis, [(field(0), Op::Clear, vec![])]);
    let received = Instant(1_000_000);
    assert_eq!(clock_ahead(&at(1_000_000_000 + 601_000), received), Some(601));
    assert_eq!(clock_ahead(&at(1_000_000_000 + 600_000), received), None);
    assert_eq!(clock_ahead(&at(0), received), None);
    assert_eq!(clock_ahead(&at(i64::MAX), Instant(i64::MIN)), Some(i64::MAX));
}
