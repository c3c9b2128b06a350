use super::*;
use crate::problem::*;

const HOUR: Seconds = 3600;

fn stretch(seconds: Seconds) -> Stretch {
    Stretch { seconds, meters: 1000, risk: 0.5, halt_per_hour: 0.25, shut: Vec::new(), roads: Vec::new(), from_node: 0, to_node: 0 }
}

/// Place 0 to place 1 over the given stretches and back at once; a household of two at 1 that may go to 0.
fn road(stretches: Vec<Stretch>) -> Problem {
    let way = |stretches: Vec<Stretch>| Some(Way { stretches });
    let ways = vec![vec![way(Vec::new()), way(stretches.clone())], vec![way(stretches), way(Vec::new())]];
    let room = Capacity { seats: 4, bays: 0, stretchers: 0 };
    Problem {
        horizon: 100 * HOUR,
        day_starts: (0..5).map(|d| d * 24 * HOUR).collect(),
        places: 2,
        travel: Travel { profiles: vec![Profile { ways }], break_seconds: 1800, ..Travel::default() },
        vehicles: vec![Vehicle {
            start: 0,
            from: 0,
            until: 100 * HOUR,
            configurations: vec![room],
            offers: 0,
            profile: 0,
            range_m: None,
            driven: (0, 0),
        }],
        units: vec![Unit {
            pickup: 1,
            tier: 2,
            people: 2,
            demand: Capacity { seats: 2, bays: 0, stretchers: 0 },
            households: 1,
            destinations: vec![0],
            wait_per_hour: 2.0,
            ride_per_hour: 1.0,
            risk_factor: 2.0,
            weight: 4.0,
            ready: 0,
            arrive_by: None,
            max_ride: None,
            day_only: false,
            adults: 1,
            second_adult: false,
            asks: 0,
            order: 0,
        }],
        destinations: vec![Destination { place: 0, capacity: 10, per_day: 10, taken: Vec::new(), open: vec![(0, 100 * HOUR)] }],
        apart: Vec::new(),
        convoys: Vec::new(),
        boarding: 180,
        alighting: 60,
        turnaround: 0,
    }
}

fn trip() -> Trip {
    Trip { pickups: vec![(1, vec![0])], dropoffs: vec![(0, vec![0])], ..Trip::default() }
}

fn leg(problem: &Problem, depart: Seconds) -> Option<Drive> {
    drive(problem, 0, 0, 1, depart, &mut CrewClock::rested(0))
}

#[test]
fn drives_without_halting_where_nothing_forbids() {
    let found = leg(&road(vec![stretch(HOUR), stretch(HOUR)]), 600).expect("a road");
    assert_eq!((found.depart, found.arrive, found.risk), (600, 600 + 2 * HOUR, 1.0));
    assert_eq!(found.segments, vec![(600, 600 + HOUR), (600 + HOUR, 600 + 2 * HOUR)]);
}

#[test]
fn a_stretch_is_driven_whole_before_or_after_a_curfew() {
    let mut problem = road(vec![stretch(HOUR), stretch(2 * HOUR)]);
    problem.travel.no_drive = vec![(3 * HOUR, 10 * HOUR)];
    assert_eq!(leg(&problem, 0).map(|d| d.segments), Some(vec![(0, HOUR), (HOUR, 3 * HOUR)]));
    let halted = leg(&problem, 1).expect("a road");
    assert_eq!(halted.segments, vec![(1, HOUR + 1), (10 * HOUR, 12 * HOUR)]);
    assert_eq!(halted.risk, 1.0 + 0.25 * (9 * HOUR - 1) as f64 / HOUR as f64);
}

#[test]
fn waiting_before_the_first_stretch_is_no_halt() {
    let mut problem = road(vec![stretch(HOUR)]);
    problem.travel.profiles[0].ways[0][1].as_mut().expect("a way").stretches[0].shut = vec![(0, 5 * HOUR)];
    let found = leg(&problem, 0).expect("a road");
    assert_eq!((found.depart, found.risk), (5 * HOUR, 0.5));
}

#[test]
fn crews_drive_no_longer_than_a_day_allows() {
    let mut problem = road(vec![stretch(3 * HOUR), stretch(3 * HOUR)]);
    problem.travel.max_drive_per_day = Some(5 * HOUR);
    assert_eq!(leg(&problem, 0).map(|d| d.segments), Some(vec![(0, 3 * HOUR), (24 * HOUR, 27 * HOUR)]));
    problem.travel.max_drive_per_day = Some(2 * HOUR);
    assert_eq!(leg(&problem, 0), None);
}

#[test]
fn breaks_fall_before_the_stretch_that_would_exceed_or_inside_a_long_one() {
    let mut problem = road(vec![stretch(2 * HOUR), stretch(2 * HOUR), stretch(7 * HOUR)]);
    problem.travel.break_after = Some(3 * HOUR);
    let after = 2 * HOUR + 1800;
    let long = after + 2 * HOUR + 1800;
    assert_eq!(
        leg(&problem, 0).map(|d| d.segments),
        Some(vec![(0, 2 * HOUR), (after, after + 2 * HOUR), (long, long + 7 * HOUR + 2 * 1800)])
    );
}

