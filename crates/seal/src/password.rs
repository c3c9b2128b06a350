//! Passwords of accounts: Argon2id, as PHC strings.

use crate::cost::{Cost, checked};
use crate::error::Error;
use argon2::password_hash::PasswordHasher;
use argon2::password_hash::phc::PasswordHash;
use rand_core::CryptoRng;
use secrecy::SecretString;
use subtle::ConstantTimeEq;

/// What came of a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is right.
    Right,
    /// It is right, and was hashed at another cost than is asked now: hash it anew and keep that.
    Rehash,
    /// It is wrong, or there is no such account.
    Wrong,
}

/// A password as it is kept: a PHC string, which states its own cost and salt.
pub fn hash_password(password: &SecretString, cost: Cost, rng: &mut dyn CryptoRng) -> Result<String, Error> {
    let mut salt = [0; 16];
    rng.fill_bytes(&mut salt);
    let hash: PasswordHash = cost.argon2()?.hash_password_with_salt(checked(password)?, &salt).map_err(|_| Error::Cost)?;
    Ok(hash.to_string())
}

/// Whether the password is the one that was kept.
///
/// Without an account (`None`) it does the same work and says [`Verdict::Wrong`], so that time doesn't tell who has one.
pub fn verify_password(password: &SecretString, kept: Option<&str>, cost: Cost) -> Result<Verdict, Error> {
    let password = checked(password)?;
    let Some(kept) = kept else {
        let _: PasswordHash = cost.argon2()?.hash_password_with_salt(password, &[0; 16]).map_err(|_| Error::Cost)?;
        return Ok(Verdict::Wrong);
    };
    let kept = PasswordHash::new(kept).map_err(|_| Error::Damaged)?;
    let (Some(salt), Some(expected)) = (kept.salt.as_ref(), kept.hash.as_ref()) else {
        return Err(Error::Damaged);
    };
    let kept_cost = cost_of(&kept).ok_or(Error::Damaged)?;
    let given: PasswordHash = kept_cost.argon2()?.hash_password_with_salt(password, salt).map_err(|_| Error::Damaged)?;
    let same = given.hash.as_ref().is_some_and(|given| given.as_bytes().ct_eq(expected.as_bytes()).into());
    Ok(match same {
        false => Verdict::Wrong,
        true if kept_cost == cost => Verdict::Right,
        true => Verdict::Rehash,
    })
}

/// The cost that a hash states, if it is of the kind that we make.
fn cost_of(kept: &PasswordHash) -> Option<Cost> {
    let number = |name| kept.params.get_decimal(name);
    let ours = kept.algorithm.as_str() == "argon2id" && kept.version == Some(19) && number("p") == Some(1);
    ours.then_some(Cost { memory_kib: number("m")?, passes: number("t")? })
}
