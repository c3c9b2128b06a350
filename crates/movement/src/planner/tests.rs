//! Whole plans on the roads and reports of January 2014, judged by the independent checker.

use super::*;
use crate::check::check;
use crate::operation::Files;
use crate::plan::{ClosedRoad, LostVehicle};

const OPERATION: &str = r#"
name = "Test"
timezone = "Africa/Bangui"
starts = "2014-01-15T05:00"
horizon_hours = 168
seed = 7
"#;

const FLEET: &str = "vehicle_id,depot,kind,seats,wheelchair_bays,stretchers,configurations,woman_crew,medical_crew
bus-1,Bangui,bus,20,0,0,20/0/0|16/1/0,yes,no
bus-2,Bangui,bus,20,0,0,,no,no
amb-1,Bangui,ambulance,3,1,1,,no,yes
";

const DESTINATIONS: &str = "place,capacity_total,capacity_per_day,services,opens,closes,refuses
Gado-Badzere,60,40,medical,06:00,17:30,
Gore,60,60,,06:00,17:30,stretcher
";

/// Forty households of three at Bangui and Bossembele, with a need here and there.
fn people() -> String {
    let mut csv = "person_id,household_id,site,sex,birth_year,exposure_tier,needs,consent,fit_to_travel,not_with,nationality\n".to_owned();
    for h in 0..40 {
        let site = if h % 4 == 0 { "Bossembele" } else { "Bangui" };
        for m in 0..3 {
            let tier = 1 + (h * 7 + m) % 4;
            let needs = match (h, m) {
                (3, 0) => "wheelchair",
                (5, 0) => "stretcher;medical_escort",
                (7, 1) => "woman_crew",
                (_, 2) if h % 9 == 0 => "infant_lap",
                _ => "",
            };
            let year = if m == 2 { 2010 } else { 1980 };
            let consent = if h == 11 && m == 0 { "refused" } else { "given" };
            let not_with = if (h, m) == (13, 0) { "p14-0" } else { "" };
            let (sex, nationality) = if (h + m) % 2 == 0 { ("female", "CAF") } else { ("male", "TCD") };
            csv += &format!("p{h}-{m},h{h},{site},{sex},{year},{tier},{needs},{consent},yes,{not_with},{nationality}\n");
        }
    }
    csv
}

fn files(people: String) -> Files {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/car-2014/");
    let facts = ["places.csv", "roads.csv", "incidents.csv", "border_closures.csv"];
    let mut files: Files = facts.iter().map(|name| ((*name).to_owned(), std::fs::read(format!("{folder}{name}")).unwrap())).collect();
    let own = [
        ("operation.toml", OPERATION.to_owned()),
        ("fleet.csv", FLEET.to_owned()),
        ("destinations.csv", DESTINATIONS.to_owned()),
        ("people.csv", people),
    ];
    files.extend(own.map(|(name, text)| (name.to_owned(), text.into_bytes())));
    files
}

fn operation(people: String) -> Operation {
    Operation::read(&files(people), None).0.unwrap()
}

fn request(operation: &Operation) -> Request {
    Request {
        mode: Mode::Tiers,
        as_of: operation.starts,
        seed: 3,
        iterations: Some(400),
        hazard_scale: 1.0,
        changes: Changes::default(),
        bound_steps: BOUND_STEPS,
    }
}

fn assert_sound(operation: &Operation, plan: &Plan) {
    let broken: Vec<String> =
        check(operation, plan).iter().filter(|b| b.severity == base::Severity::Error).map(ToString::to_string).collect();
    assert!(broken.is_empty(), "{broken:#?}");
    let on_trips: u32 = plan.queue.iter().filter(|q| q.trip.is_some()).map(|q| q.people).sum();
    let waiting: u32 = plan.waiting.iter().map(|w| w.people).sum();
    assert_eq!(on_trips + waiting, operation.people.len() as u32);
}

