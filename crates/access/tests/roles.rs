//! The table that is shipped, against who sees what in the field (individual-case practice, as the roles' `about` says it).
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use access::{Action, Decision, Grant, Limits, Policy, Refusal, Resource, Secrecy, Subject, Why, Width, decide, scope};
use base::{AgencyId, Instant, SiteId, TeamId, UserId, Uuid};
use std::collections::BTreeSet;

const NOW: Instant = Instant(1_000_000);

fn policy() -> Policy {
    let (policy, findings) = Policy::read("content/access/roles.toml", include_str!("../../../content/access/roles.toml"));
    policy.unwrap_or_else(|| panic!("{findings:?}"))
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn grant(role: &str) -> Grant {
    Grant { role: role.parse().unwrap(), limits: Limits::default(), from: Instant(0), until: None, why: Why::Normal }
}

/// User 1 of agency 1, in team 1 at site 1, freshly proved.
fn subject(role: &str) -> Subject {
    Subject {
        user: UserId(id(1)),
        agency: AgencyId(id(1)),
        teams: BTreeSet::from([TeamId(id(1))]),
        sites: BTreeSet::from([SiteId(id(1))]),
        grants: vec![grant(role)],
        stepped_up: Some(NOW),
    }
}

/// A record that is the subject's own, and of their team, site and agency.
fn own(area: &str, kind: &str) -> Resource {
    Resource {
        kind: kind.parse().unwrap(),
        area: area.parse().unwrap(),
        agency: AgencyId(id(1)),
        team: Some(TeamId(id(1))),
        site: Some(SiteId(id(1))),
        assigned: BTreeSet::from([UserId(id(1))]),
        withheld_from: BTreeSet::new(),
    }
}

/// What comes of an action on a group for any purpose: a permit if one permits, else the best answer of all.
fn best(policy: &Policy, subject: &Subject, action: Action, resource: &Resource, group: &str) -> Decision {
    let group = group.parse().unwrap();
    let mut answers: Vec<Decision> =
        policy.purposes.iter().map(|purpose| decide(policy, subject, action, resource, &group, purpose, NOW)).collect();
    answers.sort_by_key(|a| match a {
        Decision::Permit { .. } => 0,
        Decision::Refuse(_) => 1,
        Decision::NotFound => 2,
    });
    answers.remove(0)
}

fn permits(policy: &Policy, subject: &Subject, action: Action, resource: &Resource, group: &str) -> bool {
    matches!(best(policy, subject, action, resource, group), Decision::Permit { .. })
}

#[test]
fn each_role_reads_what_its_work_needs_and_no_more() {
    let policy = policy();
    let data = [
        ("general", "person", "identity"),
        ("general", "person", "needs"),
        ("child_protection", "case", "narrative"),
        ("gbv", "case", "narrative"),
        ("trafficking", "case", "narrative"),
        ("mhpss", "assessment", "health"),
        ("legal", "case", "legal"),
        ("hlp", "case", "narrative"),
        ("resettlement", "case", "narrative"),
        ("movement", "movement", "identity"),
        ("tracing", "inquiry", "identity"),
        ("complaint", "case", "alleged"),
        ("office", "audit", "card"),
    ];
    for (role, reads) in [
        ("registration_clerk", "r------------"),
        ("cp_caseworker", "rrr----------"),
        ("gbv_caseworker", "rr-r---------"),
        ("ct_caseworker", "rr--r--------"),
        ("mhpss_provider", "rr---r-------"),
        ("legal_officer", "rr----rr-----"),
        ("resettlement_officer", "rr------r----"),
        ("supervisor", "rrr---rrr-r--"),
        ("gbv_supervisor", "rr-r---------"),
        ("ct_supervisor", "rr--r--------"),
        ("mhpss_supervisor", "rr---r-------"),
        ("movement_officer", "rr-------r---"),
        ("protection_officer", "rr-----------"),
        ("site_manager", "-r-----------"),
        ("tracing_officer", "r---------r--"),
        ("data_officer", "rr-----------"),
        ("dp_focal", "rrr---rrrrr-r"),
        ("psea_focal", "-----------r-"),
        ("admin", "-------------"),
        ("auditor", "------------r"),
    ] {
        let who = subject(role);
        let found: String = data
            .iter()
            .map(|(area, kind, group)| if permits(&policy, &who, Action::Read, &own(area, kind), group) { 'r' } else { '-' })
            .collect();
        assert_eq!(found, reads, "{role}");
    }
    assert_eq!(policy.roles.len(), 20);
}

#[test]
fn no_one_outside_learns_that_a_hidden_record_exists() {
    let policy = policy();
    let hidden = policy.areas.iter().filter(|(_, secrecy)| **secrecy == Secrecy::Hidden).map(|(area, _)| area.as_str());
    for area in hidden.clone() {
        let insiders: Vec<&str> = match area {
            "gbv" => vec!["gbv_caseworker", "gbv_supervisor"],
            "trafficking" => vec!["ct_caseworker", "ct_supervisor"],
            _ => vec!["psea_focal"],
        };
        for role in policy.roles.keys().filter(|role| !insiders.contains(&role.as_str())) {
            let who = subject(role.as_str());
            for kind in ["case", "incident", "referral", "note", "consent", "person"] {
                for group in &policy.groups {
                    for action in Action::ALL.into_iter().filter(|action| *action != Action::Create) {
                        let answer = best(&policy, &who, action, &own(area, kind), group.as_str());
                        assert_eq!(answer, Decision::NotFound, "{role}: {action} {area} {kind} {group}");
                    }
                }
            }
        }
    }
    assert_eq!(hidden.count(), 3);
}

#[test]
fn nothing_about_a_person_crosses_from_one_agency_to_another() {
    let policy = policy();
    for role in policy.roles.keys() {
        let who = subject(role.as_str());
        for area in policy.areas.keys().filter(|area| area.as_str() != "office") {
            for kind in &policy.kinds {
                let theirs = Resource { agency: AgencyId(id(2)), ..own(area.as_str(), kind.as_str()) };
                for group in &policy.groups {
                    for action in Action::ALL.into_iter().filter(|action| *action != Action::Create) {
                        assert_eq!(
                            best(&policy, &who, action, &theirs, group.as_str()),
                            Decision::NotFound,
                            "{role}: {action} {area} {kind}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn an_administrator_reads_nothing_about_anyone() {
    let (policy, who) = (policy(), subject("admin"));
    for area in policy.areas.keys().filter(|area| area.as_str() != "office") {
        for group in &policy.groups {
            for purpose in &policy.purposes {
                for action in Action::ALL {
                    let listed = scope(&policy, &who, action, group, purpose, NOW).unwrap();
                    for kind in &policy.kinds {
                        let record = own(area.as_str(), kind.as_str());
                        let answer = decide(&policy, &who, action, &record, group, purpose, NOW);
                        assert!(!matches!(answer, Decision::Permit { .. }) && !listed.admits(&record), "{action} {area} {kind}");
                    }
                }
            }
        }
    }
}

#[test]
fn refusals_say_what_would_help() {
    let policy = policy();
    let clerk = subject("registration_clerk");
    let person = own("general", "person");
    let ask = |who: &Subject, action, resource: &Resource, group: &str, purpose: &str| {
        decide(&policy, who, action, resource, &group.parse().unwrap(), &purpose.parse().unwrap(), NOW)
    };
    let registration = BTreeSet::from(["registration".parse().unwrap()]);
    assert_eq!(ask(&clerk, Action::Read, &person, "identity", "statistics"), Decision::Refuse(Refusal::Purpose(registration)));
    assert_eq!(ask(&clerk, Action::Read, &person, "needs", "registration"), Decision::Refuse(Refusal::NoGrant));
    assert_eq!(ask(&clerk, Action::Create, &own("gbv", "case"), "card", "registration"), Decision::Refuse(Refusal::NoGrant));

    let worker = subject("cp_caseworker");
    let not_theirs = Resource { assigned: BTreeSet::new(), ..own("general", "person") };
    assert_eq!(ask(&worker, Action::Read, &not_theirs, "identity", "case_management"), Decision::Refuse(Refusal::BreakGlass));
    let at_another_site = Resource { site: Some(SiteId(id(2))), ..not_theirs };
    assert_eq!(ask(&worker, Action::Read, &at_another_site, "identity", "case_management"), Decision::NotFound);

    let officer = Subject { stepped_up: Some(Instant(NOW.0 - 601)), ..subject("movement_officer") };
    let trip = own("movement", "movement");
    assert_eq!(ask(&officer, Action::Export, &trip, "identity", "movement"), Decision::Refuse(Refusal::StepUp));
    let fresh = Subject { stepped_up: Some(Instant(NOW.0 - 600)), ..officer };
    assert!(matches!(ask(&fresh, Action::Export, &trip, "identity", "movement"), Decision::Permit { row: 2, break_glass: false, .. }));
    for refusal in
        [Refusal::StepUp, Refusal::Purpose(BTreeSet::new()), Refusal::BreakGlass, Refusal::Reason { shortest: 20 }, Refusal::NoGrant]
    {
        assert!(refusal.code().starts_with("access-") && refusal.hint().len() > 20);
    }
}

#[test]
fn withheld_means_not_there_whatever_is_granted() {
    let policy = policy();
    let relative = subject("cp_caseworker");
    let case = Resource { withheld_from: BTreeSet::from([relative.user]), ..own("child_protection", "case") };
    assert_eq!(best(&policy, &relative, Action::Read, &case, "identity"), Decision::NotFound);
    let listed = scope(&policy, &relative, Action::List, &"card".parse().unwrap(), &"case_management".parse().unwrap(), NOW).unwrap();
    assert!(!listed.admits(&case) && listed.admits(&own("child_protection", "case")));
}

#[test]
fn a_grant_narrows_its_role() {
    let policy = policy();
    let mut who = subject("supervisor");
    who.grants[0].limits = Limits {
        areas: Some(BTreeSet::from(["legal".parse().unwrap()])),
        groups: Some(BTreeSet::from(["card".parse().unwrap(), "legal".parse().unwrap()])),
        purposes: None,
        scope: Some(Width::Own),
    };
    assert!(permits(&policy, &who, Action::Read, &own("legal", "case"), "legal"));
    assert!(!permits(&policy, &who, Action::Read, &own("legal", "case"), "narrative"));
    assert!(!permits(&policy, &who, Action::Read, &own("hlp", "case"), "card"));
    let of_the_team = Resource { assigned: BTreeSet::new(), ..own("legal", "case") };
    assert!(!permits(&policy, &who, Action::Read, &of_the_team, "card"));
    let of_another_team = Resource { team: Some(TeamId(id(2))), ..own("legal", "case") };
    assert!(!permits(&policy, &who, Action::Read, &of_another_team, "card"), "own narrows team: both must hold");
}
