//! A backup holds what the store held, fills either engine, and is taken whole or not at all.

use crate::common::*;
use base::{Instant, Sensitive};
use std::io;
use store::{Attachment, Counts, Error, PIECE, Place, Store, Witnessed};

contract! {
    a_backup_fills_every_kind_of_store,
    what_isnt_a_whole_backup_fills_nothing,
    a_place_that_holds_records_is_not_filled,
}

/// A person with two groups, a file of two pieces, a setting, a signed checkpoint, and someone signed in.
async fn lived_in(bed: &Bed) -> (base::RecordId, Attachment, Vec<u8>) {
    let (feed, none) = (feed(), Witnessed::default());
    let record = register(&bed.store, "Awa Zoumana", |p| p.due = Some(Instant(9))).await;
    bed.store.append(&batch(vec![], vec![entry(record, "health", &[("needs", "insulin")])])).await.unwrap();
    let bytes: Vec<u8> = b"plain text, ".iter().copied().cycle().take(PIECE as usize + 5).collect();
    let name = Sensitive::new("letter.txt".to_owned());
    let file = Attachment {
        id: fresh(),
        record,
        compartment: compartment("general/photo"),
        name,
        size: bytes.len() as u64,
        created: AT,
        content: None,
    };
    bed.store.begin_attachment(&feed, &file, &none).await.unwrap();
    for (n, piece) in (0..).zip(bytes.chunks(PIECE as usize)) {
        bed.store.put_piece(&feed, file.id, n, piece).await.unwrap();
    }
    let file = bed.store.finish_attachment(&feed, file.id, &none).await.unwrap();
    bed.store.put_setting(&feed, "office", &serde_json::json!({ "name": "Bangui" }), &reads(record)).await.unwrap();
    bed.store.checkpoint(&feed, &bed.keys.signer(), AT).await.unwrap();
    (record, file, bytes)
}

async fn dumped(store: &Store) -> (Vec<String>, Counts) {
    let mut lines = Vec::new();
    let counts = store
        .dump(&mut |line| {
            lines.push(line.to_owned());
            Ok(())
        })
        .await
        .unwrap();
    (lines, counts)
}

async fn filled(place: &Place, bed: &Bed, lines: &[String]) -> store::Result<(Store, Counts)> {
    Store::restore(place, &bed.keys, index(), &mut lines.iter().map(|line| io::Result::Ok(line.clone()))).await
}

async fn a_backup_fills_every_kind_of_store(bed: &Bed) {
    let (record, file, bytes) = lived_in(bed).await;
    let (lines, counts) = dumped(&bed.store).await;
    assert_eq!((counts["record"], counts["entry"], counts["piece"], counts["checkpoint"]), (1, 2, 2, 1));
    assert!(!counts.contains_key("session"));
    let all = lines.concat();
    for word in ["Awa Zoumana", "Zoumana", "insulin", "letter.txt", "plain text"] {
        assert!(!all.contains(word), "{word} lies open");
    }
    let folder = folder();
    let mut places = vec![Place::Memory, Place::File(folder.join("again.db"))];
    places.extend(if matches!(bed.place, Place::Memory) { None } else { postgres_place().await });
    for place in places {
        let (store, filled) = filled(&place, bed, &lines).await.unwrap();
        assert_eq!(filled, counts);
        assert_eq!(dumped(&store).await.0, lines, "the same, line by line");
        let witness = bed.store.find_checkpoint(&feed()).await.unwrap();
        assert!(store.verify(&feed(), &bed.keys.signer().verifier(), witness.as_ref()).await.unwrap().is_empty());
        let groups = [compartment("general/identity"), compartment("general/health")].into();
        let opened = store.read(&feed(), record, &groups, &reads(record)).await.unwrap();
        assert_eq!(text(&opened.cards[&compartment("general/health")].card, "needs").as_deref(), Some("insulin"));
        assert_eq!(store.read_attachment(&feed(), file.id, &reads(record)).await.unwrap(), (file.clone(), bytes.clone()));
        store.append(&batch(vec![], vec![entry(record, "health", &[("needs", "none")])])).await.unwrap();
        store.close().await;
    }
    std::fs::remove_dir_all(folder).unwrap();
}

async fn what_isnt_a_whole_backup_fills_nothing(bed: &Bed) {
    lived_in(bed).await;
    let (lines, _) = dumped(&bed.store).await;
    let folder = folder();
    let with = |n: usize, line: &str| {
        let mut lines = lines.clone();
        lines[n] = line.into();
        lines
    };
    let row = lines.iter().position(|line| line.starts_with('[')).unwrap();
    let mut without = lines.clone();
    without.remove(row);
    let mut twice = lines.clone();
    twice.insert(row, lines[row].clone());
    let mut wrong = vec![vec![], lines[..lines.len() - 1].to_vec(), lines[1..].to_vec(), without, twice];
    wrong.extend(["", "[]", "[1]", "{", "{\"table\":[\"x\",[]]}", "{\"end\":{}}", "[null,null]"].map(|line| with(row, line)));
    for (n, lines) in wrong.iter().enumerate() {
        let place = Place::File(folder.join(format!("{n}.db")));
        assert!(filled(&place, bed, lines).await.is_err(), "{n}");
    }
    assert!(matches!(filled(&Place::Memory, bed, &with(0, "{\"version\":99}")).await, Err(Error::Newer)));
    // The same place, empty again, takes the whole one.
    if let Some(place) = postgres_place().await.filter(|_| matches!(bed.place, Place::Postgres(_))) {
        assert!(filled(&place, bed, &wrong[1]).await.is_err());
        filled(&place, bed, &lines).await.unwrap().0.close().await;
    }
    std::fs::remove_dir_all(folder).unwrap();
}

async fn a_place_that_holds_records_is_not_filled(bed: &Bed) {
    lived_in(bed).await;
    let (lines, before) = dumped(&bed.store).await;
    if bed.place != Place::Memory {
        assert!(matches!(filled(&bed.place, bed, &lines).await, Err(Error::Contradiction(_))));
    }
    assert_eq!(dumped(&bed.store).await.1, before);
}
