//! Whether an audit chain is as it was written: names each link that was changed, taken out, moved or put in, and a tail that was cut.

use crate::audit::{Checkpoint, Link, Verifier, chain, genesis};
use crate::hash::Hash;
use base::{Feed, Finding, Findings};
use std::collections::BTreeMap;

/// Past this many findings the rest are counted and not listed.
const LISTED: usize = 1000;

/// Reads a chain once, link by link, so that five million need no more memory than one.
#[derive(Debug, Clone)]
pub struct Audit {
    before: Hash,
    next: u64,
    /// Hashes that trusted checkpoints state, by the number of the link.
    stated: BTreeMap<u64, Vec<Hash>>,
    findings: Findings,
    unlisted: u64,
}

impl Audit {
    /// Begins with the feed's checkpoints as stored, and the witness: the newest checkpoint, as kept outside the database.
    pub fn new(feed: &Feed, checkpoints: &[Checkpoint], witness: Option<&Checkpoint>, verifier: &Verifier) -> Self {
        let mut audit = Self { before: genesis(feed), next: 1, stated: BTreeMap::new(), findings: Findings::default(), unlisted: 0 };
        for checkpoint in checkpoints.iter().chain(witness) {
            if checkpoint.feed == *feed && verifier.knows(checkpoint) {
                audit.stated.entry(checkpoint.n).or_default().push(checkpoint.hash);
            } else {
                audit.find(
                    checkpoint.n,
                    "audit-checkpoint-forged",
                    "a checkpoint wasn't signed by this installation",
                    "keep the database as it is for whoever investigates",
                );
            }
        }
        if let Some(witness) = witness.filter(|witness| !checkpoints.contains(witness)) {
            audit.find(
                witness.n,
                "audit-checkpoint-missing",
                "the checkpoint kept outside isn't in the database",
                "the database was rolled back or altered: compare it with a backup",
            );
        }
        audit
    }

    /// Takes the next link as stored, with its stored hash, in the order of storage.
    pub fn take(&mut self, link: &Link, stored: Hash) {
        let n = link.n;
        if n < self.next {
            return self.find(n, "audit-out-of-order", "a link stands after one that came later, or stands twice", "compare with a backup");
        }
        if n > self.next {
            let (first, last) = (self.next, n - 1);
            self.find(first, "audit-missing", format!("links {first} to {last} are missing"), "compare with a backup");
        } else if chain(&self.before, link) != stored {
            self.find(n, "audit-changed", "the link isn't as it was written", "compare with a backup");
        }
        if self.stated.get(&n).is_some_and(|hashes| hashes.iter().any(|hash| *hash != stored)) {
            self.find(
                n,
                "audit-rewritten",
                "the chain up to here isn't the one that was signed",
                "links before this one were written anew: compare with a backup",
            );
        }
        self.before = stored;
        self.next = n.saturating_add(1);
    }

    /// Ends: whether the chain reaches as far as was signed. No findings: it is whole.
    pub fn finish(mut self) -> Findings {
        if let Some((&last, _)) = self.stated.last_key_value().filter(|(last, _)| **last >= self.next) {
            let first = self.next;
            self.find(first, "audit-cut", format!("links {first} to {last} were cut off"), "compare with a backup");
        }
        if self.unlisted > 0 {
            let rest = self.unlisted;
            self.findings.push(Finding::error("audit-more", format!("{rest} more"), "compare with a backup").with("count", rest));
        }
        self.findings
    }

    fn find(&mut self, n: u64, code: &str, text: impl Into<String>, remedy: &str) {
        if self.findings.len() < LISTED {
            self.findings.push(Finding::error(code, text, remedy).at("audit", n, "n"));
        } else {
            self.unlisted += 1;
        }
    }
}
