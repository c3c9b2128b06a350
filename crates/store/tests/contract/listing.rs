//! Lists, counts and search hold what a scope admits and nothing else.

use crate::common::*;
use access::{Clause, Scope};
use base::{AgencyId, Instant, RecordId, SiteId, TeamId, UserId};
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64;
use std::collections::{BTreeMap, BTreeSet};
use store::{Filter, List, Page, Placement, Search, Show, Sort, Store, Witnessed};

contract! {
    a_list_holds_what_the_scope_admits,
    pages_meet_every_record_once,
    what_is_due_first_comes_first,
    a_caseload_keeps_the_order_of_its_records,
    words_find_a_record_where_it_stands_now,
    cards_are_shown_only_where_their_scope_admits,
    search_finds_by_word_and_by_beginning,
    a_collision_shows_nothing,
    hidden_records_leave_no_trace_in_lists,
}

async fn page(store: &Store, list: List<'_>) -> Page {
    store.list(&feed(), &list, &Witnessed::default()).await.unwrap()
}

fn list<'a>(scope: &'a Scope) -> List<'a> {
    List { scope, filter: Filter::default(), sort: Sort::Changed, after: None, limit: 200, show: &[] }
}

fn search<'a>(scope: &'a Scope, words: &'a [Vec<store::Token>]) -> Search<'a> {
    Search { scope, filter: Filter::default(), group: "identity".parse().unwrap(), words, limit: 20, show: &[] }
}

async fn find(store: &Store, scope: &Scope, words: &[&str]) -> Vec<RecordId> {
    let words: Vec<_> = words.iter().map(|w| word(w)).collect();
    let lines = store.search(&feed(), &search(scope, &words), &Witnessed::default()).await.unwrap();
    lines.into_iter().map(|line| line.record.placement.record).collect()
}

/// One of `n`, made into an identifier.
fn one_of(rng: &mut Pcg64, n: u128) -> base::Uuid {
    id(100 + u128::from(rng.random_range(0..u64::try_from(n).unwrap())))
}

fn random_placement(rng: &mut Pcg64) -> Placement {
    let mut p = placement(RecordId(id(u128::from(rng.next_u64()) << 64 | u128::from(rng.next_u64()))));
    p.kind = kind(["person", "case"][rng.random_range(0..2)]);
    p.area = area(["general", "gbv", "legal"][rng.random_range(0..3)]);
    p.agency = AgencyId(one_of(rng, 2));
    p.team = rng.random_bool(0.7).then(|| TeamId(one_of(rng, 3)));
    p.site = rng.random_bool(0.7).then(|| SiteId(one_of(rng, 3)));
    p.assigned = (0..rng.random_range(0..3)).map(|_| UserId(one_of(rng, 3))).collect();
    p.withheld_from = (0..rng.random_range(0..2)).map(|_| UserId(one_of(rng, 3))).collect();
    p.offered = (0..rng.random_range(0..2)).map(|_| UserId(one_of(rng, 3))).collect();
    p.state = ["open", "closed"][rng.random_range(0..2)].into();
    p.due = rng.random_bool(0.3).then(|| Instant(rng.random_range(0..50)));
    p
}

fn random_scope(rng: &mut Pcg64) -> Scope {
    let mut some = |all: &[&str]| all.iter().filter(|_| rng.random_bool(0.6)).map(|s| (*s).to_owned()).collect::<Vec<_>>();
    let clauses: Vec<(Vec<String>, Vec<String>)> =
        (0..3).map(|_| (some(&["general", "gbv", "legal"]), some(&["person", "case"]))).collect();
    let clauses = clauses.into_iter().take(rng.random_range(0..4)).map(|(areas, kinds)| {
        let mut any = clause(&[], &[]);
        any.areas = areas.iter().map(|a| area(a)).collect();
        any.kinds = kinds.iter().map(|k| kind(k)).collect();
        any.agency = rng.random_bool(0.5).then(|| AgencyId(one_of(rng, 2)));
        any.assigned = rng.random_bool(0.3).then(|| UserId(one_of(rng, 3)));
        any.teams = rng.random_bool(0.3).then(|| (0..rng.random_range(0..3)).map(|_| TeamId(one_of(rng, 3))).collect());
        any.sites = rng.random_bool(0.3).then(|| (0..rng.random_range(0..3)).map(|_| SiteId(one_of(rng, 3))).collect());
        any
    });
    let clauses: Vec<Clause> = clauses.collect();
    Scope { user: UserId(one_of(rng, 3)), clauses }
}

