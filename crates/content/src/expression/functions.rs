//! What each function gives.

use super::arguments::{as_choices, as_date, as_index, as_instant, as_number, as_text, as_truth, both, every};
use super::day::{Day, period};
use super::environment::Environment;
use super::evaluate::{decided, value};
use super::range::{half_up, number_from_text, number_text, power_of_ten, rising};
use super::tree::{Function, Kind, Node};
use super::value::{Between, Blank, Value};

/// The most places that `round` takes, on either side of the point.
const MAX_PLACES: f64 = 15.0;

pub(super) fn call(function: Function, parts: &[Node], environment: &dyn Environment) -> Value {
    given(function, parts, environment).into()
}

fn given(function: Function, parts: &[Node], environment: &dyn Environment) -> Result<Value, Blank> {
    let all = || parts.iter().map(|part| value(part, environment));
    let at = |index: usize| parts.get(index).map_or(Value::UNDEFINED, |part| value(part, environment));
    let today = || environment.local_date(environment.now());
    Ok(match function {
        Function::True => Value::Truth(true),
        Function::False => Value::Truth(false),
        Function::Not => Value::Truth(!as_truth(at(0))?),
        Function::If => at(if as_truth(at(0))? { 1 } else { 2 }),
        Function::Coalesce => first_known(all()),
        Function::IsBlank => Value::Truth(at(0).blank().is_some()),
        Function::IsKnown => Value::Truth(at(0).blank().is_none()),
        Function::Reason => Value::Text(at(0).blank().map_or("known", Blank::name).to_owned()),

        Function::Selected | Function::SelectedAny => selected(at(0), all().skip(1))?,
        Function::CountSelected => Value::number(as_choices(at(0))?.len() as f64),
        Function::SelectedAt => {
            let (codes, index) = both(as_choices(at(0)), as_index(at(1), 0.0, f64::MAX))?;
            Value::Text(codes.into_iter().nth(index as usize).ok_or(Blank::Undefined)?)
        }
        Function::ChoiceName => {
            let (code, language) = both(as_text(at(0)), as_text(at(1)))?;
            Value::Text(environment.choice_name(field(parts), &code, &language).ok_or(Blank::Undefined)?)
        }

        Function::Int => rising(as_number(at(0))?, f64::trunc),
        Function::Floor => rising(as_number(at(0))?, f64::floor),
        Function::Ceiling => rising(as_number(at(0))?, f64::ceil),
        Function::Round => {
            let places = if parts.len() > 1 { as_index(at(1), -MAX_PLACES, MAX_PLACES) } else { Ok(0.0) };
            let (number, places) = both(as_number(at(0)), places)?;
            let power = power_of_ten(places.abs() as u32);
            let to_places = |x: f64| if places < 0.0 { half_up(x / power) * power } else { half_up(x * power) / power };
            rising(number, to_places)
        }
        Function::Number => number(at(0))?,

        Function::String => Value::Text(string(at(0))?),
        Function::StringLength => Value::number(as_text(at(0))?.chars().count() as f64),
        Function::Concat => Value::Text(every(all().map(string).collect())?.concat()),
        Function::Contains => both(as_text(at(0)), as_text(at(1))).map(|(text, part)| Value::Truth(text.contains(&part)))?,
        Function::StartsWith => both(as_text(at(0)), as_text(at(1))).map(|(text, part)| Value::Truth(text.starts_with(&part)))?,
        // A `regex` that was read is `Kind::Matches`.
        Function::Regex => Value::UNDEFINED,

        Function::Today => Value::Date(Between::exactly(today())),
        Function::Now => Value::Instant(environment.now()),
        Function::Date => match at(0) {
            Value::Instant(moment) => Value::Date(Between::exactly(environment.local_date(moment))),
            Value::Date(range) => Value::Date(range),
            other => Value::Date(period(&as_text(other)?).ok_or(Blank::Undefined)?),
        },
        Function::DaysBetween => {
            let (from, to) = both(as_date(at(0)), as_date(at(1)))?;
            Value::between(days(from.hi, to.lo), days(from.lo, to.hi))
        }
        Function::HoursBetween => {
            let (from, to) = both(as_instant(at(0)), as_instant(at(1)))?;
            Value::number(to.0.saturating_sub(from.0) as f64 / 3600.0)
        }
        Function::AgeYears => {
            let on = if parts.len() > 1 { as_date(at(1)) } else { Ok(Between::exactly(today())) };
            let (birth, on) = both(as_date(at(0)), on)?;
            Value::between(completed_years(birth.hi, on.lo).max(0.0), completed_years(birth.lo, on.hi))
        }

        Function::Count => match at(0) {
            Value::Rows(rows) => Value::number(f64::from(rows)),
            Value::Many(values) => Value::number(values.len() as f64),
            other => Value::Blank(other.blank().unwrap_or(Blank::Undefined)),
        },
        Function::Sum => match at(0) {
            Value::Many(values) => {
                let numbers = every(values.into_iter().map(as_number).collect())?;
                let total = numbers.iter().fold((0.0, 0.0), |(lo, hi), n| (lo + n.lo, hi + n.hi));
                Value::between(total.0, total.1)
            }
            other => Value::Blank(other.blank().unwrap_or(Blank::Undefined)),
        },
        Function::Min => extreme(all(), true)?,
        Function::Max => extreme(all(), false)?,
        Function::IndexedRepeat => {
            let rows = environment.rows(field(parts));
            let index = as_index(at(2), 1.0, rows.len() as f64)?;
            rows.into_iter().nth(index as usize - 1).unwrap_or(Value::UNDEFINED).sound()
        }
        Function::Position => Value::number(f64::from(environment.position().ok_or(Blank::Undefined)?)),
    })
}

