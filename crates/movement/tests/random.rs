//! Random small operations, planned in every mode: no plan breaks a rule, and its harm is what the judge counts.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use base::Severity;
use movement::check::{check, check_harm};
use movement::operation::Operation;
use movement::plan::{Changes, ClosedRoad, LostVehicle, Plan};
use movement::planner::{BOUND_STEPS, Pace, Request, plan, replan};
use movement::problem::Mode;
use rand::{RngExt, SeedableRng};
use std::fmt::Write;

/// How many operations; `AMANA_RANDOM_OPERATIONS` asks for more, `AMANA_RANDOM_FIRST` for others.
const OPERATIONS: u64 = 45;

const PLACES: [&str; 5] = ["Alpha", "Bravo", "Mid", "Camp", "Delta"];

/// A small operation with every kind of need and limit now and then.
fn operation(seed: u64) -> Operation {
    let mut rng = rand_pcg::Pcg64::seed_from_u64(seed);
    let mut now_and_then = |one_in: u32| rng.random_range(0..one_in) == 0;
    let mut people = String::from(
        "person_id,household_id,site,age,exposure_tier,needs,consent,fit_to_travel,chaperone_of,not_with,not_safe_for,destination_wish\n",
    );
    let households = 3 + seed % 8;
    let seats = |v: u64| 4 + (seed + v * 3) % 9;
    let vehicles = 1 + seed % 3;
    let most = (0..vehicles).map(seats).max().unwrap();
    for h in 0..households {
        let site = if now_and_then(3) { "Bravo" } else { "Alpha" };
        // Now and then a family that no vehicle holds, or a child whose only adult is of another household.
        let large = now_and_then(6);
        let size = if large { most + 1 + seed % 3 } else { 1 + (h * 7 + seed) % 4 };
        for m in 0..size {
            let tier = 1 + (h * 5 + m + seed) % 4;
            let mut needs: Vec<&str> = Vec::new();
            let words = [
                "wheelchair",
                "stretcher",
                "no_night",
                "woman_crew",
                "medical_escort",
                "service=clinic",
                "equipment=oxygen",
                "max_ride_min=200",
            ];
            let rare = if large { 10 } else { 1 };
            needs.extend(words.into_iter().filter(|_| now_and_then(14 * rare)));
            let age = if m == 0 || (large && m % 4 == 1) { 40 } else { 6 };
            if m > 1 && !large && now_and_then(2) {
                needs.push("infant_lap");
            }
            let consent = if now_and_then(25 * rare) { "pending" } else { "given" };
            let fit = if now_and_then(20 * rare) { "until 2014-01-15" } else { "yes" };
            if m == 1 && now_and_then(6) {
                needs.push("unaccompanied;best_interests_cleared");
            }
            let chaperone = match m {
                0 if now_and_then(10) => format!("P{}-0", (h + 1) % households),
                0 => format!("P{h}-1"),
                _ => String::new(),
            };
            let foe = if now_and_then(5 * rare) { format!("P{}-0", (h + 2) % households) } else { String::new() };
            let unsafe_for = if now_and_then(15 * rare) { "Camp" } else { "" };
            let wish = if now_and_then(6 * rare) { "Delta;Camp" } else { "" };
            writeln!(people, "P{h}-{m},H{h},{site},{age},{tier},{},{consent},{fit},{chaperone},{foe},{unsafe_for},{wish}", needs.join(";"))
                .unwrap();
        }
    }
    let mut fleet =
        String::from("vehicle_id,depot,seats,configurations,woman_crew,medical_crew,equipment,speed_factor,range_km,available_to\n");
    for v in 0..vehicles {
        let depot = PLACES[((seed + v) % 5) as usize];
        let seats = seats(v);
        let (woman, medical) = (now_and_then(2), now_and_then(2));
        let range = if now_and_then(5) { "700" } else { "" };
        let until = if now_and_then(5) { "2014-01-16T15:00" } else { "" };
        writeln!(
            fleet,
            "v{v},{depot},{seats},{}/1/1,{woman},{medical},oxygen,{},{range},{until}",
            seats - 2,
            if now_and_then(3) { 0.8 } else { 1.0 }
        )
        .unwrap();
    }
    let places_left = 4 + seed % 20;
    let destinations = format!(
        "place,capacity_total,capacity_per_day,services,opens,closes\nCamp,{places_left},{},clinic,07:00,16:00\nDelta,,{},,09:00,19:00\n",
        3 + seed % 6,
        if now_and_then(2) { 6 } else { 30 }
    );
    let far = 90 + seed % 150;
    let roads = format!(
        "from,to,km,class,closed_from,closed_to,night_closed\nAlpha,Mid,{far},primary,,,\nMid,Camp,50,primary,2014-01-16,2014-01-16,\nCamp,Delta,50,primary,,,yes\nBravo,Mid,40,secondary,,,\nBravo,Camp,{},secondary,,,\nAlpha,Delta,{},track,,,\n",
        60 + seed % 250,
        far * 2
    );
    let mut files = common::files();
    for (name, text) in [("people.csv", people), ("fleet.csv", fleet), ("destinations.csv", destinations), ("roads.csv", roads)] {
        files.insert(name.into(), text.into_bytes());
    }
    Operation::read(&files, None).0.unwrap()
}

