//! Each rule of the checker: break it, and exactly that rule is named.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use base::{Instant, Reason, TimeOfDay};
use common::{at, operation, plan, strings};
use movement::check::{RULES, check, check_harm};
use movement::operation::{Consent, Curfew, Fitness, Needs, Operation};
use movement::plan::{ClosedRoad, HeldHousehold, LostVehicle, Plan};
use movement::problem::Capacity;
use std::collections::BTreeSet;

fn codes(operation: &Operation, plan: &Plan) -> Vec<String> {
    let found: BTreeSet<String> = check(operation, plan).into_iter().map(|f| f.code).collect();
    found.into_iter().collect()
}

#[test]
fn the_plan_made_by_hand_breaks_nothing() {
    let findings = check(&operation(), &plan());
    assert!(findings.is_empty(), "{findings:?}");
}

type Break = fn(&mut Operation, &mut Plan);

fn person<'a>(operation: &'a mut Operation, id: &str) -> &'a mut movement::operation::Person {
    operation.people.iter_mut().find(|p| p.id == id).unwrap()
}

fn link(operation: &mut Operation, road: u32) -> &mut roads::Link {
    operation.network.link_mut(roads::RoadIx(road))
}

fn closed(from: &str, to: &str) -> roads::Span {
    roads::Span { from: at(from), to: at(to) }
}

/// Puts the second trip off by some seconds, from its first stop on.
fn later(plan: &mut Plan, seconds: i64) {
    let trip = &mut plan.trips[1];
    let shift = |at: &mut Instant| *at = at.plus_seconds(seconds);
    for stop in &mut trip.stops {
        [&mut stop.arrive, &mut stop.begin, &mut stop.depart].into_iter().for_each(shift);
    }
    trip.stops[0].arrive = at("09:46");
    trip.stops[0].begin = at("09:46");
    for stretch in trip.legs.iter_mut().flat_map(|l| &mut l.stretches) {
        [&mut stretch.enter, &mut stretch.leave].into_iter().for_each(shift);
    }
    let pickup = trip.stops[1].depart;
    plan.queue[5].pickup = Some(pickup);
    plan.tiers[3].mean_wait_hours = pickup.hours_since(plan.starts);
    plan.tiers[3].last_wait_hours = pickup.hours_since(plan.starts);
}

/// H6 leaves the bus at Camp rather than Delta.
fn to_camp(plan: &mut Plan) {
    let trip = &mut plan.trips[1];
    trip.legs[1].stretches.pop();
    trip.legs[1].km = 100.0;
    trip.stops[2] = common::stop("Camp", "14:00", "14:01", &[], &["H6"]);
    plan.queue[5].destination = Some("Camp".into());
}

