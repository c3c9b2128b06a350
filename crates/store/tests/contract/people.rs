//! Accounts, credentials, sessions, grants and settings.

use crate::common::*;
use access::{Grant, Limits, Why};
use base::{AgencyId, Instant, Sensitive, SiteId, UserId};
use seal::SessionToken;
use store::{Account, AuditFilter, Credential, Error, Given, Granted, Look, Session, Unit, UnitKind, Waiting, Witnessed};

contract! {
    accounts_read_back_and_logins_are_one_persons,
    a_session_knows_who_asks_until_it_ends,
    a_grant_ends_at_the_next_request,
    a_credential_is_used_once_by_one,
    what_waits_is_taken_once_and_not_after_its_end,
    tries_are_counted_together,
    units_and_settings_read_back,
}

fn account(login: &str) -> Account {
    let (teams, sites) = ([team(7)].into(), [site(8), site(9)].into());
    Account {
        user: UserId(fresh()),
        login: login.into(),
        name: format!("{login} Zoumana"),
        agency: AGENCY,
        teams,
        sites,
        created: AT,
        ended: None,
    }
}

fn grant(until: Option<Instant>) -> Grant {
    Grant { role: "caseworker".parse().unwrap(), limits: Limits::default(), from: AT, until, why: Why::Normal }
}

/// An act without a record.
fn acts(action: &str, at: Instant) -> Witnessed {
    let act = store::Act { actor: None, action: action.into(), record: None, compartments: vec![], purpose: None };
    Witnessed { at, acts: vec![act] }
}

async fn accounts_read_back_and_logins_are_one_persons(bed: &Bed) {
    let (feed, mut awa, mut issa) = (feed(), account("awa"), account("issa"));
    for account in [&awa, &issa] {
        bed.store.put_account(&feed, account, &acts("add_account", AT)).await.unwrap();
    }
    assert_eq!(bed.store.find_login(&feed, "awa").await.unwrap().as_ref(), Some(&awa));
    assert_eq!(bed.store.find_login(&feed, "nobody").await.unwrap(), None);
    issa.login = "awa".into();
    assert!(matches!(bed.store.put_account(&feed, &issa, &acts("x", AT)).await, Err(Error::Contradiction("login"))));
    awa.login = "awa2".into();
    awa.agency = AgencyId(id(5));
    (awa.teams, awa.sites, awa.ended) = ([].into(), [site(1)].into(), Some(AT));
    bed.store.put_account(&feed, &awa, &acts("change_account", AT)).await.unwrap();
    bed.store.put_account(&feed, &issa, &acts("change_account", AT)).await.unwrap();
    assert_eq!(bed.store.find_account(&feed, awa.user).await.unwrap().as_ref(), Some(&awa));
    assert_eq!(bed.store.find_login(&feed, "awa").await.unwrap().as_ref(), Some(&issa));
    let mut both = vec![awa, issa];
    both.sort_by_key(|a| a.user);
    assert_eq!(bed.store.accounts(&feed).await.unwrap(), both);
    let links = bed.store.audit(&feed, AuditFilter::default(), 9).await.unwrap();
    assert_eq!(links.len(), 4, "what was refused is not in the audit as done");
    assert!(bed.store.accounts(&"other".parse().unwrap()).await.unwrap().is_empty(), "feeds don't mix");
}

