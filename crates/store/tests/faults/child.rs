//! Another process on the same data: this very program, run again with the name of an ignored test.

use crate::common::*;
use base::RecordId;
use seal::{KeyRing, MasterKeys, SecretString, Unseal};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use store::{Place, Store};

/// Entries of one act; never fewer, never more.
pub const ENTRIES: usize = 3;
const KEY: &str = "amana-key-1:0000000000000000000000000000000000000000000000000000000000000000\n";

fn unseal() -> Unseal {
    Unseal::KeyFile(SecretString::from(KEY))
}

/// A command that does what the ignored test `name` of this module does, to a place.
pub fn command(name: &str, bed: &Bed, folder: &Path) -> Command {
    let ring = folder.join("keys");
    std::fs::write(&ring, KeyRing::new(&bed.keys, &unseal(), &mut seal::system_random()).unwrap().text().unwrap()).unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", &format!("child::{name}"), "--ignored", "--nocapture"]).env("CHILD_KEYS", ring);
    match &bed.place {
        Place::File(path) => command.env("CHILD_FILE", path),
        Place::Postgres(url) => command.env("CHILD_URL", url),
        Place::Memory => panic!("nobody else can reach it"),
    };
    command.stdout(Stdio::piped()).stderr(Stdio::inherit());
    command
}

async fn open() -> Store {
    let ring = std::fs::read_to_string(std::env::var("CHILD_KEYS").unwrap()).unwrap();
    let keys: MasterKeys = KeyRing::read(&ring).unwrap().open(&unseal()).unwrap();
    let place = match std::env::var("CHILD_URL") {
        Ok(url) => Place::Postgres(url),
        Err(_) => Place::File(std::env::var("CHILD_FILE").unwrap().into()),
    };
    Store::open(&place, &keys, index()).await.unwrap()
}

/// Says something to the parent, so that it is there even if we are killed the next moment.
fn say(what: impl std::fmt::Display) {
    let mut out = std::io::stdout();
    writeln!(out, "\nchild: {what}").unwrap();
    out.flush().unwrap();
}

/// What a child said, of all its output.
pub fn said(output: &str) -> impl Iterator<Item = &str> {
    // A line that was cut off was not said.
    let whole = output.rfind('\n').map_or("", |end| &output[..end]);
    whole.lines().filter_map(|line| line.strip_prefix("child: "))
}

/// Appends acts until it is killed, each to two records in two compartments, and says each one that was acknowledged.
#[tokio::test]
#[ignore = "run by other tests, as a process of its own"]
async fn appends_until_killed() {
    let store = open().await;
    loop {
        say(append_act(&store).await);
    }
}

/// Appends fifty acts.
#[tokio::test]
#[ignore = "run by other tests, as a process of its own"]
async fn appends_fifty() {
    let store = open().await;
    for _ in 0..50 {
        say(append_act(&store).await);
    }
    store.close().await;
}

async fn append_act(store: &Store) -> base::ActId {
    let (one, two) = (RecordId(fresh()), RecordId(fresh()));
    let mut entries =
        vec![entry(one, "identity", &[("name", "Awa Kossi")]), entry(one, "needs", &[("a", "1")]), entry(two, "needs", &[("b", "2")])];
    let act = entries[0].act;
    entries.iter_mut().for_each(|e| e.act = act);
    store.append(&batch(vec![placement(one), placement(two)], entries)).await.unwrap();
    act
}