fn random_filter(rng: &mut Pcg64) -> Filter {
    let mut filter = Filter::default();
    if rng.random_bool(0.3) {
        filter.kinds.insert(kind("case"));
    }
    if rng.random_bool(0.3) {
        filter.areas.insert(area("gbv"));
    }
    if rng.random_bool(0.3) {
        filter.states.insert("open".into());
    }
    filter.assigned = rng.random_bool(0.3).then(|| UserId(one_of(rng, 3)));
    filter
}

fn passes(filter: &Filter, p: &Placement) -> bool {
    (filter.kinds.is_empty() || filter.kinds.contains(&p.kind))
        && (filter.areas.is_empty() || filter.areas.contains(&p.area))
        && (filter.states.is_empty() || filter.states.contains(&p.state))
        && filter.assigned.is_none_or(|user| p.assigned.contains(&user))
}

/// The same answer as deciding on each record by itself, for 120 random scopes and filters over 150 random records.
async fn a_list_holds_what_the_scope_admits(bed: &Bed) {
    let mut rng = Pcg64::seed_from_u64(seed());
    let world: BTreeMap<RecordId, Placement> = (0..150).map(|_| random_placement(&mut rng)).map(|p| (p.record, p)).collect();
    let entries = world.values().map(|p| entry_in(p.area.as_str(), p.record, "identity", &[("name", "Awa Kossi")]));
    let entries = entries.zip(world.values()).map(|(e, p)| journal::Entry { kind: p.kind.clone(), ..e }).collect();
    bed.store.append(&batch(world.values().cloned().collect(), entries)).await.unwrap();
    let mut met = 0;
    for _ in 0..120 {
        let (scope, filter) = (random_scope(&mut rng), random_filter(&mut rng));
        let right: BTreeSet<RecordId> =
            world.values().filter(|p| scope.admits(&p.resource()) && passes(&filter, p)).map(|p| p.record).collect();
        let listed = page(&bed.store, List { filter: filter.clone(), ..list(&scope) }).await;
        let lines: Vec<RecordId> = listed.lines.iter().map(|l| l.record.placement.record).collect();
        assert_eq!(lines.iter().copied().collect::<BTreeSet<_>>(), right, "{scope:?} {filter:?}");
        assert_eq!(lines.len(), right.len(), "none twice");
        assert_eq!(bed.store.count(&feed(), &scope, &filter, 500).await.unwrap() as usize, right.len());
        let words = [word("kossi"), word("awa")];
        let found =
            bed.store.search(&feed(), &Search { filter, limit: 200, ..search(&scope, &words) }, &Witnessed::default()).await.unwrap();
        assert_eq!(found.iter().map(|l| l.record.placement.record).collect::<BTreeSet<_>>(), right, "{scope:?}");
        met += right.len();
    }
    assert!(met > 500, "the worlds are not empty ones: {met}");
}

fn seed() -> u64 {
    match std::env::var("AMANA_SEED").as_deref() {
        Ok("random") => rand::random(),
        Ok(seed) => seed.parse().unwrap_or(1),
        Err(_) => 1,
    }
}

async fn pages_meet_every_record_once(bed: &Bed) {
    let mut placed = Vec::new();
    for n in 0..23 {
        let mut at = batch(vec![placement(RecordId(fresh()))], vec![]);
        // Several in one second: the identifier decides.
        at.at = AT.plus_seconds(n / 4);
        placed.push((at.at, at.placements[0].record));
        bed.store.append(&at).await.unwrap();
    }
    placed.sort_by(|a, b| b.cmp(a));
    let scope = all(USER);
    let (mut met, mut after) = (Vec::new(), None);
    loop {
        let page = page(&bed.store, List { after, limit: 5, ..list(&scope) }).await;
        assert!(page.lines.len() <= 5);
        met.extend(page.lines.iter().map(|l| (l.record.changed, l.record.placement.record)));
        match page.next {
            // A cursor goes over the wire and comes back.
            Some(next) => after = Some(next.to_string().parse().unwrap()),
            None => break,
        }
    }
    assert_eq!(met, placed);
    assert!("".parse::<store::Cursor>().is_err() && "1.2".parse::<store::Cursor>().is_err());
    assert_eq!(bed.store.count(&feed(), &scope, &Filter::default(), 7).await.unwrap(), 7, "counted no further than asked");
}

