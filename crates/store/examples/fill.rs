//! Fills a database with people who never were and measures lists, search and opening beside writing.
//!
//!     cargo run --release -p store --example fill -- --people 50000 --at folder/amana.db
//!     scripts/postgres sh -c 'cargo run --release -p store --example fill -- --people 50000 --at "$AMANA_TEST_POSTGRES"'
//!
//! Further: `--seconds 30` of measuring, `--rate 20` requests and writes each second. Prints what `benches/RESULTS.md` needs: milliseconds, half of
//! all requests below the first, 99 of 100 below the second.
#![allow(clippy::unwrap_used, reason = "an example")]

use access::{Clause, Scope};
use base::{
    ActId, AgencyId, Area, Compartment, DeviceId, EntryId, Feed, Field, Group, Instant, Kind, RecordId, SiteId, TeamId, UserId, Uuid,
};
use journal::{Card, Change, Entry, Hlc, Op};
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant as Watch};
use store::{Act, Batch, Filter, List, Place, Placement, Search, Show, Sort, Store, Token, Witnessed};

const AGENCIES: u64 = 3;
const TEAMS: u64 = 40;
const SITES: u64 = 60;
const USERS: u64 = 400;
/// People in one batch.
const AT_ONCE: u64 = 500;
const BEGINNINGS: [&str; 20] =
    ["ma", "ka", "zo", "ni", "fa", "sa", "yo", "be", "do", "mo", "ra", "ha", "ju", "le", "ga", "ti", "wa", "pe", "ab", "is"];
const MIDDLES: [&str; 16] = ["ri", "li", "mou", "ra", "di", "na", "bi", "so", "ta", "lo", "ko", "sse", "he", "mba", "ngo", "ya"];
const ENDINGS: [&str; 12] = ["am", "a", "na", "i", "ou", "ate", "el", "in", "ra", "ba", "ma", "que"];

fn name<T: std::str::FromStr<Err = String>>(text: &str) -> T {
    text.parse().unwrap()
}

/// In the order of writing, as version 7 is: what is written together lies together.
fn uuid(rng: &mut Pcg64) -> Uuid {
    static MADE: AtomicU64 = AtomicU64::new(0);
    Uuid::from_u64_pair(MADE.fetch_add(1, Ordering::Relaxed) << 20, rng.next_u64())
}

/// One of so many, as an identifier; the low ones come up more often.
fn one_of(rng: &mut Pcg64, many: u64) -> Uuid {
    let skewed = rng.random::<f64>() * rng.random::<f64>();
    Uuid::from_u128(1000 + u128::from((skewed * many as f64) as u64))
}