/// Some hours in, a road closes and a vehicle is lost: the plan made anew.
fn happens(operation: &Operation, plan: &Plan, request: &Request, seed: u64) -> Plan {
    let now = operation.starts.plus_seconds((seed % 40) as i64 * 3600);
    let mut changes = Changes::default();
    let (from, to) = [("Alpha", "Mid"), ("Mid", "Camp"), ("Camp", "Delta")][(seed / 3 % 3) as usize];
    changes.closed.push(ClosedRoad { from: from.into(), to: to.into(), at: now });
    changes.lost.push(LostVehicle { vehicle: format!("v{}", seed % 4), at: now });
    replan(operation, plan, now, &Request { changes, ..request.clone() }, &mut |_| Pace::On)
}

fn assert_sound(operation: &Operation, plan: &Plan, which: &str) {
    let breaches: Vec<String> =
        check(operation, plan).into_iter().filter(|f| f.severity == Severity::Error).map(|f| f.to_string()).collect();
    assert!(breaches.is_empty(), "{which}: {breaches:#?}");
}

#[test]
fn no_plan_breaks_a_rule() {
    let count = std::env::var("AMANA_RANDOM_OPERATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(OPERATIONS);
    let (mut moved, mut waiting, mut convoys) = (0, 0, 0);
    let first = std::env::var("AMANA_RANDOM_FIRST").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    for seed in first..first + count {
        let operation = operation(seed);
        let mode = [Mode::Tiers, Mode::Harm, Mode::Officer][(seed % 3) as usize];
        let request = Request {
            mode,
            as_of: operation.starts,
            seed,
            iterations: Some(60),
            hazard_scale: 1.0,
            changes: Changes::default(),
            bound_steps: BOUND_STEPS,
        };
        let plan = plan(&operation, &request, &mut |_| Pace::On);
        assert_sound(&operation, &plan, &format!("operation {seed}, {mode:?}"));
        let surface = threat::Surface::new(&operation.reports, plan.as_of, &operation.threat);
        let harm = check_harm(&operation, &plan, &surface);
        assert!(harm.is_empty(), "operation {seed}, {mode:?}: {harm:?}");
        assert_sound(&operation, &happens(&operation, &plan, &request, seed), &format!("operation {seed} made anew"));
        moved += plan.trips.iter().map(|t| t.households().count()).sum::<usize>();
        waiting += plan.waiting.len();
        convoys += plan.trips.iter().filter(|t| t.households().any(|h| h.contains('/'))).count();
    }
    assert!(convoys > 0, "no family was large enough to need a convoy");
    assert!(moved * 3 > waiting && waiting > 0, "too easy or too hard to say anything: {moved} move, {waiting} wait");
}
