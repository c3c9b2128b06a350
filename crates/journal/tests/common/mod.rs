//! Devices that write while apart, for tests.
#![allow(dead_code, reason = "each test file uses its part")]

use base::{ActId, Compartment, DeviceId, EntryId, Field, Instant, RecordId, UserId, Uuid};
use journal::{Card, Draft, Entry, Hand, Hlc, Op};
use proptest::prelude::*;
use serde_json::json;

pub fn compartment() -> Compartment {
    "general/identity".parse().unwrap()
}

pub fn field(n: u8) -> Field {
    format!("f{n}").parse().unwrap()
}

pub fn hand(act: u128, device: u128) -> Hand {
    Hand { act: ActId(Uuid::from_u128(act)), author: UserId(Uuid::from_u128(device)), device: DeviceId(Uuid::from_u128(device)) }
}

/// An entry that changes fields, at a time that its device claims.
pub fn entry(id: u128, hand: Hand, millis: i64, changes: impl IntoIterator<Item = (Field, Op, Vec<EntryId>)>) -> Entry {
    let Compartment { area, group } = compartment();
    let start = Draft::new(RecordId(Uuid::from_u128(1)), "person".parse().unwrap(), area, group, Instant(millis / 1000));
    let draft = changes.into_iter().fold(start, |draft, (field, op, seen)| draft.with(field, op, seen));
    draft.into_entry(EntryId(Uuid::from_u128(id)), hand, Hlc { millis, counter: 0, device: hand.device })
}

/// One thing that happens on a device.
#[derive(Debug, Clone)]
pub enum Step {
    /// Device, fields with values (0 clears), clock.
    Write(usize, Vec<(u8, u8)>, i64),
    /// From, to: everything the one has goes to the other.
    Send(usize, usize),
}

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let write = (0usize..4, prop::collection::vec((0u8..3, 0u8..4), 1..3), -40_000_000_000i64..40_000_000_000);
    let step = prop_oneof![
        3 => write.prop_map(|(device, changes, clock)| Step::Write(device, changes, clock)),
        1 => (0usize..4, 0usize..4).prop_map(|(from, to)| Step::Send(from, to)),
    ];
    prop::collection::vec(step, 1..40)
}

/// Every entry that four devices write, in an order in which they could reach a server.
pub fn run(steps: &[Step]) -> Vec<Entry> {
    let mut devices = vec![Card::new(compartment()); 4];
    let mut all = Vec::new();
    for step in steps {
        match step {
            Step::Write(device, changes, clock) => {
                let card = &mut devices[*device];
                let op = |v: u8| if v == 0 { Op::Clear } else { Op::Set(json!(v)) };
                let changes = changes.iter().map(|(f, v)| (field(*f), op(*v), card.seen(&field(*f))));
                let id = all.len() as u128 + 100;
                let written = entry(id, hand(id, *device as u128 + 10), *clock, changes.collect::<Vec<_>>());
                card.apply(&written);
                all.push(written);
            }
            Step::Send(from, to) => {
                let sent = devices[*from].clone();
                devices[*to].merge(&sent);
            }
        }
    }
    all
}
