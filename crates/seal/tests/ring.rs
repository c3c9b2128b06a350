//! The key ring: what opens it, and what is refused.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use rand::SeedableRng;
use rand::rngs::StdRng;
use seal::{Cost, Error, ExposeSecret, KeyRing, MasterKeys, SecretString, Unseal, new_key_file};

const QUICK: Cost = Cost { memory_kib: 8, passes: 1 };

fn passphrase(text: &str) -> Unseal {
    Unseal::Passphrase(text.into(), QUICK)
}

/// What shows that two sets of keys are the same one.
fn fingerprint(keys: &MasterKeys) -> (String, String) {
    (keys.database().sqlcipher().to_string(), keys.signer().verifier().hex())
}

#[test]
fn a_passphrase_opens_it_and_can_be_changed() {
    let mut rng = StdRng::seed_from_u64(1);
    let keys = MasterKeys::random(&mut rng);
    let ring = KeyRing::new(&keys, &passphrase("old"), &mut rng).unwrap();
    let mut ring = KeyRing::read(&ring.text().unwrap()).unwrap();
    assert_eq!(ring.open(&passphrase("old")).map(|k| fingerprint(&k)), Ok(fingerprint(&keys)));
    assert_eq!(ring.verifier().map(|v| v.hex()), Ok(keys.signer().verifier().hex()));

    assert_eq!(ring.change_lock(&passphrase("wrong"), &passphrase("new"), &mut rng), Err(Error::WrongSecret));
    ring.change_lock(&passphrase("old"), &passphrase("new"), &mut rng).unwrap();
    assert_eq!(ring.open(&passphrase("old")).map(|_| ()), Err(Error::WrongSecret));
    assert_eq!(ring.open(&passphrase("new")).map(|k| fingerprint(&k)), Ok(fingerprint(&keys)));
}

#[test]
fn the_cost_is_the_ring_s_own() {
    let mut rng = StdRng::seed_from_u64(2);
    let keys = MasterKeys::random(&mut rng);
    let ring = KeyRing::new(&keys, &passphrase("one"), &mut rng).unwrap();
    let asked = Unseal::Passphrase("one".into(), Cost { memory_kib: 16, passes: 2 });
    assert!(ring.open(&asked).is_ok());
}

#[test]
fn a_key_file_is_a_second_way_in() {
    let mut rng = StdRng::seed_from_u64(3);
    let keys = MasterKeys::random(&mut rng);
    let mut ring = KeyRing::new(&keys, &passphrase("one"), &mut rng).unwrap();
    let file = new_key_file(&mut rng);
    let in_safe = Unseal::KeyFile(file.clone());
    assert_eq!(ring.open(&in_safe).map(|_| ()), Err(Error::NoSuchLock));
    ring.add_lock(&keys, &in_safe, &mut rng).unwrap();
    let ring = KeyRing::read(&ring.text().unwrap()).unwrap();
    for way in [&passphrase("one"), &in_safe] {
        assert_eq!(ring.open(way).map(|k| fingerprint(&k)), Ok(fingerprint(&keys)));
    }
    assert_eq!(ring.open(&Unseal::KeyFile(new_key_file(&mut rng))).map(|_| ()), Err(Error::WrongSecret));
    let text = file.expose_secret().trim();
    for damaged in ["", &text[..text.len() - 1], &text.to_uppercase(), &format!("{text}0")] {
        assert_eq!(ring.open(&Unseal::KeyFile(damaged.into())).map(|_| ()), Err(Error::Damaged), "{damaged}");
    }
}

#[test]
fn each_flipped_bit_and_each_cut_is_told_from_a_wrong_passphrase() {
    let mut rng = StdRng::seed_from_u64(4);
    let ring = KeyRing::new(&MasterKeys::random(&mut rng), &passphrase("one"), &mut rng).unwrap();
    let text = ring.text().unwrap();
    for bit in 0..text.len() * 8 {
        let mut bytes = text.clone().into_bytes();
        bytes[bit / 8] ^= 1 << (bit % 8);
        // What isn't text any more is refused before the ring is read.
        if let Ok(altered) = String::from_utf8(bytes) {
            assert!(matches!(KeyRing::read(&altered), Err(Error::Damaged | Error::Truncated)), "bit {bit}");
        }
    }
    for cut in 0..text.len() {
        let refused = KeyRing::read(&text[..cut]);
        assert!(matches!(refused, Err(Error::Truncated | Error::Damaged)), "cut to {cut}");
    }
    assert_eq!(KeyRing::read(&text), Ok(ring));
}

/// Someone who repairs the checksum gets no further: all that a lock says is sealed with it.
#[test]
fn a_ring_altered_with_care_does_not_open() {
    let mut rng = StdRng::seed_from_u64(5);
    let (ours, theirs) = (MasterKeys::random(&mut rng), MasterKeys::random(&mut rng));
    let text = KeyRing::new(&ours, &passphrase("one"), &mut rng).unwrap().text().unwrap();
    let repair = |text: String| {
        let body = text.split_once("# blake3").unwrap().0;
        format!("{body}# blake3 {}\n", seal::hash(body.as_bytes()))
    };
    assert_eq!(repair(text.clone()), text);
    let signer = |keys: &MasterKeys| keys.signer().verifier().hex();
    for (what, altered, refusal) in [
        ("another signer", text.replace(&signer(&ours), &signer(&theirs)), Error::WrongSecret),
        ("cheaper tries", text.replace("memory_kib = 8", "memory_kib = 9"), Error::WrongSecret),
        ("endless tries", text.replace("memory_kib = 8", "memory_kib = 4000000000"), Error::Cost),
    ] {
        assert_ne!(altered, text, "{what}");
        let ring = KeyRing::read(&repair(altered)).unwrap();
        assert_eq!(ring.open(&passphrase("one")).map(|_| ()), Err(refusal), "{what}");
    }
    assert_eq!(KeyRing::read(&repair(text.replace("version = 1", "version = 2"))), Err(Error::Version));
    assert_eq!(KeyRing::read(&repair(text.replace("salt", "sand"))), Err(Error::Damaged));
}

#[test]
fn nothing_shows_itself() {
    let mut rng = StdRng::seed_from_u64(6);
    let keys = MasterKeys::random(&mut rng);
    let shown = format!(
        "{keys:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        keys.database(),
        keys.service(),
        keys.signer(),
        passphrase("open sesame"),
        Unseal::KeyFile(new_key_file(&mut rng)),
        seal::CompartmentKey::random(&mut rng),
        seal::TotpSecret::random(&mut rng),
        seal::SessionToken::random(&mut rng),
        seal::RecoveryCode::sheet(&mut rng),
    );
    let secret: SecretString = "open sesame".into();
    assert!(!shown.contains(secret.expose_secret()));
    // No run of digits or letters that could be key material.
    assert!(shown.split(|c: char| !c.is_ascii_alphanumeric()).all(|word| word.len() < 20), "{shown}");
    let numbers = shown.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty()).count();
    assert_eq!(numbers, 2, "only the cost: {shown}");
}
