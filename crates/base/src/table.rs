//! A table read from CSV: UTF-8, a header row, an optional row of HXL hashtags under it, extra columns kept.

use crate::{Finding, Findings, Point};
use std::collections::HashMap;

/// Larger files are refused before they are read: nothing an operation needs comes near it.
pub const MAX_BYTES: usize = 200 * 1024 * 1024;

/// A table as read; rows hold text, typed reading happens through [`Row`].
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// File name as the user knows it.
    pub file: String,
    columns: HashMap<String, usize>,
    records: Vec<(u64, csv::StringRecord)>,
}

impl Table {
    /// Reads bytes; every problem is a finding, and rows that can be read are kept.
    ///
    /// Codes: `file-too-large`, `not-utf8`, `no-header`, `missing-column`, `row-unreadable`, `row-length`.
    pub fn read(file: &str, bytes: &[u8], needed: &[&str], findings: &mut Findings) -> Self {
        let mut table = Self { file: file.into(), ..Self::default() };
        if bytes.len() > MAX_BYTES {
            let size = bytes.len() / (1024 * 1024);
            findings.push(
                Finding::error(
                    "file-too-large",
                    format!("the file has {size} MB; 200 MB can be read"),
                    "split it or take out columns that are not needed",
                )
                .in_file(file)
                .with("size", size),
            );
            return table;
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = String::from_utf8_lossy(bytes);
        if let std::borrow::Cow::Owned(_) = text {
            let line =
                1 + bytes[..std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len)].iter().filter(|b| **b == b'\n').count();
            findings.push(
                Finding::warning("not-utf8", "the text is not UTF-8; unreadable letters show as \u{FFFD}", "save the file as 'CSV UTF-8'")
                    .at(file, line as u64, ""),
            );
        }
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
        let headers = match reader.headers() {
            Ok(headers) if headers.iter().any(|h| !h.is_empty()) => headers.clone(),
            _ => {
                findings.push(
                    Finding::error("no-header", "the file is empty or has no header row", "the first row must name the columns")
                        .in_file(file),
                );
                return table;
            }
        };
        for (index, name) in headers.iter().enumerate() {
            table.columns.entry(name.to_lowercase()).or_insert(index);
        }
        for column in needed.iter().filter(|c| !table.columns.contains_key(**c)) {
            findings.push(
                Finding::error("missing-column", format!("column '{column}' is missing"), format!("add a column '{column}'"))
                    .at(file, 1, *column)
                    .with("name", column),
            );
        }
        for (index, record) in reader.records().enumerate() {
            match record {
                Ok(record) if record.iter().all(str::is_empty) => {}
                Ok(record) if index == 0 && is_hashtag_row(&record) => {}
                Ok(record) => {
                    let row = record.position().map_or(index as u64 + 2, csv::Position::line);
                    if record.len() != headers.len() {
                        findings.push(
                            Finding::warning(
                                "row-length",
                                format!("the row has {} cells, the header {}", record.len(), headers.len()),
                                "look for a missing or extra comma, or text with a comma that is not in quotes",
                            )
                            .at(file, row, "")
                            .with("cells", record.len())
                            .with("header", headers.len()),
                        );
                    }
                    table.records.push((row, record));
                }
                Err(error) => findings.push(
                    Finding::error("row-unreadable", format!("the row can't be read: {error}"), "look for an unclosed quote").at(
                        file,
                        index as u64 + 2,
                        "",
                    ),
                ),
            }
        }
        table
    }

    /// Whether a column is there.
    pub fn has_column(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// Number of data rows.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is no data row.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Each data row.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|(line, record)| Row { table: self, line: *line, record })
    }
}

/// Whether a row holds HXL hashtags: nothing else may stand in such a row, so that no person's row with a '#' in a cell is taken for one.
fn is_hashtag_row(record: &csv::StringRecord) -> bool {
    record.iter().all(|cell| cell.is_empty() || cell.starts_with('#'))
}

/// One data row; blank cells read as absent.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    /// Line in the file, counting the header as 1.
    pub line: u64,
    record: &'a csv::StringRecord,
}