async fn what_is_due_first_comes_first(bed: &Bed) {
    let mut due = BTreeMap::new();
    for at in [30, 10, 20] {
        due.insert(at, register(&bed.store, "Awa", |p| p.due = Some(Instant(at))).await);
    }
    register(&bed.store, "Awa", |_| {}).await;
    let scope = all(USER);
    let first = page(&bed.store, List { sort: Sort::Due, limit: 2, ..list(&scope) }).await;
    let rest = page(&bed.store, List { sort: Sort::Due, after: first.next, ..list(&scope) }).await;
    let met: Vec<RecordId> = first.lines.iter().chain(&rest.lines).map(|l| l.record.placement.record).collect();
    assert_eq!(met, due.into_values().collect::<Vec<_>>());
}

async fn a_caseload_keeps_the_order_of_its_records(bed: &Bed) {
    let mut mine = Vec::new();
    for due in [30, 10, 20] {
        let assigned = |p: &mut Placement| (p.assigned, p.due) = ([USER].into(), Some(Instant(due)));
        mine.push(register(&bed.store, "Awa", assigned).await);
    }
    let scope = Scope { user: USER, clauses: vec![Clause { assigned: Some(USER), ..clause(&["general"], &["person"]) }] };
    let ids = |page: Page| page.lines.into_iter().map(|l| l.record.placement.record).collect::<Vec<_>>();
    let by_due = async || ids(page(&bed.store, List { sort: Sort::Due, ..list(&scope) }).await);
    assert_eq!(by_due().await, [mine[1], mine[2], mine[0]]);
    // One is written to, one is due at another time, and one goes to someone else and comes back.
    let mut written = batch(vec![], vec![entry(mine[1], "needs", &[("a", "1")])]);
    written.at = AT.plus_seconds(10);
    bed.store.append(&written).await.unwrap();
    for (at, assigned, due) in [(20, vec![USER], 30), (30, vec![], 5), (40, vec![USER], 5)] {
        let record = if due == 5 { mine[2] } else { mine[0] };
        let stands = Placement { assigned: assigned.into_iter().collect(), due: Some(Instant(due)), ..placement(record) };
        let mut moved = batch(vec![stands], vec![]);
        moved.at = AT.plus_seconds(at);
        bed.store.append(&moved).await.unwrap();
    }
    assert_eq!(by_due().await, [mine[2], mine[1], mine[0]]);
    assert_eq!(ids(page(&bed.store, list(&scope)).await), [mine[2], mine[0], mine[1]]);
}

async fn words_find_a_record_where_it_stands_now(bed: &Bed) {
    let record = register(&bed.store, "Awa Kossi", |p| p.site = Some(site(1))).await;
    let at = |n| Scope { user: USER, clauses: vec![Clause { sites: Some([site(n)].into()), ..clause(&["general"], &["person"]) }] };
    assert_eq!(find(&bed.store, &at(1), &["awa"]).await, [record]);
    let moved = Placement { site: Some(site(2)), ..placement(record) };
    bed.store.append(&batch(vec![moved], vec![])).await.unwrap();
    assert_eq!(find(&bed.store, &at(1), &["awa"]).await, []);
    assert_eq!(find(&bed.store, &at(2), &["awa", "kossi"]).await, [record]);
}

async fn cards_are_shown_only_where_their_scope_admits(bed: &Bed) {
    let mine = register(&bed.store, "Awa", |p| p.assigned = [USER].into()).await;
    let other = register(&bed.store, "Issa", |_| {}).await;
    let scope = all(USER);
    let own = Scope { user: USER, clauses: vec![Clause { assigned: Some(USER), ..clause(&["general"], &["person"]) }] };
    let show = [Show { group: "identity".parse().unwrap(), scope: own }];
    let listed = page(&bed.store, List { show: &show, ..list(&scope) }).await;
    let named: BTreeMap<RecordId, usize> = listed.lines.iter().map(|l| (l.record.placement.record, l.cards.len())).collect();
    assert_eq!(named, BTreeMap::from([(mine, 1), (other, 0)]));
}

