//! Vehicles: lorries and buses above all, a few that take wheelchairs and stretchers.

use super::draw::Draw;
use super::facts::ScenarioFacts;
use super::table::csv;

/// A kind of vehicle: kind, arrangements of seats/bays/stretchers (usual one first), speed in hundredths, equipment, medical crew.
type Model = (&'static str, &'static str, u32, &'static str, bool);

const TRUCK: Model = ("truck", "60/0/0", 85, "", false);
const BUS: Model = ("bus", "50/0/0|44/2/0", 100, "", false);
const NURSE_BUS: Model = ("bus", "44/2/0|50/0/0", 100, "first_aid", true);
const MINIBUS: Model = ("minibus", "16/0/0|12/2/0", 105, "", false);
const LIFT_MINIBUS: Model = ("minibus", "12/2/0|8/2/1", 105, "oxygen;lift", true);
const CAR: Model = ("4x4", "7/0/0|4/0/1", 110, "", false);
const AMBULANCE: Model = ("ambulance", "3/0/1|2/0/2", 110, "oxygen", true);

/// Twenty-four vehicles move 2,000 people in about three days; more people get them in this order again and again.
const ORDER: [Model; 24] = [
    TRUCK,
    BUS,
    NURSE_BUS,
    AMBULANCE,
    TRUCK,
    LIFT_MINIBUS,
    TRUCK,
    BUS,
    CAR,
    TRUCK,
    BUS,
    MINIBUS,
    TRUCK,
    AMBULANCE,
    TRUCK,
    NURSE_BUS,
    TRUCK,
    CAR,
    BUS,
    TRUCK,
    MINIBUS,
    TRUCK,
    CAR,
    TRUCK,
];

/// People and vehicles between which the number is drawn straight.
const SIZES: [(usize, usize); 4] = [(0, 4), (2_000, 24), (20_000, 105), (100_000, 300)];

fn count(people: usize) -> usize {
    let step = SIZES.windows(2).find_map(|pair| match pair {
        [(a, x), (b, y)] if people <= *b => Some(x + (people - a) * (y - x) / (b - a)),
        _ => None,
    });
    step.unwrap_or(people * 3 / 1000)
}

/// `fleet.csv`: most vehicles stand at the largest site, every sixth at another one.
pub(super) fn write(scenario: &ScenarioFacts, sites: &[(String, u64)], people: usize, draw: &mut Draw) -> Vec<u8> {
    let header = [
        "vehicle_id",
        "depot",
        "kind",
        "seats",
        "wheelchair_bays",
        "stretchers",
        "configurations",
        "woman_crew",
        "medical_crew",
        "equipment",
        "available_from",
        "available_to",
        "speed_factor",
        "road_classes",
        "escort",
        "range_km",
        "generated",
    ];
    let tags = [
        "#meta+id",
        "#loc+origin",
        "",
        "#capacity+seats",
        "",
        "",
        "",
        "",
        "",
        "",
        "#date+start",
        "#date+end",
        "",
        "",
        "",
        "",
        "#meta+generated",
    ];
    let largest = sites.iter().max_by_key(|s| s.1).map_or("", |s| s.0.as_str());
    let elsewhere: Vec<&str> = sites.iter().map(|s| s.0.as_str()).filter(|s| *s != largest).collect();
    let rows: Vec<Vec<String>> = (0..count(people))
        .zip(ORDER.iter().cycle())
        .map(|(index, (kind, arrangements, speed, equipment, medical))| {
            let far = index % 6 == 4;
            let depot = if far { elsewhere.iter().cycle().nth(index / 6).copied().unwrap_or(largest) } else { largest };
            let mut usual = arrangements.split('|').next().unwrap_or_default().split('/').map(str::to_owned);
            let mut next = || usual.next().unwrap_or_default();
            let yes_no = |yes: bool| if yes { "yes".to_owned() } else { "no".to_owned() };
            let later = draw.chance(60);
            let sooner = draw.chance(60);
            vec![
                format!("{kind}-{:02}", index + 1),
                depot.to_owned(),
                (*kind).to_owned(),
                next(),
                next(),
                next(),
                (*arrangements).to_owned(),
                yes_no(*medical || draw.chance(300)),
                yes_no(*medical),
                (*equipment).to_owned(),
                if later { scenario.stamp(scenario.starts.plus_seconds(86_400 + 3600)) } else { String::new() },
                if sooner { scenario.stamp(scenario.starts.plus_seconds(8 * 86_400)) } else { String::new() },
                format!("{}.{:02}", speed / 100, speed % 100),
                String::new(),
                yes_no(*kind == "truck" && draw.chance(400)),
                String::new(),
                "yes".to_owned(),
            ]
        })
        .collect();
    csv(&header, &tags, rows.into_iter())
}