/// Two or three words; a hundred of them make up most names, as among people.
fn full_name(rng: &mut Pcg64) -> String {
    let mut pick = |from: &[&'static str]| from[((rng.random::<f64>() * rng.random::<f64>()) * from.len() as f64) as usize];
    let mut word = || format!("{}{}{}", pick(&BEGINNINGS), pick(&MIDDLES), pick(&ENDINGS));
    format!("{} {}", word(), word())
}

/// The consonants of a word: a stand-in for its sound.
fn sound(word: &str) -> String {
    word.chars().filter(|c| !"aeiouy".contains(*c)).collect()
}

/// A word, its sound, its beginning.
fn spellings(word: &str) -> Vec<Token> {
    let prefix = word.chars().take(3).collect();
    vec![Token { kind: "name", text: word.to_owned() }, Token { kind: "sound", text: sound(word) }, Token { kind: "prefix", text: prefix }]
}

fn index(card: &Card) -> BTreeSet<Token> {
    let mut tokens = BTreeSet::new();
    if card.compartment().group.as_str() == "identity"
        && let Some(value) = card.value(&name("name")).one()
    {
        tokens.extend(value.as_str().unwrap_or_default().split(' ').flat_map(spellings));
    }
    tokens
}

fn entry(rng: &mut Pcg64, record: RecordId, group: &str, fields: &[(&str, &str)], at: Instant) -> Entry {
    let device = DeviceId(Uuid::from_u128(7));
    let set = |(field, value): &(&str, &str)| (name::<Field>(field), Change { op: Op::Set((*value).into()), seen: vec![] });
    Entry {
        id: EntryId(uuid(rng)),
        act: ActId(uuid(rng)),
        record,
        kind: name("person"),
        area: name("general"),
        group: name(group),
        changes: fields.iter().map(set).collect(),
        occurred: at,
        written: Hlc { millis: at.0 * 1000, counter: 0, device },
        author: UserId(Uuid::from_u128(1000)),
        device,
        form: None,
    }
}

/// Registers people, each with five entries.
fn registration(rng: &mut Pcg64, feed: &Feed, people: u64, at: Instant) -> Batch {
    let (mut placements, mut entries) = (Vec::new(), Vec::new());
    for _ in 0..people {
        let record = RecordId(uuid(rng));
        placements.push(Placement {
            record,
            kind: name("person"),
            area: name("general"),
            agency: AgencyId(one_of(rng, AGENCIES)),
            team: Some(TeamId(one_of(rng, TEAMS))),
            site: Some(SiteId(one_of(rng, SITES))),
            // Some 60 each, as a caseworker has; the others are assigned to nobody.
            assigned: if rng.random_bool((USERS as f64 * 60.0 / 50_000.0).min(0.1)) {
                [UserId(one_of(rng, USERS))].into()
            } else {
                BTreeSet::new()
            },
            withheld_from: BTreeSet::new(),
            parent: None,
            state: if rng.random_bool(0.7) { "open" } else { "closed" }.into(),
            due: rng.random_bool(0.3).then(|| at.plus_seconds(rng.random_range(0..1_000_000))),
            merged_into: None,
        });
        let (full, code) = (full_name(rng), format!("{:06}", rng.random_range(0..999_999)));
        entries.push(entry(rng, record, "card", &[("code", &code), ("risk", "medium")], at));
        entries.push(entry(rng, record, "identity", &[("name", &full), ("sex", "female"), ("birth_date", "1990")], at));
        entries.push(entry(rng, record, "contact", &[("phone", "+236 70 00 00 00")], at));
        entries.push(entry(rng, record, "needs", &[("needs", "wheelchair medicine")], at));
        entries.push(entry(rng, record, "location", &[("site", "mpoko"), ("shelter", "B 17")], at));
    }
    let compartments: BTreeSet<Compartment> = entries.iter().map(Entry::compartment).collect();
    let act = Act { actor: None, action: "write".into(), record: None, compartments: compartments.into_iter().collect(), purpose: None };
    Batch { feed: feed.clone(), at, entries, placements, expected: vec![], acts: vec![act], key: None }
}

/// What a caseworker asks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Ask {
    Caseload,
    TeamList,
    AgencyList,
    OneWord,
    TwoWords,
    OwnWord,
    Open,
    Write,
}

struct Office {
    store: Store,
    feed: Feed,
    known: Vec<RecordId>,
}

impl Office {
    async fn ask(&self, ask: Ask, rng: &mut Pcg64, at: Instant) -> usize {
        let user = UserId(one_of(rng, USERS));
        let (areas, kinds): (BTreeSet<Area>, BTreeSet<Kind>) = ([name("general")].into(), [name("person")].into());
        let mut clause = Clause { areas, kinds, agency: Some(AgencyId(one_of(rng, AGENCIES))), assigned: None, teams: None, sites: None };
        match ask {
            Ask::Caseload | Ask::OwnWord => (clause.assigned, clause.agency) = (Some(user), None),
            Ask::TeamList => clause.teams = Some([TeamId(one_of(rng, TEAMS)), TeamId(one_of(rng, TEAMS))].into()),
            _ => {}
        }
        let scope = Scope { user, clauses: vec![clause] };
        let group: Group = name("identity");
        let show = [Show { group: group.clone(), scope: scope.clone() }, Show { group: name("card"), scope: scope.clone() }];
        let record = self.known[rng.random_range(0..self.known.len())];
        let witnessed = |record| Witnessed {
            at,
            acts: vec![Act {
                actor: Some(user),
                action: "read".into(),
                record,
                compartments: vec![name("general/identity")],
                purpose: None,
            }],
        };
        match ask {
            Ask::Caseload | Ask::TeamList | Ask::AgencyList => {
                let list = List { scope: &scope, filter: Filter::default(), sort: Sort::Changed, after: None, limit: 50, show: &show };
                self.store.list(&self.feed, &list, &witnessed(None)).await.unwrap().lines.len()
            }
            Ask::OneWord | Ask::TwoWords | Ask::OwnWord => {
                let full = full_name(rng);
                let words: Vec<_> = full.split(' ').take(if ask == Ask::TwoWords { 2 } else { 1 }).map(spellings).collect();
                let search = Search { scope: &scope, filter: Filter::default(), group, words: &words, limit: 20, show: &show };
                self.store.search(&self.feed, &search, &witnessed(None)).await.unwrap().len()
            }
            Ask::Open => {
                let groups = ["card", "identity", "contact", "needs", "location"];
                let compartments = groups.iter().map(|g| name(&format!("general/{g}"))).collect();
                self.store.read(&self.feed, record, &compartments, &witnessed(Some(record))).await.unwrap().cards.len()
            }
            Ask::Write => {
                let entry = entry(rng, record, "needs", &[("needs", "walking stick")], at);
                let act = Act {
                    actor: Some(user),
                    action: "write".into(),
                    record: Some(record),
                    compartments: vec![entry.compartment()],
                    purpose: None,
                };
                let batch = Batch {
                    feed: self.feed.clone(),
                    at,
                    entries: vec![entry],
                    placements: vec![],
                    expected: vec![],
                    acts: vec![act],
                    key: None,
                };
                self.store.append(&batch).await.unwrap().entries.len()
            }
        }
    }
}