/// Each rule that can be broken alone.
const BREAKS: &[(&str, Break)] = &[
    ("plan-other-inputs", |_, p| p.inputs = "other".into()),
    ("plan-outside-horizon", |_, p| p.ends = at("15:00")),
    ("plan-trip-number", |_, p| {
        p.trips[1].id = 1;
        p.queue[5].trip = Some(1);
    }),
    ("plan-trip-shape", |_, p| {
        let mut empty = p.trips[1].clone();
        empty.id = 3;
        empty.vehicle = "car-2".into();
        empty.configuration = Capacity { seats: 4, bays: 0, stretchers: 0 };
        empty.legs.truncate(1);
        empty.stops.truncate(2);
        empty.stops[1].board.clear();
        p.trips.push(empty);
    }),
    ("plan-household-unknown", |_, p| {
        let mut stranger = p.waiting[0].clone();
        stranger.household = "H9".into();
        p.waiting.push(stranger);
    }),
    ("plan-household-missing", |_, p| {
        p.waiting.clear();
    }),
    ("plan-household-twice", |_, p| p.waiting.push(p.waiting[0].clone())),
    ("plan-wrong-site", |o, p| {
        o.people.iter_mut().filter(|x| x.household == "H5").for_each(|x| x.site = Some(1));
        p.queue[4].site = "Mid".into();
    }),
    ("plan-not-boarded", |_, p| {
        p.trips[1].stops[2].alight.insert(0, "H1".into());
        p.trips[1].stops[2].depart = at("15:47");
    }),
    ("plan-waiting-untrue", |_, p| p.waiting[0].people = 2),
    ("plan-no-reason", |_, p| p.waiting[0].reason.code.clear()),
    ("plan-no-lift", |_, p| p.waiting[0].lifts.clear()),
    ("plan-reason-untrue", |_, p| p.waiting[0].reason = Reason::new("not-fit")),
    ("plan-queue-untrue", |_, p| p.queue[5].pickup = Some(at("11:00"))),
    ("plan-queue-untrue", |_, p| p.queue.swap(0, 1)),
    ("plan-queue-untrue", |_, p| _ = p.queue.pop()),
    ("plan-row-untrusted", |o, _| person(o, "D1").trouble = Some("person-twice".into())),
    ("plan-held", |_, p| p.changes.held.push(HeldHousehold { household: "H6".into(), code: "NB07".into() })),
    ("plan-ties-parted", |o, p| {
        person(o, "D1").accompanies.push("B2".into());
        // Tied to H5, H6 counts in tier 3.
        p.queue[5].tier = 3;
        (p.tiers[2].people, p.tiers[2].moved, p.tiers[2].mean_wait_hours, p.tiers[2].last_wait_hours) = (3, 3, 3.8, 7.0);
        (p.tiers[3].people, p.tiers[3].moved, p.tiers[3].mean_wait_hours, p.tiers[3].last_wait_hours) = (0, 0, 0.0, 0.0);
    }),
    ("plan-no-chaperone", |o, _| {
        person(o, "A2").needs = Needs { unaccompanied: true, best_interests_cleared: true, infant_lap: true, ..Needs::default() };
    }),
    ("plan-best-interests-open", |o, _| person(o, "U1").needs.best_interests_cleared = false),
    ("plan-children-alone", |o, _| person(o, "D1").child = true),
    ("plan-kept-apart", |o, _| person(o, "A1").not_with.push("B2".into())),
    ("plan-kept-apart-arrival", |_, p| to_camp(p)),
    ("plan-no-consent", |o, _| person(o, "A2").consent = Consent::Withdrawn),
    ("plan-not-wished", |o, _| person(o, "D1").wishes = vec![2]),
    ("plan-not-safe", |o, _| person(o, "D1").not_safe_for = vec![3]),
    ("plan-service-missing", |o, _| _ = person(o, "D1").needs.services.insert("school".into())),
    ("plan-refused-there", |o, _| _ = o.destinations[0].refuses.insert("wheelchair".into())),
    ("plan-no-destination", |o, _| {
        o.destinations.pop();
    }),
    ("plan-not-fit", |o, _| person(o, "C1").fitness = Fitness::Unfit),
    ("plan-fitness-ends", |o, _| person(o, "B1").fitness = Fitness::Until(at("09:15"))),
    ("plan-ride-too-long", |o, _| person(o, "B1").needs.max_ride_min = Some(123)),
    ("plan-in-the-dark", |o, _| person(o, "A1").needs.no_night = true),
    ("plan-vehicle-unknown", |o, _| {
        o.fleet.remove(0);
    }),
    ("plan-configuration-unknown", |_, p| p.trips[1].configuration.seats = 9),
    // Four seats are taken: one for H1 (the baby is on a lap), H2, H3, and Bea of H5; Bo has a bay.
    ("plan-overfull", |o, p| {
        p.trips[0].configuration.seats = 3;
        o.fleet[0].configurations.push(p.trips[0].configuration);
    }),
    ("plan-overfull", |o, p| {
        p.trips[0].configuration.bays = 0;
        o.fleet[0].configurations.push(p.trips[0].configuration);
    }),
    // Four seats are enough only while the baby has a lap.
    ("plan-overfull", |o, p| {
        p.trips[0].configuration.seats = 4;
        o.fleet[0].configurations.push(p.trips[0].configuration);
        person(o, "A2").needs.infant_lap = false;
    }),
    ("plan-no-woman-crew", |o, _| o.fleet[0].woman_crew = false),
    ("plan-no-medical-crew", |o, _| o.fleet[0].medical_crew = false),
    ("plan-no-equipment", |o, _| o.fleet[0].equipment.clear()),
    ("plan-no-escort", |o, _| o.settings.driving.escort_required = true),
    ("plan-vehicle-pinned", |_, p| p.changes.pinned.push("bus-1".into())),
    ("plan-vehicle-lost", |_, p| p.changes.lost.push(LostVehicle { vehicle: "bus-1".into(), at: at("10:00") })),
    ("plan-vehicle-lost-under-way", |_, p| {
        under_way(p);
        p.changes.lost.push(LostVehicle { vehicle: "bus-1".into(), at: at("13:00") });
    }),
    ("plan-vehicle-unavailable", |o, _| o.fleet[0].until = Some(at("15:00"))),
    ("plan-vehicle-unavailable", |o, _| o.fleet[0].from = Some(at("05:01"))),
    ("plan-trips-unchained", |o, _| o.fleet[0].depot = 4),
    ("plan-no-turnaround", |o, _| o.settings.driving.turnaround_minutes = 42),
    ("plan-out-of-range", |o, _| o.fleet[0].range_km = Some(429.0)),
    ("plan-stop-too-short", |_, p| {
        p.trips[1].stops[2].depart = at("15:45");
    }),
    ("plan-gate-closed", |o, _| o.destinations[1].closes = TimeOfDay(15 * 60)),
    ("plan-gate-closed", |o, _| o.destinations[1].open_from = Some(at("16:00"))),
    ("plan-day-full", |o, _| o.destinations[0].capacity_per_day = Some(5)),
    ("plan-destination-full", |o, _| o.destinations[0].capacity_total = Some(5)),
    ("plan-times-backwards", |_, p| p.trips[1].stops[2].arrive = at("15:40")),
    ("plan-no-road", |_, p| p.trips[1].legs[1].stretches[0].to = "Camp".into()),
    ("plan-no-road", |_, p| p.trips[1].legs[1].stretches[0].roads = vec![1]),
    ("plan-one-way", |o, _| one_way(o)),
    ("plan-class-forbidden", |o, _| _ = o.fleet[0].road_classes.insert("primary".into())),
    ("plan-road-closed", |o, _| link(o, 2).close(closed("15:00", "16:00"))),
    ("plan-road-closed", |_, p| p.changes.closed.push(ClosedRoad { from: "Delta".into(), to: "Camp".into(), at: at("15:44") })),
    ("plan-road-closed-ahead", |_, p| {
        under_way(p);
        p.changes.closed.push(ClosedRoad { from: "Delta".into(), to: "Camp".into(), at: at("12:20") });
    }),
    ("plan-led-around", |o, p| {
        under_way(p);
        p.changes.closed.push(ClosedRoad { from: "Bravo".into(), to: "Mid".into(), at: at("13:00") });
        person(o, "D1").fitness = Fitness::Until(at("15:00"));
    }),
    ("plan-closure-margin", |o, _| link(o, 2).close(closed("15:50", "16:00"))),
    ("plan-night-closed", |o, _| link(o, 0).night_closed = true),
    ("plan-too-fast", |o, _| o.fleet[0].speed_factor = 0.99),
    ("plan-curfew", |o, _| o.settings.driving.curfew.push(Curfew { from: TimeOfDay(15 * 60 + 59), to: TimeOfDay(16 * 60) })),
    ("plan-km-untrue", |_, p| p.trips[1].legs[0].km = 90.0),
    ("plan-risk-untrue", |_, p| p.trips[1].legs[0].risk = 0.0),
    ("plan-driven-too-long", |o, _| o.settings.driving.max_drive_hours_per_day = 8.9),
    ("plan-break-due", |o, _| o.settings.driving.break_minutes = 46),
    ("plan-summary-untrue", |_, p| p.tiers[2].moved = 1),
    ("plan-summary-untrue", |_, p| p.tiers[3].last_wait_hours = 6.0),
    ("plan-summary-untrue", |_, p| _ = p.tiers.pop()),
    ("plan-summary-untrue", |_, p| p.tiers[1].held = 0),
    ("plan-harm-untrue", |_, p| p.total.harm = 14.0),
    ("plan-harm-untrue", |_, p| p.total.held = 1.0),
    ("plan-harm-untrue", |_, p| p.tiers[3].measure.bound = 2.0),
    ("plan-tier-one-worse", |_, p| p.tiers[0].measure.officer = 0.9),
    ("plan-inversion-missing", |_, p| p.inversions.clear()),
    ("plan-inversion-untrue", |_, p| p.inversions.push(movement::plan::Inversion { later: "H5".into(), ..p.inversions[0].clone() })),
    ("plan-inversion-untrue", |_, p| {
        p.inversions.push(movement::plan::Inversion { reason: Reason::new("trip-no-room"), ..p.inversions[0].clone() })
    }),
    ("plan-inversion-unexplained", |_, p| p.inversions[0].reason = Reason::new("trip-no-rule")),
];

