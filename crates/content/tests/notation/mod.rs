//! The notation of `content/expressions/vectors.json`: fields, values and environments as JSON.
#![allow(dead_code, clippy::unwrap_used, reason = "each test and the example use a part of it, on files of our own")]

use base::Instant;
use content::expression::{Between, Blank, Day, Declaration, Environment, Type, Value, period};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

const TYPES: [(Type, &str); 9] = [
    (Type::Truth, "truth"),
    (Type::Number, "number"),
    (Type::Text, "text"),
    (Type::Date, "date"),
    (Type::Instant, "instant"),
    (Type::Choice, "choice"),
    (Type::Choices, "choices"),
    (Type::Present, "present"),
    (Type::Repeat, "repeat"),
];

pub fn ty(name: &Json) -> Type {
    TYPES.into_iter().find(|(_, text)| name == text).unwrap_or_else(|| panic!("no type {name}")).0
}

pub fn type_name(ty: Type) -> &'static str {
    TYPES.into_iter().find(|(t, _)| *t == ty).unwrap().1
}

pub fn fields(json: &Json) -> BTreeMap<String, Declaration> {
    let declaration = |d: &Json| Declaration {
        ty: ty(&d["type"]),
        repeat: d["repeat"].as_str().map(str::to_owned),
        codes: d["codes"].as_array().map(|codes| codes.iter().map(|c| c.as_str().unwrap().to_owned()).collect()),
    };
    json.as_object().unwrap().iter().map(|(name, d)| (name.clone(), declaration(d))).collect()
}

/// `true`, `5`, `[17, 18]`, `"text"`, or an object that names its kind.
pub fn value(json: &Json) -> Value {
    let number = |n: &Json| n.as_f64().unwrap();
    let list = |a: &Json| a.as_array().unwrap().clone();
    match json {
        Json::Bool(truth) => Value::Truth(*truth),
        Json::Number(n) => Value::Number(Between::exactly(n.as_f64().unwrap())),
        Json::Array(ends) => Value::Number(Between { lo: number(&ends[0]), hi: number(&ends[1]) }),
        Json::String(text) => Value::Text(text.clone()),
        Json::Object(object) => {
            let (kind, inner) = object.iter().next().unwrap();
            match kind.as_str() {
                "blank" => Value::Blank(Blank::find(inner.as_str().unwrap()).unwrap()),
                "date" => {
                    let ends = if inner.is_string() { vec![inner.clone(), inner.clone()] } else { list(inner) };
                    let end = |index: usize| period(ends[index].as_str().unwrap()).unwrap();
                    Value::Date(Between { lo: end(0).lo, hi: end(1).hi })
                }
                "instant" => Value::Instant(instant(inner)),
                "choices" => Value::Choices(list(inner).iter().map(|c| c.as_str().unwrap().to_owned()).collect()),
                "many" => Value::Many(list(inner).iter().map(value).collect()),
                "rows" => Value::Rows(u32::try_from(inner.as_u64().unwrap()).unwrap()),
                _ => Value::Present,
            }
        }
        Json::Null => panic!("null is no value"),
    }
}

pub fn json(value: &Value) -> Json {
    match value {
        Value::Blank(reason) => json!({"blank": reason.name()}),
        Value::Truth(truth) => json!(truth),
        Value::Number(range) => range.exact().map_or_else(|| json!([range.lo, range.hi]), |n| json!(n)),
        Value::Text(text) => json!(text),
        Value::Date(range) => json!({"date": [range.lo.to_string(), range.hi.to_string()]}),
        Value::Instant(at) => json!({"instant": at.to_string()}),
        Value::Choices(codes) => json!({"choices": codes}),
        Value::Present => json!({"present": true}),
        Value::Many(values) => json!({"many": values.iter().map(json).collect::<Vec<_>>()}),
        Value::Rows(rows) => json!({"rows": rows}),
    }
}

pub fn instant(json: &Json) -> Instant {
    json.as_str().unwrap().parse().unwrap()
}

/// A record written down: `with` holds fields, `.`, `#position` and `#rows`; what isn't there was not asked.
pub struct Written<'a> {
    pub with: &'a Map<String, Json>,
    pub now: Instant,
    pub offset_hours: i64,
    pub choice_names: &'a Json,
}

impl Environment for Written<'_> {
    fn value(&self, field: &str) -> Value {
        self.with.get(field).map_or(Value::Blank(Blank::NotAsked), value)
    }

    fn here(&self) -> Value {
        self.value(".")
    }

    fn rows(&self, field: &str) -> Vec<Value> {
        let rows = self.with.get("#rows").and_then(|rows| rows[field].as_array());
        rows.map_or_else(Vec::new, |rows| rows.iter().map(value).collect())
    }

    fn position(&self) -> Option<u32> {
        self.with.get("#position").map(|p| u32::try_from(p.as_u64().unwrap()).unwrap())
    }

    fn now(&self) -> Instant {
        self.now
    }

    fn local_date(&self, at: Instant) -> Day {
        Day::from_number((at.0 + self.offset_hours * 3600).div_euclid(86_400)).unwrap()
    }

    fn choice_name(&self, field: &str, code: &str, language: &str) -> Option<String> {
        self.choice_names[field][code][language].as_str().map(str::to_owned)
    }
}
