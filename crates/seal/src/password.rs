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

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    const QUICK: Cost = Cost { memory_kib: 8, passes: 1 };

    #[test]
    fn right_wrong_and_no_account() {
        let mut rng = StdRng::seed_from_u64(6);
        let kept = hash_password(&"correct horse".into(), QUICK, &mut rng).unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{kept}");
        assert_ne!(hash_password(&"correct horse".into(), QUICK, &mut rng).unwrap(), kept);
        let verdict = |password: &str, kept, cost| verify_password(&password.into(), kept, cost);
        assert_eq!(verdict("correct horse", Some(&kept), QUICK), Ok(Verdict::Right));
        assert_eq!(verdict("correct horse", Some(&kept), Cost { memory_kib: 16, passes: 1 }), Ok(Verdict::Rehash));
        assert_eq!(verdict("Correct horse", Some(&kept), QUICK), Ok(Verdict::Wrong));
        assert_eq!(verdict("correct horse", None, QUICK), Ok(Verdict::Wrong));
        assert_eq!(verdict("", Some(&kept), QUICK), Err(Error::Length));
    }

    #[test]
    fn no_altered_hash_lets_anyone_in() {
        let mut rng = StdRng::seed_from_u64(7);
        let kept = hash_password(&"correct horse".into(), QUICK, &mut rng).unwrap();
        for index in 0..kept.len() {
            for other in ["0", "$", "a", "Z", "9"].into_iter().filter(|other| !kept[index..].starts_with(other)) {
                let altered = format!("{}{other}{}", &kept[..index], &kept[index + 1..]);
                let verdict = verify_password(&"correct horse".into(), Some(&altered), QUICK);
                assert!(matches!(verdict, Ok(Verdict::Wrong) | Err(_)), "{altered}: {verdict:?}");
            }
        }
        for broken in ["", "$", "$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "$argon2id$v=19$m=4294967295,t=1,p=1$AAAA$AAAA"] {
            assert!(verify_password(&"x".into(), Some(broken), QUICK).is_err(), "{broken}");
        }
    }
}
