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
