//! Giving grants and breaking the glass, by the table that is shipped.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use access::{
    Action, Decision, Eyes, Grant, GrantRefusal, Limits, Policy, Proposal, Refusal, Resource, Subject, Why, Width, break_glass,
    check_grant, decide, grant_needs, second_look_due,
};
use base::{AgencyId, Area, Instant, SiteId, UserId, Uuid};
use std::collections::BTreeSet;

const NOW: Instant = Instant(1_000_000);
const HOUR: i64 = 3600;
const REASON: &str = "Armed men are searching the site for her";

fn policy() -> Policy {
    Policy::read("roles.toml", include_str!("../../../content/access/roles.toml")).0.unwrap()
}

fn grant(role: &str) -> Grant {
    Grant { role: role.parse().unwrap(), limits: Limits::default(), from: NOW, until: None, why: Why::Normal }
}

fn areas(names: &[&str]) -> BTreeSet<Area> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

fn user(n: u128) -> UserId {
    UserId(Uuid::from_u128(n))
}

#[test]
fn four_eyes_where_it_reaches_a_strict_or_hidden_area() {
    let policy = policy();
    for (role, eyes) in [
        ("registration_clerk", Eyes::Two),
        ("movement_officer", Eyes::Two),
        ("auditor", Eyes::Two),
        ("cp_caseworker", Eyes::Four),
        ("gbv_caseworker", Eyes::Four),
        ("psea_focal", Eyes::Four),
        ("supervisor", Eyes::Four),
    ] {
        assert_eq!(grant_needs(&policy, &grant(role)), eyes, "{role}");
    }
    let mut legal_only = grant("supervisor");
    legal_only.limits.areas = Some(areas(&["legal", "general"]));
    assert_eq!(grant_needs(&policy, &legal_only), Eyes::Two);
}

#[test]
fn who_may_give_what_to_whom() {
    let policy = policy();
    let check = |to, grant: &Grant, proposed_by, approved_by| {
        check_grant(&policy, &Proposal { to, grant: grant.clone(), proposed_by, approved_by })
    };
    let (ana, ben, eve) = (user(1), user(2), user(3));
    let (clerk, gbv) = (grant("registration_clerk"), grant("gbv_caseworker"));
    assert_eq!(check(ana, &clerk, ben, None), Ok(()));
    assert_eq!(check(ana, &clerk, ana, None), Err(GrantRefusal::ToOneself));
    assert_eq!(check(ana, &gbv, ben, None), Err(GrantRefusal::NeedsFourEyes));
    assert_eq!(check(ana, &gbv, ben, Some(ben)), Err(GrantRefusal::NeedsFourEyes));
    assert_eq!(check(ana, &gbv, ben, Some(ana)), Err(GrantRefusal::ToOneself));
    assert_eq!(check(ana, &gbv, ben, Some(eve)), Ok(()));
    assert_eq!(check(ana, &grant("nobody"), ben, Some(eve)), Err(GrantRefusal::UnknownRole));
    assert_eq!(check(ana, &Grant { until: Some(NOW), ..clerk.clone() }, ben, None), Err(GrantRefusal::NoTime));
    assert_eq!(check(ana, &Grant { why: Why::BreakGlass { reason: REASON.into() }, ..clerk }, ben, Some(eve)), Err(GrantRefusal::NotGiven));
}

/// A caseworker for children, at site 1.
fn worker() -> Subject {
    Subject {
        user: user(1),
        agency: AgencyId(Uuid::from_u128(1)),
        teams: BTreeSet::new(),
        sites: BTreeSet::from([SiteId(Uuid::from_u128(1))]),
        grants: vec![grant("cp_caseworker")],
        stepped_up: Some(NOW),
    }
}

/// Someone at site 1 with whom she has nothing to do.
fn stranger() -> Resource {
    Resource {
        kind: "person".parse().unwrap(),
        area: "general".parse().unwrap(),
        agency: AgencyId(Uuid::from_u128(1)),
        team: None,
        site: Some(SiteId(Uuid::from_u128(1))),
        assigned: BTreeSet::new(),
        withheld_from: BTreeSet::new(),
    }
}

