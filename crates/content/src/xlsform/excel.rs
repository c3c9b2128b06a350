//! Excel's bytes to sheets of text and back.

use super::Workbook;
use base::{Finding, Findings};
use calamine::{Data, Reader, open_workbook_auto_from_rs};
use rust_xlsxwriter::XlsxError;
use std::io::Cursor;

/// A larger file is refused.
const MOST_BYTES: usize = 20 * 1024 * 1024;
/// A sheet with more rows or columns is refused.
const MOST_ROWS: usize = 20_000;
const MOST_COLUMNS: usize = 300;

/// Reads a workbook (xlsx, xls or ods); one that can't be read is a finding.
pub fn read_xlsx(file: &str, bytes: &[u8]) -> Result<Workbook, Findings> {
    let refuse = |text: String, remedy: &str| Findings(vec![Finding::error("xlsform-unreadable", text, remedy).in_file(file)]);
    if bytes.len() > MOST_BYTES {
        return Err(refuse(format!("the file has more than {MOST_BYTES} bytes"), "take out what is not the form"));
    }
    let unreadable = |error: calamine::Error| refuse(error.to_string(), "save it as an Excel workbook");
    let mut sheets = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let mut workbook = Workbook::default();
    for name in sheets.sheet_names() {
        let range = sheets.worksheet_range(&name).map_err(unreadable)?;
        if range.height() > MOST_ROWS || range.width() > MOST_COLUMNS {
            return Err(refuse(format!("the sheet {name} is too large"), "take out empty rows and columns"));
        }
        // What stands above and before the first cell that is used counts as blank.
        let (above, before) = range.start().unwrap_or_default();
        let cells = range.rows().map(|row| (0..before).map(|_| String::new()).chain(row.iter().map(shown)).collect());
        let rows = (0..above).map(|_| Vec::new()).chain(cells).collect();
        workbook.0.insert(name, rows);
    }
    Ok(workbook)
}

fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::Bool(truth) => truth.to_string(),
        other => other.to_string(),
    }
}

/// Writes a workbook; everything is text, so that codes with leading zeros stay whole.
pub fn write_xlsx(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut excel = rust_xlsxwriter::Workbook::new();
    // The order that people expect; further sheets after it.
    let known = ["survey", "choices", "settings"];
    let further = workbook.0.keys().map(String::as_str).filter(|name| !known.contains(name));
    for name in known.into_iter().chain(further) {
        let Some(rows) = workbook.0.get(name) else { continue };
        let sheet = excel.add_worksheet().set_name(name)?;
        for (r, row) in rows.iter().enumerate() {
            for (c, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(u32::try_from(r).unwrap_or(u32::MAX), u16::try_from(c).unwrap_or(u16::MAX), cell)?;
            }
        }
    }
    excel.save_to_buffer()
}
