//! Whole records: who of a list may be the person asked for, how likely, and why.
//!
//! In: a list; then one record at a time. Out: proposals, likeliest first, each with its evidence. Always true: nothing is merged, linked or decided; the same input
//! gives the same answer. Absent: whom the reader may see (the caller shows only what consent allows).

use crate::compare::{Level, Reader, Ready};
use crate::explain::{Evidence, explain};
use crate::keys::Keys;
use crate::model::{Expect, Model};
use crate::rank::Pool;
use crate::record::Record;
use crate::table::Table;

/// A list to find people in.
#[derive(Debug)]
pub struct Finder {
    records: Vec<Record>,
    ready: Vec<Ready>,
    reader: Reader,
    model: Model,
    expect: Expect,
    /// Index of the first `indexed` records; those that came later are compared one by one.
    indexed: usize,
    pool: Pool,
    /// Whose each name of the pool is.
    owners: Vec<u32>,
    keys: Keys,
}

/// Somebody of the list who may be the person asked for.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Place in the list.
    pub at: usize,
    /// Natural log-odds against two strangers.
    pub weight: f32,
    /// How likely it is the same person, 0 to 1.
    pub probability: f32,
    /// Level of each part that both have.
    pub levels: Vec<Level>,
    /// Whether the name led here, and whether anything else did.
    pub way: (bool, bool),
}

/// What was learnt from a list and those asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    /// Estimate of how many of the list each of those asked for is, on average.
    pub found: f32,
    /// Estimated share of true pairs that neither the name nor any other key leads to (capture and recapture, Chapman's estimate);
    /// `None` if too few pairs can be reached both ways.
    pub unreached: Option<f32>,
}

/// So many candidates by name.
const BY_NAME: usize = 100;
/// Fewer candidates than this, and everybody is compared.
const FEW: usize = 5;
/// Later records than this, or a tenth of the list, and the index is made anew.
const LATER: usize = 2000;
/// So many of those asked for are learnt from, and so many pairs of strangers.
const SAMPLE: usize = 2000;
const STRANGERS: usize = 100_000;
const ROUNDS: usize = 12;
/// Pairs reached both ways, below which nothing is said about those reached neither way.
const BOTH_WAYS: f32 = 20.0;

impl Finder {
    /// Over a list.
    pub fn new(records: Vec<Record>, expect: Expect) -> Self {
        Self::with(records, expect, Model::default())
    }

    fn with(records: Vec<Record>, expect: Expect, model: Model) -> Self {
        let reader = Reader::new(records.iter(), Table::shipped());
        Self {
            ready: records.iter().map(|r| reader.ready(r)).collect(),
            owners: (0u32..).zip(&records).flat_map(|(n, r)| r.names.iter().map(move |_| n)).collect(),
            pool: Pool::new(records.iter().flat_map(|r| r.names.iter().map(|n| &n.name)), Table::shipped()),
            keys: Keys::new(&records),
            indexed: records.len(),
            reader,
            model,
            expect,
            records,
        }
    }

    /// The list.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Takes in a record that arrived; it is found from now on. Its place in the list.
    pub fn add(&mut self, record: Record) -> usize {
        self.ready.push(self.reader.ready(&record));
        self.records.push(record);
        if self.records.len() - self.indexed > LATER.max(self.indexed / 10) {
            *self = Self::with(std::mem::take(&mut self.records), self.expect, self.model.clone());
        }
        self.records.len() - 1
    }

