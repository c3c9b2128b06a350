//! On 10,000 random worlds a decision, the scope made for lists, and a third reading of the rules agree.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use access::{Action, Decision, GlassRules, Grant, Limits, Policy, Resource, RoleTable, Row, Secrecy, Subject, Why, Width};
use access::{decide, scope};
use base::{AgencyId, Area, Group, Instant, Kind, Purpose, Role, SiteId, TeamId, UserId, Uuid};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

const WORLDS: usize = 10_000;
const RESOURCES: usize = 6;

/// Draws a world from few names, so that things meet.
struct Draw(Pcg64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end)
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn some<T: Clone + Ord>(&mut self, of: &[T], percent: usize) -> BTreeSet<T> {
        of.iter().filter(|_| self.chance(percent)).cloned().collect()
    }

    fn limit<T: Clone + Ord>(&mut self, of: &[T]) -> Option<BTreeSet<T>> {
        self.chance(20).then(|| self.some(of, 60))
    }

    fn id(&mut self) -> Uuid {
        Uuid::from_u128(self.below(3) as u128)
    }
}

fn names<T: FromStr<Err = String>>(text: &str) -> Vec<T> {
    text.split(' ').map(|name| name.parse().unwrap()).collect()
}

struct World {
    policy: Policy,
    subject: Subject,
    resources: Vec<Resource>,
    group: Group,
    purpose: Purpose,
    now: Instant,
}

struct Names {
    areas: Vec<Area>,
    kinds: Vec<Kind>,
    groups: Vec<Group>,
    purposes: Vec<Purpose>,
    roles: Vec<Role>,
}

impl Names {
    fn new() -> Self {
        Self {
            areas: names("general gbv legal"),
            kinds: names("person case"),
            groups: names("card identity health"),
            purposes: names("care count"),
            roles: names("a b c"),
        }
    }
}

fn world(seed: u64) -> World {
    let mut draw = Draw(Pcg64::seed_from_u64(seed));
    let n = Names::new();
    let mut roles = BTreeMap::new();
    for role in &n.roles {
        let rows = (0..1 + draw.below(3)).map(|_| Row {
            areas: draw.some(&n.areas, 75),
            kinds: draw.some(&n.kinds, 80),
            groups: draw.some(&n.groups, 75),
            actions: draw.some(&Action::ALL, 55),
            scope: draw.one(&Width::ALL),
            purposes: draw.some(&n.purposes, 80),
        });
        let rows = rows.collect();
        roles.insert(role.clone(), RoleTable { about: String::new(), rows });
    }
    let policy = Policy {
        version: "random".into(),
        areas: n.areas.iter().map(|area| (area.clone(), Secrecy::Open)).collect(),
        kinds: n.kinds.iter().cloned().collect(),
        groups: n.groups.iter().cloned().collect(),
        purposes: n.purposes.iter().cloned().collect(),
        roles,
        break_glass: GlassRules { longest_hours: 24, second_look_hours: 72, shortest_reason: 20, notify: BTreeSet::new() },
    };
    let ids: Vec<Uuid> = (0..3).map(Uuid::from_u128).collect();
    let now = Instant(1000);
    let grants = (0..1 + draw.below(3)).map(|_| Grant {
        role: draw.one(&names::<Role>("a b c unknown")),
        limits: Limits {
            areas: draw.limit(&n.areas),
            groups: draw.limit(&n.groups),
            purposes: draw.limit(&n.purposes),
            scope: if draw.chance(25) { Some(draw.one(&Width::ALL)) } else { None },
        },
        from: Instant(draw.one(&[0, 999, 1000, 1000, 1001])),
        until: draw.one(&[None, Some(Instant(999)), Some(Instant(1000)), Some(Instant(1001)), Some(Instant(9000))]),
        why: if draw.chance(30) { Why::BreakGlass { reason: "someone is in danger".into() } } else { Why::Normal },
    });
    let grants = grants.collect();
    let subject = Subject {
        user: UserId(draw.id()),
        agency: AgencyId(draw.id()),
        teams: draw.some(&ids, 40).into_iter().map(TeamId).collect(),
        sites: draw.some(&ids, 40).into_iter().map(SiteId).collect(),
        grants,
        stepped_up: draw.one(&[None, Some(Instant(399)), Some(Instant(400)), Some(Instant(999)), Some(Instant(1000)), Some(Instant(1001))]),
    };
    let resources = (0..RESOURCES).map(|_| Resource {
        kind: draw.one(&n.kinds),
        area: draw.one(&n.areas),
        agency: if draw.chance(60) { subject.agency } else { AgencyId(draw.id()) },
        team: if draw.chance(70) { Some(TeamId(draw.id())) } else { None },
        site: if draw.chance(70) { Some(SiteId(draw.id())) } else { None },
        assigned: draw.some(&ids, 30).into_iter().map(UserId).collect(),
        withheld_from: draw.some(&ids, 8).into_iter().map(UserId).collect(),
    });
    let resources = resources.collect();
    World { policy, subject, resources, group: draw.one(&n.groups), purpose: draw.one(&n.purposes), now }
}

