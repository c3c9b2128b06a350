//! The JSON of each type of answer, and what a rule sees of it.

use super::Moment;
use super::age::age_range;
use crate::expression::{Between, Day, Type, Value, period};
use crate::form::AnswerType;
use base::{Instant, Point, RecordId};
use serde_json::Value as Json;
use unicode_normalization::UnicodeNormalization;

/// Most code points of a text and of a long text.
const MOST_TEXT: usize = 1_000;
const MOST_LONG_TEXT: usize = 100_000;
/// The largest number kept; beyond 2^53 a whole number would change on its way through JSON.
const MOST_NUMBER: f64 = 9_007_199_254_740_992.0;

/// What a rule sees of an answer; nothing if the JSON isn't one of this type. Which codes a list has is not looked at here.
pub fn value(answer: &AnswerType, json: &Json, moment: Moment<'_>) -> Option<Value> {
    match answer {
        AnswerType::Text => text(json, MOST_TEXT).map(Value::Text),
        AnswerType::LongText => text(json, MOST_LONG_TEXT).map(Value::Text),
        AnswerType::Integer => range(json).filter(|r| r.lo.fract() == 0.0 && r.hi.fract() == 0.0).map(|r| Value::between(r.lo, r.hi)),
        AnswerType::Decimal => range(json).map(|r| Value::between(r.lo, r.hi)),
        AnswerType::YesNo => json.as_bool().map(Value::Truth),
        AnswerType::Date => days(json.as_str()?).map(Value::Date),
        AnswerType::Instant => json.as_str()?.parse::<Instant>().ok().map(Value::Instant),
        AnswerType::Age => age_range(json, moment).map(|r| Value::between(r.lo, r.hi)),
        AnswerType::Choice(_) => json.as_str().map(|code| Value::Text(code.to_owned())),
        AnswerType::Choices(_) => {
            let codes: Option<Vec<String>> = json.as_array()?.iter().map(|c| c.as_str().map(str::to_owned)).collect();
            codes.map(Value::Choices)
        }
        AnswerType::Place => place(json).map(Value::Text),
        AnswerType::Point => point(json),
        AnswerType::Record(_) => json.as_str()?.parse::<RecordId>().ok().map(|_| Value::Present),
        AnswerType::Attachment => attachment(json),
        AnswerType::Note => None,
    }
}

/// The JSON of what was calculated; nothing for a blank and for what doesn't fit the type.
pub(super) fn json(answer: &AnswerType, value: &Value) -> Option<Json> {
    match (answer.ty()?, value) {
        (Type::Number, Value::Number(Between { lo, hi })) => {
            let whole = *answer == AnswerType::Integer;
            let number = |n: f64| {
                if whole { (n.fract() == 0.0 && n.abs() <= MOST_NUMBER).then(|| Json::from(n as i64)) } else { Some(Json::from(n)) }
            };
            if lo == hi { number(*lo) } else { Some(Json::Array(vec![number(*lo)?, number(*hi)?])) }
        }
        (Type::Truth, Value::Truth(truth)) => Some(Json::Bool(*truth)),
        (Type::Text | Type::Choice, Value::Text(text)) => Some(Json::String(text.clone())),
        (Type::Date, Value::Date(days)) => Some(Json::String(written(*days))),
        (Type::Instant, Value::Instant(at)) => Some(Json::String(at.to_string())),
        (Type::Choices, Value::Choices(codes)) => Some(Json::from(codes.clone())),
        _ => None,
    }
}

/// A text in Unicode NFC with nothing around it, so that the same name is the same text on every keyboard.
pub(super) fn normal(text: &str) -> String {
    text.trim().nfc().collect()
}

fn text(json: &Json, most: usize) -> Option<String> {
    let text = normal(json.as_str()?);
    (!text.is_empty() && text.chars().count() <= most && !text.contains('\0')).then_some(text)
}

