//! Reading an instance.

use crate::problem::{Capacity, Destination, Problem, Profile, Seconds, Stretch, Travel, Unit, Vehicle, Way};
use base::{Finding, Findings};
use std::collections::BTreeMap;

/// Boarding of a household, seconds.
const BOARDING: Seconds = 180;
/// Alighting of a household, seconds.
const ALIGHTING: Seconds = 60;
/// Most places, vehicles or households read from one file.
const MOST: u64 = 200_000;
/// Longest way between two places, seconds (ten years).
const LONGEST: f64 = 315_360_000.0;

/// Numbers of one line, and its number in the file.
struct Line {
    row: u64,
    numbers: Vec<f64>,
}

struct Reader<'a> {
    file: &'a str,
    findings: Findings,
}

impl Reader<'_> {
    fn error(&mut self, code: &str, row: u64, column: &str, text: String, remedy: &str) {
        self.findings.push(Finding::error(code, text, remedy).at(self.file, row, column));
    }
}

/// Reads an instance; every fault with its line, all at once.
pub fn read(file: &str, bytes: &[u8]) -> Result<Problem, Findings> {
    let mut reader = Reader { file, findings: Findings::default() };
    let Ok(text) = std::str::from_utf8(bytes) else {
        reader.findings.push(Finding::error("instance-encoding", "the file is not UTF-8", "save it as plain text").in_file(file));
        return Err(reader.findings);
    };
    let lines = lines(text, &mut reader);
    let problem = build(&lines, &mut reader);
    match problem {
        Some(problem) if !reader.findings.has_errors() => Ok(problem),
        _ => Err(reader.findings),
    }
}

fn lines(text: &str, reader: &mut Reader) -> Vec<Line> {
    let mut lines = Vec::new();
    for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let row = i as u64 + 1;
        let mut numbers = Vec::new();
        for (column, word) in line.split_whitespace().enumerate() {
            match word.parse::<f64>() {
                Ok(number) if number.is_finite() && number >= 0.0 => numbers.push(number),
                _ => {
                    reader.error(
                        "instance-number",
                        row,
                        &(column + 1).to_string(),
                        format!("{word:?} is not a number of 0 or more"),
                        "write a number",
                    );
                    numbers.push(0.0);
                }
            }
        }
        if !numbers.is_empty() {
            lines.push(Line { row, numbers });
        }
    }
    lines
}

fn build(lines: &[Line], reader: &mut Reader) -> Option<Problem> {
    let Some(head) = lines.first() else {
        reader.error("instance-empty", 1, "", "the file has no line".into(), "begin with: places vehicles households");
        return None;
    };
    let counts: Vec<usize> = head.numbers.iter().filter(|&&n| n.fract() == 0.0 && n <= MOST as f64).map(|&n| n as usize).collect();
    let &[places, vehicles, households] = counts.as_slice() else {
        let text = "the first line needs three whole numbers".into();
        reader.error("instance-head", head.row, "", text, "write: places vehicles households");
        return None;
    };
    let expected = 1 + places + vehicles + households;
    if lines.len() != expected {
        let row = lines.last().map_or(1, |line| line.row);
        let text = format!("{} lines with numbers, {expected} expected", lines.len());
        reader.error("instance-lines", row, "", text, "one line per place, vehicle and household after the first");
    }
    if places == 0 {
        reader.error("instance-head", head.row, "1", "no place".into(), "vehicles start at place 0: at least one is needed");
        return None;
    }
    let (matrix, rest) = lines.get(1..)?.split_at(places.min(lines.len() - 1));
    let (fleet, people) = rest.split_at(vehicles.min(rest.len()));
    let seconds = read_matrix(matrix, places, reader);
    let vehicles = fleet.iter().filter_map(|line| read_vehicle(line, reader)).collect();
    let rows: Vec<Household> = people.iter().filter_map(|line| read_household(line, places, reader)).collect();
    if reader.findings.has_errors() {
        return None;
    }
    Some(assemble(places, &seconds, vehicles, &rows))
}

fn read_matrix(lines: &[Line], places: usize, reader: &mut Reader) -> Vec<Vec<Seconds>> {
    let mut matrix = Vec::with_capacity(lines.len());
    for line in lines {
        if line.numbers.len() != places {
            let text = format!("{} seconds in a row of the matrix, {places} expected", line.numbers.len());
            reader.error("instance-matrix", line.row, "", text, "one number per place");
        }
        for (column, &s) in line.numbers.iter().enumerate() {
            if s > LONGEST {
                let text = format!("{s} seconds are more than ten years");
                reader.error("instance-seconds", line.row, &(column + 1).to_string(), text, "write the seconds of driving");
            }
        }
        matrix.push(line.numbers.iter().map(|&s| s.round() as Seconds).collect());
    }
    matrix
}

/// Whole numbers of columns `from..`, or a finding.
fn whole<const N: usize>(line: &Line, from: usize, reader: &mut Reader) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    for (i, slot) in numbers.iter_mut().enumerate() {
        let number = line.numbers.get(from + i).copied()?;
        if number.fract() != 0.0 || number > 1e6 {
            let text = format!("{number} is not a whole number up to a million");
            reader.error("instance-whole", line.row, &(from + i + 1).to_string(), text, "write a whole number");
            return None;
        }
        *slot = number as u32;
    }
    Some(numbers)
}

