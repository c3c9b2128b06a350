//! Where people live.

use super::{least, most};
use crate::Outcome;
use crate::geometry::{Shape, distance};
use crate::judge::{Answer, Climate, Found, Site};
use crate::plan::{Feature, Kind};
use crate::ruleset::Rule;
use std::collections::BTreeMap;

pub fn site_area(site: &Site, rule: &Rule) -> Answer {
    let (people, area) = (site.people()?, site.boundary()?.area());
    let (each, good, low) = (area / people, rule.limit("good_m2"), rule.limit("least_m2"));
    let mut found = Found::new(least(each, good)).measure("square metres per person", Some(each), format!("{good}, at least {low}"));
    if least(each, low) && found.outcome == Outcome::Fail {
        found.outcome = Outcome::Warn;
    }
    found.people = Some(if least(each, good) { 0.0 } else { people - area / good });
    Ok(found)
}

pub fn living_area(site: &Site, rule: &Rule) -> Answer {
    let limit = rule.limit(if site.settings.climate == Climate::Cold { "cold_m2" } else { "least_m2" });
    let drawn: Vec<usize> =
        (0..site.shelters.len()).filter(|s| site.shelters[*s].shape.area() > 0.0 && site.shelters[*s].persons() > 0.0).collect();
    if drawn.is_empty() {
        return Err("no shelter is drawn as an area".into());
    }
    let each = |s: usize| site.shelters[s].shape.area() / site.shelters[s].persons();
    let (area, people) = drawn.iter().fold((0.0, 0.0), |(a, p), s| (a + site.shelters[*s].shape.area(), p + site.shelters[*s].persons()));
    let small: Vec<usize> = drawn.iter().copied().filter(|s| !least(each(*s), limit)).collect();
    let found =
        Found::new(least(area / people, limit)).measure("square metres per person", Some(area / people), format!("at least {limit}"));
    Ok(found.features(small.iter().map(|s| site.shelters[*s])).shelters(small.iter().copied()))
}

pub fn alone_at_fringe(site: &Site, rule: &Rule) -> Answer {
    let boundary = site.boundary()?;
    if !site.shelters.iter().any(|s| !s.word("head_type").is_empty()) {
        return Err("no shelter says who heads it: write head_type".into());
    }
    let headed = |s: usize| matches!(site.shelters[s].word("head_type"), "fhh" | "single_f");
    let alone = |s: &usize| {
        let at = site.at[*s];
        let cluster = site.middles.locate_within_distance(at, rule.limit("cluster_m").powi(2)).any(|n| n.data != *s && headed(n.data));
        let neighbour = site.middles.locate_within_distance(at, rule.limit("neighbour_m").powi(2)).any(|n| n.data != *s);
        !cluster && !neighbour && boundary.edge_distance(at) < rule.limit("fringe_m")
    };
    let bad: Vec<usize> = (0..site.shelters.len()).filter(|s| headed(*s)).filter(alone).collect();
    let limit = rule.limit("most");
    let mut found = Found::new(bad.len() as f64 <= limit).measure("households", Some(bad.len() as f64), format!("at most {limit}"));
    found.hidden = bad.iter().map(|s| site.shelters[*s].id.clone()).collect();
    Ok(found.shelters(bad))
}

pub fn firewood(site: &Site, rule: &Rule) -> Answer {
    let (all, limit) = (site.all(Kind::FirewoodRoute)?, rule.limit("most_m"));
    let boundary = site.boundary()?;
    let outside = |f: &Feature| f.number("length_m").unwrap_or_else(|| beyond(&f.shape, boundary));
    let longest = all.iter().map(|f| outside(f)).fold(0.0, f64::max);
    let fuel = site.plan.of(Kind::DistributionPoint).any(|f| f.word("item") == "fuel");
    let bad: Vec<&Feature> = all.into_iter().filter(|f| !fuel && f.yes("patrol") != Some(true) && !most(outside(f), limit)).collect();
    let mut found =
        Found::new(bad.is_empty()).measure("metres outside the site", Some(longest), format!("at most {limit} without fuel or patrol"));
    found.people = Some(if bad.is_empty() { 0.0 } else { site.people()? });
    Ok(found.features(bad))
}