/// The rules read once more, straight through and without anything of the crate's own: may this subject do this by any grant and row?
fn may(w: &World, action: Action, r: &Resource, group: &Group, purpose: &Purpose) -> bool {
    let (s, home) = (&w.subject, r.agency == w.subject.agency);
    if r.withheld_from.contains(&s.user) {
        return false;
    }
    let fresh = s.stepped_up.is_some_and(|at| at <= w.now && w.now.0 - at.0 <= 600);
    let guarded = [Action::Export, Action::Erase, Action::BreakGlass, Action::Grant, Action::Administer].contains(&action);
    if guarded && !fresh {
        return false;
    }
    for grant in &s.grants {
        let glass = matches!(grant.why, Why::BreakGlass { .. });
        let over = match grant.until {
            None => glass,
            Some(until) => until <= w.now,
        };
        let Some(table) = w.policy.roles.get(&grant.role).filter(|_| !over && grant.from <= w.now) else { continue };
        for row in &table.rows {
            let near = |width| match width {
                Width::Own => home && r.assigned.contains(&s.user),
                Width::Team => home && r.team.is_some_and(|t| s.teams.contains(&t)),
                Width::Site => home && r.site.is_some_and(|t| s.sites.contains(&t)),
                Width::Agency => home,
                Width::All => true,
            };
            let acts = if glass {
                row.actions.contains(&Action::BreakGlass) && (action == Action::List || action == Action::Read)
            } else {
                row.actions.contains(&action)
            };
            if acts
                && near(row.scope)
                && grant.limits.scope.is_none_or(near)
                && row.kinds.contains(&r.kind)
                && row.areas.contains(&r.area)
                && row.groups.contains(group)
                && row.purposes.contains(purpose)
                && grant.limits.areas.as_ref().is_none_or(|l| l.contains(&r.area))
                && grant.limits.groups.as_ref().is_none_or(|l| l.contains(group))
                && grant.limits.purposes.as_ref().is_none_or(|l| l.contains(purpose))
            {
                return true;
            }
        }
    }
    false
}

/// Whether the subject may know that it is there: something of it can be listed or read, or its glass broken.
fn may_know(w: &World, r: &Resource) -> bool {
    let n = Names::new();
    let sight = [Action::List, Action::Read, Action::BreakGlass];
    n.groups.iter().any(|group| n.purposes.iter().any(|purpose| sight.iter().any(|action| may(w, *action, r, group, purpose))))
}

#[test]
fn decision_and_scope_agree() {
    let (mut permits, mut refusals, mut hidden) = (0, 0, 0);
    for seed in 0..WORLDS as u64 {
        let w = world(seed);
        for action in Action::ALL {
            let listed = scope(&w.policy, &w.subject, action, &w.group, &w.purpose, w.now);
            for r in &w.resources {
                let decision = decide(&w.policy, &w.subject, action, r, &w.group, &w.purpose, w.now);
                let permitted = matches!(decision, Decision::Permit { .. });
                assert_eq!(
                    permitted,
                    may(&w, action, r, &w.group, &w.purpose),
                    "world {seed}, {action}: {r:?}\n{:?}\n{:?}",
                    w.subject,
                    w.policy
                );
                assert_eq!(permitted, listed.as_ref().is_ok_and(|s| s.admits(r)), "world {seed}, {action}: scope");
                match decision {
                    Decision::Permit { ref role, row, break_glass } => {
                        permits += 1;
                        let by = &w.policy.roles[role].rows[row];
                        assert!(by.areas.contains(&r.area) && by.actions.contains(if break_glass { &Action::BreakGlass } else { &action }));
                        assert!(r.agency == w.subject.agency || by.scope == Width::All, "world {seed}: across agencies");
                    }
                    Decision::Refuse(_) => {
                        refusals += 1;
                        let fresh = World { subject: Subject { stepped_up: Some(w.now), ..w.subject.clone() }, ..world(seed) };
                        let only_stale = may(&fresh, action, r, &w.group, &w.purpose);
                        assert!(action == Action::Create || only_stale || may_know(&fresh, r), "world {seed}, {action}: a hint");
                    }
                    Decision::NotFound => hidden += 1,
                }
            }
        }
    }
    // The worlds are worth something only if each answer is common.
    for (what, count) in [("permits", permits), ("refusals", refusals), ("not found", hidden)] {
        assert!(count > WORLDS * RESOURCES * Action::ALL.len() / 50, "{what}: {count}");
    }
}

#[test]
fn an_ended_grant_counts_for_nothing_at_once() {
    for seed in 0..1000 {
        let mut w = world(seed);
        for grant in &mut w.subject.grants {
            grant.until = Some(w.now);
        }
        for action in Action::ALL {
            let listed = scope(&w.policy, &w.subject, action, &w.group, &w.purpose, w.now);
            assert!(listed.is_err() || listed.is_ok_and(|s| s.is_empty()));
            for r in w.resources.iter().filter(|_| action != Action::Create) {
                assert_eq!(decide(&w.policy, &w.subject, action, r, &w.group, &w.purpose, w.now), Decision::NotFound);
            }
        }
    }
}

#[test]
fn a_limit_never_widens() {
    for seed in 0..2000 {
        let limited = world(seed);
        let mut free = world(seed);
        for grant in &mut free.subject.grants {
            grant.limits = Limits::default();
        }
        for r in &limited.resources {
            for action in Action::ALL.into_iter().filter(|action| may(&limited, *action, r, &limited.group, &limited.purpose)) {
                assert!(may(&free, action, r, &free.group, &free.purpose), "world {seed}");
                let decision = decide(&free.policy, &free.subject, action, r, &free.group, &free.purpose, free.now);
                assert!(matches!(decision, Decision::Permit { .. }), "world {seed}");
            }
        }
    }
}
