//! What people ask of an office, and how long it takes.

use crate::office::{Edges, WORKERS, worker};
use crate::people;
use app::Office;
use app::records::{Ask, Given, Submission};
use base::{ActId, Field};
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant as Watch};

/// One request.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Request {
    /// A caseworker's own cases and people.
    Caseload,
    /// What a supervisor's team has: one in forty of all people.
    Team,
    /// A registration clerk looks for one word of a name among the people of the site.
    Word,
    /// And for a whole name.
    Name,
    /// A supervisor looks for a name that some have misspelt.
    Sound,
    /// A clerk opens a record.
    Open,
    /// A clerk changes an answer.
    Write,
}

pub const READS: [Request; 6] = [Request::Caseload, Request::Team, Request::Word, Request::Name, Request::Sound, Request::Open];

/// Does it; gives how many lines it found.
async fn ask(office: &Office, request: Request, seed: u64, people: u64) -> usize {
    let mut rng = Pcg64::seed_from_u64(seed);
    let n = rng.random_range(0..people);
    // Whoever registered them.
    let by = n / 2_500 % WORKERS;
    let found = |q: String| Ask { kind: Some("person".parse().unwrap()), q: Some(q), ..Ask::default() };
    let lines = async |roles: &[&'static str], ask: Ask| office.list(&worker(by, roles), &ask).await.unwrap().lines.len();
    match request {
        Request::Caseload => lines(&["cp_caseworker"], Ask { mine: true, ..Ask::default() }).await,
        Request::Team => lines(&["supervisor"], Ask::default()).await,
        Request::Word => lines(&["registration_clerk"], found(people::name(&mut rng).split(' ').next().unwrap().into())).await,
        Request::Name => lines(&["registration_clerk"], found(people::name_of(n))).await,
        Request::Sound => lines(&["supervisor"], found(people::name_of(n).replace("ou", "u").replace("ss", "s"))).await,
        Request::Open => office.open(&worker(by, &["registration_clerk"]), people::record(n), "en").await.unwrap().groups.len(),
        Request::Write => {
            let value = json!(format!("+236 75 {:02} {:02} {:02}", seed % 100, rng.next_u32() % 100, rng.next_u32() % 100));
            let answer = Given { value: Some(value), silence: None, rows: None, seen: Vec::new() };
            let given = Submission {
                act: ActId(office.draw()),
                record: people::record(n),
                form: "person_registration".into(),
                version: 1,
                area: None,
                parent: None,
                occurred: None,
                answers: BTreeMap::from([(Field::known("phone"), answer)]),
                passed_over: Vec::new(),
            };
            office.submit(&worker(by, &["registration_clerk"]), &given).await.unwrap();
            1
        }
    }
}

/// What requests of one kind took, in milliseconds, and found.
pub struct Took {
    pub times: Vec<f64>,
    pub found: usize,
}

impl Took {
    /// What this share of them took at most.
    pub fn below(&self, share: f64) -> f64 {
        self.times[((self.times.len() - 1) as f64 * share).round() as usize]
    }
}

/// So many requests and as many writes a second, each begun at its time whatever became of those before; a request's time counts from then.
pub async fn measure(office: &Office, edges: &Edges, people: u64, rate: u64, seconds: u64) -> BTreeMap<Request, Took> {
    let office = Arc::new(office.clone());
    let (begun, mut running) = (Watch::now(), Vec::new());
    for tick in 0..rate * seconds {
        let due = begun + Duration::from_secs_f64(tick as f64 / rate as f64);
        tokio::time::sleep_until(due.into()).await;
        if tick % rate == 0 {
            edges.advance(1);
        }
        let read = READS[tick as usize % READS.len()];
        for (request, due) in [(read, due), (Request::Write, due + Duration::from_millis(500 / rate))] {
            let office = office.clone();
            running.push(tokio::spawn(async move {
                tokio::time::sleep_until(due.into()).await;
                let found = ask(&office, request, tick, people).await;
                (request, due.elapsed().as_secs_f64() * 1000.0, found)
            }));
        }
    }
    let mut took: BTreeMap<Request, Took> = BTreeMap::new();
    for task in running {
        let (request, time, found) = task.await.unwrap();
        let all = took.entry(request).or_insert(Took { times: Vec::new(), found: 0 });
        all.times.push(time);
        all.found += found;
    }
    took.values_mut().for_each(|took| took.times.sort_by(f64::total_cmp));
    took
}

/// Each kind of request alone, one after the other.
pub async fn alone(office: &Office, people: u64, times: u64) -> BTreeMap<Request, Took> {
    let mut took = BTreeMap::new();
    for request in READS.into_iter().chain([Request::Write]) {
        let mut all = Took { times: Vec::new(), found: 0 };
        for n in 0..times {
            let watch = Watch::now();
            all.found += ask(office, request, 1_000_000 + n, people).await;
            all.times.push(watch.elapsed().as_secs_f64() * 1000.0);
        }
        all.times.sort_by(f64::total_cmp);
        took.insert(request, all);
    }
    took
}