/// Metres of a line outside an area, by pieces of at most a metre.
fn beyond(line: &Shape, area: &Shape) -> f64 {
    let piece = |a: [f64; 2], b: [f64; 2]| {
        let length = distance(a, b);
        let n = length.ceil().clamp(1.0, 20_000.0);
        let middle = |i: usize| (i as f64 + 0.5) / n;
        let out = (0..n as usize).filter(|i| !area.holds([a[0] + (b[0] - a[0]) * middle(*i), a[1] + (b[1] - a[1]) * middle(*i)])).count();
        length * out as f64 / n
    };
    line.segments().map(|(a, b)| piece(a, b)).sum()
}

/// Shelters that stand nearer to each other than a gap, as built-up runs; each shelter's run.
fn runs(site: &Site, gap: f64) -> Vec<usize> {
    let mut run = vec![usize::MAX; site.shelters.len()];
    for start in 0..run.len() {
        if run[start] != usize::MAX {
            continue;
        }
        let mut open = vec![start];
        run[start] = start;
        while let Some(s) = open.pop() {
            let area = site.shelters[s].shape.envelope();
            let (a, b) = (area.lower(), area.upper());
            let grown = rstar::AABB::from_corners([a[0] - gap, a[1] - gap], [b[0] + gap, b[1] + gap]);
            for near in site.walls.locate_in_envelope_intersecting(grown) {
                let other = near.data;
                if run[other] == usize::MAX && site.shelters[s].shape.distance(&site.shelters[other].shape) < gap - crate::judge::HAIR {
                    run[other] = start;
                    open.push(other);
                }
            }
        }
    }
    run
}

pub fn fire_break(site: &Site, rule: &Rule) -> Answer {
    let (boundary, limit) = (site.boundary()?, rule.limit("most_m"));
    if site.shelters.is_empty() {
        return Err("no shelter is on the plan".into());
    }
    let longest_edge = boundary.segments().max_by(|x, y| distance(x.0, x.1).total_cmp(&distance(y.0, y.1)));
    let axis = longest_edge.map_or([1.0, 0.0], |(a, b)| [(b[0] - a[0]) / distance(a, b), (b[1] - a[1]) / distance(a, b)]);
    let run = runs(site, rule.limit("gap_m"));
    let mut spans: BTreeMap<usize, [f64; 4]> = BTreeMap::new();
    for (s, shelter) in site.shelters.iter().enumerate() {
        let span = spans.entry(run[s]).or_insert([f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::NEG_INFINITY]);
        for p in shelter.shape.segments().flat_map(|(a, b)| [a, b]) {
            let (x, y) = (p[0] * axis[0] + p[1] * axis[1], p[1] * axis[0] - p[0] * axis[1]);
            *span = [span[0].min(x), span[1].max(x), span[2].min(y), span[3].max(y)];
        }
    }
    let length = |span: &[f64; 4]| (span[1] - span[0]).max(span[3] - span[2]);
    let longest = spans.values().map(length).fold(0.0, f64::max);
    let bad: Vec<usize> = (0..run.len()).filter(|s| spans.get(&run[*s]).is_some_and(|span| !most(length(span), limit))).collect();
    let found = Found::new(bad.is_empty()).measure(
        "metres of the longest built-up run",
        Some(longest),
        format!("at most {limit} without a break of {} m", rule.limit("gap_m")),
    );
    Ok(found.features(bad.iter().map(|s| site.shelters[*s])).shelters(bad.iter().copied()))
}

pub fn spacing(site: &Site, rule: &Rule) -> Answer {
    let limit = rule.limit("least_m");
    let drawn: Vec<usize> = (0..site.shelters.len()).filter(|s| site.shelters[*s].shape.area() > 0.0).collect();
    if drawn.is_empty() {
        return Err("no shelter is drawn as an area, so there are no walls to measure between".into());
    }
    let gap = |s: usize| {
        let area = site.shelters[s].shape.envelope();
        let (a, b) = (area.lower(), area.upper());
        let grown = rstar::AABB::from_corners([a[0] - limit, a[1] - limit], [b[0] + limit, b[1] + limit]);
        let near = site.walls.locate_in_envelope_intersecting(grown).filter(|n| n.data != s && site.shelters[n.data].shape.area() > 0.0);
        near.map(|n| site.shelters[s].shape.distance(&site.shelters[n.data].shape)).fold(f64::INFINITY, f64::min)
    };
    let gaps: Vec<(usize, f64)> = drawn.into_iter().map(|s| (s, gap(s))).collect();
    let bad: Vec<usize> = gaps.iter().filter(|(_, g)| !least(*g, limit)).map(|(s, _)| *s).collect();
    let found = Found::new(bad.is_empty()).measure("shelters too near another", Some(bad.len() as f64), format!("none within {limit} m"));
    Ok(found.features(bad.iter().map(|s| site.shelters[*s])).shelters(bad.iter().copied()))
}

