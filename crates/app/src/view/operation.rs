//! The operation as the page shows it before there is a plan.

use base::{Findings, Instant};
use movement::build::{Calendar, RoadCosts, Terms};
use movement::operation::{Group, Operation};
use movement::problem::Capacity;
use serde::Serialize;
use std::collections::BTreeMap;
use threat::Surface;
use utoipa::ToSchema;

/// How many of the newest reports are shown.
const REPORTS_SHOWN: usize = 200;

/// `GET /api/operation`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OperationView {
    name: String,
    timezone: String,
    starts: Instant,
    ends: Instant,
    as_of: Instant,
    first_day: String,
    last_day: String,
    generated: bool,
    people: usize,
    households: usize,
    places: Vec<PlaceView>,
    roads: Vec<RoadView>,
    vehicles: Vec<VehicleView>,
    reports: Vec<ReportView>,
    findings: Findings,
    no_drive: Vec<SpanView>,
    protocol: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
struct SpanView {
    from: Instant,
    to: Instant,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
struct PlaceView {
    name: String,
    lat: f64,
    lon: f64,
    kind: String,
    country: String,
    hazard_per_day: f64,
    known: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<SiteView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    destination: Option<DestinationView>,
}

#[derive(Debug, Clone, Default, Serialize, ToSchema)]
struct SiteView {
    people: usize,
    tiers: [usize; 4],
    not_assessed: usize,
    held: usize,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
struct DestinationView {
    #[schema(required)]
    capacity_total: Option<u32>,
    #[schema(required)]
    capacity_per_day: Option<u32>,
    services: Vec<String>,
    planned: u32,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
struct RoadView {
    index: u32,
    from: String,
    to: String,
    km: f64,
    hours: f64,
    risk: f64,
    band: &'static str,
    closed: bool,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
struct VehicleView {
    id: String,
    kind: String,
    depot: String,
    configurations: Vec<Capacity>,
    woman_crew: bool,
    medical_crew: bool,
    escort: bool,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
struct ReportView {
    id: String,
    date: String,
    kind: String,
    lat: f64,
    lon: f64,
    place: String,
    #[schema(required)]
    deaths: Option<u32>,
    #[schema(required)]
    civilian_deaths: Option<u32>,
    precision: u8,
    source: String,
}

/// Words for a hazard per person and hour, from low to very high; `unknown` where nobody reports and the floor is all there is.
///
/// The steps are ours and relative to the operation's floor (default: set locally): below 4, 16 and 64 times the floor.
pub fn band(per_hour: f64, unknown_share: f64, floor: f64) -> &'static str {
    let times = per_hour / floor.max(f64::MIN_POSITIVE);
    match times {
        _ if unknown_share > 0.5 && times < 4.0 => "unknown",
        t if t < 4.0 => "low",
        t if t < 16.0 => "medium",
        t if t < 64.0 => "high",
        _ => "very-high",
    }
}

/// The operation with what was known at an instant; `planned` are the people brought to each destination by the accepted plan.
pub fn operation_view(
    operation: &Operation,
    groups: &[Group],
    findings: &Findings,
    as_of: Instant,
    planned: &BTreeMap<String, u32>,
) -> OperationView {
    let surface = Surface::new(&operation.reports, as_of, &operation.threat);
    let terms = Terms { as_of, from: operation.starts.max(as_of), seed: 0, hazard_scale: 1.0, changes: Default::default() };
    let costs = RoadCosts::new(operation, &surface, &terms);
    let sites = sites(operation, groups);
    let day = |at: Instant| operation.zone.civil(at).date().to_string();
    let first = operation.reports.iter().map(threat::Report::known_at).min().unwrap_or(operation.starts);
    OperationView {
        name: operation.settings.name.clone(),
        timezone: operation.settings.timezone.clone(),
        starts: operation.starts,
        ends: operation.ends(),
        as_of,
        first_day: day(first.min(operation.starts)),
        last_day: day(operation.ends()),
        generated: operation.profiles.iter().any(|p| p.generated),
        people: operation.people.len(),
        households: operation.households.len(),
        places: (0..operation.network.places().len()).map(|p| place(operation, &costs, &surface, &sites, planned, p)).collect(),
        roads: roads(operation, &costs, &surface, as_of),
        vehicles: operation.fleet.iter().map(|v| vehicle(operation, v)).collect(),
        reports: reports(operation, &surface, day),
        findings: findings.clone(),
        no_drive: no_drive(operation, &terms),
        protocol: operation.settings.protocol.clone(),
    }
}

/// Spans in which nothing drives.
fn no_drive(operation: &Operation, terms: &Terms) -> Vec<SpanView> {
    let at = |second: i64| terms.from.plus_seconds(second);
    Calendar::new(operation, terms).no_drive.iter().map(|s| SpanView { from: at(s.0), to: at(s.1) }).collect()
}

fn sites(operation: &Operation, groups: &[Group]) -> BTreeMap<usize, SiteView> {
    let mut sites: BTreeMap<usize, SiteView> = BTreeMap::new();
    for group in groups {
        let held = operation.block(group).is_some();
        for person in group.members.iter().map(|m| &operation.people[*m]) {
            let Some(site) = person.site else { continue };
            let view = sites.entry(site).or_default();
            view.people += 1;
            view.tiers[usize::from(group.tier.clamp(1, 4)) - 1] += 1;
            view.not_assessed += usize::from(!person.tier.assessed);
            view.held += usize::from(held);
        }
    }
    sites
}

fn place(
    operation: &Operation,
    costs: &RoadCosts,
    surface: &Surface,
    sites: &BTreeMap<usize, SiteView>,
    planned: &BTreeMap<String, u32>,
    p: usize,
) -> PlaceView {
    let place = &operation.network.places()[p];
    let destination = operation.destinations.iter().find(|d| d.place == p).map(|d| DestinationView {
        capacity_total: d.capacity_total,
        capacity_per_day: d.capacity_per_day,
        services: d.services.iter().cloned().collect(),
        planned: planned.get(&place.name).copied().unwrap_or(0),
    });
    PlaceView {
        name: place.name.clone(),
        lat: place.point.lat,
        lon: place.point.lon,
        kind: place.kind.clone(),
        country: place.country.clone(),
        hazard_per_day: costs.places[p] * 24.0,
        known: surface.coverage(place.point, surface.as_of()).known,
        site: sites.get(&p).cloned(),
        destination,
    }
}

fn roads(operation: &Operation, costs: &RoadCosts, surface: &Surface, as_of: Instant) -> Vec<RoadView> {
    let network = &operation.network;
    let name = |node| network.place_at(node).map_or(String::new(), |p| p.name.clone());
    let named = network.roads().filter(|(_, link)| network.place_at(link.from).is_some() && network.place_at(link.to).is_some());
    named
        .map(|(road, link)| {
            let hours = f64::from(costs.seconds[road.index()]) / 3600.0;
            let risk = costs.risk[road.index()];
            let unknown = surface.unknown_share(network.point(link.from), network.point(link.to), as_of);
            RoadView {
                index: road.0,
                from: name(link.from),
                to: name(link.to),
                km: link.km(),
                hours,
                risk,
                band: band(risk / hours.max(1e-9), unknown, operation.settings.hazards.floor_per_hour),
                closed: link.is_closed(as_of.max(operation.starts)),
            }
        })
        .collect()
}

fn vehicle(operation: &Operation, v: &movement::operation::Vehicle) -> VehicleView {
    VehicleView {
        id: v.id.clone(),
        kind: v.kind.clone(),
        depot: operation.place_name(v.depot).to_owned(),
        configurations: v.configurations.clone(),
        woman_crew: v.woman_crew,
        medical_crew: v.medical_crew,
        escort: v.escort,
    }
}

fn reports(operation: &Operation, surface: &Surface, day: impl Fn(Instant) -> String) -> Vec<ReportView> {
    let mut known: Vec<&threat::Report> = surface.reports().iter().collect();
    known.sort_by(|a, b| b.known_at().cmp(&a.known_at()).then(a.id.cmp(&b.id)));
    let nearest = |point: base::Point| {
        let near = operation.network.places().iter().map(|p| (p.point.distance_km(point), p)).min_by(|a, b| a.0.total_cmp(&b.0));
        near.map_or(String::new(), |(_, p)| p.name.clone())
    };
    known
        .into_iter()
        .take(REPORTS_SHOWN)
        .map(|r| ReportView {
            id: r.id.0.clone(),
            date: day(r.start),
            kind: serde_json::to_value(r.kind).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default(),
            lat: r.point.lat,
            lon: r.point.lon,
            place: r.place.clone().unwrap_or_else(|| nearest(r.point)),
            deaths: r.deaths,
            civilian_deaths: r.civilian_deaths,
            precision: r.place_precision.ucdp(),
            source: r.source.clone().unwrap_or_default(),
        })
        .collect()
}
