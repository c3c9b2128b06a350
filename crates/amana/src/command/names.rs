//! `amana names`, `amana match`, `amana link --rank-only`: names across scripts.

use crate::files::{Failure, read, write};
use crate::output;
use crate::spell::{Link, MatchName, Names};
use app::{Language, texts};
use linkage::list::Listed;
use linkage::rank::Pool;
use linkage::{Name, Table};
use serde::Serialize;
use std::path::Path;
use std::process::ExitCode;

#[derive(Serialize)]
struct Found<'a> {
    id: &'a str,
    name: &'a str,
    odds: f32,
    because: Vec<Because>,
}

#[derive(Serialize)]
struct Because {
    asked: String,
    found: String,
    /// How much liker than two strangers' words, natural logarithm.
    odds: f32,
}

/// `amana names`.
pub fn names(args: &Names) -> Result<ExitCode, Failure> {
    let name = Name::read(&args.name);
    let mut rows = vec![["word", "sounds", "vowels"].map(str::to_owned).to_vec()];
    for word in &name.words {
        let sounds: Vec<&str> = word.sounds.symbols.iter().map(|s| s.text()).collect();
        rows.push(vec![word.written.clone(), sounds.join(" "), if word.sounds.bare { "left out" } else { "written" }.to_owned()]);
    }
    if name.words.is_empty() {
        return Err("there is no letter in this name: write it in quotation marks".into());
    }
    output::line(&output::table(&rows))?;
    Ok(ExitCode::SUCCESS)
}

/// `amana match`.
pub fn find(args: &MatchName) -> Result<ExitCode, Failure> {
    let bytes = read(&args.list)?;
    if linkage::columns::fits(&bytes) {
        return super::link::find(args, &bytes);
    }
    let listed = list(&args.list, &bytes)?;
    let (query, table) = (Name::read(&args.name), Table::shipped());
    if query.words.is_empty() {
        return Err("there is no letter in this name: write it in quotation marks".into());
    }
    let pool = Pool::new(listed.iter().map(|l| &l.name), table.clone());
    let found: Vec<Found> = pool
        .rank(&query, args.top)
        .into_iter()
        .filter_map(|(n, odds)| {
            let listed = listed.get(n as usize)?;
            let word = |name: &Name, at: usize| name.words.get(at).map_or_else(String::new, |w| w.written.clone());
            let because = Pool::meetings(&query, &listed.name, &table)
                .into_iter()
                .map(|m| Because { asked: word(&query, m.asked), found: word(&listed.name, m.found), odds: m.odds })
                .collect();
            Some(Found { id: &listed.id, name: &listed.written, odds, because })
        })
        .collect();
    if args.json {
        output::json(&found)?;
    } else if found.is_empty() {
        output::line("Nobody in the list has a name like this one.")?;
    } else {
        let mut rows = vec![["id", "name", "likeness", "because"].map(str::to_owned).to_vec()];
        for one in &found {
            let because: Vec<String> = one.because.iter().map(|b| format!("{} ~ {} ({:.1})", b.asked, b.found, b.odds)).collect();
            rows.push(vec![one.id.to_owned(), one.name.to_owned(), format!("{:.1}", one.odds), because.join(", ")]);
        }
        output::line(&output::table(&rows))?;
        output::line("\nLikeness: natural logarithm of how much liker than two strangers' names. It proposes; people verify.")?;
    }
    Ok(ExitCode::from(u8::from(found.is_empty())))
}

/// How many are ranked for each name if it isn't said.
const RANKED: usize = 100;

/// `amana link --rank-only`: for each query, the likest of the pool: `query<TAB>rank<TAB>id<TAB>likeness`.
pub fn link(args: &Link) -> Result<ExitCode, Failure> {
    let (Some(pool), Some(queries)) = (&args.pool, &args.queries) else { return super::link::link(args) };
    let (pool, queries) = (list(pool, &read(pool)?)?, list(queries, &read(queries)?)?);
    let index = Pool::new(pool.iter().map(|l| &l.name), Table::shipped());
    let mut lines = String::from("query\trank\tid\tlikeness\n");
    for query in &queries {
        for (rank, (n, odds)) in index.rank(&query.name, args.top.unwrap_or(RANKED)).into_iter().enumerate() {
            if let Some(found) = pool.get(n as usize) {
                lines.push_str(&format!("{}\t{}\t{}\t{odds:.3}\n", query.id, rank + 1, found.id));
            }
        }
    }
    write(&args.out, lines.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn list(path: &Path, bytes: &[u8]) -> Result<Vec<Listed>, Failure> {
    let (listed, findings) = linkage::list::read(&path.display().to_string(), bytes);
    output::findings(&findings, texts(Language::English));
    if listed.is_empty() {
        return Err(format!("{} holds no name: write one a line, as identifier, tab, name", path.display()));
    }
    Ok(listed)
}
