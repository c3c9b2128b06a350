//! What holds for any text.

use linkage::compare::Reader;
use linkage::find::Finder;
use linkage::model::{Expect, Model};
use linkage::rank::Pool;
use linkage::{Name, Table, columns, list};
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        proptest::collection::vec(
            prop_oneof![0x600u32..0x700, 0x1000u32..0x10A0, 0x1200u32..0x1380, 0x370u32..0x530, 0x590u32..0x600, 0x20u32..0x17F],
            0..24
        )
        .prop_map(|points| points.into_iter().filter_map(char::from_u32).collect()),
    ]
}

proptest! {
    #[test]
    fn any_text_is_read(text in text()) {
        let name = Name::read(&text);
        prop_assert!(name.words.iter().all(|word| !word.sounds.symbols.is_empty()));
    }

    #[test]
    fn likeness_is_symmetric(a in text(), b in text()) {
        let (table, a, b) = (Table::shipped(), Name::read(&a).whole(), Name::read(&b).whole());
        prop_assert!((a.likeness(&b, &table) - b.likeness(&a, &table)).abs() < 1e-3);
    }

    #[test]
    fn the_search_finds_what_comparing_all_finds(words in proptest::collection::vec(text(), 1..30), asked in text()) {
        let table = Table::shipped();
        let names: Vec<Name> = words.iter().map(|w| Name::read(w)).collect();
        let query = Name::read(&asked);
        let found = Pool::new(&names, table.clone()).rank(&query, names.len());
        for (n, name) in names.iter().enumerate() {
            // Whatever has a word far beyond chance is in the list.
            let clear = query.words.iter().any(|q| name.words.iter().any(|w| {
                let own = q.sounds.likeness(&q.sounds, &table);
                q.sounds.symbols.len() <= 32 && w.sounds.likeness(&q.sounds, &table) > own.max(20.0)
            }));
            prop_assert!(!clear || found.iter().any(|&(m, _)| m as usize == n));
        }
    }

    #[test]
    fn any_list_is_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let (listed, findings) = list::read("list.tsv", &bytes);
        let lines = String::from_utf8_lossy(&bytes).lines().filter(|l| !l.trim().is_empty()).count();
        prop_assert!(listed.len() + findings.iter().count() + 1 >= lines);
    }
}

/// A list whose cells are any text.
fn people() -> impl Strategy<Value = Vec<u8>> {
    let row = (text(), text(), text(), text(), -3i32..200).prop_map(|(name, place, relative, paper, age)| {
        let cell = |text: String| format!("\"{}\"", text.replace('"', ""));
        format!(",{},{},{},{},{age},2020-01-01", cell(name), cell(place), cell(relative), cell(paper))
    });
    proptest::collection::vec(row, 1..12).prop_map(|rows| {
        let rows: String = rows.iter().enumerate().map(|(n, row)| format!("{n}{row}\n")).collect();
        format!("id,name,places,relatives,identifiers,age,age_date\n{rows}").into_bytes()
    })
}

proptest! {
    #[test]
    fn comparing_two_records_is_symmetric(bytes in people()) {
        let (records, _) = columns::read("people.csv", &bytes);
        let (reader, model) = (Reader::new(records.iter(), Table::shipped()), Model::default());
        let ready: Vec<_> = records.iter().map(|r| reader.ready(r)).collect();
        for a in &ready {
            for b in &ready {
                let (there, back) = (model.total(&reader.compare(a, b)), model.total(&reader.compare(b, a)));
                prop_assert!((there - back).abs() < 0.01, "{} {}", there, back);
            }
        }
    }

    #[test]
    fn any_people_are_found_with_probabilities(bytes in people()) {
        let (records, _) = columns::read("people.csv", &bytes);
        let mut finder = Finder::new(records.clone(), Expect::OneAtMost);
        finder.learn(&records);
        for record in &records {
            let found = finder.find(record, 20, None);
            let sum: f32 = found.iter().map(|p| p.probability).sum();
            prop_assert!(found.iter().all(|p| (0.0..=1.0).contains(&p.probability)) && sum < 1.001);
            prop_assert!(found.iter().all(|p| finder.why(record, p).len() == p.levels.len()));
        }
    }
}
