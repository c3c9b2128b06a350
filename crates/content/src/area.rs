//! Areas of work and the calendar of an operation.

use crate::block::Block;
use crate::within::Calendar;
use crate::words::Words;
use base::{Area, Finding};
use jiff::civil::{Date, Weekday};

/// An area of work. How strictly it is kept stands with who may see it, in `content/access`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkArea {
    /// Its name.
    pub id: Area,
    /// What it is called.
    pub title: Words,
    /// The file it was read from.
    pub file: String,
}

pub(crate) fn read_area(block: &Block<'_>) -> Option<WorkArea> {
    let id = block.needed("id", block.parse("id"));
    let title = block.needed("title", block.words("title"));
    Some(WorkArea { id: id?.value, title: title?, file: block.file.path.to_owned() })
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

pub(crate) fn read_calendar(block: &Block<'_>) -> Option<Calendar> {
    let mut calendar = Calendar { weekend: Vec::new(), ..Calendar::default() };
    for day in block.texts("weekend") {
        match WEEKDAYS.iter().find(|(name, _)| *name == day.value) {
            Some((_, weekday)) => calendar.weekend.push(*weekday),
            None => {
                let text = format!("'{}' is not a day of the week", day.value);
                block.push(day.line, "weekend", Finding::error("content-value-unreadable", text, "write monday to sunday"));
            }
        }
    }
    calendar.holidays = block.parse_all::<Date>("holidays").into_iter().collect();
    if WEEKDAYS.iter().all(|(_, day)| calendar.weekend.contains(day)) {
        let finding = Finding::error("calendar-without-work", "no day of the week is a working day", "leave at least one");
        block.push(block.line, "weekend", finding);
        return None;
    }
    Some(calendar)
}
