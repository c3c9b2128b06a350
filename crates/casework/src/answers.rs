//! Between the answers of a form and the journal: what a record answers, and the entries that a submission makes.

use crate::around::Around;
use crate::known::{card, group};
use crate::refusal::{Decided, Refusal};
use crate::view::RecordView;
use base::{Instant, Reason, RecordId};
use content::{Answer, Form, Item, Payload, Question, Section, Stage, validate};
use journal::{Draft, FormVersion, Op, Reading};
use std::collections::BTreeMap;

/// What a record answers to a form, with its parts as the rows of repeats. A field in conflict is not answered until it is settled.
pub fn payload(form: &Form, record: &RecordView, parts: &[RecordView]) -> Payload {
    let mut answers = Payload::new();
    for section in &form.sections {
        collect(section, record, parts, &mut answers);
    }
    answers
}

fn collect(section: &Section, record: &RecordView, parts: &[RecordView], answers: &mut Payload) {
    if let Some(repeat) = &section.repeat {
        let mut rows: Vec<&RecordView> =
            parts.iter().filter(|part| part.kind == repeat.kind && part.standing().parent == Some(record.id)).collect();
        rows.sort_by_key(|row| row.id);
        let of_row = |row: &&RecordView| {
            let mut answers = Payload::new();
            within(section, row, parts, &mut answers);
            answers
        };
        answers.insert(section.name.clone(), Answer::Rows(rows.iter().map(of_row).collect()));
    } else {
        within(section, record, parts, answers);
    }
}

fn within(section: &Section, record: &RecordView, parts: &[RecordView], answers: &mut Payload) {
    for item in &section.items {
        match item {
            Item::Section(inner) => collect(inner, record, parts, answers),
            Item::Question(question) => {
                if let Some(answer) = answered(question, record) {
                    answers.insert(question.name.clone(), answer);
                }
            }
        }
    }
}

fn answered(question: &Question, record: &RecordView) -> Option<Answer> {
    let Reading::One(answer) = record.reading(&question.group, &question.name) else { return None };
    match answer.op {
        Op::Set(value) => Some(Answer::Set(value.clone())),
        Op::Silent(journal::Silence::Unknown) => Some(Answer::Silent(content::Silence::Unknown)),
        Op::Silent(journal::Silence::Refused) => Some(Answer::Silent(content::Silence::Refused)),
        Op::Clear => None,
    }
}

/// Whether a form is filled in completely: by the record, or by one of its parts where the form writes another kind.
pub(crate) fn is_complete(around: &Around<'_>, form: &str) -> bool {
    let Some(form) = around.content.find_current_form(form) else { return false };
    let complete = |record: &RecordView| {
        let answers = payload(form, record, around.related);
        !validate(around.content, form, &answers, around.moment, Stage::Complete).findings.has_errors()
    };
    if form.kind == around.record.kind { complete(around.record) } else { around.parts(&form.kind).any(complete) }
}

/// The drafts of a submission: one for each field group that changes, and for each row of a repeat a record of its own, named by `new_record`.
///
/// `kept` is what [`content::validate`] keeps. A question of the form that it no longer answers is cleared; so `record` holds only the cards that the
/// author may see. Rows are only made with the record itself: later each is a record to be written to.
pub fn write(form: &Form, kept: &Payload, record: &RecordView, occurred: Instant, new_record: &mut dyn FnMut() -> RecordId) -> Decided {
    let mut drafts = Vec::new();
    let sections: Vec<&Section> = form.sections.iter().collect();
    write_row(form, &sections, kept, record, occurred, new_record, &mut drafts)?;
    Ok(drafts)
}

fn write_row(
    form: &Form,
    sections: &[&Section],
    kept: &Payload,
    record: &RecordView,
    occurred: Instant,
    new_record: &mut dyn FnMut() -> RecordId,
    drafts: &mut Vec<Draft>,
) -> Result<(), Refusal> {
    let mut own = BTreeMap::new();
    let mut repeats = Vec::new();
    for section in sections {
        part(section, &mut own, &mut repeats);
    }
    let mut changes = BTreeMap::new();
    for question in own.values() {
        let answer = kept.get(&question.name);
        if answer == answered(question, record).as_ref() && !matches!(record.reading(&question.group, &question.name), Reading::Conflict(_))
        {
            continue;
        }
        let pen = changes.remove(&question.group).unwrap_or_else(|| record.write(&question.group, occurred));
        changes.insert(question.group.clone(), pen.answer(&question.name, answer));
    }
    let version = FormVersion { form: form.id.clone(), version: form.version };
    let written = changes.into_values().map(crate::view::Pen::done).filter(|draft| !draft.changes.is_empty());
    drafts.extend(written.map(|draft| Draft { form: Some(version.clone()), ..draft }));
    for section in repeats {
        let (Some(repeat), Some(Answer::Rows(rows))) = (&section.repeat, kept.get(&section.name)) else { continue };
        if record.cards().next().is_some() && !rows.is_empty() {
            return Err(Reason::new("rows-are-records").with("section", &section.name).into());
        }
        for row in rows {
            let part = RecordView::new(new_record(), repeat.kind.clone(), record.area.clone());
            drafts.push(part.write(&group::CARD, occurred).set(&card::PARENT, record.id.to_string()).done());
            write_row(form, &[section], row, &part, occurred, new_record, drafts)?;
        }
    }
    Ok(())
}

/// The questions of a section that belong to its own record, and the repeats right below them.
fn part<'a>(section: &'a Section, own: &mut BTreeMap<&'a base::Field, &'a Question>, repeats: &mut Vec<&'a Section>) {
    for item in &section.items {
        match item {
            Item::Question(question) => drop(own.insert(&question.name, question)),
            Item::Section(inner) if inner.repeat.is_some() => repeats.push(inner),
            Item::Section(inner) => part(inner, own, repeats),
        }
    }
}