    /// The `top` likeliest, but for `but` (a record of the list is not its own double).
    pub fn find(&self, asked: &Record, top: usize, but: Option<usize>) -> Vec<Proposal> {
        let ready = self.reader.ready(asked);
        let mut found: Vec<Proposal> = self
            .candidates(asked, but)
            .into_iter()
            .filter_map(|(at, way)| {
                let levels = self.reader.compare(&ready, self.ready.get(at)?);
                Some(Proposal { at, weight: self.model.total(&levels), probability: 0.0, levels, way })
            })
            .collect();
        found.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.at.cmp(&b.at)));
        let weights: Vec<f32> = found.iter().map(|p| p.weight).collect();
        let probabilities = self.model.probabilities(&weights, self.records.len(), self.expect);
        found.iter_mut().zip(probabilities).for_each(|(proposal, probability)| proposal.probability = probability);
        found.truncate(top);
        found
    }

    /// Candidates by name, by other keys, and whoever is not in the index yet; everybody if they are few.
    fn candidates(&self, asked: &Record, but: Option<usize>) -> Vec<(usize, (bool, bool))> {
        let mut found: Vec<(usize, (bool, bool))> = Vec::new();
        for name in &asked.names {
            let ranked = self.pool.rank(&name.name, BY_NAME);
            found.extend(ranked.into_iter().filter_map(|(n, _)| Some((*self.owners.get(n as usize)? as usize, (true, false)))));
        }
        found.extend(self.keys.find(asked).into_iter().map(|n| (n as usize, (false, true))));
        found.extend((self.indexed..self.records.len()).map(|n| (n, (false, false))));
        if found.len() < FEW {
            found.extend((0..self.records.len()).map(|n| (n, (false, false))));
        }
        found.sort_unstable();
        found.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                kept.1 = (kept.1.0 || later.1.0, kept.1.1 || later.1.1);
            }
            same
        });
        found.retain(|(n, _)| Some(*n) != but);
        found
    }

    /// Learns what agreement is worth from those asked for, of whom nobody said who they are. With [`Expect::Any`] they are the list itself.
    pub fn learn(&mut self, asked: &[Record]) -> Learnt {
        let step = (asked.len() / SAMPLE).max(1);
        let own = self.expect == Expect::Any;
        let ready: Vec<Ready> = asked.iter().map(|r| self.reader.ready(r)).collect();
        let size = self.ready.len();
        let strangers: Vec<Vec<Level>> = (0..STRANGERS.min(size * ready.len()))
            .filter_map(|n| {
                // Steps without a common factor with most lengths: pairs spread over both lists.
                let (i, j) = (n.wrapping_mul(7919) % ready.len().max(1), n.wrapping_mul(104_729).wrapping_add(n / 7) % size.max(1));
                (!own || i != j).then_some(())?;
                Some(self.reader.compare(ready.get(i)?, self.ready.get(j)?))
            })
            .collect();
        self.model.learn_strangers(strangers.iter().map(Vec::as_slice));
        let sample: Vec<Vec<Proposal>> =
            asked.iter().enumerate().step_by(step).map(|(n, record)| self.find(record, usize::MAX, own.then_some(n))).collect();
        let levels: Vec<Vec<Vec<Level>>> = sample.iter().map(|found| found.iter().map(|p| p.levels.clone()).collect()).collect();
        self.model.learn(&levels, size, self.expect, ROUNDS);
        let (mut by_name, mut by_key, mut both) = (0.0, 0.0, 0.0);
        for found in &sample {
            let weights: Vec<f32> = found.iter().map(|p| self.model.total(&p.levels)).collect();
            for (proposal, probability) in found.iter().zip(self.model.probabilities(&weights, size, self.expect)) {
                let (name, key) = proposal.way;
                by_name += if name { probability } else { 0.0 };
                by_key += if key { probability } else { 0.0 };
                both += if name && key { probability } else { 0.0 };
            }
        }
        let all = (by_name + 1.0) * (by_key + 1.0) / (both + 1.0) - 1.0;
        let unreached = (both >= BOTH_WAYS).then(|| (1.0 - (by_name + by_key - both) / all.max(1.0)).max(0.0));
        Learnt { found: self.model.found, unreached }
    }

    /// Why somebody is proposed, the weightiest first.
    pub fn why(&self, asked: &Record, proposal: &Proposal) -> Vec<Evidence> {
        let found = self.records.get(proposal.at);
        found.map(|found| explain(asked, found, &proposal.levels, &self.model)).unwrap_or_default()
    }
}
