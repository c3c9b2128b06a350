//! How far people walk, as the crow flies.

use super::{for_men, for_women, most, posts, stalls};
use crate::geometry::distance;
use crate::judge::{Answer, Found, Site};
use crate::plan::{Feature, Kind};
use crate::ruleset::Rule;

/// The furthest of all shelters, or of the share that the rule counts, beside a limit; those beyond it are affected.
fn within(site: &Site, of: &[&Feature], limit: f64, share: f64) -> Answer {
    let reach = site.reach(of)?;
    let far: Vec<usize> = (0..reach.len()).filter(|s| !most(reach[*s].0, limit)).collect();
    let mut sorted: Vec<f64> = reach.iter().map(|r| r.0).collect();
    sorted.sort_by(f64::total_cmp);
    let rank = ((share * sorted.len() as f64).ceil() as usize).clamp(1, sorted.len());
    let furthest = sorted[rank - 1];
    let named = far.iter().map(|s| site.shelters[*s]);
    let found = Found::new(most(furthest, limit)).measure("metres to the nearest", Some(furthest), format!("at most {limit}"));
    Ok(found.features(named).shelters(far.iter().copied()))
}

fn only(all: Vec<&Feature>, which: impl Fn(&Feature) -> bool) -> Vec<&Feature> {
    all.into_iter().filter(|f| which(f)).collect()
}

pub fn women_toilet(site: &Site, rule: &Rule) -> Answer {
    within(site, &only(site.all(Kind::Latrine)?, for_women), rule.limit("most_m"), 1.0)
}

pub fn men_toilet(site: &Site, rule: &Rule) -> Answer {
    within(site, &only(site.all(Kind::Latrine)?, for_men), rule.limit("most_m"), 1.0)
}

pub fn bathing(site: &Site, rule: &Rule) -> Answer {
    let all = site.all(Kind::Bathing)?;
    let (people, limit) = (site.people()?, rule.limit("most"));
    let ratio = people / stalls(&all)?;
    let found = within(site, &all, rule.limit("most_m"), 1.0)?.measure("people per stall", Some(ratio), format!("at most {limit}"));
    Ok(if most(ratio, limit) { found } else { Found { outcome: crate::Outcome::Fail, ..found } })
}

pub fn water(site: &Site, rule: &Rule) -> Answer {
    let mut found = within(site, &site.all(Kind::WaterPoint)?, rule.limit("most_m"), 1.0)?;
    if let Some(measure) = found.measures.first_mut() {
        measure.limit += &format!(", aim at {}", rule.limit("aim_m"));
    }
    Ok(found)
}

pub fn police(site: &Site, rule: &Rule) -> Answer {
    within(site, &posts(site)?.1, rule.limit("most_m"), rule.limit("share"))
}

pub fn distribution(site: &Site, rule: &Rule) -> Answer {
    let all = site.all(Kind::DistributionPoint)?;
    let joint = only(all.clone(), |f| f.yes("separate_queue_f") != Some(true));
    let found = within(site, &all, rule.limit("most_m"), 1.0)?;
    let found = found.measure("points without a queue for women", Some(joint.len() as f64), "none".into());
    Ok(if joint.is_empty() { found } else { Found { outcome: crate::Outcome::Fail, ..found }.features(joint) })
}

pub fn women_space(site: &Site, rule: &Rule) -> Answer {
    within(site, &site.all(Kind::Wfs)?, rule.limit("most_m"), rule.limit("share"))
}

pub fn clinical_care(site: &Site, rule: &Rule) -> Answer {
    let all = site.all(Kind::Health)?;
    if !all.is_empty() && all.iter().all(|f| f.yes("cmr").is_none()) {
        return Err("no health facility says whether it gives clinical management of rape: write cmr".into());
    }
    within(site, &only(all, |f| f.yes("cmr") == Some(true)), rule.limit("most_m"), 1.0)
}

pub fn children_alone(site: &Site, rule: &Rule) -> Answer {
    let support = site.plan.of(Kind::Cfs).collect::<Vec<_>>();
    let alone: Vec<usize> = (0..site.shelters.len()).filter(|s| site.shelters[*s].word("head_type") == "uasc").collect();
    if alone.is_empty() && !site.shelters.iter().any(|s| !s.word("head_type").is_empty()) {
        return Err("no shelter says who heads it: write head_type".into());
    }
    let to_carer = |s: usize| {
        let group = site.shelters[s].word("hh_group");
        let carers = site
            .shelters
            .iter()
            .zip(&site.at)
            .filter(|(o, _)| !group.is_empty() && o.word("hh_group") == group && o.word("head_type") != "uasc");
        let places = carers.map(|(_, at)| *at).chain(support.iter().map(|f| f.shape.middle()));
        places.map(|p| distance(site.at[s], p)).fold(f64::INFINITY, f64::min)
    };
    let reach: Vec<(usize, f64)> = alone.into_iter().map(|s| (s, to_carer(s))).collect();
    let far: Vec<usize> = reach.iter().filter(|(_, d)| !most(*d, rule.limit("most_m"))).map(|(s, _)| *s).collect();
    let furthest = reach.iter().map(|(_, d)| *d).fold(0.0, f64::max);
    let mut found = Found::new(far.is_empty()).measure("metres to support", Some(furthest), format!("at most {}", rule.limit("most_m")));
    found.hidden = far.iter().map(|s| site.shelters[*s].id.clone()).collect();
    Ok(found.shelters(far))
}

pub fn accessible_latrine(site: &Site, rule: &Rule) -> Answer {
    let all = site.all(Kind::Latrine)?;
    if !all.is_empty() && all.iter().all(|f| f.yes("accessible").is_none()) {
        return Err("no latrine says whether all can use it: write accessible".into());
    }
    let usable = only(all.clone(), |f| f.yes("accessible") == Some(true));
    let share = stalls(&usable)? / stalls(&all)?;
    let (limit, floor) = (rule.limit("most_m"), rule.limit("least_share"));
    let reach = site.reach(&usable)?;
    let far: Vec<usize> =
        (0..reach.len()).filter(|s| site.shelters[*s].yes("accessible") == Some(true) && !most(reach[*s].0, limit)).collect();
    let found = Found::new(far.is_empty() && share >= floor - 1e-9).measure("share of stalls", Some(share), format!("at least {floor}"));
    let found = found.measure("accessible shelters too far", Some(far.len() as f64), format!("none beyond {limit} m"));
    Ok(found.features(far.iter().map(|s| site.shelters[*s])).shelters(far.iter().copied()))
}
