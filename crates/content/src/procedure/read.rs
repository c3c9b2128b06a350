//! From blocks of TOML to a procedure; docs/formats-content.md has the keys.

use super::{Deadline, Event, Fact, Guard, Procedure, State, Step};
use crate::basis::Basis;
use crate::block::Block;
use crate::expression::Type;
use crate::form::read_rule;
use crate::within::Within;
use base::{Area, Field, Finding, Kind};

/// Reads a procedure; what can't be read is a finding and left out.
pub(crate) fn read(block: &Block<'_>) -> Option<Procedure> {
    let id = block.needed("id", block.name("id"));
    let version = block.needed("version", block.number("version", 1));
    let kind = block.needed("kind", block.parse::<Kind>("kind"));
    let title = block.needed("title", block.words("title"));
    let basis: Option<Basis> = block.needed("basis", block.parse("basis")).map(|b| b.value);
    let area = block.parse::<Area>("area").map(|a| a.value);
    let states: Vec<State> = block.blocks("state").into_iter().filter_map(state).collect();
    block.needed("state", (!states.is_empty()).then_some(()));
    let steps = block.blocks("step").into_iter().filter_map(step).collect();
    let deadlines = block.blocks("deadline").into_iter().filter_map(|b| deadline(b, basis.as_ref())).collect();
    let facts = block.blocks("fact").into_iter().filter_map(fact).collect();
    Some(Procedure {
        id: id?.value,
        version: version?,
        area,
        kind: kind?.value,
        title: title?,
        basis: basis?,
        states,
        steps,
        deadlines,
        facts,
        file: block.file.path.to_owned(),
    })
}

fn state(block: Block<'_>) -> Option<State> {
    let name = block.needed("name", block.name("name"));
    let label = block.needed("label", block.words("label"));
    let ends = block.flag("ends").unwrap_or(false);
    let line = block.line;
    block.finish();
    Some(State { name: name?.value, label: label?, ends, line })
}

fn step(block: Block<'_>) -> Option<Step> {
    let name = block.needed("name", block.name("name"));
    let label = block.needed("label", block.words("label"));
    let from: Vec<String> = block.texts("from").into_iter().map(|f| f.value).collect();
    block.needed("from", (!from.is_empty()).then_some(()));
    let to = block.needed("to", block.name("to"));
    let texts = |key| block.texts(key).into_iter().map(|t| t.value).collect::<Vec<_>>();
    let (roles, approval) = (texts("roles"), texts("approval"));
    let form = block.name("form").map(|f| f.value);
    let reasons = block.name("reasons").map(|r| r.value);
    let guards = block.blocks("guard").into_iter().filter_map(guard).collect();
    let line = block.line;
    block.finish();
    Some(Step { name: name?.value, label: label?, from, to: to?.value, roles, form, guards, approval, reasons, line })
}

fn guard(block: Block<'_>) -> Option<Guard> {
    let rule = block.needed("rule", read_rule(&block, "rule"));
    let message = block.needed("message", block.words("message"));
    block.finish();
    Some(Guard { rule: rule?, message: message? })
}

fn deadline(block: Block<'_>, procedure: Option<&Basis>) -> Option<Deadline> {
    let name = block.needed("name", block.name("name"));
    let label = block.needed("label", block.words("label"));
    let after = [
        block.name("after_state").map(|s| Event::State(s.value)),
        block.name("after_step").map(|s| Event::Step(s.value)),
        block.parse::<Field>("after_field").map(|f| Event::Field(f.value)),
    ];
    let mut after: Vec<Event> = after.into_iter().flatten().collect();
    if after.len() != 1 {
        let text = "a deadline begins with exactly one of after_state, after_step and after_field";
        block.push(block.line, "after_state", Finding::error("procedure-deadline-start", text, "keep one of them"));
        after.clear();
    }
    let within = block.needed("within", block.parse::<Within>("within"));
    let when = read_rule(&block, "when");
    let met_by = block.texts("met_by").into_iter().map(|m| m.value).collect();
    let own = block.parse::<Basis>("basis").map(|b| b.value);
    let line = block.line;
    block.finish();
    let basis = own.or_else(|| procedure.cloned())?;
    Some(Deadline { name: name?.value, label: label?, after: after.pop()?, within: within?.value, when, met_by, basis, line })
}

const FACT_TYPES: [(&str, Type); 6] = [
    ("yes_no", Type::Truth),
    ("number", Type::Number),
    ("text", Type::Text),
    ("date", Type::Date),
    ("instant", Type::Instant),
    ("choices", Type::Choices),
];

fn fact(block: Block<'_>) -> Option<Fact> {
    let name = block.needed("name", block.name("name"));
    let word = block.needed("type", block.text("type"));
    let answer = word.as_ref().and_then(|w| FACT_TYPES.iter().find(|(text, _)| *text == w.value)).map(|(_, ty)| *ty);
    if let Some(word) = word.filter(|_| answer.is_none()) {
        let text = format!("there is no type '{}' of facts", word.value);
        block.push(
            word.line,
            "type",
            Finding::error("content-value-unreadable", text, "use yes_no, number, text, date, instant or choices"),
        );
    }
    let line = block.line;
    block.finish();
    Some(Fact { name: name?.value, answer: answer?, line })
}
