//! Nothing that says who someone is lies in clear on a disk: not in the file, not in its log, not in PostgreSQL's folder.

use crate::common::*;
use base::{Sensitive, UserId};
use std::path::Path;
use store::{Account, Attachment, Credential, Place, Unit, UnitKind, Witnessed};

const MARKERS: [&str; 7] = ["Zqmariam", "Zqlogin", "Zqstaff", "Zqsite", "Zqsecret", "Zqfile", "Zqreason"];
/// What lies in clear on PostgreSQL, by which the search shows that it can find something.
const IN_CLEAR: &str = "zqstate_in_clear";

async fn fill(bed: &Bed) {
    let (feed, none) = (feed(), Witnessed { at: AT, acts: vec![] });
    let record = register(&bed.store, "Zqmariam Nadé", |p| p.state = IN_CLEAR.into()).await;
    for n in 0..30 {
        register(&bed.store, &format!("Zqmariam {n}"), |_| {}).await;
    }
    bed.store.read(&feed, record, &[compartment("general/identity")].into(), &reads(record)).await.unwrap();
    let user = UserId(fresh());
    let (teams, sites) = ([].into(), [site(3)].into());
    let account = Account { user, login: "Zqlogin".into(), name: "Zqstaff".into(), agency: AGENCY, teams, sites, created: AT, ended: None };
    bed.store.put_account(&feed, &account, &none).await.unwrap();
    bed.store.count_try(&feed, "Zqlogin", AT, 60).await.unwrap();
    bed.store.put_unit(&feed, &Unit { kind: UnitKind::Site, id: id(3), parent: None, name: "Zqsite".into() }, &none).await.unwrap();
    let secret = Sensitive::new(b"Zqsecret".to_vec());
    bed.store
        .add_credential(&feed, &Credential { id: fresh(), user, kind: "password".into(), secret, created: AT, used: None }, &none)
        .await
        .unwrap();
    let why = access::Why::BreakGlass { reason: "Zqreason".into() };
    let grant = access::Grant { role: "caseworker".parse().unwrap(), limits: access::Limits::default(), from: AT, until: Some(AT), why };
    bed.store.put_grant(&feed, &store::Granted { id: fresh(), user, grant, given: store::Given::default() }, &none).await.unwrap();
    let body = b"Zqfile is the text of a letter";
    let name = Sensitive::new("Zqfile.txt".to_owned());
    let file = Attachment {
        id: fresh(),
        record,
        compartment: compartment("general/photo"),
        name,
        size: body.len() as u64,
        created: AT,
        content: None,
    };
    bed.store.begin_attachment(&feed, &file, &none).await.unwrap();
    bed.store.put_piece(&feed, file.id, 0, body).await.unwrap();
    bed.store.finish_attachment(&feed, file.id, &none).await.unwrap();
}

/// How often a text lies in the files of a folder: as UTF-8 of either case, as UTF-16, as hexadecimal digits.
fn found(folder: &Path, text: &str) -> usize {
    let mut forms: Vec<Vec<u8>> = [text.to_owned(), text.to_lowercase(), text.to_uppercase()].map(String::into_bytes).to_vec();
    forms.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    forms.push(text.bytes().flat_map(|b| format!("{b:02x}").into_bytes()).collect());
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            count += found(&path, text);
        } else if let Ok(bytes) = std::fs::read(&path) {
            count += forms.iter().filter(|form| memmem(&bytes, form)).count();
        }
    }
    count
}

/// Whether the bytes hold the others; looks at the first byte first, since most places fail there.
fn memmem(bytes: &[u8], wanted: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| *b == wanted[0]) {
        if rest[at..].starts_with(wanted) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

#[tokio::test(flavor = "multi_thread")]
async fn an_sqlite_file_and_its_log_show_nothing() {
    let bed = Bed::sqlite().await.unwrap();
    fill(&bed).await;
    let Place::File(path) = &bed.place else { unreachable!() };
    let folder = path.parent().unwrap();
    let log = folder.join("amana.db-wal");
    assert!(std::fs::metadata(&log).unwrap().len() > 100_000, "the log is looked at too");
    for _ in 0..2 {
        for marker in MARKERS.into_iter().chain([IN_CLEAR, "SQLite format 3", "CREATE TABLE", "general"]) {
            assert_eq!(found(folder, marker), 0, "{marker}");
        }
        bed.store.close().await;
    }
    std::fs::write(folder.join("plain"), "Zqmariam").unwrap();
    assert_eq!(found(folder, "Zqmariam"), 1, "what is in clear is found");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stolen_postgresql_disk_shows_no_names() {
    let Some(bed) = Bed::postgres().await else { return };
    fill(&bed).await;
    bed.sql("CHECKPOINT").await;
    let folder = std::env::var("AMANA_TEST_POSTGRES_DATA").unwrap();
    assert!(found(Path::new(&folder), IN_CLEAR) > 0, "what is in clear is found");
    for marker in MARKERS {
        assert_eq!(found(Path::new(&folder), marker), 0, "{marker}");
    }
}
