//! Lists of people as CSV.
//!
//! In: bytes. Out: a record for each row that has an identifier and anything to be found by, and a finding for each cell that can't be used (all at once; the rest of
//! the row stands). Columns: see `docs/formats.md`.

use crate::record::{Birth, Record, Relative, Sex, Written};
use base::{Findings, Row, Table, parse_date};
use std::collections::BTreeMap;

/// Parts of a name in the order in which they are read.
const PARTS: [&str; 4] = ["given_name", "father_name", "grandfather_name", "family_name"];
/// Years of birth that can be meant.
const YEARS: std::ops::RangeInclusive<i16> = 1880..=2100;
/// Ages that can be meant.
const OLDEST: i16 = 120;

/// Reads a list of people. Codes beside those of tables: `person-without-id`, `person-twice`, `person-empty`, `birth-impossible`, `age-without-date`, `sex-unknown`.
pub fn read(file: &str, bytes: &[u8]) -> (Vec<Record>, Findings) {
    let mut findings = Findings::default();
    let table = Table::read(file, bytes, &["id"], &mut findings);
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let mut records = Vec::new();
    for row in table.rows() {
        let record = person(&row, &mut findings);
        if record.id.is_empty() {
            if table.has_column("id") {
                findings.push(row.error("id", "person-without-id", "the person has no identifier", "give each row one of its own"));
            }
        } else if let Some(line) = seen.get(&record.id) {
            let said = format!("'{}' stands in row {line} already", record.id);
            findings.push(row.error("id", "person-twice", said, "give each row an identifier of its own").with("line", line));
        } else if record.names.is_empty() && record.identifiers.is_empty() && record.phones.is_empty() && record.relatives.is_empty() {
            let remedy = "write a name, an identifier, a phone or a relative";
            findings.push(row.warning("name", "person-empty", "there is nothing to find this person by", remedy));
        } else {
            seen.insert(record.id.clone(), row.line);
            records.push(record);
        }
    }
    (records, findings)
}

/// Whether this is a list of people as CSV rather than of names parted by tabs.
pub fn fits(bytes: &[u8]) -> bool {
    let first = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let text = String::from_utf8_lossy(first.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(first)).to_lowercase();
    !text.contains('\t') && text.split(',').any(|cell| cell.trim().trim_matches('"') == "id")
}

fn person(row: &Row<'_>, findings: &mut Findings) -> Record {
    let parts: Vec<&str> = PARTS.iter().filter_map(|part| row.find(part)).collect();
    let full = row.find("name").map_or_else(|| parts.join(" "), str::to_owned);
    let names = std::iter::once(full.as_str()).chain(list(row, "other_names")).map(Written::read);
    let relatives = list(row, "relatives").map(|text| match text.split_once(':') {
        Some((role, name)) => Relative { role: role.trim().to_lowercase(), name: Written::read(name.trim()) },
        None => Relative { role: String::new(), name: Written::read(text) },
    });
    Record {
        id: row.find("id").unwrap_or_default().to_owned(),
        names: names.filter(|n| !n.name.words.is_empty()).collect(),
        sex: sex(row, findings),
        birth: birth(row, findings),
        places: list(row, "places").map(Written::read).filter(|p| !p.name.words.is_empty()).collect(),
        relatives: relatives.filter(|r| !r.name.name.words.is_empty()).collect(),
        identifiers: list(row, "identifiers").map(identifier).filter(|i| !i.is_empty()).collect(),
        phones: list(row, "phones").map(phone).filter(|p| p.len() >= PHONE).collect(),
    }
}

/// Fewer digits are no telephone number.
const PHONE: usize = 5;

/// Letters and digits, in lower case.
fn identifier(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Digits of any script as 0 to 9.
fn phone(text: &str) -> String {
    any_ascii::any_ascii(text).chars().filter(char::is_ascii_digit).collect()
}

/// Entries parted by `;` or `|`; names have spaces.
fn list<'a>(row: &Row<'a>, column: &str) -> impl Iterator<Item = &'a str> {
    row.find(column).unwrap_or_default().split([';', '|', '؛']).map(str::trim).filter(|t| !t.is_empty())
}

