//! Walks through history week by week: what would routes have met that were chosen knowing only what was known until then?
//!
//! In: a network with its closures, reports of violence, parameters of the surface, a period. Out: incidents met by the fastest and by
//! the safest routes at several amounts of detour, beside a crude reference and beside an oracle that knows the coming week.
//! Always true: a route of a week is chosen from reports known at that day's midnight only; an incident is counted once per route,
//! if it begins in the following days within `radius_km` of the route and not within `ends_km` of either end; how much detour is
//! spent is set by distance alone, never by what was met; the same input gives the same figures.
//! Absent: vehicles, people, times of day.

mod choose;
mod count;
mod folder;
mod options;
mod table;
#[cfg(test)]
mod tests;
mod trade;
mod week;

pub use folder::{backtest_folder, read_params};
pub use options::Options;

use base::{Finding, Findings, LocalZone};
use roads::{Network, NodeIx};
use serde::Serialize;
use threat::{Params, Report, Status};
use trade::Family;
use week::Week;

/// Incidents met and km driven by all routes of the back-test together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Met {
    /// Incidents met; one that several routes meet counts for each.
    pub incidents: u64,
    /// Kilometres.
    pub km: f64,
}

/// What routes met that spend some detour on safety.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Traded {
    /// Most detour that was allowed on average, in percent of the fastest routes' distance.
    pub allowed_percent: f64,
    /// Detour that was spent.
    pub detour_percent: f64,
    /// Incidents met.
    pub incidents: u64,
    /// Share of the incidents that the fastest routes met; none if those met none.
    pub ratio: Option<f64>,
    /// Kilometres.
    pub km: f64,
}

/// The oracle: routes chosen by the incidents of the coming week itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Oracle {
    /// Detour of the headline figure: at most 10 percent.
    pub detour_percent: f64,
    /// Incidents met at that detour.
    pub incidents: u64,
    /// Share of the incidents that the fastest routes met.
    pub ratio: Option<f64>,
    /// At each amount of detour.
    pub family: Vec<Traded>,
}

/// What was met from one origin.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ByOrigin {
    /// Name of the origin.
    pub origin: String,
    /// By the fastest routes.
    pub fastest: Met,
    /// By the safest routes at the headline detour (at most 5 percent over all origins together).
    pub safest: Met,
}

/// The result of a back-test.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Backtest {
    /// Number of start days.
    pub weeks: usize,
    /// Pairs of origin and destination with a route in at least one week.
    pub pairs: usize,
    /// Routes counted: pairs with a route, over all weeks.
    pub routes: usize,
    /// Incidents that began in the weeks looked at, anywhere.
    pub incidents_in_period: usize,
    /// Origins, as asked for or by the default rule.
    pub origins: Vec<String>,
    /// Destinations, as asked for or by the default rule.
    pub destinations: Vec<String>,
    /// The counting rule.
    pub rule: Rule,
    /// Fastest routes.
    pub fastest: Met,
    /// Safest routes at each amount of detour.
    pub safest: Vec<Traded>,
    /// Routes by the crude reference (14 days, 8 km) at each amount of detour.
    pub reference: Vec<Traded>,
    /// Routes that know the coming week.
    pub oracle: Oracle,
    /// What was met from each origin.
    pub by_origin: Vec<ByOrigin>,
}

/// The counting rule, so that a figure carries it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Rule {
    /// Incidents within this many km of the route count.
    pub radius_km: f64,
    /// Those within this many km of either end don't.
    pub ends_km: f64,
    /// Days from the start day in which an incident must begin.
    pub days: u32,
}