impl<'a> Row<'a> {
    /// The cell's text, if the column exists and is not blank.
    pub fn find(&self, column: &str) -> Option<&'a str> {
        let index = *self.table.columns.get(column)?;
        self.record.get(index).filter(|c| !c.is_empty())
    }

    /// The first of several column names that has text: for formats that name one thing differently.
    pub fn find_any(&self, columns: &[&str]) -> Option<&'a str> {
        columns.iter().find_map(|c| self.find(c))
    }

    /// Every column name and cell, in no particular order.
    pub fn cells(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let record = self.record;
        self.table.columns.iter().filter_map(move |(name, i)| Some((name.as_str(), record.get(*i)?)))
    }

    /// The cell's text, or a finding `missing-value`.
    pub fn text(&self, column: &str, findings: &mut Findings) -> Option<&'a str> {
        let found = self.find(column);
        if found.is_none() && self.table.has_column(column) {
            findings.push(self.error(column, "missing-value", "the cell is blank", "fill it in").with("name", column));
        }
        found
    }

    /// The cell read as `T` if not blank; a finding `unreadable-value` if it can't be.
    pub fn parse<T: std::str::FromStr>(&self, column: &str, expected: &str, findings: &mut Findings) -> Option<T> {
        let text = self.find(column)?;
        let read = text.parse().ok();
        if read.is_none() {
            findings.push(
                self.error(column, "unreadable-value", format!("'{text}' is not {expected}"), format!("write {expected}"))
                    .with("value", text)
                    .with("expected", expected),
            );
        }
        read
    }

    /// A finite number of at least `least`; findings `unreadable-value`, `number-too-small`.
    pub fn number(&self, column: &str, least: f64, findings: &mut Findings) -> Option<f64> {
        let value: f64 = self.parse(column, "a number", findings)?;
        if value.is_finite() && value >= least {
            return Some(value);
        }
        findings.push(
            self.error(column, "number-too-small", format!("{value} is not possible here"), format!("write a number of at least {least}"))
                .with("value", value)
                .with("least", least),
        );
        None
    }

    /// Latitude and longitude; findings for what is missing or out of range.
    pub fn point(&self, lat: &str, lon: &str, findings: &mut Findings) -> Option<Point> {
        if self.find(lat).is_none() {
            self.text(lat, findings);
        }
        if self.find(lon).is_none() {
            self.text(lon, findings);
        }
        let (y, x): (Option<f64>, Option<f64>) =
            (self.parse(lat, "degrees like 4.36", findings), self.parse(lon, "degrees like 18.55", findings));
        let point = Point::new(y?, x?);
        if point.is_none() {
            findings.push(self.error(
                lat,
                "not-on-earth",
                format!("{}, {} is not on the globe", y?, x?),
                "latitude is -90 to 90, longitude -180 to 180; they may be swapped",
            ));
        }
        point
    }

    /// A yes/no cell: yes, no, true, false, 1, 0, y, n; a finding `unreadable-value` otherwise.
    pub fn flag(&self, column: &str, findings: &mut Findings) -> Option<bool> {
        let text = self.find(column)?;
        match text.to_lowercase().as_str() {
            "yes" | "y" | "true" | "1" => Some(true),
            "no" | "n" | "false" | "0" => Some(false),
            _ => {
                findings.push(
                    self.error(column, "unreadable-value", format!("'{text}' is neither yes nor no"), "write yes or no")
                        .with("value", text)
                        .with("expected", "yes or no"),
                );
                None
            }
        }
    }

    /// A list cell: entries parted by `;`, `|` or (without those) spaces.
    pub fn list(&self, column: &str) -> Vec<&'a str> {
        let Some(text) = self.find(column) else { return Vec::new() };
        if text.contains([';', '|']) {
            text.split([';', '|']).map(str::trim).filter(|t| !t.is_empty()).collect()
        } else {
            text.split_whitespace().collect()
        }
    }

    /// An error finding at this row and column.
    pub fn error(&self, column: &str, code: &str, text: impl Into<String>, remedy: impl Into<String>) -> Finding {
        Finding::error(code, text, remedy).at(self.table.file.as_str(), self.line, column)
    }

    /// A warning finding at this row and column.
    pub fn warning(&self, column: &str, code: &str, text: impl Into<String>, remedy: impl Into<String>) -> Finding {
        Finding::warning(code, text, remedy).at(self.table.file.as_str(), self.line, column)
    }

    /// A note at this row and column.
    pub fn note(&self, column: &str, code: &str, text: impl Into<String>, remedy: impl Into<String>) -> Finding {
        Finding::note(code, text, remedy).at(self.table.file.as_str(), self.line, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> (Table, Findings) {
        let mut findings = Findings::default();
        let table = Table::read("people.csv", text, &["id", "site"], &mut findings);
        (table, findings)
    }

    #[test]
    fn hxl_row_bom_and_blank_lines_are_taken() {
        let (table, findings) = read(b"\xEF\xBB\xBFId,site,extra\n#x,#y,#z\n1,A,q\n,,\n2,B,\n");
        assert_eq!((table.len(), findings.len()), (2, 0));
        let lines: Vec<u64> = table.rows().map(|r| r.line).collect();
        assert_eq!(lines, [3, 5]);
    }

    #[test]
    fn a_first_row_with_a_hash_in_one_cell_is_a_person_and_not_hashtags() {
        let (table, findings) = read(b"id,site,note\n1,A,#2 on the list\n");
        assert_eq!((table.len(), findings.len()), (1, 0));
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let (table, mut findings) = read(b"id,seats\n1,-4\n2,\xff\xfe\n3\n");
        for row in table.rows() {
            row.number("seats", 0.0, &mut findings);
        }
        for code in ["missing-column", "number-too-small", "not-utf8", "unreadable-value", "row-length"] {
            assert!(findings.has(code), "{code}: {findings:?}");
        }
        let spot = findings.iter().find(|f| f.code == "number-too-small").unwrap();
        assert_eq!((spot.row, spot.column.as_deref()), (Some(2), Some("seats")));
    }

    #[test]
    fn an_empty_file_is_a_finding() {
        assert!(read(b"").1.has("no-header"));
    }
}
