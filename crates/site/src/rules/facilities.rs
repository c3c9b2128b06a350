//! Where facilities stand, and how many there are.

use super::{all_say, for_women, least, most, posts, stalls};
use crate::judge::{Answer, Found, Phase, Site, walls};
use crate::plan::{Feature, Kind};
use crate::ruleset::Rule;
use std::collections::BTreeSet;

/// These facilities stand at least so far from those; people whose nearest one does not are affected.
fn apart(site: &Site, these: &[&Feature], those: &[&Feature], limit: f64) -> Found {
    let nearest = |a: &Feature| those.iter().filter(|b| b.id != a.id).map(|b| a.shape.distance(&b.shape)).fold(f64::INFINITY, f64::min);
    let gaps: Vec<f64> = these.iter().map(|f| nearest(f)).collect();
    let bad: BTreeSet<usize> = (0..these.len()).filter(|i| !least(gaps[*i], limit)).collect();
    let smallest = gaps.iter().copied().fold(f64::INFINITY, f64::min);
    let found = Found::new(bad.is_empty()).measure("metres between the nearest two", Some(smallest), format!("at least {limit}"));
    found.features(bad.iter().map(|i| these[*i])).shelters(site.served(these, &bad))
}

fn women<'a>(site: &Site<'a>) -> Vec<&'a Feature> {
    site.plan.of(Kind::Latrine).chain(site.plan.of(Kind::Bathing)).filter(|f| for_women(f)).collect()
}

pub fn toilet_ratio(site: &Site, rule: &Rule) -> Answer {
    let (all, people) = (site.all(Kind::Latrine)?, site.people()?);
    let limit = rule.limit(if site.settings.phase == Phase::First { "first_phase" } else { "most" });
    let (have, need) = (stalls(&all)?, (people / limit).ceil());
    let found = Found::new(most(people / have, limit)).measure("people per stall", Some(people / have), format!("at most {limit}"));
    let mut found = found.measure("stalls missing", Some((need - have).max(0.0)), format!("{need} needed"));
    found.people = Some((people - have * limit).max(0.0));
    Ok(found)
}

pub fn stall_ratio(site: &Site, rule: &Rule) -> Answer {
    let all = site.all(Kind::Latrine)?;
    all_say(&all, "users")?;
    let of = |users: &str| stalls(&all.iter().copied().filter(|f| f.word("users") == users).collect::<Vec<_>>());
    let (women, men, limit) = (of("f")?, of("m")?, rule.limit("least"));
    if women + men == 0.0 {
        return Err("no latrine with stalls is for women or for men alone".into());
    }
    let mut found =
        Found::new(women >= men * limit - 1e-9).measure("women's stalls for each men's", Some(women / men), format!("3, at least {limit}"));
    found.people = Some(if women >= men * limit - 1e-9 { 0.0 } else { site.people()? * (1.0 - women / (men * limit)) });
    Ok(found)
}

pub fn blocks_apart(site: &Site, rule: &Rule) -> Answer {
    let all = site.all(Kind::Latrine)?;
    all_say(&all, "users")?;
    let of = |users: &str| all.iter().copied().filter(|f| f.word("users") == users).collect::<Vec<_>>();
    let (women, men) = (of("f"), of("m"));
    if women.is_empty() || men.is_empty() {
        return Err("no latrine is for women alone, or none for men alone".into());
    }
    Ok(apart(site, &women, &men, rule.limit("least_m")))
}

pub fn locks(site: &Site, _: &Rule) -> Answer {
    let all = site.all(Kind::Latrine)?;
    let bad: BTreeSet<usize> = (0..all.len()).filter(|i| all[*i].yes("lock") != Some(true)).collect();
    let found = Found::new(bad.is_empty()).measure("latrines without a lock, or not said", Some(bad.len() as f64), "none".into());
    Ok(found.features(bad.iter().map(|i| all[*i])).shelters(site.served(&all, &bad)))
}

pub fn taps(site: &Site, rule: &Rule) -> Answer {
    let (all, people) = (site.all(Kind::WaterPoint)?, site.people()?);
    all_say(&all.iter().copied().filter(|f| !matches!(f.word("type"), "handpump" | "open_well")).collect::<Vec<_>>(), "taps")?;
    let of = |f: &Feature| match f.word("type") {
        kind @ ("handpump" | "open_well") => f.number("taps").unwrap_or(1.0).max(1.0) * rule.limit(kind),
        _ => f.number("taps").unwrap_or(0.0) * rule.limit("tap"),
    };
    let carries: f64 = all.iter().map(|f| of(f)).sum();
    let (ratio, limit) = (people * rule.limit("tap") / carries, rule.limit("tap"));
    let mut found = Found::new(most(ratio, limit)).measure(
        "people per tap, pumps and wells by what they carry",
        Some(ratio),
        format!("at most {limit}"),
    );
    found.people = Some((people - carries).max(0.0));
    Ok(found)
}

pub fn water_source(site: &Site, rule: &Rule) -> Answer {
    let water = site.all(Kind::WaterPoint)?;
    all_say(&water, "type")?;
    let sources: Vec<_> = water.into_iter().filter(|f| matches!(f.word("type"), "handpump" | "open_well")).collect();
    Ok(apart(site, &site.all(Kind::Latrine)?, &sources, rule.limit("least_m")))
}