async fn a_session_knows_who_asks_until_it_ends(bed: &Bed) {
    let (feed, awa) = (feed(), account("awa"));
    bed.store.put_account(&feed, &awa, &acts("add_account", AT)).await.unwrap();
    let new = || SessionToken::random(&mut seal::system_random()).digest();
    let session =
        |token| Session { token, user: awa.user, created: AT, used: AT, ends: AT.plus_seconds(1000), stepped_up: None, limited: false };
    let (one, two) = (new(), new());
    for token in [one, two] {
        bed.store.begin_session(&feed, &session(token), &acts("sign_in", AT)).await.unwrap();
    }
    let at = |seconds| AT.plus_seconds(seconds);
    let found = bed.store.find_session(&feed, one, at(10), 300).await.unwrap().unwrap();
    assert_eq!((&found.account, found.session), (&awa, session(one)));
    assert_eq!((found.subject.user, found.subject.sites), (awa.user, awa.sites.clone()));
    assert!(bed.store.find_session(&feed, new(), at(10), 300).await.unwrap().is_none());
    assert!(bed.store.find_session(&feed, one, at(300), 300).await.unwrap().is_none(), "idle");
    // Each use puts the idle end off, the last end stays.
    for second in [200, 400, 600, 800, 990] {
        assert!(bed.store.find_session(&feed, one, at(second), 300).await.unwrap().is_some(), "{second}");
    }
    assert!(bed.store.find_session(&feed, one, at(1000), 300).await.unwrap().is_none(), "its end");
    bed.store.step_up(&feed, one, &acts("step_up", at(900))).await.unwrap();
    assert_eq!(bed.store.find_session(&feed, one, at(950), 300).await.unwrap().unwrap().subject.stepped_up, Some(at(900)));
    bed.store.end_sessions(&feed, awa.user, Some(one), &acts("sign_out", at(960))).await.unwrap();
    assert!(bed.store.find_session(&feed, one, at(961), 300).await.unwrap().is_none());
    assert!(bed.store.find_session(&feed, two, at(100), 300).await.unwrap().is_some());
    let ended = Account { ended: Some(at(50)), ..awa.clone() };
    bed.store.put_account(&feed, &ended, &acts("end_account", AT)).await.unwrap();
    assert!(bed.store.find_session(&feed, two, at(100), 300).await.unwrap().is_none(), "an ended account");
    bed.store.put_account(&feed, &awa, &acts("x", AT)).await.unwrap();
    bed.store.end_sessions(&feed, awa.user, None, &acts("sign_out", AT)).await.unwrap();
    assert!(bed.store.find_session(&feed, two, at(100), 300).await.unwrap().is_none());
}

async fn a_grant_ends_at_the_next_request(bed: &Bed) {
    let (feed, awa) = (feed(), account("awa"));
    bed.store.put_account(&feed, &awa, &acts("add_account", AT)).await.unwrap();
    let token = SessionToken::random(&mut seal::system_random()).digest();
    let session = Session { token, user: awa.user, created: AT, used: AT, ends: AT.plus_seconds(1000), stepped_up: None, limited: false };
    bed.store.begin_session(&feed, &session, &acts("sign_in", AT)).await.unwrap();
    let mut granted = Granted { id: fresh(), user: awa.user, grant: grant(None), given: Given::default() };
    bed.store.put_grant(&feed, &granted, &acts("grant", AT)).await.unwrap();
    let now = AT.plus_seconds(10);
    let live = |signed: store::SignedIn| signed.subject.grants.iter().filter(|g| g.is_live(now)).count();
    assert_eq!(live(bed.store.find_session(&feed, token, now, 300).await.unwrap().unwrap()), 1);
    granted.grant.until = Some(now);
    bed.store.put_grant(&feed, &granted, &acts("end_grant", now)).await.unwrap();
    assert_eq!(live(bed.store.find_session(&feed, token, now, 300).await.unwrap().unwrap()), 0);
    granted.grant.until = None;
    granted.given.look = Some(Look { by: USER, at: now, justified: true, remarks: "seen".into() });
    bed.store.put_grant(&feed, &granted, &acts("look", now)).await.unwrap();
    // A session without a full means of signing in counts no grant, until its holder proves who they are with one.
    let token = SessionToken::random(&mut seal::system_random()).digest();
    bed.store.begin_session(&feed, &Session { token, limited: true, ..session }, &acts("sign_in", AT)).await.unwrap();
    assert_eq!(live(bed.store.find_session(&feed, token, now, 300).await.unwrap().unwrap()), 0);
    bed.store.step_up(&feed, token, &acts("step_up", now)).await.unwrap();
    assert_eq!(live(bed.store.find_session(&feed, token, now, 300).await.unwrap().unwrap()), 1);
    // The identifier of a grant never moves to someone else.
    let other = Granted { user: UserId(fresh()), ..granted.clone() };
    bed.store.put_grant(&feed, &other, &acts("grant", now)).await.unwrap_err();
    assert_eq!(bed.store.grants(&feed, None).await.unwrap(), [granted]);
}

