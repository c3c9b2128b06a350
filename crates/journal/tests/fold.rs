//! The fold of a record: the same whatever the order, and nothing lost.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use base::EntryId;
use common::{compartment, entry, field, hand, run, steps};
use journal::{Card, Entry, Op, Reading, Silence};
use proptest::prelude::*;
use serde_json::json;

/// What stands in a field by the rule itself: the entries that no entry saw there.
fn standing(entries: &[Entry], n: u8) -> Vec<EntryId> {
    let of = |entry: &Entry| entry.changes.get(&field(n)).cloned();
    let stands = |entry: &&Entry| {
        of(entry).is_some_and(|change| change.op != Op::Clear)
            && !entries.iter().filter_map(of).any(|change| change.seen.contains(&entry.id))
    };
    let mut ids: Vec<EntryId> = entries.iter().filter(stands).map(|entry| entry.id).collect();
    ids.sort();
    ids.dedup();
    ids
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_order_any_repetition_any_part_gives_what_the_rule_says(
        (entries, picked) in steps().prop_map(|s| run(&s)).prop_flat_map(|entries| {
            let n = entries.len();
            (Just(entries), prop::collection::vec(0..n.max(1), 0..2 * n + 1))
        })
    ) {
        let picked: Vec<Entry> = picked.into_iter().filter_map(|n| entries.get(n).cloned()).collect();
        let card = Card::fold(compartment(), &picked);
        for n in 0..3 {
            prop_assert_eq!(card.seen(&field(n)), standing(&picked, n));
        }
        let mut rest = entries.clone();
        rest.reverse();
        let mut by_detour = card.clone();
        rest.iter().for_each(|entry| by_detour.apply(entry));
        prop_assert_eq!(&by_detour, &Card::fold(compartment(), &entries));
        let read: Card = serde_json::from_str(&serde_json::to_string(&by_detour).unwrap()).unwrap();
        prop_assert_eq!(read, by_detour);
    }

    #[test]
    fn folds_of_parts_join_to_the_fold_of_the_whole(steps in steps(), cuts in (0usize..40, 0usize..40)) {
        let entries = run(&steps);
        let (a, b) = (cuts.0.min(cuts.1).min(entries.len()), cuts.0.max(cuts.1).min(entries.len()));
        let part = |range: &[Entry]| Card::fold(compartment(), range);
        let (first, second, third) = (part(&entries[..a]), part(&entries[a..b]), part(&entries[b..]));
        let join = |mut left: Card, right: &Card| { left.merge(right); left };
        let whole = part(&entries);
        prop_assert_eq!(&join(join(third.clone(), &first), &second), &whole);
        prop_assert_eq!(&join(first, &join(second, &third)), &whole);
        prop_assert_eq!(&join(whole.clone(), &whole), &whole);
    }

    #[test]
    fn who_has_seen_everything_settles_everything(steps in steps(), value in 1u8..4) {
        let entries = run(&steps);
        let mut card = Card::fold(compartment(), &entries);
        let all = (0..3).map(|n| (field(n), Op::Set(json!(value)), card.seen(&field(n)))).collect::<Vec<_>>();
        card.apply(&entry(9_999, hand(1, 1), 0, all));
        for n in 0..3 {
            prop_assert_eq!(card.value(&field(n)).one(), Some(&json!(value)));
        }
        prop_assert!(card.conflicts().is_empty());
    }
}

#[test]
fn concurrent_answers_are_a_conflict_newest_first_and_equal_ones_are_one_answer() {
    let set = |value: &str| Op::Set(json!(value));
    let first = entry(1, hand(1, 1), 1_000, [(field(0), set("f"), vec![])]);
    let nadia = entry(2, hand(2, 2), 5_000, [(field(0), set("m"), vec![first.id])]);
    let omar = entry(3, hand(3, 3), 9_000, [(field(0), Op::Silent(Silence::Refused), vec![first.id])]);
    let same = entry(4, hand(4, 4), 7_000, [(field(0), set("m"), vec![first.id])]);
    let card = Card::fold(compartment(), [&nadia, &omar, &same, &first]);
    let Reading::Conflict(answers) = card.value(&field(0)) else { panic!("one answer") };
    let told: Vec<(&Op, Vec<EntryId>)> = answers.iter().map(|a| (a.op, a.heads.iter().map(|h| h.entry).collect())).collect();
    assert_eq!(told, [(&Op::Silent(Silence::Refused), vec![omar.id]), (&set("m"), vec![same.id, nadia.id])]);
    assert_eq!(card.conflicts(), [&field(0)]);

    let agreed = Card::fold(compartment(), [&first, &nadia, &same]);
    let Reading::One(answer) = agreed.value(&field(0)) else { panic!("not one answer") };
    assert_eq!((answer.op, answer.heads.len(), answer.heads[0].stamp.author), (&set("m"), 2, same.author));
    assert!(agreed.conflicts().is_empty());
}

#[test]
fn a_value_taken_back_is_gone_but_never_takes_along_what_its_author_did_not_see() {
    let wrong = entry(1, hand(1, 1), 1_000, [(field(0), Op::Set(json!(1)), vec![])]);
    let clear = entry(2, hand(2, 1), 2_000, [(field(0), Op::Clear, vec![wrong.id])]);
    let meanwhile = entry(3, hand(3, 2), 1_500, [(field(0), Op::Set(json!(2)), vec![wrong.id])]);
    assert_eq!(Card::fold(compartment(), [&clear, &wrong]).value(&field(0)), Reading::Absent);
    assert_eq!(Card::fold(compartment(), [&clear, &meanwhile, &wrong]).value(&field(0)).one(), Some(&json!(2)));
}

#[test]
fn entries_that_contradict_themselves_are_found_out() {
    let good = entry(1, hand(1, 1), 0, [(field(0), Op::Clear, vec![])]);
    assert!(good.check().is_empty());
    let itself = entry(1, hand(1, 1), 0, [(field(0), Op::Set(json!(1)), vec![good.id])]);
    assert!(itself.check().has("entry-saw-itself"));
    assert_eq!(Card::fold(compartment(), [&itself]).value(&field(0)).one(), Some(&json!(1)), "and lose nothing");
    assert!(entry(1, hand(1, 1), 0, []).check().has("entry-empty"));
    assert!(Entry { device: hand(1, 2).device, ..good }.check().has("entry-other-clock"));
}