/// The name of the field that a function takes first.
fn field(parts: &[Node]) -> &str {
    match parts.first().map(|part| &part.kind) {
        Some(Kind::Field(name)) => name,
        _ => "",
    }
}

fn first_known(values: impl Iterator<Item = Value>) -> Value {
    let mut strongest = Blank::NotAsked;
    for value in values {
        match value {
            Value::Blank(reason) => strongest = strongest.max(reason),
            known => return known,
        }
    }
    Value::Blank(strongest)
}

fn selected(choices: Value, codes: impl Iterator<Item = Value>) -> Result<Value, Blank> {
    let choices = as_choices(choices);
    let each = codes.map(|code| both(choices.clone(), as_text(code)).map(|(choices, code)| choices.contains(&code)));
    Ok(decided(each, true))
}

fn number(value: Value) -> Result<Value, Blank> {
    Ok(match value {
        Value::Number(range) => Value::Number(range),
        Value::Truth(truth) => Value::number(f64::from(u8::from(truth))),
        other => Value::number(number_from_text(&as_text(other)?).ok_or(Blank::Undefined)?),
    })
}

fn string(value: Value) -> Result<String, Blank> {
    Ok(match value {
        Value::Number(range) => number_text(range.exact().ok_or(Blank::Imprecise)?),
        Value::Truth(truth) => truth.to_string(),
        Value::Date(range) => range.exact().ok_or(Blank::Imprecise)?.to_string(),
        Value::Instant(at) => {
            let day = Day::from_number(at.0.div_euclid(86_400)).ok_or(Blank::Undefined)?;
            let second = at.0.rem_euclid(86_400);
            format!("{day}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
        }
        Value::Choices(codes) => codes.join(" "),
        other => as_text(other)?,
    })
}

fn days(from: Day, to: Day) -> f64 {
    f64::from(to.number() - from.number())
}

/// Whole years from a birth to a day; who was born on 29 February completes a year on 1 March where there is no 29th.
fn completed_years(birth: Day, on: Day) -> f64 {
    let ((birth_year, birth_month, birth_day), (year, month, day)) = (birth.civil(), on.civil());
    f64::from(year - birth_year - i32::from((month, day) < (birth_month, birth_day)))
}

/// The least or the most of numbers or of dates, rows of a repeat counted one by one.
fn extreme(values: impl Iterator<Item = Value>, least: bool) -> Result<Value, Blank> {
    let mut flat = Vec::new();
    for value in values {
        match value {
            Value::Many(rows) => flat.extend(rows),
            one => flat.push(one),
        }
    }
    if let Some(reason) = flat.iter().filter_map(Value::blank).max() {
        return Err(reason);
    }
    let mut flat = flat.into_iter();
    let first = flat.next().filter(|v| matches!(v, Value::Number(_) | Value::Date(_))).ok_or(Blank::Undefined)?;
    flat.try_fold(first, |found, next| match (found, next) {
        (Value::Number(a), Value::Number(b)) if least => Ok(Value::between(a.lo.min(b.lo), a.hi.min(b.hi))),
        (Value::Number(a), Value::Number(b)) => Ok(Value::between(a.lo.max(b.lo), a.hi.max(b.hi))),
        (Value::Date(a), Value::Date(b)) if least => Ok(Value::days(a.lo.min(b.lo), a.hi.min(b.hi))),
        (Value::Date(a), Value::Date(b)) => Ok(Value::days(a.lo.max(b.lo), a.hi.max(b.hi))),
        _ => Err(Blank::Undefined),
    })
}
