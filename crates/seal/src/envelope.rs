//! The one way bytes are sealed: version, 24 random bytes, XChaCha20-Poly1305.

use crate::error::Error;
use crate::key::Key;
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// First byte of everything sealed; a change of algorithm is another number.
const VERSION: u8 = 1;
const NONCE: usize = 24;
const TAG: usize = 16;

/// Seals bytes; `aad` must be given again to open them.
pub(crate) fn seal(key: &Key, aad: &[u8], plain: &[u8], rng: &mut dyn CryptoRng) -> Vec<u8> {
    let mut nonce = [0; NONCE];
    rng.fill_bytes(&mut nonce);
    let mut body = plain.to_vec();
    match cipher(key).encrypt_inout_detached(&XNonce::from(nonce), aad, body.as_mut_slice().into()) {
        Ok(tag) => [&[VERSION], nonce.as_slice(), &tag, &body].concat(),
        // Only a payload past 256 GiB, which no memory holds: it gives nothing that opens, and nothing in clear.
        Err(_) => vec![VERSION],
    }
}

/// Opens sealed bytes, or refuses all of them.
pub(crate) fn open(key: &Key, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (&version, rest) = sealed.split_first().ok_or(Error::NotAuthentic)?;
    if version != VERSION {
        return Err(Error::Version);
    }
    let (nonce, rest) = rest.split_first_chunk::<NONCE>().ok_or(Error::NotAuthentic)?;
    let (tag, body) = rest.split_first_chunk::<TAG>().ok_or(Error::NotAuthentic)?;
    let mut body = Zeroizing::new(body.to_vec());
    cipher(key)
        .decrypt_inout_detached(&XNonce::from(*nonce), aad, body.as_mut_slice().into(), &Tag::from(*tag))
        .map_err(|_| Error::NotAuthentic)?;
    Ok(body)
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    fn hex(text: &str) -> Vec<u8> {
        data_encoding::HEXLOWER.decode(text.as_bytes()).unwrap()
    }

    /// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
    #[test]
    fn the_draft_s_vector_opens() {
        let key: Vec<u8> = (0x80..0xa0).collect();
        let key = Key::from_slice(&key).unwrap();
        let nonce: Vec<u8> = (0x40..0x58).collect();
        let ciphertext = hex(concat!(
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452",
            "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e"
        ));
        let tag = hex("c0875924c1c7987947deafd8780acf49");
        let sealed = [&[VERSION], nonce.as_slice(), &tag, &ciphertext].concat();
        let plain = open(&key, &hex("50515253c0c1c2c3c4c5c6c7"), &sealed).unwrap();
        assert!(plain.starts_with(b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip"));
    }

    #[test]
    fn every_flipped_bit_every_cut_and_every_other_key_is_refused() {
        let mut rng = StdRng::seed_from_u64(1);
        let (key, other) = (Key::random(&mut rng), Key::random(&mut rng));
        let plain = b"Amina, 7 years, waits at the eastern gate";
        let sealed = seal(&key, b"place", plain, &mut rng);
        assert_eq!(open(&key, b"place", &sealed).unwrap().as_slice(), plain);
        for bit in 0..sealed.len() * 8 {
            let mut altered = sealed.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            let expected = if bit < 8 { Error::Version } else { Error::NotAuthentic };
            assert_eq!(open(&key, b"place", &altered), Err(expected), "bit {bit}");
        }
        for cut in 0..sealed.len() {
            assert_eq!(open(&key, b"place", &sealed[..cut]), Err(Error::NotAuthentic), "cut to {cut}");
        }
        assert_eq!(open(&other, b"place", &sealed), Err(Error::NotAuthentic));
        assert_eq!(open(&key, b"Place", &sealed), Err(Error::NotAuthentic));
        assert_ne!(seal(&key, b"place", plain, &mut rng), sealed);
    }

    #[test]
    fn nothing_is_a_payload_too() {
        let mut rng = StdRng::seed_from_u64(2);
        let key = Key::random(&mut rng);
        assert!(open(&key, b"", &seal(&key, b"", b"", &mut rng)).unwrap().is_empty());
    }
}