async fn what_waits_is_taken_once_and_not_after_its_end(bed: &Bed) {
    let feed = feed();
    let waits = |text: &str, seconds| Waiting { id: fresh(), ends: AT.plus_seconds(seconds), what: text.to_owned() };
    let (one, two, over) = (waits("one", 10), waits("two", 20), waits("over", 5));
    for waiting in [&one, &two, &over] {
        bed.store.put_waiting(&feed, "a", waiting, &acts("ask", AT)).await.unwrap();
    }
    bed.store.put_waiting(&feed, "b", &waits("other", 10), &acts("ask", AT)).await.unwrap();
    let again = Waiting { what: "one again".to_owned(), ..one.clone() };
    bed.store.put_waiting(&feed, "a", &again, &acts("ask", AT)).await.unwrap();
    let now = AT.plus_seconds(5);
    let mut both = [again, two.clone()];
    both.sort_by_key(|waiting| waiting.id);
    assert_eq!(bed.store.waiting::<String>(&feed, "a", now).await.unwrap(), both);
    let take = |id, seconds| {
        let (store, feed) = (bed.store.clone(), feed.clone());
        async move { store.take_waiting::<String>(&feed, "a", id, &acts("answer", AT.plus_seconds(seconds))).await }
    };
    assert!(matches!(take(over.id, 5).await, Err(Error::NotFound)), "its end");
    let both = tokio::join!(take(one.id, 6), take(one.id, 6));
    assert_eq!([both.0.is_ok(), both.1.is_ok()].into_iter().filter(|taken| *taken).count(), 1);
    assert_eq!(take(two.id, 7).await.unwrap(), "two");
    assert_eq!(bed.store.waiting::<String>(&feed, "a", now).await.unwrap(), []);
}

async fn a_credential_is_used_once_by_one(bed: &Bed) {
    let (feed, user) = (feed(), USER);
    let secret = |text: &str| Sensitive::new(text.as_bytes().to_vec());
    let totp = Credential { id: fresh(), user, kind: "totp".into(), secret: secret("step 1"), created: AT, used: None };
    bed.store.add_credential(&feed, &totp, &acts("add", AT)).await.unwrap();
    let uses: Vec<_> = (0..8)
        .map(|_| {
            let (store, was, feed) = (bed.store.clone(), totp.clone(), feed.clone());
            tokio::spawn(async move { store.use_credential(&feed, &was, b"step 2", &acts("use", AT)).await.is_ok() })
        })
        .collect();
    let mut used = 0;
    for one in uses {
        used += usize::from(one.await.unwrap());
    }
    assert_eq!(used, 1, "the same six digits sign in once");
    let now = Credential { secret: secret("step 2"), used: Some(AT), ..totp };
    assert_eq!(bed.store.credentials(&feed, user).await.unwrap(), std::slice::from_ref(&now));
    bed.store.remove_credential(&feed, user, now.id, &acts("remove", AT)).await.unwrap();
    assert!(matches!(bed.store.remove_credential(&feed, user, now.id, &acts("remove", AT)).await, Err(Error::NotFound)));
    assert!(bed.store.credentials(&feed, user).await.unwrap().is_empty());
}

async fn tries_are_counted_together(bed: &Bed) {
    let feed = feed();
    for n in 1..=3 {
        assert_eq!(bed.store.count_try(&feed, "sign in as awa", AT.plus_seconds(n), 60).await.unwrap(), u32::try_from(n).unwrap());
    }
    assert_eq!(bed.store.count_try(&feed, "sign in as issa", AT, 60).await.unwrap(), 1);
    assert_eq!(bed.store.count_try(&feed, "sign in as awa", AT.plus_seconds(61), 60).await.unwrap(), 1, "a new window");
    bed.store.forget_tries(&feed, "sign in as issa").await.unwrap();
    assert_eq!(bed.store.count_try(&feed, "sign in as issa", AT, 60).await.unwrap(), 1);
}

async fn units_and_settings_read_back(bed: &Bed) {
    let feed = feed();
    let agency = Unit { kind: UnitKind::Agency, id: AGENCY.0, parent: None, name: "IOM".into() };
    let mut camp = Unit { kind: UnitKind::Site, id: SiteId(id(8)).0, parent: Some(AGENCY.0), name: "M'Poko".into() };
    for unit in [&camp, &agency] {
        bed.store.put_unit(&feed, unit, &acts("add_unit", AT)).await.unwrap();
    }
    camp.name = "Mpoko".into();
    bed.store.put_unit(&feed, &camp, &acts("rename_unit", AT)).await.unwrap();
    assert_eq!(bed.store.units(&feed).await.unwrap(), [agency, camp]);
    assert_eq!(bed.store.find_setting(&feed, "office").await.unwrap(), None);
    for value in [serde_json::json!({"name": "Bangui"}), serde_json::json!(7)] {
        bed.store.put_setting(&feed, "office", &value, &acts("set", AT)).await.unwrap();
        assert_eq!(bed.store.find_setting(&feed, "office").await.unwrap(), Some(value));
    }
    assert!(bed.store.verify(&feed, &bed.keys.signer().verifier(), None).await.unwrap().is_empty());
}