#[test]
fn a_broken_glass_opens_for_its_time_to_list_and_read_and_no_more() {
    let policy = policy();
    let mut who = worker();
    let ask = |who: &Subject, action, resource: &Resource, group: &str, at: Instant| {
        decide(&policy, who, action, resource, &group.parse().unwrap(), &"emergency".parse().unwrap(), at)
    };
    assert!(!matches!(ask(&who, Action::Read, &stranger(), "identity", NOW), Decision::Permit { .. }));
    let opened = break_glass(&policy, &who, &areas(&["general", "gbv"]), REASON, 2, NOW).unwrap();
    assert_eq!(opened.second_look, NOW.plus_seconds(72 * HOUR));
    assert_eq!(opened.notify.iter().map(|role| role.as_str()).collect::<Vec<_>>(), ["dp_focal", "supervisor"]);
    assert_eq!(second_look_due(&policy, &opened.grants[0]), Some(opened.second_look));
    assert_eq!(second_look_due(&policy, &grant("cp_caseworker")), None);
    assert_eq!(opened.grants.len(), 1);
    assert_eq!(opened.grants[0].limits.areas, Some(areas(&["general"])));
    who.grants.extend(opened.grants);

    let end = NOW.plus_seconds(2 * HOUR);
    for (at, open) in [(NOW, true), (Instant(end.0 - 1), true), (end, false)] {
        let answer = ask(&who, Action::Read, &stranger(), "identity", at);
        assert_eq!(matches!(answer, Decision::Permit { break_glass: true, .. }), open, "{at}");
    }
    for (action, group) in
        [(Action::Write, "identity"), (Action::Export, "identity"), (Action::Read, "narrative"), (Action::Read, "consent")]
    {
        assert!(!matches!(ask(&who, action, &stranger(), group, NOW), Decision::Permit { .. }), "{action} {group}");
    }
    let elsewhere = Resource { site: Some(SiteId(Uuid::from_u128(2))), ..stranger() };
    assert_eq!(ask(&who, Action::Read, &elsewhere, "identity", NOW), Decision::NotFound);
    let hidden = Resource { area: "gbv".parse().unwrap(), kind: "case".parse().unwrap(), ..stranger() };
    assert_eq!(ask(&who, Action::Read, &hidden, "identity", NOW), Decision::NotFound);
}

#[test]
fn what_breaking_the_glass_asks_for() {
    let policy = policy();
    let attempt = |who: &Subject, names: &[&str], reason, hours| break_glass(&policy, who, &areas(names), reason, hours, NOW);
    assert_eq!(attempt(&worker(), &["gbv"], REASON, 1).map(|_| ()), Err(Refusal::NoGrant));
    assert_eq!(attempt(&worker(), &[], REASON, 1).map(|_| ()), Err(Refusal::NoGrant));
    assert_eq!(attempt(&worker(), &["general"], "  urgent            ", 1).map(|_| ()), Err(Refusal::Reason { shortest: 20 }));
    for stepped_up in [None, Some(Instant(NOW.0 - 601)), Some(Instant(NOW.0 + 1))] {
        let stale = Subject { stepped_up, ..worker() };
        assert_eq!(attempt(&stale, &["general"], REASON, 1).map(|_| ()), Err(Refusal::StepUp));
    }
    for (hours, open) in [(0, 1), (24, 24), (1000, 24)] {
        let opened = attempt(&worker(), &["general"], REASON, hours).unwrap();
        assert_eq!(opened.grants[0].until, Some(NOW.plus_seconds(open * HOUR)));
    }
}

#[test]
fn a_broken_glass_can_t_break_the_next_and_an_ended_grant_breaks_none() {
    let policy = policy();
    let mut who = worker();
    who.grants = break_glass(&policy, &who, &areas(&["general"]), REASON, 1, NOW).unwrap().grants;
    assert_eq!(break_glass(&policy, &who, &areas(&["general"]), REASON, 1, NOW).map(|_| ()), Err(Refusal::NoGrant));
    let mut ended = worker();
    ended.grants[0].until = Some(NOW);
    assert_eq!(break_glass(&policy, &ended, &areas(&["general"]), REASON, 1, NOW).map(|_| ()), Err(Refusal::NoGrant));
    let mut leaving = worker();
    leaving.grants[0].until = Some(Instant(NOW.0 + 60));
    let opened = break_glass(&policy, &leaving, &areas(&["general"]), REASON, 1, NOW).unwrap();
    assert_eq!(opened.grants[0].until, leaving.grants[0].until, "it ends with the grant behind it");
    let mut narrowed = worker();
    narrowed.grants[0].limits.scope = Some(Width::Own);
    narrowed.grants.extend(break_glass(&policy, &narrowed, &areas(&["general"]), REASON, 1, NOW).unwrap().grants);
    let answer = decide(&policy, &narrowed, Action::Read, &stranger(), &"identity".parse().unwrap(), &"emergency".parse().unwrap(), NOW);
    assert_eq!(answer, Decision::NotFound, "a grant's limits hold behind broken glass too");
}