pub fn fringe(site: &Site, rule: &Rule) -> Answer {
    let (boundary, all, limit) = (site.boundary()?, women(site), rule.limit("least_m"));
    if all.is_empty() {
        return Err("no latrine or bathing for women is on the plan".into());
    }
    let inside = |f: &Feature| {
        if boundary.holds(f.shape.middle()) {
            f.shape.segments().map(|(a, _)| boundary.edge_distance(a)).fold(f64::INFINITY, f64::min)
        } else {
            0.0
        }
    };
    let gaps: Vec<f64> = all.iter().map(|f| inside(f)).collect();
    let bad: BTreeSet<usize> = (0..all.len()).filter(|i| !least(gaps[*i], limit)).collect();
    let found = Found::new(bad.is_empty());
    let found =
        found.measure("metres to the boundary", Some(gaps.iter().copied().fold(f64::INFINITY, f64::min)), format!("at least {limit}"));
    Ok(found.features(bad.iter().map(|i| all[*i])).shelters(site.served(&all, &bad)))
}

pub fn against_shelter(site: &Site, rule: &Rule) -> Answer {
    let (all, low, high) = (site.all(Kind::Latrine)?, rule.limit("least_m"), rule.limit("most_m"));
    site.reach(&all)?;
    let gap = |f: &Feature| {
        let area = f.shape.envelope();
        let (a, b) = (area.lower(), area.upper());
        let grown = rstar::AABB::from_corners([a[0] - high, a[1] - high], [b[0] + high, b[1] + high]);
        let near = site.walls.locate_in_envelope_intersecting(grown);
        near.map(|n| f.shape.distance(&site.shelters[n.data].shape)).fold(f64::INFINITY, f64::min)
    };
    let gaps: Vec<f64> = all.iter().map(|f| gap(f)).collect();
    let bad: BTreeSet<usize> = (0..all.len()).filter(|i| !least(gaps[*i], low) || !most(gaps[*i], high)).collect();
    let found = Found::new(bad.is_empty());
    let found = found.measure(
        "metres to the nearest shelter",
        Some(gaps.iter().copied().fold(f64::INFINITY, f64::min)),
        format!("{low} to {high}"),
    );
    Ok(found.features(bad.iter().map(|i| all[*i])).shelters(site.served(&all, &bad)))
}

pub fn armed_post(site: &Site, rule: &Rule) -> Answer {
    let (posts, _) = posts(site)?;
    let limit = rule.limit("least_m");
    let places: Vec<_> = women(site).into_iter().chain(site.plan.of(Kind::Wfs)).collect();
    if places.is_empty() && site.shelters.is_empty() {
        return Err("no place of women and no shelter is on the plan".into());
    }
    let mut found = apart(site, &places, &posts, limit);
    let headed = |s: &Feature| matches!(s.word("head_type"), "fhh" | "single_f");
    let near: Vec<usize> = (0..site.shelters.len())
        .filter(|s| headed(site.shelters[*s]) && posts.iter().any(|p| !least(p.shape.distance(&site.shelters[*s].shape), limit)))
        .collect();
    if !near.is_empty() {
        found.outcome = crate::Outcome::Fail;
    }
    found.hidden = near.iter().map(|s| site.shelters[*s].id.clone()).collect();
    Ok(found.measure("households headed by women too near", Some(near.len() as f64), "none".into()).shelters(near))
}

pub fn distribution_armed(site: &Site, rule: &Rule) -> Answer {
    let (posts, _) = posts(site)?;
    Ok(apart(site, &site.all(Kind::DistributionPoint)?, &posts, rule.limit("least_m")))
}

pub fn waste(site: &Site, rule: &Rule) -> Answer {
    let (waste, graves) = (site.all(Kind::Waste)?, site.all(Kind::Cemetery)?);
    let (far, water) = (rule.limit("waste_m"), site.all(Kind::WaterPoint)?);
    let tree = walls(waste.iter().map(|f| &f.shape));
    let near = |s: &usize| {
        let area = site.shelters[*s].shape.envelope();
        let (a, b) = (area.lower(), area.upper());
        let grown = rstar::AABB::from_corners([a[0] - far, a[1] - far], [b[0] + far, b[1] + far]);
        tree.locate_in_envelope_intersecting(grown).any(|w| !least(waste[w.data].shape.distance(&site.shelters[*s].shape), far))
    };
    let close: Vec<usize> = (0..site.shelters.len()).filter(near).collect();
    let graves_found = apart(site, &graves, &water, rule.limit("cemetery_m"));
    let ok = close.is_empty() && graves_found.features.is_empty();
    let found = Found::new(ok).measure("shelters near waste", Some(close.len() as f64), format!("none within {far} m"));
    let mut found = found.measure(
        "cemeteries near water",
        Some(graves_found.features.len() as f64),
        format!("none within {} m", rule.limit("cemetery_m")),
    );
    found.features = graves_found.features;
    Ok(found.features(close.iter().map(|s| site.shelters[*s])).shelters(close.iter().copied()))
}

pub fn children_traffic(site: &Site, rule: &Rule) -> Answer {
    let main = site.all(Kind::Path)?.into_iter().filter(|p| p.word("class") == "main");
    let roads: Vec<_> = main.chain(site.plan.of(Kind::Hazard).filter(|h| h.word("type") == "traffic")).collect();
    Ok(apart(site, &site.all(Kind::Cfs)?, &roads, rule.limit("least_m")))
}
