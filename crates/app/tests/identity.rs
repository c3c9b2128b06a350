//! Means of signing in, four eyes and the broken glass, as the people of an office use them.

#![allow(clippy::unwrap_used)]

mod bench;

use app::Office;
use app::identity::{By, NewGrant, NewUser, SetUp, SignIn, Who};
use base::{Area, Instant, UserId};
use bench::Bench;
use seal::TotpSecret;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use store::AuditFilter;

const HOUR: i64 = 3600;

async fn empty() -> (Office, Arc<Bench>) {
    let (office, clock, _) = bench::empty("main").await;
    (office.served_at("https://amana.example.org").unwrap(), clock)
}

async fn demo() -> (Office, Arc<Bench>) {
    let (office, clock) = empty().await;
    office.begin_demo("Test").await.unwrap();
    (office, clock)
}

/// A session: its token, kept to ask anew at each request.
async fn enter(office: &Office, login: &str, password: Option<&str>, code: Option<&str>) -> Result<String, String> {
    let asked = SignIn { login: login.into(), password: password.map(str::to_owned), code: code.map(str::to_owned) };
    office.sign_in(&asked).await.map(|begun| begun.token().to_owned()).map_err(|problem| problem.code)
}

async fn as_demo(office: &Office, login: &str) -> Who {
    office.who(&enter(office, login, None, None).await.unwrap()).await.unwrap()
}

fn code<T>(result: Result<T, app::Problem>) -> String {
    result.err().map(|problem| problem.code).unwrap_or_default()
}

async fn user(office: &Office, login: &str) -> UserId {
    office.user_of(login).await.unwrap()
}

fn role(role: &str) -> NewGrant {
    NewGrant { role: role.into(), areas: BTreeSet::new(), until: None }
}

