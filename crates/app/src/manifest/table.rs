//! A manifest as a table (CSV, UTF-8, headers in the reader's language).

use super::{Audience, age, need, needs, time, yes_no};
use crate::Texts;
use movement::manifest::{Manifest, manifest};
use movement::operation::Operation;
use movement::plan::Plan;

/// The table; `None` if the plan has no such trip. The driver's has stops, the escort's households, the others' people.
pub fn csv(operation: &Operation, plan: &Plan, trip: u32, audience: Audience, texts: &Texts) -> Option<String> {
    let made = manifest(operation, plan, trip, audience)?;
    let rows = match audience {
        Audience::Driver => stops(operation, &made, texts),
        Audience::Escort => households(&made, texts),
        Audience::Receiving | Audience::Sending => people(operation, &made, texts),
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing to memory can't fail but for rows of different length, and those are made above.
        writer.write_record(row.iter().map(|cell| harmless(cell))).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

fn heads(texts: &Texts, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|k| texts.get(&format!("manifest-{k}"))).collect()
}

fn stops(operation: &Operation, made: &Manifest, texts: &Texts) -> Vec<Vec<String>> {
    let zone = &operation.zone;
    let mut rows = vec![heads(texts, &["place", "arrive", "depart", "board", "alight", "head-count", "needs"])];
    for s in &made.stops {
        rows.push(vec![
            s.place.clone(),
            time(zone, s.arrive),
            time(zone, s.depart),
            s.on.people.to_string(),
            s.off.people.to_string(),
            s.on_board.people.to_string(),
            needs(texts, &s.on),
        ]);
    }
    rows
}

fn households(made: &Manifest, texts: &Texts) -> Vec<Vec<String>> {
    let mut rows = vec![heads(texts, &["number", "household", "people", "children", "needs", "board", "alight"])];
    for h in &made.households {
        rows.push(vec![
            h.seq.to_string(),
            h.household.clone(),
            h.count.people.to_string(),
            h.count.children.to_string(),
            needs(texts, &h.count),
            h.boards.clone(),
            h.alights.clone(),
        ]);
    }
    rows
}

fn people(operation: &Operation, made: &Manifest, texts: &Texts) -> Vec<Vec<String>> {
    let mut rows = vec![heads(texts, &["number", "person", "name", "age", "household", "needs", "board", "alight", "consent", "fit"])];
    for p in &made.passengers {
        let words: Vec<String> = p.support.iter().chain(&p.services).map(|w| need(texts, w)).collect();
        let (consent, fit) = match &p.checks {
            Some(c) => {
                let until = c.fit_until.map_or(String::new(), |at| format!(" → {}", time(&operation.zone, at)));
                (texts.get(&format!("manifest-consent-{}", c.consent)), yes_no(texts, c.fit) + &until)
            }
            None => Default::default(),
        };
        rows.push(vec![
            p.seq.to_string(),
            p.person.clone(),
            p.name.reveal().clone(),
            age(texts, p),
            p.household.clone(),
            words.join(", "),
            p.boards.clone(),
            p.alights.clone(),
            consent,
            fit,
        ]);
    }
    rows
}
