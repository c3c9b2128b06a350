//! Damaged files and answers give findings, never a panic.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use base::{Instant, LocalZone};
use content::xlsform::{Intake, export, import};
use content::{Answer, Content, Moment, Payload, SHIPPED, Sensitivity, Silence, Stage, validate};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use serde_json::{Value as Json, json};

const PIECES: [&str; 12] =
    ["", "\"", "[[section.field]]\n", "= ", "]", "${", "not(", "\u{0}", "é", "99999999999999999999", "true", "{ en = \"\" }"];

#[test]
fn files_of_content() {
    let mut chance = Pcg64Mcg::seed_from_u64(1);
    let mut faults = 0;
    for round in 0..400 {
        let (path, text) = SHIPPED[chance.random_range(0..SHIPPED.len())];
        let mut chars: Vec<char> = text.chars().collect();
        for _ in 0..=round % 3 {
            let at = chance.random_range(0..chars.len());
            let end = (at + chance.random_range(0..40)).min(chars.len());
            chars.splice(at..end, PIECES[chance.random_range(0..PIECES.len())].chars());
        }
        let text: String = chars.into_iter().collect();
        let (content, findings) = Content::load(&[], &[(path, text.as_str())]);
        faults += findings.len();
        for form in content.forms() {
            assert!(!form.title.show("en").contains('\u{0}'));
        }
    }
    assert!(faults > 400, "{faults}");
}

fn random(chance: &mut Pcg64Mcg) -> Json {
    match chance.random_range(0..12) {
        0 => json!(null),
        1 => json!(chance.random::<bool>()),
        2 => json!(chance.random_range(-5_000_000_000_i64..5_000_000_000)),
        3 => json!(f64::from_bits(chance.random())),
        4 => json!("9999-12~"),
        5 => json!("0001/9999"),
        6 => json!({"years": [0, 130], "on": "0001-01-01"}),
        7 => json!({"years": chance.random_range(0..200), "on": "9999-12-31", "estimated": true}),
        8 => json!(["1", "3", "female"]),
        9 => json!("high"),
        10 => json!({"pcode": "CF", "parent": null}),
        _ => json!("2000-02-29T00:00:00Z"),
    }
}

#[test]
fn answers() {
    let mut chance = Pcg64Mcg::seed_from_u64(2);
    let (content, zone) = (Content::load(SHIPPED, &[]).0, LocalZone::utc());
    let mut kept = 0;
    for round in 0..100 {
        for form in content.forms() {
            let mut names: Vec<_> = form.questions().map(|q| q.name.clone()).collect();
            names.extend(form.all_sections().into_iter().map(|(section, _)| section.name.clone()));
            let mut draw = |names: &[base::Field]| -> Payload {
                let mut some = Payload::new();
                for name in names {
                    let answer = match chance.random_range(0..4) {
                        0 => continue,
                        1 => Answer::Silent(Silence::Refused),
                        _ => Answer::Set(random(&mut chance)),
                    };
                    some.insert(name.clone(), answer);
                }
                some
            };
            let rows = Answer::Rows(vec![draw(&names), Payload::new()]);
            let mut payload = draw(&names);
            for (section, _) in form.all_sections().into_iter().filter(|(section, _)| section.repeat.is_some()) {
                payload.insert(section.name.clone(), rows.clone());
            }
            let now = if round % 2 == 0 { Instant(1_763_978_400) } else { Instant(i64::MAX) };
            let moment = Moment { now, zone: &zone };
            let checked = validate(&content, form, &payload, moment, Stage::Complete);
            kept += checked.kept.len();
            // What was kept is found to be just as it is, unless a value in it was refused.
            if !checked.findings.has_errors() {
                assert_eq!(validate(&content, form, &checked.kept, moment, Stage::Complete).kept, checked.kept, "{}", form.id);
            }
        }
    }
    assert!(kept > 1_000, "{kept}");
}

#[test]
fn workbooks() {
    let mut chance = Pcg64Mcg::seed_from_u64(3);
    let content = Content::load(SHIPPED, &[]).0;
    let intake = Intake { area: None, kind: "visit".parse().unwrap(), group: "card".parse().unwrap(), sensitivity: Sensitivity::Low };
    let cells = [
        "begin group",
        "end repeat",
        "select_one x y",
        "${",
        "${age} != 5",
        "or",
        "label::",
        "type",
        "",
        "name",
        "parent=${sex}",
        "\u{202e}",
    ];
    for _ in 0..40 {
        for form in content.forms() {
            let mut book = export(&content, form).0;
            let sheet = book.0.get_mut(["survey", "choices", "settings"][chance.random_range(0..3)]).unwrap();
            for _ in 0..chance.random_range(1..8) {
                let row = chance.random_range(0..sheet.len());
                if let Some(cell) = sheet[row].len().checked_sub(1).map(|last| chance.random_range(0..=last)) {
                    sheet[row][cell] = cells[chance.random_range(0..cells.len())].to_owned();
                }
            }
            let imported = import(&form.id, &book, &intake, &content);
            assert!(imported.files.iter().all(|(path, text)| !path.is_empty() && !text.is_empty()));
            // What was written is TOML, whatever was in the cells.
            for (path, text) in &imported.files {
                let (_, findings) = Content::load(&[], &[(path.as_str(), text.as_str())]);
                assert!(!findings.has("content-unreadable"), "{path}: {findings:?}");
            }
        }
    }
}
