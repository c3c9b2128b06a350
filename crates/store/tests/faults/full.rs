//! A full disk: what doesn't fit is refused, what was acknowledged is there, and with room again it goes on.

use crate::common::*;
use base::RecordId;
use std::process::Command;
use store::{Error, Place, Store, Witnessed};

/// In a small file system of its own, which only that process sees.
#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let folder = folder();
    let script = "mount -t tmpfs -o size=4m none \"$CHILD_FOLDER\" && exec \"$0\" --exact full::fills_the_disk --ignored --nocapture";
    let done = Command::new("unshare")
        .args(["-rm", "sh", "-c", script])
        .arg(std::env::current_exe().unwrap())
        .env("CHILD_FOLDER", &folder)
        .output();
    let done = done.unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(done.status.success() && said.contains("child: went on"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "run by the other test, in a small file system"]
async fn fills_the_disk() {
    let folder = std::path::PathBuf::from(std::env::var("CHILD_FOLDER").unwrap());
    std::fs::write(folder.join("filler"), vec![7; 1_000_000]).unwrap();
    let keys = seal::MasterKeys::random(&mut seal::system_random());
    let place = Place::File(folder.join("amana.db"));
    let store = Store::open(&place, &keys, index()).await.unwrap();
    let (mut written, long) = (Vec::new(), "x".repeat(20_000));
    let refused = loop {
        let record = RecordId(fresh());
        match store.append(&batch(vec![placement(record)], vec![entry(record, "narrative", &[("text", &long)])])).await {
            Ok(_) => written.push(record),
            Err(error) => break error,
        }
        assert!(written.len() < 1000, "the disk never was full");
    };
    assert!(matches!(refused, Error::Full), "{refused:?}");
    let narrative = [compartment("general/narrative")].into();
    let all_there = async |store: &Store| {
        for record in &written {
            assert_eq!(store.read(&feed(), *record, &narrative, &Witnessed::default()).await.unwrap().cards.len(), 1);
        }
        assert!(store.verify(&feed(), &keys.signer().verifier(), None).await.unwrap().is_empty());
        assert_eq!(store.since(&feed(), &compartment("general/narrative"), 0, 2000).await.unwrap().len(), written.len());
    };
    all_there(&store).await;
    std::fs::remove_file(folder.join("filler")).unwrap();
    let more = RecordId(fresh());
    store.append(&batch(vec![placement(more)], vec![entry(more, "needs", &[("a", "1")])])).await.unwrap();
    all_there(&store).await;
    store.close().await;
    let again = Store::open(&place, &keys, index()).await.unwrap();
    all_there(&again).await;
    again.close().await;
    println!("\nchild: went on after {}", written.len());
}
