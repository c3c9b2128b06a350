//! From blocks of TOML to a form; docs/formats-content.md has the keys.

use super::{AnswerType, Choices, Constraint, Form, Item, MOST_ROWS, Question, Repeat, Required, Rule, Section, Sensitivity};
use crate::block::{Block, Placed};
use crate::expression;
use crate::words::Words;
use base::{Area, Field, Finding, Group, Kind};

/// How deep sections may stand in each other.
const MAX_DEPTH: usize = 6;

/// Reads a form; what can't be read is a finding and left out.
pub(crate) fn read(block: &Block<'_>) -> Option<Form> {
    let id = block.needed("id", block.name("id"));
    let version = block.needed("version", block.number("version", 1));
    let kind = block.needed("kind", block.parse::<Kind>("kind"));
    let title = block.needed("title", block.words("title"));
    let basis = block.needed("basis", block.parse("basis"));
    let area = block.parse::<Area>("area").map(|a| a.value);
    let inherited = Inherited::default().within(block);
    let sections: Vec<Section> = block.blocks("section").into_iter().filter_map(|b| section(b, &inherited, 1)).collect();
    block.needed("section", (!sections.is_empty()).then_some(()));
    Some(Form {
        id: id?.value,
        version: version?,
        area,
        kind: kind?.value,
        title: title?,
        basis: basis?.value,
        sections,
        file: block.file.path.to_owned(),
        order: Vec::new(),
    })
}

/// What questions take from the section they stand in unless they say otherwise.
#[derive(Clone)]
struct Inherited {
    group: Option<Group>,
    sensitivity: Option<Sensitivity>,
    may_be_unknown: bool,
    may_be_refused: bool,
}

impl Default for Inherited {
    /// Nobody must be made to invent an answer.
    fn default() -> Self {
        Self { group: None, sensitivity: None, may_be_unknown: true, may_be_refused: true }
    }
}

impl Inherited {
    fn within(&self, block: &Block<'_>) -> Self {
        Self {
            group: block.parse("group").map(|g| g.value).or_else(|| self.group.clone()),
            sensitivity: sensitivity(block).or(self.sensitivity),
            may_be_unknown: block.flag("may_be_unknown").unwrap_or(self.may_be_unknown),
            may_be_refused: block.flag("may_be_refused").unwrap_or(self.may_be_refused),
        }
    }
}

fn sensitivity(block: &Block<'_>) -> Option<Sensitivity> {
    let word = block.text("sensitivity")?;
    let found = Sensitivity::ALL.into_iter().find(|(_, w)| *w == word.value).map(|(s, _)| s);
    if found.is_none() {
        let text = format!("'{}' is not a sensitivity", word.value);
        block.push(word.line, "sensitivity", Finding::error("content-value-unreadable", text, "write low, moderate, high or severe"));
    }
    found
}

fn section(block: Block<'_>, inherited: &Inherited, depth: usize) -> Option<Section> {
    if depth > MAX_DEPTH {
        let text = format!("sections stand in each other more than {MAX_DEPTH} deep");
        block.push(block.line, "field", Finding::error("form-too-deep", text, "flatten the form"));
        return None;
    }
    let name = block.needed("name", block.parse::<Field>("name"));
    let label = block.needed("label", block.words("label"));
    let relevance = rule(&block, "relevance");
    let repeat = block.parse::<Kind>("repeat").map(|kind| Repeat {
        kind: kind.value,
        at_least: block.number("at_least", 0).unwrap_or(0),
        at_most: block.number("at_most", 1).unwrap_or(MOST_ROWS),
    });
    let inherited = inherited.within(&block);
    let items = block.blocks("field").into_iter().filter_map(|b| item(b, &inherited, depth)).collect();
    let line = block.line;
    block.finish();
    Some(Section { name: name?.value, label: label?, relevance, repeat, items, line })
}

/// A block with fields of its own is a section.
fn item(block: Block<'_>, inherited: &Inherited, depth: usize) -> Option<Item> {
    if block.has("field") {
        return section(block, inherited, depth + 1).map(|s| Item::Section(Box::new(s)));
    }
    let question = question(&block, inherited);
    block.finish();
    question.map(|q| Item::Question(Box::new(q)))
}

