//! Puts a plan before each rule.

use crate::geometry::{Place, Shape, distance};
use crate::plan::{Feature, Kind, Plan};
use crate::report::{Measure, Outcome, Report, Verdict};
use crate::rules;
use crate::ruleset::{Rule, Rules};
use rstar::RTree;
use rstar::primitives::{GeomWithData, Rectangle};
use std::collections::{BTreeMap, BTreeSet};

/// Millimetres that a drawn distance may miss a limit by.
pub(crate) const HAIR: f64 = 1e-3;

/// Which limit for toilets counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// The first weeks.
    First,
    /// After them.
    #[default]
    Settled,
}

/// Which limit for living area counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Climate {
    /// Life is outside too.
    #[default]
    Warm,
    /// Life is inside.
    Cold,
}

/// Who reads the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reader {
    /// Is not told which households are headed by women or are children alone.
    #[default]
    Anyone,
    /// May be told.
    Restricted,
}

/// What a plan is judged for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Settings {
    /// Of the emergency.
    pub phase: Phase,
    /// Of the place.
    pub climate: Climate,
    /// Of the report.
    pub reader: Reader,
}

pub(crate) type Middles = RTree<GeomWithData<Place, usize>>;
pub(crate) type Walls = RTree<GeomWithData<Rectangle<Place>, usize>>;

/// A plan made ready: shelters in order, their middles and people.
pub(crate) struct Site<'a> {
    pub plan: &'a Plan,
    pub settings: Settings,
    pub light_radius_m: f64,
    pub shelters: Vec<&'a Feature>,
    pub at: Vec<Place>,
    pub population: Option<f64>,
    pub middles: Middles,
    pub walls: Walls,
}

/// What a rule found; `Err` says why it can't be judged.
pub(crate) struct Found {
    pub outcome: Outcome,
    pub measures: Vec<Measure>,
    pub features: BTreeSet<String>,
    /// Households that only a restricted reader is told of.
    pub hidden: BTreeSet<String>,
    /// Shelters whose people are affected.
    pub shelters: BTreeSet<usize>,
    /// People affected where no shelter can be named.
    pub people: Option<f64>,
}

impl Found {
    pub fn new(ok: bool) -> Self {
        let outcome = if ok { Outcome::Pass } else { Outcome::Fail };
        Self { outcome, measures: vec![], features: BTreeSet::new(), hidden: BTreeSet::new(), shelters: BTreeSet::new(), people: None }
    }

    pub fn measure(mut self, what: &str, value: Option<f64>, limit: String) -> Self {
        self.measures.push(Measure { what: what.into(), value: value.filter(|v| v.is_finite()), limit });
        self
    }

    pub fn features<'f>(mut self, all: impl IntoIterator<Item = &'f Feature>) -> Self {
        self.features.extend(all.into_iter().map(|f| f.id.clone()));
        self
    }

    pub fn shelters(mut self, all: impl IntoIterator<Item = usize>) -> Self {
        self.shelters.extend(all);
        self
    }
}

pub(crate) type Answer = Result<Found, String>;

impl<'a> Site<'a> {
    fn new(plan: &'a Plan, rules: &Rules, settings: Settings) -> Self {
        let shelters: Vec<&Feature> = plan.of(Kind::Shelter).collect();
        let at: Vec<Place> = shelters.iter().map(|s| s.shape.middle()).collect();
        let counted = (!plan.people_missing).then(|| shelters.iter().map(|s| s.persons()).sum::<f64>());
        let population = plan.boundary().and_then(|b| b.number("population")).or(counted).filter(|p| *p > 0.0);
        let middles = index(at.iter().copied());
        let walls = walls(shelters.iter().map(|s| &s.shape));
        Self { plan, settings, light_radius_m: rules.light_radius_m, shelters, at, population, middles, walls }
    }

    pub fn people(&self) -> Result<f64, String> {
        self.population.ok_or_else(|| "the population is not known: write it at the boundary, or persons at each shelter".into())
    }