fn argument(flag: &str) -> Option<String> {
    std::env::args().skip_while(|a| a != flag).nth(1)
}

fn number(flag: &str, otherwise: u64) -> u64 {
    argument(flag).map_or(otherwise, |n| n.parse().unwrap())
}

#[tokio::main]
async fn main() {
    let people = number("--people", 50_000);
    let at = argument("--at").expect("--at: a file, or an address of PostgreSQL");
    let place = if at.starts_with("postgres") { Place::Postgres(at) } else { Place::File(at.into()) };
    let keys = seal::MasterKeys::random(&mut seal::system_random());
    let store = Store::open(&place, &keys, Arc::new(index)).await.unwrap();
    let (feed, mut rng, mut now) = (name::<Feed>("bangui"), Pcg64::seed_from_u64(1), Instant(1_700_000_000));
    let (watch, mut known) = (Watch::now(), Vec::new());
    let mut left = people;
    while left > 0 {
        let some = left.min(AT_ONCE);
        now = now.plus_seconds(60);
        let batch = registration(&mut rng, &feed, some, now);
        known.extend(batch.placements.iter().map(|p| p.record));
        store.append(&batch).await.unwrap();
        left -= some;
    }
    let seconds = watch.elapsed().as_secs_f64();
    println!("filled with {people} people and {} entries in {seconds:.1} s: {:.0} people a second", people * 5, people as f64 / seconds);

    let office = Arc::new(Office { store, feed, known });
    let every = Duration::from_secs_f64(1.0 / number("--rate", 20) as f64);
    let asks = [Ask::Caseload, Ask::TeamList, Ask::AgencyList, Ask::OneWord, Ask::TwoWords, Ask::OwnWord, Ask::Open];
    let mut running = Vec::new();
    let ticks = number("--seconds", 30) * number("--rate", 20);
    let mut clock = tokio::time::interval(every);
    for tick in 0..ticks {
        clock.tick().await;
        for ask in [asks[tick as usize % asks.len()], Ask::Write] {
            let (office, mut rng) = (office.clone(), Pcg64::seed_from_u64(tick));
            running.push(tokio::spawn(async move {
                let watch = Watch::now();
                let found = office.ask(ask, &mut rng, now.plus_seconds(60)).await;
                (ask, watch.elapsed(), found)
            }));
        }
    }
    let mut took: BTreeMap<Ask, (Vec<Duration>, usize)> = BTreeMap::new();
    for task in running {
        let (ask, time, found) = task.await.unwrap();
        let (times, all) = took.entry(ask).or_default();
        times.push(time);
        *all += found;
    }
    for (ask, (mut times, found)) in took {
        times.sort();
        let below = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1000.0;
        let mean = found as f64 / times.len() as f64;
        println!(
            "{:10} {:5} times  p50 {:6.1} ms  p99 {:6.1} ms  {mean:5.1} found",
            format!("{ask:?}"),
            times.len(),
            below(0.5),
            below(0.99)
        );
    }
    office.store.close().await;
}