fn read_vehicle(line: &Line, reader: &mut Reader) -> Option<Vehicle> {
    if line.numbers.len() != 3 {
        let text = format!("{} numbers for a vehicle, 3 expected", line.numbers.len());
        reader.error("instance-vehicle", line.row, "", text, "write: seats wheelchair_bays stretchers");
        return None;
    }
    let [seats, bays, stretchers] = whole(line, 0, reader)?;
    Some(Vehicle {
        start: 0,
        from: 0,
        until: Seconds::MAX / 4,
        configurations: vec![Capacity { seats, bays, stretchers }],
        offers: 0,
        profile: 0,
        range_m: None,
        driven: (0, 0),
    })
}

struct Household {
    pickup: usize,
    dropoff: usize,
    demand: Capacity,
    weight: f64,
    tier_weight: f64,
}

fn read_household(line: &Line, places: usize, reader: &mut Reader) -> Option<Household> {
    if line.numbers.len() != 7 {
        let text = format!("{} numbers for a household, 7 expected", line.numbers.len());
        let remedy = "write: pickup dropoff seats wheelchairs stretchers weight tier_weight";
        reader.error("instance-household", line.row, "", text, remedy);
        return None;
    }
    let [pickup, dropoff, seats, bays, stretchers] = whole(line, 0, reader)?;
    for (column, place) in [("1", pickup), ("2", dropoff)] {
        if place as usize >= places {
            let text = format!("there is no place {place}");
            reader.error("instance-place", line.row, column, text, "places are counted from 0");
            return None;
        }
    }
    let &[.., weight, tier_weight] = line.numbers.as_slice() else { return None };
    if tier_weight <= 0.0 || weight > 1e12 || tier_weight > 1e12 {
        let text = format!("weight {weight}, tier weight {tier_weight}");
        reader.error("instance-weight", line.row, "7", text, "the tier weight is above 0 (8, 4, 2 or 1), both are below 10^12");
        return None;
    }
    let demand = Capacity { seats, bays, stretchers };
    Some(Household { pickup: pickup as usize, dropoff: dropoff as usize, demand, weight, tier_weight })
}

fn assemble(places: usize, seconds: &[Vec<Seconds>], vehicles: Vec<Vehicle>, rows: &[Household]) -> Problem {
    let mut gates: BTreeMap<usize, usize> = rows.iter().map(|row| (row.dropoff, 0)).collect();
    gates.values_mut().enumerate().for_each(|(i, gate)| *gate = i);
    let longest = seconds.iter().flatten().copied().max().unwrap_or(0);
    let horizon = (2 * longest + BOARDING + ALIGHTING) * (rows.len() as Seconds + 1);
    let units = rows.iter().zip(places_in_queue(rows)).map(|(row, order)| unit(row, order, &gates)).collect();
    let stretch =
        |s| Stretch { seconds: s, meters: 0, risk: 0.0, halt_per_hour: 0.0, shut: Vec::new(), roads: Vec::new(), from_node: 0, to_node: 0 };
    let ways = seconds.iter().map(|row| row.iter().map(|&s| Some(Way { stretches: vec![stretch(s)] })).collect()).collect();
    let unlimited = |place| Destination { place, capacity: u32::MAX, per_day: u32::MAX, taken: Vec::new(), open: vec![(0, Seconds::MAX)] };
    Problem {
        horizon,
        day_starts: vec![0],
        places,
        travel: Travel { profiles: vec![Profile { ways }], ..Travel::default() },
        vehicles,
        units,
        destinations: gates.keys().map(|&place| unlimited(place)).collect(),
        apart: Vec::new(),
        convoys: Vec::new(),
        boarding: BOARDING,
        alighting: ALIGHTING,
        turnaround: 0,
    }
}

/// Tier of a tier weight: 8 and more is tier 1, 4 and more tier 2, 2 and more tier 3, less tier 4.
fn tier(weight: f64) -> u8 {
    match weight {
        w if w >= 8.0 => 1,
        w if w >= 4.0 => 2,
        w if w >= 2.0 => 3,
        _ => 4,
    }
}

fn unit(row: &Household, order: u32, gates: &BTreeMap<usize, usize>) -> Unit {
    let rate = row.weight / row.tier_weight;
    Unit {
        pickup: row.pickup,
        tier: tier(row.tier_weight),
        people: row.demand.seats + row.demand.bays + row.demand.stretchers,
        demand: row.demand,
        households: 1,
        destinations: gates.get(&row.dropoff).copied().into_iter().collect(),
        wait_per_hour: rate,
        ride_per_hour: rate,
        risk_factor: 0.0,
        weight: row.tier_weight,
        ready: 0,
        arrive_by: None,
        max_ride: None,
        day_only: false,
        adults: 1,
        second_adult: false,
        asks: 0,
        order,
    }
}

/// Inside a tier the heavier household comes first; among equals the earlier line.
fn places_in_queue(rows: &[Household]) -> Vec<u32> {
    let mut by_weight: Vec<usize> = (0..rows.len()).collect();
    by_weight.sort_by(|&a, &b| match (rows.get(a), rows.get(b)) {
        (Some(x), Some(y)) => y.weight.total_cmp(&x.weight).then(a.cmp(&b)),
        _ => a.cmp(&b),
    });
    let mut order = vec![0; rows.len()];
    for (rank, i) in by_weight.into_iter().enumerate() {
        if let Some(slot) = order.get_mut(i) {
            *slot = rank as u32;
        }
    }
    order
}
