//! The history as acts, and taking an act back.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use base::{EntryId, Findings, Instant, Uuid};
use common::{compartment, entry, field, hand, run, steps};
use journal::{Card, Draft, Entry, Hlc, Op, history, undo};
use proptest::prelude::*;
use serde_json::json;

const UNDO: u128 = 77;

/// The journal with an act taken back, and what could not be.
fn taken_back(entries: &[Entry], act: u128, round: u128) -> (Vec<Entry>, Findings) {
    let (drafts, findings) = undo(hand(act, 0).act, entries, Instant(0));
    let by = hand(UNDO + round, 5);
    let write = |(n, draft): (usize, Draft)| {
        draft.into_entry(EntryId(Uuid::from_u128(1_000 * round + n as u128 + 10_000)), by, Hlc { millis: 0, counter: 0, device: by.device })
    };
    let mut all = entries.to_vec();
    all.extend(drafts.into_iter().enumerate().map(write));
    (all, findings)
}

/// The values of a field, sorted, each as often as it stands there.
fn values(entries: &[Entry], n: u8) -> Vec<String> {
    let card = Card::fold(compartment(), entries);
    let mut values: Vec<String> = card.heads(&field(n)).iter().map(|head| format!("{:?}", head.op)).collect();
    values.sort();
    values
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_last_act_taken_back_leaves_what_was_there_before(steps in steps()) {
        let entries = run(&steps);
        let Some((last, before)) = entries.split_last() else { return Ok(()) };
        let (after, findings) = taken_back(&entries, last.id.0.as_u128(), 1);
        for n in 0..3 {
            // A field that was cleared while another device wrote to it has an answer since, which stays.
            if !findings.iter().any(|f| f.args.get("field") == Some(&field(n).to_string())) {
                prop_assert_eq!(values(&after, n), values(before, n));
            } else {
                prop_assert!(last.changes.get(&field(n)).is_some_and(|change| change.op == Op::Clear));
                prop_assert_eq!(values(&after, n), values(&entries, n));
            }
        }
        let (again, _) = taken_back(&after, last.id.0.as_u128(), 2);
        prop_assert_eq!(again.len(), after.len());
    }

    #[test]
    fn any_act_taken_back_touches_no_answer_given_since(steps in steps(), which in 0usize..40) {
        let entries = run(&steps);
        let Some(act) = entries.get(which) else { return Ok(()) };
        let (after, _) = taken_back(&entries, act.id.0.as_u128(), 1);
        let (was, is) = (Card::fold(compartment(), &entries), Card::fold(compartment(), &after));
        for n in 0..3 {
            for id in was.seen(&field(n)).into_iter().filter(|id| *id != act.id) {
                prop_assert!(is.seen(&field(n)).contains(&id));
            }
        }
    }
}

#[test]
fn an_edit_of_an_edit_is_left_and_said() {
    let set = |value: u8| Op::Set(json!(value));
    let first = entry(1, hand(1, 1), 1, [(field(0), set(1), vec![]), (field(1), set(1), vec![])]);
    let second = entry(2, hand(2, 1), 2, [(field(0), set(2), vec![first.id]), (field(1), set(2), vec![first.id])]);
    let third = entry(3, hand(3, 1), 3, [(field(1), set(3), vec![second.id])]);
    let (after, findings) = taken_back(&[first, second, third], 2, 1);
    assert_eq!((values(&after, 0), values(&after, 1)), (vec!["Set(Number(1))".to_owned()], vec!["Set(Number(3))".to_owned()]));
    assert!(findings.has("undo-changed-since") && findings.len() == 1);
    assert_eq!(findings.iter().next().unwrap().args["field"], "f1");
}

/// What an act decided goes with what it wrote elsewhere in the record: undoing one without the other would leave a record that contradicts itself.
#[test]
fn a_decision_is_not_undone_as_an_edit_but_a_record_that_was_only_opened_is() {
    let command = |id, act, code: &str, seen| entry(id, hand(act, 1), 1, [("command".parse().unwrap(), Op::Set(json!(code)), seen)]);
    let state = |id, act, value: u8, seen| entry(id, hand(act, 1), 1, [(field(0), Op::Set(json!(value)), seen)]);
    let opened = [command(1, 1, "open", vec![]), state(2, 1, 1, vec![])];
    let closed = [command(3, 2, "close", vec![opened[0].id]), state(4, 2, 2, vec![opened[1].id])];
    let all = [opened.clone(), closed].concat();
    for act in [1, 2] {
        let (drafts, findings) = undo(hand(act, 1).act, &all, Instant(0));
        assert!(drafts.is_empty() && findings.has("undo-decision") && findings.len() == 1, "act {act}");
    }
    let (after, findings) = taken_back(&opened, 1, 1);
    assert!(findings.is_empty() && values(&after, 0).is_empty());
}

#[test]
fn history_tells_acts_newest_first_and_never_before_what_they_saw() {
    let set = |value: u8| Op::Set(json!(value));
    let year = 365 * 86_400_000;
    let first = entry(1, hand(1, 1), year, [(field(0), set(1), vec![])]);
    // Written on a phone whose clock is a year slow, in two entries of one act.
    let slow = entry(2, hand(2, 2), 5, [(field(0), set(2), vec![first.id])]);
    let same_act = entry(3, hand(2, 2), 6, [(field(1), set(9), vec![])]);
    let later = entry(4, hand(4, 1), year + 1, [(field(2), set(3), vec![])]);
    let entries = [first.clone(), slow.clone(), slow, same_act, later];
    let told = history(&entries);
    assert_eq!(told.iter().map(|act| act.id.0.as_u128()).collect::<Vec<_>>(), [4, 2, 1]);
    assert_eq!(told[1].changes.len(), 2, "an entry that comes twice is told once");
    assert_eq!((told[1].changes[0].before.as_slice(), told[1].changes[0].op), ([&set(1)].as_slice(), &set(2)));
    assert_eq!(told[1].author, hand(2, 2).author);
}