#[test]
fn a_trip_waits_for_the_household_and_at_the_gate() {
    let mut problem = road(vec![stretch(HOUR)]);
    problem.units[0].ready = 3 * HOUR;
    problem.destinations[0].open = vec![(0, HOUR), (6 * HOUR, 7 * HOUR)];
    let times = replay(&problem, 0, &[trip()]).expect("replays");
    let [on, off] = times[0].stops.as_slice() else { panic!("two stops") };
    assert_eq!((on.reach, on.begin, on.end, on.depart), (HOUR, 3 * HOUR, 3 * HOUR + 180, 3 * HOUR + 180));
    assert_eq!((off.reach, off.begin, off.end), (4 * HOUR + 180, 6 * HOUR, 6 * HOUR + 60));
}

#[test]
fn harm_is_waiting_then_riding_then_risk() {
    let problem = road(vec![stretch(HOUR)]);
    let solution = Solution { trips: vec![vec![trip()]], ..Solution::default() };
    let harm = replay_all(&problem, &solution).expect("replays").harm;
    let expected = 2.0 * (1.0 + 0.05) + 1.0 + 2.0 * 0.5;
    assert!((harm.tiers[1] - expected).abs() < 1e-12 && (harm.total - 4.0 * expected).abs() < 1e-12, "{harm:?}");
    let waiting = Solution { trips: vec![vec![]], unserved: vec![0], ..Solution::default() };
    assert_eq!(replay_all(&problem, &waiting).expect("replays").harm.tiers[1], 200.0);
}

#[test]
fn riders_of_the_day_are_held_at_the_pick_up_until_morning() {
    let mut problem = road(vec![stretch(2 * HOUR)]);
    problem.travel.dark = vec![(3 * HOUR, 12 * HOUR)];
    problem.units[0].day_only = true;
    let times = replay(&problem, 0, &[trip()]).expect("replays");
    assert_eq!(times[0].stops[0].depart, 12 * HOUR);
}

/// Each rule, broken alone, is named.
#[test]
fn each_broken_rule_is_named() {
    let check = |rule: Rule, change: &dyn Fn(&mut Problem, &mut Solution)| {
        let mut problem = road(vec![stretch(HOUR)]);
        problem.units.push(Unit { order: 1, ..problem.units[0].clone() });
        let both = Trip { pickups: vec![(1, vec![0, 1])], dropoffs: vec![(0, vec![0, 1])], ..Trip::default() };
        let mut solution = Solution { trips: vec![vec![both]], ..Solution::default() };
        assert!(replay_all(&problem, &solution).is_ok());
        change(&mut problem, &mut solution);
        assert_eq!(replay_all(&problem, &solution).map_err(|b| b.rule).err(), Some(rule));
    };
    check(Rule::Overfull, &|p, _| p.vehicles[0].configurations[0].seats = 3);
    check(Rule::NotOffered, &|p, _| p.units[1].asks = 2);
    check(Rule::WrongDestination, &|p, _| p.units[1].destinations = vec![1]);
    check(Rule::DestinationFull, &|p, _| p.destinations[0].capacity = 3);
    check(Rule::DayFull, &|p, _| p.destinations[0].taken = vec![7]);
    check(Rule::NotApart, &|p, _| p.apart = vec![(1, 0)]);
    check(Rule::ArrivesTooLate, &|p, _| p.units[0].arrive_by = Some(2 * HOUR));
    check(Rule::RideTooLong, &|p, _| p.units[0].max_ride = Some(HOUR));
    check(Rule::OutOfRange, &|p, _| p.vehicles[0].range_m = Some(1999));
    check(Rule::TooLate, &|p, _| p.vehicles[0].until = 2 * HOUR);
    check(Rule::GateClosed, &|p, _| p.destinations[0].open = vec![(0, HOUR)]);
    check(Rule::NoWay, &|p, _| p.travel.profiles[0].ways[1][0] = None);
    check(Rule::NotOnce, &|_, s| s.unserved = vec![1]);
    check(Rule::NotOnce, &|p, _| p.units.push(p.units[0].clone()));
    check(Rule::NotDropped, &|_, s| s.trips[0][0].dropoffs[0].1 = vec![0]);
    check(Rule::NotOnBoard, &|_, s| s.trips[0][0].pickups[0].0 = 0);
    check(Rule::EmptyTrip, &|_, s| s.trips[0].push(Trip::default()));
    check(Rule::WrongVehicle, &|_, s| s.trips[0][0].vehicle = 1);
    check(Rule::UnknownIndex, &|_, s| s.trips[0][0].configuration = 1);
    check(Rule::UnknownIndex, &|_, s| s.trips.clear());
}

#[test]
fn spans_are_half_open() {
    let spans = [(10, 20), (20, 30), (50, 60)];
    for (t, length, expected) in [(0, 10, 0), (0, 11, 30), (9, 1, 9), (10, 1, 30), (30, 20, 30), (30, 21, 60), (60, 5, 60), (15, 0, 30)] {
        assert_eq!(next_free(&spans, t, length), expected, "{t} for {length}");
    }
}
