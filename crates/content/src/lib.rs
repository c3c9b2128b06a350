//! What differs between operations: files under `content/`, read and checked.
//!
//! In: texts of forms, code lists, procedures and rules, each with its path. Out: [`Content`], which other rooms act on, and findings that
//! name file and line.
//! Always true: bad content gives findings, all at once, never a panic; a form, once shipped, stays readable; a broken file of an operation
//! never takes away what is shipped. Absent: files, clocks, records, who may see what.

mod answer;
mod area;
mod basis;
mod block;
mod codelist;
pub mod expression;
mod form;
mod load;
mod procedure;
mod shipped;
mod within;
mod words;
pub mod xlsform;

pub use answer::{AGE_MARGIN, Answer, Answers, Checked, Moment, Payload, Silence, Stage, Standing, birthday, days, validate, value};
pub use area::WorkArea;
pub use basis::Basis;
pub use block::{Block, File, Placed};
pub use codelist::{Code, CodeList, is_code};
pub use form::{
    AnswerType, Choices, Constraint, Form, GROUPS, Item, MOST_ROWS, Place, Question, Repeat, Required, Rule, Section, Sensitivity,
};
pub use load::Content;
pub use procedure::{Deadline, Event, Fact, Guard, Procedure, State, Step};
pub use shipped::SHIPPED;
pub use within::{Calendar, Within};
pub use words::{LANGUAGES, Language, Words};