/// The plan was made anew when the second trip was on its way.
fn under_way(plan: &mut Plan) {
    plan.from = at("12:30");
    for tier in &mut plan.tiers {
        (tier.mean_wait_hours, tier.last_wait_hours) = (0.0, 0.0);
    }
}

/// Camp - Delta may be driven only towards Camp.
fn one_way(operation: &mut Operation) {
    let link = link(operation, 2);
    std::mem::swap(&mut link.from, &mut link.to);
    link.one_way = true;
}

#[test]
fn each_rule_broken_is_named_alone() {
    let mut wrong = Vec::new();
    for (i, (code, break_it)) in BREAKS.iter().enumerate() {
        let (mut operation, mut plan) = (operation(), plan());
        break_it(&mut operation, &mut plan);
        let named = codes(&operation, &plan);
        if named != [*code] {
            wrong.push((i, *code, named));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Rules that can't be broken without breaking another.
#[test]
fn rules_that_come_with_others_are_named() {
    let together: &[(&str, Break)] = &[
        ("plan-not-alighted", |_, p| {
            p.trips[1].stops[2].alight.clear();
        }),
        ("plan-break-missing", |o, _| o.settings.driving.break_after_minutes = 59),
        // Cleo would escort a youth and a baby: more than one adult's share.
        ("plan-too-few-escorts", |o, _| {
            person(o, "A2").needs = Needs { unaccompanied: true, best_interests_cleared: true, infant_lap: true, ..Needs::default() };
            person(o, "C1").accompanies.push("A2".into());
        }),
        ("plan-family-split", |o, _| person(o, "B2").site = Some(0)),
        // Uma has Cleo alone as far as Bravo.
        ("plan-single-adult", |o, _| person(o, "A1").child = true),
        // H1 and H6 leave hours apart.
        ("plan-convoy-parted", |o, _| ["A1", "A2", "D1"].iter().for_each(|id| person(o, id).convoy = Some("H".into()))),
    ];
    for (code, break_it) in together {
        let (mut operation, mut plan) = (operation(), plan());
        break_it(&mut operation, &mut plan);
        assert!(codes(&operation, &plan).contains(&(*code).to_owned()), "{code}: {:?}", codes(&operation, &plan));
    }
    let named: BTreeSet<&str> = BREAKS.iter().chain(together).map(|b| b.0).collect();
    let unbroken: Vec<&str> = RULES.iter().map(|r| r.code).filter(|c| !named.contains(c)).collect();
    assert!(unbroken.is_empty(), "no test breaks {unbroken:?}");
}

#[test]
fn a_breach_names_its_place() {
    let (mut operation, plan) = (operation(), plan());
    person(&mut operation, "D1").consent = Consent::Pending;
    let finding = check(&operation, &plan).into_iter().next().unwrap();
    let args: Vec<(&str, &str)> = finding.args.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(args, vec![("household", "H6"), ("person", "D1"), ("stop", "Delta"), ("trip", "2")]);
    assert!(finding.text.contains("trip 2"), "{}", finding.text);
}

/// Hazard 1 an hour at every site, so that the numbers can be counted by hand.
#[test]
fn harm_is_counted_again_from_the_surface() {
    let (mut operation, mut plan) = (operation(), plan());
    operation.settings.hazards.floor_per_hour = 1.0;
    operation.settings.hazards.ride_per_hour = 0.0005;
    let surface = threat::Surface::new(&[], plan.as_of, &operation.threat);
    // People x (hours until leaving + 0.0005 x hours of riding until alighting begins + risk of the legs).
    let harm = [
        2.0 * (0.15 + 0.0005 * 4.05 + 0.04),
        2.0 * (0.15 + 0.0005 * (4.05 + 1.0 / 60.0) + 0.04),
        2.0 * (2.2 + 0.0005 * (2.0 + 3.0 / 60.0) + 0.02),
        7.0 + 0.0005 * 3.75 + 0.03,
    ];
    plan.tiers.iter_mut().zip(harm).for_each(|(tier, harm)| tier.measure.harm = harm);
    // H4 is held back by a rule, for 72 hours: its harm stands beside.
    let said = |plan: &Plan| check_harm(&operation, plan, &surface).into_iter().map(|f| f.args["is"].clone()).collect::<Vec<_>>();
    assert_eq!(said(&plan), ["72"]);
    plan.tiers[1].measure.held = 72.0;
    assert_eq!(check_harm(&operation, &plan, &surface), base::Findings::default());
    // If it waited for a vehicle, it would count with those the plan could have moved.
    plan.waiting[0].reason = Reason::new("no-vehicle-in-time");
    plan.tiers[1].measure.held = 0.0;
    plan.tiers[1].measure.harm += 72.0;
    assert_eq!(check_harm(&operation, &plan, &surface), base::Findings::default());
    plan.tiers[2].measure.harm += 0.001;
    let named: Vec<String> =
        check_harm(&operation, &plan, &surface).into_iter().map(|f| format!("{} {}", f.code, f.args["tier"])).collect();
    assert_eq!(named, ["plan-harm-untrue 3"]);
    under_way(&mut plan);
    plan.tiers.iter_mut().for_each(|tier| tier.measure.harm = 0.0);
    plan.tiers[1].measure.harm = 64.5;
    assert!(check_harm(&operation, &plan, &surface).is_empty(), "who is on the road counts no more; H4 waits from 12:30 on");
}

/// What is allowed stays allowed: the rules are no stricter than they say.
#[test]
fn what_is_just_allowed_passes() {
    let allowed: &[Break] = &[
        |o, _| person(o, "B1").fitness = Fitness::Until(at("09:16")),
        |o, _| person(o, "B1").needs.max_ride_min = Some(124),
        |o, p| {
            p.trips[0].configuration = Capacity { seats: 4, bays: 1, stretchers: 0 };
            o.fleet[0].configurations.push(p.trips[0].configuration);
        },
        |o, _| o.destinations[1].opens = TimeOfDay(15 * 60 + 45),
        |o, _| o.destinations[0].capacity_per_day = Some(6),
        |o, _| o.settings.driving.curfew.push(Curfew { from: TimeOfDay(16 * 60), to: TimeOfDay(16 * 60 + 1) }),
        |o, _| link(o, 2).close(closed("16:00", "17:00")),
        |o, _| o.fleet[0].range_km = Some(430.0),
        |o, _| o.settings.driving.turnaround_minutes = 41,
        |_, p| later(p, 3600),
        |_, p| {
            under_way(p);
            p.changes.closed.push(ClosedRoad { from: "Alpha".into(), to: "Mid".into(), at: at("12:20") });
        },
        |o, _| o.fleet[0].road_classes.extend(strings(&["primary", "secondary"])),
    ];
    for (i, change) in allowed.iter().enumerate() {
        let (mut operation, mut plan) = (operation(), plan());
        change(&mut operation, &mut plan);
        assert_eq!(codes(&operation, &plan), Vec::<String>::new(), "change {i}");
    }
}