fn question(block: &Block<'_>, inherited: &Inherited) -> Option<Question> {
    let name = block.needed("name", block.parse::<Field>("name"));
    let answer = block.needed("type", answer(block));
    let calculation = rule(block, "calculation");
    let label = block.words("label");
    let label = if calculation.is_some() { label.or_else(|| Some(Words::default())) } else { block.needed("label", label) };
    let inherited = inherited.within(block);
    if inherited.group.is_none() || inherited.sensitivity.is_none() {
        let text = "neither the field nor a section around it has both 'group' and 'sensitivity'";
        block.push(
            block.line,
            "group",
            Finding::error("content-missing-key", text, "say who may need it, and what harm its disclosure could do"),
        );
    }
    let constraint = rule(block, "constraint");
    let message = block.words("constraint_message");
    let constraint = match (constraint, message) {
        (Some(rule), Some(message)) => Some(Constraint { rule, message }),
        (None, None) => None,
        (Some(rule), None) => {
            let finding =
                Finding::error("content-missing-key", "the constraint has no message", "add constraint_message: what to do instead");
            block.push(rule.line, "constraint_message", finding);
            None
        }
        (None, Some(_)) => None,
    };
    let required = match block.flag_or_text("required") {
        None | Some(Ok(false)) => Required::No,
        Some(Ok(true)) => Required::Yes,
        Some(Err(text)) => parse(block, "required", text).map_or(Required::No, Required::When),
    };
    Some(Question {
        name: name?.value,
        label: label?,
        hint: block.words("hint").unwrap_or_default(),
        answer: answer?,
        group: inherited.group?,
        sensitivity: inherited.sensitivity?,
        relevance: rule(block, "relevance"),
        constraint,
        calculation,
        required,
        hxl: hxl(block),
        may_be_unknown: inherited.may_be_unknown,
        may_be_refused: inherited.may_be_refused,
        unread: block.texts("unread").into_iter().map(|t| t.value).collect(),
        line: block.line,
    })
}

fn answer(block: &Block<'_>) -> Option<AnswerType> {
    let word = block.text("type")?;
    let choices = || {
        let list = block.needed("codelist", block.name("codelist"))?.value;
        let under = block.parse("under").map(|f| f.value);
        Some(Choices { list, under, hidden: block.flag("hidden_codes").unwrap_or(false) })
    };
    Some(match word.value.as_str() {
        "text" => AnswerType::Text,
        "long_text" => AnswerType::LongText,
        "integer" => AnswerType::Integer,
        "decimal" => AnswerType::Decimal,
        "yes_no" => AnswerType::YesNo,
        "date" => AnswerType::Date,
        "instant" => AnswerType::Instant,
        "age" => AnswerType::Age,
        "choice" => AnswerType::Choice(choices()?),
        "choices" => AnswerType::Choices(choices()?),
        "place" => AnswerType::Place,
        "point" => AnswerType::Point,
        "record" => {
            let kinds = block.parse_all::<Kind>("kinds");
            block.needed("kinds", (!kinds.is_empty()).then_some(()))?;
            AnswerType::Record(kinds)
        }
        "attachment" => AnswerType::Attachment,
        "note" => AnswerType::Note,
        other => {
            let remedy = "use text, long_text, integer, decimal, yes_no, date, instant, age, choice, choices, place, point, record, attachment or note";
            block.push(
                word.line,
                "type",
                Finding::error("form-unknown-type", format!("there is no type '{other}'"), remedy).with("value", other),
            );
            return None;
        }
    })
}

/// A hashtag with attributes: `#affected+sex`.
fn hxl(block: &Block<'_>) -> Option<String> {
    let tag = block.text("hxl")?;
    let name = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase()) && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let good = tag.value.strip_prefix('#').is_some_and(|rest| rest.split('+').all(name));
    if !good {
        let text = format!("'{}' is not an HXL tag", tag.value);
        block.push(tag.line, "hxl", Finding::error("content-value-unreadable", text, "write it like #affected+sex"));
    }
    good.then_some(tag.value)
}

/// The rule under a key.
pub(crate) fn rule(block: &Block<'_>, key: &'static str) -> Option<Rule> {
    block.text(key).and_then(|text| parse(block, key, text))
}

fn parse(block: &Block<'_>, key: &'static str, text: Placed<String>) -> Option<Rule> {
    match expression::parse(&text.value) {
        Ok(expression) => Some(Rule { expression, line: text.line }),
        Err(problems) => {
            for problem in problems {
                block.push(text.line, key, problem.finding());
            }
            None
        }
    }
}