#[test]
fn a_plan_passes_the_checker_and_keeps_the_promise_to_tier_1() {
    let operation = operation(people());
    for mode in [Mode::Officer, Mode::Tiers, Mode::Harm] {
        let plan = plan(&operation, &Request { mode, ..request(&operation) }, &mut |_| Pace::On);
        assert_sound(&operation, &plan);
        assert!(!plan.trips.is_empty());
        if mode != Mode::Harm {
            let tier1 = &plan.tiers[0].measure;
            assert!(tier1.harm <= tier1.officer * (1.0 + 1e-9), "{mode:?}: {tier1:?}");
        }
        for tier in &plan.tiers {
            assert!(tier.measure.bound <= tier.measure.harm * (1.0 + 1e-9), "{mode:?}: {tier:?}");
        }
        let refused = plan.waiting.iter().find(|w| w.household == "h11").unwrap();
        assert_eq!(refused.reason.code, "consent-refused");
    }
}

#[test]
fn same_input_seed_and_rounds_give_the_same_plan() {
    let operation = operation(people());
    let make = || plan(&operation, &request(&operation), &mut |_| Pace::On);
    assert_eq!(make(), make());
}

#[test]
fn protected_attributes_leave_the_plan_as_it_is() {
    let straight = people();
    let swapped = straight.replace(",female,", ",x,").replace(",male,", ",female,").replace(",x,", ",male,");
    let swapped = swapped.replace("CAF", "zzz").replace("TCD", "CAF").replace("zzz", "TCD");
    assert_ne!(straight, swapped);
    let (a, b) = (operation(straight), operation(swapped));
    let make = |o: &Operation| plan(o, &request(o), &mut |_| Pace::On);
    assert_eq!(format!("{:?}", make(&a)), format!("{:?}", make(&b)));
}

#[test]
fn what_has_set_off_stays_when_a_road_closes_and_a_vehicle_is_lost() {
    let operation = operation(people());
    let first = plan(&operation, &request(&operation), &mut |_| Pace::On);
    let now = operation.starts.plus_seconds(30 * 3600);
    let mut changed = request(&operation);
    changed.changes.closed.push(ClosedRoad { from: "Bossembele".into(), to: "Bossangoa".into(), at: now });
    changed.changes.lost.push(LostVehicle { vehicle: "bus-2".into(), at: now });
    let second = replan(&operation, &first, now, &changed, &mut |_| Pace::On);
    assert_sound(&operation, &second);
    for trip in first.trips.iter().filter(|t| t.departs() < now) {
        let kept = second.trips.iter().find(|t| t.id == trip.id).expect("a trip under way stays");
        assert_eq!(kept.households().collect::<Vec<_>>(), trip.households().collect::<Vec<_>>());
    }
    assert!(second.trips.iter().all(|t| t.vehicle != "bus-2" || t.departs() < now));
}

#[test]
fn nothing_that_fits_gives_reasons_and_no_panic() {
    let files = |edit: &dyn Fn(&mut Files)| {
        let mut files = files(people());
        edit(&mut files);
        files
    };
    type Edit<'a> = &'a dyn Fn(&mut Files);
    let cases: [(&str, Edit<'_>); 5] = [
        ("no-vehicles", &|f| _ = f.insert("fleet.csv".into(), b"vehicle_id,depot,seats\n".to_vec())),
        ("no-destinations", &|f| _ = f.insert("destinations.csv".into(), b"place\n".to_vec())),
        ("no-road", &|f| _ = f.insert("roads.csv".into(), b"from,to,km\nBangui,Bimbo,26\n".to_vec())),
        ("no-vehicle-fits", &|f| _ = f.insert("fleet.csv".into(), b"vehicle_id,depot,seats\nbus-1,Bangui,20\n".to_vec())),
        ("data-problem", &|f| _ = f.insert("people.csv".into(), b"person_id,household_id,site\na,h,Atlantis\n".to_vec())),
    ];
    for (code, edit) in cases {
        let operation = Operation::read(&files(edit), None).0.unwrap();
        let plan = plan(&operation, &request(&operation), &mut |_| Pace::On);
        assert_sound(&operation, &plan);
        assert!(
            plan.waiting.iter().any(|w| w.reason.code == code),
            "{code}: {:?}",
            plan.waiting.iter().map(|w| &w.reason.code).collect::<Vec<_>>()
        );
        assert!(plan.waiting.iter().all(|w| !w.lifts.is_empty()));
    }
}
