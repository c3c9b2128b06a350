//! The tables as the migrations make them: what a backup copies, column by column, so that a new table is never forgotten.

use crate::migrate::MIGRATIONS;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Int,
    Text,
    Uuid,
    Bytes,
}

/// A table after some migration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<(&'static str, Kind)>,
    /// The columns of its primary key, by their place.
    pub(crate) key: Vec<usize>,
}

/// Who is signed in, and how often someone tried: of the moment, and not worth keeping.
const PASSING: [&str; 2] = ["session", "tried"];

/// The tables that a backup holds after this many migrations, in the order in which they were made.
pub(crate) fn tables(versions: usize) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut inside = false;
    for line in MIGRATIONS.iter().take(versions).flat_map(|(_, text)| text.lines()).map(str::trim) {
        let mut words = line.split([' ', ',', '(', ')', ';']).filter(|word| !word.is_empty());
        match (words.next(), words.next(), words.next()) {
            (Some("CREATE"), Some("TABLE"), Some(name)) => {
                tables.push(Table { name, columns: Vec::new(), key: Vec::new() });
                inside = true;
            }
            (Some("DROP"), Some("TABLE"), Some(name)) => tables.retain(|table| table.name != name),
            (Some("ALTER"), Some("TABLE"), Some(name)) => {
                let Some(table) = tables.iter_mut().find(|table| table.name == name) else { continue };
                match (words.next(), words.next(), words.next(), words.next()) {
                    (Some("ADD"), Some("COLUMN"), Some(column), Some(kind)) => {
                        table.columns.extend(kind_of(kind).map(|kind| (column, kind)))
                    }
                    (Some("RENAME"), Some("TO"), Some(name), None) => table.name = name,
                    _ => {}
                }
            }
            (Some("PRIMARY"), Some("KEY"), Some(first)) if inside => {
                if let Some(table) = tables.last_mut() {
                    let place = |name: &str| table.columns.iter().position(|(column, _)| *column == name);
                    table.key = std::iter::once(first).chain(words).filter_map(place).collect();
                }
            }
            (Some(column), Some(kind), _) if inside => {
                tables.last_mut().into_iter().for_each(|table| table.columns.extend(kind_of(kind).map(|kind| (column, kind))));
            }
            _ => {}
        }
        inside &= !line.starts_with(')');
    }
    tables.retain(|table| !PASSING.contains(&table.name));
    tables
}

fn kind_of(word: &str) -> Option<Kind> {
    Some(match word {
        "{int}" => Kind::Int,
        "TEXT" => Kind::Text,
        "{uuid}" => Kind::Uuid,
        "{bytes}" => Kind::Bytes,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migrate::migrate;
    use crate::open::{Place, connect};
    use crate::sql::on;
    use std::collections::BTreeSet;

    /// After each migration, the tables are those that SQLite then has.
    #[tokio::test]
    async fn they_are_those_of_the_database() {
        for versions in 1..=MIGRATIONS.len() {
            let db = connect(&Place::Memory, &seal::MasterKeys::random(&mut seal::system_random())).await.unwrap();
            migrate(&db, versions).await.unwrap();
            let mut tx = db.reading().await.unwrap();
            let there: Vec<(String, String, i64)> =
                on!(&mut tx, c => sqlx::query_as("SELECT m.name, c.name, c.pk FROM sqlite_schema m, pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND m.name NOT LIKE '\\_sqlx%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%'").fetch_all(c).await)
                .unwrap();
            let there: BTreeSet<(String, String, i64)> =
                there.into_iter().filter(|(table, ..)| !PASSING.contains(&table.as_str())).collect();
            let ours: BTreeSet<(String, String, i64)> = tables(versions)
                .iter()
                .flat_map(|table| {
                    let key = |place: usize| table.key.iter().position(|k| *k == place).map_or(0, |n| i64::try_from(n).unwrap() + 1);
                    table
                        .columns
                        .iter()
                        .enumerate()
                        .map(move |(place, (column, _))| (table.name.to_owned(), (*column).to_owned(), key(place)))
                })
                .collect();
            assert_eq!(ours, there, "after {versions} migrations");
            tx.commit().await.unwrap();
            db.close().await;
        }
    }
}