pub fn road(site: &Site, rule: &Rule) -> Answer {
    let (limit, width) = (rule.limit("most_m"), rule.limit("least_width_m"));
    let main: Vec<_> = site.all(Kind::Path)?.into_iter().filter(|p| p.word("class") == "main").collect();
    let pieces = main.iter().flat_map(|p| p.shape.segments()).map(|(a, b)| rstar::primitives::Line::new(a, b)).collect();
    let tree = rstar::RTree::bulk_load(pieces);
    let metres = |s: &usize| {
        use rstar::PointDistance;
        tree.nearest_neighbor(site.at[*s]).map_or(f64::INFINITY, |line| line.distance_2(&site.at[*s]).sqrt())
    };
    let far: Vec<usize> = (0..site.shelters.len()).filter(|s| !most(metres(s), limit)).collect();
    let narrow: Vec<&Feature> = main.iter().copied().filter(|p| p.number("width_m").is_some_and(|w| !least(w, width))).collect();
    if far.is_empty() && narrow.is_empty() && main.iter().any(|p| p.number("width_m").is_none()) {
        return Err("a main path doesn't say how wide it is: write width_m".into());
    }
    let found = Found::new(far.is_empty() && narrow.is_empty()).measure(
        "shelters far from a main path",
        Some(far.len() as f64),
        format!("none beyond {limit} m"),
    );
    let found = found.measure("main paths too narrow", Some(narrow.len() as f64), format!("none below {width} m"));
    Ok(found.features(narrow).features(far.iter().map(|s| site.shelters[*s])).shelters(far.iter().copied()))
}

pub fn hazard(site: &Site, rule: &Rule) -> Answer {
    let all = site.all(Kind::Hazard)?;
    let bad: Vec<usize> =
        (0..site.shelters.len()).filter(|s| all.iter().any(|h| h.shape.distance(&site.shelters[*s].shape) == 0.0)).collect();
    let limit = rule.limit("most");
    let found = Found::new(bad.len() as f64 <= limit).measure("shelters in a hazard", Some(bad.len() as f64), format!("at most {limit}"));
    Ok(found.features(bad.iter().map(|s| site.shelters[*s])).shelters(bad.iter().copied()))
}

pub fn accessible(site: &Site, rule: &Rule) -> Answer {
    if site.shelters.iter().all(|s| s.yes("accessible").is_none()) {
        return Err("no shelter says whether all can use it: write accessible".into());
    }
    let share = site.shelters.iter().filter(|s| s.yes("accessible") == Some(true)).count() as f64 / site.shelters.len() as f64;
    let floor = rule.limit("least_share");
    let ok = share >= floor - 1e-9;
    let mut found = Found::new(ok).measure("share of shelters", Some(share), format!("at least {floor}"));
    found.people = Some(if ok { 0.0 } else { site.people()? * (floor - share) });
    Ok(found)
}

pub fn family(site: &Site, rule: &Rule) -> Answer {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (s, shelter) in site.shelters.iter().enumerate().filter(|(_, s)| !s.word("hh_group").is_empty()) {
        groups.entry(shelter.word("hh_group")).or_default().push(s);
    }
    if groups.is_empty() {
        return Err("no shelter says which family group it belongs to: write hh_group".into());
    }
    let spread = |all: &Vec<usize>| all.iter().flat_map(|a| all.iter().map(|b| distance(site.at[*a], site.at[*b]))).fold(0.0, f64::max);
    let limit = rule.limit("most_m");
    let widest = groups.values().map(spread).fold(0.0, f64::max);
    let bad: Vec<usize> = groups.values().filter(|g| !most(spread(g), limit)).flatten().copied().collect();
    let found = Found::new(bad.is_empty()).measure("metres between the furthest of a group", Some(widest), format!("at most {limit}"));
    Ok(found.features(bad.iter().map(|s| site.shelters[*s])).shelters(bad.iter().copied()))
}