async fn search_finds_by_word_and_by_beginning(bed: &Bed) {
    let exact = register(&bed.store, "Mariam Nadé", |_| {}).await;
    let longer = register(&bed.store, "Mariama Nadé", |_| {}).await;
    let other = register(&bed.store, "Issa Nadé", |_| {}).await;
    let scope = all(USER);
    assert_eq!(find(&bed.store, &scope, &["mariam", "nadé"]).await, [exact, longer], "the word itself before its beginning");
    assert_eq!(find(&bed.store, &scope, &["nadé"]).await.len(), 3);
    assert_eq!(find(&bed.store, &scope, &["nadé", "awa"]).await, []);
    assert_eq!(find(&bed.store, &scope, &[]).await, []);
    // A name taken back is found no more; the new one is.
    let opened = bed.store.read(&feed(), other, &[compartment("general/identity")].into(), &Witnessed::default()).await.unwrap();
    let seen = opened.cards[&compartment("general/identity")].card.seen(&field("name"));
    let mut renamed = entry(other, "identity", &[("name", "Idriss Nadé")]);
    renamed.changes.get_mut(&field("name")).unwrap().seen = seen;
    bed.store.append(&batch(vec![], vec![renamed])).await.unwrap();
    assert_eq!(find(&bed.store, &scope, &["issa"]).await, []);
    assert_eq!(find(&bed.store, &scope, &["idriss"]).await, [other]);
    // Who was merged into another is found through the other.
    let mut merged = placement(longer);
    merged.merged_into = Some(exact);
    bed.store.append(&batch(vec![merged], vec![])).await.unwrap();
    assert_eq!(find(&bed.store, &scope, &["mariam", "nadé"]).await, [exact]);
}

async fn a_collision_shows_nothing(bed: &Bed) {
    if bed.place == store::Place::Memory {
        return;
    }
    let right = register(&bed.store, "Mariam", |_| {}).await;
    let wrong = register(&bed.store, "Issa", |_| {}).await;
    // As if the hashes of two words were one number.
    let pair = match bed.place {
        store::Place::Postgres(_) => (format!("'{right}'"), format!("'{wrong}'")),
        _ => (format!("x'{}'", right.0.simple()), format!("x'{}'", wrong.0.simple())),
    };
    bed.sql(&format!(
        "INSERT INTO token (feed, area, grp, token, record) SELECT feed, area, grp, token, {} FROM token WHERE record = {}",
        pair.1, pair.0
    ))
    .await;
    assert_eq!(find(&bed.store, &all(USER), &["mariam"]).await, [right]);
}

async fn hidden_records_leave_no_trace_in_lists(bed: &Bed) {
    let general = Scope { user: USER, clauses: vec![clause(&["general"], &["person"])] };
    for _ in 0..3 {
        register(&bed.store, "Awa", |_| {}).await;
    }
    let seen = |page: &Page| page.lines.iter().map(|l| (l.record.placement.record, l.record.changed)).collect::<Vec<_>>();
    let before = page(&bed.store, List { limit: 2, ..list(&general) }).await;
    let counted = bed.store.count(&feed(), &general, &Filter::default(), 100).await.unwrap();
    let numbers = bed.store.since(&feed(), &compartment("general/identity"), 0, 100).await.unwrap().len();
    for _ in 0..5 {
        register(&bed.store, "Awa", |p| p.area = area("gbv")).await;
        register(&bed.store, "Awa", |p| p.withheld_from = [USER].into()).await;
    }
    let after = page(&bed.store, List { limit: 2, ..list(&general) }).await;
    assert_eq!((seen(&before), before.next), (seen(&after), after.next));
    assert_eq!(bed.store.count(&feed(), &general, &Filter::default(), 100).await.unwrap(), counted);
    assert_eq!(find(&bed.store, &general, &["awa"]).await.len(), 3);
    // Numbers of a compartment count what is in it, whatever happens in others.
    let filed = bed.store.since(&feed(), &compartment("general/identity"), 0, 100).await.unwrap();
    assert_eq!(filed.len(), numbers + 5);
    assert!(filed.iter().zip(1..).all(|(f, n)| f.place.seq == n));
}