/// What the authenticator with this secret shows at a time.
fn shows(secret: &str, at: Instant) -> String {
    let bytes = data_encoding::BASE32_NOPAD.decode(secret.as_bytes()).unwrap();
    let secret = TotpSecret::from_bytes(&bytes).unwrap();
    (0..1_000_000).map(|n| format!("{n:06}")).find(|code| secret.check(code, at, None).is_some()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_code_opens_nothing_but_the_way_to_a_full_means() {
    let (office, clock) = empty().await;
    let set_up = SetUp { office: "Bangui".into(), agency: "A".into(), site: "S".into(), login: "Awa".into(), name: "Awa Zoumana".into() };
    let sheet = office.set_up(&set_up).await.unwrap();
    assert_eq!(code(office.set_up(&set_up).await), "office-is-set-up");
    assert_eq!(enter(&office, "awa", Some("0000-0000-0000-0000"), None).await, Err("wrong-sign-in".into()));
    assert_eq!(enter(&office, "boris", Some(&sheet.code), None).await, Err("wrong-sign-in".into()), "nobody else's");

    let token = enter(&office, "awa", Some(&sheet.code), None).await.unwrap();
    let who = office.who(&token).await.unwrap();
    let shown = office.signed_in(&who).await.unwrap();
    assert!(shown.limited && shown.pages.is_empty() && shown.roles.is_empty(), "{shown:?}");
    let boris = NewUser { login: "boris".into(), name: "Boris Danda".into() };
    assert_ne!(code(office.add_user((&who).into(), &boris).await), "");

    let other = office.who(&enter(&office, "awa", Some(&sheet.code), None).await.unwrap()).await.unwrap();
    let begun = office.begin_authenticator(&who).await.unwrap();
    let six = shows(&begun.secret, office.now());
    assert_eq!(code(office.finish_authenticator(&who, "too short".into(), &six).await), "password-too-short");
    assert_eq!(code(office.finish_authenticator(&who, "four words of mine".into(), "12345").await), "authenticator-wrong");
    let codes = office.finish_authenticator(&who, "four words of mine".into(), &six).await.unwrap().codes;
    let who = office.who(&token).await.unwrap();
    assert!(!office.signed_in(&who).await.unwrap().limited);
    assert_eq!(code(office.begin_passkey(&other).await), "access-step-up", "who else came in by the code can do no more");
    office.add_user((&who).into(), &boris).await.unwrap();

    let again = |password: &'static str, code: Option<String>| {
        let office = office.clone();
        async move { enter(&office, "awa", Some(password), code.as_deref()).await.map(drop) }
    };
    assert_eq!(enter(&office, "awa", Some(&sheet.code), None).await, Err("wrong-sign-in".into()), "a first code is used up");
    assert_eq!(again("four words of mine", None).await, Err("second-factor-needed".into()));
    assert_eq!(again("four words of mine", Some(six)).await, Err("wrong-sign-in".into()), "the code that confirmed it is used up");
    assert_eq!(again("four words of mine", Some(codes[3].clone())).await, Ok(()));
    assert_eq!(again("four words of mine", Some(codes[3].clone())).await, Err("wrong-sign-in".into()));
    assert_eq!(office.means(&who).await.unwrap().codes, 9);
    assert_eq!(code(office.remove_authenticator(&who).await), "last-means");

    // A code that nobody used in time is none.
    let sheet = office.reset_user(By::CommandLine, user(&office, "boris").await).await.unwrap();
    clock.0.fetch_add(7 * 24 * HOUR, Ordering::Relaxed);
    assert_eq!(enter(&office, "boris", Some(&sheet.code), None).await, Err("wrong-sign-in".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_ends_what_was_tells_its_holder_and_is_in_the_audit() {
    let (office, clock) = demo().await;
    let jonas = as_demo(&office, "jonas").await;
    let amina = enter(&office, "amina", None, None).await.unwrap();
    let id = user(&office, "amina").await;
    clock.0.fetch_add(601, Ordering::Relaxed);
    assert_eq!(code(office.reset_user((&jonas).into(), id).await), "access-step-up");
    let jonas = as_demo(&office, "jonas").await;
    assert_eq!(code(office.reset_user((&jonas).into(), jonas.subject.user).await), "own-account");
    let sheet = office.reset_user((&jonas).into(), id).await.unwrap();
    assert_eq!(code(office.who(&amina).await), "signed-out");
    let who = office.who(&enter(&office, "amina", Some(&sheet.code), None).await.unwrap()).await.unwrap();
    let notices = office.signed_in(&who).await.unwrap().notices;
    assert_eq!(notices.iter().map(|n| n.code.as_str()).collect::<Vec<_>>(), ["sign-in-reset"]);
    assert_eq!(code(office.understood(&jonas, notices[0].id).await), "not-found", "of someone else");
    office.understood(&who, notices[0].id).await.unwrap();
    assert!(office.signed_in(&who).await.unwrap().notices.is_empty());
    let done: Vec<_> = office.store.audit(&office.feed, AuditFilter::default(), 50).await.unwrap().into_iter().map(|l| l.action).collect();
    assert!(done.contains(&"reset_account".to_owned()), "{done:?}");

    office.end_user((&jonas).into(), id).await.unwrap();
    assert_eq!(enter(&office, "amina", Some(&sheet.code), None).await, Err("wrong-sign-in".into()));
    office.open_user((&jonas).into(), id).await.unwrap();
    assert!(enter(&office, "amina", Some(&sheet.code), None).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strict_grant_needs_another_person_and_ends_at_the_next_request() {
    let (office, clock) = demo().await;
    let (jonas, ines) = (as_demo(&office, "jonas").await, as_demo(&office, "ines").await);
    let amina = user(&office, "amina").await;
    assert_eq!(office.grant((&jonas).into(), amina, &role("site_manager")).await.unwrap(), None, "an open area needs one");
    let id = office.grant((&jonas).into(), amina, &role("cp_caseworker")).await.unwrap().unwrap();
    let token = enter(&office, "amina", None, None).await.unwrap();
    let holds = |wanted: &'static str| {
        let (office, token) = (office.clone(), token.clone());
        async move { office.signed_in(&office.who(&token).await.unwrap()).await.unwrap().roles.iter().any(|role| role == wanted) }
    };
    assert!(!holds("cp_caseworker").await, "proposed is not given");
    assert_eq!(code(office.approve_grant(&jonas, id).await), "grant-needs-four-eyes", "who proposed it");
    let holder = office.grant((&jonas).into(), ines.subject.user, &role("cp_caseworker")).await.unwrap().unwrap();
    assert_eq!(code(office.approve_grant(&ines, holder).await), "grant-to-oneself", "who will hold it");
    assert_ne!(code(office.approve_grant(&as_demo(&office, "chantal").await, id).await), "", "who gives no grants");
    let seen = office.proposals(&ines).await.unwrap();
    assert_eq!(seen.iter().map(|p| (p.id, p.may_approve)).collect::<Vec<_>>(), [(id, true), (holder, false)]);
    assert_eq!(office.signed_in(&ines).await.unwrap().to_decide, 1);
    office.approve_grant(&ines, id).await.unwrap();
    assert!(holds("cp_caseworker").await);
    assert_eq!(code(office.approve_grant(&ines, id).await), "not-found", "given once");
    let given = office.store.grants(&office.feed, Some(amina)).await.unwrap();
    let given = given.iter().find(|g| g.grant.role.as_str() == "cp_caseworker").unwrap();
    assert_eq!((given.given.by, given.given.approved_by), (Some(jonas.subject.user), Some(ines.subject.user)));
    office.end_grant((&jonas).into(), given.id).await.unwrap();
    assert!(!holds("cp_caseworker").await, "the next request");

    office.decline_grant(&jonas, holder).await.unwrap();
    let id = office.grant(By::CommandLine, amina, &role("gbv_caseworker")).await.unwrap().unwrap();
    clock.0.fetch_add(7 * 24 * HOUR, Ordering::Relaxed);
    let ines = as_demo(&office, "ines").await;
    assert_eq!(code(office.approve_grant(&ines, id).await), "not-found", "it lapsed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_glass_ends_by_itself_and_by_hand_and_another_looks_at_it() {
    let (office, clock) = demo().await;
    let boris = as_demo(&office, "boris").await;
    let areas = BTreeSet::from([Area::known("general")]);
    let reason = "A child is alone at the gate and no one knows the family";
    for _ in 0..2 {
        office.break_glass(&boris, &areas, reason, 4).await.unwrap();
    }
    let own = |office: Office| async move { office.glasses(&as_demo(&office, "boris").await).await.unwrap() };
    let glasses = own(office.clone()).await;
    assert!(glasses.iter().all(|g| g.open && g.own && !g.may_look) && glasses.len() == 2, "{glasses:?}");
    let first = glasses[0].id;
    let (chantal, amina) = (as_demo(&office, "chantal").await, as_demo(&office, "amina").await);
    assert_eq!(office.signed_in(&chantal).await.unwrap().to_decide, 2, "those responsible are told");
    assert!(office.glasses(&amina).await.unwrap().is_empty());
    assert_eq!(code(office.close_glass(&chantal, first).await), "not-found", "of someone else");
    office.close_glass(&boris, first).await.unwrap();
    assert_eq!(own(office.clone()).await.iter().filter(|g| g.open).count(), 1, "by hand");
    clock.0.fetch_add(4 * HOUR, Ordering::Relaxed);
    assert_eq!(own(office.clone()).await.iter().filter(|g| g.open).count(), 0, "by itself");

    assert_eq!(code(office.look(&amina, first, true, "x").await), "not-found", "who isn't to look");
    assert_eq!(code(office.look(&as_demo(&office, "boris").await, first, true, "x").await), "not-found");
    assert_eq!(code(office.look(&chantal, first, true, " ").await), "look-unsaid");
    office.look(&chantal, first, false, "the family was known to the desk").await.unwrap();
    assert_eq!(code(office.look(&chantal, first, true, "again").await), "look-given");
    let boris = as_demo(&office, "boris").await;
    let looked = office.glasses(&boris).await.unwrap().into_iter().find(|g| g.id == first).unwrap().look.unwrap();
    assert_eq!((looked.by.as_str(), looked.justified), ("Chantal (demo)", false));
    assert_eq!(office.signed_in(&boris).await.unwrap().notices[0].code, "glass-not-justified");
    assert_eq!(office.signed_in(&chantal).await.unwrap().to_decide, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_tries_stop_one_login_and_no_other_and_wrong_passkeys_none() {
    let (office, clock) = demo().await;
    for _ in 0..10 {
        assert_eq!(enter(&office, "amina", Some("wrong"), None).await, Err("wrong-sign-in".into()));
    }
    // What was counted lies in the store: another process, or this one started again, counts on.
    assert_eq!(enter(&office.clone(), "amina", None, None).await, Err("too-many-tries".into()));
    assert!(enter(&office, "boris", None, None).await.is_ok());
    clock.0.fetch_add(15 * 60, Ordering::Relaxed);
    assert!(enter(&office, "amina", None, None).await.is_ok());

    let asked = office.ask_passkey().await.unwrap();
    assert_eq!(asked.options["rpId"], "amana.example.org");
    let answer = app::identity::PasskeyAnswer { ceremony: asked.ceremony, credential: serde_json::json!({}), name: String::new() };
    assert_eq!(office.sign_in_by_passkey(&answer).await.err().unwrap().code, "passkey-refused");
    let options = office.begin_passkey(&as_demo(&office, "amina").await).await.unwrap().options;
    assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
}
