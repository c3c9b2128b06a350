//! Attachments: pieces, cuts, types and sizes.

use crate::common::*;
use base::{RecordId, Sensitive};
use store::{Attachment, Error, MAX_SIZE, PIECE, Witnessed};

contract! {
    a_file_cut_off_goes_on_where_it_was,
    what_isnt_taken_is_refused,
    an_erased_record_takes_its_files_along,
}

const PNG: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

fn attachment(record: RecordId, size: u64) -> Attachment {
    let name = Sensitive::new("Mariam.png".to_owned());
    Attachment { id: fresh(), record, compartment: compartment("general/photo"), name, size, created: AT, content: None }
}

fn image(size: usize) -> Vec<u8> {
    PNG.iter().copied().chain((0..).map(|n: u32| (n % 251) as u8)).take(size).collect()
}

async fn a_file_cut_off_goes_on_where_it_was(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let bytes = image(PIECE as usize * 2 + 77);
    let file = attachment(record, bytes.len() as u64);
    let (feed, none) = (feed(), Witnessed::default());
    assert!(bed.store.begin_attachment(&feed, &file, &reads(record)).await.unwrap().is_empty());
    let pieces: Vec<&[u8]> = bytes.chunks(PIECE as usize).collect();
    for n in [2, 0, 0] {
        bed.store.put_piece(&feed, file.id, n, pieces[n as usize]).await.unwrap();
    }
    assert!(matches!(bed.store.finish_attachment(&feed, file.id, &none).await, Err(Error::Contradiction(_))), "a piece is missing");
    assert!(bed.store.read_attachment(&feed, file.id, &none).await.is_err());
    assert_eq!(bed.store.begin_attachment(&feed, &file, &none).await.unwrap(), [0, 2].into());
    for (n, wrong) in [(1, pieces[2]), (3, pieces[0]), (2, pieces[0])] {
        assert!(matches!(bed.store.put_piece(&feed, file.id, n, wrong).await, Err(Error::Contradiction(_))));
    }
    bed.store.put_piece(&feed, file.id, 1, pieces[1]).await.unwrap();
    let done = bed.store.finish_attachment(&feed, file.id, &none).await.unwrap();
    let content = done.content.clone().unwrap();
    assert_eq!((content.media.as_str(), content.hash), ("image/png", seal::hash(&bytes)));
    assert!(bed.store.put_piece(&feed, file.id, 0, pieces[0]).await.is_err(), "complete is complete");
    assert_eq!(bed.store.finish_attachment(&feed, file.id, &none).await.unwrap(), done);
    assert_eq!(bed.store.read_attachment(&feed, file.id, &reads(record)).await.unwrap(), (done.clone(), bytes));
    assert_eq!(bed.store.attachments(&feed, record, &[compartment("general/photo")].into()).await.unwrap(), [done]);
    assert!(bed.store.attachments(&feed, record, &[compartment("general/health")].into()).await.unwrap().is_empty());
    let another = Attachment { size: file.size + 1, ..file };
    assert!(matches!(bed.store.begin_attachment(&feed, &another, &none).await, Err(Error::Contradiction(_))));
}

async fn what_isnt_taken_is_refused(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let (feed, none) = (feed(), Witnessed::default());
    for size in [0, MAX_SIZE + 1] {
        assert!(matches!(bed.store.begin_attachment(&feed, &attachment(record, size), &none).await, Err(Error::TooLarge)));
    }
    let nobodys = attachment(RecordId(fresh()), 4);
    assert!(matches!(bed.store.begin_attachment(&feed, &nobodys, &none).await, Err(Error::NotFound)));
    for bytes in [
        &b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff"[..],
        b"<svg onload=x>",
        b" <html>",
        b"\x7fELF\x02\x01\x01\0",
        b"a\0b",
        b"\xff\xfe\xff",
        b"PK\x03\x04zip",
    ] {
        let file = attachment(record, bytes.len() as u64);
        bed.store.begin_attachment(&feed, &file, &none).await.unwrap();
        assert!(matches!(bed.store.put_piece(&feed, file.id, 0, bytes).await, Err(Error::Unsupported)), "{bytes:?}");
    }
    let text = "Une lettre à sa mère".as_bytes();
    let file = attachment(record, text.len() as u64);
    bed.store.begin_attachment(&feed, &file, &none).await.unwrap();
    bed.store.put_piece(&feed, file.id, 0, text).await.unwrap();
    assert_eq!(bed.store.finish_attachment(&feed, file.id, &none).await.unwrap().content.unwrap().media, "text/plain");
}

async fn an_erased_record_takes_its_files_along(bed: &Bed) {
    let record = register(&bed.store, "Awa", |_| {}).await;
    let (feed, none) = (feed(), Witnessed::default());
    let bytes = image(100);
    let file = attachment(record, 100);
    bed.store.begin_attachment(&feed, &file, &none).await.unwrap();
    bed.store.put_piece(&feed, file.id, 0, &bytes).await.unwrap();
    bed.store.finish_attachment(&feed, file.id, &none).await.unwrap();
    bed.store.erase(&feed, record, &reads(record)).await.unwrap();
    assert!(matches!(bed.store.read_attachment(&feed, file.id, &none).await, Err(Error::NotFound)));
    assert!(matches!(bed.store.begin_attachment(&feed, &file, &none).await, Err(Error::NotFound)));
}
