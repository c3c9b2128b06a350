//! What is lit at night.

use super::for_women;
use crate::geometry::{Place, distance};
use crate::judge::{Answer, Found, Middles, Site, index};
use crate::plan::{Feature, Kind};
use crate::ruleset::Rule;
use std::collections::BTreeSet;

/// Lights that work, or don't say that they don't.
struct Lights {
    at: Vec<(Place, f64)>,
    tree: Middles,
    widest: f64,
}

impl Lights {
    fn of(site: &Site) -> Result<Self, String> {
        let working = site.all(Kind::Light)?.into_iter().filter(|l| l.yes("working") != Some(false));
        let at: Vec<(Place, f64)> = working.map(|l| (l.shape.middle(), l.number("radius_m").unwrap_or(site.light_radius_m))).collect();
        let widest = at.iter().map(|l| l.1).fold(0.0, f64::max);
        Ok(Self { tree: index(at.iter().map(|l| l.0)), at, widest })
    }

    fn within(&self, p: Place, metres: f64) -> usize {
        self.tree.locate_within_distance(p, (metres + crate::judge::HAIR).powi(2)).count()
    }

    /// Metres of a straight piece that lie in some light's circle.
    fn lit(&self, a: Place, b: Place) -> f64 {
        let length = distance(a, b);
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let around = rstar::AABB::from_corners(
            [a[0].min(b[0]) - self.widest, a[1].min(b[1]) - self.widest],
            [a[0].max(b[0]) + self.widest, a[1].max(b[1]) + self.widest],
        );
        let span = |(at, radius): (Place, f64)| {
            let along = ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / length;
            let aside = ((at[0] - a[0]) * dy - (at[1] - a[1]) * dx) / length;
            let half = (radius * radius - aside * aside).sqrt();
            (half > 0.0).then_some(((along - half).max(0.0), (along + half).min(length)))
        };
        let mut spans: Vec<(f64, f64)> =
            self.tree.locate_in_envelope(around).filter_map(|l| span(self.at[l.data])).filter(|s| s.1 > s.0).collect();
        spans.sort_by(|x, y| x.0.total_cmp(&y.0));
        let (mut lit, mut end) = (0.0, 0.0_f64);
        for (from, to) in spans {
            lit += (to - from.max(end)).max(0.0);
            end = end.max(to);
        }
        lit
    }
}

pub fn facilities(site: &Site, rule: &Rule) -> Answer {
    let all: Vec<&Feature> = site.all(Kind::Latrine)?.into_iter().chain(site.plan.of(Kind::Bathing)).filter(|f| for_women(f)).collect();
    let lights = Lights::of(site)?;
    if all.is_empty() {
        return Err("no latrine or bathing for women is on the plan".into());
    }
    let dark = |f: &Feature| f.yes("lit") != Some(true) && lights.within(f.shape.middle(), rule.limit("most_m")) == 0;
    let bad: BTreeSet<usize> = (0..all.len()).filter(|i| dark(all[*i])).collect();
    let (share, floor) = (1.0 - bad.len() as f64 / all.len() as f64, rule.limit("least_share"));
    let found = Found::new(share >= floor - 1e-9).measure("share of women's facilities lit", Some(share), format!("at least {floor}"));
    Ok(found.features(bad.iter().map(|i| all[*i])).shelters(site.served(&all, &bad)))
}

pub fn main_paths(site: &Site, rule: &Rule) -> Answer {
    let main: Vec<_> = site.all(Kind::Path)?.into_iter().filter(|p| p.word("class") == "main").collect();
    let lights = Lights::of(site)?;
    let of = |p: &Feature| p.shape.segments().map(|(a, b)| lights.lit(a, b)).sum::<f64>();
    let length: f64 = main.iter().map(|p| p.shape.length()).sum();
    if length <= 0.0 {
        return Err("no main path is on the plan: write class main".into());
    }
    let (share, floor) = (main.iter().map(|p| of(p)).sum::<f64>() / length, rule.limit("least_share"));
    let ok = share >= floor - 1e-9;
    let mut found = Found::new(ok).measure("share of length lit", Some(share), format!("at least {floor}"));
    found.people = Some(if ok { 0.0 } else { site.people()? * (1.0 - share) });
    Ok(found.features(main.into_iter().filter(|p| of(p) < floor * p.shape.length())))
}

pub fn way_to_latrine(site: &Site, rule: &Rule) -> Answer {
    let latrines: Vec<_> = site.all(Kind::Latrine)?.into_iter().filter(|f| for_women(f)).collect();
    let (lights, reach, floor) = (Lights::of(site)?, site.reach(&latrines)?, rule.limit("least_share"));
    if latrines.is_empty() {
        return Err("no latrine for women is on the plan".into());
    }
    let (mut lit, mut all, mut dark) = (0.0, 0.0, Vec::new());
    for (s, (metres, to)) in reach.into_iter().enumerate() {
        let own = lights.lit(site.at[s], latrines[to].shape.middle());
        let persons = site.shelters[s].persons();
        (lit, all) = (lit + own * persons, all + metres * persons);
        if own < metres * floor - crate::judge::HAIR {
            dark.push(s);
        }
    }
    let share = if all > 0.0 { lit / all } else { 1.0 };
    let found = Found::new(share >= floor - 1e-9).measure("share of the way lit, by people", Some(share), format!("at least {floor}"));
    Ok(found.features(dark.iter().map(|s| site.shelters[*s])).shelters(dark.iter().copied()))
}

pub fn water(site: &Site, rule: &Rule) -> Answer {
    let (all, lights) = (site.all(Kind::WaterPoint)?, Lights::of(site)?);
    let (within, floor) = (rule.limit("within_m"), rule.limit("least"));
    let near: Vec<usize> = all.iter().map(|f| lights.within(f.shape.middle(), within)).collect();
    let bad: BTreeSet<usize> = (0..all.len()).filter(|i| (near[*i] as f64) < floor).collect();
    let fewest = near.iter().min().map(|n| *n as f64);
    let found = Found::new(bad.is_empty()).measure("lights near the darkest", fewest, format!("at least {floor} within {within} m"));
    Ok(found.features(bad.iter().map(|i| all[*i])).shelters(site.served(&all, &bad)))
}
