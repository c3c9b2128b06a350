//! Backups: what opens one, and that nothing altered or cut does.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]
#![cfg(feature = "backup")]

use seal::{BackupFrom, BackupTo, BackupWriter, Error, new_backup_identity, open_backup};
use std::io::{Read, Write};

fn make(to: &BackupTo, bytes: &[u8]) -> Vec<u8> {
    let mut writer = BackupWriter::begin(to, Vec::new()).unwrap();
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn read(from: &BackupFrom, backup: &[u8]) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    open_backup(from, backup).map_err(|e| e.code().to_owned())?.read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    Ok(bytes)
}

/// More than two of the 64 KiB pieces.
fn data() -> Vec<u8> {
    (0..150_000_u32).map(|n| (n % 251) as u8).collect()
}

#[test]
fn a_passphrase_opens_its_own() {
    let backup = make(&BackupTo::Passphrase("in the safe".into()), &data());
    assert!(backup.starts_with(b"age-encryption.org/v1\n"));
    assert_eq!(read(&BackupFrom::Passphrase("in the safe".into()), &backup), Ok(data()));
    assert_eq!(read(&BackupFrom::Passphrase("in the desk".into()), &backup), Err("seal-backup".into()));
    assert!(BackupWriter::begin(&BackupTo::Passphrase("".into()), Vec::new()).is_err());
}

#[test]
fn an_identity_opens_its_own_and_nothing_altered_or_cut() {
    let ((identity, key), (stranger, _)) = (new_backup_identity(), new_backup_identity());
    let (ours, theirs) = (BackupFrom::Identity(identity), BackupFrom::Identity(stranger));
    let backup = make(&BackupTo::Recipients(vec![key]), &data());
    assert_eq!(read(&ours, &backup), Ok(data()));
    assert_eq!(read(&theirs, &backup), Err("seal-backup".into()));
    // Every byte of the header, and one byte in 997 of what follows.
    for at in (0..300).chain((300..backup.len()).step_by(997)) {
        let mut altered = backup.clone();
        altered[at] ^= 1;
        assert!(read(&ours, &altered).is_err(), "byte {at}");
    }
    for cut in (0..300).chain((300..backup.len()).step_by(997)).chain([backup.len() - 1]) {
        assert!(read(&ours, &backup[..cut]).is_err(), "cut to {cut}");
    }
    assert!(read(&ours, &[&backup[..], &[0]].concat()).is_err());
}

#[test]
fn a_backup_that_was_not_finished_does_not_open() {
    let (identity, key) = new_backup_identity();
    let mut bytes = Vec::new();
    let mut writer = BackupWriter::begin(&BackupTo::Recipients(vec![key]), &mut bytes).unwrap();
    writer.write_all(&data()).unwrap();
    drop(writer);
    assert!(read(&BackupFrom::Identity(identity), &bytes).is_err());
}

#[test]
fn a_mistyped_key_is_refused_before_anything_is_written() {
    let (_, key) = new_backup_identity();
    for wrong in ["", "age1", &key[..key.len() - 1]] {
        let error = BackupWriter::begin(&BackupTo::Recipients(vec![wrong.into()]), Vec::new()).err().unwrap();
        assert_eq!(error.to_string(), Error::Backup.to_string());
    }
    assert!(BackupWriter::begin(&BackupTo::Recipients(vec![]), Vec::new()).is_err());
    assert!(open_backup(&BackupFrom::Identity("nonsense".into()), &b"nonsense"[..]).is_err());
}