fn sex(row: &Row<'_>, findings: &mut Findings) -> Option<Sex> {
    match row.find("sex")?.to_lowercase().as_str() {
        "f" | "female" | "w" | "woman" | "girl" => Some(Sex::Female),
        "m" | "male" | "man" | "boy" => Some(Sex::Male),
        "unknown" | "other" | "x" | "u" | "-" => None,
        other => {
            let said = format!("'{other}' is not read as a sex; the cell counts as unknown");
            findings.push(row.warning("sex", "sex-unknown", said, "write female, male or leave it blank").with("value", other));
            None
        }
    }
}

fn birth(row: &Row<'_>, findings: &mut Findings) -> Option<Birth> {
    let estimated = row.flag("estimated", findings).unwrap_or(false);
    if let Some(text) = row.find("birth_date") {
        let dashed = match (text.len() == 8 && text.is_ascii(), text.get(0..4), text.get(4..6), text.get(6..8)) {
            (true, Some(y), Some(m), Some(d)) => format!("{y}-{m}-{d}"),
            _ => text.to_owned(),
        };
        match parse_date(&dashed).filter(|d| YEARS.contains(&d.year())) {
            Some(date) => return Some(Birth { year: date.year(), day: Some((date.month(), date.day())), estimated }),
            None => {
                findings.push(impossible(row, "birth_date", text, "write a date like 2009-04-30, or birth_year if only the year is known"))
            }
        }
    }
    if let Some(year) = row.parse::<i16>("birth_year", "a year like 2009", findings) {
        if YEARS.contains(&year) {
            return Some(Birth { year, day: None, estimated });
        }
        findings.push(impossible(row, "birth_year", &year.to_string(), "write a year like 2009"));
    }
    let age = row.parse::<i16>("age", "whole years like 7", findings)?;
    if !(0..=OLDEST).contains(&age) {
        findings.push(impossible(row, "age", &age.to_string(), "write whole years from 0 to 120"));
        return None;
    }
    let Some(text) = row.find("age_date") else {
        let remedy = "write the day on which the age was asked in age_date";
        findings.push(row.warning("age_date", "age-without-date", "an age without its date says nothing years later; left out", remedy));
        return None;
    };
    match parse_date(text).filter(|d| YEARS.contains(&d.year())) {
        Some(asked) => Some(Birth { year: asked.year() - age, day: None, estimated }),
        None => {
            findings.push(impossible(row, "age_date", text, "write a date like 2024-04-30"));
            None
        }
    }
}

fn impossible(row: &Row<'_>, column: &str, value: &str, remedy: &str) -> base::Finding {
    row.warning(column, "birth-impossible", format!("'{value}' can't be meant; the cell is left out"), remedy).with("value", value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bad_cell_is_said_at_once_and_the_rest_stands() {
        let text = "id,name,sex,birth_date,age,age_date,relatives,phones\n\
            1,Amina Hassan,f,,7,2020-06-01,mother: Zahra Ali; Omar,+212 (0)61-23456\n\
            1,Twice,,,,,,\n\
            ,No Id,,,,,,\n\
            2,Bad Cells,robot,2020-13-40,9,,,\n\
            3,,,,,,,\n\
            4,Too Old,m,,300,2020-01-01,,١٢٣٤٥٦٧\n";
        let (records, findings) = read("people.csv", text.as_bytes());
        let codes: Vec<(&str, u64)> = findings.iter().map(|f| (f.code.as_str(), f.row.unwrap_or(0))).collect();
        let expected = [
            ("person-twice", 3),
            ("person-without-id", 4),
            ("sex-unknown", 5),
            ("birth-impossible", 5),
            ("age-without-date", 5),
            ("person-empty", 6),
            ("birth-impossible", 7),
        ];
        assert_eq!(codes, expected);
        assert_eq!(records.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ["1", "2", "4"]);
        let amina = &records[0];
        assert_eq!(amina.birth, Some(Birth { year: 2013, day: None, estimated: false }));
        assert_eq!(
            amina.relatives.iter().map(|r| (r.role.as_str(), r.name.text.as_str())).collect::<Vec<_>>(),
            [("mother", "Zahra Ali"), ("", "Omar")]
        );
        assert_eq!((amina.phones[0].as_str(), records[2].phones[0].as_str()), ("21206123456", "1234567"));
    }
}