/// `7`, or `[6, 8]` for something between.
pub(super) fn range(json: &Json) -> Option<Between<f64>> {
    let number = |json: &Json| json.as_f64().filter(|n| n.is_finite() && n.abs() <= MOST_NUMBER);
    match json {
        Json::Array(ends) => match ends.as_slice() {
            [lo, hi] => Some(Between { lo: number(lo)?, hi: number(hi)? }).filter(|r| r.lo <= r.hi),
            _ => None,
        },
        one => number(one).map(Between::exactly),
    }
}

/// The days that a date may have been (R-A2: a precision is a range, never an invented day). Dates are written as ISO 8601-2 has them:
/// `2012-03-05`, `2012-03`, `2012`; `2012-03~` and `2012~` when estimated; `2008/2010` for somewhere between.
///
/// What is estimated covers one more month or year on either side (default: set locally, by writing a range instead). A day can't be estimated (R-A1).
pub fn days(text: &str) -> Option<Between<Day>> {
    if let Some((from, to)) = text.split_once('/') {
        let range = Between { lo: period(from)?.lo, hi: period(to)?.hi };
        return (range.lo <= range.hi).then_some(range);
    }
    let Some(estimated) = text.strip_suffix('~') else { return period(text) };
    let (year, month, _) = period(estimated)?.lo.civil();
    match estimated.len() {
        4 => Some(Between { lo: Day::from_civil(year - 1, 1, 1)?, hi: Day::from_civil(year + 1, 12, 31)? }),
        7 => {
            let name = |months: i32| format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1);
            let months = year * 12 + month.cast_signed() - 1;
            Some(Between { lo: period(&name(months - 1))?.lo, hi: period(&name(months + 1))?.hi })
        }
        _ => None,
    }
}

/// The shortest text for a range of days.
fn written(days: Between<Day>) -> String {
    let day = days.lo.to_string();
    let short = [4, 7, 10].into_iter().filter_map(|length| day.get(..length)).find(|text| period(text) == Some(days));
    short.map_or_else(|| format!("{}/{}", days.lo, days.hi), str::to_owned)
}

/// `{"pcode": "CF11", "parent": "CF1"}`: the parent as stored, since it can't be told from the code; `null` at the top.
fn place(json: &Json) -> Option<String> {
    let pcode = |json: &Json| {
        json.as_str()
            .filter(|c| (1..=32).contains(&c.len()) && c.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
            .map(str::to_owned)
    };
    let fields = json.as_object().filter(|o| o.len() == 2)?;
    let code = pcode(fields.get("pcode")?)?;
    match fields.get("parent")? {
        Json::Null => Some(code),
        parent => pcode(parent).filter(|parent| *parent != code).map(|_| code),
    }
}

/// `{"lat": 4.36, "lon": 18.56}`, with `accuracy_m` where a device measured it.
fn point(json: &Json) -> Option<Value> {
    let fields = json.as_object()?;
    let number = |key: &str| fields.get(key).and_then(Json::as_f64);
    Point::new(number("lat")?, number("lon")?)?;
    let accuracy = fields.get("accuracy_m").is_none_or(|a| a.as_f64().is_some_and(|m| (0.0..=1e6).contains(&m)));
    let known = fields.keys().all(|key| ["lat", "lon", "accuracy_m"].contains(&key.as_str()));
    (accuracy && known).then_some(Value::Present)
}

/// `{"digest": "<64 hex digits>", "media_type": "image/jpeg", "bytes": 48213}`.
fn attachment(json: &Json) -> Option<Value> {
    let fields = json.as_object().filter(|o| o.len() == 3)?;
    let digest = fields.get("digest")?.as_str()?;
    let media = fields.get("media_type")?.as_str()?;
    let hex = digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let kind = media.len() <= 100 && media.split('/').filter(|part| !part.is_empty()).count() == 2;
    (hex && kind && fields.get("bytes")?.as_u64()? > 0).then_some(Value::Present)
}