    pub fn boundary(&self) -> Result<&'a Shape, String> {
        self.plan.boundary().map(|b| &b.shape).ok_or_else(|| "there is no boundary that can be used".into())
    }

    /// All of a kind; an error if there are none and the plan doesn't say that it was looked for.
    pub fn all(&self, kind: Kind) -> Result<Vec<&'a Feature>, String> {
        let all: Vec<_> = self.plan.of(kind).collect();
        if all.is_empty() && !self.plan.surveyed(kind) {
            let word = kind.word();
            return Err(format!("no {word} is on the plan: draw it or, if there is none, name it under 'surveyed' of the boundary"));
        }
        Ok(all)
    }

    /// Metres from each shelter to the nearest of these, and which; infinite if there are none.
    pub fn reach(&self, of: &[&Feature]) -> Result<Vec<(f64, usize)>, String> {
        if self.shelters.is_empty() {
            return Err("no shelter is on the plan".into());
        }
        let tree = index(of.iter().map(|f| f.shape.middle()));
        let nearest = |at: &Place| {
            let found = tree.nearest_neighbor(*at).map(|n| (distance(*at, *n.geom()), n.data));
            found.unwrap_or((f64::INFINITY, usize::MAX))
        };
        Ok(self.at.iter().map(nearest).collect())
    }

    /// Shelters that use one of these facilities as their nearest of all.
    pub fn served(&self, all: &[&Feature], bad: &BTreeSet<usize>) -> Vec<usize> {
        let reach = self.reach(all).unwrap_or_default();
        (0..reach.len()).filter(|s| bad.contains(&reach[*s].1)).collect()
    }
}

pub(crate) fn index(places: impl Iterator<Item = Place>) -> Middles {
    RTree::bulk_load(places.enumerate().map(|(i, p)| GeomWithData::new(p, i)).collect())
}

pub(crate) fn walls<'s>(shapes: impl Iterator<Item = &'s Shape>) -> Walls {
    RTree::bulk_load(shapes.enumerate().map(|(i, s)| GeomWithData::new(Rectangle::from(s.envelope()), i)).collect())
}

/// Judges a plan by every rule.
pub fn judge(plan: &Plan, rules: &Rules, settings: Settings) -> Report {
    let site = Site::new(plan, rules, settings);
    let mut verdicts = Vec::new();
    let mut lost = 0.0;
    for (id, rule) in &rules.rule {
        let Some(run) = rules::find(id) else { continue };
        let verdict = verdict(&site, id, rule, run(&site, rule));
        let share = site.population.map_or(0.0, |p| (verdict.people / p).min(1.0));
        lost += rules.weight.get(&rule.severity).copied().unwrap_or(0.0) * share;
        verdicts.push(verdict);
    }
    let score = site.population.map(|_| (100.0 - lost).max(0.0));
    Report { version: rules.version.clone(), site: plan.name.clone(), population: site.population, score, verdicts }
}

fn verdict(site: &Site, id: &str, rule: &Rule, answer: Answer) -> Verdict {
    let (found, why) = match answer {
        Ok(found) => (found, None),
        Err(why) => (Found { outcome: Outcome::NotJudged, ..Found::new(true) }, Some(why)),
    };
    let mut by: BTreeMap<String, f64> = BTreeMap::new();
    for shelter in found.shelters.iter().map(|s| site.shelters[*s]).filter(|s| !s.word("head_type").is_empty()) {
        *by.entry(shelter.word("head_type").to_owned()).or_default() += shelter.persons();
    }
    let told = site.settings.reader == Reader::Restricted;
    let people_by_household = by.into_iter().map(|(group, n)| (group, (told || n >= 5.0).then_some(n))).collect();
    let withheld = if told { 0 } else { found.hidden.len() };
    let people = found.people.unwrap_or_else(|| found.shelters.iter().map(|s| site.shelters[*s].persons()).sum());
    let mut features: Vec<String> = found.features.into_iter().collect();
    if told {
        features.extend(found.hidden);
    }
    let advice = why.unwrap_or_else(|| if found.outcome == Outcome::Pass { String::new() } else { rule.suggestion.clone() });
    let (rule_id, title, basis) = (id.to_owned(), rule.title.clone(), rule.basis());
    let (outcome, measures) = (found.outcome, found.measures);
    Verdict {
        rule: rule_id,
        title,
        severity: rule.severity,
        outcome,
        measures,
        basis,
        features,
        withheld,
        people,
        people_by_household,
        advice,
    }
}