/// Runs the back-test.
///
/// Codes: `backtest-unknown-place`, `backtest-no-weeks`, `backtest-no-pairs`, `backtest-past-reports`, `backtest-option`.
pub fn backtest(
    network: &Network,
    reports: &[Report],
    params: &Params,
    zone: &LocalZone,
    options: &Options,
    findings: &mut Findings,
) -> Backtest {
    let options = options.checked(findings);
    // What was found to be wrong did not happen.
    let happened: Vec<Report> = reports.iter().filter(|r| r.status != Status::Contradicted).cloned().collect();
    let origins = choose::origins(network, &options, findings);
    let destinations = choose::destinations(network, &origins, &options, findings);
    let days = options.start_days(zone);
    if days.is_empty() {
        let text = format!("the period from {} to {} has no start day", options.from, options.to);
        findings.push(Finding::error("backtest-no-weeks", text, "let the period begin before it ends"));
    }
    say_past(&happened, &days, &options, findings);
    let pairs = pairs(network, &origins, &destinations);
    let weeks: Vec<Week> = days.iter().map(|day| Week::new(network, &happened, *day, &pairs, &options)).collect();
    let routes = weeks.iter().map(|w| w.open_pairs.len()).sum();
    if routes == 0 && !days.is_empty() {
        let text = "there is no pair of origin and destination with a road between them";
        findings.push(Finding::error("backtest-no-pairs", text, "name origins and destinations, or check roads and closures"));
    }
    let ours = Family::by_surface(network, &weeks, &pairs, reports, params, &options);
    let crude = Family::by_surface(network, &weeks, &pairs, reports, &Params::crude(), &options);
    let knowing = Family::by_foresight(network, &weeks, &pairs, &options);
    let fastest = ours.fastest();
    let allowed = |most: f64| options.detours.iter().copied().find(|d| *d >= most).or(options.detours.last().copied()).unwrap_or(most);
    let oracle = knowing.at(allowed(10.0));
    Backtest {
        weeks: weeks.len(),
        pairs: pairs.iter().enumerate().filter(|(i, _)| weeks.iter().any(|w| w.open_pairs.contains(i))).count(),
        routes,
        incidents_in_period: weeks.iter().map(|w| w.incidents.len()).sum(),
        origins: names(network, &origins),
        destinations: names(network, &destinations),
        rule: Rule { radius_km: options.radius_km, ends_km: options.ends_km, days: options.days },
        fastest: fastest.met,
        safest: options.detours.iter().map(|d| ours.at(*d).traded).collect(),
        reference: options.detours.iter().map(|d| crude.at(*d).traded).collect(),
        oracle: Oracle {
            detour_percent: oracle.traded.detour_percent,
            incidents: oracle.traded.incidents,
            ratio: oracle.traded.ratio,
            family: options.detours.iter().map(|d| knowing.at(*d).traded).collect(),
        },
        by_origin: by_origin(network, &origins, &pairs, &fastest.by_pair, &ours.at(allowed(5.0)).by_pair),
    }
}

fn names(network: &Network, places: &[usize]) -> Vec<String> {
    places.iter().filter_map(|p| network.places().get(*p)).map(|p| p.name.clone()).collect()
}

/// Each origin with each destination that lies elsewhere: places and their nodes.
fn pairs(network: &Network, origins: &[usize], destinations: &[usize]) -> Vec<Pair> {
    let both = origins.iter().flat_map(|from| destinations.iter().map(move |to| (*from, *to)));
    both.filter_map(|(from, to)| Some(Pair { from, to, from_node: network.node_of(from)?, to_node: network.node_of(to)? }))
        .filter(|pair| pair.from_node != pair.to_node)
        .collect()
}

/// An origin and a destination.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pair {
    from: usize,
    to: usize,
    from_node: NodeIx,
    to_node: NodeIx,
}

fn by_origin(network: &Network, origins: &[usize], pairs: &[Pair], fastest: &[Met], safest: &[Met]) -> Vec<ByOrigin> {
    let sum = |of: &[Met], origin: usize| {
        let mine = pairs.iter().zip(of).filter(|(pair, _)| pair.from == origin);
        mine.fold(Met::default(), |sum, (_, met)| Met { incidents: sum.incidents + met.incidents, km: sum.km + met.km })
    };
    let named = origins.iter().zip(names(network, origins));
    named.map(|(origin, name)| ByOrigin { origin: name, fastest: sum(fastest, *origin), safest: sum(safest, *origin) }).collect()
}

fn say_past(reports: &[Report], days: &[base::Instant], options: &Options, findings: &mut Findings) {
    let (Some(last), Some(day)) = (reports.iter().map(|r| r.start).max(), days.last()) else { return };
    if day.plus_seconds(i64::from(options.days) * 86_400).days_since(last) > 31.0 {
        findings.push(Finding::warning(
            "backtest-past-reports",
            "the period goes on for more than a month after the last report: nothing can be met there",
            "end the period where the reports end",
        ));
    }
}
